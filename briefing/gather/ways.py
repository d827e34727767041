"""Ways: by which proxies and with which protocols servers are reached on this machine."""

from __future__ import annotations

from importlib.util import find_spec
from urllib.parse import urlsplit
from urllib.request import getproxies


def has_proxy() -> bool:
    """Whether some addresses are asked by way of a proxy."""
    return bool(set(getproxies()) & {"http", "https", "all"})


def proxies() -> dict[str, str]:
    """The proxies in force by scheme, without their logins, and under "not for" who needs none."""
    named = getproxies()
    found: dict[str, str] = {}
    for scheme in ("http", "https", "all"):
        if scheme in named:
            found[scheme] = _shown(named[scheme])
    if found and named.get("no"):
        found["not for"] = named["no"]
    return found


def has_http2() -> bool:
    """Whether HTTP/2 can be spoken: the package h2 is there."""
    return find_spec("h2") is not None


def _shown(proxy: str) -> str:
    """Scheme, host and port of a proxy's address."""
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    except ValueError:
        return "an address that is none"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
