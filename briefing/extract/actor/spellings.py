"""Spellings: one name that an article spells in two ways, one of them a slip of a letter.

"Kastelberg" and "Kastleberg" are one man. A plural is no slip, and two names that are both known
are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.known import table
from briefing.model import Kind

if TYPE_CHECKING:
    from briefing.extract.actor.names import Cast

_SHORTEST = 6  # letters of a word in which one may be wrong: "Dylan" and "Dolan" are two
_SELDOM = 2  # mentions under the rarer spelling


def joined_spellings(casts: Sequence[Cast]) -> list[Cast]:
    """The casts with those taken in whose name is only a slip of another's."""
    kept = list(casts)
    for rare in sorted(casts, key=lambda c: (len(c.mentions), -c.mentions[0].first)):
        if len(rare.mentions) > _SELDOM:
            break
        if _is_sure(rare.words):
            continue
        meant = [c for c in kept if c is not rare and _is_slip(rare, c)]
        if len(meant) == 1:
            kept.remove(rare)
            meant[0].take_slip(rare)
    return kept


def _is_sure(words: tuple[str, ...]) -> bool:
    """Whether the name is known, or has no word long enough for a slip."""
    return max(map(len, words)) < _SHORTEST or " ".join(words) in table().kinds


def _is_slip(rare: Cast, other: Cast) -> bool:
    """Whether the rarer name is the other one with a letter wrong."""
    slip, name = rare.words, other.words
    if len(slip) != len(name) and len(slip) != 1:
        return False
    if len(other.mentions) < len(rare.mentions):
        return False
    if len(slip) == 1 and other.kind is Kind.PERSON:
        name = name[-1:]  # who was named in full goes by the surname
    elif rare.kind is not other.kind:
        return False
    unlike = [(a, b) for a, b in zip(slip, name, strict=False) if a != b]
    return len(slip) == len(name) and len(unlike) == 1 and _is_near(*unlike[0])


def _is_near(slip: str, word: str) -> bool:
    """Whether one letter is wrong, lacking, too many, or has changed places with the next."""
    long, short = (slip, word) if len(slip) >= len(word) else (word, slip)
    is_odd = len(short) < _SHORTEST or len(long) - len(short) > 1
    if is_odd or long in {f"{short}s", f"{short}a"} or not (long[0].isupper() and short.istitle()):
        return False
    at = next((i for i, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    if any(letter.isdigit() for letter in long[at : at + 1] + short[at : at + 1]):
        return False
    if len(long) > len(short):
        return long[at + 1 :] == short[at:]
    is_swapped = long[at : at + 2] == short[at : at + 2][::-1]
    return long[at + 1 :] == short[at + 1 :] or (is_swapped and long[at + 2 :] == short[at + 2 :])
