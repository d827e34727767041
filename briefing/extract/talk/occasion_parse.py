"""Occasion parse: what one word of the parse tells: a day, an occasion, its kind, its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.tense_words import tense_words
from briefing.extract.known import titles
from briefing.extract.parse import (
    CLAUSES,
    DATES,
    NOUNS,
    PLURALS,
    PROPER,
    SUBJECTS,
    VERBS,
    child_of,
    has_child,
    is_next_step,
)
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "obj", "attr", "dative", "oprd"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_FREQUENT = frozenset({"annual", "yearly", "daily", "weekly", "monthly", "quarterly", "biennial"})


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb or of those above it; of "which will meet", what that describes."""
    token = verb
    for _ in range(4):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                is_relative = child.tag_ in {"WDT", "WP"} and token.dep_ == "relcl"
                return token.head if is_relative else child
            # The parse joins a name to its verb: "and Hull City face Leeds".
            if child.dep_ == "compound" and child.i == token.i - 1 and token.pos_ in VERBS:
                return child
        is_plan = token.dep_ == "amod" and token.lower_ in occasion_words().plans
        is_clause = token.dep_ in CLAUSES and token.tag_ in {"VBN", "VBD", "VB"}
        if is_clause and is_date(token.head):
            token = _verb_over(token.head)  # "has until the end of May to file"
            continue
        if is_plan or is_clause:
            return token.head  # "talks set to take place", "the strike, due to begin"
        if is_next_step(token):
            token = token.head.head  # "will meet Berg before flying to Oslo"
            continue
        if token.dep_ not in {"xcomp", "conj", "acomp", "oprd"} or token.head == token:
            return None
        if token.dep_ == "xcomp":  # "has called Ana Ruiz to testify"
            asked = child_of(token.head, "dobj")
            if asked is not None and asked.i < token.i and not is_occasion_noun(asked):
                return asked
        token = token.head
    return None


def _verb_over(token: Token) -> Token:
    """The verb above a date, through its prepositions."""
    while token.pos_ not in VERBS and token.head != token:
        token = token.head
    return token


def is_date(token: Token) -> bool:
    """Whether the token belongs to a date; "annual" is none, nor is that of "quarter-final"."""
    if token.ent_type_ not in DATES or token.lower_ in _FREQUENT:
        return False
    return token.lower_ != "quarter" or token.i + 2 >= len(token.doc) or not _is_of_final(token)


def _is_of_final(token: Token) -> bool:
    final = token.nbor(2)
    return token.nbor(1).text == "-" and final.lower_ in {"final", "finals", "finalist"}


def is_occasion_noun(token: Token) -> bool:
    """Whether the token is a noun that names an occasion."""
    if is_date(token) or token.text in {"March", "Congress", "cup"}:
        return False
    if token.text == "Derby" and not token.n_lefts:
        return False  # the town
    is_like_noun = token.pos_ == "ADJ" and token.dep_ in _NOMINAL  # "Sunday's final is sold out"
    if token.pos_ not in NOUNS and not is_like_noun:
        return False
    return noun_word(token) in occasion_words().nouns


def noun_word(token: Token) -> str:
    """The noun as the lists have it, with what a hyphen joins to it: "kick-off", "trial date"."""
    if token.text in {"Test", "Tests"} and token.i > token.sent.start:
        return "match"  # of cricket and rugby: "the second Test in Lima"
    if token.lower_ == "date" and token.i and token.nbor(-1).dep_ == "compound":
        return token.nbor(-1).lower_
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{token.lower_}"
    if token.i and (pair := f"{token.nbor(-1).lower_}-{token.lower_}") in occasion_words().nouns:
        return pair
    return token.lower_


def family(head: Token) -> str:
    """The kind of occasion that the noun or verb tells of; "" when it is none of the list."""
    if is_occasion_noun(head):
        lists = occasion_words()
        if head.lower_ in lists.portions:
            for child in head.children:
                for inner in child.children:
                    if child.lower_ == "of" and is_occasion_noun(inner):
                        return lists.nouns[noun_word(inner)]
        return lists.nouns[noun_word(head)]
    return family_of_verb(head) or ""


def family_of_verb(verb: Token) -> str | None:
    """The kind of occasion that the verb tells of, by itself or with its particle."""
    lists = occasion_words()
    if verb.lower_ in lists.intransitive and has_child(verb, "dobj"):
        return None  # "strike her" is no strike
    if verb.lower_ in lists.passive and not has_child(verb, "auxpass"):
        return None  # "will try again" is no trial
    if _is_away_or_home(verb) or is_fixture(verb):
        return "match"
    if is_arrival(verb):
        return "visit"
    for child in verb.children:
        if any(is_date(inner) for inner in child.children):
            continue  # "go on Monday" does not go on
        is_taken = child.lower_ == "over" and has_child(verb, "dobj")
        if is_taken:
            continue  # "takes over the firm"
        for near in (child, *child.children):  # "walk out", "go to the polls"
            if near.i and near.nbor(-1).text == "-":
                continue  # "face Hull in the kick-off" does not face off
            family = lists.phrasal.get((verb.lower_, near.lower_))
            if family is not None:
                return family
    if any(c.dep_ == "prt" and c.lower_ in {"in", "on"} for c in verb.children):
        is_sworn = verb.lower_ in {"swear", "sworn"}
        return lists.verbs.get(verb.lower_) if is_sworn else None  # "close in on the city"
    return lists.verbs.get(verb.lower_)


def is_round(noun: Token) -> bool:
    """Whether it is only where two teams meet: "will face Hull in the final"."""
    above = noun.head.head
    verb = above.head if above.dep_ == "dobj" else above
    is_in = noun.dep_ == "pobj" and noun.head.lower_ == "in" and verb.pos_ in VERBS
    has_rival = any(c.dep_ == "dobj" and c.pos_ == "PROPN" for c in verb.children)
    return (
        is_in
        and has_rival
        and family_of_verb(verb) == "match"
        and (family(noun) == "match" or noun_word(noun) == "kick-off")
    )


def whole(head: Token) -> Token:
    """The whole when the day stands beside a part: "the second round of the election"."""
    if is_occasion_noun(head) and head.dep_ == "pobj" and head.head.lower_ == "of":
        above = head.head.head
        if above.lower_ in occasion_words().portions and above.pos_ in NOUNS:
            return above
    return head


def is_fixture(verb: Token) -> bool:
    """Whether one team meets another: "Leeds host Hull", "Ruiz's side entertain Torre".

    A name with a verb in the plural is a team; "Norway hosts Peru" may be a visit.
    """
    words = tense_words()
    subject = child_of(verb, *SUBJECTS)
    if verb.lower_ not in words.fixtures or subject is None or has_child(subject, "conj"):
        return False
    is_relative = subject.tag_ == "WP" and verb.dep_ == "relcl"
    team = verb.head if is_relative else subject
    is_plural = verb.tag_ == "VBP" or verb.lower_ in {"entertain", "tackle"}
    is_named = team.tag_ in PROPER or (team.tag_ == "NN" and team.text.istitle())
    is_team = is_named or team.lower_ in words.sides
    rivals = [c for c in verb.children if c.dep_ == "dobj"]
    for preposition in (c for c in verb.children if c.lower_ == "to"):
        rivals += [c for c in preposition.children if c.dep_ == "pobj"]
    return is_team and is_plural and any(c.tag_ in PROPER for c in rivals)


def _is_away_or_home(verb: Token) -> bool:
    """Whether a team is on the road or not: "Leeds are away to Hull", "are at home to Hull"."""
    if verb.pos_ != "AUX":
        return False
    words = {child.lower_ for child in verb.children}
    words |= {inner.lower_ for child in verb.children for inner in child.children}
    return bool({"away", "home"} & words) and any(
        child.lower_ == "to" and any(c.pos_ == "PROPN" for c in child.children)
        for near in (verb, *verb.children)
        for child in near.children
    )


def is_arrival(verb: Token) -> bool:
    """Whether somebody is to be somewhere: "is due in Moscow", "will be in Rome to sign"."""
    due = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ == "due"), None)
    is_coming = verb.lower_ == "be" and any(c.lower_ in {"will", "'ll"} for c in verb.children)
    is_expected = verb.lower_ == "expected" and has_child(verb, "auxpass")
    if due is None and not is_coming and not is_expected:
        return False
    subject = child_of(verb, *SUBJECTS)
    is_somebody = subject is not None and (
        subject.ent_type_ == "PERSON"
        or titles().is_head(subject.lower_)
        or (subject.pos_ == "PROPN" and not subject.ent_type_)
    )
    return is_somebody and any(
        place.ent_type_ in {"GPE", "FAC"}
        for near in (verb, due)
        for child in (near.children if near is not None else ())
        if child.dep_ == "prep" and child.lower_ in {"in", "at"}
        for place in child.children
    )


def meant_by_pronoun(verb: Token) -> Token | None:
    """The occasion that "it" means in "it will take place on Friday", named one sentence before."""
    subject = subject_of(verb)
    lists = occasion_words()
    if subject is None or subject.lower_ not in {"it", "they", "this"} or not subject.sent.start:
        return None
    has_object = any(c.dep_ == "dobj" and c.lower_ != "place" for c in verb.children)
    if verb.lower_ not in lists.holding or has_object:
        return None
    before = [
        noun
        for noun in subject.doc[subject.sent.start - 1].sent
        if is_occasion_noun(noun)
        and noun_word(noun) not in lists.weak
        and (noun.tag_ in PLURALS) == (subject.lower_ == "they")
    ]
    subjects = [noun for noun in before if noun.dep_ in SUBJECTS]
    chosen = subjects or before
    return chosen[0] if len(chosen) == 1 else None
