"""The tasks that run in worker processes, and the same functions for one article asked for alone.

Each takes and returns plain values. Heavy imports happen inside, so that naming a task costs
nothing in the process that asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefing.model import Article, Reading, Span, Story, Trouble

if TYPE_CHECKING:
    from briefing.settings import Settings


@dataclass(frozen=True, slots=True)
class Rules:
    """What the settings say of reading."""

    pipelines: Mapping[str, str]  # language -> spaCy pipeline
    lexicons: Path  # the user's own word lists; the folder need not exist

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The rules in force."""
        pipelines = {**settings.pipelines, "en": settings.pipeline}
        return cls(pipelines, settings.lexicons)


def analyse(article: Article, rules: Rules, most: int) -> tuple[Reading, tuple[Span, ...]]:
    """The reading of one article and its summary of at most `most` sentences."""
    from briefing.digest.story import tellable
    from briefing.digest.summary import summarise

    reading = read(article, rules)
    return reading, summarise((article,), {article.id: tellable(reading)}, most)


def read(article: Article, rules: Rules) -> Reading:
    """All that one article yields."""
    from briefing import extract

    return extract.read(article, rules.pipelines, rules.lexicons)


def local_articles(
    path: Path, arrived: datetime
) -> tuple[tuple[Article, ...], tuple[Trouble, ...]]:
    """The articles of a file or folder, and what could not be read there."""
    from briefing.gather.files import read_source

    return read_source(str(path), arrived)


def group(articles: Sequence[Article], settled: Mapping[str, str]) -> dict[str, str]:
    """Which story each article belongs to."""
    from briefing.digest.group import group_stories

    return group_stories(articles, settled)


def tell(
    articles: Sequence[Article], readings: Mapping[str, Reading], now: datetime, most: int
) -> Story:
    """What the articles on one event tell together."""
    from briefing import digest

    return digest.tell(articles, readings, now=now, most=most)
