"""JSON: the whole brief as data, for other programs; nothing is left out or escaped for display.

Offsets are indices into the `text` of the article they name, counted in code points.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from briefing.export.shown import safe_link
from briefing.model import Actor, Article, Brief, Feed, Quote, Role, Span, Story, Talk
from briefing.text import clean

_Record = dict[str, Any]

VERSION = 1  # of the form of the file; keys may be added within one version


def write(brief: Brief) -> bytes:
    """The brief as UTF-8 JSON with keys in a fixed order."""
    page = json.dumps(_cleaned(_brief(brief)), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{page}\n".encode()


def _brief(brief: Brief) -> _Record:
    return {
        "version": VERSION,
        "day": brief.day.isoformat(),
        "window": {
            "start": brief.window.start.isoformat(),
            "end": brief.window.end.isoformat(),
        },
        "made": brief.made.isoformat(),
        "is_sample": brief.is_sample,
        "articles": brief.articles,
        "stories": [_story(story, brief) for story in brief.stories],
        "quotes": [_quote(quote) for quote in brief.quotes],
        "actors": [_actor(actor) for actor in brief.actors],
        "new_roles": list(brief.new_roles),
        "talks": [_talk(talk, brief) for talk in brief.talks],
        "background": [_article(article) for article in brief.background],
        "sources": [_feed(feed) for feed in brief.feeds],
        "troubles": [{"where": trouble.where, "what": trouble.what} for trouble in brief.troubles],
    }


def _story(story: Story, brief: Brief) -> _Record:
    return {
        "id": story.id,
        "title": story.title,
        "rank": round(story.rank, 6),
        "summary": [_told(span, brief) for span in story.summary],
        "articles": [_article(article) for article in story.articles],
        "actors": [_actor(actor) for actor in story.actors],
        "quotes": [_quote(quote) for quote in story.quotes],
        "talks": [_talk(talk, brief) for talk in story.talks],
    }


def _article(article: Article) -> _Record:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": safe_link(article.url),
        "published": _moment(article.published),
        "dated": _day(article.dated),
        "authors": list(article.authors),
        "language": article.language,
        "is_teaser": article.is_teaser,
        "text": article.text,
    }


def _actor(actor: Actor) -> _Record:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "roles": [_role(role) for role in actor.roles],
        "salience": round(actor.salience, 6),
        "mentions": [_span(span) for span in actor.mentions],
    }


def _role(role: Role) -> _Record:
    return {"title": role.title, "affiliation": role.affiliation} | _span(role.at)


def _quote(quote: Quote) -> _Record:
    return _span(quote.at) | {
        "text": quote.words,
        "speaker": quote.speaker,
        "speaker_at": _span(quote.speaker_at) if quote.speaker_at else None,
        "cue": quote.cue,
        "sentence": _span(quote.sentence),
    }


def _talk(talk: Talk, brief: Brief) -> _Record:
    when = talk.when
    return {
        "what": talk.what,
        "when": {
            "text": when.words,
            "at": _span(when.at) if when.at else None,
            "first": _day(when.first),
            "last": _day(when.last),
            "precision": when.precision.value,
            "time": when.time,
        },
        "where": talk.where,
        "who": list(talk.who),
        "status": talk.status.value,
        "sentence": _told(talk.sentence, brief),
    }


def _feed(feed: Feed) -> _Record:
    return {"title": feed.name, "url": feed.url, "kind": feed.kind.value, "error": feed.error}


def _told(span: Span, brief: Brief) -> _Record:
    return _span(span) | {"text": brief.words(span)}


def _span(span: Span) -> _Record:
    return {"article": span.article, "start": span.start, "end": span.end}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _cleaned(value: Any) -> Any:
    """The value with every text in it cleaned; the length of each is kept, so offsets hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: _cleaned(part) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(part) for part in value]
    return value
