"""Where heavy work runs: other processes, each task with a limit, killable one by one.

A task is a top-level function and plain values; its answer is a plain value. A task that overruns,
dies or is cancelled costs itself alone: its process is killed and a new one started. A process is
started when a task finds none that is free, until there are as many as allowed. They are started
afresh and not forked, for the screen's process has threads and a fork copies their state; and not
by `multiprocessing` either, whose start takes twice as long as all that parsing a feed needs.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self, TypeVar

from briefing.errors import WorkersError
from briefing.worker import hand_over, taken

T = TypeVar("T")
MEMORY_MB = 3072  # address space of one worker: spaCy's own 1.2 GB of mappings and room to work
PIPE = 1 << 20  # bytes that a pipe may hold: what passes at once needs no waiting
# Memory that a task has left is kept for the next one; to ask the system for it anew takes time.
_THRIFT = {"MALLOC_TRIM_THRESHOLD_": str(64 << 20), "MALLOC_MMAP_THRESHOLD_": str(32 << 20)}


class ProcessExpired(RuntimeError):
    """The process ended while it was at the task."""


class Workers:
    """A small pool of processes; close it, or use it as a context manager."""

    def __init__(self, processes: int = 2, memory_mb: int = MEMORY_MB) -> None:
        self.processes = processes
        self._memory_mb = memory_mb
        self._pool: _Pool | None = None

    def submit(
        self, function: Callable[..., T], *values: Any, seconds: float | None = None
    ) -> Future[T]:
        """The answer to come; `TimeoutError` after `seconds`, `ProcessExpired` when it dies.

        Cancelling it while it runs kills the process. Raises `WorkersError` when no process can be
        started.
        """
        if self._pool is None:
            self._pool = _Pool(self.processes, self._memory_mb)
        task = _Task(pickle.dumps((function, values), pickle.HIGHEST_PROTOCOL), seconds)
        self._pool.take(task)
        return task

    def close(self, *, at_once: bool = True) -> None:
        """End the processes; what runs is killed, or waited for when not `at_once`."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.close(at_once=at_once)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Task(Future[Any]):
    """A packed task and its answer to come."""

    def __init__(self, packed: bytes, seconds: float | None) -> None:
        super().__init__()
        self.packed = packed
        self.seconds = seconds
        self.worker: _Worker | None = None  # that is at it

    def cancel(self) -> bool:
        """Take the task back; when it runs already, its process is killed."""
        if super().cancel():
            return True
        worker = self.worker
        return worker is not None and worker.stop(self, CancelledError())


class _Pool:
    """The workers of one time between the first task and the close."""

    def __init__(self, most: int, memory_mb: int) -> None:
        self._most = most
        self._memory_mb = memory_mb
        self._lock = threading.Lock()
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._open = 0  # tasks that wait or run
        self._workers: list[_Worker] = []

    def take(self, task: _Task) -> None:
        """Put the task in line, with one worker more when all are busy and there may be more."""
        with self._lock:
            if self._open >= len(self._workers) < self._most:
                worker = _Worker(self._memory_mb, self._tasks, self._finished)
                worker.start()
                self._workers.append(worker)
            self._open += 1
        self._tasks.put(task)

    def close(self, *, at_once: bool) -> None:
        """End every worker."""
        if at_once:
            while not self._tasks.empty():
                if (task := self._tasks.get()) is not None:
                    task.cancel()
        for _ in self._workers:
            self._tasks.put(None)
        for worker in self._workers:
            worker.end(at_once=at_once)

    def _finished(self) -> None:
        with self._lock:
            self._open -= 1


class _Worker:
    """One process at a time, and the thread that hands it tasks."""

    def __init__(
        self, memory_mb: int, tasks: SimpleQueue[_Task | None], finished: Callable[[], None]
    ) -> None:
        self._memory_mb = memory_mb
        self._tasks = tasks
        self._finished = finished
        self._lock = threading.Lock()
        self._task: _Task | None = None  # what the process is at
        self._fault: BaseException | None = None  # why the process was killed
        self._is_ending = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Start the process and the thread. Raises `WorkersError`."""
        self._process = self._started()
        self._thread.start()

    def stop(self, task: _Task, fault: BaseException) -> bool:
        """Kill the process if it is still at that task, which then ends with that fault."""
        with self._lock:
            if self._task is not task or self._fault is not None:
                return False
            self._fault = fault
            self._kill()
        return True

    def end(self, *, at_once: bool) -> None:
        """Let no more tasks be done after the one that runs, or kill that too."""
        if at_once:
            with self._lock:
                self._is_ending = True
                self._fault = self._fault or CancelledError()
                self._kill()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            if task.set_running_or_notify_cancel():
                self._do(task)
            else:
                self._finished()
        self._leave()

    def _do(self, task: _Task) -> None:
        try:
            is_good, value = self._answer(task)
        except BaseException as error:  # noqa: BLE001 — it belongs to who asked
            is_good, value = False, error
        # Who has the answer may ask at once again, and finds a worker that is free.
        self._finished()
        if is_good:
            task.set_result(value)
        else:
            task.set_exception(value)

    def _answer(self, task: _Task) -> tuple[bool, Any]:
        """What the process says to the task; an error when it does not come to say anything."""
        process = self._process = self._process or self._started()
        with self._lock:
            if self._is_ending:
                raise CancelledError
            self._task, self._fault, task.worker = task, None, self
        with self._limited(task):
            packed = _asked(process, task.packed)
        with self._lock:
            self._task = task.worker = None
            fault = self._fault
        if fault is not None or packed is None:
            process.kill()
            self._leave()
            raise fault or ProcessExpired(f"The process ended with exit code {process.returncode}.")
        is_good, value = pickle.loads(packed)  # noqa: S301 — a process of our own packed it
        return is_good, value

    @contextlib.contextmanager
    def _limited(self, task: _Task) -> Iterator[None]:
        """Stop the task when its time is over."""
        if task.seconds is None:
            yield
            return
        clock = threading.Timer(task.seconds, self.stop, (task, TimeoutError()))
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603
                _command(self._memory_mb),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pipesize=PIPE,
                env=_THRIFT | os.environ,
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise WorkersError(
                f"The processes that read the news cannot be started: {error}. Close other "
                "programs, or set workers = 1 in the settings."
            ) from error

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _leave(self) -> None:
        """Let go of the process, which ends when nobody speaks to it."""
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _asked(process: subprocess.Popen[bytes], packed: bytes) -> bytes | None:
    """The packed answer of the process; None when it has ended."""
    tasks, answers = process.stdin, process.stdout
    assert tasks is not None
    assert answers is not None
    try:
        hand_over(tasks, packed)
        return taken(answers)
    except OSError:
        return None


def _command(memory_mb: int) -> list[str]:
    """What starts a worker that finds the same modules as this process."""
    code = (
        "import sys; sys.path[:] = sys.argv[1:]; "
        f"from briefing.worker import serve; serve({memory_mb})"
    )
    return [sys.executable, "-c", code, *(place or str(Path.cwd()) for place in sys.path)]
