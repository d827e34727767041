"""Lists: what is known of some names of a list speaks for the others.

In "offices in Weston, Elma and Ybo" all three are towns. A comma alone joins no list: "Elma, Ohio"
and "Ana Ruiz, Acme" are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.extract.actor.cues import looks_human, tells_of_sport
from briefing.extract.actor.mention import Mention
from briefing.extract.known import given_names, states, table
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINTS = frozenset({",", "and", "&", "or"})
_WIDEST = 3  # tokens between two names of a list
_SURE = 1.0  # of votes for one kind, to speak for others
_FEW_PEOPLE = 3  # below, bands and people stand side by side


def told_by_lists(
    doc: Doc, found: list[Mention], told: Mapping[str, Mapping[Kind | None, float]]
) -> Iterator[tuple[str, Kind | None, float]]:
    """Name in lower case, kind and weight, for those of whom only the others of a list tell."""
    is_sport = tells_of_sport(doc)
    for members in _lists(doc, found):
        kinds = [_kind_of(m, told[m.text.casefold()]) for m in members]
        known = {kind for kind in kinds if kind is not None}
        if len(known) != 1 or (is_sport and Kind.PLACE in known) or _names_seats(members):
            continue
        (kind,) = known
        if kind is Kind.PERSON and kinds.count(kind) < _FEW_PEOPLE:
            continue
        for member, own in zip(members, kinds, strict=True):
            if own is None:
                yield member.text.casefold(), kind, 0.8 if len(members) == 2 else 1.5


def _lists(doc: Doc, found: list[Mention]) -> Iterator[list[Mention]]:
    """Names with nothing but commas between them, and "and" somewhere."""
    row: list[Mention] = []
    is_joined = False
    for mention in sorted(found, key=lambda m: m.first):
        is_near = bool(row) and mention.first - row[-1].last <= _WIDEST
        gap = {t.lower_ for t in doc[row[-1].last : mention.first]} if is_near else set()
        if gap and gap <= _JOINTS:
            row.append(mention)
            is_joined = is_joined or gap != {","}
            continue
        if len(row) > 1 and is_joined:
            yield row
        row, is_joined = [mention], False
    if len(row) > 1 and is_joined:
        yield row


def _names_seats(members: list[Mention]) -> bool:
    """Whether some are countries or states and others not: "Elma, Ohio, and Ana Ruiz"."""
    lands = [m.text in table().countries or m.text in states() for m in members]
    return any(lands) and not all(lands)


def _kind_of(mention: Mention, count: Mapping[Kind | None, float]) -> Kind | None:
    """The kind that the tables, a given name or the words around are sure of."""
    known = table()
    if mention.text in known.kinds and mention.text not in known.unsure:
        return known.kinds[mention.text]
    if len(mention.words) > 1 and mention.words[0] in given_names() and looks_human(mention.words):
        return Kind.PERSON
    best = max(count, key=lambda kind: count[kind], default=None)
    return best if best is not None and count[best] >= _SURE else None
