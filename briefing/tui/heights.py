"""Where rows of different heights begin, found out no further than it is needed.

Wrapping thousands of quotes to learn how high each is holds up the keys; what lies far below the
window can be learnt a few rows at a time. Until then the total is an estimate.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable


class Heights:
    """The lines at which rows begin; `height_of` is asked once for each row, in their order."""

    def __init__(self, count: int, height_of: Callable[[int], int]) -> None:
        self._count = count
        self._height_of = height_of
        self._tops = [0]

    @property
    def is_complete(self) -> bool:
        """Whether every height is known."""
        return len(self._tops) > self._count

    def learn(self, rows: int) -> None:
        """Find out the heights of so many rows more."""
        for index in range(len(self._tops) - 1, min(self._count, len(self._tops) - 1 + rows)):
            self._tops.append(self._tops[-1] + self._height_of(index))

    def top(self, index: int) -> int:
        """The line at which the row begins; after the last row, where it ends."""
        self.learn(index + 1 - len(self._tops))
        return self._tops[min(index, len(self._tops) - 1)]

    def row_at(self, line: int) -> int:
        """The row on that line; the count of rows below the last."""
        while self._tops[-1] <= line and not self.is_complete:
            self.learn(20)
        return bisect_right(self._tops, line) - 1

    @property
    def total(self) -> int:
        """How high all are, or most likely are."""
        known = len(self._tops) - 1
        if not known or self.is_complete:
            return self._tops[-1]
        return self._tops[-1] * self._count // known
