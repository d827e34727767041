"""Role behind the name: "Ana Ruiz (52), the company's chief executive,"."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.known import honours
from briefing.extract.role.found import FoundRole
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.objects import object_of
from briefing.extract.role.statements import ADVERBS, past_being, past_second_being
from briefing.extract.role.words import RoleText, offices
from briefing.model import Kind

_AFTER = frozenset(
    ["who", "and", "for", "in", "since", "whose", "on", "from", "with", "until", "worth"]
)
_GOES_ON = frozenset({"IN", "TO", "CC", "WP", "WDT", "WRB", "VBG", "VBN"})


def behind(text: RoleText, last: int) -> FoundRole | None:
    """An apposition: "Ana Ruiz (52), the company's chief executive,"."""
    doc = text.doc
    i = past_letters(text, last)
    if i < len(doc) and doc[i].text == "(":
        role = noun_phrase(text, i + 1)
        if role is not None and role.last < len(doc) and doc[role.last].text == ")":
            return role
    i = text.past_label(i)
    is_opened = i < len(doc) and (doc[i].text in {",", "–", "—"} or text.is_dash(i))
    if not is_opened and (i >= len(doc) or doc[i].lower_ != "who"):
        return None
    i = _past_age(text, i + is_opened)
    if i < len(doc) and doc[i].lower_ == "who":
        being = past_being(text, i + 1) or past_second_being(text, i + 1)
        if being is None:
            return _leads(text, i + 1)
        i = being
    elif i < len(doc) and doc[i].lower_ in ADVERBS:
        i += 1
    role = noun_phrase(text, i)
    if role is None:
        return None
    role = _with_list(text, role)
    after = doc[role.last] if role.last < len(doc) else None
    if after is None or after.is_punct or after.is_sent_start or after.is_space:
        return role
    return role if after.lower_ in _AFTER or after.tag_ in _GOES_ON else None


def _past_age(text: RoleText, i: int) -> int:
    """The token behind an age and its comma: "43,", "aged 43,"; else `i`."""
    doc = text.doc
    start = i + (i < len(doc) and doc[i].lower_ == "aged")
    is_age = start + 1 < len(doc) and doc[start].like_num and doc[start + 1].text == ","
    return start + 2 if is_age else i


def _leads(text: RoleText, i: int) -> FoundRole | None:
    """An office told by its verb: "who heads the Elma Institute", "who leads the opposition"."""
    doc = text.doc
    i += i < len(doc) and doc[i].lower_ in ADVERBS
    if i >= len(doc) or doc[i].lower_ not in role_lists().leading:
        return None
    first, last = object_of(text, i + 1)
    if last == first or (last < len(doc) and not doc[last].is_punct):
        return None  # "who leads the league in goals" has no office
    named = (text.named[j].kind for j in range(first, last) if j in text.named)
    is_body = Kind.ORGANISATION in named or doc[last - 1].text in offices()
    is_body |= doc[last - 1].lower_ == "opposition"
    return FoundRole(i, last, i, (first, last)) if is_body else None


def _with_list(text: RoleText, role: FoundRole) -> FoundRole:
    """The role with the offices in the list that it opens: "chairman, president and chief"."""
    is_of = role.last > role.head + 1
    if is_of or role.last >= len(text.doc) or text.doc[role.last].text != ",":
        return role
    rest = noun_phrase(text, role.last + 1)
    if rest is None or rest.first != role.last + 1:
        return role
    is_closed = any(t.lower_ == "and" for t in text.doc[rest.first : rest.head])
    owner = rest.affiliation or role.affiliation
    return replace(rest, first=role.first, affiliation=owner) if is_closed else role


def past_letters(text: RoleText, i: int) -> int:
    """The token behind the letters after a name: "Ana Ruiz KC", "Tom Berg, OBE"."""
    doc = text.doc
    while i + 1 < len(doc) and doc[i + (doc[i].text == ",")].text in honours():
        i += 1 + (doc[i].text == ",")
    return i
