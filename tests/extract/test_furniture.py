"""Credits, captions and boxes of a page are no names and no news."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def names_in(page_of):
    return lambda text: [actor.name for actor in find_actors(page_of(text))]


@pytest.mark.parametrize("credit", ["GETTY", "REUTERS", "SWNS", "REX"])
def test_a_credit_is_no_part_of_the_name_beside_it(names_in, credit):
    names = names_in(f"Ann Bell won on Monday. {credit} Bell, who is 40, waved to her fans.")

    assert names == ["Ann Bell"]


def test_a_counter_of_pictures_ends_a_name(names_in):
    names = names_in("Paul Reed was in Ohio. REUTERS 1 of 31 Reed waves. Reed said he was glad.")

    assert names == ["Paul Reed", "Ohio"]


@pytest.mark.parametrize(
    "line",
    [
        "Carl Jones and Maria Novak contributed to this report.",
        "Maria Novak contributed reporting from Elma.",
        "Sign up for the Elma Daily newsletter.",
        "Follow USA TODAY Personal Tech on Twitter.",
    ],
)
def test_lines_about_the_page_itself_name_no_actor(names_in, line):
    assert names_in(f"Paul Reed said on Monday that he was glad. {line}") == ["Paul Reed"]


def test_the_name_shown_is_none_of_a_caption(names_in):
    names = names_in(
        "Donald Paul Reed GETTY waves\nPaul Reed said on Monday that the ship had left the port."
    )

    assert names == ["Paul Reed"]


def test_two_bodies_joined_by_and_are_two(names_in):
    names = names_in("The Port Authority and Water Commissioner's Office said the pipe was safe.")

    assert set(names) == {"Port Authority", "Water Commissioner's Office"}


def test_a_paper_and_its_letters_are_one(names_in):
    names = names_in("The New York Times said that it hired people. NYT staff were glad.")

    assert names == ["The New York Times"]
