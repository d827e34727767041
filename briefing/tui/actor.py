"""The actor screen: every story, quote and talk of one person, body or place."""

from __future__ import annotations

from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from briefing.model import Actor, Article, Headline
from briefing.text import one_line
from briefing.tui import views
from briefing.tui.bars import TopBar, title_bits
from briefing.tui.bindings import bindings_of
from briefing.tui.commands import ACTOR
from briefing.tui.deeds import Deeds
from briefing.tui.filtering import FilterLine
from briefing.tui.panes.quotes import QuotesPane
from briefing.tui.panes.stories import StoriesPane
from briefing.tui.panes.talks import TalksPane
from briefing.tui.rows import Rows
from briefing.tui.wording import role_words

_PANES = ("actor-stories", "actor-quotes", "actor-talks")


class ActorScreen(Deeds):
    """Who somebody is, and where they appear."""

    place = ACTOR
    BINDINGS = bindings_of(ACTOR, everywhere=True)

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self.actor = actor
        self.articles: tuple[Article, ...] = ()

    def compose(self) -> ComposeResult:
        """A few lines about them, then three lists."""
        yield TopBar()
        yield Static(_about(self.actor), id="actor-about")
        with Container(id="actor-panes"):
            yield StoriesPane(id="actor-stories")
            yield QuotesPane(id="actor-quotes")
            yield TalksPane(id="actor-talks")
        yield FilterLine()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Ask for the profile."""
        self.query_one(TopBar).left = title_bits("Actor")
        for name, title in zip(_PANES, ("Stories", "Quotes", "Upcoming"), strict=True):
            self.query_one(f"#{name}").border_title = title
        self.query_one("#actor-quotes").focus()
        self.load()

    @work(exclusive=True, group="load", exit_on_error=False)
    async def load(self) -> None:
        """The profile, with the quotes' places."""
        name = self.actor.name
        profile = await self.ask(lambda: self.desk.about(name))
        if profile is None:
            return
        quotes = await self.ask(
            lambda: views.quote_view(self.desk, profile.quotes, profile.articles)
        )
        day = await self.ask(self.desk.day)
        self.actor, self.articles = profile.actor, profile.articles
        self.query_one("#actor-about", Static).update(_about(profile.actor))
        stories, talks = self.query_one(StoriesPane), self.query_one(TalksPane)
        stories.now = self.desk.now()
        stories.day = stories.now.date()
        talks.day = day or stories.day
        self._fill(stories, profile.stories, "Stories", "In no story.")
        self._fill(self.query_one(QuotesPane), quotes or (), "Quotes", "No quotes of theirs.")
        coming = [talk for talk in profile.talks if views.is_ahead(talk, talks.day)]
        self._fill(talks, coming, "Upcoming", "Nothing coming names them.")

    def _fill(self, rows: Rows[Any], items: Any, title: str, empty: str) -> None:
        rows.empty = empty
        rows.show(items)
        rows.border_title = f"{title} · {len(items):,}" if items else title

    @property
    def headline(self) -> Headline | None:
        """The story under the cursor."""
        return self.query_one(StoriesPane).current

    def _known(self, article: str) -> Article | None:
        return next((one for one in self.articles if one.id == article), None)

    @on(Rows.Chosen)
    def _row_chosen(self) -> None:
        self.action_open()

    def on_filter_line_filtered(self, event: FilterLine.Filtered) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        if isinstance(self.focused, Rows):
            self.query_one(FilterLine).begin(self.focused)

    def action_pane_by(self, step: int) -> None:
        """To the next list."""
        here = self.focused.id if self.focused and self.focused.id in _PANES else _PANES[0]
        name = _PANES[(_PANES.index(here) + step) % len(_PANES)]
        self.query_one(f"#{name}").focus()


def _about(actor: Actor) -> Content:
    roles = tuple(dict.fromkeys(one_line(role_words(role)) for role in actor.roles))
    aliases = tuple(one_line(name) for name in actor.aliases)
    lines = [(one_line(actor.name), "bold"), (f" · {actor.kind}", "$foreground-muted")]
    lines += [(f" · {role}", "$text-primary") for role in roles[:6]]
    if aliases:
        lines.append((f"\nAlso {', '.join(aliases[:12])}", "$foreground-muted"))
    return Content.assemble(*lines)
