"""Faults: what SQLite and the disk refuse, in words that say what, where and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import StoreError

ELSEWHERE = "or set BRIEFING_DATA_DIR to another folder"

# By the primary error name of SQLite; an extended name (SQLITE_IOERR_WRITE) counts as its primary.
_ADVICE = {
    "SQLITE_BUSY": "is in use by another program. Wait until that one is done, then try again.",
    "SQLITE_LOCKED": "is in use by another program. Wait until that one is done, then try again.",
    "SQLITE_FULL": "cannot grow: the disk is full. Free some space, then try again;"
    " what was stored before is kept.",
    "SQLITE_READONLY": f"cannot be written. Give yourself write permission for it and its folder,"
    f" {ELSEWHERE}.",
    "SQLITE_PERM": f"may not be opened. Give yourself permission for it and its folder,"
    f" {ELSEWHERE}.",
    "SQLITE_CANTOPEN": f"cannot be opened. Check that its folder is there and can be written,"
    f" {ELSEWHERE}.",
    "SQLITE_NOTADB": "is not a briefing store: it holds something else. It was left as it is;"
    f" move it away, {ELSEWHERE}.",
    "SQLITE_CORRUPT": "is damaged. It was left as it is; move it away (a copy may be saved with"
    " `sqlite3 FILE .recover`) and start again, or put a backup in its place.",
    "SQLITE_IOERR": f"cannot be read or written: the disk gives an error. Check the disk,"
    f" {ELSEWHERE}.",
    "SQLITE_NOMEM": "needs more memory than there is. Close other programs, then try again.",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns errors of SQLite inside it into StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """The error in words for the user."""
    name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    advice = _ADVICE.get(name)
    if advice is None:
        return StoreError(f"The store {path} cannot be used: {error}.")
    return StoreError(f"The store {path} {advice} ({error})")


def is_busy(error: sqlite3.Error) -> bool:
    """Whether it failed only because somebody else holds the file at this moment."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
