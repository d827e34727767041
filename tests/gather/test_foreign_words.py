"""Whatever a server says of itself, its feed stays one that can be stored, shown and asked again."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import text as texts
from briefing.gather.answers import (
    LONGEST_PAUSE,
    LONGEST_REST,
    LONGEST_WAIT,
    asked_to_wait,
    is_due,
    may_be_asked,
    refused,
    rested,
    succeeded,
)
from briefing.gather.discover import WELL_KNOWN, is_opml, offered, well_known
from briefing.gather.feeds import read_feed
from briefing.gather.links import same_article
from briefing.model import Feed
from tests.builders import NOON

URL = "https://herald.example/feed"
FIGURES = st.integers(-(10**20), 10**20).map(str) | st.floats().map(str)
DATES = st.datetimes(datetime.min, datetime.max).map(  # noqa: DTZ901 — headers have their own zone
    lambda moment: f"{moment:%a, %d %b} {moment.year:04} {moment:%H:%M:%S} GMT"
)
WORDS = FIGURES | DATES | st.text(max_size=40)
CONTROLS = st.lists(
    st.sampled_from(["max-age", "s-maxage", "no-cache", "no-store", "private", "immutable"])
    | st.tuples(st.sampled_from(["max-age", "MAX-AGE", "x-max-age"]), WORDS).map("=".join),
    max_size=4,
).map(", ".join)
HEADERS = st.fixed_dictionaries(
    {},
    optional={"cache-control": CONTROLS | WORDS, "expires": WORDS, "date": WORDS, "age": WORDS},
)


def check(feed: Feed) -> None:
    """It can be stored and shown, and comes to be asked again."""
    if feed.next_try is not None:
        assert NOON < feed.next_try <= NOON + max(LONGEST_REST, LONGEST_WAIT, LONGEST_PAUSE)
        assert is_due(feed, feed.next_try) is not feed.retired
    assert texts.one_line(feed.error or "") == (feed.error or "")


@given(HEADERS)
@example({"cache-control": "max-age=5", "age": "9" * 9})
@example({"expires": "Fri, 31 Dec 9999 23:59:59 GMT", "date": "Mon, 01 Jan 0001 00:00:00 GMT"})
@example({"expires": "Fri, 31 Dec 9999 23:59:59 -2359"})
def test_no_headers_of_a_good_answer_break_the_feed(headers):
    feed = rested(succeeded(Feed(URL), NOON), headers, NOON)

    check(feed)
    assert feed.error is None
    assert may_be_asked(feed, NOON)


@given(st.sampled_from([401, 404, 410, 429, 500, 503, 599, 999]), WORDS, st.integers(0, 10**6))
@example(503, "Fri, 31 Dec 9999 23:59:59 -2359", 0)
@example(429, "²", 0)
def test_no_words_of_a_refusal_break_the_feed(status, retry_after, failures):
    feed = refused(Feed(URL, failures=failures), status, retry_after, NOON)

    check(feed)
    assert feed.error
    assert feed.retired is (status == 410)
    wait = asked_to_wait(feed)
    assert wait is None or wait == feed.next_try


PARTS = st.sampled_from(
    """<link <LINK rel= alternate "alternate" 'alternate type= application/rss+xml
    "application/atom+xml" href= "/feed" 'javascript:alert(1)' "http://[" > /> <head> </head>
    <html> <!-- --> " ' & &amp; \x00 \x1b \u202e feed.xml //herald.example/f"""
    .replace("\n", " ").split(" ")
)  # fmt: skip


@given(st.lists(PARTS | st.text(max_size=8), max_size=30).map(" ".join))
@example('<link rel=alternate type="application/rss+xml" href=')
@example("<link " * 2000)
def test_any_page_is_looked_through_for_feeds_and_offers_only_web_addresses(words):
    page = f"<!doctype html><html>{words}"

    content = read_feed(page.encode("utf-8", "replace"), URL, {}, NOON)

    assert not content.articles
    assert content.problems
    assert all(link.startswith(("http://", "https://")) for link in content.links)
    assert all(texts.one_line(link) == link for link in content.links)
    chosen = offered(content.links)
    assert len({same_article(link) for link in chosen}) == len(chosen)
    assert bool(chosen) is bool(content.links)


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ('rel="alternate" type="application/rss+xml" href="/f"', ["https://herald.example/f"]),
        ("rel='alternate' type='application/atom+xml' href='f'", ["https://herald.example/f"]),
        ("rel=alternate type=application/rss+xml href=/f", ["https://herald.example/f"]),
        ('REL="Alternate" TYPE="Application/RSS+XML" HREF="/f"', ["https://herald.example/f"]),
        ('rel="alternate home" type="application/feed+json" href="/f"', ["https://herald.example/f"]),
        ('rel="alternate" type="application/rss+xml" href="/f?a=1&amp;b=2"', ["https://herald.example/f?a=1&b=2"]),
        ('rel="alternate" type="application/rss+xml" title="a > b" href="/f"', ["https://herald.example/f"]),
        ('rel="alternate" type="application/rss+xml" href="javascript:x"', []),
        ('rel="alternate" type="application/rss+xml" href=""', []),
        ('rel="stylesheet" type="text/css" href="/f"', []),
        ('rel="alternate" hreflang="de" href="/de"', []),
    ],
)  # fmt: skip
def test_a_page_names_its_feeds_in_many_ways(attributes, found):
    page = f"<!doctype html><html><head><link {attributes}></head><body>News</body></html>"

    assert list(read_feed(page.encode(), URL, {}, NOON).links) == found


def test_a_link_that_is_commented_out_is_none():
    page = (
        "<!doctype html><html><head><!-- <link rel='alternate' type='application/rss+xml'"
        " href='/old'> --></head><body>News</body></html>"
    )

    assert read_feed(page.encode(), URL, {}, NOON).links == ()


def test_relative_links_count_from_the_base_that_the_page_names():
    page = (
        "<!doctype html><html><head><base href='https://cdn.example/de/'>"
        "<link rel='alternate' type='application/rss+xml' href='feed.xml'></head></html>"
    )

    content = read_feed(page.encode(), URL, {}, NOON)

    assert content.links == ("https://cdn.example/de/feed.xml",)


@given(st.text(max_size=60).map(lambda words: f"https://herald.example/{words}"))
def test_the_usual_places_are_those_of_the_site(page):
    places = well_known(page)

    assert all(place.startswith("https://herald.example/") for place in places)
    assert len(WELL_KNOWN) <= len(places) <= len(WELL_KNOWN) + 1


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_not(body):
    is_opml(body)
