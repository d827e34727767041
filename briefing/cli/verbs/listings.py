"""The verbs that list and show what is stored: stories, articles, actors, quotes, talks, search."""

from __future__ import annotations

import asyncio
from typing import Any

import click

from briefing.cli import shapes
from briefing.cli.context import Call, day_option, json_option, print_json
from briefing.cli.prose import (
    actor_line,
    article_prose,
    entry_line,
    headline_line,
    quote_lines,
    story_prose,
    talk_line,
)
from briefing.desk import Desk
from briefing.errors import NotFound
from briefing.model import Story
from briefing.text import one_line


@click.command("stories")
@click.option("--all", "is_all", is_flag=True, help="Every stored story, with its summary.")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@click.option("--sentences", default=3, show_default=True, type=click.IntRange(1, 100))
@day_option
@json_option
@click.pass_obj
def stories_command(
    call: Call, is_all: bool, count: bool, sentences: int, day: str | None, as_json: bool
) -> None:
    """List the stories of a day, the leading one first.

    \b
    Example:  briefing stories --day yesterday
              briefing stories --all --json --sentences 5
    """
    with call.desk() as desk:
        if count:
            click.echo(str(desk.counts().stories))
            return
        asyncio.run(call.follow(desk.regroup()))
        chosen = None if is_all else desk.day(call.day(day, desk))
        headlines = desk.headlines(desk.window(chosen) if chosen else None)
        if as_json and is_all:
            told = sorted(desk.told(headlines, sentences), key=lambda story: -story.rank)
            print_json([shapes.story_shape(story) for story in told])
        elif as_json:
            print_json([shapes.headline_shape(headline) for headline in headlines])
        else:
            _lines(call, [headline_line(headline, desk.now()) for headline in headlines], "story")


@click.command("articles")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@click.option("--unread", is_flag=True, help="Only those not read yet.")
@click.option("--limit", type=click.IntRange(1), help="At most so many, the newest first.")
@json_option
@click.pass_obj
def articles_command(
    call: Call, count: bool, unread: bool, limit: int | None, as_json: bool
) -> None:
    """List the stored articles, the newest first.

    \b
    Example:  briefing articles --limit 20
    """
    with call.desk() as desk:
        if count:
            click.echo(str(desk.counts().articles))
            return
        entries = desk.entries(unread=unread, limit=limit)
        if as_json:
            print_json([shapes.entry_shape(entry) for entry in entries])
        else:
            _lines(call, [entry_line(entry, desk.now()) for entry in entries], "article")


@click.command("show")
@click.argument("name", metavar="ID")
@json_option
@click.pass_obj
def show_command(call: Call, name: str, as_json: bool) -> None:
    """Print one story, or one article in full; ids are what `stories` and `articles` list.

    \b
    Example:  briefing show 3f2a9c
    """
    with call.desk(samples=None) as desk:
        try:
            story = desk.story(name)
        except NotFound:
            article = desk.article(name)
            if as_json:
                print_json(shapes.article_shape(article))
            else:
                click.echo(article_prose(article, desk.now()))
            return
        if as_json:
            print_json(shapes.story_shape(story))
        else:
            click.echo(story_prose(story, desk.now()))


@click.command("actors")
@day_option
@click.option("--limit", default=40, show_default=True, type=click.IntRange(1))
@json_option
@click.pass_obj
def actors_command(call: Call, day: str | None, limit: int, as_json: bool) -> None:
    """List who acts on a day, with their roles, the most talked about first.

    \b
    Example:  briefing actors --day today --limit 10
    """
    with call.desk() as desk:
        actors = _day_story(call, desk, day).actors[:limit]
        if as_json:
            print_json([shapes.actor_shape(actor) for actor in actors])
        else:
            _lines(call, [actor_line(actor) for actor in actors], "actor")


@click.command("quotes")
@day_option
@click.option("--by", "speaker", metavar="NAME", help="Only what this actor said, on any day.")
@click.option("--limit", default=40, show_default=True, type=click.IntRange(1))
@json_option
@click.pass_obj
def quotes_command(
    call: Call, day: str | None, speaker: str | None, limit: int, as_json: bool
) -> None:
    """List who said what on a day.

    \b
    Example:  briefing quotes --by "Karoline Leavitt"
    """
    with call.desk() as desk:
        if speaker:
            quotes = desk.about(speaker).quotes[:limit]
        else:
            quotes = _day_story(call, desk, day).quotes[:limit]
        if as_json:
            print_json([shapes.quote_shape(quote) for quote in quotes])
        else:
            sources = (desk.article(quote.at.article).source for quote in quotes)
            lines = [
                quote_lines(quote, source) for quote, source in zip(quotes, sources, strict=True)
            ]
            _lines(call, lines, "quote")


@click.command("talks")
@day_option
@click.option("--limit", default=40, show_default=True, type=click.IntRange(1))
@json_option
@click.pass_obj
def talks_command(call: Call, day: str | None, limit: int, as_json: bool) -> None:
    """List what is coming, counted from a day.

    \b
    Example:  briefing talks --day 2026-11-22
    """
    with call.desk() as desk:
        chosen = desk.day(call.day(day, desk)) or desk.now().date()
        talks = desk.upcoming(chosen, limit)
        if as_json:
            print_json([shapes.talk_shape(talk) for talk in talks])
        else:
            _lines(call, [talk_line(talk) for talk in talks], "coming event")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1))
@json_option
@click.pass_obj
def search_command(call: Call, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search the stored articles, quotes, actors and talks.

    \b
    Example:  briefing search ceasefire jeddah
    """
    with call.desk(samples=None) as desk:
        hits = desk.search(" ".join(words), limit)
        if as_json:
            print_json(
                [
                    {
                        "kind": hit.kind,
                        "title": hit.title,
                        "words": hit.words,
                        "article": hit.at.article,
                        "start": hit.at.start,
                        "end": hit.at.end,
                        "story": hit.story,
                    }
                    for hit in hits
                ]
            )
        else:
            lines = [
                f"{hit.kind:8} {one_line(hit.words, 100)}\n         {one_line(hit.title)}"
                f"  [{hit.at.article}]"
                for hit in hits
            ]
            _lines(call, lines, "hit")


def _day_story(call: Call, desk: Desk, words: str | None) -> Story:
    day = desk.day(call.day(words, desk))
    return desk.whole_day(desk.window(day or desk.now().date()))


def _lines(call: Call, lines: list[Any], noun: str) -> None:
    """Print the lines, or say on stderr that there are none and what to do."""
    if lines:
        click.echo("\n".join(lines))
    else:
        call.say(
            f"No {noun} here. `briefing feed add` brings a source, `briefing refresh` asks it, "
            "`briefing demo` shows sample articles."
        )
