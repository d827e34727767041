"""Role in front: the words of an office that stand before a name.

"Former Real Madrid midfielder", "US Ambassador to Spain", "Chief of Staff Gen.": a run of nouns and
adjectives that ends with the head noun of an office; opinions in front of it are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.known import singular, table, titles
from briefing.extract.role_words import DETERMINERS, WORDS, RoleWords
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRONT = 10  # tokens a role in front of a name may have
_DEPARTMENTS = frozenset({"staff", "state", "defense", "defence"})
# With a short title behind them one title: "Major Gen.", "Republican Rep.".
_RANKS = frozenset({"major", "lieutenant", "brigadier", "vice", "rear", "sergeant", "colonel"}) | {
    "republican", "democrat", "conservative", "liberal", "former", "deputy", "staff", "assistant",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role as tokens: `first` to `last`, its head and the tokens of its affiliation."""

    first: int
    last: int
    head: int
    affiliation: tuple[int, int] | None


class RoleInFront(RoleWords):
    """Finds the role in front of a name."""

    def in_front(self, name: int) -> FoundRole | None:
        """The role that ends right before the name at token `name`."""
        doc, known = self.doc, titles()
        last = name
        if last > 0 and doc[last - 1].text == ".":
            last -= 1
        end = name
        # "Governor Dr. Ruiz", "Chief of Staff Gen. Ruiz": courtesy and rank come after the office.
        while last > 1 and self._is_between(last - 1):
            last -= 1
            end = last
        of_name = self._office_of_name(last)
        if of_name is not None:
            end = last
        head = first = last - 1 if of_name is None else of_name
        if last == 0 or doc[name].is_sent_start or not self._ends_role(doc[head]):
            return None
        while first > 0 and not doc[first].is_sent_start and last - first < _FRONT:
            if not self._fits_in_front(first - 1):
                break
            first -= 1
        first = self.without_opinions(first, head)
        first, affiliation = self.affiliation(first, head)
        if of_name is not None and affiliation is None and doc[head + 2].lower_ not in _DEPARTMENTS:
            affiliation = (self.object(head + 2)[0], last)
        if first > head or (first == head and doc[head].lower_ in known.honorifics):
            return None
        if self.is_private(head, first):
            return None
        if doc[head].like_num:
            head = first
        # "Sens." is two tokens to the model; its stop belongs to the role.
        return FoundRole(first, end, head, affiliation)

    def _is_between(self, i: int) -> bool:
        """Whether the token is courtesy or a rank behind a whole office."""
        low, known = self.doc[i].lower_, titles()
        if low in known.honorifics:
            return titles().is_head(self.doc[i - 1].text)
        if low not in known.short:
            return False
        before = self.doc[i - 1].lower_
        is_chief = before == "staff" and self.doc[i - 2].lower_ == "of"
        return is_chief or (self._is_office_at(i - 1) and before not in _RANKS)

    def _office_of_name(self, last: int) -> int | None:
        """The head of an office that ends with a name: "Ambassador to Spain Ana Ruiz"."""
        doc, i = self.doc, last - 1
        while i > 1 and (i in self.named or doc[i].lower_ == "the" or self._is_capital(i)):
            i -= 1
        if i == last - 1 or i < 1 or doc[i].text not in {"of", "to", "for"}:
            return None
        is_person = any(
            self.named[j].kind is Kind.PERSON for j in range(i, last) if j in self.named
        )
        return i - 1 if self._is_office_at(i - 1) and not is_person else None

    def _is_capital(self, i: int) -> bool:
        """Whether the token is a capital of an office: "Police" of "Superintendent of Police"."""
        token = self.doc[i]
        return token.tag_ in {"NNP", "NNPS"} and token.is_title and not token.is_sent_start

    def _is_office_at(self, i: int) -> bool:
        return self.doc[i].text[0].isupper() and titles().is_head(self.doc[i].text)

    def _ends_role(self, token: Token) -> bool:
        low, known = token.lower_, titles()
        if low in known.honorifics and low not in known.heads:
            return False
        if token.text == "PM" or self.is_hyphened_head(token.i):
            return True
        if token.like_num or low in {"one", "two", "three"}:  # "world number one"
            return token.i > 0 and self.doc[token.i - 1].lower_ in {"number", "no", "no."}
        return (
            low in known.short
            or self.is_head(token.i)
            or low in {"staff", "state", "elect", "general", "law"}
        )

    def _fits_in_front(self, i: int) -> bool:
        token, doc = self.doc[i], self.doc
        low = token.lower_
        if low == "of" and doc[i + 1].text != "-":  # "mother-of-three"
            return i > 0 and titles().is_head(doc[i - 1].text) and doc[i + 1].lower_ in _DEPARTMENTS
        if token.text in {"'s", "'"}:
            return token.tag_ == "POS" and i > 0
        if (
            low in DETERMINERS
            or token.is_space
            or low in {"caption", "copyright", "image", "photo"}
        ):
            return False
        if i in self.named and self.named[i].kind is Kind.PERSON:
            return self._owns_next(i)
        if token.text in {"-", "–", "/", "&"}:
            return True
        if low == "and":
            return self._joins_offices(i)
        if low == "under":
            return doc[i + 1].lower_ in {"secretary", "-"}
        if token.text == "." and i > 0:
            return f"{doc[i - 1].lower_}." in titles().short
        if token.is_punct:
            return False
        if doc[i + 1].text == "-" and token.is_alpha and not token.whitespace_:
            return True
        if token.tag_ == "CD" and doc[i + 1].lower_ in {"-", "m", "km", "metres", "meters"}:
            return True
        is_noun = token.is_lower and token.tag_ == "NN" and low not in titles().modifiers
        if is_noun and i + 1 in self.named and not titles().is_head(low):
            return False
        if token.tag_ in {"VBN", "VBG", "CD"}:
            return low in titles().modifiers or low in titles().opinions
        return token.tag_ in WORDS or low in titles().modifiers or token.text in table().people

    def _owns_next(self, i: int) -> bool:
        """Whether a person's name belongs to a role: "Ruiz's aide", "Ruiz campaign manager"."""
        following = self.doc[i + 1]
        if following.tag_ == "POS" or self.named.get(i + 1) is self.named[i]:
            return True
        is_word = following.is_lower and following.tag_ in {"NN", "JJ"}
        return is_word and (
            titles().is_head(following.lower_) or following.lower_ in titles().modifiers
        )

    def _joins_offices(self, i: int) -> bool:
        """Whether "and" stands between two offices of one person: "founder and chairman"."""
        one, other = self.doc[i - 1], self.doc[i + 1]
        is_office = titles().is_head(one.text) and singular(one.text) not in titles().kin
        if not (one.tag_ in {"NN", "NNP"} and is_office):
            return False
        is_alike = other.is_lower or one.text[0].isupper() == other.text[0].isupper()
        return is_alike or (i > 1 and self.doc[i - 2].text[0].isupper())  # "SNP leader and First …"
