"""The line where one types the words that rows must hold."""

from __future__ import annotations

from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from briefing.tui.rows import Rows


class FilterLine(Horizontal):
    """Hidden until asked for; filters one list as it is typed."""

    class Filtered(Message):
        """Other words for a list."""

        def __init__(self, rows: Rows[Any], words: str) -> None:
            super().__init__()
            self.rows = rows
            self.words = words

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._rows: Rows[Any] | None = None

    def compose(self) -> ComposeResult:
        """A name and an input."""
        yield Static(" Filter ", markup=False)
        yield Input(
            placeholder="words the rows must hold · ⏎ keeps them · esc clears", compact=True
        )

    @property
    def line(self) -> Input:
        """Where one types."""
        return self.query_one(Input)

    def begin(self, rows: Rows[Any]) -> None:
        """Filter this list from now on."""
        self._rows = rows
        self.line.value = rows.needle
        self.display = True
        self.line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._rows is not None and self.display:
            self.post_message(self.Filtered(self._rows, event.value))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self._end()

    def on_key(self, event: events.Key) -> None:
        """Escape clears the filter, an arrow goes to the rows."""
        if event.key == "escape" and self._rows is not None:
            self.post_message(self.Filtered(self._rows, ""))
        if event.key in {"escape", "down", "up", "tab"}:
            event.stop()
            event.prevent_default()
            self._end()

    def _end(self) -> None:
        self.display = False
        if self._rows is not None:
            self._rows.focus()
