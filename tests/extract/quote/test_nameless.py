"""Whom a pronoun means where those who speak have no name: one rule a test."""

from __future__ import annotations

import pytest


def test_a_pronoun_means_the_one_without_a_name_who_spoke_last(speakers_in):
    text = (
        "The president met the lawyer Tom Berg. In his palace a meal was served. “Berg is my old "
        "friend,” a minister said. He thanked the cooks. “It was a great day,” he added."
    )

    assert speakers_in(text) == ["a minister", "a minister"]


def test_a_pronoun_means_the_one_named_since_somebody_without_a_name_spoke(speakers_in):
    text = "“It is late,” a minister said. Tom Berg came at six. “It was a great day,” he said."

    assert speakers_in(text) == ["a minister", "Tom Berg"]


def test_a_pronoun_in_a_story_without_names_means_the_only_one_it_tells_of(speakers_in):
    text = "The mayor of the town was angry. A crowd had come. “I will not stay,” he said."

    assert speakers_in(text) == ["The mayor of the town"]


def test_a_pronoun_in_a_story_without_names_may_mean_either_of_two(speakers_in):
    text = "The referee gave the coach a yellow card, but he was calm. “It was good,” he said."

    assert speakers_in(text) == [None]


def test_a_woman_without_a_name_is_not_the_man_who_spoke_before(speakers_in):
    text = (
        "Tom Berg lives across the street. “He was kind,” said Berg. The neighbour at the corner "
        "feeds the dog. And she says she is sure the fire was set. “We saw a car pull up here.”"
    )

    assert speakers_in(text)[-1] != "Tom Berg"


def test_an_aide_is_not_the_president(speakers_in):
    text = "In a statement by his aide, Tom Berg, the guest was praised. “He is wise,” the president said."

    assert speakers_in(text) == ["the president"]


def test_who_is_quoted_is_not_who_quotes(speakers_in):
    text = "Tom Berg is back. Peter Holm reports him as saying, “It was blown up by the press.”"

    assert speakers_in(text) == ["Tom Berg"]


def test_a_sentence_that_only_tells_who_spoke_stands_apart(speakers_in):
    text = (
        "Acme fell. “We grow fast and our balance is solid.” The company said in a press release."
    )

    assert speakers_in(text) == ["The company"]


def test_a_sentence_that_says_more_is_not_for_the_words_before_it(speakers_in):
    text = "“We grow fast and our balance is solid.” The company said that it would open a shop."

    assert speakers_in(text) == [None]


def test_one_pronoun_speaks_twice_in_a_sentence(speakers_in):
    text = (
        "Ana Ruiz left Elma. A spokeswoman said the town would “carefully assess” the plan. She "
        "added that it was “committed to peace and quiet,” saying that it “does all in its power”."
    )

    assert speakers_in(text) == ["A spokeswoman"] * 3


def test_a_bare_office_at_the_head_is_held_by_the_one_named_next(speakers_in):
    text = "The minister said “I fully disagree with them”.\n\nHousing Minister Tom Berg left Elma."

    assert speakers_in(text) == ["Tom Berg"]


def test_the_founder_of_a_firm_is_not_the_prime_minister(speakers_in):
    text = "Tom Berg, founder of Acme, came late. “We work hard,” the prime minister said."

    assert speakers_in(text) == ["the prime minister"]


def test_who_is_given_as_a_reason_says_nothing(speakers_in):
    sentence = "In tears of “joy and peace,” coach Tom Berg cited his family as the reason for it."

    assert speakers_in(sentence) == ["Tom Berg"]


def test_who_is_cited_as_saying_something_says_it(speakers_in):
    sentence = "The Herald cited Tom Berg as saying: “We are close to a deal.”"

    assert speakers_in(sentence) == ["Tom Berg"]


def test_who_speaks_for_a_body_is_told_of_before_a_pronoun(speakers_in):
    text = (
        "“It is late,” said James Moran, a farmer.\n\nDepartment of Health director Tom Holm said "
        "many had refused to go.\n\n“The water could reach the hill today,” he said."
    )

    assert speakers_in(text) == ["James Moran", "Tom Holm"]


def test_the_chief_of_a_club_is_its_boss(speakers_in):
    text = "Elma boss Tom Berg was glad. Paul Holt signed on Friday. “We won,” said the Elma chief."

    assert speakers_in(text) == ["Tom Berg"]


def test_whom_he_means_the_verb_above_may_tell(speakers_in):
    text = (
        "The head of Acme said in an interview that he thought “we are very close to it,” at last."
    )

    assert speakers_in(text) == ["The head of Acme"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Ana Ruiz left. “I am glad,” she said. “We hope for the best,” it said.",
            ["Ana Ruiz", None],
        ),
        ("Ana Ruiz left. The firm did not. “We hope for the best,” it said.", ["the firm"]),
    ],
)
def test_it_is_never_the_woman_who_spoke_before(speakers_in, text, speakers):
    assert [s and s.casefold() for s in speakers_in(text)] == [s and s.casefold() for s in speakers]
