"""What ends a role in front of a name, and what only looks like one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The new comedy stars Laura Berg and Tom Holm as a pair of thieves.", None),
        ("The remake of the old vampire film stars Laura Berg and Tom Holm.", None),
        ("Film stars Laura Berg and Tom Holm arrived in Rome.", "Film stars"),
    ],
)
def test_a_film_that_stars_somebody_is_no_office(roles_in, sentence, title):
    roles = roles_in(sentence)

    expected = [] if title is None else [(title, None)]
    assert roles["Laura Berg"] == roles["Tom Holm"] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It ended at 11:03 AM Laura Berg said.",
        "The center Laura Berg founded is closed.",
        "He was hurt in the back, Laura Berg said.",
        "According to the court and its judge, Laura Berg said no.",
        "She sang, paraphrasing French bankers, Laura Berg said.",
        "After the arrest of Laura Berg, the prosecutor said the case was closed.",
        "He had to guard Laura Berg in Rome.",
        "The group that left Laura Berg behind was small.",
        "He told a friend, Laura Berg, that it was over.",
        "Her classmate Laura Berg sang in Rome.",
        "Through the summer Laura Berg sang in Rome.",
    ],
)
def test_a_word_that_only_stands_before_a_name_is_no_office(roles_in, sentence):
    assert roles_in(sentence).get("Laura Berg", []) == []


def test_the_elder_of_two_is_no_elder(roles_in):
    roles = roles_in("Tom Berg and Peter Holm left. Police found the elder Holm in Boston.")

    assert [role for found in roles.values() for role in found] == []
