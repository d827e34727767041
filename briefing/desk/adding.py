"""Adding: from what a reader names to sources: a feed, a site, a list of feeds, a file or folder.

A place is looked at before it is kept. A site is asked for its feeds: the only one is taken, of
several the reader chooses. A login in an address is taken out of it, and kept in the keyring.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.gathering import PARSE_SECONDS, answers, gather, keep, landed_of, worker_words
from briefing.desk.identity import Identity
from briefing.desk.logins import Typed, keep_login, logins_with, split_login
from briefing.errors import SeveralFeeds, SourceError
from briefing.gather.parsing import parse_feeds
from briefing.model import Feed, SourceKind

if TYPE_CHECKING:
    from briefing.gather.answers import Answer
    from briefing.gather.content import FeedContent
    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.workers import Workers

HEAD = 20 << 20  # bytes of a file that are looked at
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class _Look:
    """What stands at an address."""

    answer: Answer
    content: FeedContent


class Adder:
    """Takes in what a reader names."""

    def __init__(
        self, store: Store, workers: Workers, settings: Settings, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._workers = workers
        self._settings = settings
        self._now = now()
        self._login: Typed | None = None

    async def add(self, place: str, title: str, tags: tuple[str, ...]) -> tuple[Feed, ...]:
        """Keep every source that the place names, with the articles it holds.

        Raises `SourceError` that says what is wrong with it and what to do, `SeveralFeeds` when the
        reader must choose.
        """
        from briefing.gather.discover import is_feed, is_opml

        place, self._login = split_login(place, self._settings)
        named = source_of(place)
        feed = replace(named, title=title or named.title, tags=tags)
        self._refuse_known(feed.url)
        if feed.kind is not SourceKind.FEED:
            if feed.kind is SourceKind.FILE and is_opml(head := read_head(Path(feed.url))):
                return self._list(place, head, tags)
            return (await self._local(feed, place),)
        (look,) = await self._looks((feed,))
        if look.answer.body is not None and is_opml(look.answer.body):
            await self._keep_login(place)
            return self._list(place, look.answer.body, tags)
        if not is_feed(look.content):
            look = await self._on_site(look, place)
        await self._keep_login(place)
        return (self._kept(look, place),)

    async def _local(self, feed: Feed, place: str) -> Feed:
        """Read a file or folder and keep it, unless nothing can be read there."""
        self._store.feeds.put((feed,))
        added: Feed | None = None
        try:
            steps = gather(self._store, self._workers, self._settings, (feed,), self._now)
            async with aclosing(steps):
                async for _ in steps:
                    pass
            added = self._store.feeds.get(feed.url)
            if added is None or added.error:
                reason = added.error if added else "it is gone"
                added = None
                raise SourceError(f"{place} was not added: {reason}")
            return added
        finally:
            if added is None:
                self._store.feeds.remove(feed.url)

    def _list(self, place: str, body: bytes, tags: tuple[str, ...]) -> tuple[Feed, ...]:
        """Keep the feeds of a subscription list; they are asked at the next refresh."""
        from briefing.gather.opml import read_opml

        known = {feed.url for feed in self._store.feeds.all()}
        listed = read_opml(body)
        if not listed:
            raise SourceError(f"{place} was not added: the list names no feeds.")
        new = {
            feed.url: replace(feed, tags=tuple(dict.fromkeys((*feed.tags, *tags))))
            for feed in listed
            if feed.url not in known
        }
        if not new:
            raise SourceError(f"All feeds of {place} are already among your sources.")
        self._store.feeds.put(new.values())
        return tuple(new.values())

    async def _on_site(self, page: _Look, place: str) -> _Look:
        """The only feed of a web page."""
        from briefing.gather.discover import is_feed, offered, well_known

        answer = page.answer
        if answer.body is None:
            raise SourceError(f"{place} was not added: {answer.feed.error or 'it sent nothing'}")
        if not page.content.is_page:
            raise SourceError(f"{place} was not added: {page.content.problems[0]}")
        choices = offered([link for link in page.content.links if await self._is_fit(link, answer)])
        asked = choices if len(choices) == 1 else () if choices else well_known(answer.url)
        origin = answer.feed
        looks = await self._looks([Feed(url, origin.title, tags=origin.tags) for url in asked])
        # One feed may answer at several addresses, or send from one to the other.
        found = {
            look.answer.moved or look.answer.url: look for look in looks if is_feed(look.content)
        }
        distinct = {tuple(a.title for a in look.content.articles): look for look in found.values()}
        if len(distinct) > 1 or len(choices) > 1:
            await self._keep_login(place)
            raise SeveralFeeds(place, choices or [look.answer.url for look in distinct.values()])
        for look in distinct.values():
            self._refuse_known(look.answer.feed.url)
            return look
        raise SourceError(
            f"{place} was not added: it is a web page, and no feed was found on its site."
            " Look there for a link called RSS or Feed."
        )

    async def _is_fit(self, link: str, answer: Answer) -> bool:
        from briefing.gather.neighbours import leads_home

        return not await leads_home(link, answer.url)

    def _kept(self, look: _Look, place: str) -> Feed:
        landed = landed_of(look.answer, look.content, self._now, look.answer.feed)
        if landed.feed.error and not landed.articles:
            raise SourceError(f"{place} was not added: {landed.feed.error}")
        self._store.feeds.put((landed.feed,))
        keep(self._store, Identity(self._store, self._now), landed)
        return landed.feed

    async def _looks(self, feeds: Sequence[Feed]) -> list[_Look]:
        """What stands at each address; nothing is stored."""
        landed: list[Answer] = []
        asking = answers(self._settings, feeds, self._now, logins_with(self._login))
        async with aclosing(asking) as landing:
            async for answer in landing:
                landed.append(answer)  # noqa: PERF401 — the generator must be closed
        contents = await asyncio.gather(*map(self._content, landed))
        return [_Look(answer, content) for answer, content in zip(landed, contents, strict=True)]

    async def _content(self, answer: Answer) -> FeedContent:
        from briefing.gather.content import FeedContent

        if answer.body is None:
            return FeedContent()
        body = (answer.body, answer.feed.url, dict(answer.headers), self._now)
        try:
            (content,) = await asyncio.wrap_future(
                self._workers.submit(parse_feeds, [body], seconds=PARSE_SECONDS)
            )
        except Exception as error:  # noqa: BLE001 — a hostile page is a page without feeds
            return FeedContent(problems=(worker_words(error, PARSE_SECONDS, "parsed"),))
        return content

    async def _keep_login(self, place: str) -> None:
        """Keep the login that was typed with the address, which has proved right."""
        if self._login is None:
            return
        try:
            # The keyring may ask the reader to open it, and so take its time.
            await asyncio.to_thread(keep_login, self._settings, *self._login)
        except SourceError as error:
            raise SourceError(
                f"{place} was not added: its user name and password need a place of their own."
                f" {error} Then add the address without them."
            ) from error

    def _refuse_known(self, url: str) -> None:
        if self._store.feeds.get(url):
            raise SourceError(f"{url} is already among your sources.")


def source_of(place: str) -> Feed:
    """What the words name: an address, or a file or folder on this disk. Raises `SourceError`."""
    place = place.strip()
    scheme, mark, rest = place.partition(":")
    if mark and scheme.casefold() == "feed":
        place = rest if rest.startswith(("http:", "https:")) else f"http:{rest}"
        scheme = place.partition(":")[0]
    if scheme.casefold() in ("http", "https") and mark:
        return Feed(place)
    if "://" in place:
        raise SourceError(f"{place} was not added: only http and https addresses are asked.")
    path = Path(absolute(place))
    if path.is_dir():
        return Feed(str(path), path.name, SourceKind.FOLDER)
    if path.is_file():
        return Feed(str(path), path.name, SourceKind.FILE)
    if _HOST.fullmatch(place):
        return Feed(f"https://{place}")
    raise SourceError(
        f"{place} was not added: there is no such file or folder. "
        "An address begins with http:// or https://."
    )


def read_head(path: Path, most: int = HEAD) -> bytes:
    """The first bytes of a file."""
    with path.open("rb") as file:
        return file.read(most)


def absolute(place: str) -> str:
    """The whole path of a file or folder that may begin with ~."""
    return str(Path(place).expanduser().absolute())
