"""JSON Feed 1.0 and 1.1 (jsonfeed.org): what feedparser leaves unread.

Real feeds number their ids, leave out the version or mistype a field; each item is taken for what
it holds, and one that is no object is passed over.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from briefing.gather.clean import plain
from briefing.gather.content import FeedContent
from briefing.gather.entries import (
    MOST_ENTRIES,
    Item,
    articles_of,
    host_of,
    language_code,
)
from briefing.gather.links import clean_url


def read_json_feed(document: str, url: str, base: str, arrived: datetime) -> FeedContent:
    """The articles of a JSON Feed; `url` is the feed's identity, `base` where it was found."""
    try:
        # A figure of thousands of digits would be refused by `int`, and nobody counts with these.
        feed = json.loads(document, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return FeedContent(problems=("This is broken JSON, not a feed.",))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return FeedContent(problems=("This is JSON, but no JSON Feed: it has no list of items.",))
    title = plain(_words(feed.get("title")))
    language = language_code(_words(feed.get("language"))) or "en"
    names = tuple(_authors(feed))
    objects = [item for item in items[:MOST_ENTRIES] if isinstance(item, dict)]
    often = Counter(_words(item.get("id")) for item in objects)
    entries = (
        _item(item, base, names, is_alone=often[_words(item.get("id"))] == 1) for item in objects
    )
    articles, guids = articles_of(entries, url, title or host_of(base), language, arrived)
    version = _words(feed.get("version")).rstrip("/").rpartition("/")[2]
    return FeedContent(
        title,
        clean_url(feed.get("home_page_url"), base),
        f"JSON Feed {version}" if version in {"1", "1.1"} else "JSON Feed",
        articles,
        guids,
        _problems(len(items), len(articles)),
    )


def _problems(items: int, kept: int) -> tuple[str, ...]:
    if items > MOST_ENTRIES:
        return (f"The feed holds {items} entries; the first {MOST_ENTRIES} were read.",)
    if not kept:
        return ("The feed holds no entries." if not items else "No entry of the feed is readable.",)
    return ()


def _item(
    item: dict[str, Any], base: str, names: tuple[str, ...], *, is_alone: bool = True
) -> Item:
    html, text = _words(item.get("content_html")), _words(item.get("content_text"))
    return Item(
        guid=_words(item.get("id")),
        link=_words(item.get("url"))
        or _words(item.get("external_url"))
        or _address(item.get("id")),
        base=base,
        title=_words(item.get("title")),
        content=html or text,
        summary=_words(item.get("summary")),
        is_html=bool(html),
        dates=(_words(item.get("date_published")), _words(item.get("date_modified"))),
        authors=tuple(_authors(item)) or names,
        language=_words(item.get("language")),
        form="" if is_alone else _form(item),
    )


def _form(item: dict[str, Any]) -> str:
    """All that an item says, for comparing."""
    try:
        return json.dumps(item, sort_keys=True)
    except RecursionError:
        return ""


def _authors(holder: dict[str, Any]) -> Iterator[str]:
    """The names of 1.1's `authors`, else of 1.0's `author`."""
    authors = holder.get("authors")
    for author in authors if isinstance(authors, list) else [holder.get("author")]:
        name = author.get("name") if isinstance(author, dict) else author
        if isinstance(name, str):
            yield name


def _address(name: object) -> str:
    return name if isinstance(name, str) and name.startswith(("http://", "https://")) else ""


def _words(value: object) -> str:
    """A string as it is; anything else (a number is one here already) says nothing."""
    return value if isinstance(value, str) else ""
