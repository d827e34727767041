"""Fixtures: matches that a list tells without a verb: "Saturday: Elma v Torre (3pm)".

A line is one with a day in it or in the line above its list, and only where it names the hour too
or does not stand alone: "Roe v Wade" is the name of a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.grammar import TIMES
from briefing.extract.talk.cast import Cast, named
from briefing.extract.talk.merging import Told
from briefing.model import Precision, Talk, When

if TYPE_CHECKING:
    from briefing.extract.dates import FoundDate
    from briefing.extract.page import Page

_TEAM = r"[A-Z0-9][\w.'’&-]*(?: (?:[A-Z0-9&][\w.'’&-]*|of|and|de|la))*?"
_LINE = re.compile(
    r"^[ \t•*–-]*(?:[^\n]{0,45}?(?:: ?|, | [–—-] |[ap]\.?m\.? ))?"
    rf"(?P<match>{_TEAM} (?:v|vs)\.? {_TEAM})"
    r"(?P<rest>[ \t]*(?:[,(;–—-][^\n]{0,60}|(?:at|on) [^\n]{1,60}|\d[^\n]{0,40})?)\.?$",
    re.MULTILINE,
)
_VERSUS = re.compile(r" vs?\.? ")
_SCORE = re.compile(r"\d ?[-–] ?\d(?! ?[ap]\.?m)")
_HEADING = 14  # characters that a heading may hold besides its day
_DETAILS = 2  # lines
_SHORT = 60  # characters
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Fixture:
    """A line of a list with the day and the hour that belong to it."""

    line: re.Match[str]
    day: FoundDate
    first: date
    time: str | None


def fixtures(page: Page, dates: Sequence[FoundDate], cast: Cast) -> Iterator[Told]:
    """The coming matches of the lists in the article."""
    said_on = page.article.dated
    if said_on is None or _VERSUS.search(page.text) is None:
        return
    found = list(_fixtures(page.text, dates, said_on))
    for each in found:
        is_told_alone = each.time is not None and each.day.start >= each.line.start()
        if len(found) > 1 or is_told_alone:
            yield _told(page, each, cast)


def _fixtures(text: str, dates: Sequence[FoundDate], said_on: date) -> Iterator[_Fixture]:
    """The lines with a coming day, which the heading of the list may tell."""
    heading: FoundDate | None = None
    reached = 0
    for line in _LINE.finditer(text):
        until = _end_of_details(text, line.end())
        inside = [d for d in dates if line.start() <= d.start < until]
        above = [d for d in dates if reached <= d.start < line.start() and _is_day(d)]
        if above or text[reached : line.start()].strip():
            heading = above[-1] if above and _is_heading(text, above[-1], line.start()) else None
        reached = line.end()
        own = heading if heading is not None and heading.end <= line.start() else None
        own_line = (d for d in inside if _is_day(d) and d.start < reached)
        behind = (d for d in inside if _is_day(d))
        day = next(own_line, None) or own or next(behind, None)
        if day is None or _SCORE.search(line["rest"]):
            continue
        first = _coming(day, said_on)
        if first is not None:
            last = reached if day is own else until
            time = next((d.sense.time for d in inside if d.sense.time and d.start < last), None)
            yield _Fixture(line, day, first, time)


def _end_of_details(text: str, end: int) -> int:
    """Where the short lines end that tell ground, day and hour below a match."""
    for line in text[end + 1 :].split("\n", _DETAILS)[:_DETAILS]:
        if not line.strip() or len(line) > _SHORT or line.endswith(".") or _VERSUS.search(line):
            break
        end += len(line) + 1
    return end


def _is_day(found: FoundDate) -> bool:
    return found.rule not in TIMES and found.sense.is_day


def _is_heading(text: str, day: FoundDate, until: int) -> bool:
    """Whether the day stands in a short line right above the list."""
    start = text.rfind("\n", 0, day.start) + 1
    end = text.find("\n", day.end)
    is_short = end - start - len(day.words) <= _HEADING
    return is_short and end >= 0 and not text[end:until].strip()


def _coming(found: FoundDate, said_on: date) -> date | None:
    """The day, a weekday being the next one, for results are told with their score."""
    first = found.sense.first
    if first is None or found.sense.precision is not Precision.DAY:
        return None
    if found.rule == "weekday":
        first = said_on + timedelta(days=(first.weekday() - said_on.weekday()) % _WEEK)
    return first if first >= said_on else None


def _told(page: Page, fixture: _Fixture, cast: Cast) -> Told:
    start, end = fixture.line.span("match")
    tokens = page.words(start, end)
    who = named(page, {t.i for t in tokens or ()}, cast.actors)
    who = {name: at for name, at in who.items() if _VERSUS.search(name) is None}
    day = fixture.day
    talk = Talk(
        what=" ".join(page.text[start:end].split()),
        when=When(
            page.text[day.start : day.end],
            page.span(day.start, day.end),
            fixture.first,
            fixture.first,
            Precision.DAY,
            fixture.time,
        ),
        sentence=page.sentence_of(start, end),
        who=tuple(sorted(who, key=lambda name: who[name])),
    )
    return Told(talk, "match", False, False, False, True)
