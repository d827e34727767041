"""Logins: of feeds that are not open; from the settings, else from the system's keyring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError, NotFound, SettingsError, SourceError

if TYPE_CHECKING:
    from briefing.gather.credentials import Logins
    from briefing.settings import Settings

EXPOSED = "{file} holds logins and others on this machine can read it. Close it: chmod 600 {file}"


class Typed(NamedTuple):
    """A login that was typed with an address; never printed."""

    place: str
    entries: Mapping[str, str]

    def __repr__(self) -> str:
        return f"Typed({self.place!r}, …)"


def logins_of(settings: Settings) -> Logins:
    """All logins there are; the settings outrank the keyring. Raises `SettingsError`."""
    from briefing.gather import keychain

    kept = keychain.recalled(settings.data_dir)
    written = written_in(settings)
    known = {**kept.known, **written.known}
    return replace(kept, known=known, locked=kept.locked - frozenset(known))


def logins_with(typed: Typed | None) -> Callable[[Settings], Logins]:
    """As `logins_of`, with a login more that the reader has typed."""

    def known(settings: Settings) -> Logins:
        from briefing.gather.credentials import Login

        logins = logins_of(settings)
        return logins.also(typed.place, Login.of(typed.entries, typed.place)) if typed else logins

    return known


def split_login(words: str, settings: Settings) -> tuple[str, Typed | None]:
    """What a reader has typed as an address, without the login in it, and that login.

    None where there is none, or where the settings have one for that server already. Raises
    `SourceError` when it cannot be sent.
    """
    from briefing.gather import credentials

    place, entries = credentials.split_login(words)
    if entries is None or Path(words).expanduser().exists():
        return words, None
    try:
        server = credentials.server_of(place)
        credentials.Login.of(entries, server)
    except BriefingError as error:
        raise SourceError(f"{place} was not added: {error}") from error
    is_written = server in written_in(settings).known
    return place, None if is_written else Typed(server, entries)


def written_in(settings: Settings) -> Logins:
    """The logins of the settings file. Raises `SettingsError`."""
    from briefing.gather.credentials import Logins, logins_in

    try:
        return logins_in(settings.logins) if settings.logins else Logins()
    except SettingsError as error:
        raise SettingsError(f"{settings.file}: {error}") from error


def keep_login(settings: Settings, place: str, entries: Mapping[str, str]) -> str:
    """Put a login into the system's keyring; the place it is kept for.

    Raises `SourceError` where there is no keyring, with what to write into the settings instead.
    """
    from briefing.gather.credentials import place_of
    from briefing.gather.keychain import remember

    place = place_of(place)
    try:
        remember(settings.data_dir, place, entries)
    except SourceError as error:
        raise SourceError(f"{error} {in_settings(settings, place)}") from error
    return place


def drop_login(settings: Settings, place: str) -> str:
    """Take a login out of the keyring; its place. Raises `NotFound` where there is none."""
    from briefing.gather.credentials import place_of
    from briefing.gather.keychain import forget

    place = place_of(place)
    if forget(settings.data_dir, place):
        return place
    if place in written_in(settings).known:
        raise SourceError(f"The login of {place} stands in {settings.file}. Take it out there.")
    raise NotFound("login for", place, "`briefing feed login` keeps one.")


def in_settings(settings: Settings, place: str) -> str:
    """What to write into the settings where there is no keyring."""
    return (
        f"Or write it into {settings.file}, which only you should be able to read:"
        f' [logins."{place}"] and under it user = "…" and password = "…", or token = "…".'
    )


def exposed_words(settings: Settings) -> str:
    """What to say where others can read the logins of the settings; "" where they cannot."""
    return EXPOSED.format(file=settings.file) if settings.is_exposed else ""
