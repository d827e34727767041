"""Role fields: what an office is in charge of, which is nobody's name and owns nothing.

"Minister of Health", "director of public prosecutions", "Storm Prevention Officer".
"""

from __future__ import annotations

from briefing.extract.known import given_names, table, titles
from briefing.extract.parse import FINITE, NAMING
from briefing.extract.role.found import Owner
from briefing.extract.role.lists import role_lists
from briefing.extract.role.objects import behind_of, object_of
from briefing.extract.role.words import RoleText
from briefing.model import Kind

JOINTS = frozenset({",", "and", "&"})
# Endings of what is done: "Coordination", "Enforcement", "Training".
_OF_DEEDS = ("tion", "sion", "ment", "ing", "ics", "ology")


def is_task(text: RoleText, head: int) -> bool:
    """Whether the words before the head tell a prize or a task: "Veterans Affairs Secretary"."""
    low = text.doc[head].lower_
    is_charge = low in role_lists().in_charge and text.doc[head - 1].lower_ == "affairs"
    return is_charge or text.doc[head].like_num or low in role_lists().winners


def is_deed(text: RoleText, first: int, last: int) -> bool:
    """Whether capitals that name nobody tell what is done: "Warning Coordination Meteorologist"."""
    word = text.doc[last - 1].text
    is_named = any(i in text.named for i in range(first, last))
    is_body = word in table().body_heads or word == "Nation"
    return word.endswith(_OF_DEEDS) and not (is_named or is_body) and text.doc[last].is_title


def is_field(text: RoleText, first: int, last: int) -> bool:
    """Whether "of" leads to a field of work: "of public prosecutions", "of operations"."""
    before = text.doc[first - 1].lower_
    is_single = before == "for" and last - first == 1
    if before == "of" and all(_is_word_of_field(text, i) for i in range(first, last)):
        return True
    is_bare = (before == "of" or is_single) and text.doc[first].tag_ not in {"CD", "PRP$"}
    return is_bare and all(t.is_lower for t in text.doc[first:last])


def _is_word_of_field(text: RoleText, i: int) -> bool:
    """Whether the word of a field is written large: "vice president of Communications"."""
    return i not in text.named and text.doc[i].lower_ in titles().modifiers


def is_portfolio(text: RoleText, head: int, first: int) -> bool:
    """Whether capitals are what a minister is in charge of: "Minister of Health"."""
    if text.doc[head].lower_ not in role_lists().in_charge:
        return False
    if text.doc[first].lower_ in titles().modifiers - {"united"}:
        return True
    fields = titles().modifiers - role_lists().qualifiers
    if text.doc[head].lower_ != "minister" or text.doc[head - 1].lower_ in fields:
        return False  # "the foreign minister of Spain"
    is_land = first in text.named and text.named[first].kind is Kind.PLACE
    return text.doc[head + 1].lower_ == "for" or not is_land


def end_of_portfolio(text: RoleText, first: int, last: int) -> int:
    """Where it ends: "State for Health"; a given name is a minister's."""
    names = (i for i in range(first + 1, last) if text.doc[i].text in given_names())
    last = next(names, last)
    if text.doc[first].lower_ == "state" and text.doc[last].lower_ == "for":
        first, last = object_of(text, last + 1)
    return end_of_fields(text, first, last)


def end_of_fields(text: RoleText, first: int, last: int) -> int:
    """The end of a list of fields of work: "labour, family and social affairs"."""
    doc, i = text.doc, last
    while i + 1 < len(doc) and doc[i].text in JOINTS:
        i += doc[i].text == "," and doc[i + 1].lower_ == "and"
        end = _end_of_field(text, i + 1, is_capital=doc[first].text[0].isupper())
        if end == i + 1:
            return last
        if doc[i].text != ",":
            # "Minister of health and hospitals say no" goes on with a sentence.
            is_verb = end < len(doc) and doc[end].tag_ in FINITE
            return last if is_verb else end
        i = end
    return last


def _end_of_field(text: RoleText, i: int, *, is_capital: bool) -> int:
    """The end of the nouns of one field, of capitals or without; `i` where none stands."""
    doc = text.doc
    while i < len(doc) and doc[i].tag_ in NAMING | {"JJ"}:
        person = text.named.get(i)
        is_person = person is not None and person.kind is Kind.PERSON
        if is_person or text.is_head(i) or doc[i].text[0].isupper() is not is_capital:
            break
        i += 1
    return i


def land_of_portfolio(text: RoleText, first: int, last: int) -> Owner:
    """Whose a minister is: "Spain" of "Foreign Affairs of Spain"."""
    start = behind_of(text, first, last)
    cast = text.named.get(last - 1) if start < last else None
    return (start, last) if cast is not None and cast.kind is Kind.PLACE else None
