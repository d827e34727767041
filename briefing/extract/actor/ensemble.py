"""Ensemble: the actors of a page by the tokens that name them, and whom a pronoun can mean.

A pronoun takes the last plausible subject that agrees with it in gender: near before far, subjects
before objects, one who has just spoken before one who has not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.extract.known import genders, singular, titles
from briefing.extract.parse import CLAUSES, COMMON, DOERS, NAMING, has_child
from briefing.model import Actor, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.page import Page

_ADDRESSED = frozenset({"dobj", "dative", "iobj"})
PRONOUNS = {
    "he": "male",
    "she": "female",
    "him": "male",
    "her": "female",
    "his": "male",
}
_SEXES = PRONOUNS | {"himself": "male", "herself": "female"}
_CENTRE = 1.4  # for whom the sentence right in front is about
_FAR = 400  # tokens a pronoun looks back


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an actor at tokens `first` to `last` (excluded)."""

    first: int
    last: int
    actor: int


class Ensemble:
    """The actors of a page by the tokens that name them."""

    def __init__(self, page: Page, actors: Sequence[Actor], quoted: frozenset[int]) -> None:
        self.page = page
        self.actors = actors
        self.quoted = quoted  # tokens inside quotation marks
        self.at: dict[int, int] = {}
        self.named: list[Named] = []
        for number, actor in enumerate(actors):
            for span in actor.mentions:
                words = page.words(span.start, span.end)
                if words is not None:
                    self.named.append(Named(words.start, words.end, number))
                    self.at.update(dict.fromkeys(range(words.start, words.end), number))
        self.named.sort(key=lambda n: n.first)
        self._firsts = [n.first for n in self.named]
        self.genders = self._genders()
        self.by_role = self._by_role()
        self._spoken: list[tuple[int, int]] = []

    # ---- what is known of the actors

    def _genders(self) -> list[str]:
        told = [self._told_gender(number) for number in range(len(self.actors))]
        votes: list[Counter[str]] = [Counter() for _ in self.actors]
        before: int | None = None  # whom the sentence before is about
        for sentence in self.page.doc.sents:
            words = [t for t in sentence if t.i not in self.quoted]
            people = {self.at[t.i] for t in words if self.is_person(t.i)}
            subject = self._subject_of(words)
            sexes = {_SEXES[t.lower_] for t in words if t.lower_ in _SEXES}
            if len(sexes) == 1:
                (sex,) = sexes
                if len(people) == 1:
                    votes[next(iter(people))][sex] += 1
                elif subject is not None:
                    votes[subject][sex] += 1
                elif before is not None and not people:
                    votes[before][sex] += 2
            before = subject if words else before
        return [
            g or (v.most_common(1)[0][0] if v else "") for g, v in zip(told, votes, strict=True)
        ]

    def _subject_of(self, words: list[Token]) -> int | None:
        """The person who is the first subject among the words."""
        first = next((t for t in words if t.dep_ in DOERS and t.lower_ not in _SEXES), None)
        return self.at[first.i] if first is not None and self.is_person(first.i) else None

    def _told_gender(self, number: int) -> str:
        """What titles, roles and the given name tell."""
        actor, doc = self.actors[number], self.page.doc
        if actor.kind is not Kind.PERSON:
            return ""
        words = [w.casefold() for role in actor.roles for w in role.title.split()]
        for named in self.named:
            if named.actor == number:
                words += [t.lower_ for t in doc[max(0, named.first - 2) : named.first]]
        for word in words:
            for form in (word, singular(word)):
                if form in titles().female:
                    return "female"
                if form in titles().male and form not in {"lord", "man"}:
                    return "male"
        first = actor.name.split()[0].casefold()
        return genders().get(first, "")

    def _by_role(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, actor in enumerate(self.actors):
            for role in actor.roles:
                for word in role.title.split():
                    if titles().is_head(word) or word.casefold() in titles().short:
                        found.setdefault(singular(word.strip(".")), []).append(number)
        return found

    def is_person(self, i: int) -> bool:
        """Whether the token is part of a person's name."""
        return i in self.at and self.actors[self.at[i]].kind is Kind.PERSON

    def is_human(self, token: Token) -> bool:
        """Whether the token is a person's name or a pronoun for one."""
        return token.lower_ in PRONOUNS or self.is_person(token.i)

    def is_possessor(self, i: int) -> bool:
        """Whether the name that the token is part of owns what follows: "Ruiz's aide"."""
        named = self.named_at(i)
        return named is not None and self.is_possessed(named)

    def head_of_run(self, token: Token) -> Token | None:
        """The person a run of names and nouns ends with: "Ruiz aide Tom Berg" is Tom Berg."""
        doc, named = self.page.doc, self.named_at(token.i)
        if named is None or self.is_possessed(named):
            return None
        i, last_noun = named.last, -1
        while i < len(doc) and i < named.last + 6:
            other = self.named_at(i)
            if other is not None and self.is_person(i):
                named, i = other, other.last
                last_noun = -1
                continue
            if doc[i].tag_ not in NAMING | {"JJ"}:
                break
            last_noun = i
            i += 1
        return (
            None
            if last_noun >= 0
            and doc[last_noun].tag_ in COMMON
            and doc[last_noun].ent_type_ != "DATE"
            else doc[named.last - 1]
        )

    def has_spoken(self, token: int, actor: int) -> None:
        """Remember that a quote at that token is the actor's: the next pronoun may mean them."""
        self._spoken.append((token, actor))

    # ---- who is meant

    def named_at(self, i: int) -> Named | None:
        """The name that the token is part of."""
        at = bisect_left(self._firsts, i + 1) - 1
        if at >= 0 and self.named[at].first <= i < self.named[at].last:
            return self.named[at]
        return None

    def is_possessed(self, named: Named) -> bool:
        """Whether the name stands in the genitive."""
        doc = self.page.doc
        after = doc[named.last] if named.last < len(doc) else None
        return after is not None and (after.tag_ == "POS" or after.text == "'s")

    def last_named(self, before: int, after: int = 0) -> Named | None:
        """The last name outside quotes between two tokens."""
        at = bisect_left(self._firsts, before) - 1
        while at >= 0 and self.named[at].first >= after:
            if self.named[at].first not in self.quoted:
                return self.named[at]
            at -= 1
        return None

    # ---- pronouns

    def last_person(
        self, before: int, gender: str, without: frozenset[int] = frozenset()
    ) -> Named | None:
        """The last person that a pronoun of that gender at `before` plausibly means.

        `without` are the actors that the words themselves shut out.
        """
        doc = self.page.doc
        scores: dict[int, float] = {}
        last: dict[int, Named] = {}
        at = bisect_left(self._firsts, before) - 1
        while at >= 0 and self.named[at].first > before - _FAR:
            named = self.named[at]
            at -= 1
            if named.actor not in without and self.may_be(named, gender):
                score = self._plausibility(named, before)
                scores[named.actor] = max(scores.get(named.actor, 0.0), score)
                last.setdefault(named.actor, named)
        for token, actor in self._spoken:
            if actor in scores and before - _FAR < token < before:
                near = 16.0 / (1.0 + 0.7 * breaks(doc, token, before))
                scores[actor] = max(scores[actor], near * self._standing(actor))
        return last[max(scores, key=lambda a: (scores[a], -a))] if scores else None

    def may_be(self, named: Named, gender: str) -> bool:
        """Whether it names a person of that gender, outside quotes; "" is any gender."""
        if self.actors[named.actor].kind is not Kind.PERSON or named.first in self.quoted:
            return False
        return not gender or self.genders[named.actor] in {gender, ""}

    def _standing(self, actor: int) -> float:
        """How much a pronoun leans to an actor: known to agree, and much spoken of."""
        known = 1.4 if self.genders[actor] else 1.0
        return known * (1.0 + 0.5 * self.actors[actor].salience)

    def _plausibility(self, named: Named, before: int) -> float:
        """Subjects and near sentences first; those spoken to, possessors and objects later."""
        doc = self.page.doc
        head = doc[named.last - 1]
        score = 10.0 / (1.0 + 0.7 * breaks(doc, named.last, before))
        if head.dep_ == "nsubj" and head.head.dep_ == "advcl":
            score *= 1.3
        elif (
            head.dep_ in DOERS
            or (head.dep_ in {"conj", "appos"} and head.head.dep_ in DOERS)
            or self._is_in_body(named)
        ):
            score *= 1.6
        elif head.dep_ in _ADDRESSED or self.is_possessed(named):
            score *= 0.7
        leads = self._leads_sentence(head) or self._is_in_body(named)
        if leads and breaks(doc, named.last, before) <= 1:
            score *= _CENTRE
        if head.dep_ == "pobj" and not self._is_in_body(named):
            # One of whom a clause tells more is no bystander: "with Ruiz, who …".
            is_told_of = has_child(head, *CLAUSES)
            score *= 1.6 if head.head.dep_ == "agent" else 1.0 if is_told_of else 0.8
        if named.last - named.first > 1:  # The full name brings somebody into the story.
            score *= 1.2
        return score * self._standing(named.actor)

    def _leads_sentence(self, head: Token) -> bool:
        """Whether the name is what the main clause of its sentence is about."""
        if head.dep_ == "appos":
            head = head.head
        return head.dep_ in DOERS and head.head.dep_ == "ROOT"

    def _is_in_body(self, named: Named) -> bool:
        """Whether the parser lost the person in a body: "Office of Works head Ana Ruiz said"."""
        doc, office = self.page.doc, named.first - 1
        if office < 1 or doc[named.last - 1].dep_ != "pobj" or named.last >= len(doc):
            return False
        body = self.named_at(office - 1)
        is_led = body is not None and body.last == office and doc[body.first].dep_ in DOERS
        is_finite = doc[named.last].tag_ in {"VBD", "VBZ"}
        return is_led and is_finite and titles().is_head(doc[office].text)

    def last_of(self, number: int, before: int) -> int:
        """The last token before that one at which the actor is named; -1 when not yet."""
        return max(
            (n.first for n in self.named if n.actor == number and n.first < before), default=-1
        )


def breaks(doc: Doc, first: int, last: int) -> int:
    """How many sentences begin between two tokens."""
    begun = _begun(doc)
    return max(0, begun[min(last, len(doc))] - begun[min(first, len(doc))])


@lru_cache(maxsize=1)
def _begun(doc: Doc) -> tuple[int, ...]:
    """How many sentences begin before each token, and before the end."""
    begins = [0] * len(doc)
    for sentence in doc.sents:
        begins[sentence.start] = 1
    return tuple(accumulate(begins, initial=0))
