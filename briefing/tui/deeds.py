"""What one can do with the row under the cursor: open it, trace it, mark, save, copy, export it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual import work

from briefing.model import Actor, Article, Headline, Story
from briefing.text import counted, one_line
from briefing.tui.panes.quotes import QuoteRow
from briefing.tui.place import Place
from briefing.tui.rows import Rows
from briefing.tui.targets import Target, target_of

if TYPE_CHECKING:
    from briefing.tui.views import DayView, StoryView


class Deeds(Place):
    """A screen of panes whose rows lead to articles."""

    told: StoryView | None = None
    today: DayView | None = None

    @property
    def headline(self) -> Headline | None:
        """The story that marks are put on."""
        raise NotImplementedError

    @property
    def until(self) -> datetime | None:
        """Up to when articles count: an older day is shown as it stood at its end."""
        return self.today.window.end if self.today and self.today.window else None

    def __init__(self) -> None:
        super().__init__()
        self._marked: list[tuple[tuple[str, ...], bool]] = []  # articles and what they were marked

    def load(self) -> object:
        """Ask for the day again; the dashboard says how."""
        raise NotImplementedError

    @property
    def row(self) -> object:
        """The row under the cursor of the pane in focus."""
        return self.focused.current if isinstance(self.focused, Rows) else None

    @property
    def target(self) -> Target:
        """The source of that row."""
        return target_of(self.row, self.told.story if self.told else None)

    def _known(self, article: str) -> Article | None:
        for one in self.told.story.articles if self.told else ():
            if one.id == article:
                return one
        return None

    # ---- opening

    def action_open(self) -> None:
        """A story, an actor, or the article of anything else, at the lit sentence."""
        row = self.row
        match row:
            case None:
                return
            case Headline():
                self._open_story(row)
            case Actor():
                from briefing.tui.actor import ActorScreen

                self.app.push_screen(ActorScreen(row))
            case _:
                self._open_target(self.target)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open_story(self, headline: Headline) -> None:
        until = self.until
        story = await self.ask(lambda: self.desk.story(headline.id, until))
        if story is not None:
            self._show_article(story.articles, Target(headline.lead), story)
            await self.ask(lambda: self.desk.mark_read([headline.id], until=until))

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open_target(self, target: Target) -> None:
        if not target.article:
            return
        if self.told and self._known(target.article):
            story = self.told.story
            self._show_article(story.articles, target, story)
            return
        article = await self.ask(lambda: self.desk.article(target.article))
        if article is not None:
            self._show_article((article,), target, None)

    def _show_article(
        self, articles: tuple[Article, ...], target: Target, story: Story | None
    ) -> None:
        from briefing.tui.article import ArticleScreen

        name = story.id if story else ""
        self.app.push_screen(ArticleScreen(articles, target.article, target.lit, name))

    def action_evidence(self) -> None:
        """The sentence behind the row, in a small window."""
        self._trace(self.row)

    @work(exclusive=True, group="evidence", exit_on_error=False)
    async def _trace(self, row: object) -> None:
        from briefing.tui.evidence import EvidenceWindow

        target = target_of(row, await self._story_here() if isinstance(row, Headline) else None)
        if target.sights:
            self.app.push_screen(EvidenceWindow(target.sights))
        elif target.article:
            self._open_target(target)
        else:
            self.hint("Nothing to trace here.")

    # ---- the browser and the clipboard

    def action_browser(self) -> None:
        """The row's article in the browser."""
        self._with_article(lambda article: self.open_in_browser((article,)))

    def action_browser_all(self) -> None:
        """Every article of the story in the browser."""
        self._browse_all()

    @work(exclusive=True, group="article", exit_on_error=False)
    async def _browse_all(self) -> None:
        story = await self._story_here()
        self.open_in_browser(story.articles if story else ())

    async def _story_here(self) -> Story | None:
        """The story under the cursor, which the panes may not show yet."""
        told, headline = self.told.story if self.told else None, self.headline
        if told and (not told.id or headline is None or headline.id == told.id):
            return told
        until = self.until
        return await self.ask(lambda: self.desk.story(headline.id, until)) if headline else told

    def action_copy_link(self) -> None:
        """The article's link on the clipboard."""
        self._with_article(self.copy_link)

    def action_copy_quote(self) -> None:
        """The quote with its speaker and source on the clipboard."""
        row = self.row
        if not isinstance(row, QuoteRow):
            self.hint("Y copies a quote: go to one first (4).")
            return
        said = f"“{one_line(row.quote.words)}”"
        by = ", ".join(one_line(words) for words in (row.quote.speaker, row.source) if words)
        self.app.copy_to_clipboard(f"{said} — {by}" if by else said)
        self.say("Copied the quote.")

    @work(exclusive=True, group="article", exit_on_error=False)
    async def _with_article(self, use: Callable[[Article], Any]) -> None:
        name = self.target.article
        if not name:
            self.hint("No article behind this row.")
            return
        article = self._known(name) or await self.ask(lambda: self.desk.article(name))
        if article is not None:
            use(article)

    # ---- marks

    def action_read(self) -> None:
        """Mark the story read, or unread again."""
        if self.headline is not None:
            self._mark((self.headline.id,), is_read=bool(self.headline.unread))

    def action_read_all(self) -> None:
        """Mark every story of the day read, after asking."""
        from briefing.tui.dialogs import Confirm

        stories = tuple(one.id for one in self.today.headlines if one.unread) if self.today else ()
        if not stories:
            self.hint("Nothing is unread.")
            return

        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self._mark(stories, is_read=True)

        question = f"Mark {counted(len(stories), 'story', 'stories')} read?"
        self.app.push_screen(Confirm(question, "Mark read"), answered)

    @work(group="mark", exit_on_error=False)
    async def _mark(self, stories: Iterable[str], *, is_read: bool) -> None:
        names, until = tuple(stories), self.until
        changed = await self.ask(lambda: self.desk.mark_read(names, is_read, until))
        if changed is not None:
            self._marked.append((changed, is_read))
            if len(names) > 1:
                self.say(f"{counted(len(names), 'story', 'stories')} marked read. u takes it back.")
            self.load()

    def action_undo(self) -> None:
        """Take the last marking back."""
        if self._marked:
            self._unmark(*self._marked.pop())
        else:
            self.hint("Nothing to undo.")

    @work(group="mark", exit_on_error=False)
    async def _unmark(self, articles: tuple[str, ...], was_read: bool) -> None:
        await self.ask(lambda: self.desk.mark_articles(articles, not was_read))
        self.say("Marked unread again." if was_read else "Marked read again.")
        self.load()

    def action_save(self) -> None:
        """A star, or none."""
        if self.headline is not None:
            self._save(self.headline)

    @work(group="mark", exit_on_error=False)
    async def _save(self, headline: Headline) -> None:
        await self.ask(lambda: self.desk.save(headline.id, not headline.is_saved))
        self.load()

    def action_tag(self) -> None:
        """Tag the source of the row's article."""
        self._with_article(lambda article: self.tag_source(article.feed))

    # ---- out and in

    def action_export(self) -> None:
        """The day's brief to a file."""
        from briefing.tui.exporting import ExportDialog

        if self.today is None or self.today.day is None:
            self.hint("Nothing to export yet: no articles are stored.")
            return
        width = (self.today.window.end - self.today.window.start).days if self.today.window else 1
        self.app.push_screen(ExportDialog(self.today.day, max(1, width)))

    def action_refresh_feed(self) -> None:
        """Refresh the feed of the row's article."""
        self._with_article(self._refresh_feed_of)

    def _refresh_feed_of(self, article: Article) -> None:
        if not article.feed:
            self.hint("This article came by no feed. R refreshes all sources.")
            return
        self.host.start_refresh((article.feed,))
        self.say(f"Refreshing {one_line(article.source or article.feed, 40)}.")
