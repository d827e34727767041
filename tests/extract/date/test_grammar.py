"""What is a date expression in a text, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.date.grammar import phrases
from briefing.extract.date.sense import Scene, Tense

PIECES = st.sampled_from(
    [
        "Friday",
        "Nov.",
        "26",
        "2026",
        ",",
        "the",
        "first",
        "half",
        "of",
        "next",
        "year",
        "9",
        "a.m.",
        "EST",
        "in",
        "two",
        "weeks",
        "ago",
        "last",
        "this",
        "1990s",
        "-",
        "quarter",
        "March",
        "to",
        "20th",
        "century",
        "weekend",
        "tomorrow",
        "night",
        "Easter",
        "\n\n",
        "’",
        "'",
        "O’clock",
        "24:99",
        "31",
        "February",
    ]
)


def found(text):
    return [text[phrase.start : phrase.end] for phrase in phrases(text)]


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("They met on Friday, Nov. 20, 2026, in Rome.", ["Friday, Nov. 20, 2026"]),
        ("from Nov. 20 to Dec. 11", ["Nov. 20", "Dec. 11"]),
        ("at 9 a.m. EST on Tuesday", ["9 a.m. EST on Tuesday"]),
        ("on Tuesday at 14:30", ["Tuesday at 14:30"]),
        ("the day after tomorrow", ["the day after tomorrow"]),
        ("in the first half of next year", ["the first half of next year"]),
        ("late last night", ["late last night"]),
        ("in the early 1990s", ["the early 1990s"]),
        ("mid-December", ["mid-December"]),
        ("20 to 22 November", ["20 to 22 November"]),
        ("in March. He left.", ["March"]),
        ("on Aug. 7. He left.", ["Aug. 7"]),
        ("The show will end March 6, 2027.", ["March 6, 2027"]),
        ("Talks are to start May 3.", ["May 3"]),
        ("by end May", ["end May"]),
    ],
)
def test_an_expression_is_read_as_a_whole(text, expressions):
    assert found(text) == expressions


@pytest.mark.parametrize(
    "text",
    [
        "a two-week visit",
        "for the past three years",
        "every Monday",
        "each July",
        "He may come 5 times.",
        "It cost $2026.",
        "the 1,996 people",
        "the fall of Kabul",
        "the sun and the moon",
        "They waited 24 hours.",
    ],
)
def test_lengths_of_time_repetitions_and_look_alikes_are_no_dates(text):
    assert found(text) == []


def test_no_expression_runs_across_an_empty_line():
    assert found("It ends on Friday\n\nNov. 20 is a holiday") == ["Friday", "Nov. 20"]


@given(st.lists(PIECES, max_size=14).map(" ".join), st.sampled_from(list(Tense)))
def test_any_heap_of_date_words_is_read_without_failing(text, tense):
    for said_on in (None, date(2026, 11, 18), date(1, 1, 1), date(9999, 12, 31)):
        end = 0
        for phrase in phrases(text):
            assert end <= phrase.start < phrase.end <= len(text)
            end = phrase.end
            sense = phrase.sense(Scene(said_on, tense))
            if sense is not None and sense.first is not None:
                assert sense.last is not None
                assert sense.first <= sense.last


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text):
    for phrase in phrases(text):
        assert text[phrase.start : phrase.end].strip()
