"""The desk: what screen and verbs both hold, and the only place that knows every stage.

Questions (`headlines`, `story`, `entries` …) read the store and answer with values of `model`; they
may be asked from any thread. Work (`refresh`, `prepare`, `brief`) is asynchronous: its heavy part
runs in `Workers`, and leaving it at any moment loses nothing that is stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from briefing.desk import reading, views
from briefing.desk import refresh as line
from briefing.desk.archive import take_in
from briefing.desk.briefs import as_of, brief_of, whole_day
from briefing.desk.days import window_of
from briefing.desk.feeds import FeedDesk
from briefing.desk.full_text import fetch_full_text, gather_in_full
from briefing.desk.samples import lay_out_samples
from briefing.desk.values import Counts, Hit, Profile
from briefing.errors import NotFound, UnknownFormat
from briefing.model import (
    Article,
    Brief,
    Entry,
    Feed,
    Headline,
    Reading,
    Step,
    Story,
    Talk,
    Trouble,
    Window,
)
from briefing.settings import Settings
from briefing.store import Store
from briefing.workers import Workers

__all__ = ["Counts", "Desk", "Hit", "Profile"]

STORIES_IN_BRIEF = 40  # told in full; the brief itself decides how many of them it shows
READ_FOR_BRIEF = 12  # articles of one story at most that a brief waits for


class Desk:
    """One store with all that can be done with it."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        is_sample: bool = False,
        own: Desk | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.settings = settings
        self.is_sample = is_sample
        self._store = store
        self._clock = clock
        self._workers = Workers(settings.processes)
        self._own = own
        self.feeds = FeedDesk(store, self._workers, settings, self.now)

    @classmethod
    def open(
        cls,
        settings: Settings,
        *,
        samples: bool | None = False,
        clock: Callable[[], datetime] | None = None,
    ) -> Self:
        """The reader's own desk, or the samples'; None: the samples' while there is no own.

        Raises `StoreError` when a store cannot be opened.
        """
        own = cls(settings, Store.open(settings.store), clock=clock)
        if samples is False or (samples is None and own.has_anything()):
            return own
        desk = cls(
            settings, Store.open(settings.sample_store), is_sample=True, own=own, clock=clock
        )
        lay_out_samples(desk._store, desk.now())
        return desk

    @property
    def own(self) -> Desk:
        """The reader's own desk, where sources are added."""
        return self._own or self

    def has_anything(self) -> bool:
        """Whether there is a source or an article of the reader's own."""
        return bool(self._store.feeds.count() or self._store.articles.count())

    def close(self) -> None:
        """End the worker processes and close the store."""
        self._workers.close()
        self._store.close()
        if self._own:
            self._own.close()

    # ---- time

    def now(self) -> datetime:
        """This moment in the reader's zone."""
        return self._clock() if self._clock else datetime.now().astimezone()

    def days(self) -> tuple[date, ...]:
        """The days that have articles, newest first; none lies after today."""
        now = self.now()
        days = self._store.articles.days(now.tzinfo or UTC)
        return tuple(day for day in days if day <= now.date())

    def day(self, asked: date | None = None) -> date | None:
        """The day asked for, else the latest that has stories, today at most; None: no day has."""
        if asked is not None:
            return asked
        days = self.days()
        return days[0] if days else None

    def window(self, day: date, width: int = 1) -> Window:
        """The stretch of time that a brief of that day covers."""
        return window_of(day, width, self.now().tzinfo)

    # ---- questions

    def headlines(
        self, window: Window | None = None, *, unread: bool = False
    ) -> tuple[Headline, ...]:
        """The stories of the window (of all time without one), the leading one first.

        Articles not grouped yet stand as stories of their own, after the others.
        """
        return views.headlines_in(self._store, window, unread=unread)

    def story(self, story: str, until: datetime | None = None) -> Story:
        """The story as far as it is told (by `until`, if given). Raises `NotFound`."""
        return views.story_of(self._store, story, until)

    def whole_day(self, window: Window) -> Story:
        """All that the window's stories tell, as one story without a name."""
        stories = [self.story(each.id, window.end) for each in self.headlines(window)]
        return whole_day(self._store, stories, self.upcoming(window.day))

    def about(self, actor: str) -> Profile:
        """All that is stored about the actor of that name. Raises `NotFound`."""
        return views.profile_of(self._store, actor)

    def article(self, article: str) -> Article:
        """The article of that id, an older version too. Raises `NotFound`."""
        found = self._store.articles.get(article)
        if found is None:
            raise NotFound("article", article, "`briefing articles` lists them.")
        return found

    def reading(self, article: str) -> Reading | None:
        """What was found in the article; None while it is not read."""
        return self._store.findings.get(article)

    def entries(
        self, *, story: str | None = None, unread: bool = False, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """The articles as a list shows them, newest first."""
        return self._store.articles.entries(story=story, unread=unread, limit=limit)

    def upcoming(self, day: date, limit: int = 200) -> tuple[Talk, ...]:
        """What is ahead of that day, soonest first, undated last; repeats are told once."""
        return views.ahead_of(self._store, day, self.window(day).end, limit)

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Where the words stand: actors, articles, quotes, talks."""
        return views.search_in(self._store, words, limit)

    def tags(self, window: Window) -> dict[str, tuple[str, ...]]:
        """The tags of the sources that tell each story (id) of the window; none without."""
        return views.tags_in(self._store, window)

    def counts(self) -> Counts:
        """How much is stored."""
        return views.counts_of(self._store)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the store file, as its own check says; empty when it is whole."""
        return self._store.faults()

    # ---- the reader's marks

    def mark_read(
        self, stories: Iterable[str], is_read: bool = True, until: datetime | None = None
    ) -> tuple[str, ...]:
        """Mark every article of the stories; the ids of those whose mark changed, for an undo.

        With `until`, the articles that came later stay as they are: they were not shown.
        """
        articles = [name for story in stories for name in self._members(story, until)]
        return self._store.articles.mark_read(articles, is_read)

    def mark_articles(self, articles: Iterable[str], is_read: bool) -> None:
        """Mark the articles."""
        self._store.articles.mark_read(articles, is_read)

    def save(self, story: str, is_saved: bool = True) -> None:
        """Save every article of the story, or take the mark away."""
        self._store.articles.mark_saved(self._members(story), is_saved)

    # ---- work

    async def refresh(
        self,
        *,
        read: bool = True,
        again: bool = False,
        due: bool = False,
        feeds: Sequence[str] | None = None,
        first: Callable[[], Sequence[str]] = tuple,
    ) -> AsyncGenerator[Step | Trouble, None]:
        """Gather from the sources (those named), group, read and tell; each step as it is done.

        `again` reads everything anew. `due` asks only the sources whose time has come: for a
        refresh that nobody asked for. `first` is asked again and again for the stories (ids) to
        read before all others.
        """
        chosen = self._chosen(feeds)
        if due:
            chosen = line.due(chosen, self.now())
        if chosen:
            gathered = gather_in_full(self._store, self._workers, self.settings, chosen, self.now())
            async with aclosing(gathered):
                async for step in gathered:
                    yield step
        if read:
            async for step in self.regroup():
                yield step
            async for step in self._read(
                await asyncio.to_thread(self._reading_order, again), first
            ):
                yield step
            await asyncio.to_thread(self._store.index)

    async def fetch_full_text(self, article: str) -> Article | Trouble:
        """The article with the text of its web page, stored; else why it stays as it is."""
        return await fetch_full_text(self._store, self._workers, self.settings, article, self.now())

    async def regroup(self) -> AsyncGenerator[Step | Trouble, None]:
        """Put articles that are in no story into one."""
        async for step in line.group(self._store, self._workers):
            yield step

    async def prepare(self, window: Window) -> AsyncGenerator[Step | Trouble, None]:
        """Group, and read and tell the stories that a brief of the window will show."""
        async for step in self.regroup():
            yield step
        headlines = await asyncio.to_thread(self.headlines, window)
        top = [headline.id for headline in headlines[:STORIES_IN_BRIEF]]
        unread = set(await asyncio.to_thread(self._unread))
        members = [
            name
            for story in top
            for name in [each for each in self._members(story) if each in unread][:READ_FOR_BRIEF]
        ]
        async for step in self._read(members, tuple, stories=top):
            yield step

    async def story_by(self, story: str, until: datetime) -> Story | None:
        """The story told anew of the articles there were by then; None when there was none."""
        whole = await asyncio.to_thread(self.story, story)
        return await as_of(self._store, self._workers, whole, until)

    async def brief(self, day: date | None = None, width: int = 1) -> Brief:
        """The brief of the day, from what is read so far; `prepare` reads what is missing."""
        chosen = self.day(day) or self.now().date()
        window = self.window(chosen, width)
        stories = await asyncio.to_thread(self._stories, window)
        told = [await as_of(self._store, self._workers, each, window.end) for each in stories]
        return await asyncio.to_thread(self._brief, [each for each in told if each], window)

    async def export(self, brief: Brief, format: str, *, short: bool = False) -> bytes:  # noqa: A002
        """The brief in a format. Raises `UnknownFormat`."""
        return await asyncio.to_thread(self._render, brief, format, short)

    def formats(self) -> tuple[str, ...]:
        """The formats a brief can be exported in."""
        from briefing import export

        return export.formats()

    def check_format(self, format: str) -> None:  # noqa: A002
        """Raise `UnknownFormat` when there is no such exporter."""
        if format not in self.formats():
            raise UnknownFormat(format, self.formats())

    def told(self, headlines: Iterable[Headline], most: int) -> Iterable[Story]:
        """Each story with a summary of at most `most` sentences, told anew where it must be."""
        stale = set(self._store.stories.stale())
        for headline in headlines:
            stored = self._store.stories.get(headline.id)
            if stored is not None and headline.id not in stale and most == line.SUMMARY_SENTENCES:
                yield stored
                continue
            articles, readings = line.materials(self._store, headline.id)
            articles = articles or (self.article(headline.id),)
            told = reading.tell(articles, readings, line.closing(articles), most)
            yield replace(told, id=headline.id)

    async def import_archive(self, path: Path) -> AsyncGenerator[Step | Trouble, None]:
        """Bring the articles of a JSON Lines file into the store; a bad line is a `Trouble`.

        Raises `SourceError` when the file cannot be read.
        """
        for step in take_in(self._store, path, self.now()):
            yield step

    # ---- helpers

    def _chosen(self, feeds: Sequence[str] | None) -> tuple[Feed, ...]:
        """The sources to ask; those that asked to be left alone until later are not."""
        known = self._store.feeds.all()
        if feeds is None:
            return known
        missing = set(feeds) - {feed.url for feed in known}
        if missing:
            raise NotFound("source", min(missing), "`briefing feed list` shows them.")
        return tuple(feed for feed in known if feed.url in feeds)

    def _members(self, story: str, until: datetime | None = None) -> tuple[str, ...]:
        return self._store.stories.members(story, until) or (story,)

    def _unread(self) -> tuple[str, ...]:
        from briefing import extract

        return self._store.articles.unread_by_reader(extract.VERSION)

    def _reading_order(self, again: bool) -> tuple[str, ...]:
        """The articles to read: the day's stories first, in their order, then the newest."""
        every = (entry.id for entry in self.entries()) if again else self._unread()
        unread = dict.fromkeys(every)
        day = self.day()
        if not unread or day is None:
            return tuple(unread)
        ordered: dict[str, None] = {}
        for headline in self.headlines(self.window(day)):
            for name in self._members(headline.id):
                if name in unread:
                    ordered[name] = None
        return tuple(ordered | unread)

    async def _read(
        self,
        articles: Sequence[str],
        first: Callable[[], Sequence[str]],
        stories: Sequence[str] | None = None,
    ) -> AsyncGenerator[Step | Trouble, None]:
        stale = await asyncio.to_thread(self._store.stories.stale)
        if stories is not None:
            wanted = set(stories)
            stale = tuple(story for story in stale if story in wanted)
        if not articles and not stale:
            return
        reader = line.Reader(self._store, self._workers, self.settings, first)
        steps = reader.run(articles, stale)
        async with aclosing(steps):
            async for step in steps:
                yield step

    def _stories(self, window: Window) -> tuple[Story, ...]:
        return tuple(self.story(each.id) for each in self.headlines(window)[:STORIES_IN_BRIEF])

    def _brief(self, stories: Sequence[Story], window: Window) -> Brief:
        return brief_of(
            self._store,
            stories,
            self.upcoming(window.day),
            window=window,
            days=self.days(),
            now=self.now(),
            is_sample=self.is_sample,
        )

    def _render(self, brief: Brief, format: str, short: bool) -> bytes:  # noqa: A002
        from briefing import export
        from briefing.palette import palettes

        return export.render(
            brief,
            format,
            short=short,
            most=self.settings.brief_words,
            palettes=palettes(self.settings.themes),
        )
