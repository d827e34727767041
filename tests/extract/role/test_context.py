"""Whose a bare office is, from the one body told just before it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "title", "affiliation"),
    [
        (
            "Microsoft lost money. Chief executive Laura Berg was calm.",
            "Chief executive",
            "Microsoft",
        ),
        ("Microsoft lost money, spokeswoman Laura Berg said.", "spokeswoman", "Microsoft"),
        (
            "Microsoft lost money, said Laura Berg, the general manager.",
            "general manager",
            "Microsoft",
        ),
        ("Microsoft sued Greenpeace. Chief executive Laura Berg left.", "Chief executive", None),
        (
            "Microsoft left. It rained. Chief executive Laura Berg was calm.",
            "Chief executive",
            None,
        ),
        ("She had told Microsoft, spokeswoman Laura Berg said.", "spokeswoman", None),
        ("Microsoft lost money. President Laura Berg was calm.", "President", None),
        ("Microsoft lost money. It was filmed by director Laura Berg.", "director", None),
        ("Microsoft lost money. Tour manager Laura Berg was calm.", "Tour manager", None),
        ("Microsoft lost money, said the spokeswoman, Laura Berg.", "spokeswoman", None),
    ],
)
def test_a_bare_post_is_of_the_one_body_told_before(roles_in, text, title, affiliation):
    assert roles_in(text)["Laura Berg"] == [(title, affiliation)]
