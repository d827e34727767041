"""Fetch: asks many feeds at once, politely, and hands out each answer as it lands.

One semaphore over all and one per host and port, so that a slow host delays nobody else; a total
time for each feed, for a server that drips defeats any time-out between two bytes; a cap on what is
unpacked. What is unchanged (304) costs no parsing. Leaving the generator cancels what is under way.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing import __version__
from briefing.gather.answers import (
    Answer,
    failed,
    failure_words,
    may_be_asked,
    paused,
    refused,
    rested,
    succeeded,
)
from briefing.gather.credentials import NO_LOGINS, Logins
from briefing.gather.links import clean_url
from briefing.gather.neighbours import leads_home
from briefing.gather.unpack import Body, TooLargeError
from briefing.gather.ways import has_http2, has_proxy
from briefing.model import Feed, SourceKind

if TYPE_CHECKING:
    import httpx

MOST_REDIRECTS = 5
SLOWEST = 100  # bytes a second; who sends less for as long as `read_timeout` only keeps us busy
MOST_VALIDATOR = 1000  # characters of an ETag that are kept
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How hard to ask; times in seconds."""

    parallel: int = 16  # requests under way at once
    per_host: int = 2  # … to one host and port
    timeout: float = 30.0  # for one feed in all, redirects and body included
    connect_timeout: float = 10.0
    read_timeout: float = 15.0  # between two pieces of an answer
    max_bytes: int = 20_000_000  # of one answer, unpacked
    agent: str = f"briefing/{__version__}"  # who asks; with a contact address where there is one
    logins: Logins = NO_LOGINS  # of feeds that are not open


async def fetch(
    feeds: Sequence[Feed], options: FetchOptions, now: datetime
) -> AsyncGenerator[Answer, None]:
    """One `Answer` for each feed, in the order in which they land.

    A feed that is gone, or whose server asked to wait, is not asked; its answer says so.
    """
    waiting: list[Feed] = []
    for feed in feeds:
        if feed.kind is SourceKind.FEED and may_be_asked(feed, now):
            waiting.append(feed)
        else:
            yield Answer(feed, feed.url, unchanged=True, asked=False)
    if not waiting:
        return
    _load_httpx()
    desk = _Desk(options, now)
    asking = asyncio.create_task(desk.ask_all(waiting))
    try:
        while (answer := await desk.landed.get()) is not None:
            yield answer
            desk.room.release()
        await asking
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await desk.clients.close()


def _load_httpx() -> None:
    """Import httpx without its own command line, which takes longer to load than all the rest.

    httpx does without where that cannot be imported, which is what None among the modules says.
    """
    if "httpx" not in sys.modules:
        sys.modules["httpx._main"] = None  # type: ignore[assignment]
        try:
            import httpx  # noqa: F401
        finally:
            del sys.modules["httpx._main"]


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer at the end of its redirects, whole or cut short."""

    status: int
    url: str
    headers: httpx.Headers
    body: bytes
    is_whole: bool = True
    moved: str | None = None


class _RefusedError(Exception):
    """The answer cannot be taken; the message is for people."""


class _Desk:
    """The limits, connections and answers of one run."""

    def __init__(self, options: FetchOptions, now: datetime) -> None:
        self.landed: asyncio.Queue[Answer | None] = asyncio.Queue()
        self.room = asyncio.Semaphore(options.parallel)  # answers held in memory at once
        self.clients = _Clients(options)
        self._options = options
        self._now = now
        self._slots = asyncio.Semaphore(options.parallel)
        self._hosts: dict[str, asyncio.Semaphore] = {}

    async def ask_all(self, feeds: Sequence[Feed]) -> None:
        """Ask them all; the queue ends with None, also after a fault of our own."""
        try:
            async with asyncio.TaskGroup() as group:
                for feed in feeds:
                    group.create_task(self._land(feed))
        finally:
            self.landed.put_nowait(None)

    async def _land(self, feed: Feed) -> None:
        host = self._hosts.setdefault(_host(feed.url), asyncio.Semaphore(self._options.per_host))
        async with host:
            await self.room.acquire()
            async with self._slots:
                answer = await self._ask(feed)
        self.landed.put_nowait(answer)

    async def _ask(self, feed: Feed) -> Answer:
        import httpx

        try:
            async with asyncio.timeout(self._options.timeout):
                found = await self._follow(feed)
        except TooLargeError:
            size = self._options.max_bytes // 1_000_000
            error = f"The answer is larger than {size} MB. Remove the feed, or raise the limit."
        except _RefusedError as refusal:
            error = str(refusal)
        except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
            # ValueError is what a host name raises that cannot be written in DNS.
            error = failure_words(problem)
        else:
            return self._answer(feed, found)
        return Answer(failed(feed, error, self._now), feed.url)

    async def _follow(self, feed: Feed) -> _Found:
        """The answer at the end of at most `MOST_REDIRECTS` redirects, each of them looked at."""
        import httpx

        url, moved = feed.url, True
        try:
            is_web = httpx.URL(url).scheme in {"http", "https"}
        except httpx.InvalidURL:
            is_web = False
        if not is_web:
            raise _RefusedError("This is no web address. Check its spelling.")
        for hop in range(MOST_REDIRECTS + 1):
            found, location = await self._get(url, feed)
            if location is None:
                # A login of the feed's own is kept under its address, which therefore stays.
                moved = moved and not self._options.logins.is_own(feed.url)
                return replace(found, moved=found.url if hop and moved else None)
            moved = moved and found.status in _PERMANENT
            target = clean_url(location, url)
            if target is None:
                raise _RefusedError(
                    "The server leads to an address that is none. Look for the feed on its site."
                )
            if await leads_home(target, feed.url):
                raise _RefusedError(
                    "The server leads into your own network; that is not followed. Remove the feed."
                )
            url = target
        raise _RefusedError("The server leads in circles. Look for the feed's address on its site.")

    async def _get(self, url: str, feed: Feed) -> tuple[_Found, str | None]:
        """One request: the answer, and where it leads when it is a redirect."""
        client = self.clients.of(url)
        login = self._options.logins.headers(url, feed.url)
        request = client.build_request("GET", url, headers={**_conditions(feed), **login})
        response = await client.send(request, stream=True, follow_redirects=False)
        try:
            location = response.headers.get("location")
            if response.status_code in _REDIRECTS and location is not None:
                return _Found(response.status_code, url, response.headers, b""), location
            body, is_whole = b"", True
            if 200 <= response.status_code < 300 and response.status_code != 204:
                body, is_whole = await self._body(response)
            return _Found(response.status_code, url, response.headers, body, is_whole), None
        finally:
            await response.aclose()

    async def _body(self, response: httpx.Response) -> tuple[bytes, bool]:
        """The unpacked body, and whether it came to its end."""
        import httpx

        announced = response.headers.get("content-length", "")
        if announced.isdecimal() and int(announced[:18]) > self._options.max_bytes:
            raise TooLargeError
        body = Body(response.headers.get("content-encoding", ""), self._options.max_bytes)
        clock = asyncio.get_running_loop().time
        begun, size = clock(), 0
        try:
            async for chunk in response.aiter_raw():
                body.feed(chunk)
                size += len(chunk)
                took = clock() - begun
                if took > self._options.read_timeout and size < SLOWEST * took:
                    raise _RefusedError("The server sends all too slowly. Try again later.")
        except (httpx.RemoteProtocolError, httpx.ReadError):
            if not bytes(body):
                raise
            return bytes(body), False
        return bytes(body), body.is_whole

    def _answer(self, feed: Feed, found: _Found) -> Answer:
        """What the answer means for the feed."""
        good = rested(succeeded(feed, self._now), found.headers, self._now)
        if found.status == 304 and (feed.etag or feed.last_modified):
            return Answer(paused(good, self._now), found.url, unchanged=True, moved=found.moved)
        if found.status == 204:
            return Answer(good, found.url, unchanged=True)
        if not 200 <= found.status < 300:
            retry_after = found.headers.get("retry-after", "")
            login = self._options.logins.shown(found.url, feed.url)
            after = refused(feed, found.status, retry_after, self._now, login)
            return Answer(after, found.url)
        headers = {
            "content-type": found.headers.get("content-type", ""),
            "content-location": found.url,
        }
        if not found.is_whole:
            # Without validators the next try asks for the whole again.
            cut = failed(
                feed, "The answer broke off; what came was read. Try again later.", self._now
            )
            cut = replace(cut, etag=None, last_modified=None)
            return Answer(cut, found.url, headers, _whole_entries(found.body))
        whole = replace(
            good,
            etag=_validator(found.headers, b"etag"),
            last_modified=_validator(found.headers, b"last-modified"),
        )
        return Answer(whole, found.url, headers, found.body, moved=found.moved)


class _Clients:
    """The connections of one run, made when first needed.

    Loading the certificates takes longer than asking fifty feeds, so plain http does without.
    """

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._by_need: dict[bool, httpx.AsyncClient] = {}
        self._has_proxy = has_proxy()

    def of(self, url: str) -> httpx.AsyncClient:
        """The client for that address."""
        is_secure = self._has_proxy or url[:6].lower() == "https:"
        client = self._by_need.get(is_secure)
        if client is None:
            try:
                client = self._by_need[is_secure] = self._made(is_secure=is_secure)
            except ImportError as error:
                raise _RefusedError(
                    "A SOCKS proxy stands before the network: pip install 'httpx[socks]' helps."
                ) from error
            except ValueError as error:
                raise _RefusedError(
                    "The proxy's address is none. Check the proxy settings (http_proxy …)."
                ) from error
        return client

    async def close(self) -> None:
        """Close every connection."""
        for client in self._by_need.values():
            await client.aclose()

    def _made(self, *, is_secure: bool) -> httpx.AsyncClient:
        import httpx

        options = self._options
        # To look through idle connections takes longer than to make a plain one.
        kept = options.parallel if is_secure else 0
        return httpx.AsyncClient(
            # Without certificates nothing secure is asked: redirects pass through `of` again.
            verify=httpx.create_ssl_context() if is_secure else False,
            http2=is_secure and has_http2(),
            headers={
                "user-agent": options.agent,
                "accept": _ACCEPT,
                "accept-encoding": "gzip, deflate",
            },
            timeout=httpx.Timeout(options.read_timeout, connect=options.connect_timeout, pool=None),
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=kept),
            follow_redirects=False,
        )


def _conditions(feed: Feed) -> dict[bytes, bytes]:
    """The headers that ask for news only; the values go back as they came, byte for byte."""
    conditions = {b"If-None-Match": feed.etag, b"If-Modified-Since": feed.last_modified}
    return {name: value.encode("latin-1", "ignore") for name, value in conditions.items() if value}


def _whole_entries(body: bytes) -> bytes:
    """The beginning of a feed without the entry that has lost its end."""
    end = max(body.rfind(b"</item>"), body.rfind(b"</entry>"))
    return body if end < 0 else body[: body.index(b">", end) + 1]


def _validator(headers: httpx.Headers, name: bytes) -> str | None:
    for key, value in headers.raw:
        if key.lower() == name and len(value) <= MOST_VALIDATOR:
            return value.decode("latin-1").strip() or None
    return None


def _host(url: str) -> str:
    """Host and port, which share their limit."""
    try:
        parts = urlsplit(url)
        port = parts.port or parts.scheme
    except ValueError:
        return url
    return f"{parts.hostname}:{port}"
