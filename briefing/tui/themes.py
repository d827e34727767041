"""Palettes as Textual themes, and the plain one for a terminal that wants no colour."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

from textual.theme import Theme

from briefing.errors import SettingsError
from briefing.palette import Palette, palettes

_LINE = re.compile(r"^theme[ \t]*=[^\r\n]*", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)

PLAIN = (
    "ansi-dark"  # Textual's own: only the terminal's colours, so NO_COLOR can leave them all out
)


def themes_of(user: Path | None = None) -> dict[str, Theme]:
    """Every palette, shipped and the user's own, as a theme of that name."""
    return {name: to_theme(palette) for name, palette in palettes(user).items()}


def to_theme(palette: Palette) -> Theme:
    """The palette as a Textual theme; colours for text stay as the palette has them.

    Textual mixes `$text-accent` and its kind from a colour and black or white, which greys them;
    a palette's colours are chosen to be read on its surfaces.
    """
    fields = palette.theme()
    variables = {
        f"text-{name}": colour
        for name in ("primary", "secondary", "warning", "error", "success", "accent")
        if (colour := fields[name])
    }
    return Theme(**(fields | {"variables": variables | fields["variables"]}))


def is_colourless() -> bool:
    """Whether the user asked for no colour (https://no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def keep_theme(file: Path, name: str) -> None:
    """Write the theme into the settings file, and change nothing else in it.

    Raises `SettingsError` or `ExportError` when that cannot be done.
    """
    from briefing.desk.output import write_file

    by_hand = f'Write theme = "{name}" into {file} yourself.'
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file = file.resolve()  # a linked file is written where it lies
        before = file.read_bytes().decode() if file.exists() else ""
        after = _with_theme(before, name)
        is_right = tomllib.loads(after) == tomllib.loads(before) | {"theme": name}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} cannot be changed: {error}. {by_hand}") from error
    if not is_right:
        raise SettingsError(f"{file} has its theme in a place that is not clear. {by_hand}")
    write_file(file, after.encode())


def _with_theme(words: str, name: str) -> str:
    """The settings with that theme in place of theirs, else on top."""
    table = _TABLE.search(words)
    end = table.start() if table else len(words)
    line = f'theme = "{name}"'
    head, changed = _LINE.subn(lambda _: line, words[:end], count=1)
    return head + words[end:] if changed else f"{line}\n{words}"
