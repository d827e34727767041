"""The pane of one story: its title, its summary sentence by sentence, its sources.

A sentence and a source are rows of their own, so that each can be traced and opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.model import Article, Headline, Span, Story
from briefing.text import counted, local, one_line
from briefing.tui.cells import fit, pad, width_of
from briefing.tui.rows import Line, Rows, flow
from briefing.tui.wording import age, short_day, source_name

MOST_SOURCES = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the pane: a heading, a sentence with its source's number, or a source."""

    kind: str  # "title", "note", "sentence", "source", "space"
    words: str
    number: int = 0
    at: Span | None = None  # the sentence
    article: Article | None = None
    lead: str = ""  # id of the article a title or source leads to


def parts_of(story: Story, now: datetime) -> Iterator[Part]:
    """The rows of a story, from its title down to its sources."""
    yield Part("title", one_line(story.title, 500))
    yield Part("note", _about(story, now))
    if story.unread_articles:
        yield Part("note", f"{counted(story.unread_articles, 'article')} still to be read")
    yield Part("space", "")
    numbers = {article.id: number for number, article in enumerate(story.articles, 1)}
    for span in story.summary:
        words = one_line(story.words(span), 2000)
        yield Part("sentence", words, numbers.get(span.article, 0), span, lead=span.article)
    if story.summary:
        yield Part("space", "")
    for article in story.articles[:MOST_SOURCES]:
        yield Part("source", article.title, numbers[article.id], article=article, lead=article.id)
    if len(story.articles) > MOST_SOURCES:
        yield Part("note", f"and {len(story.articles) - MOST_SOURCES} more: enter opens them all")


def waiting_for(headline: Headline) -> tuple[Part, ...]:
    """What to show of a story until it is there: what its headline knows."""
    return (
        Part("title", one_line(headline.title, 500)),
        Part(
            "note",
            f"{counted(headline.articles, 'article')} · {counted(headline.sources, 'source')}",
        ),
    )


def _about(story: Story, now: datetime) -> str:
    said = f"{counted(len(story.articles), 'article')} · {counted(len(story.sources), 'source')}"
    published = [article.published for article in story.articles if article.published]
    if published:
        return f"{said} · first {short_day(local(min(published), now.tzinfo)[0])}"
    return f"{said} · undated"


class StoryPane(Rows[Part]):
    """One story, or the whole day, as rows."""

    row_height = None
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    _names = 8
    _numbers = 3

    def prepare(self, items: Sequence[Part], width: int) -> None:
        """Titles of sources begin in one column."""
        sources = [item for item in items if item.article]
        names = (width_of(fit(source_name(item.article), 40)) for item in sources if item.article)
        self._names = min(max(names, default=8), max(8, width // 3))
        self._numbers = max((len(f"[{item.number}]") for item in sources), default=3)

    def key(self, item: Part) -> str:
        """The stretch or article it is about; headings by their words."""
        return f"{item.kind} {item.at or item.lead or item.words}"

    def is_row(self, item: Part) -> bool:
        """Sentences and sources."""
        return item.kind in {"sentence", "source"}

    def lines(self, item: Part, width: int) -> Sequence[Line]:
        """Titles and sentences wrap; a source takes one line."""
        if item.kind == "space":
            return ((),)
        if item.kind == "title":
            return flow(item.words, width, "strong")
        if item.kind == "note":
            return flow(item.words, width, "muted")
        if item.kind == "sentence":
            return _sentence(item, width)
        return (self._source(item, width),)

    def _source(self, item: Part, width: int) -> Line:
        article = item.article
        assert article is not None
        moment = age(article.moment, self.now) if article.moment else "—"
        room = width - self._numbers - self._names - 8
        return (
            (f"{f'[{item.number}]':<{self._numbers}} ", "accent"),
            (pad(source_name(article), self._names), ""),
            (f"  {pad(item.words, room)} {moment:>4}", "muted"),
        )


def _sentence(item: Part, width: int) -> list[Line]:
    mark = f" [{item.number}]"
    lines = flow(item.words, width - 2)
    painted: list[Line] = [
        ((("• " if index == 0 else "  "), "accent"), *line[1:]) for index, line in enumerate(lines)
    ]
    if sum(width_of(words) for words, _ in painted[-1]) + len(mark) <= width:
        painted[-1] = (*painted[-1], (mark, "muted"))
    else:
        painted.append((("  ", ""), (mark.strip(), "muted")))
    return painted
