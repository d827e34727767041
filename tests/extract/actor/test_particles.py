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
            "Harrow Games director Michiel van der Leeuw said: “It is good.”",
            "Michiel van der Leeuw",
        ),
        ("“We wait,” said Ana van den Berg, who runs the port.", "Ana van den Berg"),
        ("“It is so,” Eyda Varela de Chinchilla, a minister, said.", "Eyda Varela de Chinchilla"),
    ],
)
def test_the_words_on_both_sides_of_a_particle_are_the_name(names_of, text, name):
    assert names_of(text) == [name]


def test_a_town_behind_a_particle_is_no_surname(names_of):
    assert "Tom Berg de France" not in names_of("Tom Berg won the Tour de France in July.")


def test_a_surname_that_is_a_month_is_told_from_the_month(names_of):
    assert names_of("Days ago Theresa May singled it out.") == ["Theresa May"]
    assert names_of("The shop in Virginia May 5 was full.") == ["Virginia"]
