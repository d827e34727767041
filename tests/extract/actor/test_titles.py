"""Courtesy and rank of every country stand before a name and are no part of it."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def actors_of(page_of):
    return lambda text: {
        actor.name: [role.title for role in actor.roles] for actor in find_actors(page_of(text))
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Datuk Seri Azlan Karim said so. Azlan added that it was late.", {"Azlan Karim"}),
        ("Tan Sri Lim Wei and Dato' Sri Omar Zaki met.", {"Lim Wei", "Omar Zaki"}),
        ("Hafiz Naeem Raza said the party would march.", {"Naeem Raza"}),
        ("Tan Mei Ling left. Ms Tan was in Sri Lanka.", {"Tan Mei Ling", "Sri Lanka"}),
    ],
)
def test_courtesy_is_no_part_of_a_name(actors_of, text, names):
    assert set(actors_of(text)) == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Det Ch Insp Paul Kern said so. DCI Kern thanked them.",
            {"Paul Kern": ["Det Ch Insp", "DCI"]},
        ),
        ("DP Karanja said so. Karanja was hurt.", {"Karanja": ["DP"]}),
        ("The spokesman, DSP Ola Bright, said so.", {"Ola Bright": ["spokesman", "DSP"]}),
        ("Supt Colin Berry said nobody was hurt.", {"Colin Berry": ["Supt"]}),
        (
            "The Public Relations Officer (PRO), SP Olu Ade, spoke. Ade left.",
            {"Olu Ade": ["Public Relations Officer"]},
        ),
        ("Prime Minister Datuk Seri Azlan Karim left.", {"Azlan Karim": ["Prime Minister"]}),
        ("Garda Sgt Liam Byrne told the court. Gardaí were there.", {"Liam Byrne": ["Garda"]}),
    ],
)
def test_a_rank_told_in_short_is_a_role(actors_of, text, roles):
    assert actors_of(text) == roles


def test_the_stops_of_a_rank_end_no_sentence(actors_of):
    text = "Adjunct Sr. Comr. Tan Boon Kiat said it was safe. Tan left."

    assert set(actors_of(text)) == {"Tan Boon Kiat"}


def test_letters_before_a_known_surname_are_a_rank_unless_they_may_be_initials(actors_of):
    text = "Tom Berg spoke. CP Berg left. Carla Ruiz and CP Ruiz met."

    assert set(actors_of(text)) == {"Tom Berg", "Carla Ruiz", "CP Ruiz"}


def test_a_surname_in_front_of_syllables_stands_for_its_bearer(actors_of):
    text = "Prime Minister Prayoon Chan-olek left. The paper asked Prayoon about it."

    assert set(actors_of(text)) == {"Prayoon Chan-olek"}
