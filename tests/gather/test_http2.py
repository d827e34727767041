"""HTTP/2 over a real secure connection: spoken where the server offers it."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.gather.fetch import fetch
from briefing.model import Feed
from tests.builders import NOON
from tests.gather.conftest import RSS
from tests.gather.test_fetch import QUICK

h2_connection = pytest.importorskip("h2.connection")
h2_events = pytest.importorskip("h2.events")

# Made for these tests: a key that protects nothing, for a name that leads to this machine.
PEM = Path(__file__).with_name("localhost.pem")


@asynccontextmanager
async def a_server(*protocols: str):
    """A secure server that speaks HTTP/2 when both sides want it, else HTTP/1.1; what was spoken."""
    spoken: list[str] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        chosen = writer.get_extra_info("ssl_object").selected_alpn_protocol()
        spoken.append(chosen or "nothing")
        await (_answer_2 if chosen == "h2" else _answer_1)(reader, writer)
        writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    context.set_alpn_protocols(list(protocols))
    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    async with server:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed", spoken


async def _answer_1(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(RSS), RSS))
    await writer.drain()


async def _answer_2(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    connection = h2_connection.H2Connection(
        h2_connection.H2Configuration(client_side=False, header_encoding="utf-8")
    )
    connection.initiate_connection()
    writer.write(connection.data_to_send())
    while words := await reader.read(65536):
        for event in connection.receive_data(words):
            if isinstance(event, h2_events.RequestReceived):
                headers = [(":status", "200"), ("etag", '"1"')]
                connection.send_headers(event.stream_id, headers)
                connection.send_data(event.stream_id, RSS, end_stream=True)
        writer.write(connection.data_to_send())


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [(("h2", "http/1.1"), "h2"), (("http/1.1",), "http/1.1")],
)
async def test_http_2_is_spoken_where_the_server_offers_it(monkeypatch, offered, chosen):
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))

    async with a_server(*offered) as (url, spoken):
        (answer,) = [each async for each in fetch([Feed(url)], QUICK, NOON)]

    assert answer.feed.error is None
    assert answer.body == RSS
    assert spoken == [chosen]


async def test_a_certificate_that_nobody_vouches_for_is_refused():
    async with a_server("http/1.1") as (url, spoken):
        (answer,) = [each async for each in fetch([Feed(url)], QUICK, NOON)]

    assert "certificate cannot be trusted" in answer.feed.error
    assert spoken == []
