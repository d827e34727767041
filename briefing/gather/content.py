"""What one answer of a feed holds: apart from `entries`, which who only takes it need not load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from briefing.model import Article

row_of = attrgetter(*(field.name for field in fields(Article)))  # the id first

NO_ENTRIES = "The feed holds no entries."  # said of a feed that is well but empty


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What one answer of a feed holds; plain values, which can leave the worker that read it."""

    title: str = ""
    site: str | None = None  # the page for people
    format: str = ""  # "RSS 2.0"; "" for what is no feed
    articles: tuple[Article, ...] = ()
    guids: tuple[str, ...] = ()  # the feed's own name for each of `articles`, "" when it gives none
    problems: tuple[str, ...] = ()  # whole sentences for people
    schedule: str = ""  # when the feed says that it is asked, as `Feed.schedule`
    is_page: bool = False  # a web page in place of a feed
    links: tuple[str, ...] = ()  # the feeds that a web page offers in place of being one

    def __reduce__(self) -> tuple[Callable[..., FeedContent], Sequence[Any]]:
        """The content as plain tuples, which leave a worker faster than dataclasses do."""
        values = [getattr(self, field.name) for field in fields(self) if field.name != "articles"]
        return _unpacked, (list(map(row_of, self.articles)), *values)


def _unpacked(rows: Sequence[Sequence[Any]], *values: Any) -> FeedContent:
    names = [field.name for field in fields(FeedContent) if field.name != "articles"]
    articles = tuple([Article(*row) for row in rows])
    return FeedContent(articles=articles, **dict(zip(names, values, strict=True)))
