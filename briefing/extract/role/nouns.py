"""Role nouns: a phrase that tells an office, where no name stands beside it.

"A former head of Acme", "the editor in chief of the paper", "professor of law at Yale": a run of
nouns and adjectives that ends with the head noun of an office, and what the office is of.
"""

from __future__ import annotations

from briefing.extract.actor.mention import CLOSING
from briefing.extract.known import table, titles
from briefing.extract.parse import NAMING, PLURALS
from briefing.extract.role.fields import (
    end_of_fields,
    end_of_portfolio,
    is_field,
    is_portfolio,
    land_of_portfolio,
)
from briefing.extract.role.found import FoundRole, Owner
from briefing.extract.role.lists import role_lists
from briefing.extract.role.objects import is_spell, name_in, object_of, owner_of_sought, work_behind
from briefing.extract.role.owners import affiliation, joins_bodies
from briefing.extract.role.words import DETERMINERS, WORDS, RoleText, offices
from briefing.model import Kind

_LONGEST = 16  # tokens of a phrase
_HEADS = NAMING | {"JJ"}
_JOINS = frozenset({"of", "for", "at", "to"})


def noun_phrase(text: RoleText, i: int) -> FoundRole | None:
    """The role that begins at token `i`, with what it is a role of."""
    doc = text.doc
    start = i
    if i < len(doc) and doc[i].lower_ in DETERMINERS:
        i += 1
    if i == start and _is_doing(text, i):
        return None
    head, last = None, i
    while last < len(doc) and last - start < _LONGEST and _fits(text, last, start):
        if _is_role_head(text, last):
            head = last
        last += 1
    if head is None or (last > head + 1 and not _closes_phrase(text, head + 1, last)):
        return None
    if doc[head].tag_ in PLURALS:
        return None
    first = text.without_opinions(i, head)
    first, owner = affiliation(text, first, head)
    end = _past_charge(text, head + 1)
    is_kin = text.is_kinship(head, start + 1 if doc[start].lower_ in DETERMINERS else start)
    if is_kin:
        end = _past_count(text, end)
    if _joins(text, end, doc[head].lower_):
        object_first, object_last = object_of(text, end + 1)
        is_second = any(t.lower_ == "and" for t in doc[first:head])
        if _runs_into_name(text, object_first, object_last, is_second=is_second):
            return None
        if object_last > object_first and not is_spell(text, object_first, object_last):
            return _role_of(text, first, head, owner, (object_first, object_last))
        if object_last > object_first and _is_role_head(text, object_last - 1):
            # "The player of the year candidate".
            return FoundRole(first, object_last, object_last - 1, owner)
    if is_kin and owner is None and end == head + 1:
        return None
    return FoundRole(first, end, head, owner)


def _past_charge(text: RoleText, i: int) -> int:
    """The token behind what follows an office: "in chief", "emeritus"; else `i`."""
    words = [t.lower_ for t in text.doc[i : i + 2]]
    if words in (["in", "chief"], ["in", "residence"]):
        return i + 2
    while i < len(text.doc) and text.doc[i].lower_ in role_lists().postposed:
        i += 1
    return i


def _past_count(text: RoleText, i: int) -> int:
    """The token behind "of two" in "a mother of two", else `i`."""
    words = text.doc[i : i + 2]
    return i + 2 if len(words) == 2 and words[0].text == "of" and words[1].like_num else i


def _role_of(
    text: RoleText, first: int, head: int, owner: Owner, what: tuple[int, int]
) -> FoundRole:
    """The role with what it is of, which owns it unless a name in front does."""
    start, last = _with_house(text, *what)
    work = work_behind(text, last)
    if work is not None:
        return _role_of_work(text, first, head, owner, (start, last), work)
    if text.doc[head].lower_ in role_lists().seeking:
        return FoundRole(first, last, head, owner or owner_of_sought(text, start, last))
    if is_portfolio(text, head, start):
        last = end_of_portfolio(text, start, last)
        return FoundRole(first, last, head, owner or land_of_portfolio(text, start, last))
    if text.doc[what[0] - 1].lower_ == "on":
        return FoundRole(first, last, head, owner)
    if is_field(text, start, last):
        if text.doc[head].lower_ in role_lists().in_charge:
            last = end_of_fields(text, start, last)
        return FoundRole(first, last, head, owner)
    is_name = text.doc[name_in(text, start, last)].text[0].isupper()
    if owner is None or (is_name and text.doc[owner[0]].is_lower):
        owner = (name_in(text, start, last), last)
    return FoundRole(first, last, head, owner)


def _role_of_work(
    text: RoleText,
    first: int,
    head: int,
    owner: Owner,
    what: tuple[int, int],
    work: tuple[int, int],
) -> FoundRole:
    """The role with the work it is of, in its marks: "author of the novel “Ash”"."""
    doc = text.doc
    if doc[work[1]].is_punct and doc[work[1]].text not in CLOSING:  # "the show “Ash,” which"
        return FoundRole(first, what[1], head, work)
    if work[1] + 1 < len(doc) and doc[work[1] + 1].tag_.startswith("NN"):
        return FoundRole(first, _past_charge(text, head + 1), head, owner)
    return FoundRole(first, work[1] + 1, head, work)


def _runs_into_name(text: RoleText, first: int, last: int, *, is_second: bool) -> bool:
    """Whether the office is of the one named behind it: "Leader of the Commons Ana Ruiz".

    So is a second office: "the new minister and chief of staff Ana Ruiz was sacked".
    """
    person = text.named.get(last - 1)
    if last <= first or person is None or person.kind is not Kind.PERSON:
        return False
    start = last - 1
    while start > first and text.named.get(start - 1) is person:
        start -= 1
    before = text.named.get(start - 1)
    is_body = before is not None and before.kind is not Kind.PERSON
    return start > first and (is_body or is_second) and text.doc[start - 1].tag_ != "POS"


def _joins(text: RoleText, i: int, office: str) -> bool:
    """Whether the token leads to what a role is of; "with" only to a name."""
    if i + 1 >= len(text.doc):
        return False
    low = text.doc[i].lower_
    if low in {"with", "from", "in"}:
        return _joins_body(text, i, office)
    return low in _JOINS or (low == "on" and office in role_lists().on_tasks)


def _joins_body(text: RoleText, i: int, office: str) -> bool:
    """Whether a name is whose the role is: "with Acme", "from Yale", "investor in Acme"."""
    start = i + 2 if text.doc[i + 1].lower_ == "the" else i + 1
    if start >= len(text.doc) or not text.doc[start].text[0].isupper():
        return False
    low = text.doc[i].lower_
    if low == "with":
        first, last = object_of(text, i + 1)
        named = (text.named[j].kind for j in range(first, last) if j in text.named)
        return first in text.named or Kind.PERSON not in named
    if low == "from" and office in role_lists().partisans:
        return True
    return start in text.named and text.named[start].kind is Kind.ORGANISATION


def _with_house(text: RoleText, first: int, last: int) -> tuple[int, int]:
    """A field with the house behind it: "law at Yale" of "professor of law at Yale"."""
    doc = text.doc
    if doc[last - 1].is_lower and last < len(doc) and doc[last].lower_ in {"at", "for", "of"}:
        house = object_of(text, last + 1)
        if house[1] > house[0] and doc[house[0]].text[0].isupper():
            return house
    return first, last


def _is_role_head(text: RoleText, i: int) -> bool:
    doc = text.doc
    is_noun = doc[i].tag_ in _HEADS or text.is_hyphened_head(i) or _is_forward(text, i)
    if not (is_noun and text.is_head(i)):
        return False
    following = doc[i + 1] if i + 1 < len(doc) else None
    return following is None or following.tag_ != "POS"


def _fits(text: RoleText, i: int, start: int) -> bool:
    token = text.doc[i]
    if token.is_sent_start and i > start:
        return False
    if token.is_alpha and not token.whitespace_ and _has_hyphen(text, i + 1):
        return True
    if token.lower_ == "of":
        return i > start and _is_in_body(text, i)
    if token.lower_ in {"and", "&"}:
        if i > start and text.same_name(i - 1, i + 1, is_known=True):
            return True  # "the Fire and Rescue Service's chief"
        is_joint = i > start and (_is_role_head(text, i - 1) or joins_bodies(text, i))
        # "A vascular and interventional radiologist".
        is_joint |= i > start and text.doc[i - 1].tag_ == "JJ" == text.doc[i + 1].tag_
        return is_joint and _leads_to_head(text, i + 1)
    if token.text in {"'s", "'"}:
        return token.tag_ == "POS"
    if i in text.named and text.named[i].kind is Kind.PERSON:
        following = text.doc[min(i + 1, len(text.doc) - 1)]
        return following.tag_ == "POS" or following.i in text.named
    is_word = token.tag_ in WORDS or token.text in {"-", "/"} or _is_forward(text, i)
    is_word |= token.lower_ == "most" and i > start
    return is_word or token.text in table().people


def _is_doing(text: RoleText, i: int) -> bool:
    """Whether a verb begins the phrase: "paraphrasing the philosopher"; no "acting head"."""
    if i >= len(text.doc) or text.doc[i].tag_ != "VBG":
        return False
    low = text.doc[i].lower_
    return low not in titles().modifiers and low not in titles().opinions


def _is_in_body(text: RoleText, i: int) -> bool:
    """Whether "of" is inside a body that leads to an office: "a Bank of Elma governor"."""
    doc = text.doc
    is_named = text.same_name(i - 1, i, is_known=True) or doc[i - 1].text in offices()
    return is_named and doc[i + 1].text[0].isupper() and _leads_to_head(text, i + 1)


def _is_forward(text: RoleText, i: int) -> bool:
    """Whether it is the player and no direction: "a starting forward for Elma"."""
    before = text.doc[i - 1]
    is_player = text.doc[i].lower_ == "forward" and before.tag_ in WORDS
    is_player &= not before.is_sent_start  # "Step forward, Ana Ruiz"
    return is_player and i + 1 < len(text.doc) and text.doc[i + 1].lower_ in {"for", ",", "of"}


def _has_hyphen(text: RoleText, i: int) -> bool:
    return i < len(text.doc) and text.doc[i].text == "-"


def _leads_to_head(text: RoleText, i: int) -> bool:
    for j in range(i, min(i + 4, len(text.doc))):
        if _is_role_head(text, j):
            return True
        if text.doc[j].tag_ not in WORDS:
            return False
    return False


def _closes_phrase(text: RoleText, first: int, last: int) -> bool:
    """Whether what follows the head inside the chunk does not make it another noun."""
    return all(
        text.doc[i].tag_ in {"CD", "VBN", "VBG", "JJ"}
        or text.doc[i].lower_ in role_lists().postposed
        for i in range(first, last)
    )
