"""Words that only look like names, or like parts of them."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def names_in(page_of):
    return lambda text: {actor.name for actor in find_actors(page_of(text))}


def test_the_month_of_a_day_is_no_name(names_in):
    text = "The race is on Mar 22 in Oslo. Entries close Jan 5, and Mar 22 is the last day."

    assert names_in(text) == {"Oslo"}


def test_what_somebody_does_is_no_given_name(names_in):
    text = "Frontrunner Calloway led from the start. Lewis Calloway won."

    assert names_in(text) == {"Lewis Calloway"}


def test_a_given_name_stays_beside_that_of_another_of_the_family(names_in):
    text = "Walter Calloway led from the start. Lewis Calloway won."

    assert names_in(text) == {"Walter Calloway", "Lewis Calloway"}
