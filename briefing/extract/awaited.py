"""Awaited: what is told only as due on a day, and the term that somebody has until a day.

"The report is due in January" names no verb of its own, and "has until Friday to appeal" puts the
last day of what may come before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.happening import happenings
from briefing.extract.occasion_parse import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DUE = frozenset({"due", "expected", "scheduled", "slated", "planned", "set", "targeted"})
_GRANTING = frozenset({"have", "has", "given", "gave", "gives"})


def awaited(verb: Token) -> Token | None:
    """The verb or adjective that says when a work is due: "a sequel is set for May"."""
    due = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _DUE), verb)
    if due.lower_ not in _DUE or any(c.dep_ in {"xcomp", "dobj"} for c in due.children):
        return None
    subject = subject_of(verb)
    is_work = subject is not None and subject.lower_ in happenings().works
    return verb if is_work else None


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
