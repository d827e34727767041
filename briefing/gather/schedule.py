"""Schedule: when a feed wishes to be asked, as it says of itself.

`ttl` (RSS 2.0) and `sy:updatePeriod` (RSS 1.0 module) say how long it rests, `skipHours` and
`skipDays` (RSS 0.91) in which hours and on which days nothing comes, all in UTC. Only a refresh
that nobody asked for waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_REST = timedelta(days=1)  # however long a feed says that it rests
_HEAD = 20_000  # characters before the first entry that are looked at
_ENTRY = re.compile(r"<(?:item|entry)[\s>]")
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(r"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*<", re.IGNORECASE)
_FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})\s*<", re.IGNORECASE)
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_HOURS = re.compile(r"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*<", re.IGNORECASE)
_DAYS = re.compile(r"<skipDays>(.{0,1000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"<day>\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*<", re.IGNORECASE)
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long a feed rests after it was asked, and when it is not to be asked at all."""

    minutes: int = 0
    hours: frozenset[int] = frozenset()  # 0 to 23
    days: frozenset[int] = frozenset()  # 0 is Monday

    @property
    def words(self) -> str:
        """The schedule as the store keeps it: "60 0,1,2 5,6"; "" when it says nothing."""
        if self == Schedule():
            return ""
        return f"{self.minutes} {_listed(self.hours)} {_listed(self.days)}"

    def after(self, now: datetime) -> datetime:
        """The first moment at which the feed may be asked again; `now` when it does not care."""
        moment = now + min(timedelta(minutes=self.minutes), LONGEST_REST)
        for _ in range(7 * 24):
            there = moment.astimezone(UTC)
            if there.weekday() in self.days:
                moment = _day_of(there) + timedelta(days=1)
            elif there.hour in self.hours:
                moment = there.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
            else:
                break
        return moment


def schedule_of(words: str) -> Schedule:
    """The schedule that `Schedule.words` gave."""
    if not words:
        return Schedule()
    minutes, hours, days = words.split(" ")
    return Schedule(int(minutes), _numbers(hours), _numbers(days))


def schedule_in(document: str) -> Schedule:
    """What the head of a feed says; a feed that would never be asked says nothing."""
    entry = _ENTRY.search(document)
    head = document[: min(entry.start() if entry else _HEAD, _HEAD)]
    hours = frozenset(int(hour) % 24 for hour in _HOUR.findall(_within(_HOURS, head)))
    days = frozenset(_WEEK.index(day.lower()) for day in _DAY.findall(_within(_DAYS, head)))
    return Schedule(
        _minutes(head),
        hours if len(hours) < 24 else frozenset(),
        days if len(days) < 7 else frozenset(),
    )


def _minutes(head: str) -> int:
    if found := _TTL.search(head):
        return int(found[1])
    if found := _PERIOD.search(head):
        often = _FREQUENCY.search(head)
        return _PERIODS[found[1].lower()] // max(1, int(often[1]) if often else 1)
    return 0


def _within(part: re.Pattern[str], head: str) -> str:
    found = part.search(head)
    return found[1] if found else ""


def _day_of(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, sorted(numbers)))


def _numbers(words: str) -> frozenset[int]:
    return frozenset(int(number) for number in words.split(",") if number)
