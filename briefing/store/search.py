"""Search: where words stand in articles, names, quotes and talks (FTS5).

The index of articles is brought up to date when somebody searches, for a reader who never does
should not pay for it; names, quotes and talks are few and are indexed as they come.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.store.database import Database

FOUND_KINDS = ("actor", "article", "quote", "talk")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words asked for stand."""

    kind: str  # one of FOUND_KINDS
    article: str  # id
    start: int  # offsets into the article's text; both 0 when only its title has the words
    end: int
    words: str  # the name, the quote, what the talk is, or the text around the hit
    title: str  # of the article
    story: str | None  # id


class SearchIndex:
    """The four full-text indexes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, limit: int, kinds: tuple[str, ...]) -> tuple[Found, ...]:
        """See `Store.search`."""
        raise NotImplementedError

    def catch_up(self) -> int:
        """See `Store.index`."""
        raise NotImplementedError
