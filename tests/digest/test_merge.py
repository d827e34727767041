"""One cast, each quote and each talk once, from several articles."""

from dataclasses import replace
from datetime import date

import pytest

from briefing.digest.merge import merge_actors, merge_quotes, merge_readings, merge_talks
from briefing.model import Kind, Precision, Status
from tests.builders import a_quote, a_reading, a_talk, an_actor, an_article

LONG = an_article(
    "White House Press Secretary Karoline Leavitt spoke. "
    "“The offer we were handed this morning is not serious,” Karoline Leavitt said.",
    id="long",
)
SHORT = an_article("“The offer is not serious.” Leavitt, a secretary, said so.", id="short")


def names(actors):
    return [actor.name for actor in actors]


# ---- actors


def test_a_surname_in_one_article_is_the_full_name_in_another():
    full = an_actor(LONG, "Karoline Leavitt", role="White House Press Secretary")
    short = an_actor(SHORT, "Leavitt")

    (actor,) = merge_actors([[short], [full]])

    assert actor.name == "Karoline Leavitt"
    assert actor.aliases == ("Leavitt",)
    assert {at.article for at in actor.mentions} == {"long", "short"}


def test_a_surname_that_two_people_bear_stays_alone():
    article = an_article("Ana Ruiz and Luis Ruiz met. Ruiz spoke.")
    cast = [an_actor(article, name) for name in ("Ana Ruiz", "Luis Ruiz", "Ruiz")]

    assert len(merge_actors([cast])) == 3


def test_a_middle_name_makes_no_other_person():
    article = an_article("Donald J. Harrow met. Donald Harrow spoke. Harrow left.")
    cast = [an_actor(article, name) for name in ("Donald J. Harrow", "Donald Harrow", "Harrow")]

    assert names(merge_actors([cast])) == ["Donald J. Harrow"]


def test_a_family_name_in_the_middle_is_found_too():
    article = an_article("Inés Quiroga Beltrán spoke. Inés Quiroga won. Quiroga left.")
    cast = [an_actor(article, name) for name in ("Quiroga", "Inés Quiroga", "Inés Quiroga Beltrán")]

    assert names(merge_actors([cast])) == ["Inés Quiroga Beltrán"]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("CSCF", "Coastal States Climate Forum"),
        ("IAEA", "International Atomic Energy Agency"),
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
    ],
)
def test_a_body_is_one_with_its_short_form(short, full):
    article = an_article(f"The {full} met. {short} spoke.")
    cast = [an_actor(article, name, Kind.ORGANISATION) for name in (short, full)]

    assert names(merge_actors([cast])) == [full]


def test_a_person_and_a_place_of_one_name_stay_apart():
    article = an_article("Sydney spoke in Sydney.")
    cast = [an_actor(article, "Sydney"), an_actor(article, "Sydney", Kind.PLACE)]

    assert len(merge_actors([cast])) == 2


def test_across_stories_only_full_names_meet():
    cast = [[an_actor(SHORT, "Leavitt")], [an_actor(LONG, "Karoline Leavitt")]]

    assert len(merge_actors(cast, is_one_story=False)) == 2


def test_a_role_is_told_once_in_its_fullest_words():
    text = "Press Secretary Leavitt; White House Press Secretary Leavitt; vice secretary Leavitt"
    article = an_article(text)
    roles = ("Press Secretary", "White House Press Secretary", "vice secretary")
    cast = [an_actor(article, "Leavitt", role=role) for role in roles]

    (actor,) = merge_actors([cast])

    assert [role.title for role in actor.roles] == ["White House Press Secretary", "vice secretary"]


def test_salience_stays_between_nothing_and_one():
    cast = [[replace(an_actor(LONG, "Karoline Leavitt"), salience=1.0)]] * 5

    assert merge_actors(cast)[0].salience == 1.0


# ---- quotes


def test_a_repeated_quote_is_told_once_in_its_fullest_words():
    full = a_quote(
        LONG, "The offer we were handed this morning is not serious,", "Karoline Leavitt"
    )
    short = a_quote(SHORT, "The offer is not serious.", "Leavitt")

    assert merge_quotes([short, full]) == (full,)


def test_a_nameless_fullest_quote_takes_the_speaker_another_version_names():
    full = a_quote(LONG, "The offer we were handed this morning is not serious,")
    short = a_quote(SHORT, "The offer is not serious.", "Leavitt")

    (quote,) = merge_quotes([full, short], [an_actor(SHORT, "Leavitt")])

    assert quote.words == full.words
    assert quote.speaker == "Leavitt"


def test_a_word_in_marks_is_the_same_only_from_the_same_mouth():
    article = an_article("“Never, not in a hundred years,” Ana said. “Never,” said Luis.")
    quotes = [
        a_quote(article, "Never, not in a hundred years,", "Ana"),
        a_quote(article, "Never,", "Luis"),
    ]
    quotes[1] = replace(quotes[1], speaker="Luis")

    assert len(merge_quotes(quotes)) == 2


def test_a_named_speaker_with_a_role_comes_before_an_unnamed_one():
    article = an_article(
        "Mayor Ana Ruiz said: “The bridge will open before the first of May.” "
        "“The bridge is a joke and everybody in this town knows it,” was heard."
    )
    good = a_quote(article, "The bridge will open before the first of May.", "Ana Ruiz")
    other = a_quote(article, "The bridge is a joke and everybody in this town knows it,")

    assert merge_quotes([other, good], [an_actor(article, "Ana Ruiz", role="Mayor")])[0] == good


def test_speakers_and_guests_bear_their_full_names():
    full = an_actor(LONG, "Karoline Leavitt")
    short = an_actor(SHORT, "Leavitt")
    quote = a_quote(SHORT, "The offer is not serious.", "Leavitt")
    talk = a_talk(SHORT, "talks", who=("Leavitt", "the envoys"))
    readings = [
        a_reading(SHORT, actors=(short,), quotes=(quote,), talks=(talk,)),
        a_reading(LONG, actors=(full,)),
    ]

    found = merge_readings(readings)

    assert found.quotes[0].speaker == "Karoline Leavitt"
    assert found.talks[0].who == ("Karoline Leavitt", "the envoys")


# ---- talks

TUESDAY = date(2026, 11, 24)


def test_a_talk_in_two_articles_is_told_once_in_its_fullest_version():
    bare = a_talk(SHORT, "nuclear talks", TUESDAY)
    full = a_talk(LONG, "third round of nuclear talks", TUESDAY, where="Geneva", who=("Iran", "E3"))

    assert merge_talks([bare, full]) == (full,)


def test_the_same_people_in_one_place_on_one_day_meet_once_whatever_it_is_called():
    talks = a_talk(SHORT, "nuclear talks", TUESDAY, where="Geneva", who=("Iran",))
    same = a_talk(LONG, "a third round", TUESDAY, where="Geneva, Switzerland", who=("E3", "Iran"))

    assert len(merge_talks([talks, same])) == 1


def test_talks_on_one_day_about_other_things_stay_apart():
    one = a_talk(SHORT, "budget vote", TUESDAY)
    other = a_talk(SHORT, "summit on fishing", TUESDAY, where="Oslo")

    assert set(merge_talks([one, other])) == {one, other}


def test_the_same_meeting_in_another_place_or_month_is_another_meeting():
    one = a_talk(SHORT, "trade talks", TUESDAY, where="Geneva")

    assert len(merge_talks([one, a_talk(LONG, "trade talks", TUESDAY, where="Oslo")])) == 2
    assert len(merge_talks([one, a_talk(LONG, "trade talks", date(2026, 12, 24))])) == 2


def test_that_a_talk_is_off_is_kept_as_the_newest_word():
    planned = a_talk(LONG, "round of trade talks", TUESDAY, where="Geneva", who=("Iran",))
    off = a_talk(SHORT, "trade talks", TUESDAY, where="Geneva", status=Status.CANCELLED)

    assert merge_talks([planned, off]) == (off,)


def test_talks_stand_by_day_with_the_undated_last():
    undated = a_talk(SHORT, "state visit")
    late = a_talk(SHORT, "budget vote", date(2026, 12, 1))
    soon = a_talk(SHORT, "summit on fishing", TUESDAY)

    assert merge_talks([undated, late, soon]) == (soon, late, undated)


def test_a_month_and_a_day_in_it_meet_when_the_place_is_the_same():
    day = a_talk(LONG, "nuclear talks", TUESDAY, where="Geneva")
    when = replace(
        day.when, first=date(2026, 11, 1), last=date(2026, 11, 30), precision=Precision.MONTH
    )
    month = replace(a_talk(SHORT, "nuclear talks", where="Geneva"), when=when)

    assert merge_talks([month, day]) == (day,)


def test_in_one_story_the_session_and_the_second_round_of_one_day_are_one():
    when = replace(a_talk(SHORT, "x", TUESDAY).when, time="10:00")
    round_two = replace(a_talk(SHORT, "second round on the Strait of Orre", TUESDAY), when=when)
    session = replace(a_talk(LONG, "session", TUESDAY, where="Geneva"), when=when)
    later = replace(a_talk(LONG, "session", TUESDAY), when=replace(when, time="15:00"))

    assert len(merge_talks([round_two, session], is_one_story=True)) == 1
    assert len(merge_talks([round_two, later], is_one_story=True)) == 2
    assert len(merge_talks([round_two, session])) == 2


def test_in_one_story_two_occasions_with_names_of_their_own_stay_apart():
    debate = a_talk(SHORT, "televised debate of the candidates", TUESDAY)
    strike = a_talk(LONG, "walkout of the dockers", TUESDAY)

    assert len(merge_talks([debate, strike], is_one_story=True)) == 2
