"""When a feed says that it wishes to be asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.schedule import LONGEST_REST, Schedule, schedule_in, schedule_of
from tests.builders import NOON

SCHEDULES = st.builds(
    Schedule,
    st.integers(0, 10**6),
    st.frozensets(st.integers(0, 23), max_size=23),
    st.frozensets(st.integers(0, 6), max_size=6),
)


def a_head(words: str) -> str:
    return f"<rss><channel><title>H</title>{words}<item><title>T</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("", Schedule()),
        ("<ttl> 90 </ttl>", Schedule(90)),
        ("<ttl>soon</ttl>", Schedule()),
        ("<sy:updatePeriod>\n hourly\n</sy:updatePeriod>", Schedule(60)),
        (
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            Schedule(360),
        ),
        (
            "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
            Schedule(1440),
        ),
        (
            "<skipHours><hour>0</hour> <hour> 23 </hour><hour>24</hour></skipHours>",
            Schedule(hours=frozenset({0, 23})),
        ),
        (
            "<skipDays>\n<day>Saturday</day><day>SUNDAY</day><day>Someday</day></skipDays>",
            Schedule(days=frozenset({5, 6})),
        ),
        (f"<skipHours>{'<hour>1</hour>' * 400}</skipHours>", Schedule()),
        (
            f"<skipHours>{''.join(f'<hour>{n}</hour>' for n in range(24))}</skipHours><ttl>5</ttl>",
            Schedule(5),
        ),
    ],
)
def test_the_head_of_a_feed_says_when_it_is_asked(words, schedule):
    assert schedule_in(a_head(words)) == schedule
    assert schedule_of(schedule.words) == schedule


def test_what_entries_say_is_not_the_feeds_schedule():
    assert schedule_in("<rss><channel><item><ttl>5</ttl></item></channel></rss>") == Schedule()


@pytest.mark.parametrize(
    ("schedule", "until"),
    [
        (Schedule(), NOON),
        (Schedule(30), NOON + timedelta(minutes=30)),
        (Schedule(10**6), NOON + LONGEST_REST),
        (Schedule(hours=frozenset({12, 13})), NOON.replace(hour=14)),
        (Schedule(90, hours=frozenset({13})), NOON.replace(hour=14)),
        (Schedule(days=frozenset({4, 5, 6})), datetime(2026, 11, 23, tzinfo=UTC)),
        (
            Schedule(hours=frozenset({0, 1}), days=frozenset({4})),
            datetime(2026, 11, 21, 2, tzinfo=UTC),
        ),
    ],
)
def test_the_next_moment_is_the_first_that_the_feed_does_not_exclude(schedule, until):
    assert schedule.after(NOON) == until
    assert schedule.after(NOON.astimezone(timezone(timedelta(hours=-9)))) == until


@given(SCHEDULES, st.integers(0, 10**9))
def test_no_feed_rests_for_longer_than_a_week_and_a_day(schedule, seconds):
    now = NOON + timedelta(seconds=seconds)

    until = schedule.after(now)

    assert now <= until <= now + timedelta(days=8)
    assert until.weekday() not in schedule.days
    assert until.hour not in schedule.hours
    assert schedule_of(schedule.words) == schedule


@given(st.text(st.sampled_from("<>/ skipHoursDaytlmon0123\n"), max_size=300))
def test_any_head_is_read(words):
    schedule_in(a_head(words))
