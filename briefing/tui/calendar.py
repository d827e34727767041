"""The calendar: all coming talks that are stored, by day, week or month, undated ones last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from textual import on, work
from textual.app import ComposeResult

from briefing.model import Headline, Precision, Talk
from briefing.text import counted
from briefing.tui.bars import TopBar, title_bits
from briefing.tui.bindings import bindings_of
from briefing.tui.commands import CALENDAR
from briefing.tui.deeds import Deeds
from briefing.tui.filtering import FilterLine
from briefing.tui.panes.talks import TalksPane
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import long_day, long_month, short_day

Period = Literal["day", "week", "month"]
_NEXT: dict[Period, Period] = {"day": "week", "week": "month", "month": "day"}
_LATER = "No date known"
_GAP = ""  # the heading that is an empty line


class CalendarRows(Rows[Talk | str]):
    """Talks under the headings of their days, weeks or months."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.painter = TalksPane()

    def key(self, item: Talk | str) -> str:
        """A talk's place; a heading's words."""
        return item if isinstance(item, str) else self.painter.key(item)

    def words(self, item: Talk | str) -> str:
        """What, where, who."""
        return item if isinstance(item, str) else self.painter.words(item)

    def is_row(self, item: Talk | str) -> bool:
        """Headings are none."""
        return not isinstance(item, str)

    def prepare(self, items: Sequence[Talk | str], width: int) -> None:
        """Columns as in the pane of talks."""
        self.painter.prepare([item for item in items if not isinstance(item, str)], width - 2)

    def lines(self, item: Talk | str, width: int) -> Sequence[Line]:
        """One line each."""
        if isinstance(item, str):
            return (((item, "accent"),),)
        (line,) = self.painter.lines(item, width - 2)
        return ((("  ", ""), *line),)


class CalendarScreen(Deeds):
    """What is coming, counted from the day of the dashboard."""

    place = CALENDAR
    BINDINGS = bindings_of(CALENDAR, everywhere=True)

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day
        self.period: Period = "day"
        self.talks: tuple[Talk, ...] = ()

    def compose(self) -> ComposeResult:
        """One long list."""
        yield TopBar()
        yield CalendarRows(id="calendar")
        yield FilterLine()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Ask for the talks."""
        rows = self.query_one(CalendarRows)
        rows.painter.day = self.day
        rows.focus()
        self.load()

    @work(exclusive=True, group="load", exit_on_error=False)
    async def load(self) -> None:
        """All that is stored and ahead of the day."""
        self.talks = await self.ask(lambda: self.desk.upcoming(self.day, 1000)) or ()
        self._show()

    def _show(self) -> None:
        rows = self.query_one(CalendarRows)
        rows.border_title = f"Coming, by {self.period}"
        rows.empty = "No coming talks in what is read so far. R refreshes."
        today = self.desk.now().date()
        rows.show(tuple(grouped(self.talks, self.period, today)))
        said = f"{counted(len(self.talks), 'talk')} from {short_day(self.day)}"
        self.query_one(TopBar).left = title_bits("Calendar", said)

    @property
    def headline(self) -> Headline | None:
        """No story is under the cursor here."""
        return None

    @on(Rows.Chosen)
    def _row_chosen(self) -> None:
        self.action_open()

    def on_filter_line_filtered(self, event: FilterLine.Filtered) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        self.query_one(FilterLine).begin(self.query_one(CalendarRows))

    def action_period(self) -> None:
        """From days to weeks to months."""
        self.period = _NEXT[self.period]
        self._show()


def grouped(talks: Sequence[Talk], period: Period, today: date) -> Iterator[Talk | str]:
    """The talks under headings; one whose days are only roughly known stands after exact ones."""
    before = None
    for talk in sorted(talks, key=_order):
        heading = _heading(talk, period, today)
        if heading != before:
            yield from (heading,) if before is None else (_GAP, heading)
            before = heading
        yield talk


def _order(talk: Talk) -> tuple[bool, date, date, str]:
    first, last = _days(talk)
    return first is None, first or date.max, last or date.max, talk.when.time or "99"


def _days(talk: Talk) -> tuple[date | None, date | None]:
    if talk.when.precision is Precision.UNKNOWN:
        return None, None
    return talk.when.first, talk.when.last or talk.when.first


def _heading(talk: Talk, period: Period, today: date) -> str:
    first, last = _days(talk)
    if first is None or last is None:
        return _LATER
    if period == "day" and first == last:
        near = {today: "Today, ", today + timedelta(days=1): "Tomorrow, "}.get(first, "")
        return near + long_day(first)
    if period in {"day", "week"} and (last - first).days < 7:
        monday = first - timedelta(days=first.weekday())
        return f"Week of {short_day(monday)}"
    if (first.year, first.month) == (last.year, last.month):
        return long_month(first)
    return "Later, or over a longer time"
