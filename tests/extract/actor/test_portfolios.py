"""A title that lists what a body is for is one name; a bare topic names nobody."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind


@pytest.fixture(scope="session")
def kinds_in(page_of):
    return lambda text: {actor.name: actor.kind for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Trade, Family and Youth Committee met.", "Trade, Family and Youth Committee"),
        ("The Trade and Monetary Policy Committee met.", "Trade and Monetary Policy Committee"),
        (
            "It is the Elma Vocational and Technical College.",
            "Elma Vocational and Technical College",
        ),
        (
            "He joined the Ministry of Trade, Family and Youth.",
            "Ministry of Trade, Family and Youth",
        ),
        ("She runs the Institute for Water and Energy.", "Institute for Water and Energy"),
    ],
)
def test_the_topics_of_a_title_are_one_name(kinds_in, text, name):
    assert kinds_in(text) == {name: Kind.ORGANISATION}


def test_bodies_in_a_row_stay_apart(kinds_in):
    names = kinds_in("The Treasury, Foreign Office and Education Department would not say.")

    assert set(names) == {"Treasury", "Foreign Office", "Education Department"}


def test_a_title_ends_where_another_name_begins(kinds_in):
    names = kinds_in(
        "He met the Ministry of Trade and Energy in Oslo, and Paul Reed, Finance Ministry."
    )

    assert {"Ministry of Trade and Energy", "Oslo", "Paul Reed", "Finance Ministry"} == set(names)


def test_a_bare_topic_names_nobody(kinds_in):
    names = kinds_in("The ministers of Labour and Social Affairs met in Madrid, Education said.")

    assert set(names) == {"Madrid"}
