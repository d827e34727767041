"""Talk place before: the place that "there" or "the city" means, or where somebody has just come.

Only the words before it in its own sentence and the sentence before are asked, and only where they
name one place and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing.extract.furniture import is_caption
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.place_words import place_words
from briefing.extract.talk.sites import is_country, is_place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

# "(AP Photo/Ann Bell)", "[Photo: Getty Images]" at the end of a caption or right behind it.
_CREDIT = re.compile(
    r"[(\[][^()\[\]]*\b(?:[Pp]hotos?|PHOTO|[Pp]ictures?|Images?|Getty|Reuters|AP|AFP|EPA|Agency)\b"
    r"[^()\[\]]*[)\]]\.?$"
)
_LONGEST_CREDIT = 80
_TOWNS = frozenset({"city", "town", "village", "capital"})
_ARRIVING = frozenset(
    "arrive arrives arrived gather gathers gathered travel travels travelled traveled "
    "fly flies flew flown".split()
)


def place_before(page: Page, occasion: Occasion, places: frozenset[str]) -> str | None:
    """The place told just before, where the words of the occasion point back to it."""
    head = occasion.head
    there = next((c for c in head.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
    if there is not None and not occasion.is_noun:
        return place_just_told(page, there, places)
    is_definite = any(child.lower_ == "the" for child in head.lefts)
    if occasion.is_noun and is_definite and head.sent.start and head.n_lefts == 1:
        return _arrived_at(page, head, places)
    return None


def place_just_told(page: Page, token: Token, places: frozenset[str]) -> str | None:
    """The one place named before the token, in its sentence or else in the one before."""
    is_town = token.lower_ in _TOWNS
    if not is_town and token.lower_ != "there":
        return None
    if is_town and [child.lower_ for child in token.lefts] not in (["the"], ["that"]):
        return None
    sentence, doc = token.sent, token.doc
    stretches = [doc[sentence.start : token.i]]
    if sentence.start:
        before = doc[sentence.start - 1]
        stretches += [] if is_in_caption(page, before) else [before.sent]
    for stretch in stretches:
        named = list(_heads(stretch, places))
        if named:
            is_one = len({each.text for each in named}) == 1
            is_wrong = is_town and is_country(named[0])
            return place_words(page, named[0]) if is_one and not is_wrong else None
    return None


def is_in_caption(page: Page, token: Token) -> bool:
    """Whether it stands under a picture, which may be of another day and place."""
    segment = page.segment_at(token.idx)
    if segment is None:
        return False
    line = page.text[segment.start : segment.end]
    behind = page.text[segment.end : segment.end + _LONGEST_CREDIT].split("\n")[0]
    is_credited = _CREDIT.search(line) or _CREDIT.match(behind.strip())
    return is_credited is not None or is_caption(page, segment)


def _heads(tokens: Iterable[Token], places: frozenset[str]) -> Iterator[Token]:
    """The places named, without those that only narrow another: "Salem, Oregon"."""
    for token in tokens:
        is_end = token.dep_ not in {"compound", "nmod", "poss"} or token.dep_ == "poss"
        if not (is_end and is_place(token, places)):
            continue
        if token.dep_ in {"appos", "npadvmod"} and is_place(token.head, places):
            continue
        yield token


def _arrived_at(page: Page, head: Token, places: frozenset[str]) -> str | None:
    """Where those arrived whose talks these are: "The envoys are in Rome. The talks begin"."""
    verb = head.doc[head.sent.start - 1].sent.root
    is_there = verb.lower_ in _ARRIVING or verb.lower_ in {"is", "are"}
    family = occasion_words().nouns.get(head.lower_)
    if is_in_caption(page, verb) or not is_there or family not in {"talks", "conference", "match"}:
        return None
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in {"in", "at", "to"}:
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj" and is_place(noun, places):
                return place_words(page, noun)
    return None
