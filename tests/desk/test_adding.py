"""From what a reader names to sources: feeds, sites, lists, files."""

from __future__ import annotations

import pytest

from briefing.desk import Desk
from briefing.desk.adding import source_of
from briefing.errors import SeveralFeeds, SourceError
from briefing.model import Feed
from tests.desks import at, settings_in
from tests.gather.conftest import RSS, server

__all__ = ["server"]  # the fixture

OPML = b"""<opml version="2.0"><body><outline text="World"><outline text="Herald" type="rss"
xmlUrl="https://herald.example/feed"/><outline text="Courier" type="rss"
xmlUrl="https://courier.example/feed"/></outline></body></opml>"""


@pytest.fixture
def desk(tmp_path):
    opened = Desk.open(settings_in(tmp_path), clock=at())
    yield opened
    opened.close()


def a_page(*links: str) -> bytes:
    named = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links
    )
    return f"<!doctype html><html><head><title>H</title>{named}</head><body>News</body></html>".encode()


def another_feed(title: str) -> bytes:
    return RSS.replace(b"Council meets", title.encode())


async def test_the_only_feed_of_a_page_is_added(desk, server):
    server.says("/news/", a_page("/feed.xml", "/comments/feed.xml"))
    server.says("/feed.xml")

    feed = await desk.feeds.add(f"{server.url}/news/", title="My Herald", tags=("world",))

    assert (feed.url, feed.title, feed.tags) == (f"{server.url}/feed.xml", "My Herald", ("world",))
    assert desk.feeds.all() == (feed,)
    assert [entry.title for entry in desk.entries()] == ["Council meets"]


async def test_of_several_feeds_of_a_page_the_reader_chooses(desk, server):
    server.says("/", a_page("/world.xml", "/sport.xml", "/world.xml#top"))

    with pytest.raises(SeveralFeeds, match="offers 2 feeds") as asked:
        await desk.feeds.add(f"{server.url}/")

    assert asked.value.choices == (f"{server.url}/world.xml", f"{server.url}/sport.xml")
    assert desk.feeds.all() == ()


async def test_a_page_that_names_no_feed_is_asked_where_feeds_usually_lie(desk, server):
    server.says("/blog", a_page())
    server.says("/rss.xml")
    server.says("/feed", b"", 301, Location="/rss.xml")

    feed = await desk.feeds.add(f"{server.url}/blog")

    assert feed.title == "The Herald"
    assert len(desk.entries()) == 1


async def test_where_several_usual_places_hold_different_feeds_the_reader_chooses(desk, server):
    server.says("/", a_page())
    server.says("/rss.xml")
    server.says("/atom.xml", another_feed("Court sits"))

    with pytest.raises(SeveralFeeds):
        await desk.feeds.add(f"{server.url}/")


async def test_a_site_without_feeds_says_so(desk, server):
    server.says("/", a_page())

    with pytest.raises(SourceError, match="no feed was found on its site"):
        await desk.feeds.add(f"{server.url}/")
    with pytest.raises(SourceError, match="404"):
        await desk.feeds.add(f"{server.url}/nowhere")


async def test_the_feed_of_a_page_that_is_here_already_is_said(desk, server):
    server.says("/", a_page("/feed.xml"))
    await desk.feeds.add(server.says("/feed.xml"))

    with pytest.raises(SourceError, match="already among your sources"):
        await desk.feeds.add(f"{server.url}/")


async def test_a_list_is_added_from_a_file_and_from_the_web(desk, server, tmp_path):
    file = tmp_path / "feeds.opml"
    file.write_bytes(OPML)

    added = await desk.feeds.add_all(str(file), tags=("mine",))

    assert [feed.title for feed in added] == ["Herald", "Courier"]
    assert added[0].tags == ("World", "mine")
    more = OPML.replace(b"courier", b"ledger")
    (feed,) = await desk.feeds.add_all(server.says("/feeds.opml", more))
    assert feed.url == "https://ledger.example/feed"
    with pytest.raises(SourceError, match="already among your sources"):
        await desk.feeds.add_all(f"{server.url}/feeds.opml")


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("feed://herald.example/x", "http://herald.example/x"),
        ("feed:https://herald.example/x", "https://herald.example/x"),
        ("  https://herald.example/x ", "https://herald.example/x"),
        ("herald.example", "https://herald.example"),
        ("www.herald.example/news?x=1", "https://www.herald.example/news?x=1"),
    ],
)
def test_an_address_may_be_written_in_many_ways(words, url):
    assert source_of(words) == Feed(url)


@pytest.mark.parametrize("words", ["ftp://herald.example/x", "no such file", "./herald", "1.5"])
def test_what_is_neither_an_address_nor_a_file_is_refused(words):
    with pytest.raises(SourceError, match="was not added"):
        source_of(words)


async def test_there_are_feeds_to_begin_with(desk):
    starter = desk.feeds.starter()

    assert len(starter) >= 15
    parts = {tag for feed in starter for tag in feed.tags}
    assert {"africa", "americas", "asia", "europe", "middle-east", "pacific"} <= parts
    assert all("world" in feed.tags for feed in starter)
    assert all(feed.url.startswith("https://") and feed.title and feed.tags for feed in starter)
    assert len({feed.url for feed in starter}) == len(starter)
    assert desk.feeds.add_many(starter[:3]) == starter[:3]
    assert desk.feeds.add_many(starter[:4]) == starter[3:4]
    assert desk.feeds.starter() == starter[4:]
