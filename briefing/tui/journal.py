"""What was done and what went wrong in this session, kept in memory and shown by the Log screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.text import one_line

MOST = 1000  # lines that are kept

Weight = Literal["done", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened."""

    number: int
    moment: datetime
    weight: Weight
    words: str


class Journal:
    """The lines of a session, the newest first."""

    def __init__(self) -> None:
        self._lines: deque[Line] = deque(maxlen=MOST)
        self._count = 0

    def write(self, moment: datetime, weight: Weight, words: str) -> None:
        """Keep a line."""
        self._count += 1
        self._lines.appendleft(Line(self._count, moment, weight, one_line(words, 2000)))

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
