"""The search window: articles, quotes, actors and talks that hold the words.

What is opened from here lies over the window, so that one comes back to what was found; there n and
N go from match to match.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefing.model import Actor, Article, Kind, Span
from briefing.text import one_line
from briefing.tui import views
from briefing.tui.cells import fit, pad
from briefing.tui.dialogs import Window, move_by_arrows
from briefing.tui.rows import Line, Rows

if TYPE_CHECKING:
    from briefing.desk import Hit

PATIENCE = 0.12  # seconds after a key before the store is asked
MOST_HITS = 50  # that are listed
MOST_MATCHES = 200  # in one article
_HINT = "Full text of articles, quotes, actors and talks."


class HitRows(Rows["Hit"]):
    """`quote   words`, then the title of its article."""

    row_height = 2
    keeps_cursor = True
    sought = ""  # the words that were searched for

    def key(self, item: Hit) -> str:
        """Its kind and place."""
        return f"{item.kind} {item.at} {item.words}"

    def lines(self, item: Hit, width: int) -> Sequence[Line]:
        """The kind and the find; under it its article's title. An article stands the other way."""
        room = width - 9
        words = f"“{item.words}”" if item.kind == "quote" else item.words
        found = _around(words, self.sought, room)
        first, second = (item.title, found) if item.kind == "article" else (found, item.title)
        return (
            ((pad(item.kind, 9), "accent"), (fit(first, room), "strong")),
            ((" " * 9, ""), (fit(second, room), "muted")),
        )


def _around(words: str, sought: str, width: int) -> str:
    """The part of the words where the first of those sought is in sight."""
    line = one_line(words)
    first = next(iter(sought.casefold().split()), "")
    at = line.casefold().find(first)
    if at < width - len(first) - 10:
        return line
    start = line.find(" ", at - width // 3) + 1
    return "…" + line[start:]


class SearchScreen(Window[None]):
    """Type, move with the arrows, open with enter."""

    def compose(self) -> ComposeResult:
        """The words above, what was found below."""
        with Vertical(classes="window large") as window:
            window.border_title = "Search"
            yield Input(placeholder=_HINT, id="place")
            yield HitRows(id="hits")
            yield Static(Content("↓ ↑ move   ⏎ open, then n N go on   esc close"), classes="keys")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(HitRows).can_focus = False
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value.strip())

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _search(self, words: str) -> None:
        await asyncio.sleep(PATIENCE)
        rows = self.query_one(HitRows)
        hits = await self.ask(lambda: self.desk.search(words, MOST_HITS)) if words else ()
        rows.empty = self._nothing(words)
        rows.sought = words
        rows.show(hits or (), anew=True)
        window = self.query_one(".window")
        first = "the first " if hits and len(hits) == MOST_HITS else ""
        window.border_title = f"Search · {first}{len(hits)}" if hits else "Search"

    def _nothing(self, words: str) -> str:
        today = self.host.dashboard.today
        if today is not None and today.day is None:
            return "Nothing is stored yet, so there is nothing to find."
        return f"No match for “{fit(words, 60)}”. Try fewer or shorter words." if words else ""

    def on_key(self, event: events.Key) -> None:
        """The arrows move among what was found."""
        rows = self.query_one(HitRows)
        move_by_arrows(
            event,
            down=rows.action_move_down,
            up=rows.action_move_up,
            pagedown=rows.action_move_page_down,
            pageup=rows.action_move_page_up,
        )

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def _chosen(self) -> None:
        hit = self.query_one(HitRows).current
        if hit is not None:
            self._open(hit)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open(self, hit: Hit) -> None:
        from briefing.tui.actor import ActorScreen
        from briefing.tui.article import ArticleScreen

        if hit.kind == "actor":
            self.app.push_screen(ActorScreen(Actor(hit.words, Kind.PERSON)))
            return
        rows = self.query_one(HitRows)
        sought = rows.sought
        hits = [each for each in rows.items if each.kind != "actor"]
        names = tuple(dict.fromkeys(each.at.article for each in hits))
        articles = await self.ask(lambda: views.ask_articles(self.desk, names))
        if articles is None:
            return
        found = [each.at for each in hits]
        places = await asyncio.to_thread(matches, articles, found, sought)
        first = next((at for at in places if at == hit.at), None)
        first = first or next((at for at in places if at.article == hit.at.article), None)
        screen = ArticleScreen(articles, hit.at.article, first, hit.story or "")
        screen.matches = places
        self.app.push_screen(screen)


def matches(articles: Sequence[Article], hits: Sequence[Span], sought: str) -> tuple[Span, ...]:
    """Where to go from one to the next: what was found, and each of the words in the articles that
    were found by their text; in the order of the articles.
    """
    words = [re.escape(word) for word in sought.split()]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE) if words else None
    places: list[Span] = []
    for article in articles:
        here = [at for at in hits if at.article == article.id and at.end > at.start]
        found = itertools.islice(pattern.finditer(article.text), MOST_MATCHES) if pattern else ()
        spans = [Span(article.id, match.start(), match.end()) for match in found]
        here += [span for span in spans if not any(at.overlaps(span) for at in here)]
        places += sorted(here)
    return tuple(places)
