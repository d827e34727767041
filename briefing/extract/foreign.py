"""Articles that are not in English: what can be shown of them without English rules.

Without a pipeline for the language the sentences and the verbatim quotes are all. With one, the
names it knows become actors and the one person named in a quote's sentence its speaker. Roles,
dates and talks need rules of their own for each language; none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.extract.quote.marks import find_stretches
from briefing.model import Actor, Article, Kind, Quote, Reading, Span
from briefing.sentences import Part, Segment, segments
from briefing.text import words_in

if TYPE_CHECKING:
    from briefing.extract.page import Page

# The labels of spaCy's pipelines: WikiNER's four (most languages) and OntoNotes'.
_KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "PS": Kind.PERSON,
    "persName": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "orgName": Kind.ORGANISATION,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "placeName": Kind.PLACE,
    "geogName": Kind.PLACE,
}
_FEWEST_WORDS = 4  # of a stretch in marks that counts as a quote


def read_plain(article: Article, language: str, version: int) -> Reading:
    """Sentences and quotes by their marks alone."""
    parts = segments(article.text)
    return Reading(
        article=article.id,
        sentences=_sentences(article, parts),
        quotes=_quotes(article, parts, ()),
        language=language,
        version=version,
    )


def read_named(page: Page, language: str, version: int) -> Reading:
    """The same with the names that the language's own pipeline finds."""
    actors = _actors(page)
    return Reading(
        article=page.article.id,
        sentences=page.sentences,
        actors=actors,
        quotes=_quotes(page.article, page.segments, actors),
        language=language,
        version=version,
    )


def _sentences(article: Article, parts: tuple[Segment, ...]) -> tuple[Span, ...]:
    return tuple(Span(article.id, s.start, s.end) for s in parts if s.part is Part.SENTENCE)


def _actors(page: Page) -> tuple[Actor, ...]:
    mentions: dict[tuple[Kind, str], list[Span]] = defaultdict(list)
    for entity in page.doc.ents:
        kind = _KINDS.get(entity.label_)
        name = page.text[entity.start_char : entity.end_char]
        if kind and any(letter.isupper() for letter in name) and "\n" not in name:
            mentions[kind, name].append(page.span(entity.start_char, entity.end_char))
    full = {key: _longest(key, mentions) for key in mentions}
    groups: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for (kind, name), longest in full.items():
        groups[kind, longest].append(name)
    most = max((len(spans) for spans in mentions.values()), default=1)
    actors = []
    for (kind, name), forms in groups.items():
        spans = sorted(span for form in forms for span in mentions[kind, form])
        aliases = tuple(sorted(form for form in forms if form != name))
        salience = min(1.0, len(spans) / (most + 1) + (0.2 if spans[0].start < 500 else 0.0))
        actors.append(Actor(name, kind, aliases, (), round(salience, 4), tuple(spans)))
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0].start)))


def _longest(key: tuple[Kind, str], mentions: dict[tuple[Kind, str], list[Span]]) -> str:
    """The one longer name of the same kind that ends in this one, else the name itself."""
    kind, name = key
    longer = {other for known, other in mentions if known is kind and other.endswith(f" {name}")}
    return longer.pop() if len(longer) == 1 and kind is Kind.PERSON else name


def _quotes(
    article: Article, parts: tuple[Segment, ...], actors: tuple[Actor, ...]
) -> tuple[Quote, ...]:
    quotes = []
    for stretch in find_stretches(article.text):
        words = article.text[stretch.start : stretch.end]
        if words_in(words) < _FEWEST_WORDS and not (words.strip() and not words.isascii()):
            continue
        at = Span(article.id, stretch.start, stretch.end)
        inside = [s for s in parts if s.start < stretch.end and stretch.start < s.end]
        start = min((s.start for s in inside), default=stretch.start)
        end = max((s.end for s in inside), default=stretch.end)
        sentence = Span(article.id, start, end)
        speaker, speaker_at = _only_person(sentence, at, actors)
        quotes.append(Quote(words, at, sentence, speaker, speaker_at))
    return tuple(quotes)


def _only_person(
    sentence: Span, words: Span, actors: tuple[Actor, ...]
) -> tuple[str | None, Span | None]:
    """The person named beside the quote, when there is exactly one."""
    beside = [
        (actor.name, mention)
        for actor in actors
        if actor.kind is Kind.PERSON
        for mention in actor.mentions
        if sentence.holds(mention) and not words.overlaps(mention)
    ]
    if len({name for name, _ in beside}) == 1:
        return beside[0]
    return None, None
