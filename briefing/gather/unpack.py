"""The body of an answer, unpacked piece by piece and never larger than allowed.

A gzip bomb makes a thousand bytes of one, and one chunk of it fills the memory: so the unpacking is
told how much it may give out, and only one layer is undone.
"""

from __future__ import annotations

import zlib


class TooLargeError(Exception):
    """The body has more bytes than allowed."""


class Body:
    """Collects the raw chunks of an answer; `bytes()` is what was unpacked of them."""

    def __init__(self, encoding: str, most: int) -> None:
        self._most = most
        self._pieces: list[bytes] = []
        self._size = 0
        name = encoding.rsplit(",", maxsplit=1)[-1].strip().lower()
        self._windows = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}.get(name, ())
        self._unzip = zlib.decompressobj(self._windows[0]) if self._windows else None

    @property
    def is_whole(self) -> bool:
        """Whether the packed stream came to its end; a plain body cannot know."""
        return self._unzip is None or self._unzip.eof

    def __bytes__(self) -> bytes:
        return b"".join(self._pieces)

    def feed(self, chunk: bytes) -> None:
        """The next chunk as it came over the wire; `TooLargeError` when all is too large."""
        if self._unzip is None:
            self._keep(chunk)
            return
        try:
            self._unpack(chunk)
        except zlib.error:
            if self._size:  # a stream that breaks in its middle keeps what it gave
                return
            self._unpack_otherwise(chunk)

    def _unpack(self, chunk: bytes) -> None:
        assert self._unzip is not None
        if not self._unzip.eof:
            self._keep(self._unzip.decompress(chunk, self._most - self._size + 1))

    def _unpack_otherwise(self, chunk: bytes) -> None:
        """Some servers send deflate without its head, others say gzip and send plain text."""
        for window in self._windows[1:]:
            self._unzip = zlib.decompressobj(window)
            try:
                self._unpack(chunk)
            except zlib.error:
                continue
            return
        self._unzip = None
        self._keep(chunk)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._most:
            self._pieces.clear()
            raise TooLargeError
        self._pieces.append(piece)
