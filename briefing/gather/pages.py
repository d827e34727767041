"""Pages: the web page of an article → its full text, for feeds that carry only teasers.

Trafilatura finds the article among menus and offers; what it finds is cleaned like every other text
that comes in. Title, date and author are what the page declares of itself. Where nothing is found,
the longest part that looks like an article stands. Meant for a worker that can be killed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from briefing.gather.clean import html_to_text, plain
from briefing.gather.dates import UNKNOWN, Published, parse_date
from briefing.gather.decode import decode, is_text
from briefing.gather.links import clean_url
from briefing.gather.manuscript import Manuscript
from briefing.gather.patience import OutOfPatience, patience
from briefing.gather.webpage import read_page, without_title

MOST_PAGE = 4_000_000  # characters of one page that are looked at
MOST_MARKUP = 2_000_000  # … without its scripts and styles
DECLARED_CPU = 0.5  # seconds of work for what the page says of itself
EXTRACT_CPU = 0.9  # … for finding its text
WHOLE_CPU = 0.4  # … for taking all of its text
_WEB_TYPES = re.compile(r"text/(?:html|plain|xml)|application/(?:xhtml\+)?xml", re.IGNORECASE)

# The parser compares each attribute of a tag with every other; what is that long is a picture.
_ENDLESS_TAG = re.compile(r"<([A-Za-z]\w{0,30})[^<>]{10000,}>")
_CODE = re.compile(r"<(script|style|svg)\b", re.IGNORECASE)
_CODE_ENDS = {
    name: re.compile(rf"</{name}[^<>]*>", re.IGNORECASE) for name in ("script", "style", "svg")
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """What the page of an article holds; plain values, which can leave the worker."""

    title: str = ""
    text: str = ""  # clean paragraphs; "" when there are none
    published: Published = UNKNOWN
    authors: tuple[str, ...] = ()
    url: str | None = None  # the address that the page calls its own, else where it was found
    problem: str = ""  # why there is no text: a whole sentence for people


def read_article_page(body: bytes, url: str, headers: Mapping[str, str], now: datetime) -> Page:
    """The article of a page found at `url`. Never raises: whatever is wrong is in `problem`.

    `headers` have lower-case names; `now` is aware.
    """
    content_type = headers.get("content-type", "")
    named = _WEB_TYPES.match(content_type.strip())
    if (content_type.strip() and not named) or not is_text(body):
        kind = f" ({plain(content_type.partition(';')[0])})" if content_type and not named else ""
        return Page(problem=f"What stands there is no web page{kind}.")
    document = _ENDLESS_TAG.sub(r"<\1>", decode(body, content_type)[:MOST_PAGE])
    declared = _bounded(DECLARED_CPU, lambda: read_page(document)) or Manuscript("")
    markup = _without_code(document)[:MOST_MARKUP]
    text = _bounded(EXTRACT_CPU, _extracting(markup)) or declared.text
    # Where no tree can be built, however deep the nesting, the words still come one after another.
    text = text or _bounded(WHOLE_CPU, lambda: html_to_text(markup)) or ""
    if not text:
        return Page(problem="The page holds no text that could be found.")
    title = plain(declared.title)
    return Page(
        title,
        without_title(text, title) if title else text,
        _published(declared.date, now),
        _people(declared.authors),
        clean_url(declared.url, url) or clean_url(url),
    )


def _without_code(document: str) -> str:
    """The markup without scripts, styles and drawings, which are the most of many pages."""
    kept: list[str] = []
    end = 0
    while found := _CODE.search(document, end):
        closing = _CODE_ENDS[found[1].lower()].search(document, found.end())
        if closing is None:
            break
        kept.append(document[end : found.start()])
        end = closing.end()
    kept.append(document[end:])
    return "".join(kept)


def _extracting(document: str) -> Callable[[], str]:
    """The search for the article's text, ready to run: what it imports is no work on the page."""
    from trafilatura import extract

    def extracted() -> str:
        found = extract(document, output_format="html", include_comments=False)
        return html_to_text(found) if found else ""

    return extracted


def _bounded(seconds: float, work: Callable[[], T]) -> T | None:
    """The outcome of work on foreign markup; None when it takes too long or fails."""
    try:
        with patience(seconds):
            return work()
    except OutOfPatience:
        return None
    except Exception:  # noqa: BLE001 — no page may stop the others, and each has a way back
        return None


def _published(words: str, now: datetime) -> Published:
    return parse_date(words, now) if words else UNKNOWN


def _people(authors: tuple[str, ...]) -> tuple[str, ...]:
    """The names among them; some pages name an address in their place."""
    names = (plain(author)[:200] for author in authors)
    return tuple(name for name in names if name and "@" not in name and "://" not in name)
