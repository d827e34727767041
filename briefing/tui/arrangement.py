"""The ground of the dashboard: its five panes, which of them have room, and moving among them.

Where only two fit, the other three are shown one at a time with the screen to themselves.
"""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from briefing.model import Headline
from briefing.text import one_line
from briefing.tui.bars import TopBar
from briefing.tui.deeds import Deeds
from briefing.tui.filtering import FilterLine
from briefing.tui.panes.actors import ActorsPane
from briefing.tui.panes.quotes import QuotesPane
from briefing.tui.panes.stories import StoriesPane
from briefing.tui.panes.story import StoryPane
from briefing.tui.panes.talks import TalksPane
from briefing.tui.rows import Rows

PANES = ("stories", "story", "actors", "quotes", "upcoming")
NAMES = ("Stories", "Story", "Actors", "Quotes", "Upcoming")
SAMPLE_NOTICE = (
    (" Sample articles", "bold $text-warning"),
    "  invented, to look around.  ",
    ("a", "bold $text-primary"),
    " adds your own sources",
)


class Arrangement(Deeds):
    """Five panes and the keys that go from one to another."""

    is_whole_day: var[bool] = var(False)
    alone: var[str] = var("")  # the pane that has the screen to itself
    _is_cramped = False  # it has so for want of room, not because the reader asked

    # ---- the parts

    def compose(self) -> ComposeResult:
        """The bar, the notice, five panes, the filter, the keys."""
        yield TopBar()
        yield Static(Content.assemble(*SAMPLE_NOTICE), id="notice")
        with Container(id="panes"):
            yield StoriesPane(id="stories")
            yield StoryPane(id="story")
            yield ActorsPane(id="actors")
            yield QuotesPane(id="quotes")
            yield TalksPane(id="upcoming")
        yield FilterLine()
        yield self.key_bar()

    def pane(self, name: str) -> Rows[Any]:
        """The pane of that name."""
        return self.query_one(f"#{name}", Rows)

    @property
    def stories(self) -> StoriesPane:
        """The pane of stories."""
        return self.query_one(StoriesPane)

    @property
    def headline(self) -> Headline | None:
        """The story under the cursor."""
        return self.stories.current

    @property
    def is_compact(self) -> bool:
        """Whether only two panes fit."""
        return self.has_class("-narrow") or (
            self.has_class("-low") and not self.has_class("-widest")
        )

    def on_filter_line_filtered(self, event: FilterLine.Filtered) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)
        self.name_panes()

    def name_panes(self) -> None:
        """Say on each pane's border what it is and how much it holds."""
        for number, (pane_id, name) in enumerate(zip(PANES, NAMES, strict=True), 1):
            pane = self.pane(pane_id)
            said = f"{number} {name}"
            if pane_id == "story":
                said = f"{number} Whole day" if self.is_whole_day else said
            elif pane.items:
                said += f" · {len(pane.items):,}"
            if pane.border_title != said:
                pane.border_title = said
            notes = [f"only: {pane.needle}"] if pane.needle else []
            if pane_id == "upcoming" and (self.is_whole_day or self.is_compact):
                notes.append("all that is coming")
            elif pane_id in PANES[2:] and self.is_whole_day:
                notes.append("whole day")
            # A title of a border is read as markup unless it is escaped.
            note = Content(one_line(" · ".join(notes), 60)).markup
            if pane.border_subtitle != note:
                pane.border_subtitle = note

    # ---- panes

    def watch_alone(self) -> None:
        """One pane, or all that fit."""
        self._arrange(self._focused_pane)

    @property
    def _focused_pane(self) -> str:
        """The pane in focus, or ""."""
        name = self.focused.id if self.focused else None
        return name if name in PANES else ""

    def _arrange(self, focused: str) -> None:
        if not self.alone and self.is_compact and focused in PANES[1:4]:
            self._is_cramped = True
            self.set_reactive(Arrangement.alone, focused)
        elif self._is_cramped and not self.is_compact:
            self._is_cramped = False
            self.set_reactive(Arrangement.alone, "")
        for name in PANES:
            self.pane(name).set_class(bool(self.alone) and self.alone != name, "-hidden")
        self.set_class(bool(self.alone), "-alone")

    def action_pane(self, number: int) -> None:
        """Go to a pane; where it does not fit, it gets the screen to itself."""
        name = PANES[number - 1]
        self.stories.stays_on_top = False  # who goes to read a story stays with it
        needs_room = self.is_compact and name in PANES[1:4]
        stays_alone = bool(self.alone) and not self.is_compact
        self.set_focus(self.pane(name))
        self._is_cramped = needs_room
        self.alone = name if needs_room or stays_alone else ""

    def action_open(self) -> None:
        """Open the row; one comes back to the same story."""
        self.stories.stays_on_top = False
        super().action_open()

    def action_pane_by(self, step: int) -> None:
        """To the next pane, round and round."""
        here = self.focused.id if self.focused and self.focused.id in PANES else PANES[0]
        self.action_pane((PANES.index(here) + step) % len(PANES) + 1)

    def action_zen(self) -> None:
        """Give the pane the whole screen, and back."""
        if self.alone:
            self._to_all()
        elif self.focused is not None and self.focused.id in PANES:
            self._is_cramped = False
            self.alone = self.focused.id

    def _to_all(self) -> None:
        if self.is_compact and self.alone in PANES[1:4]:
            self.set_focus(self.pane("stories"))
        self._is_cramped = False
        self.alone = ""

    def action_back(self) -> None:
        """Out of the filter, then of the one pane, then of the whole day; never further."""
        rows = self.focused
        if isinstance(rows, Rows) and rows.needle:
            rows.filter("")
            self.name_panes()
        elif self.alone:
            self._to_all()
        elif self.is_whole_day:
            self.is_whole_day = False
        else:
            self.pane("stories").focus()

    def action_back_or_quit(self) -> None:
        """Out of the one pane, or out of the program."""
        if self.alone:
            self._to_all()
        else:
            self.host.leave()

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        if isinstance(self.focused, Rows):
            self.query_one(FilterLine).begin(self.focused)

    def action_whole_day(self) -> None:
        """From the story to the whole day, and back."""
        self.is_whole_day = not self.is_whole_day

    def on_resize(self, _event: events.Resize) -> None:
        """A pane that was alone for want of room makes room again; coming talks may widen."""
        # A pane that is hidden for want of room loses the focus before it is given the screen.
        self.call_after_refresh(self._settle, self._focused_pane)

    def show_talks(self) -> None:
        """The talks of the story, or of the whole day; the dashboard knows which."""
        raise NotImplementedError

    def say_more(self) -> object:
        """Fill the room that the pane of stories has."""
        raise NotImplementedError

    def _settle(self, focused: str) -> None:
        self._arrange(focused)
        if self.alone == focused and focused:
            self.set_focus(self.pane(focused))
        self.show_talks()
        self.say_more()
