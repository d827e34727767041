from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing import extract
from briefing.desk import Desk
from briefing.errors import StoreError
from briefing.model import Feed, Kind, Step, Trouble
from briefing.tui.article import ArticleScreen
from briefing.tui.bars import Progress, TopBar, after
from briefing.tui.steps import Advanced, Ended
from tests.builders import a_reading, a_story, an_actor, an_article
from tests.desks import at, settings_in
from tests.tui.desks import (
    EVENING,
    TITLES,
    a_full_desk,
    lines_of,
    on_screen,
    press,
    said,
    settled,
    text_of,
)

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 60)


def shown(app):
    return [
        pane
        for pane in ("stories", "story", "actors", "quotes", "upcoming")
        if app.dashboard.pane(pane).display
    ]


async def test_titles_stand_in_their_order_with_mark_count_and_age(desk):
    async with on_screen(desk, SMALL) as (app, _):
        lines = lines_of(app)

    assert "Today" in lines[0]
    assert "16 stories · 14 unread" in lines[0]
    assert "● 5 22m  Varenia and Kastovia to hold third round of strait talks" in lines[2].replace(
        "●  5", "● 5"
    )
    assert "★" in lines[4]


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        (SMALL, ["stories", "upcoming"]),
        ((120, 29), ["stories", "upcoming"]),
        (MIDDLE, ["stories", "story", "actors", "quotes", "upcoming"]),
        (LARGE, ["stories", "story", "actors", "quotes", "upcoming"]),
    ],
)
async def test_as_many_panes_are_shown_as_fit(desk, size, panes):
    async with on_screen(desk, size) as (app, _):
        assert shown(app) == panes


async def test_three_columns_where_there_is_room(desk):
    async with on_screen(desk, LARGE) as (app, _):
        lefts = {
            app.dashboard.pane(name).region.x
            for name in ("stories", "story", "actors", "quotes", "upcoming")
        }

    assert len(lefts) == 3


async def test_the_layout_follows_the_size_of_the_terminal(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        await pilot.resize_terminal(*MIDDLE)
        await settled(pilot)
        assert len(shown(app)) == 5

        await pilot.resize_terminal(*SMALL)
        await settled(pilot)
        assert shown(app) == ["stories", "upcoming"]


@pytest.mark.parametrize(("key", "pane"), [("2", "story"), ("3", "actors"), ("4", "quotes")])
async def test_a_pane_without_room_is_opened_full_screen_and_escape_closes_it(desk, key, pane):
    async with on_screen(desk, SMALL) as (app, pilot):
        await press(pilot, key)
        assert shown(app) == [pane]
        assert app.focused.id == pane

        await press(pilot, "escape")
        assert shown(app) == ["stories", "upcoming"]
        assert app.focused.id == "stories"


TO_PANES = (
    ("3", "actors"), ("1 tab", "story"), ("1 l", "story"), ("1 shift+tab", "upcoming"),
    ("1 h", "upcoming"), ("5 1", "stories"), ("tab tab tab tab tab", "stories"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "pane"), [("2", "story"), ("3", "actors"), ("4", "quotes")])
async def test_a_terminal_that_shrinks_keeps_the_pane_in_focus(desk, key, pane):
    async with on_screen(desk, MIDDLE) as (app, pilot):
        await press(pilot, key)

        await pilot.resize_terminal(*SMALL)
        await settled(pilot)
        assert shown(app) == [pane]
        assert app.focused.id == pane

        await pilot.resize_terminal(*MIDDLE)
        await press(pilot, "escape")
        assert len(shown(app)) == 5


async def test_a_pane_alone_for_want_of_room_makes_room_again(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        await press(pilot, "3")
        assert shown(app) == ["actors"]

        await pilot.resize_terminal(*MIDDLE)
        await settled(pilot)
        await settled(pilot)
        assert len(shown(app)) == 5
        assert app.focused.id == "actors"


async def test_a_pane_alone_by_wish_stays_so_at_any_size(desk):
    async with on_screen(desk, MIDDLE) as (app, pilot):
        await press(pilot, "3", "z")
        for size in (SMALL, MIDDLE):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            await settled(pilot)
            assert shown(app) == ["actors"]


async def test_keys_go_from_pane_to_pane(desk):
    async with on_screen(desk) as (app, pilot):
        for keys, pane in TO_PANES:
            for key in keys.split():
                await pilot.press(key)

            assert app.focused.id == pane, keys


MOVES = (
    ("j j", 2), ("g down up j", 1), ("G", 15), ("g", 0), ("end k", 14), ("home ctrl+d", 8),
    ("G ctrl+u", 7), ("g space", 15), ("pageup", 0),
)  # fmt: skip


async def test_keys_move_the_cursor(desk):
    async with on_screen(desk) as (app, pilot):
        for keys, row in MOVES:
            for key in keys.split():
                await pilot.press(key)

            assert app.dashboard.stories.cursor == row, keys


async def test_the_panes_follow_the_highlighted_story(desk):
    async with on_screen(desk) as (app, pilot):
        assert app.dashboard.told.story.id == "a0-0"

        await press(pilot, "j")

        assert app.dashboard.told.story.id == "a1-0"
        assert "3 articles · 3 sources" in text_of(app)


async def test_w_widens_to_the_whole_day_and_back(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "w")
        assert "2 Whole day" in text_of(app)
        assert app.dashboard.told.story.id == ""

        await press(pilot, "w")
        assert "2 Story" in text_of(app)
        assert app.dashboard.told.story.id == "a0-0"


async def test_z_gives_a_pane_the_screen_and_back(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "4", "z")
        assert shown(app) == ["quotes"]

        await press(pilot, "z")
        assert len(shown(app)) == 5
        assert app.focused.id == "quotes"


@pytest.mark.parametrize("size", [MIDDLE, LARGE])
async def test_a_pane_alone_has_the_whole_width(desk, size):
    async with on_screen(desk, size) as (app, pilot):
        await press(pilot, "5", "z")

        assert app.dashboard.pane("upcoming").region.width == size[0]


async def test_a_few_stories_tell_their_sources_and_summary_beside_the_title(tmp_path):
    desk = a_full_desk(tmp_path, TITLES[:3])
    async with on_screen(desk, MIDDLE) as (app, pilot):
        left = "\n".join(line[:60] for line in lines_of(app))
        assert "Meridian Wire, The Harbour Courier" in left
        assert "GENEVA — Varenia and Kastovia agreed on Friday" in left

        await pilot.resize_terminal(*SMALL)
        await settled(pilot)
        assert len([line for line in lines_of(app) if "●" in line or "★" in line]) == 3
    desk.close()


async def test_a_window_that_grows_is_filled(tmp_path):
    desk = a_full_desk(tmp_path, TITLES[:8])
    async with on_screen(desk, SMALL) as (app, pilot):
        assert "Meridian Wire, The Harbour" not in text_of(app)

        await pilot.resize_terminal(*MIDDLE)
        await settled(pilot)
        await settled(pilot)
        assert "Meridian Wire, The Harbour" in text_of(app)
    desk.close()


async def test_a_story_too_long_for_its_pane_begins_with_its_title(desk):
    async with on_screen(desk, (100, 30)) as (app, _):
        assert app.dashboard.pane("story").scroll_offset.y == 0


async def test_enter_on_a_story_opens_its_articles_and_marks_it_read(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter")

        assert isinstance(app.screen, ArticleScreen)
        assert "1 of 5" in lines_of(app)[0]
        await press(pilot, "q")
        assert app.dashboard.headline.unread == 0


@pytest.mark.parametrize(
    ("keys", "words"),
    [(["4", "enter"], "The map on the table"), (["5", "enter"], "third round of strait talks")],
)
async def test_enter_on_a_quote_or_talk_opens_the_article_at_the_lit_sentence(desk, keys, words):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, *keys)

        lit = app.screen.lit
        assert words in app.screen.article.text[lit.start : lit.end]


async def test_enter_on_an_actor_opens_all_that_is_theirs(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "3", "enter")

        assert "Milena Dravec · person · Foreign Minister" in text_of(app)
        assert "Stories · 16" in text_of(app)


async def test_v_shows_the_sentence_behind_a_quote_without_leaving(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "4", "v")
        assert "Meridian Wire · Fri 20 November 2026, 17:40" in text_of(app)
        assert "“The map on the table is not serious" in text_of(app)

        await press(pilot, "escape")
        assert app.focused.id == "quotes"


async def test_m_marks_read_and_unread_and_u_takes_it_back(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "m")
        assert app.dashboard.headline.unread == 0
        assert "13 unread" in lines_of(app)[0]

        await press(pilot, "u")
        assert app.dashboard.headline.unread == 5

        await press(pilot, "m", "m")
        assert app.dashboard.headline.unread == 5


async def test_capital_m_asks_before_it_marks_all_read(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "M")
        assert "Mark 14 stories read?" in text_of(app)
        await press(pilot, "escape")
        assert "14 unread" in lines_of(app)[0]

        await press(pilot, "M", "enter")
        assert "0 unread" in lines_of(app)[0]
        await press(pilot, "u")
        assert "14 unread" in lines_of(app)[0]


async def test_s_saves_with_a_star_and_takes_it_off(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "s")
        assert app.dashboard.headline.is_saved
        await press(pilot, "s")
        assert not app.dashboard.headline.is_saved


async def test_n_goes_to_the_next_unread_story_and_capital_n_back(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "j", "j", "n")
        assert app.dashboard.headline.id == "a4-0"

        await press(pilot, "N")
        assert app.dashboard.headline.id == "a2-0"


async def test_brackets_go_to_other_days(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "left_square_bracket")
        assert "Wed 18 Nov  Earlier day" in lines_of(app)[0]
        assert app.dashboard.headline.id == "storm"

        await press(pilot, "right_square_bracket")
        assert "Fri 20 Nov  Today" in lines_of(app)[0]

        await press(pilot, "right_square_bracket")
        assert "No articles after this day." in said(app)


async def test_another_day_is_shown_from_its_leading_story(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "G")
        assert app.dashboard.stories.cursor > 5

        await press(pilot, "left_square_bracket", "right_square_bracket")
        assert app.dashboard.headline.id == "a0-0"


async def test_a_screen_that_is_opened_while_the_job_runs_says_how_far_it_is(desk):
    async with on_screen(desk) as (app, pilot):
        app.progress = Progress("read", 12, 40)
        await press(pilot, "S")

        assert "reading 12 of 40" in lines_of(app)[0]


async def test_what_finds_no_room_in_the_top_bar_leaves_it_to_what_does(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        app.progress = Progress("read", 12_000, 40_000)
        await press(pilot, *(["plus"] * 6))
        app.dashboard._say_where()
        await pilot.pause()

        first = lines_of(app)[0]
        assert "Today and 6 days before" not in first
        assert "stories" in first
        assert "reading 12000 of 40000" in first


async def test_plus_widens_the_window_and_minus_narrows_it(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "plus", "plus")
        assert len(app.dashboard.stories.items) == 17
        assert "2 days before" in lines_of(app)[0]

        await press(pilot, "minus", "minus")
        assert len(app.dashboard.stories.items) == 16


async def test_f_filters_as_you_type_and_escape_shows_all_again(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "f", *"port")
        assert [one.id for one in app.dashboard.stories.items] == ["a5-0", "a9-0"]

        await press(pilot, "enter")
        assert app.focused.id == "stories"
        assert "only: port" in text_of(app)

        await press(pilot, "escape")
        assert len(app.dashboard.stories.items) == 16


async def test_o_opens_the_browser_and_capital_o_asks_only_above_five(desk, monkeypatch):
    monkeypatch.setenv("BROWSER", "true")
    opened = []
    async with on_screen(desk) as (app, pilot):
        app.browse = opened.extend
        await press(pilot, "o")
        assert opened == ["https://meridian.example/0/0"]

        await press(pilot, "O")
        assert len(opened) == 6


async def test_o_says_when_there_is_no_link_and_never_opens_a_script(desk, monkeypatch):
    monkeypatch.setenv("BROWSER", "true")
    opened = []
    async with on_screen(desk) as (app, pilot):
        app.browse = opened.extend
        await press(pilot, "left_square_bracket", "o")

        assert opened == []
        assert "no link" in said(app)


async def test_y_copies_the_link_and_capital_y_the_quote(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "y")
        assert app.clipboard == "https://meridian.example/0/0"

        await press(pilot, "4", "j", "Y")
        assert app.clipboard == "“a step that was long overdue.” — Corvin Aldane, Meridian Wire"


async def test_q_goes_back_first_and_then_quits(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        await press(pilot, "3", "q")
        assert shown(app) == ["stories", "upcoming"]
        assert app.is_running

        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0
        assert app.return_value == 0


async def test_escape_never_quits(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "escape", "escape", "backspace", "escape")

        assert app.return_value is None
        assert app.is_running


async def test_ctrl_q_quits_from_anywhere(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "ctrl+q")

        assert app.return_value == 0


async def test_capital_r_refreshes_and_says_when_it_is_at_it_already(desk):
    async with on_screen(desk) as (app, pilot):
        app.start_refresh(())
        assert app.is_refreshing
        app.start_refresh()
        await settled(pilot)
        assert "Already at it" in said(app)
        assert not app.is_refreshing


async def test_progress_stands_in_the_top_bar_while_it_lasts(desk):
    async with on_screen(desk) as (app, pilot):
        app.progress = Progress("read", 12, 40)
        app.dashboard.post_message(Advanced(Step("read", 12, 40)))
        await pilot.pause()
        assert "reading 12 of 40" in lines_of(app)[0]

        app.progress = None
        app.dashboard.post_message(Ended())
        await settled(pilot)
        assert "1 failing" in lines_of(app)[0]


def test_summing_up_beside_reading_does_not_hide_how_far_the_reading_is():
    reading = after(None, Step("read", 12, 40))

    assert after(reading, Step("digest", 1, 3)).words == "reading 12 of 40"
    assert after(Progress("read", 40, 40), Step("digest", 1, 3)).words == "summing up 1 of 3"
    assert after(None, Step("gather", 2, 7)).words == "fetching 2 of 7"


async def test_capital_r_says_what_came_of_it(desk, tmp_path):
    for feed in desk.feeds.all():
        desk.feeds.remove(feed.url)
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "R")

        assert "No sources yet. a adds a feed, a folder or an OPML file." in said(app)


async def test_new_stories_do_not_move_the_cursor_off_its_story(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "j", "j")
        desk._store.stories.put((_leading(desk.story("a9-0")),))

        app.dashboard.load()
        await settled(pilot)

        assert app.dashboard.stories.items[0].id == "a9-0"
        assert app.dashboard.headline.id == "a2-0"


def _leading(story):
    return replace(story, rank=99.0)


async def test_a_desk_without_articles_says_which_key_adds_a_source(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at(EVENING))
    async with on_screen(desk) as (app, _):
        assert "No articles yet. a adds a feed" in text_of(app)
        assert app.is_running
    desk.close()


async def test_a_store_that_fails_is_told_in_its_own_words(desk):
    async with on_screen(desk) as (app, pilot):
        app.dashboard._open_target(_nowhere())
        await settled(pilot)

        assert "No article 'nowhere' here." in said(app)
        assert app.is_running


def _nowhere():
    from briefing.tui.targets import Target

    return Target("nowhere")


class Failing(Desk):
    """A desk whose refresh goes as a test says."""

    steps = ()
    end = None

    async def refresh(self, **_):
        for step in self.steps:
            yield step
        if self.end is not None:
            raise self.end


def failing(desk, *steps, end=None):
    other = Failing(desk.settings, desk._store, clock=at(EVENING))
    other.steps, other.end = steps, end
    return other


async def test_troubles_of_reading_are_counted_in_the_top_bar_and_listed_in_the_log(desk):
    trouble = Trouble("Budget fails", "took longer than 60 seconds")
    steps = (
        Step("read", 1, 2, articles=("a0-0",)),
        trouble,
        Step("read", 2, 2, articles=("a0-1",)),
    )
    async with on_screen(failing(desk, *steps)) as (app, pilot):
        app.start_refresh()
        await settled(pilot)
        assert "1 failing · 1 trouble" in lines_of(app)[0]
        assert said(app) == ""

        await press(pilot, "L")
        assert "2 articles read." in text_of(app)
        assert "Budget fails: took longer than 60 seconds" in text_of(app)


async def test_when_nothing_can_be_read_it_is_told_with_the_reason(desk):
    trouble = Trouble("Budget fails", "the reader ended unexpectedly")
    steps = (Step("read", 0, 1), trouble, Step("read", 1, 1, articles=("a0-0",)))
    async with on_screen(failing(desk, *steps)) as (
        app,
        pilot,
    ):
        app.start_refresh()
        await settled(pilot)

        assert "No article could be read: the reader ended unexpectedly" in said(app)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(11, "Resource temporarily unavailable"), "set workers = 1 in the settings"),
        (StoreError("The store is locked. Try again."), "The store is locked. Try again."),
    ],
)
async def test_a_job_that_breaks_off_says_why(desk, error, words):
    async with on_screen(failing(desk, end=error)) as (app, pilot):
        app.start_refresh()
        while app.is_refreshing:
            await pilot.pause()
        await pilot.pause()

        assert words in said(app)
        assert not app.is_refreshing
        assert app.is_running


async def test_a_store_that_is_locked_is_told_and_the_screen_goes_on(desk):
    async with on_screen(desk) as (app, pilot):

        def locked(*_):
            raise StoreError("The store is locked by another program. Try again in a moment.")

        desk.mark_read = locked
        await press(pilot, "m", "j")

        assert "locked by another program" in said(app)
        assert app.dashboard.stories.cursor == 1


async def test_foreign_titles_neither_act_nor_reach_the_terminal(desk):
    async with on_screen(desk, SMALL) as (app, _):
        screen = text_of(app)

    assert "[b]Hostile[/b] [@click=app.quit]title[/]" in screen
    assert not any(ord(letter) < 32 and letter != "\n" for letter in screen)
    assert "\u202e" not in screen


async def test_every_line_is_as_wide_as_the_screen(desk):
    from rich.cells import cell_len

    for size in (SMALL, MIDDLE, LARGE):
        async with on_screen(desk, size) as (app, _):
            assert {cell_len(line) for line in lines_of(app)} == {size[0]}


async def test_a_click_highlights_and_a_second_opens(desk):
    async with on_screen(desk) as (app, pilot):
        await pilot.click("#stories", offset=(10, 4))
        await settled(pilot)
        assert app.dashboard.stories.cursor == 1

        await pilot.click("#stories", offset=(10, 4), times=2)
        await settled(pilot)
        assert isinstance(app.screen, ArticleScreen)


async def test_more_stories_than_lines_scroll(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        assert "press law" not in text_of(app)

        await press(pilot, "G")

        assert "Parliament debates new press law" in text_of(app)


# ---- an older day


async def test_an_older_day_is_shown_as_it_stood(desk):
    later = an_article(
        "The third round of strait talks is over.",
        id="a0-later",
        title="Talks are over",
        source="Ledger",
        published=EVENING + timedelta(hours=14),
        dated=date(2026, 11, 21),
    )
    desk._store.articles.put([later])
    desk._store.findings.put([a_reading(later, version=extract.VERSION)])
    desk._store.stories.assign({"a0-later": "a0-0"})
    desk._clock = at(EVENING + timedelta(hours=16))
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "left_square_bracket")
        assert "Earlier day" in lines_of(app)[0]
        assert app.dashboard.headline.id == "a0-0"
        assert app.dashboard.headline.articles == 5
        assert "a0-later" not in {one.id for one in app.dashboard.told.story.articles}
        assert app.dashboard.told.story.summary

        await press(pilot, "enter")
        assert "Talks are over" not in text_of(app)
    unread = {entry.id for entry in desk.entries(story="a0-0", unread=True)}
    assert unread == {"a0-later"}


# ---- what could not be read, and what is read again


def a_foreign_desk(folder, **fields):
    desk = Desk.open(settings_in(folder), clock=at(EVENING))
    article = an_article("Le conseil se réunit mardi à Genève.", id="conseil", language="fr")
    found = a_reading(article, language="fr", version=extract.VERSION, **fields)
    desk._store.articles.put([article])
    desk._store.findings.put([found])
    desk._store.stories.assign({"conseil": "conseil"})
    desk._store.stories.put([a_story(article, actors=found.actors)])
    return desk


async def test_a_story_in_a_language_without_a_pipeline_says_what_actors_and_talks_need(tmp_path):
    desk = a_foreign_desk(tmp_path)
    async with on_screen(desk, LARGE) as (app, _):
        said_there = app.dashboard.pane("actors").empty
        assert "python -m spacy download fr_core_news_sm" in said_there
        assert app.dashboard.pane("upcoming").empty == (
            "In another language (fr): summary and quotes only."
        )
        assert app.dashboard.pane("quotes").empty == "No quotes in this story."
        assert "fr_core_news_sm" in text_of(app)
    desk.close()


async def test_the_actors_of_another_language_are_shown_where_its_pipeline_found_them(tmp_path):
    article = an_article("Le conseil se réunit mardi à Genève.", id="conseil", language="fr")
    desk = a_foreign_desk(tmp_path, actors=(an_actor(article, "Genève", Kind.PLACE),))
    async with on_screen(desk, LARGE) as (app, _):
        assert [actor.name for actor in app.dashboard.pane("actors").items] == ["Genève"]
        assert "spacy download" not in text_of(app)
    desk.close()


async def test_reading_again_with_new_rules_says_so(desk):
    readings = [desk.reading(f"a{number}-0") for number in range(3)]
    old = [replace(each, version=extract.VERSION - 1) for each in readings]
    desk._store.findings.put(old)
    other = failing(desk, Step("read", 1, 3, articles=("a0-0",)))
    async with on_screen(other) as (app, pilot):
        app.progress = None
        app._job = None
        await app._say_again()
        app._take(Step("read", 1, 3), Counter())

        assert app.progress.words == "reading 1 of 3 again"
        app.dashboard.query_one(TopBar).progress = app.progress
        await pilot.pause()
        assert "reading 1 of 3 again: the rules have changed" in lines_of(app)[0]

        await press(pilot, "L")
        assert "Reading 3 articles again: the rules of reading have changed." in text_of(app)


def test_new_articles_among_those_read_again_are_told_apart():
    before = after(Progress("", 0, 0, 3), Step("read", 1, 5))

    assert before.words == "reading 1 of 5, 3 again"
    assert after(before, Step("gather", 1, 5)).words == "fetching 1 of 5"


# ---- the start


class Asked(Desk):
    """A desk that notes how it is refreshed."""

    calls = ()

    async def refresh(self, **how):
        self.calls = (*self.calls, {name: how[name] for name in ("feeds", "due")})
        return
        yield


async def test_a_refresh_at_the_start_asks_what_is_due_and_capital_r_all(desk):
    settings = replace(desk.settings, refresh_on_start=True)
    asked = Asked(settings, desk._store, clock=at(EVENING))
    async with on_screen(asked) as (_, pilot):
        await press(pilot, "R")

    assert asked.calls == ({"feeds": None, "due": True}, {"feeds": None, "due": False})


async def test_until_it_is_moved_the_cursor_stays_on_the_leading_story(desk):
    async with on_screen(desk) as (app, pilot):
        desk._store.stories.put((_leading(desk.story("a9-0")),))
        app.dashboard.load()
        await settled(pilot)

        assert app.dashboard.headline.id == "a9-0"


@pytest.mark.parametrize("keys", [("j", "k"), ("2", "1"), ("enter", "escape")])
async def test_a_story_that_was_looked_at_keeps_the_cursor(desk, keys):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, *keys)
        desk._store.stories.put((_leading(desk.story("a9-0")),))
        app.dashboard.load()
        await settled(pilot)

        assert app.dashboard.headline.id == "a0-0"


async def test_sources_that_all_failed_are_told_with_the_key_that_shows_why(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at(EVENING))
    desk._store.feeds.put(
        [Feed(f"https://gone.example/{number}", error="404", failures=1) for number in range(2)]
    )
    async with on_screen(desk) as (app, pilot):
        assert "No articles yet. Both sources failed: S shows why" in text_of(app)
        assert "a adds a feed" not in text_of(app)

        await press(pilot, "slash", *"geneva")
        assert "Nothing is stored yet, so there is nothing to find." in text_of(app)
    desk.close()
