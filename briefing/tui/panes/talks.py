"""The pane of what is coming: day, hour, place, what. A day that is not known is never shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.model import Status, Talk
from briefing.tui.cells import fit, pad, width_of
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import UNKNOWN_DAY, when_short

DAYS, HOURS = 6, 5  # cells of the two first columns
LONG_DAYS = 10  # `Fri 27 Nov`
RANGE = UNKNOWN_DAY  # `30 Nov–4 Dec` takes twelve
ROOMY = 72  # cells from which on a day may take that much beside an hour
WIDEST_PLACE, WIDEST_PLACE_IN_ROOM = 10, 16
LEAST_WHO = 12  # cells without which a name says nothing


class TalksPane(Rows[Talk]):
    """`Tue 24 10:00 Geneva  what`."""

    day: date = date(1970, 1, 1)
    _days = DAYS
    _hours = HOURS
    _places = 9

    def key(self, item: Talk) -> str:
        """Its sentence and what it is."""
        return f"{item.sentence} {item.what}"

    def words(self, item: Talk) -> str:
        """What, where, who."""
        return " ".join((item.what, item.where or "", *item.who, item.status))

    def prepare(self, items: Sequence[Talk], width: int) -> None:
        """Columns are as wide as their widest, within bounds; what nobody knows has none."""
        sample = items[:300]
        timed = [item for item in sample if item.when.time]
        longest = max((self._wide(item) for item in timed), default=0)
        self._days = LONG_DAYS if width >= ROOMY and longest > DAYS else DAYS
        if not timed:
            self._days = max((self._wide(item) for item in sample), default=DAYS)
        self._hours = HOURS if timed else 0
        places = max((width_of(fit(item.where, 30)) for item in sample if item.where), default=0)
        widest = WIDEST_PLACE if width < ROOMY else WIDEST_PLACE_IN_ROOM
        # A column that most rows leave empty takes room from what is coming.
        is_known = sum(1 for item in sample if item.where) * 2 >= len(sample)
        share = min(widest, max(6, width // 6))
        taken = self._days + (1 + self._hours if self._hours else 0) + 4
        spare = width - taken - max((width_of(_said(item, width)) for item in sample), default=0)
        self._places = min(max(share, spare), places) if is_known else 0

    def _wide(self, item: Talk) -> int:
        return min(RANGE, width_of(when_short(item.when, self.day, weekday=True)))

    def lines(self, item: Talk, width: int) -> Sequence[Line]:
        """One line a talk."""
        when = self._when(item)
        place = pad(item.where or "", self._places) + "  " if self._places else ""
        status = _status(item)
        taken = sum(width_of(words) for words, _ in when) + width_of(place + status)
        return ((*when, (place, ""), (status, "warning"), *self._what(item, width - taken)),)

    def _when(self, talk: Talk) -> Line:
        """Day and hour; what takes more room than a day and has no hour takes that column too."""
        days = when_short(talk.when, self.day, weekday=True)
        room = self._days
        if self._hours and not talk.when.time:
            room += 1 + self._hours
        if width_of(days) > room:
            days = when_short(talk.when, self.day)
        is_vague = days.startswith(("~", "—")) or days.endswith("?")
        style = "muted" if is_vague else "primary"
        if talk.when.time:
            days = pad(days, max(self._days, width_of(days)))
            return ((days, style), (f" {pad(talk.when.time, HOURS)}  ", "muted"))
        if self._hours and style == "primary" and width_of(days) <= self._days:
            return ((pad(days, self._days), style), (f" {pad('—', HOURS)}  ", "muted"))
        return ((pad(days, room), style), ("  ", ""))

    def _what(self, talk: Talk, room: int) -> Line:
        """What it is, and, where there is room, who takes part and where."""
        what = fit(talk.what, room)
        rest = room - width_of(what)
        place = (talk.where,) if talk.where and not self._places else ()
        more = " · ".join((*place, *filter(None, (", ".join(talk.who),))))
        said = fit(more, rest - 3) if more and rest > min(LEAST_WHO, width_of(more) + 2) else ""
        return ((what, ""), (f" · {said}" if said else "", "muted"))


def _status(talk: Talk) -> str:
    """`postponed · `, of a talk that is not simply scheduled."""
    return "" if talk.status is Status.SCHEDULED else f"{talk.status} · "


def _said(talk: Talk, width: int) -> str:
    """What stands after the place."""
    return _status(talk) + fit(talk.what, width)
