"""A keyring in a file, for a program that tests start; it is named to it by an environment variable."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class FileKeyring(KeyringBackend):
    """The words lie in the file that `TEST_KEYRING` names; it is locked while that is "locked"."""

    priority = 1.0  # type: ignore[assignment]

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._read(), f"{service} {username}": password})

    def get_password(self, service: str, username: str) -> str | None:
        found: str | None = self._read().get(f"{service} {username}")
        return found

    def delete_password(self, service: str, username: str) -> None:
        left = self._read()
        del left[f"{service} {username}"]
        self._write(left)

    def _read(self) -> dict[str, str]:
        place = os.environ["TEST_KEYRING"]
        if place == "locked":
            raise KeyringLocked
        file = Path(place)
        found: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
        return found

    def _write(self, words: dict[str, str]) -> None:
        Path(os.environ["TEST_KEYRING"]).write_text(json.dumps(words))
