"""`import`: an archive of articles into the store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from briefing.cli.context import Call
from briefing.text import counted


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.jsonl")
@click.option("--read", is_flag=True, help="Read the articles now, not at the next refresh.")
@click.pass_obj
def import_command(call: Call, file: Path, read: bool) -> None:
    """Bring an archive of articles into the store: JSON Lines with id, title, text, published,
    source and url.

    \b
    Example:  briefing import archive.jsonl
    """
    with call.desk() as desk:
        before = desk.counts().articles
        asyncio.run(call.follow(desk.import_archive(file)))
        if read:
            asyncio.run(call.follow(desk.refresh(feeds=())))
        new = desk.counts().articles - before
    failed = f", {counted(len(call.troubles), 'line')} not taken" if call.troubles else ""
    call.say(f"{counted(new, 'new article')}{failed}.")
    if call.troubles:
        raise SystemExit(3)
