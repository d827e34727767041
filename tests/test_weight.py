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
