"""Tally: keeps a story's row true when its articles, their marks or their readings change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

_CHOSEN = "stories.number IN (SELECT value FROM json_each(?))"

_DROP_EMPTY = f"""
DELETE FROM stories WHERE {_CHOSEN}
AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.story = stories.number)
"""

_COUNT = f"""
UPDATE stories SET (newest, articles, sources, unread, is_saved) = (
    SELECT max(moment), count(*), count(DISTINCT source), sum(NOT is_read), max(is_saved)
    FROM articles WHERE articles.story = stories.number
), changed = changed + ? WHERE {_CHOSEN}
"""

# A story whose lead has left bears the title of its earliest article.
_LEAD = f"""
UPDATE stories SET (lead, title) = (
    SELECT id, title FROM articles WHERE articles.story = stories.number
    ORDER BY moment, number LIMIT 1
) WHERE {_CHOSEN} AND NOT EXISTS (
    SELECT 1 FROM articles WHERE articles.id = stories.lead AND articles.story = stories.number
)
"""


def recount(connection: Connection, stories: Iterable[int], *, has_changed: bool) -> None:
    """Counts the stories of those numbers anew and drops the empty ones.

    `has_changed` says that what they tell may differ now, which makes them stale.
    """
    chosen = json.dumps(sorted(set(stories)))
    connection.execute(_DROP_EMPTY, (chosen,))
    connection.execute(_COUNT, (int(has_changed), chosen))
    connection.execute(_LEAD, (chosen,))


def stories_of(connection: Connection, where: str, parameters: Sequence[Any]) -> set[int]:
    """The numbers of the stories that have an article for which the condition holds."""
    return {
        row[0]
        for row in connection.execute(
            f"SELECT DISTINCT story FROM articles WHERE story IS NOT NULL AND {where}", parameters
        )
    }
