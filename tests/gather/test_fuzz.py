"""Whatever a server sends, a reader answers with clean articles or with words on what is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import text as texts
from briefing.gather import fastfeed
from briefing.gather.feeds import read_feed
from tests.builders import NOON
from tests.gather.test_fastfeed import ATOM_ENTRY, ELEMENTS, RSS_ITEM, an_atom, an_rss

URL = "https://herald.example/feed"

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    """id url external_url title content_html content_text summary date_published date_modified
    authors author name language items home_page_url version""".split()
)
ITEMS = st.lists(st.dictionaries(FIELDS, JSON, max_size=6) | JSON, max_size=4)
JSON_FEEDS = st.fixed_dictionaries({"items": ITEMS | JSON}).flatmap(
    lambda feed: st.dictionaries(FIELDS, JSON, max_size=4).map(lambda more: more | feed)
)
TAGS = st.sampled_from(
    ["<", ">", "</item>", "<item>", "<![CDATA[", "]]>", "&", "&#0;", "&x;", "<!--", "\0", "\x1b"]
)
WHOLE = [an_rss(RSS_ITEM * 2), an_atom(ATOM_ENTRY * 2)]


@st.composite
def broken_feeds(draw) -> bytes:
    """A good feed with pieces cut out, doubled or put in."""
    feed = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(st.integers(0, len(feed)), st.integers(0, len(feed)))))
        end = min(end, start + 60)
        piece = draw(st.sampled_from(["", feed[start:end] * 2]) | TAGS | ELEMENTS)
        feed = feed[:start] + piece + feed[end:]
    return feed.encode("utf-8", "surrogatepass")


def check(content) -> None:
    """An article that can be stored, shown and exported as it is."""
    assert len(content.articles) == len(content.guids)
    # Items of a JSON Feed may say the same in other forms: then they are one article.
    named = {(article.id, article.title, article.text) for article in content.articles}
    assert len({article.id for article in content.articles}) == len(named)
    assert content.articles or content.problems
    for article in content.articles:
        words = (article.title, article.source, *article.authors, *content.guids, content.title)
        assert all(texts.clean(line) == line and "\n" not in line for line in words)
        assert texts.clean(article.text) == article.text
        assert article.title
        assert article.url is None or article.url.startswith(("http://", "https://"))
        assert article.published is None or article.published.year >= 1990


@settings(max_examples=150)
@given(JSON_FEEDS)
def test_a_json_feed_of_any_shape_is_read(feed):
    check(read_feed(json.dumps(feed).encode(), URL, {}, NOON))


@settings(max_examples=100)
@given(broken_feeds())
def test_a_feed_broken_anywhere_is_read_and_both_ways_alike(body):
    content = read_feed(body, URL, {}, NOON)

    check(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fastfeed, "parse", lambda _: None)
        assert read_feed(body, URL, {}, NOON) == content


@settings(max_examples=100)
@given(
    st.sampled_from(
        [b"<rss>", b"<feed>", b"<?xml version='1.0'?><rdf:RDF>", b"{", b"\xff\xfe", b""]
    ),
    st.binary(max_size=300),
    st.sampled_from(["", "text/xml; charset=utf-7", "application/json", "text/html; charset=\xe9"]),
)
def test_any_bytes_are_answered(start, body, kind):
    check(read_feed(start + body, URL, {"content-type": kind}, NOON))
