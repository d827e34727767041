"""Text in terminal cells: fitting, padding and wrapping, where a letter may take none, one or two.

Everything painted goes through here, so this is where foreign text is cleaned a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from briefing import text

ELLIPSIS = "…"
_TOKEN = re.compile(r"\S+|\s+")
# Terminals disagree on how wide these make an emoji: a variation selector, skin tones, and a joiner
# after an emoji (elsewhere it shapes letters and stays).
_UNSTEADY = re.compile(
    "\ufe0f|[\U0001f3fb-\U0001f3ff]|(?<=[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d"
)


def width_of(words: str) -> int:
    """How many cells the words take."""
    return len(words) if words.isascii() else cell_len(words)


def steady(words: str) -> str:
    """The words in the form whose width terminals agree on, with blanks for tabs."""
    return _UNSTEADY.sub("", words).replace("\t", " ")


def fit(words: str, width: int) -> str:
    """The words on one clean line of at most `width` cells, cut with an ellipsis."""
    if width <= 0:
        return ""
    # A hostile title may be a megabyte long; no cell needs more than a few characters.
    line = steady(text.one_line(words[: width * 12 + 64]))
    if width_of(line) <= width:
        return line
    if width == 1:
        return ELLIPSIS
    return set_cell_size(line, width - 1).rstrip() + ELLIPSIS


def cut(words: str, width: int, most: int) -> list[str]:
    """The words on at most so many lines, the last one cut with an ellipsis."""
    line = steady(text.one_line(words[: (width * 12 + 64) * most]))
    places = wrap(line, max(2, width))[:most]
    last = places.pop()[0]
    return [*(line[start:end] for start, end in places), fit(line[last:], width)]


def pad(words: str, width: int, *, right: bool = False) -> str:
    """The words fitted and filled with spaces to `width` cells, at the left when `right`."""
    line = fit(words, width)
    space = " " * (width - width_of(line))
    return space + line if right else line + space


def wrap(words: str, width: int, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the lines of the text begin and end (offsets into it), broken at blanks or, in a long
    word, wherever the width is full. Each paragraph begins a line; an empty one is an empty line.
    """
    stop = len(words) if end is None else end
    lines: list[tuple[int, int]] = []
    while start <= stop:
        newline = words.find("\n", start, stop)
        newline = stop if newline < 0 else newline
        lines.extend(_wrap_paragraph(words, start, newline, max(2, width)))
        start = newline + 1
    return lines


def _wrap_paragraph(words: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    begin, last, used = start, start, 0  # the line so far: its start, its end, its cells
    for token in _TOKEN.finditer(words, start, end):
        if token.group().isspace():
            used += token.end() - token.start()
            continue
        size = width_of(token.group())
        if used + size > width:
            if last > begin:
                yield begin, last
            begin, used = token.start(), 0
        if size > width:
            for piece_start, piece_end in _chop(words, token.start(), token.end(), width):
                if piece_end < token.end():
                    yield piece_start, piece_end
                begin = piece_start
            used = width_of(words[begin : token.end()])
        else:
            used += size
        last = token.end()
    yield begin, last


def _chop(words: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    begin, used = start, 0
    for at in range(start, end):
        size = width_of(words[at])
        if used + size > width:
            yield begin, at
            begin, used = at, 0
        used += size
    yield begin, end
