"""The calendar behind the words: which day, week, month and season is meant."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.date.sense import (
    Tense,
    a_month,
    a_quarter,
    a_week,
    a_weekend,
    easter,
    moved,
    part_of,
    quarter_near,
    season_near,
    weekday_near,
    year_of_day,
    year_of_month,
)

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("tense", "day"),
    [
        (Tense.PAST, date(2026, 11, 13)),
        (Tense.UNKNOWN, date(2026, 11, 13)),
        (Tense.FUTURE, date(2026, 11, 20)),
        (Tense.PLANNED, date(2026, 11, 20)),
        (Tense.PRESENT, date(2026, 11, 20)),
    ],
)
def test_a_weekday_lies_where_the_tense_points(tense, day):
    assert weekday_near(WEDNESDAY, 4, tense) == day


@pytest.mark.parametrize("tense", list(Tense))
def test_the_publication_day_itself_is_meant_in_every_tense(tense):
    assert weekday_near(WEDNESDAY, 2, tense) == WEDNESDAY


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [
        (2, Tense.FUTURE, 2027),
        (12, Tense.FUTURE, 2026),
        (12, Tense.PAST, 2025),
        (1, Tense.PAST, 2026),
        (2, Tense.PAST, 2026),
        (11, Tense.PAST, 2026),
        (2, Tense.PLANNED, 2027),
        (9, Tense.PLANNED, 2026),
    ],
)
def test_a_month_without_a_year_rolls_over_both_ways(month, tense, year):
    assert year_of_month(WEDNESDAY, month, tense) == year


@pytest.mark.parametrize(
    ("month", "day", "tense", "year"),
    [
        (12, 24, Tense.PAST, 2026),  # so near that the tense of the verb says nothing
        (10, 30, Tense.FUTURE, 2026),
        (6, 1, Tense.PAST, 2026),
        (6, 1, Tense.FUTURE, 2027),
        (1, 4, Tense.UNKNOWN, 2027),
    ],
)
def test_a_day_without_a_year_is_the_nearest_unless_it_is_far(month, day, tense, year):
    assert year_of_day(WEDNESDAY, month, day, tense) == year


def test_a_leap_day_is_looked_for_in_a_leap_year():
    assert year_of_day(date(2027, 12, 1), 2, 29, Tense.FUTURE) == 2028


@pytest.mark.parametrize(
    ("season", "which", "tense", "value"),
    [
        ("FA", -1, Tense.PAST, "2025-FA"),
        ("SU", -1, Tense.PAST, "2026-SU"),
        ("SU", 0, Tense.PAST, "2026-SU"),
        ("SU", 1, Tense.FUTURE, "2027-SU"),
        ("WI", None, Tense.FUTURE, "2026-WI"),
        ("SP", None, Tense.PAST, "2026-SP"),
    ],
)
def test_a_season_is_last_this_or_next(season, which, tense, value):
    assert season_near(WEDNESDAY, season, which, tense).value == value


@pytest.mark.parametrize(
    ("quarter", "tense", "value"),
    [
        (3, Tense.PAST, "2026-Q3"),
        (4, Tense.PAST, "2026-Q4"),  # of a business year: the calendar's ended ten months ago
        (4, Tense.FUTURE, "2026-Q4"),
        (1, Tense.FUTURE, "2027-Q1"),
    ],
)
def test_a_quarter_is_the_one_under_report_or_the_coming_one(quarter, tense, value):
    assert quarter_near(WEDNESDAY, quarter, tense).value == value


def test_weeks_begin_on_monday_and_bear_the_year_of_iso_8601():
    week = a_week(date(2027, 1, 2))

    assert (week.value, week.first, week.last) == (
        "2026-W53",
        date(2026, 12, 28),
        date(2027, 1, 3),
    )
    assert a_weekend(WEDNESDAY).first == date(2026, 11, 21)


def test_months_and_quarters_run_over_the_year():
    assert a_month(2026, 13).value == "2027-01"
    assert a_month(2026, 0).value == "2025-12"
    assert a_quarter(2026, 5).value == "2027-Q1"


def test_the_late_part_of_a_month_keeps_the_value_of_the_month():
    late = part_of(a_month(2026, 11), "late")

    assert (late.value, late.first, late.last) == (
        "2026-11",
        date(2026, 11, 21),
        date(2026, 11, 30),
    )


@pytest.mark.parametrize(
    ("year", "day"),
    [(2025, date(2025, 4, 20)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter_sunday(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (3, "day", date(2026, 2, 3)),
        (1, "month", date(2026, 2, 28)),
        (-1, "year", date(2025, 1, 31)),
        (99999, "century", None),
    ],
)
def test_moving_stays_inside_the_calendar(count, unit, day):
    assert moved(date(2026, 1, 31), count, unit) == day
