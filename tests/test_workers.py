import os
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


def test_processes_that_are_gone_for_good_are_named_with_what_to_do():
    with Workers(1) as pool:
        pool.submit(len, "first").result(timeout=30)
        pool._pool.stop()

        with pytest.raises(WorkersError, match="workers = 1"):
            pool.submit(len, "never")
