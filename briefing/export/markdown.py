"""Markdown: the brief in CommonMark, with everything foreign escaped.

Escaped are the marks of CommonMark and of the GitHub, Pandoc and Obsidian dialects, so that no
title can become a link, an image, HTML, a heading, a table, a fence or an autolink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.export.outline import Days, Outline, Saying, Told
from briefing.export.sources import Source

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~&$^@=]|%(?=%)")
# Some dialects link a bare "https://…", "www.…" or "name.example": the mark amid it is escaped.
_BARE_LINK = re.compile(
    r"(?i)(?<=http)(?=:)|(?<=https)(?=:)|(?<=ftp)(?=:)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)"
    r"|(?<=www)(?=\.)|(?<=\w)(?=\.[^\W\d_]{2})"
)
# What begins a list where it stands first: "- ", "+ ", ": ", "12. ", "12) ".
_BULLET = re.compile(r"^(?=[-+:])|^(\d{1,9})(?=[.)])")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write(outline: Outline) -> str:
    """The outline as Markdown, one line a paragraph or list item."""
    return "".join(f"{line}\n" for line in _lines(outline))


def escape(text: str) -> str:
    """One line of text as Markdown that shows exactly that text, wherever it stands."""
    safe = _BARE_LINK.sub(r"\\", _MARKS.sub(r"\\\g<0>", text))
    return _BULLET.sub(r"\g<1>\\", safe)


def _lines(outline: Outline) -> Iterator[str]:
    yield from _head(outline)
    yield from _section("Top stories", _stories(outline))
    yield from _section("More in brief", _more(outline))
    yield from _section("Quotes of the day", _quotes(outline))
    yield from _section("Who’s who", _people(outline))
    yield from _section("The week ahead", _week(outline))
    yield from _section("Sources", map(_source, outline.sources))
    yield from _section("Feeds that failed", _failures(outline))


def _head(outline: Outline) -> Iterator[str]:
    unit = "minute" if outline.minutes == 1 else "minutes"
    yield f"# Daily brief: {outline.date}"
    yield ""
    yield f"{escape(outline.window)}: {outline.count}; {outline.minutes} {unit} to read."
    for words in (outline.notice, outline.empty):
        if words:
            yield ""
            yield f"**{escape(words)}**"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        if place == 0:
            yield from ("", f"## {title}", "")
        yield line


def _stories(outline: Outline) -> Iterator[str]:
    for place, story in enumerate(outline.stories, 1):
        if place > 1:
            yield ""
        yield f"### {place}. {escape(story.title)}{_cited(story.source)}"
        if story.count:
            yield ""
            yield f"*{story.count}*"
        yield from _story(story)


def _story(story: Told) -> Iterator[str]:
    if story.sentences:
        yield ""
    for sentence in story.sentences:
        yield f"- {escape(sentence.words)}{_cited(sentence.source)}"
    if story.quote:
        yield ""
        yield f"> {_said(story.quote)}"
    if story.next:
        coming = story.next
        yield ""
        yield f"**Next:** {escape(f'{coming.when}, {coming.line}')}{_cited(coming.source)}"


def _more(outline: Outline) -> Iterator[str]:
    for mention in outline.more:
        count = f" ({mention.count})" if mention.count else ""
        yield f"- {escape(mention.title)}{count}{_cited(mention.source)}"
    if outline.untold:
        yield f"- and {outline.untold} more"


def _quotes(outline: Outline) -> Iterator[str]:
    for quote in outline.quotes:
        yield f"- {_said(quote)}"


def _people(outline: Outline) -> Iterator[str]:
    for person in outline.people:
        mark = " (new)" if person.is_new else ""
        yield f"- **{escape(person.name)}**, {escape(person.role)}{mark}{_cited(person.source)}"


def _week(outline: Outline) -> Iterator[str]:
    for place, days in enumerate(outline.week):
        if place:
            yield ""
        yield f"### {escape(days.title)}"
        yield ""
        yield from _meetings(days)
    if outline.more_talks:
        yield f"- and {outline.more_talks} more"


def _meetings(days: Days) -> Iterator[str]:
    for meeting in days.meetings:
        when = f"{meeting.beside}, " if meeting.beside else ""
        yield f"- {escape(f'{when}{meeting.line}')}{_cited(meeting.source)}"


def _source(source: Source) -> str:
    if source.url:
        link = _ENTITY.sub("&amp;", source.url)
        return f"- [{source.number}] [{escape(source.paper)}]({link}), {source.date}"
    return f"- [{source.number}] {escape(source.paper)}, {source.date}: {escape(source.title)}"


def _failures(outline: Outline) -> Iterator[str]:
    for failure in outline.failures:
        yield f"- {escape(failure.where)}: {escape(failure.what)}"
    if outline.more_failures:
        yield f"- and {outline.more_failures} more"


def _said(quote: Saying) -> str:
    speaker = f" — {escape(quote.speaker)}" if quote.speaker else ""
    return f"“{escape(quote.words)}”{speaker}{_cited(quote.source)}"


def _cited(source: int) -> str:
    return f" [{source}]" if source else ""
