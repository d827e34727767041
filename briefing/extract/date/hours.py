"""Hours: times of the day, alone or from one to another.

The day they belong to is named beside or before them; "12-6 PM" is told by its first hour.
"""

from __future__ import annotations

import re

from briefing.extract.date.grammar import Parts, Rule
from briefing.extract.date.sense import Scene, Sense, a_day, at_time
from briefing.extract.date.words import Word

_HALF_DAY = 12


def clock(parts: Parts, scene: Scene) -> Sense | None:
    """9 a.m.; 10:35 p.m. EST; noon; 0735 GMT: a time of the day named beside or before it."""
    return _of_day(_time(parts), parts, scene)


def hours(parts: Parts, scene: Scene) -> Sense | None:
    """The first hour of "12-6 PM" and "9:30 to 11 a.m.", in the half of the day just before."""
    first = parts.get("clock") or parts["hour"]
    last = parts.get("till") or parts["until"]
    half = parts["ampm"].number
    begin, end = _figures(first), _figures(last)
    if not (1 <= begin[0] <= _HALF_DAY and 1 <= end[0] <= _HALF_DAY):
        return None
    begin, end = (begin[0] % _HALF_DAY, begin[1]), (end[0] % _HALF_DAY, end[1])
    if begin >= end:
        half = _HALF_DAY - half  # "10-4 p.m." begins in the morning
    return _of_day(f"{begin[0] + half:02}:{begin[1]:02}", parts, scene)


def _of_day(time: str | None, parts: Parts, scene: Scene) -> Sense | None:
    """The time on the day told beside or before it, else on that of the publication."""
    if time is None:
        return None
    if scene.before is not None and scene.before.is_day:
        is_late = scene.before.value[10:] in {"TAF", "TEV", "TNI"} and "ampm" not in parts
        if is_late and "05:" <= time[:3] < "12:":  # "tonight at 8"
            time = f"{int(time[:2]) + 12}{time[2:]}"
        return at_time(scene.before, time)
    if scene.said_on is None:
        return Sense(f"XXXX-XX-XXT{time}", time=time)
    return at_time(a_day(scene.said_on), time)


def _time(parts: Parts) -> str | None:
    if "daypart" in parts:
        hour, part = parts["hour"].number, str(parts["daypart"].value)
        return f"{hour + 12 * (part != 'TMO' and hour < 12):02}:00" if 1 <= hour <= 12 else None
    if "noon" in parts:
        return f"{parts['noon'].number:02}:00"
    if "four" in parts:
        number = parts["four"].number
        hour, minute = divmod(number, 100)
    elif "clock" in parts:
        hour, minute = _figures(parts["clock"])
    else:
        hour, minute = parts["hour"].number, 0
    if "ampm" in parts:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + parts["ampm"].number
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _figures(word: Word) -> tuple[int, int]:
    """The hour and the minute of "9", "9:30" and "9.30"."""
    hour, *minute = (int(number) for number in re.findall(r"\d+", word.text))
    return hour, minute[0] if minute else 0


_RANGE = "({clock}|{hour:day}) %s ({till:clock}|{until:day}) {ampm} ({zone}|local time)?"

HOURS = (
    Rule("clock", "(at|around|about)? ({clock}|{hour:day}) {ampm} ({zone}|local time)?", clock),
    Rule("clock with zone", "(at|around|about)? ({clock}|{four:year}) ({zone}|local time)", clock),
    Rule("clock alone", "(at|by|from|before|after|until) {clock}", clock),
    Rule("full hour", "(at|around|about|by)? {hour:hourword} oclock", clock),
    Rule("hour of the day", "at? {hour:hourword} in the {daypart:part}", clock),
    Rule("noon", "(at|around|by)? {noon} (local time|{zone})?", clock),
    Rule("hours", "from? " + _RANGE % "span", hours),
    Rule("hours", "between " + _RANGE % "and", hours),
    Rule("hours", "(from|between) {clock} (span|and) {till:clock}", clock),
)
