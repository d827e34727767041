"""Marks: every stretch of a text that stands in quotation marks.

“ ”, „ “, « », " ", `` '' and, where they are no apostrophes, ‘ ’ and ' '; also ” ” and ” “, '' ''
and » « where the first stands free in front of a word. A stretch never leaves its paragraph. One
whose closing mark is missing runs to the end of the paragraph when it began the paragraph or when
the next one opens with a mark: the printers' rule for a quote that goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract.known import speech
from briefing.sentences import paragraphs

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", '"': '"”', "``": "''", "‘": "’", "'": "'’", "‟": "”",
    "”": "”“", "''": "''", "»": "«", "‹": "›", "‚": "‘’",
}  # fmt: skip
_SINGLE = ("‘", "'", "‚")
_FREE = ("”", "''", "»")  # closing marks that may open as well
_DOUBLED = ("``", "''")  # made of two signs, closed by two
_OPENERS = re.compile(r"``|''|[“„«\"‘'‟”»‹‚]")
# What an apostrophe at the head of a word leaves out: 'em, 'tis, '90s.
_CLIPPED = re.compile(r"(?:em|tis|twas|cause|bout|til|round|n|cos|s|\d0s|\d\d)\b", re.IGNORECASE)
_CAPTION = 16  # words of the longest line between two paragraphs of a speech
_LEAD = 6  # words from a verb of saying to a mark that is never closed
_LEAST = 4  # words behind it
_ENDS = frozenset(".!?…:;,\"”’'»")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in marks: `start` and `end` without the marks, `opens` and `closes` with them."""

    start: int
    end: int
    opens: int
    closes: int
    paragraph: int  # its number
    is_open: bool = False  # the closing mark is missing: it goes on in the next paragraph
    is_single: bool = False


def find_stretches(text: str) -> list[Stretch]:
    """Every outermost stretch in marks, in order."""
    found: list[Stretch] = []
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        following = _opener_of_next(text, blocks, number)
        at = start
        while at < end:
            opener = _OPENERS.search(text, at, end)
            if opener is None:
                break
            stretch = _stretch(text, opener, (start, end), number, following)
            if stretch is None:
                at = opener.end()
                continue
            found.append(stretch)
            at = max(stretch.closes, opener.end())
    return found


def is_caption(line: str) -> bool:
    """Whether the line may stand between two paragraphs of one speech: short, and no sentence."""
    return len(line.split()) <= _CAPTION and line.rstrip()[-1:] not in _ENDS and '"' not in line


def _opener_of_next(text: str, blocks: Sequence[tuple[int, int]], number: int) -> str:
    """The mark that opens the next paragraph, or the one behind a caption; "" when none does."""
    for start, end in blocks[number + 1 : number + 4]:
        opener = _OPENERS.match(text, start, end)
        if opener is not None:
            return opener.group()
        if not is_caption(text[start:end]):
            return ""
    return ""


def _stretch(
    text: str, opener: re.Match[str], block: tuple[int, int], number: int, following: str
) -> Stretch | None:
    """The stretch that the mark opens; `following` opens the next paragraph."""
    mark, start = opener.group(), opener.end()
    if not _opens(text, opener, block):
        return None
    closing = _closing(text, mark, start, block)
    if closing is not None:
        first, last = closing
        words = text[start:first]
        is_torn = text[max(0, opener.start() - 1)] == "(" and words.count(")") > words.count("(")
        if not words.strip() or is_torn:
            return None  # in a bracket that ends before the mark that seems to close
        start, first = _trimmed(text, start, first)
        return Stretch(start, first, opener.start(), last, number, is_single=mark in _SINGLE)
    front = text[block[0] : opener.start()].rstrip()
    begins = not front or front.endswith(":")
    goes_on = following == mark if mark in _SINGLE else following != ""
    is_open = goes_on and begins if mark in _SINGLE else goes_on or begins
    is_lost = not is_open and _is_closing_lost(text, mark, opener.start(), start, block)
    if (is_open or is_lost) and text[start : block[1]].strip():
        start, last = _trimmed(text, start, block[1])
        return Stretch(start, last, opener.start(), block[1], number, is_open=is_open)
    return None


def _is_closing_lost(text: str, mark: str, at: int, start: int, block: tuple[int, int]) -> bool:
    """Whether the printer left out the closing mark: 'saying it “has no value for the town.'.

    A verb of saying leads to the mark, and the sentence it opens in ends the paragraph.
    """
    rest = text[start : block[1]]
    if mark in {*_SINGLE, *_FREE} or _OPENERS.search(rest.replace("'", "")):
        return False
    front = text[block[0] : at]
    lead = re.split(r"[.!?] ", front)[-1].casefold().split()[-_LEAD:]
    is_led = any(word.strip(",:") in speech().saying for word in lead) and lead[-1] != "the"
    return is_led and len(rest.split()) >= _LEAST and not re.search(r"[.!?] +[^\W_a-z]", rest)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The words without the blanks that some papers leave inside the marks: « We go. »."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _opens(text: str, opener: re.Match[str], block: tuple[int, int]) -> bool:
    mark, at = opener.group(), opener.start()
    before = text[at - 1] if at > block[0] else " "
    after = text[opener.end()] if opener.end() < block[1] else " "
    if mark in _SINGLE:
        is_free = before.isspace() or before in '([{—–-:;,“"/'
        return (
            is_free
            and (after.isalnum() or after in '“"…[($£€#@')
            and not _CLIPPED.match(text, opener.end())
        )
    if mark in _FREE:
        return (before.isspace() or before in "([—–") and (after.isalnum() or after in "‘“$£€…")
    if mark == '"':
        return not (before.isalnum() and (after.isspace() or after in ",.;:)"))
    return True


def _closing(text: str, mark: str, start: int, block: tuple[int, int]) -> tuple[int, int] | None:
    """Start and end of the closing mark, or None."""
    depth = 0
    is_inner = False  # within straight marks of their own
    i = start
    while i < block[1]:
        if mark in _DOUBLED:
            at = text.find("''", i, block[1])
            return (at, at + 2) if at >= 0 else None
        here = text[i]
        if here == "“" and (mark == '"' or (mark == "“" and _is_nested(text, i, block[1]))):
            depth += 1
        elif here == "”" and mark == '"' and depth:
            depth -= 1
        elif here in _PAIRS[mark] and _closes(text, mark, i, block):
            if depth == 0 or mark == '"':
                return i, i + 1
            depth -= 1
        elif mark == "“" and here == '"':
            # Curly at the head, straight at the end.
            if not is_inner and (text[i - 1] in ".,!?…" or _is_last(text, i, block[1])):
                return i, i + 1
            is_inner = not is_inner and text[i - 1] in " (—"
        elif mark in _SINGLE and here == "”" and "“" not in text[start:i]:
            return None
        i += 1
    return None


def _is_last(text: str, at: int, end: int) -> bool:
    """Whether a straight mark stands behind a word, and no curly one closes anything further on."""
    is_behind = not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
    return is_behind and "”" not in text[at:end]


def _is_nested(text: str, at: int, end: int) -> bool:
    """Whether a second opening mark has a closing mark of its own before the outer one's."""
    rest = text[at + 1 : end]
    if rest.count("”") < 2:
        return False
    again = rest.find("“")
    return again < 0 or rest.find("”") < again


def _closes(text: str, mark: str, at: int, block: tuple[int, int]) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < block[1] else " "
    if mark in _SINGLE:
        if before.isspace() or after.isalnum():
            return False
        is_plural = before in "sS" and after == " " and _closes_later(text, at + 1, block[1])
        return not is_plural
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    return True


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether another mark ends a single quote soon, so that this one was a possessive."""
    for i in range(start, min(end, start + 200)):
        if text[i] == "‘" or (text[i] == "'" and text[i - 1].isspace()):
            return False
        if text[i] in "’'" and not text[i - 1].isspace():
            after = text[i + 1] if i + 1 < end else " "
            if not after.isalnum():
                return True
    return False
