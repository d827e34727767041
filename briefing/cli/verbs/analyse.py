"""`analyse`: read articles and print what is found; no store is touched."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from briefing.cli.context import Call, json_option, print_json
from briefing.cli.shapes import reading_shape
from briefing.desk.reading import Rules, analyse, local_articles
from briefing.errors import BriefingError, UsageError
from briefing.model import Article, Reading, Span
from briefing.text import REPLACEMENT

# JSON can write halves of a character that no encoder takes.
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


@click.command("analyse")
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE ...]")
@click.option("--published", metavar="DATE", help="Publication day, for articles that bear none.")
@click.option("--sentences", default=3, show_default=True, type=click.IntRange(1, 100))
@click.option(
    "--jsonl", is_flag=True, help="Answer JSON Lines from stdin (FILE is -), a line each."
)
@json_option
@click.pass_obj
def analyse_command(
    call: Call,
    files: tuple[str, ...],
    published: str | None,
    sentences: int,
    jsonl: bool,
    as_json: bool,
) -> None:
    """Read articles and print what is found in them; nothing is stored.

    \b
    Example:  briefing analyse article.txt --published 2025-03-20
              briefing analyse --jsonl - < articles.jsonl
    """
    if jsonl:
        _answer_lines(call, sentences)
        return
    if not files:
        raise UsageError("Name a file to read, e.g. `briefing analyse article.txt`.")
    day = _day(published)
    answers = []
    for article in _articles(call, files):
        dated = _dated(article, day) if day and article.dated is None else article
        answers.append((dated, *_read(call, dated, sentences)))
    if as_json:
        shapes = [reading_shape(*answer, answer[0].id) for answer in answers]
        print_json(shapes[0] if len(shapes) == 1 else shapes)
    else:
        from briefing.cli.prose import reading_prose

        click.echo("\n\n".join(reading_prose(*answer) for answer in answers))
    if call.troubles:
        raise SystemExit(1)


def _read(call: Call, article: Article, most: int) -> tuple[Reading, tuple[Span, ...]]:
    """What the dashboard's own stages find in one article."""
    return analyse(article, Rules.of(call.settings), most)


def _articles(call: Call, files: tuple[str, ...]) -> Iterator[Article]:
    for file in files:
        articles, troubles = local_articles(Path(file), datetime.now(UTC))
        for trouble in troubles:
            call.troubles.append(trouble)
            click.echo(f"{trouble.where}: {trouble.what}", err=True)
        yield from articles


def _day(words: str | None) -> datetime | None:
    if words is None:
        return None
    try:
        return datetime.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"--published {words!r} is no date. Write YYYY-MM-DD.") from error


def _dated(article: Article, published: datetime) -> Article:
    """The article with that publication day; its own zone decides which day it is."""
    aware = published if published.tzinfo else published.replace(tzinfo=UTC)
    has_time = (published.hour, published.minute) != (0, 0) or published.tzinfo is not None
    return replace(
        article, published=aware.astimezone(UTC), dated=published.date(), has_time=has_time
    )


def _answer_lines(call: Call, sentences: int) -> None:
    """Answer each line of stdin with one line, flushed at once; a bad line stops nothing."""
    rules = Rules.of(call.settings)
    for line in sys.stdin.buffer:
        answer = _answer(line, rules, sentences)
        sys.stdout.write(json.dumps(answer, ensure_ascii=True) + "\n")
        sys.stdout.flush()


def _answer(line: bytes, rules: Rules, sentences: int) -> dict[str, Any]:
    name: Any = None
    try:
        given = json.loads(line.decode("utf-8"))
        if not isinstance(given, dict):
            return {"id": None, "error": "the line is no JSON object"}
        name = given.get("id")
        article = _given_article(given)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return {"id": None, "error": "the line is not JSON in UTF-8"}
    except UsageError as error:
        return {"id": name, "error": str(error)}
    try:
        reading, summary = analyse(article, rules, sentences)
    except BriefingError:
        raise  # the settings are wrong: every article would fail in the same way
    except Exception as error:  # noqa: BLE001 — one article must not stop the stream
        return {"id": name, "error": f"{type(error).__name__}: {error}"}
    # The text goes back as it was given, whatever had to be put in place of half a character.
    return reading_shape(article, reading, summary, name) | {"text": given["text"]}


def _given_article(given: dict[str, Any]) -> Article:
    text = given.get("text")
    if not isinstance(text, str):
        raise UsageError('"text" is missing or no string')
    title = given.get("title")
    if title is not None and not isinstance(title, str):
        raise UsageError('"title" is no string')
    from briefing.sentences import make_headline

    name = str(given.get("id") or "article")
    text = _HALF_CHARACTERS.sub(REPLACEMENT, text)
    article = Article(
        name, title or make_headline(text), text, title_is_made=not title, arrived=datetime.now(UTC)
    )
    published = given.get("published")
    if published is None:
        return article
    if not isinstance(published, str):
        raise UsageError('"published" is no string')
    try:
        return _dated(article, datetime.fromisoformat(published))
    except (ValueError, OverflowError) as error:
        raise UsageError(f'"published" {published!r} is no date; write YYYY-MM-DD') from error
