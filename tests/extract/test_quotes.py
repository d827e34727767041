"""Who said what: one rule of attribution a test."""

from __future__ import annotations

import pytest

INTRO = "Mayor Ana Ruiz met the lawyer Tom Berg in Elma on Friday."


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


def test_a_sentence_between_two_quotes_hands_the_second_to_its_speaker(speakers_in):
    text = (
        "“The bridge is safe,” Tom Berg said. His rival, Laura Quist, called him a liar. "
        "“The bridge will fall within a year.”"
    )

    assert speakers_in(text) == ["Tom Berg", "Laura Quist"]


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


def test_two_short_sentences_are_no_title(quotes_in):
    quotes = quotes_in(f"{INTRO}\n\n“We won,” Berg said. “Good Lord! Holy Moses.”")

    assert [q.words for q in quotes] == ["We won,", "Good Lord! Holy Moses."]


def test_a_label_in_capitals_names_the_speaker(speakers_in):
    text = f"RUIZ: ‘We are close to a deal’\n\n{INTRO} {INTRO}"

    assert speakers_in(text) == ["Ana Ruiz"]


def test_a_few_words_for_themselves_behind_a_verb_are_speech(quotes_in):
    text = f"{INTRO}\n\nBerg said he felt “utterly tired” and that the “smart” lights failed."

    assert [(q.words, q.speaker) for q in quotes_in(text)] == [("utterly tired", "Tom Berg")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "The Elma Council stated that the driver was “speeding wildly,” according to the Herald.",
            "Elma Council",
        ),
        (
            "Berg said the two owners had agreed to settle the matter “in a calm way”.",
            "Tom Berg",
        ),
        (
            "Berg, who said he felt ill and that both sides had agreed to end it “in good time,” left.",
            "Tom Berg",
        ),
        ("The owners were “ready to sign it all,” according to Berg.", "Tom Berg"),
        ("Ruiz was glad and Berg agreed to settle it “in a calm and friendly way”.", "Tom Berg"),
        ("Ruiz said Berg had promised “to do his very best” for her.", "Tom Berg"),
    ],
)
def test_words_in_a_chain_of_reports_belong_to_the_one_who_said_them(
    speakers_in, sentence, speaker
):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == [speaker]


def test_a_source_further_on_in_the_sentence_keeps_the_speaker_before_out(speakers_in):
    text = (
        f"{INTRO} “We had a good talk,” Ruiz said. The owners will “discuss how to start” in May, "
        "according to a party source."
    )

    assert speakers_in(text) == ["Ana Ruiz", "a party source"]


def test_a_source_further_on_makes_no_speech_of_a_term(speakers_in):
    text = f"{INTRO}\n\nThe number of “strandings” rose last year, according to the Elma Council."

    assert speakers_in(text) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The pamphlet said: “The town has waited far too long.”", "The pamphlet"),
        ("The Road Safety Branch (RSB) said: “Drivers must slow down.”", "The Road Safety Branch"),
        (
            "In a note to the Herald, a rep for the owners said, “We will sell.”",
            "a rep for the owners",
        ),
        (
            "Football's governing body said it was “looking into the whole matter.”",
            "Football's governing body",
        ),
        ("“I think it is a good day for all of us,” I said.", None),
        ("Berg (“I will never go back to that town”) was cheered.", "Tom Berg"),
        ("Berg himself once called it “the worst road in all of Elma.”", "Tom Berg"),
    ],
)
def test_a_sentence_with_a_speaker_of_its_own_takes_none_from_before(
    speakers_in, sentence, speaker
):
    before = f"{INTRO}\n\nRuiz said: “We are very close to a deal.”"

    assert speakers_in(f"{before}\n\n{sentence}")[1] == speaker


@pytest.mark.parametrize(
    "line",
    [
        "Opinion: Are clubs ‘a new form of quiet rule’?",
        "Read more: Why ‘nobody wants to come back home’",
        "MOST READ IN NEWS ‘I am the lost girl’ and other tales",
    ],
)
def test_a_line_that_leads_elsewhere_has_no_speaker(speakers_in, line):
    text = f"{INTRO}\n\n“We are very close to a deal,” Ruiz said.\n\n{line}"

    assert speakers_in(text) == ["Ana Ruiz", None]


@pytest.mark.parametrize(
    "sentence",
    [
        "The new film was described as “a great waste of everybody's time”.",
        "The page was soon changed to hold “a very old picture of the bridge”.",
        "The thieves then used the cards to “buy whatever they saw in shops”.",
    ],
)
def test_a_sentence_that_tells_of_something_else_takes_no_speaker_from_before(
    speakers_in, sentence
):
    assert speakers_in(f"{INTRO}\n\n“We are close to a deal,” Ruiz said. {sentence}")[1] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "On the other hand, “we have waited for a very long time.”",
        "The owners were “ready to sign it all”, it added.",
        "“We have waited for a very long time.”",
    ],
)
def test_words_that_go_on_from_the_sentence_before_keep_its_speaker(speakers_in, sentence):
    text = f"The Elma Union called a strike. “We are close to a deal,” the union said. {sentence}"

    assert speakers_in(text) == ["Elma Union"] * 2


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“You should wear a warm coat on that road,” recommends Berg.", "Tom Berg"),
        ("“There is no clean water in the town,” the inquiry found.", "the inquiry"),
        ("Berg made an appeal to the owners: “Do not close the road.”", "Tom Berg"),
        ("Berg was seen on the roof, shouting: “Do not close the road.”", "Tom Berg"),
        ("In the old tale one of the sailors says, “Do not close the road.”", "one of the sailors"),
        ("“It is only the first of many steps,” the Herald quoted Kimura as saying.", "Kimura"),
    ],
)
def test_speakers_in_less_usual_places(speakers_in, sentence, speaker):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("People got an urgent text that read: “Stay in your houses tonight.”", "an urgent text"),
        ("“That is not supposed to happen,” a spectator was heard saying.", "a spectator"),
        (
            "A former reviewer of the law called it “a good thing for all of us”.",
            "A former reviewer of the law",
        ),
    ],
)
def test_who_is_no_usual_speaker_still_speaks(speakers_in, sentence, speaker):
    (found,) = speakers_in(f"{INTRO}\n\n{sentence}")

    assert found == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Berg said the boat had stopped too late.", "Tom Berg"),
        ("The boat had stopped too late, according to Tom Berg.", "Tom Berg"),
        ("Reporters asked Tom Berg whether the boat had stopped.", "Tom Berg"),
        ("Tom Berg was one of the hurt. He said the boat had stopped too late.", "Tom Berg"),
        ("She said the boat had stopped too late.", "Ana Ruiz"),
    ],
)
def test_a_report_in_between_hands_the_words_to_the_one_who_makes_it(speakers_in, told, speaker):
    text = (
        f"{INTRO}\n\n“We are close to a deal,” Ruiz said.\n\n{told} “Then we felt the brakes fail.”"
    )

    assert speakers_in(text)[1] == speaker


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ruiz said the ruling was “disappointing” for the town.", "disappointing"),
        ("Ruiz called the ruling “disappointing” on Friday.", "disappointing"),
        ("Ruiz said the owners needed to “step up” their work.", "step up"),
        ("Ruiz said it was an “extremely strong” animal.", "extremely strong"),
        ("The talks were “constructive”, Ruiz said.", "constructive"),
        ("Ruiz said that he could be a “meddling king,” as others had.", "meddling king,"),
    ],
)
def test_a_judgement_of_one_word_is_speech(quotes_in, sentence, words):
    (quote,) = quotes_in(f"{INTRO}\n\n{sentence}")

    assert (quote.words, quote.speaker) == (words, "Ana Ruiz")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruiz said the “smart” lights were broken.",
        "Ruiz said the town is called “Little Rome” by many.",
        "Ruiz said most of it comes from a “conversion tax,” which is a new tax.",
        "Ruiz said the letters, “advocacy mail,” should be shown.",
        "Ruiz said the probe, “a newly built” craft, was lost.",
        "Ruiz said the car was sold as “new” by the owners.",
        "Ruiz said it was the so-called “third way”.",
        "Ruiz used the word “stranger,” Berg said.",
    ],
)
def test_a_term_beside_a_verb_of_saying_is_no_speech(speakers_in, sentence):
    assert speakers_in(f"{INTRO}\n\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Paul Holm, the lawyer for Mr. Berg and Mrs. Ruiz stated: “We owe it to all.”",
            "Paul Holm",
        ),
        (
            "A spokesman for Secretary-General Ana Ruiz called it “deeply deplorable news”.",
            "A spokesman for Secretary-General Ana Ruiz",
        ),
        ("Ruiz said it was “by far the best” and called lawyer Tom Berg a friend.", "Ana Ruiz"),
        ("Berg opposed the plan. “It has kept the town safe for years.”", "Tom Berg"),
    ],
)
def test_the_name_nearest_to_the_verb_is_not_always_its_subject(speakers_in, sentence, speaker):
    text = f"{INTRO} “We are close to a deal,” Ruiz said.\n\n{sentence}"

    assert speakers_in(text)[1] == speaker
