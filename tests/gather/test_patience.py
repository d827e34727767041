"""A bound on the work for one feed, in a process that goes on."""

import re
import time

import pytest

from briefing.gather.patience import OutOfPatience, patience


def for_ever():
    while True:
        pass


def test_work_that_goes_on_and_on_is_broken_off_and_the_process_lives():
    with pytest.raises(OutOfPatience), patience(0.05):
        for_ever()


def test_a_regular_expression_is_broken_off_too():
    with pytest.raises(OutOfPatience), patience(0.05):
        re.match(r"(a+)+$", "a" * 40 + "b")


def test_work_within_the_bound_is_left_alone():
    with patience(5):
        total = sum(range(1000))

    assert total == 499500


def test_the_end_is_not_lost_in_an_object_that_is_being_cleaned_up():
    class Slow:
        def __del__(self):
            until = time.process_time() + 0.2
            while time.process_time() < until:
                pass

    def dropping():
        slow = Slow()
        del slow
        for_ever()

    # An exception in `__del__` would be printed and fail this test as unraisable.
    with pytest.raises(OutOfPatience), patience(0.05):
        dropping()
