"""A real pseudo-terminal with a program in it, read through a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import pyte

KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f"}
# What the emulator does not know and would paint as letters: keyboard protocols, mode requests.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]?[puqmtc]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]* q"
    rb"|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\",
    re.DOTALL,
)


class _Screen(pyte.Screen):
    """The emulator's screen, deaf to the private variants of sequences it takes for others."""

    def select_graphic_rendition(self, *attrs: Any, private: bool = False, **_: Any) -> None:
        if not private:
            super().select_graphic_rendition(*attrs)

    def report_device_status(self, *_: Any, **__: Any) -> None:
        pass

    def report_device_attributes(self, *_: Any, **__: Any) -> None:
        pass


class Terminal:
    """One run of a program; leaving the context ends it."""

    def __init__(
        self, command: Sequence[str], columns: int, rows: int, environ: Mapping[str, str]
    ) -> None:
        self.raw = bytearray()
        self.status: int | None = None
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            known = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            # What a test runner says of its own terminal is not true of this one.
            inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            try:
                os.execvpe(command[0], list(command), {**inherited, **known, **environ})
            finally:
                os._exit(127)
        self._resize(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGTERM)
            self.wait(10)
        os.close(self._handle)

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a user who drags its corner."""
        self._screen.resize(rows, columns)
        self._resize(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def press(self, *keys: str) -> None:
        """Type the keys one by one, reading what comes between them."""
        for key in keys:
            os.write(self._handle, KEYS.get(key, key).encode())
            self._read(0.05)

    def wait_for(self, pattern: str, seconds: float = 30.0) -> None:
        """Read until the screen matches; AssertionError with the screen when it never does."""
        self.wait_until(lambda screen: re.search(pattern, screen) is not None, seconds, pattern)

    def wait_until(
        self, holds: Callable[[str], bool], seconds: float = 30.0, what: str = "the condition"
    ) -> None:
        """Read until the screen's text fulfils the condition."""
        end = time.monotonic() + seconds
        while not holds(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come within {seconds:g} s:\n{self.text}")
            if not self._read(0.05):
                raise AssertionError(f"the program ended before {what}:\n{self.text}")

    def wait(self, seconds: float = 10.0) -> int:
        """Read until the program has ended; its exit status. It is killed when it does not end."""
        end = time.monotonic() + seconds
        while self.status is None:
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                end += 60
        while self._read(0.05):
            pass
        return self.status

    def _resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Read what there is; False at the end of the program's output."""
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if not ready:
            return self.status is None
        try:
            piece = os.read(self._handle, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.raw += piece
        self._stream.feed(_UNKNOWN.sub(b"", piece))
        return bool(piece)
