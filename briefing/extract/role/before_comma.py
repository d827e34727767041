"""Role before a comma: "Ruiz's special envoy, Tom Berg,", "the mayor of Elma, Ana Ruiz"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention, is_title
from briefing.extract.known import singular, speech, titles
from briefing.extract.parse import FINITE
from briefing.extract.role.behind import past_letters
from briefing.extract.role.found import FoundRole
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.words import DETERMINERS, WORDS, RoleText
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 16  # tokens from a name back to the start of its description


def before_comma(text: RoleText, mention: Mention) -> FoundRole | None:
    """The role in "Ruiz's special envoy, Tom Berg," or "the mayor of Elma, Ana Ruiz"."""
    doc = text.doc
    comma = mention.first - 1
    while comma > 2 and doc[comma].text != "," and _comes_before_name(text, comma):
        comma -= 1
    if comma < 2 or doc[comma].text != ",":
        return None
    last = past_letters(text, mention.last)
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
    """Whether the phrase ends at the comma, or only tells where: "in Elma", ", Elma State"."""
    if role.last == comma:
        return True
    where = text.doc[role.last : comma]
    if len(where) > 1 and where[0].text == "," and _is_place(text, role.last + 1, comma):
        return True
    is_place = 2 <= len(where) <= 4 and where[0].lower_ == "in"
    return is_place and all(t.pos_ in {"ADP", "DET", "PROPN", "NOUN"} for t in where)


def _is_place(text: RoleText, first: int, last: int) -> bool:
    """Whether the tokens are the name of one place."""
    cast = text.named.get(first)
    is_one = all(text.named.get(i) is cast for i in range(first, last))
    is_state = text.doc[last - 1].text == "State"  # the model takes "Lagos State" for a body
    return is_one and cast is not None and (cast.kind is Kind.PLACE or is_state)


def _leads_on(token: Token) -> bool:
    """Whether the verb of the clause follows, or a day that stands before it."""
    is_day = token.lower_ == "on" and token.nbor().ent_type_ == "DATE"
    return token.tag_ in FINITE or is_day


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
    if is_of and start > 1 and _is_human(text, start - 2):
        return False  # "the brother of the gunman, Ana Ruiz" names the brother
    if doc[start].lower_ in DETERMINERS:
        return role.affiliation is not None or not text.is_kinship(role.head, start + 1)
    inside = {*WORDS, "POS"}
    is_charge = before is not None and before.lower_ == "in"  # "editor in chief"
    free = before is None or doc[start].is_sent_start or before.tag_ not in inside
    is_sure = role.affiliation is not None or bool(doc[start].is_sent_start)
    return free and is_sure and not is_charge


def _is_human(text: RoleText, i: int) -> bool:
    """Whether the noun before "of" tells somebody; "parents of a daughter" have one."""
    is_plain = text.doc[i + 2].lower_ not in {"a", "an"}
    return text.is_head(i) or (is_plain and singular(text.doc[i].text) in speech().humans)
