"""The tasks that run in worker processes, and the same functions for one article asked for alone.

Each takes and returns plain values. Heavy imports happen inside, so that naming a task costs
nothing in the process that asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Article, Reading, Span, Story, Trouble

if TYPE_CHECKING:
    from briefing.gather.entries import FeedContent


def analyse(article: Article, pipeline: str, most: int) -> tuple[Reading, tuple[Span, ...]]:
    """The reading of one article and its summary of at most `most` sentences."""
    from briefing.digest.summary import summarise

    reading = read(article, pipeline)
    return reading, summarise((article,), {article.id: reading.sentences}, most)


def read(article: Article, pipeline: str) -> Reading:
    """All that one article yields."""
    from briefing import extract

    return extract.read(article, pipeline)


PARSE_CPU = 2.0  # seconds of work on one feed


def parse_feeds(
    bodies: Sequence[tuple[bytes, str, Mapping[str, str], datetime]],
) -> list[FeedContent]:
    """The articles of several feeds' bytes; one that takes too long is left out alone."""
    from briefing.gather.entries import FeedContent
    from briefing.gather.feeds import read_feed
    from briefing.gather.patience import OutOfPatience, patience

    contents: list[FeedContent] = []
    for body in bodies:
        try:
            with patience(PARSE_CPU):
                contents.append(read_feed(*body))
        except OutOfPatience:
            words = f"Reading it takes more than {PARSE_CPU:g} s; it was left out. Check the feed."
            contents.append(FeedContent(problems=(words,)))
        except MemoryError:
            words = "Reading it takes too much memory; it was left out. Check the feed."
            contents.append(FeedContent(problems=(words,)))
    return contents


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
