"""What a brief of a day needs from the store beside the day's stories."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from briefing.desk import reading
from briefing.desk.refresh import SUMMARY_SENTENCES
from briefing.model import Article, Brief, Reading, Story, Talk, Trouble, Window
from briefing.store import Store
from briefing.workers import Workers

ROLES_BACK = timedelta(days=14)  # how long a role counts as known
DAYS_OF_HISTORY = 3  # with news, before a role can be called new


async def as_of(store: Store, workers: Workers, story: Story, end: datetime) -> Story | None:
    """The story as it could be told by then, so that an old brief reads as it did.

    Articles that came later leave it, and what is left is told anew; None when nothing is.
    """
    articles = tuple(each for each in story.articles if each.moment is None or each.moment < end)
    if len(articles) == len(story.articles):
        return story
    if not articles:
        return None
    names = [article.id for article in articles]
    readings = await asyncio.to_thread(store.findings.get_many, names)
    told = workers.submit(reading.tell, articles, readings, end, SUMMARY_SENTENCES)
    return replace(await asyncio.wrap_future(told), id=story.id)


def brief_of(
    store: Store,
    stories: Sequence[Story],
    talks: Iterable[Talk],
    *,
    window: Window,
    days: Iterable[date],
    now: datetime,
    is_sample: bool,
) -> Brief:
    """The brief of the window's stories; `talks` are all that lie ahead of its day."""
    from briefing import digest

    feeds = store.feeds.all()
    has_history = sum(day < window.start.date() for day in days) >= DAYS_OF_HISTORY
    return digest.digest(
        stories,
        day=window.day,
        window=window,
        now=now,
        background=_background(store, stories, talks),
        known_roles=_known_roles(store, window) if has_history else {},
        feeds=feeds,
        troubles=tuple(Trouble(feed.name, feed.error) for feed in feeds if feed.error),
        is_sample=is_sample,
    )


def whole_day(store: Store, stories: Sequence[Story], talks: tuple[Talk, ...]) -> Story:
    """All that the stories tell as one without a name, with all that lies ahead of the day."""
    from briefing import digest

    day = digest.whole(stories, title="The whole day")
    older = _older(stories, talks)
    return replace(day, articles=(*day.articles, *store.articles.get_many(older)), talks=talks)


def _older(stories: Iterable[Story], talks: Iterable[Talk]) -> tuple[str, ...]:
    """The articles (ids) that tell of the talks and are in none of the stories."""
    told = {article.id for story in stories for article in story.articles}
    ids = dict.fromkeys(talk.sentence.article for talk in talks)
    return tuple(name for name in ids if name not in told)


def _background(
    store: Store, stories: Sequence[Story], talks: Iterable[Talk]
) -> tuple[tuple[Article, Reading], ...]:
    """Older articles, with their readings, that tell of something still ahead."""
    ids = _older(stories, talks)
    readings = store.findings.get_many(ids)
    return tuple(
        (article, readings[article.id])
        for article in store.articles.get_many(ids)
        if article.id in readings
    )


def _known_roles(store: Store, window: Window) -> dict[str, str]:
    """The roles that people had in the days before the window, by name."""
    articles = store.articles.between(window.start - ROLES_BACK, window.start)
    readings = store.findings.get_many(article.id for article in articles)
    return {
        actor.name: actor.role
        for reading in readings.values()
        for actor in reading.actors
        if actor.role
    }
