"""Talk elsewhere: what a bare "the festival" is called where the article names it in full.

Only a name that stands before it counts, and only where all such names agree: two matches of one
article leave "the match" without one, and so does one that is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.parse import SUBJECTS
from briefing.extract.talk.firmness import verb_above
from briefing.extract.talk.names import name_of
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, is_occasion_noun
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})


def fuller(occasion: Occasion) -> tuple[int, int] | None:
    """The stretch that names in full what the bare noun means; None when nobody can tell."""
    head = occasion.head
    if not occasion.is_noun or not any(child.lower_ in _DEFINITE for child in head.lefts):
        return None
    found: list[tuple[int, int]] = []
    for noun in head.doc[: head.sent.start]:
        if noun.lower_ != head.lower_ or not is_occasion_noun(noun):
            continue
        stretch = name_of(noun)
        names = set(_names(noun, stretch))
        if not names:
            continue
        if _is_over(noun):
            return None
        if found and names.isdisjoint(_names(noun, found[-1])):
            return None
        found.append(stretch)
    return max(found, key=lambda stretch: stretch[1] - stretch[0]) if found else None


def _is_over(noun: Token) -> bool:
    """Whether it ended or was held; one that was asked for or named is not over for that."""
    verb = verb_above(noun)
    if verb is None or tense_of_verb(verb) is not Tense.PAST:
        return False
    is_held = verb.lower_ in occasion_words().holding
    is_there = noun.dep_ == "pobj" and noun.head.lower_ in {"at", "in", "during", "after"}
    return noun.dep_ in SUBJECTS or is_held or is_there


def _names(noun: Token, stretch: tuple[int, int]) -> Iterator[str]:
    """The names within the stretch, beside the noun itself."""
    for token in noun.doc[stretch[0] : stretch[1] + 1]:
        if token.pos_ == "PROPN" and token != noun and not is_date(token):
            yield token.lower_
