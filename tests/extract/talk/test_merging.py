"""The same occasion told twice is one talk; two occasions of one kind stay two."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


def test_the_more_exact_day_wins_and_brings_its_town(talks_in):
    text = (
        "Ana Ruiz leads ahead of this month's finals in Norway. Fans talked of little else. "
        "She needs two points before the November 26-29 finale."
    )

    (talk,) = talks_in(text)

    assert (talk.when.first, talk.where) == (date(2026, 11, 26), "Norway")


def test_a_short_and_a_full_name_are_of_one_telling(talks_in):
    text = (
        "Acme Motors will meet Tom Berg on Friday. The hall is booked. "
        "Berg will meet Acme on Friday to sign."
    )

    (talk,) = talks_in(text)

    assert talk.who == ("Acme Motors", "Tom Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The Herons will visit Leeds on Sunday. The Falcons will visit Hull on Sunday.",
        "The sequel to Blue Hour opens next summer. Ana Ruiz will release an album next year.",
    ],
)
def test_two_occasions_of_one_kind_without_a_link_stay_two(talks_in, text):
    assert len(talks_in(text)) == 2


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The trial of Tom Berg will begin on Tuesday. The hearing begins at 9 a.m.", ["09:00"]),
        (
            "The fair will be held on Saturday. A concert with Ana Ruiz is to be held at 7 p.m.",
            [None, "19:00"],
        ),
        (
            "The panel will hear Tom Berg on Monday. At 3 p.m. the board will meet Ana Ruiz.",
            [None, "15:00"],
        ),
    ],
)
def test_an_hour_is_joined_only_where_the_occasion_is_taken_up(talks_in, text, times):
    assert [talk.when.time for talk in talks_in(text)] == times


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz will hold talks with Tom Berg. She is also scheduled to meet Carl Lund.",
        "Ana Ruiz will meet Tom Berg on Friday. On Friday she will meet Carl Lund.",
    ],
)
def test_other_partners_are_other_talks(talks_in, text):
    assert len(talks_in(text)) == 2


def test_the_same_occasion_is_told_once_with_its_most_exact_day(talks_in):
    text = (
        "The two governments will hold talks next week. "
        "The talks will begin in Geneva on 24 November, officials said."
    )

    (talk,) = talks_in(text)

    assert talk.when.first == date(2026, 11, 24)
    assert talk.where == "Geneva"


def test_another_meeting_is_another_talk(talks_in):
    text = (
        "Ana Ruiz will meet Tom Berg on Friday. "
        "Ana Ruiz and Lena Holm will also hold a separate meeting."
    )

    assert [talk.when.first for talk in talks_in(text)] == [date(2026, 11, 20), None]


def test_the_fuller_name_and_the_hour_come_together(talks_in):
    text = (
        "Peru goes into Tuesday's negotiations on the border with hope. "
        "The session in Geneva opens on 24 November at 10:00."
    )

    (talk,) = talks_in(text)

    assert (talk.what, talk.where) == ("negotiations on the border", "Geneva")
    assert talk.when.time == "10:00"


def test_two_matches_of_one_day_are_two(talks_in):
    text = "Peru will play Chile in Lima on Saturday. Kenya will play Ghana on Saturday."

    assert len(talks_in(text)) == 2


def test_a_meeting_without_a_day_is_not_taken_for_any_other(talks_in):
    text = "The cabinet meets on Monday. Ana Ruiz and Tom Berg are to meet in Geneva."

    assert [talk.where for talk in talks_in(text)] == [None, "Geneva"]


def test_a_number_alone_links_no_two_occasions(talks_in):
    text = "The club will host the next two games on Friday. The two matches will be held in Lima."

    assert all(talk.where is None or "matches" in talk.what for talk in talks_in(text))


def test_what_somebody_launches_is_one_talk_with_its_own_launch(talks_in):
    text = (
        "Galaxy to launch next month.\nAcme plans to launch Galaxy next month, Acme said.\n"
        "Galaxy is a firm. Galaxy said it was ready."
    )

    assert len(talks_in(text)) == 1


def test_two_meetings_of_one_day_keep_their_own_partners(talks_in):
    text = (
        "President Ana Ruiz will hold talks with Chancellor Eva Lind. "
        "Later on Wednesday she will meet Minister Tom Berg. Ruiz is expected to meet the banker "
        "Ole Dahl."
    )

    talks = talks_in(text)

    assert {name for talk in talks for name in talk.who if "Berg" in talk.what} == {
        "Ana Ruiz",
        "Tom Berg",
    }
    assert all("Ole Dahl" not in t.who for t in talks if "Dahl" not in t.what)


def test_who_travels_as_well_does_not_meet_the_host_of_another(talks_in):
    text = (
        "President Ana Ruiz and Chancellor Eva Lind will pay state visits next week. "
        "It was confirmed. Ruiz will meet with Minister Tom Berg on Monday."
    )

    talks = talks_in(text)

    assert [t.who for t in talks if "Berg" in t.what] == [("Ana Ruiz", "Tom Berg")]


def test_separate_meetings_are_not_the_summit_of_that_day(talks_in):
    text = (
        "Ana Ruiz will attend the summit of bankers in Oslo on Friday. She will also hold separate "
        "bilateral meetings on Friday."
    )

    assert len(talks_in(text)) == 2


def test_a_first_visit_of_another_is_another_visit(talks_in):
    text = (
        "Ana Ruiz will pay her first visit to Peru on Friday. Tom Holm met the press. "
        "It will be Tom Holm's first visit to Peru."
    )

    assert all("Tom Holm" not in talk.who for talk in talks_in(text) if talk.when.first)


def test_a_sentencing_put_off_and_called_off_is_one(talks_in):
    text = (
        "Tom Holm's Nov. 25 sentencing was adjourned by the court.\n\n"
        "The sentencing, which was scheduled for next week, was called off on Tuesday."
    )

    assert len(talks_in(text)) == 1
