"""Found role: a role by its tokens, before its words are told."""

from __future__ import annotations

from dataclasses import dataclass

Owner = tuple[int, int] | None  # the tokens of whose a role is, the last one excluded


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role as tokens: `first` to `last`, its head and the tokens of its affiliation."""

    first: int
    last: int
    head: int
    affiliation: Owner
