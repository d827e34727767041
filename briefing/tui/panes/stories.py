"""The pane of stories: a mark, how many articles, how old, the title.

Where there is room for more than that, each title is followed by its sources and the first words of
its summary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from briefing.model import Headline
from briefing.tui.cells import cut, fit, pad
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import moment_on

UNREAD, SAVED, SEEN = "●", "★", " "
MOST_LINES = 6  # of one story and the gap after it


@dataclass(frozen=True, slots=True)
class Lead:
    """What else can be said of a story where there is room."""

    sources: str  # their names
    words: str = ""  # of the summary


class StoriesPane(Rows[Headline]):
    """Stories of the day, ranked. `● 12  2h  Title`."""

    day: date = date(1970, 1, 1)
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    keeps_cursor = True
    leads: Mapping[str, Lead] = {}  # replaced, never changed
    tags: Mapping[str, Sequence[str]] = {}  # of the sources that tell a story
    stays_on_top = False  # once moved: the reader looks at a story, not at a place in the list
    _counts = 2
    _moments = 3
    _most = 1  # lines of a story

    def key(self, item: Headline) -> str:
        """The story's id."""
        return item.id

    def words(self, item: Headline) -> str:
        """Its title and the tags of its sources."""
        return " ".join((item.title, *(f"#{tag}" for tag in self.tags.get(item.id, ()))))

    def go(self, index: int) -> None:
        """Put the cursor on a row; from then on it keeps to that story."""
        self.stays_on_top = False
        super().go(index)

    def on_resize(self) -> None:
        """The height decides how much is said of each."""
        self._measure()
        self.reveal()

    @property
    def room(self) -> int:
        """How many lines each story may take."""
        height = self.scrollable_content_region.height
        return max(1, min(MOST_LINES, height // max(1, len(self._all))))

    def prepare(self, items: Sequence[Headline], width: int) -> None:
        """The count and the time are as wide as their widest."""
        del width
        self._counts = max([2, *(len(str(item.articles)) for item in items)])
        sample = items[:: max(1, len(items) // 200)]
        self._moments = max(
            [3, *(len(moment_on(item.newest, self.day, self.now)) for item in sample)]
        )
        room = self.room
        self.gap = 1 if room > 2 else 0
        self._most = room - self.gap
        self.row_height = None if self._most > 1 else 1

    def lines(self, item: Headline, width: int) -> Sequence[Line]:
        """One line a story, or more; an unread one is strong, a read one quiet."""
        mark, style = SEEN, "muted"
        if item.is_saved:
            mark, style = SAVED, "warning"
        elif item.unread:
            mark, style = UNREAD, "accent"
        when = moment_on(item.newest, self.day, self.now)
        before = f" {item.articles:>{self._counts}} {pad(when, self._moments, right=True)}  "
        room = width - 1 - len(before)
        strong = "strong" if item.unread else ""
        lead = self.leads.get(item.id)
        if self._most == 1 or lead is None:
            return (((mark, style), (before, "muted"), (fit(item.title, room), strong)),)
        titles = cut(item.title, room, 2 if self._most > 2 else 1)
        indent = (" " * (1 + len(before)), "")
        first = ((mark, style), (before, "muted"), (titles[0], strong))
        more = _more(lead, room, self._most - len(titles))
        return (
            first,
            *((indent, (words, strong)) for words in titles[1:]),
            *((indent, (words, "muted")) for words in more),
        )


def _more(lead: Lead, width: int, most: int) -> Sequence[str]:
    """Sources and summary on as many lines as there are."""
    if most == 1:
        return cut(" — ".join(filter(None, (lead.sources, lead.words))), width, 1)
    return (fit(lead.sources, width), *(cut(lead.words, width, most - 1) if lead.words else ()))
