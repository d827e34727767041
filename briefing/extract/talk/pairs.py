"""Talk pairs: whom "the two leaders", "both sides" and "they" mean, by the sentences before.

Only where exactly as many of that kind are named there as the words count; else nobody is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.known import singular, titles
from briefing.extract.parse import has_child
from briefing.extract.talk.occasion_words import occasion_words
from briefing.model import Actor, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_BACK = 2  # sentences that are searched for the pair
_COUNTS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "they": 2}


def pair_meant(page: Page, head: Token, actors: Sequence[Actor]) -> tuple[str, ...]:
    """The actors meant by "the two leaders", "the pair" or "they"; empty when that is not clear."""
    words = {head.lower_, *(child.lower_ for child in head.lefts)}
    count = next((_COUNTS[word] for word in _COUNTS if word in words), 0)
    kinds = _kinds(head)
    if not count or not kinds or has_child(head, "prep", "poss"):
        return ()
    sentence = page.sentence_of(head.idx, head.idx + len(head))
    before = [each for each in page.sentences if each.end <= sentence.start][-_BACK:]
    starts = [(sentence.start, head.idx), *((each.start, each.end) for each in reversed(before))]
    for start, end in starts:
        named = [
            actor.name
            for actor in actors
            if actor.kind in kinds and any(start <= m.start < end for m in actor.mentions)
        ]
        if len(named) == count:
            return tuple(named)
        if named:
            return ()
    return ()


def _kinds(head: Token) -> frozenset[Kind]:
    """Of what kind those are whom the noun counts."""
    low, lists = head.lower_, occasion_words()
    if low in {"they", "men", "women", "pair", "trio", "rivals", "candidates", "contenders"}:
        return frozenset({Kind.PERSON})
    if low in lists.pairs:
        return frozenset({Kind.PLACE, Kind.ORGANISATION})
    return frozenset({Kind.PERSON}) if titles().is_head(singular(low)) else frozenset()
