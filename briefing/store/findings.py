"""Findings: the readings of articles, and the ways to find an actor, a quote or a talk in them.

A reading is kept whole, as one JSON text; the narrow rows beside it only lead to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from briefing.model import Quote, Reading, Talk
from briefing.store.database import Database


class FindingTable:
    """The readings, each known by the id of its article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, readings: Iterable[Reading]) -> tuple[str, ...]:
        """Stores the readings in place of older ones of the same articles; the ids stored.

        A reading of an article that is no longer in the store is passed over.
        """
        raise NotImplementedError

    def get(self, article: str) -> Reading | None:
        """The reading of that article; None when it has none."""
        raise NotImplementedError

    def get_many(self, articles: Iterable[str]) -> dict[str, Reading]:
        """The readings of those articles by article id; those without one are left out."""
        raise NotImplementedError

    def ahead(
        self,
        day: date,
        *,
        until: date | None = None,
        told_before: datetime | None = None,
        undated_since: datetime | None = None,
        limit: int = 200,
    ) -> tuple[Talk, ...]:
        """The talks that end on `day` or later, soonest first, then undated ones, newest first.

        Only what listed articles before `told_before` tell, so that an old day reads as it did.
        `until` is the last day a talk may begin on. Undated talks count when their article's moment
        is `undated_since` or later; None leaves them all out. Repeats over articles are all given;
        the article is `talk.sentence.article`.
        """
        raise NotImplementedError

    def by_actor(self, name: str, limit: int | None = None) -> tuple[str, ...]:
        """The ids of listed articles that have this actor, newest first; case and accents ignored."""
        raise NotImplementedError

    def quotes_by(self, name: str, limit: int = 200) -> tuple[Quote, ...]:
        """What the speaker of that name said in listed articles, newest first."""
        raise NotImplementedError

    def talks_with(self, name: str, limit: int = 200) -> tuple[Talk, ...]:
        """The talks in listed articles whose `who` has that name, newest article first."""
        raise NotImplementedError

    def actor_names(self, matching: str = "", limit: int = 50) -> tuple[str, ...]:
        """Names of actors in listed articles that begin so, those in most articles first."""
        raise NotImplementedError
