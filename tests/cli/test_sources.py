"""Sources from the command line: chosen among several, asked together, and told how they are."""

import asyncio
import json
import sys

import pytest

from briefing.cli.context import Call, Progress
from briefing.model import Step, Trouble
from tests.gather.conftest import RSS, server
from tests.terminal import Terminal

__all__ = ["server"]  # the fixture


@pytest.fixture
def places(tmp_path):
    return {
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
    }


@pytest.fixture
def site(server):
    """The address of a page that offers two feeds."""
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/{name}">'
        for name in ("world", "local")
    )
    server.says("/world", RSS.replace(b"The Herald", b"World news"))
    server.says("/local", RSS.replace(b"The Herald", b"Local news"))
    return server.says("/", f"<!doctype html><html><head>{links}</head></html>".encode())


def test_in_a_pipe_the_feeds_of_a_site_are_named_with_how_to_choose(run, server, site):
    refused = run("feed", "add", site)

    assert refused.returncode == 1
    assert "`briefing feed add URL`" in refused.stderr
    assert f"{server.url}/world\n" in refused.stderr
    assert run("feed", "list", "--json").stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("answers", "added"),
    [
        (["2", "enter"], ["Local news"]),
        ([*"all", "enter"], ["World news", "Local news"]),
        (["7", "enter", "1", "enter"], ["World news"]),
        (["enter"], []),
    ],
)
def test_at_a_terminal_the_reader_chooses(run, places, site, answers, added):
    command = [sys.executable, "-m", "briefing", "feed", "add", site]

    with Terminal(command, 100, 30, places) as terminal:
        terminal.wait_for(r"Which\?")
        for answer in answers:
            terminal.press(answer)
        assert terminal.wait(60) == 0

    titles = [feed["title"] for feed in json.loads(run("feed", "list", "--json").stdout)]
    assert titles == added


def test_a_refresh_ends_with_a_line_for_each_source_that_failed(run, server):
    server.says("/good")
    server.says("/gone", b"", 410)
    run("feed", "add", server.says("/down"), server.says("/lost", RSS.replace(b"Herald", b"Lost")))
    run("feed", "add", f"{server.url}/good", server.says("/gone", RSS.replace(b"Herald", b"Gone")))
    server.says("/down", b"", 500)
    server.says("/lost", b"", 404)
    server.says("/gone", b"", 410)

    said = run("refresh", "--no-read")
    again = run("refresh", "--no-read", "--json")

    *lines, last = said.stderr.splitlines()
    assert said.returncode == 3
    assert sorted(line.split(":")[0] for line in lines) == ["The Gone", "The Herald", "The Lost"]
    assert last.endswith("3 failed.")
    assert again.returncode == 3
    told = json.loads(again.stdout)
    assert {trouble["where"] for trouble in told["troubles"]} == {"The Herald", "The Lost"}
    failed = {feed["url"]: feed for feed in told["failed"]}
    assert set(failed) == {f"{server.url}/down", f"{server.url}/lost"}
    assert "(500)" in failed[f"{server.url}/down"]["error"]
    assert failed[f"{server.url}/down"]["next_try"]


async def a_run():
    yield Step("gather", 1, 3, articles=("a", "b"))
    yield Trouble("Herald", "It is down.")
    yield Step("gather", 2, 3)
    yield Step("read", 1, 2)


def test_the_bar_says_what_is_new_and_how_many_failed(capsys):
    bar = Progress(is_shown=True)
    bar.show(Step("gather", 1, 3, articles=("a", "b")))
    bar.failed += 1
    bar.show(Step("gather", 2, 3))
    bar.show(Step("read", 1, 2))

    painted = capsys.readouterr().err.split("\r")

    assert painted[1].removesuffix("\x1b[K").endswith("1/3 · 2 new")
    assert painted[2].removesuffix("\x1b[K").endswith("2/3 · 2 new · 1 failed")
    assert painted[3].removesuffix("\x1b[K").endswith("1/2")


@pytest.mark.parametrize("at_end", [True, False])
def test_troubles_are_told_once_at_the_end_or_as_they_come(capsys, at_end):
    call = Call()

    asyncio.run(call.follow(a_run(), at_end=at_end))

    assert capsys.readouterr().err == "Herald: It is down.\n"
    assert len(call.troubles) == 1


def test_a_feed_file_that_is_not_there_is_told_and_stops_nothing(run, tmp_path):
    done = run("feed", "check", str(tmp_path / "nowhere.xml"))

    assert "nowhere.xml cannot be read: No such file or directory" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
