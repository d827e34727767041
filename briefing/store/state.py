"""State: small words the program keeps for itself between two runs."""

from __future__ import annotations

from briefing.store.database import Database


class StateTable:
    """A key and its value, both text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The value set last; None when there is none."""
        row = self._database.row("SELECT value FROM state WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def set(self, key: str, value: str | None) -> None:
        """Keeps the value; None takes the key away."""
        with self._database.writing() as connection:
            if value is None:
                connection.execute("DELETE FROM state WHERE key = ?", (key,))
            else:
                connection.execute(
                    "INSERT INTO state VALUES (?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (key, value),
                )
