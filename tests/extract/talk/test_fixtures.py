"""Matches that a list tells without a verb."""

from __future__ import annotations

import pytest

SATURDAY, SUNDAY = "2026-11-21", "2026-11-22"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saturday: Elma v Torre (3pm)", [("Elma v Torre", SATURDAY, "15:00")]),
        ("Elma v Torre, Saturday 3pm", [("Elma v Torre", SATURDAY, "15:00")]),
        (
            "Hull vs Torre\nRose Park, Hull\nSaturday, 21-11-2026 @02:30pm (Sport 3)\nThey lost.",
            [("Hull vs Torre", SATURDAY, "14:30")],
        ),
        (
            "Saturday: Elma v Torre\nSunday: Hull City vs Leeds",
            [("Elma v Torre", SATURDAY, None), ("Hull City vs Leeds", SUNDAY, None)],
        ),
        (
            (
                "Saturday 21 November\nElma v Torre, 3pm\nHull v Leeds, 5.30pm\n\n"
                "Sunday 22 November\nDerby County v Stoke City, Rose Park (14:00)"
            ),
            [
                ("Elma v Torre", SATURDAY, "15:00"),
                ("Hull v Leeds", SATURDAY, "17:30"),
                ("Derby County v Stoke City", SUNDAY, None),
            ],
        ),
    ],
)
def test_a_line_with_a_day_is_a_match_to_come(talks_in, text, told):
    found = [(talk.what, str(talk.when.first), talk.when.time) for talk in talks_in(text)]

    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "Roe v Wade\nBrown v Board of Education",
        "Saturday: Roe v Wade",
        "The court ruled on Friday.\nRoe v Wade",
        "On Monday, Smith v Jones was heard in the High Court.",
        "R v Smith (2026)\nR v Jones (2025)",
        "Saturday: Elma v Torre 3-1 (3pm)\nSunday: Hull v Leeds, 2-2 (3pm)",
        "Saturday 14 November\nElma v Torre, 3pm\nHull v Leeds, 5.30pm",
        "A show was aired on Friday.\nMotor v Horse\nCat v Dog",
    ],
)
def test_cases_results_and_titles_are_no_fixtures(talks_in, text):
    assert talks_in(text) == ()
