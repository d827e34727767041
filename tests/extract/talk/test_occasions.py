"""Where the parse puts the day of an occasion, and what is none for all its words."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        ("With the general election due in September, he cannot afford a scandal.", "general election", None),
        ("They await a court ruling on the case, which is expected next month.", "court ruling on the case", None),
        ("The treaty is expected to dominate a summit set for Lima in April.", "summit", "Lima"),
        ("The team planned to leave Nairobi on Thursday for Oslo.", "team planned to leave Nairobi", "Oslo"),
        ("Peru joins in April when the club celebrates its anniversary in Rome.", "club celebrates its anniversary", "Rome"),
        ("He hopes to win this year's election.", "election", None),
    ],
)  # fmt: skip
def test_a_day_beside_due_set_and_when(talks_in, text, what, where):
    (talk,) = talks_in(text)

    assert (talk.what, talk.where, talk.who) == (what, where, talk.who)
    assert "Oslo" not in talk.who


@pytest.mark.parametrize(
    "text",
    [
        "He is standing trial on charges of fraud.",
        "In this Dec. 31, 2025 file photo the mayor opens the New Year's Eve party in Oslo.",
        "3/12 20 November 2026 The mayor opens the winter fair in Oslo",
        "30 November 2026 A woman joins a protest in Rome",
        "He said the boat must be returned to its owner in Malta by Jan. 14.",
        "A ruling is unlikely before the end of the year.",
        "She urged fans to visit shops on Election Day.",
        "Members are counting on him on Friday.",
        "Members can visit the new museum on Friday.",
        "At the summit last month the union decided to invite Peru to start talks.",
    ],
)
def test_what_goes_on_what_one_can_do_pictures_and_old_plans_are_no_talks(talks_in, text):
    assert talks_in(text) == ()


def test_a_bare_noun_takes_no_far_day_into_its_name(talks_in):
    (talk,) = talks_in("On Friday, at last, the vote will be held.")

    assert talk.what == "vote"


def test_whose_thing_is_talked_about_takes_no_part(talks_in):
    (talk,) = talks_in("Ana Ruiz will address Tom Berg's remarks at a rally on Friday.")

    assert talk.who == ("Ana Ruiz",)


def test_an_hour_of_something_else_is_not_that_of_the_occasion(talks_in):
    text = "The cabinet will meet on Wednesday. Tom Berg said he would be awake for a 3 a.m. call."

    assert [talk.when.time for talk in talks_in(text)] == [None]


def test_a_stamp_amid_captions_is_the_day_of_a_picture(talks_in):
    text = "Protests erupt in Rome Mon, November 30, 2026 March draws crowds in Rome"

    assert talks_in(text) == ()


@pytest.mark.parametrize(
    ("text", "what", "who"),
    [
        ("Torre City entertain Elma United on Saturday.", "Torre City entertain Elma United", 2),
        ("The Bears host the Lions on Sunday.", "Bears host the Lions", 1),
        ("Ruiz's side host Torre on Sunday.", "Ruiz's side host Torre", 1),
        (
            "Spain face France in the semi-final on Friday in Seville.",
            "Spain face France in the semi-final",
            2,
        ),
        (
            "The champions will face Torre in the quarter-final in Lima on Saturday.",
            "champions will face Torre in the quarter-final in Lima",
            1,
        ),
    ],
)
def test_a_fixture_is_told_by_its_verb_with_both_teams(talks_in, text, what, who):
    (talk,) = talks_in(text)

    assert talk.what == what
    assert len(talk.who) >= who


@pytest.mark.parametrize(
    "text",
    [
        "Leeds hosted Hull on Saturday and lost.",
        "Radio host Ana Ruiz spoke on Saturday.",
        "Leeds host Ana Ruiz said on Saturday that it was over.",
    ],
)
def test_what_was_played_and_who_presents_a_show_is_no_fixture(talks_in, text):
    assert talks_in(text) == ()


def test_a_trial_that_is_listed_for_a_day_is_told(talks_in):
    (talk,) = talks_in("A trial, which is expected to last ten days, has been listed for 16 July.")

    assert str(talk.when.first) == "2027-07-16"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The judge set a trial for the murder charge to begin in Lima on 7 March.",
            "trial for the murder charge",
        ),
        ("Ana Ruiz will miss the second Test in Lima on Friday.", "second Test"),
        (
            "Ruiz is to start for the visitors in the third Test, scheduled to begin on Friday.",
            "third Test to begin",
        ),
        ("Test results will come out on Friday.", "Test results will come out"),
    ],
)
def test_what_is_set_to_begin_and_a_test_of_cricket_are_told_by_their_noun(talks_in, text, what):
    (talk,) = talks_in(text)

    assert talk.what == what


@pytest.mark.parametrize(
    "text",
    [
        "Council meetings that fall on a holiday are rescheduled for the following Tuesday.",
        "He requests an adjournment of his sentencing, scheduled for December 18, for a year.",
        "The film was shot in Leeds; it screens on Saturday at the Rose Theatre.",
    ],
)
def test_a_custom_a_wish_for_delay_and_a_verb_of_nothing_are_no_talk(talks_in, text):
    assert talks_in(text) == ()


def test_a_visit_told_after_another_is_its_own(talks_in):
    (talk,) = talks_in("Following Tom Holm's visit, Ana Ruiz will visit Peru on November 24.")

    assert talk.what == "Ana Ruiz will visit Peru"


def test_two_visits_of_one_sentence_keep_their_days_and_people(talks_in):
    text = (
        "Minister Ana Ruiz will be visiting on Monday, while Premier Jan Holm will be on his first "
        "official visit to Peru on Tuesday as part of the Lima Conference."
    )

    told = {str(talk.when.first): talk.who for talk in talks_in(text)}

    assert told == {"2026-11-23": ("Ana Ruiz",), "2026-11-24": ("Jan Holm",)}


def test_a_second_stop_of_one_sentence_is_told_with_its_own_day(talks_in):
    text = (
        "The Danish minister Ana Ruiz will visit Oslo on Monday before flying to Rome on Thursday "
        "to meet Tom Berg."
    )

    first, second = sorted(talks_in(text), key=lambda talk: talk.when.first)

    assert (first.where, first.when.words) == ("Oslo", "Monday")
    assert "Tom Berg" not in first.who
    assert (second.where, second.when.words) == ("Rome", "Thursday")
    assert "Tom Berg" in second.who


def test_a_second_stop_of_a_journey_that_is_over_is_none(talks_in):
    assert talks_in("Ana Ruiz met Tom Berg on Monday before travelling to Oslo on Tuesday.") == ()
