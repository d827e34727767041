"""Occasion: one mention of something that is going to be held, as its words stand in the parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.dates import FoundDate
from briefing.extract.parse import NOUNS
from briefing.extract.talk.occasion_parse import is_occasion_noun, subject_of
from briefing.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Occasion:
    """One mention of a coming occasion in the parse."""

    head: Token  # the noun or the verb that tells what it is
    verb: Token | None  # the verb that governs it
    family: str
    date: FoundDate | None
    status: Status
    date_root: Token | None = None  # the date's own word, or its preposition
    lead: tuple[int, int] | None = None  # offsets of "75 days" before it, which names no day
    first_day: FoundDate | None = None  # the day before this one: "on Friday and Monday"
    partners: tuple[int, int] | None = None  # offsets of whom this day alone is with

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells what it is."""
        return is_occasion_noun(self.head)

    @property
    def subject(self) -> Token | None:
        """Whose doing it is: the subject of its verb, or of the plan above it."""
        for verb in (self.head, self.verb):
            if verb is not None and verb.pos_ not in NOUNS:
                subject = subject_of(verb)
                if subject is not None and subject != self.head:
                    return subject
        return None
