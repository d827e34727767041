"""Small tools for text: the cleaner of control characters, marks, folding of names, one-line forms.

Every function that changes text says whether it keeps its length; `clean` does, so offsets hold.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, tzinfo

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 but tab and line feed, DEL, C1; line and paragraph separators; bidirectional controls (UAX #9)
# and the marks LRM, RLM, ALM; invisible tags (U+E0000 block); lone surrogates; non-characters.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff\U000e0000-\U000e007f]"
)
_NONCHARACTER = re.compile(
    "["
    + "".join(chr((plane << 16) | 0xFFFE) + chr((plane << 16) | 0xFFFF) for plane in range(1, 17))
    + "]"
)
_BLANKS = re.compile(r"\s+")

OPENING = "“«„‟‘‚‹\"'`"
CLOSING = "”»“’›\"'"
DASHES = "-‐‑‒–—―"


def clean(text: str) -> str:
    """The text with every control, escape and bidi character replaced; its length is kept."""
    return _NONCHARACTER.sub(REPLACEMENT, _HOSTILE.sub(REPLACEMENT, text))


def one_line(text: str, most: int | None = None) -> str:
    """The text cleaned, on one line, cut with an ellipsis at `most` characters."""
    line = _BLANKS.sub(" ", clean(text)).strip()
    if most is not None and len(line) > most:
        return line[: most - 1].rstrip() + "…"
    return line


def fold(name: str) -> str:
    """A name for comparing: no case, accents, leading article, possessive or punctuation."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").casefold()
    plain = re.sub(r"^(?:the|a|an)\s+", "", plain.strip())
    plain = re.sub(r"(?:'s|(?<=s)')$", "", plain)
    return _BLANKS.sub(" ", re.sub(r"[^\w&]+", " ", plain)).strip()


def counted(number: int, noun: str, plural: str = "") -> str:
    """The number and its noun: "1 story", "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def local(moment: datetime, zone: tzinfo | None) -> tuple[date, str]:
    """The day and the "HH:MM" of a moment in that zone.

    What knows only its day is kept as midnight in UTC; it has no hour, and its day is the same in
    every zone.
    """
    utc = moment.astimezone(UTC)
    if utc.time() == time():
        return utc.date(), ""
    there = moment.astimezone(zone)
    return there.date(), f"{there:%H:%M}"


def words_in(text: str) -> int:
    """How many words the text has, as a reader counts them."""
    return len(text.split())


def updated_words(moment: datetime | None, now: datetime) -> str:
    """When an article was last changed: "updated 14:02" today, else with its day; "" for never."""
    if moment is None:
        return ""
    there, today = moment.astimezone(now.tzinfo), now.date()
    if there.date() == today:
        return f"updated {there:%H:%M}"
    year = "" if there.year == today.year else f" {there.year}"
    return f"updated {there.day} {there:%b}{year} {there:%H:%M}"


def pace_words(per_day: float) -> str:
    """How many new articles a source brings on an average day."""
    if per_day <= 0:
        return "nothing new for weeks"
    if per_day >= 10:
        return f"{per_day:.0f} new a day"
    if per_day >= 0.95:
        number = f"{per_day:.1f}".removesuffix(".0")
        return f"{number} new a day"
    return f"1 new in {counted(max(2, round(1 / per_day)), 'day')}"
