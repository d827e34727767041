from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefing.export.days import full_day, stretch_words, time_words, when_words
from briefing.model import Precision, When

SUNDAY = date(2026, 11, 22)
NOV, DEC = 11, 12


def on(words, first, last, precision, time=None) -> When:
    return When(words, None, first, last, precision, time)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (on("Tuesday", date(2026, 11, 24), date(2026, 11, 24), Precision.DAY), "Tue 24 Nov"),
        (on("Tuesday", date(2026, 11, 24), None, Precision.DAY), "Tue 24 Nov"),
        (on("x", date(2027, 1, 4), date(2027, 1, 4), Precision.DAY), "Mon 4 Jan 2027"),
        (on("x", date(2026, 11, 23), date(2026, 11, 25), Precision.DAY), "23–25 Nov"),
        (on("x", date(2026, 11, 30), date(2026, 12, 2), Precision.DAY), "30 Nov–2 Dec"),
        (
            on("x", date(2026, 12, 30), date(2027, 1, 2), Precision.DAY),
            "30 Dec 2026–2 Jan 2027",
        ),
        (
            on("later this week", date(2026, 11, 23), date(2026, 11, 29), Precision.WEEK),
            "later this week, 23–29 Nov",
        ),
        (on(None, date(2026, 11, 23), date(2026, 11, 29), Precision.WEEK), "23–29 Nov"),
        (on("next month", date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH), "Dec"),
        (on("x", date(2027, 2, 1), date(2027, 2, 28), Precision.MONTH), "Feb 2027"),
        (
            on("early January 2027", date(2027, 1, 1), date(2027, 1, 10), Precision.MONTH),
            "early January 2027, 1–10 Jan",
        ),
        (
            on("this winter", date(2026, 12, 1), date(2027, 2, 28), Precision.SEASON),
            "this winter, Dec 2026–Feb 2027",
        ),
        (
            on("the next quarter", date(2027, 1, 1), date(2027, 3, 31), Precision.QUARTER),
            "the next quarter, Jan–Mar 2027",
        ),
        (on("next year", date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR), "2027"),
        (on("Sunday", None, None, Precision.UNKNOWN), "undated: “Sunday”"),
        (on("soon", date(2026, 11, 23), date(2026, 11, 23), Precision.UNKNOWN), "undated: “soon”"),
        (on(None, None, None, Precision.UNKNOWN), "undated"),
    ],
)
def test_a_date_says_what_is_known_and_no_more(when, said):
    assert when_words(when, SUNDAY) == said


def test_an_hour_is_told_only_of_a_known_day():
    day, week = date(2026, 11, 24), date(2026, 11, 29)

    assert time_words(on("x", day, day, Precision.DAY, "10:00")) == "10:00"
    assert time_words(on("x", day, week, Precision.WEEK, "10:00")) == ""
    assert time_words(on("x", day, day, Precision.DAY, "25:00")) == ""


def test_the_brief_s_day_is_written_out():
    assert full_day(SUNDAY) == "Sunday 22 November 2026"


def test_a_stretch_that_ends_at_midnight_ends_the_day_before_at_24():
    start = datetime(2026, 11, 21, 18, tzinfo=UTC)

    assert (
        stretch_words(start, start + timedelta(hours=30), SUNDAY)
        == "Sat 21 Nov, 18:00 to Sun 22 Nov, 24:00"
    )


def test_a_stretch_is_told_in_its_own_zone():
    start = datetime(2026, 11, 22, 0, tzinfo=timezone(timedelta(hours=9)))

    assert stretch_words(start, start + timedelta(hours=6), SUNDAY).startswith("Sun 22 Nov, 00:00")
