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


def test_a_caption_that_alone_gives_the_full_name_gives_the_name_shown(names_in):
    names = names_in("Berg lost the race and Berg left.\n\nGETTY Tom Berg lost his car in the rain")
    assert names == ["Tom Berg"]


def test_who_took_a_picture_is_not_told(names_in):
    assert names_in("Ana Ruiz left on Friday. (Photo: Evan Carver, AP)") == ["Ana Ruiz"]
    assert "Evan Carver" in names_in("A photo of Ana Ruiz by Evan Carver was sold on Friday.")


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


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("The tag #ElmaRising was seen on many walls in Norway.", "ElmaRising"),
        ("Fans wrote of it under #Carver and @carver on Monday.", "Carver"),
        ("Crowds wait in Norway. (Petra Lindgren/Getty Images) They went home.", "Petra Lindgren"),
        ("It reports in May. (AP Photo/Petra Lindgren, File)", "Petra Lindgren"),
        ("It reports in May. (AP Photo/Petra Lindgren, File)", "File"),
        ("Petra Lindgren/AP Crowds wait in the Norwegian rain.", "Petra Lindgren"),
        ("A parade in Norway (Photo: Petra Lindgren/Pool via AP) was cut short.", "Pool"),
    ],
)
def test_tags_and_the_credits_of_pictures_name_nobody(page_of, text, gone):
    assert gone not in {actor.name for actor in find_actors(page_of(text))}


def test_a_menu_in_capitals_within_a_line_names_nobody(page_of):
    text = "Home SPORT WEATHER TRAVEL DAILY SECURITY ESSAYS Talks went on in Norway on Friday."

    assert {actor.name for actor in find_actors(page_of(text))} == {"Norway"}


def test_the_number_of_a_flight_is_no_part_of_its_airline(page_of):
    text = "Nordavia Flight 1086 left on Friday. The Nordavia Flight 1086 crew was safe."

    assert "Nordavia Flight" not in {actor.name for actor in find_actors(page_of(text))}
