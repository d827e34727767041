"""PDF: the brief on A4 pages with bookmarks and links, tagged so that it can be read aloud.

Typst sets it; the whole outline goes in as one JSON value, so that nothing foreign is markup. Its
own fonts are used first, those of the system where they lack a script; so the bytes are the same
for the same brief on one machine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from importlib import resources
from typing import Any

from briefing.export.outline import Outline
from briefing.palette import LIGHT, Palette, palettes

# The colours of the template, each with the colour of a palette it takes.
_COLOURS = {
    "ink": "foreground",
    "muted": "foreground-muted",
    "accent": "accent",
    "panel": "panel",
    "rule": "border-blurred",
    "error": "error",
}


def write(outline: Outline, chosen: Mapping[str, Palette] | None = None) -> bytes:
    """The outline as PDF, in the colours of the light paper palette."""
    import typst

    template = resources.files("briefing.export") / "templates" / "brief.typ"
    palette = (palettes() | dict(chosen or {}))[LIGHT]
    pages = typst.compile(
        template.read_bytes(),
        format="pdf",
        sys_inputs={"brief": json.dumps(_values(outline, palette), default=_words)},
        timestamp=datetime.combine(outline.day, time(), UTC),
    )
    assert isinstance(pages, bytes)
    return pages


def _values(outline: Outline, palette: Palette) -> dict[str, Any]:
    """What the template reads; a meeting's line is told there in its parts."""
    values = asdict(outline)
    day = outline.day
    values["made"] = {"year": day.year, "month": day.month, "day": day.day}
    values["colours"] = {name: palette.colour(of) for name, of in _COLOURS.items()}
    for days, told in zip(values["week"], outline.week, strict=True):
        for meeting, known in zip(days["meetings"], told.meetings, strict=True):
            meeting["around"] = known.around
    for story, shown in zip(values["stories"], outline.stories, strict=True):
        if shown.next is not None:
            story["next"]["around"] = shown.next.around
    return values


def _words(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
