"""The window that writes the day's brief to a file: in which format, and where.

One types the path at once; the arrows go through the formats. The path's ending and the format
follow each other, and an ending that is no format is told.
"""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError
from briefing.text import one_line
from briefing.tui.dialogs import Chooser

_FORMATS = {
    "md": "Markdown, to edit or to post",
    "html": "a page for the browser, or to print",
    "txt": "plain text, for a mail",
    "json": "data, for other programs",
    "ics": "the dated talks, for a calendar",
    "pdf": "a document, to print or to send",
}
_LIKE = {"markdown": "md", "htm": "html", "text": "txt"}  # endings that mean the same


class ExportDialog(Chooser[None]):
    """Which format, and to which file."""

    def __init__(self, day: date, width: int) -> None:
        super().__init__()
        self.day = day
        self.width = width
        self.names: tuple[str, ...] = ()  # of the formats, the likeliest first
        self._agreed = ""  # the existing file the reader agreed to replace

    def compose(self) -> ComposeResult:
        """The formats, the file, what went wrong."""
        self.names = tuple(sorted(self.desk.formats(), key=lambda name: name != "md"))
        with Vertical(classes="window") as window:
            window.border_title = "Export the brief"
            yield OptionList(*(Option(_about(name), id=name) for name in self.names), id="formats")
            yield Input(value=self._file(self.names[0]), id="place")
            yield Static(id="trouble")
            keys = "type the file   ↓ ↑ format   ⏎ write   esc close"
            yield Static(Content(keys), classes="keys")

    def _file(self, name: str) -> str:
        return f"~/briefing-{self.day:%Y-%m-%d}.{name}"

    @property
    def format(self) -> str:
        """The format under the cursor."""
        return self.chosen or self.names[0]

    @on(OptionList.OptionHighlighted)
    def _another(self, event: OptionList.OptionHighlighted) -> None:
        """The path takes the ending of the format, unless it is what chose the format."""
        name = str(event.option.id)
        place = self.query_one(Input)
        if name != self.format or self._named(place.value) == name:
            return
        path = place.value.rstrip()
        ending = Path(path).suffix
        stem = path.removesuffix(ending) if ending and self._is_ending(ending) else path
        place.value = f"{stem}.{name}" if Path(path).name else self._file(name)

    def _is_ending(self, ending: str) -> bool:
        """Whether it says what kind of file it is; `.30` in `brief-8.30` does not."""
        return not ending[1:].isdigit()

    def _named(self, place: str) -> str:
        """The format that the path's ending names, or ""."""
        ending = Path(place.strip()).suffix.removeprefix(".").casefold()
        name = _LIKE.get(ending, ending)
        return name if name in self.names else ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._agreed = ""
        ending = Path(event.value.strip()).suffix
        name = self._named(event.value)
        if name and name != self.format:
            self.query_one(OptionList).highlighted = self.names.index(name)
        said = ""
        if not name and len(ending) > 1 and self._is_ending(ending):
            said = f"{one_line(ending, 20)} is none of these formats: it will be {self.format}."
        self.tell(said)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        place = event.value.strip()
        if not place:
            self.tell("Type the name of a file.")
            return
        path = Path(place).expanduser()
        if not path.suffix:
            path = path.with_name(f"{path.name}.{self.format}")
        self.tell("Writing …")
        self._write(path, self.format)

    @work(exclusive=True, group="export", exit_on_error=False)
    async def _write(self, path: Path, name: str) -> None:
        from briefing.desk.output import write_file

        try:
            if str(path) != self._agreed and await asyncio.to_thread(path.exists):
                self.tell(f"{path} is there already. ⏎ again replaces it.")
                self._agreed = str(path)
                return
            brief = await self.desk.brief(self.day, self.width)
            written = await self.desk.export(brief, name)
            await asyncio.to_thread(write_file, path, written)
        except (BriefingError, OSError) as error:
            self.tell(str(error))
        else:
            self.notify(f"Wrote {one_line(str(path))}", markup=False, timeout=6)
            self.dismiss()


def _about(name: str) -> Content:
    """A format's name and what it is good for."""
    return Content.assemble(f"{name:<6}", (_FORMATS.get(name, ""), "$foreground-muted"))
