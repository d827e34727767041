"""The store: one SQLite file that keeps feeds, articles, readings, stories and the reader's marks.

Values of `model` go in and come out, never rows. It may be used from several threads and processes
at once; each call that writes is one transaction, so a kill at any moment leaves a whole store.
What to fetch, read and group is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from briefing.store.articles import ArticleTable
from briefing.store.database import Database
from briefing.store.feeds import FeedTable
from briefing.store.findings import FindingTable
from briefing.store.search import FOUND_KINDS, Found, SearchIndex
from briefing.store.state import StateTable
from briefing.store.stories import StoryTable
from briefing.store.versions import PutResult

__all__ = ["Found", "PutResult", "Store"]


class Store:
    """The reader's memory on disk, one attribute for each noun in it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path
        self.state = StateTable(database)
        self.feeds = FeedTable(database)
        self.articles = ArticleTable(database)
        self.findings = FindingTable(database)
        self.stories = StoryTable(database)
        self._search = SearchIndex(database)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in that file, made (with its folder) when there is none yet.

        A store of an older version is copied to `<name>.vN.bak` beside it, then brought up to date.
        StoreError when it cannot be opened or written, is no store, or is newer than the program;
        nothing that lies there is ever deleted or overwritten.
        """
        return cls(Database(path))

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction of all that this thread writes inside: all of it is kept, or none."""
        with self._database.writing():
            yield

    def search(
        self, words: str, limit: int = 50, kinds: tuple[str, ...] = FOUND_KINDS
    ) -> tuple[Found, ...]:
        """Where the words stand: actors, articles, quotes, talks, in this order, each best first.

        All words must be there, the last one may be a beginning; "in quotation marks" is a phrase.
        Any string is safe. Each kind gets a fair share of `limit`.
        """
        return self._search.find(words, limit, kinds)

    def index(self) -> int:
        """Takes the articles that came since into the full-text index; how many those were.

        `search` does this by itself; calling it after a refresh makes the next search quick.
        """
        return self._search.catch_up()

    def faults(self) -> tuple[str, ...]:
        """What SQLite's own check finds wrong with the file; empty when it is whole."""
        rows = self._database.rows("PRAGMA quick_check(5)")
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    def close(self) -> None:
        """Closes the file in every thread; calling it again does nothing."""
        self._database.close()
