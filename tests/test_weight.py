"""What an import may load: the command line answers at once only while heavy packages wait."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "httpx",
    "feedparser",
    "spacy",
    "sumy",
    "numpy",
    "lxml",
    "jinja2",
    "icalendar",
)


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sorted({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_command_line_loads_nothing_heavy():
    assert not set(HEAVY) & loaded_by("import briefing.cli")


def test_the_desk_loads_nothing_heavy():
    assert not set(HEAVY) & loaded_by(
        "import briefing.desk, briefing.desk.refresh, briefing.digest"
    )


@pytest.mark.parametrize(
    "verb", ["feeds", "listings", "brief", "refresh", "analyse", "archive", "demo"]
)
def test_a_verb_loads_nothing_heavy_before_it_works(verb):
    assert not set(HEAVY) & loaded_by(f"import briefing.cli.verbs.{verb}")


def test_the_screen_loads_textual_and_no_language_model():
    loaded = loaded_by("import briefing.tui.app")

    assert "textual" in loaded
    assert not (set(HEAVY) - {"textual", "rich"}) & loaded


def test_fetching_loads_httpx_without_its_command_line():
    loaded = loaded_by(
        "import asyncio\n"
        "from datetime import UTC, datetime\n"
        "from briefing.gather.fetch import FetchOptions, fetch\n"
        "from briefing.model import Feed\n"
        "async def ask():\n"
        "    feeds = [Feed('http://127.0.0.1:9/')]\n"
        "    return [each async for each in fetch(feeds, FetchOptions(), datetime.now(UTC))]\n"
        "asyncio.run(ask())"
    )

    assert "httpx" in loaded
    assert not {"rich", "pygments"} & loaded


def test_a_worker_that_parses_feeds_loads_no_store_and_no_network():
    loaded = loaded_by("from briefing.gather.parsing import parse_feeds\nparse_feeds([])")

    assert not ({"sqlite3", "asyncio", *HEAVY} - {"lxml"}) & loaded
