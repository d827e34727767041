"""PDF: what a reader of the file finds in it: words, links, bookmarks, and nothing else."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from briefing.export import render
from tests.builders import a_brief, a_story, an_article
from tests.export.hostile import PIECES, a_hostile_brief
from tests.export.morning import the_morning


def opened(page: bytes) -> PdfReader:
    return PdfReader(BytesIO(page))


def words_of(page: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in opened(page).pages).split())


def links_of(page: bytes) -> list[str]:
    actions = (
        note.get_object().get("/A", {})
        for sheet in opened(page).pages
        for note in sheet.get("/Annots") or ()
    )
    return [action["/URI"] for action in actions if "/URI" in action]


@pytest.fixture(scope="module")
def morning() -> bytes:
    return render(the_morning(), "pdf")


def test_it_tells_what_the_other_formats_tell(morning):
    words = words_of(morning)

    assert "Sunday 22 November 2026" in words
    assert "Averia and Sorland agree to a third round of talks on the Kel dam" in words
    assert "“We have moved from numbers to dates”" in words
    assert "Tue 24 Nov" in words
    assert "cancelled: the vote (city council of Ostry)" in words
    assert "the server answered 503" in words


def test_its_bookmarks_are_the_sections_with_their_stories(morning):
    day, (top, stories, *others) = opened(morning).outline

    assert day.title == "Sunday 22 November 2026"
    assert top.title == "Top stories"
    assert [story.title for story in stories][:1] == [
        "Averia and Sorland agree to a third round of talks on the Kel dam"
    ]
    assert [section.title for section in others] == [
        "More in brief",
        "Quotes of the day",
        "Who’s who",
        "The week ahead",
        "Sources",
        "Feeds that failed",
    ]


def test_every_citation_leads_to_its_source(morning):
    inside = [
        note.get_object()
        for sheet in opened(morning).pages
        for note in sheet.get("/Annots") or ()
        if "/URI" not in note.get_object().get("/A", {})
    ]

    assert len(inside) > 20
    assert all("/Dest" in note or "/D" in note["/A"] for note in inside)


def test_it_is_dated_by_its_day_and_tagged_for_reading_aloud(morning):
    reader = opened(morning)

    assert reader.metadata.title == "Daily brief, Sunday 22 November 2026"
    assert "20261122" in reader.metadata["/CreationDate"]
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_the_same_brief_gives_the_same_bytes(morning):
    assert render(the_morning(), "pdf") == morning


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_no_text_is_markup_or_a_link(piece):
    page = render(a_hostile_brief(piece), "pdf")

    assert set(links_of(page)) == {"https://herald.example/a?b=1&c=2"}
    assert len(opened(page).pages) < 12


@pytest.mark.parametrize(
    "piece", ["#heading[x] *bold* _it_ `raw` $x$", "@ref <label> // note \\ =="]
)
def test_the_typesetters_own_marks_stand_as_they_are(piece):
    page = render(a_brief(a_story(an_article("The council met.", title=piece))), "pdf")

    assert piece in words_of(page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_only_a_web_address_becomes_a_link(url):
    assert links_of(render(a_brief(a_story(an_article(url=url))), "pdf")) == []


def test_a_brief_with_nothing_in_it_is_still_a_page():
    assert "No stories on Fri 20 Nov" in words_of(render(a_brief(), "pdf"))


def test_samples_are_called_samples():
    assert words_of(render(the_morning(is_sample=True), "pdf")).count("sample articles") == 1
