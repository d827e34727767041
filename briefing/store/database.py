"""The database: one file, one connection a thread, every write one transaction.

Write-ahead logging lets any number of readers work while one writes; a writer waits for its turn.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefing.errors import StoreError
from briefing.store import schema
from briefing.store.faults import explained, is_busy
from briefing.text import clean

PATIENCE = 10.0  # seconds to wait for a turn


class Database:
    """A store's file, open for the threads of this process."""

    def __init__(
        self, path: Path, migrations: Path = schema.MIGRATIONS, patience: float = PATIENCE
    ) -> None:
        self.path = path
        self._patience = patience
        self._local = threading.local()
        self._lock = threading.Lock()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._is_closed = False
        schema.check_place(path)
        try:
            with explained(path):
                _patiently(lambda: schema.prepare(self.connection(), path, migrations), patience)
        except BaseException:
            self.close()
            raise

    def connection(self) -> sqlite3.Connection:
        """The connection of this thread, opened when it is first asked for."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None or self._is_closed:
            connection = self._connect()
            self._local.connection = connection
        return connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of a question."""
        with explained(self.path):
            return self.connection().execute(sql, storable(parameters)).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Any | None:
        """The first row of a question; None when there is none."""
        with explained(self.path):
            return self.connection().execute(sql, storable(parameters)).fetchone()

    def number(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """The first value of the first row, a count."""
        row = self.row(sql, parameters)
        return 0 if row is None else int(row[0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: kept when the block ends, undone when it raises; inner ones join it."""
        connection = self.connection()
        with explained(self.path):
            if connection.in_transaction:
                yield connection
                return
            _patiently(lambda: connection.execute("BEGIN IMMEDIATE"), self._patience)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have undone it already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def seeing(self) -> Iterator[None]:
        """Several questions inside it see the store at one moment."""
        connection = self.connection()
        if connection.in_transaction:
            yield
            return
        with explained(self.path):
            connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("COMMIT")

    def close(self) -> None:
        """Closes the connections of all threads."""
        with self._lock:
            self._is_closed = True
            while self._connections:
                self._connections.popitem()[1].close()

    def _connect(self) -> sqlite3.Connection:
        with self._lock:
            if self._is_closed:
                raise StoreError(f"The store {self.path} is closed.")
            with explained(self.path):
                connection = sqlite3.connect(
                    self.path,
                    timeout=self._patience,
                    isolation_level=None,
                    check_same_thread=False,
                    cached_statements=256,
                )
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA synchronous = NORMAL")
            self._forget_ended_threads()
            self._connections[threading.current_thread()] = connection
            return connection

    def _forget_ended_threads(self) -> None:
        for thread in [thread for thread in self._connections if not thread.is_alive()]:
            self._connections.pop(thread).close()


def storable(values: Sequence[Any]) -> Sequence[Any]:
    """The values, with text that SQLite would not give back as it was cleaned, its length kept."""
    if all(_is_storable(value) for value in values):
        return values
    return tuple([value if _is_storable(value) else clean(value) for value in values])


def names(ids: Iterable[str]) -> str:
    """The ids as JSON, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(storable(tuple(ids)))


def _is_storable(value: Any) -> bool:
    """Whether it is no text, or text without NUL, which ends one, and half characters."""
    if not isinstance(value, str):
        return True
    if "\0" in value:
        return False
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _patiently(action: Callable[[], object], patience: float) -> None:
    """Does it again while somebody else is in the way: some changes do not wait by themselves."""
    deadline = time.monotonic() + patience
    while True:
        try:
            action()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
