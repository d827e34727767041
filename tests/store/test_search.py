"""Search: any words find their places, and no string breaks it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.store import Store
from briefing.store.search import to_question
from tests.builders import DAY, a_quote, a_reading, a_talk, an_actor, an_article

TEXT = (
    "ROME\nZoë Ruiz arrived at noon. 😀 “We are close to a deal,” she said.\n"
    "The nuclear talks resume at the Riyadh summit on Monday."
)


def fill(store: Store) -> Store:
    article = an_article(TEXT, title="Envoys near accord")
    store.articles.put([article])
    store.stories.assign({"a1": "s"})
    reading = a_reading(
        article,
        actors=(an_actor(article, "Zoë Ruiz"),),
        quotes=(a_quote(article, "We are close to a deal,", "Zoë Ruiz"),),
        talks=(a_talk(article, "the Riyadh summit", DAY),),
    )
    store.findings.put([reading])
    return store


@pytest.fixture
def filled(store):
    return fill(store)


@pytest.fixture(scope="module")
def shared():
    with tempfile.TemporaryDirectory() as folder:
        store = fill(Store.open(Path(folder) / "briefing.db"))
        yield store
        store.close()


def test_a_hit_in_an_article_is_at_its_place_in_the_text(filled):
    (found,) = filled.search("nuclear", kinds=("article",))

    assert TEXT[found.start : found.end] == "nuclear"
    assert "The nuclear talks resume" in found.words
    assert (found.kind, found.article, found.story) == ("article", "a1", "s")
    assert found.title == "Envoys near accord"


def test_every_kind_is_found_and_in_order(filled):
    found = filled.search("zoe")

    assert [each.kind for each in found] == ["actor", "article", "quote"]
    assert {TEXT[each.start : each.end] for each in found[:2]} == {"Zoë Ruiz", "Zoë"}
    assert found[2].words == "We are close to a deal,"


def test_a_talk_is_found_by_what_it_is(filled):
    (found,) = filled.search("riyadh", kinds=("talk",))

    assert found.words == "the Riyadh summit"
    assert "Riyadh summit" in TEXT[found.start : found.end]


def test_a_hit_in_the_title_alone_has_no_place_in_the_text(filled):
    (found,) = filled.search("accord")

    assert (found.start, found.end) == (0, 0)
    assert found.words.startswith("ROME")


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("talks nuclear", True),
        ("nuclear tal", True),
        ("nucl talks", False),
        ("nuclear peace", False),
        ('"nuclear talks"', True),
        ("“talks nuclear”", False),
        ("NUCLEAR Talks", True),
        ("arrived-at", True),
    ],
)
def test_all_words_must_be_there_and_the_last_may_be_a_beginning(filled, words, is_found):
    assert bool(filled.search(words, kinds=("article",))) == is_found


@pytest.mark.parametrize("words", ["", "  ", "*", '"', "😀", "()", "\x00", "-- ;"])
def test_nothing_to_ask_finds_nothing(filled, words):
    assert filled.search(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '"a',
        'a"b',
        "a AND",
        "NOT",
        "title:x",
        "a*b",
        "^a",
        "NEAR(a b)",
        "{a}",
        "'; DROP",
        "a\x00b",
    ],
)
def test_signs_and_operators_are_only_text(filled, words):
    filled.search(words)


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_string_is_safe(shared, words):
    shared.search(words)


def test_long_questions_are_cut():
    assert to_question("word " * 5000).count("word") == 16


def test_what_is_gone_is_not_found(filled):
    filled.index()
    filled.articles.put([an_article("Other words.", title="Other title")])
    assert filled.search("nuclear") == ()

    filled.feeds.remove("")
    assert filled.search("other") == ()


def test_articles_are_indexed_once(filled):
    assert filled.index() == 1
    assert filled.index() == 0
    filled.articles.put([an_article(id="a2")])
    assert filled.index() == 1


def test_what_one_kind_leaves_the_others_take(store):
    for n in range(9):
        article = an_article("Ana said yes.", id=f"a{n}")
        store.articles.put([article])
    store.findings.put([a_reading(article, actors=(an_actor(article, "Ana"),))])

    assert [each.kind for each in store.search("ana", 5)] == ["actor"] + ["article"] * 4
