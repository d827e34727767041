"""Small windows that ask: yes or no, which colours."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import Generic, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError
from briefing.text import one_line
from briefing.tui.asking import Asking
from briefing.tui.themes import keep_theme

R = TypeVar("R")


class Window(Asking, ModalScreen[R], Generic[R]):
    """A window over the screen; escape closes it."""

    BINDINGS = [Binding("escape", "dismiss_window", show=False)]  # noqa: RUF012

    def action_dismiss_window(self) -> None:
        """Close without an answer."""
        self.dismiss()


class Chooser(Window[R]):
    """A line to type in and, above it, options that the arrows go through meanwhile."""

    def on_mount(self) -> None:
        """Ready to type, the first option chosen."""
        options = self.query_one(OptionList)
        options.can_focus = False
        options.highlighted = 0
        self.query_one(Input).focus()

    @property
    def chosen(self) -> str:
        """The name of the option under the cursor; "" without one."""
        option = self.query_one(OptionList).highlighted_option
        return str(option.id) if option else ""

    def on_key(self, event: events.Key) -> None:
        """The arrows move among the options."""
        options = self.query_one(OptionList)
        move_by_arrows(event, down=options.action_cursor_down, up=options.action_cursor_up)

    def tell(self, words: str) -> None:
        """Say in the window what went wrong, or what is being done."""
        self.query_one("#trouble", Static).update(Content(one_line(words)))


def move_by_arrows(event: events.Key, **moves: Callable[[], object]) -> None:
    """Do what a key that moves stands for, in place of what the line being typed makes of it."""
    move = moves.get(event.key)
    if move is not None:
        event.stop()
        event.prevent_default()
        move()


class Confirm(Window[bool]):
    """A question with yes and no."""

    BINDINGS = [  # noqa: RUF012
        Binding("y,enter", "answer(True)", show=False),
        Binding("n,q", "answer(False)", show=False),
    ]

    def __init__(self, question: str, deed: str) -> None:
        super().__init__()
        self.question = one_line(question)
        self.deed = deed

    def compose(self) -> ComposeResult:
        """The question and its two keys."""
        with Vertical(classes="window small"):
            yield Static(Content(self.question), classes="question")
            yield Static(Content(f"⏎ {self.deed}   esc leave it"), classes="keys")

    def action_answer(self, is_yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(is_yes)


class ThemeDialog(Window[None]):
    """The themes, each shown while the cursor is on it."""

    BINDINGS = [Binding("q,T", "dismiss_window", show=False)]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Every palette, shipped or the user's own."""
        self._before = self.app.theme
        self._palettes = self.host.palettes
        with Vertical(classes="window small") as window:
            window.border_title = "Colours"
            yield OptionList(
                *(
                    Option(Content(one_line(palette.title or name)), id=name)
                    for name, palette in self._palettes.items()
                )
            )
            yield Static(Content("⏎ keep   esc as before"), classes="keys")

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        names = list(self._palettes)
        themes = self.query_one(OptionList)
        if self._before in names:
            themes.highlighted = names.index(self._before)
        themes.focus()

    @on(OptionList.OptionHighlighted)
    def _try(self, event: OptionList.OptionHighlighted) -> None:
        name = str(event.option.id)
        if event.option is not event.option_list.highlighted_option:
            return  # the list begins at its first row, before it is put on the theme in use
        is_other = name != self.app.theme and name in self.app.available_themes
        if is_other and not self.app.no_color:
            self.app.theme = name

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        self._write(str(event.option.id))

    @work(exclusive=True, group="theme", exit_on_error=False)
    async def _write(self, name: str) -> None:
        """Into the settings; worn until the end of the session when they cannot be written."""
        file = self.desk.settings.file
        try:
            await asyncio.to_thread(keep_theme, file, name)
        except BriefingError as error:
            self.complain(error)
        else:
            over = os.environ.get("BRIEFING_THEME")
            more = " BRIEFING_THEME outranks it at the next start." if over else ""
            self.say(f"Kept in {file}.{more}")
        self.dismiss()

    def action_dismiss_window(self) -> None:
        """The theme as it was."""
        if self.app.theme != self._before:
            self.app.theme = self._before
        self.dismiss()
