"""Joining stories from the most alike downwards (agglomerative clustering).

How alike two stories are is a geometric mean of the average cosine of their articles and the
cosine of their sums: the first alone tears wide stories apart, the second alone lets them swallow
their neighbours. Two stories must be the more alike the further apart they lie in time, and the
more alike the articles inside them are: what only shares a city with a tight story is not part of
it. Imports numpy, so import it late.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Found on news of 2013 to 2018; a wrong merge is worse than a missed one, so on the strict side.
ALIKE = 0.12  # that two articles of the same time must be
TIGHTER = 0.15  # more, times the average cosine inside the tighter story …
TIGHTEST = 0.5  # … up to this, or copies of one text would shut out all others
AVERAGE = 0.4  # the part of the average cosine in the geometric mean
# The sums of two large stories are alike whatever they are about, so the average has a floor too,
# and a higher one the larger the story gets: without it, a day's politics ends in one story.
FLOOR = 0.08
RISING = 0.01  # more, each time the number of articles doubles
STRICTER = 0.03  # more, each time the gap doubles …
PATIENCE = 3.0  # … from this many days on
LONGEST_GAP = 60.0  # days

Numbers = NDArray[np.float64]


class Joining:
    """Stories being joined, each a number; the first of them, the rows, are free to join any.

    The others are joined by those but never with one another. `cross` holds for each row the sums
    of the cosines of its articles with those of each story, and is used up; `inner` holds the sums
    inside each story, `first` and `last` its days.
    """

    def __init__(
        self,
        cross: NDArray[np.float32],
        inner: Numbers,
        sizes: Numbers,
        first: Numbers,
        last: Numbers,
    ) -> None:
        self.cross = cross
        self.inner, self.sizes = inner.astype(np.float64), sizes.astype(np.float64)
        self.first, self.last = first.copy(), last.copy()
        self.tightness = np.zeros(len(sizes))
        self.scale = np.zeros(len(sizes))
        for story in range(len(sizes)):
            self._weigh(story)
        rows = len(cross)
        # A row's best excess is too high where it is not certain, and never too low.
        self.best, self.partner = np.full(rows, -1.0), np.full(rows, -1)
        self.is_certain = np.ones(rows, dtype=bool)
        for row in range(rows):
            self._look(row, self._excess(row))

    def run(self) -> list[int]:
        """Join until no two are alike enough; for each story the one it is part of at the end."""
        into = list(range(len(self.sizes)))
        while len(self.best):
            row = int(np.argmax(self.best))
            if self.best[row] <= 0:
                break
            if self.is_certain[row]:
                other = int(self.partner[row])
                # A settled story stays, else the earlier one.
                kept = max(row, other) if other >= len(self.best) else min(row, other)
                gone = row + other - kept
                into[gone] = kept
                self._join(kept, gone)
            else:
                self._look(row, self._excess(row))
        return [_end(story, into) for story in into]

    def _weigh(self, story: int) -> None:
        """Work out the tightness, and what a cross sum is scaled by for the geometric mean."""
        size, inner = self.sizes[story], self.inner[story]
        if size > 1:
            tightness = max(inner - size, 0.0) / (size * (size - 1))
            self.tightness[story] = min(tightness, TIGHTEST)
        self.scale[story] = size**-AVERAGE * inner ** ((AVERAGE - 1) / 2)

    def _excess(self, story: int) -> Numbers:
        """How much more alike each story is to this one than it must be; else 0 or less.

        Of a settled story only the excess of the rows is told.
        """
        is_row = story < len(self.cross)
        sums = self.cross[story] if is_row else self.cross[:, story]
        size = self.sizes[story]
        excess = np.full(len(sums), -1.0)
        near = np.flatnonzero(sums > FLOOR * size * self.sizes[: len(sums)])
        sums, sizes = sums[near], self.sizes[near]
        least = FLOOR + RISING * np.log2(size + sizes)
        gap = np.maximum(self.first[near] - self.last[story], self.first[story] - self.last[near])
        needed = (
            ALIKE
            + TIGHTER * np.maximum(self.tightness[near], self.tightness[story])
            + STRICTER * np.log2(1 + np.maximum(gap, 0.0) / PATIENCE)
        )
        found = sums * (self.scale[story] * self.scale[near]) - needed
        may = (sums >= least * size * sizes) & (gap <= LONGEST_GAP)
        excess[near] = np.where(may, found, -1.0)
        return excess

    def _look(self, row: int, excess: Numbers) -> None:
        """Find the row's best partner anew."""
        self.partner[row] = np.argmax(excess)
        self.best[row] = excess[self.partner[row]]
        self.is_certain[row] = True

    def _join(self, kept: int, gone: int) -> None:
        """Put the story `gone`, a row, into the story `kept`."""
        self.inner[kept] += self.inner[gone] + 2 * float(self.cross[gone, kept])
        self.sizes[kept] += self.sizes[gone]
        self.first[kept] = min(self.first[kept], self.first[gone])
        self.last[kept] = max(self.last[kept], self.last[gone])
        self._weigh(kept)
        # Nothing can be alike enough to a story without end.
        self.sizes[gone] = np.inf
        self.best[gone] = -1.0
        self.cross[:, kept] += self.cross[:, gone]
        if kept < len(self.cross):
            self.cross[kept] += self.cross[gone]
            self.cross[kept, kept] = 0.0
        excess = self._excess(kept)
        rows = excess[: len(self.best)]
        self.is_certain[(self.partner == kept) | (self.partner == gone)] = False
        better = (rows > self.best) | ((rows == self.best) & ~self.is_certain)
        better[gone] = False
        self.best[better], self.partner[better] = rows[better], kept
        self.is_certain[better] = True
        if kept < len(self.best):
            self._look(kept, excess)


def _end(story: int, into: Sequence[int]) -> int:
    """The story that this one is part of at the end."""
    while into[story] != story:
        story = into[story]
    return story
