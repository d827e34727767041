"""Happening: whether what a clause puts on a coming day is an event, whatever its verb.

"The old satellite will fall to Earth in March" is news by its "will" and its day. No event is what
only is so, is thought, costs or grows, what somebody does for himself, and the weather.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.known import titles
from briefing.extract.parse import has_child
from briefing.extract.talk.occasion_words import all_forms, occasion_words
from briefing.extract.word_lists import read_list

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUM = frozenset({"MONEY", "PERCENT"})
_AMOUNT = _SUM | {"QUANTITY", "CARDINAL"}
_PRONOUNS = frozenset(
    "me you him her it us them himself herself itself themselves this that".split()
)
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative", "pobj"})


@dataclass(frozen=True, slots=True)
class Happenings:
    """Which verbs and subjects tell of no event, and what makes one of an empty verb."""

    quiet: frozenset[str]
    objects: frozenset[str]
    complements: frozenset[str]
    settings: frozenset[str]  # what something is in or on: "will be in cinemas"
    speakers: frozenset[str]  # "I" and "we", of whom a listed verb may tell something public
    chances: frozenset[str]  # what one is given and need not use: "the opportunity to"
    nobody: frozenset[str]
    amounts: frozenset[str]
    works: frozenset[str]  # what is awaited by itself
    craft: frozenset[str]  # whose coming and going is awaited wherever it leads
    staged: frozenset[str]  # what people come to when it "will be held"
    dull: frozenset[str]  # what is only thought or spoken of
    weather: frozenset[str]
    storms: frozenset[str]  # what has a name behind it: "Storm Ana"


@lru_cache(maxsize=1)
def happenings() -> Happenings:
    """The lists, read once, every verb in all its forms."""
    tables = read_list("happenings")
    quiet, subjects = tables["quiet"], tables["subjects"]
    return Happenings(
        quiet=frozenset(all_forms(" ".join(quiet.values()).split())),
        objects=frozenset(tables["objects"]["nouns"].split()),
        complements=frozenset(tables["complements"]["words"].split()),
        speakers=frozenset(subjects["speakers"].split()),
        settings=frozenset(tables["complements"]["settings"].split()),
        chances=frozenset(subjects["chances"].split()),
        nobody=frozenset(subjects["nobody"].split()),
        amounts=frozenset(subjects["amounts"].split()),
        works=frozenset(tables["awaited"]["works"].split()),
        craft=frozenset(tables["awaited"]["craft"].split()),
        staged=frozenset(tables["awaited"]["staged"].split()),
        dull=frozenset(subjects["abstract"].split()),
        weather=frozenset(subjects["weather"].split()),
        storms=frozenset(subjects["storms"].split()),
    )


def is_event(verb: Token, subject: Token | None) -> bool:
    """Whether what the verb says of its subject happens at a time and could be waited for."""
    if subject is not None and _is_staged(verb, subject):
        return True
    if subject is None or not is_worth_news(subject):
        return False
    if any(c.dep_ == "dobj" and c.lower_ in _PRONOUNS for c in verb.children):
        return False  # "police will question him"
    if _is_kept(verb):
        return False
    if verb.lower_ in happenings().quiet:
        return _is_completed_to_event(verb) or _is_new_attempt(verb, subject)
    return not is_of_amount(verb)


def is_somebody(subject: Token) -> bool:
    """Whether the subject is not "everyone", "people" or the weather."""
    lists = happenings()
    words = lists.nobody | lists.weather
    return subject.lower_ not in words and not _is_storm(subject)


def _is_storm(subject: Token) -> bool:
    """Whether the weather has a name: "Storm Ana", but not "Melbourne Storm captain Ruiz"."""
    front = next((c for c in subject.lefts if c.dep_ == "compound"), None)
    is_named = front is not None and front.i == subject.i - 1 and subject.pos_ == "PROPN"
    return is_named and front is not None and front.lower_ in happenings().storms


def is_worth_news(subject: Token) -> bool:
    """Whether the subject is a thing or somebody in particular, no amount, weather or thought."""
    lists = happenings()
    word = subject.lower_
    if not is_somebody(subject) or word in lists.speakers | lists.amounts | lists.dull:
        return False
    if subject.pos_ in {"PRON", "PROPN"} or subject.ent_type_:
        return True
    return subject.n_lefts > 0 or subject.n_rights > 0 or _is_known(subject)


def _is_known(subject: Token) -> bool:
    """Whether a bare noun names people who act in public: "prosecutors", but not "children"."""
    lists = occasion_words()
    word = subject.lower_
    return word in lists.bodies or word in lists.crowds or titles().is_head(word)


def _is_completed_to_event(verb: Token) -> bool:
    """Whether an empty verb goes with what makes it an event: "give birth", "be made public"."""
    lists = happenings()
    beside = [c for c in verb.children if c.dep_ in _OBJECTS]
    if any(c.lower_ in lists.complements for c in beside if c.dep_ != "dobj"):
        return True
    if any(c.lower_ in lists.objects for c in beside):
        return True
    if verb.lower_ == "become":
        return any(titles().is_head(c.lower_) for c in beside)
    places = (c for prep in verb.children if prep.lower_ in {"in", "on"} for c in prep.children)
    return verb.lower_ == "be" and any(place.lower_ in lists.settings for place in places)


def _is_new_attempt(verb: Token, subject: Token) -> bool:
    """Whether a body tries once more: "the agency will try again on Monday"."""
    is_again = verb.lower_ == "try" and any(c.lower_ == "again" for c in verb.children)
    return is_again and subject.pos_ != "PRON" and not has_child(verb, "xcomp")


def _is_staged(verb: Token, subject: Token) -> bool:
    """Whether it is what people come to and "will be held": "a quiz night", "the Winter Market"."""
    is_passive = verb.lower_ == "held" and has_child(verb, "auxpass")
    return is_passive and (subject.lower_ in happenings().staged or subject.ent_type_ == "EVENT")


def _is_kept(verb: Token) -> bool:
    """Whether somebody or something is only kept: "will be held in custody until Friday"."""
    is_passive = verb.lower_ in {"held", "detained"} and has_child(verb, "auxpass")
    phrases = [c for c in verb.children if c.dep_ == "prep"]
    is_long = any(c.lower_ in {"until", "till", "without"} for c in phrases)
    goods = (c for p in phrases if p.lower_ == "in" for c in p.children)
    return is_passive and (is_long or any(c.pos_ == "NOUN" and not c.n_lefts for c in goods))


def is_of_amount(verb: Token) -> bool:
    """Whether it tells how much something will be: "to rise by 3 percent", "to report a loss"."""
    lists = happenings()
    for child in verb.children:
        if child.dep_ in {"dobj", "npadvmod"}:
            is_some = any(c.lower_ in {"a", "an"} for c in child.lefts)
            if child.ent_type_ in _SUM or (is_some and child.lower_ in lists.amounts):
                return True
        if child.lower_ in {"by", "to"} and any(c.ent_type_ in _AMOUNT for c in child.children):
            return True
    return False
