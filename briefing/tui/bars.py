"""The two bars: the line at the top that says where one is, and the keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from briefing.model import Step
from briefing.text import one_line
from briefing.tui.cells import width_of
from briefing.tui.commands import Command, shown

Bit = tuple[str, str]  # words and style


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is."""

    stage: str
    done: int
    total: int
    again: int = 0  # articles that are read again because the rules have changed

    @property
    def words(self) -> str:
        """`reading 12 of 40`, `reading 12 of 40 again`."""
        names = {
            "gather": "fetching",
            "group": "grouping",
            "read": "reading",
            "digest": "summing up",
        }
        said = names.get(self.stage, self.stage)
        words = f"{said} {self.done} of {self.total}" if self.total else said
        if self.stage != "read" or not self.again:
            return words
        return f"{words}, {self.again} again" if self.again < self.total else f"{words} again"

    @property
    def reason(self) -> str:
        """Why it is done at all, where that may surprise."""
        return ": the rules have changed" if self.stage == "read" and self.again else ""

    def bar(self, cells: int) -> tuple[str, str]:
        """The bar's filled and its empty part."""
        share = self.done / self.total if self.total else 0.0
        filled = max(0, min(cells, round(share * cells)))
        return "━" * filled, "─" * (cells - filled)


def after(before: Progress | None, step: Step) -> Progress:
    """What to say after a step. Summing up goes on beside reading, which says more."""
    is_reading = before is not None and before.stage == "read" and before.done < before.total
    if before is not None and is_reading and step.stage == "digest":
        return before
    again = before.again if before is not None else 0
    return Progress(step.stage, step.done, step.total, again)


class TopBar(Widget):
    """` briefing  Sun 22 Nov  Today ▾  14 stories · 9 unread        ↻06:02 · 2 failing`."""

    left: var[tuple[Bit, ...]] = var(())
    right: var[tuple[Bit, ...]] = var(())
    progress: var[Progress | None] = var(None)

    class Pressed(Message):
        """The right end, with the failing feeds, was clicked."""

    class DaysPressed(Message):
        """The left end, with the day, was clicked."""

    def watch_left(self) -> None:
        """Say it at once."""
        self.refresh()

    def watch_right(self) -> None:
        """Say it at once."""
        self.refresh()

    def watch_progress(self) -> None:
        """Say it at once."""
        self.refresh()

    def render(self) -> Content:
        """The name, then what is known, the rest pushed to the right."""
        width = self.size.width
        right = self._progress(width) if self.progress else self.right
        room = width - sum(width_of(words) for words, _ in right) - 3
        bits: list[tuple[str, str]] = [(" briefing", "bold $text-primary"), ("  ", "")]
        room -= 11
        for words, style in self.left:
            if width_of(words) > room:
                continue
            bits.append((words, style))
            room -= width_of(words)
        bits.append((" " * max(0, room + 2), ""))
        return Content.assemble(*bits, *right, " ")

    def _progress(self, width: int) -> tuple[Bit, ...]:
        assert self.progress is not None
        cells = 10 if width < 100 else 20
        filled, left = self.progress.bar(cells)
        return (
            (filled, "$text-primary"),
            (left, "$foreground-muted"),
            (f" {self.progress.words}", ""),
            (self.progress.reason if width >= 100 else "", "$foreground-muted"),
        )

    def on_click(self, event: events.Click) -> None:
        """Failing feeds lead to the sources, the day to the other days."""
        if event.x > self.size.width * 2 // 3:
            self.post_message(self.Pressed())
        elif event.x < self.size.width // 2:
            self.post_message(self.DaysPressed())


class KeyBar(Widget):
    """The most wanted keys of this screen, as many as fit; each can be clicked."""

    commands: var[tuple[Command, ...]] = var(())

    def __init__(self, commands: Sequence[Command], place: str) -> None:
        super().__init__()
        self._spans: list[tuple[int, int, Command]] = []
        here = [each for each in commands if each.footer and place in (each.footer_at or (place,))]
        self.set_reactive(KeyBar.commands, tuple(sorted(here, key=lambda one: one.footer)))

    def render(self) -> Content:
        """` ⏎ Open  o Browser  m Read …`; what does not fit is left out, help and quit last."""
        fitting = _fitting(self.commands, self.size.width)
        self._spans = []
        bits: list[Bit] = []
        x = 0
        for command in fitting:
            key = shown(command.keys[0])
            bits += [
                (f" {key}", "bold $footer-key-foreground"),
                (f" {command.name} ", "$footer-description-foreground"),
            ]
            wide = width_of(key) + width_of(command.name) + 3
            self._spans.append((x, x + wide, command))
            x += wide
        return Content.assemble(*bits)

    async def on_click(self, event: events.Click) -> None:
        """Give the command under the pointer."""
        for start, end, command in self._spans:
            if start <= event.x < end:
                await self.screen.run_action(command.action)
                return


def _fitting(commands: Sequence[Command], width: int) -> list[Command]:
    def wide(command: Command) -> int:
        return width_of(shown(command.keys[0])) + width_of(command.name) + 3

    last = [command for command in commands if command.id in {"help", "quit"}]
    room = width + 1 - sum(wide(command) for command in last)  # the last blank may be cut off
    kept: list[Command] = []
    for command in commands:
        if command in last:
            continue
        if wide(command) > room:
            break
        kept.append(command)
        room -= wide(command)
    return kept + last


def title_bits(words: str, note: str = "") -> tuple[Bit, ...]:
    """The left of the bar for a screen that is not the dashboard."""
    bits: list[Bit] = [(one_line(words), "bold")]
    if note:
        bits.append((f"  {one_line(note)}", "$foreground-muted"))
    return tuple(bits)
