"""Long titles: an office in front of a name that ends with what it is of.

"Ambassador to Spain", "chief of police", "Minister of Labour, Family and Health".
"""

from __future__ import annotations

from briefing.extract.known import singular, titles
from briefing.extract.parse import PROPER
from briefing.extract.role.fields import JOINTS, end_of_fields, is_portfolio, land_of_portfolio
from briefing.extract.role.found import Owner
from briefing.extract.role.lists import role_lists
from briefing.extract.role.objects import object_of
from briefing.extract.role.words import RoleText
from briefing.model import Kind

_LONGEST = 10  # tokens from a name back to the head of an office with a list
DEPARTMENTS = frozenset({"staff", "state", "defense", "defence"})


def head_in_front(text: RoleText, last: int) -> tuple[int, bool]:
    """The head of the words that end before the token, and whether "of" stands behind it."""
    for office_of in (_office_of_name, _office_of_field, _office_of_fields):
        head = office_of(text, last)
        if head is not None:
            return head, True
    return last - 1, False


def _office_of_name(text: RoleText, last: int) -> int | None:
    """The head of an office that ends with a name: "Ambassador to Spain Ana Ruiz"."""
    doc, i = text.doc, _before_names(text, last)
    if i > 1 and doc[i].lower_ == "of" and not text.is_head(i - 1):
        i = _before_names(text, i)  # "Minister of Foreign Affairs of Spain Ana Ruiz"
    if i < 1 or doc[i].text not in {"of", "to", "for"}:
        return None
    is_person = any(text.named[j].kind is Kind.PERSON for j in range(i, last) if j in text.named)
    is_office = titles().is_head(doc[i - 1].text)
    is_told = is_office_at(text, i - 1) or (is_office and last - 1 in text.named)
    return i - 1 if is_told and not is_person else None


def _before_names(text: RoleText, last: int) -> int:
    """The token before the capitals that end at `last`; 0 where none stand there."""
    i = last - 1
    while i > 1 and _may_be_of_name(text, i):
        i -= 1
    return i if i < last - 1 else 0


def _may_be_of_name(text: RoleText, i: int) -> bool:
    """Whether the token fits in what an office is of: "the Elma Ministry's Press Service"."""
    token = text.doc[i]
    is_joint = token.lower_ == "the" or token.tag_ == "POS"
    return i in text.named or is_joint or _is_capital(text, i)


def _is_capital(text: RoleText, i: int) -> bool:
    """Whether the token is a capital of an office: "Police" of "Superintendent of Police"."""
    token = text.doc[i]
    return token.tag_ in PROPER and token.is_title and not token.is_sent_start


def _office_of_field(text: RoleText, last: int) -> int | None:
    """The head of an office that ends with a field of work: "chief of police Ana Ruiz"."""
    doc, i = text.doc, last - 1
    while i > last - 4 and i > 1 and doc[i].is_lower and doc[i].tag_ in {"NN", "NNS", "JJ"}:
        i -= 1
    if i == last - 1 or doc[i].lower_ not in {"of", "for"} or text.is_head(last - 1):
        return None
    return i - 1 if singular(doc[i - 1].text) in role_lists().of_fields else None


def _office_of_fields(text: RoleText, last: int) -> int | None:
    """The head of an office that ends with a list: "Minister of Labour, Family and Health"."""
    doc = text.doc
    for head in range(last - 4, max(last - _LONGEST, -1), -1):
        if doc[head].lower_ in role_lists().in_charge and doc[head + 1].lower_ in {"of", "for"}:
            joints = (i for i in range(head + 3, last) if doc[i].text in JOINTS)
            end = next(joints, last)
            return head if end < last == end_of_fields(text, head + 2, end) else None
    return None


def owner_behind_of(text: RoleText, head: int, last: int) -> Owner:
    """What the office is of: "Spain" of "Ambassador to Spain"; a field of work is nobody."""
    is_name = text.doc[last - 1].text[0].isupper()
    if is_portfolio(text, head, head + 2):
        return land_of_portfolio(text, head + 2, last)
    if not is_name or text.doc[head + 2].lower_ in DEPARTMENTS:
        return None
    return object_of(text, head + 2)[0], last


def is_office_at(text: RoleText, i: int) -> bool:
    """Whether the token is an office written large."""
    return text.doc[i].text[0].isupper() and titles().is_head(text.doc[i].text)
