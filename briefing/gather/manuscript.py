"""Manuscripts: the text of a file with what it says of itself, before it becomes an `Article`.

Header lines on top (`Title:`, `Source:`, `Date:`, `URL:`, `Author:`), the front matter and the first
heading of Markdown, the fields of a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    r"\s{0,3}(title|headline|source|publisher|publication|date|published|pubdate|url|link|author|authors|byline|"
    r"language|lang)\s*:[ \t]*(.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "headline": "title", "publisher": "source", "publication": "source", "published": "date",
    "pubdate": "date", "link": "url", "authors": "author", "byline": "author", "lang": "language",
}  # fmt: skip
_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE = re.compile(r"\s{0,3}(?:[-*_][ \t]*){3,}$")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTED = re.compile(r"^\s{0,3}(?:>[ \t]?)+")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]]{1,200}\]:\s+\S+")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")
_IMAGE = re.compile(
    r"!\[[^\]]{0,500}\](?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\]]{0,200}\])"
)
_LINK = re.compile(
    r"\[([^\]]{1,1000})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\))?[^()]{0,500}\)|\[[^\]]{0,200}\])"
)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]{1,1000}?)(?<=\S)_(?![\w_])"
)
_STRUCK = re.compile(r"~~(?=\S)(.{1,1000}?)(?<=\S)~~")
_CODE = re.compile(r"(`+)(.{1,1000}?)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_FOOTNOTE = re.compile(r"\[\^[^\]]{1,50}\]")


def read_text(document: str) -> Manuscript:
    """A plain text file."""
    fields, body = _headers(_lines(document))
    return _manuscript(fields, plain_to_text("\n".join(body)))


def read_markdown(document: str) -> Manuscript:
    """A Markdown file as plain text; its first heading is the title unless a header names another."""
    lines = _lines(document)
    fields, body = _front_matter(lines)
    if not fields:
        fields, body = _headers(lines)
    body = _without_comments(body)
    title, body = _first_heading(body)
    text = (
        html_to_text("\n".join(_plain_lines(body)))
        if "<" in "".join(body)
        else plain_to_text("\n".join(_plain_lines(body)))
    )
    return _manuscript({"title": title} | fields if title else fields, text)


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


def _lines(document: str) -> list[str]:
    return document.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _headers(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The header lines on top and the lines below them."""
    fields: dict[str, str] = {}
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    first = at
    while at < len(lines) and (found := _HEADER.match(lines[at])):
        name = found[1].lower()
        fields.setdefault(_FIELDS.get(name, name), found[2].strip())
        at += 1
    # "Source: Reuters" is a header; one line that runs on for a sentence is the article's own.
    return (fields, lines[at:]) if fields else ({}, lines[first:])


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The `--- key: value ---` block on top, and the lines below it."""
    while lines and not lines[0].strip():
        lines = lines[1:]
    if not lines or lines[0].strip() not in {"---", "+++"}:
        return {}, lines
    fence = lines[0].strip()
    end = next((at for at, line in enumerate(lines[1:200], 1) if line.strip() in {fence, "..."}), 0)
    if not end:
        return {}, lines
    fields: dict[str, str] = {}
    for line in lines[1:end]:
        if found := _HEADER.match(line.replace("=", ":", 1) if fence == "+++" else line):
            name = found[1].lower()
            fields.setdefault(_FIELDS.get(name, name), found[2].strip().strip("\"'[]"))
    return fields, lines[end + 1 :]


def _first_heading(lines: list[str]) -> tuple[str, list[str]]:
    """The heading that the text begins with, and the lines below it."""
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        if found := _HEADING.match(line):
            return _inline(found[1]), lines[at + 1 :]
        if at + 1 < len(lines) and re.match(r"\s{0,3}=+\s*$", lines[at + 1]):
            return _inline(line.strip()), lines[at + 2 :]
        break
    return "", lines


def _without_comments(lines: list[str]) -> list[str]:
    return re.sub(r"<!--.{0,10000}?-->", "", "\n".join(lines), flags=re.DOTALL).split("\n")


def _plain_lines(lines: Iterable[str]) -> list[str]:
    """The lines without their marks; headings, list items and rows become paragraphs of their own."""
    plain_lines: list[str] = []
    is_code = False
    for line in lines:
        if _FENCE.match(line):
            is_code = not is_code
            plain_lines.append("")
            continue
        if is_code:
            plain_lines.append(line)
            continue
        line = _QUOTED.sub("", line)
        if (
            _RULE.match(line)
            or _UNDERLINE.match(line)
            or _TABLE_RULE.match(line)
            or _REFERENCE.match(line)
        ):
            plain_lines.append("")
        elif found := _HEADING.match(line):
            plain_lines += ["", _inline(found[1]), ""]
        elif found := _BULLET.match(line):
            plain_lines += ["", _inline(line[found.end() :])]
        elif line.lstrip().startswith("|"):
            cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
            plain_lines += ["", " | ".join(map(_inline, cells)), ""]
        else:
            plain_lines.append(_inline(line))
    return plain_lines


def _inline(line: str) -> str:
    """A line without the marks inside it: the words of links stay, pictures go."""
    line = _FOOTNOTE.sub("", _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", line))))
    line = _CODE.sub(lambda found: found[2].strip(), line)
    line = _STRONG.sub(r"\2", _STRUCK.sub(r"\1", line))
    line = _EMPHASIS.sub(lambda found: found[1] or found[2], line)
    return _ESCAPED.sub(r"\1", line)


def _manuscript(fields: dict[str, str], text: str) -> Manuscript:
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
