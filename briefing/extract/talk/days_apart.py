"""Days apart: the further days of one clause: "on Friday and Monday", "… and Dec. 6 in Hull".

Neighbouring days are one occasion that lasts; days apart, or with a place each, are one each.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.grammar import TIMES
from briefing.extract.parse import VERBS

if TYPE_CHECKING:
    from briefing.extract.dates import FoundDate
    from briefing.extract.page import Page

_JOINT = re.compile(r"(?P<place>,? (?:in|at) [^.;:]{1,60}?)?,?(?: and| &|,)(?: again)?(?: on)? ")
_OTHERS = re.compile(
    r",? and (?P<whom>(?:with|against) [^.;:\n]*?[A-Z][^.;:\n]{1,60}?) on (?=[A-Z\d])"
)
_DAY = timedelta(days=1)


def is_further_day(page: Page, day: FoundDate, after: FoundDate) -> bool:
    """Whether the second is one more day of the same clause, and no end of what lasts."""
    one, two = day.sense, after.sense
    is_timed = day.rule in TIMES or after.rule in TIMES
    if is_timed or not (one.is_day and two.is_day) or one.last is None or two.first is None:
        return False
    joint = _JOINT.fullmatch(page.text[day.end : after.start])
    if joint is None or is_between(page, day) or two.first <= one.last:
        return False
    is_neighbour = two.first - one.last == _DAY
    return not (is_neighbour and joint["place"] is None) and not _has_verb(page, day, after)


def other_partners(page: Page, day: FoundDate, after: FoundDate) -> tuple[int, int] | None:
    """Whom the second day is for: "with Holm" in "with Berg on Friday and with Holm on Monday"."""
    joint = _OTHERS.match(page.text, day.end)
    if joint is None or joint.end() != after.start:
        return None
    is_day = day.sense.is_day and after.sense.is_day
    return joint.span("whom") if is_day and not _has_verb(page, day, after) else None


def end_of_day(page: Page, day: FoundDate) -> int | None:
    """Where those begin whom another day is for; None where it is for all."""
    joint = _OTHERS.match(page.text, day.end)
    return joint.start("whom") if joint is not None else None


def is_between(page: Page, day: FoundDate) -> bool:
    """Whether it begins a stretch of days: "between Feb. 7 and Feb. 14"."""
    return page.text[max(0, day.start - 8) : day.start].lower() == "between "


def _has_verb(page: Page, day: FoundDate, after: FoundDate) -> bool:
    """Whether a clause stands between the days, or the second begins one."""
    words = page.words(day.end, after.end)
    if words is None:
        return True
    is_subject = words.end < len(page.doc) and page.doc[words.end].pos_ in VERBS
    return is_subject or any(token.pos_ in VERBS for token in words)
