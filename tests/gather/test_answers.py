"""What an answer means for the feed: pauses that grow, the end, and words without jargon."""

from __future__ import annotations

import socket
import ssl
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from briefing.gather.answers import (
    LONGEST_PAUSE,
    LONGEST_WAIT,
    failed,
    failure_words,
    is_due,
    may_be_asked,
    paused,
    refused,
    rested,
    status_words,
)
from briefing.gather.schedule import Schedule
from briefing.model import Feed
from tests.builders import NOON, a_feed

FEED = Feed("https://herald.example/feed")


def test_each_failure_in_a_row_doubles_the_pause():
    once = failed(FEED, "No.", NOON)
    twice = failed(once, "No.", NOON)

    assert twice.next_try - NOON == 2 * (once.next_try - NOON)
    assert failed(replace(FEED, failures=1000), "No.", NOON).next_try == NOON + LONGEST_PAUSE


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("Fri, 20 Nov 2026 12:30:00 GMT", timedelta(minutes=30)),
        ("Wed, 02 Mar 2033 10:00:00 GMT", LONGEST_WAIT),
        ("999999999", LONGEST_WAIT),
    ],
)
def test_the_server_sets_the_time_of_the_next_try(value, wait):
    after = refused(FEED, 429, value, NOON)

    assert after.next_try == NOON + wait
    assert not may_be_asked(after, NOON)
    assert may_be_asked(after, after.next_try)


@pytest.mark.parametrize(
    "value", ["", "soon", "-5", "1.5", "9" * 40, "Mon, 02 Mar 2020 10:00:00 GMT"]
)
def test_a_wait_that_says_no_time_is_a_failure_like_others(value):
    after = refused(FEED, 503, value, NOON)

    assert after.next_try > NOON
    assert may_be_asked(after, NOON)


def test_gone_is_the_end():
    assert not may_be_asked(refused(FEED, 410, "", NOON), NOON)


@pytest.mark.parametrize(
    "status", [300, 400, 401, 403, 404, 410, 418, 429, 451, 500, 503, 599, 999]
)
def test_every_status_has_words_that_say_what_to_do(status):
    words = status_words(status)

    assert str(status) in words
    assert words.endswith(".")


def _caused(cause: Exception) -> Exception:
    error = RuntimeError("outer")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "name is not known"),
        (ConnectionRefusedError(111, "Connection refused"), "refuses the connection"),
        (TimeoutError(), "does not answer in time"),
        (
            ssl.SSLCertVerificationError("certificate verify failed: Hostname mismatch (_ssl.c:1)"),
            "cannot be trusted: hostname mismatch",
        ),
        (ssl.SSLError("wrong version number"), "secure connection"),
        (OSError(101, "Network is unreachable"), "cannot be reached"),
        (ExceptionGroup("many", [ConnectionRefusedError()]), "refuses the connection"),
    ],
)
def test_what_went_wrong_is_told_from_its_cause(cause, words):
    assert words in failure_words(_caused(cause))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": 'Max-Age="600"', "age": "100"}, 500),
        ({"cache-control": "s-maxage=900"}, None),
        ({"cache-control": "no-cache, max-age=600"}, None),
        ({"cache-control": "max-age=99999999"}, 86_400),
        ({"cache-control": "max-age=600", "age": "700"}, None),
        ({"expires": "Fri, 20 Nov 2026 13:00:00 GMT"}, 3600),
        (
            {
                "expires": "Fri, 20 Nov 2026 13:00:00 GMT",
                "date": "Fri, 20 Nov 2026 12:30:00 GMT",
            },
            1800,
        ),
        ({"expires": "0"}, None),
    ],
)
def test_a_good_answer_may_say_how_long_it_is_fresh(headers, seconds):
    feed = rested(a_feed(), headers, NOON)

    assert feed.next_try == (None if seconds is None else NOON + timedelta(seconds=seconds))
    assert is_due(feed, NOON) == (seconds is None)
    assert may_be_asked(feed, NOON)


def test_of_what_feed_and_server_say_the_longer_rest_counts():
    feed = rested(a_feed(), {"cache-control": "max-age=3600"}, NOON)

    def until(minutes: int, feed: Feed = feed) -> datetime | None:
        return paused(replace(feed, schedule=Schedule(minutes).words), NOON).next_try

    assert until(30) == NOON + timedelta(hours=1)
    assert until(90) == NOON + timedelta(minutes=90)
    assert until(999_999, a_feed()) == NOON + timedelta(days=1)
    assert until(0) == NOON + timedelta(hours=1)
