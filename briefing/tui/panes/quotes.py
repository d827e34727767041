"""The pane of quotes: the words, and under them who said so, where, in which sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Quote
from briefing.text import fold, one_line
from briefing.tui.cells import fit, steady, width_of, wrap
from briefing.tui.rows import Line, Rows


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with what the pane says of its place."""

    quote: Quote
    source: str
    sentence: int | None = None  # counted from 1 in its article
    others: int = 0  # articles more that quote the same words


class QuotesPane(Rows[QuoteRow]):
    """`“words”`, then `   Speaker · Source · s2`."""

    row_height = None
    most_lines = 2  # of the words

    def key(self, item: QuoteRow) -> str:
        """Its place."""
        return str(item.quote.at)

    def words(self, item: QuoteRow) -> str:
        """Words, speaker and source."""
        return f"{item.quote.words} {item.quote.speaker or ''} {item.source}"

    def prepare(self, items: Sequence[QuoteRow], width: int) -> None:
        """A high pane has room for more of the words."""
        del items, width
        height = self.scrollable_content_region.height
        self.most_lines = 1 if height <= 8 else 2 if height <= 16 else 4

    def on_resize(self) -> None:
        """The height decides how many lines the words may take."""
        self._measure()
        self.reveal()

    def lines(self, item: QuoteRow, width: int) -> Sequence[Line]:
        """The words in marks, cut after some lines; then one quiet line."""
        said = f"“{steady(one_line(item.quote.words[:2000]))}”"
        places = wrap(said, max(2, width))
        lines: list[Line] = [((said[start:end], ""),) for start, end in places[: self.most_lines]]
        if len(places) > self.most_lines:
            start = places[self.most_lines - 1][0]
            lines[-1] = ((_cut(said[start : start + width * 2], width), ""),)
        return (*lines, _who(item, width))


def _cut(words: str, width: int) -> str:
    """The words that fit, ended after a whole word and with the closing mark."""
    line = fit(words, width - 1)
    whole = line.rstrip("…").rpartition(" ")[0]
    return (f"{whole} …" if width_of(whole) > width * 2 // 3 else line) + "”"


def _who(item: QuoteRow, width: int) -> Line:
    """The speaker has the first claim to the room, then the number of the sentence."""
    number = f" · s{item.sentence}" if item.sentence else ""
    room = width - 3 - len(number)
    speaker = fit(item.quote.speaker or "speaker not named", max(4, room))
    more = f" +{item.others}" if item.others else ""
    source = fit(item.source, room - width_of(speaker + more) - 3) + more
    place = f" · {source}" if width_of(source) > 1 else ""
    style = "primary" if item.quote.speaker else "muted"
    return (("   ", ""), (speaker, style), (place + number, "muted"))


def quote_rows(
    quotes: Sequence[Quote], sources: Mapping[str, str], sentences: Mapping[str, Sequence[object]]
) -> tuple[QuoteRow, ...]:
    """The rows of some quotes; `sources` and `sentences` are looked up by the article's id."""
    return tuple(
        QuoteRow(quote, sources.get(quote.at.article, ""), _number(quote, sentences))
        for quote in quotes
    )


def once(rows: Iterable[QuoteRow]) -> tuple[QuoteRow, ...]:
    """Words that several articles quote of one speaker, shown once, with how many more do."""
    first: dict[tuple[str, str], QuoteRow] = {}
    articles: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        key = fold(row.quote.words), fold(row.quote.speaker or "")
        first.setdefault(key, row)
        articles.setdefault(key, set()).add(row.quote.at.article)
    return tuple(replace(row, others=len(articles[key]) - 1) for key, row in first.items())


def _number(quote: Quote, sentences: Mapping[str, Sequence[object]]) -> int | None:
    for number, span in enumerate(sentences.get(quote.at.article, ()), 1):
        if getattr(span, "start", 0) <= quote.at.start < getattr(span, "end", 0):
            return number
    return None
