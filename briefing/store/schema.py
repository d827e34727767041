"""The schema: numbered SQL scripts that make a store and bring an older one up to date.

The number of the last script run is the file's `user_version`; its `application_id` tells a store
from the database of another program. An older store is copied before it is touched.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import StoreError
from briefing.store.faults import ELSEWHERE

MIGRATIONS = Path(__file__).with_name("migrations")
APPLICATION = 0x42524946  # "BRIF"
HEADER = 100  # bytes that every SQLite file begins with

_CLOSED = (
    "{place} cannot be written, so no store can be kept there."
    f" Give yourself write permission, {ELSEWHERE}."
)


def check_place(path: Path) -> None:
    """Makes the folder of the store; StoreError when there is no writing there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {path.parent} for the store cannot be made: {error.strerror}."
            f" Make it yourself, {ELSEWHERE}."
        ) from error
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise StoreError(_CLOSED.format(place=path.parent))
    if path.is_dir():
        raise StoreError(
            f"{path} is a folder, so no store can be kept there. Move it away, {ELSEWHERE}."
        )
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        raise StoreError(_CLOSED.format(place=path))
    # SQLite takes a file of one byte for an empty one, and would write over it.
    if path.exists() and 0 < path.stat().st_size < HEADER:
        raise StoreError(
            f"{path} is not a briefing store: it holds something else. It was left as it is;"
            f" move it away, {ELSEWHERE}."
        )


def prepare(connection: sqlite3.Connection, path: Path, migrations: Path) -> None:
    """Makes a new store, or checks one that is there and brings it up to date."""
    scripts = sorted(migrations.glob("*.sql"))
    version = _version(connection, path)
    if version == len(scripts):
        return
    if version > len(scripts):
        raise StoreError(
            f"The store {path} was written by a newer briefing (version {version} of the store,"
            f" this one knows {len(scripts)}). Update briefing, {ELSEWHERE}."
        )
    if version == 0:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster.
        version = _version(connection, path)
        if 0 < version < len(scripts):
            back_up(path, version)
        for number, script in list(enumerate(scripts, 1))[version:]:
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(path: Path, version: int) -> Path:
    """Copies the store beside itself as `<name>.v<version>.bak`; an older copy is kept."""
    copy = path.with_name(f"{path.name}.v{version}.bak")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.v{version}.{number}.bak")
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    source, target = sqlite3.connect(path), sqlite3.connect(part)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    return part.replace(copy)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The store's version, 0 for a file that is empty; StoreError when it is no store."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION:
        return int(version)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application or version or tables:
        raise StoreError(
            f"{path} is a database of another program. It was left as it is;"
            f" move it away, {ELSEWHERE}."
        )
    return 0


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, for `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
