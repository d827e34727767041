"""The words of an office that stand before a name."""

from __future__ import annotations

import pytest

OF_WESTON = ("University of Weston President", "University of Weston")
MINISTRY = ("Foreign ministry spokeswoman", "Foreign ministry")
DEPUTY_HEAD = (
    "Deputy Head of the Boston National Bank's Currency Department",
    "Boston National Bank's Currency Department",
)
ATTORNEY = ("Bristol County District Attorney", "Bristol County")
PROFESSOR = ("Professor", "Yale University")
MEMBER = ("Parliament member", "Labour Party")
MINISTER = "Minister of Labour, Family and Social Affairs"
LOWER_MINISTER = "minister of health, youth and sport"
OF_SPAIN = ("Minister of Foreign Affairs of Spain", "Spain")
NOMINEE = ("Nominee for governor of Texas", "Texas")
SENATE_PRESIDENT = "Senate President pro Tempore"


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        ("French President Laura Berg left.", "French President", "French"),
        ("Bears sign striker Laura Berg.", "striker", None),
        ("Minister for labour Laura Berg left.", "Minister for labour", None),
        ("Team coach Laura Berg left.", "Team coach", None),
        ("Chief Justice of Spain Justice Laura Berg left.", "Chief Justice of Spain", "Spain"),
        ("The government spokesman Major General Laura Berg left.", "government spokesman", None),
        ("Storm Prevention Officer Laura Berg left.", "Storm Prevention Officer", None),
        ("Lone Grand Slam winner Laura Berg left.", "Grand Slam winner", None),
        ("Foreign ministry spokeswoman Laura Berg left.", *MINISTRY),
        (
            "Deputy Head of the Boston National Bank's Currency Department Laura Berg left.",
            *DEPUTY_HEAD,
        ),
        (
            "White House Press Secretary Laura Berg left.",
            "White House Press Secretary",
            "White House",
        ),
        ("Former Defense Secretary Laura Berg left.", "Former Defense Secretary", None),
        ("The embattled chairman Laura Berg left.", "chairman", None),
        ("Greenpeace spokeswoman Laura Berg left.", "Greenpeace spokeswoman", "Greenpeace"),
        ("Acting Secretary of State Laura Berg left.", "Acting Secretary of State", None),
        ("US President Laura Berg left.", "US President", "US"),
        ("Costa Rican President Laura Berg left.", "Costa Rican President", "Costa Rican"),
        ("Police spokeswoman Laura Berg left.", "Police spokeswoman", "Police"),
        ("Former children’s minister Laura Berg left.", "Former children’s minister", None),
        ("The 39-year-old businesswoman Laura Berg left.", "businesswoman", None),
        ("Governor Dr Laura Berg left.", "Governor", None),
        ("Superintendent of Police Laura Berg left.", "Superintendent of Police", "Police"),
        ("It was dull, said lead author Dr Laura Berg.", "lead author", None),
        ("New Zealand all-rounder Laura Berg left.", "New Zealand all-rounder", "New Zealand"),
        ("Scrum-half Laura Berg left.", "Scrum-half", None),
        (
            "Former world heavyweight champion Laura Berg left.",
            "Former world heavyweight champion",
            None,
        ),
        ("Fourth seed Laura Berg left.", "Fourth seed", None),
        ("PM Laura Berg left.", "PM", None),
        ("Mother-of-three Laura Berg, 44, left.", "Mother-of-three", None),
        (
            "The SNP leader and First Minister Laura Berg left.",
            "SNP leader and First Minister",
            "SNP",
        ),
        ("It got worse under President Laura Berg.", "President", None),
        ("Real Madrid midfielder Laura Berg left.", "Real Madrid midfielder", "Real Madrid"),
        ("Tamil Nadu Chief Minister Laura Berg left.", "Tamil Nadu Chief Minister", "Tamil Nadu"),
        (
            "European Commission President Laura Berg left.",
            "European Commission President",
            "European Commission",
        ),
        ("The Fine Gael TD Laura Berg left.", "Fine Gael TD", "Fine Gael"),
        ("Minister of Labour, Family and Social Affairs Laura Berg left.", MINISTER, None),
        ("They met minister of health, youth and sport Laura Berg.", LOWER_MINISTER, None),
        ("State Rep. Laura Berg left.", "State Rep.", None),
        ("Islamist president Laura Berg left.", "Islamist president", None),
        ("Monsignor Laura Berg left.", "Monsignor", None),
        ("Archbishop Laura Berg of Boston left.", "Archbishop", "Boston"),
        ("External Affairs Minister Laura Berg left.", "External Affairs Minister", None),
        ("Minister of Foreign Affairs of Spain Laura Berg left.", *OF_SPAIN),
        ("Town Mayor Laura Berg left.", "Town Mayor", None),
        ("Candidate for mayor Laura Berg left.", "Candidate for mayor", None),
        ("Nominee for governor of Texas Laura Berg left.", *NOMINEE),
        ("Ousted prime minister Laura Berg left.", "Ousted prime minister", None),
        ("They met the world No. 3 Laura Berg.", "world No. 3", None),
        ("Wimbledon champion Laura Berg left.", "Wimbledon champion", None),
        ("Spain’s Olympic champion Laura Berg left.", "Olympic champion", "Spain"),
        ("French champion Laura Berg left.", "French champion", "French"),
        ("Nobel laureate Laura Berg left.", "Nobel laureate", None),
        ("Lord Justice Laura Berg left.", "Lord Justice", None),
        ("Two-time champion Laura Berg left.", "Two-time champion", None),
        ("World number one Laura Berg left.", "World number one", None),
        ("Defending champion Laura Berg left.", "Defending champion", None),
        ("Left-arm spinner Laura Berg left.", "Left-arm spinner", None),
        ("Lt. Gen. Laura Berg left.", "Lt. Gen.", None),
        ("Army Chief of Staff Gen. Laura Berg left.", "Army Chief of Staff", "Army"),
        ("US Ambassador to Spain Laura Berg left.", "US Ambassador to Spain", "US"),
        ("The Acme founder and chairman Laura Berg left.", "Acme founder and chairman", "Acme"),
        ("Guardian Editor-in-Chief Laura Berg left.", "Guardian Editor-in-Chief", "Guardian"),
        ("Guardian editor in chief Laura Berg left.", "Guardian editor in chief", "Guardian"),
        ("Air Chief Marshal Laura Berg left.", "Air Chief Marshal", None),
        ("Fellow Sen. Laura Berg left.", "Sen.", None),
        ("Moran beat his rival Sen. Laura Berg.", "Sen.", None),
        ("Her Royal Highness Princess Laura Berg left.", "Princess", None),
        ("The late President Laura Berg was praised.", "late President", None),
        ("Outgoing chairwoman Laura Berg left.", "Outgoing chairwoman", None),
        ("Prime Minister-designate Laura Berg left.", "Prime Minister-designate", None),
        ("African-American actress Laura Berg left.", "African-American actress", None),
        ("Executive VP Laura Berg left.", "Executive VP", None),
        ("Senate President pro Tempore Laura Berg left.", SENATE_PRESIDENT, "Senate"),
        ("US First Lady Laura Berg left.", "US First Lady", "US"),
        ("They met third baseman Laura Berg.", "third baseman", None),
        ("They met left fielder Laura Berg.", "left fielder", None),
        ("He met his Omani counterpart Laura Berg.", "Omani counterpart", "Omani"),
        (
            "Boston County Attorney’s Office spokeswoman Laura Berg left.",
            "Boston County Attorney’s Office spokeswoman",
            "Boston County Attorney’s Office",
        ),
        (
            "They spoke with Google co-founder and CEO Laura Berg.",
            "Google co-founder and CEO",
            "Google",
        ),
        ("They met the Formula 1 driver Laura Berg.", "Formula 1 driver", "Formula 1"),
        ("Reuters French President Laura Berg looks on.", "French President", "French"),
        ("He hugged his waiting family - wife Laura Berg.", "wife", None),
        ("That is the question former champion Laura Berg asked.", "former champion", None),
        ("Office worker Laura Berg, 41, left.", "Office worker", None),
        ("In came “Night Boats” creator Laura Berg.", "creator", "Night Boats"),
        ("University of Weston President Laura Berg left.", *OF_WESTON),
        (
            "Department of Health spokeswoman Laura Berg left.",
            "Department of Health spokeswoman",
            "Department of Health",
        ),
        ("Staff Sgt. Laura Berg left.", "Staff Sgt.", None),
        ("A jet used to transport President Laura Berg landed.", "President", None),
        (
            "The team announced on Monday general manager Laura Berg had left.",
            "general manager",
            None,
        ),
        (
            "Former Apple and Google executive Laura Berg left.",
            "Former Apple and Google executive",
            "Apple and Google",
        ),
        ("It was said by Moran’s sister Laura Berg.", "sister", "Moran"),
        ("Rabbi Laura Berg left.", "Rabbi", None),
        ("Head of security Laura Berg left.", "Head of security", None),
        ("They met the chief of police Laura Berg.", "chief of police", None),
        ("They lost running back Laura Berg to Boston.", "running back", None),
        ("They lost to Steelers safety Laura Berg.", "Steelers safety", "Steelers"),
        ("Four-time champion Laura Berg left.", "Four-time champion", None),
        ("They met Bristol County District Attorney Laura Berg.", *ATTORNEY),
        ("It was seen from space NASA astronaut Laura Berg said.", "NASA astronaut", "NASA"),
        ("“Born and bred here” sisters Laura Berg and Tom Holm left.", "sisters", None),
        ("Reuters Starting pitcher Laura Berg waves.", "Starting pitcher", None),
        ("Reuters photographer Laura Berg left.", "Reuters photographer", "Reuters"),
        ("Professor Laura Berg of the prestigious Yale University left.", *PROFESSOR),
        ("Parliament member Laura Berg of the Labour Party left.", *MEMBER),
        ("Labour MP Laura Berg of Boston left.", "Labour MP", "Labour"),
        ("Senate Republican leader Laura Berg left.", "Senate Republican leader", "Senate"),
        ("Mountain guide Laura Berg left.", "Mountain guide", None),
        ("The boy’s mum Laura Berg left.", "mum", "boy"),
        ("They met neighbor Laura Berg.", "neighbor", None),
        ("It was said by Moran’s friend Laura Berg.", "friend", "Moran"),
        ("They met ambassador to Spain Laura Berg.", "ambassador to Spain", "Spain"),
        ("Professor Laura Berg of Yale University left.", "Professor", "Yale University"),
        ("Physicist Laura Berg, of Yale University, left.", "Physicist", "Yale University"),
        ("Prime Minister Laura Berg of France left.", "Prime Minister", "France"),
        ("Fisherman Laura Berg of Boston left.", "Fisherman", None),
    ],
)
def test_a_role_is_read_in_front_of_the_name(roles_in, sentence, title, affiliation):
    assert roles_in(sentence)["Laura Berg"] == [(title, affiliation)]


def test_letters_of_a_firm_stand_between_it_and_the_office(roles_in):
    roles = roles_in("Elma Holdings (ELMA) Chief People Officer Laura Berg said it would grow.")

    assert roles["Laura Berg"] == [("Chief People Officer", "Elma Holdings")]


def test_words_in_marks_before_an_office_are_no_work(roles_in):
    assert roles_in("He said “No.” Coach Laura Berg agreed.")["Laura Berg"] == [("Coach", None)]


def test_an_aide_is_of_the_person_named_in_front(roles_in):
    roles = roles_in("Tom Moran spoke in Boston. The Moran campaign manager Laura Berg was there.")

    assert roles["Laura Berg"] == [("Moran campaign manager", "Moran")]


def test_an_office_that_runs_into_the_next_name_is_that_ones(roles_in):
    roles = roles_in("They met Tom Holm, Leader of the House of Commons Laura Berg and Paul Reed.")

    assert roles["Tom Holm"] == []
    assert roles["Laura Berg"] == [("Leader of the House of Commons", "House of Commons")]
