"""Full texts over real connections: politely, as versions of the teasers, and said where not."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.desk import Desk
from briefing.desk.pages import fetch_pages
from briefing.errors import NotFound
from briefing.model import Feed, Step, Trouble
from tests.builders import NOON, an_article
from tests.desks import MORNING, at, settings_in
from tests.gather.conftest import Reply, server

__all__ = ["server"]  # the fixture

ROBOTS = b"User-agent: *\nDisallow: /private/\n"
TEASER = "The council votes on Tuesday."
BODY = "The council votes on Tuesday on the plan for the harbour, the mayor said in a statement."


@pytest.fixture
def desk(tmp_path):
    settings = replace(settings_in(tmp_path), timeout=5.0)
    opened = Desk.open(settings, clock=at())
    yield opened
    opened.close()


def a_page(body: str = BODY, title: str = "Council votes on the harbour") -> bytes:
    paragraphs = "".join(f"<p>{number}. {body}</p>" for number in range(6))
    return (
        f"<!doctype html><html><head><title>{title}</title><meta name=author content='Mara Quill'>"
        f"</head><body><nav>Home</nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def a_feed_of(*urls: str) -> bytes:
    items = "".join(
        f"<item><title>Council votes {url[-1]}</title><link>{url}</link><guid>{url}</guid>"
        f"<pubDate>Fri, 20 Nov 2026 12:00:00 +0100</pubDate>"
        f"<description>{TEASER}</description></item>"
        for url in urls
    )
    return f'<rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'.encode()


def a_teaser(url: str, feed: str, **fields):
    known = {"id": "a1", "title": "Council votes", "is_teaser": True, "authors": ()}
    return an_article(TEASER, url=url, feed=feed, **(known | fields))


def paths(server) -> list[str]:
    return [path for path, _ in server.requests]


async def refreshed(desk: Desk) -> tuple[list[Step], list[Trouble]]:
    heard = [each async for each in desk.refresh(read=False)]
    steps = [each for each in heard if isinstance(each, Step) and each.stage == "pages"]
    return steps, [each for each in heard if isinstance(each, Trouble)]


async def test_the_page_of_an_article_becomes_its_newest_version(desk, server):
    teaser = a_teaser(server.says("/news/1", a_page()), server.url + "/feed")
    desk._store.articles.put([teaser])

    full = await desk.fetch_full_text("a1")

    assert (full.id, full.replaces) == ("a1~2", "a1")
    assert full.text.count(BODY) == 6
    assert (full.title, full.published, full.dated) == ("Council votes", NOON, teaser.dated)
    assert full.authors == ("Mara Quill",)
    assert full.is_from_page
    assert not full.is_teaser
    assert [entry.id for entry in desk.entries()] == ["a1~2"]
    assert await desk.fetch_full_text("a1") == full


async def test_an_article_that_is_not_there_is_said(desk):
    with pytest.raises(NotFound):
        await desk.fetch_full_text("nowhere")


async def test_what_robots_txt_forbids_is_not_asked_for(desk, server):
    server.says("/robots.txt", ROBOTS)
    desk._store.articles.put([a_teaser(server.says("/private/1", a_page()), server.url)])

    trouble = await desk.fetch_full_text("a1")

    assert isinstance(trouble, Trouble)
    assert "robots.txt" in trouble.what
    assert paths(server) == ["/robots.txt"]
    assert desk.article("a1").text == TEASER


async def test_a_redirect_into_what_is_forbidden_is_thrown_away(desk, server):
    server.says("/robots.txt", ROBOTS)
    server.says("/private/1", a_page())
    url = server.says("/news/1", b"", 302, Location="/private/1")
    desk._store.articles.put([a_teaser(url, server.url)])

    trouble = await desk.fetch_full_text("a1")

    assert isinstance(trouble, Trouble)
    assert desk.article("a1").text == TEASER


async def test_robots_txt_is_asked_for_once_a_day(tmp_path, server):
    server.says("/robots.txt", ROBOTS)
    url = server.says("/news/1", a_page())
    for hours in (0, 23, 25):
        desk = Desk.open(settings_in(tmp_path), clock=at(MORNING + timedelta(hours=hours)))
        desk._store.articles.put([a_teaser(url, server.url)])
        await desk.fetch_full_text("a1")
        desk.close()

    assert paths(server).count("/robots.txt") == 2


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(404, b""), "(404)"),
        (Reply(500, b""), "(500)"),
        (Reply(200, b"%PDF \0", {"Content-Type": "application/pdf"}), "application/pdf"),
        (Reply(200, b"<html><body></body></html>"), "no text"),
        (Reply(200, b"<html><body><p>Please log in.</p></body></html>"), "no more than"),
        (Reply(200, a_page("We value your privacy and use cookies.", "Welcome")), "something else"),
        (Reply(302, b"", {"Location": "file:///etc/passwd"}), "an address that is none"),
    ],
    ids=["gone", "broken", "no page", "empty", "short", "other", "no address"],
)
async def test_where_it_fails_the_teaser_stays_and_the_reason_is_said(desk, server, reply, words):
    server.replies["/news/1"] = reply
    desk._store.articles.put([a_teaser(f"{server.url}/news/1", server.url)])

    trouble = await desk.fetch_full_text("a1")

    assert isinstance(trouble, Trouble)
    assert words in trouble.what
    assert trouble.what.endswith("What the feed brought stays.")
    assert "feed" not in trouble.what.removesuffix("What the feed brought stays.")
    assert desk.article("a1").text == TEASER


@pytest.mark.parametrize("feed", ["https://herald.example/feed", "/home/mara/articles", ""])
async def test_a_feed_of_the_web_leads_to_no_machine_at_home(desk, server, feed):
    url = server.says("/admin", a_page())
    desk._store.articles.put([a_teaser(url, feed)])

    trouble = await desk.fetch_full_text("a1")

    assert isinstance(trouble, Trouble)
    assert "your own network" in trouble.what
    assert server.requests == []


async def test_the_teasers_of_feeds_that_ask_for_it_are_fetched_after_gathering(desk, server):
    urls = [server.says(f"/news/{number}", a_page()) for number in range(4)]
    wanting = server.says("/wanting", a_feed_of(*urls[:3]))
    plain = server.says("/plain", a_feed_of(urls[3]))
    desk._store.feeds.put([Feed(wanting, full_text=True), Feed(plain)])

    steps, troubles = await refreshed(desk)

    assert troubles == []
    assert [(step.done, step.total) for step in steps] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    texts = {article.id: article for article in map(desk.article, (e.id for e in desk.entries()))}
    assert sorted(article.is_from_page for article in texts.values()) == [False, True, True, True]
    assert {article.title[:-2] for article in texts.values()} == {"Council votes"}
    assert paths(server).count("/robots.txt") == 1

    server.requests.clear()
    await refreshed(desk)
    assert sorted(paths(server)) == ["/plain", "/wanting"], "and are not fetched again"
    assert len(desk.entries()) == 4


async def test_what_fails_for_good_is_told_once_a_feed_and_not_tried_again(desk, server):
    feed = server.says("/feed", a_feed_of(f"{server.url}/a", f"{server.url}/b"))
    desk._store.feeds.put([Feed(feed, full_text=True)])

    _, (trouble,) = await refreshed(desk)
    server.requests.clear()
    _, again = await refreshed(desk)

    assert trouble.where == "Herald"
    assert trouble.what.startswith("2 full texts could not be fetched.")
    assert again == []
    assert paths(server) == ["/feed"]


async def test_a_server_in_trouble_is_tried_three_times(desk, server):
    url = server.says("/a", b"", 500)
    desk._store.feeds.put([Feed(server.says("/feed", a_feed_of(url)), full_text=True)])

    for _ in range(5):
        await refreshed(desk)

    assert paths(server).count("/a") == 3


async def test_a_site_is_asked_two_things_at_once_at_most_and_at_least(desk, server):
    under_way, most, lock = 0, 0, threading.Lock()
    two_here = threading.Event()

    def count() -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
            if under_way == 2:
                two_here.set()
        two_here.wait(4)
        with lock:
            under_way -= 1

    origins = {f"{server.url}/{number}": server.url for number in range(6)}
    for number in range(6):
        server.replies[f"/{number}"] = Reply(404, b"", before=count)
    desk.settings = replace(desk.settings, per_host=8)

    workers, state = desk._workers, desk._store.state
    async with aclosing(fetch_pages(state, workers, desk.settings, origins, NOON)) as landing:
        landed = [fetched async for fetched in landing]

    assert len(landed) == 6
    assert most == 2


async def test_a_site_whose_robots_txt_hangs_delays_no_other(desk, server):
    server.hangs("/robots.txt")
    other = server.url.replace("127.0.0.1", "localhost")
    desk._store.state.set("robots", f'{{"{other}/robots.txt": [{int(NOON.timestamp())}, []]}}')
    server.says("/a", a_page())
    origins = {f"{server.url}/a": server.url, f"{other}/a": other}

    workers, state = desk._workers, desk._store.state
    pages = fetch_pages(state, workers, replace(desk.settings, timeout=60.0), origins, NOON)
    async with aclosing(pages) as landing:
        first = await anext(landing)

    assert first.url == f"{other}/a"
    assert first.page.text


def test_naming_the_pages_loads_nothing_heavy():
    code = (
        "import sys, briefing.cli.verbs.pages, briefing.desk.full_text, briefing.gather.pages;"
        "print(*{'trafilatura', 'lxml', 'httpx', 'feedparser'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


async def test_a_site_that_asks_to_wait_is_left_alone_until_then_in_later_runs_too(
    tmp_path, server
):
    urls = [server.says(f"/{number}", b"", 429, Retry_After="3600") for number in range(9)]
    moment = [MORNING]
    desk = Desk.open(settings_in(tmp_path), clock=lambda: moment[0])
    desk._store.feeds.put([Feed(server.says("/feed", a_feed_of(*urls)), full_text=True)])

    _, (trouble,) = await refreshed(desk)
    moment[0] += timedelta(minutes=50)
    _, (still,) = await refreshed(desk)
    asked = [path for path in paths(server) if path[1:].isdecimal()]
    moment[0] += timedelta(minutes=20)
    for number in range(9):
        server.says(f"/{number}", a_page(title=f"Council votes {number}"))
    _, none = await refreshed(desk)
    desk.close()

    # Up to four were on their way at once; a second run that asked would have asked for one again.
    assert len(asked) <= 4
    assert len(set(asked)) == len(asked)
    assert trouble.what.startswith("9 full texts could not be fetched. The site asks to wait")
    assert "The site asks to wait until 21 Nov 08:00 UTC." in still.what
    assert none == []


async def test_a_site_whose_robots_txt_asks_to_wait_is_left_alone(desk, server):
    server.says("/robots.txt", b"", 503, Retry_After="3600")
    url = server.says("/a", a_page())
    desk._store.feeds.put([Feed(server.says("/feed", a_feed_of(url)), full_text=True)])

    for _ in range(4):
        _, (trouble,) = await refreshed(desk)

    assert paths(server).count("/robots.txt") == 1
    assert "/a" not in paths(server)
    assert "asks to wait until" in trouble.what


async def test_pages_come_one_by_one_where_the_site_asks_for_pauses(desk, server):
    server.says("/robots.txt", b"User-agent: *\nCrawl-delay: 0.01\nDisallow: /private/\n")
    origins = {f"{server.url}/{number}": server.url for number in range(4)}

    workers, state = desk._workers, desk._store.state
    async with aclosing(fetch_pages(state, workers, desk.settings, origins, NOON)) as landing:
        assert len([fetched async for fetched in landing]) == 4

    assert paths(server)[1:] == [f"/{number}" for number in range(4)]


async def test_what_would_take_too_long_comes_with_later_refreshes(tmp_path, server):
    server.says("/robots.txt", b"User-agent: *\nCrawl-delay: 600\n")
    urls = [server.says(f"/{number}", a_page(title="Council votes")) for number in range(3)]
    moment = [MORNING]
    desk = Desk.open(settings_in(tmp_path), clock=lambda: moment[0])
    desk._store.feeds.put([Feed(server.says("/feed", a_feed_of(*urls)), full_text=True)])
    asked, said = [], []

    for minutes in (0, 5, 6, 20, 20):
        moment[0] += timedelta(minutes=minutes)
        _, troubles = await refreshed(desk)
        asked.append(sum(path[1:].isdecimal() for path in paths(server)))
        said += [trouble.what for trouble in troubles]
    desk.close()

    assert asked == [1, 1, 2, 3, 3]
    assert said[0] == (
        "2 full texts could not be fetched. The site asks for 600 s between two pages, so this one"
        " comes with a later refresh. What the feed brought stays."
    )
    assert "The site asks to wait until" in said[1]
