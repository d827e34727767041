"""Who is told by the office first and named in the sentence behind it."""

from __future__ import annotations

import pytest

LEAD = "Elma's prime minister will visit Turkey on Wednesday, according to a statement."


def test_an_office_in_the_lead_is_that_of_the_person_named_behind_it(roles_in):
    roles = roles_in(f"{LEAD} Laura Berg is expected to arrive in the morning.")

    assert roles["Laura Berg"] == [("prime minister", "Elma")]


@pytest.mark.parametrize(
    "behind",
    [
        "Laura Berg said it was far.",
        "Prime Minister Paul Reed is old. Laura Berg is expected to arrive.",
        "The plane is old. Laura Berg is expected to arrive in the morning.",
    ],
)
def test_an_office_in_the_lead_is_not_anybody_else_s(roles_in, behind):
    assert roles_in(f"{LEAD} {behind}")["Laura Berg"] == []


def test_who_is_told_of_by_the_age_is_the_only_person_named_before(roles_in):
    text = "Laura Berg spoke on Monday. The 46-year-old Spaniard is also the head of Elma Bank."

    assert roles_in(text)["Laura Berg"] == [("head of Elma Bank", "Elma Bank")]


@pytest.mark.parametrize(
    "text",
    [
        "Laura Berg met Paul Reed. The 46-year-old is also the head of Elma Bank.",
        "Laura Berg was calm. It was late. The 46-year-old is also the head of Elma Bank.",
    ],
)
def test_an_age_that_may_be_anybody_s_tells_no_office(roles_in, text):
    assert roles_in(text)["Laura Berg"] == []
