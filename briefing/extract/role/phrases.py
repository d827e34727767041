"""Role phrases: the words beside a name that say what its bearer is.

In front of it (`role.front`), behind it (`role.behind`), before a comma (`role.before_comma`), in a
statement (`role.statements`); what such a phrase holds is told in `role.nouns`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention
from briefing.extract.known import singular, titles
from briefing.extract.role.before_comma import before_comma
from briefing.extract.role.behind import behind
from briefing.extract.role.found import FoundRole, Owner
from briefing.extract.role.front import in_front
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.statements import is_a, is_made
from briefing.extract.role.words import DETERMINERS, RoleText
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside(text: RoleText, mention: Mention) -> Iterator[FoundRole]:
    """The roles in front of, behind and around one mention of a person."""
    leading = in_front(text, mention.first)
    if leading is not None:
        leading = replace(leading, affiliation=_owner_of(text, leading, mention.last))
    for role in (
        # A plural belongs to several names (`listed`), or to none: "agents Ruiz and Sons".
        leading if leading and not _is_plural(text.doc[leading.head]) else None,
        behind(text, mention.last),
        before_comma(text, mention),
        is_a(text, mention),
        is_made(text, mention),
    ):
        if role is not None:
            yield role
            yield from _and_more(text, role)


def _and_more(text: RoleText, role: FoundRole) -> Iterator[FoundRole]:
    """A second office behind the first: "head of Acme and a professor at Yale"."""
    doc, i = text.doc, role.last
    i += i < len(doc) and doc[i].text == ","
    if i + 2 < len(doc) and doc[i].lower_ == "and" and doc[i + 1].lower_ in DETERMINERS:
        more = noun_phrase(text, i + 1)
        if more is not None:
            yield more


def listed(
    text: RoleText, mention: Mention, by_first: dict[int, int]
) -> Iterator[tuple[FoundRole, int]]:
    """A plural title in front of the first of several names holds for all of them."""
    role = in_front(text, mention.first)
    if role is None or not _is_plural(text.doc[role.head]):
        return
    i = mention.last
    while i < len(text.doc) and i < mention.last + 40:
        i = text.past_label(i)
        step = 0
        while i + step < len(text.doc) and text.doc[i + step].text in {",", "and", "&"}:
            step += 1
        if not step or i + step not in by_first:
            return
        i += step
        first, second = _of_two_lands(text, role)
        yield first, by_first[mention.first]
        yield second, by_first[i]
        while i in text.named:
            i += 1


def _of_two_lands(text: RoleText, role: FoundRole) -> tuple[FoundRole, FoundRole]:
    """The office for the first and for the next: "Spanish and French ministers Ruiz and Berg"."""
    one = role.first - 2
    if one < 0 or text.doc[one + 1].lower_ != "and" or not text.people_at(one, one + 1):
        return role, role
    whole = replace(role, first=one)
    return replace(whole, affiliation=(one, one + 1)), whole


def _is_plural(token: Token) -> bool:
    low = token.lower_
    return low in {"sens.", "reps.", "govs.", "sens", "reps", "govs", "messrs."} or (
        singular(low) != low and low not in titles().heads and titles().is_head(low)
    )


def _owner_of(text: RoleText, role: FoundRole, last: int) -> Owner:
    """Whose the role in front is; a member of parliament is rather of the party behind."""
    is_member = text.doc[role.head].lower_ in role_lists().members
    if role.affiliation is not None and not is_member:
        return role.affiliation
    return _body_behind(text, role, last) or role.affiliation


def _body_behind(text: RoleText, role: FoundRole, last: int) -> Owner:
    """The body behind the name: "Professor Ana Ruiz of Elma University"."""
    doc = text.doc
    i = last + 1 if last < len(doc) and doc[last].text == "," else last
    if i + 2 >= len(doc) or doc[i].lower_ not in {"of", "from", "at"}:
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    # "Of the right-wing religious party Elma Now".
    i = next((j for j in range(i, min(i + 7, len(doc))) if not _describes(text, j)), i)
    cast = text.named.get(i)
    if cast is None or _is_plural(doc[role.head]):
        return None
    is_land = cast.kind is Kind.PLACE and doc[role.head].lower_ in role_lists().of_lands
    if cast.kind is Kind.ORGANISATION or (is_land and doc[last].text == "of"):
        is_numbered = doc[i - 1].text[0].isdigit()  # "the 12th Rifle Regiment"
        return i - is_numbered, text.end_of_name(i, len(doc))
    return None


def _describes(text: RoleText, i: int) -> bool:
    """Whether the common word tells what kind of body is named behind it."""
    token = text.doc[i]
    is_word = token.is_lower and token.tag_ in {"JJ", "NN", "VBG", "VBN"}
    return i not in text.named and (is_word or token.text == "-")
