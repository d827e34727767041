"""What holds for every format."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.errors import UnknownFormat
from briefing.export import formats, render
from tests.builders import a_brief, a_story, an_article
from tests.export.hostile import PIECES, a_hostile_brief
from tests.export.morning import the_morning

TEXTS = tuple(name for name in formats() if name != "pdf")  # what a terminal could be given


def test_the_formats_are_six():
    assert formats() == ("md", "html", "pdf", "txt", "json", "ics")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UnknownFormat, match="html, ics, json, md, pdf, txt"):
        render(a_brief(), "pfd")


@pytest.mark.parametrize("name", formats())
def test_a_brief_with_nothing_in_it_is_still_a_page(name):
    assert render(a_brief(), name)


@pytest.mark.parametrize("name", ["md", "html", "txt"])
def test_a_brief_without_stories_says_what_to_do(name):
    page = render(a_brief(), name).decode()

    assert "No stories on Fri 20 Nov" in page
    assert "briefing refresh" in page


@pytest.mark.parametrize("name", ["md", "html", "txt"])
@pytest.mark.parametrize("short", [False, True])
def test_samples_are_called_samples(name, short):
    page = render(the_morning(is_sample=True), name, short=short).decode()

    assert page.count("sample articles") == 1


@pytest.mark.parametrize("name", ["md", "html", "txt"])
def test_real_news_is_not_called_a_sample(name):
    assert "sample articles" not in render(the_morning(), name).decode()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_nothing_that_a_terminal_obeys_comes_out(name, piece):
    page = render(a_hostile_brief(piece), name).decode()

    allowed = "\r\n" if name == "ics" else "\n"
    assert not [c for c in page if (ord(c) < 32 or 127 <= ord(c) < 160) and c not in allowed]
    assert not set(page) & set("\u2028\u2029\u202a\u202e\u2066\u2069\u200e\u200f\ufeff")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://a\x1bb/"]
)
def test_only_a_web_address_becomes_a_link(name, url):
    page = render(a_brief(a_story(an_article(url=url))), name).decode()

    assert url[:8] not in page


def test_importing_the_exporters_loads_no_heavy_library():
    """`briefing --help` must be instant."""
    heavy = "{'jinja2', 'icalendar', 'typst', 'textual', 'rich', 'spacy', 'markupsafe'}"
    code = f"import sys, briefing.export, briefing.palette; print({heavy} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
