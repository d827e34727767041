"""Dates of feeds: right, or none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather import dates
from briefing.gather.dates import UNKNOWN, parse_date

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 3, 2)


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Mon, 02 Mar 2026 10:00:00 GMT", at(10)),
        ("Mon, 02 Mar 2026 10:00:00 +0530", at(4, 30)),
        ("2026-03-02T10:00:00+0530", at(4, 30)),
        ("2026-03-02T10:00:00-05:00", at(15)),
        ("2026-03-02T10:00:00.123456789Z", at(10)),
        ("2026-03-02 10:00:00", at(10)),
        ("2026/3/2 10:00:00", at(10)),
        ("20260302T100000Z", at(10)),
        ("1772445600", at(10)),
        ("1772445600000", at(10)),
        ("Mon, 02 Mar 2026 10:00:00 BST", at(9)),
        ("Mon, 02 Mar 2026 10:00:00 CEST", at(8)),
        ("Mon, 02 Mar 2026 10:00:00 IST", at(4, 30)),
        ("Mon, 02 Mar 2026 10:00:00 EST", at(15)),
        ("Mon, 02 Mar 2026 10:00:00 PST", at(18)),
        ("Mon, 02 Mar 2026 10:00:00 AEST", at(0)),
        ("2026-03-02 10:00:00 America/New_York", at(15)),
        ("Mon Mar 02 2026 10:00:00 GMT+0100 (Central European Time)", at(9)),
        ("Mon Mar  2 10:00:00 EST 2026", at(15)),
        ("Mon, 02 Mar 2026 10:00:00", at(10)),
        ("Mon, 02 Mar 26 10:00:00 GMT", at(10)),
        ("Fri, 02 Mar 2026 10:00:00 GMT", at(10)),
        ("March 2, 2026 at 10 AM EST", at(15)),
        ("Mon, 2 Mar 2026 3:05 PM", at(15, 5)),
        ("Mon, 02 Mar 2026 24:00:00 GMT", at(0, day=3)),
        ("02.03.2026 10:00", at(10)),
        ("Seg, 02 Mar 2026 19:42:00 -0300", at(22, 42)),
        ("lundi 2 mars 2026 10:00", at(10)),
        ("Mo, 02 Mär 2026 10:00:00 +0100", at(9)),
        ("Пн, 02 мар 2026 10:00:00 +0300", at(7)),
        ("2 de marzo de 2026, 10:00", at(10)),
        ("2026年3月2日 10:00", at(10)),
    ],
)
def test_a_date_with_a_time_is_a_moment_and_the_day_where_it_was_written(words, moment):
    assert parse_date(words, NOW) == (moment, DAY, True)


@pytest.mark.parametrize(
    "words",
    [
        "2026-03-02",
        "2026/3/2",
        "20260302",
        "2026-W10-1",
        "2026-061",
        "March 2nd, 2026",
        "2. März 2026",
        "2026. március 2.",
        "02-Mar-2026",
    ],
)
def test_a_date_without_a_time_is_midnight_of_its_day(words):
    assert parse_date(words, NOW) == (at(0), DAY, False)


def test_the_day_is_that_of_the_place_and_not_of_utc():
    found = parse_date("Mon, 02 Mar 2026 01:00:00 +0900", NOW)

    assert found.day == DAY
    assert found.moment == at(16, day=1)


@pytest.mark.parametrize(
    "words",
    [
        "", "yesterday-ish", "2026", "2026-03", "Mar 2026", "2026-W10", "03/02/2026 10:00 AM",
        "0000-00-00T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000", "-0044-03-15T00:00:00Z",
        "10000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "Thu, 01 Jan 1970 00:00:00 GMT",
        "Tue, 31 Feb 2026 10:00:00 GMT", "Mon, 02 Mar 2026 10:00:00 +9900", "2026-13-01",
        "Mon, 02 Mar 2026 25:00:00 GMT", "1" * 100_000, "2 listopada 2026",
    ],
)  # fmt: skip
def test_what_names_no_sure_day_is_unknown(words):
    assert parse_date(words, NOW) == UNKNOWN


def test_a_date_that_lies_ahead_is_no_publication():
    assert parse_date("2027-03-02", NOW) == UNKNOWN
    assert parse_date((NOW + timedelta(hours=5)).isoformat(), NOW).has_time


@given(
    st.text(max_size=60)
    | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}[T ]\d+:\d+(:\d+)? ?\S{0,6}")
)
def test_no_words_break_it(words):
    found = parse_date(words, NOW)

    if found.moment is None:
        assert found == UNKNOWN
    else:
        assert found.moment.utcoffset() == timedelta()
        assert datetime(1990, 1, 1, tzinfo=UTC) <= found.moment <= NOW + timedelta(days=1)
        assert abs((found.moment.date() - found.day).days) <= 1


@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2026, 11, 19)),  # noqa: DTZ001
    st.sampled_from(["+0000", "+0530", "-0800", "+1400"]),
    st.sampled_from(
        ["%a, %d %b %Y %H:%M:%S ", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M:%S ", "%d %B %Y %H:%M:%S "]
    ),
)
def test_what_a_date_is_written_as_is_what_is_read(moment, zone, pattern):
    found = parse_date(moment.strftime(pattern) + zone, NOW)

    assert found.day == moment.date()
    assert found.moment == datetime.strptime(
        f"{moment:%Y-%m-%d %H:%M:%S} {zone}", "%Y-%m-%d %H:%M:%S %z"
    )


_FIGURES = st.integers(0, 99).map("{:02}".format)
_NAMES = st.sampled_from("Jan Feb Mar May Jun Sep Dec Mai Okt jan".split())
_OFFSETS = st.sampled_from(
    ["Z", "+00:00", "-03:30", "+14:00", "+14:30", "-13:59", "+0530", "GMT", "-0000", "+9900", ""]
)


@given(
    year=st.sampled_from(["0000", "1989", "1990", "2024", "2025", "2026", "9999"]),
    month=_FIGURES,
    name=_NAMES,
    day=_FIGURES,
    clock=st.tuples(_FIGURES, _FIGURES, _FIGURES).map(":".join),
    fraction=st.sampled_from(["", ".5", ".123456"]),
    offset=_OFFSETS,
)
def test_a_date_in_a_usual_form_is_what_the_general_way_makes_of_it(
    year, month, name, day, clock, fraction, offset
):
    for words in (
        f"{year}-{month}-{day}T{clock}{fraction}{offset}",
        f"Sun, {day} {name} {year} {clock} {offset}",
        f"{day} {name} {year} {clock} {offset}",
    ):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(dates, "_usual", lambda _: None)
            generally = parse_date(words, NOW)

        assert parse_date(words, NOW) == generally
