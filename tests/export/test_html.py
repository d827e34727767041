from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import render
from briefing.palette import palettes
from tests.builders import a_brief, a_story, an_article
from tests.export.hostile import PIECES, a_hostile_brief
from tests.export.morning import the_morning

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a test asks of a page: its tags with their attributes, its words, its balance."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.unbalanced: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        self.unbalanced += self._open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        self.words += data

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]


@pytest.fixture(scope="module")
def morning() -> str:
    return render(the_morning(), "html").decode()


def test_every_citation_leads_to_a_source_and_back(morning):
    page = Page(morning)
    ids = page.all("id")

    inside = [href[1:] for href in page.all("href") if href.startswith("#")]

    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    assert {f"cited-{n}" for n in range(1, 15)} <= set(inside)


def test_the_tags_are_balanced(morning):
    assert Page(morning).unbalanced == []


def test_the_page_asks_nothing_of_the_network(morning):
    page = Page(morning)

    assert not {"script", "img", "link", "iframe", "form", "object"} & {tag for tag, _ in page.tags}
    assert not page.all("src")
    assert not re.search(r"url\(|@import", morning)


def test_the_policy_allows_the_style_sheet_and_nothing_else(morning):
    style = re.search(r"<style>(.*?)</style>", morning, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', morning).group(1)

    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_the_page_says_its_language_and_has_one_main_heading(morning):
    tags = Page(morning).tags

    assert ("html", {"lang": "en"}) in tags
    assert [tag for tag, _ in tags].count("h1") == 1
    assert [tag for tag, _ in tags].count("main") == 1


def test_light_and_dark_are_the_two_paper_palettes(morning):
    known = palettes()

    light, dark = morning.split("prefers-color-scheme: dark", 1)

    assert f"--page: {known['paper-light'].background};" in light
    assert f"--page: {known['paper-dark'].background};" in dark


def test_a_palette_of_the_users_paints_the_page():
    own = replace(palettes()["paper-light"], background="#abcdef")

    page = render(the_morning(), "html", palettes={"paper-light": own}).decode()

    assert "--page: #abcdef;" in page


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_foreign_text_adds_no_tag_and_no_attribute(piece):
    plain = Page(render(a_hostile_brief("plain"), "html").decode())

    page = Page(render(a_hostile_brief(piece), "html").decode())

    known = {(tag, tuple(attrs)) for tag, attrs in plain.tags}
    assert {(tag, tuple(attrs)) for tag, attrs in page.tags} <= known
    assert page.unbalanced == []


@settings(max_examples=40, deadline=None)
@given(st.text("<>&\"'/= scriptonx`;:", max_size=40))
def test_a_title_reads_as_it_is_written(title):
    page = Page(render(a_brief(a_story(an_article(title=title))), "html").decode())

    assert " ".join(title.split()) in page.words
    assert page.unbalanced == []
