"""Small builders of the values that tests are about; every argument has a plain default."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from briefing.model import (
    Actor,
    Article,
    Brief,
    Feed,
    Kind,
    Precision,
    Quote,
    Reading,
    Role,
    Span,
    Status,
    Story,
    Talk,
    When,
    Window,
)

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def an_article(text: str = "The council met on Friday.", **fields: Any) -> Article:
    """An article of the given text, published at noon on 20 November 2026."""
    known: dict[str, Any] = {
        "id": "a1",
        "title": "Council meets",
        "source": "The Sample Herald",
        "url": "https://herald.example/council",
        "published": NOON,
        "dated": DAY,
        "has_time": True,
        "arrived": NOON + timedelta(hours=1),
    }
    return Article(text=text, **(known | fields))


def span_of(article: Article, words: str, nth: int = 0) -> Span:
    """Where the words stand in the article's text, for the nth time; ValueError when they do not."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(article.id, start, start + len(words))


def an_actor(article: Article, name: str, kind: Kind = Kind.PERSON, role: str = "") -> Actor:
    """An actor with every mention of that name, and with a role when the text has its words."""
    mentions, start = [], article.text.find(name)
    while start >= 0:
        mentions.append(Span(article.id, start, start + len(name)))
        start = article.text.find(name, start + 1)
    roles = (Role(role, None, span_of(article, role)),) if role else ()
    return Actor(name, kind, roles=roles, salience=0.5, mentions=tuple(mentions))


def a_quote(article: Article, words: str, speaker: str | None = None, cue: str = "said") -> Quote:
    """A quote of those words; its sentence is the paragraph."""
    at = span_of(article, words)
    start = article.text.rfind("\n", 0, at.start) + 1
    end = article.text.find("\n", at.end)
    sentence = Span(article.id, start, end if end >= 0 else len(article.text))
    return Quote(words, at, sentence, speaker, None, cue)


def a_talk(article: Article, what: str, first: date | None = None, **fields: Any) -> Talk:
    """A talk on that day (undated when None); its sentence is the whole text."""
    when = When(first=first, last=first, precision=Precision.DAY if first else Precision.UNKNOWN)
    known: dict[str, Any] = {"status": Status.SCHEDULED}
    return Talk(what, when, Span(article.id, 0, len(article.text)), **(known | fields))


def a_reading(article: Article, **fields: Any) -> Reading:
    """A reading whose sentences are the text's lines."""
    sentences, start = [], 0
    for line in article.text.split("\n"):
        if line.strip():
            sentences.append(Span(article.id, start, start + len(line)))
        start += len(line) + 1
    return Reading(article.id, tuple(sentences), **fields)


def a_story(*articles: Article, **fields: Any) -> Story:
    """A story of those articles, titled like the first, summed up by its first line."""
    lead = articles[0]
    end = lead.text.find("\n")
    summary = (Span(lead.id, 0, end if end >= 0 else len(lead.text)),)
    known: dict[str, Any] = {"id": lead.id, "title": lead.title, "summary": summary, "rank": 1.0}
    return Story(articles=articles, **(known | fields))


def a_window(day: date = DAY) -> Window:
    """The window of a one-day brief in UTC."""
    end = datetime.combine(day + timedelta(days=1), time(), UTC)
    return Window(day, end - timedelta(hours=30), end)


def a_brief(*stories: Story, **fields: Any) -> Brief:
    """A brief of those stories for 20 November 2026."""
    known: dict[str, Any] = {
        "day": DAY,
        "window": a_window(),
        "made": NOON,
        "articles": sum(len(story.articles) for story in stories),
        "quotes": tuple(quote for story in stories for quote in story.quotes),
        "actors": tuple(actor for story in stories for actor in story.actors),
        "talks": tuple(talk for story in stories for talk in story.talks),
    }
    return Brief(stories=stories, **(known | fields))


def a_feed(url: str = "https://herald.example/feed.xml", **fields: Any) -> Feed:
    """A feed that has answered once."""
    return replace(Feed(url, "The Sample Herald", checked=NOON, succeeded=NOON), **fields)
