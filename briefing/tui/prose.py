"""A text to read: wrapped to a readable width, scrolled by lines, with stretches set apart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from briefing.model import Article, Span
from briefing.text import clean, one_line
from briefing.tui.bindings import bindings_of
from briefing.tui.cells import steady, wrap
from briefing.tui.commands import LISTS
from briefing.tui.painting import Painted
from briefing.tui.rows import Piece

MEASURE = 80  # cells of a line at most; longer ones are hard to follow
LONG = 40_000  # letters that are wrapped without a key having to wait


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with its style; a later one lies over an earlier one."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class _Place:
    """One line on screen: a stretch of the head or of the text."""

    start: int
    end: int
    style: str
    words: str


class Prose(Painted, can_focus=True):
    """An article's title, what is known of it, and its text."""

    BINDINGS = bindings_of(LISTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--strong", "rows--muted", "rows--accent", "rows--primary", "rows--lit", "rows--title",
        "rows--warning",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = ""
        self._notes: tuple[str, ...] = ()
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._lit: Span | None = None
        self._places: list[_Place] = []
        self._width = 0

    def show(self, article: Article, notes: Sequence[str], lit: Span | None = None) -> None:
        """Another article, from its top or from the lit sentence."""
        self._title, self._notes = one_line(article.title, 500), tuple(notes)
        self._text, self._lit = clean(article.text), lit
        self._marks = (Mark(lit.start, lit.end, "lit"),) if lit else ()
        self._lay_out(self._to_top)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Other stretches to set apart."""
        self._marks = tuple(marks)
        self.refresh()

    def to_lit(self) -> None:
        """Bring the lit sentence into the upper third."""
        if self._lit is None or not self._places:
            return
        for line, place in enumerate(self._places):
            if not place.words and place.end > self._lit.start:
                height = self.scrollable_content_region.height
                if line < self.scroll_offset.y or line >= self.scroll_offset.y + height - 3:
                    top = max(0, line - height // 3)
                    self.scroll_to(y=top, animate=False, immediate=True, force=True)
                return

    # ---- lines

    @property
    def _measure(self) -> int:
        return max(10, min(MEASURE, self.scrollable_content_region.width - 2))

    def _lay_out(self, then: Callable[[], None]) -> None:
        """Wrap anew, and then do what depends on the lines; a very long text wraps in a thread."""
        self._width = self.scrollable_content_region.width
        head = ((self._title, "title"), *((note, "muted") for note in self._notes))
        if len(self._text) <= LONG:
            self._take(_lines(head, self._text, self._measure), then)
        else:
            self.run_worker(self._lay_out_later(head, then), group="wrap", exclusive=True)

    async def _lay_out_later(self, head: Sequence[Piece], then: Callable[[], None]) -> None:
        places = await asyncio.to_thread(_lines, head, self._text, self._measure)
        self._take(places, then)

    def _take(self, places: list[_Place], then: Callable[[], None]) -> None:
        self._places = places
        self.virtual_size = Size(self._width, len(places) + 1)
        self.refresh()
        then()

    def _to_top(self) -> None:
        self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.to_lit()

    def on_resize(self) -> None:
        """Wrap anew and keep the line at the top."""
        if self.scrollable_content_region.width == self._width:
            return
        top = self.scroll_offset.y
        at = self._places[top] if 0 < top < len(self._places) else None

        def back() -> None:
            if at is None or at.words:
                self.to_lit()
                return
            for line, place in enumerate(self._places):
                if not place.words and place.end >= at.start:
                    self.scroll_to(y=line, animate=False, immediate=True, force=True)
                    return

        self._lay_out(back)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        plain = self.plain
        if line >= len(self._places):
            return Strip.blank(width, plain)
        place = self._places[line]
        # The lines stand in the middle of a window that is wider than they may be.
        pieces = [(" " * max(1, (width - self._measure) // 2), "")]
        if place.words:
            pieces.append((place.words[place.start : place.end], place.style))
        else:
            pieces += self._pieces(place.start, place.end)
        segments = [Segment(words, self._style(style)) for words, style in pieces if words]
        return Strip(segments).adjust_cell_length(width, plain)

    def _pieces(self, start: int, end: int) -> list[tuple[str, str]]:
        over = [mark for mark in self._marks if mark.start < end and mark.end > start]
        cuts = sorted(
            {start, end}
            | {cut for mark in over for cut in (mark.start, mark.end) if start < cut < end}
        )
        pieces = []
        for left, right in pairwise(cuts):
            styles = [mark.style for mark in over if mark.start <= left and mark.end >= right]
            pieces.append((steady(self._text[left:right]), " ".join(dict.fromkeys(styles))))
        return pieces

    def _style(self, names: str) -> Style:
        style = self.style_of(*names.split())
        if self.app.no_color and "lit" in names:
            style += Style(reverse=True)
        return style

    # ---- moving

    def _by(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True, force=True)

    def action_move_down(self) -> None:
        """One line down."""
        self._by(1)

    def action_move_up(self) -> None:
        """One line up."""
        self._by(-1)

    def action_move_top(self) -> None:
        """To the title."""
        self.scroll_to(y=0, animate=False, immediate=True, force=True)

    def action_move_bottom(self) -> None:
        """To the end."""
        self._by(len(self._places))

    def action_move_half_down(self) -> None:
        """Half a page down."""
        self._by(self.scrollable_content_region.height // 2)

    def action_move_half_up(self) -> None:
        """Half a page up."""
        self._by(-(self.scrollable_content_region.height // 2))

    def action_move_page_down(self) -> None:
        """A page down, two lines kept in sight."""
        self._by(max(1, self.scrollable_content_region.height - 2))

    def action_move_page_up(self) -> None:
        """A page up."""
        self._by(-max(1, self.scrollable_content_region.height - 2))


def _lines(head: Sequence[Piece], text: str, measure: int) -> list[_Place]:
    """The head and the text as lines; a single break between paragraphs gets the air of two."""
    places = [
        _Place(start, end, style, words)
        for words, style in head
        for start, end in wrap(words, measure)
    ]
    places.append(_Place(0, 0, "", " "))
    after_gap = True
    for start, end in wrap(text, measure):
        if start == end and after_gap:
            continue
        if start != end and not after_gap and text[start - 1] == "\n":
            places.append(_Place(start, start, "", ""))
        places.append(_Place(start, end, "", ""))
        after_gap = start == end
    return places
