"""What every verb is given: the flags of the call, the desk they open, and how to speak."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

import click

from briefing.desk import Desk
from briefing.desk.days import parse_day, parse_now
from briefing.model import Step, Trouble
from briefing.settings import Settings, load_settings
from briefing.text import clean


@dataclass
class Call:
    """One call of the command line."""

    now: str | None = None
    theme: str | None = None
    quiet: bool = False
    verbose: bool = False
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        """The settings in force for this call."""
        return load_settings(theme=self.theme)

    @property
    def clock(self) -> Callable[[], datetime] | None:
        """The clock that `--now` sets, or None for the real one."""
        if self.now is None:
            return None
        moment = parse_now(self.now)
        return lambda: moment

    @property
    def moment(self) -> datetime:
        """This moment, or the one that `--now` sets."""
        return self.clock() if self.clock else datetime.now().astimezone()

    @contextmanager
    def desk(self, *, samples: bool | None = False) -> Iterator[Desk]:
        """A desk to work at; `samples=None`: the samples' while there is nothing of one's own."""
        opened = Desk.open(self.settings, samples=samples, clock=self.clock)
        try:
            yield opened
        finally:
            opened.close()

    def day(self, words: str | None, desk: Desk) -> date | None:
        """The day that `--day` names, or None."""
        return None if words is None else parse_day(words, desk.now().date())

    def say(self, line: str) -> None:
        """A message for people, unless the call is quiet."""
        if not self.quiet:
            click.echo(clean(line), err=True)

    def detail(self, line: str) -> None:
        """A message for people who asked for more."""
        if self.verbose and not self.quiet:
            click.echo(clean(line), err=True)

    async def follow(self, steps: AsyncIterator[Step | Trouble], *, at_end: bool = False) -> None:
        """Show a long job: a bar on a terminal; troubles are kept, told at once or at the end."""
        bar = Progress(is_shown=sys.stderr.isatty() and not self.quiet)
        try:
            async for step in steps:
                if isinstance(step, Step):
                    bar.show(step)
                    continue
                self.troubles.append(step)
                bar.failed += 1
                if not at_end:
                    bar.clear()
                    _tell(step)
        finally:
            bar.clear()
            for trouble in self.troubles if at_end else ():
                _tell(trouble)


def _tell(trouble: Trouble) -> None:
    click.echo(clean(f"{trouble.where}: {trouble.what}"), err=True)


class Progress:
    """One line on stderr that is painted over; nothing where there is no terminal."""

    WIDTH = 24
    WORDS: ClassVar = {
        "gather": "Asking sources",
        "pages": "Fetching pages",
        "group": "Grouping stories",
        "read": "Reading articles",
        "digest": "Summing up",
    }

    def __init__(self, *, is_shown: bool) -> None:
        self.failed = 0  # sources, as far as they were asked
        self._new = 0
        self._is_shown = is_shown
        self._painted = ""

    def show(self, step: Step) -> None:
        """Paint how far the stage has come."""
        if not self._is_shown:
            return
        filled = self.WIDTH * step.done // step.total if step.total else self.WIDTH
        line = (
            f"{self.WORDS.get(step.stage, step.stage):18} "
            f"{'━' * filled}{'─' * (self.WIDTH - filled)} {step.done}/{step.total}"
        )
        if step.stage == "gather":
            self._new += len(step.articles)
            line += f" · {self._new:,} new" if self._new else ""
            line += f" · {self.failed} failed" if self.failed else ""
        if line != self._painted:
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()
            self._painted = line

    def clear(self) -> None:
        """Take the line away."""
        if self._painted:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._painted = ""


def print_json(value: Any) -> None:
    """One JSON document on stdout; U+2028 and U+2029 are escaped, for scripts embed it."""
    words = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo(words.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
day_option = click.option("--day", metavar="DAY", help="YYYY-MM-DD, today, yesterday, -2.")
