"""The line from a feed's server to the store, over real connections."""

from __future__ import annotations

import json
import socket
import threading
from concurrent.futures import Future
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from briefing.desk import Desk
from briefing.desk.gathering import gather
from briefing.errors import NotFound, SourceError
from briefing.model import Feed, Step, Trouble
from briefing.workers import Workers
from tests.desks import at, settings_in
from tests.gather.conftest import Reply, server

__all__ = ["server"]  # the fixture

PAGE = b"<!doctype html><html><head><title>Herald</title></head><body>News</body></html>"


@pytest.fixture
def desk(tmp_path):
    settings = replace(settings_in(tmp_path), timeout=5.0)
    opened = Desk.open(settings, clock=at())
    yield opened
    opened.close()


def a_feed_of(*names: str, title: str = "The Herald") -> bytes:
    """An RSS feed with an article of each name."""
    items = "".join(
        f"<item><title>On {name}</title><link>https://herald.example/{name}</link>"
        f"<guid>{name}</guid></item>"
        for name in names
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def follow(desk: Desk, *urls: str) -> None:
    desk._store.feeds.put([Feed(url) for url in urls])


async def refreshed(desk: Desk) -> tuple[list[Step], dict[str, str]]:
    """The steps of one refresh, and what went wrong by the name of the feed."""
    heard = [each async for each in desk.refresh(read=False)]
    steps = [each for each in heard if isinstance(each, Step)]
    return steps, {each.where: each.what for each in heard if isinstance(each, Trouble)}


def titles(desk: Desk) -> set[str]:
    return {entry.title for entry in desk.entries()}


async def test_what_the_feeds_bring_is_stored_and_counted_as_it_lands(desk, server):
    follow(
        desk, server.says("/a", a_feed_of("trade", "tariffs")), server.says("/b", a_feed_of("rain"))
    )

    steps, troubles = await refreshed(desk)

    assert titles(desk) == {"On trade", "On tariffs", "On rain"}
    assert [(step.done, step.total) for step in steps] == [(0, 2), (1, 2), (2, 2)]
    assert {len(step.articles) for step in steps[1:]} == {1, 2}
    assert troubles == {}
    assert {feed.title for feed in desk.feeds.all()} == {"The Herald"}


async def test_feeds_are_asked_at_the_same_time(desk, server):
    """Each reply waits until all are asked for: one after the other, none would ever come."""
    all_here = threading.Barrier(8, timeout=4)
    for number in range(8):
        server.replies[f"/{number}"] = Reply(
            body=a_feed_of(f"n{number}"), before=lambda: all_here.wait() and None
        )
    desk.settings = replace(desk.settings, per_host=8)
    follow(desk, *(f"{server.url}/{number}" for number in range(8)))

    _, troubles = await refreshed(desk)

    assert troubles == {}
    assert len(titles(desk)) == 8


async def test_a_host_is_asked_two_things_at_once_at_most(desk, server):
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

    for number in range(6):
        server.replies[f"/{number}"] = Reply(before=count)
    follow(desk, *(f"{server.url}/{number}" for number in range(6)))

    await refreshed(desk)

    assert most == 2


async def test_what_is_unchanged_starts_no_process(tmp_path, server):
    validators = {"ETag": '"1"', "Last_Modified": "Mon, 2 Mar 2026 10:00:00 GMT"}
    url = server.says("/feed", a_feed_of("trade"), **validators)
    first = Desk.open(settings_in(tmp_path), clock=at())
    follow(first, url)
    await refreshed(first)
    first.close()
    server.says("/feed", b"", 304)

    second = Desk.open(settings_in(tmp_path), clock=at())
    _, troubles = await refreshed(second)

    _, headers = server.requests[1]
    assert headers["if-none-match"] == '"1"'
    assert headers["if-modified-since"] == "Mon, 2 Mar 2026 10:00:00 GMT"
    assert second._workers._pool is None
    assert troubles == {}
    assert titles(second) == {"On trade"}
    second.close()


async def test_one_host_that_hangs_delays_no_other(desk, server):
    """The others are stored while the request that hangs is still under way."""
    follow(
        desk,
        server.hangs("/hangs"),
        *(server.says(f"/{n}", a_feed_of(f"n{n}")) for n in range(12)),
    )
    stored = 0

    async with aclosing(desk.refresh(read=False)) as steps:
        async for step in steps:
            stored = len(titles(desk))
            if isinstance(step, Step) and step.done == 12:
                break

    assert stored == 12


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(404, b""), "404"),
        (Reply(410, b""), "gone for good"),
        (Reply(500, b""), "in trouble"),
        (Reply(body=PAGE), "web page, not a feed"),
        (Reply(body=b"Not found."), "no feed"),
        (Reply(body=b""), "empty"),
        (Reply(body=b"\0\1\2\3" * 100), "binary file"),
        (Reply(302, b"", {"Location": "/elsewhere"}), "404"),
        (Reply(429, b"", {"Retry-After": "3600"}), "asks to wait until 21 Nov 08:00"),
    ],
)
async def test_a_feed_that_fails_is_told_in_plain_words_and_stops_no_other(
    desk, server, reply, words
):
    server.replies["/bad"] = reply
    follow(desk, f"{server.url}/bad", server.says("/good", a_feed_of("trade")))

    steps, troubles = await refreshed(desk)

    assert words in troubles[f"{server.url}/bad"]
    assert words in desk.feeds.all()[0].error
    assert steps[-1].done == 2
    assert titles(desk) == {"On trade"}


async def test_a_name_that_nobody_knows_and_a_closed_door_are_told(desk):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))  # taken, and nobody listens
        closed = f"http://127.0.0.1:{door.getsockname()[1]}/feed"
        follow(desk, "http://nowhere.invalid/feed", closed)

        _, troubles = await refreshed(desk)

    assert "name is not known" in troubles["http://nowhere.invalid/feed"]
    assert "refuses the connection" in troubles[closed]
    assert all(feed.failures == 1 and feed.next_try for feed in desk.feeds.all())


async def test_what_is_no_feed_is_a_failure_with_a_pause_that_grows(desk, server):
    follow(desk, server.says("/feed", b"<!doctype html><html><body>Sorry</body></html>"))

    await refreshed(desk)
    await refreshed(desk)

    (feed,) = desk.feeds.all()
    assert feed.failures == 2
    assert feed.succeeded is None
    assert feed.next_try == desk.now() + timedelta(minutes=10)


async def test_an_answer_that_breaks_off_keeps_what_came_and_is_told(desk, server):
    body = a_feed_of("rain", "snow", "hail")
    kept = body[: body.rindex(b"snow") - 10]
    url = server.says("/feed", kept, Content_Length=str(len(body)))
    server.replies["/feed"].headers["Connection"] = "close"
    follow(desk, url)

    _, troubles = await refreshed(desk)

    # An entry that has lost its end would be told as changed when it comes whole.
    assert titles(desk) == {"On rain"}
    assert "broke off" in troubles["The Herald"]
    (feed,) = desk.feeds.all()
    assert "broke off" in feed.error


async def test_a_feed_that_recovers_loses_its_error(desk, server):
    follow(desk, server.says("/feed", status=500))
    await refreshed(desk)
    server.says("/feed", a_feed_of("trade"))

    await refreshed(desk)

    (feed,) = desk.feeds.all()
    assert (feed.error, feed.failures, feed.next_try) == (None, 0, None)


async def test_a_feed_that_failed_keeps_what_it_brought_before(desk, server):
    follow(desk, server.says("/feed", a_feed_of("trade"), ETag='"1"'))
    await refreshed(desk)
    server.says("/feed", PAGE, ETag='"2"')

    await refreshed(desk)

    (feed,) = desk.feeds.all()
    assert titles(desk) == {"On trade"}
    assert "web page" in feed.error
    assert feed.etag is None  # the body was no feed, so its validator must not hide the next one


async def test_leaving_in_the_middle_keeps_what_is_stored(desk, server):
    follow(desk, server.says("/a", a_feed_of("trade")), server.hangs("/hangs"))

    async with aclosing(desk.refresh(read=False)) as steps:
        async for step in steps:
            if isinstance(step, Step) and step.done == 1:
                break

    assert titles(desk) == {"On trade"}
    assert desk.feeds.all()[1].checked is None


async def test_a_feed_removed_meanwhile_does_not_come_back(desk, server):
    url = f"{server.url}/feed"
    server.replies["/feed"] = Reply(
        body=a_feed_of("trade"), before=lambda: desk.feeds.remove(url) and None
    )
    follow(desk, url)

    await refreshed(desk)

    assert desk.feeds.all() == ()
    assert titles(desk) == set()


async def test_a_feed_is_added_after_a_look_at_it(desk, server):
    url = server.says("/feed", a_feed_of("trade"))

    feed = await desk.feeds.add(url, tags=("world",))

    assert (feed.title, feed.tags, feed.error) == ("The Herald", ("world",), None)
    assert titles(desk) == {"On trade"}
    with pytest.raises(SourceError, match="already"):
        await desk.feeds.add(url)


async def test_what_is_no_feed_is_not_added(desk, server):
    with pytest.raises(SourceError, match="404"):
        await desk.feeds.add(f"{server.url}/nowhere")
    with pytest.raises(SourceError, match="only http and https"):
        await desk.feeds.add("ftp://herald.example/feed")

    assert desk.feeds.all() == ()


async def test_a_feed_leaves_with_its_articles(desk, server):
    url = server.says("/feed", a_feed_of("trade"))
    await desk.feeds.add(url)

    removed = desk.feeds.remove(url)

    assert removed.url == url
    assert titles(desk) == set()
    with pytest.raises(NotFound):
        desk.feeds.remove(url)


async def test_a_folder_and_a_file_are_sources_too(desk, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("Council meets\n\nThe council met on Friday.")

    feed = await desk.feeds.add(str(folder))

    assert feed.title == "articles"
    assert titles(desk) == {"Council meets"}


def an_item(
    guid: str, link: str = "https://herald.example/trade", title: str = "Trade", text=""
) -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>"
        f"<description>{text}</description></item>"
    )


def a_feed_with(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>H</title>{''.join(items)}</channel></rss>".encode()


async def test_a_feed_that_changes_its_guids_at_each_fetch_does_not_flood(desk, server):
    url = server.says("/feed", a_feed_with(an_item("a", text="First."), an_item("b", "/2", "Two")))
    follow(desk, url)
    await refreshed(desk)
    before = {entry.id for entry in desk.entries()}
    server.says("/feed", a_feed_with(an_item("c", text="First."), an_item("d", "/2", "Two")))

    steps, _ = await refreshed(desk)

    assert {entry.id for entry in desk.entries()} == before
    assert steps[-1].articles == ()


async def test_entries_that_repeat_one_article_are_one_even_under_new_names(desk, server):
    def a_json(name: str) -> bytes:
        entry = {"id": name, "title": "Trade", "url": "https://herald.example/t"}
        return json.dumps({"items": [entry, entry | {"tags": ["trade"]}]}).encode()

    follow(desk, server.says("/feed", a_json("a")))
    await refreshed(desk)
    server.says("/feed", a_json("b"))
    await refreshed(desk)

    assert len(desk.entries()) == 1


def a_note(guid: str, text: str, date: str = "Fri, 20 Nov 2026 12:00:00 GMT") -> str:
    """An entry that leads nowhere."""
    return (
        f"<item><title>Note</title><guid isPermaLink='false'>{guid}</guid>"
        f"<pubDate>{date}</pubDate><description>{text}</description></item>"
    )


async def test_new_guids_do_not_flood_where_the_entries_lead_nowhere_either(desk, server):
    url = server.says("/feed", a_feed_with(a_note("a", "Rain."), a_note("b", "Snow.")))
    follow(desk, url)
    await refreshed(desk)
    before = {entry.id for entry in desk.entries()}
    server.says("/feed", a_feed_with(a_note("c", "Rain."), a_note("d", "Snow.")))

    await refreshed(desk)

    assert {entry.id for entry in desk.entries()} == before


@pytest.mark.parametrize(
    "items",
    [
        (a_note("a", "Rain."), a_note("b", "Hail.")),
        (a_note("a", "Rain."), a_note("b", "Rain.")),
        (a_note("b", "Rain.", "Sat, 21 Nov 2026 12:00:00 GMT"),),
    ],
)
async def test_a_note_with_other_words_or_another_day_is_another(desk, server, items):
    follow(desk, server.says("/feed", a_feed_with(a_note("a", "Rain."))))
    await refreshed(desk)
    server.says("/feed", a_feed_with(*items))

    await refreshed(desk)
    await refreshed(desk)

    assert len(desk.entries()) == 2


async def test_an_article_with_new_guid_and_new_text_is_a_new_version(desk, server):
    url = server.says("/feed", a_feed_with(an_item("a", text="First words.")))
    follow(desk, url)
    await refreshed(desk)
    server.says("/feed", a_feed_with(an_item("b", text="Other words.")))

    await refreshed(desk)
    server.says("/feed", a_feed_with(an_item("c", text="Third words.")))
    await refreshed(desk)

    (entry,) = desk.entries()
    article = desk.article(entry.id)
    assert article.text == "Third words."
    assert desk.article(article.replaces).text == "Other words."


async def test_entries_of_one_title_and_link_stay_two_articles(desk, server):
    body = a_feed_with(an_item("a", text="Morning."), an_item("b", text="Evening."))
    follow(desk, server.says("/feed", body))

    await refreshed(desk)
    await refreshed(desk)

    assert len(desk.entries()) == 2


async def test_an_article_that_was_changed_lends_its_name_to_no_other(desk, server):
    follow(desk, server.says("/feed", a_feed_with(an_item("a", text="Morning."))))
    await refreshed(desk)
    server.says("/feed", a_feed_with(an_item("a", text="Noon.")))
    await refreshed(desk)
    both = a_feed_with(an_item("a", text="Noon."), an_item("b", text="Evening."))
    server.says("/feed", both)

    await refreshed(desk)
    await refreshed(desk)

    texts = {desk.article(entry.id).text for entry in desk.entries()}
    assert texts == {"Noon.", "Evening."}


async def test_an_article_in_two_feeds_is_one_article(desk, server):
    link = "https://herald.example/trade"
    world = server.says("/world", a_feed_with(an_item("w1", f"{link}?utm_source=world")))
    follow(desk, world)
    await refreshed(desk)
    top = server.says("/top", a_feed_with(an_item("t1", link), an_item("t2", "/2", "Two")))
    follow(desk, top)

    await refreshed(desk)
    await refreshed(desk)

    assert {entry.title: entry.feed for entry in desk.entries()} == {"Trade": world, "Two": top}


async def test_the_full_text_of_another_feed_takes_the_place_of_a_teaser(desk, server):
    follow(desk, server.says("/short", a_feed_with(an_item("a", text="A teaser of it …"))))
    await refreshed(desk)
    long = "The council met. " * 60
    follow(
        desk,
        server.says(
            "/long",
            a_feed_with(
                an_item("b", text="").replace(
                    "</item>",
                    f"<content xmlns='http://www.w3.org/2005/Atom' type='html'>{long}</content></item>",
                )
            ),
        ),
    )

    await refreshed(desk)
    await refreshed(desk)

    (entry,) = desk.entries()
    assert desk.article(entry.id).text.startswith("The council met. The council met.")


async def test_a_feed_that_moved_for_good_gets_its_new_address_after_a_while(desk, server):
    new = server.says("/new", a_feed_of("trade"))
    server.says("/old", b"", 301, Location="/new")
    follow(desk, f"{server.url}/old")

    for _ in range(2):
        await refreshed(desk)
        assert [feed.url for feed in desk.feeds.all()] == [f"{server.url}/old"]
    steps, _ = await refreshed(desk)
    await refreshed(desk)

    assert steps[-1].what == f"The Herald (moved to {new})"
    assert [feed.url for feed in desk.feeds.all()] == [new]
    assert [entry.feed for entry in desk.entries()] == [new]


async def test_a_feed_that_moved_repeats_nothing_and_knows_what_was_changed(desk, server):
    first = a_feed_with(a_note("a", "Rain."), an_item("b", "/b", "Two", "One word."))
    server.says("/new", first)
    server.says("/old", b"", 301, Location="/new")
    follow(desk, f"{server.url}/old")
    for _ in range(3):
        await refreshed(desk)
    server.says("/new", a_feed_with(a_note("a", "Rain."), an_item("b", "/b", "Too", "Two words.")))

    await refreshed(desk)

    assert {entry.title for entry in desk.entries()} == {"Note", "Too"}
    assert {entry.feed for entry in desk.entries()} == {f"{server.url}/new"}
    assert [entry.updated for entry in desk.entries()].count(None) == 1


async def test_a_redirect_that_comes_and_goes_moves_nothing(desk, server):
    server.says("/new", a_feed_of("trade"))
    for _ in range(4):
        server.says("/old", b"", 308, Location="/new")
        follow(desk, f"{server.url}/old")
        await refreshed(desk)
        await refreshed(desk)
        server.says("/old", a_feed_of("trade"))
        await refreshed(desk)

    assert [feed.url for feed in desk.feeds.all()] == [f"{server.url}/old"]


async def test_a_feed_says_until_when_it_is_fresh(desk, server):
    ttl = a_feed_of("trade").replace(b"<item>", b"<ttl>90</ttl><item>", 1)
    follow(
        desk,
        server.says("/age", a_feed_of("rain"), Cache_Control="public, max-age=7200"),
        server.says("/ttl", ttl, Cache_Control="max-age=60"),
        server.says("/none", a_feed_of("snow")),
    )

    await refreshed(desk)

    rests = [feed.next_try and feed.next_try - desk.now() for feed in desk.feeds.all()]
    assert rests == [timedelta(hours=2), timedelta(minutes=90), None]


async def test_a_feed_that_is_unchanged_still_rests_as_it_said(desk, server):
    ttl = a_feed_of("trade").replace(b"<item>", b"<ttl>90</ttl><item>", 1)
    follow(desk, server.says("/ttl", ttl, ETag='"1"'))
    await refreshed(desk)
    server.says("/ttl", b"", 304)

    await refreshed(desk)

    (feed,) = desk.feeds.all()
    assert len(server.requests) == 2
    assert feed.next_try == desk.now() + timedelta(minutes=90)


async def test_the_hours_that_a_feed_skips_are_kept_free_unless_the_reader_asks(desk, server):
    hour = f"<skipHours><hour>{desk.now().astimezone(UTC).hour}</hour></skipHours><item>"
    follow(desk, server.says("/feed", a_feed_of("trade").replace(b"<item>", hour.encode(), 1)))
    await refreshed(desk)

    unasked = [step async for step in desk.refresh(read=False, due=True)]
    await refreshed(desk)

    assert not unasked
    assert len(server.requests) == 2


async def test_who_asks_themselves_gets_a_fresh_feed_again(desk, server):
    follow(desk, server.says("/age", a_feed_of("rain"), Cache_Control="max-age=7200"))

    await refreshed(desk)
    await refreshed(desk)

    assert len(server.requests) == 2


async def test_a_refresh_that_nobody_asked_for_leaves_fresh_and_failing_feeds_alone(desk, server):
    server.says("/old", a_feed_of("snow"))
    follow(
        desk,
        server.says("/fresh", a_feed_of("rain"), Cache_Control="max-age=7200"),
        f"{server.url}/nowhere",
        f"{server.url}/old",
    )
    await refreshed(desk)
    server.requests.clear()

    steps = [step async for step in desk.refresh(read=False, due=True)]

    assert [path for path, _ in server.requests] == ["/old"]
    assert steps[-1].total == 1


class Killing(Workers):
    """Workers that kill each task which holds the hostile body."""

    def submit(self, function, *values, seconds=None):
        future = Future()
        (bodies,) = values
        if any(b"hostile" in body for body, *_ in bodies):
            future.set_exception(TimeoutError())
        else:
            future.set_result(function(*values))
        return future


async def test_a_feed_whose_task_is_killed_is_lost_alone(desk, server):
    """The others of its task are parsed again without it."""
    names = [f"n{number}" for number in range(9)]
    follow(
        desk,
        *(server.says(f"/{name}", a_feed_of(name)) for name in names),
        server.says("/hostile", a_feed_of("hostile")),
    )
    steps = gather(desk._store, Killing(1), desk.settings, desk.feeds.all(), desk.now())

    heard = [step async for step in steps]

    (trouble,) = [each for each in heard if isinstance(each, Trouble)]
    assert "could not be parsed" in trouble.what
    assert titles(desk) == {f"On {name}" for name in names}
