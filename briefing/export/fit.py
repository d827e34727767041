"""Fitting: the outline that stays within a number of words, or within one screen.

Too long a brief loses items from the ends of its lists; no sentence is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from briefing.export import markdown, text
from briefing.export.draw import Limits, draw
from briefing.export.outline import Outline
from briefing.model import Brief
from briefing.text import words_in

MOST_WORDS = 1200
MOST_LINES = 22  # of a screen of 24: the prompt before and after also takes a line each
WORDS_A_MINUTE = 230  # silent reading of English non-fiction: 238 (Brysbaert 2019), rounded down

_FULL = Limits()
_SHORT = Limits(sayings=0, nexts=0, sentences=1, more=0, quotes=1, people=0, talks=3, troubles=1)
_NOTHING = Limits(**dict.fromkeys((field.name for field in fields(Limits)), 0))

# What is given up first, and down to where; each list keeps something as long as it can.
_FULL_FLOORS = (
    replace(_FULL, more=8, people=8, talks=9, quotes=4, troubles=5),
    replace(_FULL, more=6, people=5, talks=6, quotes=3, troubles=3, sentences=2),
    replace(
        _FULL, more=3, people=3, talks=4, quotes=1, troubles=2, sentences=2, sayings=2, nexts=2
    ),
    replace(_NOTHING, stories=1, told=1, sentences=1),
    _NOTHING,
)
_SHORT_FLOORS = (
    replace(_SHORT, talks=2),
    replace(_SHORT, talks=1, quotes=1, told=2),
    replace(_SHORT, talks=1, quotes=0, told=0),
    _NOTHING,
)


def fit(brief: Brief, *, short: bool = False, most: int = MOST_WORDS) -> Outline:
    """The fullest outline within `most` words, marks included, or one screen when short."""
    outline = draw(brief, _SHORT if short else _FULL, is_short=short)
    for limits in _steps(short, outline):
        if _fits(outline, most):
            break
        outline = draw(brief, limits, is_short=short)
    return replace(outline, minutes=minutes(outline))


def minutes(outline: Outline) -> int:
    """How long it takes to read, in whole minutes, at least one."""
    return max(1, -(-words_in(text.write(outline)) // WORDS_A_MINUTE))


def _fits(outline: Outline, most: int) -> bool:
    page = text.write(outline)
    if outline.is_short:
        return page.count("\n") <= MOST_LINES
    return max(words_in(page), words_in(markdown.write(outline))) <= most


def _steps(short: bool, full: Outline) -> Iterator[Limits]:
    """Ever smaller limits, one item at a time."""
    limits = _as_long_as(full, _SHORT if short else _FULL)
    for floor in _SHORT_FLOORS if short else _FULL_FLOORS:
        while limits != (smaller := _one_less(limits, floor)):
            yield (limits := smaller)


def _as_long_as(outline: Outline, limits: Limits) -> Limits:
    """The limits without what is beyond the lists' lengths, so that each step drops something."""
    talks = sum(len(days.meetings) for days in outline.week)
    return replace(
        limits,
        more=len(outline.more),
        quotes=len(outline.quotes),
        people=len(outline.people),
        talks=talks,
        troubles=len(outline.failures),
    )


def _one_less(limits: Limits, floor: Limits) -> Limits:
    """One item fewer in the list that is furthest above its floor."""
    names = [field.name for field in fields(Limits)]
    excess = {name: getattr(limits, name) - getattr(floor, name) for name in names}
    longest = max(names, key=lambda name: excess[name])
    if excess[longest] <= 0:
        return limits
    return replace(limits, **{longest: getattr(limits, longest) - 1})
