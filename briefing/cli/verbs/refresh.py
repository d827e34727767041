"""`refresh`: ask every source for news, store it, group it, read it."""

from __future__ import annotations

import asyncio

import click

from briefing.cli.context import Call, json_option, print_json


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
        if not before.feeds:
            call.say(
                "No source of your own yet. Add one: `briefing feed add URL|FILE|FOLDER`, "
                "or a list: `briefing opml import FILE`."
            )
        asyncio.run(call.follow(desk.refresh(read=not no_read, again=again, feeds=feeds or None)))
        after = desk.counts()
    new = after.articles - before.articles
    if as_json:
        print_json(
            {
                "feeds": after.feeds,
                "new": new,
                "articles": after.articles,
                "troubles": [{"where": t.where, "what": t.what} for t in call.troubles],
            }
        )
    else:
        failed = f", {len(call.troubles)} failed" if call.troubles else ""
        call.say(f"{after.feeds} sources, {new} new articles, {after.articles} stored{failed}.")
    if call.troubles:
        raise SystemExit(3)
