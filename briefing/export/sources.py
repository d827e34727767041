"""Sources: the articles a brief cites, numbered in the order they are first cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from briefing.export.days import UNDATED, date_words
from briefing.export.shown import safe_link, shown
from briefing.model import Article, Brief, Span

# Sentences longer than this are tables, lists or accidents; they are left out, never cut.
MOST_WORDS = 90
MOST_LETTERS = 900


@dataclass(frozen=True, slots=True)
class Source:
    """One cited article: what its [number] stands for."""

    number: int
    paper: str
    title: str
    url: str | None
    day: date | None
    date: str  # in words


class Citations:
    """Hands out the numbers while an outline is drawn."""

    def __init__(self, brief: Brief) -> None:
        self._day = brief.day
        self._articles = {article.id: article for article in brief.background}
        for story in reversed(brief.stories):
            self._articles |= {article.id: article for article in story.articles}
        self._numbers: dict[str, int] = {}

    def holds(self, article: str) -> bool:
        """Whether the brief has that article, so that it may be cited."""
        return article in self._articles

    def cite(self, article: str) -> int:
        """The number of that article; 0 when the brief does not hold it."""
        if article not in self._articles:
            return 0
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    def words(self, span: Span) -> str:
        """The sentence at the span on one line; "" when it is too long to be told, or missing."""
        article = self._articles.get(span.article)
        if article is None:
            return ""
        return told(article.text[span.start : span.end])

    def sources(self) -> tuple[Source, ...]:
        """Every article cited so far, by number."""
        return tuple(
            _source(number, self._articles[name], self._day)
            for name, number in self._numbers.items()
        )


def told(words: str) -> str:
    """The words on one line; "" when they are too many to be told whole."""
    if len(words) > MOST_LETTERS or len(words.split()) > MOST_WORDS:
        return ""
    return shown(words)


def _source(number: int, article: Article, near: date) -> Source:
    url = safe_link(article.url)
    day = article.dated or (article.published.date() if article.published else None)
    site = urlsplit(url).hostname if url else None
    return Source(
        number=number,
        paper=shown(article.source, 60) or site or "Unnamed source",
        title=shown(article.title, 160) or "Untitled",
        url=url,
        day=day,
        date=date_words(day, near) if day else UNDATED,
    )
