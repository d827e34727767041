"""Occasions: where a sentence tells of something that is going to be held on a day.

It starts from the dates that lie ahead and asks what happens then, and from nouns and verbs of
meeting that a plan or a "will" governs. What the occasion is called is left to `talk_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.awaited import awaited, term
from briefing.extract.date_sense import Tense
from briefing.extract.dates import FoundDate
from briefing.extract.firmness import completed, is_firm, is_unreal, planning, status_of, verb_above
from briefing.extract.happening import is_event, is_of_amount, is_somebody
from briefing.extract.occasion import Occasion
from briefing.extract.occasion_parse import (
    NOUNS,
    OBJECTS,
    SUBJECTS,
    family,
    family_of_verb,
    is_arrival,
    is_date,
    is_occasion_noun,
    meant_by_pronoun,
    noun_word,
    subject_of,
    whole,
)
from briefing.extract.occasion_undated import sentences_of_past, undated
from briefing.extract.occasion_words import occasion_words
from briefing.extract.plannable import is_of_picture, is_public
from briefing.extract.verb_tense import VERBS, tense_of_verb, tense_words
from briefing.model import Precision, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_DUE = frozenset({"due", "scheduled", "slated", "planned", "set"})
_NEAR = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON})
_HORIZON = timedelta(days=800)  # beyond it, an intention rather than an appointment


def find_occasions(page: Page, dates: Sequence[FoundDate]) -> Iterator[Occasion]:
    """Every mention of a coming occasion, dated ones first; a token is the head of one at most."""
    taken: set[int] = set()
    latest = max((d.sense.first.year for d in dates if d.sense.first is not None), default=0)
    for found in dates:
        if page.article.dated is None and _is_of_older_year(page, found, latest):
            continue
        occasion = _dated(page, found)
        if occasion is not None and occasion.head.i not in taken:
            taken.add(occasion.head.i)
            yield occasion
    told_of_past = sentences_of_past(page, dates)
    for token in page.doc:
        if token.lower_ not in _heads() or token.sent.start in told_of_past:
            continue
        if token.i not in taken and not page.is_heading(token):
            occasion = undated(token)
            if occasion is not None:
                taken.add(token.i)
                yield occasion


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    lists = occasion_words()
    return frozenset(lists.nouns) | frozenset(lists.verbs)


# ---- from a date that lies ahead


def lies_ahead(found: FoundDate, said_on: date | None) -> bool:
    """Whether the date is after the publication day, or is that day and still to come."""
    sense = found.sense
    if "REF" in sense.value:
        return False
    if said_on is None or sense.first is None or sense.last is None:
        return found.tense.is_ahead and said_on is None
    if sense.precision is Precision.UNKNOWN or sense.first - said_on > _HORIZON:
        return False
    if sense.first > said_on:
        return True
    # Nobody writes today's date for "today": a full one is that of a picture or a post.
    is_near = sense.precision is not Precision.DAY or found.rule not in {
        "month and day",
        "day and month",
        "written day",
    }
    if found.tense is Tense.PRESENT and sense.precision is Precision.DAY:
        is_near = is_near and found.rule in {"near day", "clock"}
    return sense.last >= said_on and is_near and found.tense in {Tense.FUTURE, Tense.PRESENT}


def _is_of_older_year(page: Page, found: FoundDate, latest: int) -> bool:
    """Whether an article without a day puts it in a year that only names it, or before another."""
    if found.sense.first is None:
        return False
    words = page.words(found.start, found.end)
    is_name = words is not None and words.root.dep_ != "pobj"  # "the 1991 hearings"
    return found.sense.first.year < latest or (found.sense.precision is Precision.YEAR and is_name)


def _dated(page: Page, found: FoundDate) -> Occasion | None:
    if not lies_ahead(found, page.article.dated):
        return None
    words = page.words(found.start, found.end)
    if words is None or page.is_heading(words[0]) or is_of_picture(page, found):
        return None
    if found.sense.precision is Precision.YEAR and words.root.dep_ in SUBJECTS:
        return None  # "2027 stretches the May fair"
    root = words.root
    root = root.head if root.dep_ == "pobj" else root
    head, verb = _told_by(words.root, found)
    if head is None or is_unreal(head, verb):
        return None
    if _is_today(found, page.article.dated) and not _is_surely_ahead(head, verb):
        return None
    head = whole(head)
    if _is_moved_from(head, verb):
        return None
    status = status_of(head, verb)
    if status is Status.POSTPONED and not (
        verb is not None and verb.lower_ in occasion_words().moving
    ):
        return None  # the day it was first planned for
    meant = meant_by_pronoun(head) if head.pos_ in VERBS else None
    return Occasion(head, verb, family(meant or head), found, status, root)


def _is_moved_from(head: Token, verb: Token | None) -> bool:
    """Whether the day is the first one of what "has been moved to" another."""
    if head.dep_ not in SUBJECTS or verb == head.head:
        return False
    above = head.head
    below = [c.lower_ for t in above.children for c in (t, *t.children)]
    is_moving = above.lower_ in occasion_words().moving and above.tag_ in {"VBN", "VBD"}
    return is_moving and not {"to", "until", "till"}.isdisjoint(below)


def _is_today(found: FoundDate, said_on: date | None) -> bool:
    """Whether a weekday or a clock time means the publication day: it may be over by now."""
    sense = found.sense
    return sense.first == said_on == sense.last and found.rule != "near day"


def _is_surely_ahead(head: Token, verb: Token | None) -> bool:
    """Whether a "will", "is to" or a plan puts it ahead; a bare present tense may tell the past."""
    near: Token | None = verb
    while near is not None:
        # "Is saying that …" puts nothing ahead, "is meeting on Friday" does.
        is_own = near is verb or near.tag_ != "VBG"
        if is_own and (is_firm(near) or is_firm(planning(near))):
            return True
        is_inside = near.dep_ in {"advcl", "relcl", "conj", "ccomp"} and near.head != near
        near = near.head if is_inside else None
    return head.pos_ in VERBS and is_firm(head)


def _held_by(place: Token | None) -> Token | None:
    """The occasion that a clause on its place tells of: "a strike in the port that will last"."""
    while place is not None and not is_occasion_noun(place):
        if place.dep_ != "pobj" or place.head.dep_ != "prep":
            return None
        place = place.head.head
    return place


def _told_by(root: Token, found: FoundDate) -> tuple[Token | None, Token | None]:
    """The noun or verb that tells what happens on the day, and the verb that governs it."""
    beside = _noun_beside(root)
    if beside is not None and _is_over(beside):
        return None, None
    if beside is not None and _is_of_work(beside):
        beside = None
    if beside is not None and _is_held_then(beside, verb_above(beside), found):
        return beside, verb_above(beside)
    token, due = root, None
    while token.head != token:
        if token.pos_ == "ADJ" and token.dep_ in {"amod", "acl"} and token.lower_ in _DUE:
            due = token  # "with the election due in May, he cannot …"
        if token.dep_ == "conj" and token.pos_ in NOUNS and not is_date(token):
            return None, None  # the day of another thing: "…, the return on 9 December"
        token = token.head
        if is_occasion_noun(token):
            verb = due or verb_above(token)
            if _is_held_then(token, verb, found):
                return token, verb
        if token.pos_ in VERBS and token.dep_ not in {"amod", "compound"} and not _is_start(token):
            return _told_by_verb(token, found)
    return None, None


def _is_of_work(noun: Token) -> bool:
    """Whether it is only part of what comes out: "will release the new season of the show"."""
    verb = verb_above(noun)
    is_inner = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    is_weak = noun_word(noun) in occasion_words().weak
    return is_inner and is_weak and verb is not None and family_of_verb(verb) == "release"


def _is_over(noun: Token) -> bool:
    """Whether the noun is of what is spoken of afterwards: "will appeal the ruling on Monday"."""
    is_object = noun.dep_ == "dobj" and noun.head.lower_ not in occasion_words().holding
    return is_object and noun.lower_ in tense_words().afterwards


def _is_start(verb: Token) -> bool:
    """Whether it only says from when: "will testify, starting Tuesday"."""
    return verb.lower_ in {"starting", "beginning", "ending"} and verb.dep_ not in {"ROOT", "xcomp"}


def _noun_beside(root: Token) -> Token | None:
    """The noun right before the date, or before its place: "a summit in Rome on Friday"."""
    if root.dep_ != "pobj":
        return None
    doc, i = root.doc, root.head.i - 1
    start = root.sent.start
    while i >= start and (doc[i].ent_type_ in {"GPE", "LOC", "FAC"} or doc[i].text == ","):
        i -= 1
    if i < root.head.i - 1 and i >= start and doc[i].lower_ in {"in", "at"}:
        i -= 1
    if i < start:
        return None
    noun = doc[i]
    while not is_occasion_noun(noun) and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a summit of leaders in Rome on Friday"
    return noun if is_occasion_noun(noun) else None


def _told_by_verb(verb: Token, found: FoundDate) -> tuple[Token | None, Token | None]:
    lists = occasion_words()
    is_begun = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and family_of_verb(verb) is None
    if is_begun and family_of_verb(verb.head) == "measure":
        verb = verb.head  # "plans to start building in May"
    if verb.lower_ in lists.moving:
        moved = _put_off(verb)
        if moved is not None:
            return moved, verb
    if _is_only_after(verb) and tense_of_verb(verb.head) is not Tense.PAST:
        told = _told_by_verb(verb.head, found)
        if told[0] is not None:
            return told
    inner = completed(verb)
    is_ahead = tense_of_verb(verb) is not Tense.PAST or verb.lower_ in lists.plans
    if not is_ahead and not found.tense.is_ahead:
        return None, None
    for core in dict.fromkeys((inner, verb)):
        noun = _noun_of(core)
        if noun is not None:
            return noun, verb
    if is_arrival(verb):
        return verb, verb
    waited = term(verb) or awaited(verb)
    if waited is not None:
        return waited, verb
    if meant_by_pronoun(inner) is not None and (is_ahead or is_firm(verb)):
        return inner, verb
    for core in dict.fromkeys((verb, inner)):
        when = _clause_of_time(core)
        if when is not None:
            return when
    if is_ahead and verb.dep_ == "relcl" and verb.lower_ not in lists.moving:
        held = _held_by(subject_of(verb))
        is_expected = verb.lower_ in lists.plans  # "a ruling on the case, which is expected"
        if held is not None and (is_expected or noun_word(held) not in lists.weak):
            return held, verb
    is_told = is_ahead and _tells_of_event(inner, verb, found)
    return (inner, verb) if is_told else (None, None)


def _tells_of_event(inner: Token, verb: Token, found: FoundDate) -> bool:
    """Whether a listed verb tells of something public, or any other surely of something new."""
    if _is_only_able(inner) or is_of_amount(inner):
        return False
    subject, kind = subject_of(inner), family_of_verb(inner)
    if kind is not None or inner.lower_ in occasion_words().travelling:
        if subject is not None and not is_somebody(subject):
            return False
        return is_public(inner, kind, subject) or _is_departure(inner, verb, subject)
    is_going_on = inner.tag_ == "VBG" and not any(c.lower_ == "be" for c in inner.children)
    if is_going_on:  # "is cutting its flights on Monday"
        is_near = found.sense.precision is Precision.DAY
        is_near = is_near and any(c.dep_ == "dobj" for c in inner.children)
    else:
        is_near = found.sense.precision in _NEAR
    return is_near and _is_promised(verb) and is_event(inner, subject)


def _is_departure(inner: Token, verb: Token, subject: Token | None) -> bool:
    """Whether somebody with a name will surely come or go, though not where: "will return"."""
    is_travelling = inner.lower_ in occasion_words().travelling
    is_passive = any(child.dep_ == "auxpass" for child in inner.children)
    if subject is None or is_passive or not is_travelling or not _is_promised(verb):
        return False
    goals = [c for near in (inner, *inner.children) for c in near.children]
    is_named = subject.pos_ == "PROPN" and subject.ent_type_ in {"PERSON", "ORG"}
    return is_named and all(c.pos_ != "NOUN" and c.lower_ != "home" for c in goals)


def _is_only_able(verb: Token) -> bool:
    """Whether it is what one is able or free to do, or speaks of, which nobody has planned."""
    is_gerund = verb.tag_ == "VBG" and all(c.dep_ != "aux" for c in verb.children)
    if verb.dep_ == "xcomp" and verb.head.lower_ == "able":
        return True
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
    return is_reported and would and all(c.dep_ != "neg" for c in verb.children)


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
        if child.dep_ in {"relcl", "acl"} and family_of_verb(completed(child)):
            return completed(child)
    return None


def _noun_of(verb: Token) -> Token | None:
    """The noun of an occasion that a verb holds, is about, or sends somebody to."""
    lists = occasion_words()
    is_there = any(child.dep_ == "expl" for child in verb.children)
    is_holding = verb.lower_ in lists.holding or verb.pos_ == "AUX" or is_there
    places: list[tuple[int, Token]] = []
    for child in verb.children:
        if child.dep_ in OBJECTS and is_occasion_noun(child):
            places.append((0, child))
        elif child.dep_ in {"prep", "agent"}:
            rank = 2 if child.i > verb.i else 3
            places += [
                (rank, n) for n in child.children if n.dep_ == "pobj" and is_occasion_noun(n)
            ]
    subject = subject_of(verb)
    if subject is not None and is_holding and is_occasion_noun(subject):
        places.append((1, subject))
    places = [p for p in places if (p[0] < 2 and is_holding) or noun_word(p[1]) not in lists.weak]
    return min(places, key=lambda place: place[0])[1] if places else None


def _is_held_then(noun: Token, verb: Token | None, found: FoundDate) -> bool:
    """Whether the date is that of the noun: always a day; a year only where something will be."""
    if found.sense.precision is Precision.YEAR and found.sense.first is not None:
        is_ahead = verb is not None and tense_of_verb(verb).is_ahead
        return is_ahead and noun_word(noun) not in occasion_words().weak and "-" not in found.words
    return noun_word(noun) not in occasion_words().weak or found.sense.precision is Precision.DAY


def _clause_of_time(verb: Token) -> tuple[Token, Token] | None:
    """What is told by the clause of time: "will play out Friday when the two teams face off"."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in {"when", "as"} for c in child.children):
            noun = _noun_of(child)
            if noun is not None or family_of_verb(child):
                return noun or child, child
    return None
