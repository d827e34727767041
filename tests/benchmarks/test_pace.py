"""No handler of ours holds the keys up for longer than a frame, however much is stored."""

from datetime import date
from time import thread_time

import pytest
from textual.app import App

from briefing.model import Actor, Kind, Precision, Quote, Span, Talk, When
from briefing.tui.panes.actors import ActorsPane
from briefing.tui.panes.quotes import QuoteRow, QuotesPane
from briefing.tui.panes.stories import StoriesPane
from briefing.tui.panes.talks import TalksPane
from tests.tui.test_panes import NOW, a_headline

FRAME = 0.016  # seconds of this thread's CPU
WORDS = "we shall not sign away a single mile of our waters before the vote on Tuesday " * 2


def headlines():
    return [a_headline(f"Story number {n} of the day", id=f"s{n}") for n in range(3000)]


def quotes():
    return [
        QuoteRow(
            Quote(WORDS[n % 60 :], Span(f"a{n}", 3, 90), Span(f"a{n}", 0, 99), "Ana Ruiz"), "AP", n
        )
        for n in range(4000)
    ]


def actors():
    return [
        Actor(f"Ana Ruiz {n}", (*Kind,)[n % 3], mentions=(Span("a", 0, 8),)) for n in range(2000)
    ]


def talks():
    day = date(2026, 12, 1)
    when = When("1 December", None, day, day, Precision.DAY, "10:00")
    return [Talk(f"the vote {n}", when, Span(f"a{n}", 0, 9), where="Geneva") for n in range(1000)]


PANES = {
    "stories": (StoriesPane, headlines),
    "quotes": (QuotesPane, quotes),
    "actors": (ActorsPane, actors),
    "upcoming": (TalksPane, talks),
}


@pytest.mark.parametrize("name", PANES)
async def test_a_pane_takes_in_a_big_store_within_a_frame(name):
    kind, items_of = PANES[name]
    pane, items = kind(), items_of()
    pane.now = NOW

    class Screen(App[None]):
        CSS = "Rows { height: 1fr; }"

        def compose(self):
            yield pane

    async with Screen().run_test(size=(100, 40)) as pilot:
        pane.show(items)
        await pilot.pause()

        took = []
        for _ in range(5):
            begun = thread_time()
            pane.show(items)
            pane.go(5)
            for line in range(40):
                pane.render_line(line)
            took.append(thread_time() - begun)

        assert min(took) < FRAME
