"""ICS: the talks ahead as a calendar (RFC 5545).

Only a talk whose days are known exactly becomes an event: a week, a month or an undated one would
have to be given a day that nobody said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from briefing.export.days import is_one_day, last, time_words
from briefing.export.shown import safe_link, shown
from briefing.model import Article, Brief, Precision, Status, Talk
from briefing.text import fold

if TYPE_CHECKING:
    from icalendar import Event

# A postponed talk has a day that is in doubt, or the one it was moved to; the summary says so.
_STATUS = {
    Status.SCHEDULED: "CONFIRMED",
    Status.PROPOSED: "TENTATIVE",
    Status.TENTATIVE: "TENTATIVE",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}


def write(brief: Brief) -> bytes:
    """The calendar; without events when no talk has a day."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//briefing//briefing//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Briefing: the week ahead")
    for event in _events(brief):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(brief: Brief) -> Iterator[Event]:
    known: set[str] = set()
    for talk in sorted(brief.talks, key=lambda talk: talk.when.first or date.max):
        if talk.when.precision is Precision.DAY and talk.when.first:
            name = uid(talk)
            if name not in known:
                known.add(name)
                yield _event(talk, name, brief)


def uid(talk: Talk) -> str:
    """The name of the event, the same in every brief that tells it."""
    when = talk.when
    told = (fold(talk.what), when.first, last(when), fold(talk.where or ""))
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()[:32] + "@briefing"


def _event(talk: Talk, name: str, brief: Brief) -> Event:
    from icalendar import Event

    article = _article(talk, brief)
    event = Event()
    event.add("uid", name)
    event.add("dtstamp", brief.made.astimezone(UTC).replace(microsecond=0))
    for edge, moment in _span(talk).items():
        event.add(edge, moment)
    event.add("summary", _summary(talk))
    event.add("status", _STATUS[talk.status])
    event.add("transp", "TRANSPARENT")  # somebody else's meeting leaves the reader free
    event.add("description", _description(talk, article))
    if talk.where:
        event.add("location", shown(talk.where, 120))
    link = safe_link(article.url) if article else None
    if link:
        event.add("url", link)
    return event


def _span(talk: Talk) -> dict[str, date | datetime]:
    """Whole days with an exclusive end (RFC 5545 §3.6.1), or a floating hour at the place."""
    first, end = talk.when.first, last(talk.when)
    assert first is not None
    assert end is not None
    hour = time_words(talk.when)
    if hour and is_one_day(talk.when):
        return {"dtstart": datetime.combine(first, time.fromisoformat(hour))}
    return {"dtstart": first, "dtend": max(first, end) + timedelta(days=1)}


def _summary(talk: Talk) -> str:
    what = shown(talk.what, 200) or "Untitled"
    return what if talk.status is Status.SCHEDULED else f"{talk.status.capitalize()}: {what}"


def _description(talk: Talk, article: Article | None) -> str:
    lines = []
    if article is not None:
        at = talk.sentence
        told_on = f", {article.dated}" if article.dated else ""
        paper = shown(article.source, 60) or "unnamed"
        lines = [
            f"“{shown(article.text[at.start : at.end], 2000)}”",
            f"Source: {paper}{told_on}: {shown(article.title, 160)}",
        ]
    if talk.who:
        lines.append(f"Who: {', '.join(shown(name, 60) for name in talk.who)}")
    return "\n".join(lines)


def _article(talk: Talk, brief: Brief) -> Article | None:
    try:
        return brief.article(talk.sentence.article)
    except KeyError:
        return None
