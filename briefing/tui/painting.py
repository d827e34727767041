"""What lists and texts share when they paint lines themselves: their styles, looked up once.

Asking the stylesheet for a style walks up all parents; for every piece of every line that is most
of the time a frame takes.
"""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.tui.cells import steady, width_of, wrap

Piece = tuple[str, str]  # the words and the name of their style ("" is plain)
Line = tuple[Piece, ...]


class Painted(ScrollView, can_focus=True):
    """A scrolled view that paints its own lines."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles_known: dict[tuple[str, ...], Style] = {}
        self._plain: Style | None = None

    @property
    def plain(self) -> Style:
        """The style of an empty line."""
        if self._plain is None:
            self._plain = self.rich_style
        return self._plain

    def style_of(self, *names: str) -> Style:
        """The style of the component classes of those names, later ones over earlier ones."""
        known = self._styles_known.get(names)
        if known is None:
            classes = (f"rows--{name}" for name in names if name)
            known = self._styles_known[names] = self.get_visual_style(*classes).rich_style
        return known

    def notify_style_update(self) -> None:
        """The theme, the focus or a class changed under painted lines."""
        super().notify_style_update()
        self._styles_known.clear()
        self._plain = None
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the crop, laid out for the width there is."""
        self.prepare_width()
        return super().render_lines(crop)

    def prepare_width(self) -> None:
        """Called before lines are painted, once for all of them."""


def flow(words: str, width: int, style: str = "", indent: str = "") -> list[Line]:
    """A paragraph wrapped into lines of one style, each after the indent."""
    room = max(2, width - width_of(indent))
    words = steady(words)
    return [((indent, ""), (words[start:end], style)) for start, end in wrap(words, room)]
