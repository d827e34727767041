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


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz was walking home at six “when a part of the old wall came down without warning.”",
        "Ana Ruiz received the Order of Elma “for services to the people of the lower town.”",
        "Ana Ruiz has “a very long and winding way back to the top of the world.”",
    ],
)
def test_who_only_does_something_has_not_said_where_or_why(speakers_in, sentence):
    assert speakers_in(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Ruiz unveiled “a new chapter in the history of our town.”",
        "Ana Ruiz has gone after Tom Berg as a “leech who will bleed the country”.",
    ],
)
def test_what_somebody_makes_of_a_thing_is_in_their_words(speakers_in, sentence):
    assert speakers_in(sentence) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Ana Ruiz rejected Tom Berg’s claim that it was “a fraud from beginning to end”.",
            "Tom Berg",
        ),
        ("Ana Ruiz repeated her claim that it was “a fraud from beginning to end”.", "Ana Ruiz"),
        ("Ana Ruiz denied the claim that it was “a fraud from beginning to end”.", "Ana Ruiz"),
        ("Tom Berg noted the vow by Ana Ruiz that it would “never happen again here”.", "Ana Ruiz"),
        ("Ana Ruiz said Tom Berg’s claim was “a lie from beginning to end”.", "Ana Ruiz"),
    ],
)
def test_words_in_a_claim_are_its_makers(speakers_in, sentence, speaker):
    assert speakers_in(sentence) == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ana Ruiz termed the plan as “a disaster”.", "Ana Ruiz"),
        ("Ana Ruiz was blasted for “weak leadership” by Tom Berg.", "Tom Berg"),
        ("Tom Berg praised Ana Ruiz for “great courage” in May.", "Tom Berg"),
        ("The club fights the plan. It denounced what it calls “a war on us”.", "The club"),
    ],
)
def test_short_judgements_have_the_one_who_judges(speakers_in, sentence, speaker):
    assert speakers_in(sentence) == [speaker]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Elma captain Ana Ruiz on her last goal", "Ana Ruiz"),
        ("Elma coach Tom Berg’s answer to the fans", "Tom Berg"),
        ("France captain Odilon Vahaar on a red card", "Odilon Vahaar"),
    ],
)
def test_a_title_and_a_name_behind_a_dash_sign_the_words(speakers_in, behind, speaker):
    text = f"The best of Sunday.\n‘We never gave up and it came right.’ – {behind}."

    assert speakers_in(text) == [speaker]


def test_a_sentence_behind_a_dash_signs_nothing(speakers_in):
    text = "“He never liked the game,” Ana Ruiz said. “I was late.” -- And Berg’s speech was long."

    assert speakers_in(text) == ["Ana Ruiz", "Ana Ruiz"]


def test_words_led_by_a_statement_are_of_who_made_it(speakers_in):
    sentence = (
        "Ana Ruiz was asked to comment on a statement by the miners that “they are appalled at it”."
    )

    assert speakers_in(sentence) == ["the miners"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Berg was adamant that it was “a good deal for the town”.", "Tom Berg"),
        ("The council is concerned that Acme was “hiding what it knew”.", "The council"),
        ("For Ana Ruiz, who runs the club, “football has strong values.”", "Ana Ruiz"),
        ('"It will not save you" pic.twitter.com/rk7 — Tom Berg (@tomberg) May 3', "Tom Berg"),
    ],
)
def test_what_somebody_holds_has_its_speaker(speakers_in, text, speaker):
    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Tom Berg said it was “unhelpful to us,” adding those parties should take part.",
            "Tom Berg",
        ),
        (
            "Tom Berg said many shouted and saw “blood everywhere”, describing the scene.",
            "Tom Berg",
        ),
        ("Tom Berg joked: “I take no care of mine!” before posting an image of it.", "Tom Berg"),
        (
            "Tom Berg spoke. “We will welcome all.” A petition posted on a site hopes to stop it.",
            "Tom Berg",
        ),
    ],
)
def test_who_adds_something_stands_in_front_of_the_words(speakers_in, text, speaker):
    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Do you work?” Ana Ruiz asked Tom Berg. “I think so, yes.”", ["Ana Ruiz", "Tom Berg"]),
        ("“Do you work?” Ana Ruiz asked Tom Berg. “And where do you?”", ["Ana Ruiz", "Ana Ruiz"]),
        ("“Do you work?” Ana Ruiz asked. “I must know it now.”", ["Ana Ruiz", "Ana Ruiz"]),
    ],
)
def test_who_is_asked_answers(speakers_in, text, speakers):
    assert speakers_in(text) == speakers


def test_a_title_behind_its_maker_is_no_speech(speakers_in):
    assert speakers_in("Ana Ruiz asked for dresses out of Tom Berg’s “Frozen,” and shoes.") == []


def test_who_a_sentence_with_a_colon_is_about_speaks(speakers_in):
    text = "Elma Mayor Ana Ruiz paid tribute to Tom Berg on Twitter: “We stand with them all.”"

    assert speakers_in(text) == ["Ana Ruiz"]
