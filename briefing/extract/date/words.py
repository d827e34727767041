"""Date words: the words of a text that dates are made of, each with its kind and its value.

The words themselves are data (`lexicon/dates.toml`); numbers, years, clock times and dates
written in figures are recognised here by their shape. What words mean together is `date.grammar`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.extract.word_lists import read_list

OTHER = "unknown"
BREAK = "break"  # an empty line: no date runs across it

# Kinds that the shape of a word decides.
SHAPES = (
    "iso",
    "slashed",
    "clock",
    "decade",
    "nth",
    "year",
    "day",
    "number_figure",
    "ampm",
    "oclock",
)
MARKS = {
    ",": "comma",
    "(": "opening",
    ")": "closing",
    "'": "apostrophe",
    "’": "apostrophe",
} | dict.fromkeys("-‐‑–—", "dash")
_CAPITALISED = frozenset({"month", "short", "zone"})  # "may" and "sun" are other words
_HALF_DAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_CURRENCY = "$£€¥#"
_TAGS = "#@_0123456789"


class Word(NamedTuple):
    """One word of a text as a date reader sees it; offsets into the text.

    A tuple, for every word of every article becomes one.
    """

    start: int
    end: int
    kind: str
    value: int | str = 0
    text: str = ""

    @property
    def number(self) -> int:
        """The value as a number; 0 when it is none."""
        return self.value if isinstance(self.value, int) else 0


def date_words(text: str) -> list[Word]:
    """Every word and mark of the text in order, with its kind; `unknown` when no date needs it."""
    words: list[Word] = []
    known = _known()
    before = 0
    for found in _scanner().finditer(text):
        start, end = found.span()
        if start < before:  # the dot of an abbreviation
            continue
        if "\n" in text[before:start] and text.count("\n", before, start) > 1:
            words.append(Word(before, before, BREAK))
        shape = found.lastgroup
        written = found.group()
        if shape in {"small", "word"}:
            entry = known.get(written.lower())
            kind, value = (
                (OTHER, 0) if entry is None else _read(entry, written, text[start - 1 : start])
            )
            if kind in {"month", "short", "weekday"} and text[end : end + 1] == ".":
                end = _after_dot(written, end)
        elif shape == "mark":
            kind, value = MARKS.get(written, OTHER), 0
        else:
            kind, value = _shaped(str(shape), written, text, start, end)
        words.append(Word(start, end, kind, value, written))
        before = end
    return words


def _read(entry: tuple[str, int | str], written: str, before: str) -> tuple[str, int | str]:
    """The entry of the list, unless the word is another: "may"; `before` is the character there."""
    kind, value = entry
    is_other = kind in _CAPITALISED and written[0].islower()
    is_other |= bool(before) and before in _TAGS  # "#Friday", "#Big4Coming"
    return (OTHER, value) if is_other else entry


def _after_dot(written: str, end: int) -> int:
    """Where an abbreviated month or day ends: "Aug." takes its dot, "August." leaves it."""
    low = written.lower()
    is_short = len(low) <= 4 or low == "thurs"
    return end + 1 if is_short and low not in {"may", "june", "july"} else end


def _shaped(shape: str, written: str, text: str, start: int, end: int) -> tuple[str, int | str]:
    if shape in {"iso", "slashed", "clock", "oclock", "quarter_figure"}:
        return shape, written
    if shape == "ampm":
        return shape, 12 if written[0] in "pP" else 0
    if shape == "decade":
        return shape, int(re.sub(r"\D", "", written))
    if shape == "short_year":  # "'98"
        number = int(written[1:])
        return "year", 1900 + number if number >= 30 else 2000 + number
    if shape == "nth":
        return "nth", int(re.sub(r"\D", "", written))
    if shape == "holiday":
        return "holiday", _holidays()[_plain(written)]
    return _figure(written, text, start, end)


def _figure(written: str, text: str, start: int, end: int) -> tuple[str, int | str]:
    """A number in figures: a day of the month, a year, or only a number."""
    if start and (text[start - 1] in _CURRENCY or text[start - 1].isalnum()):
        return OTHER, 0
    if text[end : end + 1].isalpha() and not _HALF_DAY.match(text, end):
        return OTHER, 0  # "Long March 4C"
    if not written.isdigit() or text[end : end + 1] in {"%", "°"}:
        return (
            ("number_figure", int(written.replace(",", ""))) if _is_grouped(written) else (OTHER, 0)
        )
    value = int(written)
    if len(written) <= 2 and 1 <= value <= 31:
        return "day", value
    if len(written) == 4 and (1000 <= value <= 2199 or written[0] == "0"):
        return "year", value
    return ("number_figure", value) if len(written) <= 6 else (OTHER, 0)


def _is_grouped(written: str) -> bool:
    return re.fullmatch(r"\d{1,3}(,\d{3})+", written) is not None and len(written) < 10


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, int | str]]:
    """Every single word of the list, lower-case, with its kind and value."""
    known: dict[str, tuple[str, int | str]] = {}
    for kind, entries in read_list("dates").items():
        if kind == "joiners":
            known |= {word: (word, 0) for word in entries["words"]}
        elif kind == "unit":  # each unit is a kind, so that a rule can ask for weeks
            known |= {word: (f"{value}_unit", value) for word, value in entries.items()}
        elif kind != "holiday":
            known |= {word.lower(): (kind, value) for word, value in entries.items()}
    return known


@lru_cache(maxsize=1)
def _holidays() -> dict[str, str]:
    return {_plain(name): str(rule) for name, rule in read_list("dates")["holiday"].items()}


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())


def kinds() -> tuple[str, ...]:
    """Every kind a word can have, `unknown` first."""
    found = [OTHER, BREAK, *SHAPES, "quarter_figure", "holiday", *MARKS.values()]
    found += [kind for kind, _ in _known().values()]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    names = sorted(read_list("dates")["holiday"], key=len, reverse=True)
    feasts = "|".join(re.escape(n).replace("'", "['’]").replace(r"\ ", r"\s+") for n in names)
    return re.compile(
        r"(?P<small>[b-nq-z][a-z]*(?![^\W\d_]))"  # most words: in one step, they begin nothing else
        rf"|(?P<holiday>(?=[A-Z])\b(?:{feasts})\b)"
        r"|(?P<iso>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\d-]))"
        r"|(?P<slashed>(?<![\d/.])\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"
        r"|(?<![\d-])\d{1,2}-\d{1,2}-(?:19|20)\d\d(?![\d-]))"
        r"|(?P<clock>(?<![\d:.])\d{1,2}:\d\d(?![\d:])|(?<![\d:.$£€])\d{1,2}\.\d\d(?=\s*[ap]\.?m\b))"
        r"|(?P<oclock>\bo['’]clock\b)"
        r"|(?P<decade>(?<![\w$£€])(?:['’]\d0s|\d{3}0['’]?s)\b)"
        r"|(?P<short_year>(?:(?<=in )|(?<=of )|(?<=the )|(?<=since ))['’]\d\d\b(?![\w'’]))"
        r"|(?P<nth>\b\d{1,2}(?:st|nd|rd|th)\b)"
        r"|(?P<quarter_figure>\b(?:Q[1-4]|[1-4]Q)\b)"
        r"|(?P<ampm>(?:\b|(?<=\d))[ap]\.?m\b\.?|(?:\b|(?<=\d))[AP]\.?M\b\.?)"
        r"|(?P<figure>\d[\d,.]*\d|\d)"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<mark>[^\w\s])"
    )
