"""What people are said to be: which of their roles are kept, and what is none."""

from __future__ import annotations

from briefing.extract.actors import find_actors


def test_an_office_told_of_one_name_is_not_that_of_the_next(roles_in):
    roles = roles_in("Laura Berg, chair of Acme, Tom Holm, a lawyer, and Peter Moran left.")

    assert roles["Tom Holm"] == [("lawyer", None)]


def test_a_wife_is_joined_to_no_office(roles_in):
    roles = roles_in("Moran brought his wife and former senator Laura Berg.")

    assert [title for title, _ in roles["Laura Berg"]] == ["former senator"]


def test_a_rank_stands_beside_a_fuller_role(roles_in):
    roles = roles_in("Rep. Laura Berg, the head of the House Committee on Trade, voted.")

    assert [title for title, _ in roles["Laura Berg"]] == [
        "head of the House Committee on Trade",
        "Rep.",
    ]


def test_courtesy_is_no_role(roles_in):
    assert roles_in("Mr. Tom Holm met Mrs. Laura Berg in Boston.")["Tom Holm"] == []


def test_the_fuller_of_two_wordings_is_kept(roles_in):
    roles = roles_in("President Laura Berg left. French President Laura Berg came back.")

    assert roles["Laura Berg"] == [("French President", "French")]


def test_kinship_is_told_only_when_nothing_better_is(roles_in):
    roles = roles_in("Moran’s son Tom Berg, a lawyer, left.")

    assert [title for title, _ in roles["Tom Berg"]] == ["lawyer"]


def test_a_counterpart_is_told_only_when_the_office_is_not(roles_in):
    roles = roles_in("He met his French counterpart Laura Berg. Minister Laura Berg was happy.")

    assert roles["Laura Berg"] == [("Minister", None)]


def test_a_role_reads_as_the_text_at_its_span(page_of):
    text = "Elma’s Deputy Prime Minister Laura Berg left."

    for actor in find_actors(page_of(text)):
        for role in actor.roles:
            assert text[role.at.start : role.at.end] == role.title


def test_a_plural_title_in_front_of_a_firm_is_nobodys_role(roles_in):
    roles = roles_in("The agents Nyholm and Daughters have sent cargo to Boston.")

    assert [role for found in roles.values() for role in found] == []
