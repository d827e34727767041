"""Date rules: dates that name their day, month, quarter, season or year, and times of the day.

"Nov. 26, 2026" is complete; "November" and "the third quarter" lean on the publication day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing.extract.date.grammar import Parts, Rule
from briefing.extract.date.sense import (
    Scene,
    Sense,
    a_century,
    a_day,
    a_decade,
    a_half,
    a_month,
    a_quarter,
    a_season,
    a_year,
    at_time,
    easter,
    is_day,
    moved,
    part_of,
    quarter_near,
    season_near,
    year_of_day,
    year_of_month,
)
from briefing.extract.date.words import Word

_MISCOUNTED = 21  # days
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def written_day(parts: Parts, _scene: Scene) -> Sense | None:
    """2026-11-26, 2026-11-26T09:00, 11/26/2026, 26.11.2026."""
    word = parts.get("iso") or parts["slashed"]
    numbers = [int(number) for number in re.findall(r"\d+", word.text)]
    if "iso" in parts:
        year, month, day = numbers[:3]
    else:
        month, day, year = numbers
        if month > 12 or "." in word.text:  # the European order, also that of dots
            month, day = day, month
        year += 0 if year > 99 else 2000 if year < 70 else 1900
    if not is_day(year, month, day):
        return None
    sense = a_day(date(year, month, day))
    clock = re.search(r"[T ](\d\d:\d\d)", word.text)
    return at_time(sense, clock.group(1)) if clock else sense


def month_day(parts: Parts, scene: Scene) -> Sense | None:
    """Nov. 26; Thursday, 26 November 2026; Nov. 20-22."""
    month, day = parts["month"].number, parts["monthday"].number
    if "year" in parts:
        year = parts["year"].number
    elif scene.said_on is None:
        return Sense(f"XXXX-{month:02}-{day:02}") if is_day(2000, month, day) else None
    elif "ofyear" in parts:
        year = scene.said_on.year + parts["ofyear"].number
    else:
        year = year_of_day(scene.said_on, month, day, scene.tense)
        year = _year_by_weekday(parts, scene.said_on, year, month, day)
    if not is_day(year, month, day):
        return None
    sense = a_day(date(year, month, day), str(parts["part"].value) if "part" in parts else "")
    return _until(parts, sense) if "until" in parts else sense


def _until(parts: Parts, sense: Sense) -> Sense:
    """The days up to another of that month; "28-2 Dec." and "Nov. 28-2" run into the next one."""
    day, first = parts["until"].number, sense.first
    if first is None:
        return sense
    if day >= first.day:
        is_last = is_day(first.year, first.month, day)
        return replace(sense, last=first.replace(day=day)) if is_last else sense
    is_of_last = parts["month"].start > parts["until"].start
    begin = moved(first, -1, "month") if is_of_last else first
    end = first if is_of_last else moved(first, 1, "month")
    if begin is None or end is None or begin.day != first.day or not 1 <= day <= 28:
        return sense
    return replace(sense, value=begin.isoformat(), first=begin, last=end.replace(day=day))


def _year_by_weekday(parts: Parts, said_on: date, year: int, month: int, day: int) -> int:
    """The nearest year in which that day falls on the weekday that stands beside it.

    Of a day that is weeks away at most the weekday was miscounted rather than the year left out.
    """
    name = parts.get("weekday") or parts.get("short")
    if name is None or not is_day(year, month, day):
        return year
    if abs((date(year, month, day) - said_on).days) <= _MISCOUNTED:
        return year
    fits = [
        near
        for near in (year, year + 1, year - 1)
        if is_day(near, month, day) and date(near, month, day).weekday() == name.number
    ]
    return fits[0] if fits else year


def month(parts: Parts, scene: Scene) -> Sense | None:
    """November; early November; November 2026; January this year."""
    number = parts["month"].number
    if "year" in parts:
        sense = a_month(parts["year"].number, number)
    elif scene.said_on is None:
        return Sense(f"XXXX-{number:02}")
    elif "ofyear" in parts:
        sense = a_month(scene.said_on.year + parts["ofyear"].number, number)
    else:
        sense = a_month(year_of_month(scene.said_on, number, scene.tense), number)
    return _edged(sense, parts)


def which_month(parts: Parts, scene: Scene) -> Sense | None:
    """Last November, this November, next March."""
    number = parts["month"].number
    if scene.said_on is None:
        return Sense(f"XXXX-{number:02}")
    said_on, which = scene.said_on, which_one(parts)
    year = said_on.year
    if which < 0:
        year -= number >= said_on.month - 1  # in March, "last February" is not last month's
    elif which > 0:
        year += number <= said_on.month
    return _edged(a_month(year, number), parts)


def year(parts: Parts, _scene: Scene) -> Sense | None:
    """2026; early 2026; fiscal 2026; the year 2026."""
    number = parts["year"].number
    return _edged(a_year(number), parts) if 1000 <= number <= 2199 else None


def month_of_spoken_year(parts: Parts, scene: Scene) -> Sense | None:
    """January nineteen ninety-seven."""
    year = spoken_year(parts, scene)
    if year is None or year.first is None:
        return None
    return a_month(year.first.year, parts["month"].number)


def spoken_year(parts: Parts, _scene: Scene) -> Sense | None:
    """Nineteen ninety-six; the year two thousand."""
    first = parts["one"].number
    if "thousand" in parts:
        return a_year(2000) if first == 2 and parts["thousand"].number == 1000 else None
    rest = parts["two"].number + (parts["three"].number if "three" in parts else 0)
    return a_year(first * 100 + rest) if first in {18, 19, 20} and 10 <= rest <= 99 else None


def decade(parts: Parts, _scene: Scene) -> Sense | None:
    """The 1990s; the early '90s."""
    number = parts["decade"].number
    sense = a_decade(number if number > 99 else 1900 + number if number >= 30 else 2000 + number)
    return _edged(sense, parts)


def century(parts: Parts, _scene: Scene) -> Sense | None:
    """The 20th century, the eleventh century."""
    return a_century(parts["nthword"].number - 1)


def quarter(parts: Parts, scene: Scene) -> Sense | None:
    """The third quarter; third-quarter; Q3 2026; the first quarter of next year."""
    if "quarter_figure" in parts:
        number = int(re.sub(r"\D", "", parts["quarter_figure"].text))
    elif "which" in parts:
        number = 4 if parts["which"].number < 0 else 0  # "the last quarter of 2026"
    else:
        number = (parts.get("final") or parts["nthword"]).number
    if not 1 <= number <= 4:
        return None
    if "year" in parts:
        return _edged(a_quarter(parts["year"].number, number), parts)
    if scene.said_on is None:
        return Sense(f"XXXX-Q{number}")
    if "ofyear" in parts:
        return _edged(a_quarter(scene.said_on.year + parts["ofyear"].number, number), parts)
    return _edged(quarter_near(scene.said_on, number, scene.tense), parts)


def half(parts: Parts, scene: Scene) -> Sense | None:
    """The first half of 2026, the second half of next year, the first half of the year."""
    number = parts["nthword"].number
    if number not in {1, 2}:
        return None
    if "year" in parts:
        return a_half(parts["year"].number, number)
    if scene.said_on is None:
        return Sense(f"XXXX-H{number}")
    return a_half(scene.said_on.year + (parts["ofyear"].number if "ofyear" in parts else 0), number)


def season(parts: Parts, scene: Scene) -> Sense | None:
    """Summer 2026; last fall; the summer."""
    name = str(parts["season"].value)
    if "year" in parts:
        return _edged(a_season(parts["year"].number, name), parts)
    if scene.said_on is None:
        return Sense(f"XXXX-{name}")
    if "ofyear" in parts:
        return _edged(a_season(scene.said_on.year + parts["ofyear"].number, name), parts)
    is_said = any(key in parts for key in ("which", "past", "coming"))
    which = which_one(parts) if is_said else None
    return _edged(season_near(scene.said_on, name, which, scene.tense), parts)


def holiday(parts: Parts, scene: Scene) -> Sense | None:
    """Christmas; last Thanksgiving; Christmas 2026."""
    rule = str(parts["holiday"].value)
    if "year" in parts:
        return a_day(_feast(rule, parts["year"].number))
    said_on = scene.said_on
    if said_on is None:
        return Sense("XXXX-" + rule if rule[:2].isdigit() else "XXXX-XX-XX")
    days = [_feast(rule, year) for year in range(said_on.year - 1, said_on.year + 3)]
    if "ofyear" in parts:
        return a_day(days[1 + parts["ofyear"].number])
    which = which_one(parts) if {"which", "past", "coming"} & set(parts) else 0
    if which == 0 and "which" not in parts:
        which = scene.tense.side
    if which > 0:
        # In December "next Christmas" is not the one that is days away.
        least = 30 if "which" in parts else 0
        return a_day(next((d for d in days if (d - said_on).days >= least), days[-1]))
    if which < 0:
        return a_day([d for d in days if d <= said_on][-1])
    return a_day(min(days, key=lambda d: abs((d - said_on).days)))


def _feast(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if " " not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, name, nth = rule.split()
    nth, _, more = nth.partition("+")
    weekday, count = _DAYS.index(name), int(nth)
    start = date(year, int(month), 1) if count > 0 else date(year, int(month) + 1, 1)
    ahead = (weekday - start.weekday()) % 7
    first = start + timedelta(days=ahead)
    return first + timedelta(days=7 * (count - 1 if count > 0 else count) + int(more or 0))


def which_one(parts: Parts) -> int:
    """-1 for last and past, 0 for this, 1 for next and coming."""
    for key in ("past", "coming", "which"):
        if key in parts:
            return parts[key].number
    return 0


def edge_of(parts: Parts) -> Word | None:
    """The word for the part of a stretch that is meant: "late", "the end of", "by end"."""
    return parts.get("edge") or parts.get("border") or parts.get("brink")


def _edged(sense: Sense, parts: Parts) -> Sense:
    edge = edge_of(parts)
    return part_of(sense, str(edge.value)) if edge else sense


_EDGE = "(the? {edge} (dash|of|in)?|the? {border} of)?"
_BRINK = "(by|until|till|from|in) {brink:border} dash?"  # "by end May", "from end-May"
_NAME = "({weekday}|{short}) {part}?"
_COMING = "((which|the)? coming|which)"
_YEAR = "(comma? {year}|of? {ofyear:which} year_unit)"
_OF_YEAR = "(comma? (of|in)? (the? fiscal? year_unit? {year}|{ofyear:which} fiscal? year_unit))"
_WHICH = "({which}|which? {past}|(the|which)? {coming})"

FIXED = (
    Rule("written day", "({iso}|{slashed})", written_day),
    Rule(
        "month and day",
        f"({_COMING}? {_NAME} comma?|which)? {{month}} the? {{monthday}} {_YEAR}?",
        month_day,
    ),
    Rule(
        "month and days",
        "from? {month} the? {monthday} (span|and) the? {until:monthday} (comma? {year})?",
        month_day,
    ),
    Rule(
        "part of a day",
        "the? {part} of (comma? {weekday} comma?)? {month} the? {monthday} (comma? {year})?",
        month_day,
    ),
    Rule(
        "day and month",
        f"({_NAME} comma? the?)? {{monthday}} of? {{month}} {_YEAR}?",
        month_day,
    ),
    Rule(
        "days and month",
        "from? {monthday} (span|and) {until:monthday} of? {month} (comma? {year})?",
        month_day,
    ),
    Rule(
        "month",
        f"({_EDGE}|{_BRINK}) {{month}} (comma? of? {{year}}|of? {{ofyear:which}} year_unit)?",
        month,
    ),
    Rule("which month", f"{_EDGE} {_WHICH} {{month}}", which_month),
    Rule("year", f"{_EDGE} (the? fiscal? year_unit)? fiscal? {{year}}", year),
    Rule(
        "month of spoken year",
        "{month} {one:number} {two:number} (dash? {three:number})?",
        month_of_spoken_year,
    ),
    Rule(
        "spoken year",
        "(the year_unit)? {one:number} ({two:number} (dash? {three:number})?|{thousand:hundred})",
        spoken_year,
    ),
    Rule("decade", "the? ({edge} dash?)? {decade}", decade),
    Rule("century", "the? (edge dash?)? {nthword} dash? century_unit", century),
    Rule("quarter", f"the? ({{edge}} dash?)? {{nthword}} dash? quarter {_OF_YEAR}?", quarter),
    Rule("last quarter", f"the? ({{final}}|{{which}}) quarter {_OF_YEAR}", quarter),
    Rule("quarter figure", f"{{quarter_figure}} {_OF_YEAR}?", quarter),
    Rule("year and quarter figure", "{year} {quarter_figure}", quarter),
    Rule("half", f"the? {{nthword}} half ({_OF_YEAR}|of the year_unit)", half),
    Rule("season", f"{_EDGE} the? {{season}} {_OF_YEAR}", season),
    Rule("which season", f"(the? {{edge}} dash?|the? {{border}} of)? {_WHICH} {{season}}", season),
    Rule("the season", "((in|by|until|through) the?|the|the? {edge} dash?) {season}(?!of)", season),
    Rule(
        "holiday", f"{_WHICH}? {{holiday}} (comma? {{year}}|{{ofyear:which}} year_unit)?", holiday
    ),
)
