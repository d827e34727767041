"""Whom "the two leaders", "both sides" and "they" mean."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vladimir Putin called Donald Trump. The two leaders will meet on Friday.", ("Vladimir Putin", "Donald Trump")),
        ("Vladimir Putin called Donald Trump. They will meet on Friday.", ("Vladimir Putin", "Donald Trump")),
        ("Iran rejected an offer by Israel. The two countries will hold talks on Friday.", ("Iran", "Israel")),
        ("Peru and Chile have quarrelled for years. Both sides will meet on Friday.", ("Peru", "Chile")),
        ("Angela Merkel, Emmanuel Macron and Mario Draghi spoke. The two leaders will meet on Friday.", ()),
        ("The two leaders will meet on Friday.", ()),
    ],
)  # fmt: skip
def test_two_are_those_two_who_are_named_before(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


def test_a_meeting_is_where_the_clause_about_a_place_puts_it(talks_in):
    text = "Emmanuel Macron will fly to Warsaw, where he will meet Donald Tusk on Monday."

    (talk,) = talks_in(text)

    assert (talk.where, talk.who) == ("Warsaw", ("Emmanuel Macron", "Donald Tusk"))
