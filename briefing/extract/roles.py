"""Roles: what the article says a person is.

"White House Press Secretary Karoline Leavitt", "Ana Ruiz, president and chief executive of Acme",
"Ruiz's special envoy, Tom Berg". The phrases are found in `role.phrases`; this module keeps
the most telling ones of each person, with the body told before them (`role.context`). A role's
words are the text's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.actor.names import Cast
from briefing.extract.known import singular, titles
from briefing.extract.role.context import RoleContext
from briefing.extract.role.found import FoundRole
from briefing.extract.role.lead import lead_roles, roles_by_age
from briefing.extract.role.lists import role_lists
from briefing.extract.role.phrases import beside, listed
from briefing.extract.role.words import RoleText
from briefing.model import Kind, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefing.extract.page import Page

_MOST = 4  # roles of one person


def find_roles(page: Page, casts: Sequence[Cast]) -> dict[int, tuple[Role, ...]]:
    """Number of a person among the casts -> its roles, the most telling first."""
    named = {i: cast for cast in casts for m in cast.mentions for i in range(m.first, m.last)}
    text, context = RoleText(page.doc, named), RoleContext(page.doc, named, casts)
    found: dict[int, tuple[Role, ...]] = {}
    shared: dict[int, list[FoundRole]] = {}
    by_first = {m.first: n for n, c in enumerate(casts) for m in c.mentions}
    for number, cast in enumerate(casts):
        if cast.kind is not Kind.PERSON:
            continue
        own = [role for m in cast.mentions for role in beside(text, m)]
        shared.setdefault(number, [])[:0] = own
        for mention in cast.mentions:
            for role, other in listed(text, mention, by_first):
                shared.setdefault(other, []).append(role)
    for number, role in roles_by_age(text, casts):
        shared[number].append(role)
    for number, role in lead_roles(text, casts):
        if not shared[number] and not _is_held(page.doc, role, shared):
            shared[number] = [role]
    for number, roles in shared.items():
        best = _best(page, [context.owned(role) for role in roles])
        if best:
            found[number] = best
    return found


def _is_held(doc: Doc, role: FoundRole, shared: dict[int, list[FoundRole]]) -> bool:
    """Whether somebody is told to hold such an office."""
    office = singular(doc[role.head].text)
    return any(singular(doc[r.head].text) == office for roles in shared.values() for r in roles)


def _best(page: Page, found: Sequence[FoundRole]) -> tuple[Role, ...]:
    """The roles without repeats, offices before short titles before kinship and the like."""
    doc = page.doc
    ranked = sorted(found, key=lambda r: (_rank(doc, r), r.first))
    kept: list[FoundRole] = []
    for role in ranked:
        words = _bag(doc, role)
        if any(words <= _bag(doc, other) or words >= _bag(doc, other) for other in kept):
            fuller = [o for o in kept if words > _bag(doc, o) and _rank(doc, o) == _rank(doc, role)]
            if fuller:
                kept[kept.index(fuller[0])] = role
            continue
        kept.append(role)
    if any(_rank(doc, r) < 2 for r in kept):
        kept = [r for r in kept if _rank(doc, r) < 2]
    return tuple(_role(page, r) for r in kept[:_MOST])


def _rank(doc: Doc, role: FoundRole) -> int:
    word = doc[role.head].lower_
    if singular(word) in titles().kin | role_lists().relations:
        return 2
    is_rank = word in titles().short or doc[role.head].text in titles().letters
    return int(is_rank or word in {"republican", "democrat"})


def _bag(doc: Doc, role: FoundRole) -> frozenset[str]:
    words = {singular(t.text.rstrip(".")) for t in doc[role.first : role.last] if t.text != "-"}
    if role.affiliation:
        words |= {singular(t.text) for t in doc[slice(*role.affiliation)] if t.is_alpha}
    return frozenset(words) - {"the", "of", "for", "at", "to", "and"}


def _role(page: Page, found: FoundRole) -> Role:
    start, end = _offsets(page.doc, found.first, found.last)
    affiliation = None
    if found.affiliation:
        first, last = _offsets(page.doc, *found.affiliation)
        affiliation = " ".join(page.text[first:last].split())
    return Role(" ".join(page.text[start:end].split()), affiliation, page.span(start, end))


def _offsets(doc: Doc, first: int, last: int) -> tuple[int, int]:
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
