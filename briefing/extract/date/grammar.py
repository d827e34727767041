"""Date grammar: which stretches of a text are date expressions, and by which rule.

A text becomes a string with one character for the kind of each word, so that a rule is a
regular expression over kinds: `{month} {monthday} (comma? {year})?`. Names in braces are kept
as parts; the longest rule at a place wins, the first one among equals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.extract.date.sense import Scene, Sense
from briefing.extract.date.words import BREAK, OTHER, Word, date_words, kinds

Parts = Mapping[str, Word]
Meaning = Callable[[Parts, Scene], Sense | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of date expression and what it means; one without a meaning only hides its words."""

    name: str
    pattern: str
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date expression found in a text; offsets leave out its preposition."""

    start: int
    end: int
    rule: Rule
    parts: Parts
    words: tuple[Word, ...] = ()
    time: Phrase | None = None  # the time of the day that stands beside it: "9 a.m. Tuesday"

    @property
    def is_time(self) -> bool:
        """Whether it is a time of some day that it does not name itself."""
        return self.rule.meaning is not None and self.rule.name in TIMES

    def sense(self, scene: Scene) -> Sense | None:
        """What it means there; None when it names no time after all."""
        if scene.said_on is not None and not _OLDEST <= scene.said_on.year <= _NEWEST:
            scene = replace(scene, said_on=None)
        sense = self.rule.meaning(self.parts, scene) if self.rule.meaning else None
        if self.time is None or sense is None:
            return sense
        return self.time.sense(replace(scene, before=sense)) or sense


TIMES = frozenset(
    {"clock", "clock with zone", "clock alone", "full hour", "hour of the day", "hours", "noon"}
)
# What may stand between a time and its day, with which they are one expression.
_BESIDE = re.compile(r",? (?:on )?|,? (?:at |around |about )?")

# Articles of other years are wrongly dated; near the ends of the calendar no rule can count.
_OLDEST, _NEWEST = 1500, 2500

_LONG_UNITS = tuple(
    f"{unit}_unit" for unit in ("week", "fortnight", "month", "year", "decade", "century")
)
CLASSES = {
    "monthday": ("day", "nth", "ordinal"),
    "nthword": ("nth", "ordinal"),
    "count": ("day", "number", "number_figure", "one", "few"),
    "unit": ("day_unit", *_LONG_UNITS),
    "long_unit": _LONG_UNITS,
    "hourword": ("day", "number"),
    "span": ("to", "through", "until", "till", "dash"),
}
# Prepositions that a rule may need to see but that are no part of the expression.
_OUTSIDE = frozenset("in on at by from about around before after until till between".split())
_BEFORE_VERBS = frozenset(
    "will would can could may might must shall should to not n't 'll ’ll that which who".split()
)
_STARTLESS = frozenset(
    {OTHER, BREAK, "comma", "dash", "opening", "closing", "apostrophe", "of", "and", "or", "so"}
)


def phrases(text: str) -> list[Phrase]:
    """Every date expression of the text in order; none overlaps another."""
    words = date_words(text)
    codes = "".join(_codes()[word.kind] for word in words)
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        step = 1
        if words[at].kind not in _STARTLESS and not _is_verb(words, at):
            best = _longest(codes, at)
            if best is not None:
                rule, match = best
                step = match.end() - at
                if rule.meaning is not None:
                    found += _apart(_phrase(rule, match, words), words[at - 1] if at else None)
        at += step
    return _joined(text, found)


def _apart(phrase: Phrase, before: Word | None) -> list[Phrase]:
    """Two days of one month that are no neighbours, each alone: "December 8" and "10"."""
    until = phrase.parts.get("until")
    day = phrase.parts.get("monthday")
    if until is None or day is None or until.number - day.number == 1:
        return [phrase]
    at = phrase.words.index(until)
    joint = next((n for n, word in enumerate(phrase.words[:at]) if word.kind == "and"), None)
    if joint is None or (before is not None and before.kind == "between"):
        return [phrase]
    alone = {name: word for name, word in phrase.parts.items() if name != "until"}
    one, two = phrase.words[:joint], phrase.words[at:]
    first = replace(phrase, end=one[-1].end, words=one, parts=alone)
    second = {**alone, "monthday": until}
    return [first, replace(phrase, start=until.start, words=two, parts=second)]


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether an edge is what happens, as in "will end November 26", and no part of a month."""
    return (
        at > 0
        and words[at].text.lower() in {"end", "start"}
        and words[at - 1].text.lower() in _BEFORE_VERBS
    )


def _joined(text: str, found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with each time made one with the day right beside it."""
    joined: list[Phrase] = []
    for phrase in found:
        last = joined[-1] if joined else None
        if last and last.is_time != phrase.is_time and last.time is None:
            day, time = (phrase, last) if last.is_time else (last, phrase)
            gap = text[last.end : phrase.start]
            is_heading = "\n" in gap and text[phrase.end : phrase.end + 1] in {"", "\n"}
            is_beside = not is_heading and _BESIDE.fullmatch(gap.replace("\n", " "))
            if is_beside and _has_day(day):
                words = (*last.words, *phrase.words)
                joined[-1] = replace(day, start=last.start, end=phrase.end, words=words, time=time)
                continue
        joined.append(phrase)
    return joined


def _has_day(phrase: Phrase) -> bool:
    """Whether the phrase names a day rather than a month or a year."""
    return bool({"weekday", "today", "monthday", "iso", "slashed", "holiday"} & set(phrase.parts))


def _longest(codes: str, at: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule, pattern in _starting().get(codes[at], ()):
        match = pattern.match(codes, at)
        if match and match.end() > at and (best is None or match.end() > best[1].end()):
            best = rule, match
    return best


def _phrase(rule: Rule, match: re.Match[str], words: Sequence[Word]) -> Phrase:
    first, last = match.span()
    inside = tuple(words[first:last])
    parts = {
        name: words[match.start(name)]
        for name in match.re.groupindex
        if match.start(name) >= 0 and match.end(name) > match.start(name)
    }
    while len(inside) > 1 and inside[0].kind in _OUTSIDE:
        inside = inside[1:]
    return Phrase(inside[0].start, inside[-1].end, rule, parts, inside)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {kind: chr(0xE000 + number) for number, kind in enumerate(kinds())}


@lru_cache(maxsize=1)
def _starting() -> dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    """The rules that can begin with each kind of word, as compiled patterns."""
    from briefing.extract.date.business import BUSINESS
    from briefing.extract.date.day_rules import RELATIVE
    from briefing.extract.date.hours import HOURS
    from briefing.extract.date.rules import FIXED

    compiled = [
        (rule, re.compile(_over_codes(rule.pattern)))
        for rule in (*FIXED, *HOURS, *RELATIVE, *BUSINESS)
    ]
    table: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
    for kind, code in _codes().items():
        if kind in _STARTLESS:
            continue
        table[code] = [pair for pair in compiled if _can_begin(pair[0].pattern, kind)]
    return {code: tuple(pairs) for code, pairs in table.items()}


def _can_begin(pattern: str, kind: str) -> bool:
    """Whether the kind is named in the pattern at all; enough to leave most rules out."""
    named = set(re.findall(r"\w+", re.sub(r"\{\w+:", "{", pattern)))
    return kind in named or any(kind in CLASSES[name] for name in named if name in CLASSES)


def _over_codes(pattern: str) -> str:
    """The rule as a regular expression over the one-character kinds."""

    def written(found: re.Match[str]) -> str:
        name, kind, bare = found.groups()
        return _kind(bare) if bare else f"(?P<{name}>{_kind(kind or name)})"

    return re.sub(r"\{(\w+)(?::(\w+))?\}|(\w+)", written, pattern).replace(" ", "")


def _kind(name: str) -> str:
    codes = _codes()
    return "[" + "".join(codes[kind] for kind in CLASSES.get(name, (name,))) + "]"
