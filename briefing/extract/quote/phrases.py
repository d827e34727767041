"""Phrases: the person whom the words of a phrase name, and the words themselves.

"Elma police chief Ana Ruiz", "the mayor, Ana Ruiz", "the envoy for Elma Ana Ruiz" hold her name;
what holds none stays as the words of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import Named
from briefing.extract.known import singular, speech, titles
from briefing.extract.parse import has_child
from briefing.extract.quote.offices import Offices
from briefing.extract.quote.speaker import Speaker
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

SOME = frozenset({"some", "many", "others", "both", "most", "several", "all", "few", "another"})


class Phrases(Offices):
    """The actors of a page, and the name that a phrase holds."""

    def named_speaker(self, named: Named) -> Speaker:
        """The actor of that name as a speaker."""
        doc = self.page.doc
        last = doc[named.last - 1]
        actor = self.actors[named.actor]
        return Speaker(actor.name, doc[named.first].idx, last.idx + len(last), named.actor)

    def person_in_phrase(self, head: Token) -> Named | None:
        """The name that heads the phrase, stands in apposition to it or right beside it."""
        own = self.named_at(head.i)
        if own is not None and self.actors[own.actor].kind is Kind.PERSON:
            return own
        beside = self._apposed(head) or self._further_on(head) or self._behind_realm(head)
        return beside or self._behind_comma(head) or self._in_office(head) or own

    def _behind_comma(self, head: Token) -> Named | None:
        """The person told between commas behind the phrase: "a woman in Elma, Ana Ruiz, said"."""
        last, doc = self.phrase(head)[1], self.page.doc
        named = self.named_at(last + 1) if self.is_person(last + 1) else None
        if named is None or named.first != last + 1 or head.tag_ != "NN":
            return None
        is_apart = doc[last].text == "," and doc[named.last : named.last + 1].text in {",", "."}
        # "A friend of the mayor, Ana Ruiz, said" may be either.
        is_of_another = any(titles().is_head(t.text) for t in doc[head.i + 1 : last])
        is_human = titles().is_head(head.text) or singular(head.text) in speech().humans
        return named if is_apart and is_human and not is_of_another else None

    def _in_office(self, head: Token) -> Named | None:
        """The person behind whose role these very words tell: "a member of the board, Ana Ruiz"."""
        for number, actor in enumerate(self.actors):
            if any(role.at.start <= head.idx < role.at.end for role in actor.roles):
                behind = (n for n in self.named if n.actor == number and n.first > head.i)
                named = next(behind, None)
                return named if named is not None and named.first < head.sent.end else None
        return None

    def _behind_realm(self, head: Token) -> Named | None:
        """The person right behind the place or body of an office: "the envoy for Elma Ana Ruiz"."""
        last = self._end_of_realm(head)
        named = self.named_at(last) if self.is_person(last) else None
        return None if named is None or self.is_possessed(named) else named

    def _end_of_realm(self, head: Token) -> int:
        """The token behind the place or body that an office is of; `head` itself when of none."""
        doc, i = self.page.doc, head.i + 1
        is_of = i < len(doc) and doc[i].dep_ == "prep" and doc[i].head.i == head.i
        realm = self.named_at(i + 1) if is_of and not self.is_person(i + 1) else None
        return head.i if realm is None else realm.last

    def _further_on(self, head: Token) -> Named | None:
        """The person that a run of capitals and titles leads to: "Elma police Chief Ana Ruiz"."""
        doc = self.page.doc
        for token in doc[head.i + 1 : head.i + 8]:
            if token.is_sent_start:
                return None
            if self.is_person(token.i):
                named = self.named_at(token.i)
                return None if named is None or self.is_possessed(named) else named
            is_joined = token.lower_ == "and" and self._is_office_and_office(head, token)
            is_name = token.tag_ in {"NN", "NNP", "NNPS", "JJ"} or token.text in {".", "-"}
            if not (is_name or is_joined):
                return None
        return None

    def _is_office_and_office(self, head: Token, joint: Token) -> bool:
        """Whether one person holds both: "said company chairman and chief executive Ana Ruiz"."""
        doc = self.page.doc
        offices = titles()
        before = any(offices.is_title(t.text) for t in doc[head.i : joint.i])
        behind = any(offices.is_title(t.text) for t in doc[joint.i + 1 : joint.i + 4])
        is_bare = not has_child(head, "det")
        return is_bare and before and behind and doc[joint.i + 1].is_lower == head.is_lower

    def _apposed(self, head: Token) -> Named | None:
        for child in head.children:
            is_beside = child.i > head.i or not head.is_lower  # else "the Ruiz aide"
            if child.dep_ in {"appos", "compound", "nmod"} and child.i in self.at and is_beside:
                named = self.named_at(child.i)
                if named is not None and self.is_person(child.i) and not self.is_possessed(named):
                    return named
        return None

    def words_of(self, head: Token) -> Speaker | None:
        """The words of the text, for one who has no name."""
        is_noun = head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} or titles().is_head(head.text)
        if not (is_noun or head.lower_ in SOME):
            return None
        first, last = self.phrase(head)
        doc = self.page.doc
        behind = doc[self._end_of_realm(head) : last]
        if len(behind) > 1 and all(t.tag_ == "NNP" and t.i not in self.at for t in behind):
            first = behind.start  # a name that the model missed
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        return Speaker(" ".join(self.page.text[start:end].split()), start, end)
