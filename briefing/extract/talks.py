"""Talks: the meetings, votes, hearings, matches and releases that an article says are coming.

One occasion is told once, from the sentence that dates it most exactly. What is over, only
possible on a condition, or denied is no talk; a cancelled one is kept with its status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.dates import FoundDate, found_dates
from briefing.extract.occasion_words import occasion_words
from briefing.extract.occasions import Occasion, find_occasions
from briefing.extract.talk_parties import Cast, who
from briefing.extract.talk_places import where
from briefing.extract.talk_words import what
from briefing.model import Actor, Precision, Status, Talk, When
from briefing.text import fold

if TYPE_CHECKING:
    from briefing.extract.page import Page

_EXACTNESS = (
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.YEAR,
    Precision.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A talk with what merging needs to know of it."""

    talk: Talk
    family: str
    is_another: bool


def find_talks(page: Page, actors: Sequence[Actor]) -> tuple[Talk, ...]:
    """The coming occasions of the article in the order of their sentences."""
    dates = found_dates(page)
    cast = Cast(page, actors)
    told = [_told(page, occasion, dates, cast) for occasion in find_occasions(page, dates)]
    told = [each for each in told if _is_worth_telling(each.talk)]
    return tuple(
        sorted(_merged(told), key=lambda talk: (talk.sentence.start, talk.when.first is None))
    )


def _is_worth_telling(talk: Talk) -> bool:
    """Whether there is more to it than a noun: a day, a place or somebody who takes part."""
    return talk.when.words is not None or talk.where is not None or bool(talk.who)


def _told(page: Page, occasion: Occasion, dates: Sequence[FoundDate], cast: Cast) -> _Told:
    start = occasion.head.idx
    sentence = page.sentence_of(start, start + len(occasion.head))
    talk = Talk(
        what=what(page, occasion),
        when=_when(page, occasion, dates),
        sentence=sentence,
        where=where(page, occasion),
        who=who(page, occasion, cast),
        status=occasion.status,
    )
    another = occasion_words().another
    is_another = any(child.lower_ in another for child in occasion.head.children)
    return _Told(talk, occasion.family, is_another)


def _when(page: Page, occasion: Occasion, dates: Sequence[FoundDate]) -> When:
    found = occasion.date
    if found is None:
        return When()
    last = _range_end(page, found, dates)
    start, end = found.start, (last or found).end
    sense, said_on = found.sense, page.article.dated
    first, until = sense.first, (last.sense.last if last else sense.last)
    precision = sense.precision if first is not None else Precision.UNKNOWN
    if first is not None and until is not None and said_on is not None and first < said_on <= until:
        first = said_on  # "this week" of a coming talk is what is left of it
    time = sense.time
    return When(page.text[start:end], page.span(start, end), first, until, precision, time)


def _range_end(page: Page, found: FoundDate, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date that ends a range: "from Nov. 20 to Dec. 11"."""
    for other in dates:
        if other.start <= found.end or found.sense.first is None or other.sense.last is None:
            continue
        gap = page.text[found.end : other.start].strip().lower()
        if (
            gap in {"to", "through", "until", "-", "–", "—"}
            and other.sense.last > found.sense.first
        ):
            return other
        return None
    return None


# ---- the same occasion told twice


def _merged(told: Sequence[_Told]) -> list[Talk]:
    ordered = sorted(
        told,
        key=lambda t: (
            _exactness(t.talk.when),
            t.talk.sentence.start,
            -len(t.talk.who),
            not t.talk.where,
        ),
    )
    kept: list[_Told] = []
    for each in ordered:
        twin = next((k for k, other in enumerate(kept) if _is_same(other, each)), None)
        if twin is None:
            kept.append(each)
        else:
            kept[twin] = replace(kept[twin], talk=_joined(kept[twin].talk, each.talk))
    return [each.talk for each in kept]


def _exactness(when: When) -> int:
    if when.words is not None and when.first is None:
        return len(_EXACTNESS) - 2
    return _EXACTNESS.index(when.precision)


def _is_same(one: _Told, other: _Told) -> bool:
    if one.is_another != other.is_another and not _same_day(one.talk, other.talk):
        return False
    is_off = Status.CANCELLED in {one.talk.status, other.talk.status}
    if (
        is_off
        and one.talk.status is not other.talk.status
        and one.talk.when.first
        and other.talk.when.first
    ):
        return False
    if not _days_agree(one.talk.when, other.talk.when):
        return False
    if one.family != other.family and "any" not in {one.family, other.family}:
        return _same_day(one.talk, other.talk) and one.talk.sentence == other.talk.sentence
    return _places_agree(one.talk.where, other.talk.where)


def _same_day(one: Talk, other: Talk) -> bool:
    return one.when.first is not None and one.when.first == other.when.first


def _days_agree(one: When, other: When) -> bool:
    if one.words and other.words and (one.first is None or other.first is None):
        return fold(one.words) == fold(other.words) or not (
            _is_bare_day(one) and _is_bare_day(other)
        )
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return True
    return one.first <= other.last and other.first <= one.last


def _is_bare_day(when: When) -> bool:
    return bool(when.words) and "week" not in str(when.words) and "month" not in str(when.words)


def _places_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return bool(set(fold(one).split()) & set(fold(other).split()))


def _joined(best: Talk, other: Talk) -> Talk:
    """The more exact telling with the place and the parties that only the other names."""
    return replace(
        best,
        where=best.where or other.where,
        who=best.who or other.who,
    )
