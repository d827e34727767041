"""Word lists: the tables of `lexicon/*.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache(maxsize=32)
def read_list(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of one word list by name: "dates", "meetings" …"""
    file = resources.files("briefing.extract") / "lexicon" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
