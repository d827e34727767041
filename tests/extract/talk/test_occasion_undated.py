"""What lies ahead without a day: told by a word before its noun, or by a year."""

from __future__ import annotations

import pytest


def test_in_an_undated_article_a_year_before_its_noun_is_a_name(talks_in):
    assert talks_in("The film will detail the 1991 hearings.", None) == ()


def test_in_an_undated_article_no_year_lies_ahead_of_a_later_one(talks_in):
    text = "She died in 2024. The summit will be held in 2019 in Rome. A match is set for 2027."

    days = [talk.when.words for talk in talks_in(text, None)]

    assert "2027" in days
    assert "2019" not in days


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ana Ruiz spoke of her anticipated meeting with Tom Berg.", "anticipated meeting with Tom Berg"),
        ("He was briefed before his planned visit to Japan.", "planned visit to Japan"),
        ("Crowds gathered before the long-awaited trial of Tom Berg.", "long-awaited trial of Tom Berg"),
        ("The owners welcomed the proposed merger talks with Acme.", "proposed merger talks with Acme"),
    ],
)  # fmt: skip
def test_a_word_before_the_noun_says_that_it_lies_ahead(talks_in, text, what):
    (talk,) = talks_in(text)

    assert (talk.what, talk.when.first) == (what, None)


@pytest.mark.parametrize(
    "text",
    [
        "He came to Rome on Monday for his scheduled meeting with Tom Berg.",
        "The rumours began after a planned meeting in Rome was postponed.",
        "An explosion could be heard coming from the court on Tuesday evening.",
    ],
)
def test_what_was_planned_once_is_not_announced(talks_in, text):
    assert talks_in(text) == ()
