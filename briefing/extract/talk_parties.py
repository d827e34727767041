"""Talk parties: who takes part in a coming occasion, from its own subject, object and partners.

Only actors of the article are named; "he" and "the prime minister" are looked up among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.extract.known import titles
from briefing.extract.occasions import Occasion
from briefing.extract.speakers import Speakers
from briefing.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = frozenset({"he", "she", "him", "his", "her"})
_PARTNERS = frozenset(
    ["with", "between", "against", "by", "among", "and", "versus", "vs", "of", "for"]
)
_OBJECTS = frozenset({"dobj", "poss", "compound", "nmod", "agent", "dative"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_NEAR = 40  # characters that a name may reach beyond the token that is its head


class Cast:
    """The actors of a page, asked who a pronoun or "the prime minister" is."""

    def __init__(self, page: Page, actors: Sequence[Actor]) -> None:
        self.page = page
        self.actors = actors
        self._speakers: Speakers | None = None

    def meant_by(self, head: Token) -> str | None:
        """The actor meant by a pronoun, or by an office that only one actor holds; else None."""
        if titles().is_head(head.lower_):
            return self._only_holder(head.lower_)
        if head.lower_ not in _PRONOUNS:
            return None
        if self._speakers is None:
            self._speakers = Speakers(self.page, self.actors, frozenset())
        speaker = self._speakers.speaker(head)
        return speaker.name if speaker is not None and speaker.actor is not None else None

    def _only_holder(self, office: str) -> str | None:
        """Three presidents in an article make "the president" nobody we could name."""
        holders = {
            actor.name
            for actor in self.actors
            for role in actor.roles
            if office in role.title.casefold().split()
        }
        return holders.pop() if len(holders) == 1 else None


def who(page: Page, occasion: Occasion, cast: Cast) -> tuple[str, ...]:
    """The actors in the occasion's own subject, object and partners, in order of the text."""
    parties = list(_parties(occasion))
    found = _named(page, {t.i for part in parties for t in _inside(part)}, cast.actors)
    for part in parties:
        if not any(part.left_edge.idx <= at <= part.right_edge.idx for at in found.values()):
            name = cast.meant_by(part)
            if name is not None:
                found.setdefault(name, part.idx)
    return tuple(sorted(found, key=lambda name: found[name]))


def _named(page: Page, tokens: set[int], actors: Sequence[Actor]) -> dict[str, int]:
    """The actors named by any of the tokens, with the offset of the name."""
    doc = page.doc
    found: dict[str, int] = {}
    if not tokens:
        return found
    start, end = doc[min(tokens)].idx - _NEAR, doc[max(tokens)].idx + _NEAR
    for actor in actors:
        for mention in actor.mentions:
            if not start <= mention.start < end:
                continue
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and any(t.i in tokens for t in span):
                found.setdefault(actor.name, mention.start)
    return found


def _parties(occasion: Occasion) -> Iterator[Token]:
    """The heads of the noun phrases that take part."""
    subject = occasion.subject
    if subject is not None and subject != occasion.head and _is_of_subject(occasion):
        yield subject
        if subject.dep_ == "appos":
            yield subject.head
    heads = [occasion.head]
    if occasion.verb is not None and _is_of_subject(occasion):
        heads.append(occasion.verb)
    for head in dict.fromkeys(heads):
        for child in head.children:
            if child.dep_ in _OBJECTS and child != occasion.head:
                # "The Oslo summit" is in Oslo, not with it.
                if child.dep_ in {"dobj", "poss"} or child.ent_type_ not in _PLACES:
                    yield child
            elif child.dep_ == "prep" and child.lower_ in _PARTNERS:
                yield from (c for c in child.children if c.dep_ == "pobj")


def _is_of_subject(occasion: Occasion) -> bool:
    """Whether the subject of the verb takes part, not only acts before or because of it."""
    head = occasion.head
    if not occasion.is_noun or head.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}:
        return True
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"at", "in", "to", "for", "with"}
        and (head.head.head == occasion.verb or head.head.head.pos_ in {"VERB", "AUX", "NOUN"})
    )


def _inside(head: Token) -> Iterator[Token]:
    """The tokens of a noun phrase and of what it is joined to, without its clauses and places."""
    yield head
    for child in head.children:
        if child.dep_ in _CLAUSES:
            continue
        if child.dep_ == "prep" and child.lower_ not in {"of", "and", "with", "between"}:
            continue
        yield from _inside(child)
