"""Entries: what every feed format says of an article → `Article`s with stable ids.

The readers of the formats fill an `Item` with what stands in the feed; here it is cleaned, named
and dated, so that an article comes out the same whichever format it travelled in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from briefing.gather.clean import html_to_text, plain, plain_to_text
from briefing.gather.content import row_of
from briefing.gather.dates import UNKNOWN, Published, parse_date
from briefing.gather.links import clean_url, same_article
from briefing.model import Article

MOST_ENTRIES = 5000
TEASER_WORDS = 120  # a summary of fewer words is taken for a teaser
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(more\))\s*$")
_PICTURE = re.compile(
    r"""<img\b[^<>]{0,2000}?\balt\s*=\s*(["'])([^<>"']{1,500})\1""", re.IGNORECASE
)


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
    form: str = ""  # what tells it from another of its name, where the format has more to say


def articles_of(
    items: Iterable[Item], feed: str, source: str, language: str, arrived: datetime
) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The articles of a feed's entries, and the feed's own name for each.

    `feed` is the feed's identity and part of every id; `source` and `language` stand where an entry
    names none. Empty entries and repeats are left out.
    """
    drafts: list[_Draft] = []
    for item in items:
        article = _article(item, feed, source, language, arrived)
        if article.title:
            drafts.append(_Draft(item, article))
    names = _names(dict(enumerate(drafts)))
    kept = [(drafts[number], names[number]) for number in sorted(names)]
    return (
        tuple(Article(article_id(feed, name), *row_of(draft.article)[1:]) for draft, name in kept),
        tuple(plain(draft.item.guid) for draft, _ in kept),
    )


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


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entry with the article made of it, which has no id yet."""

    item: Item
    article: Article

    @property
    def words(self) -> tuple[str, str]:
        return self.article.title, self.article.text

    def name(self, exactness: int) -> str:
        """What the entry is called in its feed: the guid, else the link, else title and date.

        Where others bear that name too: guid and link as written; then title and date as well.
        """
        item, link = self.item, self.article.url or ""
        guid = " ".join(item.guid.split())
        titled = f"{self.article.title}\n{item.dates[0] if item.dates else ''}"
        if exactness:
            return f"{guid}\n{link}" if exactness == 1 else f"{guid}\n{link}\n{titled}"
        if guid.lower().startswith(("http://", "https://")):
            return same_article(guid)
        return guid or (same_article(link) if link else titled)


def _names(drafts: Mapping[int, _Draft], exactness: int = 0) -> dict[int, str]:
    """A name for each draft, by its number; a repeat gets none.

    Those that say the same in other forms are entries of their own, and one article.

    Which of several gets which name must not depend on their order: new entries come on top.
    """
    groups: dict[str, dict[int, _Draft]] = {}
    for number, draft in drafts.items():
        groups.setdefault(draft.name(exactness), {})[number] = draft
    names: dict[int, str] = {}
    for name, members in groups.items():
        is_one = len({draft.words for draft in members.values()}) == 1
        if not is_one and exactness < 2:
            names |= _names(members, exactness + 1)
        elif is_one and next(iter(members.values())).item.guid:
            forms = {members[number].item.form: number for number in sorted(members, reverse=True)}
            names |= dict.fromkeys(forms.values(), name)
        else:
            # Without a guid nothing says that two like entries are one, so they are counted.
            for count, number in enumerate(members):
                names[number] = f"{name}\n{count}" if count else name
    return names


def _article(item: Item, feed: str, source: str, language: str, arrived: datetime) -> Article:
    """The entry as an article without an id; without a title too when it is empty."""
    text, is_teaser = _text(item)
    title = plain(item.title)
    link = clean_url(item.link, item.base or feed)
    first, _, rest = text.partition("\n\n")
    if rest and title and first.rstrip(".") == title.rstrip("."):
        text = rest  # many feeds repeat the headline on top of the text
    published = _published(item.dates, arrived)
    return Article(
        id="",
        title=title or _made_title(text, link, item),
        text=text,
        feed=feed,
        source=plain(item.source)[:200] or source,
        url=link,
        published=published.moment,
        dated=published.day,
        has_time=published.has_time,
        arrived=arrived,
        authors=_people(item.authors),
        language=language_code(item.language) or language,
        title_is_made=not title,
        is_teaser=is_teaser,
    )


def _text(item: Item) -> tuple[str, bool]:
    """The longer of content and summary as plain text, and whether it is but a teaser."""
    read = html_to_text if item.is_html else plain_to_text
    text = read(item.content) if item.content else ""
    is_summary = False
    if len(text) < 400 and item.summary and item.summary != item.content:
        summary = read(item.summary)
        if len(summary) > len(text):
            text, is_summary = summary, not text
    cut = _CUT.search(text, max(0, len(text) - 100))
    text = f"{text[: cut.start()].rstrip()}…" if cut else text
    is_short = len(text.split(None, TEASER_WORDS)) < TEASER_WORDS
    is_teaser = (is_summary or not text) and (is_short or cut is not None)
    is_open = text.rstrip().endswith(("…", "..."))
    return text, is_teaser or cut is not None or (is_short and is_open)


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


def _people(authors: Iterable[str]) -> tuple[str, ...]:
    names = (plain(author)[:200] for author in authors)
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))[:20]
