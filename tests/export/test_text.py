from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import render
from briefing.export.text import WIDTH, columns, wrap
from tests.builders import a_brief, a_story, an_article
from tests.export.hostile import PIECES, a_hostile_brief


@given(st.text("ab 新京。 x", max_size=300))
def test_no_line_is_wider_than_the_page_and_no_letter_is_lost(text):
    lines = list(wrap(text, "- "))

    assert all(columns(line) <= WIDTH for line in lines)
    letters = "".join(lines).replace("- ", "", 1).replace(" ", "")
    assert letters == text.replace(" ", "")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_only_a_link_may_be_wider_than_the_page(piece):
    lines = render(a_hostile_brief(piece), "txt").decode().split("\n")

    assert [line for line in lines if columns(line) > WIDTH and "https://" not in line] == []


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("新京", 4), ("e\u0301", 1), ("“x”", 3)])
def test_columns_are_counted_as_a_terminal_shows_them(text, wide):
    assert columns(text) == wide


def test_a_number_of_a_source_never_begins_a_line():
    text = " ".join(["word"] * 15)
    stories = [a_story(an_article(id=str(n), title=f"{text}{'x' * n}")) for n in range(5)]

    page = render(a_brief(*stories), "txt").decode()

    head = page.partition("SOURCES")[0]
    assert not [line for line in head.split("\n") if line.lstrip().startswith("[")]


def test_a_long_link_stays_whole():
    url = "https://herald.example/" + "a" * 120

    page = render(a_brief(a_story(an_article(url=url))), "txt").decode()

    assert f"    {url}\n" in page
