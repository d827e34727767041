"""Mending: verbs that the parse takes for nouns, put right before anybody asks for their tense.

"Leaders gather in Rome", "Leeds host Hull on Saturday" and "Nominations open on Monday" have no
other verb. Doing it twice changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.tense_words import tense_words
from briefing.extract.parse import DATES, NOUNS, PLURALS, SUBJECTS, VERBS, child_of, has_child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LONGEST_NAME = 5  # tokens
_TOWARDS = frozenset({"to", "on"})  # "travel to Leeds", "take on Leeds"
_OF_NOUNS = frozenset({"poss", "det", "amod", "nummod", "advmod", "predet"})
_BEFORE_DAYS = frozenset({"on", "this", "next", "later", "at", "in", "and", ",", "again"})


def mend_verbs(doc: Doc) -> None:
    """Make a verb of what the model took for a noun, a name or an adjective."""
    lists = tense_words()
    for token in doc:
        if token.dep_ == "ROOT" and token.tag_ == "NN" and token.i > token.sent.start:
            _mend_with_subject(token)
        if token.pos_ in VERBS and (token.dep_ != "ROOT" or has_child(token, *SUBJECTS)):
            continue
        low = token.lower_
        if token.text == low and (low in lists.fixtures or low in lists.openings):
            _mend_at_front(token)


def _mend_with_subject(token: Token) -> None:
    """The root of a sentence that has a plural subject: "leaders gather"."""
    subject = child_of(token, "nsubj")
    is_plural = subject is not None and subject.tag_ in PLURALS
    if is_plural and all(c.pos_ != "AUX" and c.dep_ != "det" for c in token.children):
        token.pos_, token.tag_ = "VERB", "VBP"


def _mend_at_front(verb: Token) -> None:
    """The only verb of a sentence, between its subject and a team or a day."""
    sentence = verb.sent
    subject = verb.doc[sentence.start : verb.i]
    found = _object_after(verb) if verb.lower_ in tense_words().fixtures else (None, verb.i)
    if found is None or not 0 < len(subject) <= _LONGEST_NAME:
        return
    goal, last = found
    if sentence.root.i > last or not _is_day_after(verb.doc, last + 1, sentence.end):
        return
    if goal is None and subject[-1].tag_ not in PLURALS:
        return  # "Elma Open on Monday"
    if goal is not None and not _is_team(subject):
        return
    _make_verb(verb, subject[-1], goal, last)


def _object_after(verb: Token) -> tuple[Token, int] | None:
    """The team behind the verb with the place where it ends: "Hull", "the Lions", "to Leeds"."""
    doc, first, end = verb.doc, verb.i + 1, verb.sent.end
    skipped = {"the", *_TOWARDS} | tense_words().sides
    while first < end and doc[first].lower_ in skipped:
        first += 1
    last = first
    while last < end and doc[last].text[:1].isupper() and doc[last].ent_type_ not in DATES:
        last += 1
    return (doc[last - 1], last - 1) if first < last <= first + _LONGEST_NAME else None


def _is_day_after(doc: Doc, start: int, end: int) -> bool:
    """Whether a day follows, at once or behind one phrase of where."""
    if start >= end or not (doc[start].lower_ in _BEFORE_DAYS or doc[start].ent_type_ in DATES):
        return False
    return any(token.ent_type_ in DATES for token in doc[start:end])


def _is_team(subject: Span) -> bool:
    """Whether a name or "the side" does it, and no verb is told before: "Second-placed Elma"."""
    last = subject[-1]
    is_named = last.text[0].isupper() or last.lower_ in tense_words().sides
    return is_named and all(token.tag_ not in {"VBD", "MD"} for token in subject)


def _make_verb(verb: Token, subject: Token, goal: Token | None, last: int) -> None:
    """The verb as the head of its sentence, with what hung on the words around it."""
    sentence = verb.sent
    first, end = sentence.start, sentence.end
    outside = [t for t in verb.doc[last + 1 : end] if first <= t.head.i <= last]
    root = sentence.root
    verb.head = verb
    verb.dep_, verb.pos_, verb.tag_ = "ROOT", "VERB", "VBP"
    for token in outside:
        token.head = verb
    for token in verb.doc[first : verb.i]:
        if token != subject and (token.head == root or not first <= token.head.i < verb.i):
            relation = token.dep_ if token.dep_ in _OF_NOUNS else "compound"
            token.head, token.dep_ = subject, relation
    subject.head, subject.dep_ = verb, "nsubj"
    if subject.pos_ not in NOUNS:
        subject.pos_, subject.tag_ = "PROPN", "NNP"
    if goal is not None:
        _attach(verb, goal)


def _attach(verb: Token, goal: Token) -> None:
    """The team, with the words before its name, under its verb or under "to"."""
    doc, first = verb.doc, verb.i + 1
    above, relation = verb, "dobj"
    if doc[first].lower_ in _TOWARDS:
        above, relation = doc[first], "pobj"
        above.head, above.dep_ = verb, "prep" if above.lower_ == "to" else "prt"
        if above.dep_ == "prt":
            above, relation = verb, "dobj"
        first += 1
    goal.head, goal.dep_ = above, relation
    for token in doc[first : goal.i]:
        token.head, token.dep_ = goal, "det" if token.lower_ == "the" else "compound"
    if goal.pos_ not in NOUNS:
        goal.pos_, goal.tag_ = "PROPN", "NNP"
