"""The pane of actors: who they are, their role, how often they are named.

Who acts comes first: people, then organisations, then places, each the most salient first.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Actor, Kind
from briefing.tui.cells import fit, pad, width_of
from briefing.tui.rows import Line, Rows
from briefing.tui.wording import KIND_SIGNS, role_words

_ORDER = {Kind.PERSON: 0, Kind.ORGANISATION: 1, Kind.PLACE: 2}


class ActorsPane(Rows[Actor]):
    """`P Karoline Leavitt  White House Press Sec.    6`."""

    _names = 10
    _counts = 1

    def key(self, item: Actor) -> str:
        """The full name."""
        return item.name

    def show(self, items: Sequence[Actor], *, anew: bool = False) -> None:
        """The actors as they come, sorted by kind."""
        super().show(sorted(items, key=lambda actor: _ORDER[actor.kind]), anew=anew)

    def words(self, item: Actor) -> str:
        """Name, other forms and roles."""
        return " ".join((item.name, *item.aliases, *map(role_words, item.roles)))

    def prepare(self, items: Sequence[Actor], width: int) -> None:
        """Roles stand in one column, after the longest name that has one."""
        names = [width_of(fit(item.name, 40)) for item in items[:200] if item.roles]
        self._names = min(max(names, default=10), max(10, width // 2))
        self._counts = max((len(str(len(item.mentions))) for item in items[:200]), default=1)

    def lines(self, item: Actor, width: int) -> Sequence[Line]:
        """One line an actor."""
        number = f"{len(item.mentions) or '':>{self._counts}}"
        role = role_words(item.roles[0]) if item.roles else ""
        taken = 2 + 2 + len(number)
        # A name without a role may run through the role's column.
        names = self._names if role else max(self._names, width - taken - 1)
        names = min(names, max(4, width - taken - 1))
        room = max(0, width - taken - names - 1)
        style = "strong" if item.kind == "person" else ""
        return (
            (
                (KIND_SIGNS[item.kind] + " ", "accent"),
                (pad(item.name, names), style),
                (f"  {pad(role, room)} ", "muted"),
                (number, "muted"),
            ),
        )
