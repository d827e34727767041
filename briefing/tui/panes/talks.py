"""The pane of what is coming: day, hour, place, what. A day that is not known is never shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model import Status, Talk
from briefing.tui.cells import fit, pad, width_of
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import when_short

DAYS, HOURS = 6, 5  # cells of the two first columns
WIDEST_PLACE = 12
LEAST_WHO = 12  # cells without which a name says nothing


class TalksPane(Rows[Talk]):
    """`Tue 24 10:00 Geneva  what`."""

    day: date = date(1970, 1, 1)
    _places = 9

    def key(self, item: Talk) -> str:
        """Its sentence and what it is."""
        return f"{item.sentence} {item.what}"

    def words(self, item: Talk) -> str:
        """What, where, who."""
        return " ".join((item.what, item.where or "", *item.who, item.status))

    def prepare(self, items: Sequence[Talk], width: int) -> None:
        """The place is as wide as the widest, within bounds."""
        places = max((width_of(fit(item.where or "?", 30)) for item in items[:300]), default=1)
        widest = WIDEST_PLACE if width < 100 else 20
        self._places = min(widest, max(6, width // 4), places)

    def lines(self, item: Talk, width: int) -> Sequence[Line]:
        """One line a talk."""
        when = _when(item, self.day)
        place = pad(item.where or "?", self._places)
        status = "" if item.status is Status.SCHEDULED else f"{item.status} · "
        taken = sum(width_of(words) for words, _ in when) + self._places + 2 + width_of(status)
        return (
            (
                *when,
                (place + "  ", "" if item.where else "muted"),
                (status, "warning"),
                *_what(item, width - taken),
            ),
        )


def _what(talk: Talk, room: int) -> Line:
    """What it is, and, where there is room, who takes part."""
    what = fit(talk.what, room)
    rest = room - width_of(what)
    who = fit(", ".join(talk.who), rest - 3) if talk.who and rest > LEAST_WHO else ""
    return ((what, ""), (f" · {who}" if who else "", "muted"))


def _when(talk: Talk, day: date) -> Line:
    """Day and hour; what takes more room than a day and has no hour takes that column too."""
    days = when_short(talk.when, day)
    style = "muted" if days.startswith(("~", "—")) else "primary"
    if talk.when.time:
        return (
            (pad(days, max(DAYS, width_of(days))), style),
            (f" {pad(talk.when.time, HOURS)} ", "muted"),
        )
    if style == "primary" and width_of(days) <= DAYS:
        return ((pad(days, DAYS), style), (f" {pad('—', HOURS)} ", "muted"))
    return ((pad(days, DAYS + 1 + HOURS), style), (" ", ""))
