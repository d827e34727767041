"""Talk elsewhere: what a bare "the festival" is called where the article names it in full.

Only a name that stands before it counts, and only where all such names agree: two matches of one
article leave "the match" without one, and so does one that is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.date_sense import Tense
from briefing.extract.firmness import verb_above
from briefing.extract.occasion import Occasion
from briefing.extract.occasion_parse import is_date, is_occasion_noun
from briefing.extract.talk_names import name_of
from briefing.extract.verb_tense import tense_of_verb

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
        verb = verb_above(noun)
        if verb is not None and tense_of_verb(verb) is Tense.PAST:
            return None
        if found and names.isdisjoint(_names(noun, found[-1])):
            return None
        found.append(stretch)
    return max(found, key=lambda stretch: stretch[1] - stretch[0]) if found else None


def _names(noun: Token, stretch: tuple[int, int]) -> Iterator[str]:
    """The names within the stretch, beside the noun itself."""
    for token in noun.doc[stretch[0] : stretch[1] + 1]:
        if token.pos_ == "PROPN" and token != noun and not is_date(token):
            yield token.lower_
