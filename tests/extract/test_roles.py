"""What people are said to be: one pattern a test."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def roles_in(page_of):
    def find(text):
        return {
            actor.name: [(role.title, role.affiliation) for role in actor.roles]
            for actor in find_actors(page_of(text))
        }

    return find


EDITOR_IN_CHIEF = "editor in chief of the Guardian"
FORWARD = ("starting forward for the Utah Jazz", "Utah Jazz")
OF_OKLAHOMA = ("University of Oklahoma President", "University of Oklahoma")
INSPECTOR = ("inspector for investigations", None)
MINISTRY = ("Foreign ministry spokeswoman", "Foreign ministry")
DEPUTY_HEAD = (
    "Deputy Head of the Boston National Bank's Currency Department",
    "Boston National Bank's Currency Department",
)
BANKER = ("French banker", "French")
RADIOLOGIST = "vascular and interventional radiologist"
ATTORNEY = ("Bristol County District Attorney", "Bristol County")
PROFESSOR = ("Professor", "Yale University")
MEMBER = ("Parliament member", "Labour Party")
FOUNDER = ("founder of One Mom Media", "One Mom Media")
CANDIDATE = "player of the year candidate"
EARLY_INVESTOR = "early investor in Microsoft"
SENATE_PRESIDENT = "Senate President pro Tempore"
ASTROPHYSICIST = ("astrophysicist from Yale University", "Yale University")


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        ("French President Laura Berg left.", "French President", "French"),
        ("Bears sign striker Laura Berg.", "striker", None),
        (
            "It is fine, said Laura Berg, chairman, president and chief executive.",
            "chairman, president and chief executive",
            None,
        ),
        ("The police spokeswoman in Boston, Laura Berg, told it.", "police spokeswoman", None),
        ("The commissioner of police, CP Laura Berg ordered it.", "commissioner of police", None),
        ("The spokeswoman, Ms. Laura Berg who knew it, left.", "spokeswoman", None),
        ("Minister for labour Laura Berg left.", "Minister for labour", None),
        ("The Minister of Health, Laura Berg, left.", "Minister of Health", None),
        (
            "The Minister of State for Health, Dr Laura Berg on Friday opened it.",
            "Minister of State for Health",
            None,
        ),
        ("Team coach Laura Berg left.", "Team coach", None),
        ("A union spokeswoman, Laura Berg, left.", "union spokeswoman", None),
        ("Foreign ministry spokeswoman Laura Berg left.", *MINISTRY),
        (
            "Deputy Head of the Boston National Bank's Currency Department Laura Berg left.",
            *DEPUTY_HEAD,
        ),
        (
            "The head of the Boston Training Programme (BTP), Laura Berg, left.",
            "head of the Boston Training Programme",
            "Boston Training Programme",
        ),
        (
            "White House Press Secretary Laura Berg left.",
            "White House Press Secretary",
            "White House",
        ),
        ("Former Defense Secretary Laura Berg left.", "Former Defense Secretary", None),
        ("The embattled chairman Laura Berg left.", "chairman", None),
        ("According to Moran’s special envoy, Laura Berg, it is over.", "special envoy", "Moran"),
        (
            "Laura Berg, president and chief executive of Acme, left.",
            "president and chief executive of Acme",
            "Acme",
        ),
        ("Laura Berg, the mayor of Boston, left.", "mayor of Boston", "Boston"),
        ("Laura Berg, 52, a lawyer for Greenpeace, left.", "lawyer for Greenpeace", "Greenpeace"),
        ("Greenpeace spokeswoman Laura Berg left.", "Greenpeace spokeswoman", "Greenpeace"),
        ("The mayor of Boston, Laura Berg, left.", "mayor of Boston", "Boston"),
        ("Laura Berg is the mayor of Boston.", "mayor of Boston", "Boston"),
        ("Acting Secretary of State Laura Berg left.", "Acting Secretary of State", None),
        ("US President Laura Berg left.", "US President", "US"),
        ("Costa Rican President Laura Berg left.", "Costa Rican President", "Costa Rican"),
        ("Police spokeswoman Laura Berg left.", "Police spokeswoman", "Police"),
        ("Laura Berg, a crane driver for nineteen years, left.", "crane driver", None),
        (
            "Laura Berg, an analyst at the brokerage Acme Partners, left.",
            "analyst at the brokerage Acme Partners",
            "Acme Partners",
        ),
        ("The party’s leader, Laura Berg, left.", "leader", "party"),
        ("Former children’s minister Laura Berg left.", "Former children’s minister", None),
        ("The 39-year-old businesswoman Laura Berg left.", "businesswoman", None),
        ("Governor Dr Laura Berg left.", "Governor", None),
        ("Superintendent of Police Laura Berg left.", "Superintendent of Police", "Police"),
        ("It was dull, said lead author Dr Laura Berg.", "lead author", None),
        ("Counsel to the inquiry, Laura Berg KC, left.", "Counsel to the inquiry", "inquiry"),
        ("New Zealand all-rounder Laura Berg left.", "New Zealand all-rounder", "New Zealand"),
        ("Scrum-half Laura Berg left.", "Scrum-half", None),
        (
            "Former world heavyweight champion Laura Berg left.",
            "Former world heavyweight champion",
            None,
        ),
        ("Fourth seed Laura Berg left.", "Fourth seed", None),
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
        ("PM Laura Berg left.", "PM", None),
        ("Laura Berg, Britain’s best-known chef, left.", "best-known chef", "Britain"),
        ("Mother-of-three Laura Berg, 44, left.", "Mother-of-three", None),
        (
            "The SNP leader and First Minister Laura Berg left.",
            "SNP leader and First Minister",
            "SNP",
        ),
        ("It got worse under President Laura Berg.", "President", None),
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
        ("Real Madrid midfielder Laura Berg left.", "Real Madrid midfielder", "Real Madrid"),
        ("Tamil Nadu Chief Minister Laura Berg left.", "Tamil Nadu Chief Minister", "Tamil Nadu"),
        (
            "European Commission President Laura Berg left.",
            "European Commission President",
            "European Commission",
        ),
        ("The Fine Gael TD Laura Berg left.", "Fine Gael TD", "Fine Gael"),
        ("Two-time champion Laura Berg left.", "Two-time champion", None),
        ("World number one Laura Berg left.", "World number one", None),
        ("Defending champion Laura Berg left.", "Defending champion", None),
        ("Left-arm spinner Laura Berg left.", "Left-arm spinner", None),
        ("Lt. Gen. Laura Berg left.", "Lt. Gen.", None),
        ("Army Chief of Staff Gen. Laura Berg left.", "Army Chief of Staff", "Army"),
        ("US Ambassador to Spain Laura Berg left.", "US Ambassador to Spain", "US"),
        ("The Acme founder and chairman Laura Berg left.", "Acme founder and chairman", "Acme"),
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
        ("Guardian Editor-in-Chief Laura Berg left.", "Guardian Editor-in-Chief", "Guardian"),
        ("Guardian editor in chief Laura Berg left.", "Guardian editor in chief", "Guardian"),
        ("Laura Berg, editor in chief of the Guardian, left.", EDITOR_IN_CHIEF, "Guardian"),
        ("Air Chief Marshal Laura Berg left.", "Air Chief Marshal", None),
        (
            "The director of public prosecutions, Laura Berg, left.",
            "director of public prosecutions",
            None,
        ),
        ("Fellow Sen. Laura Berg left.", "Sen.", None),
        ("Moran beat his rival Sen. Laura Berg.", "Sen.", None),
        ("Her Royal Highness Princess Laura Berg left.", "Princess", None),
        ("The late President Laura Berg was praised.", "late President", None),
        ("Outgoing chairwoman Laura Berg left.", "Outgoing chairwoman", None),
        ("Prime Minister-designate Laura Berg left.", "Prime Minister-designate", None),
        ("African-American actress Laura Berg left.", "African-American actress", None),
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
        ("University of Oklahoma President Laura Berg left.", *OF_OKLAHOMA),
        (
            "Department of Health spokeswoman Laura Berg left.",
            "Department of Health spokeswoman",
            "Department of Health",
        ),
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
        ("Staff Sgt. Laura Berg left.", "Staff Sgt.", None),
        ("A jet used to transport President Laura Berg landed.", "President", None),
        (
            "Confidence in the prime minister, Laura Berg, is low.",
            "prime minister",
            None,
        ),
        ("The brother of the gunman, Laura Berg, left.", "brother of the gunman", "gunman"),
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
        ("Laura Berg is the son of one of the giants of sport.", "son", None),
        ("The current leader’s father, Laura Berg, left.", "father", "leader"),
        ("Laura Berg, an inspector for investigations, left.", *INSPECTOR),
        ("It was said by Moran’s sister Laura Berg.", "sister", "Moran"),
        ("Rabbi Laura Berg left.", "Rabbi", None),
        ("Laura Berg, Boston’s most famous newsreader, left.", "newsreader", "Boston"),
        ("Laura Berg, a native of Boston, left.", "native of Boston", "Boston"),
        ("Laura Berg, a French banker worth an estimated $9 billion, left.", *BANKER),
        ("Laura Berg was a vascular and interventional radiologist.", RADIOLOGIST, None),
        ("Head of security Laura Berg left.", "Head of security", None),
        ("They met the chief of police Laura Berg.", "chief of police", None),
        ("They lost running back Laura Berg to Boston.", "running back", None),
        ("They lost to Steelers safety Laura Berg.", "Steelers safety", "Steelers"),
        ("Four-time champion Laura Berg left.", "Four-time champion", None),
        ("Laura Berg, the No. 2 leader in the race, left.", "No. 2 leader", None),
        ("They met Bristol County District Attorney Laura Berg.", *ATTORNEY),
        ("It was seen from space NASA astronaut Laura Berg said.", "NASA astronaut", "NASA"),
        ("“Born and bred here” sisters Laura Berg and Tom Holm left.", "sisters", None),
        ("Laura Berg, a traveling DJ, left.", "traveling DJ", None),
        ("Reuters Starting pitcher Laura Berg waves.", "Starting pitcher", None),
        ("Reuters photographer Laura Berg left.", "Reuters photographer", "Reuters"),
        ("Professor Laura Berg of the prestigious Yale University left.", *PROFESSOR),
        ("Parliament member Laura Berg of the Labour Party left.", *MEMBER),
        ("Labour MP Laura Berg of Boston left.", "Labour MP", "Labour"),
        ("Laura Berg, founder of One Mom Media, left.", *FOUNDER),
        ("Laura Berg, a player of the year candidate, left.", CANDIDATE, None),
        ("Senate Republican leader Laura Berg left.", "Senate Republican leader", "Senate"),
        ("Laura Berg, a Nobel Prize-winning author, left.", "Nobel Prize-winning author", None),
        ("Mountain guide Laura Berg left.", "Mountain guide", None),
        ("Laura Berg, a mom of two, left.", "mom of two", None),
        ("The boy’s mum Laura Berg left.", "mum", "boy"),
        ("They met neighbor Laura Berg.", "neighbor", None),
        ("It was said by Moran’s friend Laura Berg.", "friend", "Moran"),
        ("They met ambassador to Spain Laura Berg.", "ambassador to Spain", "Spain"),
        ("Professor Laura Berg of Yale University left.", "Professor", "Yale University"),
        ("Physicist Laura Berg, of Yale University, left.", "Physicist", "Yale University"),
        ("Prime Minister Laura Berg of France left.", "Prime Minister", "France"),
        ("Fisherman Laura Berg of Boston left.", "Fisherman", None),
        ("Laura Berg, winner for the past two seasons, left.", "winner", None),
        ("After the decision to pay Iran’s top envoy, Laura Berg, he left.", "top envoy", "Iran"),
    ],
)
def test_a_role_is_read_beside_the_name(roles_in, sentence, title, affiliation):
    assert roles_in(sentence)["Laura Berg"] == [(title, affiliation)]


@pytest.mark.parametrize(
    ("text", "title", "affiliation"),
    [
        (
            "Microsoft lost money. Chief executive Laura Berg was calm.",
            "Chief executive",
            "Microsoft",
        ),
        ("Microsoft lost money, spokeswoman Laura Berg said.", "spokeswoman", "Microsoft"),
        (
            "Microsoft lost money, said Laura Berg, the general manager.",
            "general manager",
            "Microsoft",
        ),
        ("Microsoft sued Greenpeace. Chief executive Laura Berg left.", "Chief executive", None),
        (
            "Microsoft left. It rained. Chief executive Laura Berg was calm.",
            "Chief executive",
            None,
        ),
        ("She had told Microsoft, spokeswoman Laura Berg said.", "spokeswoman", None),
        ("Microsoft lost money. President Laura Berg was calm.", "President", None),
        ("Microsoft lost money. It was filmed by director Laura Berg.", "director", None),
        ("Microsoft lost money. Tour manager Laura Berg was calm.", "Tour manager", None),
        ("Microsoft lost money, said the spokeswoman, Laura Berg.", "spokeswoman", None),
    ],
)
def test_a_bare_post_is_of_the_one_body_told_before(roles_in, text, title, affiliation):
    assert roles_in(text)["Laura Berg"] == [(title, affiliation)]


def test_a_plural_title_holds_for_each_of_a_list(roles_in):
    roles = roles_in("Sens. Laura Berg, Tom Holm and Peter Moran agreed to vote.")

    assert [roles[name] for name in ("Laura Berg", "Tom Holm", "Peter Moran")] == [
        [("Sens.", None)]
    ] * 3


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The new comedy stars Laura Berg and Tom Holm as a pair of thieves.", None),
        ("The remake of the old vampire film stars Laura Berg and Tom Holm.", None),
        ("Film stars Laura Berg and Tom Holm arrived in Rome.", "Film stars"),
    ],
)
def test_a_film_that_stars_somebody_is_no_office(roles_in, sentence, title):
    roles = roles_in(sentence)

    expected = [] if title is None else [(title, None)]
    assert roles["Laura Berg"] == roles["Tom Holm"] == expected


def test_letters_of_a_firm_stand_between_it_and_the_office(roles_in):
    roles = roles_in("Elma Holdings (ELMA) Chief People Officer Laura Berg said it would grow.")

    assert roles["Laura Berg"] == [("Chief People Officer", "Elma Holdings")]


def test_words_in_marks_before_an_office_are_no_work(roles_in):
    assert roles_in("He said “No.” Coach Laura Berg agreed.")["Laura Berg"] == [("Coach", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It ended at 11:03 AM Laura Berg said.",
        "The center Laura Berg founded is closed.",
        "He was hurt in the back, Laura Berg said.",
        "According to the court and its judge, Laura Berg said no.",
        "She sang, paraphrasing French bankers, Laura Berg said.",
        "After the arrest of Laura Berg, the prosecutor said the case was closed.",
        "He had to guard Laura Berg in Rome.",
        "The group that left Laura Berg behind was small.",
        "He told a friend, Laura Berg, that it was over.",
        "Her classmate Laura Berg sang in Rome.",
        "Through the summer Laura Berg sang in Rome.",
    ],
)
def test_a_word_that_only_stands_before_a_name_is_no_office(roles_in, sentence):
    assert roles_in(sentence).get("Laura Berg", []) == []


def test_the_elder_of_two_is_no_elder(roles_in):
    roles = roles_in("Tom Berg and Peter Holm left. Police found the elder Holm in Boston.")

    assert [role for found in roles.values() for role in found] == []


def test_a_list_may_tell_where_each_comes_from(roles_in):
    roles = roles_in("Senators Laura Berg of Ohio and Tom Holm (R-Texas) agreed to vote.")

    assert roles["Laura Berg"] == roles["Tom Holm"] == [("Senators", None)]


def test_an_office_told_of_one_name_is_not_that_of_the_next(roles_in):
    roles = roles_in("Laura Berg, chair of Acme, Tom Holm, a lawyer, and Peter Moran left.")

    assert roles["Tom Holm"] == [("lawyer", None)]


def test_an_aide_is_of_the_person_named_in_front(roles_in):
    roles = roles_in("Tom Moran spoke in Boston. The Moran campaign manager Laura Berg was there.")

    assert roles["Laura Berg"] == [("Moran campaign manager", "Moran")]


def test_a_second_office_behind_and_is_told_too(roles_in):
    roles = roles_in("“No,” Laura Berg, head of Acme and a professor at Yale, said.")

    assert roles["Laura Berg"] == [("head of Acme", "Acme"), ("professor at Yale", "Yale")]


def test_an_office_stands_behind_the_state_a_member_comes_from(roles_in):
    roles = roles_in("“No,” said Rep. Laura Berg of Maryland, the chairwoman of the panel.")

    assert roles["Laura Berg"][0] == ("chairwoman of the panel", "panel")


def test_an_object_in_front_of_a_comma_is_not_the_subject_behind_it(roles_in):
    assert roles_in("In a letter read by his counsel, Laura Berg said no.")["Laura Berg"] == []


def test_a_wife_is_joined_to_no_office(roles_in):
    roles = roles_in("Moran brought his wife and former senator Laura Berg.")

    assert [title for title, _ in roles["Laura Berg"]] == ["former senator"]


def test_a_rank_stands_beside_a_fuller_role(roles_in):
    roles = roles_in("Rep. Laura Berg, the head of the House Committee on Trade, voted.")

    assert [title for title, _ in roles["Laura Berg"]] == [
        "head of the House Committee on Trade",
        "Rep.",
    ]


def test_an_office_that_runs_into_the_next_name_is_that_ones(roles_in):
    roles = roles_in("They met Tom Holm, Leader of the House of Commons Laura Berg and Paul Reed.")

    assert roles["Tom Holm"] == []
    assert roles["Laura Berg"] == [("Leader of the House of Commons", "House of Commons")]


def test_courtesy_is_no_role(roles_in):
    assert roles_in("Mr. Tom Holm met Mrs. Laura Berg in Boston.")["Tom Holm"] == []


def test_the_fuller_of_two_wordings_is_kept(roles_in):
    roles = roles_in("President Laura Berg left. French President Laura Berg came back.")

    assert roles["Laura Berg"] == [("French President", "French")]


def test_kinship_is_told_only_when_nothing_better_is(roles_in):
    roles = roles_in("Moran’s son Tom Berg, a lawyer, left.")

    assert [title for title, _ in roles["Tom Berg"]] == ["lawyer"]


def test_a_role_reads_as_the_text_at_its_span(page_of):
    text = "Elma’s Deputy Prime Minister Laura Berg left."

    for actor in find_actors(page_of(text)):
        for role in actor.roles:
            assert text[role.at.start : role.at.end] == role.title


def test_a_plural_title_in_front_of_a_firm_is_nobodys_role(roles_in):
    roles = roles_in("The agents Nyholm and Daughters have sent cargo to Boston.")

    assert [role for found in roles.values() for role in found] == []


LEAD = "Elma's prime minister will visit Turkey on Wednesday, according to a statement."


def test_an_office_in_the_lead_is_that_of_the_person_named_behind_it(roles_in):
    roles = roles_in(f"{LEAD} Laura Berg is expected to arrive in the morning.")

    assert roles["Laura Berg"] == [("prime minister", "Elma")]


@pytest.mark.parametrize(
    "behind",
    [
        "Laura Berg said it was far.",
        "Prime Minister Paul Reed is old. Laura Berg is expected to arrive.",
        "The plane is old. Laura Berg is expected to arrive in the morning.",
    ],
)
def test_an_office_in_the_lead_is_not_anybody_else_s(roles_in, behind):
    assert roles_in(f"{LEAD} {behind}")["Laura Berg"] == []


def test_a_phrase_in_front_of_a_comma_may_be_of_another(roles_in):
    assert (
        roles_in("There was a riot in the prison in Boston, Laura Berg said.")["Laura Berg"] == []
    )
    assert roles_in("He met the coach in May, Laura Berg said.")["Laura Berg"] == []
