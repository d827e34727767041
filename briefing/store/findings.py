"""Findings: the readings of articles, and the ways to find an actor, a quote or a talk in them.

A reading is kept whole, as one JSON text; the narrow rows beside it only lead to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from sqlite3 import Connection

from briefing.model import Reading, Talk
from briefing.store.codec import pack_reading, unpack_reading, unpack_talk
from briefing.store.database import Database, names, storable
from briefing.store.times import LAST, stored
from briefing.text import fold

_TALKS = (
    "SELECT readings.findings, talks.nth FROM talks"
    " JOIN articles ON articles.number = talks.article"
    " JOIN readings ON readings.article = talks.article"
    " WHERE articles.is_current"
)


class FindingTable:
    """The readings, each known by the id of its article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, readings: Iterable[Reading]) -> tuple[str, ...]:
        """Stores the readings in place of older ones of the same articles; the ids stored.

        A reading of an article that is no longer in the store is passed over.
        """
        asked = {reading.article: reading for reading in readings}
        with self._database.writing() as connection:
            here = dict(
                connection.execute(
                    "SELECT id, number FROM articles WHERE id IN (SELECT value FROM json_each(?))",
                    (names(asked),),
                )
            )
            for article, reading in asked.items():
                if article in here:
                    _put(connection, here[article], reading)
            connection.execute(
                "UPDATE stories SET changed = changed + 1 WHERE number IN (SELECT story"
                " FROM articles WHERE number IN (SELECT value FROM json_each(?)))",
                (json.dumps(list(here.values())),),
            )
        return tuple([article for article in asked if article in here])

    def get(self, article: str) -> Reading | None:
        """The reading of that article; None when it has none."""
        return self.get_many((article,)).get(article)

    def get_many(self, articles: Iterable[str]) -> dict[str, Reading]:
        """The readings of those articles by article id; those without one are left out."""
        asked = list(dict.fromkeys(articles))
        rows = self._database.rows(
            "SELECT articles.id, findings FROM articles"
            " JOIN readings ON readings.article = articles.number"
            " WHERE articles.id IN (SELECT value FROM json_each(?))",
            (names(asked),),
        )
        here = {row[0]: unpack_reading(row[1]) for row in rows}
        return {article: here[article] for article in asked if article in here}

    def count(self, version: int = 0) -> int:
        """How many listed articles have a reading of at least that version."""
        return self._database.number(
            "SELECT count(*) FROM articles WHERE is_current AND reading >= ?", (version,)
        )

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
        before = LAST if told_before is None else stored(told_before)
        rows = self._database.rows(
            f"{_TALKS} AND talks.last >= ? AND coalesce(talks.first, talks.last) <= ?"
            " AND moment < ? ORDER BY coalesce(talks.first, talks.last), talks.last,"
            " moment DESC, talks.number LIMIT ?",
            (day.isoformat(), (until or date.max).isoformat(), before, limit),
        )
        if undated_since is not None and len(rows) < limit:
            rows += self._database.rows(
                f"{_TALKS} AND talks.last IS NULL AND moment >= ? AND moment < ?"
                " ORDER BY moment DESC, talks.number LIMIT ?",
                (stored(undated_since), before, limit - len(rows)),
            )
        return tuple([unpack_talk(findings, nth) for findings, nth in rows])

    def by_actor(self, name: str, limit: int | None = None) -> tuple[str, ...]:
        """The ids of listed articles with this actor, newest first; in any case and accents."""
        rows = self._database.rows(
            "SELECT DISTINCT articles.id FROM actors"
            " JOIN articles ON articles.number = actors.article"
            " WHERE articles.is_current AND actors.folded = ?"
            " ORDER BY moment DESC, articles.number DESC LIMIT ?",
            (fold(name), -1 if limit is None else limit),
        )
        return tuple([row[0] for row in rows])


def _put(connection: Connection, number: int, reading: Reading) -> None:
    connection.execute("DELETE FROM readings WHERE article = ?", (number,))
    connection.execute("INSERT INTO readings VALUES (?, ?)", (number, pack_reading(reading)))
    connection.execute(
        "UPDATE articles SET reading = ? WHERE number = ?", (reading.version, number)
    )
    connection.executemany(
        "INSERT INTO actors VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        [
            storable(
                (number, nth, actor.name, "\n".join(actor.aliases), fold(actor.name),
                 actor.kind.value, actor.salience)
            )
            for nth, actor in enumerate(reading.actors)
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO quotes VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        [
            storable(
                (number, nth, quote.speaker or "", fold(quote.speaker or ""), quote.at.start,
                 quote.at.end, quote.words)
            )
            for nth, quote in enumerate(reading.quotes)
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO talks VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        [storable(_talk_row(number, nth, talk)) for nth, talk in enumerate(reading.talks)],
    )


def _talk_row(number: int, nth: int, talk: Talk) -> tuple[int | str | None, ...]:
    first, last = talk.when.first, talk.when.last or talk.when.first
    return (
        number,
        nth,
        talk.what,
        "".join(f"\n{fold(who)}" for who in talk.who) + "\n",
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        talk.status.value,
    )
