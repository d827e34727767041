"""Dates: every date and time expression of an article, with its TIMEX3 value and its days.

The words decide what an expression can mean (`date.grammar`), the publication day and the tense of
its sentence which day it is (`tense`). Without a publication day nothing relative gets a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.extract.date.grammar import Phrase, phrases
from briefing.extract.date.mending import mend_verbs
from briefing.extract.date.period import JOINING_RANGE, put_in_period
from briefing.extract.date.sense import Scene, Sense, Tense, a_day
from briefing.extract.date.tense import tense_of_date
from briefing.extract.date.tense_words import tense_words
from briefing.extract.date.words import Word
from briefing.extract.parse import DATES
from briefing.extract.word_lists import read_list
from briefing.model import DateMention, Precision, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from briefing.extract.page import Page

# Rules whose expressions may be no dates at all: "2000" people, Theresa "May".
_DOUBTFUL = frozenset({"year", "month"})
_SPOKEN = frozenset({"near day", "which unit", "which weekend", "weekend"})
_NAMES = frozenset({"may", "march", "april", "june", "august", "mar", "jun", "jan"})
_QUARTERS = frozenset({"quarter", "quarter figure"})
_SENTENCES_BACK = 2
_SENTENCES_BACK_FROM_TERM = 1
_TERM = re.compile(r"\b(?:by|until|till|before)\s+$", re.IGNORECASE)
_OPENING_BRACKET = re.compile(r",?\s*[(\[]\s*")
_HALF_DAY = 12  # hours
# "on Monday before flying to Rome on Friday"
_NEXT_STOP = re.compile(r",? before \w+ing [^.;:\n]{1,50}? on ")
_LISTING = frozenset({" and ", " and on ", ", "})
_WEEK = timedelta(days=7)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression of a page with what it means there."""

    start: int
    end: int
    words: str
    sense: Sense
    tense: Tense
    rule: str


def find_dates(page: Page, found: Sequence[FoundDate] | None = None) -> tuple[DateMention, ...]:
    """Every date and time expression in order; lengths of time and repetitions are none.

    `found` is what `found_dates` says of the page, where it is known already.
    """
    article = page.article
    return tuple(
        DateMention(each.words, Span(article.id, each.start, each.end), each.sense.value)
        for each in (found_dates(page) if found is None else found)
    )


def found_dates(page: Page) -> tuple[FoundDate, ...]:
    """The same expressions with their days, for the finders that ask when something is."""
    text = page.article.text
    mend_verbs(page.doc)
    kept: list[tuple[Phrase, Tense]] = []
    for phrase in phrases(text):
        words = page.words(phrase.start, phrase.end)
        if words is None or _is_no_date(phrase, words):
            continue
        tense = tense_of_date(words, coming=_coming())
        if tense is Tense.UNKNOWN and kept and _is_converted(text, kept[-1][0], phrase):
            tense = kept[-1][1]
        kept.append((phrase, tense))
    found = list(_read_in_order(text, kept, page.article.dated))
    if page.article.dated is not None:
        _put_in_sequence(text, found, page.article.dated)
        found = list(put_in_period(page, found, page.article.dated))
    return tuple(found)


def _put_in_sequence(text: str, found: list[FoundDate], said_on: date) -> None:
    """Weekdays that are told together run forward in time.

    Of "on Thursday and on Friday" of a past clause, told on a Thursday, both are a week back, and
    "from Tuesday to Thursday" and "on Tuesday and Thursday" end on the Thursday after that Tuesday.
    """
    for number, (_, after) in enumerate(pairwise(tuple(found))):
        day = found[number]
        if any(d.rule != "weekday" or d.sense.first is None for d in (day, after)):
            continue
        between = text[day.end : after.start]
        is_joined = between.strip() in JOINING_RANGE or between in _LISTING
        is_joined = is_joined or _NEXT_STOP.fullmatch(between) is not None
        if is_joined and day.tense is not Tense.PAST:
            found[number + 1] = _not_before(after, day.sense)
        elif day.tense is after.tense is Tense.PAST:
            is_today = day.sense.first == said_on
            is_today = is_today and after.sense.first == said_on - timedelta(days=6)
            if is_today and " and " in between and "." not in between and "\n" not in between:
                part = day.sense.value[10:]
                found[number] = replace(day, sense=a_day(said_on - _WEEK, part))


def _not_before(found: FoundDate, day: Sense) -> FoundDate:
    """The date, a week later where it would else come before the day."""
    assert found.sense.first is not None
    assert day.first is not None
    if found.sense.first >= day.first:
        return found
    return replace(found, sense=a_day(found.sense.first + _WEEK, found.sense.value[10:]))


def resolve(
    words: str, said_on: date | None, tense: Tense = Tense.UNKNOWN, at: Span | None = None
) -> When | None:
    """The days meant by `words` in an article of that date; None if they name no day.

    "Later this week" is a range, not a guess: it runs from tomorrow to Sunday. "From Nov. 20 to
    Dec. 11" runs from the one to the other.
    """
    found = list(_read_in_order(words, [(phrase, tense) for phrase in phrases(words)], said_on))
    if not found:
        return None
    return when_of(found, words, at)


def when_of(found: Sequence[FoundDate], words: str, at: Span | None) -> When:
    """The days of one expression, or from the first of several to the last."""
    first, last = found[0].sense, found[-1].sense
    time = next((each.sense.time for each in found if each.sense.time), None)
    end = first.last
    if first.first is not None and last.last is not None and last.last >= first.first:
        end = last.last
    return When(words, at, first.first, end, first.precision, time)


@dataclass(slots=True)
class _Background:
    """The dates named so far, against which the next one is read."""

    before: Sense | None = None
    coming: Sense | None = None  # the latest day that lies ahead
    coming_end: int = 0  # where it stands
    is_last_over: bool = False  # whether the date named last is past
    period: Sense | None = None  # the quarter under report

    def day_of_hour(self, text: str, start: int, tense: Tense) -> Sense | None:
        """The day that an hour there leans on; None: that of the publication.

        One ahead leans on a day told in its own sentence or the two before: "The trial opens on
        Friday. Doors open at 9." Farther on it is another day's, and so is a term ("by 4pm")
        already behind the next sentence.
        """
        if not tense.is_ahead:
            return self.before
        if self.coming is None:  # never a day that is over
            return None if self.is_last_over and tense is Tense.FUTURE else self.before
        is_term = _TERM.search(text[max(0, start - 10) : start]) or text[start : start + 3] == "by "
        back = _SENTENCES_BACK_FROM_TERM if is_term else _SENTENCES_BACK
        is_near = len(_SENTENCE_END.findall(text, self.coming_end, start)) <= back
        return self.coming if is_near else None

    def add(self, found: FoundDate) -> None:
        sense = found.sense
        if sense.first is None or "REF" in sense.value:
            return
        self.before = sense
        self.is_last_over = found.tense is Tense.PAST
        if found.tense.is_ahead and sense.is_day:
            self.coming, self.coming_end = sense, found.end
        if sense.precision is Precision.QUARTER and found.rule in _QUARTERS:
            self.period = sense


def _read_in_order(
    text: str, kept: Sequence[tuple[Phrase, Tense]], said_on: date | None
) -> Iterator[FoundDate]:
    """Each phrase with its sense; every date is the background of those after it."""
    known = _Background()
    for number, (phrase, tense) in enumerate(kept):
        before, day = known.before, None
        if phrase.is_time:
            day = _day_beside(text, kept, number, said_on, before)
            before = day or known.day_of_hour(text, phrase.start, tense)
        sense = phrase.sense(Scene(said_on, tense, before, known.period))
        if sense is not None:
            words = text[phrase.start : phrase.end]
            found = FoundDate(phrase.start, phrase.end, words, sense, tense, phrase.rule.name)
            yield found
            if day is None:  # else the day itself is the background of what follows
                known.add(found)


def _day_beside(
    text: str,
    kept: Sequence[tuple[Phrase, Tense]],
    number: int,
    said_on: date | None,
    before: Sense | None,
) -> Sense | None:
    """The day that stands right after or before a time: "9 a.m. EST on Tuesday"."""
    phrase = kept[number][0]
    for other in (number + 1, number - 1):
        if not 0 <= other < len(kept) or kept[other][0].is_time:
            continue
        day, tense = kept[other]
        gap = text[phrase.end : day.start] if other > number else text[day.end : phrase.start]
        if len(gap) <= 25 and "\n" not in gap and "." not in gap.strip(" ,("):
            sense = day.sense(Scene(said_on, tense, before))
            if sense is not None and (sense.is_day or said_on is None):
                is_converted = other > number and _is_converted(text, phrase, day)
                return _local_day(phrase, sense) if is_converted else sense
    return None


def _is_converted(text: str, local: Phrase, other: Phrase) -> bool:
    """Whether the other, in brackets right behind it, tells the same hour of another zone."""
    return local.is_time and _OPENING_BRACKET.fullmatch(text[local.end : other.start]) is not None


def _local_day(phrase: Phrase, other: Sense) -> Sense:
    """The day of "9 p.m. local time (0200 GMT Thursday)": Wednesday, half a day off at most."""
    local = phrase.sense(Scene(before=other))
    if local is None or local.time is None or other.time is None or other.first is None:
        return other
    hours = int(local.time[:2]) - int(other.time[:2])
    if abs(hours) <= _HALF_DAY:
        return other
    return a_day(other.first - timedelta(days=1 if hours > 0 else -1))


def _is_no_date(phrase: Phrase, words: Words) -> bool:
    """Whether it is part of a name or of a kind of thing, or one word that is no date at all."""
    rule = phrase.rule.name
    if phrase.words[-1].kind == "season" and _is_named_season(words):
        return True
    if rule == "holiday" and (_is_kind_of_thing(words) or _is_numbered(words)):
        return True
    if rule in _SPOKEN and (_is_name_of_show(words) or _is_of_an_age(words)):
        return True
    if _is_known_by_name(phrase, words):
        return True
    is_alone = rule in _DOUBTFUL and len(phrase.words) == 1
    return is_alone and _is_other_word(phrase.words[0], words)


def _is_other_word(written: Word, words: Words) -> bool:
    """Whether a lone year is a number, or a lone month a name or a verb."""
    before = _before(words)
    if before is not None and before.lower_ == "annual":
        return True  # "the annual March for Life"
    if words[0].ent_type_ in DATES:
        return False
    if written.kind == "month":
        return written.text.lower() in _NAMES and not _is_led(words)
    return _is_number(written.number, words)


def _is_number(year: int, words: Words) -> bool:
    """Whether the lone figure counts or measures: "2000 people"."""
    before, after = _before(words), _after(words)
    if not 1500 <= year <= 2199 or (after is not None and after.tag_ == "NNS"):
        return True
    if before is not None and after is not None and before.dep_ in {"det", "poss", "case"}:
        # "The 2010 World Cup", "last month's 2026 budget"; "the 1850 families" have left above.
        return after.tag_ not in {"NN", "NNP", "NNPS"} or year < 1900
    return not _is_led(words) or words[0].ent_type_ in {"MONEY", "QUANTITY", "PERCENT"}


def _is_led(words: Words) -> bool:
    """Whether a word stands before it that dates are told with: "in", "since"."""
    before = _before(words)
    return before is not None and before.lower_ in tense_words().before_dates


def _is_kind_of_thing(words: Words) -> bool:
    """Whether the feast says of what kind a thing is: "a Christmas tree" stands all December."""
    after = _after(words)
    return after is not None and after.lower_ in tense_words().festive


def _is_numbered(words: Words) -> bool:
    """Whether it is the title of a work: "Independence Day 2"."""
    after = _after(words)
    return after is not None and after.text.isdigit() and len(after.text) < 3


def _is_known_by_name(phrase: Phrase, words: Words) -> bool:
    """Whether it is part of a name: "Bloody Sunday", "Super Tuesday", "a Long March 4 rocket"."""
    before = _before(words)
    if before is None or not before.text.istitle():
        return False
    if phrase.words[0].text == "March":
        return before.lower_ == "long"
    is_weekday = phrase.rule.name == "weekday" and len(words) == 1
    return is_weekday and before.lower_ in tense_words().named


def _is_name_of_show(words: Words) -> bool:
    """Whether capitals make it a name: ABC's "This Week", USA Today."""
    if any(not token.text[0].isupper() for token in words):
        return False
    is_start = words[0].is_sent_start or words.start == 0
    before = _before(words)
    if len(words) > 1:
        return not is_start and before is not None
    is_named = before is not None and before.pos_ == "PROPN" and before.text[0].isupper()
    return is_named and before is not None and not is_start and before.dep_ == "compound"


def _is_of_an_age(words: Words) -> bool:
    """Whether it means the present or the future at large: "today's youth"."""
    last = words[-1]
    owned = last.head.lower_ if last.dep_ == "poss" else ""
    if last.dep_ == "pobj" and last.head.lower_ == "of":
        owned = last.head.head.lower_
    return owned in tense_words().ages


def _is_named_season(words: Words) -> bool:
    """Whether the season begins a name: "the Winter Olympics"."""
    last = words[-1]
    after = _after(words)
    if after is None or after.text == "'s":
        return False
    is_part_of_name = last.text[0].isupper() and after.text[:1].isupper()
    is_kind = last.dep_ in {"compound", "nmod", "amod"} and last.head.i >= words.end
    return is_part_of_name or (is_kind and words[0].lower_ == "the")  # "the winter forum"


def _before(words: Words) -> Token | None:
    return words.doc[words.start - 1] if words.start else None


def _after(words: Words) -> Token | None:
    return words.doc[words.end] if words.end < len(words.doc) else None


@lru_cache(maxsize=1)
def _coming() -> frozenset[str]:
    """Nouns of things that are held on a day, and not of what is mostly spoken of afterwards."""
    nouns = frozenset(" ".join(read_list("meetings")["nouns"].values()).split())
    return nouns - tense_words().afterwards
