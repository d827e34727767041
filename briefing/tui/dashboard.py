"""The dashboard: five panes over one day, the four on the right following the story under the cursor.

It holds the day, the window and what is followed; it asks the desk in threads and hands values to
the panes. Stale answers are dropped: each question is an exclusive worker of its group.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from briefing.model import Article, Headline, Step, Talk
from briefing.tui import views
from briefing.tui.bars import Progress, TopBar
from briefing.tui.bindings import bindings_of
from briefing.tui.commands import DASHBOARD
from briefing.tui.deeds import Deeds
from briefing.tui.filtering import FilterLine
from briefing.tui.panes.actors import ActorsPane
from briefing.tui.panes.quotes import QuotesPane
from briefing.tui.panes.stories import StoriesPane
from briefing.tui.panes.story import StoryPane, parts_of, waiting_for
from briefing.tui.panes.talks import TalksPane
from briefing.tui.rows import Rows
from briefing.tui.wording import count, short_day

PANES = ("stories", "story", "actors", "quotes", "upcoming")
NAMES = ("Stories", "Story", "Actors", "Quotes", "Upcoming")
PATIENCE = 0.08  # seconds the cursor rests before its story is asked for
RELOAD_EVERY = 0.4  # seconds between two looks at a store that is being filled
SAMPLE_NOTICE = "Sample articles. a adds a feed, a folder or an OPML file."


class Dashboard(Deeds):
    """The main screen."""

    place = DASHBOARD
    BINDINGS = bindings_of(DASHBOARD, everywhere=True)

    is_whole_day: var[bool] = var(False)
    alone: var[str] = var("")  # the pane that has the screen to itself

    def __init__(self) -> None:
        super().__init__()
        self.view = views.DayView
        self.day_asked: date | None = None
        self.window_width = 1
        self.today: views.DayView | None = None
        self.around: views.Surroundings | None = None
        self.told: views.StoryView | None = None
        self._reload_is_due = False
        self._is_started = False

    # ---- the parts

    def compose(self) -> ComposeResult:
        """The bar, the notice, five panes, the filter, the keys."""
        yield TopBar()
        yield Static(Content(" " + SAMPLE_NOTICE), id="notice")
        with Container(id="panes"):
            yield StoriesPane(id="stories")
            yield StoryPane(id="story")
            yield ActorsPane(id="actors")
            yield QuotesPane(id="quotes")
            yield TalksPane(id="upcoming")
        yield FilterLine()
        yield self.key_bar()

    def on_mount(self) -> None:
        """Titles first; everything else after they are painted."""
        self.pane("stories").focus()
        self._name_panes()
        self._say_where()
        self.load()

    def pane(self, name: str) -> Rows[Any]:
        """The pane of that name."""
        return self.query_one(f"#{name}", Rows)

    @property
    def stories(self) -> StoriesPane:
        """The pane of stories."""
        return self.query_one(StoriesPane)

    @property
    def headline(self) -> Headline | None:
        """The story under the cursor."""
        return self.stories.current

    @property
    def is_compact(self) -> bool:
        """Whether only two panes fit."""
        return self.has_class("-narrow") or (self.has_class("-low") and not self.has_class("-widest"))

    def wanted_first(self) -> Sequence[str]:
        """The stories to read next: the one being looked at."""
        return (self.headline.id,) if self.headline else ()

    # ---- asking

    @work(exclusive=True, group="load", exit_on_error=False)
    async def load(self) -> None:
        """The day's stories, then what stands around them."""
        today = await self.ask(
            lambda: views.ask_day(self.desk, self.day_asked, self.window_width)
        )
        if today is not None:
            self._show_day(today)
            around = await self.ask(lambda: views.ask_surroundings(self.desk, today.day))
            if around is not None:
                self.around = around
                self._say_where()
                self._show_talks()
        if not self._is_started:
            self._is_started = True
            self._start()

    def _start(self) -> None:
        """Read what is not read yet; fetch only what the settings or the samples allow."""
        counts = self.around.counts if self.around else None
        if self.desk.is_sample or self.desk.settings.refresh_on_start:
            self.host.start_refresh()
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
            told = await self.ask(lambda: views.ask_story(self.desk, headline.id))
        else:
            told = None
        self.told = told
        self._show_told()

    # ---- showing

    def _show_day(self, today: views.DayView) -> None:
        self.today = today
        stories = self.stories
        stories.now = today.now
        if today.day:
            stories.day = today.day
        stories.empty = self._nothing()
        stories.show(today.headlines)
        self._name_panes()
        self._say_where()
        if self.told is None and self.headline and not self.is_whole_day:
            self.query_one(StoryPane).show(waiting_for(self.headline))

    def _nothing(self) -> str:
        if self.today is None:
            return ""
        if self.today.day is None:
            return "No articles yet. a adds a feed, a folder or an OPML file."
        return "No stories on this day. [ and ] go to other days, + widens the window, R refreshes."

    def _show_told(self) -> None:
        told = self.told
        now = self.today.now if self.today else self.desk.now()
        story, actors, quotes = (self.query_one(f"#{name}", Rows) for name in PANES[1:4])
        self.query_one(StoryPane).now = now
        which = "day" if self.is_whole_day else "story"
        is_unread = bool(told and told.story.unread_articles)
        later = "Being read; this fills in a moment." if is_unread and self.host.is_refreshing else ""
        for rows, noun in ((actors, "actors"), (quotes, "quotes")):
            unread = "Not read yet. R reads it." if is_unread else f"No {noun} in this {which}."
            rows.empty = (later or unread) if told else ""
        story.empty = "" if told else "No story here."
        story.show(tuple(parts_of(told.story, now)) if told else ())
        actors.show(told.story.actors if told else ())
        quotes.show(told.quotes if told else ())
        self._show_talks()
        self._name_panes()

    def _show_talks(self) -> None:
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
        pane.empty = (
            "Nothing is coming that the articles name."
            if wide
            else "No coming talks in this story. w shows the whole day."
        )
        pane.show(talks)
        self._name_panes()

    def _name_panes(self) -> None:
        for number, (pane_id, name) in enumerate(zip(PANES, NAMES, strict=True), 1):
            pane = self.pane(pane_id)
            said = f"{number} {name}"
            if pane_id == "story":
                said = f"{number} Whole day" if self.is_whole_day else said
            elif pane.items:
                said += f" · {len(pane.items):,}"
            pane.border_title = said
            notes = [f"filter: {pane.needle}"] if pane.needle else []
            if pane_id == "upcoming" and (self.is_whole_day or self.is_compact):
                notes.append("all stored")
            elif pane_id in PANES[2:4] and self.is_whole_day:
                notes.append("whole day")
            pane.border_subtitle = Content(" · ".join(notes)).markup if notes else ""

    def _say_where(self) -> None:
        bar = self.query_one(TopBar)
        bar.progress = self.host.progress
        self.query_one("#notice").display = self.desk.is_sample
        today, around = self.today, self.around
        if today is None:
            bar.left = (("opening…", "$foreground-muted"),)
            return
        bits: list[tuple[str, str]] = []
        if today.day:
            bits += [(short_day(today.day), "bold"), (f"  {self._which_day(today)}", "$text-accent")]
            unread = sum(1 for headline in today.headlines if headline.unread)
            said = count(len(today.headlines), "story", "stories")
            bits.append((f"  {said}", "$foreground-muted"))
            bits.append((f" · {unread} unread", "$foreground-muted"))
        bar.left = tuple(bits)
        right: list[tuple[str, str]] = []
        checked = [feed.checked for feed in around.feeds if feed.checked] if around else []
        if checked:
            right.append((f"↻{max(checked).astimezone(today.now.tzinfo):%H:%M}", "$foreground-muted"))
        if around and around.counts.failing:
            right.append((f" · {around.counts.failing} failing", "$text-warning"))
        bar.right = tuple(right)

    def _which_day(self, today: views.DayView) -> str:
        width = f" +{self.window_width - 1}d" if self.window_width > 1 else ""
        if today.day == today.now.date():
            return f"Today{width} ▾"
        days = self.around.days if self.around else ()
        is_latest = not days or today.day == days[0]
        return ("Latest day" if is_latest else "Earlier day") + f"{width} ▾"

    # ---- what happens

    @on(Rows.Highlighted, "#stories")
    def _story_highlighted(self) -> None:
        if not self.is_whole_day:
            self.follow()

    @on(Rows.Chosen)
    def _row_chosen(self) -> None:
        self.action_open()

    def on_filter_line_changed(self, event: FilterLine.Changed) -> None:
        """Filter as it is typed."""
        event.rows.filter(event.words)
        self._name_panes()

    def on_briefing_app_advanced(self, event: Any) -> None:
        """The job came further: say so, and look at the store again soon."""
        step = event.step
        if not isinstance(step, Step):
            return
        self.host.progress = Progress(step.stage, step.done, step.total)
        self.query_one(TopBar).progress = self.host.progress
        if step.articles or step.stage in {"group", "digest"}:
            self._reload_soon()

    def _reload_soon(self) -> None:
        if not self._reload_is_due:
            self._reload_is_due = True
            self.set_timer(RELOAD_EVERY, self._reload)

    def _reload(self) -> None:
        self._reload_is_due = False
        if self.is_attached:
            self.load()
            if self.told is None or self.told.story.unread_articles or self.is_whole_day:
                self.follow(at_once=True)

    def on_briefing_app_ended(self) -> None:
        """The job is over."""
        self.query_one(TopBar).progress = None
        self.load()
        self.follow(at_once=True)

    def on_briefing_app_desk_changed(self) -> None:
        """Another desk: begin again."""
        self.day_asked, self.window_width = None, 1
        self.told = None
        self.load()

    def on_screen_resume(self) -> None:
        """Marks may have changed on another screen."""
        if self._is_started:
            self.load()

    def on_resize(self, _event: events.Resize) -> None:
        """A pane that was alone for want of room makes room again; coming talks may widen."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self._arrange()
        self._show_talks()

    # ---- panes

    def watch_alone(self) -> None:
        """One pane, or all that fit."""
        self._arrange()

    def watch_is_whole_day(self) -> None:
        """Story or whole day."""
        if self.is_attached and self._is_started:
            self.follow(at_once=True)

    def _arrange(self) -> None:
        focused = self.focused.id if self.focused and self.focused.id in PANES else None
        if not self.alone and self.is_compact and focused in PANES[1:4]:
            self.set_reactive(Dashboard.alone, focused)
        for name in PANES:
            self.pane(name).set_class(bool(self.alone) and self.alone != name, "-hidden")
        self.set_class(bool(self.alone), "-alone")

    def action_pane(self, number: int) -> None:
        """Go to a pane; where it does not fit, it gets the screen to itself."""
        name = PANES[number - 1]
        needs_room = self.is_compact and name in PANES[1:4]
        self.alone = name if self.alone or needs_room else ""
        if self.is_compact and not needs_room:
            self.alone = ""
        self.pane(name).focus()

    def action_pane_by(self, step: int) -> None:
        """To the next pane, round and round."""
        here = self.focused.id if self.focused and self.focused.id in PANES else PANES[0]
        self.action_pane((PANES.index(here) + step) % len(PANES) + 1)

    def action_zen(self) -> None:
        """Give the pane the whole screen, and back."""
        if self.alone:
            self._to_all()
        elif self.focused is not None and self.focused.id in PANES:
            self.alone = self.focused.id

    def _to_all(self) -> None:
        was = self.alone
        self.alone = ""
        if self.is_compact and was in PANES[1:4]:
            self.pane("stories").focus()
        self._arrange()

    def action_back(self) -> None:
        """Out of the filter, then of the one pane, then of the whole day; never further."""
        rows = self.focused
        if isinstance(rows, Rows) and rows.needle:
            rows.filter("")
            self._name_panes()
        elif self.alone:
            self._to_all()
        elif self.is_whole_day:
            self.is_whole_day = False
        else:
            self.pane("stories").focus()

    def action_back_or_quit(self) -> None:
        """Out of the one pane, or out of the program."""
        if self.alone:
            self._to_all()
        else:
            self.host.leave()

    def action_filter(self) -> None:
        """Ask for the words the rows must hold."""
        if isinstance(self.focused, Rows):
            self.query_one(FilterLine).begin(self.focused)

    def action_whole_day(self) -> None:
        """From the story to the whole day, and back."""
        self.is_whole_day = not self.is_whole_day

    def action_unread(self, step: int) -> None:
        """To the next or previous unread story."""
        items = self.stories.items
        at = self.stories.cursor + step
        while 0 <= at < len(items):
            if items[at].unread:
                self.stories.go(at)
                return
            at += step
        self.say("No more unread stories that way.")

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
            self.say("No articles before this day." if step > 0 else "No articles after this day.")
            return
        self.day_asked = target
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

    # ---- for the deeds

    def articles_here(self) -> tuple[Article, ...]:
        """The articles of the story shown."""
        return self.told.story.articles if self.told else ()


