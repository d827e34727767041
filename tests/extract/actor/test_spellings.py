"""A slip of a letter makes no second actor; two real names stay two."""

from __future__ import annotations

import pytest

from briefing.extract.actors import find_actors


@pytest.fixture(scope="session")
def names_in(page_of):
    return lambda text: {actor.name for actor in find_actors(page_of(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ann Kellerman left. Kellerman was ill, but Kelerman spoke.", "Ann Kellerman"),
        ("Mayor Paul Hoffmann left. Then Mr. Hofmann spoke.", "Paul Hoffmann"),
        ("Mr. Anton Redfern left. Mr. Anton Redfren, a baker, spoke.", "Anton Redfern"),
    ],
)
def test_one_wrong_letter_makes_no_second_actor(names_in, text, name):
    assert names_in(text) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Paul Dylan left. Then Ms. Dolan spoke.", {"Paul Dylan", "Dolan"}),
        ("They went to Austria and Australia on Friday.", {"Austria", "Australia"}),
        ("Mr. Paul Martin left. Mrs. Paula Martin spoke.", {"Paul Martin", "Paula Martin"}),
    ],
)
def test_two_names_that_are_alike_stay_two(names_in, text, names):
    assert names_in(text) == names
