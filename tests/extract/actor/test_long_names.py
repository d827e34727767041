"""Names that hold small words, hyphens and commas stay whole."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind


@pytest.fixture(scope="session")
def kinds_in(page_of):
    return lambda text: {actor.name: actor.kind for actor in find_actors(page_of(text))}


def test_letters_in_brackets_tell_how_far_back_a_name_goes(page_of):
    text = "Al-Qaeda in the Islamic Maghreb (AQIM) took hostages in Mali. AQIM asked for money."

    body = find_actors(page_of(text))[0]

    assert (body.name, body.aliases) == ("Al-Qaeda in the Islamic Maghreb", ("AQIM",))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Paul Reed spoke at St. Peter's Basilica.", "St. Peter's Basilica", Kind.PLACE),
        ("They live in Weston-by-the-Sea, a town.", "Weston-by-the-Sea", Kind.PLACE),
        ("He was taken to Elma Children's Hospital.", "Elma Children's Hospital", Kind.PLACE),
        ("The hearing of Ann Bell Supreme Court nominee.", "Ann Bell", Kind.PERSON),
    ],
)
def test_a_name_is_cut_where_it_ends_and_nowhere_else(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


def test_a_law_with_a_list_in_its_name_is_no_actor(kinds_in):
    names = kinds_in("They passed the Clean Air, Water, and Rivers Improvement Act. Ann Bell left.")

    assert set(names) == {"Ann Bell"}


def test_letters_behind_or_tell_it_too(page_of):
    text = "The Workers' Youth Council, or WYC, met in Ohio. WYC members voted."

    body = find_actors(page_of(text))[0]

    assert (body.name, body.aliases) == ("Workers' Youth Council", ("WYC",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The trains met in the 53rd Street tunnel on Friday.", "53rd Street"),
        ("It went down west of the town, near the Canadian River.", "Canadian River"),
        ("He passed away at Elma General Hospital on Monday.", "Elma General Hospital"),
        ("They spoke at the Ecuadorian Embassy on Friday.", "Ecuadorian Embassy"),
        ("The soldier was of the 8th Brigade.", "8th Brigade"),
        ("It met at the National People's Congress in May.", "National People's Congress"),
        ("The flight was operated by Envoy Air, a subsidiary.", "Envoy Air"),
    ],
)
def test_a_head_takes_the_large_words_and_numbers_in_front(page_of, text, name):
    assert name in {actor.name for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Overjoyed Bulldogs fans sang. The Bulldogs won. The Bulldogs are champions.", "Bulldogs"),
        ("Following Lindgren's visit, Petra Lindgren went home.", "Petra Lindgren"),
        ("He met Secretary of State Carl Jones in Oslo.", "Carl Jones"),
        ("They thanked Prince Harald and Bishop Moyer.", "Harald"),
    ],
)
def test_what_opens_a_sentence_or_an_office_is_no_part_of_a_name(page_of, text, name):
    names = {actor.name for actor in find_actors(page_of(text))}

    assert name in names
    assert not names & {"Overjoyed Bulldogs", "Following Lindgren", "State", "Prince Harald"}


def test_a_union_bears_the_trade_of_its_members(page_of):
    text = "On the steps of the court the Dockworkers' Union of Elma (DUE) said it would strike."

    assert "Dockworkers' Union of Elma" in {actor.name for actor in find_actors(page_of(text))}


@pytest.mark.parametrize("marks", ['"{}"', "“{}”"])
def test_a_nickname_in_marks_stands_inside_its_name(parse, marks):
    text = f"Senator Juan Marco {marks.format('Toto')} Suarez urged calm. Suarez met Ana Ruiz."

    (senator, _) = find_actors(parse(text))

    assert senator.name == f"Juan Marco {marks.format('Toto')} Suarez"
    assert len(senator.mentions) == 2


def test_a_nickname_may_be_of_two_words(parse):
    text = 'Bob "The Hammer" Oldham won the fight. Oldham had lost the last.'

    (boxer,) = find_actors(parse(text))

    assert (boxer.name, len(boxer.mentions)) == ('Bob "The Hammer" Oldham', 2)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "He paid the US-Poland Business Council.",
            "US-Poland Business Council",
            Kind.ORGANISATION,
        ),
        ("The South Korea-Poland Forum met.", "South Korea-Poland Forum", Kind.ORGANISATION),
        ("The winner was Ana Maria Quiroga, a singer.", "Ana Maria Quiroga", Kind.PERSON),
        ("German Anton Weber won the race.", "Anton Weber", Kind.PERSON),
        ("On Friday it is the turn of Kings of Elma.", "Kings of Elma", Kind.ORGANISATION),
        (
            "He met the National Labour Congress and Trade Union Congress.",
            "Trade Union Congress",
            Kind.ORGANISATION,
        ),
    ],
)
def test_a_name_is_neither_cut_nor_runs_on(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


@pytest.mark.parametrize(
    "text",
    [
        "They played Five Ghosts of Kestrel on Friday.",
        "It was the Order of Merit.",
        "Mother Nature was kind to us.",
    ],
)
def test_half_a_title_and_a_figure_of_speech_are_no_actors(kinds_in, text):
    assert not kinds_in(text)


def test_members_of_a_body_leave_its_name_alone(kinds_in):
    names = kinds_in("Pictured are Members of the Weston Builders Association at work.")

    assert set(names) == {"Weston Builders Association"}


def test_what_a_centre_is_for_may_be_two_words_for_one_noun(parse):
    text = "Ana Ruiz joined the National Center for Missing and Abandoned Dogs on Friday."

    names = {actor.name for actor in find_actors(parse(text))}

    assert names == {"Ana Ruiz", "National Center for Missing and Abandoned Dogs"}
