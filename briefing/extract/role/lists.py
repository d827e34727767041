"""Role lists: the words of `lexicon/roles.toml` by what they tell of a role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.word_lists import read_list


@dataclass(frozen=True, slots=True)
class RoleLists:
    """The lists under the names that they bear in the file, where each is explained."""

    qualifiers: frozenset[str]
    unowned: frozenset[str]
    ranks: frozenset[str]
    trades: frozenset[str]
    hiring: frozenset[str]
    sided: frozenset[str]
    clergy: frozenset[str]
    of_fields: frozenset[str]
    regalia: frozenset[str]
    on_tasks: frozenset[str]
    military: frozenset[str]
    before_short: frozenset[str]
    done_by_works: frozenset[str]
    openers_of_works: frozenset[str]
    positions: frozenset[str]
    kinds_of_position: frozenset[str]
    lone_positions: frozenset[str]
    in_charge: frozenset[str]
    spells: frozenset[str]
    kinds_of_place: frozenset[str]
    posts: frozenset[str]
    of_teams: frozenset[str]
    plain: frozenset[str]
    serving: frozenset[str]
    chosen: frozenset[str]
    choosing: frozenset[str]
    replacing: frozenset[str]
    leading: frozenset[str]
    members: frozenset[str]
    of_lands: frozenset[str]
    postposed: frozenset[str]
    partisans: frozenset[str]
    seeking: frozenset[str]
    winners: frozenset[str]
    relations: frozenset[str]
    single: frozenset[str]


@lru_cache(maxsize=1)
def role_lists() -> RoleLists:
    """The lists, read once."""
    lists = read_list("roles")["words"]
    return RoleLists(**{name: frozenset(words.split()) for name, words in lists.items()})
