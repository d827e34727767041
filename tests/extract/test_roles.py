"""What people are said to be: one pattern a test."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def roles_in(page_of):
    def find(text):
        return {
            actor.name: [(role.title, role.affiliation) for role in actor.roles]
            for actor in find_actors(page_of(text))
        }

    return find


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        ("French President Laura Berg left.", "French President", "French"),
        (
            "White House Press Secretary Laura Berg left.",
            "White House Press Secretary",
            "White House",
        ),
        ("Former Defense Secretary Laura Berg left.", "Former Defense Secretary", None),
        ("The embattled chairman Laura Berg left.", "chairman", None),
        ("According to Moran’s special envoy, Laura Berg, it is over.", "special envoy", "Moran"),
        (
            "Laura Berg, president and chief executive of Acme, left.",
            "president and chief executive of Acme",
            "Acme",
        ),
        ("Laura Berg, the mayor of Boston, left.", "mayor of Boston", "Boston"),
        ("Laura Berg, 52, a lawyer for Greenpeace, left.", "lawyer for Greenpeace", "Greenpeace"),
        ("Greenpeace spokeswoman Laura Berg left.", "Greenpeace spokeswoman", "Greenpeace"),
        ("The mayor of Boston, Laura Berg, left.", "mayor of Boston", "Boston"),
        ("Laura Berg is the mayor of Boston.", "mayor of Boston", "Boston"),
        ("Acting Secretary of State Laura Berg left.", "Acting Secretary of State", None),
        ("US President Laura Berg left.", "US President", "US"),
        ("Costa Rican President Laura Berg left.", "Costa Rican President", "Costa Rican"),
        ("Police spokeswoman Laura Berg left.", "Police spokeswoman", "Police"),
        ("Laura Berg, a crane driver for nineteen years, left.", "crane driver", None),
        (
            "Laura Berg, an analyst at the brokerage Acme Partners, left.",
            "analyst at the brokerage Acme Partners",
            "Acme Partners",
        ),
        ("The party’s leader, Laura Berg, left.", "leader", "party"),
        ("Former children’s minister Laura Berg left.", "Former children’s minister", None),
        ("The 39-year-old businesswoman Laura Berg left.", "businesswoman", None),
        ("Governor Dr Laura Berg left.", "Governor", None),
        (
            "The secretary-general of Greenpeace, Laura Berg, left.",
            "secretary-general of Greenpeace",
            "Greenpeace",
        ),
    ],
)
def test_a_role_is_read_beside_the_name(roles_in, sentence, title, affiliation):
    assert roles_in(sentence)["Laura Berg"] == [(title, affiliation)]


def test_a_plural_title_holds_for_each_of_a_list(roles_in):
    roles = roles_in("Sens. Laura Berg, Tom Holm and Peter Moran agreed to vote.")

    assert [roles[name] for name in ("Laura Berg", "Tom Holm", "Peter Moran")] == [
        [("Sens.", None)]
    ] * 3


def test_courtesy_is_no_role(roles_in):
    assert roles_in("Mr. Tom Holm met Mrs. Laura Berg in Boston.")["Tom Holm"] == []


def test_the_fuller_of_two_wordings_is_kept(roles_in):
    roles = roles_in("President Laura Berg left. French President Laura Berg came back.")

    assert roles["Laura Berg"] == [("French President", "French")]


def test_kinship_is_told_only_when_nothing_better_is(roles_in):
    roles = roles_in("Moran’s son Tom Berg, a lawyer, left.")

    assert [title for title, _ in roles["Tom Berg"]] == ["lawyer"]


def test_a_role_reads_as_the_text_at_its_span(page_of):
    text = "Elma’s Deputy Prime Minister Laura Berg left."

    for actor in find_actors(page_of(text)):
        for role in actor.roles:
            assert text[role.at.start : role.at.end] == role.title


def test_a_plural_title_in_front_of_a_firm_is_nobodys_role(roles_in):
    roles = roles_in("The agents Nyholm and Daughters have sent cargo to Boston.")

    assert [role for found in roles.values() for role in found] == []
