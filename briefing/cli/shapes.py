"""Values as JSON: the one place that names the keys of the machine interface.

More keys may be added; none is renamed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from briefing.model import (
    Actor,
    Article,
    DateMention,
    Entry,
    Feed,
    Headline,
    Quote,
    Reading,
    Span,
    Story,
    Talk,
)


def moment(value: datetime | None) -> str | None:
    """A moment in ISO 8601."""
    return value.isoformat() if value else None


def pair(span: Span) -> list[int]:
    """A span as [start, end]."""
    return [span.start, span.end]


def actor_shape(actor: Actor) -> dict[str, Any]:
    """An actor with every offset of its findings."""
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "roles": [
            {
                "title": role.title,
                "affiliation": role.affiliation,
                "start": role.at.start,
                "end": role.at.end,
                "article": role.at.article,
            }
            for role in actor.roles
        ],
        "salience": round(actor.salience, 4),
        "mentions": [pair(mention) for mention in actor.mentions],
    }


def quote_shape(quote: Quote) -> dict[str, Any]:
    """A quote with its speaker."""
    at = quote.speaker_at
    return {
        "start": quote.at.start,
        "end": quote.at.end,
        "text": quote.words,
        "speaker": quote.speaker,
        "speaker_start": at.start if at else None,
        "speaker_end": at.end if at else None,
        "cue": quote.cue,
        "sentence": pair(quote.sentence),
        "article": quote.at.article,
    }


def talk_shape(talk: Talk) -> dict[str, Any]:
    """A coming event; days are ISO dates or null, never guessed."""
    when = talk.when
    return {
        "what": talk.what,
        "when": {
            "text": when.words,
            "start": when.at.start if when.at else None,
            "end": when.at.end if when.at else None,
            "first": when.first.isoformat() if when.first else None,
            "last": when.last.isoformat() if when.last else None,
            "precision": when.precision.value,
            "time": when.time,
        },
        "where": talk.where,
        "who": list(talk.who),
        "status": talk.status.value,
        "sentence": pair(talk.sentence),
        "article": talk.sentence.article,
    }


def date_shape(mention: DateMention) -> dict[str, Any]:
    """A date expression with its TIMEX3 value."""
    return {
        "start": mention.at.start,
        "end": mention.at.end,
        "text": mention.words,
        "value": mention.value,
    }


def reading_shape(
    article: Article, reading: Reading, summary: tuple[Span, ...], name: str | None
) -> dict[str, Any]:
    """All that one article yields, as `analyse` answers it."""
    published = article.published if article.has_time else article.dated
    return {
        "id": name,
        "title": article.title,
        "published": published.isoformat() if published else None,
        "language": reading.language,
        "text": article.text,
        "sentences": [pair(sentence) for sentence in reading.sentences],
        "summary": [
            {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}
            for span in summary
        ],
        "actors": [actor_shape(actor) for actor in reading.actors],
        "quotes": [quote_shape(quote) for quote in reading.quotes],
        "talks": [talk_shape(talk) for talk in reading.talks],
        "dates": [date_shape(mention) for mention in reading.dates],
    }


def known_as(article: Article) -> str:
    """The id an article came with: that of a newer version is the first one's."""
    base, mark, number = article.id.rpartition("~")
    return base if article.replaces and mark and number.isdigit() else article.id


def story_shape(story: Story) -> dict[str, Any]:
    """A story with its summary and what its articles tell together."""
    names = {article.id: known_as(article) for article in story.articles}
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(names.values()),
        "sources": list(story.sources),
        "rank": round(story.rank, 4),
        "summary": [
            {
                "article": names[span.article],
                "start": span.start,
                "end": span.end,
                "text": story.words(span),
            }
            for span in story.summary
        ],
        "actors": [actor_shape(actor) for actor in story.actors],
        "quotes": [quote_shape(quote) for quote in story.quotes],
        "talks": [talk_shape(talk) for talk in story.talks],
    }


def headline_shape(headline: Headline) -> dict[str, Any]:
    """A story as the list shows it."""
    return {
        "id": headline.id,
        "title": headline.title,
        "newest": moment(headline.newest),
        "articles": headline.articles,
        "sources": headline.sources,
        "unread": headline.unread,
        "saved": headline.is_saved,
        "rank": round(headline.rank, 4),
    }


def entry_shape(entry: Entry) -> dict[str, Any]:
    """An article as a list shows it."""
    return {
        "id": entry.id,
        "title": entry.title,
        "source": entry.source,
        "feed": entry.feed,
        "url": entry.url,
        "moment": moment(entry.moment),
        "dated": entry.dated.isoformat() if entry.dated else None,
        "story": entry.story,
        "read": entry.is_read,
        "saved": entry.is_saved,
        "updated": moment(entry.updated),
    }


def article_shape(article: Article) -> dict[str, Any]:
    """An article in full."""
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "feed": article.feed,
        "url": article.url,
        "published": moment(article.published),
        "dated": article.dated.isoformat() if article.dated else None,
        "arrived": moment(article.arrived),
        "authors": list(article.authors),
        "language": article.language,
        "replaces": article.replaces,
        "updated": moment(article.updated),
        "text": article.text,
    }


def feed_shape(feed: Feed, per_day: float | None) -> dict[str, Any]:
    """A source and its health; `per_day` is how many new articles it brings on average."""
    return {
        "url": feed.url,
        "title": feed.title,
        "kind": feed.kind.value,
        "site": feed.site,
        "tags": list(feed.tags),
        "checked": moment(feed.checked),
        "succeeded": moment(feed.succeeded),
        "error": feed.error,
        "failures": feed.failures,
        "next_try": moment(feed.next_try),
        "retired": feed.retired,
        "full_text": feed.full_text,
        "per_day": None if per_day is None else round(per_day, 2),
    }
