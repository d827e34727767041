"""Talk places: where a coming occasion is held, from its own phrases with "in", "at" and "to".

A place elsewhere in the sentence is not that of the occasion; where it names none, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.firmness import completed
from briefing.extract.known import table
from briefing.extract.occasion_words import occasion_words
from briefing.extract.occasions import Occasion, is_date

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset(
    [
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "CARDINAL",
        "ORDINAL",
        "QUANTITY",
        "PERSON",
        "NORP",
        "EVENT",
    ]
)
_BEFORE_PLACES = frozenset({"in", "at", "outside", "inside", "near", "to", "on"})
# Phrases that may hold the place in turn: "talks with members of the council in Rome".
_WITH_PEOPLE = frozenset(
    ["with", "between", "against", "by", "among", "and", "versus", "vs", "of", "for", "to", "on"]
)
_FAR = 12  # tokens before its head that a phrase may stand


def where(page: Page, occasion: Occasion) -> str | None:
    """The place named by the occasion's own "in" or "at": a city with its country."""
    for preposition in _own_prepositions(occasion):
        place = _place_after(page, preposition, occasion)
        if place is not None:
            return place
    if not occasion.is_noun:
        return None
    return _place_of_vote(page, occasion) if occasion.family == "vote" else _city(page, occasion)


def _own_prepositions(occasion: Occasion) -> Iterator[Token]:
    """The prepositions of the noun, of the verb, and of the phrases these have."""
    for head in dict.fromkeys(_own_heads(occasion)):
        for child in head.children:
            if child.dep_ == "prep" and child.i > min(head.i, occasion.head.i) - _FAR:
                yield child
                if child.lower_ in _WITH_PEOPLE:
                    for noun in child.children:
                        yield from _prepositions_below(noun)
            elif child.lower_ in {"away", "back"} or child.dep_ == "dobj":
                yield from (c for c in child.children if c.dep_ == "prep")


def _own_heads(occasion: Occasion) -> Iterator[Token]:
    """The noun or verb of the occasion, its clauses, the verbs around it, and its date."""
    yield occasion.head
    for child in occasion.head.children:
        if child.dep_ in {"acl", "relcl"}:
            yield child
            yield completed(child)
    verb = occasion.verb
    if verb is not None:
        yield verb
        yield from (c for c in verb.children if c.dep_ in {"xcomp", "acomp", "acl"})
        if verb.dep_ == "xcomp":
            yield verb.head
    root = occasion.date_root
    if root is not None:
        if root.head.pos_ == "VERB":
            yield root.head
        yield from (c for c in root.children if c.dep_ == "pobj")  # "on Tuesday in Geneva"


def _prepositions_below(noun: Token) -> Iterator[Token]:
    """The prepositions of a noun and of its "of": "members of the leadership in Washington"."""
    for child in noun.children:
        if child.dep_ == "prep":
            yield child
            if child.lower_ == "of":
                for inner in child.children:
                    yield from _prepositions_below(inner)


def _place_after(page: Page, preposition: Token, occasion: Occasion) -> str | None:
    if preposition.lower_ not in _BEFORE_PLACES:
        return None
    for noun in preposition.children:
        if noun.dep_ == "pobj" and _is_place(noun, preposition.lower_, occasion):
            return _place_words(page, noun)
    return None


def _is_place(noun: Token, preposition: str, occasion: Occasion) -> bool:
    """Whether something can be held there: a place with a name, a hall, "at" a court."""
    kind = noun.ent_type_
    if kind in _NO_PLACE:
        return False
    if preposition == "to":
        return occasion.family in {"visit", "match"} and kind in _PLACES | {"ORG"}
    if preposition == "on":
        return kind in {"FAC", "LOC"}
    if kind in _PLACES or (kind == "ORG" and preposition == "at"):
        return True
    return noun.lower_ in occasion_words().places and noun.left_edge.i < noun.i


def _place_words(page: Page, noun: Token) -> str:
    """The name with what narrows it: "Jeddah, Saudi Arabia", "the City Hall in Leeds"."""
    doc = noun.doc
    first = noun.left_edge.i
    while first < noun.i and doc[first].pos_ in {"DET", "PRON", "PUNCT"}:
        first += 1
    last = _end_of_place(noun)
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(page.text[start:end].split())


def _end_of_place(noun: Token) -> int:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in {"appos", "npadvmod", "conj"} and child.ent_type_ in _PLACES:
            last = child.i if child.i <= last + 4 else last
        elif child.dep_ == "prep" and child.lower_ in {"in", "of"}:
            last = max([last, *(_end_of_place(t) for t in child.children if _is_named(t))])
    doc = noun.doc
    if last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].ent_type_ == "GPE":
        last += 2
    while (
        last + 1 < len(doc) and doc[last + 1].ent_type_ in _PLACES and doc[last + 1].ent_iob_ == "I"
    ):
        last += 1
    return last


def _is_named(token: Token) -> bool:
    if token.dep_ == "pobj" and token.ent_type_ in _PLACES | {"ORG"}:
        return True
    return token.pos_ == "PROPN" and not is_date(token)


def _place_of_vote(page: Page, occasion: Occasion) -> str | None:
    """A vote is held in the place it is named after, or that holds it."""
    for child in occasion.head.children:
        if child.dep_ in {"compound", "poss", "nmod"} and child.ent_type_ == "GPE":
            return _entity(page, child)
    subject = occasion.subject
    return _entity(page, subject) if subject is not None and subject.ent_type_ == "GPE" else None


def _city(page: Page, occasion: Occasion) -> str | None:
    """The Geneva talks are in Geneva; the Iran talks are about Iran."""
    known = table()
    for child in occasion.head.children:
        if child.dep_ in {"compound", "nmod"} and child.ent_type_ == "GPE":
            name = _entity(page, child)
            if known.same.get(name, name) not in set(known.people.values()):
                return name
    return None


def _entity(page: Page, token: Token) -> str:
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            return page.text[entity.start_char : entity.end_char]
    return token.text
