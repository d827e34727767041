"""HTML: the brief as one page that needs nothing else: no script, no font, no picture, no network.

Jinja escapes all that is foreign, and a content security policy forbids what could slip through.
The colours are those of the two paper palettes; the reader's system chooses between them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefing.export.outline import Outline
from briefing.palette import DARK, LIGHT, Palette, palettes

if TYPE_CHECKING:
    from jinja2 import Environment

# The custom properties of the style sheet, each with the colour of a palette it takes.
_PROPERTIES = {
    "page": "background",
    "sheet": "surface",
    "panel": "panel",
    "ink": "foreground",
    "muted": "foreground-muted",
    "accent": "accent",
    "rule": "border-blurred",
    "error": "error",
}


class _FirstCitations:
    """Remembers which sources were cited, so that the list can lead back to the first place."""

    def __init__(self) -> None:
        self._cited: set[int] = set()

    def is_first(self, number: int) -> bool:
        """Whether this is the first time that the number is asked for."""
        is_first = number not in self._cited
        self._cited.add(number)
        return is_first


def write(outline: Outline, chosen: Mapping[str, Palette] | None = None) -> str:
    """The outline as an HTML page; a palette that `chosen` lacks is the shipped one."""
    from markupsafe import Markup

    style = _style(palettes() | dict(chosen or {}))
    return (
        _environment()
        .get_template("brief.html")
        .render(
            brief=outline,
            sources={source.number: source for source in outline.sources},
            citations=_FirstCitations(),
            style=Markup(style),  # noqa: S704 — our own sheet with checked colours
            style_hash=_hash(style),
        )
    )


def _style(colours: Mapping[str, Palette]) -> str:
    sheet = _environment().get_template("brief.css")
    light, dark = colours[LIGHT], colours[DARK]
    return sheet.render(light=_properties(light), dark=_properties(dark)).strip()


def _properties(palette: Palette) -> str:
    return " ".join(f"--{name}: {palette.colour(of)};" for name, of in _PROPERTIES.items())


def _hash(style: str) -> str:
    """The style's own source expression (CSP Level 3), so that no other style is obeyed."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("briefing.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
