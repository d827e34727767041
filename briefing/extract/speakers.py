"""Speakers: which actor the words "she", "the mayor", "Leavitt" or "a spokesman for X" mean.

A name is looked up; a role is matched to the person who bears it in this article; a pronoun takes
the last plausible subject that agrees with it. What has no name stays as the words of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.known import genders, singular, speech, titles
from briefing.model import Actor, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.page import Page

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_ADDRESSED = frozenset({"dobj", "dative", "iobj"})
_PRONOUNS = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male"}
_LONGEST_PHRASE = 12  # tokens of a speaker without a name
_FAR = 400  # tokens a pronoun looks back


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and the offsets of the words that say so."""

    name: str
    start: int
    end: int
    actor: int | None = None  # number of the actor; None for one without a name


@dataclass(frozen=True, slots=True)
class _Named:
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
        self.named: list[_Named] = []
        for number, actor in enumerate(actors):
            for span in actor.mentions:
                words = page.words(span.start, span.end)
                if words is not None:
                    self.named.append(_Named(words.start, words.end, number))
                    self.at.update(dict.fromkeys(range(words.start, words.end), number))
        self.named.sort(key=lambda n: n.first)
        self._firsts = [n.first for n in self.named]
        self.genders = self._genders()
        self._roles = self._by_role()
        self._spoken: list[tuple[int, int]] = []

    # ---- what is known of the actors

    def _genders(self) -> list[str]:
        told = [self._told_gender(number) for number in range(len(self.actors))]
        votes: list[Counter[str]] = [Counter() for _ in self.actors]
        for sentence in self.page.doc.sents:
            people = {self.at[t.i] for t in sentence if t.i in self.at and self.is_person(t.i)}
            sexes = {_PRONOUNS[t.lower_] for t in sentence if t.lower_ in _PRONOUNS and t.i not in self.quoted}
            if len(people) == 1 and len(sexes) == 1:
                votes[people.pop()][sexes.pop()] += 1
        return [g or (v.most_common(1)[0][0] if v else "") for g, v in zip(told, votes, strict=True)]

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
                    if titles().is_head(word):
                        found.setdefault(singular(word), []).append(number)
        return found

    def is_person(self, i: int) -> bool:
        """Whether the token is part of a person's name."""
        return i in self.at and self.actors[self.at[i]].kind is Kind.PERSON

    def is_possessor(self, i: int) -> bool:
        """Whether the name that the token is part of owns what follows: "Ruiz's aide"."""
        named = self._named_at(i)
        return named is not None and self._is_possessed(named)

    def head_of_run(self, token: Token) -> Token | None:
        """The person a run of names and nouns ends with: "Ruiz aide Tom Berg" is Tom Berg."""
        doc, named = self.page.doc, self._named_at(token.i)
        if named is None or self._is_possessed(named):
            return None
        i, last_noun = named.last, -1
        while i < len(doc) and i < named.last + 6:
            other = self._named_at(i)
            if other is not None and self.is_person(i):
                named, i = other, other.last
                last_noun = -1
                continue
            if doc[i].tag_ not in {"NN", "NNS", "NNP", "NNPS", "JJ"}:
                break
            last_noun = i
            i += 1
        return None if last_noun >= 0 and doc[last_noun].tag_ in {"NN", "NNS"} and doc[last_noun].ent_type_ != "DATE" else doc[named.last - 1]

    def has_spoken(self, token: int, actor: int) -> None:
        """Remember that a quote at that token is the actor's: the next pronoun may mean them."""
        self._spoken.append((token, actor))

    # ---- who is meant

    def speaker(self, token: Token) -> Speaker | None:
        """Who the subject or object `token` means; None when nobody can."""
        if token.i in self.quoted:
            return None
        low = token.lower_
        if low in {"who", "that", "which"}:
            return self._antecedent(token)
        if low in _PRONOUNS:
            return self._by_pronoun(token)
        if low in {"they", "we", "i", "you", "it", "there", "this", "these", "what", "them", "us", "me"}:
            return None
        named = self._person_in_phrase(token)
        if named is not None:
            return self._named(named)
        if token.lower_ in speech().nouns:
            owner = next((c for c in token.children if c.dep_ == "poss" and c.i in self.at), None)
            own = self._named_at(owner.i) if owner is not None else None
            if own is not None and self.is_person(own.first):
                return self._named(own)
        return self._by_role_noun(token) or self._words(token)

    def _antecedent(self, token: Token) -> Speaker | None:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp", "ccomp", "aux"} and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ in {"relcl", "acl"} and verb.head.i < token.i:
            return self.speaker(verb.head)
        before = self._last_named(token.i, token.i - 6)
        return self._named(before) if before else None

    def _named(self, named: _Named) -> Speaker:
        doc = self.page.doc
        last = doc[named.last - 1]
        actor = self.actors[named.actor]
        return Speaker(actor.name, doc[named.first].idx, last.idx + len(last), named.actor)

    def _named_at(self, i: int) -> _Named | None:
        at = bisect_left(self._firsts, i + 1) - 1
        if at >= 0 and self.named[at].first <= i < self.named[at].last:
            return self.named[at]
        return None

    def _person_in_phrase(self, head: Token) -> _Named | None:
        """The name that is the head of the phrase, stands in apposition to it or right beside it."""
        own = self._named_at(head.i)
        if own is not None and self.actors[own.actor].kind is Kind.PERSON:
            return own
        return self._apposed(head) or self._further_on(head) or own

    def _further_on(self, head: Token) -> _Named | None:
        """The person that a run of capitals and titles leads to: "Elma police Chief Ana Ruiz"."""
        doc = self.page.doc
        for token in doc[head.i + 1 : head.i + 6]:
            if self.is_person(token.i):
                named = self._named_at(token.i)
                return None if named is None or self._is_possessed(named) else named
            if not (token.tag_ in {"NN", "NNP", "NNPS", "JJ"} or token.text in {".", "-"}):
                return None
        return None

    def _apposed(self, head: Token) -> _Named | None:
        for child in head.children:
            if child.dep_ in {"appos", "compound", "nmod"} and child.i in self.at:
                named = self._named_at(child.i)
                if named is not None and self.is_person(child.i) and not self._is_possessed(named):
                    return named
        return None

    def _is_possessed(self, named: _Named) -> bool:
        doc = self.page.doc
        return named.last < len(doc) and doc[named.last].text in {"'s", "'"}

    def _last_named(self, before: int, after: int = 0) -> _Named | None:
        at = bisect_left(self._firsts, before) - 1
        while at >= 0 and self.named[at].first >= after:
            if self.named[at].first not in self.quoted:
                return self.named[at]
            at -= 1
        return None

    def _by_pronoun(self, token: Token) -> Speaker | None:
        named = self._ahead(token) or self.last_person(token.i, _PRONOUNS[token.lower_])
        if named is None:
            return Speaker(token.text, token.idx, token.idx + len(token))
        return Speaker(self.actors[named.actor].name, token.idx, token.idx + len(token), named.actor)

    def _ahead(self, token: Token) -> _Named | None:
        """The subject of the main clause behind it: "Though she agreed, Ruiz said"."""
        clause = token.head
        if clause.dep_ != "advcl" or clause.head.i < token.i:
            return None
        for child in clause.head.children:
            if child.dep_ == "nsubj" and child.i > token.i and self.is_person(child.i):
                named = self._named_at(child.i)
                agrees = named is not None and self._may_be(named, _PRONOUNS[token.lower_])
                return named if agrees else None
        return None

    def last_person(self, before: int, gender: str) -> _Named | None:
        """The last person that a pronoun of that gender at `before` plausibly means."""
        doc = self.page.doc
        scores: dict[int, float] = {}
        last: dict[int, _Named] = {}
        at = bisect_left(self._firsts, before) - 1
        while at >= 0 and self.named[at].first > before - _FAR:
            named = self.named[at]
            at -= 1
            if self._may_be(named, gender):
                score = self._plausibility(named, before)
                scores[named.actor] = max(scores.get(named.actor, 0.0), score)
                last.setdefault(named.actor, named)
        for token, actor in self._spoken:
            if actor in scores and before - _FAR < token < before:
                near = 16.0 / (1.0 + 0.7 * _breaks(doc, token, before))
                scores[actor] = max(scores[actor], near * self._standing(actor))
        return last[max(scores, key=lambda a: (scores[a], -a))] if scores else None

    def _may_be(self, named: _Named, gender: str) -> bool:
        if self.actors[named.actor].kind is not Kind.PERSON or named.first in self.quoted:
            return False
        return not gender or self.genders[named.actor] in {gender, ""}

    def _standing(self, actor: int) -> float:
        """How much a pronoun leans to an actor: known to agree, and much spoken of."""
        known = 1.4 if self.genders[actor] else 1.0
        return known * (1.0 + 0.5 * self.actors[actor].salience)

    def _plausibility(self, named: _Named, before: int) -> float:
        """Subjects and near sentences first; those spoken to, possessors and objects later."""
        doc = self.page.doc
        head = doc[named.last - 1]
        score = 10.0 / (1.0 + 0.7 * _breaks(doc, named.last, before))
        if head.dep_ in _SUBJECTS or (head.dep_ == "conj" and head.head.dep_ in _SUBJECTS):
            score *= 1.6
        elif head.dep_ in _ADDRESSED or self._is_possessed(named):
            score *= 0.7
        if head.dep_ == "pobj":
            score *= 0.8 if head.head.dep_ != "agent" else 1.6
        return score * self._standing(named.actor)

    def _by_role_noun(self, head: Token) -> Speaker | None:
        """The person or body of the article whom "the mayor" or "the ministry" means."""
        first, last = self._phrase(head)
        doc = self.page.doc
        is_owned = any(c.dep_ == "poss" and c.i in self.at for c in head.children)
        if not (doc[first].lower_ in {"the", "this"} or is_owned) or head.tag_ not in {"NN", "NNP"}:
            return None
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        bearers = self._roles.get(singular(head.text), [])
        told = [n for n in dict.fromkeys(bearers) if self._has_been_named(n, head.i)]
        if len(told) > 1:
            told = [n for n in told if self._last_of(n, head.i) == max(self._last_of(x, head.i) for x in told)]
        if told and last - first <= 5:
            return Speaker(self.actors[told[0]].name, start, end, told[0])
        bodies = [
            n
            for n, a in enumerate(self.actors)
            if a.kind is Kind.ORGANISATION and head.lower_ in a.name.casefold().split()
        ]
        if len(bodies) == 1 and last - first <= 3:
            return Speaker(self.actors[bodies[0]].name, start, end, bodies[0])
        return self._by_topic(head, (start, end))

    def _by_topic(self, head: Token, at: tuple[int, int]) -> Speaker | None:
        """The person just spoken of, whom "the Elma lawyer" calls by what he or she is."""
        low = head.lower_
        if not titles().is_head(low) or low in {"spokesman", "spokeswoman", "spokesperson", "official"}:
            return None
        sex = "female" if low in titles().female else "male" if low in titles().male else ""
        named = self.last_person(head.left_edge.i, sex)
        if named is None or _breaks(self.page.doc, named.last, head.i) > 2:
            return None
        return Speaker(self.actors[named.actor].name, *at, named.actor)

    def _has_been_named(self, number: int, before: int) -> bool:
        return self._last_of(number, before) >= 0

    def _last_of(self, number: int, before: int) -> int:
        return max((n.first for n in self.named if n.actor == number and n.first < before), default=-1)

    def _phrase(self, head: Token) -> tuple[int, int]:
        """The tokens of a noun phrase: its modifiers, its head, and "for X" behind it."""
        doc = head.doc
        first = min(head.left_edge.i, head.i)
        while first < head.i and (doc[first].is_punct or doc[first].i in self.quoted or doc[first].is_space):
            first += 1
        last = head.i + 1
        for child in head.rights:
            if child.dep_ == "prep" and child.i == last and child.lower_ in {"for", "of", "from", "at", "with", "in", "to"}:
                edge = child.right_edge.i + 1
                cut = next((t.i for t in doc[child.i : edge] if t.text in {",", "(", "—", "who"} or t.i in self.quoted), edge)
                if cut - first <= _LONGEST_PHRASE:
                    last = cut
        return max(first, head.i - _LONGEST_PHRASE), last

    def _words(self, head: Token) -> Speaker | None:
        """The words of the text, for one who has no name."""
        if head.pos_ not in {"NOUN", "PROPN", "NUM", "PRON"} and not titles().is_head(head.text):
            return None
        first, last = self._phrase(head)
        doc = self.page.doc
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        return Speaker(" ".join(self.page.text[start:end].split()), start, end)


def _breaks(doc: Doc, first: int, last: int) -> int:
    """How many sentences begin between two tokens."""
    return sum(1 for token in doc[first:last] if token.is_sent_start)


def can_speak(token: Token, ensemble: Ensemble) -> bool:
    """Whether the token may be somebody who says something: a name, a person, a body, a paper."""
    low = token.lower_
    if low in {"anybody", "anyone", "nobody", "everyone", "everybody", "someone", "one"}:
        return False
    if token.i in ensemble.at or low in _PRONOUNS or low in {"who", "they", "we"}:
        return True
    nouns = speech()
    return titles().is_head(low) or singular(low) in nouns.speakers or low in nouns.speakers or low in nouns.nouns
