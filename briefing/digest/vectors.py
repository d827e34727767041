"""Articles as vectors of their words (TF-IDF).

A word counts by how often the article uses it (the headline and the lead more), by how few of
the articles at hand use it, and more when it is written like a name. The document frequencies
are smoothed by imagined articles, so that ten articles are judged much like ten thousand.

All words are numbers in arrays: thousands of articles as dictionaries would not fit in memory
beside the rest. Imports numpy, so import it late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.digest.fitness import without_furniture
from briefing.digest.words import common_words, telling_root, words
from briefing.model import Article

# Found on news of 2013 to 2018 (stories told by several papers); wide plateaus, none is delicate.
READ = 3000  # characters: what comes later is background, which other events share
SPARE = 500  # characters more, for what is left out there
LEAD = 400  # characters
TITLE_WEIGHT, LEAD_WEIGHT = 3.0, 1.5
NAME_WEIGHT = 1.3
KEPT = 120  # words of an article, the weightiest
IMAGINED = 150  # articles in the background, and the share of them that use a word:
COMMON_SHARE, WORD_SHARE, NAME_SHARE = 0.15, 0.01, 0.004


@dataclass(slots=True)
class Terms:
    """How much an article uses each word, and which of them it writes like names."""

    uses: dict[str, float]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The weightiest words of each article: a sparse row of length 1 (or empty) for each."""

    starts: NDArray[np.int64]  # row n is starts[n] to starts[n + 1] of the next two
    roots: NDArray[np.int32]  # words by their place in the alphabet
    weights: NDArray[np.float64]
    is_common: NDArray[np.bool_]  # of each word

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def rows(self) -> NDArray[np.int64]:
        """The row of each entry."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def likeness(self) -> NDArray[np.float64]:
        """The sum of each article's cosines with all of them, itself included."""
        total = np.bincount(self.roots, self.weights, len(self.is_common))
        likeness = np.bincount(self.rows, self.weights * total[self.roots], len(self))
        return likeness.astype(np.float64)


def terms(article: Article) -> Terms:
    """The words of the headline and of the first 3,000 characters about the news."""
    uses: dict[str, float] = {}
    capitals: dict[str, int] = {}
    text = without_furniture(article.text[: READ + SPARE])[:READ]
    # A made headline is the lead's own words and would count them twice.
    title = "" if article.title_is_made else article.title
    parts = ((title, TITLE_WEIGHT), (text[:LEAD], LEAD_WEIGHT), (text[LEAD:], 1.0))
    for part, weight in parts:
        for written, times in Counter(words(part)).items():
            root = telling_root(written, article.language)
            if not root:
                continue
            uses[root] = uses.get(root, 0.0) + weight * times
            # Headlines Capitalise Everything, so they do not tell a name.
            if part is not title:
                is_raised = written[0].isupper() or written[0].isdigit()
                capitals[root] = capitals.get(root, 0) + (times if is_raised else -times)
    return Terms(uses, frozenset(root for root, balance in capitals.items() if balance > 0))


def vectors(articles: Sequence[Article]) -> Vectors:
    """Each article as the vector of its weightiest words."""
    known: dict[str, int] = {}
    found = [_numbered(terms(article), known) for article in articles]
    alphabet = sorted(known)
    place = np.empty(len(known), np.int32)
    place[[known[root] for root in alphabet]] = np.arange(len(known))
    common = common_words()
    is_common = np.fromiter((root in common for root in alphabet), np.bool_, len(known))
    frequency = np.zeros(len(known))
    for roots, _, _ in found:
        roots[:] = place[roots]
        frequency[roots] += 1
    rows = [_row(each, frequency, is_common, len(articles)) for each in found]
    starts = np.cumsum([0, *(len(roots) for roots, _ in rows)])
    return Vectors(
        starts.astype(np.int64),
        np.concatenate([np.empty(0, np.int32), *(roots for roots, _ in rows)]),
        np.concatenate([np.empty(0), *(weights for _, weights in rows)]),
        is_common,
    )


_Numbered = tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.bool_]]


def _numbered(found: Terms, known: dict[str, int]) -> _Numbered:
    """The words as numbers, how much each is used, and whether it is a name."""
    count = len(found.uses)
    roots = np.fromiter((known.setdefault(r, len(known)) for r in found.uses), np.int32, count)
    uses = np.fromiter(found.uses.values(), np.float32, count)
    return roots, uses, np.fromiter((r in found.names for r in found.uses), np.bool_, count)


def _row(
    found: _Numbered,
    frequency: NDArray[np.float64],
    is_common: NDArray[np.bool_],
    articles: int,
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    roots, uses, is_name = found
    share = np.where(is_common[roots], COMMON_SHARE, np.where(is_name, NAME_SHARE, WORD_SHARE))
    rarity = np.log((articles + IMAGINED) / (frequency[roots] + IMAGINED * share))
    weights = (1 + np.log(np.maximum(uses, 1.0, dtype=np.float64))) * np.maximum(rarity, 0.0)
    weights[is_name] *= NAME_WEIGHT
    # Of words of the same weight the first in the alphabet stay.
    kept = np.sort(np.lexsort((roots, -weights))[:KEPT])
    kept = kept[weights[kept] > 0]
    length = np.sqrt((weights[kept] ** 2).sum())
    return roots[kept], weights[kept] / (length or 1.0)
