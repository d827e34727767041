"""How alike stories are: sums of the cosines of their articles, in one matrix.

Words that many articles use are columns of a dense matrix, whose product is taken; the others
are looked up in the lists of their users. Imports numpy, so import it late.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from briefing.digest.vectors import Vectors

FAINT = 0.03  # cosines below say nothing
SHARED = 3  # words that are not common
SAME = 0.95  # of a text so short that it has no three words

BLOCK = 64  # articles compared with all others at a time
DENSE = 1024  # words at most with a column of their own, …
DENSE_SHARE = 1 / 30  # … which they get when more of the articles use them: a product is faster

Matrix = NDArray[np.float32]


def cross_sums(vectors: Vectors, starts: NDArray[np.int64], rows: int) -> Matrix:
    """The sums of the cosines of each of the first `rows` stories with each story.

    Story k has the articles starts[k] to starts[k + 1]. Left out are pairs of articles that are
    hardly alike and those that share fewer than three telling words: the two words of a city make
    no event, however short the texts around them are. A story with itself counts 0.
    """
    sums = np.zeros((rows, len(starts) - 1), np.float32)
    comparison = _Comparison(vectors)
    for first, last in _blocks(starts, rows):
        top = starts[first]
        block = comparison.alike(int(top), int(starts[last]))
        block = np.add.reduceat(block, starts[first:last] - top, axis=0)
        block = np.add.reduceat(block, starts[first:-1] - top, axis=1)
        sums[first:last, first:] = block
        sums[last:, first:last] = block[:, last - first : rows - first].T
    np.fill_diagonal(sums, 0.0)
    return sums


def _blocks(starts: NDArray[np.int64], rows: int) -> Iterator[tuple[int, int]]:
    """Runs of stories with some articles each."""
    first = 0
    while first < rows:
        last = int(np.searchsorted(starts, starts[first] + BLOCK, side="right")) - 1
        last = min(max(last, first + 1), rows)
        yield first, last
        first = last


def inner_sums(vectors: Vectors, starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each story the sum of the cosines of all ordered pairs of its articles."""
    sizes = np.diff(starts)
    words = len(vectors.is_common)
    story = np.repeat(np.arange(len(sizes)), sizes)[vectors.rows]
    used, entry = np.unique(story * words + vectors.roots, return_inverse=True)
    totals = np.bincount(entry, vectors.weights, len(used))
    inner = np.bincount(used // max(words, 1), totals**2, len(sizes))
    return np.where((sizes == 1) | (inner == 0), 1.0, inner)


class _Comparison:
    """The articles as a dense matrix of the words that many use, and the users of the others."""

    def __init__(self, vectors: Vectors) -> None:
        rows, roots, weights = vectors.rows, vectors.roots, vectors.weights.astype(np.float32)
        frequency = np.bincount(roots, minlength=len(vectors.is_common))
        self.articles = len(vectors)
        many = np.argsort(-frequency, kind="stable")[:DENSE]
        many = many[frequency[many] > max(DENSE_SHARE * self.articles, 1)]
        column = np.full(len(frequency), -1)
        column[many] = np.arange(len(many))
        is_dense = column[roots] >= 0
        self.dense = np.zeros((self.articles, len(many)), np.float32)
        self.dense[rows[is_dense], column[roots[is_dense]]] = weights[is_dense]
        self.dense_telling = (self.dense[:, ~vectors.is_common[many]] > 0).astype(np.float32)
        is_rare = ~is_dense & (frequency[roots] > 1)
        self.rows, self.roots, self.weights = rows[is_rare], roots[is_rare], weights[is_rare]
        self.is_telling = ~vectors.is_common[self.roots]
        by_root = np.argsort(self.roots, kind="stable")
        self.users, self.user_weights = self.rows[by_root], self.weights[by_root]
        self.counts = np.bincount(self.roots, minlength=len(frequency))
        self.first_user = np.cumsum(self.counts) - self.counts

    def alike(self, top: int, bottom: int) -> Matrix:
        """The cosines of the articles from top to bottom with those from top on, or 0."""
        cosine = self.dense[top:bottom] @ self.dense[top:].T
        shared = self.dense_telling[top:bottom] @ self.dense_telling[top:].T
        self._add_rare(top, bottom, cosine, shared)
        # The last digits hang on the machine, and with them which of two equals comes first.
        np.round(cosine, 5, out=cosine)
        alike = (cosine > FAINT) & (shared >= SHARED) | (cosine > SAME)
        return np.where(alike, cosine, np.float32(0.0))

    def _add_rare(self, top: int, bottom: int, cosine: Matrix, shared: Matrix) -> None:
        mine = slice(*np.searchsorted(self.rows, (top, bottom)).tolist())
        roots = self.roots[mine]
        counts = self.counts[roots]
        ends = np.cumsum(counts)
        own = np.repeat(np.arange(len(roots)), counts)  # the entry that each user is met by
        user = np.arange(len(own)) + (self.first_user[roots] - ends + counts)[own]
        width = self.articles - top
        place = (self.rows[mine] - top)[own] * width + self.users[user] - top
        below = self.users[user] >= top
        own, user, place = own[below], user[below], place[below]
        weights = self.weights[mine][own] * self.user_weights[user]
        cosine += np.bincount(place, weights, cosine.size).reshape(cosine.shape)
        telling = place[self.is_telling[mine][own]]
        shared += np.bincount(telling, minlength=shared.size).reshape(shared.shape)
