"""Long names: what the model cuts at a small word, a hyphen or a comma, joined by what is certain.

Letters in brackets tell how far back a name goes; a saint's church is one name; the capitals up
to "Act" are one law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import (
    CLOSING,
    OPENING,
    Mention,
    capitals,
    is_acronym,
    mention_of,
)
from briefing.extract.known import given_names, never_names, table, titles
from briefing.extract.parse import PLURALS, PROPER
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 11  # tokens of a name with letters in brackets
_CHURCHES = frozenset({"Basilica", "Church", "Abbey", "Cathedral", "Hospital", "Square", "Chapel"})
_JOINTS = frozenset("by on upon in under le la les sur de du des da am an der".split())
_DESCRIBING = ("ing", "ed")
_MISSIONS = frozenset({"Consulate", "Embassy"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_LAWS = frozenset({"Act", "Bill", "Treaty", "Law", "Accord", "Pact"})
_IN_LAWS = frozenset({",", "and", "&", "of", "for", "in", "to", "-", "'s"})


def from_letters(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """The whole name that letters in brackets spell: "Front for the Rights of Elma (FRE)"."""
    holders = {i: m for m in found for i in range(m.first, m.last)}
    for i in capitals(doc):
        if not _is_short_form(doc, i):
            continue
        last = i - 1 if doc[i - 1].text == "(" else i - 2
        first = _start_of(doc, doc[i].text, last)
        inside = {holders[k] for k in range(first, last) if k in holders}
        kinds = {m.kind for m in inside}
        is_cut = len(inside) > 1 or any(m.first != first or m.last != last for m in inside)
        if inside and is_cut and Kind.PERSON not in kinds:
            yield mention_of(doc, first, last, Kind.ORGANISATION, 4.0)


def from_nicknames(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """The whole name around a nickname in marks: "Juan “Toto” Suarez", "Bob “The Hammer” Berg"."""
    for mention in found:
        first, end = mention.last, _nickname_end(doc, mention.last)
        if mention.kind is not Kind.PERSON or end == first or end >= len(doc):
            continue
        surname = doc[end]
        is_name = surname.text.istitle() and surname.tag_ != "MD" and not surname.is_sent_start
        if is_name and doc[end - 1].whitespace_:
            yield mention_of(doc, mention.first, end + 1, Kind.PERSON, 4.0)


def _nickname_end(doc: Doc, i: int) -> int:
    """The token behind the marks around a nickname that open at `i`; `i` when none do."""
    if i >= len(doc) or doc[i].text not in OPENING:
        return i
    for last in range(i + 2, min(i + 5, len(doc))):
        if doc[last].text in CLOSING:
            words = doc[i + 1 : last]
            return last + 1 if all(w.text.istitle() and w.is_alpha for w in words) else i
    return i


def from_halves(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """A body cut between two words for one noun: "Center for Missing and Exploited Children"."""
    by_first = {m.first: m for m in found if m.kind is Kind.ORGANISATION}
    for half in by_first.values():
        other = by_first.get(half.last + 1)
        if other is None or "for" not in half.words or doc[half.last].lower_ != "and":
            continue
        if half.words[-1].endswith(_DESCRIBING) and other.words[0].endswith(_DESCRIBING):
            yield mention_of(doc, half.first, other.last, Kind.ORGANISATION, 4.0)


def _is_short_form(doc: Doc, i: int) -> bool:
    """Whether letters stand in brackets or behind "or": "the Elma Youth Council, or EYC,"."""
    text = doc[i].text
    is_short = text.isalpha() and text.isupper() and 2 < len(text) < 9
    if not is_short or not 2 < i < len(doc) - 1:
        return False
    before, after = doc[i - 1].lower_, doc[i + 1].text
    return (before, after) == ("(", ")") or (before == "or" and doc[i - 2].text == after == ",")


def _start_of(doc: Doc, letters: str, last: int) -> int:
    """Where the name that ends in front of `last` begins, by its initials; `last` if nowhere."""
    for first in range(last - 2, max(-1, last - _LONGEST), -1):
        words = [t.text for t in doc[first:last]]
        if doc[first + 1].is_sent_start or "(" in words or "," in words:
            break
        is_start = words[0][:1].upper() == letters[0] and words[0] != words[0].lower()
        if is_start and is_acronym(letters, [w for w in words if w not in {"'s", "'", "-"}]):
            return first
    return last


def from_saints(doc: Doc) -> Iterator[Mention]:
    """A church or square that bears a saint's name: "St. Ann's Basilica"."""
    for i in capitals(doc):
        if doc[i].text not in {"St.", "St", "Saint"} or i + 3 >= len(doc):
            continue
        name, owner, head = doc[i + 1 : i + 4]
        if name.text[0].isupper() and owner.tag_ == "POS" and head.text in _CHURCHES:
            yield mention_of(doc, i, i + 4, Kind.PLACE, 4.0)


def from_fellowships(doc: Doc) -> Iterator[Mention]:
    """Bodies and bands called after whom they gather, no title of a work: "Kings of Elma"."""
    many = [i for i in capitals(doc) if doc[i].tag_ in PLURALS and titles().is_head(doc[i].text)]
    whole = [mention_of(doc, i, _fellows_end(doc, i), Kind.ORGANISATION, 4.0) for i in many]
    named = {m.words for m in whole if not doc[m.first].is_sent_start}
    yield from (m for m in whole if len(m.words) > 1 and m.words in named)


def _fellows_end(doc: Doc, i: int) -> int:
    """The end of the large words behind "of"; that of the plural at `i` if no body is named."""
    first = i + 2
    is_work = i > 0 and (doc[i - 1].text in OPENING or doc[i - 1].tag_ in PROPER)
    if is_work or first >= len(doc) or doc[i + 1].text != "of":
        return i + 1
    first += doc[first].text == "the"
    last = first
    while last < len(doc) and last - first < 4 and _is_large_name(doc[last]):
        last += 1
    others = table().body_heads | table().occasions  # "Members of the Weston Union"
    is_other = doc[first:last].text in table().kinds or doc[last - 1].text in others
    return i + 1 if is_other or last == first else last


def _is_large_name(token: Token) -> bool:
    return token.tag_ in PROPER and token.text[0].isupper() and not token.is_sent_start


def from_joints(doc: Doc) -> Iterator[Mention]:
    """A place with a hyphened tail: "Elma-by-the-Sea", "Weston-on-Tarn"."""
    for i in capitals(doc):
        last = _joint_end(doc, i)
        if last > i and doc[i].text not in given_names():
            yield mention_of(doc, i, last, Kind.PLACE, 4.0)


def _joint_end(doc: Doc, i: int) -> int:
    """The end of the hyphened run that begins at `i` and ends in a capital; `i` if none does."""
    last = i + 1
    while (
        last + 1 < len(doc)
        and doc[last].text == "-"
        and not (doc[last].whitespace_ or doc[last - 1].whitespace_)
    ):
        last += 2
    words = [doc[k].text for k in range(i, min(last, len(doc)), 2)]
    inner = words[1:-1]
    is_joined = bool(inner) and inner[0] in _JOINTS and set(inner[1:]) <= {"the", "la", "le"}
    return last if is_joined and words[-1][0].isupper() else i


def from_lone_heads(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """A bare head with the large words and numbers in front: "53rd Street", "German Consulate"."""
    known = table()
    holders = {i: m for m in found for i in range(m.first, m.last)}
    for mention in found:
        word = mention.words[0]
        is_site = word in known.sites | known.place_heads
        is_lone = len(mention.words) == 1 and word not in known.kinds
        if not is_lone or not (is_site or word in known.body_heads | _MISSIONS):
            continue
        first = mention.first
        while first and not doc[first].is_sent_start and _leads_head(doc, first - 1, holders):
            first = holders[first - 1].first if first - 1 in holders else first - 1
        if first < mention.first:
            kind = Kind.PLACE if is_site else Kind.ORGANISATION
            yield mention_of(doc, first, mention.last, kind, 4.0)


def _leads_head(doc: Doc, i: int, holders: Mapping[int, Mention]) -> bool:
    """Whether the token is one of the large words or a number that a bare head ends."""
    text = doc[i].text
    if _ORDINAL.fullmatch(text):
        return True
    if text in table().people:
        return bool(table().people[text])
    is_name = doc[i].tag_ in {"NNP", "NNPS", "JJ"} and text[0].isupper() and len(text) > 1
    is_name = is_name and doc[i].lower_ not in titles().honorifics | titles().short
    holder = holders.get(i)
    return (
        is_name
        and doc[i].lower_ not in never_names()
        and (holder is None or (holder.kind is not Kind.PERSON and holder.last == i + 1))
    )


def without_laws(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Without bodies and places inside a listed law: "the Clean Air, Water and Rivers Act"."""
    inside = {
        k for i in capitals(doc) if doc[i].text in _LAWS for k in range(_law_start(doc, i), i)
    }
    known = table().kinds
    return [
        m
        for m in found
        if m.kind is Kind.PERSON or m.text in known or not (m.first in inside or m.last in inside)
    ]


def _law_start(doc: Doc, i: int) -> int:
    """Where the law that ends at `i` begins, when it is listed behind "the"; else `i`."""
    first = i
    while first > 0 and i - first < 14 and not doc[first].is_sent_start:
        token = doc[first - 1]
        if token.lower_ in {"the", "a", "an", "this"}:
            return first if any(t.text == "and" for t in doc[first:i]) else i
        if not (token.text[0].isupper() or token.text in _IN_LAWS):
            break
        first -= 1
    return i
