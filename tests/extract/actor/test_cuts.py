"""Cuts: where one entity of the model holds two names, or a name and what an office is of."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind


def people(parse, text):
    return [actor.name for actor in find_actors(parse(text)) if actor.kind is Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ambassador to Iraq met the mayor of Oslo Eva Lind on Friday.", ["Eva Lind"]),
        ("Secretary of the Board Debbie Coleman explained it.", ["Debbie Coleman"]),
        ("The chairman of the Committee Ana Ruiz agreed.", ["Ana Ruiz"]),
        ("The head of the Boston Training Programme left.", []),
    ],
)
def test_who_holds_an_office_stands_apart_from_what_it_is_of(parse, text, names):
    assert people(parse, text) == names


def test_a_surname_with_its_small_word_is_that_person(parse):
    text = "The envoy for Libya Bernard de Souza spoke. De Souza will brief the council on Friday."

    assert people(parse, text) == ["Bernard de Souza"]


def test_a_large_word_between_an_office_and_an_occasion_is_nobody(parse):
    text = "In the Republican Primary Election, voters will elect a sheriff. Tom Berg runs."

    assert people(parse, text) == ["Tom Berg"]


def test_the_count_of_a_gallery_ends_a_name(parse):
    names = people(parse, "Road in Weston Paul Hartley 6/8 A police cordon is in place on Friday.")

    assert not any("6/8" in name for name in names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Bell left. Bell's Elma Union party is in the lead.", "Elma Union"),
        (
            "It is the UN Office for the Protection of Rivers.",
            "UN Office for the Protection of Rivers",
        ),
        ("She worked at the Border Patrol, Transport Security Agency.", "Border Patrol"),
    ],
)
def test_a_body_is_told_without_its_owner_and_with_its_aim(page_of, text, name):
    assert name in {actor.name for actor in find_actors(page_of(text))}


def test_half_a_title_in_marks_is_no_actor(page_of):
    assert not find_actors(page_of("They saw “Lord of the Lakes” on Friday."))


def test_a_name_that_ends_the_text_in_a_blank_line_is_cut_to_nothing_less(parse):
    assert people(parse, "By Tom Holm \n ") in (["Tom Holm"], [])


def test_a_given_name_put_in_by_an_editor_is_nobody_besides(parse):
    assert people(parse, "“We told [Donald] Trump so,” Ana Ruiz said.") == ["Ana Ruiz", "Trump"]
