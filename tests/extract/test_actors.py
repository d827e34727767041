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


def test_a_word_of_the_headline_is_no_headline_for_a_body_that_has_it_in_its_name(actors_in):
    text = (
        "Lena Hart left the group Norrland Records on Friday. She will be followed by Tom Berg of "
        "Calder Music. Hart had led it for years."
    )

    found = actors_in(an_article(text, title="Women in music ask for more"))

    assert list(found)[-1] in {"Calder Music", "Norrland Records"}
    assert found["Calder Music"].salience < found["Lena Hart"].salience / 2


def test_every_mention_reads_as_a_name_of_its_actor(actors_in):
    text = "Dr. Ana Ruiz’s office in New York said the U.N. had called Ruiz’s aide Tom Berg."

    for actor in actors_in(text).values():
        for span in actor.mentions:
            assert text[span.start : span.end] in {actor.name, *actor.aliases}


def test_a_country_that_is_a_name_is_both_where_both_are_meant(actors_in):
    actors = actors_in(
        "Michael Jordan met the king of Jordan in Amman. Jordan’s government agreed. "
        "Chad Holm left Chad for Georgia, and Georgia’s parliament met."
    )

    assert {n: actors[n].kind for n in ("Michael Jordan", "Jordan", "Chad Holm", "Georgia")} == {
        "Michael Jordan": Kind.PERSON,
        "Jordan": Kind.PLACE,
        "Chad Holm": Kind.PERSON,
        "Georgia": Kind.PLACE,
    }


def test_a_seat_of_power_that_speaks_is_a_body(actors_in):
    actors = actors_in("Downing Street said no. The Kremlin denied it.")

    assert {a.kind for a in actors.values()} == {Kind.ORGANISATION}


def test_a_headline_in_capitals_names_whom_the_text_names(actors_in):
    actors = actors_in(
        "MINISTER LAURA BERG RESIGNS OVER BRIDGE\n\nLaura Berg resigned after the collapse "
        "of a bridge in Boston, her office said."
    )

    assert actors["Laura Berg"].aliases == ("LAURA BERG",)


def test_a_family_name_in_front_stays_with_its_given_name(actors_in):
    actors = actors_in("Xi Jinping met Kim Jong-un in Beijing. Mr. Xi smiled. Xi left.")

    assert actors["Xi Jinping"].aliases == ("Xi",)


def test_particles_belong_to_the_surname(actors_in):
    actors = actors_in("Ludwig van der Berg spoke in Madrid. Later van der Berg left.")

    assert actors["Ludwig van der Berg"].aliases == ("van der Berg",)


def test_either_surname_of_two_stands_for_its_bearer(actors_in):
    actors = actors_in("Inés Quiroga Beltrán, who runs Elma, spoke. Later Quiroga left Madrid.")

    assert actors["Inés Quiroga Beltrán"].aliases == ("Quiroga",)


def test_courtesy_and_who_tell_a_person(actors_in):
    actors = actors_in(
        "The stall of Doña Pilar Montt was open. Elvane Kastrup, who owns it, was in Boston."
    )

    assert actors["Pilar Montt"].kind is Kind.PERSON
    assert actors["Elvane Kastrup"].kind is Kind.PERSON


def test_what_the_article_is_in_is_a_place(actors_in):
    actors = actors_in("They met in Hvalness on Friday. In Hvalness it rained, as in all Norway.")

    assert actors["Hvalness"].kind is Kind.PLACE


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "The US State Department agreed. The State Department left.",
            "US State Department",
            "State Department",
        ),
        (
            "The Dockers’ Union of Norway met in Oslo. The Union will vote.",
            "Dockers’ Union of Norway",
            "Union",
        ),
        (
            "The Kennedy Space Center (KSC) opened. The KSC is in Florida.",
            "Kennedy Space Center",
            "KSC",
        ),
    ],
)
def test_a_short_form_joins_its_full_name(actors_in, text, name, alias):
    assert alias in actors_in(text)[name].aliases


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was low. Quotas fell, and the Clean Air Act and the World Cup were discussed.",
        "They spoke of the Northern Ireland Act on Friday in March.",
    ],
)
def test_common_words_laws_and_events_are_no_actors(actors_in, text):
    assert set(actors_in(text)) <= {"Northern Ireland"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J.D. Vance spoke in Ohio. Vance left for Boston.", "J.D. Vance"),
        ("DeRay Mckesson spoke in Ohio. Mckesson left for Boston.", "DeRay Mckesson"),
        ("They played for the Ana Ruiz Memorial Cup. Later Ms Ruiz left.", "Ana Ruiz"),
    ],
)
def test_the_full_name_is_found_however_it_is_written(actors_in, text, name):
    assert actors_in(text)[name].kind is Kind.PERSON


def test_a_son_of_his_fathers_name_is_another(actors_in):
    actors = actors_in("Donald Moran Jr. met Donald Moran in Ohio. Moran Jr. smiled.")

    assert actors["Donald Moran Jr."].aliases == ("Moran Jr.",)
    assert "Donald Moran" in actors


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "The Church of Elmology met. Critics of Elmology left, and the Elmology office shut.",
            "Church of Elmology",
            "Elmology",
        ),
        (
            "The New People's Party met in Oslo. The New People Party won.",
            "New People's Party",
            "New People Party",
        ),
        (
            "North Korea sent troops on Friday. In the North, officials were silent.",
            "North Korea",
            "North",
        ),
    ],
)
def test_a_shorter_name_of_a_body_or_country_is_the_same_one(actors_in, text, name, alias):
    assert alias in actors_in(text)[name].aliases


def test_a_bare_surname_is_no_relative_who_goes_by_the_given_name(actors_in):
    actors = actors_in(
        "Boris Moran visited his wife Naina on Friday. Naina Moran was well, and Moran left Oslo."
    )

    assert "Moran" in actors["Boris Moran"].aliases


def test_a_dateline_of_a_body_names_no_place(actors_in):
    actors = actors_in("UNITED NATIONS (AP) - The U.N. met on Friday to vote on aid for Sudan.")

    assert "United Nations" not in {n for n, a in actors.items() if a.kind is Kind.PLACE}


def test_a_noble_is_one_person_and_what_he_is_called_after_is_no_place(page_of):
    text = "Prince Henry of Wales arrived. Prince Harry will leave in June. Harry said he was glad."

    (prince,) = find_actors(page_of(text))

    assert prince.kind is Kind.PERSON
    assert prince.name == "Harry"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Bassem Hadi's father wept in Ohio.", "Bassem Hadi", Kind.PERSON),
        ("Ann Bell is with Park Square Films.", "Park Square Films", Kind.ORGANISATION),
        ("Carl Jones owns Silver Goat Tavern.", "Silver Goat Tavern", Kind.PLACE),
        ("People were taken to Kumshe. They drove from Kumshe.", "Kumshe", Kind.PLACE),
    ],
)
def test_kin_heads_and_ways_tell_the_kind(page_of, text, name, kind):
    assert {actor.name: actor.kind for actor in find_actors(page_of(text))}[name] is kind


def test_a_body_called_by_its_common_noun_is_told_of_as_well(page_of):
    text = (
        "Petra Lindgren spoke. Petra Lindgren met Carl Jones at the Weston Museum on Monday. "
        "Petra Lindgren left. Petra Lindgren was glad. The Weston Museum was full. "
        "Visitors were sent out of the museum. Guards closed the museum. The museum was dark."
    )

    told, bare = (
        {actor.name: actor.salience for actor in find_actors(page_of(words))}
        for words in (text, text.replace("the museum", "it").replace("The museum", "It"))
    )

    assert told["Weston Museum"] > bare["Weston Museum"]


def test_a_state_in_letters_is_the_state(page_of):
    text = "They live in Erie, Pa., and work in Weston. Pennsylvania is cold in May."

    (state,) = (a for a in find_actors(page_of(text)) if "Pa." in (a.name, *a.aliases))

    assert state.name == "Pennsylvania"


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Foreign Minister Wang Lihua will visit Oslo. Wang will arrive on Tuesday.", "Wang Lihua", "Wang"),
        ("Coach Marques Pinto praised his men. Under Marques, they have won six games.", "Marques Pinto", "Marques"),
        ("Kim Song Ho met the envoy. The talks went well, and Kim will travel home.", "Kim Song Ho", "Kim"),
    ],
)  # fmt: skip
def test_the_first_word_of_one_persons_name_means_that_person(page_of, text, name, other):
    actors = {actor.name: actor for actor in find_actors(page_of(text))}

    assert len(actors[name].mentions) == 2
    assert other not in actors


def test_a_first_word_that_is_used_as_a_place_stays_one(page_of):
    text = "Elmira Jones moved north. She lives in the town of Elmira, Ohio. Elmira residents met."

    kinds = {actor.name: actor.kind for actor in find_actors(page_of(text))}

    assert kinds["Elmira"] is Kind.PLACE


def test_two_names_with_a_comma_between_are_two(page_of):
    names = {
        actor.name
        for actor in find_actors(page_of("They post on Facebook, Instagram and Twitter."))
    }

    assert {"Facebook", "Instagram"} <= names
