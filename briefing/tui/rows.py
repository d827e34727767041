"""The virtual list that every pane is made of: a window over any number of rows.

Only the lines on screen are ever painted, so a hundred thousand rows cost what twenty do. A row is
one or more lines of styled pieces; a subclass says how an item becomes lines. The cursor belongs to
a row's key, not to its number, so fresh rows never move it off what the reader is looking at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from briefing.tui.bindings import bindings_of
from briefing.tui.cells import fit, wrap
from briefing.tui.commands import LISTS
from briefing.tui.heights import Heights
from briefing.tui.painting import Line, Painted, Piece, flow

T = TypeVar("T")
AT_ONCE = 120  # rows whose heights are found out in one go


class Rows(Painted, Generic[T], can_focus=True):
    """A list of `T` with a cursor. Subclasses paint an item in `lines`."""

    BINDINGS = bindings_of(LISTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor", "rows--strong", "rows--muted", "rows--accent", "rows--primary",
        "rows--success", "rows--warning", "rows--error", "rows--lit", "rows--empty",
    }  # fmt: skip

    row_height: int | None = 1  # lines of every row; None: as many as `lines` gives
    gap = 0  # empty lines after each row whose height is not fixed
    keeps_cursor = False  # its row is shown apart without the focus too
    stays_on_top = True  # a cursor on the first row stays there when rows come in above it
    empty: var[str] = var("")  # what to say when there are no rows
    cursor: var[int] = var(0)

    class Highlighted(Message):
        """The cursor came to another row, or the row under it changed."""

        def __init__(self, rows: Rows[Any], item: Any) -> None:
            super().__init__()
            self.rows = rows
            self.item = item

        @property
        def control(self) -> Rows[Any]:
            """The list it happened in."""
            return self.rows

    class Chosen(Highlighted):
        """A row was opened with the mouse."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._all: Sequence[T] = ()
        self._items: Sequence[T] = ()
        self._needle: tuple[str, ...] = ()
        self._heights = Heights(0, self._height)  # in use when they differ
        self._is_learning = False
        self._painted: dict[int, tuple[Line, ...]] = {}
        self._width = 0
        self._room = 1

    # ---- what a subclass says

    def key(self, item: T) -> str:
        """What the row is known by."""
        return str(id(item))

    def lines(self, item: T, width: int) -> Sequence[Line]:
        """The row's lines, each at most `width` cells."""
        raise NotImplementedError

    def words(self, item: T) -> str:
        """What the filter looks into."""
        return "".join(piece[0] for line in self.lines(item, 500) for piece in line)

    def is_row(self, item: T) -> bool:
        """Whether the cursor may stand on it; headings say no."""
        del item
        return True

    def prepare(self, items: Sequence[T], width: int) -> None:
        """Called before painting, to measure columns."""

    # ---- what a pane asks

    @property
    def items(self) -> Sequence[T]:
        """The rows shown, filtered."""
        return self._items

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    @property
    def needle(self) -> str:
        """The words the rows are filtered by."""
        return " ".join(self._needle)

    def show(self, items: Sequence[T], *, anew: bool = False) -> None:
        """Replace the rows. The cursor stays on its row and the row on its line, unless `anew`:
        then they are rows of something else, and are shown from the top.
        """
        self._all = items
        if anew:
            self._items = ()
            self._scroll_to_line(0)
        self._take(self._filtered())

    def filter(self, words: str) -> None:
        """Show only rows that hold every one of the words."""
        self._needle = tuple(words.casefold().split())
        self._take(self._filtered())

    def find(self, key: str) -> bool:
        """Put the cursor on the row of that key; False when it is not shown."""
        for index, item in enumerate(self._items):
            if self.key(item) == key:
                self.go(index)
                return True
        return False

    def go(self, index: int) -> None:
        """Put the cursor on a row by its number, or on the nearest that takes it."""
        if not self._items:
            return
        index = max(0, min(index, len(self._items) - 1))
        step = 1 if index >= self.cursor else -1
        self.cursor = self._nearest(index, step)
        self.reveal()

    def repaint(self) -> None:
        """Paint again, for a style or a clock that changed."""
        self._measure()
        self.refresh()

    # ---- rows and lines

    def _filtered(self) -> Sequence[T]:
        if not self._needle:
            return self._all
        return [
            item
            for item in self._all
            if self.is_row(item)
            and all(word in self.words(item).casefold() for word in self._needle)
        ]

    def _take(self, items: Sequence[T]) -> None:
        before = self.current
        was_first = self.scroll_offset.y == 0 and self.cursor == self._nearest(0, 1)
        line_on_screen = self._top(self.cursor) - self.scroll_offset.y if before is not None else 0
        self._items = items
        self._measure()
        index = 0 if self.stays_on_top and was_first else self._index_of(before)
        self.set_reactive(Rows.cursor, self._nearest(index, 1) if items else 0)
        if before is not None and self.scroll_offset.y > 0 and items:
            self._scroll_to_line(self._top(self.cursor) - line_on_screen)
        self.reveal()
        self.refresh()
        self.post_message(self.Highlighted(self, self.current))

    def _index_of(self, before: T | None) -> int:
        if before is None:
            return 0
        key = self.key(before)
        for index, item in enumerate(self._items):
            if self.key(item) == key:
                return index
        return max(0, min(self.cursor, len(self._items) - 1))

    def _nearest(self, index: int, step: int) -> int:
        for way in (step, -step):
            at = index
            while 0 <= at < len(self._items):
                if self.is_row(self._items[at]):
                    return at
                at += way
        return index

    def _measure(self) -> None:
        self._painted.clear()
        self._width = self.scrollable_content_region.width
        self._room = max(1, self._width - 1)  # the last column keeps words off the edge
        self.prepare(self._items, self._room)
        self._heights = Heights(len(self._items), self._height)
        if self.row_height is None:
            self._heights.learn(AT_ONCE)
        self._set_total()
        self._learn_later()

    def _height(self, index: int) -> int:
        return len(self._lines(index)) + self.gap

    def _set_total(self) -> None:
        fixed = self.row_height
        total = self._heights.total if fixed is None else fixed * len(self._items)
        self.virtual_size = Size(self._width, total)

    def _learn_later(self) -> None:
        """The heights of rows far below, a few at a time, so that no key waits for them."""
        if self.row_height is None and not self._heights.is_complete and not self._is_learning:
            self._is_learning = True
            self.set_timer(0.02, self._learn)

    def _learn(self) -> None:
        self._is_learning = False
        if self.row_height is None:
            self._heights.learn(AT_ONCE)
            self._set_total()
            self._learn_later()

    def _top(self, index: int) -> int:
        """The line at which a row begins; of the row after the last, where it ends."""
        if self.row_height is not None:
            return index * self.row_height
        return self._heights.top(index)

    def _row_at(self, line: int) -> int:
        if self.row_height is not None:
            return line // self.row_height
        return self._heights.row_at(line)

    def _lines(self, index: int) -> tuple[Line, ...]:
        painted = self._painted.get(index)
        if painted is None:
            painted = self._painted[index] = tuple(self.lines(self._items[index], self._room))
        return painted

    # ---- painting

    def on_resize(self) -> None:
        """Columns and wrapped rows depend on the width."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
        self.reveal()

    def prepare_width(self) -> None:
        """A resize that is not told yet."""
        if self.scrollable_content_region.width != self._width:
            self._measure()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self._width
        line = y + self.scroll_offset.y
        if not self._items:
            return self._render_empty(y, width)
        index = self._row_at(line)
        if index >= len(self._items):
            return Strip.blank(width, self.plain)
        within = line - self._top(index)
        lines = self._lines(index)
        if within >= len(lines):
            return Strip.blank(width, self.plain)
        return self._strip(lines[within], width, is_cursor=index == self.cursor and self.has_cursor)

    @property
    def has_cursor(self) -> bool:
        """Whether the row under the cursor is shown apart."""
        return bool(self._items) and self.is_row(self._items[self.cursor])

    def _strip(self, pieces: Line, width: int, *, is_cursor: bool) -> Strip:
        segments = [Segment(words, self._style(name, is_cursor)) for words, name in pieces if words]
        return Strip(segments).adjust_cell_length(width, self._style("", is_cursor))

    def _style(self, name: str, is_cursor: bool) -> Style:
        style = self.style_of(name, "cursor") if is_cursor else self.style_of(name)
        if is_cursor and self.app.no_color:
            return style + Style(reverse=self.has_focus, underline=self.keeps_cursor)
        return style

    def _render_empty(self, y: int, width: int) -> Strip:
        said = self.empty
        if self._all and self._needle:
            said = f"No row holds “{fit(self.needle, 40)}”. esc shows all again."
        lines = wrap(said, max(2, width - 2))
        if y < len(lines):
            start, end = lines[y]
            return self._strip(((" " + said[start:end], "empty"),), width, is_cursor=False)
        return Strip.blank(width, self.plain)

    def watch_empty(self) -> None:
        """Say it at once."""
        self.refresh()

    # ---- moving

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows that changed."""
        for index in (before, now):
            top = self._top(index)
            self.refresh_lines(top, max(1, self._top(index + 1) - top))
        if before != now:
            self.post_message(self.Highlighted(self, self.current))

    def reveal(self) -> None:
        """Scroll as little as it takes to show the row under the cursor."""
        height = self.scrollable_content_region.height
        if not self._items or height <= 0:
            return
        last = self._top(self.cursor + 1)
        first = self._top(self._with_headings(last - height))
        self._set_total()
        offset = self.scroll_offset.y
        if self.cursor == self._nearest(0, 1) and self._top(self.cursor) < height:
            first, last = 0, min(last, height)  # the headings of a list are its beginning
        if first < offset or last - first > height:
            self._scroll_to_line(first)
        elif last > offset + height:
            self._scroll_to_line(last - height)

    def _with_headings(self, highest: int) -> int:
        """The row under the cursor, or the first heading right above it that fits as well."""
        index = self.cursor
        while index > 0 and not self.is_row(self._items[index - 1]):
            if self._top(index - 1) < highest:
                break
            index -= 1
        return index

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line), animate=False, immediate=True, force=True)

    def _by(self, lines: int) -> None:
        """Move the cursor by about so many lines, by one row at least."""
        target = self._row_at(max(0, self._top(self.cursor) + lines))
        if target == self.cursor:
            target += 1 if lines > 0 else -1
        self.go(target)

    def action_move_down(self) -> None:
        """One row down."""
        self._step(1)

    def action_move_up(self) -> None:
        """One row up."""
        self._step(-1)

    def _step(self, step: int) -> None:
        index = self.cursor + step
        while 0 <= index < len(self._items) and not self.is_row(self._items[index]):
            index += step
        if 0 <= index < len(self._items):
            self.go(index)
        elif step < 0:
            self._scroll_to_line(0)

    def action_move_top(self) -> None:
        """To the first row."""
        self.go(0)

    def action_move_bottom(self) -> None:
        """To the last row."""
        self.go(len(self._items) - 1)

    def action_move_half_down(self) -> None:
        """Half a page down."""
        self._by(self.scrollable_content_region.height // 2)

    def action_move_half_up(self) -> None:
        """Half a page up."""
        self._by(-(self.scrollable_content_region.height // 2))

    def action_move_page_down(self) -> None:
        """A page down."""
        self._by(self.scrollable_content_region.height)

    def action_move_page_up(self) -> None:
        """A page up."""
        self._by(-self.scrollable_content_region.height)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one opens the row."""
        at = event.get_content_offset(self)
        if at is None:
            return
        index = self._row_at(at.y + self.scroll_offset.y)
        if index >= len(self._items) or not self.is_row(self._items[index]):
            return
        self.go(index)
        if event.chain == 2:
            self.post_message(self.Chosen(self, self.current))


__all__ = ["Line", "Piece", "Rows", "fit", "flow"]
