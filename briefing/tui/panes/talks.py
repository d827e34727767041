"""The pane of what is coming: day, hour, place, what. A day that is not known is never shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model import Status, Talk
from briefing.tui.cells import fit, pad, width_of
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import when_short

WIDEST_DAY = 13
WIDEST_PLACE = 12


class TalksPane(Rows[Talk]):
    """`Tue 24 10:00 Geneva  what`."""

    day: date = date(1970, 1, 1)
    _days = 6
    _places = 9

    def key(self, item: Talk) -> str:
        """Its sentence and what it is."""
        return f"{item.sentence} {item.what}"

    def words(self, item: Talk) -> str:
        """What, where, who."""
        return " ".join((item.what, item.where or "", *item.who, item.status))

    def prepare(self, items: Sequence[Talk], width: int) -> None:
        """Day and place are as wide as their widest, within bounds."""
        some = items[:300]
        exact = [words for item in some if is_exact(words := when_short(item.when, self.day))]
        days = max(map(width_of, exact), default=6)
        places = max((width_of(fit(item.where or "?", 30)) for item in some), default=1)
        self._days = min(WIDEST_DAY, max(6, days))
        widest = WIDEST_PLACE if width < 70 else 20
        self._places = min(widest, max(6, width // 4), places)

    def lines(self, item: Talk, width: int) -> Sequence[Line]:
        """One line a talk."""
        day = when_short(item.when, self.day)
        status = "" if item.status is Status.SCHEDULED else f"{item.status} · "
        place = pad(item.where or "?", self._places)
        when = self._days + 7
        room = width - when - self._places - 2 - width_of(status)
        # What has no exact day has no hour either, and takes that column too.
        if is_exact(day):
            days = (
                (pad(day, self._days), "primary"),
                (f" {pad(item.when.time or '—', 5)} ", "muted"),
            )
        else:
            days = ((pad(day, when - 1), "muted"), (" ", ""))
        return (
            (
                *days,
                (place + "  ", "" if item.where else "muted"),
                (status, "warning"),
                (fit(item.what, room), ""),
            ),
        )


def is_exact(day: str) -> bool:
    """Whether the words of `when_short` name a day."""
    return not day.startswith(("~", "—"))
