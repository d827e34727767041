"""One who came in with more words, or whose name stands behind the office: one rule a test."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("told", "again", "speaker"),
    [
        (
            "A diplomatic source told Elma News that it was late",
            "the source",
            "A diplomatic source",
        ),
        (
            "A senior official at the finance ministry said it was late",
            "the official",
            "A senior official at the finance ministry",
        ),
        ("An official said it was late", "the official", "the official"),
        ("The official from Elma said it was late", "the official", "the official"),
        ("A source told Elma News that it was late", "the first source", "the first source"),
    ],
)
def test_who_came_in_with_more_words_is_told_by_them(speakers_in, told, again, speaker):
    text = f"{told}. The doors stayed shut. “There is nothing left to say,” {again} said."

    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("the United Nations envoy for Syria Tomas Berg", "Tomas Berg"),
        ("Mayor of London Ana Ruiz", "Ana Ruiz"),
        ("a spokesman for London Mayor Ana Ruiz", "a spokesman for London Mayor Ana Ruiz"),
        ("a lawyer for Syria’s Tomas Berg", "a lawyer for Syria’s Tomas Berg"),
    ],
)
def test_a_name_right_behind_the_place_of_an_office_is_its_bearer(speakers_in, who, speaker):
    assert speakers_in(f"“The talks will go on until Friday,” said {who}.") == [speaker]


def test_two_offices_in_capitals_lead_to_one_name(speakers_in):
    text = "“We back it,” said Presidential Spokesman and Chief Presidential Counsel Tomas Berg."

    assert speakers_in(text) == ["Tomas Berg"]


@pytest.mark.parametrize(
    ("document", "speaker"),
    [
        ("an open letter released by the Elma Bears", "Tom Berg"),
        ("a statement released by the Elma Bears", "Elma Bears"),
        ("a statement", "Tom Berg"),
    ],
)
def test_a_letter_holds_the_words_of_its_writer_whoever_hands_it_on(speakers_in, document, speaker):
    noun = document.split()[2] if "open" in document else document.split()[1]
    text = f"Tom Berg announced it in {document}. “I loved this game as a boy,” the {noun} said."

    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("A woman in Tokyo, Ana Ruiz, also", "Ana Ruiz"),
        ("A woman in Tokyo", "A woman in Tokyo"),
    ],
)
def test_a_name_between_commas_is_of_the_one_just_described(speakers_in, told, speaker):
    text = f"It began at noon. {told} said that it was late. “It was frightening,” she said."

    assert speakers_in(text) == [speaker]
