"""Gathering: the sources are asked, what they bring is parsed in workers and stored as it lands.

Bodies are parsed several at a time, for a task costs more than a small feed does; where a task
fails, each of its feeds is tried alone, so that a hostile one is lost alone.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk import reading as tasks
from briefing.desk.identity import Identity
from briefing.desk.logins import logins_of
from briefing.errors import BriefingError
from briefing.gather.parsing import parse_feeds
from briefing.model import Article, Feed, SourceKind, Step, Trouble

if TYPE_CHECKING:
    from briefing.gather.answers import Answer
    from briefing.gather.content import FeedContent
    from briefing.gather.credentials import Logins
    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.workers import Workers

PARSE_SECONDS = 10.0  # one task's parsing may take, as the clock on the wall sees it
FOLDER_SECONDS = 120.0  # … a folder's
MOST_TOGETHER = 6  # feeds in one task
BYTES_TOGETHER = 2_000_000  # … and their bytes, once there is more than one
LATE = 1.0  # seconds after which those that wait for a task get another worker, …
MUCH_WAITING = 16_000_000  # … or when they are so many bytes; one parses faster than most fetch
BYTES_WAITING = 32_000_000  # of bodies that wait; no more are fetched until they are parsed

MOVES_HELD = 3  # a permanent redirect is believed after so many refreshes in a row

Progress = AsyncGenerator[Step | Trouble, None]


@dataclass(frozen=True, slots=True)
class Landed:
    """A feed as it is after it was asked, with what it brought."""

    feed: Feed
    articles: tuple[Article, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    moved: str | None = None  # the address to which its server leads for good


async def gather(
    store: Store, workers: Workers, settings: Settings, feeds: Sequence[Feed], now: datetime
) -> Progress:
    """Ask the feeds and store what they bring; a failing one is a `Trouble` and stops no other."""
    asked = [feed for feed in feeds if not feed.retired]
    identity = Identity(store, now)
    done = 0
    yield Step("gather", done, len(asked))
    async with aclosing(_landing(workers, settings, asked, now)) as landed:
        async for together in landed:
            kept = await asyncio.to_thread(_keep_all, store, identity, together)
            for each, (new, place) in zip(together, kept, strict=True):
                done += 1
                for trouble in each.troubles:
                    yield trouble
                name = f"{each.feed.name} (moved to {place})" if place else each.feed.name
                yield Step("gather", done, len(asked), name, new)


def due(feeds: Sequence[Feed], now: datetime) -> tuple[Feed, ...]:
    """The sources that may be asked without anybody's wish: none that fails or is still fresh."""
    from briefing.gather.answers import is_due

    return tuple(feed for feed in feeds if is_due(feed, now))


async def answers(
    settings: Settings,
    feeds: Sequence[Feed],
    now: datetime,
    logins: Callable[[Settings], Logins] = logins_of,
) -> AsyncGenerator[Answer, None]:
    """What the feeds' servers answer, as `fetch` hands it out under these settings."""
    from briefing.gather.fetch import FetchOptions, fetch

    options = FetchOptions(
        parallel=settings.parallel,
        per_host=settings.per_host,
        timeout=settings.timeout,
        max_bytes=settings.max_mb << 20,
        # The keyring may ask the reader to open it, and so take its time.
        logins=await asyncio.to_thread(logins, settings),
    )
    async with aclosing(fetch(feeds, options, now)) as landing:
        async for answer in landing:
            yield answer


def worker_words(error: Exception, seconds: float, what: str) -> str:
    """Why a task in a worker came to nothing, in plain words."""
    if isinstance(error, TimeoutError):
        return f"could not be {what} within {seconds:g} s; it was left out. Check what it sends."
    if isinstance(error, MemoryError):
        return f"needs too much memory to be {what}; it was left out. Check what it sends."
    if isinstance(error, BriefingError):
        return str(error)
    return f"could not be {what} ({type(error).__name__}); it was left out."


async def _landing(
    workers: Workers, settings: Settings, feeds: Sequence[Feed], now: datetime
) -> AsyncGenerator[list[Landed], None]:
    """Every feed with what it brought, in the order of arrival; those that wait come together."""
    line = _Line(workers, now)
    running = asyncio.create_task(line.run(settings, feeds))
    try:
        while (landed := await line.landed.get()) is not None:
            together = [landed]
            while not line.landed.empty() and (landed := line.landed.get_nowait()) is not None:
                together.append(landed)
            yield together
            if landed is None:
                break
        await running
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


class _Line:
    """One run's way from the answers to the articles; what has landed waits in `landed`."""

    def __init__(self, workers: Workers, now: datetime) -> None:
        self.landed: asyncio.Queue[Landed | None] = asyncio.Queue()
        self._workers = workers
        self._now = now
        self._waiting: deque[Answer] = deque()
        self._free = 1  # workers that may be given a task …
        self._more = workers.processes - 1  # … and those that are asked for when they are needed
        self._bytes = 0  # of bodies that wait or are parsed
        self._less = asyncio.Event()  # some of them were let go
        self._before: dict[str, Feed] = {}  # the feeds as they were asked

    async def run(self, settings: Settings, feeds: Sequence[Feed]) -> None:
        """Bring in all of them; the queue ends with None, also after a fault of our own."""
        remote = [feed for feed in feeds if feed.kind is SourceKind.FEED]
        self._before = {feed.url: feed for feed in remote}
        try:
            async with asyncio.TaskGroup() as group:
                for feed in feeds:
                    if feed.kind is not SourceKind.FEED:
                        group.create_task(self._folder(feed))
                if remote:
                    async with aclosing(answers(settings, remote, self._now)) as landing:
                        async for answer in landing:
                            await self._take(answer, group)
        finally:
            self.landed.put_nowait(None)

    async def _take(self, answer: Answer, group: asyncio.TaskGroup) -> None:
        if answer.body is None:
            self.landed.put_nowait(_after(answer, answer.feed))
            return
        while self._bytes > BYTES_WAITING:
            self._less.clear()
            await self._less.wait()
        self._bytes += len(answer.body)
        self._waiting.append(answer)
        self._start(group)

    def _start(self, group: asyncio.TaskGroup) -> None:
        """Give every free worker what is waiting."""
        if self._bytes > MUCH_WAITING:
            self._ask_for_more()
        while self._free and self._waiting:
            self._free -= 1
            group.create_task(self._work(group, self._together()))

    def _ask_for_more(self) -> None:
        if self._more and not self._free:
            self._more -= 1
            self._free += 1

    def _hurry(self, group: asyncio.TaskGroup) -> None:
        """A task takes long: who waits for it gets another worker."""
        if self._waiting:
            self._ask_for_more()
            self._start(group)

    def _together(self) -> list[Answer]:
        """The next answers that are parsed in one task."""
        chosen = [self._waiting.popleft()]
        size = len(chosen[0].body or b"")
        while self._waiting and len(chosen) < MOST_TOGETHER:
            size += len(self._waiting[0].body or b"")
            if size > BYTES_TOGETHER:
                break
            chosen.append(self._waiting.popleft())
        return chosen

    async def _work(self, group: asyncio.TaskGroup, chosen: Sequence[Answer]) -> None:
        late = asyncio.get_running_loop().call_later(LATE, self._hurry, group)
        try:
            for landed in await self._parsed(chosen):
                self.landed.put_nowait(landed)
        finally:
            late.cancel()
        self._bytes -= sum(len(answer.body or b"") for answer in chosen)
        self._less.set()
        self._free += 1
        self._start(group)

    async def _parsed(self, chosen: Sequence[Answer]) -> list[Landed]:
        """The answers' articles; a task that takes too long is killed."""
        # The ids of a feed's articles go on from its first address, wherever it has moved since.
        bodies = [
            (
                answer.body or b"",
                answer.feed.origin or answer.feed.url,
                dict(answer.headers),
                self._now,
            )
            for answer in chosen
        ]
        try:
            contents = await asyncio.wrap_future(
                self._workers.submit(parse_feeds, bodies, seconds=PARSE_SECONDS)
            )
        except Exception as error:  # noqa: BLE001 — one hostile feed must not stop the others
            if len(chosen) > 1:
                return [landed for answer in chosen for landed in await self._parsed([answer])]
            words = worker_words(error, PARSE_SECONDS, "parsed")
            return [_after(chosen[0], _unread(self._before[chosen[0].feed.url], words, self._now))]
        return [
            landed_of(answer, content, self._now, self._before[answer.feed.url])
            for answer, content in zip(chosen, contents, strict=True)
        ]

    async def _folder(self, feed: Feed) -> None:
        """The articles of a file or folder."""
        try:
            articles, troubles = await asyncio.wrap_future(
                self._workers.submit(
                    tasks.local_articles, Path(feed.url), self._now, seconds=FOLDER_SECONDS
                )
            )
        except Exception as error:  # noqa: BLE001 — one bad folder must not stop the others
            words = worker_words(error, FOLDER_SECONDS, "read")
            articles, troubles = (), (Trouble(feed.url, words),)
        failed = troubles[0].what if troubles and not articles else None
        asked = replace(
            feed,
            checked=self._now,
            succeeded=feed.succeeded if failed else self._now,
            error=failed,
            failures=feed.failures + 1 if failed else 0,
        )
        named = tuple(replace(each, feed=feed.url) for each in articles)
        self.landed.put_nowait(Landed(asked, named, troubles))


def _after(answer: Answer, feed: Feed, articles: tuple[Article, ...] = ()) -> Landed:
    troubles = (Trouble(feed.name, feed.error),) if feed.error else ()
    return Landed(feed, articles, troubles, answer.moved)


def landed_of(answer: Answer, content: FeedContent, now: datetime, before: Feed) -> Landed:
    """The feed with the articles that were read in its answer, or with what is wrong with it.

    `before` is the feed as it was when it was asked.
    """
    from briefing.gather.answers import paused
    from briefing.gather.content import NO_ENTRIES

    feed = answer.feed
    # A feed may hold nothing today; what is no feed, or is past reading, has failed.
    wrong = [problem for problem in content.problems if problem != NO_ENTRIES]
    if wrong and not content.articles:
        return _after(answer, _unread(before, feed.error or wrong[0], now))
    named = replace(
        feed,
        title=feed.title or content.title,
        site=feed.site or content.site,
        schedule=content.schedule,
    )
    articles = tuple(
        replace(article, source=article.source or named.name, feed=feed.url)
        if not article.source or feed.origin
        else article
        for article in content.articles
    )
    return _after(answer, paused(named, now), articles)


def _unread(before: Feed, error: str, now: datetime) -> Feed:
    """The feed whose answer could not be read; the next try asks for the whole body again."""
    from briefing.gather.answers import failed

    return replace(failed(before, error, now), etag=None, last_modified=None)


def _keep_all(
    store: Store, identity: Identity, landed: Sequence[Landed]
) -> list[tuple[tuple[str, ...], str | None]]:
    """What `keep` says of each; in one transaction, for each end of one writes pages anew."""
    with store.batch():
        return [keep(store, identity, each) for each in landed]


def keep(store: Store, identity: Identity, landed: Landed) -> tuple[tuple[str, ...], str | None]:
    """Store a feed's state and articles in one transaction.

    Says the ids of what is new or edited, and the feed's new address when it has moved for good.
    Nothing of a feed that was removed meanwhile is stored.
    """
    feed, articles = landed.feed, landed.articles
    with store.batch():
        if store.feeds.get(feed.url) is None:
            return (), None
        put = store.articles.put(identity.settled(articles)) if articles else None
        store.feeds.update((feed,))
        place = _moved(store, landed)
    return (*put.new, *put.revised) if put else (), place


def _moved(store: Store, landed: Landed) -> str | None:
    """Rewrite the address of a feed whose server has led elsewhere `MOVES_HELD` times in a row."""
    key = f"moved {landed.feed.url}"
    known = store.state.get(key)
    if landed.moved is None or landed.feed.error:
        if known is not None:
            store.state.set(key, None)
        return None
    times = int(known.split(" ", 1)[0]) + 1 if known and known.endswith(f" {landed.moved}") else 1
    if times < MOVES_HELD:
        store.state.set(key, f"{times} {landed.moved}")
        return None
    store.state.set(key, None)
    return landed.moved if store.feeds.rename(landed.feed.url, landed.moved) else None
