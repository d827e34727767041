"""`brief` and `export`: the day's brief on the terminal or in a file."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from pathlib import Path

import click

from briefing.cli.context import Call, day_option, json_option
from briefing.desk import Desk
from briefing.desk.output import write_file
from briefing.errors import ExportError, UsageError

width_option = click.option(
    "--days",
    "width",
    default=1,
    show_default=True,
    type=click.IntRange(1, 31),
    help="Days it covers.",
)
short_option = click.option("--short", is_flag=True, help="Fit one screen.")


@click.command("brief")
@day_option
@width_option
@short_option
@json_option
@click.pass_obj
def brief_command(call: Call, day: str | None, width: int, short: bool, as_json: bool) -> None:
    """Print the day's brief; without sources of your own, that of the sample articles.

    \b
    Example:  briefing brief --day yesterday --short
    """
    print_brief(call, day, width, short=short, format="json" if as_json else "txt")


@click.command("export")
@click.option(
    "--format", "format", required=True, metavar="F", help="md, html, pdf, txt, json, ics."
)
@click.option("--output", required=True, metavar="PATH|-", help="A file, or - for stdout.")
@day_option
@width_option
@short_option
@click.pass_obj
def export_command(
    call: Call, format: str, output: str, day: str | None, width: int, short: bool
) -> None:
    """Write the day's brief in a format.

    \b
    Example:  briefing export --format html --output brief.html
              briefing export --format ics --output - > talks.ics
    """
    with call.desk(samples=None) as desk:
        desk.check_format(format)
        if output != "-":
            _check_place(Path(output))
        elif format == "pdf" and sys.stdout.isatty():
            raise UsageError("A PDF is not for a terminal. Name a file: --output brief.pdf")
        words = asyncio.run(_rendered(call, desk, call.day(day, desk), width, short, format))
    if output == "-":
        sys.stdout.buffer.write(words)
        sys.stdout.buffer.flush()
    else:
        write_file(Path(output), words)
        call.say(f"Written: {output}")


def print_brief(
    call: Call,
    day: str | None = None,
    width: int = 1,
    *,
    short: bool = False,
    format: str = "txt",
    samples: bool | None = None,
) -> None:
    """Print a brief on stdout, with progress on stderr while articles are still being read."""
    with call.desk(samples=samples) as desk:
        words = asyncio.run(_rendered(call, desk, call.day(day, desk), width, short, format))
    sys.stdout.buffer.write(words)
    sys.stdout.buffer.flush()


async def _rendered(
    call: Call, desk: Desk, day: date | None, width: int, short: bool, format: str
) -> bytes:
    chosen = desk.day(day) or desk.now().date()
    await call.follow(desk.prepare(desk.window(chosen, width)))
    brief = await desk.brief(chosen, width)
    return await desk.export(brief, format, short=short)


def _check_place(path: Path) -> None:
    """Fail before the work, not after it."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder. Name a file in it, e.g. {path / 'brief.md'}.")
    if not (path.parent or Path()).is_dir():
        raise ExportError(f"There is no folder {path.parent}. Make it first, or choose another.")
