"""Search: where words stand in articles, names, quotes and talks (FTS5).

The index of articles is brought up to date when somebody searches, for a reader who never does
should not pay for it; names, quotes and talks are few and are indexed as they come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from briefing.store.codec import unpack_actor, unpack_talk
from briefing.store.database import Database
from briefing.text import clean

FOUND_KINDS = ("actor", "article", "quote", "talk")
MOST_WORDS = 16  # of a question; the rest is not looked at
AT_ONCE = 1000  # articles indexed in one transaction
AROUND = 80  # characters of the text shown before and after a hit

# Gather takes control characters out of every text, so these can only be the index's own.
_OPEN, _SHUT = "\x02", "\x03"

_TERM = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')

_ARTICLES = f"""
SELECT articles.id, articles.title, stories.id,
    highlight(article_words, 1, '{_OPEN}', '{_SHUT}')
FROM article_words CROSS JOIN articles ON articles.number = article_words.rowid
LEFT JOIN stories ON stories.number = articles.story
WHERE article_words MATCH ? AND articles.is_current
ORDER BY bm25(article_words, 4.0, 1.0) LIMIT ?
"""

# One line for each name: the article that is most about it.
_ACTORS = """
SELECT articles.id, articles.title, stories.id, readings.findings, nth, max(salience)
FROM actor_words CROSS JOIN actors ON actors.number = actor_words.rowid
JOIN articles ON articles.number = actors.article
JOIN readings ON readings.article = actors.article
LEFT JOIN stories ON stories.number = articles.story
WHERE actor_words MATCH ? AND articles.is_current
GROUP BY folded ORDER BY count(*) DESC, folded LIMIT ?
"""

_QUOTES = """
SELECT articles.id, articles.title, stories.id, quotes.start, quotes."end", quotes.words
FROM quote_words CROSS JOIN quotes ON quotes.number = quote_words.rowid
JOIN articles ON articles.number = quotes.article
LEFT JOIN stories ON stories.number = articles.story
WHERE quote_words MATCH ? AND articles.is_current
ORDER BY bm25(quote_words), moment DESC LIMIT ?
"""

_TALKS = """
SELECT articles.id, articles.title, stories.id, readings.findings, nth
FROM talk_words CROSS JOIN talks ON talks.number = talk_words.rowid
JOIN articles ON articles.number = talks.article
JOIN readings ON readings.article = talks.article
LEFT JOIN stories ON stories.number = articles.story
WHERE talk_words MATCH ? AND articles.is_current
ORDER BY bm25(talk_words), moment DESC LIMIT ?
"""


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
        question = to_question(words)
        if not question or limit <= 0:
            return ()
        if "article" in kinds:
            self.catch_up()
        sources = {
            "actor": (_ACTORS, _found_actor),
            "article": (_ARTICLES, _found_article),
            "quote": (_QUOTES, _found_quote),
            "talk": (_TALKS, _found_talk),
        }
        with self._database.seeing():
            groups = [
                [to_found(row) for row in self._database.rows(sql, (question, limit))]
                for kind, (sql, to_found) in sources.items()
                if kind in kinds
            ]
        return tuple(_fair_share(groups, limit))

    def catch_up(self) -> int:
        """See `Store.index`."""
        added = 0
        while self._database.row(
            "SELECT 1 FROM texts WHERE number > (SELECT upto FROM search_mark) LIMIT 1"
        ):
            with self._database.writing() as connection:
                added += _index_some(connection)
        return added


def _index_some(connection: Connection) -> int:
    """Takes the next articles into the index, so few that other writers need not wait long."""
    some = (
        "SELECT number, title, text FROM texts WHERE number > (SELECT upto FROM search_mark)"
        f" ORDER BY number LIMIT {AT_ONCE}"
    )
    (last,) = connection.execute(f"SELECT max(number) FROM ({some})").fetchone()
    if last is None:
        return 0
    added = connection.execute(f"INSERT INTO article_words (rowid, title, text) {some}").rowcount
    connection.execute("UPDATE search_mark SET upto = ?", (last,))
    return added


def to_question(words: str) -> str:
    """The words as an FTS5 question that no string can break; "" when there is nothing to ask.

    Each word is quoted, so signs and operators are only text; the last may be a beginning.
    """
    terms = []
    for phrase, word in _TERM.findall(clean(words)):
        term = phrase or word
        if any(sign.isalnum() for sign in term):
            terms.append(f'"{term}"' + ("" if phrase else "*"))
    terms = terms[:MOST_WORDS]
    return " ".join([*(term.rstrip("*") for term in terms[:-1]), *terms[-1:]])


def _fair_share(groups: list[list[Found]], limit: int) -> list[Found]:
    """At most `limit` of them: one of each group in turn, so that what one leaves others take."""
    room = limit
    taken = [0] * len(groups)
    while room > 0 and any(taken[i] < len(group) for i, group in enumerate(groups)):
        for i, group in enumerate(groups):
            if room > 0 and taken[i] < len(group):
                taken[i] += 1
                room -= 1
    return [found for i, group in enumerate(groups) for found in group[: taken[i]]]


def _found_article(row: Sequence[Any]) -> Found:
    article, title, story, marked = row
    start = marked.find(_OPEN)
    if start < 0:
        return Found("article", article, 0, 0, marked[: 2 * AROUND].strip(), title, story)
    # Nothing stands before the first opening mark, so it is at an offset of the text itself.
    end = marked.index(_SHUT, start) - 1
    text = marked.replace(_OPEN, "").replace(_SHUT, "")
    return Found("article", article, start, end, _around(text, start, end), title, story)


def _around(text: str, start: int, end: int) -> str:
    """The words about a hit, on one line, cut where words end."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first > 0:
        before = "…" + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + "…"
    return " ".join((before + text[start:end] + after).split())


def _found_actor(row: Sequence[Any]) -> Found:
    article, title, story, findings, nth, _ = row
    actor = unpack_actor(findings, nth)
    start, end = (actor.mentions[0].start, actor.mentions[0].end) if actor.mentions else (0, 0)
    return Found("actor", article, start, end, actor.name, title, story)


def _found_quote(row: Sequence[Any]) -> Found:
    article, title, story, start, end, words = row
    return Found("quote", article, start, end, words, title, story)


def _found_talk(row: Sequence[Any]) -> Found:
    article, title, story, findings, nth = row
    talk = unpack_talk(findings, nth)
    return Found("talk", article, talk.sentence.start, talk.sentence.end, talk.what, title, story)
