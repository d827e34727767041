"""HTML and titles → plain text, once and for all: every later offset counts in what comes out here.

Paragraphs, headings, list items and table rows are separated by an empty line; a lone `<br>` is a
line feed. What is no reading matter (scripts, captions, navigation, hidden parts) is left out, and
so are invisible characters; controls that are left become replacement characters.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from unicodedata import is_normalized, normalize

from briefing import text as texts
from briefing.gather.paragraphs import paragraphs

MOST_MARKUP = 8_000_000  # characters of HTML that are looked at
MOST_TEXT = 600_000  # characters of text that are kept
MOST_TITLE = 500
MOST_FURNITURE = 500  # characters of what is no part of an article, without the dots behind it


def _either(words: str) -> str:
    """A pattern of one of the words."""
    return "|".join(words.split())


_ELEMENTS = _either(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink
    blockquote body br button canvas caption center cite code col colgroup data dd del details dfn
    dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2
    h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark
    marquee meta nav nobr noembed noframes noscript object ol optgroup option p param picture pre q
    rp rt ruby s samp script section select small source span strike strong style sub summary sup
    svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
    """
)
_TAG = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|<!--[^>]*-->|<!\[CDATA\[|\]\]>", re.IGNORECASE
)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.{0,4000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_PARTING = re.compile(r"<(?:br|/?p|/?div|/?li|/?h\d)\b[^<>]*>", re.IGNORECASE)
_RAISED = re.compile(r"([^\W\d_])<sup>(?=\d)", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!]")
_ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|br|div|a|b|i|em|strong|span|img|ul|ol|li|h[1-6])\b", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# Soft hyphens, zero-width blanks, byte order marks, bidi controls and invisible tags say nothing to
# a reader, and inside a word they hide it from every search.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
# A joiner shapes Persian and Indic script and emoji; between Latin letters it only hides a word.
_JOINER = re.compile(
    "(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Anything but letters of European scripts and punctuation, all of which are printable and NFC.
_UNUSUAL = re.compile("[^ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]")
_STACKED = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")  # no script stacks more on one letter
# Pages that call themselves Latin-1 mean Windows-1252 by 0x80 to 0x9f (HTML standard, §13.2.3.2).
_C1 = re.compile("[\x80-\x9f]")
_WINDOWS = {
    chr(byte): bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_FURNITURE = re.compile(
    r"The post .{1,300} (?:appeared first on|first appeared on) .{1,100}"
    r"|(?:Continue reading|Read more|Read on|Weiterlesen|Lire la suite|Leer más)\b.{0,5}",
    re.IGNORECASE,
)


def html_to_text(markup: str) -> str:
    """The readable text of a piece of HTML, or of plain text with entities, as clean paragraphs."""
    markup = markup[:MOST_MARKUP]
    if not _MARKUP.search(markup) and _ESCAPED_TAG.search(markup):
        markup = html.unescape(markup)
    if not _MARKUP.search(markup):
        return plain_to_text(markup)
    found = paragraphs(markup)
    usual = _usual(found)
    return _joined(_tidy_lines(lines) for lines in found) if usual is None else usual


def _usual(found: Sequence[Sequence[str]]) -> str | None:
    """What `_joined` makes of paragraphs in which there is nothing to clean; None of others."""
    lines = [lines[0].strip(" ") for lines in found if len(lines) == 1]
    whole = "\n\n".join(lines)
    if (
        len(lines) < len(found)
        or len(whole) > MOST_TEXT
        or "&" in whole
        or "  " in whole
        or whole.count("\n") != 2 * max(len(lines) - 1, 0)
        or _UNUSUAL.search(whole.replace("\n", ""))
        or not all(lines)
        or any(map(_is_furniture, lines))
    ):
        return None
    return whole


def plain_to_text(words: str) -> str:
    """Plain text as clean paragraphs: lines that were broken at a fixed width are joined again."""
    words = words[:MOST_MARKUP].replace("\r\n", "\n").replace("\r", "\n")
    return _joined(
        paragraph
        for block in re.split(r"\n[^\S\n]*\n\s*", words)
        for paragraph in _unwrapped(block)
    )


def plain(words: str) -> str:
    """A title or name on one line, clean: no tags, entities resolved, twice-escaped ones too."""
    words = words[: 16 * MOST_TITLE]
    for _ in range(3):
        words = _RAISED.sub(r"\1 ", _PARTING.sub(" ", words)) if "<" in words else words
        bare = html.unescape(_TAG.sub("", _SCRIPT.sub("", words)))
        if bare == words:
            break
        words = bare
    words = tidy(words)
    return words if len(words) <= MOST_TITLE else texts.one_line(words, MOST_TITLE)


def tidy(words: str) -> str:
    """One line of text without invisible characters, stray entities and runs of blanks; clean."""
    if "&" in words:
        words = _ENTITY.sub(lambda found: html.unescape(found[0]), words)
    # Usual words are known by one look; whatever else is taken apart.
    is_usual = _UNUSUAL.search(words) is None
    if not is_usual or "  " in words or words[:1] == " " or words[-1:] == " ":
        words = " ".join(words.split())
    # What is looked for below is not printable, but for marks.
    if is_usual or (
        words.isprintable()
        and (words.isascii() or (is_normalized("NFC", words) and not _may_stack(words)))
    ):
        return words
    words = _C1.sub(lambda found: _WINDOWS.get(found[0], found[0]), words)
    words = _JOINER.sub("", _UNSEEN.sub("", words))
    words = _STACKED.sub(r"\1", normalize("NFC", words))
    # Line ends and blanks may have come out of what was resolved or stood beside what was dropped.
    words = " ".join(words.split())
    return words if words.isprintable() else texts.clean(words)


def _may_stack(words: str) -> bool:
    """Whether marks may stand in the words: bytes are looked through faster than characters."""
    body = words.encode()
    return (
        len(body.translate(None, b"\xcc\xcd\xd2\xe1")) < len(body)
        or b"\xe2\x83" in body
        or b"\xef\xb8" in body
    ) and _STACKED.search(words) is not None


def _tidy_lines(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, map(tidy, lines)))


def _unwrapped(block: str) -> list[str]:
    """The paragraphs of a block without empty lines: one a line, or one when it is hard-wrapped."""
    lines = [line for line in map(tidy, block.split("\n")) if line]
    inner = lines[:-1]
    if not inner or not all(40 <= len(line) <= 100 for line in inner):
        return lines
    ended = sum(line.endswith((".", "!", "?", "”", '"', ":")) for line in inner)
    return [" ".join(lines)] if ended * 2 <= len(inner) else lines


def _joined(parts: Iterable[str]) -> str:
    """The paragraphs as one text, without the furniture that feed writers put below an article."""
    kept: list[str] = []
    room = MOST_TEXT
    for paragraph in parts:
        if not paragraph or _is_furniture(paragraph):
            continue
        if len(paragraph) > room:
            kept.append(paragraph[:room].rstrip())
            break
        kept.append(paragraph)
        room -= len(paragraph) + 2
    return "\n\n".join(filter(None, kept))


def _is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is about the page and not of the article."""
    if len(paragraph) > MOST_FURNITURE and paragraph[MOST_FURNITURE] not in " .":
        return False
    return _FURNITURE.fullmatch(paragraph.rstrip(" .")) is not None
