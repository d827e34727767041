"""Role words: where the words of a role begin and end.

The head is a noun that the lists know for somebody, or that its ending tells; opinions, ages and
colours in front of it are no part of the role.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.known import singular, table, titles
from briefing.extract.parse import PROPER

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.actor.names import Cast

DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "one", "another"})
WORDS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "CD", "FW"}
)
_PARTY = re.compile(r"(?:[DRI]|Ind)(?:\b|[-–])")
_AGE = re.compile(r"\d+-?(?:year-old)?$")
_COMING = frozenset({"elect", "designate"})  # "mayor-elect"
# In capitals they open a name: "White House", "Black Caucus".
_COLOURS = frozenset({"white", "black"})


def offices() -> frozenset[str]:
    """The words that bodies and sites are called by: "Bank", "Hospital"."""
    return table().body_heads | table().sites


@dataclass(frozen=True, slots=True)
class RoleText:
    """The words of a page as parts of roles."""

    doc: Doc
    named: Mapping[int, Cast]  # token -> the actor whose name it is part of

    def without_opinions(self, first: int, head: int) -> int:
        """The first token of a role, behind opinions and ages."""
        while first < head and not self.same_name(first, first + 1, is_known=True):
            low, follows = self.doc[first].lower_, self.doc[first + 1].text
            is_opinion = low in titles().opinions and self._may_be_loose(first)
            is_age = bool(_AGE.match(low)) or low in {"year", "old"}
            if low == "ex" or (follows == "-" and not (is_opinion or is_age)):
                break
            if not (is_opinion or is_age) and low[0].isalnum():
                break
            first += 1
        return first

    def _may_be_loose(self, i: int) -> bool:
        return self.doc[i].is_lower or self.doc[i].lower_ not in _COLOURS

    def people_at(self, i: int, last: int) -> int:
        """The end of a people's name that begins at token `i`: "Costa Rican"; 0 when none does."""
        for end in (i + 2, i + 1):
            if end <= last and self.doc[i:end].text in table().people:
                return end
        token = self.doc[i]
        is_field = token.lower_ in titles().modifiers  # "Culture Minister"
        if token.ent_type_ != "NORP" or not token.text[0].isupper() or is_field:
            return 0
        end = i + 1
        while end < last and self.doc[end].ent_type_ == "NORP" and self.doc[end].ent_iob_ == "I":
            end += 1
        return end

    def same_name(self, a: int, b: int, *, is_known: bool) -> bool:
        """Whether two tokens belong to one name, which is one of the page's names or not."""
        same = a in self.named and b in self.named and self.named[a] is self.named[b]
        return same if is_known else (self.doc[a].tag_ in PROPER and self.doc[b].tag_ in PROPER)

    def end_of_name(self, i: int, last: int) -> int:
        """The end of the name that the token is part of, at most `last`."""
        end = i + 1
        while end < last and end in self.named and self.named[end] is self.named[i]:
            end += 1
        return end

    def is_head(self, i: int) -> bool:
        """Whether the token is the head noun of an office, hyphens counted in: "all-rounder"."""
        text = self.doc[i].text
        return titles().is_head(text) or singular(text) in titles().kin or self.is_hyphened_head(i)

    def is_hyphened_head(self, i: int) -> bool:
        """Whether the token ends a head noun of several parts: "father-of-two"."""
        first = self.start_of_compound(i)
        if first == i:
            return False
        is_coming = self.doc[i].lower_ in _COMING and titles().is_head(self.doc[i - 2].text)
        return is_coming or titles().is_head(self.doc[first : i + 1].text)

    def start_of_compound(self, i: int) -> int:
        """The first token of the word with hyphens that ends at token `i`."""
        doc, first = self.doc, i
        while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
            first -= 2
        return first

    def is_determiner(self, i: int) -> bool:
        """Whether the token opens a noun phrase; "One" may open a name."""
        token = self.doc[i]
        return token.lower_ in DETERMINERS and (token.lower_ != "one" or token.is_lower)

    def is_dash(self, i: int) -> bool:
        """Whether a hyphen stands between blanks, as a dash: "family - wife"."""
        is_line = self.doc[i].text in {"-", "–", "/"}
        return is_line and i > 0 and bool(self.doc[i].whitespace_ and self.doc[i - 1].whitespace_)

    def is_kinship(self, head: int, first: int) -> bool:
        """Whether it is only kinship with somebody unnamed: "his wife", "a friend"."""
        word = singular(self.doc[head].text)
        before = self.doc[first - 1].lower_ if first else ""
        owners = {"his", "her", "their", "my", "our"}
        if not titles().is_head(word):
            owners |= DETERMINERS
        return word in titles().kin and before in owners

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
            return self.end_of_name(i + 1, len(doc))
        return i

    def is_singular_head(self, token: Token) -> bool:
        """Whether the token is the head of an office in the singular: no "Cardinals"."""
        return token.lower_ in titles().heads or (
            titles().is_head(token.text) and singular(token.text) == token.lower_
        )
