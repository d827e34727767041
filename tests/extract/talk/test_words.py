"""What a coming occasion is called: it can be read alone, and every word is the article's own."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.actors import find_actors
from briefing.extract.talks import find_talks
from tests.builders import an_article
from tests.test_seeds import FILES, sample

PRONOUNS = {"he", "she", "it", "they", "him", "her", "them"}
WEDNESDAY = date(2026, 11, 18)


def label_of(talks_in, text):
    (talk,) = talks_in(text)
    return talk.what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The museum will reopen on Friday.", "museum will reopen"),
        ("The ministers are to meet on Friday in Oslo.", "ministers to meet"),
        ("The sequel is set to open in December.", "sequel to open"),
        ("The sequel, which is due to open in December, is long.", "sequel to open"),
        ("The board is scheduled on Friday to vote on the merger.", "board to vote on the merger"),
        ("The council will reportedly meet on Friday.", "council will reportedly meet"),
        ("The judge is expected to rule on the ban on Friday.", "judge expected to rule on the ban"),
        ("The court must rule on the ban on Friday.", "court must rule on the ban"),
        ("Ana Ruiz was arrested and will appear in court on Friday.", "Ana Ruiz will appear in court"),
    ],
)  # fmt: skip
def test_words_of_planning_are_dropped_and_will_stays(talks_in, text, what):
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Marta Lind won. She takes office on Monday.", "Marta Lind takes office"),
        ("Tom Berg said on Tuesday he would visit Oslo in May.", "Tom Berg would visit Oslo"),
        ("Tom Berg denied it. A court told him and two aides to testify on Friday.", "Tom Berg and two aides to testify"),
        ("Ana Ruiz was arrested. Her trial starts on Friday.", "Ana Ruiz trial"),
        ("The zoo says it will reopen on Friday.", "zoo will reopen"),
        ("The Acme Union is angry. It will ballot its members on Friday.", "Acme Union will ballot its members"),
        ("Ana Ruiz thanked Tom Berg. They will testify on Friday.", "Ruiz and Berg will testify"),
    ],
)  # fmt: skip
def test_a_pronoun_is_told_by_the_name_that_it_means(talks_in, text, what):
    assert label_of(talks_in, text) == what


def test_a_pronoun_that_means_nobody_named_is_left_out(talks_in):
    assert label_of(talks_in, "Some complained. They will march on Saturday.") == "march"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Marta Lind, who resigned last month, will testify on Tuesday.", "Marta Lind will testify"),
        ("The manager, Marta Lind, will meet Tom Berg on Friday.", "Marta Lind will meet Tom Berg"),
        ("Ana Ruiz would meet on Monday with her counterpart, officials said.", "Ana Ruiz would meet with her counterpart"),
        ("Due to reopen on 4 December, the old lighthouse is a rare sight.", "old lighthouse to reopen"),
        ("Likely to launch her campaign in May, Ana Ruiz is the favourite.", "Ana Ruiz likely to launch her campaign"),
        ("Both leaders, Ana Ruiz and Tom Berg, will go to a summit on Friday.", "summit"),
        ("Ana Ruiz and her husband, Tom Berg, will visit Peru next week.", "Ana Ruiz and Tom Berg will visit Peru"),
        ("Envoys of the union, including Ana Ruiz, will meet on Friday.", "Envoys of the union will meet"),
        ("Ana Ruiz, whose trial in Lima begins on Friday, denies it.", "Ana Ruiz trial"),
        ("The Acme Agency (AA) will meet on Friday.", "Acme Agency will meet"),
    ],
)  # fmt: skip
def test_the_subject_is_told_without_what_stands_between_it_and_its_verb(talks_in, text, what):
    assert label_of(talks_in, text) == what


def test_a_name_in_marks_keeps_both_of_them(talks_in):
    text = 'The bishop announced a "Year of Light" will start on Friday.'

    assert label_of(talks_in, text) == '"Year of Light" will start'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tomorrow’s match in Leeds is sold out.", "match in Leeds"),
        ("The June 7 primary will decide it.", "primary"),
    ],
)  # fmt: skip
def test_a_label_does_not_begin_with_its_day(talks_in, text, what):
    assert label_of(talks_in, text) == what


def test_a_long_object_gives_way_to_the_subject(talks_in):
    text = (
        "The Northern Football Association will hear the appeal against a fine "
        "for smoke and noise on Friday."
    )

    what = "Northern Football Association will hear the appeal against a fine"
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Many like the Elma Festival. Ruiz sings at the festival on Friday.", "Elma Festival"),
        ("Fans know the Elma Festival and the Hull Festival. The festival opens on Friday.", "festival"),
        ("The Berg trial ended in May. The trial will open on Friday.", "trial"),
    ],
)  # fmt: skip
def test_a_bare_noun_is_told_by_its_one_name_of_the_sentences_before(talks_in, text, what):
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The sequel is scheduled for release in May.", "sequel scheduled for release"),
        ("The sequel, set for release in May, is long.", "sequel set for release"),
        ("Tom Berg is due in court on Friday for a preliminary hearing.", "Tom Berg due in court for a preliminary hearing"),
        ("Officials will begin clearing the debris on Friday.", "Officials will begin clearing the debris"),
        ("Ana Ruiz plans to visit Chile, Peru and Norway in May.", "Ana Ruiz plans to visit Chile, Peru and Norway"),
    ],
)  # fmt: skip
def test_what_is_scheduled_or_begun_is_told_with_whose_it_is(talks_in, text, what):
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('"Blue Hour: Part Two" opens on 4 December.', '"Blue Hour: Part Two" opens'),
        ('Ann Bell sings in "Blue Hour," which hits theaters on 4 December.', '"Blue Hour" hits theaters'),
        ("A sequel is already set for 4 December.", "sequel"),
    ],
)  # fmt: skip
def test_a_title_in_marks_is_told_whole(talks_in, text, what):
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ana Ruiz may testify on Friday.", "Ana Ruiz may testify"),
        ("They agreed to attend each other's rallies on Friday.", "each other's rallies"),
        ("Lena Holm subpoenaed Tom Berg to testify on Friday.", "Tom Berg to testify"),
        ("The board will vote on Friday on whether the school can move.", "board will vote on whether the school can move"),
        ("When it opens on Friday, the Elma Museum will be the largest in Norway.", "Elma Museum opens"),
        ("The city has a museum of lace, scheduled to open in May.", "museum of lace to open"),
        ("They asked for a meeting of the Acme Council. The meeting is on Friday.", "meeting of the Acme Council"),
    ],
)  # fmt: skip
def test_how_firm_it_is_and_what_it_means_stay(talks_in, text, what):
    assert label_of(talks_in, text) == what


def test_a_participle_that_dangles_takes_no_speaker_for_its_subject(talks_in):
    text = "Scheduled to blast off next month, Ana Ruiz has said that it is the strongest rocket."

    assert "Ana Ruiz" not in label_of(talks_in, text)


def test_what_two_verbs_share_is_told_with_both(parse):
    text = "Tom Berg will meet Ana Ruiz on Monday and open the fair on Friday."
    page = parse(an_article(text, dated=WEDNESDAY))

    labels = [talk.what for talk in find_talks(page, find_actors(page))]

    assert labels == ["Tom Berg will meet Ana Ruiz", "Tom Berg will open the fair"]


TEXTS = (
    "The ministers are to meet on Friday in Oslo.",
    "The sequel, which is due to open in December, is long.",
    "Marta Lind won. She takes office on Monday and will visit Oslo in May.",
    "Tom Berg denied it. A court told him and two aides to testify on Friday.",
    "Ana Ruiz was arrested. Her trial in Lima starts on Friday.",
    "Ana Ruiz thanked Tom Berg. They’ll testify on Friday.",
    "The mayor, Marta Lind, and the envoy, Tom Berg, will meet Ana Ruiz on Friday.",
    "Ana Ruiz, Tom Berg and Marta Lind are scheduled to meet the board on Friday.",
    "The pair will march on Saturday before they go to a summit in Lima on Sunday.",
)


@pytest.mark.parametrize("text", [*TEXTS, *(sample(path).body for path in FILES)])
def test_every_word_of_a_label_stands_in_its_sentence_in_that_order(parse, text):
    page = parse(an_article(text, dated=WEDNESDAY))
    actors = find_actors(page)
    names = [name.split() for actor in actors for name in (actor.name, *actor.aliases)]
    names += [[surname] for *_, surname in names]

    for talk in find_talks(page, actors):
        told = talk.what.replace("’", " ’").split()
        sentences = [page.text[s.start : s.end].replace("’", " ’").split() for s in page.sentences]
        assert any(stands_in(told, each, names) for each in sentences), talk.what


def stands_in(told, words, names):
    """Whether the words were told by dropping others and by naming actors for pronouns."""
    if not told:
        return True
    at = next((i for i, word in enumerate(words) if bare(word) == bare(told[0])), None)
    if at is not None and stands_in(told[1:], words[at + 1 :], names):
        return True
    at = next((i for i, word in enumerate(words) if bare(word) in PRONOUNS), None)
    if at is None:
        return False
    return any(stands_in(told[n:], words[at + 1 :], names) for n in named_at_front(told, names))


def named_at_front(told, names):
    """How many words at the front of the label are names, of one actor or of two."""
    for name in names:
        if told[: len(name)] == name:
            yield len(name)
            rest = told[len(name) :]
            if rest[:1] == ["and"]:
                yield from (len(name) + 1 + n for n in named_at_front(rest[1:], names))


def bare(word):
    return word.strip(',;:."“”()–—').lower()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ana Ruiz is training for her title fight on Saturday.", "Ana Ruiz title fight"),
        ("The union, whose strike begins on Friday, wants more pay.", "union strike"),
        (
            "Torre Motors cuts costs before its annual meeting on 9 December.",
            "Torre Motors annual meeting",
        ),
        ("Blue Hour is up for order ahead of its 9 December release.", "Blue Hour release"),
        # The name may be that of another.
        ("Berg Games took orders for Blue Hour ahead of its 9 December release.", "release"),
        # A noun with a name of its own needs no owner.
        ("Ana Ruiz is preparing for her Lima lecture on Friday.", "Lima lecture"),
    ],
)
def test_a_noun_without_a_name_is_told_with_its_owner(talks_in, text, what):
    assert label_of(talks_in, text) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Films run at the festival, which will conclude on 7 December.", "festival will conclude"),
        (
            "He travels after a meeting of the party leaders which is to take place on Friday.",
            "meeting of the party leaders",
        ),
        (
            "Torre City hope to win when they face Elma United on Saturday.",
            "Torre City face Elma United",
        ),
        ("Torre City will face Elma in Saturday's 4pm kick-off.", "Torre City will face Elma"),
        (
            "Ana Ruiz, of Park Road, has been arrested and is due to testify on Friday.",
            "Ana Ruiz to testify",
        ),
    ],
)
def test_a_clause_tells_the_occasion_and_who_holds_it(talks_in, text, what):
    assert what in label_of(talks_in, text)


def test_his_is_nobody_where_the_sentence_before_names_two_people(talks_in):
    text = "Tom Berg will see Ana Ruiz and Paul Reed. His speech is on Friday."

    assert "speech" in [talk.what for talk in talks_in(text)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Summer Jam will begin at noon on Friday at the Rose Hall.", "Summer Jam will begin"),
        ("Leeds lost, and Hull City face Derby on Sunday.", "Hull City face Derby"),
    ],
)
def test_a_label_keeps_the_whole_name(talks_in, text, what):
    (talk,) = talks_in(text)

    assert talk.what == what


def test_a_review_that_a_case_is_adjourned_for_is_held(talks_in):
    (talk,) = talks_in("The case was adjourned for a pre-trial review on December 9.")

    assert talk.status.value == "scheduled"


def test_a_label_keeps_a_name_that_holds_of(talks_in):
    (talk,) = talks_in("Ann Bell will be at the Rose Bank Joy of Jazz festival in December.")

    assert talk.what == "Rose Bank Joy of Jazz festival"
