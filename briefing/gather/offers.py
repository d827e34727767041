"""Offers: the feeds that a web page names in its head, for programs to find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from briefing.gather.links import clean_url

MOST_PAGE = 500_000  # characters that are looked at
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# A value in quotation marks may hold what else would end the tag.
_TAG = r"<{name}\b((?:[^<>\"']|\"[^\"]{{0,2000}}\"|'[^']{{0,2000}}'){{1,4000}})>"
_LINK = re.compile(_TAG.format(name="link"), re.IGNORECASE)
_BASE = re.compile(_TAG.format(name="base"), re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_KINDS = ("rss+xml", "atom+xml", "rdf+xml", "feed+json")


def offers_of(page: str, address: str) -> tuple[str, ...]:
    """The feeds that the page found at `address` names, each once, in their order."""
    head = _COMMENT.sub("", page[:MOST_PAGE])
    base = _BASE.search(head)
    place = clean_url(_attributes(base[1]).get("href"), address) if base else None
    return tuple(dict.fromkeys(_links(head, place or address)))


def _links(head: str, base: str) -> Iterator[str]:
    for tag in _LINK.finditer(head):
        attributes = _attributes(tag[1])
        kind = attributes.get("type", "").lower()
        relations = attributes.get("rel", "").lower().split()
        if "alternate" in relations and any(name in kind for name in _KINDS):
            url = clean_url(attributes.get("href"), base)
            if url:
                yield url


def _attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, the first of a name, as a browser takes them."""
    attributes: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        attributes.setdefault(name.lower(), unescape(double or single or bare))
    return attributes
