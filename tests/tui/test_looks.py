"""How each screen looks, kept as pictures: `pytest --snapshot-update` draws them anew."""

import pytest

from briefing.tui.app import BriefingApp
from tests.tui.desks import press, settled

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 60)

LOOKS = {
    "dashboard-small": (SMALL, ()),
    "dashboard-middle": (MIDDLE, ("j",)),
    "dashboard-large": (LARGE, ("j", "3")),
    "whole-day": (MIDDLE, ("w",)),
    "one-pane": (SMALL, ("4",)),
    "article-small": (SMALL, ("enter",)),
    "article-middle": (MIDDLE, ("4", "j", "enter")),
    "article-large": (LARGE, ("G", "enter")),
    "evidence": (SMALL, ("4", "v")),
    "actor-small": (SMALL, ("3", "enter")),
    "actor-middle": (MIDDLE, ("3", "enter")),
    "sources": (SMALL, ("S",)),
    "calendar": (SMALL, ("C",)),
    "search": (SMALL, ("slash", *"geneva")),
    "help": (SMALL, ("question_mark",)),
    "export": (SMALL, ("e",)),
    "add": (SMALL, ("a",)),
    "confirm": (SMALL, ("M",)),
    "filter": (SMALL, ("f", *"port")),
    "days": (SMALL, ("D",)),
    "log": (SMALL, ("M", "enter", "u", "L")),
    "match": (SMALL, ("slash", *"harbour", "down", "down", "enter")),
}


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_did(desk, snap_compare, name):
    size, keys = LOOKS[name]

    async def play(pilot):
        await settled(pilot)
        await press(pilot, *keys)
        # A cursor that blinks would be there in every other picture.
        for line in pilot.app.screen.query("Input"):
            line.cursor_blink = False

    assert snap_compare(BriefingApp(desk), terminal_size=size, run_before=play)
