"""Entries: what every feed format says of an article → `Article`s with stable ids.

The readers of the formats fill an `Item` with what stands in the feed; here it is cleaned, named
and dated, so that an article comes out the same whichever format it travelled in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from briefing.gather.clean import html_to_text, plain, plain_to_text
from briefing.gather.dates import UNKNOWN, Published, parse_date
from briefing.gather.links import clean_url, same_article
from briefing.model import Article

MOST_ENTRIES = 5000
TEASER_WORDS = 120  # a summary of fewer words is taken for a teaser
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(more\))\s*$")
_PICTURE = re.compile(
    r"""<img\b[^<>]{0,2000}?\balt\s*=\s*(["'])([^<>"']{1,500})\1""", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as its feed gives it, not yet cleaned."""

    guid: str = ""  # as written, whether or not it is an address
    link: str = ""
    base: str = ""  # the address that a relative link counts from
    title: str = ""
    content: str = ""  # the article
    summary: str = ""
    is_html: bool = True  # whether content and summary are HTML
    dates: tuple[str, ...] = ()  # as written, the best first
    authors: tuple[str, ...] = ()
    language: str = ""
    source: str = ""  # the paper, where the feed collects those of others


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What one answer of a feed holds; plain values, which can leave the worker that read it."""

    title: str = ""
    site: str | None = None  # the page for people
    format: str = ""  # "RSS 2.0"; "" for what is no feed
    articles: tuple[Article, ...] = ()
    guids: tuple[str, ...] = ()  # the feed's own name for each of `articles`, "" when it gives none
    problems: tuple[str, ...] = ()  # whole sentences for people
    links: tuple[str, ...] = ()  # the feeds that a web page offers in place of being one


@dataclass(slots=True)
class Collector:
    """Turns the entries of one feed into articles."""

    feed: str  # the feed's identity, part of every id
    source: str
    language: str
    arrived: datetime
    articles: list[Article] = field(default_factory=list)
    guids: list[str] = field(default_factory=list)
    _seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    _repeats: dict[str, int] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        """Keep the entry as an article, unless it is empty or stands in the feed already."""
        text, is_teaser = _text(item)
        title = plain(item.title)
        title_is_made = not title
        link = clean_url(item.link, item.base or self.feed)
        if title_is_made:
            title = _made_title(text, link, item)
        if not title:
            return
        first, _, rest = text.partition("\n\n")
        if rest and not title_is_made and first.rstrip(".") == title.rstrip("."):
            text = rest  # many feeds repeat the headline on top of the text
        published = _published(item.dates, self.arrived)
        name = self._name(item, link, title, text)
        if name is None:
            return
        self.guids.append(plain(item.guid))
        self.articles.append(
            Article(
                id=article_id(self.feed, name),
                title=title,
                text=text,
                feed=self.feed,
                source=plain(item.source)[:200] or self.source,
                url=link,
                published=published.moment,
                dated=published.day,
                has_time=published.has_time,
                arrived=self.arrived,
                authors=_names(item.authors),
                language=language_code(item.language) or self.language,
                title_is_made=title_is_made,
                is_teaser=is_teaser,
            )
        )

    def _name(self, item: Item, link: str | None, title: str, text: str) -> str | None:
        """What the entry is called in its feed; None when the same article stands there already.

        Its guid, else its link, else title and date. Two entries under one name are told apart by
        the guid and link as written, then by their titles.
        """
        guid = " ".join(item.guid.split())
        is_address = guid.lower().startswith(("http://", "https://"))
        date = item.dates[0] if item.dates else ""
        name = (
            same_article(guid)
            if is_address
            else guid or (same_article(link) if link else f"{title}\n{date}")
        )
        for candidate in (name, f"{guid}\n{link}", f"{guid}\n{link}\n{title}\n{date}"):
            there = self._seen.get(candidate)
            if there is None:
                self._seen[candidate] = (title, text)
                return candidate
            if there == (title, text) and guid:
                return None
        # Without a guid nothing says that two like entries are one, so they are counted.
        self._repeats[name] = count = self._repeats.get(name, 1) + 1
        return f"{name}\n{count}"


def article_id(*names: str) -> str:
    """A short name that is always the same for the same words."""
    joined = "\0".join(names).encode("utf-8", "replace")
    return hashlib.blake2b(joined, digest_size=9).hexdigest()


def language_code(tag: str) -> str:
    """The language of a tag like "en-GB", as ISO 639 writes it; "" when there is none."""
    found = re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", tag.strip().lower())
    return found[1] if found else ""


def host_of(url: str) -> str:
    """The host for people: without "www." and port; "" when the address has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _text(item: Item) -> tuple[str, bool]:
    """The longer of content and summary as plain text, and whether it is but a teaser."""
    read = html_to_text if item.is_html else plain_to_text
    text = read(item.content) if item.content else ""
    is_summary = False
    if len(text) < 400 and item.summary and item.summary != item.content:
        summary = read(item.summary)
        if len(summary) > len(text):
            text, is_summary = summary, not text
    is_cut = _CUT.search(text) is not None
    text = _CUT.sub("…", text) if is_cut else text
    is_short = len(text.split()) < TEASER_WORDS
    is_teaser = (is_summary or not text) and (is_short or is_cut)
    return text, is_teaser or is_cut or (is_short and _ELLIPSIS.search(text) is not None)


def _made_title(text: str, link: str | None, item: Item) -> str:
    """A headline of the article's own words, of its picture's, else the last of its address."""
    if text:
        from briefing.sentences import make_headline

        return plain(make_headline(text))
    if picture := _PICTURE.search(f"{item.content}\n{item.summary}"):
        return plain(picture[2])
    return plain(link.partition("://")[2]) if link else ""


def _published(dates: Sequence[str], now: datetime) -> Published:
    for words in dates:
        found = parse_date(words, now)
        if found.day:
            return found
    return UNKNOWN


def _names(authors: Iterable[str]) -> tuple[str, ...]:
    names = (plain(author)[:200] for author in authors)
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))[:20]
