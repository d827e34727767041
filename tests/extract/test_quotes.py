"""Who said what: one rule of attribution a test."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.extract.quotes import find_quotes

INTRO = "Mayor Ana Ruiz met the lawyer Tom Berg in Elma on Friday."


@pytest.fixture(scope="session")
def quotes_in(page_of):
    def find(text):
        page = page_of(text)
        return find_quotes(page, find_actors(page))

    return find


@pytest.fixture(scope="session")
def speakers_in(quotes_in):
    return lambda text: [quote.speaker for quote in quotes_in(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We are close to a deal,” Ruiz said.",
        "“We are close to a deal,” said Ruiz.",
        "Ruiz said: “We are close to a deal.”",
        "Ruiz told reporters, “We are close to a deal.”",
        "According to Ruiz, “we are close to a deal” with the owners.",
        "“We are close to a deal,” according to Ruiz.",
        "Ruiz called it “the best deal in many years” for the town.",
        "The offer was described by Ruiz as “the best deal in many years.”",
        "Ruiz accused the owners of “playing a very old game.”",
        "“We are close to a deal” — Ana Ruiz",
        "Ruiz left the hall, saying “we are close to a deal.”",
        "The Herald quoted Ruiz as saying “we are close to a deal.”",
        "Ruiz was quoted by the Herald as saying: “We are close to a deal.”",
        "“We are close to a deal,” the Herald quoted Ruiz as saying.",
        "In the words of Ana Ruiz, “we are close to a deal.”",
    ],
)
def test_a_surname_speaks_under_its_full_name(speakers_in, sentence):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == ["Ana Ruiz"]


def test_the_words_and_every_span_are_the_texts(quotes_in, page_of):
    text = f"{INTRO}\n\n“We are close,” Ruiz said."

    (quote,) = quotes_in(text)

    assert text[quote.at.start : quote.at.end] == quote.words == "We are close,"
    assert text[quote.speaker_at.start : quote.speaker_at.end] == "Ruiz"
    assert text[quote.sentence.start : quote.sentence.end] == "“We are close,” Ruiz said."
    assert quote.cue == "said"


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


def test_both_parts_of_a_split_quote_have_one_speaker(speakers_in):
    assert speakers_in(f"{INTRO}\n\n“We are close,” Ruiz said. “We will sign on Sunday.”") == [
        "Ana Ruiz",
        "Ana Ruiz",
    ]


def test_a_paragraph_that_is_all_quote_keeps_the_speaker(speakers_in):
    text = f"{INTRO}\n\n“We are close,” Berg said. “We waited.\n\n“The town has waited too long.”"

    assert speakers_in(text) == ["Tom Berg"] * 3


def test_a_colon_hands_the_next_paragraph_to_its_speaker(speakers_in):
    text = f"{INTRO}\n\nLater Berg wrote:\n\n“The owners of the ferries have agreed to all of it.”"

    assert speakers_in(text) == ["Tom Berg"]


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


def test_a_report_inside_a_report_belongs_to_the_one_who_reports(speakers_in):
    text = f"{INTRO}\n\nBerg said that Ruiz would open the bridge “in a few short weeks.”"

    assert speakers_in(text) == ["Tom Berg"]


def test_a_label_in_a_headline_names_the_speaker(speakers_in):
    text = f"Ana Ruiz: 'We are close to a deal'\n\n{INTRO} {INTRO}"

    assert speakers_in(text) == ["Ana Ruiz"]


def test_a_transcript_names_its_speakers_inside_the_marks(speakers_in):
    text = f'{INTRO}\n\n"BERG: Where is the money for it?\n\n"RUIZ: We will find the money."'

    assert speakers_in(text) == ["Tom Berg", "Ana Ruiz"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The “smart” bridge was built by Ruiz.",
        "Ruiz loves the film “The Long Way Home” and its music.",
    ],
)
def test_scare_quotes_and_titles_are_no_speech(speakers_in, sentence):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == []


def test_a_short_fragment_with_a_cue_is_speech(quotes_in):
    (quote,) = quotes_in(f"{INTRO}\n\nRuiz described the talks as “very positive” on Friday.")

    assert (quote.words, quote.speaker, quote.cue) == ("very positive", "Ana Ruiz", "described")


def test_a_signature_is_the_whole_name_of_its_line(speakers_in):
    text = f"{INTRO}\n\n“We are all very tired of this” ― Julie A. Diaz Martinez."

    assert speakers_in(text) == ["Julie A. Diaz Martinez"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The road is closed for good,” as Ruiz put it, and nobody minded.", "Ana Ruiz"),
        ("The park forbids “any kind of gathering” per the town’s bylaws.", "the town’s bylaws"),
        ("When Ruiz noted the price, Berg boasted, “That makes me smart.”", "Tom Berg"),
        ("“We will all lose,” said a person close to the talks.", "a person close to the talks"),
        ("Half of the voters said they were “sick and tired of it.”", "Half of the voters"),
    ],
)
def test_words_borrowed_or_shared_have_their_speaker(speakers_in, sentence, speaker):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == [speaker]


def test_it_means_the_body_that_the_sentence_before_is_about(speakers_in):
    text = "The Acme Workers Union called a strike. “We have no other choice left,” it said."

    assert speakers_in(text) == ["Acme Workers Union"]


def test_a_memo_of_a_body_speaks_for_the_body(speakers_in):
    text = "The World Bank met in Paris. A World Bank report found “a lack of clean water.”"

    assert speakers_in(text) == ["World Bank"]


def test_a_sentence_between_two_quotes_hands_the_second_to_its_speaker(speakers_in):
    text = (
        "“The bridge is safe,” Tom Berg said. His rival, Laura Quist, called him a liar. "
        "“The bridge will fall within a year.”"
    )

    assert speakers_in(text) == ["Tom Berg", "Laura Quist"]


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


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday’s episode of “The Tom Holm Morning Show,” Ruiz said she would run.",
        "Tom Berg’s commentary, “Mayor, tell us your own story,” is long.",
    ],
)
def test_the_title_of_a_work_is_no_speech(speakers_in, sentence):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        ("Berg was not convinced. “I have heard it all before.”", "Tom Berg"),
        ("For Berg, the matter is simple. “Somebody has to pay for it.”", "Tom Berg"),
        ("“Somebody has to pay for it.” Berg shrugged.", "Tom Berg"),
        ("“Somebody has to pay for it.” That was how Berg put it on Friday.", "Tom Berg"),
        ("“Somebody has to pay for it.” Those were Berg’s words on Friday.", "Tom Berg"),
        ("“Dead on arrival” was Berg’s verdict.", "Tom Berg"),
        ("“Dead on arrival” is how Berg described the plan.", "Tom Berg"),
        ("“Somebody has to pay for it.” So said Tom Berg on Friday.", "Tom Berg"),
        ("A reporter asked Berg about it. “She is a good mayor,” he replied.", "Tom Berg"),
        ("Some of her allies call it “a bridge to nowhere at all”.", "Some of her allies"),
        ("Placards read “Hands off our lovely river”.", "Placards"),
        ("Her message to Berg was clear: “Sign it or go home.”", "Ana Ruiz"),
        ("Ruiz had a simple answer: “Sign it or go home.”", "Ana Ruiz"),
        ("The mayor’s verdict: “Sign it or go home.”", "Ana Ruiz"),
    ],
)
def test_the_sentence_beside_the_words_tells_whose_they_are(speakers_in, sentences, speaker):
    assert speakers_in(f"{INTRO}\n\n{sentences}") == [speaker]


def test_a_verb_that_touches_the_marks_comes_before_one_behind_a_comma(speakers_in):
    text = f"{INTRO}\n\nWhile Ruiz said “nobody wants a toll”, Berg insisted on “a toll for all”."

    assert speakers_in(text) == ["Ana Ruiz", "Tom Berg"]


def test_to_somebody_the_words_are_their_opinion(speakers_in):
    text = f"{INTRO}\n\nBerg wants a toll because, to him, “there is no other way to pay for it.”"

    assert speakers_in(text) == ["Tom Berg"]


def test_a_short_sentence_in_marks_goes_on_with_the_speech(quotes_in):
    quotes = quotes_in(f"{INTRO}\n\n“We got up at three,” Ruiz said. “It was hard.”")

    assert [(q.words, q.speaker) for q in quotes] == [
        ("We got up at three,", "Ana Ruiz"),
        ("It was hard.", "Ana Ruiz"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Known as “the King of the River,” he never learned to swim.",
        "The award for “best small town in the north” went to Dorn.",
        "Berg talks about bridges in “13th.”",
        "The rules give Ruiz the power to call a “special meeting” to vote on it.",
        "Ruiz introduced the “War on Rats,” which failed.",
        "The firm sells “smart” lights and “clean” diesel.",
        "Robert “Bob” Lane and William “The Hammer” Dunn fought for ten rounds.",
    ],
)
def test_names_and_terms_in_marks_are_no_speech(speakers_in, sentence):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == []


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


def test_two_short_sentences_are_no_title(quotes_in):
    quotes = quotes_in(f"{INTRO}\n\n“We won,” Berg said. “Good Lord! Holy Moses.”")

    assert [q.words for q in quotes] == ["We won,", "Good Lord! Holy Moses."]


def test_a_label_in_capitals_names_the_speaker(speakers_in):
    text = f"RUIZ: ‘We are close to a deal’\n\n{INTRO} {INTRO}"

    assert speakers_in(text) == ["Ana Ruiz"]


def test_the_guest_of_an_interview_answers_under_its_label(speakers_in):
    text = "Chef Marta Ilic spoke to us.\n\nQ: Why only fire?\n\nA: “Because it answers back.”"

    assert speakers_in(text) == ["Marta Ilic"]


def test_a_few_words_for_themselves_behind_a_verb_are_speech(quotes_in):
    text = f"{INTRO}\n\nBerg said he felt “utterly tired” and that the “smart” lights failed."

    assert [(q.words, q.speaker) for q in quotes_in(text)] == [("utterly tired", "Tom Berg")]


def test_the_people_of_another_papers_report_speak_in_it(speakers_in):
    text = (
        "The Herald visited a woman in Elma. Reporter Tom Berg wrote:\n\n"
        "“Melanie Holt thought the whole thing was a shame. She was angry. She had waited for days."
        "\n\n“It never crossed my mind to leave,” she said."
    )

    assert speakers_in(text)[-1] == "Melanie Holt"
