"""The day: articles become stories, stories become the brief.

    articles ─ group_stories ─ story ids
    articles and readings of one story ─ tell ─ Story
    stories ─ digest ─ Brief

Everything here takes values and returns values; nothing is read from a clock or a disk but the
word lists beside the code. numpy and sumy are imported when they are first needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.digest.brief import digest, whole
from briefing.digest.group import group_stories
from briefing.digest.rank import rank
from briefing.digest.story import lead_of, tell, tellable
from briefing.model import Article, Span

__all__ = ["digest", "group_stories", "lead_of", "rank", "summarise", "tell", "tellable", "whole"]


def summarise(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Span]],
    most: int = 3,
    *,
    lead: str = "",
) -> tuple[Span, ...]:
    """`summary.summarise`, with sumy imported at the first call."""
    from briefing.digest import summary

    return summary.summarise(articles, sentences, most, lead=lead)
