"""Feeds: the bytes of an answer → the articles in it.

Usual feeds are read by `fastfeed`, all others by feedparser, JSON Feed by `jsonfeed`. Sanitising
and the resolving of links are switched off in feedparser (2.9 times faster) and done here on what
is kept. Meant to run in a worker that can be killed: a crafted feed can keep feedparser busy for a
minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from briefing import text as texts
from briefing.gather import fastfeed
from briefing.gather.clean import plain
from briefing.gather.content import NO_ENTRIES, FeedContent
from briefing.gather.decode import decode, is_text, unpack
from briefing.gather.entries import (
    MOST_ENTRIES,
    Item,
    articles_of,
    host_of,
    language_code,
)
from briefing.gather.jsonfeed import read_json_feed
from briefing.gather.links import clean_url
from briefing.gather.mend import doctype_of, mended
from briefing.gather.offers import offers_of
from briefing.gather.schedule import schedule_in

MOST_BYTES = 20_000_000
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf|channel)(?=[\s>])", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|form|script|title)\b", re.IGNORECASE)
_PREFIX = re.compile(r"(</?|\s)rss:(?=\w)")
_CLOSING = ("</rss>", "</feed>", "</rdf:RDF>")
_ENTRY_END = re.compile(r"</(?:item|entry)\s*>")
_FORMATS = {
    "rss090": "RSS 0.90", "rss091n": "RSS 0.91", "rss091u": "RSS 0.91", "rss092": "RSS 0.92",
    "rss093": "RSS 0.93", "rss094": "RSS 0.94", "rss10": "RSS 1.0", "rss20": "RSS 2.0",
    "rss": "RSS",
    "atom01": "Atom 0.1", "atom02": "Atom 0.2", "atom03": "Atom 0.3", "atom10": "Atom 1.0",
    "atom": "Atom", "cdf": "CDF",
}  # fmt: skip
# What feedparser has been seen to raise on crafted feeds; all of it means "cannot be read".
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    re.error,
)


def read_feed(body: bytes, url: str, headers: Mapping[str, str], arrived: datetime) -> FeedContent:
    """The articles of a feed, and in plain words what is wrong with it.

    `url` is the feed's identity and goes into every id; `headers["content-location"]` says where
    the answer was found in the end, which is what relative links count from. Never raises.
    """
    fields = {name.lower(): value for name, value in headers.items()}
    base = clean_url(fields.get("content-location"), url) or url
    try:
        body = unpack(body, MOST_BYTES)
    except ValueError as error:
        return FeedContent(problems=(f"Not read: {error}.",))
    if not body.strip():
        return FeedContent(problems=("The answer is empty: it holds no feed.",))
    if not is_text(body) and not _ROOT.search(body[:4096].decode("latin-1")):
        return FeedContent(problems=("This is a binary file, not a feed.",))
    document = decode(body, fields.get("content-type", "")).lstrip("\ufeff \t\r\n")
    if document.startswith(("{", "[")):
        return read_json_feed(document, url, base, arrived)
    root = _ROOT.search(document[:200_000])
    before = document[: root.start()] if root else document[:200_000]
    page = _PAGE.search(before)
    if root is None or (page is not None and "</head>" in before):
        return _no_feed(document, base, is_page=page is not None)
    return _read_xml(document, root.start(), url, base, arrived)


def _read_xml(document: str, start: int, url: str, base: str, arrived: datetime) -> FeedContent:
    """The articles of an XML feed whose outermost element opens at `start`."""
    alone, surplus = _shortened(_feed_alone(document, start))
    parsed, problem = _parsed(alone)
    if parsed is None:
        return FeedContent(problems=(problem,))
    feed = parsed.feed
    held = len(parsed.entries) + surplus
    title = plain(_words(feed.get("title")))
    language = language_code(_words(feed.get("language"))) or "en"
    items = (_item(entry, base) for entry in parsed.entries[:MOST_ENTRIES])
    articles, guids = articles_of(items, url, title or host_of(base), language, arrived)
    problems = tuple(_problems(parsed, held, len(articles)))
    return FeedContent(
        title,
        _link(feed, base),
        _FORMATS.get(parsed.version, "XML"),
        articles,
        guids,
        problems,
        schedule=schedule_in(alone).words,
    )


def _parsed(document: str) -> tuple[Any, str]:
    """The feed and entries of the document, and what to say when nothing can be made of it."""
    if fast := fastfeed.parse(document):
        return fast, ""
    try:
        return _slowly(document), ""
    except _FAILURES:
        return None, "The feed is broken and cannot be read."


def _slowly(document: str) -> Any:
    """What feedparser makes of the document."""
    import feedparser

    # No address is given: feedparser would join a mere guid to it, and so make it a link and a name
    # that changes whenever the feed moves.
    return feedparser.parse(
        document.encode("utf-8", "replace"),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _feed_alone(document: str, start: int) -> str:
    """The feed as UTF-8 XML: no declarations of its own, nothing before or after it."""
    doctype = doctype_of(document[:start])
    feed = document[start:]
    if "<rss:channel" in feed and "xmlns:rss" not in feed:  # a prefix that nothing declares
        feed = _PREFIX.sub(r"\1", feed)
    for closing in _CLOSING:
        end = feed.rfind(closing)
        if end >= 0:
            feed = feed[: end + len(closing)]
            break
    return f'<?xml version="1.0" encoding="utf-8"?>{mended(feed, doctype)}'


def _shortened(feed: str) -> tuple[str, int]:
    """The feed with no more entries than are read, and how many were cut off its end."""
    ends = [found.end() for found in islice(_ENTRY_END.finditer(feed), MOST_ENTRIES + 1)]
    if len(ends) <= MOST_ENTRIES:
        return feed, 0
    end = ends[-2]
    closing = next((tag for tag in _CLOSING if feed.endswith(tag)), "")
    is_inside = "</channel>" in feed[end:]
    surplus = sum(1 for _ in _ENTRY_END.finditer(feed, end))
    return f"{feed[:end]}{'</channel>' if is_inside else ''}{closing}", surplus


def _problems(parsed: Any, held: int, kept: int) -> Iterator[str]:
    if held > MOST_ENTRIES:
        yield f"The feed holds {held} entries; the first {MOST_ENTRIES} were read."
    if not held:
        yield NO_ENTRIES
    elif not kept:
        yield "No entry of the feed is readable."
    if "SAX" in type(getattr(parsed, "bozo_exception", None)).__name__:
        yield "The feed is broken XML; what could be read was read."


def _item(entry: Any, base: str) -> Item:
    content = max(
        (_words(part.get("value")) for part in _parts(entry.get("content")) if _is_readable(part)),
        key=len,
        default="",
    )
    detail = _part(entry.get("summary_detail"))
    return Item(
        guid=_words(entry.get("id")),
        link=_link(entry, base) or "",
        base=base,
        title=_words(entry.get("title")),
        content=content,
        summary=_words(entry.get("summary")),
        is_html=not _is_plain(entry, content, detail),
        # feedparser's own `get` would give one date for another that is missing.
        dates=tuple(_words(dict.get(entry, name)) for name in ("published", "created", "updated")),
        authors=tuple(_authors(entry)),
        language=_words(detail.get("language")),
        source=_words(_part(entry.get("source")).get("title")),
    )


def _is_readable(part: Any) -> bool:
    kind = _words(part.get("type")) or "text/html"
    return kind.startswith("text/") or "html" in kind or "xml" in kind


def _is_plain(entry: Any, content: str, detail: Any) -> bool:
    """Whether the text is no HTML; RSS calls all of its texts plain and means nothing by it."""
    if content:
        kinds = {part.get("type") for part in _parts(entry.get("content"))}
        return kinds == {"text/plain"} and "<" not in content
    return detail.get("type") == "text/plain" and "<" not in _words(detail.get("value"))


def _link(holder: Any, base: str) -> str | None:
    """The page for people that an entry or feed names."""
    named = [
        _words(link.get("href"))
        for link in _parts(holder.get("links"))
        if link.get("rel") == "alternate" and "json" not in _words(link.get("type"))
    ]
    for href in (_words(holder.get("feedburner_origlink")), *named, _words(holder.get("link"))):
        # A guid that is no address must not become one by being joined to the feed's.
        is_mere_name = href == holder.get("id") and "://" not in href
        if href and not is_mere_name and (url := clean_url(href, base)):
            return url
    return None


def _authors(entry: Any) -> Iterator[str]:
    authors = _parts(entry.get("authors"))
    for author in authors:
        if name := _words(author.get("name")):
            yield name
    if not authors and (name := _words(entry.get("author"))):
        yield name


def _no_feed(document: str, base: str, *, is_page: bool) -> FeedContent:
    """What to say of a document that is no feed, with the feeds that it links when it is a page."""
    if not is_page:
        start = texts.one_line(document[:200], 60)
        return FeedContent(problems=(f"This is no feed; it begins with “{start}”.",))
    offered = offers_of(document, base)
    hint = f" It offers: {', '.join(offered[:5])}" if offered else " It names no feed of its own."
    return FeedContent(
        problems=(f"This is a web page, not a feed.{hint}",), is_page=True, links=offered
    )


def _parts(value: object) -> list[Any]:
    """The dictionaries of a list; a feed can make feedparser put something else in its place."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _part(value: object) -> Any:
    return value if isinstance(value, dict) else {}


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""
