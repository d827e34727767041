"""Where heavy work runs: spawned processes, each task with a limit, killable one by one.

A task is a top-level function and plain values; its answer is a plain value. A task that overruns,
dies or is cancelled costs itself alone (Pebble replaces the process). The pool starts with its
first task.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Self, TypeVar

from briefing.errors import WorkersError

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")
MEMORY_MB = 3072  # address space of one worker: spaCy's own 1.2 GB of mappings and room to work


class Workers:
    """A small pool of processes; close it, or use it as a context manager."""

    def __init__(self, processes: int = 2, memory_mb: int = MEMORY_MB) -> None:
        self.processes = processes
        self._memory_mb = memory_mb
        self._pool: ProcessPool | None = None

    def submit(
        self, function: Callable[..., T], *values: Any, seconds: float | None = None
    ) -> Future[T]:
        """The answer to come; `TimeoutError` after `seconds`, `ProcessExpired` when it dies.

        Raises `WorkersError` when no process can be started.
        """
        try:
            return self._started().schedule(function, args=values, timeout=seconds)
        except (OSError, RuntimeError, ValueError) as error:
            raise WorkersError(
                f"The processes that read the news cannot be started: {error}. Close other "
                "programs, or set workers = 1 in the settings."
            ) from error

    def close(self, *, at_once: bool = True) -> None:
        """End the processes; what runs is killed, or waited for when not `at_once`."""
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        if at_once:
            pool.stop()
        else:
            pool.close()
        with contextlib.suppress(TimeoutError):
            pool.join(timeout=5)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _started(self) -> ProcessPool:
        if self._pool is None:
            import multiprocessing

            from pebble import ProcessPool

            # Spawned, never forked: the screen's process has threads, and a fork copies its state.
            self._pool = ProcessPool(
                max_workers=self.processes,
                initializer=_limit,
                initargs=(self._memory_mb,),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool


def _limit(memory_mb: int) -> None:
    """Bound this process's memory, leave the terminal to the parent, and yield to the screen."""
    import os
    import signal

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
