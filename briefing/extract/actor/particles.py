"""Particles: the small words that the model cuts a name at: "van der Berg", "Rue de Rivoli"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import PARTICLES, Mention, is_title, mention_of, merged
from briefing.extract.known import given_names, never_names, place_openers, table
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

Holders = Mapping[int, Mention]  # token -> the name it is part of

# Those that are no word of English besides, nor part of other names.
_BINDING = frozenset("de da di dos del della der van von bin bint ibn du des".split())
_SECOND = frozenset("de der den van la las los".split())  # only behind one of those


def is_noble_surname(words: tuple[str, ...]) -> bool:
    """Whether the words are surnames joined by a particle: "Ruiz de Montalva"."""
    return len(words) == 3 and words[1] in _BINDING and words[0] not in given_names()


def with_particles(doc: Doc, found: list[Mention]) -> list[Mention]:
    """People and streets with the rest of a name that the model cut at its particle."""
    holders = {i: m for m in found for i in range(m.first, m.last)}
    return merged([], [_whole(doc, mention, holders) for mention in found])


def _whole(doc: Doc, mention: Mention, holders: Holders) -> Mention:
    first, end = mention.first, mention.last
    if mention.words[0] in place_openers() and mention.kind is not Kind.PERSON:
        end = _end(doc, mention, holders)
        return mention_of(doc, first, end, Kind.PLACE, 4.0) if end > mention.last else mention
    if mention.kind is not Kind.PERSON or mention.is_loud:
        return mention
    first, end = _start(doc, mention, holders), _end(doc, mention, holders)
    return mention_of(doc, first, end, mention.kind, mention.weight)


def _end(doc: Doc, mention: Mention, holders: Holders) -> int:
    """The end of the name with particles and a surname behind it: "Jan" of "van der Berg"."""
    last = mention.last
    if last + 1 >= len(doc) or doc[last].text not in _BINDING or mention.words[-1] in PARTICLES:
        return last
    while last + 1 < len(doc) and doc[last].text in (_BINDING | _SECOND):
        last += 1
    return last + 1 if _may_be_part(doc, last, holders) else mention.last


def _start(doc: Doc, mention: Mention, holders: Holders) -> int:
    """The start of the name with the given name and the particles in front: "Ana van den Berg"."""
    first = mention.first
    while first > 1 and doc[first - 1].text in (_BINDING | _SECOND):
        first -= 1
    is_bound = first < mention.first and doc[first].text in _BINDING
    if len(mention.words) > 1 or not is_bound or not _may_be_part(doc, first - 1, holders):
        return mention.first
    return first - 1


def _may_be_part(doc: Doc, i: int, holders: Holders) -> bool:
    """Whether the token is a capital that may belong to a person's name, and to no other name."""
    token, holder = doc[i], holders.get(i)
    is_held = holder is not None and (len(holder.words) > 1 or holder.weight > 1)
    is_word = token.text.isalpha() and token.text.istitle() and len(token.text) > 1
    if not is_word or is_held or is_title(token) or token.lower_ in never_names():
        return False
    return token.text not in table().people and token.text not in table().kinds
