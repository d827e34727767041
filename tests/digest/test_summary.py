"""The few sentences that tell a story."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.digest.fitness import is_boilerplate, is_clear, is_fit, without_furniture
from briefing.digest.summary import summarise
from briefing.model import Span
from briefing.sentences import split_sentences
from tests.builders import NOON, an_article

TEXT = """The coastguard rescued 212 people from the ferry Halcyon off Port Merrin on Thursday.

A rudder of the ferry had jammed, the coastguard said in Port Merrin.

Weather in the region will be mild for the rest of the month.

The owner of the Halcyon promised the 212 passengers their money back."""


def sentences_of(*articles):
    return {a.id: [Span(a.id, *place) for place in split_sentences(a.text)] for a in articles}


def told(*articles, most=3, lead=""):
    by_id = {article.id: article for article in articles}
    spans = summarise(articles, sentences_of(*articles), most, lead=lead)
    return [by_id[span.article].text[span.start : span.end] for span in spans]


def test_a_summary_is_sentences_as_they_stand_in_reading_order():
    article = an_article(TEXT)

    summary = told(article)

    assert summary[0].startswith("The coastguard rescued 212 people")
    assert [article.text.index(line) for line in summary] == sorted(
        map(article.text.index, summary)
    )


def test_no_more_sentences_than_asked_for_and_none_when_none_is():
    assert len(told(an_article(TEXT), most=2)) == 2
    assert told(an_article(TEXT), most=0) == []


def test_what_one_paper_told_is_not_told_again_from_another():
    first = an_article(TEXT, id="a")
    second = an_article(
        "The coastguard rescued 212 people from the ferry Halcyon off Port Merrin.\n\n"
        "Divers will look at the hull of the Halcyon on Saturday, the owner said.",
        id="b",
        published=NOON + timedelta(hours=2),
    )

    summary = told(first, second, most=5)

    assert sum("rescued 212 people" in line for line in summary) == 1
    assert any("Divers" in line for line in summary)


def test_a_sentence_that_hangs_on_another_comes_only_with_it():
    article = an_article(
        "The ferry Halcyon ran aground off Port Merrin with 212 passengers.\n\n"
        "Nothing was said of money by the harbour office.\n\n"
        "She said the ferry Halcyon and its 212 passengers were safe in Port Merrin."
    )

    assert not any(line.startswith("She") for line in told(article, most=1))
    assert "Nothing was said" in " ".join(told(article, most=3))


def test_after_the_best_article_the_others_are_told_from_the_oldest_on():
    lines = (
        "The ferry Halcyon left Castle Bay in the morning.",
        "Lifeboats brought 212 passengers of the ferry Halcyon to Port Merrin.",
        "Divers of the coastguard found the broken rudder of the Halcyon under the rocks.",
    )
    oldest, newer, newest = (
        an_article(line, id=name, title=line, published=NOON + timedelta(hours=hours))
        for line, name, hours in zip(lines, "zab", (0, 3, 5), strict=True)
    )

    assert told(newer, oldest, newest, lead="b") == [lines[2], *lines[:2]]


def test_the_article_of_the_best_sentence_is_told_first_and_the_lead_article_counts_more():
    older = an_article("The ferry Halcyon lost its rudder off Castle Bay.", id="z", title="")
    newer = an_article(
        "The ferry Halcyon lost its captain off Castle Bay.",
        id="a",
        title="",
        published=NOON + timedelta(minutes=5),
    )

    assert "captain" in told(newer, older, lead="a")[0]
    assert "rudder" in told(newer, older, lead="z")[0]


def test_a_feature_that_opens_with_a_scene_is_told_from_its_news_on():
    article = an_article(
        "Two charts of the ferry hang behind the desk of an old skipper and smell of smoke.\n\n"
        "The coastguard rescued 212 people from the ferry Halcyon off Port Merrin on Thursday.\n\n"
        "Divers looked at the rudder of the Halcyon, the coastguard said in Port Merrin.\n\n"
        "Hotels in Castle Bay took the 212 people from the Halcyon.\n\n"
        "The owner of the Halcyon thanked the coastguard and the people of Port Merrin.",
        title="",
    )

    assert not any(line.startswith("Two charts") for line in told(article, most=2))


def test_a_teaser_that_is_no_whole_sentence_is_still_better_than_nothing():
    assert told(an_article("Council to meet over harbour …")) == ["Council to meet over harbour …"]


def test_an_article_of_boilerplate_alone_gives_no_summary():
    assert told(an_article("Sign up for our newsletter to read more every day.")) == []


@pytest.mark.parametrize(
    "line",
    [
        "SIGN UP FOR THE MORNING LETTER AND NEVER MISS A STORY.",
        "Sign up for our newsletter and never miss a story.",
        "Read more: the ten best bridges of the north.",
        "Follow us on every network for the latest news.",
        "Captain Jorun Tveit, left, speaks to passengers in Castle Bay. (Photo: Ana Lind/Herald)",
        "The ferry Halcyon is seen in this undated photo of the harbour office.",
        "A lifeboat lands passengers at Castle Bay, Norland, Thursday, Nov. 19, 2026.",
        "Ferry Halcyon Runs Aground Near Port Merrin With Many Aboard",
        "By Ana Lind and Petr Dolezal",
        "See https://herald.example/ferry for the whole list of names.",
        "The minister said that the ferry would be…",
        "Too short.",
        "which is why the harbour office was closed on Friday.",
    ],
)
def test_lines_that_never_stand_in_a_summary(line):
    assert not is_fit(line)


@pytest.mark.parametrize(
    ("text", "news"),
    [
        (
            "The ferry sank. Sign up for our newsletter! Divers came.",
            "The ferry sank. Divers came.",
        ),
        ("We use cookies.\nThe ferry sank.\nRead more", "The ferry sank.\n"),
        ("The U.S. navy, 3.5 miles off, saw it.", "The U.S. navy, 3.5 miles off, saw it."),
        (
            "Unsubscribed readers say 3.5 ferries sank...",
            "Unsubscribed readers say 3.5 ferries sank...",
        ),
        ("", ""),
    ],
)
def test_sentences_about_the_page_are_left_out(text, news):
    assert without_furniture(text) == news


@pytest.mark.parametrize(
    "line",
    [
        "The ferry Halcyon ran aground off Port Merrin on Thursday.",
        "“We were lucky,” Captain Jorun Tveit told reporters in Castle Bay.",
        "U.S. President Ana Ruiz will meet King Olav in Castle Bay.",
        "Was the ferry Halcyon fit to sail in November?",
    ],
)
def test_lines_that_may_stand_in_a_summary(line):
    assert is_fit(line)
    assert is_clear(line)
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "clear"),
    [
        ("He denied it.", False),
        ("“He denied it,” Ana Ruiz said.", False),
        ("They will vote on Monday.", False),
        ("Ana Ruiz, 83, used it twice on Thursday.", False),
        ("The senate passed the levy and the president signed it on Friday.", True),
        ("There are two charts on the wall of the office.", False),
        ("This week the senate votes on the levy.", True),
        ("It is unclear whether the levy will pass.", True),
        ("Those who voted against the levy cheered.", True),
        ("“We are close,” she said on Friday.", False),
        ("Ruiz, she said, would send a team.", False),
        ("“We are close.”", False),
        ("We are close,” Ana Ruiz said.", False),
        ("Ana Ruiz said “we are close” on Friday.", True),
    ],
)
def test_a_clear_sentence_needs_no_other(line, clear):
    assert is_clear(line) is clear


def test_a_button_is_no_summary():
    assert told(an_article("Learn more\n\nShow\n\nNext page")) == []


def test_the_sentence_that_tells_the_headline_goes_first():
    article = an_article(
        "The harbour of Merrin lay quiet under the first snow of the winter.\n\n"
        "The town of Castle Bay counted its boats and its blessings.\n\n"
        "Divers found the rudder of the ferry Halcyon on Friday.",
        title="Divers find rudder of the Halcyon",
    )

    assert told(article, most=1) == ["Divers found the rudder of the ferry Halcyon on Friday."]


def test_equal_sentences_of_two_articles_stay_two_places():
    one, other = an_article(TEXT, id="a"), an_article(TEXT, id="b")

    spans = summarise([one, other], sentences_of(one, other), 8)

    assert len(spans) == len(set(spans))


LINES = st.sampled_from(
    [
        "The ferry Halcyon ran aground off Port Merrin.",
        "He said so.",
        "“We were lucky,” Tveit said.",
        "Read more",
        "A CAPITAL LINE",
        "Twelve people were hurt when the Halcyon struck rocks.",
        "",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=40), max_size=12).map("\n\n".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, max_size=4), st.integers(0, 6), st.randoms())
def test_a_summary_of_anything_is_whole_sentences_of_it(texts, most, chance):
    articles = [an_article(text, id=str(n)) for n, text in enumerate(texts)]
    sentences = sentences_of(*articles)

    spans = summarise(articles, sentences, most)
    shuffled = list(articles)
    chance.shuffle(shuffled)

    assert len(spans) <= most
    assert len(set(spans)) == len(spans)
    assert all(span in sentences[span.article] for span in spans)
    assert summarise(shuffled, sentences, most) == spans


def test_an_article_without_sentences_is_passed_over():
    article = an_article(TEXT)

    assert summarise([article, replace(article, id="b")], {}, 3) == ()
