"""OPML: subscription lists, in and out.

A third of the lists in the wild are broken XML (a bare `&`, a missing end), so reading is
forgiving: the list is mended where that is plain, and a recovering parser takes what is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from xml.sax.saxutils import quoteattr

from briefing.gather.clean import plain
from briefing.gather.credentials import split_login
from briefing.gather.decode import decode
from briefing.gather.links import clean_url
from briefing.gather.mend import mended, without_doctype
from briefing.model import Feed, SourceKind

MOST_FEEDS = 20_000
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_opml(body: bytes) -> tuple[Feed, ...]:
    """The feeds of a subscription list, each once, with the names of its folders as tags.

    A login in a feed's address is left out; the feed's `error` says so until it is first asked.
    """
    feeds: dict[str, Feed] = {}
    for attributes, folders in _outlines(decode(body)):
        address, login = split_login(_as_web(attributes.get("xmlurl") or _typed_url(attributes)))
        url = clean_url(address)
        if url is None or len(feeds) >= MOST_FEEDS:
            continue
        title = plain(attributes.get("title") or attributes.get("text") or "")
        feed = feeds.get(url) or Feed(
            url, "" if title == url else title, site=clean_url(attributes.get("htmlurl"))
        )
        if login:
            feed = replace(
                feed, error=f"its login was left out: `briefing feed login {url}` keeps it"
            )
        feeds[url] = replace(feed, tags=tuple(dict.fromkeys((*feed.tags, *folders))))
    return tuple(feeds.values())


def write_opml(feeds: Iterable[Feed], title: str = "briefing") -> bytes:
    """The feeds as an OPML 2.0 list, one folder a tag; what lies on this disk is left out."""
    by_tag: dict[str, list[Feed]] = {}
    for feed in feeds:
        if feed.kind is SourceKind.FEED:
            for tag in feed.tags or ("",):
                by_tag.setdefault(tag, []).append(feed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"  <head><title>{_escaped(title)}</title></head>", "  <body>"]
    for tag, members in sorted(by_tag.items()):
        outlines = [_outline(feed) for feed in members]
        if tag:
            lines.append(f"    <outline text={_attribute(tag)}>")
            lines += [f"      {outline}" for outline in outlines]
            lines.append("    </outline>")
        else:
            lines += [f"    {outline}" for outline in outlines]
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode("utf-8")


def _outlines(document: str) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Every outline of the list with its attributes (names in lower case) and its folders."""
    from lxml import etree

    document = mended(without_doctype(document)).strip()
    parser = etree.XMLParser(recover=True, no_network=True, resolve_entities=False, huge_tree=True)
    try:
        root = etree.fromstring(document.encode("utf-8"), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        return
    folders: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2].lower() != "outline":
            continue
        attributes = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        is_folder = "xmlurl" not in attributes and not _typed_url(attributes)
        if event == "end":
            if is_folder:
                folders.pop()
        elif is_folder:
            folders.append(plain(attributes.get("text") or attributes.get("title") or ""))
        else:
            yield attributes, tuple(name for name in folders[:8] if name)


def _typed_url(attributes: Mapping[str, str]) -> str:
    """The address under `url`, which names a feed only where the type says so."""
    is_feed = attributes.get("type", "").lower() in {"rss", "atom", "feed", "rss1", "rss2", "json"}
    return attributes.get("url", "") if is_feed else ""


def _as_web(url: str) -> str:
    """The address that `feed:` stands for, as in "feed://host/x" and "feed:https://host/x"."""
    url = url.strip()
    if url[:5].lower() != "feed:":
        return url
    rest = url[5:]
    return f"http:{rest}" if rest.startswith("//") else rest


def _outline(feed: Feed) -> str:
    site = f" htmlUrl={_attribute(feed.site)}" if feed.site else ""
    name = _attribute(feed.name)
    return f'<outline type="rss" text={name} title={name} xmlUrl={_attribute(feed.url)}{site}/>'


def _attribute(words: str) -> str:
    return quoteattr(_NOT_XML.sub("", words))


def _escaped(words: str) -> str:
    return quoteattr(_NOT_XML.sub("", words))[1:-1]
