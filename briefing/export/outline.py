"""The outline: the sections of a brief in their order, as every format tells them.

All text in it is on one line and clean; nothing is escaped yet. Every line that tells something
carries the number of its source. `draw` makes one from a `Brief`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.export.sources import Source


@dataclass(frozen=True, slots=True)
class Sentence:
    """One verbatim sentence."""

    words: str
    source: int


@dataclass(frozen=True, slots=True)
class Saying:
    """One quote; the words are verbatim and without their outer marks."""

    words: str
    speaker: str  # "" when nobody is named
    source: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """One coming talk."""

    when: str  # in words, the hour left out
    beside: str  # the same as it stands under a heading, "" where that tells it already
    time: str  # "10:00" or ""
    what: str
    who: str  # names not in `what`, "" when none
    where: str
    status: str  # "" when it is scheduled, else one word of the kind of "cancelled"
    source: int
    day: date | None  # only when known exactly

    @property
    def line(self) -> str:
        """All but the day: "10:00, cancelled: talks (Norway, Turkey; Geneva)"."""
        return " ".join(part for part in (self.lead, self.what, self.around) if part)

    @property
    def lead(self) -> str:
        """What comes before the words: "10:00", "10:00, cancelled:" or ""."""
        status = f"{self.status}:" if self.status else ""
        return ", ".join(part for part in (self.time, status) if part)

    @property
    def around(self) -> str:
        """Who and where, in brackets."""
        around = "; ".join(part for part in (self.who, self.where) if part)
        return f"({around})" if around else ""


@dataclass(frozen=True, slots=True)
class Told:
    """One of the top stories."""

    title: str
    count: str  # "12 articles, 7 sources", "" for a single article
    source: int
    sentences: tuple[Sentence, ...]
    quote: Saying | None
    next: Meeting | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One story in a line."""

    title: str
    count: str  # as in `Told`
    source: int


@dataclass(frozen=True, slots=True)
class Person:
    """One line of who's who."""

    name: str
    role: str
    is_new: bool  # the role is new or changed
    source: int


@dataclass(frozen=True, slots=True)
class Days:
    """The talks of one day, or of one stretch of days, or those without a day."""

    title: str
    day: date | None
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One feed that failed."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole brief; an empty section is left out by every format."""

    day: date
    date: str
    window: str
    count: str
    minutes: int
    notice: str  # "" unless the articles are samples
    empty: str  # "" unless there is nothing to tell
    stories: tuple[Told, ...]
    more: tuple[Mention, ...]
    untold: int  # stories that are not even mentioned
    quotes: tuple[Saying, ...]
    people: tuple[Person, ...]
    week: tuple[Days, ...]
    more_talks: int  # not told in `week`
    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    more_failures: int
    is_short: bool
