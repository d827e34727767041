"""Offices: whom "the mayor", "the 43-year-old" or "the company" means in this article.

First the bearer of that office, under whatever word it goes; then, for a trade, the person just
spoken of; for a body, the one whose name holds the word or that the article is about.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import Ensemble, Named, breaks
from briefing.extract.known import singular, speech, table, titles
from briefing.extract.quote.speaker import Speaker
from briefing.model import Kind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSE_TO = frozenset({"close", "familiar", "briefed", "involved", "aware"})
_LONGEST_PHRASE = 12  # tokens of a speaker without a name
# These speak for another: the last person named is not meant.
_MOUTHPIECES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "member"})
# Who speaks for the name in front: "Ruiz's lawyer".
_SERVANTS = frozenset({"lawyer", "attorney", "solicitor", "aide", "agent", "publicist", "counsel"})
_HIGH_OFFICES = frozenset(
    "president minister premier chancellor king queen governor mayor senator ambassador".split()
)
_PARTISANS = frozenset({"conservative", "liberal", "socialist", "tory", "independent", "green"})
_TIMES = frozenset({"former", "deputy", "acting"})
_BEFORE_NAMES = frozenset({"JJ", "NN", "NNP", "NNPS", "POS"})  # what describes in front of one
_JOINTS = frozenset({"CC", "DT", "IN", "TO"})
_SOON = 2  # sentences from an office to the name of its bearer
_BODY_REACH = 8  # sentences from a body to "the company"


class Offices(Ensemble):
    """The actors of a page, and which of them an office, an age or a kind of body means."""

    def phrase(self, head: Token) -> tuple[int, int]:
        """The tokens of a noun phrase: its modifiers, its head, and "for X" behind it."""
        doc = head.doc
        first = min(head.left_edge.i, head.i)
        if is_age(head) and doc[head.i - 5].lower_ in {"the", "a", "one"}:
            first = head.i - 5  # the parser tends to lose the article
        while first < head.i and (
            doc[first].is_punct or doc[first].i in self.quoted or doc[first].is_space
        ):
            first += 1
        last = head.i + 1
        for child in head.rights:
            if (
                child.dep_ == "prep"
                and child.i == last
                and child.lower_ in {"for", "of", "from", "at", "with", "in", "on", "to"}
            ):
                edge = child.right_edge.i + 1
                cut = next(
                    (
                        t.i
                        for t in doc[child.i : edge]
                        if t.text in {",", "(", "—", "who"} or t.i in self.quoted
                    ),
                    edge,
                )
                if cut - first <= _LONGEST_PHRASE:
                    last = cut
            elif child.i == last and child.lower_ in _CLOSE_TO:
                last = min(child.right_edge.i + 1, first + _LONGEST_PHRASE)
        while last > head.i + 1 and doc[last - 1].tag_ in _JOINTS:
            last -= 1  # cut in the middle
        return max(first, head.i - _LONGEST_PHRASE), last

    def holder(self, head: Token) -> Speaker | None:
        """The person or body of the article whom "the mayor" or "the ministry" means."""
        first, last = self.phrase(head)
        doc = self.page.doc
        owner = next((c for c in head.children if c.dep_ == "poss" and c.i in self.at), None)
        is_definite = doc[first].lower_ in {"the", "this"} or owner is not None
        in_heading = self.page.is_heading(head)
        if head.tag_ not in {"NN", "NNP"} and not (is_age(head) or is_compatriot(head)):
            return None
        if not (is_definite or in_heading):
            return None
        at = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        bearer = None
        if last - first <= 5:
            bearer = self._bearer(head, first, in_heading=in_heading)
        if bearer is None and is_definite and len(doc[first:last].text.split()) <= 3:
            bearer = self.body_called(head, first)
        if bearer is not None:
            return Speaker(self.actors[bearer].name, *at, bearer)
        is_anothers = last > head.i + 1 and doc[head.i + 1].lower_ == "for"
        # "The director of a rival museum" is nobody who has been named.
        is_anothers |= last > head.i + 2 and doc[head.i + 2].lower_ in {"a", "an", "another"}
        return None if is_anothers or not is_definite else self._by_topic(head, at, owner)

    def _bearer(self, head: Token, first: int, *, in_heading: bool) -> int | None:
        """The last named of those whose office it is; a headline may name the office first."""
        fits = {
            n: max((self._fit(role, first, head) for role in self.actors[n].roles), default=0)
            for n in self._known_as(head)
            if in_heading or self.last_of(n, head.i) >= 0
        }
        best = max(fits.values(), default=0)
        if not best and not in_heading:
            return self._later_bearer(head, first)
        told = [n for n, fit in fits.items() if fit == best and fit > 0]
        if in_heading and len(told) > 1:
            return None
        return max(told, key=lambda n: self.last_of(n, head.i), default=None)

    def _later_bearer(self, head: Token, first: int) -> int | None:
        """The only one named further on who holds just that office: "the finance minister"."""
        fitting = [
            n
            for n in self._known_as(head)
            if max((self._fit(role, first, head) for role in self.actors[n].roles), default=0) == 2
        ]
        if not fitting and first + 1 == head.i:  # "The minister", whom the next sentence names
            fitting = [n for n in self._known_as(head) if self._is_named_soon(n, head)]
        return fitting[0] if len(fitting) == 1 else None

    def _is_named_soon(self, actor: int, head: Token) -> bool:
        """Whether the actor is first named in one of the next sentences."""
        first = next(n.first for n in self.named if n.actor == actor)
        return head.i < first and breaks(self.page.doc, head.i, first) <= _SOON

    def _known_as(self, head: Token) -> list[int]:
        """The people whose roles hold the word or another for the same office."""
        if is_age(head):
            return []
        found = [n for word in _words_for(head) for n in self.by_role.get(word, ())]
        return list(dict.fromkeys(found))

    def _fit(self, role: Role, first: int, head: Token) -> int:
        """2 when the words in front agree, 0 when the office is another of the kind, else 1.

        "The finance minister" is no foreign minister, "the Dorn mayor" not the mayor of Elma.
        """
        doc, known = self.page.doc, titles()
        words = [w.casefold().strip(".") for w in role.title.split()]
        if not _words_for(head) & {singular(w) for w in words} or _is_of_other(role, head):
            return 0
        asked = {t.lower_ for t in doc[first : head.i] if t.lower_ in known.modifiers} - _TIMES
        held = {w for w in words if w in known.modifiers} - _TIMES
        if asked and held and not asked & held:
            return 0
        capitals = {t.lower_ for t in doc[first + 1 : head.i] if t.text[0].isupper()} - asked
        if not capitals:
            return 2 if asked & held else 1
        owner = (role.affiliation or "").casefold().split()
        if capitals & {*words, *owner}:
            return 2
        return 0 if role.affiliation and role.affiliation[0].isupper() else 1

    def _by_topic(self, head: Token, at: tuple[int, int], owner: Token | None) -> Speaker | None:
        """The person just spoken of, whom "the Elma lawyer" calls by what he or she is."""
        low = head.lower_
        if owner is not None and (low in _SERVANTS or singular(low) in titles().kin):
            return None
        has_age = is_age(head)
        is_somebody = titles().is_head(whole(head)) or is_compatriot(head)
        if not has_age and (not is_somebody or low in _MOUTHPIECES):
            return None
        named = self._of_age(head) if has_age else None
        without = self._no_holders(head)
        if is_compatriot(head):
            named, without = self._countryman(head)
        named = named or self.last_person(head.left_edge.i, titles().sex_of(low), without)
        if named is None:
            return None
        is_sure = has_age or self._is_only_person(named, head)
        if breaks(self.page.doc, named.last, head.i) > (6 if is_sure else 2):
            return None
        is_other = named.actor in self._known_as(head)  # but in another place or of another kind
        if (
            is_other
            or (not has_age and self._is_told_as_other(named.actor, low))
            or (owner is not None and self.at[owner.i] == named.actor)
        ):
            return None
        return Speaker(self.actors[named.actor].name, *at, named.actor)

    def _is_told_as_other(self, actor: int, word: str) -> bool:
        """Whether what is told of the actor shuts the office out: a founder is no prime minister.

        A calling may be one of several: the founder may be "the engineer", an aide no minister.
        """
        serving = _SERVANTS | _MOUTHPIECES
        told = [set(role.title.casefold().split()) for role in self.actors[actor].roles]
        if not told or word in serving:
            return False
        return word in _HIGH_OFFICES or all(words & serving for words in told)

    def _is_only_person(self, named: Named, head: Token) -> bool:
        """Whether nobody else has been named so far."""
        earlier = (n for n in self.named if n.first < head.i and self.is_person(n.first))
        return all(n.actor == named.actor for n in earlier)

    def _no_holders(self, head: Token) -> frozenset[int]:
        """Who holds the office already, to which another is elected: "the president-elect"."""
        office, _, is_elect = whole(head).casefold().rpartition("-")
        if is_elect not in {"elect", "designate"}:
            return frozenset()
        return frozenset(self.by_role.get(office, ()))

    def _countryman(self, head: Token) -> tuple[Named | None, frozenset[int]]:
        """The last person told to be of that people, and those told to be of another."""
        own, strangers = table().people.get(head.text, ""), set()
        for named in reversed(self.named):
            if named.first >= head.i or not self.is_person(named.first):
                continue
            told = self._countries_of(named)
            if own in told:
                return named, frozenset()
            if told:
                strangers.add(named.actor)
        return None, frozenset(strangers)

    def _countries_of(self, named: Named) -> set[str]:
        """The countries told right beside a name: "the Slovene Ana Ruiz", "Ruiz of Slovenia"."""
        doc, known = self.page.doc, table()
        first, last = named.first, named.last
        while first > 0 and named.first - first < 4 and doc[first - 1].tag_ in _BEFORE_NAMES:
            first -= 1
        found = {known.people.get(t.text, "") for t in doc[first : named.first]}
        behind = doc[last : min(last + 4, doc[last - 1].sent.end)]
        if behind and behind[0].text == ",":
            found |= {known.people.get(t.text, "") for t in behind}
        if behind and behind[0].text in {"of", "from", "("}:
            found |= {known.same.get(t.text, "") for t in behind}
        return found - {""}

    def _of_age(self, head: Token) -> Named | None:
        """The person behind whose name that age stands: "Ana Ruiz, 43, said"."""
        doc, age = head.doc, head.doc[head.i - 4].text
        for named in reversed(self.named):
            after = doc[named.last : named.last + 2].text
            if named.first < head.i and after in {f", {age}", f"({age}"}:
                return named
        return None

    # ---- bodies

    def body_called(self, head: Token, first: int) -> int | None:
        """The body whose name holds the words, or that "the company" can only mean."""
        actors = enumerate(self.actors)
        bodies = [
            n
            for n, actor in actors
            if actor.kind is Kind.ORGANISATION and self.last_of(n, head.i) >= 0
        ]
        called, doc = _words_for(head), self.page.doc
        # "The foreign ministry" is no Ministry of Justice.
        asked = {t.lower_ for t in doc[first : head.i]} & titles().modifiers
        words = {n: set(self.actors[n].name.casefold().split()) for n in bodies}
        named = [n for n in bodies if called & words[n] and asked <= words[n]]
        if len(named) == 1:
            return named[0]
        return self._last_body(head) if not named and head.lower_ in speech().bodies else None

    def _last_body(self, head: Token) -> int | None:
        """The last body that does something, near before far."""
        doc = self.page.doc
        scores: dict[int, float] = {}
        for named in self.named:
            is_body = self.actors[named.actor].kind is Kind.ORGANISATION
            last = doc[named.last - 1]
            if not is_body or named.first > head.i or named.first in self.quoted:
                continue
            far = breaks(doc, named.last, head.i)
            if far <= _BODY_REACH and last.dep_ in {"nsubj", "nsubjpass", "poss", "compound"}:
                score = (1.0 + self.actors[named.actor].salience) / (1.0 + 0.3 * far)
                scores[named.actor] = max(scores.get(named.actor, 0.0), score)
        return max(scores, key=lambda n: (scores[n], -n)) if scores else None


def is_age(token: Token) -> bool:
    """Whether the token ends "43-year-old" as a noun."""
    doc, i = token.doc, token.i
    return token.lower_ == "old" and i > 3 and doc[i - 2].lower_ == "year"


def is_compatriot(token: Token) -> bool:
    """Whether the token is one of a people or a party: "the Italian", "the Conservative".

    "The French" and "the British" are all of them.
    """
    text = token.text
    is_one = text in table().people and not text.endswith(("sh", "ch", "ese", "ss", "s"))
    return text[0].isupper() and (is_one or text.casefold() in _PARTISANS)


def whole(head: Token) -> str:
    """The word with what a hyphen joins to it: "all-rounder"."""
    doc, first = head.doc, head.i
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2
    joined = doc[first : head.i + 1].text
    return joined if titles().is_head(joined) else head.text


def _words_for(head: Token) -> frozenset[str]:
    """The word and what else the same office or kind of body is called."""
    word = singular(whole(head))
    return frozenset({word, *titles().called.get(word, ())})


def _is_of_other(role: Role, head: Token) -> bool:
    """Whether the words behind tell another realm: "the president of Elma", whose is Torre."""
    doc, i = head.doc, head.i + 1
    if role.affiliation is None or not role.affiliation[0].isupper() or i + 1 >= len(doc):
        return False
    if doc[i].lower_ != "of":
        return False
    i += 1 + (doc[i + 1].lower_ == "the")
    realm = set(takewhile(str.istitle, (t.text for t in doc[i : i + 4])))
    known, name = table(), role.affiliation
    own = {*name.split(), *known.same.get(name, "").split()}
    own |= {w for word in name.split() for w in known.people.get(word, "").split()}
    return bool(realm) and not realm & own
