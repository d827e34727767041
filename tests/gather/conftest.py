"""A web server on this machine whose every answer is set by the test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import settings

# A busy machine must not fail a property; what is too slow has its own test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title>
<link>https://herald.example/</link><item><title>Council meets</title>
<link>https://herald.example/1</link><guid>1</guid></item></channel></rss>"""


@dataclass
class Reply:
    """What the server says to one path."""

    status: int = 200
    body: bytes = RSS
    headers: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None  # called before a word is said
    drips: bool = False  # one byte at a time


class Server:
    """Replies by path, and a record of every request: (path, headers)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.replies: dict[str, Reply] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()  # set when the test is over: nobody hangs longer

    def says(self, path: str, body: bytes = RSS, status: int = 200, **headers: str) -> str:
        """Set the reply to a path; its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = Reply(status, body, named)
        return self.url + path

    def hangs(self, path: str) -> str:
        """Never reply to a path while the test runs; its address."""
        self.replies[path] = Reply(before=self.closing.wait)
        return self.url + path


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs as long as the test."""
    known: list[Server] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            here = known[0]
            here.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            reply = here.replies.get(self.path, Reply(404, b""))
            reply.before()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "content-length" not in {name.lower() for name in reply.headers}:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if not reply.drips:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                if here.closing.wait(0.02):
                    return

        def log_message(self, *words: object) -> None:
            pass

    class Listener(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *words: object) -> None:
            """A client that leaves in the middle is what some tests are about."""

    listener = Listener(("127.0.0.1", 0), Handler)
    known.append(Server(f"http://127.0.0.1:{listener.server_port}"))
    thread = threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield known[0]
    known[0].closing.set()
    listener.shutdown()
    listener.server_close()
    thread.join()
