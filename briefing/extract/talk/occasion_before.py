"""Occasion before: what a bare "the hearing" or "it" means after the sentence that told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.talk.firmness import is_unreal
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import (
    family_of_verb,
    is_fixture,
    meant_by_pronoun,
    noun_word,
)
from briefing.extract.talk.occasion_words import occasion_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page


def told_before(page: Page, occasion: Occasion) -> Occasion | None:
    """What "the hearing" means after a sentence that says a court "will hear the appeal"."""
    head = occasion.head
    if not occasion.is_noun:
        meant = meant_by_pronoun(head)
        if meant is None:
            return None
        return Occasion(meant, meant.head, occasion.family, None, occasion.status)
    is_definite = any(child.lower_ in {"the", "that", "this"} for child in head.lefts)
    if not is_definite or head.sent.start == 0:
        return None
    family = occasion_words().nouns[noun_word(head)]
    for verb in page.doc[head.sent.start - 1].sent:
        is_one = verb.pos_ == "VERB" and family_of_verb(verb) == family
        if is_one and _is_coming(verb) and not is_unreal(verb, verb):
            return Occasion(verb, verb, family, None, occasion.status)
    return None


def _is_coming(verb: Token) -> bool:
    """Whether it will be, or is a fixture: "Leeds host Hull in the cup. The match is on Friday"."""
    tense = tense_of_verb(verb)
    return tense is Tense.FUTURE or (tense is Tense.PRESENT and is_fixture(verb))
