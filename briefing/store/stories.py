"""Stories: which articles are one event, and what they tell together.

Which article is in which story is set by `assign`; what a story tells by `put`. The counts of a
headline are kept by the store itself. A story without articles is no story: its row goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from briefing.model import Headline, Story
from briefing.store.articles import COLUMNS as ARTICLE_COLUMNS
from briefing.store.articles import WITH_TEXT, to_article
from briefing.store.codec import Digest, pack_digest, unpack_digest
from briefing.store.database import Database, names
from briefing.store.tally import recount
from briefing.store.times import IN_WINDOW, LAST, moment, stored, window

COLUMNS = "id, title, newest, articles, sources, unread, is_saved, rank, lead"
_IDS = "id IN (SELECT value FROM json_each(?))"


class StoryTable:
    """The stories, each known by its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def assign(self, stories: Mapping[str, str]) -> tuple[str, ...]:
        """Puts articles (ids) into stories (ids), new or known; the ids of stories that changed.

        A new story bears the title of its earliest article until it is told. Unknown and superseded
        articles are passed over; articles not named stay where they are.
        """
        with self._database.writing() as connection:
            now = _assignments(connection, stories)
            moves = {
                article: stories[article]
                for article, story in now.items()
                if story != stories[article]
            }
            numbers = _numbers(connection, moves.values())
            left = _numbers(connection, [now[article] for article in moves if now[article]])
            connection.executemany(
                "UPDATE articles SET story = ? WHERE id = ?",
                [(numbers[story], article) for article, story in moves.items()],
            )
            recount(connection, {*numbers.values(), *left.values()}, has_changed=True)
        return tuple(sorted({*numbers, *left}))

    def put(self, stories: Iterable[Story]) -> tuple[str, ...]:
        """Stores what the stories tell, their lead, title and rank; the ids stored.

        Who is in a story is not touched: see `assign`. A story that is no longer in the store is
        passed over; one told from other articles or readings than it has by now stays stale.
        """
        with self._database.writing() as connection:
            return tuple([story.id for story in stories if _put(connection, story)])

    def headlines(
        self,
        start: datetime | None = None,
        end: datetime | None = None,
        *,
        unread: bool = False,
        saved: bool = False,
        limit: int | None = None,
    ) -> tuple[Headline, ...]:
        """The stories that have an article between the two (as in `articles.between`), by rank.

        Without a start or an end, all of them. `unread` keeps those with an article not read.
        """
        conditions = ["1"]
        parameters: list[str | int] = []
        if start is not None or end is not None:
            conditions.append(
                f"number IN (SELECT story FROM articles WHERE is_current AND {IN_WINDOW})"
            )
            parameters += window(start, end)
        if unread:
            conditions.append("unread > 0")
        if saved:
            conditions.append("is_saved")
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM stories WHERE {' AND '.join(conditions)}"
            " ORDER BY rank DESC, newest DESC, id LIMIT ?",
            (*parameters, -1 if limit is None else limit),
        )
        return tuple([_headline(row) for row in rows])

    def get_many_headlines(self, stories: Iterable[str]) -> tuple[Headline, ...]:
        """The headlines of those stories, in that order; unknown ids are passed over."""
        asked = list(dict.fromkeys(stories))
        rows = self._database.rows(f"SELECT {COLUMNS} FROM stories WHERE {_IDS}", (names(asked),))
        here = {row[0]: _headline(row) for row in rows}
        return tuple([here[story] for story in asked if story in here])

    def get(self, story: str) -> Story | None:
        """The story with all its articles: lead first, then newest first; None when there is none.

        Findings of an article that has left the story since it was told are left out, so every span
        in it points into one of its articles.
        """
        with self._database.seeing():
            row = self._database.row(
                "SELECT id, title, rank, findings, number FROM stories"
                " LEFT JOIN digests ON digests.story = stories.number WHERE id = ?",
                (story,),
            )
            if row is None:
                return None
            members = self._database.rows(
                f"SELECT {ARTICLE_COLUMNS}, reading IS NULL FROM {WITH_TEXT}"
                " WHERE articles.story = ?1 ORDER BY"
                " articles.id <> (SELECT lead FROM stories WHERE number = ?1),"
                " moment DESC, articles.number DESC",
                (row[4],),
            )
        articles = tuple([to_article(member) for member in members])
        digest = Digest()
        if row[3] is not None:
            digest = unpack_digest(row[3], {article.id for article in articles})
        return Story(
            id=row[0],
            title=row[1],
            articles=articles,
            summary=digest.summary,
            actors=digest.actors,
            quotes=digest.quotes,
            talks=digest.talks,
            rank=row[2],
            unread_articles=sum(member[-1] for member in members),
        )

    def members(self, story: str, until: datetime | None = None) -> tuple[str, ...]:
        """The ids of its articles, lead first, then newest first; empty when there is none such.

        With `until`, without the articles that came later.
        """
        before = LAST if until is None else stored(until)
        rows = self._database.rows(
            "SELECT articles.id FROM stories JOIN articles ON articles.story = stories.number"
            " WHERE stories.id = ? AND moment < ?"
            " ORDER BY articles.id <> lead, moment DESC, articles.number DESC",
            (story, before),
        )
        return tuple([row[0] for row in rows])

    def of(self, articles: Iterable[str]) -> dict[str, str]:
        """The stories (ids) of those articles (ids); those in none are left out."""
        rows = self._database.rows(
            "SELECT articles.id, stories.id FROM articles"
            " JOIN stories ON stories.number = articles.story"
            " WHERE articles.id IN (SELECT value FROM json_each(?))",
            (names(articles),),
        )
        return dict(rows)

    def stale(self) -> tuple[str, ...]:
        """The ids of stories not told yet, or told before their articles or readings changed.

        Those with the newest article come first.
        """
        rows = self._database.rows(
            "SELECT id FROM stories WHERE told IS NULL OR told <> changed ORDER BY newest DESC, id"
        )
        return tuple([row[0] for row in rows])

    def count(self) -> int:
        """How many stories there are."""
        return self._database.number("SELECT count(*) FROM stories")


def _assignments(connection: Connection, articles: Iterable[str]) -> dict[str, str | None]:
    """The listed ones among the articles, each with the story it is in now."""
    return dict(
        connection.execute(
            "SELECT articles.id, stories.id FROM articles"
            " LEFT JOIN stories ON stories.number = articles.story"
            " WHERE is_current AND articles.id IN (SELECT value FROM json_each(?))",
            (names(articles),),
        )
    )


def _numbers(connection: Connection, stories: Iterable[str | None]) -> dict[str, int]:
    """The numbers of the stories, which are made when they are new."""
    chosen = names(sorted({story for story in stories if story is not None}))
    connection.execute(
        "INSERT INTO stories (id) SELECT value FROM json_each(?) WHERE 1 ON CONFLICT DO NOTHING",
        (chosen,),
    )
    return dict(connection.execute(f"SELECT id, number FROM stories WHERE {_IDS}", (chosen,)))


def _put(connection: Connection, story: Story) -> bool:
    row = connection.execute(
        "SELECT number, changed FROM stories WHERE id = ?", (story.id,)
    ).fetchone()
    if row is None:
        return False
    number, changed = row
    members = dict(
        connection.execute("SELECT id, reading IS NULL FROM articles WHERE story = ?", (number,))
    )
    is_told_from_these = (
        members.keys() == {article.id for article in story.articles}
        and sum(members.values()) == story.unread_articles
    )
    connection.execute(
        "UPDATE stories SET rank = ?, told = ? WHERE number = ?",
        (story.rank, changed if is_told_from_these else None, number),
    )
    if story.articles and story.articles[0].id in members:
        connection.execute(
            "UPDATE stories SET title = ?, lead = ? WHERE number = ?",
            (story.title, story.articles[0].id, number),
        )
    digest = Digest(story.summary, story.actors, story.quotes, story.talks)
    connection.execute(
        "INSERT INTO digests VALUES (?, ?)"
        " ON CONFLICT (story) DO UPDATE SET findings = excluded.findings",
        (number, pack_digest(digest)),
    )
    return True


def _headline(row: Sequence[Any]) -> Headline:
    return Headline(
        id=row[0],
        title=row[1],
        newest=moment(row[2]),
        articles=row[3],
        sources=row[4],
        unread=row[5],
        is_saved=bool(row[6]),
        rank=row[7],
        lead=row[8],
    )
