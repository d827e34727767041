"""The window of days: each that has articles, with its stories and how many are unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from briefing.text import counted
from briefing.tui import views
from briefing.tui.cells import pad
from briefing.tui.dialogs import Window
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import long_day

AT_ONCE = 10  # days that are counted before they are shown


@dataclass(frozen=True, slots=True)
class Day:
    """A day and, when they are counted, its stories."""

    day: date
    stories: int | None = None
    unread: int = 0


class DayRows(Rows[Day]):
    """`Sun 22 November 2026   14 stories · 9 unread`."""

    today: date = date(1970, 1, 1)

    def key(self, item: Day) -> str:
        """The day."""
        return str(item.day)

    def lines(self, item: Day, width: int) -> Sequence[Line]:
        """One line a day."""
        name = ("Today, " if item.day == self.today else "") + long_day(item.day)
        stories = "" if item.stories is None else counted(item.stories, "story", "stories")
        unread = f"{item.unread:,} unread" if item.unread else ""
        return (
            (
                (" " + pad(name, max(8, width - 27)), "strong" if item.unread else ""),
                (pad(stories, 13, right=True), ""),
                (pad(unread, 12, right=True), "accent"),
            ),
        )


class DaysDialog(Window[date]):
    """Choose a day."""

    BINDINGS = [  # noqa: RUF012
        Binding("q,D,backspace", "dismiss_window", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self, days: Sequence[date], day: date) -> None:
        super().__init__()
        self.days = tuple(days)
        self.day = day

    def compose(self) -> ComposeResult:
        """The days, newest first."""
        with Vertical(classes="window") as window:
            window.border_title = "Days"
            yield DayRows(id="days")
            yield Static(Content("⏎ go there   esc close"), classes="keys")

    def on_mount(self) -> None:
        """The list at once, its counts as they come."""
        rows = self.query_one(DayRows)
        rows.today = self.desk.now().date()
        rows.styles.height = min(len(self.days), 12)
        rows.show([Day(day) for day in self.days])
        rows.find(str(self.day))
        rows.focus()
        self._count()

    @work(exclusive=True, group="count", exit_on_error=False)
    async def _count(self) -> None:
        counted: list[Day] = []
        for start in range(0, len(self.days), AT_ONCE):
            some = self.days[start : start + AT_ONCE]
            found = await self.ask(partial(views.ask_counts, self.desk, some))
            if found is None:
                return
            counted += [Day(day, *numbers) for day, numbers in zip(some, found, strict=True)]
            left = [Day(day) for day in self.days[len(counted) :]]
            self.query_one(DayRows).show([*counted, *left])

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Close with the day under the cursor."""
        row = self.query_one(DayRows).current
        self.dismiss(row.day if row else None)
