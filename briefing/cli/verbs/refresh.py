"""`refresh`: ask every source for news, store it, group it, read it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import click

from briefing.cli.context import Call, json_option, print_json
from briefing.cli.shapes import moment
from briefing.desk.logins import exposed_words
from briefing.desk.values import Counts
from briefing.model import Feed
from briefing.text import counted


@click.command("refresh")
@click.option("--no-read", is_flag=True, help="Gather only; reading waits for the next time.")
@click.option("--again", is_flag=True, help="Read every stored article anew.")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Only this source.")
@json_option
@click.pass_obj
def refresh_command(
    call: Call, no_read: bool, again: bool, feeds: tuple[str, ...], as_json: bool
) -> None:
    """Ask every source for news and read what is new. Exit code 3 says that some failed.

    \b
    Example:  briefing refresh --no-read
    """
    with call.desk() as desk:
        before = desk.counts()
        retired = {feed.url for feed in desk.feeds.all() if feed.retired}
        if exposed := exposed_words(desk.settings):
            call.say(exposed)
        if not before.feeds:
            call.say(
                "No source of your own yet. Add one: `briefing feed add URL|FILE|FOLDER`, "
                "or a list: `briefing opml import FILE`."
            )
        steps = desk.refresh(read=not no_read, again=again, feeds=feeds or None)
        asyncio.run(call.follow(steps, at_end=True))
        after = desk.counts()
        failed = [
            feed
            for feed in desk.feeds.all()
            if feed.error and feed.url not in retired and (not feeds or feed.url in feeds)
        ]
    new = after.articles - before.articles
    if as_json:
        print_json(_as_json(call, after, new, failed))
    else:
        call.say(_in_words(after, new, len(failed)))
    if failed:
        raise SystemExit(3)


def _as_json(call: Call, after: Counts, new: int, failed: Sequence[Feed]) -> Mapping[str, object]:
    return {
        "feeds": after.feeds,
        "new": new,
        "articles": after.articles,
        "troubles": [{"where": t.where, "what": t.what} for t in call.troubles],
        "failed": [
            {"url": feed.url, "error": feed.error, "next_try": moment(feed.next_try)}
            for feed in failed
        ],
    }


def _in_words(after: Counts, new: int, failed: int) -> str:
    words = [
        counted(after.feeds, "source"),
        counted(new, "new article"),
        f"{after.articles:,} stored",
        *([f"{failed} failed"] if failed else []),
    ]
    return f"{', '.join(words)}."
