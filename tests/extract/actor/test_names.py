"""A speaker is shown under the fullest name that the article gives."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John A. Miller runs the port. “We are short of men,” Mr. Miller said.", "John A. Miller"),
        (
            "John Miller runs the port. “We are short of men,” Miller said. John A. Miller left.",
            "John A. Miller",
        ),
        (
            "Robert J. Kessler spoke on Monday. Sheriff Bob Kessler said: “We found the car.”",
            "Robert J. Kessler",
        ),
        (
            "William “Bill” Hartley has a shop. “I never took a day off,” Hartley said.",
            "William “Bill” Hartley",
        ),
        (
            "Martin Webb Jr. lost to Martin Webb Sr. “I ask for a recount,” Webb Jr. said.",
            "Martin Webb Jr.",
        ),
        (
            "Dr. Susan Patel-Greene leads the clinic. “Nobody should wait so long,” Greene said.",
            "Susan Patel-Greene",
        ),
        (
            "Dr. Susan Patel-Greene leads the clinic. “Nobody waits so long,” Patel-Greene said.",
            "Susan Patel-Greene",
        ),
        (
            "Gabriel García Ruiz was elected. “We have won the city back,” García Ruiz said.",
            "Gabriel García Ruiz",
        ),
        (
            "Charles de Villiers joined the board. “We need more time,” said de Villiers.",
            "Charles de Villiers",
        ),
        (
            "Abdul Rahman al-Bakri leads the council. “We reject the offer,” al-Bakri said.",
            "Abdul Rahman al-Bakri",
        ),
        ("Sir Alan Whitcombe led the inquiry. “It is done,” Sir Alan said.", "Alan Whitcombe"),
        ("E. J. Carver writes novels. “I write at night,” Carver said.", "E. J. Carver"),
        (
            "Jean-Pierre Laurent won. “France has spoken to us,” Laurent said.",
            "Jean-Pierre Laurent",
        ),
        ("Chen Weiming opened the line. “It cuts the trip,” Chen said.", "Chen Weiming"),
        ("Sarah I. Okafor runs the port. “It is a hard winter,” Okafor said.", "Sarah I. Okafor"),
        (
            (
                "PORT SHORT OF MEN, OKAFOR SAYS\n\nIfeoma L. Okafor, 52, runs it. “It is a hard winter,” "
                "Okafor told reporters.\n\nIfeoma Okafor was born in Ohio."
            ),
            "Ifeoma L. Okafor",
        ),
        ("Anna L. Smith-Jones runs it. “It is a hard winter,” Smith said.", "Anna L. Smith-Jones"),
        ("Jo Ann M. Smith runs the port. “It is a hard winter,” Smith said.", "Jo Ann M. Smith"),
        ("José A. Peña runs the port. “It is a hard winter,” Peña said.", "José A. Peña"),
        ("Suharjo sells rice in Java. “The price doubled,” Suharjo said.", "Suharjo"),
        (
            "Webb: ‘We will fight on to the end’\n\nMayor Martin Webb promised to go to court.",
            "Martin Webb",
        ),
    ],
)
def test_a_speaker_has_the_fullest_name_of_the_article(speakers_in, text, name):
    assert speakers_in(text)[-1] == name


def test_a_couple_of_one_surname_stays_two(speakers_in):
    text = (
        "Donald R. Pruitt and his wife, Carol M. Pruitt, sued the city. “The dust is everywhere,” "
        "Carol Pruitt said. “We cannot open a window,” Donald Pruitt said."
    )

    assert speakers_in(text) == ["Carol M. Pruitt", "Donald R. Pruitt"]


@pytest.mark.parametrize(
    "name", ["August J. Fisher", "Austin L. Temple", "April A. North", "Jordan T. Church"]
)
def test_an_initial_makes_a_month_or_a_town_a_given_name(speakers_in, name):
    surname = name.split()[-1]
    text = f"The port is run by {name}. “We are short of men,” {surname} said."

    assert speakers_in(text) == [name]


def test_other_initials_are_another_person(speakers_in):
    text = (
        "Former President George W. Harlan spoke in Dallas. His father, former President "
        "George H.W. Harlan, was not there.\n\n“I miss my dogs at home,” George W. Harlan said."
    )

    assert speakers_in(text) == ["George W. Harlan"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NXDO Semiconductors NV fell on Friday. NXDO said so.", {"NXDO Semiconductors NV"}),
        ("Nordavo Properties fell on Friday. Nordavo said so.", {"Nordavo Properties"}),
        ("Samsung Electronics fell on Friday. Samsung said so.", {"Samsung Electronics"}),
        (
            "The Senate Judiciary Committee met. The Senate voted.",
            {"Senate", "Senate Judiciary Committee"},
        ),
    ],
)
def test_the_first_word_of_a_body_means_it_if_it_is_no_other_body(page_of, text, names):
    assert {actor.name for actor in find_actors(page_of(text))} == names
