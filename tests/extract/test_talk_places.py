"""Where a coming occasion is held: every place in a sentence that news puts it in."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.actors import find_actors
from briefing.extract.talks import find_talks
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)


def talks_of(parse, text, dated=WEDNESDAY):
    page = parse(an_article(text, dated=dated))
    return find_talks(page, find_actors(page))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("On Tuesday in Geneva, foreign ministers will discuss the crisis.", "Geneva"),
        ("In Brussels, EU leaders will hold a summit on Thursday.", "Brussels"),
        ("The leaders will meet on Thursday at the UN headquarters in New York.", "UN headquarters in New York"),
        ("The meeting, planned for Friday, will take place in Ottawa.", "Ottawa"),
        ("The festival runs from Nov. 27 to Nov. 29 in Austin, Texas.", "Austin, Texas"),
        ("The council will meet at 7 p.m. Tuesday in the town hall.", "town hall"),
        ("A public hearing is set for 7 p.m. Monday at the Springfield library.", "Springfield library"),
        ("Talks are to start on Sunday in the Qatari capital, Doha.", "Doha"),
        ("A summit of African leaders opens in Nairobi, Kenya, on Monday.", "Nairobi, Kenya"),
        ("The hearing at the Hague tribunal is set for Monday.", "Hague tribunal"),
        ("A meeting is planned for Friday in Ottawa between Ana Ruiz and Tom Berg.", "Ottawa"),
        ("Iran will hold a new round of talks with the United States in Muscat on Saturday.", "Muscat"),
        ("Apple is expected to unveil a phone on Thursday at an event in Cupertino.", "Cupertino"),
    ],
)  # fmt: skip
def test_a_place_before_or_behind_the_day_and_the_verb(parse, text, where):
    (talk,) = talks_of(parse, text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Oslo hosts the conference on Friday.", "Oslo"),
        ("The Royal Albert Hall will host a concert on Saturday.", "Royal Albert Hall"),
        ("Moldova will hold parliamentary elections on Sunday.", "Moldova"),
        ("Moldova's presidential election is on Sunday.", "Moldova"),
        ("The Geneva talks will resume on Monday.", "Geneva"),
        ("A court in Milan will hear the case on Friday.", "Milan"),
        ("A judge in Texas is expected to rule on the ban on Friday.", "Texas"),
        ("Workers at the port of Gdansk will strike on Monday.", "port of Gdansk"),
    ],
)
def test_who_holds_it_says_where(parse, text, where):
    (talk,) = talks_of(parse, text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A march through central London is planned for Saturday.", "central London"),
        ("Workers will rally outside the parliament in Athens on Thursday.", "parliament in Athens"),
    ],
)  # fmt: skip
def test_a_march_is_held_where_it_leads(parse, text, where):
    (talk,) = talks_of(parse, text)

    assert talk.where == where


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the war in Sudan will begin on Friday.",
        "The bank's board, based in Frankfurt, meets on Thursday.",
        "The minister said in Paris that talks would begin on Friday.",
        "Speaking in London, Ana Ruiz said the vote would take place on Friday.",
        "Ana Ruiz, who lives in Paris, will give a lecture on Friday.",
        "Arsenal will play against the Celtics on Friday.",
    ],
)
def test_a_place_of_something_else_is_not_that_of_the_occasion(parse, text):
    (talk,) = talks_of(parse, text)

    assert talk.where is None
