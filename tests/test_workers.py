import os
import sys
import time
from concurrent.futures import TimeoutError as OutOfTime

import pytest

from briefing.errors import WorkersError
from briefing.workers import Workers


@pytest.fixture(scope="module")
def workers():
    with Workers(1) as pool:
        yield pool


def test_a_task_runs_in_another_process(workers):
    assert workers.submit(os.getpid).result(timeout=30) != os.getpid()


def test_a_task_that_overruns_is_killed_and_the_next_one_runs(workers):
    with pytest.raises(OutOfTime):
        workers.submit(time.sleep, 60, seconds=0.2).result(timeout=30)

    assert workers.submit(len, "next").result(timeout=30) == 4


def test_a_task_that_dies_costs_itself_alone(workers):
    with pytest.raises(Exception, match=r"(?i)abnormal|terminat|exit"):
        workers.submit(os._exit, 3).result(timeout=30)

    assert workers.submit(len, "next").result(timeout=30) == 4


def test_a_task_that_wants_all_memory_fails_alone():
    with Workers(1, memory_mb=600) as small:
        with pytest.raises(MemoryError):
            small.submit(bytearray, 1 << 30).result(timeout=30)

        assert small.submit(len, "next").result(timeout=30) == 4


def test_nothing_starts_before_the_first_task():
    pool = Workers(2)

    assert pool._pool is None
    pool.close()


def test_what_cannot_be_started_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    with Workers(1) as pool, pytest.raises(WorkersError, match="workers = 1"):
        pool.submit(len, "never")


def test_a_process_is_started_only_when_the_others_are_busy():
    with Workers(2) as pool:
        for _ in range(3):
            pool.submit(len, "one after the other").result(timeout=30)
        assert len(pool._pool._workers) == 1

        sleeping = [pool.submit(time.sleep, 60) for _ in range(3)]
        assert len(pool._pool._workers) == 2
        assert not any(each.done() for each in sleeping)


def test_a_running_task_that_is_cancelled_is_killed_and_the_next_one_runs():
    with Workers(1) as pool:
        before = pool.submit(os.getpid).result(timeout=30)
        sleeping = pool.submit(time.sleep, 60)
        while not sleeping.running():
            pass

        assert sleeping.cancel()
        assert pool.submit(os.getpid).result(timeout=30) != before


def test_a_waiting_task_that_is_cancelled_never_runs(tmp_path):
    with Workers(1) as pool:
        sleeping = pool.submit(time.sleep, 60)
        waiting = pool.submit(os.mkdir, str(tmp_path / "made"))

        assert waiting.cancel()
        sleeping.cancel()
        pool.submit(len, "next").result(timeout=30)
    assert not (tmp_path / "made").exists()


def test_what_a_task_raises_is_raised_to_who_asked(workers):
    with pytest.raises(ZeroDivisionError):
        workers.submit(divmod, 1, 0).result(timeout=30)


def test_an_error_that_cannot_travel_is_told_in_words(workers):
    task = "from briefing.errors import UnknownFormat; raise UnknownFormat('pfd', ['pdf'])"

    with pytest.raises(RuntimeError, match="UnknownFormat"):
        workers.submit(exec, task).result(timeout=30)


def test_tasks_that_wait_are_done_before_an_unhurried_close():
    pool = Workers(1)
    answers = [pool.submit(len, "x" * n) for n in range(20)]

    pool.close(at_once=False)

    assert [each.result(timeout=0) for each in answers] == list(range(20))


def test_a_close_at_once_leaves_nobody_waiting():
    pool = Workers(1)
    answers = [pool.submit(time.sleep, 60) for _ in range(3)]

    pool.close()

    assert all(each.done() for each in answers)


def test_large_answers_come_whole(workers):
    assert len(workers.submit(bytes, 30_000_000).result(timeout=30)) == 30_000_000


def test_what_a_task_prints_reaches_nobody(workers):
    workers.submit(exec, "print('unheard', flush=True)").result(timeout=30)

    assert workers.submit(len, "next").result(timeout=30) == 4
