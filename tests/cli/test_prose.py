from datetime import date

import pytest

from briefing.cli.prose import when_words
from briefing.model import Precision, When


@pytest.mark.parametrize(
    ("words", "first", "last", "precision", "time", "said"),
    [
        ("Tuesday", "2026-11-24", "2026-11-24", Precision.DAY, "10:00", "Tue 24 Nov 2026 10:00"),
        ("first quarter", "2027-01-01", "2027-03-31", Precision.QUARTER, None, "first quarter, Jan–Mar 2027"),
        ("in the spring", "2027-03-01", "2027-05-31", Precision.SEASON, None, "in the spring, Mar–May 2027"),
        ("December", "2026-12-01", "2026-12-31", Precision.MONTH, None, "Dec 2026"),
        ("Sunday", None, None, Precision.UNKNOWN, None, "undated: “Sunday”"),
        (None, None, None, Precision.UNKNOWN, None, "undated"),
    ],
)  # fmt: skip
def test_a_talk_is_never_given_a_day_that_its_words_do_not_name(
    words, first, last, precision, time, said
):
    days = (date.fromisoformat(day) if day else None for day in (first, last))

    assert when_words(When(words, None, *days, precision, time)) == said
