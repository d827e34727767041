"""The window that writes the brief to a file."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from briefing.tui.dashboard import Dashboard
from tests.tui.desks import on_screen, press, said
from tests.tui.test_screens import trouble_in


async def test_export_writes_the_chosen_format_and_says_where(desk, tmp_path):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e")
        place = app.screen.query_one(Input)
        assert place.value == "~/briefing-2026-11-20.md"

        place.value = str(tmp_path / "today.md")
        await press(pilot, "enter")

        assert "Varenia and Kastovia" in (tmp_path / "today.md").read_text()
        assert str(tmp_path / "today.md") in said(app)
        assert isinstance(app.screen, Dashboard)


async def test_the_name_of_the_file_follows_the_format(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e", "up")

        screen = app.screen
        assert screen.query_one(Input).value == f"~/briefing-2026-11-20.{screen.format}"
        assert screen.format != "md"


async def test_export_asks_before_it_replaces_a_file(desk, tmp_path):
    place = tmp_path / "there.md"
    place.write_text("mine")
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e")
        app.screen.query_one(Input).value = str(place)
        await press(pilot, "enter")
        assert place.read_text() == "mine"
        assert "is there already. ⏎ again replaces it." in trouble_in(app)

        await press(pilot, "enter")
        assert place.read_text() != "mine"


async def test_export_says_why_it_cannot_write_and_keeps_the_window(desk, tmp_path):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e")
        app.screen.query_one(Input).value = str(tmp_path / "no" / "such" / "folder.md")
        await press(pilot, "enter")

        assert "No such file or directory. Choose another place." in trouble_in(app)


async def test_the_file_is_typed_at_once_and_its_ending_picks_the_format(desk, tmp_path):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e", *str(tmp_path / "day.html"))

        assert app.screen.query_one(Input).value == str(tmp_path / "day.html")
        assert app.screen.format == "html"

        await press(pilot, "enter")
    assert "<html" in (tmp_path / "day.html").read_text()


@pytest.mark.parametrize(
    ("typed", "format"),
    [("day.htm", "html"), ("day.markdown", "md"), ("day.TXT", "txt"), ("day.ics", "ics")],
)
async def test_an_ending_in_other_letters_is_known(desk, typed, format):  # noqa: A002
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e", *typed)

        assert app.screen.format == format
        assert trouble_in(app) == ""
        assert app.screen.query_one(Input).value == typed


async def test_an_ending_that_is_no_format_is_told(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e", *"day.doc")

        assert trouble_in(app) == ".doc is none of these formats: it will be md."


async def test_an_arrow_changes_the_ending_and_keeps_the_rest(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "e", *"notes/7.30 edition.md", "down")

        place = app.screen.query_one(Input).value
        assert place == f"notes/7.30 edition.{app.screen.format}"
        assert app.screen.format != "md"


async def test_a_file_without_an_ending_gets_that_of_the_format(desk, tmp_path):
    async with on_screen(desk) as (_, pilot):
        await press(pilot, "e", *str(tmp_path / "today"), "enter")

    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["today.md"]
