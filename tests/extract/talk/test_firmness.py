"""How firm a coming occasion is: certain, tentative, postponed, cancelled, or none at all."""

from __future__ import annotations

import pytest

from briefing.model import Status


def test_what_happens_unless_something_else_does_has_its_day(talks_in):
    (talk,) = talks_in("The programme will expire on Monday unless parliament acts.")

    assert (str(talk.when.first), talk.status) == ("2026-11-23", Status.TENTATIVE)


@pytest.mark.parametrize(
    ("text", "status", "first"),
    [
        ("The talks will resume on Friday.", Status.SCHEDULED, "2026-11-20"),
        ("The talks could resume as early as Friday.", Status.TENTATIVE, "2026-11-20"),
        ("Friday's concert has been cancelled.", Status.CANCELLED, "2026-11-20"),
        (
            "A protest by farmers, called for Sunday, has been cancelled.",
            Status.CANCELLED,
            "2026-11-22",
        ),
        (
            "The strike, due to begin on Thursday, has been called off.",
            Status.CANCELLED,
            "2026-11-19",
        ),
        (
            "The hearing, set for Friday, has been postponed until 2 December.",
            Status.POSTPONED,
            "2026-12-02",
        ),
        (
            "The release is no longer scheduled for December.",
            Status.CANCELLED,
            "2026-12-01",
        ),
    ],
)
def test_how_firm_a_talk_is(talks_in, text, status, first):
    (talk,) = talks_in(text)

    assert (talk.status, str(talk.when.first)) == (status, first)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The outcome of Friday's vote could be pivotal for the port.", Status.SCHEDULED),
        ("Friday's vote could be postponed by a week.", Status.TENTATIVE),
        (
            "Peru is unlikely to agree at a meeting with its neighbours next month.",
            Status.SCHEDULED,
        ),
        ("Ana Ruiz suggested that the envoys could meet on Friday.", Status.TENTATIVE),
    ],
)
def test_a_doubt_counts_where_it_is_about_the_occasion(talks_in, text, status):
    (talk,) = talks_in(text)

    assert talk.status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "A court was forced to postpone a trial by jury scheduled to begin on Monday.",
            "postponed",
        ),
        ("The board decided to postpone the meeting planned for Monday.", "postponed"),
        (
            "A court put off a trial. Another trial by jury is scheduled to begin on Monday.",
            "scheduled",
        ),
    ],
)
def test_what_one_is_forced_to_postpone_is_postponed(talks_in, text, status):
    assert talks_in(text)[-1].status.value == status
