"""One story from its articles and what was read in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from briefing.digest.fitness import is_fit
from briefing.digest.merge import merge_readings
from briefing.digest.rank import rank
from briefing.model import Article, Kind, Reading, Span, Story
from briefing.sentences import make_headline, split_sentences

FRESH = 24.0  # hours after which a headline counts a half for being new
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def tell(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    *,
    now: datetime,
    most: int = 3,
    id: str | None = None,  # noqa: A002
) -> Story:
    """The story of these articles (one or more), with what their readings say together.

    `readings` are by article id; an article without one gives its sentences alone and counts in
    `unread_articles`. The story bears the id given, else that of its earliest article. `now` is
    the end of the window it is ranked in. The order of the articles does not matter.
    """
    from briefing.digest.summary import summarise

    oldest_first = sorted(articles, key=_by_time)
    lead = lead_of(articles)
    known = [readings[article.id] for article in oldest_first if article.id in readings]
    found = merge_readings(known)
    sentences = {article.id: _sentences(article, readings) for article in articles}
    newest_first = [article for article in reversed(oldest_first) if article.id != lead.id]
    summary = summarise(articles, sentences, most, lead=lead.id)
    texts = {article.id: article.text for article in articles}
    whole = [span for span in summary if is_fit(texts[span.article][span.start : span.end])]
    return Story(
        id=id or oldest_first[0].id,
        title=lead.title or make_headline(lead.text),
        articles=(lead, *newest_first),
        summary=summary,
        actors=found.actors,
        quotes=found.quotes,
        talks=found.talks,
        rank=rank(
            articles,
            end=now,
            quotes=len(found.quotes),
            talks=sum(_is_ahead(talk.when.last, now) for talk in found.talks),
            people=sum(bool(a.roles) for a in found.actors if a.kind is Kind.PERSON),
            # A summary asked for in one sentence is no sign of a thin story.
            sentences=3 if len(whole) >= most else len(whole),
        ),
        unread_articles=len(articles) - len(known),
    )


def _by_time(article: Article) -> tuple[datetime, str]:
    return article.moment or _LONG_AGO, article.id


def _is_ahead(last: date | None, now: datetime) -> bool:
    return last is None or last >= now.date()


def tellable(reading: Reading) -> tuple[Span, ...]:
    """The sentences that can stand alone: none that is only a part of what somebody says.

    Out of its quotation such a sentence would read as the paper's own word.
    """
    long = [quote.at for quote in reading.quotes]
    free = tuple(each for each in reading.sentences if not any(_is_part(each, at) for at in long))
    return free or reading.sentences


def _is_part(sentence: Span, quote: Span) -> bool:
    """Whether the sentence lies in the quote with its marks, and the quote goes on beyond it."""
    inside = quote.start - 1 <= sentence.start and sentence.end <= quote.end + 1
    return inside and (sentence.start > quote.start or sentence.end < quote.end)


def _sentences(article: Article, readings: Mapping[str, Reading]) -> tuple[Span, ...]:
    reading = readings.get(article.id)
    if reading is not None and reading.sentences:
        return tellable(reading)
    return tuple(Span(article.id, start, end) for start, end in split_sentences(article.text))


def lead_of(articles: Sequence[Article]) -> Article:
    """The article whose headline the story bears.

    A headline that the source wrote goes before a made one. Among those it is the article most
    like all others, with the newer preferred: centrality counts three parts, freshness two.
    """
    ordered = sorted(articles, key=_by_time)
    if len(ordered) == 1:
        return ordered[0]
    from briefing.digest.vectors import vectors

    likeness = vectors(ordered).likeness().tolist()
    highest = max(likeness) or 1.0
    newest = ordered[-1].moment

    def worth(number: int) -> tuple[bool, float, int]:
        article = ordered[number]
        age = 0.0
        if newest is not None and article.moment is not None:
            age = (newest - article.moment).total_seconds() / 3600
        fresh = 0.5 ** (age / FRESH)
        teaser = 0.2 * article.is_teaser
        return _has_headline(article), 3 * likeness[number] / highest + 2 * fresh - teaser, number

    return ordered[max(range(len(ordered)), key=worth)]


def _has_headline(article: Article) -> bool:
    return not article.title_is_made and len(article.title.split()) > 2
