"""Occasions: where a sentence tells of something that is going to be held on a day.

It starts from the dates that lie ahead and asks what happens then, and from nouns and verbs of
meeting that a plan or a "will" governs. What the occasion is called is left to `talk.words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.tense_words import tense_words
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.dates import FoundDate
from briefing.extract.parse import NOUNS, SUBJECTS, VERBS
from briefing.extract.talk.days_apart import is_further_day, other_partners
from briefing.extract.talk.firmness import (
    is_firm,
    is_put_off,
    is_unreal,
    planning,
    status_of,
    verb_above,
)
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import (
    family,
    family_of_verb,
    is_date,
    is_occasion_noun,
    is_round,
    meant_by_pronoun,
    noun_word,
    whole,
)
from briefing.extract.talk.occasion_undated import sentences_of_past, undated
from briefing.extract.talk.occasion_verbs import told_by_verb
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.plannable import is_of_picture
from briefing.model import Precision, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_DUE = frozenset({"due", "scheduled", "slated", "planned", "set"})
_HORIZON = timedelta(days=800)  # beyond it, an intention rather than an appointment


def find_occasions(page: Page, dates: Sequence[FoundDate]) -> Iterator[Occasion]:
    """Every mention of a coming occasion, dated ones first; a token is the head of one at most."""
    dated: dict[int, Occasion] = {}
    further: dict[int, list[Occasion]] = {}
    latest = max((d.sense.first.year for d in dates if d.sense.first is not None), default=0)
    for found in dates:
        if page.article.dated is None and _is_of_older_year(page, found, latest):
            continue
        occasion = _dated(page, found)
        if occasion is not None:
            known = dated.get(occasion.head.i, occasion)
            others = further.setdefault(occasion.head.i, [])
            before = (others or [known])[-1].date
            whom = other_partners(page, before, found) if before and occasion.is_noun else None
            if before and (whom or is_further_day(page, before, found)):
                others.append(replace(occasion, first_day=known.date, partners=whom))
            else:
                dated[occasion.head.i] = min(known, occasion, key=_vagueness)
    for head, occasion in dated.items():
        yield from (occasion, *further[head])
    taken = set(dated)
    told_of_past = sentences_of_past(page, dates)
    for token in page.doc:
        if token.lower_ not in _heads() or token.sent.start in told_of_past:
            continue
        if token.i not in taken and not page.is_heading(token):
            occasion = undated(token)
            if occasion is not None:
                taken.add(token.i)
                yield occasion


def _vagueness(occasion: Occasion) -> bool:
    """Whether the day only frames or names it: "the event, which this year runs from May 4"."""
    found = occasion.date
    return found is not None and (
        found.sense.precision is Precision.YEAR or found.rule == "holiday"
    )


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
    if found.sense.precision is Precision.YEAR and _is_year_of_thing(words.root):
        return None
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
    is_to_day = verb is not None and verb.lower_ in occasion_words().moving
    if status is Status.POSTPONED and not is_to_day and not is_put_off(head):
        return None  # the day it was first planned for
    meant = meant_by_pronoun(head) if head.pos_ in VERBS else None
    return Occasion(head, verb, family(meant or head), found, status, root)


def _is_year_of_thing(root: Token) -> bool:
    """Whether the year only names what is spoken of: "the law of 2027", "the 2027 budget"."""
    if root.dep_ == "pobj":
        return root.head.lower_ == "of" and not is_occasion_noun(root.head.head)
    is_inside = root.dep_ in {"nummod", "compound", "nmod", "amod"}
    return is_inside and root.head.pos_ in NOUNS and not is_occasion_noun(root.head)


def _is_moved_from(head: Token, verb: Token | None) -> bool:
    """Whether the day is the first one of what "has been moved to" another."""
    if head.dep_ not in SUBJECTS:
        return False
    above = head.head
    further = [c for c in above.children if c.dep_ == "conj"]  # "was set for Friday, but moved to"
    return any(_moves(each) for each in (*further, *([above] if above != verb else [])))


def _moves(verb: Token) -> bool:
    """Whether it is told as moved to another day: "has been pushed back to"."""
    below = [c.lower_ for t in verb.children for c in (t, *t.children)]
    is_moving = verb.lower_ in occasion_words().moving and verb.tag_ in {"VBN", "VBD"}
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


def _told_by(root: Token, found: FoundDate) -> tuple[Token | None, Token | None]:
    """The noun or verb that tells what happens on the day, and the verb that governs it."""
    beside = _noun_beside(root)
    if beside is not None and _is_over(beside):
        return None, None
    if beside is not None and (_is_of_work(beside) or is_round(beside)):
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
        if is_occasion_noun(token) and not is_round(token):
            verb = due or verb_above(token)
            if _is_held_then(token, verb, found):
                return token, verb
        if token.pos_ in VERBS and token.dep_ not in {"amod", "compound"} and not _is_start(token):
            return told_by_verb(token, found)
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


def _is_held_then(noun: Token, verb: Token | None, found: FoundDate) -> bool:
    """Whether the date is that of the noun: always a day; a year only where something will be."""
    if found.sense.precision is Precision.YEAR and found.sense.first is not None:
        is_ahead = verb is not None and tense_of_verb(verb).is_ahead
        return is_ahead and noun_word(noun) not in occasion_words().weak and "-" not in found.words
    return noun_word(noun) not in occasion_words().weak or found.sense.precision is Precision.DAY
