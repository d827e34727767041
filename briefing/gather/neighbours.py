"""Neighbours: which addresses lie in the reader's own network, where a stranger may not lead.

A feed of the web that redirects to a machine at home would make the reader's own computer ask it.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

_LOCAL = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_private(url: str) -> bool:
    """Whether the address names a machine of the reader's own network, as far as its words tell."""
    host = _host(url)
    return host == "localhost" or host.endswith(_LOCAL) or _is_near(host)


async def leads_home(target: str, origin: str) -> bool:
    """Whether `origin`, which lies outside, leads into the reader's own network.

    Names are looked up: a name of the web can be given the number of a machine at home.
    """
    if is_private(origin) or _host(target) == _host(origin):
        return False
    if is_private(target):
        return True
    # Where all names get private numbers, as behind some proxies, they tell nothing.
    return await _is_at_home(_host(target)) and not await _is_at_home(_host(origin))


async def _is_at_home(host: str) -> bool:
    try:
        async with asyncio.timeout(5):
            found = await asyncio.get_running_loop().getaddrinfo(host, 80, type=socket.SOCK_STREAM)
    except (OSError, TimeoutError, UnicodeError):
        return False
    return any(_is_near(str(address[0])) for *_, address in found)


def _is_near(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host.partition("%")[0]).is_global
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
