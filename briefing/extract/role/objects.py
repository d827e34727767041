"""Role objects: what a role is of.

"The United States" of "president of the United States", the work in marks of "author of “Ash”".
What is nobody's name, but a field of work, is told in `role.fields`.
"""

from __future__ import annotations

from briefing.extract.actor.mention import CLOSING, OPENING
from briefing.extract.known import table, titles
from briefing.extract.parse import COMMON
from briefing.extract.role.found import Owner
from briefing.extract.role.lists import role_lists
from briefing.extract.role.words import WORDS, RoleText, offices
from briefing.model import Kind

_NAMES = frozenset({"ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW"})
_DESCRIBING = frozenset({"NN", "NNS", "JJ", "VBG", "CC", "HYPH", "AFX"})
_SMALL = frozenset({"of", "the", "and", "&", "for", "in"})


def is_spell(text: RoleText, first: int, last: int) -> bool:
    """Whether it is a length of time: "for nineteen years"."""
    return (
        any(t.lower_ in role_lists().spells for t in text.doc[first:last])
        and text.doc[first].is_lower
    )


def owner_of_sought(text: RoleText, first: int, last: int) -> Owner:
    """Whose a sought office is: "Texas" of "governor of Texas", nobody's for "prime minister"."""
    doc = text.doc
    is_office = any(text.is_head(i) for i in range(first, last))
    if doc[first].text[0].isupper() and not is_office:
        return first, last
    start = behind_of(text, first, last)
    is_land = start < last and doc[start].text[0].isupper() and doc[start].lower_ != "state"
    return (start, last) if is_land else None


def behind_of(text: RoleText, first: int, last: int) -> int:
    """The token behind the first "of" or "of the" between the tokens; `last` without one."""
    joints = (i for i in range(first, last - 1) if text.doc[i].lower_ == "of")
    return next((i + 1 + (text.doc[i + 1].lower_ == "the") for i in joints), last)


def work_behind(text: RoleText, i: int) -> Owner:
    """The work in marks at the token: "“Ash”" of "author of the novel “Ash”"."""
    doc = text.doc
    if i + 2 >= len(doc) or doc[i].text not in OPENING or not doc[i + 1].text[0].isupper():
        return None
    closing = (j for j in range(i + 2, min(i + 9, len(doc))) if doc[j].text in CLOSING)
    last = next(closing, None)
    return None if last is None else (i + 1, last - doc[last - 1].is_punct)


def work_before(text: RoleText, i: int) -> Owner:
    """The work in marks that ends before the token: "“The Hill” creator Ana Ruiz"."""
    doc = text.doc
    if i < 3 or doc[i - 1].text not in CLOSING or doc[i - 2].is_punct or doc[i].is_sent_start:
        return None
    for j in range(i - 2, max(i - 8, 0), -1):
        if doc[j].text in OPENING:
            return (j + 1, i - 1) if _is_titled(text, j + 1, i - 1) else None
    return None


def _is_titled(text: RoleText, first: int, last: int) -> bool:
    """Whether the words between marks are written as the title of a work."""
    words = text.doc[first:last]
    return words[0].text[0].isupper() and not any(t.is_lower and len(t) > 3 for t in words)


def name_in(text: RoleText, first: int, last: int) -> int:
    """Where the name begins in "the brokerage Acme" or "the island state of Lomea"."""
    doc = text.doc
    i = first
    while i < last and doc[i].is_lower and doc[i].tag_ in _DESCRIBING:
        i += 1
    is_owned = last - first > 2 and doc[first + 1].tag_ == "POS"
    if is_owned and text.same_name(first, first + 2, is_known=True):
        return first
    if is_owned and doc[first + 2].text[0].isupper():
        return first + 2  # "London's Acme Capital"
    if (
        first < i < last
        and doc[i].text == "of"
        and doc[i - 1].lower_ in role_lists().kinds_of_place
    ):
        i += 1
    return i if i < last and doc[i].text[0].isupper() else first


def object_of(text: RoleText, i: int) -> tuple[int, int]:
    """The tokens of "the United States" in "president of the United States"."""
    doc = text.doc
    first = i + 1 if i < len(doc) and text.is_determiner(i) else i
    if first > i and first < len(doc) and doc[first].lower_ == "of":  # "son of one of …"
        return i, i
    last = first
    while last < len(doc) and last - first < 12 and not doc[last].is_sent_start:
        if not _fits_in_object(text, last, first):
            break
        last += 1
    if _is_name_for(text, last):
        return first, object_of(text, last + 1)[1]
    while last > first and _is_loose(text, last - 1, first):
        last -= 1
    return first, last


def _is_loose(text: RoleText, i: int, first: int) -> bool:
    """Whether the last token is no end of an object: "chair of the Board effective today"."""
    token = text.doc[i]
    if first < text.start_of_compound(i) < i:
        return False
    if token.lower_ in _SMALL or token.tag_ in {"POS", "VBG", "VBN", "CD"}:
        return True
    is_behind_name = i > first and text.doc[i - 1].text[0].isupper()
    return is_behind_name and token.tag_ == "JJ" and token.is_lower


def _fits_in_object(text: RoleText, i: int, first: int) -> bool:
    token = text.doc[i]
    if token.text == "(" or token.lower_ == "including" or text.is_dash(i):
        return False
    if first < text.start_of_compound(i) < i:
        return True  # "Kim Sun-in"
    if token.tag_ in WORDS or token.tag_ == "POS" or token.lower_ in {"of", "&", "the"}:
        return True
    if token.lower_ == "and":
        return i > first and _goes_on(text, i + 1)
    is_inside = i > first and token.ent_iob_ == "I" and token.ent_type_ in _NAMES
    return is_inside or text.same_name(i, i + 1, is_known=True)


def _goes_on(text: RoleText, i: int) -> bool:
    """Whether behind "and" comes another part of the object: "trade and industry at Elma"."""
    doc = text.doc
    if i + 1 >= len(doc) or (i in text.named and text.named[i].kind is Kind.PERSON):
        return False
    if doc[i].lower_ == "the":
        return doc[i - 2].text[0].isupper() and _is_second_body(text, i + 1)
    if doc[i].tag_ == "JJ" and doc[i + 1].tag_ in COMMON:
        return not titles().is_head(doc[i + 1].text)
    if doc[i - 2].tag_ == "JJ" and doc[i].tag_ in COMMON and doc[i + 1].tag_ in COMMON:
        return not titles().is_head(doc[i + 1].text)  # "biomedical and chemical engineering"
    is_field = doc[i].tag_ in COMMON and not titles().is_head(doc[i].text)
    return doc[i].text[0].isupper() or (is_field and _leads_to_name(text, i + 1))


def _is_second_body(text: RoleText, i: int) -> bool:
    """Whether a body's name ends the phrase, and no verb follows: "and the Elma Council,"."""
    if i not in text.named or text.named[i].kind is not Kind.ORGANISATION:
        return False
    last = text.end_of_name(i, len(text.doc))
    return last == len(text.doc) or text.doc[last].is_punct or text.doc[last].tag_ == "IN"


def _leads_to_name(text: RoleText, i: int) -> bool:
    """Whether a noun is followed by its body: "industry at Elma", "services giant Acme"."""
    doc = text.doc
    for j in range(i, min(i + 4, len(doc))):
        if doc[j].lower_ in {"at", "of", "for"}:
            return True
        if doc[j].tag_ not in COMMON or titles().is_head(doc[j].text):
            return doc[j].tag_ == "NNP" and doc[j - 1].tag_ == "NN" and j > i
        if doc[j].text.capitalize() in table().body_heads or doc[j].lower_ == "giant":
            return True
    return False


def _is_name_for(text: RoleText, i: int) -> bool:
    """Whether a body's name goes on behind "for": "Center for Marine Science"."""
    doc = text.doc
    if i < 1 or i + 1 >= len(doc) or doc[i].lower_ != "for":
        return False
    after = i + 2 if doc[i + 1].lower_ == "the" and i + 2 < len(doc) else i + 1
    return doc[i - 1].text in offices() and doc[after].text[0].isupper()
