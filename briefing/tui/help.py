"""The help screen: every command of the table with its keys, by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from briefing.tui.cells import fit, pad
from briefing.tui.commands import (
    ACTOR,
    ARTICLE,
    CALENDAR,
    DASHBOARD,
    EVERYWHERE,
    FEEDS,
    GROUPS,
    LISTS,
    LOG,
    Command,
    shown,
)
from briefing.tui.dialogs import Window
from briefing.tui.rows import Line, Rows

_EVERY = {EVERYWHERE, LISTS, DASHBOARD}
_ONLY = {
    ARTICLE: "in an article",
    FEEDS: "among the sources",
    ACTOR: "with an actor",
    CALENDAR: "in the calendar",
    LOG: "in the log",
}


class HelpRows(Rows["Command | str"]):
    """A heading, or a command with its keys and what it does."""

    def key(self, item: Command | str) -> str:
        """The command's id."""
        return item if isinstance(item, str) else item.id

    def is_row(self, item: Command | str) -> bool:
        """Headings are none."""
        return isinstance(item, Command)

    def words(self, item: Command | str) -> str:
        """Name, keys and help."""
        return item if isinstance(item, str) else f"{item.name} {_keys(item)} {item.help}"

    def lines(self, item: Command | str, width: int) -> Sequence[Line]:
        """One line each."""
        if isinstance(item, str):
            return ((((item), "accent"),),)
        only = [words for place, words in _ONLY.items() if place in item.where]
        said = item.help if _EVERY & set(item.where) else f"{item.help} ({only[0]})"
        return (((pad("  " + _keys(item), 18), "strong"), (fit(said, width - 18), "")),)


class HelpScreen(Window[None]):
    """Every key on one page."""

    BINDINGS = [Binding("q,question_mark,f1,backspace,enter", "dismiss_window", show=False)]  # noqa: RUF012

    def __init__(self, table: Sequence[Command]) -> None:
        super().__init__()
        self.table = table

    def compose(self) -> ComposeResult:
        """The rows in a window."""
        with Vertical(classes="window large") as window:
            window.border_title = "Keys"
            yield HelpRows(id="help-rows")
            yield Static(
                Content("j k move   esc close   : finds a command by its name"), classes="keys"
            )

    def on_mount(self) -> None:
        """Show the table."""
        rows = self.query_one(HelpRows)
        rows.show(tuple(_rows(self.table)))
        rows.focus()


def _rows(table: Sequence[Command]) -> Iterator[Command | str]:
    for number, group in enumerate(GROUPS):
        if number:
            yield " " * number
        yield group
        yield from (command for command in table if command.group == group)


def _keys(command: Command) -> str:
    return " ".join(shown(key) for key in command.keys)
