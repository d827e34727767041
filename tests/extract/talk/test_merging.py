"""The same occasion told twice is one talk; two occasions of one kind stay two."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.actors import find_actors
from briefing.extract.talks import find_talks
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)


def talks_of(parse, text):
    page = parse(an_article(text, dated=WEDNESDAY))
    return find_talks(page, find_actors(page))


def test_the_more_exact_day_wins_and_brings_its_town(parse):
    text = (
        "Ana Ruiz leads ahead of this month's finals in Norway. Fans talked of little else. "
        "She needs two points before the November 26-29 finale."
    )

    (talk,) = talks_of(parse, text)

    assert (talk.when.first, talk.where) == (date(2026, 11, 26), "Norway")


def test_a_short_and_a_full_name_are_of_one_telling(parse):
    text = (
        "Acme Motors will meet Tom Berg on Friday. The hall is booked. "
        "Berg will meet Acme on Friday to sign."
    )

    (talk,) = talks_of(parse, text)

    assert talk.who == ("Acme Motors", "Tom Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The Herons will visit Leeds on Sunday. The Falcons will visit Hull on Sunday.",
        "The sequel to Blue Hour opens next summer. Ana Ruiz will release an album next year.",
    ],
)
def test_two_occasions_of_one_kind_without_a_link_stay_two(parse, text):
    assert len(talks_of(parse, text)) == 2
