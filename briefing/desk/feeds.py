"""The reader's sources: add, list, remove, check, and subscription lists in and out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.adding import Adder, absolute, read_head, source_of
from briefing.desk.logins import drop_login, keep_login, logins_with, split_login
from briefing.errors import NotFound, SourceError
from briefing.gather.parsing import parse_feeds
from briefing.model import Article, Feed, SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.workers import Workers

OPML_BYTES = 20 << 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands in a feed, read without storing it."""

    title: str
    format: str
    articles: tuple[Article, ...] = ()
    names: tuple[str, ...] = ()  # the feed's own id of each article, else ours
    problems: tuple[str, ...] = ()


class FeedDesk:
    """The part of the desk that knows the sources."""

    def __init__(
        self, store: Store, workers: Workers, settings: Settings, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._workers = workers
        self._settings = settings
        self._now = now

    def all(self) -> tuple[Feed, ...]:
        """Every source, in the order they were added."""
        return self._store.feeds.all()

    def per_day(self) -> dict[str, float]:
        """How many new articles a source brings on an average day, by its address or path.

        Of a source that has brought nothing yet nothing is said.
        """
        return self._store.feeds.per_day(self._now())

    async def add(self, place: str, *, title: str = "", tags: Sequence[str] = ()) -> Feed:
        """As `add_all`; the source, or the first of those that a list names."""
        return (await self.add_all(place, title=title, tags=tags))[0]

    async def add_all(
        self, place: str, *, title: str = "", tags: Sequence[str] = ()
    ) -> tuple[Feed, ...]:
        """Keep what the place names: a feed, the feed of a site, a list's feeds, a file or folder.

        Each but those of a list is looked at once, and kept with the articles it holds. Raises
        `SourceError` that says what is wrong and what to do; `SeveralFeeds` has a site's feeds.
        """
        adder = Adder(self._store, self._workers, self._settings, self._now)
        return await adder.add(place, title, tuple(tags))

    def add_many(self, feeds: Iterable[Feed]) -> tuple[Feed, ...]:
        """Keep the feeds unseen, as of a list: those that are new. A refresh then asks them."""
        known = {feed.url for feed in self._store.feeds.all()}
        new = {feed.url: feed for feed in feeds if feed.url not in known}
        self._store.feeds.put(new.values())
        return tuple(new.values())

    def starter(self) -> tuple[Feed, ...]:
        """Well-known feeds of world news to choose from, without those already here."""
        from briefing.gather.starter import starter_feeds

        known = {feed.url for feed in self._store.feeds.all()}
        return tuple(feed for feed in starter_feeds() if feed.url not in known)

    def remove(self, url: str) -> Feed:
        """Take a source away with its articles, save the saved ones. Raises `NotFound`."""
        removed = self._store.feeds.remove(self._named(url).url)
        if removed is None:
            raise _not_here(url)
        return removed

    def log_in(self, place: str, entries: Mapping[str, str]) -> str:
        """Keep the login of a host or feed in the system's keyring; what it is kept for.

        `entries` are user and password, or token, or header and value. Raises `SourceError` where
        there is no keyring.
        """
        return keep_login(self._settings, place, entries)

    def log_out(self, place: str) -> str:
        """Take a login out of the keyring; what it was kept for. Raises `NotFound`."""
        return drop_login(self._settings, place)

    def tag(self, url: str, tags: Iterable[str]) -> Feed:
        """The source with those tags in place of its own. Raises `NotFound`."""
        feed = self._named(url)
        changed = replace(feed, tags=tuple(dict.fromkeys(tags)))
        self._store.feeds.update((changed,))
        return changed

    def fetch_pages_of(self, url: str, is_wanted: bool = True) -> Feed:
        """Whether the pages of a feed's teasers are fetched from now on. Raises `NotFound`."""
        changed = replace(self._named(url), full_text=is_wanted)
        self._store.feeds.update((changed,))
        return changed

    def import_opml(self, path: Path) -> tuple[tuple[Feed, ...], int]:
        """Add the feeds of a list: those that are new, and how many were already there."""
        feeds = read_opml(path)
        if not feeds:
            raise SourceError(f"{path} holds no feeds. A list in the OPML format is needed.")
        new = self.add_many(feeds)
        return new, len(feeds) - len(new)

    def export_opml(self) -> bytes:
        """The feeds as a list that other readers take; files and folders are left out."""
        from briefing.gather.opml import write_opml

        return write_opml([feed for feed in self.all() if feed.kind is SourceKind.FEED])

    def _named(self, url: str) -> Feed:
        from briefing.gather.credentials import without_login

        found = map(self._store.feeds.get, (url, without_login(url), absolute(url)))
        feed = next(filter(None, found), None)
        if feed is None:
            raise _not_here(url)
        return feed


def _not_here(url: str) -> NotFound:
    from briefing.gather.credentials import without_login

    return NotFound("source", without_login(url), "`briefing feed list` shows them.")


def read_opml(path: Path) -> tuple[Feed, ...]:
    """The feeds of a list. Raises `SourceError` when it cannot be read."""
    from briefing.gather.opml import read_opml as read

    try:
        body = read_head(path, OPML_BYTES)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    return read(body)


def check_all(
    places: Sequence[str], settings: Settings, now: datetime
) -> Iterator[tuple[str, Checked]]:
    """Each place with what stands in it; nothing is stored and no place stops another."""
    from briefing.gather.credentials import without_login
    from briefing.workers import Workers

    with Workers(settings.processes) as workers:
        for place in places:
            yield without_login(place), asyncio.run(_checked(place, workers, settings, now))


@dataclass(frozen=True, slots=True)
class _Body:
    """The bytes that stand in a file or at an address."""

    content: bytes
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()  # what went wrong although a body came


async def _checked(place: str, workers: Workers, settings: Settings, now: datetime) -> Checked:
    from briefing.desk.gathering import PARSE_SECONDS, worker_words
    from briefing.gather.credentials import without_login

    try:
        body = await _body(place, settings, now)
    except OSError as error:
        problem = f"{without_login(place)} cannot be read: {error.strerror}"
        return Checked("", "", problems=(problem,))
    except SourceError as error:
        return Checked("", "", problems=(str(error),))
    sent = (body.content, body.url, dict(body.headers), now)
    try:
        (content,) = await asyncio.wrap_future(
            workers.submit(parse_feeds, [sent], seconds=PARSE_SECONDS)
        )
    except Exception as error:  # noqa: BLE001 — one hostile feed must not stop the others
        return Checked("", "", problems=(worker_words(error, PARSE_SECONDS, "parsed"),))
    names = tuple(
        guid or article.id for guid, article in zip(content.guids, content.articles, strict=True)
    )
    problems = (*body.problems, *content.problems)
    return Checked(content.title, content.format, content.articles, names, problems)


async def _body(place: str, settings: Settings, now: datetime) -> _Body:
    """What the file holds or the server sends; raises `SourceError` or `OSError` for nothing."""
    from briefing.desk.gathering import answers

    place, login = split_login(place, settings)
    if not place.casefold().startswith(("http://", "https://", "feed:")):
        path = Path(absolute(place))
        content = await asyncio.to_thread(read_head, path, settings.max_mb << 20)
        return _Body(content, path.as_uri())
    async with aclosing(answers(settings, (source_of(place),), now, logins_with(login))) as landing:
        answer = await anext(landing)
    if answer.body is None:
        raise SourceError(answer.feed.error or "it sent nothing")
    problems = (answer.feed.error,) if answer.feed.error else ()
    return _Body(answer.body, answer.feed.url, dict(answer.headers), problems)
