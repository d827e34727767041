"""Role owners: whose a role is.

Its owner is a possessor, a people, a body or a place in front of the head, or what stands behind
"of". A field of work is nobody: "director of public prosecutions".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.known import table, titles
from briefing.extract.mention import occurrences
from briefing.extract.role_words import DETERMINERS, WORDS, RoleWords
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMES = frozenset({"former", "ex", "-", "then", "acting", "interim", "late", "retired"}) | {
    "deputy", "assistant", "associate", "vice", "senior", "junior", "chief", "outgoing",
    "incoming", "longtime", "fellow",
}  # fmt: skip
# Capitals in front of an office that name nobody's employer: "Air Marshal", "Grand Prix winner".
_NO_BODIES = frozenset({"world", "olympic", "grand", "then", "air", "wing", "group"}) | {
    "squadron", "staff", "field", "fleet", "flight", "race", "warrant", "petty", "vice",
}  # fmt: skip
# Words of an office even where the model takes them for the end of a name.
_RANKS = frozenset({"executive", "managing", "general", "chief", "deputy", "vice", "assistant"}) | {
    "district", "national", "head",
}  # fmt: skip
# Heads in front of which a common noun tells a trade: "office worker", "high school student".
_TRADES = frozenset({"worker", "student", "pupil", "teacher", "graduate", "nurse", "player"}) | {
    "freshman", "sophomore", "senior", "junior", "principal", "dropout", "professor", "vendor",
}  # fmt: skip
_SPELLS = frozenset({"years", "year", "months", "weeks", "decades", "decade", "days", "time"}) | {
    "seasons", "season", "terms",
}  # fmt: skip
_KINDS_OF_PLACE = frozenset(
    {"state", "city", "town", "village", "island", "province", "country", "nation", "republic"}
)
_NAMES = frozenset({"ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW"})
_SMALL = frozenset({"of", "the", "and", "&", "for", "in"})

OPENING = frozenset({'"', "“", "``", "'", "‘"})
CLOSING = frozenset({'"', "”", "''", "'", "’"})

Owner = tuple[int, int] | None


class RoleOwners(RoleWords):
    """Finds the owner of a role."""

    def affiliation(self, first: int, head: int) -> tuple[int, Owner]:
        """The role's first token and whose it is: a possessor, a body, a place, a people."""
        for i in range(head, first, -1):
            if self.doc[i].text in {"'s", "'"} and self.doc[i].tag_ == "POS":
                return self._possessor(first, i, head)
        body = self._body_in_front(first, head)
        if body:
            return first, body
        for i in range(first, head):
            people = self.people_at(i, head)
            if people and not self._is_descent(i, people):
                return first, (i, people)
            low = self.doc[i].lower_
            is_rank = low in {*titles().short, *_NO_BODIES} or titles().is_head(low)
            if i in self.named and not is_rank and len(low) > 1 and self._is_owner(i):
                last = self.end_of_name(i, head)
                if not self._makes_adjective(last):
                    return first, (i, last)
        return first, self._common_body(first, head)

    def _possessor(self, first: int, mark: int, head: int) -> tuple[int, Owner]:
        """The role behind the sign of a possessor, with the possessor."""
        doc, owner = self.doc, mark - 1
        is_known = owner in self.named
        while owner > first and self.same_name(owner - 1, owner, is_known=is_known):
            owner -= 1
        if doc[owner].text[0].isupper():
            # "Elma Attorney's Office spokesman" is a body's, not an attorney's.
            following = doc[mark + 1]
            if mark + 1 < head and following.is_title and following.text in self.offices():
                return owner, (owner, mark + 2)
            return self.without_opinions(mark + 1, head), (owner, mark)
        # "The union's leader" is the leader of a union, a "children's minister" of nobody.
        before = first - 1
        while before > 0 and doc[before].lower_ in titles().opinions | {"current"}:
            before -= 1
        if first and doc[before].lower_ in DETERMINERS:
            return self.without_opinions(mark + 1, head), (first, mark)
        return first, None

    def offices(self) -> frozenset[str]:
        """The words that bodies and sites are called by: "Bank", "Hospital"."""
        return table().body_heads | table().sites

    def _is_descent(self, first: int, last: int) -> bool:
        """Whether a people's name tells only descent: "African-American", "Asian American"."""
        doc = self.doc
        if doc[last].text == "-" and not self.is_dash(last):
            return True
        is_second = first > 1 and doc[first - 1].text == "-" and not self.is_dash(first - 1)
        if is_second:
            return doc[first - 2].lower_ != "ex"
        homes = {"American", "Canadian"}
        is_home = doc[first].text in homes and first > 0 and self.people_at(first - 1, first)
        return bool(is_home or doc[last].text in homes)

    def _is_owner(self, i: int) -> bool:
        """Whether the name is a body's or place's, or a person's with a plain office behind it."""
        after = self.end_of_name(i, len(self.doc))
        return self.named[i].kind is not Kind.PERSON or self.doc[after].is_lower

    def _common_body(self, first: int, head: int) -> Owner:
        """A body told by a common noun: "foreign ministry spokesman"; no "office worker"."""
        doc = self.doc
        if doc[head].lower_ in _TRADES:
            return None
        for i in range(head - 1, first - 1, -1):
            is_body = doc[i].text.capitalize() in table().body_heads and doc[i + 1].text != "-"
            if is_body and doc[i].lower_ != "press":
                start = first
                while start < i and doc[start].lower_ in TIMES:
                    start += 1
                return start, i + 1
        return None

    def _body_in_front(self, first: int, head: int) -> Owner:
        """The capitals before the words of the office: "Real Madrid" before "midfielder".

        None where they are a people's name alone, or a capital that only begins the sentence.
        """
        doc = self.doc
        start, last = first, self.start_of_compound(head)
        while start < last and self._comes_before_body(start):
            start += 1
        heads = (i for i in range(start, last) if i not in self.named and self._is_office_word(i))
        last = next(heads, last)
        while last > start and self._is_of_office(last - 1):
            low = doc[last - 1].lower_
            if last - 1 in self.named and low not in _RANKS and low not in titles().short:
                break
            last -= 1
        if self._makes_adjective(last):
            return None
        run = range(start, last)
        is_body = any(doc[i].text[0].isupper() for i in run)
        if not is_body or not all(self._fits_in_body(i, last) for i in run):
            return None
        if any(i in self.named and self.named[i].kind is Kind.PERSON for i in range(start, last)):
            return None
        people = self.people_at(start, last)
        if people == last and start not in self.named:
            return None
        if people and not self._is_body(people, last):
            return None
        is_none = last - start == 1 and self._is_no_body(start, head)
        return None if is_none else (start, last)

    def _makes_adjective(self, i: int) -> bool:
        """Whether a hyphen makes the name before it an adjective: "Nobel Prize-winning"."""
        words = [t.lower_ for t in self.doc[i : i + 2]]
        return words[:1] == ["-"] and not self.is_dash(i) and words[1:] != ["based"]

    def _is_office_word(self, i: int) -> bool:
        """Whether one office ends and another follows: "Acme CEO and Apex founder"."""
        return self.doc[i + 1].lower_ == "and" and titles().is_head(self.doc[i].text)

    def _comes_before_body(self, i: int) -> bool:
        """Whether a time, a common word or another office stands before the body's name."""
        if self.doc[i].lower_ in {*TIMES, "and"} or self._is_common(i):
            return True
        if self.doc[i].like_num or self.doc[i].lower_ in {"no", "no."}:  # "Four-time", "No. 2"
            return True
        return self._is_office_word(i)

    def _is_common(self, i: int) -> bool:
        """Whether the token is a common word; "49ers" is none."""
        return self.doc[i].is_lower and not self.doc[i].text[0].isdigit()

    def _fits_in_body(self, i: int, last: int) -> bool:
        token = self.doc[i]
        if token.lower_ in {"and", "of", "for"}:
            return i + 1 < last and self.doc[i - 1].text[0].isupper()
        return token.text[0].isupper() or token.text[0].isdigit() or token.text in {"-", "&", "."}

    def _is_no_body(self, i: int, head: int) -> bool:
        """Whether a single capital that is no name of the page names nobody's employer."""
        token = self.doc[i]
        is_task = i and self.doc[i - 1].lower_ == "chief" and self.doc[head].lower_ == "officer"
        is_trade = token.is_sent_start and self.doc[head].lower_ in _TRADES
        if is_task or is_trade or token.lower_ in _NO_BODIES:
            return True
        return i not in self.named and self._only_begins(token)

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a people's name with these words behind it names a body: "British Airways"."""
        is_named = all(i in self.named for i in range(first - 1, last))
        return is_named or self.doc[last - 1].text in table().body_heads

    def _only_begins(self, token: Token) -> bool:
        """Whether the word has its capital only from the start of the sentence."""
        if not token.is_sent_start or token.text in table().body_heads:
            return False
        seen = occurrences(self.doc)
        if any(not self.doc[i].is_sent_start for i in seen.get(token.text, ())):
            return False
        return token.tag_ not in {"NNP", "NNPS"} or token.lower_ in seen

    def _is_of_office(self, i: int) -> bool:
        token, known = self.doc[i], titles()
        low = token.lower_
        is_rank = low in known.short or f"{low}." in known.short
        is_word = self._is_common(i) or low in known.modifiers or low in {"-", ".", "and"}
        return is_word or is_rank or self.is_singular_head(token)

    def joins_bodies(self, i: int) -> bool:
        """Whether "and" stands between two bodies: "a former Acme and Apex executive"."""
        both = [self.named.get(j) for j in (i - 1, i + 1)]
        return all(cast is not None and cast.kind is not Kind.PERSON for cast in both)

    # ---- what a role is of

    def is_spell(self, first: int, last: int) -> bool:
        """Whether it is a length of time: "for nineteen years"."""
        return any(t.lower_ in _SPELLS for t in self.doc[first:last]) and self.doc[first].is_lower

    def is_field(self, first: int, last: int) -> bool:
        """Whether "of" leads to a field of work: "of public prosecutions", "of operations"."""
        before = self.doc[first - 1].lower_
        is_single = before == "for" and last - first == 1
        is_bare = (before == "of" or is_single) and self.doc[first].tag_ not in {"CD", "PRP$"}
        return is_bare and all(t.is_lower for t in self.doc[first:last])

    def work_behind(self, i: int) -> Owner:
        """The work in marks at the token: "“Ash”" of "author of the novel “Ash”"."""
        doc = self.doc
        if i + 2 >= len(doc) or doc[i].text not in OPENING or not doc[i + 1].text[0].isupper():
            return None
        closing = (j for j in range(i + 2, min(i + 9, len(doc))) if doc[j].text in CLOSING)
        last = next(closing, None)
        return None if last is None else (i + 1, last - doc[last - 1].is_punct)

    def work_before(self, i: int) -> Owner:
        """The work in marks that ends before the token: "“The Hill” creator Ana Ruiz"."""
        doc = self.doc
        if i < 3 or doc[i - 1].text not in CLOSING or doc[i - 2].is_punct or doc[i].is_sent_start:
            return None
        for j in range(i - 2, max(i - 8, 0), -1):
            if doc[j].text in OPENING:
                return (j + 1, i - 1) if self._is_titled(j + 1, i - 1) else None
        return None

    def _is_titled(self, first: int, last: int) -> bool:
        """Whether the words between marks are written as the title of a work."""
        words = self.doc[first:last]
        return words[0].text[0].isupper() and not any(t.is_lower and len(t) > 3 for t in words)

    def name_in(self, first: int, last: int) -> int:
        """Where the name begins in "the brokerage Acme" or "the island state of Lomea"."""
        doc = self.doc
        i = first
        while i < last and doc[i].is_lower and doc[i].tag_ in {"NN", "NNS", "JJ", "VBG", "CC"}:
            i += 1
        is_owned = last - first > 2 and doc[first + 1].tag_ == "POS"
        if is_owned and self.same_name(first, first + 2, is_known=True):
            return first
        if is_owned and doc[first + 2].text[0].isupper():
            return first + 2  # "London's Acme Capital"
        if first < i < last and doc[i].text == "of" and doc[i - 1].lower_ in _KINDS_OF_PLACE:
            i += 1
        return i if i < last and doc[i].text[0].isupper() else first

    def object(self, i: int) -> tuple[int, int]:
        """The tokens of "the United States" in "president of the United States"."""
        doc = self.doc
        first = i + 1 if i < len(doc) and self.is_determiner(i) else i
        if first > i and first < len(doc) and doc[first].lower_ == "of":  # "son of one of …"
            return i, i
        last = first
        while last < len(doc) and last - first < 12 and not doc[last].is_sent_start:
            if not self._fits_in_object(last, first):
                break
            last += 1
        if self._is_name_for(last):
            return first, self.object(last + 1)[1]
        while last > first and (
            doc[last - 1].lower_ in _SMALL or doc[last - 1].tag_ in {"POS", "VBG", "VBN", "CD"}
        ):
            last -= 1
        return first, last

    def _fits_in_object(self, i: int, first: int) -> bool:
        token = self.doc[i]
        if token.text == "(" or token.lower_ == "including":
            return False
        if token.tag_ in WORDS or token.tag_ == "POS" or token.lower_ in {"of", "&", "the"}:
            return True
        if token.lower_ == "and":
            return i > first and self._goes_on(i + 1)
        is_inside = i > first and token.ent_iob_ == "I" and token.ent_type_ in _NAMES
        return is_inside or self.same_name(i, i + 1, is_known=True)

    def _goes_on(self, i: int) -> bool:
        """Whether behind "and" comes another part of the object: "trade and industry at Elma"."""
        doc = self.doc
        if i + 1 >= len(doc) or (i in self.named and self.named[i].kind is Kind.PERSON):
            return False
        if doc[i].tag_ == "JJ" and doc[i + 1].tag_ in {"NN", "NNS"}:
            return not titles().is_head(doc[i + 1].text)
        is_field = doc[i].tag_ in {"NN", "NNS"} and not titles().is_head(doc[i].text)
        return doc[i].text[0].isupper() or (is_field and self._leads_to_name(i + 1))

    def _leads_to_name(self, i: int) -> bool:
        """Whether a noun is followed by its body: "industry at Elma", "services giant Acme"."""
        doc = self.doc
        for j in range(i, min(i + 4, len(doc))):
            if doc[j].lower_ in {"at", "of", "for"}:
                return True
            if doc[j].tag_ not in {"NN", "NNS"} or titles().is_head(doc[j].text):
                return doc[j].tag_ == "NNP" and doc[j - 1].tag_ == "NN" and j > i
            if doc[j].text.capitalize() in table().body_heads or doc[j].lower_ == "giant":
                return True
        return False

    def _is_name_for(self, i: int) -> bool:
        """Whether a body's name goes on behind "for": "Center for Marine Science"."""
        doc = self.doc
        if i < 1 or i + 1 >= len(doc) or doc[i].lower_ != "for":
            return False
        after = i + 2 if doc[i + 1].lower_ == "the" and i + 2 < len(doc) else i + 1
        return doc[i - 1].text in self.offices() and doc[after].text[0].isupper()
