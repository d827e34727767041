"""Period: the coming days, week or month that a sentence tells of, for the days told after it.

"The premier will visit Norway next week. On Wednesday she will meet the king" means a day of that
week, and so does one of "from 3 to 6 December"; of "The fair returns next month. It opens on
Friday" nobody knows which Friday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.grammar import TIMES
from briefing.extract.date.sense import Sense, Tense, a_day
from briefing.extract.date.verb_tense import governor
from briefing.extract.word_lists import read_list
from briefing.model import Precision

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.dates import FoundDate
    from briefing.extract.page import Page

JOINING_RANGE = frozenset({"to", "through", "until", "-", "–", "—"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_LONGEST_RANGE = timedelta(days=21)
_WEEK = timedelta(days=7)


def put_in_period(page: Page, found: Sequence[FoundDate], said_on: date) -> Iterator[FoundDate]:
    """The dates, bare weekdays of the subject of a coming week or month being in it."""
    period: Sense | None = None
    subject: frozenset[str] = frozenset()
    leaning: dict[str, Sense] = {}  # days that were moved, for the hours that lean on them
    for number, each in enumerate(found):
        words = page.words(each.start, each.end)
        of = _subject(words.root) if words is not None else frozenset()
        days = _range(page, each, found[number + 1] if number + 1 < len(found) else None)
        if of and _is_next(each, days, said_on):
            period, subject = days, of | (subject if of & _PRONOUNS else of)
        elif period is not None and _is_bare(each) and (of & subject or of & _PRONOUNS):
            sense = _within(period, each.sense)
            leaning[each.sense.value[:10]] = sense
            yield replace(each, sense=sense)
            continue
        day = leaning.get(each.sense.value[:10]) if each.rule in TIMES else None
        yield replace(each, sense=_at_hour(day, each.sense)) if day is not None else each


def _range(page: Page, found: FoundDate, after: FoundDate | None) -> Sense:
    """The days from this one to the next where the text joins them: "from 3 May to 6 May"."""
    sense = found.sense
    if after is None or sense.first is None or after.sense.last is None or not sense.is_day:
        return sense
    is_joined = page.text[found.end : after.start].strip() in JOINING_RANGE
    is_later = after.sense.is_day and after.sense.last > sense.first
    return replace(sense, last=after.sense.last) if is_joined and is_later else sense


def _is_next(found: FoundDate, days: Sense, said_on: date) -> bool:
    """Whether it is next week or month, a day of next week by name, or a range of coming days."""
    is_unit = found.rule == "which unit"
    is_named = found.rule == "weekday" and found.words.lower().startswith("next ")
    if days.first is None or days.last is None or found.tense is Tense.PAST:
        return False
    if days.first <= said_on:
        return False
    is_range = days.is_day and timedelta() < days.last - days.first <= _LONGEST_RANGE
    is_long = found.sense.precision in {Precision.WEEK, Precision.MONTH}
    return is_named or is_range or (is_unit and is_long)


def _is_bare(found: FoundDate) -> bool:
    is_weekday = found.rule == "weekday" and found.tense.is_ahead and found.sense.is_day
    return is_weekday and found.words.split()[0].lower() in read_list("dates")["weekday"]


def _within(period: Sense, day: Sense) -> Sense:
    """The day of that week; of a longer period, a day that nobody knows."""
    assert day.first is not None
    assert period.first is not None
    weekday = day.first.weekday()
    if period.precision is Precision.MONTH:
        return _at_hour(Sense(f"XXXX-WXX-{weekday + 1}"), day)
    if period.is_day and period.last != period.first:
        return _in_range(period, day)
    monday = period.first - timedelta(days=period.first.weekday())
    return day if day.first >= monday else _at_hour(a_day(monday + timedelta(days=weekday)), day)


def _in_range(period: Sense, day: Sense) -> Sense:
    """The first such weekday of the range; where it has none, the day stays as it was read."""
    assert period.first is not None
    assert period.last is not None
    assert day.first is not None
    ahead = (day.first.weekday() - period.first.weekday()) % 7
    within = period.first + timedelta(days=ahead)
    is_once = within <= period.last < within + _WEEK
    return _at_hour(a_day(within), day) if is_once else day


def _at_hour(day: Sense, hour: Sense) -> Sense:
    """The day at the hour, or in the part of the day, of another."""
    return replace(day, value=day.value[:10] + hour.value[10:], time=hour.time)


def _subject(root: Token) -> frozenset[str]:
    """The words of the subject whose doing the date belongs to."""
    verb, _ = governor(root)
    for _ in range(3):
        if verb is None:
            break
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return frozenset({child.lower_, *_names_before(child)})
        verb = verb.head if verb.head != verb else None
    # "The Elma Folk Fair returns next month" is sometimes parsed as one noun.
    top = root.sent.root
    return _names_before(top) if top.tag_ == "NNS" else frozenset()


def _names_before(noun: Token) -> frozenset[str]:
    words = noun.doc[noun.left_edge.i : noun.i]
    return frozenset(token.lower_ for token in words if token.pos_ == "PROPN")
