"""What the desk answers with, beyond the nouns of `model`."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Actor, Article, Headline, Quote, Span, Talk


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is stored."""

    articles: int
    stories: int
    unread: int  # articles the person has not read
    feeds: int
    failing: int
    unread_by_reader: int  # articles that have no reading of the present rules
    to_read_again: int = 0  # those among them that have a reading of older rules


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words searched for stand."""

    kind: str  # "actor", "article", "quote" or "talk"
    words: str
    at: Span
    title: str
    story: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """All that is stored about one actor."""

    actor: Actor
    stories: tuple[Headline, ...]
    quotes: tuple[Quote, ...]
    talks: tuple[Talk, ...]
    articles: tuple[Article, ...]
