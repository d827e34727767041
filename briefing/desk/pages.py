"""Pages: the full text of articles of which the feed carries but a teaser.

A page is asked for only where its site's robots.txt allows it, two at once of a site at most, and
an address at home only when the reader's own feed lies there. It is read in a worker. What it holds
is stored as a new version of the article; where it fails, the teaser stays and a `Trouble` says so.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.desk.gathering import worker_words
from briefing.desk.robots import RobotsBook
from briefing.desk.waits import Waits
from briefing.errors import SourceError
from briefing.model import Feed

if TYPE_CHECKING:
    from briefing.gather.answers import Answer
    from briefing.gather.fetch import FetchOptions
    from briefing.gather.pages import Page
    from briefing.settings import Settings
    from briefing.store.state import StateTable
    from briefing.workers import Workers

READ_SECONDS = 10.0  # one page may take, as the clock on the wall sees it
PER_SITE = 2  # pages asked for at once
PAGE_MB = 8  # of one page, unpacked
MOST_DELAY = 20.0  # seconds that one run waits for the pages of a site that asks for pauses

_FORBIDDEN = "The site asks programs not to fetch this page (robots.txt)."
_UNCLEAR = "What the site allows programs to fetch (robots.txt) cannot be read now."
_AT_HOME = "The address lies in your own network, where none of your feeds is."
_WAIT = "The site asks to wait until {until:%d %b %H:%M} UTC."
_DELAY = "The site asks for {delay:g} s between two pages, so this one comes with a later refresh."
_PASSING = ("in time", "broke off", "in trouble", "too often", "asks to wait", "cannot be reached")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What asking for one page brought."""

    url: str
    page: Page | None = None
    problem: str = ""  # why there is no text: a whole sentence
    is_passing: bool = False  # whether trying again later may help
    is_postponed: bool = False  # whether it was not even tried, for the site asks for patience


async def fetch_pages(
    state: StateTable | None,
    workers: Workers,
    settings: Settings,
    origins: Mapping[str, str | None],
    now: datetime,
) -> AsyncGenerator[Fetched, None]:
    """Every page as it lands; `origins` names for each address the feed that led there.

    None stands for the reader, who may name any address.
    """
    line = _Line(state, workers, settings, now)
    running = asyncio.create_task(line.run(origins))
    try:
        while (fetched := await line.landed.get()) is not None:
            yield fetched
        await running
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


class _Line:
    """One run's way from the addresses to the pages; what has landed waits in `landed`."""

    def __init__(
        self, state: StateTable | None, workers: Workers, settings: Settings, now: datetime
    ) -> None:
        self.landed: asyncio.Queue[Fetched | None] = asyncio.Queue()
        self._workers = workers
        self._now = now
        self._options = _options(settings)
        self._waits = Waits(state, now)
        self._book = RobotsBook(state, self._options, now, self._waits)
        self._begun = time.monotonic()
        self._slots = asyncio.Semaphore(max(1, settings.parallel // PER_SITE))  # sites at once
        self._room = asyncio.Semaphore(workers.processes * 2)  # pages that wait to be read

    async def run(self, origins: Mapping[str, str | None]) -> None:
        """Bring in all of them; the queue ends with None, also after a fault of our own."""
        try:
            urls = await self._abroad(origins)
            async with (
                asyncio.TaskGroup() as group,
                aclosing(self._book.sites(urls)) as sites,
            ):
                async for site in sites:
                    group.create_task(self._site(site, group))
            await self._book.save()
            await self._waits.save()
        finally:
            self.landed.put_nowait(None)

    async def _abroad(self, origins: Mapping[str, str | None]) -> list[str]:
        """The addresses that may be asked; each two hosts are looked up but once."""
        named = {url: origin for url, origin in origins.items() if origin is not None}
        pairs = {url: (_place(url), _place(origin)) for url, origin in named.items()}
        asked = {pair: (url, named[url]) for url, pair in pairs.items()}
        answers = await asyncio.gather(*(_leads_home(*each) for each in asked.values()))
        is_home = dict(zip(asked, answers, strict=True))
        for url, pair in pairs.items():
            if is_home[pair]:
                self.landed.put_nowait(Fetched(url, problem=_AT_HOME))
        return [url for url in origins if url not in pairs or not is_home[pairs[url]]]

    async def _site(self, urls: Sequence[str], group: asyncio.TaskGroup) -> None:
        """Ask for those pages of one site that it allows."""
        from briefing.gather.robots import robots_address

        allowed: list[Feed] = []
        for url in urls:
            if problem := await self._forbidden(url):
                self.landed.put_nowait(problem)
            else:
                allowed.append(Feed(url))
        if not allowed:
            return
        site = robots_address(urls[0])
        rules = await self._book.rules(urls[0])
        delay = rules.delay if rules else 0.0
        if until := await self._waits.until(site):
            rest = (until - self._clock()).total_seconds()
            if rest > (MOST_DELAY if delay else 0):
                self._postpone(allowed, _WAIT.format(until=until))
                return
            await asyncio.sleep(max(0.0, rest))
        if delay:
            await self._singly(allowed, site, delay, group)
        else:
            await self._together(allowed, site, group)

    async def _together(self, feeds: Sequence[Feed], site: str, group: asyncio.TaskGroup) -> None:
        """Ask for them until the site asks to wait."""
        from briefing.gather.answers import asked_to_wait
        from briefing.gather.fetch import fetch

        left = {feed.url: feed for feed in feeds}
        async with self._slots, aclosing(fetch(feeds, self._options, self._now)) as landing:
            async for answer in landing:
                del left[answer.feed.url]
                await self._room.acquire()
                group.create_task(self._read(answer))
                if until := asked_to_wait(answer.feed):
                    self._waits.note(site, until)
                    self._postpone(left.values(), _WAIT.format(until=until))
                    return

    async def _singly(
        self, feeds: Sequence[Feed], site: str, delay: float, group: asyncio.TaskGroup
    ) -> None:
        """Ask for one after another with the delay that the site asks for, for a while."""
        now = 1 + int(MOST_DELAY // delay)
        for number, feed in enumerate(feeds[:now]):
            if number:
                await asyncio.sleep(delay)
                if until := await self._waits.until(site):
                    self._postpone(feeds[number:], _WAIT.format(until=until))
                    return
            await self._together((feed,), site, group)
        self._postpone(feeds[now:], _DELAY.format(delay=delay))
        self._waits.note(site, self._clock() + timedelta(seconds=delay))

    def _postpone(self, feeds: Iterable[Feed], problem: str) -> None:
        for feed in feeds:
            late = Fetched(feed.url, problem=problem, is_passing=True, is_postponed=True)
            self.landed.put_nowait(late)

    def _clock(self) -> datetime:
        """This moment, as the run's own clock goes on from where it began."""
        return self._now + timedelta(seconds=time.monotonic() - self._begun)

    async def _forbidden(self, url: str, asked: str = "") -> Fetched | None:
        """Why a page must be left alone; None when it need not be."""
        from briefing.gather.robots import robots_address

        rules = await self._book.rules(url)
        if rules is None and (until := await self._waits.until(robots_address(url))):
            problem = _WAIT.format(until=until)
            return Fetched(asked or url, problem=problem, is_passing=True, is_postponed=True)
        if rules is None:
            return Fetched(asked or url, problem=_UNCLEAR, is_passing=True)
        return None if rules.allow(url) else Fetched(asked or url, problem=_FORBIDDEN)

    async def _read(self, answer: Answer) -> None:
        try:
            self.landed.put_nowait(await self._outcome(answer))
        finally:
            self._room.release()

    async def _outcome(self, answer: Answer) -> Fetched:
        url = answer.feed.url
        if answer.body is None:
            problem = page_words(answer.feed.error)
            return Fetched(url, problem=problem, is_passing=any(it in problem for it in _PASSING))
        # A redirect may end where the site, or another, wants no programs.
        if answer.url != url and (forbidden := await self._forbidden(answer.url, url)):
            return forbidden
        try:
            page = await read_page(
                self._workers, answer.body, answer.url, answer.headers, self._now
            )
        except Exception as error:  # noqa: BLE001 — one hostile page must not stop the others
            words = worker_words(error, READ_SECONDS, "read")
            return Fetched(url, problem=f"The page {words}")
        return Fetched(url, page, page.problem)


async def _leads_home(url: str, origin: str) -> bool:
    """Whether an address of a feed lies in the reader's own network and the feed does not."""
    from briefing.gather.neighbours import is_private, leads_home

    if _place(url) == _place(origin):
        return False
    is_web = origin.startswith(("http://", "https://"))
    return await leads_home(url, origin) if is_web else is_private(url)


async def read_page(
    workers: Workers, body: bytes, url: str, headers: Mapping[str, str], now: datetime
) -> Page:
    """The article of a page's bytes, read in a worker; raises what the worker raises."""
    from briefing.gather.pages import read_article_page

    return await asyncio.wrap_future(
        workers.submit(read_article_page, body, url, dict(headers), now, seconds=READ_SECONDS)
    )


def check_page(place: str, url: str, settings: Settings, now: datetime) -> Page:
    """What the page of that address, or in that file, holds as an article; nothing is stored.

    `url` is where a file was found. Raises `SourceError` when there is no such file.
    """
    from briefing.workers import Workers

    with Workers(1) as workers:
        return asyncio.run(_checked(place, url, workers, settings, now))


async def _checked(
    place: str, url: str, workers: Workers, settings: Settings, now: datetime
) -> Page:
    from briefing.gather.pages import Page

    if place.casefold().startswith(("http://", "https://")):
        async with aclosing(fetch_pages(None, workers, settings, {place: None}, now)) as landing:
            (fetched,) = [each async for each in landing]
        return fetched.page or Page(problem=fetched.problem)
    body = await asyncio.to_thread(_head, place)
    try:
        return await read_page(workers, body, url, {}, now)
    except Exception as error:  # noqa: BLE001 — whatever the page does to the worker is its problem
        return Page(problem=f"The page {worker_words(error, READ_SECONDS, 'read')}")


def _head(place: str) -> bytes:
    try:
        with Path(place).expanduser().open("rb") as file:
            return file.read(PAGE_MB << 20)
    except OSError as error:
        raise SourceError(f"{place} cannot be read: {error.strerror}. Check the path.") from error


def page_words(error: str | None) -> str:
    """What a feed's error means for a page: the advice that goes with it is for feeds."""
    first = (error or "The server sent nothing.").partition(". ")[0].removesuffix(".")
    return f"{first.replace('feed', 'page')}."


def _options(settings: Settings) -> FetchOptions:
    from briefing.gather.fetch import FetchOptions

    return FetchOptions(
        parallel=settings.parallel,
        per_host=min(PER_SITE, settings.per_host),
        timeout=settings.timeout,
        max_bytes=min(PAGE_MB, settings.max_mb) << 20,
    )


def _place(url: str) -> tuple[str, int | None]:
    """Host and port: what the reader named by adding a feed."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return url, None
    return (parts.hostname or "").rstrip("."), port
