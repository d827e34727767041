"""The line from wire to store: gather, group, read, tell.

Each stage is an async generator of `Step`s and `Trouble`s that writes what it has as it lands, so
it can be left at any moment. Heavy work runs in `Workers`; the store is written from a thread of
this process, never on its event loop.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from briefing.desk import reading as tasks
from briefing.desk.gathering import Progress, due, gather, worker_words
from briefing.errors import BriefingError, WorkersError
from briefing.model import Article, Reading, Step, Story, Trouble

if TYPE_CHECKING:
    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.workers import Workers

GROUP_SECONDS = 600.0
AROUND = timedelta(days=8)  # how far round an ungrouped article its story's others may lie
SUMMARY_SENTENCES = 3
PATIENCE = 3  # articles that fail before any is read: then the reader is at fault, not they

__all__ = ["Reader", "closing", "due", "gather", "group", "materials"]


# ---- group


async def group(store: Store, workers: Workers) -> Progress:
    """Put articles that are in no story into one, new or known."""
    loose = await asyncio.to_thread(store.articles.without_story)
    if not loose:
        return
    yield Step("group", 0, len(loose))
    articles, settled = await asyncio.to_thread(_around, store, loose)
    try:
        stories = await asyncio.wrap_future(
            workers.submit(tasks.group, articles, settled, seconds=GROUP_SECONDS)
        )
    except Exception as error:  # noqa: BLE001 — each article then stands alone
        yield Trouble("stories", worker_words(error, GROUP_SECONDS, "grouped"))
        stories = {name: name for name in loose}
    changed = await asyncio.to_thread(store.stories.assign, stories)
    yield Step("group", len(loose), len(loose), stories=changed)


def _around(store: Store, loose: Iterable[str]) -> tuple[tuple[Article, ...], dict[str, str]]:
    """The loose articles with all that may belong to them, and the stories known so far."""
    chosen = store.articles.get_many(loose)
    moments = [article.moment for article in chosen if article.moment]
    if moments:
        near = store.articles.between(min(moments) - AROUND, max(moments) + AROUND)
        known = {article.id for article in chosen}
        chosen = (*chosen, *(article for article in near if article.id not in known))
    return chosen, store.stories.of(article.id for article in chosen)


# ---- read and tell


class Reader:
    """One run of reading: which article next, and which stories can be told."""

    def __init__(
        self,
        store: Store,
        workers: Workers,
        settings: Settings,
        first: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._store = store
        self._workers = workers
        self._settings = settings
        self._rules = tasks.Rules.of(settings)
        self._failures = self._successes = 0
        self._first = first
        self._waiting: dict[str, None] = {}  # article ids in order
        self._story_of: dict[str, str] = {}
        self._left: Counter[str] = Counter()  # story id -> articles not read yet
        self._tasks: dict[asyncio.Future[Any], tuple[str, str]] = {}

    async def run(self, articles: Sequence[str], stories: Sequence[str]) -> Progress:
        """Read the articles in that order, and tell each story as soon as all of it is read."""
        await asyncio.to_thread(self._plan, articles)
        total, done = len(articles), 0
        to_tell = [story for story in stories if not self._left[story]]
        told, tellable = 0, len({*to_tell, *self._left})
        if total:
            yield Step("read", 0, total)
        try:
            while self._waiting or to_tell or self._tasks:
                self._fill(to_tell)
                finished, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
                for future in finished:
                    stage, name = self._tasks.pop(future)
                    if stage == "tell":
                        told += 1
                        for step in await self._store_story(future, name):
                            yield step
                        yield Step("digest", told, max(told, tellable), stories=(name,))
                        continue
                    done += 1
                    troubles, title = await self._store_reading(future, name)
                    for trouble in troubles:
                        yield trouble
                    yield Step("read", done, total, title, articles=(name,))
                    story = self._story_of.get(name)
                    if story is not None:
                        self._left[story] -= 1
                        if self._left[story] == 0:
                            to_tell.append(story)
        finally:
            for future in self._tasks:
                future.cancel()

    def _plan(self, articles: Sequence[str]) -> None:
        self._waiting = dict.fromkeys(articles)
        self._story_of = self._store.stories.of(articles)
        self._left = Counter(self._story_of.values())

    def _fill(self, to_tell: list[str]) -> None:
        """Keep every process busy, with one task more waiting for the first that is free."""
        while len(self._tasks) <= self._workers.processes and (to_tell or self._waiting):
            if to_tell:
                self._start_telling(to_tell.pop(0))
            else:
                self._start_reading(self._next())

    def _next(self) -> str:
        """The article to read now: the highlighted story's, else the next in line."""
        wanted = set(self._first())
        if wanted:
            for name in self._waiting:
                if self._story_of.get(name) in wanted:
                    del self._waiting[name]
                    return name
        name = next(iter(self._waiting))
        del self._waiting[name]
        return name

    def _start_reading(self, name: str) -> None:
        async def read() -> tuple[Article | None, Reading | None]:
            article = await asyncio.to_thread(self._store.articles.get, name)
            if article is None:
                return None, None
            future = self._workers.submit(
                tasks.read, article, self._rules, seconds=self._settings.read_seconds
            )
            return article, await asyncio.wrap_future(future)

        self._tasks[asyncio.ensure_future(read())] = ("read", name)

    def _start_telling(self, name: str) -> None:
        async def tell() -> Story | None:
            articles, readings = await asyncio.to_thread(materials, self._store, name)
            if not articles:
                return None
            future = self._workers.submit(
                tasks.tell,
                articles,
                readings,
                closing(articles),
                SUMMARY_SENTENCES,
                seconds=self._settings.read_seconds,
            )
            return replace(await asyncio.wrap_future(future), id=name)

        self._tasks[asyncio.ensure_future(tell())] = ("tell", name)

    async def _store_reading(
        self, future: asyncio.Future[Any], name: str
    ) -> tuple[tuple[Trouble, ...], str]:
        try:
            article, found = future.result()
        except BriefingError:
            # The pipeline itself is missing: every article would fail in the same way.
            raise
        except Exception as error:
            from briefing import extract

            self._failures += 1
            if self._failures >= PATIENCE and not self._successes:
                raise WorkersError(
                    f"None of the first {self._failures} articles could be read "
                    f"({type(error).__name__}: {error}). `briefing doctor` looks at what is wrong."
                ) from error
            # Kept as read, so that a text that hangs the reader is not tried at every start.
            empty = Reading(name, (), version=extract.VERSION)
            await asyncio.to_thread(self._store.findings.put, (empty,))
            unread = await asyncio.to_thread(self._store.articles.get, name)
            where = unread.title if unread else name
            return (Trouble(where, _unread_words(error, self._settings.read_seconds)),), ""
        if article is None:
            return (), ""
        self._successes += 1
        await asyncio.to_thread(self._store.findings.put, (found,))
        return (), article.title

    async def _store_story(self, future: asyncio.Future[Any], name: str) -> tuple[Trouble, ...]:
        try:
            story = future.result()
        except Exception as error:  # noqa: BLE001 — one story must not stop the others
            words = worker_words(error, self._settings.read_seconds, "summed up")
            return (Trouble(f"story {name}", words),)
        if story is not None:
            await asyncio.to_thread(self._store.stories.put, (story,))
        return ()


def _unread_words(error: Exception, seconds: float) -> str:
    """Why an article has no findings, and that nothing else is lost."""
    if isinstance(error, TimeoutError):
        reason = f"Reading it takes more than {seconds:g} s"
    elif isinstance(error, MemoryError):
        reason = "Reading it takes too much memory"
    else:
        reason = f"Reading it failed ({type(error).__name__})"
    return f"{reason}; its text is kept and shown, without actors, quotes and talks."


def closing(articles: Sequence[Article]) -> datetime:
    """The end of the day of the newest article: what the rank of their story is counted from.

    A story told tomorrow then ranks among the others of its day as it does now.
    """
    moments = [article.moment for article in articles if article.moment]
    if not moments:
        return datetime.max.replace(tzinfo=UTC)
    return max(moments).replace(hour=23, minute=59, second=59)


def materials(store: Store, story: str) -> tuple[tuple[Article, ...], dict[str, Reading]]:
    """A story's articles and those of their readings that there are."""
    members = store.stories.members(story)
    return store.articles.get_many(members), store.findings.get_many(members)
