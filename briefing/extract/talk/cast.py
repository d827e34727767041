"""Talk cast: the actors of an article, asked whom a phrase names and who "he" or "the envoy" is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import PRONOUNS
from briefing.extract.known import genders, singular, speech, table, titles
from briefing.extract.parse import PLURALS, SUBJECTS
from briefing.extract.quote.speakers import Speakers
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.sites import is_journey_noun
from briefing.extract.word_lists import read_list
from briefing.model import Actor, Kind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_PRONOUNS = frozenset({"he", "she", "him", "his", "her"})
_NAMING = frozenset({"PROPN", "ADJ"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_JOINING = frozenset({"of", "and", "with", "between", "including"})
_NEAR = 40  # characters that a name may reach beyond the token that is its head


class Cast:
    """The actors of a page, asked who a pronoun or "the prime minister" is."""

    def __init__(self, page: Page, actors: Sequence[Actor]) -> None:
        self.page = page
        self.actors = actors
        self._speakers: Speakers | None = None
        self.places = frozenset(
            name
            for actor in actors
            if actor.kind is Kind.PLACE
            for name in (actor.name, *actor.aliases)
        )

    def meant_by(self, head: Token) -> str | None:
        """The actor meant by a pronoun, or by an office that only one actor can hold; else None."""
        if titles().is_head(head.lower_):
            return self._holder(head)
        if head.lower_ not in _PRONOUNS and not (head.lower_ == "it" and _is_subject(head)):
            return None
        teller = self._teller(head) if head.lower_ != "it" else None
        if teller is not None:
            return teller
        if self._speakers is None:
            self._speakers = Speakers(self.page, self.actors, frozenset())
        speaker = self._speakers.speaker(head)
        return speaker.name if speaker is not None and speaker.actor is not None else None

    def _teller(self, pronoun: Token) -> str | None:
        """The one who "has suggested that he could meet", when the pronoun may mean that person."""
        verb = pronoun.head
        if not _is_subject(pronoun) or verb.dep_ != "ccomp":
            return None
        within = {t.i for c in verb.head.children if c.dep_ == "nsubj" for t in _with_name(c)}
        found = named(self.page, within, self.actors)
        people = [a.name for a in self.actors if a.name in found and a.kind is Kind.PERSON]
        sexes = {genders().get(name.split()[0].casefold()) for name in people}
        is_fitting = sexes <= {None, PRONOUNS.get(pronoun.lower_)}
        return people[0] if len(people) == 1 and is_fitting else None

    def _holder(self, head: Token) -> str | None:
        """Three presidents in an article make "the president" nobody, unless the words choose one.

        "The US president" is the one of that country, and so is "the president" in the mouth of
        somebody who serves there.
        """
        office = singular(head.lower_)
        if head.tag_ in PLURALS and office != head.lower_:
            return None  # "the foreign ministers" are not the one who is named
        holders = {
            actor.name: {w for role in actor.roles for w in _role_words(role)}
            for actor in self.actors
            if any(office in role.title.casefold().split() for role in actor.roles)
        }
        if head.lower_ != office and office not in titles().heads:
            return None
        before = {t.lower_ for t in head.doc[head.left_edge.i : head.i] if t.pos_ in _NAMING}
        if before:
            holders = {name: words for name, words in holders.items() if before <= words}
        elif len(holders) > 1:
            served = {w for role in self._roles_of_speaker(head) for w in _role_words(role)}
            holders = {name: words for name, words in holders.items() if served & words - {office}}
        return next(iter(holders)) if len(holders) == 1 else None

    def _roles_of_speaker(self, token: Token) -> tuple[Role, ...]:
        """The roles of the person who speaks in the paragraph of the token."""
        text = self.page.text
        start = text.rfind("\n", 0, token.idx) + 1
        end = text.find("\n", token.idx)
        words = self.page.words(start, end if end >= 0 else len(text))
        for verb in words or ():
            if verb.pos_ != "VERB" or verb.lower_ not in speech().saying:
                continue
            heads = {c.i for c in verb.children if c.dep_ == "nsubj" and c.i != token.i}
            spoken = named(self.page, heads, self.actors)
            roles = [a.roles for a in self.actors if a.name in spoken and a.roles]
            if roles:
                return roles[0]
        return ()

    def negotiators(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The envoys and mediators who speak in these words of what they take part in."""
        asked = occasion_words().negotiators
        found: dict[str, int] = {}
        called: set[str] = set()  # an envoy by the words beside the name
        for token in tokens:
            is_speaker = token.dep_ in SUBJECTS and (token.head.lower_ in speech().saying)
            is_source = token.dep_ == "pobj" and token.head.head.lower_ == "according"
            if is_speaker or is_source:
                within = {t.i for t in inside(token)}
                within |= {t.i for c in token.children if c.dep_ == "appos" for t in inside(c)}
                within |= set(_name_beside(token))
                known = named(self.page, within, self.actors)
                found |= known
                if any(self.page.doc[i].lower_ in asked for i in within):
                    called |= set(known)
        return tuple(
            actor.name
            for actor in self.actors
            if actor.name in found
            and actor.kind is Kind.PERSON
            and (
                actor.name in called
                or any(asked & set(role.title.casefold().split()) for role in actor.roles)
            )
        )


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS


def _with_name(subject: Token) -> Iterator[Token]:
    """The subject with the name that follows its office: "the president, Ana Ruiz"."""
    yield from inside(subject)
    for child in subject.children:
        if child.dep_ == "appos":
            yield from inside(child)


def _name_beside(office: Token) -> Iterator[int]:
    """The name between commas right after an office: "the envoy, Lena Holm, …"."""
    doc, i = office.doc, office.i + 1
    if i < len(doc) and doc[i].text == ",":
        i += 1
        while i < len(doc) and doc[i].ent_type_ == "PERSON":
            yield i
            i += 1


def _role_words(role: Role) -> set[str]:
    """The words of a role and of the country that it serves."""
    words = f"{role.title} {role.affiliation or ''}"
    found = set(words.casefold().split())
    known, seats = table(), read_list("meetings")["seats"]
    for name in (role.affiliation or "", *words.split(), *seats):
        if name and name in words:
            country = seats.get(name) or known.people.get(name) or known.same.get(name)
            found |= {country.casefold()} if country else set()
    return found


def named(page: Page, tokens: set[int], actors: Sequence[Actor]) -> dict[str, int]:
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


def inside(head: Token) -> Iterator[Token]:
    """The tokens of a noun phrase and of what it is joined to, without its clauses and places."""
    yield head
    is_somebody = head.ent_type_ == "PERSON" or titles().is_head(head.lower_)
    is_saying = head.lower_ in occasion_words().sayings
    for child in head.children:
        if child.dep_ in _CLAUSES:
            continue
        if child.dep_ == "prep" and child.lower_ not in _JOINING:
            continue
        if child.dep_ == "appos" and (_is_description(head, child) or _is_bracketed(child)):
            continue
        if child.dep_ == "prep" and child.i and child.nbor(-1).text == ",":
            continue  # "Ruiz, of Park Road, will appear"
        if child.dep_ == "amod" and child.pos_ == "VERB":
            continue  # "California-based"
        is_kind = child.dep_ == "compound" and head.pos_ == "NOUN"
        if is_kind and child.ent_type_ in {"ORG", "GPE", "NORP"}:
            continue  # "party leaders" are some of the party, not the party
        if child.lower_ == "of" and is_journey_noun(head):
            continue  # "a tour of Peru" does not meet it
        if is_saying and child.dep_ == "poss":
            continue  # "will answer Berg's questions"
        if is_somebody and _is_served(head, child):
            continue
        yield from inside(child)


def _is_served(somebody: Token, child: Token) -> bool:
    """Whether it is the country, body or person that somebody serves, who does not come along."""
    if child.dep_ in {"prep", "poss"}:
        return child.dep_ == "poss" or child.lower_ == "of"
    is_body = child.ent_type_ in {"GPE", "ORG", "NORP"} and child.ent_type_ != somebody.ent_type_
    return is_body and child.dep_ != "conj"


def _is_description(head: Token, apposition: Token) -> bool:
    """Whether a name is followed by what its bearer is: "Holm, Norway's minister"."""
    return head.pos_ == "PROPN" and apposition.pos_ == "NOUN"


def _is_bracketed(apposition: Token) -> bool:
    """Whether it is the short form in brackets of the name before it."""
    start = apposition.left_edge.i
    return start > 0 and apposition.doc[start - 1].text == "("
