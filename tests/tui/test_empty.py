"""What empty panes say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefing.desk import Counts
from briefing.model import Window
from briefing.tui.empty import no_finds, no_stories
from briefing.tui.views import DayView, StoryView
from tests.builders import a_story, an_article

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
NO_DAY = DayView(NOW, None, None, ())
A_DAY = DayView(NOW, date(2026, 11, 20), Window(date(2026, 11, 20), NOW, NOW), ())


def counts(feeds, failing=0):
    return Counts(0, 0, 0, feeds, failing, 0)


@pytest.mark.parametrize(
    ("today", "known", "is_busy", "words"),
    [
        (None, None, False, ""),
        (NO_DAY, None, False, ""),
        (NO_DAY, counts(0), False, "No articles yet. a adds a feed, a folder or an OPML file."),
        (
            NO_DAY,
            counts(3, 3),
            False,
            "No articles yet. All 3 sources failed: S shows why, R asks again, a adds another.",
        ),
        (
            NO_DAY,
            counts(1, 1),
            False,
            "No articles yet. The only source failed: S shows why, R asks again, a adds another.",
        ),
        (
            NO_DAY,
            counts(3, 1),
            False,
            "No articles yet. 1 of 3 sources failed: S shows why, R asks again.",
        ),
        (
            NO_DAY,
            counts(2),
            False,
            "No articles yet from your 2 sources. R asks them, a adds another.",
        ),
        (NO_DAY, counts(2), True, "No articles yet. The sources are being asked."),
    ],
)
def test_a_list_without_stories_says_why_and_what_to_do(today, known, is_busy, words):
    assert no_stories(today, known, is_busy=is_busy) == words


def test_a_day_without_stories_names_the_keys_to_others():
    said = no_stories(A_DAY, counts(2), is_busy=False)

    assert said.startswith("No stories on this day. [ and ] go to other days")


FOREIGN = "In another language (fr): summary and quotes only. Actors need a pipeline for it."
FAILED = "It could not be read closely. The text itself is here: ⏎ opens it."


@pytest.mark.parametrize(
    ("noun", "fields", "is_busy", "words"),
    [
        ("actors", {}, False, "No actors in this story."),
        ("actors", {"note": FOREIGN}, False, FOREIGN),
        (
            "talks",
            {"note": FOREIGN},
            False,
            "In another language (fr): summary and quotes only.",
        ),
        ("quotes", {"note": FOREIGN}, False, "No quotes in this story."),
        ("actors", {"note": FAILED}, False, FAILED),
        ("quotes", {"note": FAILED}, False, "It could not be read closely."),
        ("talks", {"unread_articles": 1}, True, "Being read. The talks come in a moment."),
        ("talks", {"unread_articles": 1}, False, "Not read yet. R reads it."),
    ],
)
def test_a_pane_beside_a_story_says_why_it_is_empty(noun, fields, is_busy, words):
    told = StoryView(a_story(an_article(), **fields))

    assert no_finds(noun, told, is_whole_day=False, is_busy=is_busy) == words
