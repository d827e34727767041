"""The cast: one list of actors over several articles, each person under the longest full name.

In one story "Leavitt" is the Karoline Leavitt of another paper, as long as nobody else in it
bears that name; across stories only full names meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from briefing.model import Actor, Kind, Reading, Role, Span
from briefing.text import fold

# "Vice president" is no fuller form of "president".
_OTHER_OFFICE = {"vice", "deputy", "former", "acting", "assistant", "ex", "interim", "elect"}
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "le", "du"}


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a story and who is meant by a name in one of its articles."""

    actors: tuple[Actor, ...]  # most salient first
    names: Mapping[tuple[str, str], str]  # (article, folded name) -> name of the actor

    def full_name(self, article: str, name: str) -> str:
        """The name the actor bears in this cast; the name itself when nobody is meant."""
        return self.names.get((article, fold(name)), name)

    def actor(self, name: str | None) -> Actor | None:
        """The actor of that full name."""
        return next((actor for actor in self.actors if actor.name == name), None)


def one_cast(readings: Sequence[Reading]) -> Cast:
    """The actors of the readings of one story, those who are the same told once."""
    found = [(reading.article, actor) for reading in readings for actor in reading.actors]
    groups = _groups([actor for _, actor in found], is_one_story=True)
    actors: list[Actor] = []
    names: dict[tuple[str, str], str] = {}
    for group in groups:
        merged = one_actor([found[number][1] for number in group], len(readings))
        actors.append(merged)
        for number in group:
            article, actor = found[number]
            for form in (actor.name, *actor.aliases):
                names.setdefault((article, fold(form)), merged.name)
    return Cast(tuple(sorted(actors, key=_by_salience)), names)


def merge_actors(
    casts: Iterable[Sequence[Actor]], *, is_one_story: bool = True
) -> tuple[Actor, ...]:
    """The actors of several articles told once, most salient first.

    In one story a surname finds its full name; across stories only full names meet.
    """
    known = [tuple(cast) for cast in casts]
    found = [actor for cast in known for actor in cast]
    groups = _groups(found, is_one_story=is_one_story)
    articles = len(known) if is_one_story else 1
    merged = [one_actor([found[number] for number in group], articles) for group in groups]
    return tuple(sorted(merged, key=_by_salience))


def _by_salience(actor: Actor) -> tuple[float, int, str]:
    return -actor.salience, -len(actor.mentions), actor.name


def _groups(actors: Sequence[Actor], *, is_one_story: bool) -> list[list[int]]:
    """The numbers of the actors that are one, in order of first appearance."""
    groups: dict[str, list[int]] = {}
    for number, actor in enumerate(actors):
        groups.setdefault(_key(actor), []).append(number)
    if not is_one_story:
        return list(groups.values())
    joined = {key: key for key in groups}
    # Longer names first, so that a short one finds its full form already settled.
    for key in sorted(groups, key=lambda key: (len(key.split()), len(key), key)):
        fuller = _fuller(key, groups, actors)
        if fuller is not None:
            joined[key] = fuller
    merged: dict[str, list[int]] = {}
    for key, numbers in groups.items():
        merged.setdefault(_last(key, joined), []).extend(numbers)
    return [sorted(numbers) for numbers in sorted(merged.values(), key=min)]


def _last(key: str, joined: Mapping[str, str]) -> str:
    while joined[key] != key:
        key = joined[key]
    return key


def _key(actor: Actor) -> str:
    """What is equal for the same name: people apart from the rest, short forms of states solved."""
    name = fold(actor.name)
    if actor.kind is Kind.PERSON:
        return "person " + name
    return "body " + _same_names().get(name, name)


@cache
def _same_names() -> dict[str, str]:
    listed = resources.files(__package__ or "briefing.digest") / "same_names.txt"
    known: dict[str, str] = {}
    for line in listed.read_text(encoding="utf-8").splitlines():
        full, _, short = line.partition(" = ")
        known |= {fold(form): fold(full) for form in short.split(", ")}
    return known


def _fuller(key: str, groups: Mapping[str, Sequence[int]], actors: Sequence[Actor]) -> str | None:
    """The one longer name in the story that this is a short form of; None when there are two."""
    is_short = _is_short_person if key.startswith("person ") else _is_short_body
    fuller = [other for other in groups if len(other) > len(key) and is_short(key, other)]
    if not fuller:
        fuller = _by_alias(key, groups, actors)
    longest = max(fuller, key=lambda other: (len(other.split()), len(other), other), default=None)
    # "Trump" is Donald Trump and Donald J. Trump, who are one, but not Donald and Melania Trump.
    if longest is None or not all(o == longest or is_short(o, longest) for o in fuller):
        return None
    return longest


def _is_short_person(key: str, other: str) -> bool:
    short, full = key.split()[1:], other.split()[1:]
    if not other.startswith("person ") or not short or len(full) < 2:
        return False
    if len(short) == 1:
        # The family name may be the second of three: Inés Quiroga Beltrán is "Quiroga".
        return short[0] == full[-1] or (short[0] in full and len(short[0]) > 3)
    # "Donald Trump" and "Donald J. Trump", "Ursula Leyen" and "Ursula von der Leyen".
    is_around = short[0] == full[0] and short[-1] == full[-1]
    return len(full) > len(short) and (is_around or full[: len(short)] == short)


def _is_short_body(key: str, other: str) -> bool:
    """Whether the name is made of the first letters of the other."""
    short, full = "".join(key.split()[1:]), other.split()[1:]
    if not other.startswith("body ") or len(full) < 2 or len(short) < 2:
        return False
    initials = "".join(word[0] for word in full)
    without_small = "".join(word[0] for word in full if word not in _SMALL)
    return short in {initials, without_small}


def _by_alias(key: str, groups: Mapping[str, Sequence[int]], actors: Sequence[Actor]) -> list[str]:
    kind, _, name = key.partition(" ")
    return [
        other
        for other, numbers in groups.items()
        if other != key
        and other.startswith(kind)
        and len(other) > len(key)
        and any(fold(alias) == name for number in numbers for alias in actors[number].aliases)
    ]


def one_actor(same: Sequence[Actor], articles: int) -> Actor:
    """One actor of all: the longest name, every form, the roles best first.

    The salience is half the highest and half the mean over `articles`: who is in every article
    is more than who fills one.
    """
    spellings = Counter(actor.name for actor in same)
    name = max(spellings, key=lambda name: (_fullness(name, same[0].kind), spellings[name], name))
    forms = dict.fromkeys(form for actor in same for form in (actor.name, *actor.aliases))
    forms = dict.fromkeys(form for form in forms if fold(form) != fold(name))
    kinds = Counter(dict.fromkeys(Kind, 0))
    for actor in same:
        kinds[actor.kind] += max(len(actor.mentions), 1)
    saliences = [actor.salience for actor in same]
    combined = (max(saliences) + sum(saliences) / max(articles, len(same))) / 2
    mentions: dict[Span, None] = dict.fromkeys(at for actor in same for at in actor.mentions)
    return Actor(
        name=name,
        kind=kinds.most_common(1)[0][0],
        aliases=tuple(forms),
        roles=_roles([role for actor in same for role in actor.roles]),
        salience=min(combined, 1.0),
        mentions=tuple(mentions),
    )


def _fullness(name: str, kind: Kind) -> tuple[int, int]:
    # A body's longest name may carry chance words; a state's short form must not win over it.
    words = len(name.split())
    return (words, len(name)) if kind is Kind.PERSON else (min(words, 5), len(name))


def _roles(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Each office once, in its fullest words; the most often named first, then the fullest."""
    times = Counter(fold(role.title) for role in roles)
    first: dict[str, Role] = {}
    for role in roles:
        kept = first.setdefault(fold(role.title), role)
        if kept.affiliation is None and role.affiliation is not None:
            first[fold(role.title)] = role
    for short in sorted(times, key=len):
        fuller = [other for other in times if other != short and _is_fuller(other, short)]
        if fuller:
            times[max(fuller, key=lambda title: (times[title], len(title), title))] += times[short]
            del times[short]
    best = sorted(times, key=lambda title: (-times[title], -len(title), title))
    return tuple(first[title] for title in best)


def _is_fuller(long: str, short: str) -> bool:
    more = set(long.split()) - set(short.split())
    return set(short.split()) < set(long.split()) and not more & _OTHER_OFFICE
