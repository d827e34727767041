"""What the dashboard asks of the desk, each answer a value made in a thread."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from briefing.errors import NotFound
from briefing.model import Article, Feed, Headline, Quote, Span, Story, Talk, Window
from briefing.text import one_line
from briefing.tui.cells import steady
from briefing.tui.panes.quotes import QuoteRow, once, quote_rows
from briefing.tui.panes.stories import Lead
from briefing.tui.wording import source_name

if TYPE_CHECKING:
    from briefing.desk import Counts, Desk

MOST_READINGS = 60  # articles whose sentences are counted for the quotes of one view


@dataclass(frozen=True, slots=True)
class DayView:
    """The stories of a day: enough for the first paint."""

    now: datetime
    day: date | None
    window: Window | None
    headlines: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the top bar and the pane of coming talks say beside the stories."""

    counts: Counts
    feeds: tuple[Feed, ...]
    days: tuple[date, ...]
    upcoming: tuple[Talk, ...]
    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by story


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story, or the whole day, with what the panes say of its places."""

    story: Story
    quotes: tuple[QuoteRow, ...] = ()
    sentences: Mapping[str, Sequence[Span]] = field(default_factory=dict)


def ask_day(desk: Desk, asked: date | None, width: int) -> DayView:
    """The day asked for, or the one the desk would show."""
    day = desk.day(asked)
    if day is None:
        return DayView(desk.now(), None, None, ())
    window = desk.window(day, width)
    return DayView(desk.now(), day, window, desk.headlines(window))


def ask_surroundings(desk: Desk, today: DayView) -> Surroundings:
    """Counts, feeds, days, coming talks, tags."""
    upcoming = desk.upcoming(today.day) if today.day else ()
    tags = desk.tags(today.window) if today.window else {}
    return Surroundings(desk.counts(), desk.feeds.all(), desk.days(), upcoming, tags)


def ask_counts(desk: Desk, days: Sequence[date]) -> tuple[tuple[int, int], ...]:
    """How many stories each day's window has, and how many of them are unread."""
    found = (desk.headlines(desk.window(day)) for day in days)
    return tuple((len(each), sum(1 for one in each if one.unread)) for each in found)


def ask_leads(desk: Desk, stories: Sequence[str]) -> dict[str, Lead]:
    """Sources and summary of some stories, for a list with room."""
    leads: dict[str, Lead] = {}
    for name in stories:
        with contextlib.suppress(NotFound):  # it has just become part of another
            leads[name] = _lead(desk.story(name))
    return leads


def _lead(story: Story) -> Lead:
    sources = ", ".join(dict.fromkeys(source_name(article) for article in story.articles))
    words = " ".join(one_line(story.words(span), 500) for span in story.summary[:2])
    return Lead(sources, steady(words))


def ask_story(desk: Desk, story: str, until: datetime | None = None) -> StoryView | None:
    """One story; None when it has just become part of another: look at the day again."""
    try:
        return view_of(desk, desk.story(story, until))
    except NotFound:
        return None


def ask_whole_day(desk: Desk, window: Window) -> StoryView:
    """Everything the window tells."""
    return view_of(desk, desk.whole_day(window))


def quote_view(
    desk: Desk, quotes: Sequence[Quote], articles: Sequence[Article]
) -> tuple[QuoteRow, ...]:
    """The quotes, each told once, with their sources and the number of their sentence."""
    sentences = _sentences(desk, quotes)
    sources = {one.id: source_name(one) for one in articles}
    return once(quote_rows(quotes, sources, sentences))


def ask_articles(desk: Desk, articles: Sequence[str]) -> tuple[Article, ...]:
    """The articles of those ids."""
    return tuple(desk.article(name) for name in articles)


def sentence_around(desk: Desk, span: Span) -> Span:
    """The sentence that holds the stretch, or the stretch when the article is not read."""
    reading = desk.reading(span.article)
    for sentence in reading.sentences if reading else ():
        if sentence.start <= span.start < sentence.end:
            return sentence
    return span


def is_ahead(talk: Talk, day: date) -> bool:
    """Whether the talk is not over on that day; an undated one counts as coming."""
    last = talk.when.last or talk.when.first
    return last is None or last >= day


def view_of(desk: Desk, story: Story) -> StoryView:
    """The story with what the panes say of its places."""
    sentences = _sentences(desk, story.quotes)
    sources = {article.id: source_name(article) for article in story.articles}
    return StoryView(story, quote_rows(story.quotes, sources, sentences), sentences)


def _sentences(desk: Desk, quotes: Sequence[Quote]) -> dict[str, Sequence[Span]]:
    articles = list(dict.fromkeys(quote.at.article for quote in quotes))[:MOST_READINGS]
    readings = ((article, desk.reading(article)) for article in articles)
    return {article: reading.sentences for article, reading in readings if reading}
