"""Articles: their texts, their versions and the reader's marks on them.

An article that comes again with other words is a new version under a new id; the old one stays, for
findings may point into it, but only the newest is listed. Its place in time is its `moment`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from briefing.model import Article, Entry
from briefing.store.database import Database, names
from briefing.store.tally import recount, stories_of
from briefing.store.times import (
    IN_WINDOW,
    day_or_none,
    moment,
    moment_or_none,
    stored,
    window,
)
from briefing.store.versions import PutResult, put_articles

COLUMNS = (
    "articles.id, articles.title, texts.text, feed, source, url, published, dated, has_time,"
    " arrived, authors, language, title_is_made, is_teaser, replaces, is_from_page,"
    " updated"
)
WITH_TEXT = "articles JOIN texts USING (number)"
LISTED = "articles.number IN (SELECT value FROM json_each(?))"

# Zones differ from UTC by whole quarters of an hour, so one of them lies wholly in one day.
QUARTER = 15 * 60 * 1_000_000


class ArticleTable:
    """The articles, each known by its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, articles: Iterable[Article]) -> PutResult:
        """Stores the articles that are new or have other words than before.

        The same id, title and text again changes nothing. The same id with another title or text is
        a new version: stored as "{id}~2" (then ~3 …) with `replaces` set, in the story and with the
        read and saved marks of the old one. A teaser never replaces a full text.
        """
        with self._database.writing() as connection:
            return put_articles(connection, articles)

    def get(self, article: str) -> Article | None:
        """The article of that id, an older version too; None when there is none."""
        row = self._database.row(f"SELECT {COLUMNS} FROM {WITH_TEXT} WHERE id = ?", (article,))
        return None if row is None else to_article(row)

    def get_many(self, articles: Iterable[str]) -> tuple[Article, ...]:
        """The articles of those ids, in that order; unknown ids are passed over."""
        asked = list(dict.fromkeys(articles))
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM {WITH_TEXT} WHERE id IN (SELECT value FROM json_each(?))",
            (names(asked),),
        )
        here = {row[0]: to_article(row) for row in rows}
        return tuple(here[article] for article in asked if article in here)

    def unknown(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Those of the ids that no article bears, in their order."""
        asked = list(dict.fromkeys(articles))
        rows = self._database.rows(
            "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))", (names(asked),)
        )
        here = {row[0] for row in rows}
        return tuple(article for article in asked if article not in here)

    def titled(self, titles: Iterable[str], feed: str) -> tuple[Article, ...]:
        """The listed articles of that feed and those titles."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM {WITH_TEXT} WHERE feed = ? AND is_current"
            " AND articles.title IN (SELECT value FROM json_each(?)) ORDER BY articles.number",
            (feed, names(titles)),
        )
        return tuple([to_article(row) for row in rows])

    def current(self, article: str) -> str | None:
        """The id of the newest version of that article; None when there is none."""
        row = self._database.row(
            "SELECT id FROM articles WHERE is_current AND base IN"
            " (SELECT base FROM articles WHERE id = ?)",
            (article,),
        )
        return None if row is None else str(row[0])

    def teasers(self, feeds: Iterable[str], since: datetime) -> tuple[Article, ...]:
        """The listed articles of those feeds, come in since then, that are but teasers."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM {WITH_TEXT} WHERE is_current AND is_teaser AND arrived >= ?"
            " AND feed IN (SELECT value FROM json_each(?)) ORDER BY moment DESC, number DESC",
            (stored(since), names(feeds)),
        )
        return tuple([to_article(row) for row in rows])

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
        conditions = ["articles.is_current"]
        parameters: list[str | int] = []
        if story is not None:
            conditions.append("articles.story = (SELECT number FROM stories WHERE id = ?)")
            parameters.append(story)
        if start is not None or end is not None:
            conditions.append(IN_WINDOW)
            parameters += window(start, end)
        if unread:
            conditions.append("NOT articles.is_read")
        if saved:
            conditions.append("articles.is_saved")
        rows = self._database.rows(
            "SELECT articles.id, articles.title, source, feed, url, moment, dated, stories.id,"
            " is_read, articles.is_saved, reading IS NOT NULL, updated"
            " FROM articles LEFT JOIN stories ON stories.number = articles.story"
            f" WHERE {' AND '.join(conditions)}"
            " ORDER BY articles.moment DESC, articles.number DESC LIMIT ?",
            (*parameters, -1 if limit is None else limit),
        )
        return tuple([_entry(row) for row in rows])

    def between(self, start: datetime, end: datetime) -> tuple[Article, ...]:
        """The articles from `start` (included) to `end` (excluded), oldest first.

        One that knows only its day counts as noon of that day in the zone of `start`: give `start`
        in the reader's zone.
        """
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM {WITH_TEXT} WHERE is_current AND {IN_WINDOW}"
            " ORDER BY moment, articles.number",
            window(start, end),
        )
        return tuple([to_article(row) for row in rows])

    def count(self, *, unread: bool = False) -> int:
        """How many articles are listed, or how many of them are not marked read."""
        where = " AND NOT is_read" if unread else ""
        return self._database.number(f"SELECT count(*) FROM articles WHERE is_current{where}")

    def days(self, zone: tzinfo) -> dict[date, int]:
        """The days that have articles, newest first, with how many.

        An article that knows only its day counts on it; others by their moment in that zone.
        """
        counts: Counter[date] = Counter()
        for quarter, count in self._database.rows(
            "SELECT (moment - (moment % ?1 + ?1) % ?1), count(*) FROM articles"
            " WHERE is_current AND whole_day IS NULL GROUP BY 1",
            (QUARTER,),
        ):
            counts[moment(quarter).astimezone(zone).date()] += count
        for day, count in self._database.rows(
            "SELECT whole_day, count(*) FROM articles"
            " WHERE is_current AND whole_day IS NOT NULL GROUP BY 1"
        ):
            counts[date.fromisoformat(day)] += count
        return dict(sorted(counts.items(), reverse=True))

    def mark_read(self, articles: Iterable[str], is_read: bool = True) -> tuple[str, ...]:
        """Marks the articles; the ids of those whose mark changed, for an undo."""
        return self._mark("is_read", articles, is_read)

    def mark_saved(self, articles: Iterable[str], is_saved: bool = True) -> tuple[str, ...]:
        """Marks the articles; the ids of those whose mark changed, for an undo."""
        return self._mark("is_saved", articles, is_saved)

    def unread_by_reader(self, version: int, limit: int | None = None) -> tuple[str, ...]:
        """The listed articles without a reading of at least that version, newest first."""
        rows = self._database.rows(
            "SELECT id FROM articles WHERE is_current AND coalesce(reading, -1) < ?"
            " ORDER BY moment DESC, number DESC LIMIT ?",
            (version, -1 if limit is None else limit),
        )
        return tuple([row[0] for row in rows])

    def without_story(self) -> tuple[str, ...]:
        """The listed articles that are in no story, newest first."""
        rows = self._database.rows(
            "SELECT id FROM articles WHERE is_current AND story IS NULL"
            " ORDER BY moment DESC, number DESC"
        )
        return tuple([row[0] for row in rows])

    def _mark(self, column: str, articles: Iterable[str], is_marked: bool) -> tuple[str, ...]:
        with self._database.writing() as connection:
            rows = connection.execute(
                "SELECT number, id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
                f" AND {column} <> ? ORDER BY number",
                (names(articles), is_marked),
            ).fetchall()
            chosen = json.dumps([number for number, _ in rows])
            connection.execute(
                f"UPDATE articles SET {column} = ? WHERE {LISTED}", (is_marked, chosen)
            )
            recount(connection, stories_of(connection, LISTED, (chosen,)), has_changed=False)
        return tuple([article for _, article in rows])


def to_article(row: Sequence[Any]) -> Article:
    """The article of a row of `COLUMNS`."""
    return Article(
        id=row[0],
        title=row[1],
        text=row[2],
        feed=row[3],
        source=row[4],
        url=row[5],
        published=moment_or_none(row[6]),
        dated=day_or_none(row[7]),
        has_time=bool(row[8]),
        arrived=moment_or_none(row[9]),
        authors=tuple(json.loads(row[10])),
        language=row[11],
        title_is_made=bool(row[12]),
        is_teaser=bool(row[13]),
        replaces=row[14],
        is_from_page=bool(row[15]),
        updated=moment_or_none(row[16]),
    )


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(
        id=row[0],
        title=row[1],
        source=row[2],
        feed=row[3],
        url=row[4],
        moment=moment(row[5]),
        dated=day_or_none(row[6]),
        story=row[7],
        is_read=bool(row[8]),
        is_saved=bool(row[9]),
        has_reading=bool(row[10]),
        updated=moment_or_none(row[11]),
    )
