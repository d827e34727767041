"""The pane of stories: a mark, how many articles, how old, the title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from briefing.model import Headline
from briefing.tui.cells import fit, pad
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import moment_on

UNREAD, SAVED, SEEN = "●", "★", " "


class StoriesPane(Rows[Headline]):
    """Stories of the day, ranked. `● 12  2h  Title`."""

    day: date = date(1970, 1, 1)
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    keeps_cursor = True
    stays_on_top = False  # the reader looks at a story, not at a place in the list
    _counts = 2
    _moments = 3

    def key(self, item: Headline) -> str:
        """The story's id."""
        return item.id

    def words(self, item: Headline) -> str:
        """Its title."""
        return item.title

    def prepare(self, items: Sequence[Headline], width: int) -> None:
        """The count and the time are as wide as their widest."""
        del width
        self._counts = max([2, *(len(str(item.articles)) for item in items)])
        sample = items[:: max(1, len(items) // 200)]
        self._moments = max(
            [3, *(len(moment_on(item.newest, self.day, self.now)) for item in sample)]
        )

    def lines(self, item: Headline, width: int) -> Sequence[Line]:
        """One line a story; an unread one is strong, a read one quiet."""
        mark, style = SEEN, "muted"
        if item.is_saved:
            mark, style = SAVED, "warning"
        elif item.unread:
            mark, style = UNREAD, "accent"
        when = moment_on(item.newest, self.day, self.now)
        before = f" {item.articles:>{self._counts}} {pad(when, self._moments, right=True)}  "
        title = fit(item.title, width - 1 - len(before))
        return (((mark, style), (before, "muted"), (title, "strong" if item.unread else "")),)
