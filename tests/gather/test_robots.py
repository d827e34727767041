"""What a site asks of programs, by the rules of RFC 9309."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.answers import Answer, failed, refused
from briefing.gather.robots import (
    EVERYTHING,
    MOST_DELAY,
    Rules,
    read_rules,
    robots_address,
    rules_in,
)
from briefing.model import Feed
from tests.builders import NOON

SITE = "https://herald.example"


def rules(*lines: str) -> Rules:
    return read_rules("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("lines", "path", "is_allowed"),
    [
        (["User-agent: *", "Disallow: /private/"], "/private/1", False),
        (["User-agent: *", "Disallow: /private/"], "/news/1", True),
        (["User-agent: *", "Disallow:"], "/news", True),
        (["user-AGENT:*", "DISALLOW:/"], "/", False),
        (["User-agent: *", "Disallow: /", "Allow: /news/"], "/news/1", True),
        (["User-agent: *", "Allow: /news", "Disallow: /news"], "/news/1", True),
        (["User-agent: *", "Disallow: /news/old", "Allow: /news"], "/news/old/1", False),
        (["User-agent: *", "Disallow: /*.pdf$"], "/paper.pdf", False),
        (["User-agent: *", "Disallow: /*.pdf$"], "/paper.pdf?page=2", True),
        (["User-agent: *", "Disallow: /*?print="], "/news?print=1", False),
        (["User-agent: *", "Disallow: *amp"], "/news/amp/1", False),
        (["User-agent: *", "Disallow: /exact$"], "/exact", False),
        (["User-agent: *", "Disallow: /exact$"], "/exactly", True),
        (["User-agent: *", "Disallow: /caf%C3%A9"], "/café", False),
        (["User-agent: *", "Disallow: /café"], "/caf%c3%a9", False),
        (["Disallow: /"], "/news", True),
        (["User-agent: *", "Disallow: / # all of it"], "/news", False),
        (["User-agent: Googlebot", "Disallow: /"], "/news", True),
        (["User-agent: Briefing/2.0", "Disallow: /"], "/news", False),
        (["User-agent: *", "Disallow: /", "", "User-agent: briefing", "Allow: /"], "/news", True),
        (["User-agent: a", "User-agent: briefing", "Disallow: /"], "/news", False),
        (["User-agent: briefing", "Disallow: /a", "User-agent: briefing", "Disallow: /b"], "/b", False),
        (["User-agent: briefing", "Crawl-delay: 1", "Disallow: /a"], "/a", False),
    ],
)  # fmt: skip
def test_the_longest_rule_of_the_closest_group_decides(lines, path, is_allowed):
    assert rules(*lines).allow(SITE + path) is is_allowed


def test_the_file_lies_at_the_root_of_host_and_port():
    assert robots_address("https://herald.example:81/a/b?c#d") == (
        "https://herald.example:81/robots.txt"
    )


@pytest.mark.parametrize(
    ("status", "means"),
    [
        (404, EVERYTHING),
        (410, EVERYTHING),
        (403, EVERYTHING),
        (429, None),
        (500, None),
        (503, None),
    ],
)
def test_a_missing_file_allows_and_a_server_in_trouble_leaves_it_open(status, means):
    answer = Answer(refused(Feed("u"), status, "", NOON), "u")

    assert rules_in(answer) == means


def test_a_site_that_cannot_be_reached_has_no_known_rules():
    assert rules_in(Answer(failed(Feed("u"), "The server does not answer.", NOON), "u")) is None


def test_an_answer_without_words_asks_nothing():
    assert rules_in(Answer(Feed("u"), "u", unchanged=True)) == EVERYTHING


def test_a_page_in_place_of_the_file_asks_nothing():
    page = rules("<!doctype html><html><body>User-agent: nobody<br>Hello: you</body></html>")

    assert page.allow(SITE + "/news")


def test_no_pattern_takes_long():
    rule = rules("User-agent: *", "Disallow: /" + "*a" * 500 + "$")
    start = time.process_time()

    assert rule.allow(SITE + "/" + "a" * 8000 + "b")

    assert time.process_time() - start < 10


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda words: words.encode()))
def test_any_bytes_are_read(body):
    read_rules(b"User-agent: *\nDisallow: " + body).allow(SITE + "/news?a=%zz")


@given(st.text("ab*$/%é", max_size=12), st.text("ab/%é?", max_size=12))
def test_patterns_mean_what_regular_expressions_say(pattern, path):
    import re
    from urllib.parse import urlsplit

    if not pattern or "%" in pattern or "%" in path or path.startswith("/"):
        return
    rule = rules("User-agent: *", f"Disallow: /{pattern}")
    body, end = (pattern[:-1], "$") if pattern.endswith("$") else (pattern, "")
    meant = ".*".join(re.escape(piece) for piece in f"/{body}".split("*"))
    parts = urlsplit(f"{SITE}/{path}")
    written = parts.path + (f"?{parts.query}" if parts.query else "")

    is_met = re.match(f"(?s:{meant})" + (r"\Z" if end else ""), written) is not None

    assert rule.allow(f"{SITE}/{path}") is not is_met


@pytest.mark.parametrize(
    ("words", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10),
        ("User-agent: *\nDisallow: /x\nCrawl-delay: 0.5 # half", 0.5),
        ("User-agent: *\nCrawl-delay: 10\nUser-agent: briefing\nDisallow: /x", 0),
        ("User-agent: other\nCrawl-delay: 10", 0),
        ("User-agent: *\nCrawl-delay: 5\nCrawl-delay: 50", 5),
        ("User-agent: *\nCrawl-delay: 999999999", MOST_DELAY),
        ("User-agent: *\nCrawl-delay: -1", 0),
        ("User-agent: *\nCrawl-delay: 1e9", 0),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("Crawl-delay: 10", 0),
    ],
)
def test_a_site_may_ask_for_pauses(words, delay):
    assert read_rules(words.encode()).delay == delay
