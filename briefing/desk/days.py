"""Days and windows: which stretch of time a brief of a day covers.

A day is the reader's own calendar day. Its window opens the evening before, so that what broke
after yesterday's supper stands in this morning's brief, and closes at midnight.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from briefing.errors import UsageError
from briefing.model import Window

EVENING = time(18)
FIRST_YEAR, LAST_YEAR = 1600, 9000


def window_of(day: date, width: int, zone: tzinfo | None) -> Window:
    """The window of `width` days that ends with `day`, in the reader's zone."""
    first = day - timedelta(days=max(1, width))
    start = datetime.combine(first, EVENING, zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    return Window(day, start, end)


def parse_day(words: str, today: date) -> date:
    """A day as typed: YYYY-MM-DD, "today", "yesterday", or -N days. Raises `UsageError`."""
    known = {"today": 0, "yesterday": 1}
    if words.casefold() in known:
        return today - timedelta(days=known[words.casefold()])
    try:
        day = (
            today - timedelta(days=int(words[1:]))
            if words.startswith("-")
            else date.fromisoformat(words)
        )
        return _with_news(day)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{words!r} is no day. Write YYYY-MM-DD, today, yesterday, or -2 for two days ago."
        ) from error


def _with_news(day: date) -> date:
    """The day, when windows round it can be counted; ValueError at the ends of the calendar."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(day)
    return day


def parse_now(words: str) -> datetime:
    """A moment as typed, in the reader's zone unless it names one. Raises `UsageError`."""
    try:
        moment = datetime.fromisoformat(words)
        _with_news(moment.date())
    except ValueError as error:
        raise UsageError(
            f"{words!r} is no moment. Write it like 2026-11-22T06:00 or 2026-11-22T06:00+01:00."
        ) from error
    return moment if moment.tzinfo else moment.astimezone()
