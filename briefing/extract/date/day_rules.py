"""Day rules: dates counted from another day: the publication day, or the date named before.

"Friday", "later this week" and "three days ago" count from the publication day; "that year" and
"the next day" from the date before them. Counted from nothing, they keep their words and no day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing.extract.date.grammar import Parts, Rule
from briefing.extract.date.rules import edge_of, holiday, month_day, which_one
from briefing.extract.date.sense import (
    Scene,
    Sense,
    Tense,
    a_day,
    a_quarter,
    a_week,
    a_weekend,
    a_year,
    moved,
    part_of,
    unit_around,
    weekday_near,
)
from briefing.model import Precision

UNDATED = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
    "decade": "XXX",
    "century": "XX",
}
# What is known of a unit that lies somewhere in a longer stretch.
_KNOWN = {
    Precision.YEAR: {"month": "{:%Y}-XX", "week": "{:%Y}-WXX", "day": "{:%Y}-XX-XX"},
    Precision.MONTH: {"week": "{:%Y}-WXX", "day": "{:%Y-%m}-XX"},
}
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def near_day(parts: Parts, scene: Scene) -> Sense | None:
    """Today, tonight, yesterday morning, later today."""
    word = parts["today"]
    if scene.said_on is None:
        return Sense(_REFERENCES[word.number])
    part = str(parts["part"].value) if "part" in parts else ""
    if word.text.lower() == "tonight":
        part = "TNI"
    day = moved(scene.said_on, word.number, "day")
    return a_day(day, part) if day else None


def day_beyond(parts: Parts, scene: Scene) -> Sense | None:
    """The day after tomorrow, the day before last Tuesday."""
    side = 1 if "after" in parts else -1
    inner = near_day(parts, scene) if "today" in parts else weekday(parts, scene)
    if inner is None or inner.first is None:
        return inner and Sense(UNDATED["day"])
    day = moved(inner.first, side, "day")
    return a_day(day) if day else None


def part_of_day(parts: Parts, scene: Scene) -> Sense | None:
    """This morning, last night, later this afternoon."""
    part = str(parts["part"].value)
    if scene.said_on is None:
        return Sense(f"XXXX-XX-XX{part}")
    day = moved(scene.said_on, which_one(parts), "day")
    return a_day(day, part) if day else None


def weekday(parts: Parts, scene: Scene) -> Sense | None:
    """Friday; early Friday; Friday night; last, this, next Friday."""
    number = parts["weekday"].number
    part = str(parts["part"].value) if "part" in parts else ""
    if scene.said_on is None:
        return Sense(f"XXXX-WXX-{number + 1}{part}")
    return a_day(_weekday_meant(parts, scene.said_on, number, scene), part)


def _weekday_meant(parts: Parts, said_on: date, number: int, scene: Scene) -> date:
    """The Friday that is meant by what stands before it: "the previous", "last", "this", "next"."""
    if "other" in parts and scene.before and scene.before.first:
        return _weekday_beside(scene.before.first, number, parts["other"].number)
    which = which_one(parts)
    if which < 0:
        return _weekday_beside(said_on, number, -1)
    if "coming" in parts:
        return _weekday_beside(said_on, number, 1)
    if "which" not in parts:
        return weekday_near(said_on, number, scene.tense)
    monday = said_on - timedelta(days=said_on.weekday())
    if which > 0:  # that of next week; on a Friday "next Tuesday" is the nearest one
        return monday + timedelta(days=7 + number)
    if scene.tense is Tense.PAST:
        return weekday_near(said_on, number, Tense.PAST)
    if scene.tense is Tense.PLANNED:  # "was to meet this Tuesday": that of this week
        return monday + timedelta(days=number)
    return weekday_near(said_on, number, Tense.FUTURE)


def _weekday_beside(day: date, number: int, side: int) -> date:
    """The last such weekday before the day, or the first one after it; with side 0 from it on."""
    if side < 0:
        return weekday_near(day - timedelta(days=1), number, Tense.PAST)
    return weekday_near(day + timedelta(days=side), number, Tense.FUTURE)


def weekend(parts: Parts, scene: Scene) -> Sense | None:
    """This weekend, last weekend; the weekend: the latest, or the coming one."""
    said_on = scene.said_on
    if said_on is None:
        return Sense("XXXX-WXX-WE")
    if "past" in parts or "coming" in parts or "which" in parts:
        which = which_one(parts)
        if which == 0 and "which" in parts and scene.tense is Tense.PAST and said_on.weekday() < 5:
            which = -1
    else:
        # A Monday's present tense tells of the weekend that is over: "a report from the weekend".
        is_told = scene.tense is Tense.PRESENT and said_on.weekday() < 3
        is_ahead = (scene.tense.is_ahead and not is_told) or said_on.weekday() >= 5
        which = 0 if is_ahead else -1
    day = moved(said_on, which, "week")
    return a_weekend(day) if day else None


def which_unit(parts: Parts, scene: Scene) -> Sense | None:
    """Last week, this month, next year; later this week: from tomorrow to its end."""
    unit = str(parts["unit"].value) if "unit" in parts else "quarter"
    said_on, which = scene.said_on, which_one(parts)
    if "unit" in parts and parts["unit"].text.lower().endswith("s"):
        return None  # "in coming weeks" is no week
    if said_on is None:
        return Sense(UNDATED[unit])
    if unit == "quarter":
        return a_quarter(said_on.year, (said_on.month - 1) // 3 + 1 + which)
    if unit == "day":
        return None
    day = moved(said_on, which, unit)
    if day is None:
        return None
    if unit == "week" and which == 0 and "later" in parts and said_on.weekday() == 6:
        day = said_on + timedelta(days=1)  # said on a Sunday, the week begins with it
    sense = unit_around(day, unit)
    edge = edge_of(parts)
    if edge is not None:
        return part_of(sense, str(edge.value))
    if which == 0 and "later" in parts and sense.last:
        return replace(sense, first=min(said_on + timedelta(days=1), sense.last))
    if which == 0 and "earlier" in parts and sense.first:
        return replace(sense, last=max(said_on - timedelta(days=1), sense.first))
    return sense


def edge_of_unit(parts: Parts, scene: Scene) -> Sense | None:
    """The end of the year, the middle of the week, year-end."""
    unit = str(parts["unit"].value)
    edge = str((edge_of(parts) or parts["border"]).value)
    if scene.said_on is None:
        return Sense(UNDATED[unit])
    if "yearend" in parts and edge == "end":
        return a_day(date(scene.said_on.year, 12, 31))
    return part_of(unit_around(scene.said_on, unit), edge)


def ago(parts: Parts, scene: Scene) -> Sense | None:
    """Three days ago, two weeks ago; a year ago, in a report also of the quarter before."""
    if scene.period is not None and parts["unit"].value == "year" and _count(parts) == 1:
        return year_before(parts, scene)
    return _counted(parts, scene.said_on, -1)


def ahead(parts: Parts, scene: Scene) -> Sense | None:
    """In two weeks, within a sentence about what is to come; else it is a length of time."""
    if scene.tense not in {Tense.FUTURE, Tense.PLANNED}:
        return None
    return _counted(parts, scene.said_on, 1)


def from_day(parts: Parts, scene: Scene) -> Sense | None:
    """Two weeks from now, a week from Monday, a day after tomorrow."""
    if "weekday" in parts:
        start = weekday(parts, replace(scene, tense=Tense.FUTURE))
    elif "today" in parts:
        start = near_day(parts, scene)
    else:
        start = None
    if start is None:
        return _counted(parts, scene.said_on, 1)
    if start.first is None:
        return Sense(UNDATED["day"])
    day = moved(start.first, _count(parts), str(parts["unit"].value))
    return a_day(day) if day else None


def _counted(parts: Parts, start: date | None, side: int) -> Sense | None:
    unit, count = str(parts["unit"].value), _count(parts)
    if _is_vague(parts):
        return Sense(_REFERENCES[side])
    if start is None:
        return Sense(_REFERENCES[side])
    day = moved(start, side * count, unit)
    if day is None:
        return None
    if unit in {"week", "fortnight"}:
        # "Two weeks ago" is a week rather than a day, but its day is the best guess of it.
        week = a_week(day)
        return replace(week, value=day.isoformat() if count < 4 else week.value)
    if unit == "decade":
        return a_year(day.year)
    return unit_around(day, unit)


def _is_vague(parts: Parts) -> bool:
    """Whether how many is not said: "a few years ago", "several weeks later"."""
    return "few" in parts or "vague" in parts or parts["count"].kind == "few"


def _count(parts: Parts) -> int:
    count = parts["count"].number
    if "hundred" in parts:
        count *= parts["hundred"].number
    if "more" in parts and parts["more"].number < 10 <= count:
        count += parts["more"].number
    return min(count, 20000)


def from_before(parts: Parts, scene: Scene) -> Sense | None:
    """A day earlier, two years later: from the date before; a year earlier: also of a quarter."""
    side = 1 if "later" in parts else -1
    unit = str(parts["unit"].value)
    if side < 0 and unit == "year" and _count(parts) == 1 and scene.period is not None:
        return year_before(parts, scene)
    start = scene.before
    if start is None or start.first is None or _is_vague(parts):
        return Sense(_REFERENCES[side] if scene.said_on else UNDATED.get(unit, "XXXX"))
    day = moved(start.first, side * _count(parts), unit)
    if day is None:
        return None
    if unit in {"year", "decade"} and start.precision is not Precision.DAY:
        return _like(start, day)
    return unit_around(day, "day" if unit == "week" else unit)


def year_before(_parts: Parts, scene: Scene) -> Sense | None:
    """The year-ago quarter: the period under report, one year before."""
    period = scene.period
    if period is None or period.first is None:
        return a_year(scene.said_on.year - 1) if scene.said_on else Sense("XXXX")
    day = moved(period.first, -1, "year")
    return _like(period, day) if day else None


def _like(pattern: Sense, day: date) -> Sense:
    """The stretch of the pattern's kind that holds the day."""
    if pattern.precision is Precision.QUARTER:
        return a_quarter(day.year, (day.month - 1) // 3 + 1)
    if pattern.precision is Precision.MONTH:
        return unit_around(day, "month")
    if pattern.precision is Precision.DAY:
        return a_day(day)
    return a_year(day.year)


def that_unit(parts: Parts, scene: Scene) -> Sense | None:
    """That day, the same month, the following year, the next morning: seen from the date before."""
    if "part" in parts:
        unit = "day"
    else:
        unit = str(parts["unit"].value)
    side = next((parts[k].number for k in ("other", "which", "that") if k in parts), 0)
    start = scene.before
    if start is None or start.first is None:
        return Sense(UNDATED[unit])
    vague = _within(start, unit)
    if vague is not None:
        return vague
    day = moved(start.first, side, unit)
    if day is None:
        return None
    if "part" in parts:
        return a_day(day, str(parts["part"].value))
    return unit_around(day, unit)


def _within(start: Sense, unit: str) -> Sense | None:
    """A unit shorter than the date it leans on: "that day" of an October is some day of it."""
    shorter = _KNOWN.get(start.precision, {}).get("week" if unit == "fortnight" else unit)
    return Sense(shorter.format(start.first)) if shorter else None


def before_last(parts: Parts, scene: Scene) -> Sense | None:
    """The week before last, the year before last."""
    unit = str(parts["unit"].value) if "unit" in parts else "week"
    day = moved(scene.said_on, -2, unit) if scene.said_on else None
    if day is None:
        return Sense(UNDATED[unit])
    return unit_around(day, unit) if "unit" in parts else a_weekend(day)


def week_of(parts: Parts, scene: Scene) -> Sense | None:
    """The week of March 6, Easter week."""
    near = replace(scene, tense=Tense.UNKNOWN)
    day = holiday(parts, near) if "holiday" in parts else month_day(parts, near)
    if day is None or day.first is None:
        return day and Sense(UNDATED["week"])
    return a_week(day.first)


def reference(parts: Parts, _scene: Scene) -> Sense | None:
    """Now, the future."""
    word = next(parts[kind] for kind in ("present", "future") if kind in parts)
    return Sense(str(word.value))


_EDGE = "(the? {edge} (dash|of|in)?|the? {border} of|{later} in?|{earlier} in?)?"
_WHICH = "({which}|which? {past}|which? {coming})"
_COUNT = "{count} (dash? {more:number})? {hundred}? {few}? (of|more)? (or (number|few))?"
_OR_TWO = "(or so|{vague:or} (number|day|more))"
_SIDE = "({later}|{earlier})"

RELATIVE = (
    Rule("near day", "({edge}|{later}|{earlier})? {today} {part}?", near_day),
    Rule("day beyond", "the? day_unit ({before}|{after}) ({today}|{which}? {weekday})", day_beyond),
    Rule("part of day", "({edge}|{later}|{earlier})? {which} {part}", part_of_day),
    Rule(
        "weekday",
        "({edge}|({later}|{earlier}) on?)? "
        "(which? {past}|(the|which)? {coming}|{which}|the {other})? {weekday} {part}?",
        weekday,
    ),
    Rule("weekend", "({which}|the|over) ({past}|{coming})? weekend", weekend),
    Rule("which weekend", "(the? {edge}|the? {border} of)? {which} weekend", weekend),
    Rule("which unit", f"{_EDGE} {_WHICH} ({{unit:long_unit}}|quarter)", which_unit),
    Rule("edge of unit", "(the? {border} of|{edge} in) the {unit}", edge_of_unit),
    Rule("year-end", "{unit:year_unit} {yearend:dash} {border}", edge_of_unit),
    Rule("ago", f"{_COUNT} dash? {{unit}} {_OR_TWO}? ago", ago),
    Rule(
        "ahead", f"in (about|around)? {_COUNT} {{unit}} {_OR_TWO}? (apostrophe? time|away)?", ahead
    ),
    Rule("before last", "the ({unit:long_unit}|weekend) before which", before_last),
    Rule(
        "from day",
        f"{_COUNT} {{unit}} (from|after) (present|{{today}}|on? {{weekday}})",
        from_day,
    ),
    Rule("from before", f"{_COUNT} dash? {{unit}} {_SIDE}", from_before),
    Rule(
        "year before",
        "(the|one)? (year_unit dash ago|year_unit dash earlier) (quarter|period)?",
        year_before,
    ),
    Rule(
        "that unit", "({later}|{earlier})? in? {that} {other}? ({unit}|{part}|weekend)", that_unit
    ),
    Rule("the other unit", "{later}? the ({other}|{which}) ({unit:day_unit}|{part})", that_unit),
    Rule("the other long unit", "{later}? the {other} {unit:long_unit}", that_unit),
    Rule("week of", "the? week_unit of {month} the? {monthday} (comma? {year})?", week_of),
    Rule("holiday week", "the? {holiday} week_unit", week_of),
    Rule("reference", "({present}|((the|in) near?)? {future})", reference),
    # "For three days from Monday" begins on Monday.
    Rule("length from", f"for (about|around)? {_COUNT} {{unit}} from", None),
    # Lengths of time and repetitions: no dates, and no part of them is one.
    Rule(
        "length", f"(the|these)? (which|past|coming|other)? {_COUNT} dash? (unit|clockunit)", None
    ),
    Rule("length up to now", "(the|over) (past|coming|which) (long_unit|quarter)", None),
    Rule(
        "repetition",
        "each (other|day|nth|ordinal)? (weekday|month|season|part|unit|weekend|quarter|holiday)",
        None,
    ),
)
