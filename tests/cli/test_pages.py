"""The verbs about the web pages of articles, as they are called."""

import json

import pytest

from tests.desk.test_pages import a_feed_of, a_page
from tests.gather.conftest import server

__all__ = ["server"]  # the fixture


@pytest.fixture
def run(run):
    return lambda *words: run("--now", "2026-11-21T07:00+00:00", *words)


def test_a_page_in_a_file_is_checked_without_storing_it(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(a_page().replace(b"<head>", b"<head><meta name=date content=2026-11-20>"))

    done = run("article", "check", str(page), "--url", "https://herald.example/1", "--json")

    found = json.loads(done.stdout)
    assert found["title"] == "Council votes on the harbour"
    assert found["text"].startswith("0. The council votes")
    assert found["published"] == "2026-11-20T00:00:00+00:00"
    assert found["url"] == "https://herald.example/1"
    assert not (tmp_path / "data").exists()


def test_a_page_on_the_network_is_checked(run, server):
    done = run("article", "check", server.says("/1", a_page()))

    assert done.stdout.startswith("Council votes on the harbour\nundated, Mara Quill\n\n0. The")


def test_a_page_that_robots_txt_forbids_is_said(run, server):
    server.says("/robots.txt", b"User-agent: *\nDisallow: /")

    done = run("article", "check", server.says("/1", a_page()), "--json")

    assert json.loads(done.stdout)["text"] == ""
    assert "robots.txt" in json.loads(done.stdout)["problems"][0]
    assert [path for path, _ in server.requests] == ["/robots.txt"]


def test_a_file_that_is_not_there_is_an_error(run):
    done = run("article", "check", "nowhere.html")

    assert done.returncode == 1
    assert "nowhere.html cannot be read" in done.stderr


def test_a_feed_asks_for_full_texts_from_the_start_or_later(run, server):
    feed = server.says("/feed", a_feed_of(server.says("/1", a_page())))

    run("feed", "add", "--full-text", feed)
    (listed,) = json.loads(run("feed", "list", "--json").stdout)
    run("refresh", "--no-read")
    full = json.loads(run("articles", "--json").stdout)
    off = run("feed", "set", feed, "--full-text", "off")

    assert listed["full_text"] is True
    assert [article["id"][-2:] for article in full] == ["~2"]
    assert off.returncode == 0
    assert json.loads(run("feed", "list", "--json").stdout)[0]["full_text"] is False


def test_setting_a_source_that_is_not_there_is_a_usage_error(run):
    done = run("feed", "set", "https://nowhere.example/", "--full-text", "on")

    assert done.returncode == 2
    assert "feed list" in done.stderr
