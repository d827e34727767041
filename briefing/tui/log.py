"""The log screen: what was done and what went wrong since the program was opened, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from briefing.text import counted
from briefing.tui import journal
from briefing.tui.bars import TopBar, title_bits
from briefing.tui.bindings import bindings_of
from briefing.tui.cells import wrap
from briefing.tui.commands import LOG
from briefing.tui.filtering import FilterLine
from briefing.tui.place import Place
from briefing.tui.rows import Line, Rows
from briefing.tui.steps import Advanced, Ended

_SIGNS = {
    "done": ("·", "", "muted"),
    "warning": ("!", "warning: ", "warning"),
    "error": ("✗", "error: ", "error"),
}
INDENT = 8  # cells of the hour and the sign


class LogRows(Rows[journal.Line]):
    """`07:02 ✗ error: words`."""

    row_height = None

    def key(self, item: journal.Line) -> str:
        """Its number."""
        return str(item.number)

    def words(self, item: journal.Line) -> str:
        """All that it says."""
        return _SIGNS[item.weight][1] + item.words

    def lines(self, item: journal.Line, width: int) -> Sequence[Line]:
        """The hour, how bad it is, the words, wrapped."""
        sign, word, style = _SIGNS[item.weight]
        words = word + item.words
        (start, end), *more = wrap(words, max(10, width - INDENT))
        cut = min(len(word), end)
        first = (
            (f"{item.moment:%H:%M} ", "muted"),
            (f"{sign} ", style),
            (words[start:cut], style),
            (words[cut:end], ""),
        )
        return (first, *(((" " * INDENT, ""), (words[start:end], "")) for start, end in more))


class LogScreen(Place):
    """What happened in this session."""

    place = LOG
    BINDINGS = bindings_of(LOG, everywhere=True)

    def compose(self) -> ComposeResult:
        """One long list."""
        yield TopBar()
        yield LogRows(id="log")
        yield FilterLine()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Show what there is."""
        rows = self.query_one(LogRows)
        rows.border_title = "Since the start"
        rows.empty = "Nothing has happened yet."
        rows.focus()
        self._show()

    @on(Advanced)
    @on(Ended)
    def _show(self) -> None:
        lines = tuple(self.host.journal)
        wrong = sum(1 for line in lines if line.weight != "done")
        said = counted(len(lines), "line") + (f" · {wrong} went wrong" if wrong else "")
        self.query_one(TopBar).left = title_bits("Log", said)
        self.query_one(LogRows).show(lines)

    def on_filter_line_filtered(self, event: FilterLine.Filtered) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        self.query_one(FilterLine).begin(self.query_one(LogRows))
