"""Talk words: what a coming occasion is called, in at most twelve words of the text.

A noun is told with what stands before it and with the phrases that say of what, on what and with
whom; a verb from its subject to its object, shortened as a headline is (`talk.wording`). No word is
put in that is not the article's own, but for the name of an actor in place of a pronoun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.verb_tense import is_plan
from briefing.extract.parse import CLAUSES
from briefing.extract.talk.cast import Cast
from briefing.extract.talk.clauses import described, due_above, told_by_verb, told_with_verb
from briefing.extract.talk.elsewhere import fuller
from briefing.extract.talk.names import is_bare, name_of
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, is_occasion_noun
from briefing.extract.talk.occasion_verbs import held_by
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.owners import owned
from briefing.extract.talk.wording import Wording

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDING = frozenset("end ends expire expires close closes lapse lapses conclude concludes".split())


def what(occasion: Occasion, cast: Cast) -> str:
    """The occasion in words of the text, at most twelve of them."""
    head = occasion.head
    if occasion.is_noun:
        clause = told_with_verb(occasion, cast) if _needs_verb(occasion) else None
        name = name_of(head, occasion.date)
        if occasion.partners is not None:
            start, end = occasion.partners
            return f"{_words(cast, name[0], head.i)} {cast.page.text[start:end]}"
        told = clause or owned(occasion, cast, name)
        if told is not None:
            return told
        if not is_thin(occasion, _words(cast, *name)):
            return _words(cast, *name)
        stretch = fuller(occasion)
        return _words(cast, *(stretch or name))
    thing = described(head)
    if head.lower_ in occasion_words().holding:
        thing = held_by(thing) or thing  # "a summit of leaders which is to take place"
    if thing is not None and is_occasion_noun(thing) and not _is_told_by(head, thing):
        return _words(cast, *name_of(thing))  # "the winter fair, which was to open"
    return told_by_verb(occasion, cast)


def _words(cast: Cast, first: int, last: int) -> str:
    return Wording(cast.page.text, cast.page.doc).text(first, last)


def _needs_verb(occasion: Occasion) -> bool:
    """Whether the noun alone says little and its verb tells that it is held, decided, planned."""
    head, verb = occasion.head, occasion.head.head
    lists = occasion_words()
    if head.dep_ == "pobj" and verb.lower_ == "for":  # "the sequel, scheduled for release"
        return due_above(verb) is not None and not _holds_name(head)
    if not is_bare(occasion):
        return False
    if head.dep_ == "pobj":
        return verb.lower_ == "on" and verb.i == head.i - 1  # "goes on trial"
    # "is expected to dominate a summit" is no name of the summit
    is_held = verb.lower_ in lists.holding or verb.lower_ in lists.verbs or is_plan(verb)
    return head.dep_ == "dobj" and is_held


def _holds_name(noun: Token) -> bool:
    """Whether a name tells which it is: "scheduled for the Berg trial"."""
    return any(token.pos_ == "PROPN" and not is_date(token) for token in noun.subtree)


def _is_told_by(verb: Token, thing: Token) -> bool:
    """Whether the verb tells more than the noun: "Probe to launch", "the truce, due to expire"."""
    is_headline = verb.tag_ == "VB" and verb.dep_ in CLAUSES and thing.dep_ == "ROOT"
    return is_headline or verb.lower_ in _ENDING


def is_thin(occasion: Occasion, name: str) -> bool:
    """Whether the name tells no more than the kind of occasion: "talks", "second round"."""
    lists = occasion_words()
    plain = lists.another | lists.coming | lists.generic | {"first", "last", "final", "new"}
    words = [word.strip("’'\"“”,").lower() for word in name.split()]
    return occasion.is_noun and all(w in plain or w in lists.nouns for w in words)
