"""The app: themes, keys, and the one job that brings in and reads the news.

The job runs on the event loop (its heavy parts run elsewhere) and only posts messages; the screens
decide what to ask again. The desk may change under them: the samples step aside for the first
source of one's own.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from briefing.model import Trouble
from briefing.text import one_line
from briefing.tui import commands, themes
from briefing.tui.bars import Progress, after
from briefing.tui.dashboard import Dashboard
from briefing.tui.place import Place, browse
from briefing.tui.steps import Advanced, DeskChanged, Ended

if TYPE_CHECKING:
    from briefing.desk import Desk

REFRESH = "refresh"


class BriefingApp(App[int], inherit_bindings=False):
    """The screen over a desk."""

    CSS_PATH = "briefing.tcss"
    TITLE = "briefing"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-widest")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, desk: Desk) -> None:
        is_plain = themes.is_colourless()
        super().__init__(ansi_color=True if is_plain else None)
        self.desk = desk
        self.progress: Progress | None = None
        self.troubles: tuple[Trouble, ...] = ()
        self.browse: Callable[[Iterable[str]], None] = browse
        self.key_problems = commands.key_problems(desk.settings.keys)
        keys = {} if self.key_problems else dict(desk.settings.keys)
        self.table = commands.with_keys(keys)
        self.set_keymap({each.id: ",".join(each.keys) for each in self.table if each.id in keys})
        for theme in themes.themes_of(desk.settings.themes).values():
            self.register_theme(theme)
        wanted = desk.settings.theme
        self.theme_is_unknown = wanted not in self.available_themes
        if is_plain:
            self.theme = themes.PLAIN
        elif not self.theme_is_unknown:
            self.theme = wanted
        self._job: Worker[None] | None = None
        self.dashboard = Dashboard()

    def get_default_screen(self) -> Screen[Any]:
        """The dashboard is the ground all else is laid on."""
        return self.dashboard

    def on_mount(self) -> None:
        """Say what is wrong with the settings, quietly go on without it."""
        for problem in self.key_problems:
            self.notify(problem, title="Keys", severity="warning", markup=False, timeout=12)
        if self.theme_is_unknown:
            self.notify(
                f"No theme called {one_line(self.desk.settings.theme, 40)}. T lists them.",
                severity="warning",
                markup=False,
            )

    def leave(self) -> None:
        """End at once; what the job has stored is kept, the rest is found next time."""
        self.workers.cancel_group(self, REFRESH)
        self.exit(0)

    def use(self, desk: Desk) -> None:
        """Go on with another desk or other sources; what runs is left, what it stored stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.progress = None
        self.desk = desk
        self.dashboard.post_message(DeskChanged())

    # ---- the job

    def make_ready(self) -> None:
        """Let processes be started while the screen holds the terminal.

        Textual stands in for `sys.stderr` with a stream that has no descriptor; the tracker that
        the first spawned process starts would hand it on and fail, so it is started beforehand.
        """
        from multiprocessing import resource_tracker

        with contextlib.redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()

    @property
    def is_refreshing(self) -> bool:
        """Whether the job runs."""
        return self._job is not None and not self._job.is_finished

    def start_refresh(self, feeds: Sequence[str] | None = None) -> None:
        """Ask all sources, or these, and read what is new; one such job at a time."""
        if self.is_refreshing:
            said = f": {self.progress.words}" if self.progress else ""
            self.notify(f"Already at it{said}.", markup=False, timeout=3)
            return
        self.troubles = ()
        self._job = self.run_worker(
            self._refresh(feeds), group=REFRESH, exclusive=True, exit_on_error=False
        )

    async def _refresh(self, feeds: Sequence[str] | None) -> None:
        steps = self.desk.refresh(feeds=feeds, first=self.dashboard.wanted_first)
        async with contextlib.aclosing(steps):
            async for step in steps:
                if isinstance(step, Trouble):
                    self.troubles = (*self.troubles, step)
                else:
                    self.progress = after(self.progress, step)
                self._tell(partial(Advanced, step))

    def _tell(self, what: Callable[[], Message]) -> None:
        """Every screen of ours hears it, so that each can show how far the job is."""
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                screen.post_message(what())

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The job's end, good or bad, is told to the screens."""
        if event.worker is not self._job or not event.worker.is_finished:
            return
        self.progress = None
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.dashboard.complain(event.worker.error)
        self._tell(Ended)

    # ---- the palette

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the screen below, from the one table."""
        if not isinstance(screen, Place):
            return
        for command in commands.at(screen.place, self.table):
            if command.in_palette:
                keys = ", ".join(commands.shown(key) for key in command.keys)
                yield SystemCommand(
                    f"{command.name} ({keys})",
                    command.help,
                    _doer(screen, command.action),
                )


def _doer(screen: Screen[Any], action: str) -> Callable[[], object]:
    async def run() -> None:
        await screen.run_action(action)

    def later() -> None:
        screen.call_later(run)

    return later


def run(desk: Desk) -> int:
    """Show the screen until the reader leaves; what to exit with."""
    app = BriefingApp(desk)
    app.run()
    return app.return_code or 0
