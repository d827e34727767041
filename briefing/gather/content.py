"""What one answer of a feed holds: apart from `entries`, which who only takes it need not load."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Article

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
