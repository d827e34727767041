"""The sources screen: each with its health, its last error and when it is tried again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from briefing.model import Feed
from briefing.text import counted, one_line, pace_words
from briefing.tui.bars import TopBar, title_bits
from briefing.tui.bindings import bindings_of
from briefing.tui.cells import fit, pad
from briefing.tui.commands import FEEDS
from briefing.tui.filtering import FilterLine
from briefing.tui.place import Place
from briefing.tui.rows import Line, Rows
from briefing.tui.steps import Ended
from briefing.tui.wording import age


class FeedRows(Rows[Feed]):
    """`✓ Title  45m  address`."""

    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)

    def key(self, item: Feed) -> str:
        """The address or path."""
        return item.url

    def words(self, item: Feed) -> str:
        """Name, address, tags, error."""
        return " ".join((item.name, item.url, tags_line(item), item.error or ""))

    def lines(self, item: Feed, width: int) -> Sequence[Line]:
        """A sign and a word for the health, the name, what went wrong or the address."""
        sign, word, style = health(item)
        asked = age(item.checked, self.now) if item.checked else "—"
        names = max(12, min(32, width // 3))
        rest = one_line(item.error or "") or " ".join(filter(None, (tags_line(item), item.url)))
        return (
            (
                (f"{sign} {word:<8}", style),
                (pad(item.name, names), "strong"),
                (f" {asked:>4}  ", "muted"),
                (fit(rest, width - names - 17), "warning" if item.error else "muted"),
            ),
        )


def tags_line(feed: Feed) -> str:
    """`#world #politics`."""
    return " ".join(f"#{one_line(tag)}" for tag in feed.tags)


def health(feed: Feed) -> tuple[str, str, str]:
    """A sign, a word and a style: told by more than colour."""
    if feed.retired:
        return "∅", "gone", "muted"
    if feed.error:
        return "✗", "failing", "error"
    if feed.succeeded is None:
        return "·", "new", "muted"
    return "✓", "well", "success"


class FeedsScreen(Place):
    """All sources of the reader."""

    place = FEEDS
    BINDINGS = bindings_of(FEEDS, everywhere=True)

    def __init__(self) -> None:
        super().__init__()
        self.paces: Mapping[str, float] = {}  # new articles a day, by address

    def compose(self) -> ComposeResult:
        """The list and, under it, all that is known of the one under the cursor."""
        yield TopBar()
        yield FeedRows(id="feeds")
        yield Static(id="feed-about")
        yield FilterLine()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Ask for them."""
        rows = self.query_one(FeedRows)
        rows.border_title = "Sources"
        rows.focus()
        self.load()

    def on_screen_resume(self) -> None:
        """A source may have been added."""
        self.load()

    @work(exclusive=True, group="load", exit_on_error=False)
    async def load(self) -> None:
        """The sources, failing ones first."""
        feeds = await self.ask(self.desk.own.feeds.all)
        if feeds is None:
            return
        self.paces = await self.ask(self.desk.own.feeds.per_day) or {}
        rows = self.query_one(FeedRows)
        rows.now = self.desk.now()
        rows.empty = "No sources of your own yet. a adds a feed, a folder or an OPML file."
        rows.show(sorted(feeds, key=lambda feed: (not feed.error, feed.name.casefold())))
        failing = sum(1 for feed in feeds if feed.error)
        said = counted(len(feeds), "source") + (f" · {failing} failing" if failing else "")
        self.query_one(TopBar).left = title_bits("Sources", said)

    @on(Ended)
    def _asked(self) -> None:
        self.load()

    @property
    def feed(self) -> Feed | None:
        """The source under the cursor."""
        return self.query_one(FeedRows).current

    @on(Rows.Highlighted)
    def _another(self) -> None:
        about = self.query_one("#feed-about", Static)
        about.display = self.feed is not None
        if self.feed is not None:
            about.update(_about(self.feed, self.desk.now(), self.paces.get(self.feed.url)))

    def on_filter_line_filtered(self, event: FilterLine.Filtered) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        self.query_one(FilterLine).begin(self.query_one(FeedRows))

    def action_refresh_feed(self) -> None:
        """Ask this source again."""
        if self.feed is not None:
            if self.desk.is_sample:
                self.host.use(self.desk.own)
            self.host.start_refresh((self.feed.url,))
            self.say(f"Refreshing {one_line(self.feed.name, 40)}.")

    def action_tag(self) -> None:
        """Tag this source."""
        if self.feed is not None:
            self.tag_source(self.feed.url)

    def action_remove(self) -> None:
        """Remove this source, after asking."""
        from briefing.tui.dialogs import Confirm

        feed = self.feed
        if feed is None:
            return

        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self._remove(feed)

        self.app.push_screen(
            Confirm(f"Remove {one_line(feed.name, 30)} and its articles?", "Remove"), answered
        )

    @work(group="remove", exit_on_error=False)
    async def _remove(self, feed: Feed) -> None:
        removed = await self.ask(lambda: self.desk.own.feeds.remove(feed.url))
        if removed is not None:
            self.say(f"Removed {one_line(feed.name, 50)}. Saved articles stay.")
            self.load()


def _about(feed: Feed, now: datetime, pace: float | None) -> Content:
    def clock(moment: datetime | None) -> str:
        return f"{moment.astimezone(now.tzinfo):%a %d %b %H:%M}" if moment else "never"

    bits = [(one_line(feed.url), "bold")]
    bits.append(
        (f"\nasked {clock(feed.checked)} · answered {clock(feed.succeeded)}", "$foreground-muted")
    )
    if feed.next_try:
        bits.append((f" · next try {clock(feed.next_try)}", "$foreground-muted"))
    if pace is not None:
        bits.append((f" · {pace_words(pace)}", "$foreground-muted"))
    if feed.tags:
        bits.append((f" · {tags_line(feed)}", "$foreground-muted"))
    if feed.error:
        bits.append((f"\n{one_line(feed.error)}", "$text-warning"))
    return Content.assemble(*bits)
