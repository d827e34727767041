"""Role words: where the words of a role begin and end, and whose the role is.

Opinions, ages and lengths of time are no part of a role; its owner is a possessor, a people, a body
or what stands behind "of".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.known import singular, table, titles
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.names import Cast

DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "one", "another"})
WORDS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "CD", "FW"}
)
_TIMES = frozenset({"former", "ex", "-", "then", "acting", "interim", "late", "retired"}) | {
    "deputy", "assistant", "associate", "vice", "senior", "junior", "chief",
}  # fmt: skip
# Capitals in front of an office that name nobody's employer.
_NO_BODIES = frozenset({"world", "olympic", "grand", "then"})
_SPELLS = frozenset({"years", "year", "months", "weeks", "decades", "decade", "days", "time"})
_KINDS_OF_PLACE = frozenset(
    {"state", "city", "town", "village", "island", "province", "country", "nation", "republic"}
)
_PARTY = re.compile(r"(?:[DRI]|Ind)(?:\b|[-–])")
_AGE = re.compile(r"\d+-?(?:year-old)?$")


class RoleWords:
    """The words of a page as parts of roles; knows which tokens are names."""

    def __init__(self, doc: Doc, named: dict[int, Cast]) -> None:
        self.doc = doc
        self.named = named

    def without_opinions(self, first: int, head: int) -> int:
        """The first token of a role, behind opinions and ages."""
        doc = self.doc
        while first < head:
            low = doc[first].lower_
            if self._is_in_name(first):
                break
            is_loose = low in titles().opinions or _AGE.match(low) or not low[0].isalnum()
            follows = doc[first + 1].text
            if low == "ex" or (
                follows == "-" and low not in {*titles().opinions, "year"} and not _AGE.match(low)
            ):
                break
            if not is_loose and low not in {"old", "year"}:
                break
            first += 1
        return first

    def _is_in_name(self, i: int) -> bool:
        """Whether the token and the next belong to one name: "New Zealand"."""
        return i in self.named and self.named.get(i + 1) is self.named[i]

    def affiliation(self, first: int, head: int) -> tuple[int, tuple[int, int] | None]:
        """The role's first token and whose it is: a possessor, a body, a place, a people."""
        doc = self.doc
        for i in range(head, first, -1):
            if doc[i].text in {"'s", "'"} and doc[i].tag_ == "POS":
                owner = i - 1
                is_known = owner in self.named
                while owner > first and self.same_name(owner - 1, owner, is_known=is_known):
                    owner -= 1
                if doc[owner].text[0].isupper():
                    return self.without_opinions(i + 1, head), (owner, i)
                # "The union's leader" is the leader of a union, a "children's minister" of nobody.
                if first and doc[first - 1].lower_ in DETERMINERS:
                    return self.without_opinions(i + 1, head), (first, i)
                return first, None
        body = self._body_in_front(first, head)
        if body:
            return first, body
        for i in range(first, head):
            people = self.people_at(i, head)
            if people:
                return first, (i, people)
            is_rank = doc[i].lower_ in titles().short or titles().is_head(doc[i].text)
            if i in self.named and not is_rank and self._is_owner(i):
                return first, (i, self._end_of_name(i, head))
        for i in range(head - 1, first - 1, -1):
            is_body = doc[i].text.capitalize() in table().body_heads and doc[i + 1].text != "-"
            if is_body and doc[i].lower_ != "press":
                start = first
                while start < i and doc[start].lower_ in _TIMES:
                    start += 1
                return first, (start, i + 1)
        return first, None

    def _is_owner(self, i: int) -> bool:
        """Whether the name is a body's or place's, or a person's with a plain office behind it."""
        after = self._end_of_name(i, len(self.doc))
        return self.named[i].kind is not Kind.PERSON or self.doc[after].is_lower

    def _end_of_name(self, i: int, last: int) -> int:
        """The end of the name that the token is part of, at most `last`."""
        end = i + 1
        while end < last and end in self.named and self.named[end] is self.named[i]:
            end += 1
        return end

    def _body_in_front(self, first: int, head: int) -> tuple[int, int] | None:
        """The capitals before the words of the office: "Real Madrid" before "midfielder".

        None where they are a people's name alone, or a capital that only begins the sentence.
        """
        doc = self.doc
        start, last = first, head
        while start < head and (doc[start].lower_ in _TIMES or doc[start].is_lower):
            start += 1
        while last > start and last - 1 not in self.named and self._is_of_office(last - 1):
            last -= 1
        run = doc[start:last]
        if not len(run) or not all(t.text[0].isupper() or t.text in {"-", "&", "."} for t in run):
            return None
        if any(i in self.named and self.named[i].kind is Kind.PERSON for i in range(start, last)):
            return None
        people = self.people_at(start, last)
        if people == last and start not in self.named:
            return None
        if people and not self._is_body(people, last):
            return None
        is_single = last - start == 1 and start not in self.named
        if is_single and (run[0].lower_ in _NO_BODIES or self._only_begins(run[0])):
            return None
        return start, last

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a people's name with these words behind it names a body: "British Airways"."""
        is_named = all(i in self.named for i in range(first - 1, last))
        return is_named or self.doc[last - 1].text in table().body_heads

    def _only_begins(self, token: Token) -> bool:
        """Whether the word has its capital only from the start of the sentence."""
        return bool(token.is_sent_start) and token.tag_ not in {"NNP", "NNPS"}

    def _is_of_office(self, i: int) -> bool:
        low, known = self.doc[i].lower_, titles()
        is_rank = low in known.short or f"{low}." in known.short
        return (
            self.doc[i].is_lower
            or low in known.modifiers
            or known.is_head(low)
            or is_rank
            or low in {"-", "."}
        )

    def people_at(self, i: int, last: int) -> int:
        """The end of a people's name that begins at token `i`: "Costa Rican"; 0 when none does."""
        for end in (i + 2, i + 1):
            if end <= last and self.doc[i:end].text in table().people:
                return end
        token = self.doc[i]
        return i + 1 if token.ent_type_ == "NORP" and token.text[0].isupper() else 0

    def same_name(self, a: int, b: int, *, is_known: bool) -> bool:
        """Whether two tokens belong to one name, which is one of the page's names or not."""
        same = a in self.named and b in self.named and self.named[a] is self.named[b]
        return (
            same
            if is_known
            else (self.doc[a].tag_ in {"NNP", "NNPS"} and self.doc[b].tag_ in {"NNP", "NNPS"})
        )

    def is_head(self, i: int) -> bool:
        """Whether the token is the head noun of an office, hyphens counted in: "all-rounder"."""
        return titles().is_head(self.doc[i].text) or self.is_hyphened_head(i)

    def is_hyphened_head(self, i: int) -> bool:
        """Whether the token ends a head noun of several parts: "father-of-two"."""
        doc, first = self.doc, i
        while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
            first -= 2
        return first < i and titles().is_head(doc[first : i + 1].text)

    def is_private(self, head: int, first: int) -> bool:
        """Whether it is only kinship with somebody unnamed: "his wife"."""
        before = self.doc[first - 1].lower_ if first else ""
        return singular(self.doc[head].text) in titles().kin and before in {
            "his",
            "her",
            "their",
            "my",
            "our",
        }

    def past_bracket(self, i: int) -> int:
        """The token behind a bracket that opens at `i`, else `i`."""
        doc = self.doc
        if i < len(doc) and doc[i].text == "(":
            close = next((j for j in range(i, min(i + 8, len(doc))) if doc[j].text == ")"), None)
            return close + 1 if close is not None else i
        return i

    def past_label(self, i: int) -> int:
        """The token behind a politician's label: "(D-Ohio)", ", R-Texas", "of Maine", else `i`."""
        doc = self.doc
        i = self.past_bracket(i)
        if i + 3 < len(doc) and doc[i].text == "," and _PARTY.match(doc[i + 1].text):
            end = i + 2
            while end < len(doc) and (doc[end].text in {"-", "."} or doc[end].text[0].isupper()):
                end += 1
            return end
        if i + 1 < len(doc) and doc[i].lower_ in {"of", "from"} and i + 1 in self.named:
            return self._end_of_name(i + 1, len(doc))
        return i

    def is_spell(self, first: int, last: int) -> bool:
        """Whether it is a length of time: "for nineteen years"."""
        return any(t.lower_ in _SPELLS for t in self.doc[first:last]) and self.doc[first].is_lower

    def name_in(self, first: int, last: int) -> int:
        """Where the name begins in "the brokerage Acme" or "the island state of Lomea"."""
        doc = self.doc
        i = first
        while i < last and doc[i].is_lower and doc[i].tag_ in {"NN", "NNS", "JJ"}:
            i += 1
        if last - first > 2 and doc[first + 1].tag_ == "POS" and doc[first + 2].text[0].isupper():
            return first + 2  # "London's Acme Capital"
        if first < i < last and doc[i].text == "of" and doc[i - 1].lower_ in _KINDS_OF_PLACE:
            i += 1
        return i if i < last and doc[i].text[0].isupper() else first

    def object(self, i: int) -> tuple[int, int]:
        """The tokens of "the United States" in "president of the United States"."""
        doc = self.doc
        first = i + 1 if i < len(doc) and doc[i].lower_ in DETERMINERS else i
        last = first
        while last < len(doc) and last - first < 9 and not doc[last].is_sent_start:
            token = doc[last]
            inside = (
                last in self.named
                and last + 1 in self.named
                and self.named[last] is self.named[last + 1]
            )
            fits = (
                token.tag_ in WORDS
                or token.lower_ in {"of", "&", "the"}
                or token.tag_ == "POS"
                or inside
            )
            fits = fits or (token.lower_ == "and" and last > first and self._goes_on(last + 1))
            if not fits or token.text == "(":
                break
            last += 1
        if self._is_name_for(last):
            return first, self.object(last + 1)[1]
        while last > first and (
            doc[last - 1].lower_ in {"of", "the", "and", "&"}
            or doc[last - 1].tag_ in {"POS", "VBG", "VBN", "CD"}
        ):
            last -= 1
        return first, last

    def _goes_on(self, i: int) -> bool:
        """Whether behind "and" comes another part of the object: "trade and industry at Elma"."""
        doc = self.doc
        if i + 1 >= len(doc):
            return False
        if doc[i].tag_ == "JJ" and doc[i + 1].tag_ in {"NN", "NNS"}:
            return not titles().is_head(doc[i + 1].text)
        is_field = doc[i].tag_ in {"NN", "NNS"} and not titles().is_head(doc[i].text)
        return doc[i].text[0].isupper() or (is_field and doc[i + 1].lower_ in {"at", "of", "for"})

    def _is_name_for(self, i: int) -> bool:
        """Whether a body's name goes on behind "for": "Center for Marine Science"."""
        doc = self.doc
        if i < 1 or i + 1 >= len(doc) or doc[i].lower_ != "for":
            return False
        is_body = doc[i - 1].text in table().body_heads or doc[i - 1].text in table().sites
        return is_body and doc[i + 1].text[0].isupper()
