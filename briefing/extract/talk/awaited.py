"""Awaited: what is told only as due on a day, and the term that somebody has until a day.

"The report is due in January" names no verb of its own, and "has until Friday to appeal" puts the
last day of what may come before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.parse import has_child
from briefing.extract.talk.happening import happenings, is_worth_news
from briefing.extract.talk.occasion_parse import is_date, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DUE = frozenset({"due", "expected"})
_PLANNED = frozenset({"set", "scheduled", "slated", "planned", "targeted", "booked", "pencilled"})
_GRANTING = frozenset({"have", "has", "given", "gave", "gives"})


def awaited(verb: Token) -> Token | None:
    """The verb that says when something is due: "is set for May", "are due in court on Friday"."""
    due = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _DUE), verb)
    subject = subject_of(verb)
    if subject is None or has_child(due, "xcomp", "dobj"):
        return None
    if due.lower_ in _DUE:
        is_known = subject.lower_ in happenings().works or _has(due, "in", "court")
    else:
        is_thing = is_worth_news(subject) and subject.ent_type_ != "PERSON"
        is_known = due.lower_ in _PLANNED and is_thing and _is_for_day(due)
    return verb if is_known else None


def _has(verb: Token, preposition: str, noun: str) -> bool:
    return any(
        child.lower_ == preposition and any(c.lower_ == noun for c in child.children)
        for child in verb.children
    )


def _is_for_day(verb: Token) -> bool:
    return any(
        child.lower_ == "for" and any(is_date(c) for c in child.children) for child in verb.children
    )


def term(verb: Token) -> Token | None:
    """What must be done by a day: "has until Friday to appeal"."""
    if verb.lower_ not in _GRANTING:
        return None
    until = next((c for c in verb.children if c.lower_ == "until" and c.i > verb.i), None)
    if until is None or verb.sent[-1].i == until.i:
        return None
    for token in until.doc[until.i + 1 : verb.sent[-1].i + 1]:
        if token.pos_ == "VERB":
            is_to = any(c.tag_ == "TO" and c.i == token.i - 1 for c in token.children)
            return token if is_to and token.tag_ == "VB" else None
    return None
