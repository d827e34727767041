"""Drawing the outline: what of a brief is told, in which order and in which words.

What has no source in the brief is not told, and what is told once is not repeated as news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.export.ahead import FULL_ENOUGH, fullness, in_order, meeting_of, week_of
from briefing.export.days import day_words, full_day, stretch_words
from briefing.export.outline import (
    Failure,
    Meeting,
    Mention,
    Outline,
    Person,
    Saying,
    Sentence,
    Told,
)
from briefing.export.shown import shown
from briefing.export.sources import MOST_LETTERS, Citations, told
from briefing.model import Actor, Brief, Quote, Span, Status, Story, Talk
from briefing.text import counted, fold

SAMPLE = "These are sample articles. Add a source of your own to be briefed on your news."


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each list an outline holds at most."""

    stories: int = 5
    told: int = 5  # of the stories: with sentences, the others are a headline
    sentences: int = 3  # a story
    sayings: int = 5  # of the stories: with their best quote
    nexts: int = 5  # of the stories: with what is next
    more: int = 10
    quotes: int = 5
    people: int = 10
    talks: int = 14
    troubles: int = 8


def draw(brief: Brief, limits: Limits, *, is_short: bool = False) -> Outline:
    """The outline of a brief within those limits; `minutes` is for who counts its words."""
    citations = Citations(brief)
    # Numbers follow the order of reading, so the sections are drawn in that order.
    stories = tuple(
        _told(story, brief.day, _limits_at(place, limits), citations)
        for place, story in enumerate(brief.stories[: limits.stories])
    )
    rest = brief.stories[limits.stories :]
    more = tuple(_mention(story, citations) for story in rest[: limits.more])
    quotes = tuple(_sayings(brief, stories, limits, citations))
    people = tuple(_people(brief, limits, citations))
    places = {
        article.id: place for place, story in enumerate(brief.stories) for article in story.articles
    }
    week = week_of(brief.talks, brief.day, limits.talks, citations, places)
    return Outline(
        day=brief.day,
        date=full_day(brief.day),
        window=_window(brief),
        count=_count(brief),
        minutes=0,
        notice=SAMPLE if brief.is_sample else "",
        empty="" if brief.stories else _nothing(brief),
        stories=stories,
        more=more,
        untold=len(rest) - len(more),
        quotes=quotes,
        people=people,
        week=week,
        more_talks=len(in_order(brief.talks, brief.day)) - sum(len(d.meetings) for d in week),
        sources=citations.sources(),
        failures=_failures(brief, limits),
        more_failures=max(0, len(brief.troubles) - limits.troubles),
        is_short=is_short,
    )


# ---- the head


def _window(brief: Brief) -> str:
    window = brief.window
    zone = window.end.tzname() or "UTC"
    return f"{stretch_words(window.start, window.end, brief.day)} {shown(zone, 10)}"


def _count(brief: Brief) -> str:
    papers = {article.source for story in brief.stories for article in story.articles}
    stories = counted(len(brief.stories), "story", "stories")
    articles = counted(brief.articles, "article")
    return f"{stories} from {articles} of {counted(len(papers), 'source')}"


def _nothing(brief: Brief) -> str:
    day = day_words(brief.day, brief.day)
    return (
        f"No stories on {day}. Fetch the news with “briefing refresh”, "
        "or add a source with “briefing feed add”."
    )


# ---- the stories


def _limits_at(place: int, limits: Limits) -> Limits:
    """The limits for the story at that place of the list."""
    return replace(
        limits,
        sentences=limits.sentences if place < limits.told else 0,
        sayings=int(place < limits.sayings),
        nexts=int(place < limits.nexts),
    )


def _told(story: Story, day: date, limits: Limits, citations: Citations) -> Told:
    source = _lead(story, citations)
    spans = [span for span in story.summary if citations.words(span)][: limits.sentences]
    sentences = tuple(
        Sentence(citations.words(span), citations.cite(span.article)) for span in spans
    )
    quote = _best_quote(story, spans, citations) if limits.sayings else None
    coming = _next(story.talks, day, citations) if limits.nexts else None
    return Told(_title(story), _sized(story), source, sentences, quote, coming)


def _mention(story: Story, citations: Citations) -> Mention:
    return Mention(_title(story), _sized(story), _lead(story, citations))


def _title(story: Story) -> str:
    return shown(story.title, 160) or "Untitled"


def _lead(story: Story, citations: Citations) -> int:
    return citations.cite(story.articles[0].id) if story.articles else 0


def _sized(story: Story) -> str:
    if len(story.articles) < 2:
        return ""
    articles = counted(len(story.articles), "article")
    return f"{articles}, {counted(len(story.sources), 'source')}"


def _best_quote(story: Story, summary: Sequence[Span], citations: Citations) -> Saying | None:
    """The first quote that the sentences above it have not told already."""
    for quote in story.quotes:
        if not any(span.overlaps(quote.at) for span in summary):
            saying = _saying(quote, citations)
            if saying is not None:
                return saying
    return None


def _next(talks: Sequence[Talk], day: date, citations: Citations) -> Meeting | None:
    """The first talk ahead that will be held, one with its hour, place or people before others."""
    ahead = [talk for talk in in_order(talks, day) if talk.status is not Status.CANCELLED]
    for talk in sorted(ahead, key=lambda each: fullness(each) < FULL_ENOUGH):
        meeting = meeting_of(talk, day, citations)
        if meeting is not None:
            return meeting
    return None


# ---- quotes and people


def _sayings(
    brief: Brief, stories: Sequence[Told], limits: Limits, citations: Citations
) -> Iterator[Saying]:
    known = {fold(story.quote.words) for story in stories if story.quote}
    left = limits.quotes
    for quote in brief.quotes:
        is_new = left and fold(quote.words[:MOST_LETTERS]) not in known
        saying = _saying(quote, citations) if is_new else None
        if saying is not None:
            known.add(fold(saying.words))
            left -= 1
            yield saying


def _saying(quote: Quote, citations: Citations) -> Saying | None:
    # The comma belongs to the sentence around the quote, which is not told here.
    words = told(quote.words).rstrip(", ")
    source = citations.cite(quote.at.article) if words else 0
    return Saying(words, shown(quote.speaker or "", 80), source) if source else None


def _people(brief: Brief, limits: Limits, citations: Citations) -> Iterator[Person]:
    left = limits.people
    for actor in brief.actors:
        person = _person(actor, brief, citations) if left else None
        if person is not None:
            left -= 1
            yield person


def _person(actor: Actor, brief: Brief, citations: Citations) -> Person | None:
    """Somebody with a role; a bare name tells nothing about who it is."""
    if not actor.roles:
        return None
    role = actor.roles[0]
    source = citations.cite(role.at.article)
    words = shown(role.title, 100)
    body = shown(role.affiliation or "", 60)
    if fold(body) not in fold(words):
        words = f"{words}, {body}"
    name = shown(actor.name, 80)
    return Person(name, words, actor.name in brief.new_roles, source) if source else None


# ---- what failed


def _failures(brief: Brief, limits: Limits) -> tuple[Failure, ...]:
    return tuple(
        Failure(shown(trouble.where, 100), shown(trouble.what, 160))
        for trouble in brief.troubles[: limits.troubles]
    )
