"""Role owners: whose a role is.

Its owner is a possessor, a people, a body or a place in front of the head; what stands behind "of"
is found in `role.objects`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.actor.mention import is_half_title, occurrences
from briefing.extract.known import table, titles
from briefing.extract.parse import PROPER
from briefing.extract.role.fields import is_deed, is_task
from briefing.extract.role.found import Owner
from briefing.extract.role.lists import role_lists
from briefing.extract.role.words import DETERMINERS, RoleText, offices
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def affiliation(text: RoleText, first: int, head: int) -> tuple[int, Owner]:
    """The role's first token and whose it is: a possessor, a body, a place, a people."""
    for i in range(head, first, -1):
        if text.doc[i].text in {"'s", "'"} and text.doc[i].tag_ == "POS":
            return _possessor(text, first, i, head)
    is_free = is_task(text, head)
    body = None if is_free else _body_in_front(text, first, head)
    if body:
        return first, body
    for i in range(first, head):
        people = text.people_at(i, head)
        low = text.doc[i].lower_
        if people and not _is_descent(text, i, people) and low not in role_lists().unowned:
            return first, (i, people)
        is_rank = low in {*titles().short, *role_lists().unowned} or titles().is_head(low)
        if i in text.named and not is_rank and len(low) > 1 and _is_owner(text, i):
            last = text.end_of_name(i, head)
            is_won = is_free and text.doc[i:last].text not in table().same
            if not is_won and not _makes_adjective(text, last):
                return first, (i, last)
    return first, None if is_free else _common_body(text, first, head)


def _possessor(text: RoleText, first: int, mark: int, head: int) -> tuple[int, Owner]:
    """The role behind the sign of a possessor, with the possessor."""
    doc, owner = text.doc, mark - 1
    is_known = owner in text.named
    while owner > first and text.same_name(owner - 1, owner, is_known=is_known):
        owner -= 1
    if doc[owner].text[0].isupper():
        # "Elma Attorney's Office spokesman" is a body's, not an attorney's.
        following = doc[mark + 1]
        if mark + 1 < head and following.is_title and following.text in offices():
            return owner, (owner, mark + 2)
        return text.without_opinions(mark + 1, head), (owner, mark)
    # "The union's leader" is the leader of a union, a "children's minister" of nobody.
    before = first - 1
    while before > 0 and doc[before].lower_ in titles().opinions | {"current"}:
        before -= 1
    if first and doc[before].lower_ in DETERMINERS:
        return text.without_opinions(mark + 1, head), (first, mark)
    return first, None


def _is_descent(text: RoleText, first: int, last: int) -> bool:
    """Whether a people's name tells only descent: "African-American", "Asian American"."""
    doc = text.doc
    if doc[last].text == "-" and not text.is_dash(last):
        return True
    is_second = first > 1 and doc[first - 1].text == "-" and not text.is_dash(first - 1)
    if is_second:
        return doc[first - 2].lower_ != "ex"
    homes = {"American", "Canadian"}
    is_home = doc[first].text in homes and first > 0 and text.people_at(first - 1, first)
    return bool(is_home or doc[last].text in homes)


def _is_owner(text: RoleText, i: int) -> bool:
    """Whether the name is a body's or place's, or a person's with a plain office behind it."""
    after = text.end_of_name(i, len(text.doc))
    return text.named[i].kind is not Kind.PERSON or text.doc[after].is_lower


def _common_body(text: RoleText, first: int, head: int) -> Owner:
    """A body told by a common noun: "foreign ministry spokesman"; no "office worker"."""
    doc = text.doc
    if doc[head].lower_ in role_lists().trades | {"minister"}:
        return None
    for i in range(head - 1, first - 1, -1):
        is_body = doc[i].text.capitalize() in table().body_heads and doc[i + 1].text != "-"
        if is_body and doc[i].lower_ not in {"press", "team"}:
            start = first
            while start < i and doc[start].lower_ in role_lists().qualifiers:
                start += 1
            # A bare "union" in lower case is nobody's name.
            return (start, i + 1) if start < i or doc[i].text[0].isupper() else None
    return None


def _body_in_front(text: RoleText, first: int, head: int) -> Owner:
    """The capitals before the words of the office: "Real Madrid" before "midfielder".

    None where they are a people's name alone, or a capital that only begins the sentence.
    """
    doc = text.doc
    start, last = first, text.start_of_compound(head)
    while start < last and _comes_before_body(text, start):
        start += 1
    heads = (i for i in range(start, last) if i not in text.named and _is_office_word(text, i))
    last = next(heads, last)
    while last > start and _is_of_office(text, last - 1):
        low = doc[last - 1].lower_
        if last - 1 in text.named and low not in role_lists().ranks and low not in titles().short:
            break
        last -= 1
    if _makes_adjective(text, last):
        return None
    run = range(start, last)
    is_body = any(doc[i].text[0].isupper() for i in run)
    if not is_body or not all(_fits_in_body(text, i, last) for i in run):
        return None
    if any(i in text.named and text.named[i].kind is Kind.PERSON for i in range(start, last)):
        return None
    if is_deed(text, start, last):
        return None
    people = text.people_at(start, last)
    if people == last and start not in text.named:
        return None
    if people and not _is_body(text, people, last):
        return None
    is_none = last - start == 1 and _is_no_body(text, start, head)
    return None if is_none else (start, last)


def _makes_adjective(text: RoleText, i: int) -> bool:
    """Whether a hyphen makes the name before it an adjective: "Nobel Prize-winning"."""
    words = [t.lower_ for t in text.doc[i : i + 2]]
    return words[:1] == ["-"] and not text.is_dash(i) and words[1:] != ["based"]


def _is_office_word(text: RoleText, i: int) -> bool:
    """Whether one office ends and another follows: "Acme CEO and Apex founder"."""
    return text.doc[i + 1].lower_ == "and" and titles().is_head(text.doc[i].text)


def _comes_before_body(text: RoleText, i: int) -> bool:
    """Whether a time, a common word or another office stands before the body's name."""
    if text.doc[i].lower_ in {*role_lists().qualifiers, "and"} or _is_common(text, i):
        return True
    if text.doc[i].like_num or text.doc[i].lower_ in {"no", "no."}:  # "Four-time", "No. 2"
        return True
    return _is_office_word(text, i)


def _is_common(text: RoleText, i: int) -> bool:
    """Whether the token is a common word; "49ers" is none."""
    return text.doc[i].is_lower and not text.doc[i].text[0].isdigit()


def _fits_in_body(text: RoleText, i: int, last: int) -> bool:
    token = text.doc[i]
    if token.lower_ in {"and", "of", "for"}:
        return i + 1 < last and text.doc[i - 1].text[0].isupper()
    return token.text[0].isupper() or token.text[0].isdigit() or token.text in {"-", "&", "."}


def _is_no_body(text: RoleText, i: int, head: int) -> bool:
    """Whether a single capital that is no name of the page names nobody's employer."""
    token = text.doc[i]
    is_task = bool(i) and text.doc[i - 1].lower_ == "chief" and text.doc[head].lower_ == "officer"
    is_trade = token.is_sent_start and text.doc[head].lower_ in role_lists().trades
    if is_task or is_trade or token.lower_ in role_lists().unowned:
        return True
    return i not in text.named and _only_begins(text, token)


def _is_body(text: RoleText, first: int, last: int) -> bool:
    """Whether a people's name with these words behind it names a body: "British Airways"."""
    is_named = all(i in text.named for i in range(first - 1, last))
    return is_named or text.doc[last - 1].text in table().body_heads


def _only_begins(text: RoleText, token: Token) -> bool:
    """Whether the word has its capital only from the start of the sentence."""
    if not token.is_sent_start or token.text in table().body_heads:
        return False
    seen = occurrences(text.doc)
    if any(not text.doc[i].is_sent_start for i in seen.get(token.text, ())):
        return False
    return token.tag_ not in PROPER or token.lower_ in seen


def _is_of_office(text: RoleText, i: int) -> bool:
    token, known = text.doc[i], titles()
    low = token.lower_
    is_rank = low in known.short or f"{low}." in known.short or is_half_title(token)
    is_word = _is_common(text, i) or low in known.modifiers or low in {"-", ".", "and"}
    return is_word or is_rank or text.is_singular_head(token)


def joins_bodies(text: RoleText, i: int) -> bool:
    """Whether "and" stands between two bodies: "a former Acme and Apex executive"."""
    both = [text.named.get(j) for j in (i - 1, i + 1)]
    return all(cast is not None and cast.kind is not Kind.PERSON for cast in both)
