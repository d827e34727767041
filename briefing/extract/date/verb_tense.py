"""Verb tense: which way from the publication day a verb points.

Its auxiliaries tell, else the verb above it; a verb of planning points ahead in any tense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.tense_words import tense_words
from briefing.extract.parse import AUXILIARIES, CLAUSES, DATES, VERBS, has_child, is_next_step

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBORDINATE = frozenset({"xcomp", "advcl", "acl", "ccomp", "relcl", "conj", "dep"})
_MODALS = frozenset("will shall 'll wo would 'd may might can could must should ca".split())
_PRESENT = frozenset(["is", "are", "am", "'s", "'re", "'m", "do", "does", "be", "being"])
_ONLY = frozenset({"first", "last", "latest", "only", "second", "third"})


def tense_of_verb(verb: Token) -> Tense:
    """Which way a verb points with its auxiliaries, or with the verb that it completes."""
    marks = [child for child in verb.children if child.dep_ in AUXILIARIES]
    words = {mark.lower_ for mark in marks}
    if words & _MODALS and words.isdisjoint({"have", "'ve"}):
        is_denied = has_child(verb, "neg")
        is_past = is_denied or verb.lower_ in tense_words().perceived  # "could be heard"
        return Tense.PAST if "could" in words and is_past else Tense.FUTURE
    if any(mark.tag_ == "TO" for mark in marks):
        return Tense.PAST if "have" in words else _of_infinitive(verb)
    is_done = bool(words & {"have", "has", "had", "'ve", "was", "were", "did"})
    if is_done or (verb.tag_ == "VBD" and "being" not in words):  # "the fair, being staged in Rome"
        return Tense.PAST
    if words & _PRESENT:
        return Tense.FUTURE if is_plan(verb) else Tense.PRESENT
    if verb.tag_ in {"VBZ", "VBP"}:
        return Tense.PRESENT
    if verb.tag_ == "VB":
        return _of_clause(verb, Tense.FUTURE)
    if verb.tag_ == "VBN":
        if is_plan(verb) and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
            return _of_clause(verb, Tense.PAST)  # "was shown as planned"
        is_ahead = is_plan(verb) and verb.lower_ not in tense_words().weak
        return Tense.FUTURE if is_ahead else Tense.PAST
    if verb.tag_ == "VBG" and is_next_step(verb):
        return tense_of_verb(verb.head.head)  # "will meet Berg before flying to Oslo on Friday"
    if verb.tag_ == "VBG":
        return Tense.FUTURE if is_plan(verb) else _of_clause(verb, Tense.UNKNOWN)
    return Tense.UNKNOWN


def is_plan(verb: Token) -> bool:
    """Whether the verb is one of planning, whose past tense still points ahead."""
    return verb.lower_ in tense_words().plans


def governor(root: Token) -> tuple[Token | None, Token | None]:
    """The verb a word belongs to, and the noun between them when it first belongs to one."""
    noun: Token | None = None
    token = root
    while token.head != token:
        above = token.head
        # "The planned Friday vote": a participle before its noun governs nothing.
        if above.pos_ in VERBS and above.dep_ not in {"amod", "compound"}:
            return above, noun
        is_noun = above.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}
        if is_noun and noun is None and above.ent_type_ not in DATES:
            noun = above
        token = above
    return (token, noun) if token.pos_ in VERBS and token != root else (None, noun)


def _of_infinitive(verb: Token) -> Tense:
    """Ahead in "planned to leave", but not in "began to leave" or "flew in to meet"."""
    head = verb.head
    if head == verb:
        return Tense.FUTURE
    if verb.dep_ in {"conj", "csubj"}:
        return tense_of_verb(head)
    if verb.dep_ in CLAUSES:
        return _of_noun_infinitive(head)
    if verb.dep_ == "advcl" and head.pos_ in VERBS and not is_plan(head):
        above = tense_of_verb(head)
        return above if above in {Tense.FUTURE, Tense.PLANNED} else Tense.UNKNOWN
    if verb.dep_ in {"xcomp", "ccomp"} and head.lower_ in tense_words().done:
        return tense_of_verb(head if head.pos_ in VERBS else head.head)
    return Tense.PLANNED if verb.dep_ == "xcomp" and _was(head) else Tense.FUTURE


def _of_noun_infinitive(noun: Token) -> Tense:
    """Ahead in "a plan to close", but with its verb in "the first to join"."""
    above, _ = governor(noun)
    tense = tense_of_verb(above) if above is not None else Tense.UNKNOWN
    words = {token.lower_ for token in noun.doc[noun.left_edge.i : noun.i + 1]}
    if words & _ONLY:
        return tense
    if noun.lower_ in tense_words().intended or tense is not Tense.PAST:
        return Tense.FUTURE
    return Tense.UNKNOWN


def _was(plan: Token) -> bool:
    """Whether the plan is told as a past one: "was due to", "were scheduled to"."""
    marks = [c.lower_ for c in plan.children if c.dep_ in AUXILIARIES]
    if plan.pos_ == "ADJ" and plan.head != plan:
        marks += [plan.head.lower_, *(c.lower_ for c in plan.head.children if c.dep_ == "aux")]
    return bool({"was", "were", "had"} & set(marks))


def _of_clause(verb: Token, alone: Tense) -> Tense:
    """The tense that a verb without one of its own takes from the verb above it."""
    head = verb.head
    if head == verb or verb.dep_ not in _SUBORDINATE or head.pos_ not in VERBS:
        return alone
    if verb.tag_ == "VBG" and head.lower_ in tense_words().weak:
        return alone  # "announced leaving in May"
    return Tense.FUTURE if is_plan(head) else tense_of_verb(head)
