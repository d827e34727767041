"""`demo`, and what opens without a verb: the dashboard, or the brief where there is no terminal."""

from __future__ import annotations

import os
import sys

import click

from briefing.cli.context import Call


@click.command("demo")
@click.pass_obj
def demo_command(call: Call) -> None:
    """Open the dashboard on the sample articles, in a store of their own.

    \b
    Example:  briefing demo
    """
    open_screen(call, samples=True)


def open_screen(call: Call, *, samples: bool | None = None) -> None:
    """The dashboard on this terminal; without one, today's brief as text."""
    if not has_terminal():
        from briefing.cli.verbs.brief import print_brief

        call.detail("No terminal here: printing the brief instead of opening the dashboard.")
        print_brief(call, samples=samples)
        return
    from briefing.tui.app import run

    with call.desk(samples=samples) as desk:
        code = run(desk)
    if code:
        raise SystemExit(code)


def has_terminal() -> bool:
    """Whether a full-screen program can be shown and typed at."""
    if os.environ.get("TERM", "dumb") in ("", "dumb", "unknown") and os.name != "nt":
        return False
    return sys.stdin.isatty() and sys.stdout.isatty()
