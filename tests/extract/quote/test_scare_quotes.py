"""Which words in marks nobody says: one rule a test."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday Ana Ruiz announced her next role in Tom Berg’s “Winter Road,” to be filmed in Elma.",
        "Ana Ruiz sang a medley of “Winter Road,” “Summer Rain” and “Elma Nights.”",
        "Ana Ruiz, who plays a nurse on “Elma Nights,” said that the work had been hard.",
        "The raid, dubbed “Clean Hands,” began in May, the police said.",
        "There should be a version of it called “the Long Road of the North” here.",
        "Ana Ruiz said that a plan called “Elma Tomorrow” would be ready in May.",
    ],
)
def test_the_comma_inside_the_marks_makes_no_speech_of_a_title(speakers_in, sentence):
    assert speakers_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "“Happy New Year,” Ana Ruiz said.",
        "Ana Ruiz said, “Happy New Year,” and left.",
        "The fans of Ana Ruiz sang “Come On, Elma!” in the rain.",
        "The bridge, called “a disaster for the town” by Ana Ruiz, will be closed.",
    ],
)
def test_words_written_like_a_title_that_are_said_stay_speech(speakers_in, sentence):
    assert len(speakers_in(sentence)) == 1


def test_what_is_called_a_term_is_no_speech(speakers_in):
    sentence = "The army fights “hawks,” a term the government uses for rebels, Ana Ruiz said."

    assert speakers_in(sentence) == []


def test_what_somebody_calls_a_thing_is_speech(speakers_in):
    assert speakers_in("Ana Ruiz called the idea “defeatist” and went home.") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides would sign a “memorandum of understanding” in May, Ana Ruiz said.",
        "Ana Ruiz said that both sides had agreed to a “cessation of hostilities”.",
        "Ana Ruiz signed a “framework for trade and security” with Tom Berg.",
    ],
)
def test_the_name_of_what_is_signed_or_agreed_to_is_no_speech(speakers_in, sentence):
    assert speakers_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz said that it was a “matter of time” before he came.",
        "Ana Ruiz called it a “deal with the devil”.",
        "Ana Ruiz said that she wanted a “fair and lasting agreement”.",
        "Ana Ruiz signed a “promise to cut every tax”.",
    ],
)
def test_what_somebody_says_of_an_agreement_is_speech(speakers_in, sentence):
    assert speakers_in(sentence) == ["Ana Ruiz"]


def test_a_short_sentence_with_names_is_no_title(speakers_in):
    text = "Tom Berg was asked whether he would run. “Ask me in May.” He smiled and left."

    assert speakers_in(text) == ["Tom Berg"]
