"""Archives: articles as JSON Lines, from other programs, whose ids and texts stay as they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from briefing import text as texts
from briefing.gather.clean import plain
from briefing.gather.dates import parse_date
from briefing.gather.entries import article_id, language_code
from briefing.gather.links import clean_url
from briefing.model import Article, Trouble

MOST_LINE = 20_000_000  # bytes


def read_lines(
    lines: Iterable[bytes], place: str, arrived: datetime
) -> Iterator[Article | Trouble]:
    """The article of each line, or a `Trouble` with the number of a line that holds none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_line(line, f"{place}, line {number}", arrived)


def read_line(line: bytes | str, place: str, arrived: datetime) -> Article | Trouble:
    """The article of one line; its text keeps its length, for offsets into it may be known."""
    if len(line) > MOST_LINE:
        return Trouble(place, f"The line is longer than {MOST_LINE // 1_000_000} MB.")
    try:
        words = line.decode("utf-8-sig", "replace") if isinstance(line, bytes) else line
        fields = json.loads(words, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return Trouble(place, "This is not JSON. An archive holds one JSON object a line.")
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return Trouble(
            place, 'There is no "text" in it. A line looks like {"id": "1", "text": "…"}.'
        )
    return _article(fields, arrived)


def _article(fields: dict[str, Any], arrived: datetime) -> Article:
    text = _same_length(fields["text"])
    title = plain(_words(fields.get("title")))
    published = parse_date(_words(fields.get("published")), arrived)
    source = plain(_words(fields.get("source")))[:200]
    return Article(
        id=_name(fields.get("id")) or article_id(title, text),
        title=title or _headline(text),
        text=text,
        source=source or "Archive",
        url=clean_url(fields.get("url")),
        published=published.moment,
        dated=published.day,
        has_time=published.has_time,
        arrived=arrived,
        language=language_code(_words(fields.get("language"))) or "en",
        title_is_made=not title,
    )


def _same_length(text: str) -> str:
    """The text cleaned without losing an offset: the line ends of other systems too."""
    return texts.clean(text.replace("\r\n", " \n").replace("\r", "\n"))


def _headline(text: str) -> str:
    from briefing.sentences import make_headline

    return plain(make_headline(text)) or "Untitled"


def _name(value: object) -> str:
    """An id as its archive writes it; a number is as good as a word."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return texts.one_line(str(value), 1000)


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""
