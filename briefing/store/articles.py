"""Articles: their texts, their versions and the reader's marks on them.

An article that comes again with other words is a new version under a new id; the old one stays, for
findings may point into it, but only the newest is listed. Its place in time is its `moment`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from briefing.model import Article, Entry
from briefing.store.database import Database, storable
from briefing.store.times import IN_WINDOW, day_or_none, moment, moment_or_none, stored, window


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of articles that were put: ids as stored."""

    new: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()  # the ids of the new versions; `Article.replaces` names the old
    unchanged: int = 0


class ArticleTable:
    """The articles, each known by its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, articles: Iterable[Article]) -> PutResult:
        """Stores the articles that are new or have other words than before.

        The same id, title and text again changes nothing. The same id with another title or text is
        a new version: stored as "{id}~2" (then ~3 …) with `replaces` set, in the story and with the
        read and saved marks of the old one. A teaser never replaces the full text.
        """
        raise NotImplementedError

    def get(self, article: str) -> Article | None:
        """The article of that id, an older version too; None when there is none."""
        raise NotImplementedError

    def get_many(self, articles: Iterable[str]) -> tuple[Article, ...]:
        """The articles of those ids, in that order; unknown ids are passed over."""
        raise NotImplementedError

    def current(self, article: str) -> str | None:
        """The id of the newest version of that article; None when there is none."""
        raise NotImplementedError

    def entries(
        self,
        *,
        story: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
        unread: bool = False,
        saved: bool = False,
        limit: int | None = None,
    ) -> tuple[Entry, ...]:
        """The articles as a list shows them, newest first; `start` and `end` as in `between`."""
        raise NotImplementedError

    def between(self, start: datetime, end: datetime) -> tuple[Article, ...]:
        """The articles from `start` (included) to `end` (excluded), oldest first.

        One that knows only its day counts as noon of that day in the zone of `start`: give `start`
        in the reader's zone.
        """
        raise NotImplementedError

    def count(self, *, unread: bool = False) -> int:
        """How many articles are listed, or how many of them are not marked read."""
        raise NotImplementedError

    def days(self, zone: tzinfo) -> dict[date, int]:
        """The days that have articles, newest first, with how many.

        An article that knows only its day counts on it; others by their moment in that zone.
        """
        raise NotImplementedError

    def mark_read(self, articles: Iterable[str], is_read: bool = True) -> tuple[str, ...]:
        """Marks the articles; the ids of those whose mark changed, for an undo."""
        raise NotImplementedError

    def mark_saved(self, articles: Iterable[str], is_saved: bool = True) -> tuple[str, ...]:
        """Marks the articles; the ids of those whose mark changed, for an undo."""
        raise NotImplementedError

    def unread_by_reader(self, version: int) -> tuple[str, ...]:
        """The listed articles without a reading of at least that version, newest first."""
        raise NotImplementedError

    def without_story(self) -> tuple[str, ...]:
        """The listed articles that are in no story, newest first."""
        raise NotImplementedError
