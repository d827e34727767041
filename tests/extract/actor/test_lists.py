"""What is known of some names of a list, or of their head noun, tells the kind of the others."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors
from briefing.model import Kind


@pytest.fixture(scope="session")
def kinds_in(page_of):
    return lambda text: {actor.name: actor.kind for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Water is short in areas such as Umbani, Kabole and Donhill.", "Kabole", Kind.PLACE),
        ("It is fed by three rivers, namely Maragwe, Gikige and Irato.", "Gikige", Kind.PLACE),
        ("They hired from firms including Boeing, Vardo and Quilma.", "Vardo", Kind.ORGANISATION),
        ("The deal was shared by Toyota, Siemens and Hansen Jorgens.", "Hansen Jorgens", Kind.ORGANISATION),
    ],
)  # fmt: skip
def test_a_list_tells_the_kind_of_its_members(kinds_in, text, name, kind):
    assert kinds_in(text)[name] is kind


def test_a_town_with_its_land_is_no_list(kinds_in):
    kinds = kinds_in("Our staff wrote from Karachi, Pakistan, and Jethro Mullaney from Hong Kong.")

    assert kinds["Jethro Mullaney"] is Kind.PERSON


def test_bands_beside_singers_stay_bodies(kinds_in):
    kinds = kinds_in("They play songs of the band Silverwood Max, Amy Wells and Garth Cole.")

    assert kinds["Silverwood Max"] is Kind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Saudi Arabia's Nordily postponed its meeting. Nordily revealed the plan on Tuesday.",
            "Nordily",
        ),
        ("Foreign funds bought shares in Vandora on Monday.", "Vandora"),
    ],
)
def test_what_reports_and_has_shares_is_a_body(kinds_in, text, name):
    assert kinds_in(text)[name] is Kind.ORGANISATION


def test_an_adverb_or_pronoun_before_verbs_names_nobody(kinds_in):
    text = "“There was a fire,” Ann Bell said. There were cars. Finally came the rain. Finally it stopped."

    assert set(kinds_in(text)) == {"Ann Bell"}
