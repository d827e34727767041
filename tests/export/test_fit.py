from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.export import render
from briefing.export.fit import fit
from briefing.export.text import columns
from briefing.model import Brief, Trouble
from briefing.text import words_in
from tests.builders import a_brief, a_quote, a_story, a_talk, an_actor, an_article, span_of
from tests.export.hostile import PIECES, a_hostile_brief
from tests.export.morning import the_morning

SENTENCE = "The ministers of both countries said after a long night that they would meet again soon"


def a_busy_brief(stories: int = 40) -> Brief:
    return a_brief(
        *(a_busy_story(number) for number in range(stories)),
        troubles=tuple(Trouble(f"Feed {n}", "the server answered 503") for n in range(30)),
    )


def a_busy_story(number: int):
    lines = [f"{SENTENCE} for round {number} of {n}." for n in range(3)]
    words = f"We are close to round {number} and we will not leave before it is done"
    text = "\n".join([*lines, f"“{words},” said Ana Ruiz {number}, the foreign minister."])
    article = an_article(text, id=f"busy-{number}", title=f"{SENTENCE}, round {number}")
    return a_story(
        article,
        summary=tuple(span_of(article, line) for line in lines),
        quotes=(a_quote(article, words, f"Ana Ruiz {number}"),),
        actors=(an_actor(article, f"Ana Ruiz {number}", role="foreign minister"),),
        talks=(a_talk(article, "meet again", date(2026, 11, 21) + timedelta(days=number)),),
    )


@pytest.mark.parametrize("name", ["txt", "md"])
@pytest.mark.parametrize("most", [1200, 400, 150])
def test_a_brief_keeps_to_its_words(name, most):
    assert words_in(render(a_busy_brief(), name, most=most).decode()) <= most


def test_a_busy_day_uses_the_words_it_has():
    assert words_in(render(a_busy_brief(), "txt").decode()) > 1050


def test_a_busy_day_keeps_every_section():
    outline = fit(a_busy_brief())

    assert len(outline.stories) == 5
    assert all(len(story.sentences) >= 2 for story in outline.stories)
    assert outline.more
    assert outline.quotes or all(story.quote for story in outline.stories)
    assert outline.people
    assert outline.week
    assert outline.failures


def test_no_sentence_is_cut():
    brief = a_busy_brief()
    verbatim = {story.words(span) for story in brief.stories for span in story.summary}

    told = [s.words for story in fit(brief).stories for s in story.sentences]

    assert told
    assert set(told) <= verbatim


@pytest.mark.parametrize("brief", [a_busy_brief(), the_morning(is_sample=True), a_brief()])
def test_a_short_brief_fits_one_screen(brief):
    lines = render(brief, "txt", short=True).decode().split("\n")

    assert len(lines) <= 23
    assert all(columns(line) <= 80 for line in lines)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_a_hostile_brief_fits_too(piece):
    brief = a_hostile_brief(piece)

    assert words_in(render(brief, "txt").decode()) <= 1200
    assert render(brief, "txt", short=True).decode().count("\n") <= 22


def test_the_five_headlines_stand_in_a_short_brief():
    page = render(a_busy_brief(), "txt", short=True).decode()

    assert all(f"\n{place}. " in page for place in range(1, 6))


def test_reading_time_is_words_at_230_a_minute():
    outline = fit(a_busy_brief())

    words = words_in(render(a_busy_brief(), "txt").decode())

    assert outline.minutes == -(-words // 230)
