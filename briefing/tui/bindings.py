"""The table of commands as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from briefing.tui.commands import COMMANDS, EVERYWHERE


def bindings_of(place: str, *, everywhere: bool = False) -> list[BindingType]:
    """The bindings of one screen or widget; those of everywhere only when asked for."""
    return [
        Binding(",".join(command.keys), command.action, command.name, show=False, id=command.id)
        for command in COMMANDS
        if place in command.where or (everywhere and EVERYWHERE in command.where)
    ]
