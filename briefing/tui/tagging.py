"""The window that tags a source; `f` finds sources and stories by their tags."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefing.model import Feed
from briefing.text import one_line
from briefing.tui.cells import fit
from briefing.tui.dialogs import Window

MOST_KNOWN = 12  # tags that are shown to choose from
LONGEST = 40  # letters of one tag


class TagDialog(Window[None]):
    """One line with the tags of a source."""

    def __init__(self, feed: Feed, known: Iterable[str]) -> None:
        super().__init__()
        self.feed = feed
        self.known = tuple(known)

    def compose(self) -> ComposeResult:
        """The tags, and those that other sources bear."""
        with Vertical(classes="window") as window:
            window.border_title = "Tags"
            yield Static(Content(fit(self.feed.name, 66)), classes="question")
            yield Input(
                value=", ".join(map(one_line, self.feed.tags)),
                placeholder="world, politics",
                select_on_focus=False,
                id="place",
            )
            if self.known:
                words = "In use: " + ", ".join(map(one_line, self.known[:MOST_KNOWN]))
                yield Static(Content(words), classes="note")
            yield Static(
                Content("commas between tags   ⏎ keep   esc close   f finds by tag"),
                classes="keys",
            )

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self._keep(tags_of(event.value))

    @work(exclusive=True, group="tag", exit_on_error=False)
    async def _keep(self, tags: tuple[str, ...]) -> None:
        changed = await self.ask(lambda: self.desk.own.feeds.tag(self.feed.url, tags))
        if changed is not None:
            name = one_line(self.feed.name, 40)
            said = ", ".join(tags)
            self.say(f"Tagged {name}: {said}." if tags else f"{name} has no tags now.")
            self.dismiss()


def tags_of(words: str) -> tuple[str, ...]:
    """The tags in the words: between commas, without the # that some write, each once."""
    parts = (one_line(part).strip().lstrip("#").strip() for part in re.split(r"[,;]", words))
    return tuple(dict.fromkeys(part[:LONGEST] for part in parts if part))
