"""What deeds and owners around a name say that it names."""

from __future__ import annotations

import pytest

from briefing.extract.actor.deeds import told_by_deeds
from briefing.extract.actor.mention import mention_of
from briefing.extract.actors import find_actors
from briefing.model import Kind


@pytest.fixture(scope="session")
def told_of(page_of):
    """The kinds that the sentence speaks for, of the one word."""

    def kinds(text: str, word: str) -> set[Kind | None]:
        doc = page_of(text).doc
        first = next(t.i for t in doc if t.text == word)
        return {k for k, _ in told_by_deeds(doc, mention_of(doc, first, first + 1, Kind.PLACE))}

    return kinds


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Zarrow smiled and left.", "Zarrow"),
        ("Zarrow was arrested on Friday.", "Zarrow"),
        ("They came to Zarrow's funeral in May.", "Zarrow"),
        ("She came with her 10-year-old son, Zarrow, on Monday.", "Zarrow"),
        ("He and his wife of 17 years, Zarrow, live there.", "Zarrow"),
        ("The mayor's daughter Zarrow was there.", "Zarrow"),
    ],
)
def test_what_only_people_do_and_have_tells_a_person(told_of, text, word):
    assert told_of(text, word) == {Kind.PERSON}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It was flying from Tulsa to Zarrow when it went down.", "Zarrow"),
        ("They drove to Zarrow in the night.", "Zarrow"),
        ("The Zarrow, Ohio, plant was closed.", "Zarrow"),
    ],
)
def test_the_end_of_a_way_and_the_town_of_a_state_are_places(told_of, text, word):
    assert told_of(text, word) == {Kind.PLACE}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The bank said Zarrow was sold.", "Zarrow"),
        ("Its Caribbean neighbour, Zarrow, has a bank.", "Zarrow"),
        ("Shares of its parent, Zarrow, fell.", "Zarrow"),
        ("They talked of Zarrow's death benefit plan.", "Zarrow"),
        ("He gave money to Zarrow last year.", "Zarrow"),
        ("They like Acme, Zarrow, Ohio, and tea.", "Zarrow"),
    ],
)
def test_what_firms_and_towns_do_as_well_tells_nothing(told_of, text, word):
    assert told_of(text, word) == set()


def test_a_ship_sinks(told_of):
    assert told_of("As the Zarrow sank, boats came.", "Zarrow") == {None}


def test_who_goes_by_the_last_word_is_a_person(page_of):
    text = (
        "Talks went on with Adaro Benkuri over oil. Benkuri called the offer a joke. "
        "Benkuri has campaigned for it. A new law brought Benkuri to power."
    )

    (actor,) = (a for a in find_actors(page_of(text)) if "Benkuri" in a.name)

    assert (actor.name, actor.kind) == ("Adaro Benkuri", Kind.PERSON)


def test_one_sure_sentence_outweighs_what_the_model_takes_a_name_for(page_of):
    text = (
        "Shares of Petrolan fell. Petrolan is the national oil company. "
        "Some say Petrolan paid. Many in the city hate Petrolan."
    )

    kinds = {a.name: a.kind for a in find_actors(page_of(text))}

    assert kinds == {"Petrolan": Kind.ORGANISATION}
