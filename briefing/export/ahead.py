"""The week ahead: the talks of a brief by day, then what is later, then what has no day.

A talk over before the brief's day is not told; one that is called off is, in a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from briefing.export.days import is_dated, is_one_day, last, time_words, when_words
from briefing.export.outline import Days, Meeting
from briefing.export.shown import shown
from briefing.export.sources import Citations
from briefing.model import Precision, Status, Talk
from briefing.text import fold

WEEK = timedelta(days=7)
FULL_ENOUGH = 3  # planned, on a day that is known, and with its hour, place or people

_STATUS = {
    Status.SCHEDULED: "",
    Status.PROPOSED: "proposed",
    Status.TENTATIVE: "tentative",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
}
_LATER = "Later"
_UNDATED = "No date given"


def week_of(
    talks: Sequence[Talk],
    day: date,
    most: int,
    citations: Citations,
    places: Mapping[str, int] | None = None,
) -> tuple[Days, ...]:
    """At most so many of the talks ahead of the day, under their headings.

    `places` says how high the story of an article (id) stands. When not all fit, each story keeps
    the fullest of its talks first, the leading story before all others.
    """
    # Only what is shown may be cited, so the choice is made before any line.
    held = [talk for talk in in_order(talks, day) if citations.holds(talk.sentence.article)]
    chosen = _chosen(held, most, places or {})
    groups: dict[str, list[Meeting]] = {}
    for number, talk in enumerate(held):
        meeting = meeting_of(talk, day, citations) if number in chosen else None
        if meeting is not None:
            groups.setdefault(_heading(talk, day), []).append(meeting)
    return tuple(_days(title, group) for title, group in groups.items())


def fullness(talk: Talk) -> int:
    """How many of hour, place and people the talk has, and whether it will be held as planned."""
    return (
        bool(talk.when.time)
        + bool(talk.where)
        + bool(talk.who)
        + (talk.status is Status.SCHEDULED)
        + is_dated(talk.when)
    )


def _chosen(talks: Sequence[Talk], most: int, places: Mapping[str, int]) -> frozenset[int]:
    """The numbers of the talks to keep: the best of each story in turn, then the second of each."""
    if len(talks) <= most:
        return frozenset(range(len(talks)))
    by_story: dict[int, list[int]] = {}
    for number, talk in enumerate(talks):
        place = places.get(talk.sentence.article, len(places))
        by_story.setdefault(place, []).append(number)
    queue = [
        (nth, talks[number].status is Status.CANCELLED, place, number)
        for place, numbers in by_story.items()
        for nth, number in enumerate(sorted(numbers, key=lambda n: (-fullness(talks[n]), n)))
    ]
    return frozenset(number for *_, number in sorted(queue)[:most])


def in_order(talks: Sequence[Talk], day: date) -> list[Talk]:
    """Those not over by that day: by day, a week or month at its end, what has no day last."""

    def place(talk: Talk) -> tuple[bool, bool, date, str]:
        when = talk.when
        is_later = (when.first or day) > day + WEEK
        known = when.first if when.precision is Precision.DAY else last(when)
        return (not is_dated(when), is_later, max(known or day, day), time_words(when))

    return sorted((talk for talk in talks if (last(talk.when) or day) >= day), key=place)


def meeting_of(talk: Talk, day: date, citations: Citations) -> Meeting | None:
    """The talk as a line; None when the brief does not hold its source."""
    what = shown(talk.what, 140)
    source = citations.cite(talk.sentence.article) if what else 0
    if not source:
        return None
    where = shown(talk.where or "", 60)
    names = [shown(name, 60) for name in talk.who[:20]]
    who = [name for name in names if fold(name) not in fold(what)][:3]
    return Meeting(
        when=when_words(talk.when, day),
        beside=_beside(talk, day),
        time=time_words(talk.when),
        what=what,
        who=", ".join(who),
        where="" if fold(where) in fold(what) else where,
        status=_STATUS[talk.status],
        source=source,
        day=talk.when.first if is_one_day(talk.when) else None,
    )


def _days(title: str, meetings: Sequence[Meeting]) -> Days:
    day = meetings[0].day if title not in (_LATER, _UNDATED) else None
    return Days(title[:1].upper() + title[1:], day, tuple(meetings))


def _heading(talk: Talk, day: date) -> str:
    if not is_dated(talk.when):
        return _UNDATED
    is_later = talk.when.first is not None and talk.when.first > day + WEEK
    return _LATER if is_later else when_words(talk.when, day)


def _beside(talk: Talk, day: date) -> str:
    heading = _heading(talk, day)
    if heading == _UNDATED:
        words = shown(talk.when.words or "", 60)
        return f"“{words}”" if words else ""
    return when_words(talk.when, day) if heading == _LATER else ""
