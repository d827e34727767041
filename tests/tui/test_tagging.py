"""Tags of sources: set with `t`, found with `f`."""

from __future__ import annotations

import pytest

from briefing.tui.dashboard import Dashboard
from briefing.tui.tagging import TagDialog, tags_of
from tests.tui.desks import on_screen, press, said, text_of

MERIDIAN = "https://meridian.example/feed.xml"


def tags(desk):
    return {feed.url: feed.tags for feed in desk.feeds.all()}[MERIDIAN]


async def test_t_tags_the_source_of_the_row(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "t", *"world, sea", "enter")

        assert tags(desk) == ("world", "sea")
        assert "Tagged Meridian Wire: world, sea." in said(app)
        assert isinstance(app.screen, Dashboard)


async def test_tags_in_use_are_shown_and_an_empty_line_takes_them_off(desk):
    desk.feeds.tag(MERIDIAN, ["world"])
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "t")
        assert "In use: world" in text_of(app)

        await press(pilot, "ctrl+u", "enter")
        assert tags(desk) == ()
        assert "Meridian Wire has no tags now." in said(app)


async def test_f_finds_stories_by_the_tags_of_their_sources(desk):
    desk.feeds.tag(MERIDIAN, ["world"])
    async with on_screen(desk) as (app, pilot):
        many = len(app.dashboard.stories.items)
        await press(pilot, "f", *"#world", "enter")
        assert len(app.dashboard.stories.items) == many

        await press(pilot, "escape", "f", *"#sport")
        assert "No row holds “#sport”. esc shows all again." in text_of(app)


async def test_sources_show_their_tags_and_are_found_by_them(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "S", "G", "t", *"world", "enter")
        assert "#world https://meridian.example" in text_of(app)

        await press(pilot, "f", *"#world")
        screen = text_of(app)
        assert "Meridian Wire" in screen
        assert "Gone Gazette" not in screen


async def test_an_article_that_came_by_no_source_has_nothing_to_tag(desk):
    desk.feeds.remove("https://gone.example/feed.xml")
    async with on_screen(desk) as (app, pilot):
        app.dashboard.tag_source("")
        await press(pilot)

        assert "Only a source of your own has tags" in said(app)
        assert not isinstance(app.screen, TagDialog)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("world", ("world",)),
        (" #world ,  sea trade; world", ("world", "sea trade")),
        (" , ,", ()),
        ("\x1b[2J", ("\ufffd[2J",)),
    ],
)
def test_tags_stand_between_commas(words, found):
    assert tags_of(words) == found
