"""What others could attend or wait for, and what they could not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, the minister, flies home from Lisbon on Saturday.",
        "The first money leaves the bank on Friday.",
        "The club doctor will examine him on Monday.",
        "The authority will decide on Friday.",
        "He will go to school on Monday.",
    ],
)
def test_what_nobody_could_attend_or_wait_for_is_no_talk(talks_in, text):
    assert talks_in(text) == ()
