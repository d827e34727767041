"""Role context: whose a bare office is, from the one body told just before it.

"Acme lost money. Chief executive Ana Ruiz said …" Only where the body that the article tells most
of is the single one in the same sentence or in the sentence before; else nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.known import singular
from briefing.extract.role.found import FoundRole, Owner
from briefing.extract.role.lists import role_lists
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefing.extract.actor.names import Cast

_TOLD = frozenset({"told", "tells", "tell", "to", "by", "with", "via", "against", "beat", "over"})


class RoleContext:
    """The bodies of an article, as owners of bare offices."""

    def __init__(self, doc: Doc, named: dict[int, Cast], casts: Sequence[Cast]) -> None:
        self.doc = doc
        self.named = named
        bodies = [cast for cast in casts if cast.kind is Kind.ORGANISATION]
        self.main = max(bodies, key=lambda cast: len(cast.mentions), default=None)

    def owned(self, role: FoundRole) -> FoundRole:
        """The role with the body told before it; itself where it has an owner or none is sure."""
        if role.affiliation is not None or not self._is_bare(role):
            return role
        return replace(role, affiliation=self._body_before(role))

    def _is_bare(self, role: FoundRole) -> bool:
        """Whether the role tells a post of a body and nothing else."""
        office = singular(self.doc[role.head].text)
        if office not in role_lists().posts | role_lists().of_teams:
            return False
        rest = {t.lower_ for t in self.doc[role.first : role.last]} - {office}
        # "Director Ana Ruiz" runs a body, "director Ana Ruiz" made a film.
        is_film = office == "director" and self.doc[role.head].is_lower and not rest
        is_servant = office == "executive" and "chief" not in rest
        # "Said the spokeswoman, Ana Ruiz": one whose body was told long before.
        before = self.doc[role.first - 1].lower_ if role.first else ""
        if before == "the" and office.startswith("spokes"):
            return False
        return rest <= role_lists().plain and not is_film and not is_servant

    def _body_before(self, role: FoundRole) -> Owner:
        start = self._sentence_start(role.first)
        here = self._bodies(start, role.first)
        if here:
            is_sure = len(here) == 1 and self._may_own(*here)
            return here[0] if is_sure else None
        before = self._bodies(self._sentence_start(start - 1), start) if start else []
        is_free = not self._bodies(role.last, self._sentence_end(role.last))
        is_sure = is_free and len(before) == 1 and self.named[before[0][0]] is self.main
        return before[0] if is_sure else None

    def _may_own(self, body: tuple[int, int]) -> bool:
        before = [t.lower_ for t in self.doc[max(body[0] - 2, 0) : body[0]]]
        # "The best owner in the league" is told of others.
        is_told = before[-1:] and before[-1] in _TOLD
        return self.named[body[0]] is self.main and not is_told and before != ["in", "the"]

    def _bodies(self, first: int, last: int) -> list[tuple[int, int]]:
        """The first mention of each body between the tokens."""
        found: dict[int, tuple[int, int]] = {}
        for i in range(first, last):
            cast = self.named.get(i)
            if cast is not None and cast.kind is Kind.ORGANISATION and id(cast) not in found:
                mention = next(m for m in cast.mentions if m.first <= i < m.last)
                found[id(cast)] = (mention.first, mention.last)
        return list(found.values())

    def _sentence_start(self, i: int) -> int:
        while i > 0 and not self.doc[i].is_sent_start:
            i -= 1
        return max(i, 0)

    def _sentence_end(self, i: int) -> int:
        while i < len(self.doc) and not self.doc[i].is_sent_start:
            i += 1
        return i
