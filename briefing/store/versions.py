"""Versions: what becomes of an article that arrives: new, unchanged, or a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

from briefing.model import Article
from briefing.store.database import names, storable
from briefing.store.tally import recount
from briefing.store.times import stored, stored_or_none

_INSERT = f"INSERT INTO articles VALUES ({','.join('?' * 26)})"


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of articles that were put: ids as stored."""

    new: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()  # the ids of the new versions; `Article.replaces` names the old
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class _Version:
    """The newest version of an article as far as it decides about the next."""

    number: int
    id: str
    base: str
    version: int
    title: str
    text: str
    is_teaser: bool
    story: int | None = None
    is_read: bool = False
    is_saved: bool = False
    updated: int | None = None
    fed_title: str | None = None  # of the feed's last version, where the newest is from the page
    fed_text: str | None = None

    def says(self, article: Article) -> bool:
        """Whether the article brings nothing new."""
        if article.is_teaser and not self.is_teaser:
            return True
        if self.fed_text is not None and not article.is_from_page:
            # The feed says again what the page has replaced.
            return self.fed_text == article.text and self.fed_title == article.title
        return self.text == article.text and self.title == article.title


def put_articles(connection: Connection, articles: Iterable[Article]) -> PutResult:
    """Does what `ArticleTable.put` says, inside a transaction."""
    asked = [_clean(article) for article in articles]
    known = _known(connection, [article.id for article in asked])
    number = _last_number(connection)
    added: list[_Version] = []
    rows: list[Sequence[Any]] = []
    replaced: list[tuple[_Version, _Version]] = []
    for article in asked:
        old = known.get(article.id)
        if old is not None and old.says(article):
            continue
        number += 1
        if old is None:
            new, kept = _first(number, article), article
        else:
            new, kept = _next(number, article, old, _free_version(connection, old, known))
            replaced.append((old, new))
        known[article.id] = known[new.id] = new
        added.append(new)
        rows.append(_row(kept, new))
    connection.executemany(_INSERT, rows)
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?, ?)", [(new.number, new.title, new.text) for new in added]
    )
    _supersede(connection, replaced)
    return PutResult(
        new=tuple([new.id for new in added if new.version == 1]),
        revised=tuple([new.id for new in added if new.version > 1]),
        unchanged=len(asked) - len(added),
    )


def _known(connection: Connection, ids: list[str]) -> dict[str, _Version]:
    """The newest versions of the articles, by the id asked for (that of any of its versions)."""
    columns = (
        "newest.number, newest.id, newest.base, newest.version, texts.title, texts.text,"
        " newest.is_teaser, newest.story, newest.is_read, newest.is_saved, newest.updated,"
        " fed.title, fed.text"
    )
    rows = connection.execute(
        f"SELECT asked.id, {columns} FROM articles AS asked"
        " JOIN articles AS newest ON newest.base = asked.base AND newest.is_current"
        " JOIN texts ON texts.number = newest.number"
        " LEFT JOIN texts AS fed ON fed.number = CASE WHEN newest.is_from_page THEN"
        " (SELECT max(number) FROM articles AS other"
        " WHERE other.base = newest.base AND NOT other.is_from_page) END"
        " WHERE asked.id IN (SELECT value FROM json_each(?))",
        (names(ids),),
    )
    return {row[0]: _Version(*row[1:]) for row in rows}


def _last_number(connection: Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
    return 0 if row is None else int(row[0])


def _first(number: int, article: Article) -> _Version:
    """The article as the first version of itself."""
    words = article.title, article.text, article.is_teaser
    return _Version(number, article.id, article.id, 1, *words)


def _next(number: int, article: Article, old: _Version, version: int) -> tuple[_Version, Article]:
    """The article as the next version of an old one: what decides on others, and what is stored."""
    name = f"{old.base}~{version}"
    words = article.title, article.text, article.is_teaser
    # A teaser that becomes a full text was completed, not changed; nor does its page change it.
    is_edit = old.is_teaser == article.is_teaser and not article.is_from_page
    updated = stored_or_none(article.arrived) if is_edit else old.updated
    marks = old.story, old.is_read, old.is_saved
    new = _Version(number, name, old.base, version, *words, *marks, updated)
    return new, replace(article, id=name, replaces=old.id)


def _free_version(connection: Connection, old: _Version, known: Mapping[str, _Version]) -> int:
    """The number after the old one's whose id nobody bears."""
    version = old.version + 1
    while (
        f"{old.base}~{version}" in known
        or connection.execute(
            "SELECT 1 FROM articles WHERE id = ?", (f"{old.base}~{version}",)
        ).fetchone()
    ):
        version += 1
    return version


def _supersede(connection: Connection, replaced: list[tuple[_Version, _Version]]) -> None:
    """Takes the old versions out of the lists and gives their lead to the new ones."""
    connection.executemany(
        "UPDATE articles SET is_current = 0, story = NULL WHERE number = ?",
        [(old.number,) for old, _ in replaced],
    )
    connection.executemany(
        "UPDATE stories SET lead = ?, title = ? WHERE number = ? AND lead = ?",
        [(new.id, new.title, new.story, old.id) for old, new in replaced],
    )
    stories = {new.story for _, new in replaced if new.story is not None}
    recount(connection, stories, has_changed=True)


def _row(article: Article, version: _Version) -> Sequence[Any]:
    moment = article.moment
    return (
        version.number,
        version.id,
        version.base,
        version.version,
        article.title,
        article.feed,
        article.source,
        article.url,
        stored_or_none(article.published),
        article.dated and article.dated.isoformat(),
        article.has_time,
        stored_or_none(article.arrived),
        json.dumps(article.authors),
        article.language,
        article.title_is_made,
        article.is_teaser,
        article.replaces,
        0 if moment is None else stored(moment),
        article.dated.isoformat() if article.dated and not article.has_time else None,
        version.story,
        True,
        version.is_read,
        version.is_saved,
        None,
        article.is_from_page,
        version.updated,
    )


def _clean(article: Article) -> Article:
    """The article as UTF-8 can say it."""
    words = (article.id, article.title, article.text, article.feed, article.source, article.url)
    kept = storable(words)
    if kept is words:
        return article
    names = dict(zip(("id", "title", "text", "feed", "source", "url"), kept, strict=True))
    return replace(article, **names)
