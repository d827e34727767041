"""Occasions: where a sentence tells of something that is going to be held on a day.

It starts from the dates that lie ahead and asks what happens then, and from nouns and verbs of
meeting that a plan or a "will" governs. What the occasion is called is left to `talk_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.extract.date_sense import Tense
from briefing.extract.dates import FoundDate
from briefing.extract.occasion_words import occasion_words
from briefing.extract.tense import tense_of_verb
from briefing.model import Precision, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "dative", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HORIZON = timedelta(days=800)  # beyond it, an intention rather than an appointment


@dataclass(frozen=True, slots=True)
class Occasion:
    """One mention of a coming occasion in the parse."""

    head: Token  # the noun or the verb that tells what it is
    verb: Token | None  # the verb that governs it
    family: str
    date: FoundDate | None
    status: Status

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells what it is."""
        return self.head.pos_ in _NOUNS


def find_occasions(page: Page, dates: Sequence[FoundDate]) -> Iterator[Occasion]:
    """Every mention of a coming occasion, dated ones first; one token is the head of one at most."""
    taken: set[int] = set()
    for found in dates:
        occasion = _dated(page, found)
        if occasion is not None and occasion.head.i not in taken:
            taken.add(occasion.head.i)
            yield occasion
    for token in page.doc:
        if token.i not in taken and token.lower_ in _heads() and not page.is_heading(token):
            occasion = _undated(token)
            if occasion is not None:
                taken.add(token.i)
                yield occasion


def _heads() -> frozenset[str]:
    lists = occasion_words()
    return lists.nouns.keys() | lists.verbs.keys()  # type: ignore[return-value]


# ---- from a date that lies ahead


def lies_ahead(found: FoundDate, said_on: date | None) -> bool:
    """Whether the date is after the publication day, or that day itself in a sentence of the future."""
    sense = found.sense
    if "REF" in sense.value:
        return False
    if said_on is None or sense.first is None or sense.last is None:
        return found.tense is Tense.FUTURE and said_on is None
    if sense.precision is Precision.UNKNOWN or sense.first - said_on > _HORIZON:
        return False
    if sense.first > said_on:
        return True
    return sense.last >= said_on and found.tense is Tense.FUTURE


def _dated(page: Page, found: FoundDate) -> Occasion | None:
    if not lies_ahead(found, page.article.dated):
        return None
    words = page.words(found.start, found.end)
    if words is None or page.is_heading(words[0]):
        return None
    head, verb = _told_by(words.root, found)
    if head is None or _is_unreal(head, verb):
        return None
    family = _family(head)
    status = _status(head, verb)
    return None if status is None else Occasion(head, verb, family, found, status)


def _told_by(root: Token, found: FoundDate) -> tuple[Token | None, Token | None]:
    """The noun or verb that tells what happens on the day, and the verb that governs it."""
    lists = occasion_words()
    token = root
    while token.head != token:
        token = token.head
        if token.pos_ in _NOUNS and token.lower_ in lists.nouns and token.ent_type_ != "DATE":
            return token, _verb_above(token)
        if token.pos_ in _VERBS and token.dep_ not in {"amod", "compound"}:
            return _told_by_verb(token, found)
    return None, None


def _told_by_verb(verb: Token, found: FoundDate) -> tuple[Token | None, Token | None]:
    lists = occasion_words()
    inner = _completed(verb)
    is_ahead = tense_of_verb(verb) is not Tense.PAST or verb.lower_ in lists.plans
    if not is_ahead and found.tense is not Tense.FUTURE:
        return None, None
    for core in dict.fromkeys((inner, verb)):
        noun = _noun_of(core)
        if noun is not None:
            return noun, verb
    when = _clause_of_time(verb)
    if when is not None:
        return when, when
    if is_ahead and _family_of_verb(inner):
        return inner, verb
    if (
        is_ahead
        and _is_firm(verb)
        and found.sense.precision in {Precision.DAY, Precision.WEEK, Precision.MONTH}
    ):
        return (inner, verb) if inner.pos_ == "VERB" else (None, None)
    return None, None


def _completed(verb: Token) -> Token:
    """The verb that a verb of planning is completed by: "is set to release"."""
    for child in verb.children:
        if (
            child.dep_ == "xcomp"
            and child.pos_ in _VERBS
            and child.tag_ in {"VB", "VBN"}
            and child.i > verb.i
        ):
            return _completed(child)
    return verb


def _noun_of(verb: Token) -> Token | None:
    """The noun of an occasion that a verb holds, is about, or sends somebody to."""
    lists = occasion_words()
    places: list[tuple[int, Token]] = []
    for child in verb.children:
        if child.dep_ in _OBJECTS and child.lower_ in lists.nouns:
            places.append((0, child))
        elif child.dep_ in _SUBJECTS and child.lower_ in lists.nouns:
            places.append((1, child))
        elif child.dep_ in {"prep", "agent"}:
            places += [
                (2, n) for n in child.children if n.dep_ == "pobj" and n.lower_ in lists.nouns
            ]
    if verb.dep_ in {"relcl", "acl"} and verb.head.lower_ in lists.nouns:
        places.append((1, verb.head))
    places = [
        pair for pair in places if pair[1].lower_ not in lists.weak or verb.lower_ in lists.holding
    ]
    return min(places, key=lambda pair: pair[0])[1] if places else None


def _clause_of_time(verb: Token) -> Token | None:
    """What is told by the clause of time: "will play out Friday when the two teams face off"."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.lower_ in {"when", "as"} for c in child.children):
            noun = _noun_of(child)
            if noun is not None or _family_of_verb(child):
                return noun or child
    return None


# ---- without a date


def _undated(token: Token) -> Occasion | None:
    lists = occasion_words()
    if token.pos_ in _NOUNS and token.lower_ in lists.nouns:
        return _undated_noun(token)
    if (
        token.pos_ == "VERB"
        and token.tag_ == "VB"
        and token.lower_ in {"meet", "visit", "host", "testify"}
    ):
        verb = _planning(token)
        has_subject = any(
            c.dep_ in _SUBJECTS and c.ent_type_ for c in (*token.children, *verb.children)
        )
        if _is_firm(verb) and has_subject and not _is_unreal(token, verb):
            return _made(token, verb)
    return None


def _undated_noun(noun: Token) -> Occasion | None:
    lists = occasion_words()
    if noun.lower_ in lists.weak:
        return None
    verb = _verb_above(noun)
    if verb is None or _is_unreal(noun, verb):
        return None
    is_held = noun.dep_ in _OBJECTS | _SUBJECTS and verb.lower_ in lists.holding
    if is_held and _is_firm(_planning(verb)):
        return _made(noun, _planning(verb))
    return None


def _made(head: Token, verb: Token) -> Occasion | None:
    status = _status(head, verb)
    return None if status is None else Occasion(head, verb, _family(head), None, status)


def _planning(verb: Token) -> Token:
    """The verb of planning above an infinitive, else the verb itself."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in occasion_words().plans:
        return verb.head
    return verb


def _is_firm(verb: Token) -> bool:
    """Whether it is said that it will be: "will", "is to", "is set to", not "may" or "would"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}}
    if words & {"will", "shall", "'ll"}:
        return not words & {"not", "n't", "never", "have"}
    inner = _completed(verb)
    if inner != verb and verb.lower_ in occasion_words().plans:
        return not words & {"not", "n't", "was", "were", "had"}
    if (
        verb.tag_ == "VB"
        and verb.dep_ == "xcomp"
        and verb.head.lower_ in {"is", "are", "'s", "'re"}
    ):
        return True
    if (
        verb.tag_ in {"VBD", "VBN"}
        and verb.lower_ in {"set", "due", "scheduled", "slated"}
        and inner != verb
    ):
        return True
    return verb.tag_ == "VBG" and bool(words & {"is", "are", "'s", "'re"})


# ---- what makes it unreal, and how firm it is


def _verb_above(token: Token) -> Token | None:
    while token.head != token:
        token = token.head
        if token.pos_ in _VERBS and token.dep_ not in {"amod", "compound"}:
            return token
    return None


def _is_unreal(head: Token, verb: Token | None) -> bool:
    """Whether it hangs on a condition, or is said not to be."""
    token: Token | None = head
    while token is not None:
        if token.pos_ in _VERBS:
            for child in token.children:
                if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
                    return True
                if child.dep_ == "advcl" and any(
                    c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in child.children
                ):
                    return True
            if (
                token.dep_ == "advcl"
                and token.tag_ == "VB"
                and any(c.lower_ == "should" and c.i < token.i for c in token.children)
                and not any(c.dep_ == "mark" for c in token.children)
            ):
                return True  # "should the House vote to impeach"
        token = token.head if token.head != token else None
    if any(child.dep_ == "det" and child.lower_ == "no" for child in head.children):
        return True
    lists = occasion_words()
    for near in (head, verb):
        if near is None:
            continue
        words = {child.lower_ for child in near.children}
        if words & {"not", "n't", "never"} and "longer" not in words:
            return True
        if near.lower_ in lists.refused and near.pos_ in _VERBS and near.lower_ != "rule":
            return True
    return False


def _status(head: Token, verb: Token | None) -> Status | None:
    lists = occasion_words()
    around: set[str] = set()
    for near in (head, verb, verb.head if verb is not None else None):
        if near is not None:
            around |= {near.lower_, *(child.lower_ for child in near.children)}
    if (
        around & lists.cancelled
        or {"no", "longer"} <= _all_below(verb)
        or {"called", "off"} <= around
    ):
        return Status.CANCELLED
    if around & lists.postponed or {"put", "off"} <= around:
        return Status.POSTPONED
    if around & lists.tentative:
        return Status.TENTATIVE
    if around & lists.proposed:
        return Status.PROPOSED
    return Status.SCHEDULED


def _all_below(verb: Token | None) -> set[str]:
    if verb is None:
        return set()
    return {c.lower_ for child in verb.children for c in (child, *child.children)}


def _family(head: Token) -> str:
    if head.pos_ in _NOUNS:
        return occasion_words().nouns.get(head.lower_, "")
    return _family_of_verb(head) or ""


def _family_of_verb(verb: Token) -> str | None:
    lists = occasion_words()
    for child in verb.children:
        family = lists.phrasal.get((verb.lower_, child.lower_))
        if family is not None:
            return family
    return lists.verbs.get(verb.lower_)
