"""How the screen says times, counts and kinds: short, and never more exact than what is known."""

from __future__ import annotations

from datetime import date, datetime

from briefing.model import Article, Kind, Precision, Role, Status, Talk, When
from briefing.text import fold, local, one_line

KIND_SIGNS = {Kind.PERSON: "P", Kind.ORGANISATION: "O", Kind.PLACE: "L"}
UNKNOWN_DAY = 16  # cells that the words of an unknown day may take: `later this week?`
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def age(moment: datetime, now: datetime) -> str:
    """How old something is in three cells: `now`, `45m`, `7h`, `3d`, `5w`, `2y`."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return "now"
    if minutes < 60:
        return f"{minutes}m"
    if minutes < 48 * 60:
        return f"{minutes // 60}h"
    days = minutes // (24 * 60)
    if days < 100:
        return f"{days}d"
    return f"{days // 7}w" if days < 700 else f"{days // 365}y"


def moment_on(moment: datetime, day: date, now: datetime) -> str:
    """When something came, for the list of a day: its age today, else its hour or date."""
    there, hour = local(moment, now.tzinfo)
    if day == now.date() and hour:
        return age(moment, now)
    if there == day:
        return hour or "day"
    days = abs((there - day).days)
    return _DAYS[there.weekday()] if days < 7 else f"{there.day} {_MONTHS[there.month - 1]}"


def short_day(day: date) -> str:
    """`Sun 22 Nov`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """`Sun 22 November 2026`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_LONG_MONTHS[day.month - 1]} {day.year}"


def long_month(day: date) -> str:
    """`December 2026`."""
    return f"{_LONG_MONTHS[day.month - 1]} {day.year}"


def article_date(article: Article, now: datetime) -> str:
    """The article's own date, with its hour when that is known; `undated` else."""
    if article.published is not None and article.has_time:
        there = article.published.astimezone(now.tzinfo)
        return f"{long_day(there.date())}, {there:%H:%M}"
    if article.dated is not None:
        return long_day(article.dated)
    return "undated"


def when_short(when: When, day: date, *, weekday: bool = False) -> str:
    """The days of a talk in some six cells, seen from `day`: `Tue 24`, `15 Dec`, `~Dec`, `—`.

    With its `weekday`, a later day takes ten: `Tue 15 Dec`. Words that name no day that can be
    known are shown as they stand, with the mark of that: `Sunday?`.
    """
    first, last = when.first, when.last or when.first
    if first is None or last is None or when.precision is Precision.UNKNOWN:
        return f"{one_line(when.words, UNKNOWN_DAY - 1)}?" if when.words else "—"
    year = "" if first.year == day.year else f" {first.year % 100:02}"
    match when.precision:
        case Precision.DAY if first == last:
            if 0 <= (first - day).days < 7:
                return f"{_DAYS[first.weekday()]} {first.day}"
            return f"{short_day(first) if weekday else short_day(first)[4:]}{year}"
        case Precision.DAY:
            return _span(first, last, day) + year
        case Precision.WEEK:
            return "~" + _span(first, last, day) + year
        case Precision.MONTH:
            return f"~{_MONTHS[first.month - 1]}{year}"
        case Precision.QUARTER:
            return f"~Q{(first.month - 1) // 3 + 1}{year}"
        case Precision.SEASON:
            words = (when.words or "").casefold()
            season = next((name for name in _SEASONS if name in words), _MONTHS[first.month - 1])
            return f"~{season}{year}"
        case _:
            return f"~{first.year}"


def _span(first: date, last: date, day: date) -> str:
    if (first.year, first.month) != (last.year, last.month):
        return f"{first.day} {_MONTHS[first.month - 1]}–{last.day} {_MONTHS[last.month - 1]}"
    month = "" if (first.year, first.month) == (day.year, day.month) else _MONTHS[first.month - 1]
    return f"{first.day}–{last.day} {month}".rstrip()


def when_long(when: When) -> str:
    """The days of a talk in full, with its own words: `Tue 24 November 2026, 10:00 (“Tuesday”)`."""
    first, last = when.first, when.last or when.first
    said = f"“{one_line(when.words)}”" if when.words else ""
    if first is None or last is None or when.precision is Precision.UNKNOWN:
        return f"no date known ({said})" if said else "no date known"
    if first == last:
        days = long_day(first)
    else:
        about = "" if when.precision is Precision.DAY else "some time "
        days = f"{about}{long_day(first)} to {long_day(last)}"
    hour = f", {when.time}" if when.time else ""
    return f"{days}{hour} ({said})" if said else days + hour


def talk_words(talk: Talk) -> str:
    """What the talk is, after its status when it is not simply scheduled."""
    return talk.what if talk.status is Status.SCHEDULED else f"{talk.status} · {talk.what}"


def source_name(article: Article) -> str:
    """The paper or site of an article, for people."""
    return one_line(article.source or article.feed) or "unnamed source"


def role_words(role: Role) -> str:
    """`chief executive, Halden Maritime`; the body alone in the title is not said twice."""
    body = role.affiliation
    if not body or fold(body) in fold(role.title):
        return role.title
    return f"{role.title}, {body}"
