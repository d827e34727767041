"""The reader's sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import NOON, a_feed, an_article


def test_feeds_keep_the_order_they_were_added_in(store):
    store.feeds.put([a_feed("https://b.example/"), a_feed("https://a.example/")])
    store.feeds.put([a_feed("https://b.example/", error="HTTP 404")])

    assert [feed.url for feed in store.feeds.all()] == ["https://b.example/", "https://a.example/"]
    assert store.feeds.get("https://b.example/").error == "HTTP 404"
    assert store.feeds.count() == 2
    assert store.feeds.count(failing=True) == 1


def test_a_feed_that_was_removed_does_not_come_back_by_an_update(store):
    here, gone = a_feed("https://here.example/"), a_feed("https://gone.example/")
    store.feeds.put([here])

    store.feeds.update([replace(here, next_try=NOON), gone])

    assert store.feeds.all() == (replace(here, next_try=NOON),)


def test_the_articles_of_a_removed_feed_go_and_saved_ones_stay(store):
    feed = a_feed()
    store.feeds.put([feed])
    store.articles.put(
        [an_article(id=name, feed=feed.url) for name in ("gone", "saved")]
        + [an_article(id="other", feed="https://other.example/")]
    )
    store.articles.mark_saved(["saved"])
    store.stories.assign({"gone": "gone", "saved": "s", "other": "s"})

    assert store.feeds.remove(feed.url) == feed

    assert {entry.id for entry in store.articles.entries()} == {"saved", "other"}
    assert [headline.id for headline in store.stories.headlines()] == ["s"]
    assert store.feeds.remove(feed.url) is None


def test_all_versions_of_a_saved_article_stay(store):
    store.articles.put([an_article("First words.", feed="https://f.example/")])
    store.articles.put([an_article("Second words.", feed="https://f.example/")])
    store.articles.mark_saved(["a1~2"])

    store.feeds.remove("https://f.example/")

    assert store.articles.get("a1").text == "First words."


def test_a_feed_that_moves_takes_its_articles_along(store):
    store.feeds.put([a_feed("https://a.example/old"), a_feed("https://b.example/taken")])
    store.articles.put([an_article(feed="https://a.example/old")])

    assert store.feeds.rename("https://a.example/old", "https://a.example/new")

    assert [feed.url for feed in store.feeds.all()] == [
        "https://a.example/new",
        "https://b.example/taken",
    ]
    assert store.articles.get("a1").feed == "https://a.example/new"
    assert not store.feeds.rename("https://a.example/new", "https://b.example/taken")
    assert not store.feeds.rename("https://a.example/old", "https://c.example/new")


def test_a_feed_keeps_whether_its_pages_are_fetched(store):
    store.feeds.put([a_feed(full_text=True), a_feed("https://plain.example/")])

    assert [feed.full_text for feed in store.feeds.all()] == [True, False]


def test_how_much_a_feed_brings_is_counted_by_the_days_of_its_articles(store):
    day = timedelta(days=1)
    moments = {
        "daily": [NOON - n * day for n in range(10)],
        "weekly": [NOON - n * 7 * day for n in range(8)],
        "burst": [NOON - timedelta(minutes=n) for n in range(12)],
        "silent": [NOON - 40 * day],
        "ahead": [NOON + day],
    }
    store.articles.put(
        an_article(f"{feed} {n}", id=f"{feed}{n}", feed=feed, published=moment)
        for feed, each in moments.items()
        for n, moment in enumerate(each)
    )

    per_day = store.feeds.per_day(NOON)

    assert per_day == {
        "daily": pytest.approx(10 / 9),
        "weekly": pytest.approx(5 / 28),
        "burst": 12,
        "silent": 0,
    }


def test_an_article_that_was_changed_is_counted_once(store):
    store.articles.put([an_article("One.", feed="f", published=NOON)])
    store.articles.put([an_article("Two.", feed="f", published=NOON)])

    assert store.feeds.per_day(NOON) == {"f": 1}
