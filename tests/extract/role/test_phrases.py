"""What stands behind a name, around a comma or after "is" says what somebody is."""

from __future__ import annotations

import pytest

EDITOR_IN_CHIEF = "editor in chief of the Guardian"
FORWARD = ("starting forward for the Utah Jazz", "Utah Jazz")
INSPECTOR = ("inspector for investigations", None)
BANKER = ("French banker", "French")
RADIOLOGIST = "vascular and interventional radiologist"
FOUNDER = ("founder of Two Rivers Media", "Two Rivers Media")
MINISTER = "Minister for Culture, Media and Sport"
TWO_BODIES = (
    "president of the Teachers Union and the Labour Council",
    "Teachers Union and the Labour Council",
)
UNION = ("president of the Teachers Union", "Teachers Union")
LABOR = "Minister of Labor, Employment, and Trade"
ENGINEER = "professor of biomedical and chemical engineering"
MICROSOFT = ("Microsoft chairwoman, president and chief executive", "Microsoft")
NOMINEE = ("nominee for Secretary of State", None)
CANDIDATE = "player of the year candidate"
EARLY_INVESTOR = "early investor in Microsoft"
ASTROPHYSICIST = ("astrophysicist from Yale University", "Yale University")


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        (
            "It is fine, said Laura Berg, chairman, president and chief executive.",
            "chairman, president and chief executive",
            None,
        ),
        ("The police spokeswoman in Boston, Laura Berg, told it.", "police spokeswoman", None),
        ("The Commissioner, Lagos State, Laura Berg, told it.", "Commissioner", None),
        ("The commissioner of police, CP Laura Berg ordered it.", "commissioner of police", None),
        ("The spokeswoman, Ms. Laura Berg who knew it, left.", "spokeswoman", None),
        ("The Minister of Health, Laura Berg, left.", "Minister of Health", None),
        (
            "The Minister of State for Health, Dr Laura Berg on Friday opened it.",
            "Minister of State for Health",
            None,
        ),
        ("A union spokeswoman, Laura Berg, left.", "union spokeswoman", None),
        (
            "The head of the Boston Training Programme (BTP), Laura Berg, left.",
            "head of the Boston Training Programme",
            "Boston Training Programme",
        ),
        ("According to Moran’s special envoy, Laura Berg, it is over.", "special envoy", "Moran"),
        (
            "Laura Berg, president and chief executive of Acme, left.",
            "president and chief executive of Acme",
            "Acme",
        ),
        ("Laura Berg, the mayor of Boston, left.", "mayor of Boston", "Boston"),
        ("Laura Berg, 52, a lawyer for Greenpeace, left.", "lawyer for Greenpeace", "Greenpeace"),
        ("The mayor of Boston, Laura Berg, left.", "mayor of Boston", "Boston"),
        ("Laura Berg is the mayor of Boston.", "mayor of Boston", "Boston"),
        ("Laura Berg, a crane driver for nineteen years, left.", "crane driver", None),
        (
            "Laura Berg, an analyst at the brokerage Acme Partners, left.",
            "analyst at the brokerage Acme Partners",
            "Acme Partners",
        ),
        ("The party’s leader, Laura Berg, left.", "leader", "party"),
        ("Counsel to the inquiry, Laura Berg KC, left.", "Counsel to the inquiry", "inquiry"),
        (
            "The Archbishop of Canterbury, the Most Rev Laura Berg, left.",
            "Archbishop of Canterbury",
            "Canterbury",
        ),
        ("British Premier Tom Moran’s spokeswoman, Laura Berg, left.", "spokeswoman", "Tom Moran"),
        ("Laura Berg, a lawyer representing the family, left.", "lawyer", None),
        ("Laura Berg, previously the head of Acme, left.", "head of Acme", "Acme"),
        ("Laura Berg, then Acme’s chairwoman, left.", "chairwoman", "Acme"),
        ("A retired firefighter, Laura Berg lives in Boston.", "retired firefighter", None),
        (
            "Laura Berg, director of the Center for Marine Science, left.",
            "director of the Center for Marine Science",
            "Center for Marine Science",
        ),
        ("Laura Berg, who was a senator and is a lawyer, left.", "senator", None),
        (
            "Laura Berg, pictured here in Rome, was appointed the head of Acme.",
            "head of Acme",
            "Acme",
        ),
        ("Laura Berg, who grew up in Rome, is the mayor of Boston.", "mayor of Boston", "Boston"),
        ("Laura Berg, Britain’s best-known chef, left.", "best-known chef", "Britain"),
        (
            "Laura Berg, the editor of a science and medical blog, left.",
            "editor of a science and medical blog",
            "science and medical blog",
        ),
        (
            "The secretary-general of Greenpeace, Laura Berg, left.",
            "secretary-general of Greenpeace",
            "Greenpeace",
        ),
        ("Clinton spokesman Tom Holm met Laura Berg, a nurse.", "nurse", None),
        ("Laura Berg, a professor of law at Yale, left.", "professor of law at Yale", "Yale"),
        (
            "Laura Berg, professor of history and politics at Yale, left.",
            "professor of history and politics at Yale",
            "Yale",
        ),
        ("Laura Berg, co-founder of Acme, left.", "co-founder of Acme", "Acme"),
        (
            "Laura Berg, an analyst with Acme Capital, left.",
            "analyst with Acme Capital",
            "Acme Capital",
        ),
        (
            "Laura Berg, an analyst at London’s Acme Capital, left.",
            "analyst at London’s Acme Capital",
            "Acme Capital",
        ),
        ("Laura Berg, a Democrat from Ohio, left.", "Democrat from Ohio", "Ohio"),
        ("Laura Berg became chief executive of Acme.", "chief executive of Acme", "Acme"),
        ("Laura Berg served as ambassador to Spain.", "ambassador to Spain", "Spain"),
        ("Laura Berg was named head of Acme in May.", "head of Acme", "Acme"),
        ("Laura Berg, who has been the mayor of Boston, left.", "mayor of Boston", "Boston"),
        ("Laura Berg, editor in chief of the Guardian, left.", EDITOR_IN_CHIEF, "Guardian"),
        (
            "The director of public prosecutions, Laura Berg, left.",
            "director of public prosecutions",
            None,
        ),
        ("An Asian American writer, Laura Berg, left.", "Asian American writer", None),
        ("Laura Berg, a renowned astrophysicist from Yale University, left.", *ASTROPHYSICIST),
        ("Laura Berg, an early investor in Microsoft, left.", EARLY_INVESTOR, "Microsoft"),
        (
            "Laura Berg, a former Apple and Google communications executive, left.",
            "former Apple and Google communications executive",
            "Apple and Google",
        ),
        (
            "Laura Berg, who made a film and is a co-founder of Microsoft, left.",
            "co-founder of Microsoft",
            "Microsoft",
        ),
        (
            "Laura Berg, author of the novel “Night Boats”, left.",
            "author of the novel “Night Boats”",
            "Night Boats",
        ),
        (
            "Laura Berg, the host of the show “Night Boats,” left.",
            "host of the show",
            "Night Boats",
        ),
        ("Laura Berg, a consultant for the “Truth” campaign, left.", "consultant", None),
        ("Laura Berg, a professor emeritus at Yale, left.", "professor emeritus at Yale", "Yale"),
        (
            "Laura Berg, the Indiana Senate president pro tem, left.",
            "Indiana Senate president pro tem",
            "Indiana Senate",
        ),
        ("Laura Berg, a starting forward for the Utah Jazz, left.", *FORWARD),
        (
            "The editor in chief of the Guardian, Laura Berg, left.",
            "editor in chief of the Guardian",
            "Guardian",
        ),
        (
            "Laura Berg, head of the Alzheimer’s Society, left.",
            "head of the Alzheimer’s Society",
            "Alzheimer’s Society",
        ),
        (
            "Confidence in the prime minister, Laura Berg, is low.",
            "prime minister",
            None,
        ),
        (
            "Laura Berg, minister of education and culture, left.",
            "minister of education and culture",
            None,
        ),
        ("Laura Berg, president of the Teachers Union and the Labour Council, left.", *TWO_BODIES),
        ("Laura Berg is the president of the Teachers Union and the White House said no.", *UNION),
        ("He met Laura Berg, his counterpart from Spain.", "counterpart from Spain", "Spain"),
        ("He met his French counterpart, Laura Berg, in Rome.", "French counterpart", "French"),
        ("Laura Berg, Minister of Labor, Employment, and Trade, left.", LABOR, None),
        ("Laura Berg, Minister for the Armed Forces, left.", "Minister for the Armed Forces", None),
        ("Laura Berg, the foreign minister of Spain, left.", "foreign minister of Spain", "Spain"),
        ("Laura Berg, professor of biomedical and chemical engineering, left.", ENGINEER, None),
        (
            "Laura Berg, vice president of Communications, left.",
            "vice president of Communications",
            None,
        ),
        (
            "Laura Berg, a spokeswoman for Kim Sun-in, left.",
            "spokeswoman for Kim Sun-in",
            "Kim Sun-in",
        ),
        ("Laura Berg, PhD, a nurse, left.", "nurse", None),
        ("Laura Berg, Microsoft chairwoman, president and chief executive, left.", *MICROSOFT),
        (
            "Laura Berg became the first home secretary with French-born Tom Holm leaving.",
            "first home secretary",
            None,
        ),
        ("Laura Berg, the Minister for Culture, Media and Sport, left.", MINISTER, None),
        ("The Minister for Culture, Media and Sport, Laura Berg, left.", MINISTER, None),
        (
            "Laura Berg, the minister of health, Tom Holm and Peter Moran left.",
            "minister of health",
            None,
        ),
        ("Laura Berg, a candidate for prime minister, left.", "candidate for prime minister", None),
        ("Laura Berg, the nominee for Secretary of State, left.", *NOMINEE),
        (
            "Laura Berg, the Labour candidate for mayor, left.",
            "Labour candidate for mayor",
            "Labour",
        ),
        (
            "Laura Berg is a candidate for governor of Texas.",
            "candidate for governor of Texas",
            "Texas",
        ),
        ("An aide to the minister, Laura Berg, left.", "aide to the minister", "minister"),
        ("The brother of the gunman, Laura Berg, left.", "brother of the gunman", "gunman"),
        ("Laura Berg is the son of one of the giants of sport.", "son", None),
        ("The current leader’s father, Laura Berg, left.", "father", "leader"),
        ("Laura Berg, an inspector for investigations, left.", *INSPECTOR),
        ("Laura Berg, Boston’s most famous newsreader, left.", "newsreader", "Boston"),
        ("Laura Berg, a native of Boston, left.", "native of Boston", "Boston"),
        ("Laura Berg, a French banker worth an estimated $9 billion, left.", *BANKER),
        ("Laura Berg was a vascular and interventional radiologist.", RADIOLOGIST, None),
        ("Laura Berg, the No. 2 leader in the race, left.", "No. 2 leader", None),
        ("Laura Berg, a traveling DJ, left.", "traveling DJ", None),
        ("Laura Berg, founder of Two Rivers Media, left.", *FOUNDER),
        ("Laura Berg, a player of the year candidate, left.", CANDIDATE, None),
        ("Laura Berg, a Nobel Prize-winning author, left.", "Nobel Prize-winning author", None),
        ("Laura Berg, a mom of two, left.", "mom of two", None),
        ("Laura Berg, winner for the past two seasons, left.", "winner", None),
        ("After the decision to pay Iran’s top envoy, Laura Berg, he left.", "top envoy", "Iran"),
    ],
)
def test_a_role_is_read_behind_the_name_or_around_a_comma(roles_in, sentence, title, affiliation):
    assert roles_in(sentence)["Laura Berg"] == [(title, affiliation)]


def test_a_relative_of_a_ruler_is_no_ruler(roles_in):
    assert roles_in("A relative of the monarch, Laura Berg, left.")["Laura Berg"] == []


def test_a_counterpart_of_no_country_tells_nothing(roles_in):
    assert roles_in("He met his counterpart, Laura Berg, in Rome.")["Laura Berg"] == []


def test_a_list_may_tell_where_each_comes_from(roles_in):
    roles = roles_in("Senators Laura Berg of Ohio and Tom Holm (R-Texas) agreed to vote.")

    assert roles["Laura Berg"] == roles["Tom Holm"] == [("Senators", None)]


def test_a_plural_title_holds_for_each_of_a_list(roles_in):
    roles = roles_in("Sens. Laura Berg, Tom Holm and Peter Moran agreed to vote.")

    assert [roles[name] for name in ("Laura Berg", "Tom Holm", "Peter Moran")] == [
        [("Sens.", None)]
    ] * 3


def test_each_of_two_is_of_the_land_told_in_order(roles_in):
    roles = roles_in("The Spanish and French ministers Laura Berg and Tom Holm left.")

    assert roles["Laura Berg"] == [("Spanish and French ministers", "Spanish")]
    assert roles["Tom Holm"] == [("Spanish and French ministers", "French")]


def test_a_second_office_behind_and_is_told_too(roles_in):
    roles = roles_in("“No,” Laura Berg, head of Acme and a professor at Yale, said.")

    assert roles["Laura Berg"] == [("head of Acme", "Acme"), ("professor at Yale", "Yale")]


def test_an_office_stands_behind_the_state_a_member_comes_from(roles_in):
    roles = roles_in("“No,” said Rep. Laura Berg of Maryland, the chairwoman of the panel.")

    assert roles["Laura Berg"][0] == ("chairwoman of the panel", "panel")


def test_an_object_in_front_of_a_comma_is_not_the_subject_behind_it(roles_in):
    assert roles_in("In a letter read by his counsel, Laura Berg said no.")["Laura Berg"] == []


def test_a_phrase_in_front_of_a_comma_may_be_of_another(roles_in):
    assert (
        roles_in("There was a riot in the prison in Boston, Laura Berg said.")["Laura Berg"] == []
    )
    assert roles_in("He met the coach in May, Laura Berg said.")["Laura Berg"] == []
