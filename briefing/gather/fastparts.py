"""The single elements of a well-formed feed as feedparser reads them: a text, its type, a link.

What it reads by a rule of its own raises `OddError`, and the feed is left to it (`fastfeed`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

_XML = "{http://www.w3.org/XML/1998/namespace}"
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")  # the C1 controls in UTF-8, where they are found faster
_REFERENCE = re.compile("&([A-Za-z0-9_]+);")
_TYPES = {"text": "text/plain", "plain": "text/plain", "html": "text/html"}
_TEXT_TYPES = frozenset({"text/plain", "text/html"})
_LINK = frozenset({"href", "rel", "type", "title", "hreflang", "length"})


class OddError(Exception):
    """Something that is left to feedparser."""


def add_link(holder: dict[str, Any], child: Any) -> None:
    """A link to a page, a file or the feed itself, in its attributes or in its text."""
    attributes = child.attrib
    if not attributes:
        address = address_of(text_of(child))
        if "&" in address:
            if "&amp;" in address:
                raise OddError
            address = _REFERENCE.sub(r"&\1", address)
        link = {"rel": "alternate", "type": "text/html"}
        holder["links"].append(link | {"href": address} if address else link)
        holder["link"] = address
        return
    if attributes.keys() - _LINK or "href" not in attributes or len(child):
        raise OddError
    relation = attributes.get("rel", "alternate").lower()
    known = "application/atom+xml" if relation == "self" else "text/html"
    kind = attributes.get("type", known).lower()
    address = address_of(attributes["href"])
    holder["links"].append({"rel": relation, "type": kind, "href": address})
    if relation == "alternate" and kind in {"text/html", "html", "application/xhtml+xml", "xhtml"}:
        holder["link"] = address


def address_of(words: str) -> str:
    """An address as it stands; feedparser takes slashes out of "http:///"."""
    if ":///" in words:
        raise OddError
    return words


def text_of(element: Any) -> str:
    """The words of an element that holds nothing else, as feedparser puts them right."""
    if len(element):
        raise OddError
    words = (element.text or "").strip()
    if words.isascii():
        return words
    with suppress(UnicodeError):  # text that was encoded twice is decoded once more
        words = words.encode("iso-8859-1").decode("utf-8")
    if _C1_BYTES.search(words.encode("utf-8", "replace")):
        raise OddError
    return words


def kind_of(element: Any, usual: str) -> str:
    """The type of a text, which must say nothing but that."""
    attributes = element.attrib
    if not attributes:
        return usual
    if attributes.keys() != {"type"}:
        raise OddError
    named: str = attributes["type"].lower()
    kind = _TYPES.get(named, named)
    if kind not in _TEXT_TYPES:
        raise OddError
    return kind


def bare(element: Any) -> Any:
    """The element, which must have no attributes."""
    if element.attrib:
        raise OddError
    return element


def once(fields: dict[str, Any], name: str) -> None:
    """Make sure that the field is not set already."""
    if name in fields:
        raise OddError


def language_of(root: Any) -> str | None:
    """What the outermost element says of the language; nothing else of weight may stand there."""
    for name in root.attrib:
        if name != f"{_XML}lang" and _local(name) in {"lang", "base", "href", "lastmod"}:
            raise OddError
    return root.get(f"{_XML}lang") or None


def says_language(element: Any) -> bool:
    """Whether it says a language or a base address, which would hold for all that is in it."""
    return any(_local(name) in {"lang", "base"} for name in element.attrib)


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
