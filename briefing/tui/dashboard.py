"""The dashboard: five panes over one day, four of them following the story under the cursor.

It holds the day, the window and what is followed; it asks the desk in threads and hands values to
the panes. Stale answers are dropped: each question is an exclusive worker of its group.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from datetime import date, datetime

from textual import on, work
from textual.worker import Worker

from briefing.model import Step, Story, Talk
from briefing.text import counted
from briefing.tui import empty, heading, views
from briefing.tui.arrangement import Arrangement
from briefing.tui.bars import TopBar
from briefing.tui.bindings import bindings_of
from briefing.tui.commands import DASHBOARD
from briefing.tui.panes.actors import ActorsPane
from briefing.tui.panes.quotes import QuotesPane
from briefing.tui.panes.story import StoryPane, parts_of, waiting_for
from briefing.tui.panes.talks import TalksPane
from briefing.tui.rows import Rows
from briefing.tui.steps import Advanced, DeskChanged, Ended

PATIENCE = 0.08  # seconds the cursor rests before its story is asked for
RELOAD_EVERY = 0.4  # seconds between two looks at a store that is being filled
LATER = (
    "article dialogs evidence actor search help days adding feeds calendar log tagging exporting"
)


class Dashboard(Arrangement):
    """The main screen."""

    place = DASHBOARD
    BINDINGS = bindings_of(DASHBOARD, everywhere=True)

    def __init__(self) -> None:
        super().__init__()
        self.day_asked: date | None = None
        self.window_width = 1
        self.today: views.DayView | None = None
        self.around: views.Surroundings | None = None
        self.told: views.StoryView | None = None
        self._reload_is_due = False
        self._is_started = False
        self._articles_before: int | None = None  # when the reader asked for a refresh
        self._is_news_due = False
        self._changed: set[str] = set()  # stories told anew since the last look
        self._retold: set[str] = set()  # stories whose words in the list may be old
        self._loading: Worker[None] | None = None

    def on_mount(self) -> None:
        """Titles first; everything else after they are painted."""
        self.pane("stories").focus()
        self.stories.stays_on_top = True  # until it is moved: the leading story may change
        self.name_panes()
        self._say_where()
        self.load()

    def _say_where(self) -> None:
        bar = self.query_one(TopBar)
        bar.progress = self.host.progress
        bar.left = heading.day_bits(self.today, self.around, self.window_width)
        bar.right = heading.source_bits(self.today, self.around, self.troubles)
        self.query_one("#notice").display = self.desk.is_sample

    def wanted_first(self) -> Sequence[str]:
        """The stories to read next: the one being looked at."""
        return (self.headline.id,) if self.headline else ()

    # ---- asking

    def load(self) -> None:
        """Ask for the day's stories, then for what stands around them."""
        self._loading = self._load()

    @work(exclusive=True, group="load", exit_on_error=False)
    async def _load(self) -> None:
        today = await self.ask(lambda: views.ask_day(self.desk, self.day_asked, self.window_width))
        if today is not None:
            self._show_day(today)
            around = await self.ask(lambda: views.ask_surroundings(self.desk, today))
            if around is not None:
                self.around = around
                self.stories.tags = around.tags
                self.stories.empty = self._nothing()
                self._tell_news(around.counts.articles)
                self._say_where()
                self.show_talks()
            await self._lead_on()
        if not self._is_started:
            self._is_started = True
            self._start()
            await asyncio.to_thread(load_the_rest)
            self.host.spare_the_collector()

    @work(exclusive=True, group="leads", exit_on_error=False)
    async def say_more(self) -> None:
        """As many words on each story as its pane has room for, which may have grown."""
        await self._lead_on()

    async def _lead_on(self) -> None:
        """Say more of each story where the pane has room for it."""
        stories = self.stories
        if stories.room == 1:
            return
        known = stories.leads
        asked = [
            one.id
            for one in (self.today.headlines if self.today else ())
            if one.id not in known or not known[one.id].words or one.id in self._retold
        ]
        self._retold.difference_update(asked)
        if asked and (leads := await self.ask(lambda: views.ask_leads(self.desk, asked))):
            stories.leads = {**known, **leads}
            stories.repaint()

    def _start(self) -> None:
        """Read what is not read yet; fetch only what the settings or the samples allow."""
        counts = self.around.counts if self.around else None
        if self.desk.is_sample or self.desk.settings.refresh_on_start:
            self.host.start_refresh(due=True)
        elif counts is not None and counts.unread_by_reader:
            self.host.start_refresh(())

    def follow(self, *, at_once: bool = False) -> None:
        """Ask for what the right panes show."""
        self._follow(0.0 if at_once or self.told is None else PATIENCE)

    @work(exclusive=True, group="follow", exit_on_error=False)
    async def _follow(self, patience: float) -> None:
        await asyncio.sleep(patience)
        headline, today = self.headline, self.today
        if self.is_whole_day and today and today.window:
            window = today.window
            told = await self.ask(lambda: views.ask_whole_day(self.desk, window))
        elif headline is not None:
            told = await self.ask(lambda: views.ask_story(self.desk, headline.id, self.until))
        else:
            told = None
        before, self.told = self.told, told
        self._show_told(before)
        is_over = today is not None and self.until is not None and self.until <= today.now
        if told is not None and is_over and await self._has_later(told.story):
            await self._tell_as_of(told.story.id, self.until)

    async def _has_later(self, story: Story) -> bool:
        """Whether articles came to the story after the day that is shown."""
        members = await self.ask(lambda: self.desk.entries(story=story.id)) if story.id else None
        return len(members or ()) > len(story.articles)

    async def _tell_as_of(self, name: str, until: datetime | None) -> None:
        """The story summed up anew from what there was on that day."""
        story = await self.desk.story_by(name, until) if until else None
        if story is None:
            return
        told = await self.ask(lambda: views.view_of(self.desk, story))
        if told is not None:
            before, self.told = self.told, told
            self._show_told(before)

    # ---- showing

    def _show_day(self, today: views.DayView) -> None:
        is_other = self.today is not None and self.today.day != today.day
        self.today = today
        stories = self.stories
        stories.now = today.now
        if today.day:
            stories.day = today.day
        stories.empty = self._nothing()
        stories.show(today.headlines, anew=is_other)
        self.name_panes()
        self._say_where()
        if self.told is None and self.headline and not self.is_whole_day:
            self.query_one(StoryPane).show(waiting_for(self.headline))

    def _nothing(self) -> str:
        counts = self.around.counts if self.around else None
        return empty.no_stories(self.today, counts, is_busy=self.host.is_refreshing)

    def _show_told(self, before: views.StoryView | None) -> None:
        told = self.told
        now = self.today.now if self.today else self.desk.now()
        is_new = told is None or before is None or told.story.id != before.story.id
        story = self.query_one(StoryPane)
        actors = self.query_one(ActorsPane)
        quotes = self.query_one(QuotesPane)
        story.now = now
        story.empty = actors.empty = quotes.empty = "" if told else "No story here."
        if told:
            actors.empty, quotes.empty = self._no("actors", told), self._no("quotes", told)
        story.show(tuple(parts_of(told.story, now)) if told else (), anew=is_new)
        actors.show(told.story.actors if told else (), anew=is_new)
        quotes.show(told.quotes if told else (), anew=is_new)
        self.show_talks(anew=is_new)

    def _no(self, noun: str, told: views.StoryView) -> str:
        is_busy = self.host.is_refreshing
        return empty.no_finds(noun, told, is_whole_day=self.is_whole_day, is_busy=is_busy)

    def show_talks(self, *, anew: bool = False) -> None:
        """The talks of the story; all that are stored where the pane stands for the whole day."""
        pane = self.query_one(TalksPane)
        day = self.today.day if self.today else None
        if day:
            pane.day = day
        wide = self.is_whole_day or self.is_compact
        talks: Sequence[Talk] = ()
        if wide:
            talks = self.around.upcoming if self.around else ()
        elif self.told and day:
            talks = [talk for talk in self.told.story.talks if views.is_ahead(talk, day)]
        if wide:
            pane.empty = "No coming talks in what is read so far."
        elif self.told and (self.told.story.unread_articles or self.told.story.note):
            pane.empty = self._no("talks", self.told)
        else:
            pane.empty = "No coming talks in this story. w shows the whole day."
        pane.show(talks, anew=anew)
        self.name_panes()

    # ---- what happens

    @on(Rows.Highlighted, "#stories")
    def _story_highlighted(self) -> None:
        told = self.told.story if self.told else None
        headline = self.headline
        if self.is_whole_day or (
            told and headline and (told.id, len(told.articles)) == (headline.id, headline.articles)
        ):
            return
        self.follow()

    @on(Rows.Chosen)
    def _row_chosen(self) -> None:
        self.action_open()

    @on(Advanced)
    def _advanced(self, event: Advanced) -> None:
        step = event.step
        if not isinstance(step, Step):
            return
        self._changed.update(step.stories)
        self._retold.update(step.stories)
        if step.articles or step.stories:
            self._reload_soon()

    def _reload_soon(self) -> None:
        if not self._reload_is_due:
            self._reload_is_due = True
            self.set_timer(RELOAD_EVERY, self._reload)

    def _reload(self) -> None:
        self._reload_is_due = False
        # A store that answers slowly is not asked again before it has answered.
        if self._loading is not None and not self._loading.is_finished:
            self._reload_soon()
            return
        self.load()
        story = self.told.story if self.told else None
        if story is None or story.unread_articles or not story.id or story.id in self._changed:
            self.follow(at_once=True)
        self._changed.clear()

    @on(Ended)
    def _ended(self) -> None:
        self._is_news_due = self._articles_before is not None
        self.load()
        self.follow(at_once=True)

    def refresh_asked(self) -> None:
        """Refresh because the reader said so, and then say what came of it."""
        counts = self.around.counts if self.around else None
        if self.desk.is_sample and self.desk.own.has_anything():
            # Another terminal has added a source since: the samples step aside for it.
            self.host.use(self.desk.own)
            self.host.start_refresh()
            return
        if self.desk.is_sample:
            self.hint("These are all the samples. a adds a source of your own.")
        elif counts is not None and not counts.feeds:
            self.hint("No sources yet. a adds a feed, a folder or an OPML file.")
        elif counts is not None and not self.host.is_refreshing:
            self._articles_before = counts.articles
        self.host.start_refresh()

    def _tell_news(self, articles: int) -> None:
        if self._is_news_due and self._articles_before is not None:
            new = max(0, articles - self._articles_before)
            self.say(f"{counted(new, 'new article')}." if new else "No new articles.")
            self._articles_before, self._is_news_due = None, False

    @property
    def troubles(self) -> int:
        """What failed and stands nowhere else; failing sources are counted apart."""
        feeds = self.around.feeds if self.around else ()
        names = {name for feed in feeds for name in (feed.url, feed.name)}
        return sum(1 for each in self.host.troubles if each.where not in names)

    @on(DeskChanged)
    def _desk_changed(self) -> None:
        self.day_asked, self.window_width = None, 1
        self.today = self.around = self.told = None
        self.stories.show((), anew=True)
        self.stories.stays_on_top = True
        self.load()

    def on_screen_resume(self) -> None:
        """Marks may have changed on another screen."""
        if self._is_started:
            self.load()

    def watch_is_whole_day(self) -> None:
        """From the story to the whole day, or back."""
        if self._is_started:
            self.follow(at_once=True)

    def action_unread(self, step: int) -> None:
        """To the next or previous unread story."""
        items = self.stories.items
        at = self.stories.cursor + step
        while 0 <= at < len(items):
            if items[at].unread:
                self.stories.go(at)
                return
            at += step
        self.hint("No more unread stories that way.")

    # ---- days

    def action_day_by(self, step: int) -> None:
        """Go `step` days back among the days that have articles."""
        days = self.around.days if self.around else ()
        day = self.today.day if self.today else None
        if day is None or not days:
            return
        older = [other for other in days if other < day]
        newer = [other for other in days if other > day]
        target = (older[0] if older else None) if step > 0 else (newer[-1] if newer else None)
        if target is None:
            self.hint("No articles before this day." if step > 0 else "No articles after this day.")
            return
        self._go_to(target)

    def on_top_bar_days_pressed(self, _event: TopBar.DaysPressed) -> None:
        """The day's name was clicked."""
        self.action_days()

    def action_days(self) -> None:
        """Choose among all days that have articles."""
        from briefing.tui.days import DaysDialog

        days = self.around.days if self.around else ()
        day = self.today.day if self.today else None
        if not days or day is None:
            self.hint("No articles yet, and so no days to choose from.")
            return

        def chosen(answer: date | None) -> None:
            if answer is not None:
                self._go_to(answer)

        self.app.push_screen(DaysDialog(days, day), chosen)

    def _go_to(self, day: date) -> None:
        self.day_asked = day
        self.load()
        if self.is_whole_day:
            self.follow()

    def action_window_by(self, step: int) -> None:
        """Widen or narrow the window by a day."""
        width = max(1, min(31, self.window_width + step))
        if width != self.window_width:
            self.window_width = width
            self.load()
            if self.is_whole_day:
                self.follow()


def load_the_rest() -> None:
    """Import what the first key may open, so that it need not wait for it."""
    for name in LATER.split():
        importlib.import_module(f"briefing.tui.{name}")
    importlib.import_module("textual.widgets._toast")
