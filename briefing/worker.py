"""A worker: the process that does what `Workers` hands it, one task after the other.

Tasks come in by its standard input and answers go out by its standard output, each as its length
and a pickle. It loads nothing but what its tasks need, and ends when its parent does.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
from typing import IO

HEAD = 8  # bytes that say how long the pickle behind them is


def serve(memory_mb: int) -> None:
    """Do tasks until there are no more."""
    with os.fdopen(os.dup(0), "rb") as tasks, os.fdopen(os.dup(1), "wb") as answers:
        _limit(memory_mb)
        while (packed := taken(tasks)) is not None:
            hand_over(answers, _done(packed))


def taken(pipe: IO[bytes]) -> bytes | None:
    """The next pickle in the pipe; None when the other end is closed."""
    head = pipe.read(HEAD)
    if len(head) < HEAD:
        return None
    size = int.from_bytes(head, "little")
    packed = pipe.read(size)
    return packed if len(packed) == size else None


def hand_over(pipe: IO[bytes], packed: bytes) -> None:
    """Put a pickle into the pipe."""
    pipe.write(len(packed).to_bytes(HEAD, "little"))
    pipe.write(packed)
    pipe.flush()


def _done(packed: bytes) -> bytes:
    """The answer to a task: whether it went well, and its value or error."""
    try:
        function, values = pickle.loads(packed)  # noqa: S301 — our own parent packed it
        return pickle.dumps((True, function(*values)), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 — a task that fails must not end the process
        return _packed_error(error)


def _packed_error(error: BaseException) -> bytes:
    """The error as a value; one that cannot travel is told in words."""
    try:
        packed = pickle.dumps((False, error))
        pickle.loads(packed)  # noqa: S301
    except Exception:  # noqa: BLE001 — whatever a foreign exception does when it is packed
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def _limit(memory_mb: int) -> None:
    """Bound this process's memory, leave the terminal to the parent, and yield to the screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A library's warning must not be written across the screen; errors travel as exceptions.
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        limit = memory_mb << 20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)
