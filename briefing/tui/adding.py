"""The window that adds sources: an address, the starter set, a list of another reader, a folder.

One line takes whatever is typed; the ways above it say what may be typed, and lead to the starter
set. Where a site offers several feeds, one chooses among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError, SeveralFeeds
from briefing.model import Feed
from briefing.text import counted, one_line
from briefing.tui.cells import fit, pad
from briefing.tui.dialogs import Chooser, Window
from briefing.tui.rows import Line, Rows

STARTER = "starter"
_WAYS = {
    "address": ("A feed or a site", "by its address", "https://…"),
    STARTER: ("A starter set", "world news, to choose from", "⏎ shows the starter set"),
    "list": ("An OPML file", "the list of another reader", "~/feeds.opml"),
    "folder": ("A folder or a file", "articles on this disk", "~/articles"),
}


class AddDialog(Chooser[None]):
    """Takes a feed's or a site's address, the starter set, an OPML list, a file, a folder."""

    def __init__(self) -> None:
        super().__init__()
        self._starter: tuple[Feed, ...] = ()

    def compose(self) -> ComposeResult:
        """The ways, one line to type in, one for what went wrong."""
        with Vertical(classes="window") as window:
            window.border_title = "Add a source"
            yield OptionList(*(Option(_way(name), id=name) for name in _WAYS), id="ways")
            yield Input(placeholder=_WAYS["address"][2], id="place")
            yield Static(id="trouble")
            yield Static(Content("↓ ↑ ways   ⏎ add   esc close"), classes="keys")

    def on_mount(self) -> None:
        """The starter set stands there while something is left of it."""
        self._look_for_starter()

    @work(group="starter", exit_on_error=False)
    async def _look_for_starter(self) -> None:
        self._starter = await self.ask(self.desk.own.feeds.starter) or ()
        if not self._starter:
            self.query_one(OptionList).remove_option(STARTER)

    @property
    def way(self) -> str:
        """The way under the cursor."""
        return self.chosen or "address"

    @on(OptionList.OptionHighlighted)
    def _another(self) -> None:
        self.query_one(Input).placeholder = _WAYS[self.way][2]

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.query_one(Input).focus()
        if self.way == STARTER:
            self._offer_starter()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if place := event.value.strip():
            self.tell("Looking …")
            self._add((place,))
        elif self.way == STARTER:
            self._offer_starter()
        else:
            self.tell("Type it on the line above.")

    def _offer_starter(self) -> None:
        def chosen(feeds: tuple[Feed, ...] | None) -> None:
            if feeds:
                self._keep(feeds)

        choice = FeedChoice("The starter set", self._starter, are_chosen=True)
        self.app.push_screen(choice, chosen)

    def _offer(self, several: SeveralFeeds) -> None:
        """The feeds of a site."""

        def chosen(feeds: tuple[Feed, ...] | None) -> None:
            if feeds:
                self.tell("Looking …")
                self._add([feed.url for feed in feeds])

        self.tell("")
        feeds = [Feed(url) for url in several.choices]
        self.app.push_screen(FeedChoice(f"{len(feeds)} feeds on this site", feeds), chosen)

    @work(exclusive=True, group="add", exit_on_error=False)
    async def _add(self, places: Sequence[str]) -> None:
        added: list[Feed] = []
        problems: list[str] = []
        before = await self._articles()
        for place in places:
            try:
                added += await self.desk.own.feeds.add_all(place)
            except SeveralFeeds as several:
                self._offer(several)
                return
            except (BriefingError, OSError) as error:
                problems.append(one_line(str(error)))
        for problem in problems if added else ():
            self.notify(problem, severity="warning", markup=False, timeout=8)
        if added:
            self._go_on(added, await self._articles() - before)
        else:
            self.tell(" ".join(problems))

    async def _articles(self) -> int:
        counts = await self.ask(self.desk.own.counts)
        return counts.articles if counts else 0

    @work(exclusive=True, group="add", exit_on_error=False)
    async def _keep(self, feeds: Sequence[Feed]) -> None:
        added = await self.ask(lambda: self.desk.own.feeds.add_many(feeds))
        if added:
            self._go_on(added)

    def _go_on(self, added: Sequence[Feed], articles: int = 0) -> None:
        """To the reader's own desk; what was not looked at yet is asked."""
        name = one_line(added[0].name, 60) if len(added) == 1 else counted(len(added), "feed")
        if all(feed.checked is None for feed in added):
            self.say(f"Added {name}. Asking {'it' if len(added) == 1 else 'them'} now.")
        else:
            self.say(f"Added {name}: {counted(articles, 'article')}.")
        host, own = self.host, self.desk.own
        self.dismiss()
        host.use(own)
        host.start_refresh(tuple(feed.url for feed in added if feed.checked is None))


class ChoiceRows(Rows[Feed]):
    """`[x] Title  address`."""

    def __init__(self, chosen: Sequence[str]) -> None:
        super().__init__(id="choice")
        self.chosen = set(chosen)

    def key(self, item: Feed) -> str:
        """The address."""
        return item.url

    def lines(self, item: Feed, width: int) -> Sequence[Line]:
        """A mark, the title if there is one, the address."""
        mark = ("[x] ", "accent") if item.url in self.chosen else ("[ ] ", "muted")
        if not item.title:
            return ((mark, (fit(item.url, width - 4), "strong")),)
        names = min(30, width // 2)
        return (
            (
                mark,
                (pad(item.title, names), "strong"),
                (f"  {fit(item.url, width - names - 6)}", "muted"),
            ),
        )

    def on_key(self, event: events.Key) -> None:
        """Space marks a row here."""
        if event.key in {"space", "x"}:
            event.stop()
            event.prevent_default()
            if self.current is not None:
                self.chosen.symmetric_difference_update({self.current.url})
                self.repaint()
                self.action_move_down()


class FeedChoice(Window[tuple[Feed, ...]]):
    """Which of some feeds; the one under the cursor when none is marked."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "choose", show=False),
        Binding("q,backspace", "dismiss_window", show=False),
    ]

    def __init__(self, title: str, feeds: Sequence[Feed], *, are_chosen: bool = False) -> None:
        super().__init__()
        self.title_words = title
        self.feeds = tuple(feeds)
        self.are_chosen = are_chosen

    def compose(self) -> ComposeResult:
        """The feeds, each with a mark."""
        with Vertical(classes="window") as window:
            window.border_title = self.title_words
            yield ChoiceRows([feed.url for feed in self.feeds] if self.are_chosen else [])
            yield Static(Content("space marks   ⏎ adds the marked   esc back"), classes="keys")

    def on_mount(self) -> None:
        """Show them."""
        rows = self.query_one(ChoiceRows)
        rows.styles.height = min(len(self.feeds), 12)
        rows.show(self.feeds)
        rows.focus()

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Close with what is marked."""
        rows = self.query_one(ChoiceRows)
        marked = tuple(feed for feed in self.feeds if feed.url in rows.chosen)
        self.dismiss(marked or ((rows.current,) if rows.current else ()))


def _way(name: str) -> Content:
    title, more, _ = _WAYS[name]
    return Content.assemble(f"{title:<20}", (more, "$foreground-muted"))
