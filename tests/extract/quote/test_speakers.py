"""Whom "she", "the mayor" or "the company" means: one rule a test."""

from __future__ import annotations

import pytest

INTRO = "Mayor Ana Ruiz met the lawyer Tom Berg in Elma on Friday."


def test_a_pronoun_means_the_last_person_of_its_gender(quotes_in):
    (quote,) = quotes_in(f"{INTRO} She left before the vote. “We are close to a deal,” she said.")

    assert quote.speaker == "Ana Ruiz"


def test_a_pronoun_that_nobody_fits_names_nobody(quotes_in):
    text = "Tom Berg waited in the hall. “We are close to a deal,” she said."

    (quote,) = quotes_in(text)

    assert quote.speaker is None
    assert text[quote.speaker_at.start : quote.speaker_at.end] == "she"


def test_a_pronoun_does_not_mean_the_one_spoken_to(speakers_in):
    text = f"{INTRO}\n\n“We are close,” Berg told Peter Holm. “We will sign soon,” he said."

    assert speakers_in(text) == ["Tom Berg", "Tom Berg"]


def test_a_role_speaks_under_the_name_of_its_bearer(quotes_in):
    text = f"{INTRO}\n\n“We are close to a deal,” the mayor said."

    (quote,) = quotes_in(text)

    assert quote.speaker == "Ana Ruiz"
    assert text[quote.speaker_at.start : quote.speaker_at.end] == "the mayor"


def test_a_speaker_without_a_name_keeps_the_words_of_the_text(speakers_in):
    text = f"{INTRO}\n\n“We do not know the price,” said a spokesman for the ferries."

    assert speakers_in(text) == ["a spokesman for the ferries"]


def test_an_aide_is_not_the_person_served(speakers_in):
    text = f"{INTRO}\n\n“It is a good day for Elma,” Ruiz spokesman Peter Holm said."

    assert speakers_in(text) == ["Peter Holm"]


def test_it_means_the_body_that_the_sentence_before_is_about(speakers_in):
    text = "The Acme Workers Union called a strike. “We have no other choice left,” it said."

    assert speakers_in(text) == ["Acme Workers Union"]


def test_a_memo_of_a_body_speaks_for_the_body(speakers_in):
    text = "The World Bank met in Paris. A World Bank report found “a lack of clean water.”"

    assert speakers_in(text) == ["World Bank"]


def test_a_pronoun_after_an_office_means_its_holder(speakers_in):
    text = f"{INTRO} Berg waved. The mayor smiled at the cameras. “We are close,” she said."

    assert speakers_in(text) == ["Ana Ruiz"]


def test_the_next_sentence_tells_whether_somebody_is_a_woman(speakers_in):
    text = (
        "Mayor Zorvan Brandal met Judge Torwal Eike. Brandal left early. She was tired. "
        "Eike stayed. He was glad.\n\n"
        "Eike said that Brandal was late. “It does not matter at all,” she said."
    )

    assert speakers_in(text) == ["Zorvan Brandal"]


def test_a_woman_of_the_same_name_is_not_meant_by_mr(speakers_in):
    text = (
        "President Moran spoke in Boston. “We will win this vote,” Mr. Moran said. "
        "His wife, Michelle Moran, listened."
    )

    assert speakers_in(text) == ["Moran"]


def test_of_two_with_one_surname_the_one_in_front_of_the_reader_speaks(speakers_in):
    text = (
        "Former President Bill Moran criticized the law at a rally for his wife Hillary Moran. "
        "“It does not make any sense,” Moran said."
    )

    assert speakers_in(text) == ["Bill Moran"]


def test_to_somebody_the_words_are_their_opinion(speakers_in):
    text = f"{INTRO}\n\nBerg wants a toll because, to him, “there is no other way to pay for it.”"

    assert speakers_in(text) == ["Tom Berg"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Gov. Laura Mills signed it. Tom Berg sued. “It is law,” the governor said.",
            "Laura Mills",
        ),
        (
            "Rep. Dan Hoover voted no. Tom Berg voted yes. “It hurts us,” the lawmaker said.",
            "Dan Hoover",
        ),
        (
            "Acme CEO Ruth Dale met Tom Berg. “I believe in it,” the chief executive said.",
            "Ruth Dale",
        ),
        (
            "Laura Mills won the race. “I felt strong,” the 43-year-old told reporters.",
            "Laura Mills",
        ),
        (
            "Laura Mills, 43, beat Emma Price in Paris. “I felt strong,” the 43-year-old said.",
            "Laura Mills",
        ),
        (
            "Rovers striker Marco Bell scored. “It felt great to me,” the striker said.",
            "Marco Bell",
        ),
        (
            "Manager Steve Flynn praised Marco Bell. “He was superb today,” the Rovers boss said.",
            "Steve Flynn",
        ),
        (
            "Elma’s mayor, Ana Ruiz, met Tom Berg. “We share a river,” the Dorn mayor said.",
            "the Dorn mayor",
        ),
        (
            "Ana Ruiz fell ill. Her aides told nobody. “She rests at home,” Ruiz’s doctor said.",
            "Ruiz’s doctor",
        ),
        (
            "Acme Foods shut a plant in Leeds. “We regret it deeply,” the company said.",
            "Acme Foods",
        ),
        (
            "The World Health Organization gave a warning. “Cases are rising fast,” the WHO said.",
            "World Health Organization",
        ),
        (
            "The Association of Elma Dockers went on strike. “We have had enough,” the union said.",
            "Association of Elma Dockers",
        ),
        ("‘We have waited long enough,’ mayor tells crowd\n\nMayor Ana Ruiz spoke.", "Ana Ruiz"),
        (
            "Striker Marco Bell scored. “It felt great,” said the striker. Coach Al Flynn left.",
            "Marco Bell",
        ),
        ("When Alan Boyd called Gary Fox, Fox hung up. “I did not talk,” he said.", "Gary Fox"),
        (
            "Tom Berg agreed. A spokesman for Acme declined. “We work with the town,” he added.",
            "A spokesman for Acme",
        ),
        (
            "Tom Berg voted. Ruiz’s Republican rival, Sen. Grant Holm, praised it as “a brave act.”",
            "Grant Holm",
        ),
        (
            "It was what the finance minister called “quite false”. Finance Minister Arjun Sinha left.",
            "Arjun Sinha",
        ),
        (
            "Council leader Roger Finch spoke. “We mean it well,” said the Conservative.",
            "Roger Finch",
        ),
        (
            "Rosa Klein spoke. The transit authority said it would “work with the detectives”.",
            "The transit authority",
        ),
        (
            "Dario Conti was asked again. “Next question please,” the Italian snapped.",
            "Dario Conti",
        ),
        ("Fr Donal Breen spoke. “I have been happy here,” Fr Breen said.", "Donal Breen"),
        ("Ben Ashworth was out. “We can’t hide,” the all-rounder said.", "Ben Ashworth"),
        (
            "“It’s dull,” Jonas Feld wrote. The director of a rival museum called it “an ugly box”.",
            "The director of a rival museum",
        ),
        ("Nina Holt and Greg Holt have a son. “It is loud here,” Nina said.", "Nina Holt"),
        ("“It is a gift to our children.” – Mayor Ana Ruiz\n\nAna Ruiz spoke in Elma.", "Ana Ruiz"),
    ],
)
def test_an_office_an_age_or_a_kind_of_body_speaks_under_its_name(speakers_in, text, speaker):
    assert speakers_in(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "Oyela Adebo and Funmi Bakar run a clinic. “People walk for days,” Bakar says.\n\n"
                "She trained in Lagos. “I bring the sense,” she says.\n\n“It’s true,” he admits."
            ),
            ["Funmi Bakar", "Funmi Bakar", "Oyela Adebo"],
        ),
        (
            (
                "Craig Lowther denied it. Prosecutor Amir Haddad asked him about the gloves. “I have "
                "cold hands,” he replied."
            ),
            ["Craig Lowther"],
        ),
        (
            (
                "Gudrun Pohl left. Friedrich Amsel’s spokeswoman declined to answer. “The statement "
                "speaks for itself,” she said."
            ),
            ["Friedrich Amsel’s spokeswoman"],
        ),
        (
            (
                "“She lost three times,” Yusuf Kaya said.\n\nThe head of the board, Murat Demir, "
                "promised to look. “We count until we are sure,” he said."
            ),
            ["Yusuf Kaya", "Murat Demir"],
        ),
    ],
    ids=["a gender learnt", "the one asked", "an aide without a name", "the last subject"],
)
def test_a_pronoun_over_several_sentences(speakers_in, text, speakers):
    assert speakers_in(text) == speakers


def test_the_guest_of_an_interview_answers_under_its_label(speakers_in):
    text = "Chef Marta Ilic spoke to us.\n\nQ: Why only fire?\n\nA: “Because it answers back.”"

    assert speakers_in(text) == ["Marta Ilic"]


def test_the_people_of_another_papers_report_speak_in_it(speakers_in):
    text = (
        "The Herald visited a woman in Elma. Reporter Tom Berg wrote:\n\n"
        "“Melanie Holt thought the whole thing was a shame. She was angry. She had waited for days."
        "\n\n“It never crossed my mind to leave,” she said."
    )

    assert speakers_in(text)[-1] == "Melanie Holt"


def test_the_one_elected_is_not_the_one_in_office(speakers_in):
    text = (
        "President Paul Holm thanked Ana Ruiz on Friday. “It was a good talk,” the president-elect "
        "said. “I wish her well,” the president said."
    )

    assert speakers_in(text) == ["Ana Ruiz", "Paul Holm"]


def test_one_of_whom_a_clause_tells_is_not_its_subject(speakers_in):
    text = "Tom Berg met Paul Holm. Berg, whom he has called “the worst mayor of all,” left early."

    assert speakers_in(text) == ["Paul Holm"]


def test_the_same_pronoun_goes_on_speaking(speakers_in):
    text = "Paul Holm met Tom Berg. He said Berg had never called. “We will win it,” he said."

    assert speakers_in(text) == ["Paul Holm"]


def test_a_name_in_the_sentence_ends_the_pronoun_before(speakers_in):
    text = (
        "Paul Holm met Tom Berg. He said Berg had never called. Berg went to the police and “they "
        "heard every word of it,” he said."
    )

    assert speakers_in(text) == ["Tom Berg"]


@pytest.mark.parametrize(
    "told",
    [
        "The news came in a statement from Ana Ruiz, the mayor of Elma.",
        "Ana Ruiz said in a statement that she was glad.",
        "In a statement on Friday, Ana Ruiz thanked everybody and said she was glad.",
        "Ana Ruiz released a statement on Friday.",
        "A statement issued by Ana Ruiz told of the sale.",
        "The statement was published by Ana Ruiz on Friday.",
        "Tom Berg read a statement by Ana Ruiz to the crowd.",
    ],
)
def test_the_statement_speaks_for_the_one_who_issued_it(quotes_in, told):
    text = f"{told} Nobody had asked for it. “We are close to a deal,” the statement said."

    (quote,) = quotes_in(text)

    assert quote.speaker == "Ana Ruiz"
    assert text[quote.speaker_at.start : quote.speaker_at.end] == "the statement"


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz read the statement on Friday.",
        "Ana Ruiz received a statement on Friday.",
        "A statement by Ana Ruiz, Tom Berg and Paul Holm told of the sale.",
        "Ana Ruiz spoke of the statement with her friends.",
    ],
)
def test_a_statement_that_nobody_named_has_issued_speaks_for_itself(speakers_in, told):
    assert speakers_in(f"{told} “We are close to a deal,” the statement said.") == ["the statement"]


def test_the_tweet_is_that_of_the_one_who_tweeted(speakers_in):
    text = "Ana Ruiz tweeted about the sale on Friday. “We are close to a deal,” the tweet read."

    assert speakers_in(text) == ["Ana Ruiz"]


def test_a_law_does_not_speak_for_the_one_who_signed_it(speakers_in):
    text = "Ana Ruiz signed the law on Friday. The law forbids “any kind of public gathering.”"

    assert speakers_in(text) != ["Ana Ruiz"]


def test_one_of_a_people_is_the_last_who_was_told_to_be_of_it(speakers_in):
    text = (
        "Maria Novak of Slovenia won on Sunday ahead of the Italian Anna Rossi. Rossi led for most "
        "of the race. “It was a very good day,” the Slovenian said."
    )

    assert speakers_in(text) == ["Maria Novak"]


def test_one_of_a_people_is_nobody_told_to_be_of_another(speakers_in):
    text = (
        "Ana Ruiz won on Sunday. The Italian Anna Rossi came second and led for most of the race. "
        "“It was a very good day,” the Slovenian said."
    )

    assert speakers_in(text) == ["Ana Ruiz"]


def test_who_holds_two_offices_is_named_behind_both(speakers_in):
    text = "“We will open in May,” said company chairman and chief executive Ana Ruiz."

    assert speakers_in(text) == ["Ana Ruiz"]


def test_a_group_of_any_kind_is_the_body_just_told_of(speakers_in):
    text = "The Elma Union asked for help. “We need more money,” the non-profit group said."

    assert speakers_in(text) == ["Elma Union"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("A spokesman for the ferries came out.", "A spokesman for the ferries"),
        ("The owners of the ferries came out.", "The owners of the ferries"),
        ("The Elma Union called a strike.", "Elma Union"),
        ("Tom Berg came out.", None),
        ("The driver of the ferry came out.", None),
        ("Tom Berg and Ana Ruiz came out.", None),
    ],
)
def test_they_are_the_people_whom_the_sentence_before_is_about(speakers_in, told, speaker):
    text = (
        f"Paul Holm said: “It is a sad day for the town.”\n\n{told}\n\n“We will go on,” they said."
    )

    assert speakers_in(text)[1] == speaker


def test_they_are_first_of_all_the_people_of_the_sentence_itself(speakers_in):
    text = "Ana Ruiz left. The owners smiled as they said: “It was a very good day for us.”"

    assert speakers_in(text) == ["The owners"]


def test_they_who_are_nobody_do_not_stop_the_one_who_tells_of_them(speakers_in):
    text = "Ana Ruiz says they ask every child, “not just the ones who happen to be here.”"

    assert speakers_in(text) == ["Ana Ruiz"]


def test_a_calling_means_the_only_person_named_however_far(speakers_in):
    text = (
        "Ana Ruiz does like a challenge. The road to the north is long. It has never been so cold. "
        "Nobody lives there. The Acme founder wrote: “We will be there in May.”"
    )

    assert speakers_in(text) == ["Ana Ruiz"]


def test_the_statement_of_somebodys_lawyer_is_the_lawyers(speakers_in):
    text = (
        "In a statement, Ana Ruiz's lawyer, Tom Berg, asked for time. “We need two weeks,” the "
        "statement said."
    )

    assert speakers_in(text) == ["Tom Berg"]


FLIES = "Prime Minister Ana Ruiz will fly to Spain, the foreign ministry said."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{FLIES} She will meet the king, a foreign ministry statement said.", "foreign ministry"),
        (f"{FLIES} She will meet the king, the Post said, citing a statement.", "the statement"),
        (
            "The Interior Ministry is in Elma. A foreign ministry statement came.",
            "foreign ministry",
        ),
        ("A spokesman for the mayor came out. His statement was long.", "the statement"),
    ],
)
def test_a_statement_speaks_under_the_body_that_issued_it(speakers_in, text, speaker):
    assert speakers_in(f"{text}\n\n“The ties will be stronger,” the statement said.") == [speaker]


def test_a_statement_cited_by_a_paper_is_not_the_paper_s(speakers_in):
    text = "Ruiz will go, the Elma Herald reported, citing the ministry in a statement."

    assert speakers_in(f"{text} “The ties will be stronger,” the statement said.") == ["ministry"]


def test_the_spokesman_is_told_by_whom_he_speaks_for(speakers_in):
    text = "Ana Ruiz will go on Monday, said a spokesman for the mayor's office. It is far."

    assert speakers_in(f"{text} “She will be back soon,” the spokesman said.") == [
        "a spokesman for the mayor's office"
    ]


def test_the_spokesman_who_has_a_name_keeps_it(speakers_in):
    text = "Tom Berg, a spokesman for Acme, came out. It was late."

    assert speakers_in(f"{text} “She will be back soon,” the spokesman said.") == ["Tom Berg"]


def test_a_noun_behind_the_marks_is_no_verb_of_saying(speakers_in):
    text = "Ruiz warned them against making “careless statements” against state bodies."

    assert "state bodies" not in speakers_in(text)


def test_lines_with_names_above_whole_speeches_name_their_speakers(speakers_in):
    text = (
        "Ana Ruiz was glad. It was late.\n\nAna Ruiz (Elma)\n\n“We had chance after chance.”\n\n"
        "Tom Berg (Oslo)\n\n“I am angry with myself.”\n\n“The second one was poor.”"
    )

    assert speakers_in(text) == ["Ana Ruiz", "Tom Berg", "Tom Berg"]


def test_a_single_name_above_a_speech_is_a_caption(speakers_in):
    text = "“It opened,” Ana Ruiz said.\n\nTom Berg\n\n“There is more to come.”"

    assert speakers_in(text) == ["Ana Ruiz", "Ana Ruiz"]


def test_anyone_who_thinks_says_nothing(speakers_in):
    text = "It is for the doctor or anyone who thinks of it as “a plain old boy or girl question”."

    assert "anyone" not in speakers_in(text)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to Ana Ruiz, he is a man who calls it “an old house in need”.", "Ana Ruiz"),
        ("According to Ana Ruiz, one man said, “I will never go there.”", "one man"),
    ],
)
def test_who_tells_of_a_man_who_calls_things_names_is_the_speaker(speakers_in, sentence, speaker):
    assert speakers_in(sentence) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is so,” Tom Berg, the president’s chief of staff, pointed out.", "Tom Berg"),
        ("“It is not so,” Ana Ruiz shot back in the debate.", "Ana Ruiz"),
        ("The papers led the mayor to resign and Ana Ruiz to say: “I hide nothing.”", "Ana Ruiz"),
        (
            "It led the mayor of Elma to resign and the president of Torre to say: “I stay.”",
            "the president of Torre",
        ),
        ("“It is horror,” a local member of parliament, Eric Holm, told us.", "Eric Holm"),
        ("“We wait,” said a spokesman for the union, Tom Berg.", "Tom Berg"),
    ],
)
def test_verbs_of_two_words_and_those_made_to_speak_have_speakers(speakers_in, text, speaker):
    assert speakers_in(text) == [speaker]


@pytest.mark.parametrize(
    ("office", "speaker"),
    [
        ("president of Argentina", "the president of Argentina"),
        ("president of France", "Ana Ruiz"),
        ("president", "Ana Ruiz"),
    ],
)
def test_the_president_of_another_land_is_another(speakers_in, office, speaker):
    text = f"French President Ana Ruiz left for Oslo on Friday. The {office} said: “I go.”"

    assert speakers_in(text)[0].casefold() == speaker.casefold()
