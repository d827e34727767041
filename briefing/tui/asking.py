"""What screens and windows share: asking the desk in a thread, and saying what went wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.widget import Widget
from textual.worker import Worker, WorkerState

from briefing.errors import BriefingError
from briefing.text import one_line

if TYPE_CHECKING:
    from briefing.desk import Desk
    from briefing.tui.app import BriefingApp

T = TypeVar("T")


class Asking(Widget):
    """A part that asks the desk."""

    @property
    def host(self) -> BriefingApp:
        """The app, by its own type."""
        return cast("BriefingApp", self.app)

    @property
    def desk(self) -> Desk:
        """The desk all questions go to."""
        return self.host.desk

    async def ask(self, question: Callable[[], T]) -> T | None:
        """The desk's answer, found in a thread; None, and a message, when it fails."""
        try:
            return await asyncio.to_thread(question)
        except (BriefingError, OSError) as error:
            self.complain(error)
            return None

    def complain(self, error: BaseException) -> None:
        """Say what went wrong, in the error's own words."""
        words = one_line(str(error)) or type(error).__name__
        self.notify(words, severity="error", markup=False, timeout=8)

    def say(self, words: str) -> None:
        """Say what was done; the log keeps it."""
        self.notify(one_line(words), markup=False, timeout=4)

    def hint(self, words: str) -> None:
        """Say why nothing was done; the log does not keep it."""
        self.host.show(words)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """No job that fails may end the program or pass in silence."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.complain(event.worker.error)
