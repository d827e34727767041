"""Moments and days as the store keeps them: whole microseconds since 1970 in UTC, and ISO days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOON = time(12)

# A condition on `articles` with the four parameters that `window` gives.
IN_WINDOW = (
    "(articles.moment >= ? AND articles.moment < ? AND articles.whole_day IS NULL"
    " OR articles.whole_day >= ? AND articles.whole_day <= ?)"
)


def stored(moment: datetime | None) -> int | None:
    """The moment as a number; TypeError when it knows no zone."""
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


def window(start: datetime, end: datetime) -> tuple[int | None, int | None, str, str]:
    """The parameters of `IN_WINDOW`: an article is in it from `start` (included) to `end` (excluded).

    One that knows only its day counts as noon of that day in the zone of `start`: midnight in UTC,
    as `published` has it, is the day before in America.
    """
    zone = start.tzinfo
    first, last = start.date(), end.astimezone(zone).date()
    if datetime.combine(first, NOON, zone) < start:
        first += timedelta(days=1)
    if datetime.combine(last, NOON, zone) >= end:
        last -= timedelta(days=1)
    return stored(start), stored(end), first.isoformat(), last.isoformat()
