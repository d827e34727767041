"""Plannable: which coming doings are public occasions that others could attend or wait for.

A meeting, a vote and a strike are; a private journey home, a doctor's visit and money that leaves
a bank are none. Nouns of occasions are listed; here verbs are judged by who does what.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.known import titles
from briefing.extract.parse import CLAUSES, DATES, has_child
from briefing.extract.talk.happening import happenings
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.dates import FoundDate
    from briefing.extract.page import Page

_ACTING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_WHERE_TO = frozenset({"to", "for", "in", "at", "into"})
_DECIDED = frozenset({"dobj", "ccomp", "xcomp", "attr", "oprd", "nsubjpass", "dative"})
_ABOUT = frozenset({"on", "about", "between", "against", "whether", "from"})
# "In this Dec. 31 file photo, …", "12/34 30 November 2026 A woman holds …".
_PICTURE = re.compile(r"\W*\d+\s?/\s?\d+\s|In this .{0,80}\b(?:photo|image|picture|frame)\b")
# What stands before a date that belongs to its sentence; a stamp has nothing of the kind.
_LEADING = frozenset(
    "on for until till from by since to through and or before after of in the between".split()
)
_NEAR = timedelta(days=3)
_PERSONS = frozenset({"he", "she", "they", "we", "i", "who"})


def is_of_picture(page: Page, found: FoundDate) -> bool:
    """Whether the date is that of a picture, whose caption tells in the present what it shows."""
    sentence = page.sentence_of(found.start, found.end)
    words = page.text[sentence.start : sentence.end]
    picture = _PICTURE.match(words)
    if picture is not None:
        return True
    before = page.text[sentence.start : found.start].rstrip("•●–-[( ").split()
    if any(word.startswith(("pic.twitter", "(@")) for word in before):
        return True  # the stamp of a post
    is_bare = not before or (before[-1].lower().isalpha() and before[-1].lower() not in _LEADING)
    is_full = found.words[-4:].isdigit() and len(found.words) > 8
    said_on, first = page.article.dated, found.sense.first
    is_near = said_on is not None and first is not None and first - said_on <= _NEAR
    after = page.text[found.end : found.end + 2].strip()
    is_last = after[:1] in {"", ".", "("}
    if is_full and is_near and is_last and found.tense not in {Tense.FUTURE, Tense.PLANNED}:
        return True  # nobody ends with the year of the day after tomorrow
    return is_bare and is_full and after[:1].isupper()


def is_public(verb: Token, family: str | None, subject: Token | None) -> bool:
    """Whether what the verb tells of is more than a private doing."""
    lists = occasion_words()
    if verb.lower_ in lists.travelling and family in {"visit", None}:
        return _is_journey(verb, subject)
    if verb.lower_.startswith(("visit", "tour")):
        seen = [c for c in verb.children if c.dep_ == "dobj"]
        return not seen or any(_is_worth_seeing(c) for c in seen)
    if verb.lower_.startswith("fac"):  # a rival, but no task
        described = verb.head if verb.dep_ == "acl" else None
        faced = [subject, described, *(c for c in verb.children if c.dep_ == "dobj")]
        return all(t is None or t.lower_ not in happenings().dull for t in faced)
    if family == "measure" and any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in verb.children):
        return False  # "decided to end it"
    if verb.lower_ in {"meet", "meets", "meeting"}:
        return all(c.lower_ not in lists.met for c in verb.children if c.dep_ == "dobj")
    if verb.lower_.startswith("perform"):
        return all(c.lower_ not in lists.performed for c in verb.children if c.dep_ == "dobj")
    if verb.lower_ in lists.receiving:
        guests = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        guests = [verb.head if c.tag_ == "WDT" else c for c in guests]
        return any(
            acts_in_public(c) or c.text[0].isupper() or c.lower_ in happenings().works
            for c in guests
        )
    return verb.lower_ not in lists.deciding or _is_decided(verb)


def _is_journey(verb: Token, subject: Token | None) -> bool:
    """Whether somebody travels to a named place or to people, and not only home."""
    traveller = subject
    if verb.lower_.startswith(("send", "sent", "dispatch")):
        traveller = next((c for c in verb.children if c.dep_ == "dobj"), subject)
    is_passive = has_child(verb, "auxpass")
    if is_passive and traveller is subject:
        return False  # "must be returned to his father"
    if traveller is None or not acts_in_public(traveller):
        return False
    if any(child.lower_ == "home" for child in verb.children):
        return False
    for child in verb.subtree:
        is_towards = child.dep_ == "prep" and child.lower_ in _WHERE_TO and child.i > verb.i
        if is_towards and any(_is_goal(goal) for goal in child.children if goal.dep_ == "pobj"):
            return True
    return any(child.dep_ == "dobj" and child.ent_type_ == "GPE" for child in verb.children)


def _is_worth_seeing(thing: Token) -> bool:
    """Whether the visit is to a place, people or a house, not to "polling stations"."""
    is_known = thing.pos_ == "PROPN" or acts_in_public(thing) or _is_goal(thing)
    return is_known or (thing.tag_ == "NN" and thing.lower_ in occasion_words().places)


def _is_goal(goal: Token) -> bool:
    lists = occasion_words()
    return (
        goal.ent_type_ in {"GPE", "LOC", "FAC", "ORG"}
        or goal.lower_ in lists.nouns
        or goal.lower_ in lists.generic
        or goal.lower_ in lists.goals
        or (goal.lower_ in lists.areas and any(c.lower_ == "of" for c in goal.children))
    )


def _is_decided(verb: Token) -> bool:
    """Whether it is said what is decided or published: "will decide" alone tells nothing."""
    for child in verb.children:
        if child.dep_ in _DECIDED and child.lower_ not in {"it", "this", "that", "so"}:
            return True
        is_about = child.dep_ == "prep" and child.lower_ in _ABOUT
        if child.lower_ == "in" and any(c.lower_ in {"case", "dispute"} for c in child.children):
            return True
        if is_about and any(c.dep_ in {"pobj", "pcomp"} and not _is_day(c) for c in child.children):
            return True
    is_passive = has_child(verb, "auxpass")
    return verb.dep_ in CLAUSES or _takes_no_object(verb) or is_passive


def _takes_no_object(verb: Token) -> bool:
    """A film "releases" and a rocket "launches" without an object."""
    return verb.lower_.startswith(("release", "launch"))


def _is_day(token: Token) -> bool:
    return token.ent_type_ in DATES


def acts_in_public(noun: Token) -> bool:
    """Whether the noun is somebody with a name or an office, or a body of people."""
    low = noun.lower_
    is_named = noun.ent_type_ in _ACTING and noun.ent_type_ != "GPE"
    return (
        is_named
        or noun.pos_ == "PROPN"
        or low in _PERSONS
        or titles().is_head(low)
        or (low in occasion_words().bodies)
    )
