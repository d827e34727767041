"""Palettes: the colours of a theme, read from TOML files.

One palette paints the screen and the HTML brief; this module knows neither. A file holds the fields
of `Palette` and two tables: `[variables]`, finer colours by name, and `[meta]`, words about it.
A file that is wrong is passed over and told of (`wrong_palettes`); the others still serve.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError, UnknownTheme
from briefing.text import one_line

DARK = "paper-dark"
LIGHT = "paper-light"

COLOURS = (
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
REQUIRED = ("name", "primary", "foreground", "background", "surface")
_WORDS = ("title", "author", "description")
MOST_BYTES = 65_536  # of one file; a theme needs two thousand

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_VARIABLE = re.compile(rf"(?:{_COLOUR.pattern}|auto)(?: \d{{1,3}}%)?|transparent|initial")
_STYLE = re.compile(r"none|(?:(?:not )?(?:bold|italic|underline|reverse|dim|strike)(?: |$))+")


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme: the fields of a Textual theme, and the words of its `[meta]` table."""

    name: str
    primary: str
    foreground: str
    background: str
    surface: str
    secondary: str | None = None
    warning: str | None = None
    error: str | None = None
    success: str | None = None
    accent: str | None = None
    panel: str | None = None
    boost: str | None = None
    dark: bool = True
    luminosity_spread: float = 0.15
    text_alpha: float = 0.95
    variables: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    author: str = ""
    description: str = ""

    def theme(self) -> dict[str, Any]:
        """The fields without the words of `[meta]`: the arguments of `textual.theme.Theme`."""
        fields = {name: getattr(self, name) for name in COLOURS}
        rest = ("name", "dark", "luminosity_spread", "text_alpha")
        return (
            fields
            | {name: getattr(self, name) for name in rest}
            | {"variables": {**self.variables}}
        )

    def colour(self, name: str, otherwise: str = "foreground") -> str:
        """The colour of that field or variable, else that of `otherwise`."""
        found = getattr(self, name) if name in COLOURS else self.variables.get(name)
        if found and _COLOUR.fullmatch(found):
            return str(found)
        return self.colour(otherwise)


def palettes(user: Path | None = None) -> dict[str, Palette]:
    """Every palette by name; one in the user's folder outranks the shipped one of that name."""
    found: dict[str, Palette] = {}
    for _, palette in _each(user):
        if isinstance(palette, Palette):
            found.setdefault(palette.name, palette)
    return dict(sorted(found.items()))


def wrong_palettes(user: Path | None = None) -> tuple[SettingsError, ...]:
    """What is wrong with each file that `palettes` passes over."""
    return tuple(error for _, error in _each(user) if isinstance(error, SettingsError))


def find_palette(name: str, user: Path | None = None) -> Palette:
    """The palette of that name. Raises `UnknownTheme`; `SettingsError` when its file is wrong."""
    known = palettes(user)
    if name in known:
        return known[name]
    for file, error in _each(user):
        if isinstance(error, SettingsError) and file.stem == name:
            raise error
    raise UnknownTheme(name, known)


def load_palette(file: Path) -> Palette:
    """The palette of a file. Raises `SettingsError` naming the file, the field and what to do."""
    entries = _entries(file)
    meta = _table(entries, "meta", file)
    variables = _table(entries, "variables", file)
    for name in REQUIRED:
        if name not in entries:
            raise SettingsError(f"{file}: {name} is missing. {_advice(name)}")
    for name, value in entries.items():
        _check(name, value, file)
    for name, value in variables.items():
        _check_variable(name, value, file)
    words = {name: one_line(str(meta.get(name, "")), 200) for name in _WORDS}
    words["title"] = words["title"] or str(entries["name"])
    return Palette(variables=variables, **(entries | words))


def folders(user: Path | None = None) -> tuple[Path, ...]:
    """Where palettes are looked for: the user's folder, the installed package, the checkout."""
    here = Path(__file__).parent
    shipped = (here / "assets" / "themes", here.parent / "themes")
    return tuple(place for place in (user, *shipped) if place is not None and place.is_dir())


def _each(user: Path | None) -> Iterator[tuple[Path, Palette | SettingsError]]:
    for folder in folders(user):
        for file in sorted(folder.glob("*.toml")):
            try:
                yield file, load_palette(file)
            except SettingsError as error:
                yield file, error


def _entries(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            body = stream.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise SettingsError(
                f"{file} is larger than 64 KB. A theme is some forty lines of TOML."
            )
        return tomllib.loads(body.decode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}. Check it.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{file} is not valid TOML: {error}. Mend that line.") from error


def _table(entries: dict[str, Any], name: str, file: Path) -> dict[str, Any]:
    table = entries.pop(name, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{file}: {name} must be a table. Write [{name}] above its lines.")
    return table


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


_RULES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "name": (
        lambda value: isinstance(value, str) and bool(_NAME.fullmatch(value)),
        'Use small letters, digits and hyphens: name = "my-theme".',
    ),
    "dark": (lambda value: isinstance(value, bool), "Write true or false."),
    "luminosity_spread": (_is_share, "Write a number from 0 to 1."),
    "text_alpha": (_is_share, "Write a number from 0 to 1."),
} | {
    name: (
        lambda value: isinstance(value, str) and bool(_COLOUR.fullmatch(value)),
        f'Write a colour as "#rgb" or "#rrggbb": {name} = "#1d5480".',
    )
    for name in COLOURS
}


def _advice(name: str) -> str:
    return _RULES[name][1]


def _check(name: str, value: object, file: Path) -> None:
    if name not in _RULES:
        known = ", ".join((*_RULES, "[variables]", "[meta]"))
        raise SettingsError(f"{file}: there is no field {name!r}. Known are: {known}.")
    is_right, advice = _RULES[name]
    if not is_right(value):
        raise SettingsError(f"{file}: {name} is {value!r}. {advice}")


def _check_variable(name: str, value: object, file: Path) -> None:
    if not _NAME.fullmatch(name):
        raise SettingsError(
            f"{file}: there can be no variable {name!r}. Use small letters, digits and hyphens."
        )
    pattern = _STYLE if name.endswith("-style") else _VARIABLE
    if not isinstance(value, str) or not pattern.fullmatch(value):
        wanted = (
            '"bold" or "none"' if pattern is _STYLE else '"#rrggbb", "#rrggbb 40%" or "auto 60%"'
        )
        raise SettingsError(f"{file}: variable {name} is {value!r}. Write it like {wanted}.")
