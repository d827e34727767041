"""Tense: on which side of the publication day a sentence puts one of its dates.

Words right before the date come first ("until Friday", "since Friday"), then the verb that the
date belongs to: "was arrested Friday" is past, "will meet Friday" and "planned to leave on
Friday" lie ahead. Where nothing tells, the answer is that nothing tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.date_sense import Tense
from briefing.extract.word_lists import read_list

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SUBORDINATE = frozenset({"xcomp", "advcl", "acl", "ccomp", "relcl", "conj", "dep"})
_FUTURE_MODALS = frozenset(
    {
        "will",
        "shall",
        "'ll",
        "wo",
        "would",
        "'d",
        "may",
        "might",
        "can",
        "could",
        "must",
        "should",
        "ca",
    }
)
_SKIPPED = frozenset(
    {
        "the",
        "a",
        "late",
        "early",
        "later",
        "earlier",
        "about",
        "around",
        "last",
        "next",
        "on",
        "in",
        "this",
    }
)


@dataclass(frozen=True, slots=True)
class _Lists:
    future: frozenset[str]
    past: frozenset[str]
    plans: frozenset[str]
    weak: frozenset[str]
    done: frozenset[str]
    speech: frozenset[str]
    ahead: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    tables = read_list("tenses")

    def words(table: str, key: str) -> frozenset[str]:
        entries = tables[table][key]
        return frozenset(entries.split() if isinstance(entries, str) else entries)

    return _Lists(
        future=words("before", "future"),
        past=words("before", "past"),
        plans=words("plans", "verbs"),
        weak=words("plans", "weak"),
        done=words("done", "verbs"),
        speech=words("speech", "verbs"),
        ahead=words("ahead", "words"),
    )


def tense_of_date(words: Words, *, coming: frozenset[str] = frozenset()) -> Tense:
    """Which way the date in these words points; `coming` are nouns of things that are held on a day."""
    root = words.root
    verb, noun = _governor(root)
    by_verb = tense_of_verb(verb) if verb is not None else Tense.UNKNOWN
    by_words = _by_words_before(words, verb, by_verb)
    if by_words is not None:
        return by_words
    beside = _by_verb_beside(words)
    if beside is not None:
        return beside
    if noun is not None and _is_ahead_itself(noun):
        return Tense.FUTURE
    if verb is None:
        return Tense.UNKNOWN
    if by_verb is Tense.PAST:
        return _planned(verb, root)
    if by_verb is Tense.FUTURE and noun is not None:
        if noun.pos_ == "ADJ" and verb.tag_ in {"VBZ", "VBP"}:
            return Tense.UNKNOWN
        return _future_of_noun(verb, noun, root, coming)
    return by_verb


def tense_of_verb(verb: Token) -> Tense:
    """Which way a verb points with its auxiliaries, or with the verb that it completes."""
    marks = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {mark.lower_ for mark in marks}
    if words & _FUTURE_MODALS and "have" not in words:
        return Tense.FUTURE
    if any(mark.tag_ == "TO" for mark in marks):
        return Tense.PAST if "have" in words else _of_infinitive(verb)
    if words & {"have", "has", "had", "'ve"}:
        return Tense.PAST
    if words & {"was", "were", "did"}:
        return Tense.PAST
    if verb.tag_ == "VBD":
        return Tense.PAST
    if words & {"is", "are", "am", "'s", "'re", "'m", "do", "does", "be", "being"}:
        return Tense.FUTURE
    if verb.tag_ in {"VBZ", "VBP"}:
        return Tense.FUTURE
    if verb.tag_ == "VB":
        return _of_clause(verb, Tense.FUTURE)
    if verb.tag_ == "VBN":
        return Tense.FUTURE if _is_plan(verb) else Tense.PAST
    if verb.tag_ == "VBG":
        return _of_clause(verb, Tense.UNKNOWN)
    return Tense.UNKNOWN


def _of_infinitive(verb: Token) -> Tense:
    """ "Planned to leave" lies ahead; "began to leave" and "flew in to meet" do so no more than their verb."""
    head = verb.head
    if head == verb:
        return Tense.FUTURE
    if verb.dep_ == "conj":
        return tense_of_verb(head)
    if verb.dep_ in {"acl", "relcl"} and _is_first_of_kind(head):
        above, _ = _governor(head)
        return tense_of_verb(above) if above is not None else Tense.PAST
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"} and not _is_plan(head):
        return Tense.UNKNOWN if tense_of_verb(head) is Tense.PAST else Tense.FUTURE
    if verb.dep_ in {"xcomp", "ccomp"} and head.lower_ in _lists().done:
        return tense_of_verb(head)
    return Tense.PLANNED if verb.dep_ == "xcomp" and _was(head) else Tense.FUTURE


def _was(plan: Token) -> bool:
    """Whether the plan is told as a past one: "was due to", "were scheduled to"."""
    marks = [c.lower_ for c in plan.children if c.dep_ in {"aux", "auxpass"}]
    if plan.pos_ == "ADJ" and plan.head != plan:
        marks.append(plan.head.lower_)
    return bool({"was", "were", "had"} & set(marks))


def _is_first_of_kind(noun: Token) -> bool:
    """Whether the noun is told as having done it: "the first to join"."""
    words = {token.lower_ for token in noun.doc[noun.left_edge.i : noun.i + 1]}
    return bool(words & {"first", "last", "latest", "only", "second", "third"})


def _of_clause(verb: Token, alone: Tense) -> Tense:
    """The tense that a verb without one of its own takes from the verb above it."""
    head = verb.head
    if head == verb or verb.dep_ not in _SUBORDINATE:
        return alone
    if head.pos_ in {"VERB", "AUX"}:
        if _is_plan(head):
            return Tense.FUTURE
        return tense_of_verb(head)
    return alone


def _governor(root: Token) -> tuple[Token | None, Token | None]:
    """The verb a date belongs to, and the noun between them when it first belongs to one."""
    noun: Token | None = None
    token = root
    while token.head != token:
        above = token.head
        if above.pos_ in {"VERB", "AUX"} and not _is_participle_before(above):
            return above, noun
        if (
            above.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}
            and noun is None
            and above.ent_type_ not in {"DATE", "TIME"}
        ):
            noun = above
        token = above
    return (token, noun) if token.pos_ in {"VERB", "AUX"} and token != root else (None, noun)


def _is_participle_before(verb: Token) -> bool:
    """Whether it only describes a noun after it: "the planned Friday vote"."""
    return verb.dep_ in {"amod", "compound"}


def _by_words_before(words: Words, verb: Token | None, by_verb: Tense) -> Tense | None:
    lists = _lists()
    before = [token.lower_ for token in words.doc[max(0, words.start - 4) : words.start]]
    while before and before[-1] in {
        "the",
        "a",
        "about",
        "around",
        "this",
        "late",
        "early",
        "its",
        "their",
        "his",
        "her",
    }:
        before.pop()
    near = {" ".join(before[-count:]) for count in (1, 2, 3) if len(before) >= count}
    if near & lists.past:
        if "after" in near and by_verb is Tense.FUTURE:
            return Tense.FUTURE
        return Tense.UNKNOWN if near & {"after"} and by_verb is not Tense.PAST else Tense.PAST
    if near & lists.future:
        is_over = verb is not None and _is_perfect(verb)
        return Tense.PAST if is_over else Tense.FUTURE
    return None


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def _by_verb_beside(words: Words) -> Tense | None:
    """A past verb right before or after a bare date is its own: "said Friday", "Friday launched"."""
    doc, at = words.doc, words.start - 1
    while at >= 0 and doc[at].lower_ in {"late", "early", "earlier", "later", "on"}:
        at -= 1
    if at >= 0 and doc[at].sent.start == words[0].sent.start and doc[at].lower_ in _lists().speech:
        return Tense.PAST if doc[at].tag_ in {"VBD", "VBN"} else None
    if (
        at >= 0
        and doc[at].tag_ == "VBD"
        and not _is_plan(doc[at])
        and doc[at].dep_ not in {"aux", "auxpass"}
    ):
        return Tense.PAST
    if words.end < len(doc):
        after = doc[words.end]
        if (
            after.tag_ == "VBD"
            and after.pos_ == "VERB"
            and not _is_plan(after)
            and doc[at].pos_ in {"NOUN", "PROPN"}
        ):
            return Tense.PAST
    return None


def _is_plan(verb: Token) -> bool:
    return verb.lower_ in _lists().plans


def _is_ahead_itself(noun: Token) -> bool:
    ahead = _lists().ahead
    if noun.lower_ in {"due", "scheduled", "slated", "deadline"}:
        return True
    return any(child.lower_ in ahead and child.dep_ == "amod" for child in noun.children)


def _planned(verb: Token, root: Token) -> Tense:
    """What a past verb of planning says of a date that it does not bear itself."""
    if not _is_plan(verb) or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return Tense.PAST
    preposition = root.head if root.dep_ == "pobj" else None
    if verb.lower_ in _lists().weak:
        is_for = preposition is not None and preposition.lower_ in {"for", "until", "to"}
        return Tense.FUTURE if is_for else Tense.PAST
    if preposition is None and root.head == verb and root.i == verb.i + 1:
        return Tense.FUTURE if verb.tag_ == "VBN" else Tense.PAST
    return Tense.FUTURE


def _future_of_noun(verb: Token, noun: Token, root: Token, coming: frozenset[str]) -> Tense:
    """A date inside a noun phrase is that of the noun: "will discuss Friday's attack" is past."""
    if noun.lower_ in coming or root.dep_ == "pobj":
        return Tense.FUTURE
    if root.dep_ in {"poss", "compound", "nmod", "nummod", "npadvmod", "amod"}:
        is_subject = noun.dep_ in {"nsubj", "nsubjpass"}
        is_modal = any(child.lower_ in {"will", "shall", "'ll"} for child in verb.children)
        return Tense.FUTURE if is_subject and is_modal else Tense.UNKNOWN
    return Tense.FUTURE
