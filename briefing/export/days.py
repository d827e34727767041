"""Days in words: "Tue 24 Nov", "later this week, 21–23 Nov", "Dec", "undated: “Sunday”".

What is not known is not shown: a month stays a month, and words that name no day stay words.
English names are written here, for the locale of the machine must not change a brief.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from briefing.export.shown import shown
from briefing.model import Precision, When

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")

UNDATED = "undated"


def full_day(day: date) -> str:
    """The day as in "Sunday 22 November 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_words(day: date, near: date) -> str:
    """The day as in "Sun 22 Nov", with the year when it is not that of `near`."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {_short(day)}{_year(day, near)}"


def date_words(day: date, near: date) -> str:
    """The day as in "22 Nov", with the year when it is not that of `near`."""
    return f"{_short(day)}{_year(day, near)}"


def stretch_words(start: datetime, end: datetime, near: date) -> str:
    """The stretch as in "Sat 21 Nov, 18:00 to Sun 22 Nov, 24:00", each in its own zone."""
    return f"{_moment(start, near)} to {_end(end, near)}"


def time_words(when: When) -> str:
    """The hour of a talk on a single known day, else ""."""
    is_known = is_one_day(when) and when.time and _TIME.fullmatch(when.time)
    return when.time or "" if is_known else ""


def is_one_day(when: When) -> bool:
    """Whether the talk's day is known exactly."""
    return when.precision is Precision.DAY and when.first is not None and last(when) == when.first


def last(when: When) -> date | None:
    """The last day of the range; the first where no last one is known."""
    return when.last or when.first


def is_dated(when: When) -> bool:
    """Whether the words name days that can be known."""
    return when.first is not None and when.precision is not Precision.UNKNOWN


def when_words(when: When, near: date) -> str:
    """What is known of the days of a talk, and no more."""
    words = shown(when.words or "", 60)
    first, end = when.first, last(when)
    if first is None or end is None or when.precision is Precision.UNKNOWN:
        return f"{UNDATED}: “{words}”" if words else UNDATED
    if when.precision is Precision.DAY:
        return day_words(first, near) if first == end else _range(first, end, near)
    if _is_whole_months(first, end):
        months = _months(first, end, near)
        is_plain = when.precision in (Precision.MONTH, Precision.YEAR) or not words
        return months if is_plain else f"{words}, {months}"
    # The year is not said twice: "early January 2027, 1–10 Jan".
    days = _range(first, end, first if str(first.year) in words else near)
    return f"{words}, {days}" if words else days


def _moment(moment: datetime, near: date) -> str:
    return f"{day_words(moment.date(), near)}, {moment:%H:%M}"


def _end(moment: datetime, near: date) -> str:
    # A stretch that ends at midnight covers the day before, which ends at 24:00 (ISO 8601).
    if (moment.hour, moment.minute) == (0, 0):
        return f"{day_words(moment.date() - timedelta(days=1), near)}, 24:00"
    return _moment(moment, near)


def _short(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return _MONTHS[day.month - 1][:3]


def _year(day: date, near: date) -> str:
    return "" if day.year == near.year else f" {day.year}"


def _range(first: date, end: date, near: date) -> str:
    if first.year != end.year:
        return f"{_short(first)} {first.year}–{_short(end)} {end.year}"
    if first == end:
        return date_words(first, near)
    head = str(first.day) if first.month == end.month else _short(first)
    return f"{head}–{date_words(end, near)}"


def _is_whole_months(first: date, end: date) -> bool:
    return first.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _months(first: date, end: date, near: date) -> str:
    if first.year != end.year:
        return f"{_month(first)} {first.year}–{_month(end)} {end.year}"
    if (first.month, end.month) == (1, 12):
        return str(first.year)
    head = "" if first.month == end.month else f"{_month(first)}–"
    return f"{head}{_month(end)}{_year(end, near)}"
