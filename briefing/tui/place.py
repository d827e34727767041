"""What every full screen shares: asking the desk in threads, the keys of everywhere, links."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import on, work
from textual.events import ScreenResume
from textual.screen import Screen

from briefing.model import Article
from briefing.text import one_line
from briefing.tui import commands
from briefing.tui.asking import Asking
from briefing.tui.bars import KeyBar, TopBar
from briefing.tui.steps import Advanced, Ended

T = TypeVar("T")
MOST_AT_ONCE = 5  # browser tabs that are opened without asking


class Place(Asking, Screen[None], inherit_bindings=False):
    """A full screen of the program, with its top bar and its keys."""

    place: ClassVar[str] = commands.DASHBOARD

    def key_bar(self) -> KeyBar:
        """The keys of this screen."""
        return KeyBar(commands.at(self.place, self.host.table), self.place)

    def on_top_bar_pressed(self, _event: TopBar.Pressed) -> None:
        """Failing feeds lead to the sources; where none fails, troubles lead to the log."""
        around = self.host.dashboard.around
        if self.host.troubles and not (around and around.counts.failing):
            self.action_log()
        else:
            self.action_feeds()

    @on(Advanced)
    @on(ScreenResume)
    def _show_progress(self) -> None:
        self.query_one(TopBar).progress = self.host.progress

    @on(Ended)
    def _hide_progress(self) -> None:
        self.query_one(TopBar).progress = None

    # ---- the keys of everywhere

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def action_back_or_quit(self) -> None:
        """Back; the dashboard makes it the end."""
        self.action_back()

    def action_leave(self) -> None:
        """The end."""
        self.host.leave()

    def action_suspend(self) -> None:
        """To the shell for a while."""
        self.app.action_suspend_process()

    def action_help(self) -> None:
        """Every key on one page."""
        from briefing.tui.help import HelpScreen

        self.app.push_screen(HelpScreen(self.host.table))

    def action_theme(self) -> None:
        """Choose the colours."""
        from briefing.tui.dialogs import ThemeDialog

        self.app.push_screen(ThemeDialog())

    def action_feeds(self) -> None:
        """The sources."""
        from briefing.tui.feeds import FeedsScreen

        if not isinstance(self, FeedsScreen):
            self.app.push_screen(FeedsScreen())

    def action_log(self) -> None:
        """What happened in this session."""
        from briefing.tui.log import LogScreen

        if not isinstance(self, LogScreen):
            self.app.push_screen(LogScreen())

    def action_calendar(self) -> None:
        """All that is coming."""
        from briefing.tui.calendar import CalendarScreen

        today = self.host.dashboard.today
        day = today.day if today and today.day else self.desk.now().date()
        self.app.push_screen(CalendarScreen(day))

    def action_search(self) -> None:
        """Search everything stored."""
        from briefing.tui.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_add(self) -> None:
        """Add a source."""
        from briefing.tui.adding import AddDialog

        self.app.push_screen(AddDialog())

    @work(exclusive=True, group="tag", exit_on_error=False)
    async def tag_source(self, url: str) -> None:
        """Ask for the tags of the source of that address."""
        from briefing.tui.tagging import TagDialog

        feeds = await self.ask(self.desk.own.feeds.all) or ()
        feed = next((each for each in feeds if each.url == url), None)
        if feed is None:
            self.hint("Only a source of your own has tags; this came by none.")
            return
        known = sorted({tag for each in feeds for tag in each.tags}, key=str.casefold)
        self.app.push_screen(TagDialog(feed, known))

    def action_refresh(self) -> None:
        """Refresh everything; the dashboard says at the end what came of it."""
        self.host.dashboard.refresh_asked()

    async def action_command_palette(self) -> None:
        """Find a command by its name."""
        self.app.action_command_palette()

    # ---- links

    def open_in_browser(self, articles: Iterable[Article]) -> None:
        """Open the articles' pages; asks above five, says so when there is none."""
        links = [link for article in articles if (link := safe_link(article.url))]
        if not links:
            self.notify("This article has no link.", severity="warning", markup=False)
        elif len(links) <= MOST_AT_ONCE:
            self._browse(links)
        else:
            from briefing.tui.dialogs import Confirm

            def answered(is_yes: bool | None) -> None:
                if is_yes:
                    self._browse(links)

            question = f"Open {len(links)} pages in the browser?"
            self.app.push_screen(Confirm(question, "Open"), answered)

    def _browse(self, links: list[str]) -> None:
        if not has_browser():
            self.app.copy_to_clipboard("\n".join(links))
            self.say("No browser here. The link is copied instead: " + links[0])
            return
        self.host.browse(links)
        self.say(
            f"Opened {one_line(links[0], 60)}" if len(links) == 1 else f"Opened {len(links)} pages"
        )

    def copy_link(self, article: Article | None) -> None:
        """The article's link on the clipboard."""
        link = safe_link(article.url) if article else None
        if link is None:
            self.notify("This article has no link.", severity="warning", markup=False)
            return
        self.app.copy_to_clipboard(link)
        self.say(f"Copied {one_line(link, 60)}")


def safe_link(url: str | None) -> str | None:
    """The address if it is one of the web and has nothing hidden in it, else None."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return None
    return url if url == one_line(url) and " " not in url else None


def has_browser() -> bool:
    """Whether a browser could open without taking the terminal."""
    if sys.platform in {"darwin", "win32"} or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def browse(links: Iterable[str]) -> None:
    """Open each link, in a thread of its own that nobody waits for."""
    import webbrowser

    def each() -> None:
        for link in links:
            webbrowser.open(link)

    threading.Thread(target=each, daemon=True).start()
