"""Markdown files as plain text: the marks go, the words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.gather.clean import html_to_text, plain_to_text
from briefing.gather.manuscript import Manuscript, field_of, headers, lines_of, manuscript_of

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
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.{1,2000}?)(?<=[^\s\\])\1", re.DOTALL)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s\\])\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s\\])_(?![\w_])"
)
_STRUCK = re.compile(r"~~(?=\S)(.{1,1000}?)(?<=\S)~~")
_CODE = re.compile(r"(`+)(.{1,1000}?)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_FOOTNOTE = re.compile(r"\[\^[^\]]{1,50}\]")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|br|cite|em|i|kbd|mark|q|small|span|strong|sub|sup|u)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|div|table|ul|ol|blockquote)\b", re.IGNORECASE)


def read_markdown(document: str) -> Manuscript:
    """A Markdown file as plain text; its first heading is the title if no header gives one."""
    lines = lines_of(document)
    fields, body = _front_matter(lines)
    if not fields:
        fields, body = headers(lines)
    title, body = _first_heading(_without_comments(body))
    blocks = groupby(_plain_lines(body), key=bool)
    words = "\n\n".join(" ".join(lines) for is_block, lines in blocks if is_block)
    text = html_to_text(words) if _BLOCK.search(words) else plain_to_text(words)
    return manuscript_of({"title": title} | fields if title else fields, text)


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
        if found := field_of(line.replace("=", ":", 1) if fence == "+++" else line):
            fields.setdefault(found[0], found[1].strip("\"'[]"))
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


def _plain_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines without their marks; an empty line sets off headings, items and rows."""
    is_code = False
    for line in lines:
        if _FENCE.match(line):
            is_code = not is_code
            yield ""
        elif is_code or not line.strip():
            yield line.strip()
        else:
            yield from _plain_line(_QUOTED.sub("", line))


def _plain_line(line: str) -> Iterator[str]:
    if any(mark.match(line) for mark in (_RULE, _UNDERLINE, _TABLE_RULE, _REFERENCE)):
        yield ""
    elif found := _HEADING.match(line):
        yield from ("", _inline(found[1]), "")
    elif found := _BULLET.match(line):
        yield from ("", _inline(line[found.end() :]))
    elif line.lstrip().startswith("|"):
        cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
        yield from ("", " | ".join(map(_inline, cells)), "")
    else:
        yield _inline(line)


def _inline(line: str) -> str:
    """A line without the marks inside it: the words of links stay, pictures go."""
    line = _INLINE.sub("", line) if "<" in line else line
    line = _FOOTNOTE.sub("", _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", line))))
    line = _CODE.sub(lambda found: found[2].strip(), line)
    line = _STRONG.sub(r"\2", _STRUCK.sub(r"\1", line))
    line = _EMPHASIS.sub(lambda found: found[1] or found[2], line)
    return _ESCAPED.sub(r"\1", line)
