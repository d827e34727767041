"""Plain text: the brief in lines of at most 76 columns, for a terminal, a mail or a printer.

A link has a line of its own and is never broken, so it may be longer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefing.export.outline import Days, Outline, Saying, Told
from briefing.export.sources import Source

WIDTH = 76

_TIED = "\N{NO-BREAK SPACE}"  # not in foreign text, where `shown` makes every blank a space


def write(outline: Outline) -> str:
    """The outline as plain text, with a line feed at the end of every line."""
    lines = _short(outline) if outline.is_short else _full(outline)
    return "".join(f"{line.rstrip()}\n" for line in lines).replace(_TIED, " ")


# ---- one screen


def _short(outline: Outline) -> Iterator[str]:
    minutes = f"{outline.minutes} min"
    yield from wrap(f"Daily brief, {outline.date}: {outline.count}, {minutes}")
    for words in (outline.notice, outline.empty):
        yield from wrap(words)
    for place, story in enumerate(outline.stories, 1):
        yield from wrap(f"{story.title}{_cited(story.source)}", f"{place}. ")
        for sentence in story.sentences:
            yield from wrap(f"{sentence.words}{_cited(sentence.source)}", "   ")
    for quote in outline.quotes:
        yield from wrap(_said(quote), "Said: ")
    for days in outline.week:
        for meeting in days.meetings:
            yield from wrap(f"{meeting.when}, {meeting.line}{_cited(meeting.source)}", "Ahead: ")
    names = ", ".join(f"[{source.number}] {source.paper}" for source in outline.sources)
    yield from wrap(names, "Sources: ") if names else ()
    failed = len(outline.failures) + outline.more_failures
    yield from wrap(f"Failed: {failed} {'feed' if failed == 1 else 'feeds'}") if failed else ()


# ---- the whole brief


def _full(outline: Outline) -> Iterator[str]:
    yield from _head(outline)
    yield from _stories(outline)
    yield from _section("More in brief", _more(outline))
    yield from _section("Quotes of the day", _quotes(outline))
    yield from _section("Who’s who", _people(outline))
    yield from _section("The week ahead", _week(outline))
    yield from _section("Sources", _sources(outline))
    yield from _section("Feeds that failed", _failures(outline))


def _head(outline: Outline) -> Iterator[str]:
    yield "DAILY BRIEF"
    yield outline.date
    yield from wrap(outline.window)
    unit = "minute" if outline.minutes == 1 else "minutes"
    yield from wrap(f"{outline.count}; {outline.minutes} {unit} to read")
    for words in (outline.notice, outline.empty):
        if words:
            yield ""
            yield from wrap(words)


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        if place == 0:
            yield from ("", title.upper(), "-" * len(title))
        yield line


def _stories(outline: Outline) -> Iterator[str]:
    for place, story in enumerate(outline.stories, 1):
        lines = _story(place, story)
        yield from _section("Top stories", lines) if place == 1 else ("", *lines)


def _story(place: int, story: Told) -> Iterator[str]:
    yield from wrap(f"{story.title}{_cited(story.source)}", f"{place}. ")
    yield from wrap(f"({story.count})" if story.count else "", "   ")
    for sentence in story.sentences:
        yield from wrap(f"{sentence.words}{_cited(sentence.source)}", "   ")
    if story.quote:
        yield from wrap(_said(story.quote), "   ")
    if story.next:
        coming = story.next
        yield from wrap(f"{coming.when}, {coming.line}{_cited(coming.source)}", "   Next: ", "   ")


def _more(outline: Outline) -> Iterator[str]:
    for mention in outline.more:
        count = f" ({mention.count})" if mention.count else ""
        yield from wrap(f"{mention.title}{count}{_cited(mention.source)}", "- ")
    if outline.untold:
        yield f"and {outline.untold} more"


def _quotes(outline: Outline) -> Iterator[str]:
    for quote in outline.quotes:
        yield from wrap(_said(quote), "- ")


def _people(outline: Outline) -> Iterator[str]:
    for person in outline.people:
        mark = " (new)" if person.is_new else ""
        yield from wrap(f"{person.name}, {person.role}{mark}{_cited(person.source)}", "- ")


def _week(outline: Outline) -> Iterator[str]:
    for days in outline.week:
        yield from wrap(days.title)
        yield from _meetings(days)
    if outline.more_talks:
        yield f"and {outline.more_talks} more"


def _meetings(days: Days) -> Iterator[str]:
    for meeting in days.meetings:
        when = f"{meeting.beside}, " if meeting.beside else ""
        yield from wrap(f"{when}{meeting.line}{_cited(meeting.source)}", "- ")


def _sources(outline: Outline) -> Iterator[str]:
    for source in outline.sources:
        yield from wrap(_source(source), f"[{source.number}] ", "    ")
        if source.url:
            yield f"    {source.url}"


def _source(source: Source) -> str:
    title = "" if source.url else f": {source.title}"
    return f"{source.paper}, {source.date}{title}"


def _failures(outline: Outline) -> Iterator[str]:
    for failure in outline.failures:
        yield from wrap(f"{failure.where}: {failure.what}", "- ")
    if outline.more_failures:
        yield f"and {outline.more_failures} more"


def _said(quote: Saying) -> str:
    speaker = f" — {quote.speaker}" if quote.speaker else ""
    return f"“{quote.words}”{speaker}{_cited(quote.source)}"


def _cited(source: int) -> str:
    # The number never stands alone at the beginning of a line.
    return f"{_TIED}[{source}]" if source else ""


# ---- lines


def wrap(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """The text in lines of `WIDTH` columns, the first after `first`, the others after `rest`."""
    rest = " " * columns(first) if rest is None else rest
    line, is_empty = first, True
    for glue, piece in _pieces(text, WIDTH - columns(rest)):
        longer = line + piece if is_empty else line + glue + piece
        if not is_empty and columns(longer) > WIDTH:
            yield line
            longer = rest + piece
        line, is_empty = longer, False
    if not is_empty:
        yield line


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


# A line may break on both sides of a wide letter, as Chinese and Japanese have no blanks; the
# closing marks stay with the letter before them.
_WIDE = re.compile(
    r"[⺀-〿぀-ヿ㐀-鿿豈-﫿＀-￯][、。，．：；！？」』）〉》]*|[^⺀-〿぀-ヿ㐀-鿿豈-﫿＀-￯]+"
)


def _pieces(text: str, most: int) -> Iterator[tuple[str, str]]:
    """The unbreakable stretches, each with the blank before it ("" inside a word)."""
    for word in text.split(" "):
        glue = " "
        for stretch in _WIDE.findall(word):
            # A stretch longer than a line is cut where the line ends.
            for start in range(0, len(stretch), most):
                yield glue, stretch[start : start + most]
                glue = ""
