"""Small windows that ask: yes or no, where to export to, which colours."""

from __future__ import annotations

import asyncio
import os
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError
from briefing.text import one_line
from briefing.tui.asking import Asking
from briefing.tui.themes import keep_theme

R = TypeVar("R")

_FORMATS = {
    "md": "Markdown, to edit or to post",
    "html": "a page for the browser, or to print",
    "txt": "plain text, for a mail",
    "json": "data, for other programs",
    "ics": "the dated talks, for a calendar",
    "pdf": "a document, to print or to send",
    "epub": "a book, for a reading device",
}


class Window(Asking, ModalScreen[R], Generic[R]):
    """A window over the screen; escape closes it."""

    BINDINGS = [Binding("escape", "dismiss_window", show=False)]  # noqa: RUF012

    def action_dismiss_window(self) -> None:
        """Close without an answer."""
        self.dismiss()


class Confirm(Window[bool]):
    """A question with yes and no."""

    BINDINGS = [  # noqa: RUF012
        Binding("y,enter", "answer(True)", show=False),
        Binding("n,q", "answer(False)", show=False),
    ]

    def __init__(self, question: str, deed: str) -> None:
        super().__init__()
        self.question = one_line(question)
        self.deed = deed

    def compose(self) -> ComposeResult:
        """The question and its two keys."""
        with Vertical(classes="window small"):
            yield Static(Content(self.question), classes="question")
            yield Static(Content(f"⏎ {self.deed}   esc leave it"), classes="keys")

    def action_answer(self, is_yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(is_yes)


class ExportDialog(Window[None]):
    """Which format, and to which file."""

    def __init__(self, day: date, width: int) -> None:
        super().__init__()
        self.day = day
        self.width = width
        self._agreed = ""  # the existing file the reader agreed to replace

    def compose(self) -> ComposeResult:
        """The formats, the file, what went wrong."""
        with Vertical(classes="window") as window:
            window.border_title = "Export the brief"
            names = self.desk.formats()
            yield OptionList(*(Option(_about(name), id=name) for name in names), id="formats")
            yield Input(value=self._file(names[0] if names else "md"), id="place")
            yield Static(id="trouble")
            yield Static(Content("↓ ↑ format   ⏎ write   esc close"), classes="keys")

    def _file(self, name: str) -> str:
        return f"~/briefing-{self.day:%Y-%m-%d}.{name}"

    def on_mount(self) -> None:
        """The likeliest format first."""
        formats = self.query_one(OptionList)
        names = self.desk.formats()
        formats.highlighted = names.index("md") if "md" in names else 0
        formats.focus()

    @property
    def format(self) -> str:
        """The format under the cursor."""
        formats = self.query_one(OptionList)
        option = formats.highlighted_option
        return str(option.id) if option else "md"

    @on(OptionList.OptionHighlighted)
    def _another(self) -> None:
        place = self.query_one(Input)
        path = Path(place.value)
        place.value = (
            str(path.with_suffix(f".{self.format}")) if path.name else self._file(self.format)
        )
        self._agreed = ""

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _submitted(self) -> None:
        place = self.query_one(Input).value.strip()
        if place:
            self.query_one("#trouble", Static).update(Content("Writing …"))
            self._write(Path(place).expanduser(), self.format)

    @work(exclusive=True, group="export", exit_on_error=False)
    async def _write(self, path: Path, name: str) -> None:
        trouble = self.query_one("#trouble", Static)
        try:
            if str(path) != self._agreed and await asyncio.to_thread(path.exists):
                self._agreed = str(path)
                trouble.update(Content(f"{path} is there already. ⏎ again replaces it."))
                return
            brief = await self.desk.brief(self.day, self.width)
            written = await self.desk.export(brief, name)
            await asyncio.to_thread(path.write_bytes, written)
        except BriefingError as error:
            trouble.update(Content(one_line(str(error))))
        except OSError as error:
            said = f"{path} cannot be written: {error.strerror or error}. Name another place."
            trouble.update(Content(one_line(said)))
        else:
            self.notify(f"Wrote {one_line(str(path))}", markup=False, timeout=6)
            self.dismiss()


class ThemeDialog(Window[None]):
    """The themes, each shown while the cursor is on it."""

    BINDINGS = [Binding("q,T", "dismiss_window", show=False)]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Every palette, shipped or the user's own."""
        from briefing.palette import palettes

        self._before = self.app.theme
        self._palettes = palettes(self.desk.settings.themes)
        with Vertical(classes="window small") as window:
            window.border_title = "Colours"
            yield OptionList(
                *(
                    Option(Content(one_line(palette.title or name)), id=name)
                    for name, palette in self._palettes.items()
                )
            )
            yield Static(Content("⏎ keep   esc as before"), classes="keys")

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        names = list(self._palettes)
        themes = self.query_one(OptionList)
        if self._before in names:
            themes.highlighted = names.index(self._before)
        themes.focus()

    @on(OptionList.OptionHighlighted)
    def _try(self, event: OptionList.OptionHighlighted) -> None:
        name = str(event.option.id)
        is_other = name != self.app.theme and name in self.app.available_themes
        if is_other and not self.app.no_color:
            self.app.theme = name

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        self._write(str(event.option.id))

    @work(exclusive=True, group="theme", exit_on_error=False)
    async def _write(self, name: str) -> None:
        """Into the settings; worn until the end of the session when they cannot be written."""
        file = self.desk.settings.file
        try:
            await asyncio.to_thread(keep_theme, file, name)
        except BriefingError as error:
            self.complain(error)
        else:
            over = os.environ.get("BRIEFING_THEME")
            more = " BRIEFING_THEME outranks it at the next start." if over else ""
            self.say(f"Kept in {file}.{more}")
        self.dismiss()

    def action_dismiss_window(self) -> None:
        """The theme as it was."""
        if self.app.theme != self._before:
            self.app.theme = self._before
        self.dismiss()


def _about(name: str) -> Content:
    """A format's name and what it is good for."""
    return Content.assemble(f"{name:<6}", (_FORMATS.get(name, ""), "$foreground-muted"))
