"""Patience: a bound on the CPU time that one piece of work in a process may take.

Cheaper than killing the process: the work is broken off and the process goes on with the next one.
It reaches whatever runs Python or a regular expression; for the rest the process can be killed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfPatience(BaseException):  # no library's `except Exception` may swallow it
    """The work took longer than allowed."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise `OutOfPatience` inside once that many seconds of CPU are used.

    Does nothing outside the main thread and where there are no such signals (Windows).
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _run_out)
    # Again every tenth of a second: where it is raised, it may be swallowed once.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _run_out(_signal: int, frame: FrameType | None) -> None:
    if not _is_finalising(frame):
        raise OutOfPatience


def _is_finalising(frame: FrameType | None) -> bool:
    """Whether an object is being cleaned up: raised there, the end would be printed and lost."""
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
