"""Mending: XML as it is found → XML that a strict parser takes, without a change of what it says.

Strict parsing is several times faster than guessing, and it keeps "AT&T" whole. What a crafted
document could keep a parser busy with (its own entities, endless tags and names) is cut here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from html.entities import html5

from briefing.text import REPLACEMENT

MOST_TAG = 50_000  # characters of one tag; a parser compares each attribute with every other
MOST_NAME = 2_000  # characters of an author, in which feedparser seeks an address very slowly

_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")
_DOCTYPE = re.compile(
    r"<!DOCTYPE[^\[>]{0,1000}(?:\[.{0,200000}?\]\s*)?>", re.IGNORECASE | re.DOTALL
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(set(range(32)) - {9, 10, 13})
# Verbatim sections are passed over: in them an ampersand is itself.
_REFERENCE = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*\Z)|<!--(?:.*?-->|.*\Z)"
    r"|&(?:#(?P<number>\d{1,7}|[xX][0-9a-fA-F]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?",
    re.DOTALL,
)
# References that stay as they are; of the numbers only those that are surely characters.
_TO_MEND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9]\d|[1-9]\d{2,3})"
    r"|#x(?:[2-7][0-9a-fA-F]|[1-9a-cA-C][0-9a-fA-F]{2,3}));)"
)
# Only short words are put in for an entity: one that holds others could grow without end.
_OWN_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]{1,100})\s+([\"'])([^&%<]{0,40}|&#\w{1,8};)\2\s*>")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENDLESS_TAG = re.compile(rf"<([A-Za-z][\w:.-]{{0,100}})[^<>]{{{MOST_TAG},}}?(/?)>")
_ENDLESS_NAME = re.compile(
    r"(<(?:[\w-]{1,30}:)?(?:author|creator|contributor|publisher|managingEditor|webMaster|name|email)"
    rf"\b[^<>]{{0,500}}>(?:\s*<!\[CDATA\[)?[^<>]{{{MOST_NAME}}})[^<>]+"
)


def mended(document: str, doctype: str = "") -> str:
    """The document without its declaration, with only references that a parser knows.

    Entities of its own, which `doctype` declares, are put in where they are a few plain words.
    """
    longest = max(map(len, document.split("<")))
    if longest > MOST_NAME:
        document = _ENDLESS_NAME.sub(r"\1", document)
    if longest > MOST_TAG:
        document = _ENDLESS_TAG.sub(r"<\1\2>", document)
    document = _DECLARATION.sub("", document, count=1)
    if not _is_clean(document):
        document = _NOT_XML.sub(REPLACEMENT, document)
    if not _TO_MEND.search(document):
        return document
    own = {
        name: html.escape(html.unescape(value), quote=False)
        for name, _, value in _OWN_ENTITY.findall(doctype)
    }
    return _REFERENCE.sub(lambda found: _reference(found, own), document)


def _is_clean(document: str) -> bool:
    """Whether there is certainly no character that XML forbids; faster than to look for one."""
    try:
        body = document.encode()
    except UnicodeEncodeError:
        return False
    has_last = "\ufffe" in document or "\uffff" in document
    return not has_last and len(body.translate(None, _CONTROLS)) == len(body)


def doctype_of(document: str) -> str:
    """The document type with the entities it declares; "" when there is none."""
    found = _DOCTYPE.search(document)
    return found[0] if found else ""


def without_doctype(document: str) -> str:
    """The document without its type, for entities that grow are declared there."""
    return _DOCTYPE.sub("", document, count=1)


def _reference(found: re.Match[str], own: Mapping[str, str]) -> str:
    """What a reference becomes: itself, the character that HTML means by it, or an ampersand."""
    whole = found[0]
    if whole[0] == "<" or found["name"] in _OF_XML:
        return whole
    if number := found["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        is_character = code in {9, 10, 13} or 0x20 <= code <= 0x10FFFF
        return whole if is_character and not 0xD800 <= code <= 0xDFFF else REPLACEMENT
    if name := found["name"]:
        if name in own:
            return _NOT_XML.sub(REPLACEMENT, own[name])
        if character := html5.get(f"{name};"):
            return "".join(f"&#{ord(letter)};" for letter in character)
    return f"&amp;{whole[1:]}"
