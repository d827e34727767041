"""What the settings and the environment change on the screen."""

import subprocess
import sys
from dataclasses import replace

import pytest

from briefing.errors import SettingsError
from briefing.palette import palettes
from briefing.tui.themes import keep_theme, themes_of
from tests.tui.desks import lines_of, on_screen, press, said, text_of


async def test_keys_of_the_settings_take_effect_in_footer_and_help(desk):
    desk.settings = replace(desk.settings, keys={"save": "x"})
    async with on_screen(desk) as (app, pilot):
        assert "x Save" in lines_of(app)[-1]

        await press(pilot, "x")
        assert app.dashboard.headline.is_saved
        await press(pilot, "s")
        assert app.dashboard.headline.is_saved


async def test_clashing_keys_are_told_and_left_out(desk):
    desk.settings = replace(desk.settings, keys={"save": "m"})
    async with on_screen(desk) as (app, pilot):
        assert "The key m is asked for by 'read' and 'save'." in said(app)

        await press(pilot, "m")
        assert app.dashboard.headline.unread == 0


async def test_the_theme_of_the_settings_is_worn(desk):
    desk.settings = replace(desk.settings, theme="paper-light")
    async with on_screen(desk) as (app, _):
        assert app.theme == "paper-light"


async def test_an_unknown_theme_is_told(desk):
    desk.settings = replace(desk.settings, theme="nowhere")
    async with on_screen(desk) as (app, _):
        assert "No theme called nowhere." in said(app)


async def test_without_colour_only_bold_and_reverse_are_left(desk, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(desk) as (app, pilot):
        await press(pilot, "T", "down", "escape")
        assert app.no_color
        assert app.theme == "ansi-dark"
        assert "Varenia" in text_of(app)

        line = app.dashboard.stories.render_line(0)
        assert all(part.style.reverse for part in line if part.text.strip())
        await press(pilot, "2")
        line = app.dashboard.stories.render_line(0)
        assert all(part.style.underline for part in line if part.text.strip())


def test_every_palette_is_a_theme_of_its_name():
    assert set(themes_of()) == set(palettes())


async def test_every_theme_can_be_worn(desk):
    async with on_screen(desk) as (app, pilot):
        for name in themes_of():
            app.theme = name
            await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "sepia"\n'),
        ('theme = "harbour"\n', 'theme = "sepia"\n'),
        ("# mine\nworkers = 2\ntheme='harbour' # sea\n", '# mine\nworkers = 2\ntheme = "sepia"\n'),
        ("workers = 2\r\n", 'theme = "sepia"\nworkers = 2\r\n'),
        ('[keys]\ntheme = "C"\n', 'theme = "sepia"\n[keys]\ntheme = "C"\n'),
    ],
)
def test_a_theme_is_kept_without_touching_another_line(tmp_path, before, after):
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    if before:
        file.write_bytes(before.encode())

    keep_theme(file, "sepia")

    assert file.read_bytes().decode() == after


def test_settings_that_are_no_toml_are_left_as_they_are(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("theme = \n")

    with pytest.raises(SettingsError, match=r'Write theme = "sepia" into .* yourself\.'):
        keep_theme(file, "sepia")

    assert file.read_text() == "theme = \n"


def test_a_linked_file_of_settings_stays_a_link(tmp_path):
    real = tmp_path / "dotfiles.toml"
    real.write_text("workers = 2\n")
    link = tmp_path / "settings.toml"
    link.symlink_to(real)

    keep_theme(link, "sepia")

    assert link.is_symlink()
    assert real.read_text() == 'theme = "sepia"\nworkers = 2\n'


def test_the_screen_loads_nothing_heavy_before_it_is_shown():
    script = (
        "import sys, briefing.tui.app;"
        "print([m for m in ('spacy','numpy','sumy','httpx','feedparser','lxml','jinja2','icalendar',"
        "'textual.widgets._markdown','briefing.tui.dialogs','briefing.tui.article') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
