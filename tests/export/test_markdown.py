from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import render
from briefing.export.markdown import escape
from tests.builders import a_brief, a_story, an_article
from tests.export.hostile import PIECES, a_hostile_brief

MARKS = "#*_`~[]()<>|\\!&;:.-+=@ 1a/httpw$^{}"
OPEN_MARK = re.compile(r"(?<!\\)(?:\\\\)*([`*_{}\[\]<>#|~&$^@])")
LINK = re.compile(r"\]\((?P<url>[^)\s]*)\)")


@given(st.text(MARKS, max_size=30))
def test_no_mark_of_markdown_is_left_open(text):
    assert not OPEN_MARK.search(escape(text))


@given(st.text(max_size=50))
def test_taking_the_backslashes_away_gives_the_text_again(text):
    assert re.sub(r"\\(.)", r"\1", escape(text), flags=re.DOTALL) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("1. item", "1\\. item"),
        ("12) item", "12\\) item"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        (": item", "\\: item"),
        ("10:00 talks", "10:00 talks"),
        ("The U.S. is 5% up, at last.", "The U.S. is 5% up, at last."),
        ("a well-known 1. item", "a well-known 1. item"),
        ("see http://x.example", "see http\\://x\\.example"),
        ("www.1x.example", "www\\.1x\\.example"),
        ("[3]: http://x", "\\[3\\]: http\\://x"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("end\\", "end\\\\"),
    ],
)
def test_what_could_be_markup_is_escaped_and_prose_is_left_alone(text, safe):
    assert escape(text) == safe


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_the_only_links_are_those_of_the_sources(piece):
    page = render(a_hostile_brief(piece), "md").decode()

    own = re.sub(r"\\.", "", page)
    assert set(LINK.findall(own)) == {"https://herald.example/a?b=1&c=2"}
    assert not re.search(r"[<`]|!\[", own)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_every_line_begins_with_a_mark_of_our_own(piece):
    begins = re.compile(r"(#{1,3} |- |> “|\*\*|\*\d|(Thu|No|$))")

    lines = render(a_hostile_brief(piece), "md").decode().split("\n")

    assert [line for line in lines if not begins.match(line)] == []


def test_an_entity_in_an_address_stays_as_it_is():
    story = a_story(an_article(url="https://herald.example/?a=1&copy;=2"))

    assert "](https://herald.example/?a=1&amp;copy;=2)" in render(a_brief(story), "md").decode()
