"""Talk merging: the same occasion told twice in one article is one talk.

Two tellings are one when their days agree and they share what they are about, who takes part or
the hour, or when one of them only points back ("the session", "at 10:00"). The more exact telling
leads; the other gives the words, the place, the hour and the parties that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.extract.talk.occasion_words import occasion_words
from briefing.model import Precision, Status, Talk, When
from briefing.text import fold

_EXACTNESS = (
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.YEAR,
    Precision.UNKNOWN,
)
_OF_A_GROUP = frozenset("leaders lawmakers officials members ministers party aides".split())
_SMALL = frozenset(
    "the a an of in on at to for with and or between by from is are be will "
    "two three four next".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """A talk with what merging needs to know of it."""

    talk: Talk
    family: str
    is_another: bool  # "a separate meeting"
    is_thin: bool  # named by its kind alone: "talks", "second round"
    is_detail: bool  # only an hour of a day that was named before
    is_clause: bool = False  # told by a verb with its subject


def merged(told: Sequence[Told]) -> list[Talk]:
    """Each occasion once, the most exactly dated telling of it leading."""
    ordered = sorted(
        told,
        key=lambda t: (
            _exactness(t.talk.when),
            t.is_detail,
            t.talk.sentence.start,
            -len(t.talk.who),
            not t.talk.where,
        ),
    )
    kept: list[Told] = []
    for each in ordered:
        twin = next((k for k, other in enumerate(kept) if _is_same(other, each)), None)
        if twin is None:
            kept.append(each)
        else:
            kept[twin] = _joined(kept[twin], each)
    return [each.talk for each in kept]


def _exactness(when: When) -> int:
    if when.words is not None and when.first is None:
        return len(_EXACTNESS) - 2
    return _EXACTNESS.index(when.precision)


def _is_same(one: Told, other: Told) -> bool:
    is_on_day = _same_day(one.talk, other.talk)
    if one.is_another != other.is_another:
        shared = _topic(one.talk.what) & _topic(other.talk.what)
        if not (is_on_day and (shared or one.is_thin or other.is_thin)):
            return False
    if _one_is_off(one.talk, other.talk) or not _days_agree(one.talk.when, other.talk.when):
        return False
    if _hours_differ(one.talk.when, other.talk.when):
        return False
    if not _places_agree(one.talk.where, other.talk.where):
        return False
    if other.is_detail or one.is_detail:
        return is_on_day and _is_taken_up(one, other)
    if _are_strangers(one, other) or _meet_others(one, other) or _visit_apart(one, other):
        return False
    if not _has_same_days(one.talk.when, other.talk.when) and not _has_link(one, other):
        return False
    if one.family == other.family or "any" in {one.family, other.family}:
        return True
    return is_on_day and _is_like(one, other)


def _is_taken_up(one: Told, other: Told) -> bool:
    """Whether an hour is that of the occasion of the day: "the hearing begins at 9" of a trial.

    The hour of a concert is not that of the whole festival, nor one committee's that of another.
    """
    if _meet_others(one, other):
        return False
    detail = one if one.is_detail else other
    if detail.is_clause:
        return "any" in {one.family, other.family} or one.family == other.family
    if _topic(one.talk.what) & _topic(other.talk.what):
        return True
    return _is_generic(detail)


def _is_generic(told: Told) -> bool:
    """Whether any occasion may be meant: "the session", "the event", but not "the concert"."""
    words = told.talk.what.casefold().split()
    return told.is_thin and not occasion_words().generic.isdisjoint(words)


def _meet_others(one: Told, other: Told) -> bool:
    """Whether each names in its label somebody to meet whom the other does not tell of."""
    here, there = _partners(one.talk), _partners(other.talk)
    return any(not _is_shared([name], other.talk.who) for name in here) and any(
        not _is_shared([name], one.talk.who) for name in there
    )


def _partners(talk: Talk) -> list[str]:
    """Those who take part and stand in the label: "Ann Bell" in "talks with Ann Bell".

    "Acme" in "Acme leaders" only tells of whom some are.
    """
    words = fold(talk.what).split()
    whole = {word for word, behind in pairwise([*words, ""]) if behind not in _OF_A_GROUP}
    return [name for name in talk.who if {fold(name).split()[0], fold(name).split()[-1]} & whole]


def _one_is_off(one: Talk, other: Talk) -> bool:
    """Whether one of two dated talks is cancelled and the other is not."""
    both = {one.status, other.status}
    is_off = Status.CANCELLED in both and len(both) > 1 and Status.POSTPONED not in both
    here, there = _topic(one.what), _topic(other.what)
    if _same_day(one, other) and (here <= there or there <= here):
        return False  # planned in one sentence, called off in another
    return is_off and one.when.first is not None and other.when.first is not None


def _hours_differ(one: When, other: When) -> bool:
    return one.time is not None and other.time is not None and one.time != other.time


def _are_strangers(one: Told, other: Told) -> bool:
    """Whether both name somebody, who takes part or is in the label, and nobody is in both."""
    if one.is_thin or other.is_thin or not _same_day(one.talk, other.talk):
        return False
    if one.talk.who and other.talk.who:
        is_told = _is_told_in(one.talk, other.talk) or _is_told_in(other.talk, one.talk)
        return not is_told and not _is_shared(one.talk.who, other.talk.who)
    if not (one.is_clause and other.is_clause):
        return False
    here, there = _names(one.talk.what), _names(other.talk.what)
    return bool(here and there) and here.isdisjoint(there)


def _visit_apart(one: Told, other: Told) -> bool:
    """Whether two visits, one without a day, are of different people: "Holm's first visit"."""
    is_visit = one.family == other.family == "visit"
    if not is_visit or not (one.talk.who and other.talk.who):
        return False
    return not _is_shared(one.talk.who, other.talk.who)


def _is_told_in(one: Talk, other: Talk) -> bool:
    """Whether all who take part in the one stand in the label of the other, as what it launches."""
    label = set(fold(other.what).split())
    return bool(one.who) and all(set(fold(name).split()) <= label for name in one.who)


def _is_shared(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name of the one is in the other, in full or shortened: "Acme", "Acme Bank"."""
    words = [set(fold(name).split()) for name in others]
    return any(
        mine <= theirs or theirs <= mine
        for name in some
        for mine in [set(fold(name).split())]
        for theirs in words
    )


def _names(what: str) -> set[str]:
    """The words of a label that begin with a capital."""
    return {fold(word) for word in what.split() if word[0].isupper()}


def _is_like(one: Told, other: Told) -> bool:
    """Whether two of one day and of different kinds are one: by sentence, hour, people, topic."""
    if one.talk.sentence == other.talk.sentence:
        return True
    if one.talk.when.time is not None and one.talk.when.time == other.talk.when.time:
        return True
    if _is_generic(one) or _is_generic(other):
        return True
    shared = set(one.talk.who) & set(other.talk.who)
    topic = _topic(one.talk.what) & _topic(other.talk.what)
    return len(shared) > 1 or len(topic) > 1


def _has_same_days(one: When, other: When) -> bool:
    """Whether both tell of the same days."""
    if one.words is None or other.words is None:
        return False
    if one.first is None or other.first is None:
        return True
    return one.first == other.first and one.precision is other.precision


def _has_link(one: Told, other: Told) -> bool:
    """Whether one without a day has anything else in common with one that has a day."""
    if one.is_thin or other.is_thin:
        return True
    if _is_shared(one.talk.who, other.talk.who) and not _has_aim_of_its_own(one, other):
        return True
    if one.talk.where is not None and other.talk.where is not None:
        return True
    if _is_undated(one.talk) or _is_undated(other.talk):  # "meets on Monday" and "are to meet"
        return bool(_words(one.talk.what) & _words(other.talk.what))
    return bool(_topic(one.talk.what) & _topic(other.talk.what))


def _has_aim_of_its_own(one: Told, other: Told) -> bool:
    """Whether who is in both goes elsewhere in one, or meets somebody of whom the other is silent.

    One travels and meets more than once: "will hold talks with Berg", "flies to Elma on Monday".
    """
    if one.family == "visit":
        return True
    vague = max(one, other, key=lambda t: _exactness(t.talk.when))
    exact = other if vague is one else one
    return any(not _is_shared([name], exact.talk.who) for name in _partners(vague.talk))


def _is_undated(talk: Talk) -> bool:
    return talk.when.words is None


def _topic(what: str) -> set[str]:
    """The words a label is about, by their stems: "final" for "finals" and "finale"."""
    stems = (word.removesuffix("s").removesuffix("ing") for word in _words(what))
    return {stem.removesuffix("e") for stem in stems}


def _words(what: str) -> set[str]:
    words = (word.strip("’'\"“”,").removesuffix("’s") for word in fold(what).split())
    return {word for word in words if word not in _SMALL}


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


def _joined(best: Told, other: Told) -> Told:
    """The more exact telling with the name, place, hour and parties that only the other has."""
    one, two = best.talk, other.talk
    is_named_better = best.is_thin and not (other.is_thin or other.is_detail)
    if best.is_thin and other.is_thin and len(two.what) > len(one.what):
        is_named_better = True
    if not _names(one.what) and not (other.is_thin or other.is_detail):
        is_named_better |= bool(_names(two.what) - set(fold(two.where or "").split()))
    when = one.when
    if when.time is None and _same_day(one, two):
        when = replace(when, time=two.when.time)
    where = one.where or two.where
    if one.where and two.where and fold(one.where) in fold(two.where):
        where = two.where
    talk = replace(
        one,
        what=two.what if is_named_better else one.what,
        when=when,
        where=where,
        status=two.status if two.status is Status.CANCELLED else one.status,
        who=_everybody(one.who, two.who),
    )
    is_thin = other.is_thin if is_named_better else best.is_thin
    return replace(best, talk=talk, is_thin=is_thin)


def _everybody(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    """All of both, nobody under two forms of a name."""
    return (*one, *(name for name in two if not _is_shared([name], one)))
