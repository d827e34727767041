"""Credentials: the logins of feeds that are not open, and to whom each may be shown.

A login belongs to one server (scheme, host and port) or to one feed on it, and goes nowhere else: a
redirect to another host never sees it. Its words appear in no `repr` and in no message.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import unquote, urlsplit, urlunsplit

from briefing.errors import SettingsError, UsageError

_PORTS = {"http": 80, "https": 443}
_KINDS = (frozenset({"user", "password"}), frozenset({"token"}), frozenset({"header", "value"}))
_KINDS_WORDS = "user and password, or token, or header and value"
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")  # of a header (RFC 9110 §5.6.2)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Headers that say how a request is made, which no login may change.
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection", "upgrade", "te"})
# Without a scheme, "name@host" is a mail address and no login.
_WITH_LOGIN = re.compile(
    r"(?:((?:feed:)?(?:https?:)?//)([^/?#\s]*)|()([^/?#\s]*:[^/?#\s]*))@(?=[^@/?#\s])",
    re.IGNORECASE,
)


class Shown(StrEnum):
    """Whether a server was shown a login."""

    NONE = "none"  # there is none for it
    SENT = "sent"
    LOCKED = "locked"  # there is one, but the keyring did not give it


@dataclass(frozen=True, slots=True, repr=False)
class Login:
    """What to send: one header. Never printed, for it has no `repr` of its own words."""

    header: str
    value: str

    def __repr__(self) -> str:
        return "Login(…)"

    @classmethod
    def of(cls, entries: Mapping[str, str], place: str) -> Login:
        """The login that the entries mean. Raises `SettingsError`, without their words."""
        if frozenset(entries) not in _KINDS:
            raise SettingsError(f"The login of {place} needs {_KINDS_WORDS}.")
        if "token" in entries:
            header, value = "Authorization", f"Bearer {entries['token']}"
        elif "user" in entries:
            pair = f"{entries['user']}:{entries['password']}".encode()
            header, value = "Authorization", f"Basic {b64encode(pair).decode('ascii')}"
        else:
            header, value = entries["header"], entries["value"]
        if not _NAME.fullmatch(header) or header.lower() in _OURS:
            raise SettingsError(f"The login of {place} has a header that cannot be sent.")
        if _CONTROL.search(value) or (":" in entries.get("user", "")):
            raise SettingsError(f"The login of {place} has characters that cannot be sent.")
        return cls(header, value)


@dataclass(frozen=True, slots=True)
class Logins:
    """All logins there are, by the place (see `place_of`) that each belongs to."""

    known: Mapping[str, Login] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()  # places whose login could not be had
    problem: str = ""  # why it could not

    def headers(self, url: str, feed: str) -> dict[bytes, bytes]:
        """What a request to `url` carries when the feed is asked, redirects included."""
        if not self.known or (place := self._place(url, feed)) is None:
            return {}
        login = self.known.get(place)
        return {login.header.encode("ascii"): login.value.encode("utf-8")} if login else {}

    def shown(self, url: str, feed: str) -> Shown:
        """Whether such a request carries a login."""
        place = self._place(url, feed) if self.known or self.locked else None
        if place is None:
            return Shown.NONE
        return Shown.SENT if place in self.known else Shown.LOCKED

    def is_own(self, feed: str) -> bool:
        """Whether the feed has a login of its own, kept under its address."""
        own = _canonical(feed) if self.known else None
        return own is not None and own in self.known and own != _origin(feed)

    def also(self, place: str, login: Login) -> Logins:
        """These and one more, which stands back where there is one already."""
        return replace(self, known={place: login, **self.known})

    def _place(self, url: str, feed: str) -> str | None:
        """The place whose login the request carries: that of the feed, else of the server."""
        origin = _origin(url)
        if origin is None or _host(url) != _host(feed):
            return None
        own = _canonical(feed)
        names = (own if _origin(feed) == origin else None, origin)
        return next((name for name in names if name in self.known or name in self.locked), None)


NO_LOGINS = Logins()


def place_of(name: str) -> str:
    """The one form of what a login is kept for: "https://host:port", or a feed's whole address.

    Without a scheme https is meant. Raises `UsageError` where the words are no such place.
    """
    words = name.strip().removeprefix("feed:").removeprefix("//")
    place = None
    if not _WITH_LOGIN.match(words) and not re.search(r"\s", words):
        place = _canonical(words if "://" in words else f"https://{words}")
    if place is None:
        raise UsageError(
            f"{without_login(name)!r} is neither a host nor the address of a feed: example.org, "
            "https://example.org:8443, https://example.org/feed.xml."
        )
    return place


def logins_in(entries: Mapping[str, Mapping[str, str]]) -> Logins:
    """The logins of the settings. Raises `SettingsError`."""
    known = {}
    for name, login in entries.items():
        try:
            place = place_of(name)
        except UsageError as error:
            raise SettingsError(f"[logins] {error}") from error
        known[place] = Login.of(login, place)
    return Logins(known)


def split_login(place: str) -> tuple[str, dict[str, str] | None]:
    """An address as typed, without the user name and password in it; None where there are none."""
    found = _WITH_LOGIN.match(place.strip())
    if found is None:
        return place, None
    user, _, password = (found[2] or found[4] or "").partition(":")
    scheme = found[1] if found[1] and found[1] != "//" else "https://"
    rest = place.strip()[found.end() :]
    return f"{scheme}{rest}", {"user": unquote(user), "password": unquote(password)}


def without_login(words: str) -> str:
    """An address for people, with nothing in front of its host."""
    return split_login(words)[0]


def server_of(url: str) -> str:
    """The server of an address, as `place_of` writes it; "feed:" is http. Raises `UsageError`."""
    rest = url[5:] if url[:5].lower() == "feed:" else url
    origin = _origin(f"http:{rest}" if rest.startswith("//") else rest)
    if origin is None:
        raise UsageError("Only http and https addresses have a login.")
    return origin


def _canonical(url: str) -> str | None:
    """The address with its host in small letters and no usual port; None when it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    origin = _origin(url)
    if origin is None or "@" in parts.netloc:
        return None
    rest = urlunsplit(("", "", parts.path, parts.query, ""))
    return origin if rest in {"", "/"} else f"{origin}{rest}"


def _origin(url: str) -> str | None:
    """Scheme, host and port: the server that a login belongs to."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host:
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    usual = port is None or port == _PORTS[parts.scheme]
    return f"{parts.scheme}://{host}" if usual else f"{parts.scheme}://{host}:{port}"


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").rstrip(".") or None
    except ValueError:
        return None
