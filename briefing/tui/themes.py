"""Palettes as Textual themes, and the plain one for a terminal that wants no colour."""

from __future__ import annotations

import os
from pathlib import Path

from textual.theme import Theme

from briefing.palette import Palette, palettes

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
