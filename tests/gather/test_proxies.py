"""Secure connections through a real proxy on this machine."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

import pytest

from briefing.gather.fetch import fetch
from briefing.model import Feed
from tests.builders import NOON
from tests.gather.conftest import RSS
from tests.gather.test_fetch import QUICK
from tests.gather.test_http2 import PEM, a_server


@asynccontextmanager
async def a_proxy(asked: list[bytes]):
    """A proxy that makes tunnels; the head of every request to it is kept."""

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65536):
            writer.write(piece)
        writer.close()

    async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head)
        host, _, port = head.split(b" ")[1].decode().rpartition(":")
        there, away = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(carry(reader, away), carry(there, writer))

    server = await asyncio.start_server(tunnel, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize("is_excepted", [False, True])
async def test_a_secure_feed_is_asked_through_the_proxy_unless_it_is_excepted(
    monkeypatch, is_excepted
):
    asked: list[bytes] = []
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))

    async with a_server("http/1.1") as (url, spoken), a_proxy(asked) as proxy:
        monkeypatch.setenv("https_proxy", f"http://me:pw@{proxy}")
        monkeypatch.setenv("no_proxy", "127.0.0.1" if is_excepted else "other.example")
        (answer,) = [each async for each in fetch([Feed(url)], QUICK, NOON)]

    assert answer.feed.error is None
    assert answer.body == RSS
    assert spoken == ["http/1.1"]
    assert len(asked) == (0 if is_excepted else 1)
    assert all(b"Proxy-Authorization: Basic bWU6cHc=" in head for head in asked)


async def test_a_proxy_that_refuses_is_named_without_its_login(monkeypatch):
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        monkeypatch.setenv("https_proxy", f"http://me:s3cret@127.0.0.1:{port}")
        monkeypatch.delenv("no_proxy", raising=False)
        feed = Feed("https://herald.example/feed")
        (answer,) = [each async for each in fetch([feed], QUICK, NOON)]

    assert answer.feed.error == "The proxy refuses the connection. Check the proxy settings."
