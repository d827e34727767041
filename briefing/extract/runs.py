"""Runs: capitals that the model saw nothing in, or only half of, named by what stands around.

"A village called Novi Sad" lies "in Novi Sad", the "New Dawn party" is a body, and what is listed
beside companies is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.cues import told_around
from briefing.extract.known import table, titles
from briefing.extract.mention import CALENDAR, Mention, is_title, mention_of
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENOUGH = 2.0  # of votes for a name that the model did not see


def from_runs(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """Unseen runs of capitals, where the words around or their list tell what they name."""
    covered = {i for m in found for i in range(m.first, m.last)}
    people = frozenset(m.first for m in found if m.kind is Kind.PERSON and len(m.words) > 1)
    heads = {_head(doc, m): m.kind for m in found}
    i = 0
    while i < len(doc):
        last = _run_end(doc, i, covered, loud)
        if last > i:
            kind = _kind_of_run(doc, mention_of(doc, i, last, Kind.ORGANISATION), people, heads)
            if kind is not None:
                yield mention_of(doc, i, last, kind, 1.5)
        i = max(last, i + 1)


def _kind_of_run(
    doc: Doc, run: Mention, people: frozenset[int], heads: dict[int, Kind]
) -> Kind | None:
    votes: dict[Kind | None, float] = {}
    for kind, weight in told_around(doc, run, people):
        votes[kind] = votes.get(kind, 0.0) + weight
    best = max(votes, key=lambda kind: votes[kind], default=None)
    if best is not None and votes[best] >= _ENOUGH:
        return best
    return _kind_of_list(doc, run, heads) if None not in votes else None


def _kind_of_list(doc: Doc, run: Mention, heads: dict[int, Kind]) -> Kind | None:
    """The kind of the names that "and" or commas join to this one."""
    head = doc[_head(doc, run)]
    beside = [head.head] if head.dep_ == "conj" else []
    beside += [child for child in head.children if child.dep_ == "conj"]
    kinds = {heads[token.i] for token in beside if token.i in heads}
    return kinds.pop() if len(kinds) == 1 else None


def _head(doc: Doc, mention: Mention) -> int:
    """The token of the name on which the others hang."""
    return doc[mention.first : mention.last].root.i


def _run_end(doc: Doc, i: int, covered: set[int], loud: frozenset[int]) -> int:
    """The end of the run of uncovered capitals that begins at `i`; `i` when there is none."""
    if i and _is_capital(doc[i - 1]) and not doc[i].is_sent_start:
        return i
    last = i
    while last < len(doc) and last - i < 5 and last not in covered and last not in loud:
        token = doc[last]
        if not _is_capital(token) or (last > i and token.is_sent_start):
            break
        last += 1
    if last < len(doc) and last in covered and last > i:
        return i
    return last


def _is_capital(token: Token) -> bool:
    text = token.text
    return (
        token.tag_ in {"NNP", "NNPS"}
        and text[0].isupper()
        and token.lower_ not in CALENDAR
        and text not in table().people
        and not (is_title(token) or titles().is_title(text))
    )
