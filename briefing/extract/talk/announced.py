"""Announced: whether a verb surely tells of something coming that others could wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.tense_words import tense_words
from briefing.extract.dates import FoundDate
from briefing.extract.parse import SUBJECTS, has_child
from briefing.extract.talk.firmness import is_firm, planning
from briefing.extract.talk.happening import happenings, is_event, is_of_amount, is_somebody
from briefing.extract.talk.occasion_parse import family_of_verb, subject_of
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.plannable import is_public
from briefing.model import Precision

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON})


def tells_of_event(inner: Token, verb: Token, found: FoundDate) -> bool:
    """Whether a listed verb tells of something public, or any other surely of something new."""
    if _is_only_able(inner) or is_of_amount(inner):
        return False
    subject, kind = subject_of(inner), family_of_verb(inner)
    is_going_on = inner.tag_ == "VBG" and not any(c.lower_ == "be" for c in inner.children)
    if is_going_on and found.sense.precision is Precision.YEAR:
        return False  # "are weighing a rise for next year"
    if kind is not None or inner.lower_ in occasion_words().travelling:
        is_dull = subject is not None and subject.text in happenings().dull and kind != "match"
        if subject is not None and (is_dull or not is_somebody(subject)):
            return False  # "the outcome of the vote will determine"
        return is_public(inner, kind, subject) or _is_departure(inner, verb, subject)
    if is_going_on:  # "is cutting its flights on Monday"
        is_near = found.sense.precision is Precision.DAY
        is_near = is_near and has_child(inner, "dobj")
    else:
        is_near = found.sense.precision in _NEAR
    return is_near and _is_promised(verb) and is_event(inner, subject)


def _is_departure(inner: Token, verb: Token, subject: Token | None) -> bool:
    """Whether somebody with a name will surely come or go, though not where: "will return"."""
    is_travelling = inner.lower_ in occasion_words().travelling
    is_passive = has_child(inner, "auxpass")
    if subject is None or is_passive or not is_travelling or not _is_promised(verb):
        return False
    goals = [c for near in (inner, *inner.children) for c in near.children]
    if subject.lower_ in happenings().craft:
        return True  # "the probe will land on Friday"
    is_named = subject.pos_ == "PROPN" and subject.ent_type_ in {"PERSON", "ORG"}
    return is_named and all(c.pos_ != "NOUN" and c.lower_ != "home" for c in goals)


def _is_only_able(verb: Token) -> bool:
    """Whether it is what one is able or free to do, or speaks of, which nobody has planned."""
    is_gerund = verb.tag_ == "VBG" and not has_child(verb, "aux")
    if verb.dep_ == "xcomp" and verb.head.lower_ == "able":
        return True
    if verb.dep_ == "acl" and verb.head.lower_ in happenings().chances:
        return True  # "will have the opportunity to review"
    if is_gerund and verb.dep_ in {"xcomp", "ccomp"} and verb.head.lower_ in tense_words().spoken:
        return True  # "to discuss sending envoys to the games"
    return any(child.lower_ in {"can", "ca"} and child.dep_ == "aux" for child in verb.children)


def _is_promised(verb: Token) -> bool:
    """Whether a "will", "is to" or a plan says that it will be, or did when it was said."""
    if is_firm(verb) or is_firm(planning(verb)):
        return True
    is_further = verb.dep_ == "conj" and verb.tag_ == "VB" and subject_of(verb) is not None
    if is_further and not any(c.dep_ in {"aux", *SUBJECTS} for c in verb.children):
        return _is_promised(verb.head)  # "will meet the mayor and open the fair"
    told = verb.head if verb.dep_ == "conj" else verb
    is_reported = told.dep_ == "ccomp" and told.head.lower_ in tense_words().speech
    would = any(c.dep_ == "aux" and c.lower_ in {"would", "'d"} for c in verb.children)
    return is_reported and would and not has_child(verb, "neg")
