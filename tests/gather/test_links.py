"""Only addresses of the web are opened, and one article has one address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather import links
from briefing.gather.links import MOST_URL, clean_url, same_article

BASE = "https://herald.example/feeds/all.xml"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        ("/news/1", "https://herald.example/news/1"),
        ("../up", "https://herald.example/up"),
        ("//cdn.example/x", "https://cdn.example/x"),
        (" http://a.example/x\n", "http://a.example/x"),
        ("http://a.example/a b", "http://a.example/a%20b"),
        ('http://a.example/"onclick="x', "http://a.example/%22onclick=%22x"),
        ("http://a.example/a\nb", "http://a.example/ab"),
        ("http://user:secret@a.example:8080/", "http://a.example:8080/"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://例え.example/日本", "http://例え.example/日本"),
    ],
)
def test_an_address_is_absolute_and_safe(href, url):
    assert clean_url(href, BASE) == url


@pytest.mark.parametrize(
    "href",
    [
        "", " ", "http://", "https:", "javascript:alert(1)", " java\tscript:alert(1)",
        "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
        "mailto:a@b.example", "ftp://a.example/", "http://[::1/", "http://a.example:99999/",
        "http://a.example/" + "p" * MOST_URL, None, 5, {},
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_none(href):
    assert clean_url(href, BASE) is None


@given(st.text())
def test_no_words_make_an_unsafe_address(href):
    url = clean_url(href, BASE)

    if url is not None:
        assert urlsplit(url).scheme in {"http", "https"}
        assert urlsplit(url).hostname
        assert not set(url) & set(" \"'<>`\n\t\x1b\x7f")
        assert clean_url(url) == url


def test_tracking_fragment_scheme_and_last_slash_change_nothing_in_the_article():
    addresses = [
        "https://a.example/x", "http://a.example/x/", "https://a.example:443/x#top",
        "https://a.example/x?utm_source=rss&fbclid=1", "https://A.example/x?at_medium=RSS",
    ]  # fmt: skip

    assert len(set(map(same_article, addresses))) == 1


def test_what_names_the_article_stays():
    assert same_article("https://a.example/x?id=1") != same_article("https://a.example/x?id=2")


@given(
    st.from_regex(
        r"https?://[a-z.]{1,8}(:[0-9]{1,5})?(/[a-zA-Z0-9./?=&;:%~#+ -]{0,20})?", fullmatch=True
    )
)
def test_a_usual_address_comes_out_as_the_long_way_round_gives_it(href):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(links, "_USUAL", re.compile("(?!)"))
        long_way = links.clean_url(href)

    assert links.clean_url(href) == long_way


@given(
    st.from_regex(
        r"https?://[a-zA-Z.]{1,8}(:[0-9]{1,5})?(/[a-zA-Z0-9./=%~]{0,20})?", fullmatch=True
    )
)
def test_a_simple_address_is_compared_as_the_long_way_round_gives_it(url):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(links, "_SIMPLE", re.compile("(?!)"))
        long_way = same_article(url)

    assert same_article(url) == long_way


def test_a_port_is_kept_as_written():
    assert links.clean_url("http://a.example:080/x") == "http://a.example:080/x"
