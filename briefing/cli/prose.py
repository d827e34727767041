"""Values as plain text for a terminal or a pipe; foreign words are cleaned, each on its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from briefing.export import days
from briefing.model import (
    Actor,
    Article,
    Entry,
    Feed,
    Headline,
    Kind,
    Quote,
    Reading,
    Role,
    Span,
    Status,
    Story,
    Talk,
    When,
)
from briefing.text import clean, fold, local, one_line, pace_words, updated_words

NO_YEAR = date.min  # no news is of that year, so a day near it is told with its own
GLYPHS = {Kind.PERSON: "P", Kind.ORGANISATION: "O", Kind.PLACE: "L"}


def when_words(when: When) -> str:
    """A talk's days as far as they are known, always with their year: never a false day."""
    hour = days.time_words(when)
    return days.when_words(when, NO_YEAR) + (f" {hour}" if hour else "")


def actor_line(actor: Actor) -> str:
    """One actor: kind, name, role."""
    roles = "; ".join(map(role_words, actor.roles[:2]))
    return f"{GLYPHS[actor.kind]} {one_line(actor.name)}" + (f" — {roles}" if roles else "")


def role_words(role: Role) -> str:
    """A role with where it is held, unless its own words say that already."""
    if role.affiliation and fold(role.affiliation) not in fold(role.title):
        return one_line(f"{role.title}, {role.affiliation}")
    return one_line(role.title)


def quote_lines(quote: Quote, source: str = "") -> str:
    """One quote, and who said it on the next line."""
    speaker = one_line(quote.speaker) if quote.speaker else "speaker not named"
    return f"“{one_line(quote.words)}”\n   — {speaker}" + (
        f" · {one_line(source)}" if source else ""
    )


def talk_line(talk: Talk) -> str:
    """One coming event: day, place, what, who, and how firm it is."""
    parts = [when_words(talk.when), one_line(talk.what)]
    if talk.where:
        parts.append(one_line(talk.where))
    if talk.who:
        parts.append("with " + ", ".join(one_line(name) for name in talk.who))
    if talk.status is not Status.SCHEDULED:
        parts.append(talk.status.value.upper())
    return " · ".join(parts)


def headline_line(headline: Headline, zone: datetime) -> str:
    """One story of a list, with its id for `show`."""
    mark = "★" if headline.is_saved else "●" if headline.unread else " "
    day, hour = local(headline.newest, zone.tzinfo)
    return (
        f"{mark} {headline.articles:3}  {day:%d %b} {hour:5}  {one_line(headline.title)}"
        f"  [{one_line(headline.id)}]"
    )


def entry_line(entry: Entry, zone: datetime) -> str:
    """One article of a list, with its id for `show`."""
    mark = "★" if entry.is_saved else " " if entry.is_read else "●"
    day, hour = local(entry.moment, zone.tzinfo)
    said = (one_line(entry.title), one_line(entry.source))
    return (
        f"{mark} {day:%d %b} {hour:5}  {_with_update(said, entry.updated, zone)}"
        f"  [{one_line(entry.id)}]"
    )


def _with_update(said: Sequence[str], updated: datetime | None, now: datetime) -> str:
    """The parts with a dot between, and at the end when the source changed the article."""
    words = updated_words(updated, now)
    return " · ".join((*said, words) if words else said)


def feed_line(feed: Feed, per_day: float | None, now: datetime) -> str:
    """One source, its address and its health."""
    state = health_line(feed, per_day, now)
    return f"{one_line(feed.name)}\n   {one_line(feed.url)}\n   {state}"


def health_line(feed: Feed, per_day: float | None, now: datetime) -> str:
    """How a source is: what went wrong, last success, next try, new articles a day."""

    def clock(moment: datetime) -> str:
        return f"{moment.astimezone(now.tzinfo):%d %b %H:%M}"

    if feed.retired:
        parts = ["retired: " + (feed.error or "gone for good")]
    elif feed.error:
        parts = [f"failing: {feed.error}"]
    else:
        parts = ["well" if feed.succeeded else "not asked yet"]
    if feed.succeeded:
        parts.append(f"last answered {clock(feed.succeeded)}")
    elif feed.checked:
        parts.append("never answered")
    if feed.next_try and feed.next_try > now:
        parts.append(f"next try {clock(feed.next_try)}")
    if per_day is not None:
        parts.append(pace_words(per_day))
    return one_line(" · ".join(parts))


def article_prose(article: Article, now: datetime) -> str:
    """One article in full."""
    dated = f"{article.dated:%d %b %Y}" if article.dated else "undated"
    said = (one_line(article.source) or "no source named", dated)
    head = [one_line(article.title), _with_update(said, article.updated, now)]
    if article.url:
        head.append(article.url)
    return "\n".join(head) + "\n\n" + clean(article.text)


def story_prose(story: Story, now: datetime) -> str:
    """One story: summary, actors, quotes, talks and where they stand."""
    numbers = {article.id: n for n, article in enumerate(story.articles, 1)}
    parts = [
        one_line(story.title),
        "\n".join(
            f"• {one_line(story.words(span))} [{numbers[span.article]}]" for span in story.summary
        ),
        _part("Actors", map(actor_line, story.actors[:12])),
        _part(
            "Quotes",
            (quote_lines(quote, story.article(quote.at.article).source) for quote in story.quotes),
        ),
        _part("Upcoming", map(talk_line, story.talks)),
        _part(
            "Sources",
            (
                f"[{n}] {_source_words(article, now)}  [{article.id}]"
                for n, article in enumerate(story.articles, 1)
            ),
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def _source_words(article: Article, now: datetime) -> str:
    said = (f"{one_line(article.source)}: {one_line(article.title)}",)
    return _with_update(said, article.updated, now)


def reading_prose(article: Article, reading: Reading, summary: Sequence[Span]) -> str:
    """What `analyse` found in one article."""
    parts = [
        one_line(article.title),
        "\n".join(f"• {one_line(article.text[span.start : span.end])}" for span in summary),
        _part("Actors", map(actor_line, reading.actors)),
        _part("Quotes", map(quote_lines, reading.quotes)),
        _part("Upcoming", map(talk_line, reading.talks)),
    ]
    return "\n\n".join(part for part in parts if part)


def _part(title: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    return f"{title}\n{body}" if body else ""
