"""How alike articles are: TF-IDF vectors of their words and the cosines between them.

A word counts by how often the article uses it (the headline and the lead more), by how few of
the articles at hand use it, and more when it is written like a name. The document frequencies
are smoothed by imagined articles, so that ten articles are judged much like ten thousand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.digest.words import common_words, telling_words
from briefing.model import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Found on news of 2013 to 2018 (stories told by several papers); wide plateaus, none is delicate.
READ = 3000  # characters: what comes later is background, which other events share
LEAD = 400  # characters
TITLE_WEIGHT, LEAD_WEIGHT = 3.0, 1.5
NAME_WEIGHT = 1.3
KEPT = 120  # words of an article, the weightiest
IMAGINED = 150  # articles in the background, and the share of them that use a word:
COMMON_SHARE, WORD_SHARE, NAME_SHARE = 0.15, 0.01, 0.004
FAINT = 0.03  # cosines below say nothing
SHARED = 3  # words that are not common
SAME = 0.95  # of a text so short that it has no three words


@dataclass(slots=True)
class Terms:
    """How much an article uses each word, and which of them it writes like names."""

    uses: dict[str, float]
    names: frozenset[str]


def terms(article: Article) -> Terms:
    """The words of the headline and of the first 3,000 characters."""
    uses: dict[str, float] = {}
    capitals: Counter[str] = Counter()
    text = article.text[:READ]
    # A made headline is the lead's own words and would count them twice.
    title = "" if article.title_is_made else article.title
    parts = ((title, TITLE_WEIGHT), (text[:LEAD], LEAD_WEIGHT), (text[LEAD:], 1.0))
    for part, weight in parts:
        for root, written in telling_words(part, article.language):
            uses[root] = uses.get(root, 0.0) + weight
            # Headlines Capitalise Everything, so they do not tell a name.
            if part is not title:
                capitals[root] += 1 if written[0].isupper() or written[0].isdigit() else -1
    return Terms(uses, frozenset(root for root, balance in capitals.items() if balance > 0))


def vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    """For each article its weightiest words, as a vector of length 1 (or empty)."""
    all_terms = [terms(article) for article in articles]
    frequency = Counter(root for found in all_terms for root in found.uses)
    return [_vector(found, frequency, len(articles)) for found in all_terms]


def _vector(found: Terms, frequency: Counter[str], articles: int) -> dict[str, float]:
    common = common_words()
    weights: dict[str, float] = {}
    for root, uses in found.uses.items():
        is_name = root in found.names
        share = COMMON_SHARE if root in common else NAME_SHARE if is_name else WORD_SHARE
        rarity = math.log((articles + IMAGINED) / (frequency[root] + IMAGINED * share))
        if rarity > 0:
            emphasis = NAME_WEIGHT if is_name else 1.0
            weights[root] = (1 + math.log(max(uses, 1.0))) * rarity * emphasis
    kept = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in kept))
    return {root: weight / length for root, weight in kept} if length else {}


def cosines(
    weighed: Sequence[dict[str, float]], asked: Sequence[int], reach: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """The cosines of the asked articles with those in their reach, for pairs (lower, higher).

    `reach` holds for each article the first and the last + 1 index it is compared with. Left out
    are pairs that are hardly alike and those that share fewer than three telling words: the two
    words of a city make no event, however short the texts around them are.
    """
    import numpy as np

    postings = _postings(weighed)
    common = common_words()
    wanted = set(asked)
    found: dict[tuple[int, int], float] = {}
    cosine, shared = np.zeros(len(weighed)), np.zeros(len(weighed), dtype=np.int16)
    for number in asked:
        cosine[:], shared[:] = 0.0, 0
        for root, weight in weighed[number].items():
            if root in postings:
                where, weights = postings[root]
                cosine[where] += weight * weights
                if root not in common:
                    shared[where] += 1
        alike = (cosine > FAINT) & (shared >= SHARED) | (cosine > SAME)
        first, last = reach[number]
        for other in (np.flatnonzero(alike[first:last]) + first).tolist():
            if other > number:
                found[number, other] = float(cosine[other])
            elif other < number and other not in wanted:
                found[other, number] = float(cosine[other])
    return found


def _postings(
    weighed: Sequence[dict[str, float]],
) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """For each word of two or more articles, their numbers and its weights there."""
    import numpy as np

    users: dict[str, list[int]] = {}
    for number, vector in enumerate(weighed):
        for root in vector:
            users.setdefault(root, []).append(number)
    return {
        root: (np.array(where), np.array([weighed[number][root] for number in where]))
        for root, where in users.items()
        if len(where) > 1
    }
