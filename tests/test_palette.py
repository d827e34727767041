"""Themes: what ships is readable, and what a user writes wrongly is told in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import SettingsError, UnknownTheme
from briefing.palette import (
    DARK,
    LIGHT,
    Palette,
    find_palette,
    load_palette,
    palettes,
    wrong_palettes,
)

INK = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
GROUNDS = ("background", "surface", "panel")

MINE = """
name = "mine"
primary = "#135"
foreground = "#112233"
background = "#ffffff"
surface = "#fefefe"
dark = false

[variables]
border = "#445566 40%"
block-cursor-text-style = "bold"

[meta]
title = "My own"
author = "Me"
"""


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def a_file(folder: Path, text: str = MINE, name: str = "mine.toml") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def shipped() -> list[Palette]:
    return list(palettes().values())


def test_the_shipped_themes_are_all_right():
    assert wrong_palettes() == ()
    assert {DARK, LIGHT, "high-contrast"} <= set(palettes())
    assert len(palettes()) >= 6


@pytest.mark.parametrize("palette", shipped(), ids=lambda palette: palette.name)
def test_every_ink_is_readable_on_every_ground(palette):
    least = 7 if palette.name == "high-contrast" else 4.5

    pairs = {
        (ink, ground): contrast(palette.colour(ink), palette.colour(ground))
        for ink in (*INK, "foreground-muted")
        for ground in GROUNDS
    }

    assert {pair: ratio for pair, ratio in pairs.items() if ratio < least} == {}


@pytest.mark.parametrize("palette", shipped(), ids=lambda palette: palette.name)
def test_what_is_under_the_cursor_is_readable(palette):
    bar = palette.colour("block-cursor-background")
    least = 7 if palette.name == "high-contrast" else 4.5

    inks = ("block-cursor-foreground", "foreground", "foreground-muted", "accent")

    assert all(contrast(palette.colour(ink), bar) >= least for ink in inks)


@pytest.mark.parametrize("palette", shipped(), ids=lambda palette: palette.name)
def test_a_theme_says_what_it_is(palette):
    assert palette.title
    assert palette.author
    assert palette.description


@pytest.mark.parametrize("palette", shipped(), ids=lambda palette: palette.name)
def test_the_fields_are_those_of_a_textual_theme(palette):
    from textual.theme import Theme

    theme = Theme(**palette.theme())

    assert theme.name == palette.name
    assert theme.to_color_system().generate()["foreground-muted"]


def test_a_file_of_the_users_is_a_theme(tmp_path):
    a_file(tmp_path)

    palette = palettes(tmp_path)["mine"]

    assert palette.title == "My own"
    assert palette.dark is False
    assert palette.variables["border"] == "#445566 40%"
    assert DARK in palettes(tmp_path)


def test_a_theme_of_the_users_outranks_the_shipped_one(tmp_path):
    a_file(tmp_path, MINE.replace('"mine"', f'"{DARK}"'))

    assert palettes(tmp_path)[DARK].title == "My own"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('primary = "#135"', 'primary = "blue"', "primary is 'blue'. Write a colour"),
        ('primary = "#135"', 'primary = "#12345"', "primary is '#12345'"),
        ('primary = "#135"', "primary = 3", "primary is 3"),
        ('primary = "#135"', "", "primary is missing"),
        ('name = "mine"', 'name = "My Theme"', "small letters"),
        ('name = "mine"', "", "name is missing"),
        ("dark = false", 'dark = "no"', "dark is 'no'. Write true or false."),
        ("dark = false", "text_alpha = 2", "text_alpha is 2"),
        ("dark = false", 'color = "#fff"', "no field 'color'. Known are: name"),
        ("dark = false", "variables = 1\n[x]", "variables must be a table"),
        ('border = "#445566 40%"', 'border = "red; x: y"', "variable border is 'red; x: y'"),
        ('border = "#445566 40%"', '"a b" = "#fff"', "no variable 'a b'"),
        ('"bold"', '"blink"', "variable block-cursor-text-style is 'blink'"),
        ("[meta]", "[meta", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_named_with_its_field_and_what_to_do(tmp_path, old, new, told):
    text = (
        MINE.replace("[variables]", "").replace('border = "#445566 40%"', "")
        if "[x]" in new
        else MINE
    )
    text = text.replace('block-cursor-text-style = "bold"', "") if "[x]" in new else text
    file = a_file(tmp_path, text.replace(old, new))

    with pytest.raises(SettingsError) as raised:
        load_palette(file)

    assert str(file) in str(raised.value)
    assert told in str(raised.value)


def test_a_wrong_file_does_not_stop_the_others(tmp_path):
    a_file(tmp_path)
    a_file(tmp_path, "name = 1", "wrong.toml")
    (tmp_path / "latin.toml").write_bytes(b'name = "\xff"')
    (tmp_path / "folder.toml").mkdir()

    assert "mine" in palettes(tmp_path)
    assert len(wrong_palettes(tmp_path)) == 3


def test_an_unknown_theme_names_the_known_ones():
    with pytest.raises(UnknownTheme, match="paper-dark"):
        find_palette("papper")


def test_asking_for_a_wrong_theme_says_what_is_wrong_with_it(tmp_path):
    a_file(tmp_path, MINE.replace('"#135"', '"blue"'))

    with pytest.raises(SettingsError, match="primary"):
        find_palette("mine", tmp_path)


def test_a_huge_file_is_not_read(tmp_path):
    a_file(tmp_path, "#" * 100_000)

    (error,) = wrong_palettes(tmp_path)
    assert "64 KB" in str(error)


def test_a_colour_that_is_not_set_is_that_of_the_text():
    palette = Palette("x", "#111111", "#222222", "#ffffff", "#fefefe")

    assert palette.colour("accent") == "#222222"
    assert palette.colour("border", "primary") == "#111111"
