"""The messages of the one long job, from the app to the screens."""

from __future__ import annotations

from textual.message import Message

from briefing.model import Step, Trouble


class Advanced(Message):
    """The job came a step further, or met a fault of the world."""

    def __init__(self, step: Step | Trouble) -> None:
        super().__init__()
        self.step = step


class Ended(Message):
    """The job is over."""


class DeskChanged(Message):
    """Another desk, or other sources: everything is to be asked again."""
