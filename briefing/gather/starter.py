"""Starter: feeds of world news for a reader who has none yet; the list is `starter.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from briefing.model import Feed


def starter_feeds() -> tuple[Feed, ...]:
    """The feeds to choose from, each with title and tags."""
    words = files("briefing.gather").joinpath("starter.toml").read_text(encoding="utf-8")
    return tuple(
        Feed(entry["url"], entry["title"], tags=tuple(entry["tags"]))
        for entry in tomllib.loads(words)["feed"]
    )
