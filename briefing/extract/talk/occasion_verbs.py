"""Occasion verbs: which noun or verb tells what happens on the day of a verb's clause.

A verb holds, opens or joins an occasion, or tells of one itself; one of moving puts it off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.dates import FoundDate
from briefing.extract.parse import CLAUSES, VERBS, has_child
from briefing.extract.talk.announced import tells_of_event
from briefing.extract.talk.awaited import awaited, term
from briefing.extract.talk.firmness import completed, is_firm
from briefing.extract.talk.occasion_parse import (
    OBJECTS,
    family_of_verb,
    is_arrival,
    is_occasion_noun,
    is_round,
    meant_by_pronoun,
    noun_word,
    subject_of,
)
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token


_ENDING = frozenset({"end", "ends", "conclude", "concludes"})  # its last day is not its day
_APPOINTING = frozenset({"set", "sets", "scheduled", "fixed", "listed", "ordered"})
# "Following Holm's visit, Berg will visit Peru": another occasion than the one told.
_BESIDES = frozenset({"following", "after", "since", "despite", "amid"})
_BEGINNING = frozenset({"begin", "start", "open", "resume", "take"})
_Told = tuple["Token | None", "Token | None"]


def told_by_verb(verb: Token, found: FoundDate) -> _Told:
    """The noun or verb that tells what happens on the day of the verb, and the verb above it."""
    lists = occasion_words()
    is_begun = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and family_of_verb(verb) is None
    if is_begun and family_of_verb(verb.head) == "measure":
        verb = verb.head  # "plans to start building in May"
    moved = _put_off(verb) if verb.lower_ in lists.moving else None
    if moved is not None:
        return moved, verb
    if _is_only_after(verb) and tense_of_verb(verb.head) is not Tense.PAST:
        told = told_by_verb(verb.head, found)
        if told[0] is not None:
            return told
    is_ahead = tense_of_verb(verb) is not Tense.PAST or verb.lower_ in lists.plans
    if not is_ahead and not found.tense.is_ahead:
        return None, None
    of_clause = _of_clause(verb, is_ahead)
    if of_clause is not None or not is_ahead:
        return of_clause or (None, None)
    inner = completed(verb)
    return (inner, verb) if tells_of_event(inner, verb, found) else (None, None)


def _of_clause(verb: Token, is_ahead: bool) -> _Told | None:
    """What the clause holds, awaits or means by "it", before its verb is asked what it tells."""
    inner = completed(verb)
    noun = _noun_of(inner) or _noun_of(verb)
    if noun is not None:
        return noun, verb
    waited = verb if is_arrival(verb) else term(verb) or awaited(verb)
    if waited is not None:
        return waited, verb
    if meant_by_pronoun(inner) is not None and (is_ahead or is_firm(verb)):
        return inner, verb
    if (appointed := _appointed(inner)) is not None:
        return appointed, verb
    when = _clause_of_time(verb) or _clause_of_time(inner)
    if when is not None:
        return when
    held = _held_by_place(verb) if is_ahead else None
    return (held, verb) if held is not None else None


def _appointed(verb: Token) -> Token | None:
    """What was set for the day: "set a trial for murder to begin in May"."""
    above = verb.head
    is_purpose = verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VB"
    if not is_purpose or above.lower_ not in _APPOINTING or verb.lower_ not in _BEGINNING:
        return None
    noun = next((c for c in above.children if c.dep_ == "dobj" and above.i < c.i < verb.i), None)
    return noun if noun is not None and is_occasion_noun(noun) else None


def _held_by_place(verb: Token) -> Token | None:
    """The occasion whose place or matter the clause of the verb describes."""
    lists = occasion_words()
    if verb.dep_ != "relcl" or verb.lower_ in lists.moving or verb.lower_ in _ENDING:
        return None
    held = held_by(subject_of(verb))
    is_expected = verb.lower_ in lists.plans  # "a ruling on the case, which is expected"
    is_told = held is not None and (is_expected or noun_word(held) not in lists.weak)
    return held if is_told else None


def held_by(place: Token | None) -> Token | None:
    """The occasion that a clause on its place tells of: "a strike in the port that will last"."""
    while place is not None and not is_occasion_noun(place):
        if place.dep_ != "pobj" or place.head.dep_ != "prep":
            return None
        place = place.head.head
    return place


def _is_only_after(verb: Token) -> bool:
    """Whether the clause only says after what: "will report after the market closes on Friday"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    is_clause = verb.dep_ == "advcl" and verb.head.pos_ in VERBS and bool(marks & {"after", "once"})
    return is_clause and verb.head != verb


def _put_off(verb: Token) -> Token | None:
    """What a verb of postponing puts off: "the hearing", "a commission, which was due to meet"."""
    subject = subject_of(verb)
    if subject is None or is_occasion_noun(subject):
        return subject
    for child in subject.children:
        if child.dep_ in CLAUSES and family_of_verb(completed(child)):
            return completed(child)
    return None


def _noun_of(verb: Token) -> Token | None:
    """The noun of an occasion that a verb holds, is about, or sends somebody to."""
    lists = occasion_words()
    is_there = has_child(verb, "expl")
    is_holding = verb.lower_ in lists.holding or verb.pos_ == "AUX" or is_there
    places: list[tuple[int, Token]] = []
    for child in verb.children:
        if child.dep_ in OBJECTS and is_occasion_noun(child):
            places.append((0, child))
        elif child.dep_ in {"prep", "agent"} and child.lower_ not in _BESIDES:
            rank = 2 if child.i > verb.i else 3
            places += [
                (rank, n)
                for n in child.children
                if n.dep_ == "pobj" and is_occasion_noun(n) and not is_round(n)
            ]
    subject = subject_of(verb)
    if subject is not None and is_holding and is_occasion_noun(subject):
        places.append((1, subject))
    places = [p for p in places if (p[0] < 2 and is_holding) or noun_word(p[1]) not in lists.weak]
    return min(places, key=lambda place: place[0])[1] if places else None


def _clause_of_time(verb: Token) -> tuple[Token, Token] | None:
    """What is told by the clause of time: "will play out Friday when the two teams face off"."""
    for child in verb.children:
        marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"}}
        if child.dep_ == "advcl" and not marks.isdisjoint({"when", "as"}):
            noun = _noun_of(child)
            if noun is not None or family_of_verb(child):
                return noun or child, child
    return None
