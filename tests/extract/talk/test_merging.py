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


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The trial of Tom Berg will begin on Tuesday. The hearing begins at 9 a.m.", ["09:00"]),
        (
            "The fair will be held on Saturday. A concert with Ana Ruiz is to be held at 7 p.m.",
            [None, "19:00"],
        ),
        (
            "The panel will hear Tom Berg on Monday. At 3 p.m. the board will meet Ana Ruiz.",
            [None, "15:00"],
        ),
    ],
)
def test_an_hour_is_joined_only_where_the_occasion_is_taken_up(parse, text, times):
    assert [talk.when.time for talk in talks_of(parse, text)] == times


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz will hold talks with Tom Berg. She is also scheduled to meet Carl Lund.",
        "Ana Ruiz will meet Tom Berg on Friday. On Friday she will meet Carl Lund.",
    ],
)
def test_other_partners_are_other_talks(parse, text):
    assert len(talks_of(parse, text)) == 2
