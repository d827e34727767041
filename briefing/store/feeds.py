"""Feeds: the reader's sources with their validators and their last error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from briefing.model import Feed, SourceKind
from briefing.store.database import Database, storable
from briefing.store.tally import recount, stories_of
from briefing.store.times import MICROSECOND, moment_or_none, stored, stored_or_none

COLUMNS = (
    "url, title, kind, site, tags, etag, last_modified,"
    " checked, succeeded, error, failures, next_try, retired, full_text, schedule, origin"
)
_UPDATES = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ")[1:])
_PUT = (
    f"INSERT INTO feeds ({COLUMNS}) VALUES ({','.join('?' * 16)})"
    f" ON CONFLICT (url) DO UPDATE SET {_UPDATES}"
)
PACE_DAYS = 28  # that are looked at for how much a feed brings


class FeedTable:
    """The feeds, each known by its `url`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Feed, ...]:
        """Every feed, in the order they were added."""
        rows = self._database.rows(f"SELECT {COLUMNS} FROM feeds ORDER BY number")
        return tuple(_feed(row) for row in rows)

    def get(self, url: str) -> Feed | None:
        """The feed of that address or path; None when it is none of the reader's."""
        row = self._database.row(f"SELECT {COLUMNS} FROM feeds WHERE url = ?", (url,))
        return None if row is None else _feed(row)

    def put(self, feeds: Iterable[Feed]) -> None:
        """Adds the feeds, or replaces those already there in their place."""
        with self._database.writing() as connection:
            connection.executemany(_PUT, [_row(feed) for feed in feeds])

    def update(self, feeds: Iterable[Feed]) -> None:
        """Replaces those already there; one that was removed meanwhile does not come back."""
        with self._database.writing() as connection:
            here = {row[0] for row in connection.execute("SELECT url FROM feeds")}
            connection.executemany(_PUT, [_row(feed) for feed in feeds if feed.url in here])

    def rename(self, url: str, new: str) -> bool:
        """Gives the feed and its articles another address; whether that could be done.

        It cannot where the other one is a feed already, or this one is none.
        """
        with self._database.writing() as connection:
            if self.get(url) is None or self.get(new) is not None:
                return False
            connection.execute(
                "UPDATE feeds SET url = ?1, origin = coalesce(origin, url) WHERE url = ?2",
                (new, url),
            )
            connection.execute("UPDATE articles SET feed = ? WHERE feed = ?", (new, url))
        return True

    def remove(self, url: str) -> Feed | None:
        """Takes the feed away and returns it; None when there was none.

        Its articles go with it, save those the reader has saved: they stay, with their versions.
        """
        with self._database.writing() as connection:
            feed = self.get(url)
            touched = stories_of(connection, "feed = ?", (url,))
            connection.execute("DELETE FROM feeds WHERE url = ?", (url,))
            connection.execute(
                "DELETE FROM articles WHERE feed = ?1 AND base NOT IN"
                " (SELECT base FROM articles WHERE feed = ?1 AND is_current AND is_saved)",
                (url,),
            )
            recount(connection, touched, has_changed=True)
        return feed

    def count(self, *, failing: bool = False) -> int:
        """How many feeds there are, or how many of them failed when last asked."""
        where = " WHERE error IS NOT NULL" if failing else ""
        return self._database.number(f"SELECT count(*) FROM feeds{where}")

    def per_day(self, now: datetime) -> dict[str, float]:
        """How many new articles each feed that has any brings a day, on average of four weeks.

        Counted by the days of the articles, so that a feed's first answer says it already.
        """
        day = timedelta(days=1)
        first = now - PACE_DAYS * day
        rows = self._database.rows(
            "SELECT feed, min(moment), sum(moment >= ?1) FROM articles"
            " WHERE is_current AND moment <= ?2 GROUP BY feed",
            (stored(first), stored(now)),
        )
        span = {row[0]: stored(now) - max(row[1], stored(first)) for row in rows}
        unit = day // MICROSECOND
        return {feed: count / max(1.0, span[feed] / unit) for feed, _, count in rows}


def _row(feed: Feed) -> Sequence[Any]:
    return storable(
        (
            feed.url,
            feed.title,
            feed.kind.value,
            feed.site,
            json.dumps(feed.tags),
            feed.etag,
            feed.last_modified,
            stored_or_none(feed.checked),
            stored_or_none(feed.succeeded),
            feed.error,
            feed.failures,
            stored_or_none(feed.next_try),
            feed.retired,
            feed.full_text,
            feed.schedule,
            feed.origin,
        )
    )


def _feed(row: Sequence[Any]) -> Feed:
    return Feed(
        url=row[0],
        title=row[1],
        kind=SourceKind(row[2]),
        site=row[3],
        tags=tuple(json.loads(row[4])),
        etag=row[5],
        last_modified=row[6],
        checked=moment_or_none(row[7]),
        succeeded=moment_or_none(row[8]),
        error=row[9],
        failures=row[10],
        next_try=moment_or_none(row[11]),
        retired=bool(row[12]),
        full_text=bool(row[13]),
        schedule=row[14],
        origin=row[15],
    )
