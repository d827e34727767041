"""Occasions without a day: what a plan or a "will" puts ahead, though nobody says when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.dates import FoundDate
from briefing.extract.parse import SUBJECTS
from briefing.extract.talk.firmness import is_firm, is_unreal, planning, status_of, verb_above
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import (
    OBJECTS,
    family,
    is_date,
    is_occasion_noun,
    noun_word,
    subject_of,
)
from briefing.extract.talk.occasion_words import occasion_words
from briefing.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_RECENT = timedelta(days=14)


def sentences_of_past(page: Page, dates: Sequence[FoundDate]) -> frozenset[int]:
    """Where sentences begin that tell of a day weeks ago: their plans are of then."""
    said_on = page.article.dated
    starts = set()
    for found in dates:
        last, words = found.sense.last, page.words(found.start, found.end)
        if said_on is None or last is None or words is None or said_on - last < _RECENT:
            continue
        if tense_of_verb(words[0].sent.root) is Tense.PAST:
            starts.add(words[0].sent.start)
    return frozenset(starts)


def undated(token: Token) -> Occasion | None:
    """The coming occasion that the noun or verb tells of without a day of its own."""
    if is_occasion_noun(token):
        return _undated_noun(token)
    if (
        token.pos_ == "VERB"
        and token.tag_ == "VB"
        and token.lower_ in {"meet", "visit", "host", "testify"}
    ):
        verb = planning(token)
        if any(child.dep_ == "dobj" and is_occasion_noun(child) for child in token.children):
            return None  # "to host the talks": the talks tell it
        subject = subject_of(token)
        met = [child for child in token.children if child.dep_ == "dobj"]
        met = met if verb.dep_ not in {"relcl", "advcl"} else []  # told with the verb above
        named = (t for near in (subject, *met) if near is not None for t in (near, *near.children))
        has_name = subject is not None and any(t.ent_type_ for t in named)
        if is_firm(verb) and has_name and not is_unreal(token, verb):
            return _made(token, verb)
    return None


def _undated_noun(noun: Token) -> Occasion | None:
    lists = occasion_words()
    if noun_word(noun) in lists.weak:
        return None
    verb = verb_above(noun)
    if verb is None or is_unreal(noun, verb):
        return None
    if _is_announced(noun):
        told = _made(noun, verb)
        return told if told.status not in {Status.CANCELLED, Status.POSTPONED} else None
    if noun.dep_ in SUBJECTS and verb.lower_ in lists.holding and verb.tag_ in {"VBZ", "VBP"}:
        lead = _lead(verb)
        if lead is not None:
            return replace(_made(noun, verb), lead=lead)
    if noun.tag_ == "NNS" and verb.lower_ == "have" and family(noun) == "vote":
        return None  # "is going to have the votes"
    is_held = noun.dep_ in OBJECTS | SUBJECTS and verb.lower_ in lists.holding
    if is_held and verb.tag_ != "VBG" and is_firm(planning(verb)):
        return _made(noun, planning(verb))
    return None


def _is_announced(noun: Token) -> bool:
    """Whether the word before it says that it lies ahead: "her planned visit"; no day is near."""
    announced = occasion_words().announced
    is_said = any(c.dep_ == "amod" and c.lower_ in announced for c in noun.lefts)
    return is_said and not any(is_date(token) for token in noun.sent)


def _lead(verb: Token) -> tuple[int, int] | None:
    """The offsets of the time that is left: "just 75 days before voting begins"."""
    mark = next((c for c in verb.children if c.lower_ in {"before", "until"}), None)
    if mark is None or mark.dep_ not in {"mark", "prep", "advmod"} or mark.i == 0:
        return None
    doc, last = verb.doc, mark.i - 1
    if not is_date(doc[last]) or not doc[last].lower_.endswith("s"):
        return None
    first = last
    while first - 1 > verb.sent.start and is_date(doc[first - 1]) and doc[first - 1].pos_ != "ADV":
        first -= 1
    return doc[first].idx, verb.idx + len(verb)


def _made(head: Token, verb: Token) -> Occasion:
    return Occasion(head, verb, family(head), None, status_of(head, verb))
