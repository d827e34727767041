"""Role nouns: a phrase that tells an office, where no name stands beside it.

"A former head of Acme", "the editor in chief of the paper", "professor of law at Yale": a run of
nouns and adjectives that ends with the head noun of an office, and what the office is of.
"""

from __future__ import annotations

from briefing.extract.known import table, titles
from briefing.extract.role.front import FoundRole, RoleInFront
from briefing.extract.role.objects import CLOSING
from briefing.extract.role.owners import Owner
from briefing.extract.role.words import DETERMINERS, WORDS
from briefing.model import Kind

_LONGEST = 16  # tokens of a phrase
_HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_JOINS = frozenset({"of", "for", "at", "to"})
_POSTPOSED = frozenset({"emeritus", "emerita", "laureate", "elect", "designate"}) | {
    "pro", "tem", "tempore",
}  # fmt: skip
_PARTISANS = frozenset({"democrat", "republican", "lawmaker", "congressman", "congresswoman"})


class RoleNouns(RoleInFront):
    """Finds the phrase that begins at a token."""

    def noun_phrase(self, i: int) -> FoundRole | None:
        """The role that begins at token `i`, with what it is a role of."""
        doc = self.doc
        start = i
        if i < len(doc) and doc[i].lower_ in DETERMINERS:
            i += 1
        if i == start and self._is_doing(i):
            return None
        head, last = None, i
        while last < len(doc) and last - start < _LONGEST and self._fits(last, start):
            if self._is_role_head(last):
                head = last
            last += 1
        if head is None or (last > head + 1 and not self._closes_phrase(head + 1, last)):
            return None
        if doc[head].tag_ in {"NNS", "NNPS"}:
            return None
        first = self.without_opinions(i, head)
        first, owner = self.affiliation(first, head)
        end = self._past_charge(head + 1)
        is_kin = self.is_kinship(head, start + 1 if doc[start].lower_ in DETERMINERS else start)
        if is_kin:
            end = self._past_count(end)
        if self._joins(end, doc[head].lower_):
            object_first, object_last = self.object(end + 1)
            if self._runs_into_name(object_first, object_last):
                return None
            if object_last > object_first and not self.is_spell(object_first, object_last):
                return self._role_of(first, head, owner, (object_first, object_last))
            if object_last > object_first and self._is_role_head(object_last - 1):
                # "The player of the year candidate".
                return FoundRole(first, object_last, object_last - 1, owner)
        if is_kin and owner is None and end == head + 1:
            return None
        return FoundRole(first, end, head, owner)

    def _past_charge(self, i: int) -> int:
        """The token behind what follows an office: "in chief", "emeritus"; else `i`."""
        words = [t.lower_ for t in self.doc[i : i + 2]]
        if words in (["in", "chief"], ["in", "residence"]):
            return i + 2
        while i < len(self.doc) and self.doc[i].lower_ in _POSTPOSED:
            i += 1
        return i

    def _past_count(self, i: int) -> int:
        """The token behind "of two" in "a mother of two", else `i`."""
        words = self.doc[i : i + 2]
        return i + 2 if len(words) == 2 and words[0].text == "of" and words[1].like_num else i

    def _role_of(self, first: int, head: int, owner: Owner, what: tuple[int, int]) -> FoundRole:
        """The role with what it is of, which owns it unless a name in front does."""
        start, last = self._with_house(*what)
        work = self.work_behind(last)
        if work is not None:
            return self._role_of_work(first, head, owner, (start, last), work)
        if self.is_portfolio(head, start):
            return FoundRole(first, self.end_of_portfolio(start, last), head, owner)
        if self.is_field(start, last):
            return FoundRole(first, last, head, owner)
        is_name = self.doc[self.name_in(start, last)].text[0].isupper()
        if owner is None or (is_name and self.doc[owner[0]].is_lower):
            owner = (self.name_in(start, last), last)
        return FoundRole(first, last, head, owner)

    def _role_of_work(
        self, first: int, head: int, owner: Owner, what: tuple[int, int], work: tuple[int, int]
    ) -> FoundRole:
        """The role with the work it is of, in its marks: "author of the novel “Ash”"."""
        doc = self.doc
        if doc[work[1]].is_punct and doc[work[1]].text not in CLOSING:  # "the show “Ash,” which"
            return FoundRole(first, what[1], head, work)
        if work[1] + 1 < len(doc) and doc[work[1] + 1].tag_.startswith("NN"):
            return FoundRole(first, self._past_charge(head + 1), head, owner)
        return FoundRole(first, work[1] + 1, head, work)

    def _runs_into_name(self, first: int, last: int) -> bool:
        """Whether the office is of the one named behind it: "Leader of the Commons Ana Ruiz"."""
        person = self.named.get(last - 1)
        if last <= first or person is None or person.kind is not Kind.PERSON:
            return False
        start = last - 1
        while start > first and self.named.get(start - 1) is person:
            start -= 1
        before = self.named.get(start - 1)
        is_body = before is not None and before.kind is not Kind.PERSON
        return start > first and is_body and self.doc[start - 1].tag_ != "POS"

    def _joins(self, i: int, office: str) -> bool:
        """Whether the token leads to what a role is of; "with" only to a name."""
        if i + 1 >= len(self.doc):
            return False
        low = self.doc[i].lower_
        if low in {"with", "from", "in"}:
            return self._joins_body(i, office)
        return low in _JOINS

    def _joins_body(self, i: int, office: str) -> bool:
        """Whether a name is whose the role is: "with Acme", "from Yale", "investor in Acme"."""
        start = i + 2 if self.doc[i + 1].lower_ == "the" else i + 1
        if start >= len(self.doc) or not self.doc[start].text[0].isupper():
            return False
        low = self.doc[i].lower_
        if low == "with" or (low == "from" and office in _PARTISANS):
            return True
        return start in self.named and self.named[start].kind is Kind.ORGANISATION

    def _with_house(self, first: int, last: int) -> tuple[int, int]:
        """A field with the house behind it: "law at Yale" of "professor of law at Yale"."""
        doc = self.doc
        if doc[last - 1].is_lower and last < len(doc) and doc[last].lower_ in {"at", "for", "of"}:
            house = self.object(last + 1)
            if house[1] > house[0] and doc[house[0]].text[0].isupper():
                return house
        return first, last

    def _is_role_head(self, i: int) -> bool:
        doc = self.doc
        is_noun = doc[i].tag_ in _HEADS or self.is_hyphened_head(i) or self._is_forward(i)
        if not (is_noun and self.is_head(i)):
            return False
        following = doc[i + 1] if i + 1 < len(doc) else None
        return following is None or following.tag_ != "POS"

    def _fits(self, i: int, start: int) -> bool:
        token = self.doc[i]
        if token.is_sent_start and i > start:
            return False
        if token.is_alpha and not token.whitespace_ and self._has_hyphen(i + 1):
            return True
        if token.lower_ == "of":
            return i > start and self._is_in_body(i)
        if token.lower_ in {"and", "&"}:
            is_joint = i > start and (self._is_role_head(i - 1) or self.joins_bodies(i))
            # "A vascular and interventional radiologist".
            is_joint |= i > start and self.doc[i - 1].tag_ == "JJ" == self.doc[i + 1].tag_
            return is_joint and self._leads_to_head(i + 1)
        if token.text in {"'s", "'"}:
            return token.tag_ == "POS"
        if i in self.named and self.named[i].kind is Kind.PERSON:
            following = self.doc[min(i + 1, len(self.doc) - 1)]
            return following.tag_ == "POS" or following.i in self.named
        is_word = token.tag_ in WORDS or token.text in {"-", "/"} or self._is_forward(i)
        is_word |= token.lower_ == "most" and i > start
        return is_word or token.text in table().people

    def _is_doing(self, i: int) -> bool:
        """Whether a verb begins the phrase: "paraphrasing the philosopher"; no "acting head"."""
        if i >= len(self.doc) or self.doc[i].tag_ != "VBG":
            return False
        low = self.doc[i].lower_
        return low not in titles().modifiers and low not in titles().opinions

    def _is_in_body(self, i: int) -> bool:
        """Whether "of" is inside a body that leads to an office: "a Bank of Elma governor"."""
        doc = self.doc
        is_named = self.same_name(i - 1, i, is_known=True) or doc[i - 1].text in self.offices()
        return is_named and doc[i + 1].text[0].isupper() and self._leads_to_head(i + 1)

    def _is_forward(self, i: int) -> bool:
        """Whether it is the player and no direction: "a starting forward for Elma"."""
        before = self.doc[i - 1]
        is_player = self.doc[i].lower_ == "forward" and before.tag_ in WORDS
        is_player &= not before.is_sent_start  # "Step forward, Ana Ruiz"
        return is_player and i + 1 < len(self.doc) and self.doc[i + 1].lower_ in {"for", ",", "of"}

    def _has_hyphen(self, i: int) -> bool:
        return i < len(self.doc) and self.doc[i].text == "-"

    def _leads_to_head(self, i: int) -> bool:
        for j in range(i, min(i + 4, len(self.doc))):
            if self._is_role_head(j):
                return True
            if self.doc[j].tag_ not in WORDS:
                return False
        return False

    def _closes_phrase(self, first: int, last: int) -> bool:
        """Whether what follows the head inside the chunk does not make it another noun."""
        return all(
            self.doc[i].tag_ in {"CD", "VBN", "VBG", "JJ"} or self.doc[i].lower_ in _POSTPOSED
            for i in range(first, last)
        )
