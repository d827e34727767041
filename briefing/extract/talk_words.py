"""Talk words: what a coming occasion is called, in one stretch of the text of at most twelve words.

A noun is told with what stands before it and with its "of", "on" and "with"; a verb from its
subject to its object. Dates, places and clauses are left out where the stretch allows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.occasions import Occasion, is_date, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_MOST_WORDS = 12
_LEADING = frozenset({"'s", "'", "the", "a", "an", "when", "as", "that", "which"})
_CUT = frozenset({"relcl", "advcl", "ccomp", "punct", "parataxis", "appos", "mark", "cc"})
_ASIDE = frozenset({"in", "at", "since", "until", "after", "before", "from"})


def what(page: Page, occasion: Occasion) -> str:
    """The occasion in words of the text, one stretch of it, at most twelve words."""
    first, last = _of_noun(occasion) if occasion.is_noun else _of_verb(occasion)
    doc, date = page.doc, occasion.date
    if date is not None and date.start > occasion.head.idx:
        while last > occasion.head.i and doc[last].idx + len(doc[last]) > date.start:
            last -= 1
    if first == last and not occasion.is_noun:
        last = _beyond_date(occasion)
    while first < last and (
        doc[first].is_punct or doc[first].lower_ in _LEADING or doc[first].tag_ in {"PRP$", "WP$"}
    ):
        first += 1
    while last > first and (
        doc[last].is_punct or doc[last].dep_ in {"cc", "prep", "case", "det", "mark"}
    ):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(page.text[start:end].split())


def _beyond_date(occasion: Occasion) -> int:
    """A bare verb is told with its day and what follows it: "testify Tuesday before the Senate"."""
    head = occasion.head
    last = head.i
    for child in head.rights:
        if child.dep_ not in {"prep", "npadvmod", "dobj", "prt", "advmod"}:
            break
        edge = child.right_edge.i if is_date(child.right_edge) else _plain_edge(child)
        if edge - head.i >= _MOST_WORDS:
            break
        last = edge
    return last


def _of_noun(occasion: Occasion) -> tuple[int, int]:
    """The noun with what stands before it and its "of", "on" and "with"; no date, no clause."""
    head = occasion.head
    first = head.left_edge.i
    for child in head.lefts:
        if child.dep_ in {"relcl", "advcl"}:
            first = max(first, child.right_edge.i + 1)
    doc = head.doc
    for i in range(head.i - 1, first - 1, -1):
        if is_date(doc[i]) or (doc[i].tag_ in {"PRP$", "POS"} and is_date(doc[i - 1])):
            first = i + 1
            break
        if doc[i].is_punct and doc[i].text not in "-'\"‘’“”":
            first = i + 1
            break
    while first < head.i and (doc[first].dep_ == "det" or doc[first].tag_ in {"PRP$", "POS"}):
        first += 1
    first = max(first, head.i - _MOST_WORDS + 1)
    if first == head.i:
        first = _with_date(head)
    last = _end_of_noun(head, first)
    return (_with_verb(occasion) or (first, last)) if first == last else (first, last)


def _with_verb(occasion: Occasion) -> tuple[int, int] | None:
    """A bare object is told with its verb and subject: "the committee will open hearings"."""
    head, verb = occasion.head, occasion.head.head
    if head.dep_ != "dobj" or verb.i > head.i:
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or subject.i > verb.i:
        return verb.i, head.i
    first = subject.left_edge.i
    return (first, head.i) if head.i - first < _MOST_WORDS else (verb.i, head.i)


def _with_date(head: Token) -> int:
    """A bare noun is told with the date right before it: "June 7 primary"."""
    doc, i = head.doc, head.i
    while i > head.sent.start and (is_date(doc[i - 1]) or doc[i - 1].tag_ == "POS"):
        i -= 1
    return i if i < head.i and is_date(doc[i]) else head.i


def _end_of_noun(head: Token, first: int) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ in _ASIDE:
            break
        if child.i != last + 1 or any(is_date(t) for t in child.children):
            break
        edge = _plain_edge(child)
        if edge - first >= _MOST_WORDS:
            break
        last = edge
    return last


def _plain_edge(token: Token) -> int:
    """Where a phrase ends before its clauses, dates and asides."""
    doc = token.doc
    for i in range(token.i + 1, token.right_edge.i + 1):
        near = doc[i]
        if is_date(near) or near.dep_ in {"relcl", "appos"} or near.text in ",;:()—–":
            return i - 1
        if near.dep_ == "nsubj" or near.tag_ in {"WDT", "WP", "WRB", "TO"}:
            return i - 1
    return token.right_edge.i


def _of_verb(occasion: Occasion) -> tuple[int, int]:
    """From the subject to the object, or from the verb when that is too long."""
    head = occasion.head
    last = head.i
    for child in head.rights:
        if child.dep_ in _CUT or is_date(child):
            break
        if child.dep_ == "prep" and any(is_date(t) for t in child.children):
            break
        last = max(last, min(_plain_edge(child), head.i + _MOST_WORDS - 1))
    subject = occasion.subject
    if subject is None or subject.i > head.i or _is_further_verb(head):
        return head.i, last
    first = subject.left_edge.i
    while first < subject.i and subject.doc[first].lower_ in {"when", "as", "that"}:
        first += 1
    if subject.pos_ == "PRON" and last > head.i:
        return head.i, last
    if last - first < _MOST_WORDS:
        return first, last
    if last - subject.i < _MOST_WORDS and subject.right_edge.i < head.i:
        return _name_start(subject), last
    is_passive = any(child.dep_ == "auxpass" for child in head.children)
    if last == head.i and is_passive and not subject.ent_type_:
        return first, min(_plain_edge(subject), first + _MOST_WORDS - 1)
    return head.i, last


def _is_further_verb(verb: Token) -> bool:
    """Whether another verb stands between it and its subject: "was arrested and will appear"."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _name_start(subject: Token) -> int:
    """The first token of the name or compound the subject ends."""
    first = subject.i
    for child in subject.lefts:
        if child.dep_ in {"compound", "amod"} and child.i < first:
            first = min(first, child.left_edge.i)
    return first
