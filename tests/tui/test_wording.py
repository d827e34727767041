from datetime import UTC, date, datetime, timedelta

import pytest

from briefing.model import Precision, Status, When
from briefing.tui.wording import (
    age,
    article_date,
    moment_on,
    talk_words,
    when_long,
    when_short,
)
from tests.builders import a_talk, an_article

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 7, 2, tzinfo=UTC)
P = Precision


@pytest.mark.parametrize(
    ("first", "last", "precision", "words", "said"),
    [
        ("2026-11-22", "2026-11-22", P.DAY, "today", "Sun 22"),
        ("2026-11-24", "2026-11-24", P.DAY, "Tuesday", "Tue 24"),
        ("2026-11-28", "2026-11-28", P.DAY, "Saturday", "Sat 28"),
        ("2026-11-29", "2026-11-29", P.DAY, "29 November", "29 Nov"),
        ("2026-12-15", "2026-12-15", P.DAY, "15 December", "15 Dec"),
        ("2027-03-02", "2027-03-02", P.DAY, "2 March", "2 Mar 27"),
        ("2026-11-21", "2026-11-21", P.DAY, "Saturday", "21 Nov"),
        ("2026-11-24", "2026-11-26", P.DAY, "Tuesday to Thursday", "24–26"),
        ("2026-12-01", "2026-12-03", P.DAY, "1 to 3 December", "1–3 Dec"),
        ("2026-11-30", "2026-12-02", P.DAY, "", "30 Nov–2 Dec"),
        ("2026-11-23", "2026-11-29", P.WEEK, "next week", "~23–29"),
        ("2026-12-01", "2026-12-31", P.MONTH, "December", "~Dec"),
        ("2027-01-01", "2027-01-31", P.MONTH, "January", "~Jan 27"),
        ("2027-01-01", "2027-03-31", P.QUARTER, "first quarter", "~Q1 27"),
        ("2027-03-01", "2027-05-31", P.SEASON, "in the spring", "~spring 27"),
        ("2027-01-01", "2027-12-31", P.YEAR, "2027", "~2027"),
        (None, None, P.UNKNOWN, "Sunday", "Sunday?"),
        (None, None, P.UNKNOWN, "later this week", "later this week?"),
        (None, None, P.UNKNOWN, "a week after the caucuses", "a week after t…?"),
        (None, None, P.UNKNOWN, "", "—"),
        ("2026-12-01", "2026-12-31", P.UNKNOWN, "soon", "soon?"),
    ],
)
def test_a_talk_says_its_days_as_exactly_as_they_are_known(first, last, precision, words, said):
    when = When(
        words,
        None,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        precision,
    )

    assert when_short(when, DAY) == said


def test_a_later_day_may_have_its_weekday():
    friday = date(2026, 12, 4)

    assert when_short(When("", None, friday, friday, P.DAY), DAY, weekday=True) == "Fri 4 Dec"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "now"), (1, "1m"), (59, "59m"), (60, "1h"), (47 * 60, "47h"), (48 * 60, "2d"),
     (99 * 1440, "99d"), (140 * 1440, "20w"), (900 * 1440, "2y"), (-5, "now")],
)  # fmt: skip
def test_an_age_takes_three_cells(minutes, said):
    assert age(NOW - timedelta(minutes=minutes), NOW) == said


def test_on_an_older_day_a_story_shows_its_hour_and_else_its_weekday_or_date():
    day = date(2026, 11, 20)

    assert moment_on(datetime(2026, 11, 20, 16, 5, tzinfo=UTC), day, NOW) == "16:05"
    assert moment_on(datetime(2026, 11, 19, 20, 0, tzinfo=UTC), day, NOW) == "Thu"
    assert moment_on(datetime(2026, 10, 1, 20, 0, tzinfo=UTC), day, NOW) == "1 Oct"


def test_a_day_is_told_in_full_with_the_words_of_the_text():
    tuesday = date(2026, 11, 24)
    exact = When("Tuesday", None, tuesday, tuesday, P.DAY, "10:00")
    month = When("in December", None, date(2026, 12, 1), date(2026, 12, 31), P.MONTH)

    assert when_long(exact) == "Tue 24 November 2026, 10:00 (“Tuesday”)"
    assert when_long(month).startswith("some time Tue 1 December 2026 to Thu 31 December 2026")
    assert when_long(When("soon")) == "no date known (“soon”)"
    assert when_long(When()) == "no date known"


def test_an_article_without_a_date_says_so():
    article = an_article(published=None, dated=None, has_time=False)

    assert article_date(article, NOW) == "undated"
    assert article_date(an_article(has_time=False), NOW) == "Fri 20 November 2026"
    assert article_date(an_article(), NOW) == "Fri 20 November 2026, 12:00"


def test_a_talk_that_is_not_simply_scheduled_says_how_firm_it_is():
    article = an_article("A vote.")

    assert talk_words(a_talk(article, "vote")) == "vote"
    assert talk_words(a_talk(article, "vote", status=Status.POSTPONED)) == "postponed · vote"
