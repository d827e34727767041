"""Manuscripts: the text of a file with what it says of itself, before it becomes an `Article`.

Header lines on top (`Title:`, `Source:`, `Date:`, `URL:`, `Author:`) and the fields of a letter are
read here, Markdown in `markdown`, HTML in `webpage`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.gather.clean import html_to_text, plain_to_text


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text and its own words about itself; "" for what it does not say."""

    text: str
    title: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""


_HEADER = re.compile(
    r"\s{0,3}(title|headline|source|publisher|publication|date|published|pubdate|url|link|author|"
    r"authors|byline|language|lang)\s*:[ \t]*(.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "headline": "title", "publisher": "source", "publication": "source", "published": "date",
    "pubdate": "date", "link": "url", "authors": "author", "byline": "author", "lang": "language",
}  # fmt: skip


def read_text(document: str) -> Manuscript:
    """A plain text file."""
    fields, body = headers(lines_of(document))
    return manuscript_of(fields, plain_to_text("\n".join(body)))


def read_mail(document: str) -> Manuscript:
    """A letter saved by a mail program (`document` holds one character a byte): a newsletter."""
    import email
    import email.policy

    letter = email.message_from_bytes(document.encode("latin-1"), policy=email.policy.default)
    try:
        part = letter.get_body(("plain", "html"))
        words = part.get_content() if part is not None else ""
        is_html = part is not None and part.get_content_type() == "text/html"
    except (LookupError, ValueError, AttributeError, TypeError):
        return Manuscript("")  # a charset that does not exist, or a part that is broken
    sender = re.sub(r"\s*<[^<>]*>", "", str(letter.get("From", ""))).strip(' "')
    text = html_to_text(str(words)) if is_html else plain_to_text(str(words))
    return Manuscript(text, str(letter.get("Subject", "")), sender, str(letter.get("Date", "")))


def lines_of(document: str) -> list[str]:
    """The lines of a text of any system."""
    return document.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def headers(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The header lines on top and the lines below them."""
    fields: dict[str, str] = {}
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    first = at
    while at < len(lines) and (found := field_of(lines[at])):
        fields.setdefault(*found)
        at += 1
    return (fields, lines[at:]) if fields else ({}, lines[first:])


def field_of(line: str) -> tuple[str, str] | None:
    """The name and value of a header line; None when it is none."""
    found = _HEADER.match(line)
    if found is None:
        return None
    name = found[1].lower()
    return _FIELDS.get(name, name), found[2].strip()


def manuscript_of(fields: dict[str, str], text: str) -> Manuscript:
    """The text with what its header lines say."""
    names = re.split(r"\s*(?:[,;&]|\band\b)\s*", fields.get("author", ""))
    return Manuscript(
        text,
        fields.get("title", ""),
        fields.get("source", ""),
        fields.get("date", ""),
        fields.get("url", ""),
        tuple(filter(None, (re.sub(r"(?i)^by\s+", "", name) for name in names))),
        fields.get("language", "")[:2].lower(),
    )
