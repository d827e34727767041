"""Voices: which words may stand for somebody who says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import PRONOUNS, Ensemble
from briefing.extract.known import singular, speech, titles
from briefing.extract.parse import SUBJECTS
from briefing.extract.quote.offices import is_age, is_compatriot, whole
from briefing.extract.quote.phrases import SOME

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHARES = frozenset({"percent", "%", "half", "most", "majority", "third", "quarter", "number"})


def can_speak(token: Token, ensemble: Ensemble) -> bool:
    """Whether the token may be somebody who says something: a name, a person, a body, a paper."""
    low = token.lower_
    if low in {"anybody", "anyone", "nobody", "everyone", "everybody", "someone", "one"}:
        return low == "one" and any(c.lower_ == "of" for c in token.children)
    if token.i in ensemble.at or low in PRONOUNS or low in {"who", "they"}:
        return True
    if is_age(token) or (is_compatriot(token) and token.dep_ in {"nsubj", "dobj"}):
        return True
    if low in SOME and token.dep_ in SUBJECTS:
        return True
    if low in _SHARES:
        return any(
            can_speak(part, ensemble)
            for child in token.children
            if child.lower_ == "of"
            for part in child.children
        )
    nouns = speech()
    if token.i > 1 and token.doc[token.i - 1].text == "-" and titles().is_head(whole(token)):
        return True
    if any(c.dep_ == "appos" and ensemble.is_person(c.i) for c in token.children):
        return True
    return (
        titles().is_head(low)
        or singular(low) in nouns.speakers
        or low in nouns.speakers
        or low in nouns.bodies
        or low in nouns.nouns
        or singular(low) in nouns.nouns
    )
