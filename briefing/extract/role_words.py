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
    from spacy.tokens import Doc

    from briefing.extract.names import Cast

DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "one", "another"})
WORDS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "CD", "FW"}
)
_TIMES = frozenset({"former", "ex", "-", "then", "acting", "interim", "deputy", "late", "retired"})
_SPELLS = frozenset({"years", "year", "months", "weeks", "decades", "decade", "days", "time"})
_KINDS_OF_PLACE = frozenset(
    {"state", "city", "town", "village", "island", "province", "country", "nation", "republic"}
)
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

    def affiliation(self, first: int, head: int) -> tuple[int, tuple[int, int] | None]:
        """The role's first token and whose it is: a possessor, a body, a place, a people."""
        doc = self.doc
        for i in range(head, first, -1):
            if doc[i].text in {"'s", "'"} and doc[i].tag_ == "POS":
                owner = i - 1
                while owner > first and self.same_name(owner - 1, owner):
                    owner -= 1
                if doc[owner].text[0].isupper():
                    return self.without_opinions(i + 1, head), (owner, i)
                # "The union's leader" is the leader of a union, a "children's minister" of nobody.
                if first and doc[first - 1].lower_ in DETERMINERS:
                    return self.without_opinions(i + 1, head), (first, i)
                return first, None
        for i in range(first, head):
            people = self.people_at(i, head)
            if people:
                return first, (i, people)
            if i in self.named and self.named[i].kind is not Kind.PERSON:
                last = i + 1
                while last < head and last in self.named and self.named[last] is self.named[i]:
                    last += 1
                return first, (i, last)
        for i in range(head - 1, first - 1, -1):
            if doc[i].text.capitalize() in table().body_heads and doc[i].lower_ != "press":
                start = first
                while start < i and doc[start].lower_ in _TIMES:
                    start += 1
                return first, (start, i + 1)
        return first, None

    def people_at(self, i: int, last: int) -> int:
        """The end of a people's name that begins at token `i`: "Costa Rican"; 0 when none does."""
        for end in (i + 2, i + 1):
            if end <= last and self.doc[i:end].text in table().people:
                return end
        token = self.doc[i]
        return i + 1 if token.ent_type_ == "NORP" and token.text[0].isupper() else 0

    def same_name(self, a: int, b: int) -> bool:
        """Whether two tokens belong to one name."""
        same = a in self.named and b in self.named and self.named[a] is self.named[b]
        return same or (self.doc[a].tag_ in {"NNP", "NNPS"} and self.doc[b].tag_ in {"NNP", "NNPS"})

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

    def is_spell(self, first: int, last: int) -> bool:
        """Whether it is a length of time: "for nineteen years"."""
        return any(t.lower_ in _SPELLS for t in self.doc[first:last]) and self.doc[first].is_lower

    def name_in(self, first: int, last: int) -> int:
        """Where the name begins in "the brokerage Acme" or "the island state of Lomea"."""
        doc = self.doc
        i = first
        while i < last and doc[i].is_lower and doc[i].tag_ in {"NN", "NNS", "JJ"}:
            i += 1
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
            fits = fits or (
                token.lower_ == "and"
                and token.i > first
                and doc[min(last + 1, len(doc) - 1)].text[0].isupper()
            )
            if not fits or token.text == "(":
                break
            last += 1
        while last > first and (
            doc[last - 1].lower_ in {"of", "the", "and", "&"}
            or doc[last - 1].tag_ in {"POS", "VBG", "VBN", "CD"}
        ):
            last -= 1
        return first, last
