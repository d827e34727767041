"""Mention: a name at a place of a page, before it is known whom it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.known import singular, table, titles
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _set(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


PARTICLES = _set("""
    de da di do dos del della der den van von la le du al el bin bint ibn abu ben ter ten zu y st
    st.
""")
SUFFIXES = _set("jr jr. sr sr. ii iii iv")
# Marks around works and nicknames.
OPENING = frozenset({'"', "“", "``", "'", "‘"})
CLOSING = frozenset({'"', "”", "''", "'", "’"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: tokens `first` to `last` (excluded) of the page's document."""

    first: int
    last: int
    kind: Kind
    words: tuple[str, ...]
    weight: float = 1.0  # how far its kind is to be believed
    is_loud: bool = False  # stands in capitals, where the model is nearly blind

    @property
    def text(self) -> str:
        """The name with single blanks, for comparing."""
        return " ".join(self.words)


@lru_cache(maxsize=1)
def capitals(doc: Doc) -> tuple[int, ...]:
    """The tokens that begin with a capital, in order: where names can begin.

    Every finder asks for them; walking a whole document again and again is what costs.
    """
    return tuple(
        sorted(i for word, at in occurrences(doc).items() if word[0].isupper() for i in at)
    )


@lru_cache(maxsize=1)
def occurrences(doc: Doc) -> Mapping[str, tuple[int, ...]]:
    """Every word of the document as it is written, with the tokens that are it, in order."""
    found: dict[int, list[int]] = {}
    for i, number in enumerate(doc.to_array("ORTH").tolist()):
        found.setdefault(number, []).append(i)
    strings = doc.vocab.strings
    return {strings[number]: tuple(at) for number, at in found.items()}


def mention_of(doc: Doc, first: int, last: int, kind: Kind, weight: float = 1.0) -> Mention:
    """The mention of those tokens."""
    return Mention(first, last, kind, tuple(t.text for t in doc[first:last]), weight)


def merged(found: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Both lists without overlaps; the more believable or longer mention wins."""
    new = list(more)
    if not new:
        return found
    kept: dict[int, Mention] = {}
    ranked = sorted([*found, *new], key=lambda m: (-(m.last - m.first), -m.weight, m.first))
    for mention in sorted(ranked, key=lambda m: -m.weight if m.weight >= 4 else 0):
        places = range(mention.first, mention.last)
        if not any(i in kept for i in places):
            kept.update(dict.fromkeys(places, mention))
    return list(dict.fromkeys(kept[i] for i in sorted(kept)))


def is_title(token: Token) -> bool:
    """Whether the token may stand in front of a name and is no part of it; "St." always is."""
    if token.lower_ in {"st", "st."}:
        return False
    is_word = titles().is_title(token.text) or token.lower_ in titles().modifiers
    return is_word or is_half_title(token)


def is_half_title(token: Token) -> bool:
    """Whether the token and one beside it are a title together: "Seri" of "Datuk Seri"."""
    low, pairs = token.lower_, titles().pairs
    if low not in _words_of_pairs():
        return False
    words = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i + 3]]
    at = min(token.i, 2)
    # A stop or an apostrophe may be a token of its own: "Sr. Comr.", "Dato' Sri".
    before = [w for w in words[:at] if w.isalpha()][-1:]
    after = [w for w in words[at + 1 :] if w.isalpha()][:1]
    return any(f"{one} {low}" in pairs for one in before) or any(
        f"{low} {other}" in pairs for other in after
    )


@lru_cache(maxsize=1)
def _words_of_pairs() -> frozenset[str]:
    return frozenset(word for pair in titles().pairs for word in pair.split())


def looks_personal(words: tuple[str, ...]) -> bool:
    """Whether the words behind a given name can be a surname."""
    rest = words[1:]
    heads = table().body_heads | table().place_heads
    return len(words) <= 3 and all(
        (w[0].isupper() and w.replace("-", "").replace("'", "").replace(".", "").isalpha())
        and w not in heads
        and not w.isupper()
        and singular(w) not in titles().heads
        for w in rest
    )


def is_acronym(short: str, words: Iterable[str]) -> bool:
    """Whether the letters are the initials of the words; small words may be left out."""
    letters = short.replace(".", "").upper()
    whole = [part for w in words for part in w.split("-") if part and part[0].isalnum()]
    whole = whole[1:] if whole[:1] == ["The"] and not letters.startswith("T") else whole
    every = "".join(w[0] for w in whole).upper()
    large = "".join(w[0] for w in whole if w[0].isupper())
    return len(letters) > 1 and len(whole) > 1 and letters in {every, large}
