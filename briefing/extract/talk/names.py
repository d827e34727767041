"""Talk names: the stretch of a noun that names an occasion, with what stands before and behind it.

Its article and its date are left out, and so are phrases that say when or where rather than what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.parse import NOUNS
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.dates import FoundDate

MOST_WORDS = 12
MARKS = frozenset({"when", "as", "that", "which", "where", "while", "and", "but"})
# Phrases that say when or where rather than what; they only stand inside a name.
ASIDE = frozenset({"in", "at", "since", "until", "after", "from", "during", "within", "near"})
_OPEN_ENDS = frozenset({"cc", "prep", "case", "det", "mark", "aux", "auxpass", "poss", "nummod"})
_QUESTIONS = frozenset({"whether", "if"})
_KEPT = frozenset({"each", "every", "another", "either", "neither"})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})


def name_of(noun: Token, date: FoundDate | None = None) -> tuple[int, int]:
    """The stretch that names the occasion: the noun with its telling phrases."""
    first = start_of_noun(noun, date)
    return trimmed(noun, first, end_of_noun(noun, first))


def is_bare(occasion: Occasion) -> bool:
    """Whether the noun says no more than its kind, or its number or place: "a second round"."""
    head = occasion.head
    first = start_of_noun(head, occasion.date)
    last = end_of_noun(head, first)
    if last != head.i and not (first == head.i and _is_only_place(head, last)):
        return False
    return first == head.i or _is_counted(head, first)


def trimmed(head: Token, first: int, last: int) -> tuple[int, int]:
    """The stretch of at most twelve words without loose marks and joining words at its ends."""
    doc = head.doc
    while first < last and (
        doc[first].is_punct or doc[first].lower_ in MARKS or doc[first].tag_ in {"POS", "WP$"}
    ):
        first += 1
    while last > max(first, head.i) and (doc[last].is_punct or doc[last].dep_ in _OPEN_ENDS):
        last -= 1
    while first < head.i and length(head, first, last) > MOST_WORDS:
        first += 1
    while last > head.i and length(head, first, last) > MOST_WORDS:
        last -= 1
    return first, last


def length(head: Token, first: int, last: int) -> int:
    """How many words, as people count them, the stretch has."""
    return len(head.doc[first : last + 1].text.split())


def _is_only_place(head: Token, last: int) -> bool:
    """Whether only a place follows the noun."""
    phrases = [c for c in head.rights if c.dep_ == "prep" and c.i <= last]
    return all(child.lower_ in ASIDE for child in phrases)


def _is_counted(head: Token, first: int) -> bool:
    """Whether the noun is told only by its number: "a second round"."""
    another = occasion_words().another
    return all(t.lower_ in another for t in head.doc[first : head.i])


def start_of_noun(head: Token, date: FoundDate | None = None) -> int:
    """Where the phrase begins: its article, or that of a possessor, is left out."""
    doc, first = head.doc, head.left_edge.i
    for child in head.lefts:
        if child.dep_ in {"relcl", "advcl"}:
            first = max(first, child.right_edge.i + 1)
    for i in range(head.i - 1, first - 1, -1):
        if _is_season(doc[i]):
            continue
        is_day = date is not None and date.rule != "holiday"  # "Christmas concert" keeps its feast
        is_said = is_day and date is not None and date.start <= doc[i].idx < date.end
        if is_said or is_date(doc[i]) or (doc[i].tag_ in {"PRP$", "POS"} and is_date(doc[i - 1])):
            first = i + 1
            break
        if doc[i].is_punct and doc[i].text not in "-'\"‘’“”":
            first = i + 1
            break
    while first < head.i and (
        (doc[first].dep_ in {"det", "predet"} and doc[first].lower_ not in _KEPT)
        or doc[first].tag_ in {"PRP$", "POS"}
        or (is_date(doc[first]) and not _is_season(doc[first]))
    ):
        first += 1
    return _start_of_name(head, first)


def _start_of_name(head: Token, first: int) -> int:
    """Where the name begins whose end the parse takes for all: "Rose Bank Joy of Jazz festival"."""
    at, doc = first, head.doc
    while doc[at].ent_iob_ == "I" and not is_date(doc[at]) and at > head.sent.start:
        at -= 1
    is_name = at < first and any(t.lower_ == "of" for t in doc[at:first])
    at += is_name and doc[at].dep_ == "det"
    return at if is_name else first


def _is_season(token: Token) -> bool:
    """Whether a season belongs to the name: "the winter fair"."""
    return token.dep_ in {"compound", "nmod", "amod"} and token.lower_ in _SEASONS


def end_of_noun(head: Token, first: int) -> int:
    """The end of the last telling phrase; a place may stand before it: "talks in Rome on fish"."""
    reached = last = head.i
    for child in head.rights:
        if child.is_punct and child.i == reached + 1 and last == head.i == first:
            reached = child.i  # "that meeting, with the mediator, is on Saturday"
            continue
        if child.i != reached + 1 or not _is_phrase(child):
            break
        reached = plain_edge(child)
        if reached <= child.i or length(head, first, reached) > MOST_WORDS:
            break
        is_place = child.lower_ in ASIDE or (child.lower_ == "before" and _is_bare_place(child))
        if not is_place:
            last = reached
        elif first == head.i == last and _has_name(child):
            return reached  # "session in Geneva" where the noun alone would say little
    return last


def _has_name(preposition: Token) -> bool:
    return any(child.ent_type_ in {"GPE", "LOC", "FAC"} for child in preposition.children)


def _is_phrase(child: Token) -> bool:
    """Whether it is a phrase that may belong to a name: with a preposition or "to" and a verb."""
    if any(is_date(token) for token in child.children):
        return False
    if child.dep_ in {"acl", "advcl"}:
        return child.tag_ == "VB" and child.left_edge.lower_ == "to"
    return child.dep_ == "prep"


def _is_bare_place(preposition: Token) -> bool:
    return not any(child.ent_type_ == "ORG" for child in preposition.children)


def _is_in_list(token: Token, comma: int) -> bool:
    """Whether the comma parts what a list joins: "Norway, Peru and Chile"."""
    return any(
        near.dep_ == "conj" and near.pos_ in NOUNS and near.left_edge.i in {comma + 1, comma + 2}
        for near in token.subtree
    )


def _is_name_after(token: Token, comma: int) -> bool:
    """Whether the name of a person of that office follows: "the prime minister, Ana Ruiz"."""
    doc, last = token.doc, token.right_edge.i
    after = next((t for t in doc[comma + 1 : last + 1] if t.dep_ == "appos"), None)
    return (
        after is not None
        and after.ent_type_ == "PERSON"
        and all(t.ent_type_ == "PERSON" for t in doc[comma + 1 : after.i + 1])
    )


def plain_edge(token: Token) -> int:
    """Where a phrase ends before its clauses, dates and asides."""
    doc = token.doc
    for i in range(token.i + 1, token.right_edge.i + 1):
        near = doc[i]
        if is_date(near):
            return i - 1 if doc[i - 1].dep_ != "prep" else i - 2
        if near.text == "," and (_is_name_after(token, i) or _is_in_list(token, i)):
            continue
        is_named = near.dep_ == "appos" and near.ent_type_ == "PERSON"
        if near.dep_ == "relcl" or (near.dep_ == "appos" and not is_named):
            return i - 1
        if near.text in ",;:()—–":
            return i - 1
        if near.dep_ == "nsubj" and any(c.lower_ in _QUESTIONS for c in near.head.lefts):
            continue  # "on whether the school can move"
        if near.dep_ == "nsubj" or near.tag_ in {"WDT", "WP", "WRB"}:
            return i - 1
    return token.right_edge.i
