"""Fetching over a real connection: politeness, limits, and that no feed waits for another."""

from __future__ import annotations

import gzip
import threading
import zlib
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.gather.fetch import FetchOptions, fetch
from briefing.model import Feed, SourceKind
from tests.builders import NOON
from tests.gather.conftest import RSS, Reply

QUICK = FetchOptions(timeout=5, connect_timeout=2, read_timeout=2)


async def answers_of(*feeds: Feed | str, options: FetchOptions = QUICK):
    asked = [Feed(feed) if isinstance(feed, str) else feed for feed in feeds]
    return [answer async for answer in fetch(asked, options, NOON)]


async def answer_of(feed: Feed | str, options: FetchOptions = QUICK):
    (answer,) = await answers_of(feed, options=options)
    return answer


async def test_an_answer_bears_body_address_and_a_feed_that_succeeded(server):
    url = server.says("/feed", Content_Type="application/rss+xml")

    answer = await answer_of(url)

    assert answer.body == RSS
    assert answer.url == url
    assert answer.headers == {"content-type": "application/rss+xml", "content-location": url}
    assert (answer.feed.checked, answer.feed.succeeded, answer.feed.error) == (NOON, NOON, None)


async def test_who_asks_says_so(server):
    await answer_of(server.says("/feed"))

    ((_, headers),) = server.requests
    assert headers["user-agent"].startswith("briefing/")


async def test_the_second_run_sends_the_validators_back_and_takes_304_for_a_success(server):
    url = server.says("/feed", ETag='W/"é1"', Last_Modified="Mon, 2 Mar 2026 10:00:00 GMT")
    first = await answer_of(url)
    server.says("/feed", b"", 304)

    second = await answer_of(first.feed)

    _, headers = server.requests[1]
    assert headers["if-none-match"] == 'W/"é1"'
    assert headers["if-modified-since"] == "Mon, 2 Mar 2026 10:00:00 GMT"
    assert second.unchanged
    assert second.body is None
    assert second.feed.error is None
    assert second.feed.etag == first.feed.etag


async def test_unchanged_says_nothing_about_a_feed_that_was_never_read(server):
    answer = await answer_of(server.says("/feed", b"", 304))

    assert answer.feed.error


async def test_feeds_are_asked_at_once(server):
    """Each of the eight replies waits until all eight requests are there."""
    all_here = threading.Barrier(8, timeout=10)
    for number in range(8):
        server.replies[f"/{number}"] = Reply(before=lambda: all_here.wait() and None)

    answers = await answers_of(
        *(f"{server.url}/{number}" for number in range(8)),
        options=replace(QUICK, per_host=8),
    )

    assert all(answer.body == RSS for answer in answers)


async def test_one_host_is_asked_by_at_most_two_at_a_time(server):
    here, most, lock = [0], [0], threading.Lock()
    others = threading.Event()

    def count() -> None:
        with lock:
            here[0] += 1
            most[0] = max(most[0], here[0])
            if here[0] == 2:
                others.set()
        others.wait(2)
        with lock:
            here[0] -= 1

    for number in range(6):
        server.replies[f"/{number}"] = Reply(before=count)

    await answers_of(*(f"{server.url}/{number}" for number in range(6)))

    assert most[0] == 2


async def test_a_host_that_hangs_delays_nobody(server):
    hanging = server.hangs("/hang")
    feeds = [Feed(hanging), *(Feed(server.says(f"/{number}")) for number in range(5))]

    landed = []
    async with aclosing(fetch(feeds, replace(QUICK, timeout=60), NOON)) as answers:
        async for answer in answers:
            landed.append(answer.feed.url)
            if len(landed) == 5:
                break

    assert hanging not in landed


async def test_a_feed_has_a_total_time(server):
    url = server.hangs("/hang")

    answer = await answer_of(url, replace(QUICK, timeout=0.05))

    assert answer.feed.error == "The server does not answer in time. Try again later."
    assert answer.feed.failures == 1


async def test_redirects_are_followed_to_where_the_feed_is(server):
    target = server.says("/new")
    url = server.says("/old", b"", 301, Location="/new")

    answer = await answer_of(url)

    assert answer.body == RSS
    assert answer.url == answer.moved == answer.headers["content-location"] == target
    assert answer.feed.url == url


async def test_a_passing_redirect_moves_nothing(server):
    server.says("/new")

    answer = await answer_of(server.says("/old", b"", 302, Location="/new"))

    assert answer.body == RSS
    assert answer.moved is None


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "", "http://[::1", "/circle"],
)
async def test_a_redirect_to_nowhere_is_an_error_in_words(server, target):
    answer = await answer_of(server.says("/circle", b"", 302, Location=target))

    assert answer.body is None
    assert answer.feed.error
    assert "Error" not in answer.feed.error


async def test_gone_retires_the_feed_and_it_is_asked_no_more(server):
    url = server.says("/feed", b"", 410)

    first = await answer_of(url)
    second = await answer_of(first.feed)

    assert first.feed.retired
    assert not second.asked
    assert len(server.requests) == 1


async def test_retry_after_is_honoured_even_when_the_reader_asks(server):
    first = await answer_of(server.says("/feed", b"", 429, Retry_After="3600"))
    second = await answer_of(first.feed)

    assert first.feed.next_try == NOON + timedelta(hours=1)
    assert not second.asked
    assert second.feed == first.feed
    assert len(server.requests) == 1


async def test_a_feed_in_trouble_is_asked_again_when_the_reader_asks(server):
    first = await answer_of(server.says("/feed", b"", 500))
    server.says("/feed")
    second = await answer_of(first.feed)

    assert first.feed.next_try > NOON
    assert second.body == RSS
    assert (second.feed.failures, second.feed.next_try, second.feed.error) == (0, None, None)


async def test_the_validators_of_an_error_page_are_not_kept(server):
    answer = await answer_of(server.says("/feed", b"sorry", 503, ETag='"error"'))

    assert answer.feed.etag is None


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(RSS, mtime=0)),
        ("deflate", zlib.compress(RSS)),
        ("deflate", zlib.compress(RSS)[2:-4]),
        ("gzip", RSS),
        ("martian", RSS),
    ],
    ids=["gzip", "deflate", "deflate without its head", "plain called gzip", "unknown name"],
)
async def test_packed_answers_are_unpacked(server, encoding, packed):
    answer = await answer_of(server.says("/feed", packed, Content_Encoding=encoding))

    assert answer.body == RSS


async def test_a_gzip_bomb_is_stopped_at_the_limit(server):
    bomb = gzip.compress(b" " * 5_000_000)
    url = server.says("/feed", bomb, Content_Encoding="gzip")

    answer = await answer_of(url, replace(QUICK, max_bytes=1_000_000))

    assert answer.body is None
    assert "larger than 1 MB" in answer.feed.error


async def test_an_answer_that_breaks_off_is_read_and_said_and_asked_for_again(server):
    url = server.says(
        "/feed", RSS, Content_Length=str(len(RSS) + 100), ETag='"1"', Connection="close"
    )
    server.replies["/feed"].headers["Connection"] = "close"

    answer = await answer_of(url, replace(QUICK, timeout=1, read_timeout=0.2))

    assert answer.feed.error
    assert answer.feed.etag is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/feed", "refuses the connection"),
        ("http://[::1/feed", "no web address"),
        ("http://" + "a" * 100 + ".example/", "."),
        ("http://exa mple/", "."),
    ],
)
async def test_what_cannot_be_reached_is_told_in_words(url, words):
    answer = await answer_of(url)

    assert words in answer.feed.error
    assert "Error" not in answer.feed.error
    assert "Errno" not in answer.feed.error


async def test_leaving_in_the_middle_cancels_what_is_under_way(server):
    hanging = [server.hangs(f"/hang{number}") for number in range(3)]

    async with aclosing(fetch([Feed(server.says("/feed")), *map(Feed, hanging)], QUICK, NOON)) as a:
        first = await anext(a)

    assert first.body == RSS


async def test_files_are_none_of_its_business():
    answer = await answer_of(Feed("/home/me/news", kind=SourceKind.FOLDER))

    assert not answer.asked


async def test_a_proxy_is_asked_where_there_is_one_and_not_for_what_is_named(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.says("http://herald.example/feed")

    far = await answer_of("http://herald.example/feed")
    near = await answer_of(server.says("/feed"))

    assert far.body == near.body == RSS
    assert [path for path, _ in server.requests] == ["http://herald.example/feed", "/feed"]


async def test_a_redirect_of_the_web_into_the_readers_network_is_refused(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url)
    server.says("http://herald.example/feed", status=302, Location="http://192.168.1.1/admin")

    answer = await answer_of("http://herald.example/feed")

    assert "into your own network" in answer.feed.error
    assert len(server.requests) == 1


async def test_a_server_that_drips_is_left_long_before_the_time_is_up(server):
    server.replies["/drip"] = Reply(drips=True, body=RSS * 50)

    answer = await answer_of(f"{server.url}/drip", replace(QUICK, timeout=60, read_timeout=0.3))

    assert "too slowly" in answer.feed.error


@pytest.mark.parametrize(
    ("proxy", "words"),
    [
        ("socks5://gate.example:1080", "pip install 'httpx[socks]'"),
        ("gopher://gate.example", "The proxy's address is none"),
        ("http://127.0.0.1:9", "connection"),
    ],
)
async def test_a_proxy_that_cannot_be_asked_is_said(monkeypatch, proxy, words):
    monkeypatch.setenv("all_proxy", proxy)
    monkeypatch.delenv("no_proxy", raising=False)

    answer = await answer_of("http://herald.example/feed")

    assert words in answer.feed.error
