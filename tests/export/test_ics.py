from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from briefing.export import render
from briefing.model import Brief, Precision, Status, Talk, When
from tests.builders import NOON, a_brief, a_story, a_talk, an_article
from tests.export.hostile import PIECES, a_hostile_brief

ARTICLE = an_article("The council votes on the plan on Monday.")
MONDAY = date(2026, 11, 23)


def a_calendar(*talks: Talk) -> Brief:
    return a_brief(a_story(ARTICLE, talks=talks))


def events(brief: Brief):
    return Calendar.from_ical(render(brief, "ics")).walk("VEVENT")


def on(first: date | None, last: date | None = None, precision=Precision.DAY, time=None) -> When:
    return When("then", None, first, last or first, precision, time)


def the_event(when: When, **fields):
    (event,) = events(a_calendar(replace(a_talk(ARTICLE, "vote"), when=when, **fields)))
    return event


def test_a_day_is_an_event_that_ends_the_next_day():
    event = the_event(on(MONDAY))

    assert event["DTSTART"].dt == MONDAY
    assert event["DTEND"].dt == date(2026, 11, 24)


def test_a_range_of_days_ends_after_its_last_day():
    event = the_event(on(MONDAY, date(2026, 11, 25)))

    assert event["DTEND"].dt == date(2026, 11, 26)


def test_an_hour_is_local_to_the_place_and_so_without_a_zone():
    event = the_event(on(MONDAY, time="10:00"))

    assert event["DTSTART"].to_ical() == b"20261123T100000"
    assert "DTEND" not in event


@pytest.mark.parametrize(
    "when",
    [
        on(None, precision=Precision.UNKNOWN),
        on(MONDAY, precision=Precision.UNKNOWN),
        on(MONDAY, date(2026, 11, 29), Precision.WEEK),
        on(date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH),
        on(date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR),
    ],
    ids=["undated", "unknown", "week", "month", "year"],
)
def test_a_talk_without_an_exact_day_is_no_event(when):
    assert events(a_calendar(replace(a_talk(ARTICLE, "vote"), when=when))) == []


@pytest.mark.parametrize(
    ("status", "said", "summary"),
    [
        (Status.SCHEDULED, "CONFIRMED", "vote"),
        (Status.PROPOSED, "TENTATIVE", "Proposed: vote"),
        (Status.TENTATIVE, "TENTATIVE", "Tentative: vote"),
        (Status.POSTPONED, "TENTATIVE", "Postponed: vote"),
        (Status.CANCELLED, "CANCELLED", "Cancelled: vote"),
    ],
)
def test_how_firm_a_talk_is_stands_in_its_status_and_its_summary(status, said, summary):
    event = the_event(on(MONDAY), status=status)

    assert event["STATUS"] == said
    assert event["SUMMARY"] == summary


def test_an_event_carries_its_evidence():
    event = the_event(on(MONDAY))

    assert ARTICLE.text in event["DESCRIPTION"]
    assert ARTICLE.source in event["DESCRIPTION"]
    assert event["URL"] == ARTICLE.url


def test_an_event_keeps_its_name_from_brief_to_brief():
    talk = a_talk(ARTICLE, "vote", MONDAY)

    (first,) = events(a_calendar(talk))
    (again,) = events(replace(a_calendar(talk), made=NOON.replace(hour=18)))

    assert first["UID"] == again["UID"]
    assert first["DTSTAMP"].dt == NOON


def test_the_same_talk_told_twice_is_one_event():
    talk = a_talk(ARTICLE, "vote", MONDAY)

    assert len(events(a_calendar(talk, replace(talk, what="The vote")))) == 1


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_foreign_text_adds_no_line_of_its_own(piece):
    page = render(a_hostile_brief(piece), "ics").decode()

    known = r"(BEGIN|END|VERSION|PRODID|CALSCALE|X-WR-CALNAME|SUMMARY|DT\w+|UID|DESCRIPTION|LOCATION|STATUS|TRANSP|URL)[:;]"
    lines = page.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert [line for line in lines if not re.match(known, line)] == []
    assert page.count("BEGIN:VEVENT\r\n") == 1
    assert all(len(line.encode()) <= 75 for line in page.split("\r\n"))


@settings(max_examples=60, deadline=None)
@given(st.text('\\;,:\n\r"n begin:vevent新', min_size=1, max_size=60))
def test_a_summary_comes_back_as_it_was(words):
    """But for a written backslash and capital N, which icalendar takes for a line break."""
    shown = " ".join(words.replace("\r", "\N{REPLACEMENT CHARACTER}").split())

    found = events(a_calendar(a_talk(ARTICLE, words, MONDAY)))

    assert [str(event["SUMMARY"]) for event in found] == [shown or "Untitled"]
