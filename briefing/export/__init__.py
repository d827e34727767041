"""Exporters: a `Brief` as bytes in one of several formats.

The same brief gives the same bytes. Nothing foreign is passed on as it came: each format escapes
what the outline has cleaned.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import UnknownFormat
from briefing.model import Brief
from briefing.palette import Palette

_FORMATS = ("md", "html", "pdf", "txt", "json", "ics")
MOST_WORDS = 1200


def formats() -> tuple[str, ...]:
    """The names of the formats, which are also their file endings."""
    return _FORMATS


def render(
    brief: Brief,
    name: str,
    *,
    short: bool = False,
    most: int = MOST_WORDS,
    palettes: Mapping[str, Palette] | None = None,
) -> bytes:
    """The brief in that format, told in `most` words or on one screen when short.

    `palettes` colour HTML and PDF; the shipped ones do when none are given. JSON and ICS are for
    machines and always whole. Raises `UnknownFormat`.
    """
    if name == "json":
        from briefing.export import data

        return data.write(brief)
    if name == "ics":
        from briefing.export import ics

        return ics.write(brief)
    if name not in _FORMATS:
        raise UnknownFormat(name, _FORMATS)
    from briefing.export.fit import fit

    outline = fit(brief, short=short, most=most)
    if name == "md":
        from briefing.export import markdown

        return markdown.write(outline).encode()
    if name == "html":
        from briefing.export import html

        return html.write(outline, palettes).encode()
    if name == "pdf":
        from briefing.export import pdf

        return pdf.write(outline, palettes)
    from briefing.export import text

    return text.write(outline).encode()
