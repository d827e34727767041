"""Two days of one clause: a stretch, or one occasion each."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The committee will meet on Friday and Tuesday.", [("2026-11-20", None), ("2026-11-24", None)]),
        ("The hearing will take place on December 8 and 10.", [("2026-12-08", None), ("2026-12-10", None)]),
        ("The talks will be held on 8 and 10 December.", [("2026-12-08", None), ("2026-12-10", None)]),
        ("The band will perform on December 4 in Leeds and on December 6 in Hull.",
         [("2026-12-04", "Leeds"), ("2026-12-06", "Hull")]),
        ("The band will perform on Friday in Leeds and Saturday in Hull.",
         [("2026-11-20", "Leeds"), ("2026-11-21", "Hull")]),
        ("The choir will perform at the Rose Hall on November 29 and December 1.",
         [("2026-11-29", "Rose Hall"), ("2026-12-01", "Rose Hall")]),
        ("Hearings will be held on Monday, Wednesday and Friday.",
         [("2026-11-23", None), ("2026-11-25", None), ("2026-11-27", None)]),
    ],
)  # fmt: skip
def test_days_apart_are_one_occasion_each_with_its_own_place(talks_in, text, told):
    assert [(str(talk.when.first), talk.where) for talk in talks_in(text)] == told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The committee will hold hearings on December 8 and 9.", "2026-12-09"),
        ("The talks will run between December 8 and 10.", "2026-12-10"),
        ("The trial will begin between Nov. 30 and Dec. 4.", "2026-12-04"),
        ("The committee will meet on Friday, and Monday is a holiday.", "2026-11-20"),
        ("Ministers will meet on Friday ahead of Monday and its tariffs.", "2026-11-20"),
    ],
)
def test_neighbouring_days_a_stretch_and_another_clause_are_one_occasion(talks_in, text, last):
    (talk,) = talks_in(text)

    assert str(talk.when.last) == last


def test_a_day_told_by_its_number_is_shown_with_its_month(talks_in):
    _, talk = talks_in("The hearing will take place on December 8 and 10.")

    assert talk.when.words == "December 8 and 10"


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("The market will be held from 12-6 PM on December 5.", "12-6 PM on December 5", "12:00"),
        ("The market will be held from 10-4 p.m. on Friday.", "10-4 p.m. on Friday", "10:00"),
        ("The council will meet from 9:30 to 11 a.m. on Friday.", "9:30 to 11 a.m. on Friday", "09:30"),
        ("The council will meet between 6 and 8 p.m. on Friday.", "6 and 8 p.m. on Friday", "18:00"),
        ("The fair will run 10 a.m. to 4 p.m. on Saturday.", "10 a.m. to 4 p.m. on Saturday", "10:00"),
        ("The council will meet from 19:00 to 21:00 on Friday.", "19:00 to 21:00 on Friday", "19:00"),
    ],
)  # fmt: skip
def test_an_occasion_of_some_hours_begins_at_the_first(talks_in, text, words, time):
    (talk,) = talks_in(text)

    assert (talk.when.words, talk.when.time) == (words, time)
