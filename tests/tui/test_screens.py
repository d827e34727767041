"""The screens beside the dashboard: articles, evidence, actors, sources, search, help, dialogs."""

import tomllib
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from briefing.desk import Desk
from briefing.errors import SeveralFeeds
from briefing.model import Trouble
from briefing.tui.actor import ActorScreen
from briefing.tui.article import ArticleScreen
from briefing.tui.dashboard import Dashboard
from briefing.tui.evidence import EvidenceWindow, paragraph
from briefing.tui.prose import Prose
from briefing.tui.rows import Rows
from briefing.tui.search import matches
from tests.builders import an_article, span_of
from tests.desks import at, settings_in
from tests.tui.desks import EVENING, lines_of, on_screen, press, said, settled, text_of

SMALL = (80, 24)


def trouble_in(app):
    """What the open window says went wrong."""
    return str(app.screen.query_one("#trouble", Static).content)


# ---- articles


async def test_n_and_p_turn_the_articles_of_a_story(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "n")
        assert "2 of 5" in lines_of(app)[0]

        await press(pilot, "p", "p")
        assert "1 of 5" in lines_of(app)[0]
        assert "That was the first one." in said(app)


async def test_an_article_shows_title_source_date_link_and_text(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter")
        screen = text_of(app)

    assert "Meridian Wire · Fri 20 November 2026, 17:40" in screen
    assert "https://meridian.example/0/0" in screen
    assert "GENEVA — Varenia and Kastovia agreed" in screen


async def test_the_lit_sentence_is_on_screen_when_the_article_opens(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        await press(pilot, "4", "G", "enter")

        assert "“We are not bargaining against a clock,” Aldane said." in text_of(app)

        await press(pilot, "g")
        assert "not bargaining" not in text_of(app)
        await press(pilot, "v")
        assert "not bargaining" in text_of(app)


async def test_the_text_scrolls_by_lines_and_pages(desk):
    async with on_screen(desk, SMALL) as (app, pilot):
        await press(pilot, "enter")
        prose = app.screen.query_one(Prose)

        await press(pilot, "j", "j")
        assert prose.scroll_offset.y == 2
        await press(pilot, "k", "space")
        assert prose.scroll_offset.y > 2
        await press(pilot, "g")
        assert prose.scroll_offset.y == 0


async def test_m_in_an_article_marks_it_unread_again(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "m", "q")

        assert app.dashboard.headline.unread == 1


async def test_tab_goes_between_the_articles_and_the_text(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "tab")
        assert app.focused.id == "articles"

        await press(pilot, "j", "enter")
        assert app.focused.id == "prose"
        assert "2 of 5" in lines_of(app)[0]


async def test_saving_from_an_article_saves_its_story(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "s", "q")
        assert app.dashboard.headline.is_saved


def fetching(desk, answer):
    """The desk with a page that stands for the one on the network."""

    class Fetching(Desk):
        async def fetch_full_text(self, article):
            return answer

    return Fetching(desk.settings, desk._store, clock=at(EVENING))


async def test_capital_f_puts_the_pages_text_in_place_of_the_teaser(desk):
    teaser = an_article("It begins.", id="t", is_teaser=True)
    page = an_article("It begins. And here it ends.", id="t2", replaces="t")
    async with on_screen(fetching(desk, page), SMALL) as (app, pilot):
        app.push_screen(ArticleScreen((teaser,), "t"))
        await settled(pilot)
        assert "F fetches the full text" in text_of(app)

        await press(pilot, "F")
        assert "And here it ends." in text_of(app)
        assert "Fetched the full text" in said(app)

        await press(pilot, "F")
        assert "This is the full text already." in said(app)


async def test_a_page_that_gives_no_text_is_told_and_the_teaser_stays(desk):
    teaser = an_article("It begins.", id="t", is_teaser=True)
    trouble = Trouble("t", "The page asks for a login.")
    async with on_screen(fetching(desk, trouble), SMALL) as (app, pilot):
        app.push_screen(ArticleScreen((teaser,), "t"))
        await settled(pilot)
        await press(pilot, "F")

        assert "The page asks for a login." in said(app)
        assert "It begins." in text_of(app)


# ---- evidence


async def test_n_in_the_evidence_goes_to_the_next_place(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "3", "j", "v")
        assert isinstance(app.screen, EvidenceWindow)
        assert "1 of 2" in text_of(app)

        await press(pilot, "n")
        assert "2 of 2" in text_of(app)
        await press(pilot, "N", "N")
        assert "2 of 2" in text_of(app)


async def test_enter_in_the_evidence_opens_the_article_there(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "4", "v", "enter")

        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.lit is not None
        await press(pilot, "escape")
        assert isinstance(app.screen, Dashboard)


def test_the_paragraph_is_verbatim_and_lights_the_sentence():
    article = an_article("First.\nShe spoke. “We [b]will[/b] see,” she said. It rained.\nLast.")
    lit = span_of(article, "“We [b]will[/b] see,” she said.")
    inner = span_of(article, "We [b]will[/b] see,")

    content = paragraph(article.text, lit, inner)

    assert content.plain == "She spoke. “We [b]will[/b] see,” she said. It rained."
    assert [content.plain[span.start : span.end] for span in content.spans] == [
        "“We [b]will[/b] see,” she said.",
        "We [b]will[/b] see,",
    ]


# ---- actors


async def test_an_actor_has_stories_quotes_and_talks_that_open(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, ActorScreen)
        assert app.focused.id == "actor-quotes"

        await press(pilot, "enter")
        assert isinstance(app.screen, ArticleScreen)
        await press(pilot, "escape", "tab", "tab", "enter")
        assert isinstance(app.screen, ArticleScreen)


async def test_an_actors_quote_in_many_articles_is_told_once(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "3", "enter")

        assert "Quotes · 1 " in text_of(app)


# ---- sources


async def test_sources_show_failing_ones_first_with_their_error(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "S")
        lines = lines_of(app)

    assert "2 sources · 1 failing" in lines[0]
    assert "✗ failing Gone Gazette" in lines[2]
    assert "✓ well    Meridian Wire" in lines[3]
    assert any("next try Fri 20 Nov 20:02" in line for line in lines)


async def test_d_removes_a_source_after_asking(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "S", "d")
        assert "Remove Gone Gazette and its articles?" in text_of(app)
        await press(pilot, "n")
        assert len(desk.feeds.all()) == 2

        await press(pilot, "d", "y")
        assert [feed.title for feed in desk.feeds.all()] == ["Meridian Wire"]


async def test_the_count_of_failing_sources_leads_to_them(desk):
    async with on_screen(desk) as (app, pilot):
        await pilot.click("TopBar", offset=(115, 0))
        await settled(pilot)

        assert "Gone Gazette" in text_of(app)


# ---- search


async def test_search_finds_as_you_type_and_enter_opens(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "slash", *"bargaining")
        assert "Search · the first 50" in text_of(app)
        assert text_of(app).count("bargaining against a clock") > 3

        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ArticleScreen)


async def test_a_search_without_a_find_says_what_to_try(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "slash", *"xyzzy")

        assert "No match for “xyzzy”." in text_of(app)


async def test_n_goes_from_match_to_match_in_what_a_search_found(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "slash", *"harbour")
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ArticleScreen)
        begun = app.screen.lit
        assert "match " in lines_of(app)[0]

        await press(pilot, "n")
        assert app.screen.lit != begun
        await press(pilot, "N")
        assert app.screen.lit == begun

        await press(pilot, "escape")
        assert "Search ·" in text_of(app)


def test_matches_are_what_was_found_and_every_place_of_the_words():
    article = an_article("The harbour. A Harbour vote; “the harbour is ours,” he said.")
    quote = span_of(article, "the harbour is ours,")

    assert [article.text[at.start : at.end] for at in matches([article], [quote], "harb")] == [
        "harb", "Harb", "the harbour is ours,",
    ]  # fmt: skip


# ---- days


async def test_capital_d_lists_the_days_with_their_counts_and_goes_there(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "D")
        screen = " ".join(text_of(app).split())
        assert "Today, Fri 20 November 2026 16 stories 14 unread" in screen
        assert "Wed 18 November 2026 1 story 1 unread" in screen

        await press(pilot, "j", "enter")
        assert "Wed 18 Nov  Earlier day" in lines_of(app)[0]


async def test_the_name_of_the_day_leads_to_the_days(desk):
    async with on_screen(desk) as (app, pilot):
        await pilot.click("TopBar", offset=(26, 0))
        await settled(pilot)

        assert "Days" in text_of(app)
        await press(pilot, "escape")
        assert "Today" in lines_of(app)[0]


# ---- the log


async def test_the_log_lists_what_was_done_and_went_wrong_newest_first(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "M", "enter", "M")
        assert "Nothing is unread." in said(app)
        app.dashboard._open_target(_nowhere())
        await settled(pilot)
        await press(pilot, "L")
        lines = lines_of(app)

        assert "Log  2 lines · 1 went wrong" in lines[0]
        assert "18:02 ✗ error" in lines[2]
        assert "No article 'nowhere' here." in lines[2]
        assert "14 stories marked read." in lines[3]


def _nowhere():
    from briefing.tui.targets import Target

    return Target("nowhere")


# ---- help, palette, colours


async def test_help_lists_every_command_of_the_table(desk):
    async with on_screen(desk, (120, 100)) as (app, pilot):
        await press(pilot, "question_mark")
        screen = text_of(app)
        for command in app.table:
            assert command.help[:60] in screen, command.id

        await press(pilot, "escape")
        assert isinstance(app.screen, Dashboard)


async def test_v_in_an_article_without_a_lit_sentence_says_what_lights_one(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "enter", "v")

        assert "No sentence is lit here." in said(app)


async def test_an_article_whose_words_were_changed_says_when(desk):
    from dataclasses import replace

    article = replace(desk.article("a5-0"), id="changed", updated=EVENING)
    async with on_screen(desk) as (app, pilot):
        app.push_screen(ArticleScreen((article,), article.id))
        await settled(pilot)

        assert "updated 18:02" in text_of(app)


async def test_a_source_says_how_much_it_brings_a_day(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "S", "G")

        assert "new a day" in text_of(app)


async def test_what_a_new_source_brought_is_counted(desk, tmp_path):
    place = tmp_path / "articles"
    place.mkdir()
    for number in range(3):
        (place / f"{number}.txt").write_text(f"Report {number}\n\nThe ferry is late today.")
    async with on_screen(desk) as (app, pilot):
        watched(app)
        await press(pilot, "a")
        app.screen.query_one(Input).value = str(place)
        await press(pilot, "enter")

        assert "Added articles: 3 articles." in said(app)


@pytest.mark.parametrize("key", ["ctrl+p", "colon"])
async def test_the_palette_runs_the_commands_of_the_table(desk, key):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, key, *"whole day")
        await pilot.pause(0.3)
        await press(pilot, "enter", "enter")

        assert app.dashboard.is_whole_day


async def test_the_palette_opens_in_every_place(desk):
    async with on_screen(desk) as (app, pilot):
        for keys in (["enter"], ["escape", "S"]):
            await press(pilot, *keys, "ctrl+p")
            assert "CommandPalette" in type(app.screen).__name__
            await press(pilot, "escape")


async def test_a_theme_is_tried_while_the_cursor_is_on_it_and_escape_undoes(desk):
    async with on_screen(desk) as (app, pilot):
        before = app.theme
        await press(pilot, "T", "down")
        assert app.theme != before

        await press(pilot, "escape")
        assert app.theme == before

        await press(pilot, "T", "down", "enter")
        assert app.theme != before
        assert tomllib.loads(desk.settings.file.read_text())["theme"] == app.theme
        assert "settings.toml" in said(app)


async def test_opening_the_themes_puts_on_no_other(desk):
    async with on_screen(desk) as (app, pilot):
        worn = []
        app.theme_changed_signal.subscribe(app.dashboard, lambda theme: worn.append(theme.name))

        await press(pilot, "T", "escape")

        assert worn == []


async def test_a_theme_that_cannot_be_kept_is_worn_and_told(desk):
    desk.settings.config_dir.parent.mkdir(parents=True, exist_ok=True)
    desk.settings.config_dir.write_text("a file where the folder should be")
    async with on_screen(desk) as (app, pilot):
        before = app.theme
        await press(pilot, "T", "down", "enter")

        assert app.theme != before
        assert "cannot be changed" in said(app)
        assert "yourself." in said(app)


# ---- export


# ---- adding


async def test_a_place_that_is_no_source_is_told_in_the_window(desk, tmp_path):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "a")
        app.screen.query_one(Input).value = str(tmp_path / "nothing-here")
        await press(pilot, "enter")

        assert "there is no such file or folder" in trouble_in(app)
        assert not isinstance(app.screen, Dashboard)
        assert len(desk.feeds.all()) == 2


OPML = '<opml version="2.0"><body><outline type="rss" text="New" xmlUrl="http://127.0.0.1:9/f"/></body></opml>'


def watched(app):
    """What the app is asked to refresh; there is no network here."""
    asked = []
    app.start_refresh = asked.append
    return asked


async def test_a_list_of_feeds_is_taken_in_and_asked(desk, tmp_path):
    place = tmp_path / "feeds.opml"
    place.write_text(OPML)
    async with on_screen(desk) as (app, pilot):
        asked = watched(app)
        await press(pilot, "a")
        app.screen.query_one(Input).value = str(place)
        await press(pilot, "enter")

        assert "Added New." in said(app)
        assert len(desk.feeds.all()) == 3
        assert asked == [("http://127.0.0.1:9/f",)]


async def test_the_first_own_source_brings_the_own_desk_and_its_refresh(desk, tmp_path):
    samples = Desk(
        desk.settings, desk._store, is_sample=True, own=_own(tmp_path), clock=at(EVENING)
    )
    place = tmp_path / "feeds.opml"
    place.write_text(OPML)
    async with on_screen(samples) as (app, pilot):
        asked = watched(app)
        await press(pilot, "a")
        app.screen.query_one(Input).value = str(place)
        await press(pilot, "enter")

        assert app.desk is samples.own
        assert "Sample articles" not in text_of(app)
        assert asked[-1] == ("http://127.0.0.1:9/f",)
    samples.own.close()


async def test_the_starter_set_is_chosen_from(desk):
    async with on_screen(desk) as (app, pilot):
        asked = watched(app)
        await press(pilot, "a", "down", "enter", "space", "enter")

        urls = {feed.url for feed in desk.feeds.starter()}
        assert len(urls) == 1
        assert len(asked[0]) > 5
        assert "feeds. Asking them now." in said(app)


async def test_the_ways_to_add_are_told_with_what_to_type(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "a", "down", "down")
        assert app.screen.query_one(Input).placeholder == "~/feeds.opml"

        await press(pilot, "enter")
        assert trouble_in(app) == "Type it on the line above."


async def test_of_a_sites_feeds_one_is_chosen(desk):
    several = SeveralFeeds(
        "https://site.example", ["https://site.example/a", "https://site.example/b"]
    )
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "a")
        dialog = app.screen
        added = []
        dialog._add = added.extend
        dialog._offer(several)
        await settled(pilot)
        assert "2 feeds on this site" in text_of(app)

        await press(pilot, "j", "enter")
        assert added == ["https://site.example/b"]


async def test_the_samples_say_so_and_step_aside_for_an_own_source(desk, tmp_path):
    samples = Desk(
        desk.settings, desk._store, is_sample=True, own=_own(tmp_path), clock=at(EVENING)
    )
    async with on_screen(samples, SMALL) as (app, _):
        assert "Sample articles  invented" in lines_of(app)[1]
        assert "a adds your own sources" in lines_of(app)[1]

        app.use(samples.own)
        await settled(_)

        assert "Sample articles" not in text_of(app)
        assert "No articles yet" in text_of(app)
    samples.own.close()


def _own(tmp_path: Path) -> Desk:
    return Desk.open(settings_in(tmp_path / "own"), clock=at(EVENING))


async def test_rows_in_windows_have_their_cursor(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "question_mark", "j")

        assert app.screen.query_one(Rows).cursor == 2


async def test_a_text_of_a_megabyte_opens_at_its_lit_sentence(desk):
    from dataclasses import replace

    words = "Somebody wrote very much about very little on that day.\n" * 20_000
    long = replace(an_article(f"{words}Here it is.\n{words}"), id="long")
    async with on_screen(desk, SMALL) as (app, pilot):
        app.push_screen(ArticleScreen((long,), "long", span_of(long, "Here it is.")))
        await settled(pilot)
        await settled(pilot)

        assert "Here it is." in text_of(app)


# ---- the calendar


async def test_the_calendar_groups_what_is_coming_by_day_week_and_month(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "C")
        by_day = text_of(app)
        await press(pilot, "tab")
        by_week = text_of(app)
        await press(pilot, "tab")
        by_month = text_of(app)

    assert "Mon 23 November 2026" in by_day
    assert "Tomorrow" not in by_day
    assert "December 2026" in by_day
    assert by_day.index("report on the wrecks") < by_day.index("No date known")
    assert "Week of Mon 23 Nov" in by_week
    assert "November 2026" in by_month


async def test_a_row_of_the_calendar_opens_its_article(desk):
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "C", "v")
        assert isinstance(app.screen, EvidenceWindow)

        await press(pilot, "escape", "enter")
        assert isinstance(app.screen, ArticleScreen)
