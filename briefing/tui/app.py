"""The app: themes, keys, and the one job that brings in and reads the news.

The job runs on the event loop (its heavy parts run elsewhere) and only posts messages; the screens
decide what to ask again. The desk may change under them: the samples step aside for the first
source of one's own.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from briefing.errors import BriefingError
from briefing.model import Step, Trouble
from briefing.palette import palettes
from briefing.text import counted, one_line
from briefing.tui import commands, themes
from briefing.tui.bars import Progress, after
from briefing.tui.dashboard import Dashboard
from briefing.tui.journal import Journal
from briefing.tui.place import Place, browse
from briefing.tui.steps import Advanced, DeskChanged, Ended

if TYPE_CHECKING:
    from briefing.desk import Desk

REFRESH = "refresh"
NO_PROCESSES = (
    "The work behind the screen stopped: {}. Close other programs or set workers = 1 in the"
    " settings; R tries again."
)


class BriefingApp(App[int], inherit_bindings=False):
    """The screen over a desk."""

    CSS_PATH = "briefing.tcss"
    TITLE = "briefing"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-widest")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ESCAPE_TO_MINIMIZE = False
    HINT_TIMEOUT: ClassVar[float] = 4  # seconds that a hint stays

    def __init__(self, desk: Desk) -> None:
        is_plain = themes.is_colourless()
        super().__init__(ansi_color=True if is_plain else None)
        self.desk = desk
        self.progress: Progress | None = None
        self.journal = Journal()
        self.troubles: tuple[Trouble, ...] = ()  # of the last job
        self.browse: Callable[[Iterable[str]], None] = browse
        self.key_problems = commands.key_problems(desk.settings.keys)
        keys = {} if self.key_problems else dict(desk.settings.keys)
        self.table = commands.with_keys(keys)
        self.set_keymap({each.id: ",".join(each.keys) for each in self.table if each.id in keys})
        self.palettes = palettes(desk.settings.themes)  # shipped and the user's own, by name
        for palette in self.palettes.values():
            self.register_theme(themes.to_theme(palette))
        wanted = desk.settings.theme
        self.theme_is_unknown = wanted not in self.available_themes
        if is_plain:
            self.theme = themes.PLAIN
        elif not self.theme_is_unknown:
            self.theme = wanted
        self.has_the_process = False  # whether nothing else lives in this process
        self._job: Worker[None] | None = None
        self.dashboard = Dashboard()

    def get_default_screen(self) -> Screen[Any]:
        """The dashboard is the ground all else is laid on."""
        return self.dashboard

    def on_mount(self) -> None:
        """Say what is wrong with the settings, quietly go on without it."""
        self._end_well()
        # After `fg` the terminal holds the shell's lines, so nothing painted before counts.
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self._repaint))
        for problem in self.key_problems:
            self.notify(problem, title="Keys", severity="warning", markup=False, timeout=12)
        if self.theme_is_unknown:
            self.notify(
                f"No theme called {one_line(self.desk.settings.theme, 40)}. T lists them.",
                severity="warning",
                markup=False,
            )

    def leave(self, code: int = 0) -> None:
        """End at once; what the job has stored is kept, the rest is found next time."""
        self.workers.cancel_group(self, REFRESH)
        self.exit(0, return_code=code)

    def _end_well(self) -> None:
        """A request to end from outside must leave the terminal as it was, too."""
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.leave, 128 + signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self.leave, 128 + signal.SIGHUP)

    def _repaint(self) -> None:
        for screen in self.screen_stack:
            screen.refresh(layout=True, repaint=True)

    def use(self, desk: Desk) -> None:
        """Go on with another desk or other sources; what runs is left, what it stored stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.progress = None
        self.desk = desk
        self.dashboard.post_message(DeskChanged())

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """A message in the corner, kept in the log."""
        weight = "done" if severity == "information" else severity
        self.journal.write(self.desk.now(), weight, message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def show(self, words: str) -> None:
        """A message that the log does not keep."""
        super().notify(one_line(words), markup=False, timeout=self.HINT_TIMEOUT)

    # ---- the job

    def spare_the_collector(self) -> None:
        """Leave what stays until the end out of Python's search for garbage.

        A full search through all modules and headlines holds up a key for some 50 ms.
        """
        if self.has_the_process:
            gc.freeze()
            gc.set_threshold(20_000, 20, 100)

    @property
    def is_refreshing(self) -> bool:
        """Whether the job runs."""
        return self._job is not None and not self._job.is_finished

    def start_refresh(self, feeds: Sequence[str] | None = None, *, due: bool = False) -> None:
        """Ask all sources, or these, or those that are `due`, and read what is new; one such job
        at a time.
        """
        if self.is_refreshing:
            said = f": {self.progress.words}" if self.progress else ""
            self.show(f"Already at it{said}.")
            return
        self.troubles = ()
        self._job = self.run_worker(
            self._refresh(feeds, due=due), group=REFRESH, exclusive=True, exit_on_error=False
        )

    async def _refresh(self, feeds: Sequence[str] | None, *, due: bool) -> None:
        await self._say_again()
        steps = self.desk.refresh(feeds=feeds, due=due, first=self.dashboard.wanted_first)
        done: Counter[str] = Counter()
        try:
            async with contextlib.aclosing(steps):
                async for step in steps:
                    self._take(step, done)
                    self._tell(partial(Advanced, step))
        finally:
            self._sum_up(done)

    async def _say_again(self) -> None:
        """Articles of older rules are read again unasked, so the log and the bar say why."""
        counts = await asyncio.to_thread(self.desk.counts)
        if counts.to_read_again:
            self.progress = Progress("", 0, 0, counts.to_read_again)
            many = counted(counts.to_read_again, "article")
            words = f"Reading {many} again: the rules of reading have changed."
            self.journal.write(self.desk.now(), "done", words)

    def _take(self, step: Step | Trouble, done: Counter[str]) -> None:
        if isinstance(step, Trouble):
            self.troubles = (*self.troubles, step)
            self.journal.write(self.desk.now(), "warning", f"{step.where}: {step.what}")
            done["failed"] += bool(done["begun"]) and not step.where.startswith("story ")
            return
        done["begun"] += step.stage == "read"
        self.progress = after(self.progress, step)
        done[step.stage] += len(step.stories if step.stage == "digest" else step.articles)

    def _sum_up(self, done: Counter[str]) -> None:
        """What the job did, in the log; a message when it could read nothing at all."""
        said = [
            f"{counted(done[stage], noun, plural)} {deed}"
            for stage, noun, plural, deed in (
                ("gather", "article", "", "came in"),
                ("read", "article", "", "read"),
                ("digest", "story", "stories", "summed up"),
            )
            if done[stage]
        ]
        if said:
            self.journal.write(self.desk.now(), "done", ", ".join(said) + ".")
        if done["failed"] and done["failed"] == done["read"]:
            why = one_line(self.troubles[-1].what, 200)
            words = f"No article could be read: {why} L lists them."
            self.notify(words, severity="error", markup=False, timeout=12)

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
            error = event.worker.error
            is_told = isinstance(error, BriefingError)
            words = one_line(str(error)) if is_told else _stopped(error)
            self.notify(words, severity="error", markup=False, timeout=12)
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


def _stopped(error: BaseException) -> str:
    """An end that no error of ours foresaw: most likely, processes cannot be started."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return NO_PROCESSES.format(one_line(str(reason), 200).rstrip("."))


def run(desk: Desk) -> int:
    """Show the screen until the reader leaves; what to exit with."""
    app = BriefingApp(desk)
    app.has_the_process = True
    app.run()
    return app.return_code or 0
