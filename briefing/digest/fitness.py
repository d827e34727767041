"""Which sentences can stand in a summary: whole, about the news, and clear on their own.

A splitter already leaves out headings and bylines; these rules catch what slips through, for
pages differ, and what is a sentence but not news ("Sign up for our newsletter.").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from briefing.text import CLOSING, DASHES, OPENING

FEWEST_WORDS, MOST_WORDS = 5, 80
FEWEST_WITH_IT = 10  # words; in a shorter sentence "it" stands for something told before

_ENDS = (".", "!", "?")
_CUT_SHORT = ("...", "…", "[…]")
_UNCLEAR_OPENERS = frozenset(
    """
    he she it they him her them his hers its their theirs this that these those such both
    neither either another others here there then so also too instead
    """.split()
)
# "This week" and "It is unclear whether" need nothing before them; "There were two charts on the
# wall" sets a scene and tells nothing alone.
_CLEAR_OPENING = re.compile(
    r"(?:this|that|these|those) (?:week|weekend|month|year|morning|afternoon|evening|summer|"
    r"autumn|fall|winter|spring|season|who|which)\b"
    r"|it (?:is|was|’s|'s|remains) (?:un)?(?:clear|not clear|known|likely|possible|expected)\b"
    r"|it (?:is|was|will be) the first (?:time|day)\b"
    r"|both (?:the )?[A-Z]|such (?:a|an)\b|here(?:’s|'s| is| are)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:FILE\b|PHOTO|Photo\b|Image\b|Caption\b|Video\b|WATCH|Credit\b|Source:|Picture)"
    r"|\((?:L-R|R-L|left|right|L|R|Photo|AP|Getty|REUTERS/|Reuters/|Image|File)[^)]*\)$"
    r"|, (?:left|right|center|centre),? (?:and|speaks|poses|walks|arrives|shakes)\b"
    r"|\b(?:is|are) (?:pictured|seen (?:here\b|in (?:this|an undated)))|\bin this (?:\w+ )?photo\b"
    r"|, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+\.? \d{1,2}, \d{4}\.?$",
)
# “We are close,” she said. / Trump, she said, would go.
_PRONOUN_SPEAKS = re.compile(
    r"[,”\"’'!?]\s+(?:he|she|they|it|I|we)\s+(?:\w+ly\s+)?(?:said|says|told|added|wrote|asked|"
    r"warned|noted|explained|continued|recalled|insisted|argued|tweeted|replied)\b"
)
_POINTS_BACK = re.compile(r"\b(?:it|them)\b")
_LINK = re.compile(r"https?://|www\.|\b\S+@\S+\.\w|\bpic\.twitter\.com")
_PIECE = re.compile(r"[^.!?\n]*(?:[.!?]+(?=\s)\s*|[.!?]|\n+)|[^.!?\n]+")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _phrases() -> tuple[str, ...]:
    listed = resources.files(__package__ or "briefing.digest") / "boilerplate.txt"
    return tuple(filter(None, listed.read_text(encoding="utf-8").splitlines()))


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in _phrases()), re.IGNORECASE
    )


def _holds_phrase(text: str, phrases: Sequence[str]) -> bool:
    # Few texts hold one, and to look for plain words is quicker than the pattern.
    small = text.lower()
    return any(phrase in small for phrase in phrases) and bool(_boilerplate().search(text))


def without_furniture(text: str) -> str:
    """The text without the sentences that are about the page, as far as marks alone tell them."""
    small = text.lower()
    held = [phrase for phrase in _phrases() if phrase in small]
    if not held:
        return text
    return "".join(piece for piece in _PIECE.findall(text) if not _holds_phrase(piece, held))


def is_boilerplate(sentence: str) -> bool:
    """Whether it is about the page and not the news: a caption, a link, a call to subscribe."""
    return bool(
        _holds_phrase(sentence, _phrases()) or _CAPTION.search(sentence) or _LINK.search(sentence)
    )


def is_fit(sentence: str) -> bool:
    """Whether it is a whole sentence of a telling length and about the news."""
    bare = sentence.rstrip(CLOSING + ")] ")
    is_whole = bare.endswith(_ENDS) and not bare.endswith(_CUT_SHORT)
    is_telling = FEWEST_WORDS <= len(sentence.split()) <= MOST_WORDS
    # "iPhone" opens a sentence, "which" does not.
    opens = bare.lstrip(OPENING + "([ ")[:2]
    is_whole = is_whole and not opens.islower()
    return is_whole and is_telling and not _is_heading(sentence) and not is_boilerplate(sentence)


def may_stand_in(sentence: str) -> bool:
    """Whether it is better than nothing where no sentence is fit: a teaser cut short, say."""
    return len(sentence.split()) >= FEWEST_WORDS and not is_boilerplate(sentence)


def _is_heading(sentence: str) -> bool:
    """Whether it is written in capitals, or Nearly All Its Longer Words Are."""
    written: list[str] = _LETTERS.findall(sentence)
    long = [word for word in written if len(word) > 3]
    if not long:
        return True
    shouted = sum(word.isupper() for word in long)
    raised = sum(word[:1].isupper() for word in long)
    return shouted > 0.6 * len(long) or raised > 0.85 * len(long) + 1


def is_clear(sentence: str) -> bool:
    """Whether a reader understands it without the sentence before it.

    It must not begin with a pronoun ("He said …"), nor be speech whose speaker it does not name.
    """
    bare = sentence.lstrip(OPENING + DASHES + " (")
    first = _LETTERS.match(bare)
    if first is None:
        return True
    if _is_bare_speech(sentence) or _PRONOUN_SPEAKS.search(sentence):
        return False
    if len(sentence.split()) < FEWEST_WITH_IT and _POINTS_BACK.search(sentence):
        return False
    return first[0].lower() not in _UNCLEAR_OPENERS or bool(_CLEAR_OPENING.match(bare))


def _is_bare_speech(sentence: str) -> bool:
    """Whether it is all inside one pair of marks, or speech runs in or out of it."""
    if sentence.count('"') % 2 or sentence.count("“") != sentence.count("”"):
        return True
    opens = sentence.startswith(('"', "“", "«"))
    holds_mark = any(mark in sentence[1:-1] for mark in '"“”«»')
    return opens and not holds_mark
