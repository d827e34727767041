"""`feed` and `opml`: sources in and out."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path

import click

from briefing.cli.context import Call, json_option, print_json
from briefing.cli.prose import feed_line
from briefing.cli.shapes import feed_shape, moment
from briefing.cli.verbs.logins import login_command, logout_command
from briefing.desk import Desk
from briefing.desk.feeds import Checked, check_all, read_opml
from briefing.desk.output import write_file
from briefing.errors import BriefingError, SeveralFeeds, SourceError
from briefing.model import Feed
from briefing.text import clean, counted


@click.group("feed")
def feed_command() -> None:
    """Add, list, remove and check sources: feeds, files and folders of articles."""


feed_command.add_command(login_command)
feed_command.add_command(logout_command)


@feed_command.command("add")
@click.argument("places", nargs=-1, required=True, metavar="URL|FILE|FOLDER ...")
@click.option("--title", default="", help="What to call it.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given again.")
@click.option("--full-text", is_flag=True, help="Fetch the pages of its teasers.")
@click.pass_obj
def feed_add(
    call: Call, places: tuple[str, ...], title: str, tags: tuple[str, ...], full_text: bool
) -> None:
    """Add a source, with the articles it holds now; `briefing refresh` brings new ones and reads.

    \b
    Example:  briefing feed add https://example.org/feed.xml ~/articles
    """
    failed: BriefingError | None = None
    with call.desk() as desk:
        for place in places:
            try:
                added = _added(desk, place, title, tags)
            except BriefingError as error:
                click.echo(clean(f"briefing: {error}"), err=True)
                failed = error
            else:
                for feed in added:
                    if full_text:
                        desk.feeds.fetch_pages_of(feed.url)
                    call.say(f"Added: {feed.name}")
                    _say_trouble(feed)
    if failed:
        raise SystemExit(failed.exit_code)


def _say_trouble(feed: Feed) -> None:
    """What is already known to stand in the way of an added feed."""
    if feed.error:
        click.echo(clean(f"briefing: {feed.name}: {feed.error}"), err=True)


def _added(desk: Desk, place: str, title: str, tags: tuple[str, ...]) -> tuple[Feed, ...]:
    """What the place names, added; of a site's several feeds those that the reader chooses."""
    try:
        return asyncio.run(desk.feeds.add_all(place, title=title, tags=tags))
    except SeveralFeeds as several:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        chosen = _chosen(several.choices)
    added: list[Feed] = []
    for url in chosen:
        added += asyncio.run(desk.feeds.add_all(url, title=title, tags=tags))
    return tuple(added)


def _chosen(choices: tuple[str, ...]) -> tuple[str, ...]:
    """Ask which of several feeds; none is an answer too."""
    click.echo(f"This site offers {len(choices)} feeds:", err=True)
    for number, choice in enumerate(choices, 1):
        click.echo(clean(f"{number:3}  {choice}"), err=True)
    while True:
        words = click.prompt(
            "Which? Their numbers, all or none", default="none", show_default=False, err=True
        )
        named = re.split(r"[\s,]+", words.strip().casefold())
        if named == ["all"]:
            return choices
        if named == ["none"]:
            return ()
        if all(re.fullmatch("[0-9]{1,4}", name) for name in named):
            numbers = dict.fromkeys(map(int, named))
            if all(1 <= number <= len(choices) for number in numbers):
                return tuple(choices[number - 1] for number in numbers)
        click.echo(f"A number from 1 to {len(choices)} is needed.", err=True)


@feed_command.command("list")
@json_option
@click.pass_obj
def feed_list(call: Call, as_json: bool) -> None:
    """List the sources and how they are.

    \b
    Example:  briefing feed list
    """
    with call.desk() as desk:
        feeds, per_day, now = desk.feeds.all(), desk.feeds.per_day(), desk.now()
    if as_json:
        print_json([feed_shape(feed, per_day.get(feed.url)) for feed in feeds])
    elif feeds:
        click.echo("\n".join(feed_line(feed, per_day.get(feed.url), now) for feed in feeds))
    else:
        call.say("No source yet. Add one: `briefing feed add URL|FILE|FOLDER`.")


@feed_command.command("remove")
@click.argument("url")
@click.pass_obj
def feed_remove(call: Call, url: str) -> None:
    """Remove a source and its articles; saved articles stay.

    \b
    Example:  briefing feed remove https://example.org/feed.xml
    """
    with call.desk() as desk:
        feed = desk.feeds.remove(url)
    call.say(f"Removed: {feed.name}. Its saved articles stay.")


@feed_command.command("set")
@click.argument("url")
@click.option(
    "--full-text",
    type=click.Choice(["on", "off"]),
    required=True,
    help="Whether the pages of its teasers are fetched.",
)
@click.pass_obj
def feed_set(call: Call, url: str, full_text: str) -> None:
    """Change how a source is treated.

    \b
    Example:  briefing feed set https://example.org/feed.xml --full-text on
    """
    with call.desk() as desk:
        feed = desk.feeds.fetch_pages_of(url, full_text == "on")
    done = "are fetched from now on" if feed.full_text else "are not fetched any more"
    call.say(f"{feed.name}: the pages of its teasers {done}.")


@feed_command.command("check")
@click.argument("places", nargs=-1, required=True, metavar="FILE|URL ...")
@json_option
@click.pass_obj
def feed_check(call: Call, places: tuple[str, ...], as_json: bool) -> None:
    """Read feeds without storing anything, and say what is in them.

    \b
    Example:  briefing feed check https://example.org/feed.xml --json
    """
    is_feed = True
    for place, checked in check_all(places, call.settings, call.moment):
        click.echo(_checked_json(checked) if as_json else _checked_prose(place, checked))
        is_feed &= bool(checked.format)
    if not is_feed:
        raise SystemExit(1)


def _checked_json(checked: Checked) -> str:
    entries = [
        {
            "id": name,
            "title": article.title,
            "url": article.url,
            "published": moment(article.published),
            "text": article.text,
        }
        for name, article in zip(checked.names, checked.articles, strict=True)
    ]
    shape = {
        "title": checked.title,
        "format": checked.format,
        "entries": entries,
        "problems": list(checked.problems),
    }
    return json.dumps(shape, ensure_ascii=True)


def _checked_prose(place: str, checked: Checked) -> str:
    kind = checked.format or "no feed"
    dates = sum(article.published is not None for article in checked.articles)
    lines = [
        f"{checked.title or place}: {kind}, {len(checked.articles)} articles, {dates} dated",
        *(f"   {article.title}" for article in checked.articles[:5]),
        *(f"   ! {problem}" for problem in checked.problems),
    ]
    return "\n".join(lines)


@click.group("opml")
def opml_command() -> None:
    """Take subscription lists (OPML) in and out."""


@opml_command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def opml_import(call: Call, file: Path) -> None:
    """Add every feed of a list; folders become tags.

    \b
    Example:  briefing opml import subscriptions.opml
    """
    with call.desk() as desk:
        added, known = desk.feeds.import_opml(file)
    for feed in added:
        _say_trouble(feed)
    call.say(
        f"{counted(len(added), 'feed')} added, {known} already there. `briefing refresh` asks them."
    )


@opml_command.command("export")
@click.option("--output", default="-", show_default=True, metavar="PATH|-")
@click.pass_obj
def opml_export(call: Call, output: str) -> None:
    """Write the feeds as a list that other readers take.

    \b
    Example:  briefing opml export --output feeds.opml
    """
    with call.desk() as desk:
        words = desk.feeds.export_opml()
    if output == "-":
        sys.stdout.buffer.write(words)
        sys.stdout.buffer.flush()
    else:
        write_file(Path(output), words)


@opml_command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def opml_check(call: Call, file: Path, as_json: bool) -> None:
    """Say what feeds a list holds, storing nothing.

    \b
    Example:  briefing opml check subscriptions.opml
    """
    feeds = read_opml(file)
    if as_json:
        print_json(
            {
                "feeds": [
                    {"title": feed.title, "url": feed.url, "folder": "/".join(feed.tags)}
                    for feed in feeds
                ]
            }
        )
    elif feeds:
        click.echo("\n".join(f"{feed.name}\n   {feed.url}" for feed in feeds))
    if not feeds:
        raise SourceError(f"{file} holds no feeds. A list in the OPML format is needed.")
