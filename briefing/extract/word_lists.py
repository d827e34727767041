"""Word lists: the tables of `lexicon/*.toml`, read once, with what the user adds to them.

A file of the same name in the user's folder adds to ours: lists grow, strings of words are joined,
tables are merged, and any other value takes the place of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError

_added: list[Path] = []  # the user's folder, when there is one


def add_lists(folder: Path | None) -> None:
    """Read the word lists with those of that folder; None: ours alone.

    Rules are compiled from the lists once in a process, so the first call decides for all.
    """
    wanted = [folder] if folder is not None and folder.is_dir() else []
    if wanted != _added and not read_list.cache_info().currsize:
        _added[:] = wanted


@lru_cache(maxsize=32)
def read_list(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of one word list by name: "dates", "meetings" …

    Raises `SettingsError` when the user's own file of that name is wrong.
    """
    file = resources.files("briefing.extract") / "lexicon" / f"{name}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    for folder in _added:
        own = folder / f"{name}.toml"
        if own.is_file():
            tables = _joined(tables, _own_tables(own), str(own))
    return tables


def _own_tables(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}. Mend it or move it away.") from error


def _joined(ours: Any, added: Any, place: str) -> Any:
    if isinstance(ours, dict) and isinstance(added, dict):
        new = {key: value for key, value in added.items() if key not in ours}
        return {
            key: _joined(value, added[key], f"{place}: {key}") if key in added else value
            for key, value in ours.items()
        } | new
    if isinstance(ours, list) and isinstance(added, list):
        return [*ours, *added]
    if isinstance(ours, str) and isinstance(added, str):
        return f"{ours} {added}"
    if type(ours) is type(added):
        return added
    raise SettingsError(f"{place} is of another kind than the word list that it adds to.")
