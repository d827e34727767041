"""Whose words they are where no verb of saying tells it: one rule a test."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("called the teachers “lazy and spoiled,” comments that angered Tom Berg", "Ana Ruiz"),
        ("spoke at the fair. “They are all lazy,” words that enraged Tom Berg", "Ana Ruiz"),
        ("spoke at the fair. “They must not be lazy,” a hint at Tom Berg", "Ana Ruiz"),
    ],
)
def test_a_noun_behind_the_marks_only_tells_that_they_are_words(speakers_in, told, speaker):
    assert speakers_in(f"On Friday Mayor Ana Ruiz {told}.") == [speaker]


def test_the_sentence_before_tells_whose_the_remarks_were(speakers_in):
    text = (
        "Tom Berg was angered by Ana Ruiz and her remarks on the poor. “Nobody here is hungry,” "
        "remarks that he called cruel."
    )

    assert speakers_in(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("a statement from the council said", "council"),
        ("the message to the council said", "the message to the council"),
        ("a reference book by Tom Berg says", "Tom Berg"),
    ],
)
def test_a_noun_behind_the_marks_that_speaks_is_the_speaker(speakers_in, behind, speaker):
    text = f"Mayor Ana Ruiz went home. “The old bridge will be closed until May,” {behind}."

    assert speakers_in(text) == [speaker]
