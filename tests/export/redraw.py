"""Writes the golden files anew, to be read as a diff: `python -m tests.export.redraw`."""

from __future__ import annotations

from pathlib import Path

from briefing.export import formats, render
from tests.export.morning import the_morning

GOLDEN = Path(__file__).parent / "golden"


def pages() -> dict[str, bytes]:
    """Every golden file's name and bytes."""
    morning = the_morning()
    # The bytes of a PDF are those of one release of its typesetter on one machine.
    names = (name for name in formats() if name != "pdf")
    full = {f"morning.{name}": render(morning, name) for name in names}
    return full | {"morning-short.txt": render(morning, "txt", short=True)}


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, page in pages().items():
        (GOLDEN / name).write_bytes(page)
