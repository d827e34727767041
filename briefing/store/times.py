"""Moments and days as the store keeps them: whole microseconds since 1970 in UTC, and ISO days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOON = time(12)
FIRST, LAST = -(2**62), 2**62  # before and after every moment

# A condition on `articles` with the four parameters that `window` gives.
IN_WINDOW = (
    "(articles.moment >= ? AND articles.moment < ? AND articles.whole_day IS NULL"
    " OR articles.whole_day >= ? AND articles.whole_day <= ?)"
)


def stored(moment: datetime) -> int:
    """The moment as a number; TypeError when it knows no zone."""
    return (moment - EPOCH) // MICROSECOND


def stored_or_none(moment: datetime | None) -> int | None:
    """The moment, which may be missing, as a number; TypeError when it knows no zone."""
    return None if moment is None else (moment - EPOCH) // MICROSECOND


def moment(number: int) -> datetime:
    """The moment of a stored number, in UTC."""
    return EPOCH + timedelta(microseconds=number)


def moment_or_none(number: int | None) -> datetime | None:
    """The moment of a stored number that may be missing."""
    return None if number is None else EPOCH + timedelta(microseconds=number)


def day_or_none(words: str | None) -> date | None:
    """The day of a stored ISO text that may be missing."""
    return None if words is None else date.fromisoformat(words)


def window(start: datetime | None, end: datetime | None) -> tuple[int, int, str, str]:
    """The parameters of `IN_WINDOW`: from `start` (included) to `end` (excluded); None is no bound.

    An article that knows only its day counts as noon of that day in the zone of `start`: midnight
    in UTC, as `published` has it, is the day before in America.
    """
    first, last = "", "9999-12-31"
    if start is not None:
        day = start.date()
        is_past = datetime.combine(day, NOON, start.tzinfo) < start
        first = (day + timedelta(days=1) if is_past else day).isoformat()
    if end is not None:
        zone = end.tzinfo if start is None else start.tzinfo
        day = end.astimezone(zone).date()
        is_ahead = datetime.combine(day, NOON, zone) >= end
        last = (day - timedelta(days=1) if is_ahead else day).isoformat()
    return (
        FIRST if start is None else stored(start),
        LAST if end is None else stored(end),
        first,
        last,
    )
