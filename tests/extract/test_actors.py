"""Who acts in an article: one rule of naming a test."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind
from tests.builders import an_article


@pytest.fixture(scope="session")
def actors_in(page_of):
    return lambda text: {actor.name: actor for actor in find_actors(page_of(text))}


def test_a_surname_joins_its_full_name(actors_in):
    actors = actors_in("Karoline Moran spoke in Oslo on Friday. Later Moran left the city.")

    assert actors["Karoline Moran"].aliases == ("Moran",)
    assert len(actors["Karoline Moran"].mentions) == 2
    assert "Moran" not in actors


def test_two_people_of_one_surname_stay_two(actors_in):
    actors = actors_in(
        "Bill Moran met Hillary Moran in London. Mrs. Moran smiled, and Mr. Moran did not."
    )

    assert {"Bill Moran", "Hillary Moran"} <= set(actors)
    assert len(actors["Hillary Moran"].mentions) == 2


def test_titles_are_no_part_of_the_name(actors_in):
    actors = actors_in("Prime Minister Keir Holm met President Laura Berg in Paris.")

    assert {"Keir Holm", "Laura Berg"} <= set(actors)


def test_a_country_is_one_actor_under_its_longest_form(actors_in):
    actors = actors_in("The U.S. agreed. The United States will pay, and so will the US envoy.")

    assert actors["United States"].kind is Kind.PLACE
    assert set(actors["United States"].aliases) == {"U.S.", "US"}


def test_the_people_of_a_country_are_no_actor(actors_in):
    assert "French" not in actors_in("The French minister met German and Dutch farmers in Lyon.")


def test_an_acronym_joins_the_body_it_stands_for(actors_in):
    actors = actors_in("The European Union (EU) met in Brussels. The EU will vote in May.")

    assert actors["European Union"].aliases == ("EU",)


def test_a_leading_article_is_no_part_of_the_name(actors_in):
    actors = actors_in("The White House agreed. Aides of the White House left for Geneva.")

    assert len(actors["White House"].mentions) == 2


def test_an_office_in_front_of_a_single_name_makes_a_person(actors_in):
    assert actors_in("Chancellor Brandvold spoke to voters in Berlin.")["Brandvold"].kind is (
        Kind.PERSON
    )


def test_a_name_is_of_one_kind_throughout(actors_in):
    text = "Volodymyr Danylko spoke. Danylko rejected it. Aides say Danylko will travel to Rome."

    assert {a.kind for n, a in actors_in(text).items() if "Danylko" in n} == {Kind.PERSON}


def test_a_section_heading_names_nobody_new(actors_in):
    text = (
        "Ana Ruiz met the council of the town on Friday and left.\n"
        "Bridge Talks to Continue\n"
        "The council of the town will meet again in the spring to vote."
    )

    assert list(actors_in(text)) == ["Ana Ruiz"]


def test_a_name_joined_by_a_hyphen_stays_whole(actors_in):
    assert "Kim Jong-un" in actors_in("Kim Jong-un spoke in Pyongyang on Friday.")


def test_the_one_the_article_is_about_comes_first(actors_in):
    text = (
        "Ana Ruiz resigned on Friday. Ruiz had led Elma for years. Tom Berg will follow her. "
        "Ruiz thanked the voters. Critics of Ruiz were pleased."
    )

    names = list(actors_in(an_article(text, title="Ruiz resigns")))

    assert names[0] == "Ana Ruiz"


def test_every_mention_reads_as_a_name_of_its_actor(actors_in):
    text = "Dr. Ana Ruiz’s office in New York said the U.N. had called Ruiz’s aide Tom Berg."

    for actor in actors_in(text).values():
        for span in actor.mentions:
            assert text[span.start : span.end] in {actor.name, *actor.aliases}
