"""A surname with small words in it is whole, however the model cut it."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def names_of(page_of):
    return lambda text: [actor.name for actor in find_actors(page_of(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Harrow Games director Joris van der Maas said: “It is good.”",
            "Joris van der Maas",
        ),
        ("“We wait,” said Ana van den Berg, who runs the port.", "Ana van den Berg"),
        ("The director, Koen van den Broek, left on Friday.", "Koen van den Broek"),
        ("“We are late,” director Pieter van der Velden said.", "Pieter van der Velden"),
        ("“It is so,” Aura Molina de Montalva, a minister, said.", "Aura Molina de Montalva"),
    ],
)
def test_the_words_on_both_sides_of_a_particle_are_the_name(names_of, text, name):
    assert names_of(text) == [name]


def test_a_town_behind_a_particle_is_no_surname(names_of):
    assert "Tom Berg de France" not in names_of("Tom Berg won the Tour de France in July.")


def test_a_surname_that_is_a_month_is_told_from_the_month(names_of):
    assert names_of("Days ago Theresa May singled it out.") == ["Theresa May"]
    assert names_of("The shop in Virginia May 5 was full.") == ["Virginia"]


@pytest.mark.parametrize(
    "text",
    [
        "Lagos Governor Tunji Sade-Bello said so. Sade-Bello left. Mr Sade-Bello was asked.",
        "Ngozi Sade-Bello said so. Senator Sade-Bello left.",
    ],
)
def test_a_double_surname_is_whole_behind_a_title(names_of, text):
    names = [name for name in names_of(text) if "Bello" in name]

    assert len(names) == 1
    assert names[0].endswith(" Sade-Bello")


def test_two_people_at_one_summit_stay_two(names_of):
    assert "Bell-Ruiz" not in names_of("President Bell-Ruiz talks ended on Friday.")


def test_a_street_is_whole_around_its_small_word(names_of):
    text = "A truck drove down the Promenade des Lilas in Nice. The Promenade des Lilas was shut."

    assert set(names_of(text)) == {"Promenade des Lilas", "Nice"}
