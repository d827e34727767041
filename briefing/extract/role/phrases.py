"""Role phrases: the words beside a name that say what its bearer is.

In front of it (`role.front`), behind it, around a comma, after a plain "is"; what such a phrase
holds is told in `role.nouns`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention, is_title
from briefing.extract.known import honours, singular, titles
from briefing.extract.role.found import FoundRole, Owner
from briefing.extract.role.front import in_front
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.words import DETERMINERS, WORDS, RoleText
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


_CLAUSE = 24  # tokens of a clause about somebody
_BACK = 16  # tokens from a name to the end of an apposition
_AFTER = frozenset(
    ["who", "and", "for", "in", "since", "whose", "on", "from", "with", "until", "worth"]
)
_GOES_ON = frozenset({"IN", "TO", "CC", "WP", "WDT", "WRB", "VBG", "VBN"})
_BEING = frozenset({"is", "was", "became", "becomes", "remains"})
_ADVERBS = frozenset({"also", "now", "currently", "then", "once", "still", "recently", "later"}) | {
    "previously", "formerly", "already",
}  # fmt: skip


def beside(text: RoleText, mention: Mention) -> Iterator[FoundRole]:
    """The roles in front of, behind and around one mention of a person."""
    leading = in_front(text, mention.first)
    if leading is not None:
        leading = replace(leading, affiliation=_owner_of(text, leading, mention.last))
    for role in (
        # A plural belongs to several names (`listed`), or to none: "agents Ruiz and Sons".
        leading if leading and not _is_plural(text.doc[leading.head]) else None,
        _behind(text, mention.last),
        _before_comma(text, mention),
        _is_a(text, mention.last),
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
        yield role, by_first[mention.first]
        yield role, by_first[i]
        while i in text.named:
            i += 1


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


def _behind(text: RoleText, last: int) -> FoundRole | None:
    """An apposition: "Ana Ruiz (52), the company's chief executive,"."""
    doc = text.doc
    i = text.past_label(_past_letters(text, last))
    if i >= len(doc) or doc[i].text not in {",", "–", "—"}:
        return None
    i += 1
    if i + 1 < len(doc) and doc[i].like_num and doc[i + 1].text == ",":
        i += 2
    if i < len(doc) and doc[i].lower_ == "who":
        i = _past_being(text, i + 1) or _past_second_being(text, i + 1) or i
    elif i < len(doc) and doc[i].lower_ in _ADVERBS:
        i += 1
    role = noun_phrase(text, i)
    if role is None:
        return None
    role = _with_list(text, role)
    after = doc[role.last] if role.last < len(doc) else None
    if after is None or after.is_punct or after.is_sent_start or after.is_space:
        return role
    return role if after.lower_ in _AFTER or after.tag_ in _GOES_ON else None


def _with_list(text: RoleText, role: FoundRole) -> FoundRole:
    """The role with the offices in the list that it opens: "chairman, president and chief"."""
    is_bare = role.last - role.first == 1 and role.affiliation is None
    if not is_bare or role.last >= len(text.doc) or text.doc[role.last].text != ",":
        return role
    rest = noun_phrase(text, role.last + 1)
    if rest is None or rest.first != role.last + 1:
        return role
    is_closed = any(t.lower_ == "and" for t in text.doc[rest.first : rest.head])
    return replace(rest, first=role.first) if is_closed else role


def _past_letters(text: RoleText, i: int) -> int:
    """The token behind the letters after a name: "Ana Ruiz KC", "Tom Berg, OBE"."""
    while i < len(text.doc) and text.doc[i].text in honours():
        i += 1
    return i


def _is_a(text: RoleText, last: int) -> FoundRole | None:
    """A plain statement: "Ana Ruiz is the mayor of Elma", "Ruiz was named head of Acme"."""
    i = _past_being(text, _past_aside(text, last))
    if i is None:
        return None
    role = noun_phrase(text, i)
    if role is None or text.doc[i].lower_ in {"the", "a", "an"}:
        return role
    return role if role.first == i and role.affiliation is not None else None


def _past_aside(text: RoleText, i: int) -> int:
    """The token behind an aside: "Ana Ruiz, who grew up in Elma, is …"; `i` without one."""
    doc = text.doc
    if i >= len(doc) or doc[i].text != ",":
        return i
    for j in range(i + 1, min(i + _BACK, len(doc))):
        if doc[j].is_sent_start or doc[j].text in {":", ";", "“", '"'}:
            return i
        if doc[j].text == ",":
            return j + 1
    return i


def _past_being(text: RoleText, i: int) -> int | None:
    """The token behind "is", "has been", "served as", "was named"; None where none stands."""
    words = [t.lower_ for t in text.doc[i : i + 7]]
    step = 0
    if words[:1] and words[0] in {"has", "had"} and "been" in words[1:3]:
        step = words.index("been") + 1
    elif words[:1] and words[0] in _BEING:
        step = 1
    elif words[1:2] == ["as"] and words[0] in role_lists().serving:
        step = 2
    if not step:
        return None
    step += words[step : step + 1] != [] and words[step] in _ADVERBS
    if words[step : step + 1] and words[step] in role_lists().chosen:
        step += 1
        step += words[step : step + 1] == ["as"]
    return i + step if i + step < len(text.doc) else None


def _past_second_being(text: RoleText, i: int) -> int | None:
    """The token behind "is" in "who made the film and is a teacher"; None without one."""
    doc = text.doc
    for j in range(i, min(i + _CLAUSE, len(doc) - 2)):
        if doc[j].is_sent_start or doc[j].text in {":", ";", "“", '"', ",", "who"}:
            return None
        if doc[j].lower_ == "and" and doc[j + 2].lower_ in DETERMINERS:
            return _past_being(text, j + 1)
    return None


def _before_comma(text: RoleText, mention: Mention) -> FoundRole | None:
    """The role in "Trump's special envoy, Steve Witkoff," or "the mayor of Elma, Ana Ruiz"."""
    doc = text.doc
    comma = mention.first - 1
    while comma > 2 and doc[comma].text != "," and _comes_before_name(text, comma):
        comma -= 1
    if comma < 2 or doc[comma].text != ",":
        return None
    last = _past_letters(text, mention.last)
    after = doc[last] if last < len(doc) else None
    closed = after is None or after.is_punct or after.is_sent_start or after.is_space
    closed = closed or (after is not None and after.lower_ == "who")
    leads_on = after is not None and _leads_on(after)
    end = _before_bracket(text, comma)
    for start in range(comma - 1, max(comma - _BACK, -1), -1):
        role = noun_phrase(text, start)
        if role is not None and _reaches(text, role, end) and _begins_phrase(text, start, role):
            is_subject = leads_on and not _is_object(text, start)
            if _tells_of_another(text, start) or not (closed or is_subject):
                return None
            return _with_first_half(text, role)
        if doc[start].is_sent_start:
            break
    return None


def _comes_before_name(text: RoleText, i: int) -> bool:
    """Whether the token is courtesy or a rank between the comma and the name: "Dr", "DSP"."""
    token = text.doc[i]
    is_rank = token.is_upper and 2 <= len(token) <= 4 and i not in text.named
    is_word = token.lower_ in {*titles().short, "the", "most", "rt", "right", "very", "."}
    return is_rank or is_word or is_title(token)


def _reaches(text: RoleText, role: FoundRole, comma: int) -> bool:
    """Whether the phrase ends at the comma, or only tells where behind the role: "in Elma"."""
    if role.last == comma:
        return True
    where = text.doc[role.last : comma]
    is_place = 2 <= len(where) <= 4 and where[0].lower_ == "in"
    return is_place and all(t.pos_ in {"ADP", "DET", "PROPN", "NOUN"} for t in where)


def _leads_on(token: Token) -> bool:
    """Whether the verb of the clause follows, or a day that stands before it."""
    is_day = token.lower_ == "on" and token.nbor().ent_type_ == "DATE"
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or is_day


def _before_bracket(text: RoleText, comma: int) -> int:
    """The end of a phrase in front of its letters: "the head of the Elma Bank (EB), Ana"."""
    doc = text.doc
    if doc[comma - 1].text != ")":
        return comma
    return next((i for i in range(comma - 2, max(comma - 6, 1), -1) if doc[i].text == "("), comma)


def _is_object(text: RoleText, start: int) -> bool:
    """Whether a verb or preposition governs it: "Read by his counsel, Ruiz said"."""
    before = text.doc[start - 1] if start else None
    # "According to the court and its judge, Ruiz said" goes on with an object.
    is_governed = before is not None and (before.pos_ in {"ADP", "VERB"} or before.lower_ == "and")
    return before is not None and is_governed and before.lower_ != "as"


def _tells_of_another(text: RoleText, start: int) -> bool:
    """Whether the phrase stands behind another name: "Ana Ruiz, chair of Acme, Tom Berg,"."""
    named = text.named.get(start - 2) if text.doc[start - 1].text == "," else None
    return start > 1 and named is not None and named.kind is Kind.PERSON


def _with_first_half(text: RoleText, role: FoundRole) -> FoundRole:
    """A role that begins behind a hyphen, with the word before it: "secretary-general"."""
    first = role.first
    while first > 1 and text.doc[first - 1].text == "-" and text.doc[first - 2].is_alpha:
        first -= 2
    return replace(role, first=first)


def _begins_phrase(text: RoleText, start: int, role: FoundRole) -> bool:
    doc = text.doc
    before = doc[start - 1] if start else None
    is_of = before is not None and before.lower_ in {"of", "to", "for"}
    if is_of and start > 1 and text.is_head(start - 2):
        return False  # "the brother of the gunman, Ana Ruiz" names the brother
    if doc[start].lower_ in DETERMINERS:
        return role.affiliation is not None or not text.is_kinship(role.head, start + 1)
    inside = {*WORDS, "POS"}
    is_charge = before is not None and before.lower_ == "in"  # "editor in chief"
    free = before is None or doc[start].is_sent_start or before.tag_ not in inside
    is_sure = role.affiliation is not None or bool(doc[start].is_sent_start)
    return free and is_sure and not is_charge
