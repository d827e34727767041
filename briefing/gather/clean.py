"""HTML and titles → plain text, once and for all: every later offset counts in what comes out here.

Paragraphs, headings, list items and table rows are separated by an empty line; a lone `<br>` is a
line feed. What is no reading matter (scripts, captions, navigation, hidden parts) is left out, and so
are invisible characters; controls that are left become replacement characters.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from briefing import text as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_MARKUP = 8_000_000  # characters of HTML that are looked at
MOST_TEXT = 600_000  # characters of text that are kept
MOST_TITLE = 500
MOST_TAG = 50_000

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNREAD = frozenset(
    [
        "applet",
        "audio",
        "button",
        "canvas",
        "embed",
        "figcaption",
        "frame",
        "frameset",
        "head",
        "iframe",
        "input",
        "math",
        "nav",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_ELEMENTS = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote "
    "body br button canvas caption center cite code col colgroup data dd del details dfn dialog dir div "
    "dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hr html i iframe img input ins kbd label legend li link main map mark marquee meta nav nobr "
    "noembed noframes noscript object ol optgroup option p param picture pre q rp rt ruby s samp script "
    "section select small source span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul var video wbr"
).replace(" ", "|")
_TAG = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|<!--[^>]*-->|<!\[CDATA\[|\]\]>", re.IGNORECASE
)
# The parser compares each attribute of a tag with every other; no picture is read here anyway.
_ENDLESS_TAG = re.compile(rf"<([A-Za-z]\w{{0,30}})[^<>]{{{MOST_TAG},}}?>")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.{0,4000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_PARTING = re.compile(r"<(?:br|/?p|/?div|/?li|/?h\d)\b[^<>]*>", re.IGNORECASE)
_RAISED = re.compile(r"([^\W\d_])<sup>(?=\d)", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!]")
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|a|b|i|em|strong|span|img|ul|ol|li|h[1-6])\b", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# Soft hyphens, zero-width blanks, byte order marks, bidi controls and invisible tags say nothing to a
# reader, and inside a word they hide it from every search.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
# A joiner shapes Persian and Indic script and emoji; between Latin letters it only hides a word.
_JOINER = re.compile(
    "(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])"
)
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Pages that call themselves Latin-1 mean Windows-1252 by 0x80 to 0x9f (HTML standard, §13.2.3.2).
_C1 = re.compile("[\x80-\x9f]")
_WINDOWS = {
    chr(byte): bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_FURNITURE = re.compile(
    r"The post .{1,300} (?:appeared first on|first appeared on) .{1,100}"
    r"|(?:Continue reading|Read more|Read on|Weiterlesen|Lire la suite|Leer más)\b.{0,3}(?:\.\.\.|…|»|→|>>)?",
    re.IGNORECASE,
)


def html_to_text(markup: str) -> str:
    """The readable text of a piece of HTML, or of plain text with entities, as clean paragraphs."""
    markup = markup[:MOST_MARKUP]
    if not _MARKUP.search(markup) and _ESCAPED_TAG.search(markup):
        markup = html.unescape(markup)
    if not _MARKUP.search(markup):
        return plain_to_text(markup)
    return _joined(_tidy_lines(lines) for lines in _paragraphs(markup))


def plain_to_text(words: str) -> str:
    """Plain text as clean paragraphs: lines that were broken at a fixed width are joined again."""
    words = words[:MOST_MARKUP].replace("\r\n", "\n").replace("\r", "\n")
    return _joined(
        paragraph
        for block in re.split(r"\n[^\S\n]*\n\s*", words)
        for paragraph in _unwrapped(block)
    )


def plain(words: str) -> str:
    """A title or name on one line: tags dropped, entities resolved (twice-escaped ones too), clean."""
    words = words[: 16 * MOST_TITLE]
    for _ in range(3):
        words = _RAISED.sub(r"\1 ", _PARTING.sub(" ", words)) if "<" in words else words
        bare = html.unescape(_TAG.sub("", _SCRIPT.sub("", words)))
        if bare == words:
            break
        words = bare
    return texts.one_line(tidy(words), MOST_TITLE)


def tidy(words: str) -> str:
    """One line of text without invisible characters, stray entities and runs of blanks; clean."""
    if "&" in words:
        words = _ENTITY.sub(lambda found: html.unescape(found[0]), words)
    words = " ".join(words.split())
    if words.isascii() and words.isprintable():
        return words
    words = _C1.sub(lambda found: _WINDOWS.get(found[0], found[0]), words)
    words = _JOINER.sub("", _UNSEEN.sub("", words))
    words = _STACKED.sub(r"\1", unicodedata.normalize("NFC", words))
    # Line ends and blanks may have come out of what was resolved or stood beside what was dropped.
    words = " ".join(words.split())
    return words if words.isprintable() else texts.clean(words)


def _paragraphs(markup: str) -> list[list[str]]:
    """The paragraphs of the markup, each a list of its lines, untidied."""
    from lxml import etree

    if len(markup) > MOST_TAG:
        markup = _ENDLESS_TAG.sub(r"<\1>", markup)
    target = _Reader()
    # The parser reports events and builds no tree, so that nesting costs nothing however deep it is.
    parser = etree.HTMLParser(recover=True, no_network=True, encoding="utf-8", target=target)
    try:
        etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        # Markup that holds no element at all ends in an error; what was read until then stands.
        target.close()
    return target.paragraphs


class _Reader:
    """Takes the parser's events and keeps the paragraphs of what a reader would see."""

    def __init__(self) -> None:
        self.paragraphs: list[list[str]] = []
        self._line: list[str] = []
        self._lines: list[str] = []
        self._unread = 0  # how many elements deep inside one that is not read
        self._verbatim = 0  # how many `pre` deep
        self._raised = False  # whether the next words are the first of a superscript
        self._rows: list[
            tuple[int, int]
        ] = []  # first paragraph and number of cells of each open row

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if self._unread or (tag in _UNREAD and tag != "head") or _is_hidden(attributes):
            self._unread += tag not in {"html", "body"}
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._verbatim += tag == "pre"
            if tag == "tr":
                self._rows.append((len(self.paragraphs), 0))
            elif tag in {"td", "th"} and self._rows:
                first, cells = self._rows[-1]
                self._rows[-1] = (first, cells + 1)
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
                self._end_row(*self._rows.pop())
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
        for words in more:
            self._break()
            self._line.append(words)

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

    def _end_row(self, first: int, cells: int) -> None:
        """Put the cells of a row of figures on one line; a row that lays out a page stays as it is."""
        row = self.paragraphs[first:]
        if 2 <= len(row) <= cells and all(len(cell) == 1 and len(cell[0]) <= 120 for cell in row):
            self.paragraphs[first:] = [[" | ".join(cell[0].strip() for cell in row)]]


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


def _tidy_lines(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, map(tidy, lines)))


def _unwrapped(block: str) -> list[str]:
    """The paragraphs of a block without empty lines: one a line, or one when it is hard-wrapped."""
    lines = [line for line in map(tidy, block.split("\n")) if line]
    inner = lines[:-1]
    is_wrapped = len(lines) >= 2 and all(40 <= len(line) <= 100 for line in inner)
    if is_wrapped and sum(
        line.endswith((".", "!", "?", "”", '"', ":")) for line in inner
    ) * 2 <= len(inner):
        return [" ".join(lines)]
    return lines


def _joined(paragraphs: Iterable[str]) -> str:
    """The paragraphs as one text, without the furniture that feed writers put below an article."""
    kept: list[str] = []
    room = MOST_TEXT
    for paragraph in paragraphs:
        if not paragraph or _FURNITURE.fullmatch(paragraph.rstrip(" .")):
            continue
        if len(paragraph) > room:
            kept.append(paragraph[:room].rstrip())
            break
        kept.append(paragraph)
        room -= len(paragraph) + 2
    return "\n\n".join(filter(None, kept))
