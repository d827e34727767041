"""Portfolios: titles that list what a body is for, "the Labour, Family and Youth Committee".

Commas and "and" are part of such a name as long as each part ends in a topic. A topic by itself,
in a list of offices or in the title of a law, names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention, capitals, mention_of
from briefing.extract.known import table, titled_bodies, titles, topics
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINTS = frozenset({",", "and", "&"})
_AND = frozenset({"and", "&"})
_OF = frozenset({"of", "for", "on"})
_LONGEST = 4  # words of one part: "Small and Medium Enterprise Development" is two parts


def from_portfolios(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """Whole titles around a head: "Finance and Monetary Policy Committee", "Ministry of …"."""
    holders = {i: m for m in found for i in range(m.first, m.last)}
    for i in capitals(doc):
        if doc[i].text not in titled_bodies():
            continue
        first, last = _listed_before(doc, i), _listed_behind(doc, i)
        if first == i and last == i + 1:
            continue
        own = holders.get(i)
        if own is not None and own.kind is not Kind.PERSON:
            first, last = min(first, own.first), max(last, own.last)
        yield mention_of(doc, first, last, Kind.ORGANISATION, 4.0)


def _listed_before(doc: Doc, head: int) -> int:
    """Where a list of topics in front of the head begins; the head itself when none does."""
    first, is_joined = _part_before(doc, head), False
    if first == head or doc[head - 1].text not in topics():
        return head
    while (joint := _joint_before(doc, first)) < first:
        start = _part_before(doc, joint)
        if start == joint or doc[joint - 1].text not in topics():
            break
        first, is_joined = start, True
    return first if is_joined else head


def _joint_before(doc: Doc, i: int) -> int:
    """Where a comma, an "and" or both in front of the token begin; the token when none do."""
    at = i
    while at > 1 and i - at < 2 and doc[at - 1].text in _JOINTS and not doc[at].is_sent_start:
        at -= 1
    return at


def _part_before(doc: Doc, end: int) -> int:
    """Where the capitals that end in front of `end` begin, without titles and lands' owners."""
    first = end
    while first > 0 and end - first < _LONGEST and not (first < end and doc[first].is_sent_start):
        token = doc[first - 1]
        is_name = token.text[0].isupper() and token.text.isalpha()
        if not is_name or titles().is_title(token.text) or token.lower_ in {"the", "on", "in"}:
            break
        first -= 1
    return first


def _listed_behind(doc: Doc, head: int) -> int:
    """The end of a list of topics behind "of"; the end of the head when there is none."""
    if head + 2 >= len(doc) or doc[head + 1].lower_ not in _OF:
        return head + 1
    last = _part_behind(doc, head + 2 + (doc[head + 2].lower_ == "the"))
    end, is_joined, is_closed = last, False, False
    while last < len(doc) and doc[last - 1].text in topics() and not is_closed:
        joint = _joint_behind(doc, last)
        part = _part_behind(doc, joint)
        if joint in {last, part} or doc[part - 1].text not in topics():
            break
        is_closed = any(t.text in _AND for t in doc[last:joint])
        is_joined = is_joined or is_closed
        last = part
        end = last if is_joined else end
    return end if is_joined else head + 1


def _joint_behind(doc: Doc, i: int) -> int:
    at = i
    while at < len(doc) and at - i < 2 and doc[at].text in _JOINTS:
        at += 1
    return at


def _part_behind(doc: Doc, start: int) -> int:
    """The end of the capitals from `start` on, no further than a topic before another name."""
    last = start
    while last < len(doc) and last - start < _LONGEST and not doc[last].is_sent_start:
        if not (doc[last].text[0].isupper() and doc[last].text.isalpha()):
            break
        last += 1
    while last > start + 1 and doc[last - 1].text not in topics():
        last -= 1  # "of Trade and Industry Ana Ruiz"
    return last


def without_topics(found: list[Mention]) -> list[Mention]:
    """Without topics that stand for no body: "the ministers of Labour and Social Affairs".

    "Commerce" alone is one where the article names the Commerce Department.
    """
    known = table().kinds
    named = {m.words[0] for m in found if len(m.words) > 1 and m.words[-1] in titled_bodies()}
    named |= {w for m in found if m.kind is Kind.PERSON and len(m.words) > 1 for w in m.words}
    return [m for m in found if m.text in known or m.text in named or not _is_bare(m)]


def _is_bare(mention: Mention) -> bool:
    """Whether the name is a list of topics and has no head."""
    words = [w for w in mention.words if w not in _JOINTS]
    is_single = len(words) == 1 and words[0] in topics()
    is_list = len(words) < len(mention.words) and all(w in topics() for w in words)
    return is_single or is_list
