"""Findings: readings, and the ways to the actors, quotes and talks in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import DAY, NOON, a_quote, a_reading, a_talk, an_actor, an_article

HOUR = timedelta(hours=1)


@pytest.fixture
def told(store):
    """Three articles an hour apart, each on Zoë Ruiz, with a quote and a talk a week later each."""
    for n in range(3):
        article = an_article("Zoë Ruiz: “Yes.” A summit.", id=f"a{n}", published=NOON + n * HOUR)
        store.articles.put([article])
        talk = a_talk(article, "A summit", DAY + timedelta(weeks=n), who=("Zoë Ruiz", "Mali"))
        reading = a_reading(
            article,
            actors=(an_actor(article, "Zoë Ruiz"),),
            quotes=(a_quote(article, "Yes.", "Zoë Ruiz"),),
            talks=(talk, a_talk(article, "A summit")),
            version=1,
        )
        store.findings.put([reading])
    return store


def articles_of(talks) -> list[str]:
    return [talk.sentence.article for talk in talks]


def test_a_reading_takes_the_place_of_the_older_one(told):
    article = told.articles.get("a0")
    newer = a_reading(article, version=2)

    assert told.findings.put([newer]) == ("a0",)

    assert told.findings.get("a0") == newer
    assert told.findings.by_actor("Zoë Ruiz") == ("a2", "a1")
    assert len(told.search("summit", kinds=("talk",))) == 4


def test_a_reading_of_an_article_that_is_gone_is_passed_over(store):
    assert store.findings.put([a_reading(an_article())]) == ()
    assert store.findings.get("a1") is None


def test_get_many_leaves_out_what_has_no_reading(told):
    told.articles.put([an_article(id="new")])

    assert list(told.findings.get_many(["a2", "new", "a0"])) == ["a2", "a0"]


def test_talks_ahead_come_by_day_and_undated_ones_last(told):
    ahead = told.findings.ahead

    assert articles_of(ahead(DAY)) == ["a0", "a1", "a2"]
    assert articles_of(ahead(DAY + timedelta(days=1))) == ["a1", "a2"]
    assert articles_of(ahead(DAY, until=DAY + timedelta(days=7))) == ["a0", "a1"]
    assert articles_of(ahead(DAY, undated_since=NOON + HOUR)) == ["a0", "a1", "a2", "a2", "a1"]
    assert articles_of(ahead(DAY, undated_since=NOON, limit=4)) == ["a0", "a1", "a2", "a2"]


def test_an_old_day_knows_only_what_was_told_by_then(told):
    then = told.findings.ahead(DAY, told_before=NOON + HOUR, undated_since=NOON)

    assert articles_of(then) == ["a0", "a0"]


def test_a_talk_that_is_still_on_is_ahead(store):
    article = an_article()
    store.articles.put([article])
    talk = a_talk(article, "The council met", DAY - timedelta(days=2))
    talk = replace(talk, when=replace(talk.when, last=DAY))
    store.findings.put([a_reading(article, talks=(talk,))])

    assert store.findings.ahead(DAY) == (talk,)
    assert store.findings.ahead(DAY + timedelta(days=1)) == ()


def test_an_actor_is_found_in_any_case_and_accents(told):
    assert told.findings.by_actor("the ZOE RUIZ") == ("a2", "a1", "a0")
    assert told.findings.by_actor("Zoë Ruiz", limit=1) == ("a2",)


def test_a_superseded_article_tells_nothing_more(told):
    told.articles.put([an_article("Other words.", id="a2")])

    assert told.findings.by_actor("Zoë Ruiz") == ("a1", "a0")
    assert articles_of(told.findings.ahead(DAY)) == ["a0", "a1"]
    assert told.findings.get("a2") is not None
