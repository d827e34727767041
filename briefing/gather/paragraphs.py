"""Paragraphs: what a reader would see of a piece of HTML, line by line, not yet tidied.

The parser reports events and builds no tree, so that nesting costs nothing however deep it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

MOST_TAG = 50_000  # characters of one tag
MOST_CELL = 120  # characters of a table cell that holds a figure and not a part of the page


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names("""
    address article aside blockquote body caption center dd details dir div dl dt fieldset figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table
    tbody td tfoot th thead tr ul
""")
_UNREAD = _names("""
    applet audio button canvas embed figcaption frame frameset iframe input math nav noembed
    noframes noscript object option script select style svg template textarea title video
""")
# The parser compares each attribute of a tag with every other; what is that long is a picture.
_ENDLESS_TAG = re.compile(rf"<([A-Za-z]\w{{0,30}})[^<>]{{{MOST_TAG},}}?>")


def paragraphs(markup: str) -> list[list[str]]:
    """The paragraphs of the markup, each a list of its lines."""
    from lxml import etree

    if len(markup) > MOST_TAG:
        markup = _ENDLESS_TAG.sub(r"<\1>", markup)
    reader, parser = _reader()
    reader.begin()
    try:
        etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        # Markup that holds no element at all ends in an error; what was read until then stands.
        reader.close()
    return reader.paragraphs


@cache
def _reader() -> tuple[_Reader, Any]:
    """A reader with its parser, which takes longer to make than a teaser to read."""
    from lxml import etree

    reader = _Reader()
    return reader, etree.HTMLParser(recover=True, no_network=True, encoding="utf-8", target=reader)


class _Reader:
    """Takes the parser's events and keeps the paragraphs of what a reader would see."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget everything: another markup follows."""
        self.paragraphs: list[list[str]] = []
        self._line: list[str] = []
        self._lines: list[str] = []
        self._unread = 0  # how many elements deep inside one that is not read
        self._verbatim = 0  # how many `pre` deep
        self._raised = False  # whether the next words are the first of a superscript
        # Of each open row, before how many paragraphs each of its cells begins.
        self._rows: list[list[int]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self._unread or tag in _UNREAD or _is_hidden(attributes):
            self._unread += tag not in {"html", "body"}
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._verbatim += tag == "pre"
            if tag == "tr":
                self._rows.append([])
            elif tag in {"td", "th"} and self._rows:
                self._rows[-1].append(len(self.paragraphs))
        elif tag == "q":
            self._line.append("“")
        elif tag == "sup" and self._line and self._line[-1][-1:].isalpha():
            self._raised = True

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._unread:
            self._unread -= tag not in {"html", "body"}
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._verbatim -= tag == "pre" and self._verbatim > 0
            if tag == "tr" and self._rows:
                self._end_row(self._rows.pop())
        elif tag == "q":
            self._line.append("”")

    def data(self, words: str) -> None:
        """Text between tags."""
        if self._unread:
            return
        first, *more = words.split("\n") if self._verbatim else [words]
        if self._raised:
            self._raised = False
            # An exponent or the number of a footnote is no part of the word before it.
            self._line.append(" " if first[:1].isdigit() else "")
        self._line.append(first)
        for line in more:
            self._break()
            self._line.append(line)

    def close(self) -> None:
        """The markup ends."""
        self._end_paragraph()

    def _break(self) -> None:
        line = "".join(self._line)
        self._line.clear()
        if line.strip():
            self._lines.append(line)
        elif self._lines:  # the second break in a row parts paragraphs
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        line = "".join(self._line)
        self._line.clear()
        if line.strip():
            self._lines.append(line)
        if self._lines:
            self.paragraphs.append(self._lines)
            self._lines = []

    def _end_row(self, cells: list[int]) -> None:
        """Put a row of figures on one line; a row that lays out a page stays as it is."""
        if not cells:
            return
        row = self.paragraphs[cells[0] :]
        sizes = (end - start for start, end in pairwise([*cells, len(self.paragraphs)]))
        is_short = all(len(cell) == 1 and len(cell[0]) <= MOST_CELL for cell in row)
        if len(row) >= 2 and is_short and max(sizes) == 1:
            self.paragraphs[cells[0] :] = [[" | ".join(cell[0].strip() for cell in row)]]


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style", "")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") == "navigation"
        or "wp-caption-text" in attributes.get("class", "")
        or ("none" in style and re.search(r"display\s*:\s*none", style) is not None)
    )
