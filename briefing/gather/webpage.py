"""Web pages as files: the article in a page, with the title and date that the page gives it.

The longest `<article>`, else `<main>`, else the body without its furniture. Pages of the network,
with all that surrounds an article there, are another matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.gather.clean import MOST_MARKUP, html_to_text, plain
from briefing.gather.manuscript import Manuscript

_DATE_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "pubdate", "publish-date", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "published", "article.published",
)  # fmt: skip
_FURNITURE = ("header", "footer", "aside", "nav", "form")


def read_page(document: str) -> Manuscript:
    """The article of an HTML document; without a text when the page holds none."""
    from lxml import etree, html

    parser = html.HTMLParser(recover=True, no_network=True, encoding="utf-8", remove_comments=True)
    try:
        root = html.document_fromstring(
            document[:MOST_MARKUP].encode("utf-8", "replace"), parser=parser
        )
    except (etree.LxmlError, ValueError):
        return Manuscript(html_to_text(document))
    metas = dict(_metas(root))
    linked = tuple(_linked_data(root))
    title = metas.get("og:title") or _first(root, "//h1") or _first(root, "//title") or ""
    return Manuscript(
        without_title(_text(root, etree), title),
        title,
        metas.get("og:site_name") or _linked(linked, "publisher"),
        _date(root, metas, linked),
        metas.get("og:url") or _attribute(root, "//link[@rel='canonical']", "href"),
        tuple(filter(None, (metas.get("author") or _linked(linked, "author"),))),
        (root.get("lang") or "")[:2].lower(),
    )


def _text(root: Any, etree: Any) -> str:
    """The text of the article's own element."""
    for path in ("//article", "//main", "//*[@role='main']", "//*[@itemprop='articleBody']"):
        found = [html_to_text(_markup(element, etree)) for element in root.xpath(path)[:50]]
        longest = max(found, key=len, default="")
        if len(longest) >= 200:
            return longest
    body = root.find("body")
    return html_to_text(_markup(root if body is None else body, etree))


def _markup(element: Any, etree: Any) -> str:
    for name in _FURNITURE:
        for part in element.xpath(f".//{name}"):
            # The header of an article holds its title, the rest of the kind is the site's.
            if part.getparent() is not None and part is not element:
                part.drop_tree()
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def without_title(text: str, title: str) -> str:
    """The text without a first paragraph that only repeats the title."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and plain(first).casefold() == plain(title).casefold() else text


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    """What the `<meta>` elements say, the first of a name last, so that it wins in a dict."""
    for meta in reversed(root.xpath("//meta[@content]")):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content", "").strip():
            yield name.strip().lower(), meta.get("content").strip()


def _date(root: Any, metas: dict[str, str], linked: tuple[dict[str, Any], ...]) -> str:
    for name in _DATE_NAMES:
        if metas.get(name):
            return metas[name]
    return (
        _linked(linked, "datePublished")
        or _attribute(root, "//time[@pubdate or @itemprop='datePublished'][@datetime]", "datetime")
        or _attribute(root, "//time[@datetime]", "datetime")
    )


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, those inside a graph too."""
    for script in root.xpath("//script[contains(@type, 'ld+json')]")[:20]:
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in found if isinstance(found, list) else [found]:
            if isinstance(thing, dict):
                yield thing
                graph = thing.get("@graph")
                yield from (
                    (part for part in graph if isinstance(part, dict))
                    if isinstance(graph, list)
                    else ()
                )


def _linked(things: tuple[dict[str, Any], ...], name: str) -> str:
    """The first plain value of that name: a string, or the name of an object."""
    for thing in things:
        value = thing.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _first(root: Any, path: str) -> str:
    found = root.xpath(path)
    return re.sub(r"\s+", " ", found[0].text_content()).strip() if found else ""


def _attribute(root: Any, path: str, name: str) -> str:
    found = root.xpath(path)
    return (found[0].get(name) or "").strip() if found else ""
