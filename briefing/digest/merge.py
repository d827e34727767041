"""What several articles say, told once: the same quote, the same talk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import resources

from briefing.digest.cast import Cast, merge_actors, one_cast
from briefing.digest.words import root, telling_roots, words
from briefing.model import Actor, Kind, Precision, Quote, Reading, Status, Talk

__all__ = ["Findings", "merge_actors", "merge_quotes", "merge_readings", "merge_talks"]

SAME_WORDS = 0.8  # of the shorter quote
SAME_TALK = 0.5  # of the shorter name of a talk
FITTING = range(8, 41)  # words of a quote that reads well on its own

_NEWS_OF_TALK = frozenset({Status.CANCELLED, Status.POSTPONED})
_CLOSE = frozenset({Precision.DAY, Precision.WEEK})


@dataclass(frozen=True, slots=True)
class Findings:
    """What the readings of one story say together."""

    actors: tuple[Actor, ...]  # most salient first
    quotes: tuple[Quote, ...]  # best first
    talks: tuple[Talk, ...]  # by day


def merge_readings(readings: Sequence[Reading]) -> Findings:
    """All that the readings of one story say, told once, with everybody under the full name.

    The readings come oldest first, for later news of a talk overrides what was written before.
    """
    cast = one_cast(readings)
    quotes = [_with_full_name(quote, cast) for each in readings for quote in each.quotes]
    talks = [_with_full_names(talk, cast) for each in readings for talk in each.talks]
    return Findings(
        cast.actors, merge_quotes(quotes, cast.actors), merge_talks(talks, is_one_story=True)
    )


# ---- quotes


def merge_quotes(quotes: Iterable[Quote], actors: Sequence[Actor] = ()) -> tuple[Quote, ...]:
    """The quotes with repeats told once in their fullest words, best first.

    A speaker that the fullest version leaves nameless is taken from one that names an actor.
    """
    people = {actor.name: actor for actor in actors}
    kept = [
        (_fullest(same, people), len({quote.at.article for quote in same}))
        for same in _same_quotes(list(quotes))
    ]
    ranked = sorted(kept, key=lambda entry: -quote_worth(entry[0], people, entry[1]))
    return tuple(quote for quote, _ in ranked)


def _with_full_name(quote: Quote, cast: Cast) -> Quote:
    if quote.speaker is None:
        return quote
    return replace(quote, speaker=cast.full_name(quote.at.article, quote.speaker))


def _same_quotes(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotes in groups of the same words; longer ones gather the shorter."""
    bodies = [[root(word) for word in words(quote.words)] for quote in quotes]
    order = sorted(range(len(quotes)), key=lambda number: (-len(bodies[number]), number))
    groups: dict[int, list[int]] = {}
    index: dict[tuple[str, ...], list[int]] = {}  # three words in a row -> first quotes of groups
    for number in order:
        body = bodies[number]
        runs = {tuple(body[i : i + 3]) for i in range(len(body) - 2)} or {tuple(body)}
        near = {first: None for run in sorted(runs) for first in index.get(run, ())}
        home = next((first for first in near if _are_same(quotes, bodies, number, first)), number)
        groups.setdefault(home, []).append(number)
        if home == number:
            # Short fragments are looked for in long quotes, so every run of up to three counts.
            for size in (1, 2, 3):
                for i in range(len(body) - size + 1):
                    firsts = index.setdefault(tuple(body[i : i + size]), [])
                    if not firsts or firsts[-1] != number:
                        firsts.append(number)
    ordered = sorted(groups.values(), key=min)
    return [[quotes[number] for number in numbers] for numbers in ordered]


def _are_same(
    quotes: Sequence[Quote], bodies: Sequence[Sequence[str]], one: int, fuller: int
) -> bool:
    short, full = bodies[one], bodies[fuller]
    if not short:
        return False
    is_inside = f" {' '.join(short)} " in f" {' '.join(full)} "
    if len(short) < 4:
        # "Never" is said by many; it is the same only from the same mouth.
        return is_inside and quotes[one].speaker == quotes[fuller].speaker
    return is_inside or len(set(short) & set(full)) >= SAME_WORDS * len(set(short))


def _fullest(same: Sequence[Quote], people: Mapping[str, Actor]) -> Quote:
    best = max(same, key=lambda quote: (len(words(quote.words)), quote.speaker in people))
    if best.speaker in people:
        return best
    named = next((quote for quote in same if quote.speaker in people), None)
    named = named or next((quote for quote in same if quote.speaker), None)
    if named is None or (best.speaker and named.speaker not in people):
        return best
    return replace(best, speaker=named.speaker, speaker_at=named.speaker_at)


def quote_worth(quote: Quote, people: Mapping[str, Actor], articles: int = 1) -> float:
    """How good a quote is to show, from 0 to about 6.

    A speaker who is an actor of the story counts 1, a person 0.5 more, with a role 0.5 more, and
    their salience up to 1; a length of 8 to 40 words 1 (less the further off), a whole sentence
    0.5, a verb of speech 0.3, and 0.2 every other article (up to 1) that has the quote too.
    """
    actor = people.get(quote.speaker or "")
    worth = 0.2 if quote.speaker else 0.0
    if actor is not None:
        is_person = actor.kind is Kind.PERSON
        worth = 1 + 0.5 * is_person + 0.5 * bool(actor.roles) + actor.salience
    length = len(quote.words.split())
    nearest = min(max(length, FITTING.start), FITTING.stop - 1)
    worth += min(length, nearest) / max(length, nearest)
    bare = quote.words.strip()
    worth += 0.5 * (bare[:1].isupper() and bare[-1:] in tuple(".!?,…"))
    return worth + 0.3 * bool(quote.cue) + min(0.2 * (articles - 1), 1.0)


# ---- talks


def merge_talks(talks: Iterable[Talk], *, is_one_story: bool = False) -> tuple[Talk, ...]:
    """The talks, oldest news first, with the same ones told once; by day, undated last.

    The fullest version is kept, but that a talk was put off or called off is news that overrides
    what was written before. In one story "the session" and "the second round" on one day are one.
    """
    groups: list[list[tuple[Talk, frozenset[str]]]] = []
    for talk in talks:
        bag = frozenset(telling_roots(talk.what))
        for group in groups:
            if any(
                _is_same_talk(talk, bag, other, words_of, is_one_story=is_one_story)
                for other, words_of in group
            ):
                group.append((talk, bag))
                break
        else:
            groups.append([(talk, bag)])
    return tuple(sorted((_kept([talk for talk, _ in group]) for group in groups), key=by_day))


def _with_full_names(talk: Talk, cast: Cast) -> Talk:
    names = (cast.full_name(talk.sentence.article, name) for name in talk.who)
    return replace(talk, who=tuple(dict.fromkeys(names)))


def by_day(talk: Talk) -> tuple[date, date, str, str]:
    """What talks are sorted by: first day, last day, hour, name."""
    when = talk.when
    first = when.first or when.last or date.max
    return first, when.last or first, when.time or "99", talk.what


def _is_same_talk(
    one: Talk,
    bag: frozenset[str],
    other: Talk,
    other_bag: frozenset[str],
    *,
    is_one_story: bool,
) -> bool:
    if one.sentence == other.sentence and one.what == other.what:
        return True
    if not _may_be_same_days(one, other):
        return False
    same_place = bool(_folded(one.where) & _folded(other.where))
    if one.where and other.where and not same_place:
        return False
    likeness = len(bag & other_bag) / max(min(len(bag), len(other_bag)), 1)
    meets = not set(one.who).isdisjoint(other.who)
    is_dated = one.when.first is not None and other.when.first is not None
    if is_dated and one.when.time and other.when.time and one.when.time != other.when.time:
        return likeness == 1.0 and same_place
    if is_dated and is_one_story and _is_one_occasion(one, bag, other, other_bag):
        return True
    if is_dated and {one.when.precision, other.when.precision} <= _CLOSE:
        # "Negotiations" and "talks" of the same people in the same place on one day are one.
        some = likeness > 0
        return likeness >= SAME_TALK or (some and (same_place or meets)) or (same_place and meets)
    is_named_so = likeness == 1.0 and min(len(bag), len(other_bag)) > 1
    return likeness >= SAME_TALK and (same_place or meets or is_named_so)


def _is_one_occasion(
    one: Talk, bag: frozenset[str], other: Talk, other_bag: frozenset[str]
) -> bool:
    """Whether two talks of one story on one day are one: by the hour, or by a bare name."""
    if one.when.first != one.when.last or (one.when.first, one.when.last) != (
        other.when.first,
        other.when.last,
    ):
        return False
    if one.when.time and one.when.time == other.when.time:
        return True
    return bag <= _generic() or other_bag <= _generic()


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """The roots of words that name any occasion and tell none from another."""
    listed = resources.files(__package__ or "briefing.digest") / "generic.txt"
    return frozenset(root(word) for word in listed.read_text(encoding="utf-8").split())


@lru_cache(maxsize=4096)
def _folded(place: str | None) -> frozenset[str]:
    """The words of a place; "Geneva" and "Geneva, Switzerland" share one."""
    return frozenset(root(word) for word in words(place or ""))


def _may_be_same_days(one: Talk, other: Talk) -> bool:
    if one.when.first is None or other.when.first is None:
        return True
    last = one.when.last or one.when.first
    other_last = other.when.last or other.when.first
    return one.when.first <= other_last and other.when.first <= last


def _kept(same: Sequence[Talk]) -> Talk:
    """The newest word that it is off or put off, else the fullest version."""
    newest = same[-1]
    if newest.status in _NEWS_OF_TALK:
        return newest
    return max(enumerate(same), key=lambda entry: (_fullness(entry[1]), entry[0]))[1]


def _fullness(talk: Talk) -> tuple[int, int]:
    when = talk.when
    facts = (
        2 * (when.first is not None)
        + (when.precision is Precision.DAY)
        + (when.time is not None)
        + (talk.where is not None)
        + min(len(talk.who), 2)
    )
    return facts, min(len(talk.what.split()), 12)
