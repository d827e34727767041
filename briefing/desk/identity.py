"""Identity: an article that comes under another name than before is still the same article.

Some feeds give their entries new guids at every fetch, and papers put one article into several
feeds. What has the title and the address of a stored article goes by that one's id; without an
address it must have its words and its date too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefing.model import Article, Entry

if TYPE_CHECKING:
    from briefing.store import Store

AROUND = timedelta(days=3)  # how far from it another feed's copy of an article may be dated
BACK = timedelta(days=14)  # how old an article may be of which another feed has a copy


@dataclass(frozen=True, slots=True)
class _Twin:
    """A stored article that another may be the same as."""

    id: str
    feed: str
    url: str
    moment: datetime | None


class Identity:
    """Which of the articles that arrive in one run are stored already under another name."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store = store
        self._now = now
        self._by_title: dict[str, list[_Twin]] | None = None  # of all feeds, read when needed

    def settled(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """The articles of one feed under the ids that they have in the store, or new ones.

        A feed's repeats are one. What another feed has brought before is left out, unless it
        brought but a teaser of it.
        """
        articles = tuple({article.id: article for article in reversed(articles)}.values())[::-1]
        unknown = set(self._store.articles.unknown(article.id for article in articles))
        if not unknown:
            return tuple(articles)
        titles = {article.title for article in articles if article.id in unknown}
        own: dict[str, list[Article]] = {}
        for stored in self._store.articles.titled(titles, articles[0].feed):
            own.setdefault(stored.title, []).append(stored)
        kept = tuple(self._named(articles, unknown, own))
        for article in kept:
            if article.id in unknown:
                self._others().setdefault(article.title, []).extend(_twins((article,)))
        return kept

    def _named(
        self, articles: Sequence[Article], unknown: set[str], own: dict[str, list[Article]]
    ) -> Iterator[Article]:
        # A twin that stands in the feed under its own name is another article of the same title.
        taken = {article.id for article in articles} - unknown
        for article in articles:
            same_title = own.get(article.title, ())
            if article.id not in unknown:
                yield article
            elif not article.url:
                twin = _repeated(article, same_title, taken)
                taken.add(_first_id(twin.id) if twin else article.id)
                yield replace(article, id=twin.id) if twin else article
            elif found := _same(article, _twins(same_title), taken):
                taken.add(_first_id(found.id))
                yield replace(article, id=found.id)
            elif not (copy := self._copy(article)):
                yield article
            elif self._is_fuller(article, copy):
                yield replace(article, id=copy.id)

    def _copy(self, article: Article) -> _Twin | None:
        """The same article as another feed has brought it."""
        near = (
            twin
            for twin in self._others().get(article.title, ())
            if twin.feed != article.feed
            and abs((twin.moment or self._now) - (article.moment or self._now)) <= AROUND
        )
        return _same(article, near, set())

    def _is_fuller(self, article: Article, copy: _Twin) -> bool:
        stored = self._store.articles.get(copy.id)
        return stored is not None and stored.is_teaser and not article.is_teaser

    def _others(self) -> dict[str, list[_Twin]]:
        if self._by_title is None:
            self._by_title = {}
            for entry in self._store.articles.entries(start=self._now - BACK):
                self._by_title.setdefault(entry.title, []).extend(_twins((entry,)))
        return self._by_title


def _twins(stored: Iterable[Article | Entry]) -> Iterator[_Twin]:
    for each in stored:
        if each.url:
            yield _Twin(each.id, each.feed, each.url, each.moment)


def _first_id(name: str) -> str:
    """The id that an article came under first, whatever version of it this is."""
    return name.partition("~")[0]


def _repeated(article: Article, stored: Iterable[Article], taken: set[str]) -> Article | None:
    """The stored article that this one, which has no address, repeats word by word."""
    for each in stored:
        is_same = (each.text, each.published) == (article.text, article.published)
        if is_same and not each.url and _first_id(each.id) not in taken:
            return each
    return None


def _same(article: Article, twins: Iterable[_Twin], taken: set[str]) -> _Twin | None:
    """The twin at the article's address."""
    from briefing.gather.links import same_article

    place: str | None = None
    for twin in twins:
        place = place or same_article(article.url or "")
        if _first_id(twin.id) not in taken and same_article(twin.url) == place:
            return twin
    return None
