"""What a sentence says that somebody is, was made or goes on as."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        ("Laura Berg will continue as finance minister.", "finance minister", None),
        (
            "Laura Berg stays on as coach of Boston United.",
            "coach of Boston United",
            "Boston United",
        ),
        ("Laura Berg took over as chief executive in May.", "chief executive", None),
        ("Laura Berg was sworn in as president on Monday.", "president", None),
        ("Laura Berg was appointed finance minister on Monday.", "finance minister", None),
        ("Peter Moran appointed Laura Berg as finance minister.", "finance minister", None),
        ("Peter Moran appointed Laura Berg finance minister.", "finance minister", None),
        (
            "Peter Moran has named Laura Berg the head of Greenpeace.",
            "head of Greenpeace",
            "Greenpeace",
        ),
        ("Moran named Laura Berg, a lawyer, as oil minister.", "oil minister", None),
        ("Laura Berg replaces Tom Holm as mayor of Boston.", "mayor of Boston", "Boston"),
        (
            "Laura Berg will become chairwoman of the Board effective immediately.",
            "chairwoman of the Board",
            "Board",
        ),
        ("Laura Berg will become a presidential adviser.", "presidential adviser", None),
        (
            "Laura Berg, has been made the chairwoman of Greenpeace.",
            "chairwoman of Greenpeace",
            "Greenpeace",
        ),
        ("Voters elected Laura Berg as their president.", "president", None),
    ],
)
def test_what_somebody_is_made_or_goes_on_as_is_a_role(roles_in, sentence, title, affiliation):
    assert (title, affiliation) in roles_in(sentence)["Laura Berg"]


def test_an_aside_of_many_commas_stands_before_what_somebody_was_made(roles_in):
    roles = roles_in(
        "Laura Berg, governor of the northern Ohio province, where soldiers have fought rebels "
        "since May, was appointed interior minister."
    )

    assert ("interior minister", None) in roles["Laura Berg"]


def test_a_second_office_is_of_the_one_named_behind_it(roles_in):
    roles = roles_in("Laura Berg was named the new minister and chief of staff Tom Holm left.")

    assert roles["Laura Berg"] == []


def test_each_of_several_who_are_chosen_has_an_office_of_their_own(roles_in):
    roles = roles_in(
        "The president named Laura Berg as minister of health, Tom Holm as minister of trade "
        "and Peter Moran as finance minister."
    )

    assert roles == {
        "Laura Berg": [("minister of health", None)],
        "Tom Holm": [("minister of trade", None)],
        "Peter Moran": [("finance minister", None)],
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Holm was appointed by Laura Berg as finance minister.",
        "Tom Holm was named to replace Laura Berg as finance minister.",
        "Peter Moran named his dog after Laura Berg as a president.",
        "Tom Holm replaces Laura Berg as mayor of Boston.",
        "Tom Holm, a friend of Laura Berg, was made chairman.",
        "Peter Moran described Laura Berg as a doctor.",
        "The club named Laura Berg executive of the year.",
        "Laura Berg returned as ministers left.",
        "Laura Berg is not a doctor.",
    ],
)
def test_who_chooses_or_goes_has_not_the_office(roles_in, sentence):
    assert roles_in(sentence)["Laura Berg"] == []
