"""Findings, articles and feeds come back exactly as they went in, whatever words they hold."""

from __future__ import annotations

import tempfile
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Article, Feed, Reading, Span, Story
from briefing.store import Store
from briefing.store.codec import (
    Digest,
    pack_digest,
    pack_reading,
    unpack_actor,
    unpack_digest,
    unpack_reading,
    unpack_talk,
)
from tests.builders import a_quote, a_reading, a_story, a_talk, an_actor, an_article

# SQLite cannot keep half characters and NUL; gather takes them out.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
st.register_type_strategy(str, words)
st.register_type_strategy(float, st.floats(allow_nan=False))
moments = st.datetimes(timezones=st.just(UTC))
feeds = st.builds(
    Feed,
    checked=st.none() | moments,
    succeeded=st.none() | moments,
    next_try=st.none() | moments,
    failures=st.integers(0, 10**6),
)
articles = st.builds(
    Article, published=st.none() | moments, arrived=st.none() | moments, replaces=st.none()
)
spans = st.builds(Span)
readings = st.builds(Reading)


@pytest.fixture(scope="module")
def shared():
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "briefing.db")
        yield store
        store.close()


@given(readings)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_reading_comes_back_exactly(reading):
    packed = pack_reading(reading)

    assert unpack_reading(packed) == reading
    assert tuple(unpack_actor(packed, n) for n in range(len(reading.actors))) == reading.actors
    assert tuple(unpack_talk(packed, n) for n in range(len(reading.talks))) == reading.talks


@given(readings)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_digest_comes_back_exactly(reading):
    digest = Digest(reading.sentences, reading.actors, reading.quotes, reading.talks)
    packed = pack_digest(digest)

    assert unpack_digest(packed, _Everything()) == digest


class _Everything(set[str]):
    def issuperset(self, other: object) -> bool:
        return True


@given(articles)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_article_comes_back_exactly(shared, article):
    put = shared.articles.put([article])

    for name in put.new:
        assert shared.articles.get(name) == article
    for name in put.revised:
        revised = shared.articles.get(name)
        assert (revised.title, revised.text) == (article.title, article.text)


@given(feeds)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_feed_comes_back_exactly(shared, feed):
    shared.feeds.put([feed])

    assert shared.feeds.get(feed.url) == feed


def test_a_nul_in_an_id_does_no_harm(store):
    first = store.articles.put([an_article(id="a\0b")])

    assert store.articles.put([an_article(id="a\0b")]).unchanged == 1
    (name,) = first.new
    assert store.articles.get(name).id == name
    assert store.articles.mark_read(["a\0b"]) == (name,)


def test_half_characters_are_replaced_and_keep_the_length(store):
    store.articles.put([an_article("Half \ud83d of it", title="Half \ude00")])

    assert store.articles.get("a1").text == "Half \N{REPLACEMENT CHARACTER} of it"
    assert store.articles.get("\udcff") is None
    assert store.search("\udcff") == ()


def test_half_characters_in_findings_do_no_harm(store):
    article = an_article("“We win,” said Ana.")
    store.articles.put([article])
    quote = a_quote(article, "We win,", "Ana \ud83d")

    store.findings.put([a_reading(article, quotes=(quote,))])

    assert store.findings.get("a1").quotes == (quote,)


def test_a_story_comes_back_exactly(store):
    old = an_article("Ana Ruiz said “yes”.", id="a1")
    new = an_article(
        "Ruiz meets Bo on Monday.", id="a2", published=old.published + timedelta(hours=1)
    )
    store.articles.put([old, new])
    store.stories.assign({"a1": "a1", "a2": "a1"})
    story = a_story(
        old,
        new,
        id="a1",
        actors=(an_actor(old, "Ana Ruiz"),),
        quotes=(a_quote(old, "yes", "Ana Ruiz"),),
        talks=(a_talk(new, "meets Bo"),),
        unread_articles=2,
    )
    assert isinstance(story, Story)

    store.stories.put([story])

    assert store.stories.get("a1") == story
