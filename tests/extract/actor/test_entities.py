"""Where a name ends: before scores, numbers and dashes, behind the word for a people."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def names_in(page_of):
    return lambda text: {actor.name for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oslo Rovers beat Elma Town 3-1 on Friday.", {"Oslo Rovers", "Elma Town"}),
        ("The winner was American Dennis Weber.", {"Dennis Weber"}),
        ("They met in Oslo - Ann Bell was there too.", {"Oslo", "Ann Bell"}),
    ],
)
def test_a_name_holds_no_score_dash_or_people(names_in, text, names):
    assert names_in(text) <= names


def test_a_name_in_capitals_is_better_than_its_letters(names_in):
    text = "UNITED NATIONS (Reuters) - The U.N. said so on Friday.\n\nEnvoys of the U.N. left."

    assert names_in(text) <= {"United Nations", "Reuters"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was said by Air Force Col. Ann Bell.", {"Air Force", "Ann Bell"}),
        (
            "It was given by Staff Sgt. Ann Bell and Staff Sgt. Paul Reed.",
            {"Ann Bell", "Paul Reed"},
        ),
        ("Ann Bell received a Silver Star and two Purple Hearts.", {"Ann Bell"}),
    ],
)
def test_a_rank_and_a_medal_are_no_names(names_in, text, names):
    assert names_in(text) == names


def test_a_headline_verb_is_no_surname(names_in):
    text = "Mayor Bell Briefed On Fire\n\nMayor Ann Bell was briefed on Friday. Bell was calm."

    assert names_in(text) == {"Ann Bell"}
