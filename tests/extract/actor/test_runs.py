"""Names that the model did not see, told by what is said to them and by them."""

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
        ("One man told The Weston Echo of it.", "Weston Echo", Kind.ORGANISATION),
        ("He slept, as The Echo reported.", "Echo", Kind.ORGANISATION),
        ("“We lost all we had,” Orlina Bask told us.", "Orlina Bask", Kind.PERSON),
        ("This is exactly why WAPC urges caution.", "WAPC", Kind.ORGANISATION),
    ],
)
def test_who_speaks_or_is_told_is_an_actor(kinds_in, text, name, kind):
    assert kinds_in(text).get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Officials said Monday that it rained.",
        "It rained, the Prime Minister said.",
        "The Conservatives’ House Members said no.",
    ],
)
def test_days_offices_and_half_names_are_none(kinds_in, text):
    assert not set(kinds_in(text)) - {"Conservatives", "House"}
