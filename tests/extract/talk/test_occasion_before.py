"""What a bare "the hearing" or "it" means after the sentence that told of it."""

from __future__ import annotations

from datetime import date

import pytest


def test_the_hearing_is_the_one_of_the_sentence_before(talks_in):
    text = "The court will hear the appeal of Ana Ruiz. The hearing has been moved to 1 December."

    (talk,) = talks_in(text)

    assert talk.what == "court will hear the appeal of Ana Ruiz"
    assert talk.who == ("Ana Ruiz",)


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        ("The meeting will be in Ottawa. It is planned for Friday.", "meeting", "Ottawa"),
        (
            "Ana Ruiz announced a conference on fish. It will be held in Oslo on Friday.",
            "conference on fish",
            "Oslo",
        ),
        (
            "Peru wants talks with Chile. They are set to begin in Lima on Friday.",
            "talks with Chile",
            "Lima",
        ),
    ],
)
def test_it_is_the_one_occasion_of_the_sentence_before(talks_in, text, what, where):
    (talk,) = talks_in(text)

    assert (talk.what, talk.where) == (what, where)
    assert talk.when.first == date(2026, 11, 20)


def test_the_match_is_the_fixture_that_was_told_before_it(talks_in):
    (talk,) = talks_in("Elma face Torre City in the cup. The match is on Saturday.")

    assert talk.what == "Elma face Torre City in the cup"
