"""The desk: what screen and verbs both hold, and the only place that knows every stage.

Questions (`headlines`, `story`, `entries` …) read the store and answer with values of `model`; they
may be asked from any thread. Work (`refresh`, `prepare`, `brief`) is asynchronous: its heavy part
runs in `Workers`, and leaving it at any moment loses nothing that is stored.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from briefing.desk import refresh as line
from briefing.desk.days import window_of
from briefing.desk.feeds import FeedDesk
from briefing.errors import NotFound, SourceError, UnknownFormat
from briefing.model import (
    Actor,
    Article,
    Brief,
    Entry,
    Feed,
    Headline,
    Quote,
    Reading,
    Span,
    Step,
    Story,
    Talk,
    Trouble,
    Window,
)
from briefing.settings import Settings, asset
from briefing.store import Store
from briefing.text import fold
from briefing.workers import Workers

STORIES_IN_BRIEF = 40  # told in full; the brief itself decides how many of them it shows
TALKS_BACK = timedelta(days=14)  # how old an article's undated talk may be to be still ahead
ROLES_BACK = timedelta(days=14)  # how long a role counts as known
DAYS_OF_HISTORY = 3
ARCHIVE_BATCH = 500
PROFILE_ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is stored."""

    articles: int
    stories: int
    unread: int  # articles the person has not read
    feeds: int
    failing: int
    unread_by_reader: int  # articles that have no reading of the present rules


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
        desk._lay_out_samples()
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
        start, end = (window.start, window.end) if window else (None, None)
        grouped = self._store.stories.headlines(start, end, unread=unread)
        loose = set(self._store.articles.without_story())
        if not loose:
            return grouped
        entries = self._store.articles.entries(start=start, end=end, unread=unread)
        return (*grouped, *(_headline(entry) for entry in entries if entry.id in loose))

    def story(self, story: str) -> Story:
        """The story as far as it is told. Raises `NotFound`."""
        stored = self._store.stories.get(story)
        if stored is None:
            article = self._store.articles.get(story)
            if article is None:
                raise NotFound("story", story, "`briefing stories` lists them.")
            stored = Story(story, article.title, (article,), unread_articles=1)
        if stored.summary or stored.unread_articles == len(stored.articles):
            return stored
        readings = self._store.findings.get_many(article.id for article in stored.articles)
        oldest_first = [readings[each.id] for each in stored.articles[::-1] if each.id in readings]
        return _merged(stored, oldest_first)

    def whole_day(self, window: Window) -> Story:
        """All that the window's stories tell, as one story without a name."""
        from briefing import digest

        day = digest.whole(self._stories(window, limit=None), title="The whole day")
        talks = self.upcoming(window.day)
        told = {article.id for article in day.articles}
        older = dict.fromkeys(
            talk.sentence.article for talk in talks if talk.sentence.article not in told
        )
        return replace(
            day, articles=(*day.articles, *self._store.articles.get_many(older)), talks=talks
        )

    def about(self, actor: str) -> Profile:
        """All that is stored about the actor of that name. Raises `NotFound`."""
        from briefing.digest.cast import merge_actors

        ids = self._store.findings.by_actor(actor, limit=PROFILE_ARTICLES)
        readings = self._store.findings.get_many(ids)
        cast = merge_actors((reading.actors for reading in readings.values()), is_one_story=False)
        wanted = fold(actor)
        found = next(
            (each for each in cast if wanted in map(fold, (each.name, *each.aliases))), None
        )
        if found is None:
            raise NotFound("actor", actor, "`briefing search` finds names.")
        names = dict.fromkeys((found.name, actor))
        quotes = [each for name in names for each in self._store.findings.quotes_by(name)]
        talks = [each for name in names for each in self._store.findings.talks_with(name)]
        stories = dict.fromkeys(self._store.stories.of(ids).values())
        return Profile(
            found,
            self._store.stories.get_many_headlines(stories),
            tuple(dict.fromkeys(quotes)),
            tuple(dict.fromkeys(talks)),
            self._store.articles.get_many(ids),
        )

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
        from briefing.digest.merge import merge_talks

        end = self.window(day).end
        talks = self._store.findings.ahead(
            day, told_before=end, undated_since=end - TALKS_BACK, limit=limit * 3
        )
        return merge_talks(talks)[:limit]

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Where the words stand: actors, articles, quotes, talks."""
        return tuple(
            Hit(
                each.kind,
                each.words,
                Span(each.article, each.start, each.end),
                each.title,
                each.story,
            )
            for each in self._store.search(words, limit)
        )

    def counts(self) -> Counts:
        """How much is stored."""
        store = self._store
        return Counts(
            articles=store.articles.count(),
            stories=store.stories.count() + len(store.articles.without_story()),
            unread=store.articles.count(unread=True),
            feeds=store.feeds.count(),
            failing=store.feeds.count(failing=True),
            unread_by_reader=len(self._unread()),
        )

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the store file, as its own check says; empty when it is whole."""
        return self._store.faults()

    # ---- the reader's marks

    def mark_read(self, stories: Iterable[str], is_read: bool = True) -> tuple[str, ...]:
        """Mark every article of the stories; the ids of those whose mark changed, for an undo."""
        articles = [name for story in stories for name in self._members(story)]
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
        feeds: Sequence[str] | None = None,
        first: Callable[[], Sequence[str]] = tuple,
    ) -> AsyncGenerator[Step | Trouble, None]:
        """Gather from the sources (those named), group, read and tell; each step as it is done.

        `first` is asked again and again for the stories (ids) to read before all others.
        """
        chosen = self._chosen(feeds)
        if chosen:
            gathered = line.gather(self._store, self._workers, self.settings, chosen, self.now())
            async with aclosing(gathered):
                async for step in gathered:
                    yield step
        if read:
            async for step in self.regroup():
                yield step
            async for step in self._read(await asyncio.to_thread(self._reading_order), first):
                yield step
            await asyncio.to_thread(self._store.index)

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
        members = [name for story in top for name in self._members(story) if name in unread]
        async for step in self._read(members, tuple, stories=top):
            yield step

    async def brief(self, day: date | None = None, width: int = 1) -> Brief:
        """The brief of the day, from what is read so far; `prepare` reads what is missing."""
        return await asyncio.to_thread(self._brief, day, width)

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
        from briefing.desk import reading

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
        from briefing.gather.files import read_archive

        batch: list[Article] = []
        done = 0
        try:
            for each in read_archive(str(path), self.now().astimezone(UTC)):
                if isinstance(each, Trouble):
                    yield each
                    continue
                batch.append(each)
                if len(batch) == ARCHIVE_BATCH:
                    done += len(batch)
                    self._store.articles.put(batch)
                    batch = []
                    yield Step("gather", done, 0)
        except OSError as error:
            raise SourceError(
                f"{path} cannot be read: {error.strerror or error}. Check the path."
            ) from error
        self._store.articles.put(batch)
        yield Step("gather", done + len(batch), done + len(batch))

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

    def _members(self, story: str) -> tuple[str, ...]:
        return self._store.stories.members(story) or (story,)

    def _unread(self) -> tuple[str, ...]:
        from briefing import extract

        return self._store.articles.unread_by_reader(extract.VERSION)

    def _reading_order(self) -> tuple[str, ...]:
        """The articles to read: the day's stories first, in their order, then the newest."""
        unread = dict.fromkeys(self._unread())
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

    def _stories(self, window: Window, limit: int | None) -> tuple[Story, ...]:
        return tuple(self.story(each.id) for each in self.headlines(window)[:limit])

    def _brief(self, day: date | None, width: int) -> Brief:
        from briefing import digest

        now = self.now()
        chosen = self.day(day) or now.date()
        window = self.window(chosen, width)
        stories = self._stories(window, STORIES_IN_BRIEF)
        return digest.digest(
            stories,
            day=chosen,
            window=window,
            now=now,
            background=self._background(window, stories),
            known_roles=self._known_roles(window) if self._has_history(window) else {},
            feeds=self._store.feeds.all(),
            troubles=tuple(
                Trouble(feed.name, feed.error) for feed in self._store.feeds.all() if feed.error
            ),
            is_sample=self.is_sample,
        )

    def _background(
        self, window: Window, stories: Sequence[Story]
    ) -> tuple[tuple[Article, Reading], ...]:
        """Older articles, with their readings, that tell of something still ahead."""
        told = {article.id for story in stories for article in story.articles}
        ids = dict.fromkeys(
            talk.sentence.article
            for talk in self.upcoming(window.day)
            if talk.sentence.article not in told
        )
        readings = self._store.findings.get_many(ids)
        return tuple(
            (article, readings[article.id])
            for article in self._store.articles.get_many(ids)
            if article.id in readings
        )

    def _has_history(self, window: Window) -> bool:
        """Whether the days before say enough for a role to be called new."""
        return sum(day < window.start.date() for day in self.days()) >= DAYS_OF_HISTORY

    def _known_roles(self, window: Window) -> dict[str, str]:
        """The roles that people had in the days before the window, by name."""
        articles = self._store.articles.between(window.start - ROLES_BACK, window.start)
        readings = self._store.findings.get_many(article.id for article in articles)
        return {
            actor.name: actor.role
            for reading in readings.values()
            for actor in reading.actors
            if actor.role
        }

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

    def _lay_out_samples(self) -> None:
        """Put the sample articles into their store, once for each edition of them."""
        from briefing.gather.files import read_file

        files = sorted(asset("seeds").glob("*.txt"))
        edition = hashlib.sha256()
        for file in files:
            edition.update(file.read_bytes())
        if self._store.state.get("samples") == edition.hexdigest():
            return
        now = self.now().astimezone(UTC)
        articles = [read_file(str(file), now) for file in files]
        with self._store.batch():
            self._store.articles.put(articles)
            self._store.state.set("samples", edition.hexdigest())


def _headline(entry: Entry) -> Headline:
    """An article that is in no story yet, as one."""
    return Headline(
        entry.id,
        entry.title,
        entry.moment,
        articles=1,
        sources=1,
        unread=0 if entry.is_read else 1,
        is_saved=entry.is_saved,
        lead=entry.id,
    )


def _merged(story: Story, readings: Sequence[Reading]) -> Story:
    """The story with what its readings tell so far; its summary waits until it is told."""
    from briefing.digest.merge import merge_readings

    found = merge_readings(readings)
    return replace(story, actors=found.actors, quotes=found.quotes, talks=found.talks)
