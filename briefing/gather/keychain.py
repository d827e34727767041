"""Keychain: logins in the system's keyring, by the package `keyring`, which need not be there.

The keyring cannot list what it holds, and may ask the reader to open it. So a file names the places
that have a login in it, and nothing but their names; without that file it is never asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError, SourceError
from briefing.gather.credentials import Login, Logins

FILE = "logins.json"  # in the data folder
SERVICE = "briefing"
INSTALL = "pip install keyring"


def is_there() -> bool:
    """Whether the package is installed; that a keyring answers is another matter."""
    return find_spec("keyring") is not None


def places(folder: Path) -> tuple[str, ...]:
    """The places whose logins the keyring holds, as the file says."""
    try:
        named = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()


def recalled(folder: Path) -> Logins:
    """The logins that the keyring holds; those it does not give are named."""
    named = places(folder)
    if not named:
        return Logins()
    if not is_there():
        why = f"The logins lie in the system's keyring. To ask it: {INSTALL}"
        return Logins(locked=frozenset(named), problem=why)
    known: dict[str, Login] = {}
    problem = ""
    for place in named:
        try:
            words = _asked(lambda keyring, place=place: keyring.get_password(SERVICE, place))
            if words:
                known[place] = Login.of(json.loads(words), place)
        except SourceError as error:
            problem = str(error)
            break  # who does not open it once is not asked for each
        except (SettingsError, TypeError, ValueError):
            problem = f"The login of {place} is spoilt. `briefing feed login` keeps another."
    return Logins(known, frozenset(named) - frozenset(known), problem)


def remember(folder: Path, place: str, entries: Mapping[str, str]) -> None:
    """Keep a login. Raises `SourceError` that says what to do where there is no keyring."""
    Login.of(entries, place)
    words = json.dumps(dict(entries))
    _asked(lambda keyring: keyring.set_password(SERVICE, place, words))
    _name(folder, {*places(folder), place})


def forget(folder: Path, place: str) -> bool:
    """Take a login out of the keyring; whether there was one. Raises `SourceError`."""
    named = places(folder)
    if place not in named:
        return False

    def delete(keyring: Any) -> None:
        if keyring.get_password(SERVICE, place) is not None:
            keyring.delete_password(SERVICE, place)

    _asked(delete)
    _name(folder, {*named} - {place})
    return True


def _asked(question: Any) -> Any:
    """The keyring's answer. Raises `SourceError` when there is none."""
    if not is_there():
        raise SourceError(f"There is no keyring to keep logins in. Install one: {INSTALL}")
    import keyring
    from keyring.errors import KeyringError, KeyringLocked, NoKeyringError

    try:
        return question(keyring)
    except NoKeyringError as error:
        raise SourceError("This system has no keyring that can be used.") from error
    except KeyringLocked as error:
        raise SourceError("The system's keyring is locked. Open it and try again.") from error
    except (KeyringError, OSError, RuntimeError) as error:
        raise SourceError(f"The system's keyring fails ({type(error).__name__}).") from error


def _name(folder: Path, named: set[str]) -> None:
    file = folder / FILE
    if not named:
        file.unlink(missing_ok=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{FILE}.part")
    part.write_text(json.dumps(sorted(named), indent=1), encoding="utf-8")
    part.replace(file)
