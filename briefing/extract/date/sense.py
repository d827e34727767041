"""Date sense: what a date expression means: its days, its exactness and its TIMEX3 value.

Pure calendar arithmetic. A sense without days (`first` is None) names a time that cannot be
counted: "now", or "Sunday" in an article that bears no date. Weeks are those of ISO 8601.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from briefing.model import Precision

_NEAR = 45  # days
_REPORTED = 240  # days
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month each begins


class Tense(Enum):
    """Which way from the publication day an expression points, as far as its sentence tells."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1
    PLANNED = 2  # "was to leave": ahead when the plan was made, perhaps over by now
    PRESENT = 3  # "plays on Thursday": a timetable, or history told in the present

    @property
    def side(self) -> int:
        """-1 for what is over, 1 for what lies ahead, 0 where nothing tells."""
        return {Tense.PAST: -1, Tense.FUTURE: 1}.get(self, 0)

    @property
    def is_ahead(self) -> bool:
        """Whether a day of the week so meant is the next one."""
        return self in {Tense.FUTURE, Tense.PLANNED, Tense.PRESENT}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning: the days from `first` to `last`, both included, and the value of TIMEX3."""

    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    time: str | None = None  # "HH:MM"

    @property
    def is_day(self) -> bool:
        """Whether it names one known day."""
        return self.precision is Precision.DAY and self.first is not None


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is read against."""

    said_on: date | None = None  # the publication day
    tense: Tense = Tense.UNKNOWN
    before: Sense | None = None  # the date named before it: "that day", "the following year"
    period: Sense | None = None  # the quarter or year under report: "a year earlier"


def a_day(day: date, part: str = "") -> Sense:
    """One day, or a part of it: "2026-11-26", "2026-11-26TMO"."""
    value = day.isoformat()
    if part:
        value += part if part.startswith("T") else f"T{part}"
    return Sense(value, day, day, Precision.DAY)


def at_time(sense: Sense, time: str) -> Sense:
    """The same day at a time of it: "HH:MM"."""
    if not sense.is_day:
        return replace(sense, time=time)
    return replace(sense, value=f"{sense.value[:10]}T{time}", time=time)


def a_week(day: date) -> Sense:
    """The week that holds the day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Sense(f"{year}-W{week:02}", monday, _later(monday, 6), Precision.WEEK)


def a_weekend(day: date) -> Sense:
    """The weekend of the week that holds the day."""
    week = a_week(day)
    assert week.first is not None
    return Sense(f"{week.value}-WE", _later(week.first, 5), _later(week.first, 6), Precision.WEEK)


def a_month(year: int, month: int) -> Sense:
    """One month; `month` may run over either end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return Sense("XXXX-XX")
    last = date(year, month, monthrange(year, month)[1])
    return Sense(f"{year:04}-{month:02}", last.replace(day=1), last, Precision.MONTH)


def a_quarter(year: int, quarter: int) -> Sense:
    """One quarter of a calendar year; it may run over either end."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    span = _months(year, 3 * quarter - 2, 3)
    return Sense(f"{year:04}-Q{quarter}", *span, Precision.QUARTER)


def a_half(year: int, half: int) -> Sense:
    """Half a calendar year."""
    return Sense(f"{year:04}-H{half}", *_months(year, 6 * half - 5, 6), Precision.YEAR)


def a_season(year: int, season: str) -> Sense:
    """One season of the northern year; winter bears the year it begins in."""
    return Sense(f"{year:04}-{season}", *_months(year, SEASONS[season], 3), Precision.SEASON)


def a_year(year: int) -> Sense:
    """One calendar year."""
    return Sense(f"{year:04}", date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def a_decade(year: int) -> Sense:
    """The ten years that begin with the year."""
    return Sense(
        f"{year // 10:03}", date(year, 1, 1), date(min(year + 9, 9999), 12, 31), Precision.UNKNOWN
    )


def part_of(sense: Sense, edge: str) -> Sense:
    """The early, middle or late part of a stretch; the value stays that of the whole."""
    if sense.first is None or sense.last is None:
        return sense
    days = (sense.last - sense.first).days + 1
    if days == 1:
        return sense
    edge = "late" if edge == "end" else edge
    third = days // 3
    first, last = sense.first, sense.last
    if sense.precision is Precision.YEAR and days > 300:
        ends = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[edge]
        first, last = _months(first.year, ends[0], ends[1] - ends[0] + 1)
    elif edge == "early":
        last = _later(first, max(third - 1, 0))
    elif edge == "mid":
        first, last = _later(first, third), _later(last, -third)
    else:
        first = _later(last, -max(third - 1, 0))
    return replace(sense, first=first, last=last)


def weekday_near(said_on: date, weekday: int, tense: Tense) -> date:
    """The day of the week that is meant: today itself, else the next or the latest one."""
    ahead = (weekday - said_on.weekday()) % 7
    if ahead == 0 or tense.is_ahead:
        return _later(said_on, ahead)
    return _later(said_on, ahead - 7)


def year_of_month(said_on: date, month: int, tense: Tense) -> int:
    """The year a month without one is in: on the side the tense points to, unless that is far away.

    What happened in December, said in November, did so eleven months ago.
    """
    ahead = (month - said_on.month) % 12
    coming = said_on.year + (month < said_on.month)
    furthest = {Tense.PAST: 0, Tense.UNKNOWN: 2, Tense.FUTURE: 11}.get(tense, 5)
    return coming if ahead <= furthest else coming - 1


def year_of_day(said_on: date, month: int, day: int, tense: Tense) -> int:
    """The year a day without one is in: the nearest; the tense decides when that is far away.

    "Nov. 10" in an article of 2 November is this year's whatever the tense of its verb.
    """
    years = [y for y in (said_on.year - 1, said_on.year, said_on.year + 1) if is_day(y, month, day)]
    if not years:
        return said_on.year
    distance = {y: (date(y, month, day) - said_on).days for y in years}
    nearest = min(years, key=lambda y: abs(distance[y]))
    side = 1 if tense is Tense.PRESENT else tense.side  # "the cup kicks off on June 11"
    if side == 0 or abs(distance[nearest]) <= _NEAR:
        return nearest
    sided = [y for y in years if distance[y] * side > 0]
    return min(sided, key=lambda y: abs(distance[y])) if sided else nearest


def season_near(said_on: date, season: str, which: int | None, tense: Tense) -> Sense:
    """Last, this or next summer; without a word for which, the tense decides."""
    year = said_on.year
    if which == 0:
        if season == "WI" and said_on.month <= 2:
            return a_season(year - 1, season)
        return a_season(year, season)
    found = [a_season(y, season) for y in (year - 2, year - 1, year, year + 1, year + 2)]
    if which == 1 or (which is None and tense is Tense.FUTURE):
        from_today = which == 1
        return next(
            s for s in found if s.first and s.last and (s.first if from_today else s.last) > said_on
        )
    begun = [s for s in found if s.first and s.last and s.first <= said_on]
    ended = [s for s in begun if s.last and s.last < said_on]
    return (ended if which == -1 else begun)[-1]


def quarter_near(said_on: date, quarter: int, tense: Tense) -> Sense:
    """The quarter of that number: the one that is reported, or the one under way or coming.

    Results are told within months: a "fourth quarter" reported in November is that of a business
    year, not the one that ended ten months before.
    """
    now = (said_on.month - 1) // 3 + 1
    if tense is Tense.FUTURE:
        return a_quarter(said_on.year + (quarter < now), quarter)
    ended = a_quarter(said_on.year - (quarter >= now), quarter)
    assert ended.last is not None
    is_long_ago = (said_on - ended.last).days > _REPORTED
    return a_quarter(said_on.year, quarter) if is_long_ago and quarter >= now else ended


def moved(day: date, count: int, unit: str) -> date | None:
    """The day that lies so many units away; None beyond the calendar."""
    try:
        if unit in {"day", "week", "fortnight"}:
            return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def unit_around(day: date, unit: str) -> Sense:
    """The day, week, month, year, decade or century that holds the day."""
    if unit == "day":
        return a_day(day)
    if unit in {"week", "fortnight"}:
        return a_week(day)
    if unit == "month":
        return a_month(day.year, day.month)
    if unit == "decade":
        return a_decade(day.year // 10 * 10)
    if unit == "century":
        return a_century(day.year // 100)
    return a_year(day.year)


def a_century(hundreds: int) -> Sense:
    """The hundred years whose numbers begin with these two figures: 19 is the 20th century."""
    if not 1 <= hundreds <= 98:
        return Sense(f"{hundreds:02}")
    first = date(hundreds * 100, 1, 1)
    return Sense(f"{hundreds:02}", first, date(hundreds * 100 + 99, 12, 31))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the "anonymous" algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    year = min(max(year, 1), 9998)
    end = month + count - 1
    last_year, last_month = year + (end - 1) // 12, (end - 1) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
