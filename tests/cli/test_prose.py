from datetime import date, timedelta

import pytest

from briefing.cli.prose import (
    article_prose,
    entry_line,
    health_line,
    story_prose,
    when_words,
)
from briefing.model import Entry, Feed, Precision, When
from tests.builders import NOON, a_story, an_article


@pytest.mark.parametrize(
    ("words", "first", "last", "precision", "time", "said"),
    [
        ("Tuesday", "2026-11-24", "2026-11-24", Precision.DAY, "10:00", "Tue 24 Nov 2026 10:00"),
        ("first quarter", "2027-01-01", "2027-03-31", Precision.QUARTER, None, "first quarter, Jan–Mar 2027"),
        ("in the spring", "2027-03-01", "2027-05-31", Precision.SEASON, None, "in the spring, Mar–May 2027"),
        ("December", "2026-12-01", "2026-12-31", Precision.MONTH, None, "Dec 2026"),
        ("Sunday", None, None, Precision.UNKNOWN, None, "undated: “Sunday”"),
        (None, None, None, Precision.UNKNOWN, None, "undated"),
    ],
)  # fmt: skip
def test_a_talk_is_never_given_a_day_that_its_words_do_not_name(
    words, first, last, precision, time, said
):
    days = (date.fromisoformat(day) if day else None for day in (first, last))

    assert when_words(When(words, None, *days, precision, time)) == said


LATER = NOON + timedelta(hours=2)


@pytest.mark.parametrize(
    ("feed", "per_day", "said"),
    [
        (Feed("u"), None, "not asked yet"),
        (
            Feed("u", checked=NOON, succeeded=NOON),
            3,
            "well · last answered 20 Nov 12:00 · 3 new a day",
        ),
        (
            Feed("u", checked=NOON, error="It is down.", next_try=NOON + timedelta(hours=3)),
            None,
            "failing: It is down. · never answered · next try 20 Nov 15:00",
        ),
        (
            Feed("u", succeeded=NOON, error="It is gone.", retired=True),
            0,
            "retired: It is gone. · last answered 20 Nov 12:00 · nothing new for weeks",
        ),
        (Feed("u", succeeded=NOON, next_try=NOON), None, "well · last answered 20 Nov 12:00"),
    ],
)
def test_the_health_of_a_source_is_told_in_plain_words(feed, per_day, said):
    assert health_line(feed, per_day, LATER) == said


def test_an_article_that_was_changed_says_so_in_lists_and_in_full():
    article = an_article(updated=NOON + timedelta(hours=1))
    entry = Entry(
        "a1", "Council meets", "Herald", "", None, NOON, None, None, updated=article.updated
    )

    assert "Herald · updated 13:00  [a1]" in entry_line(entry, LATER)
    assert "20 Nov 2026 · updated 13:00" in article_prose(article, LATER)


def test_a_story_says_which_of_its_articles_were_changed():
    first = an_article("One.", updated=NOON + timedelta(hours=1))
    story = a_story(first, an_article("Two.", id="a2"))

    words = story_prose(story, LATER)

    assert "[1] The Sample Herald: Council meets · updated 13:00  [a1]" in words
    assert words.count("updated") == 1
