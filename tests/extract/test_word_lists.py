"""Word lists: what they promise to the rules that are compiled from them."""

import tomllib
from collections import Counter
from importlib import resources
from itertools import chain

import pytest

LEXICON = resources.files("briefing.extract") / "lexicon"
NAMES = sorted(file.name for file in LEXICON.iterdir() if file.name.endswith(".toml"))


def lists_of(table, path=()):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists_of(value, (*path, key))
        else:
            yield " ".join((*path, key)), value.split() if isinstance(value, str) else value


@pytest.mark.parametrize("name", NAMES)
def test_a_word_stands_once_in_its_list(name):
    tables = tomllib.loads((LEXICON / name).read_text(encoding="utf-8"))

    lists = [(where, words) for where, words in lists_of(tables) if isinstance(words, list)]
    twice = {
        where: [word for word, times in Counter(words).items() if times > 1]
        for where, words in lists
    }

    assert {where: words for where, words in twice.items() if words} == {}


@pytest.mark.parametrize("group", ["nouns", "verbs"])
def test_a_meeting_word_is_of_one_family(group):
    families = tomllib.loads((LEXICON / "meetings.toml").read_text(encoding="utf-8"))[group]

    times = Counter(chain.from_iterable(words.split() for words in families.values()))

    assert [word for word, number in times.items() if number > 1] == []
