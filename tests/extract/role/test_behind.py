"""What stands behind a name: in brackets, behind an age or a dash, in a clause of its own."""

from __future__ import annotations

import pytest

CHAIRS = ("chairs the Senate Budget Committee", "Senate Budget Committee")


@pytest.mark.parametrize(
    ("sentence", "title", "affiliation"),
    [
        ("Laura Berg (president of Microsoft) left.", "president of Microsoft", "Microsoft"),
        ("Laura Berg - the head of Microsoft - left.", "head of Microsoft", "Microsoft"),
        ("They met Laura Berg who was a nurse.", "nurse", None),
        ("Laura Berg, the UN envoy on climate change, left.", "UN envoy on climate change", "UN"),
        (
            "Laura Berg, the Fire and Rescue Service’s chief, left.",
            "chief",
            "Fire and Rescue Service",
        ),
        ("Laura Berg, a French activist and women’s lawyer, left.", "French activist", "French"),
        ("Laura Berg, aged 43, a nurse from Boston, left.", "nurse", None),
        ("Laura Berg, who chairs the Senate Budget Committee, left.", *CHAIRS),
        ("Laura Berg, who now leads the opposition, left.", "leads the opposition", "opposition"),
    ],
)
def test_a_role_is_read_behind_the_name(roles_in, sentence, title, affiliation):
    assert roles_in(sentence)["Laura Berg"] == [(title, affiliation)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Laura Berg (52) left.",
        "Laura Berg (president of Microsoft since May) left.",
        "Laura Berg, who leads the Premier League with ten goals, left.",
        "Laura Berg, who runs every morning, left.",
        "Laura Berg, who leads the race, left.",
    ],
)
def test_what_only_looks_like_an_office_behind_the_name_is_none(roles_in, sentence):
    assert roles_in(sentence)["Laura Berg"] == []


def test_how_long_somebody_lasts_is_no_employer(roles_in):
    assert roles_in("Laura Berg, an artist for the ages, left.")["Laura Berg"] == [("artist", None)]
