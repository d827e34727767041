"""Occasion words: which nouns and verbs tell of a meeting, a vote, a match.

The lists are data (`lexicon/meetings.toml`); verbs are put into all their forms here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.word_lists import read_list


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """The word lists of `talks`, every verb in all its forms."""

    nouns: Mapping[str, str]  # a noun -> its family
    weak: frozenset[str]  # nouns that are mostly something else
    holding: frozenset[str]
    verbs: Mapping[str, str]  # a verb's form -> its family
    phrasal: Mapping[tuple[str, str], str]
    coming: frozenset[str]
    announced: frozenset[str]  # what says by itself that the noun after it lies ahead
    another: frozenset[str]
    cancelled: frozenset[str]
    postponed: frozenset[str]
    extended: frozenset[str]  # verbs that put off the end of something
    refused: frozenset[str]
    habitual: frozenset[str]
    tentative: frozenset[str]
    proposed: frozenset[str]
    plans: frozenset[str]
    moving: frozenset[str]  # verbs that put an occasion off to another day
    intransitive: frozenset[str]  # verbs that tell of an occasion only without an object
    passive: frozenset[str]  # verbs that tell of an occasion only in the passive
    generic: frozenset[str]  # what any occasion may be called when it is spoken of again
    travelling: frozenset[str]  # verbs that need a place to go to
    receiving: frozenset[str]  # verbs that need a guest
    deciding: frozenset[str]  # verbs that need what is decided
    performed: frozenset[str]  # what is performed and is no performance
    goals: frozenset[str]  # where somebody travels in public, besides places with a name
    portions: frozenset[str]  # nouns whose own "of" says what is held
    negotiators: frozenset[str]
    pairs: frozenset[str]  # countries and bodies counted together
    met: frozenset[str]  # what is fulfilled rather than met
    sayings: frozenset[str]  # what somebody said, who need not be there
    led: frozenset[str]  # participles before who leads or attends it
    bodies: frozenset[str]  # nouns of those who act in public
    places: frozenset[str]
    houses: frozenset[str]  # where votes and debates are held
    areas: frozenset[str]  # a place only with its name
    happenings: frozenset[str]  # what is talked about where it happens
    performers: frozenset[str]  # who plays a hall rather than a rival
    crowds: frozenset[str]  # people who act where they are


@lru_cache(maxsize=1)
def occasion_words() -> OccasionWords:
    """The lists, read once."""
    tables = read_list("meetings")
    irregular = {base: forms.split() for base, forms in tables["irregular"].items()}
    words = {key: frozenset(value.split()) for key, value in tables["words"].items()}
    return OccasionWords(
        nouns={n: family for family, nouns in tables["nouns"].items() for n in nouns.split()},
        weak=frozenset(tables["weak"]["nouns"].split()),
        holding=frozenset(_all_forms(tables["holding"]["verbs"].split(), irregular)),
        verbs={
            form: family
            for family, verbs in reversed(list(tables["verbs"].items()))
            for form in _all_forms(verbs.split(), irregular)
        },
        phrasal={
            (form, pair.split()[1]): family
            for family, pairs in tables["phrasal"].items()
            for pair in pairs
            for form in _all_forms([pair.split()[0]], irregular)
        },
        places=frozenset(tables["places"]["nouns"].split()),
        houses=frozenset(tables["places"]["houses"].split()),
        areas=frozenset(tables["places"]["areas"].split()),
        happenings=frozenset(tables["places"]["happenings"].split()),
        crowds=frozenset(tables["places"]["crowds"].split()),
        intransitive=frozenset(_all_forms(words.pop("intransitive"), irregular)),
        passive=frozenset(_all_forms(words.pop("passive"), irregular)),
        travelling=frozenset(_all_forms(words.pop("travelling"), irregular)),
        receiving=frozenset(_all_forms(words.pop("receiving"), irregular)),
        deciding=frozenset(_all_forms(words.pop("deciding"), irregular)),
        **words,
    )


def all_forms(verbs: Iterable[str]) -> frozenset[str]:
    """The verbs in all their forms."""
    irregular = read_list("meetings")["irregular"]
    return frozenset(_all_forms(verbs, {base: irregular[base].split() for base in irregular}))


def _all_forms(verbs: Iterable[str], irregular: Mapping[str, list[str]]) -> list[str]:
    return [form for verb in verbs for form in (*_forms(verb), *irregular.get(verb, ()))]


def _forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb; wrong ones of an irregular verb do no harm."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, verb + plural, verb + "ed", verb + "ing"
