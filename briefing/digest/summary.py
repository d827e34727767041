"""Summaries: the few sentences of a story's articles that tell most of it, word for word.

`NewsSummarizer` is a summariser of sumy. News is written with the point first, and a sentence is
central when those after it come back to its words (directed centrality, Zheng and Lapata 2019);
the two together rate a sentence. Sentences are then taken one by one, each passed over as far as
it repeats those already in (maximal marginal relevance, Carbonell and Goldstein 1998).

sumy takes sentences of the same text for one; ours know their place, so each is itself.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers import AbstractSummarizer

from briefing.digest.fitness import is_clear, is_fit, may_stand_in
from briefing.digest.words import telling_roots, words
from briefing.model import Article, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_RATED = 600  # sentences; of more articles only the beginnings are rated
DEPTH = 60  # sentences of one article that are looked at

# Found on news (CNN 2015, mixed papers, stories of two to nine articles).
FADE = 8.0  # sentences after which the place counts a half
AFTER, BEFORE, ELSEWHERE = 1.0, -0.2, 1.0  # what likeness to the sentences there is worth
GROUND = 0.15  # what a sentence counts that is like no other, of the most central one's 1
HEADLINE = 1.0  # what a sentence that is the headline would count more
LEADING = 1.2  # times as much do the sentences of the story's lead article count
SCENE = 0.5  # an opening worth less than that part of one of the next two only sets a scene
STALE = 0.3  # what an article long before the newest loses; half of it in a day
REPEATS = 0.5  # what a sentence loses that says the same as a chosen one
TOO_ALIKE = 0.55  # of the shorter sentence's words: told already
SHORT, LONG = 12, 35  # words; shorter and longer sentences count less


class Words:
    """What sumy asks a tokenizer for."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words of the text as written."""
        return tuple(words(text))


class PlacedSentence(Sentence):
    """A sentence that knows where it stands and what its article counts."""

    __slots__ = ("language", "place", "weight")

    def __init__(self, text: str, place: Span, language: str = "en", weight: float = 1.0) -> None:
        super().__init__(text, Words())
        self.place = place
        self.language = language
        self.weight = weight

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlacedSentence) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)


def summarise(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Span]],
    most: int = 3,
    *,
    lead: str = "",
) -> tuple[Span, ...]:
    """At most `most` sentences that tell the story, as they stand, in reading order.

    `sentences` holds the sentences of each article by its id; those of the article `lead` count
    more. The article of the best sentence is told first, then the others from the oldest on, each
    by place; the order in which the articles are given does not matter.
    """
    ordered = sorted(articles, key=_by_time)
    newest = max((article.moment for article in ordered if article.moment), default=None)
    parts = [
        _part(
            article,
            sentences.get(article.id, ()),
            _weight(article, newest) * (LEADING if article.id == lead else 1.0),
        )
        for article in ordered
    ]
    chosen = NewsSummarizer()(ObjectDocumentModel(parts), most)
    return tuple(sentence.place for sentence in chosen)


def _by_time(article: Article) -> tuple[bool, float, str]:
    moment = article.moment
    return moment is None, moment.timestamp() if moment else 0.0, article.id


def _weight(article: Article, newest: datetime | None) -> float:
    """1 for the newest article, less for one that others have overtaken."""
    if article.moment is None or newest is None:
        return 1.0
    days = (newest - article.moment).total_seconds() / 86_400
    return float(1 - STALE * (1 - 0.5**days))


def _part(article: Article, spans: Sequence[Span], weight: float) -> Paragraph:
    """The article as a paragraph of sumy, its headline as the heading."""
    placed: list[Sentence] = [
        PlacedSentence(article.text[span.start : span.end], span, article.language, weight)
        for span in sorted(set(spans))[:DEPTH]
    ]
    if article.title and not article.title_is_made:
        placed.insert(0, Sentence(article.title, Words(), is_heading=True))
    return Paragraph(placed)


class NewsSummarizer(AbstractSummarizer):
    """Rates by place and directed centrality and passes over repeats; one paragraph an article."""

    def __call__(self, document: Any, sentences_count: int) -> tuple[PlacedSentence, ...]:
        """The best sentences, in the document's order but for the best one's article, first."""
        parts = _candidates(document.paragraphs)
        if not parts or sentences_count < 1:
            return ()
        table = _Table(parts)
        chosen = _choose(table, sentences_count)
        best = table.sentences[chosen[0]].place.article
        chosen.sort(key=lambda number: (table.sentences[number].place.article != best, number))
        return tuple(table.sentences[number] for number in chosen)


def _candidates(articles: Sequence[Paragraph]) -> list[_Part]:
    """The fit sentences of each article; where there are none, the first that is about the news."""
    headlines = [" ".join(map(str, article.headings)) for article in articles]
    fit = [[s for s in article.sentences if is_fit(str(s))] for article in articles]
    if not any(fit):
        fit = [[s for s in part.sentences if may_stand_in(str(s))][:1] for part in articles]
    depth = max(MOST_RATED // max(len(fit), 1), 3)
    return [
        _Part(headline, sentences[:depth])
        for headline, sentences in zip(headlines, fit, strict=True)
        if sentences
    ]


class _Part(NamedTuple):
    """One article: its headline ("" when it has none) and those of its sentences that may be in."""

    headline: str
    sentences: list[PlacedSentence]


class _Table:
    """The candidates as rows of a matrix, with what the choice needs to know of each."""

    def __init__(self, parts: list[_Part]) -> None:
        self.sentences = [sentence for part in parts for sentence in part.sentences]
        self.ranks = [rank for part in parts for rank in range(len(part.sentences))]
        self.bounds = list(pairwise(_running([len(part.sentences) for part in parts])))
        roots = [telling_roots(str(sentence), sentence.language) for sentence in self.sentences]
        headlines = [telling_roots(part.headline, part.sentences[0].language) for part in parts]
        # Headlines are weighed as if they were sentences.
        matrix = _matrix(roots + headlines)
        self.matrix, self.headlines = matrix[: len(roots)], matrix[len(roots) :]
        self.bags = [frozenset(sentence) for sentence in roots]
        self.lengths = [len(str(sentence).split()) for sentence in self.sentences]

    def ratings(self) -> NDArray[np.float64]:
        """How much each sentence tells: its place times its centrality."""
        import numpy as np

        central = np.zeros(len(self.sentences))
        everything = self.matrix.sum(axis=0)
        for first, last in self.bounds:
            part = self.matrix[first:last]
            total = part.sum(axis=0)
            until = np.cumsum(part, axis=0)
            own = (part * part).sum(axis=1)
            before = (part * until).sum(axis=1) - own
            after = part @ total - before - own
            elsewhere = part @ (everything - total)
            central[first:last] = AFTER * after + BEFORE * before + ELSEWHERE * elsewhere
        central = np.maximum(central, 0.0)
        if central.max() > 0:
            central /= central.max()
        for headline, (first, last) in zip(self.headlines, self.bounds, strict=True):
            central[first:last] += HEADLINE * (self.matrix[first:last] @ headline)
        central += GROUND
        lengths = np.array(self.lengths)
        length = np.minimum(1.0, LONG / lengths) * np.minimum(1.0, lengths / SHORT)
        weight = np.array([sentence.weight for sentence in self.sentences])
        rated: NDArray[np.float64] = self._places(central * length) * central * length * weight
        return rated

    def _places(self, worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each sentence counts by its place in its article, 1 for the first."""
        import numpy as np

        ranks = np.array(self.ranks)
        for first, last in self.bounds:
            # Features open with a scene ("The light was still on when …"); it could stand last.
            if worth[first] < SCENE * worth[first + 1 : min(first + 3, last)].max(initial=0.0):
                ranks[first] = DEPTH
        return 1 / (1 + ranks / FADE)


def _running(counts: list[int]) -> list[int]:
    totals = [0]
    for count in counts:
        totals.append(totals[-1] + count)
    return totals


def _matrix(roots: list[list[str]]) -> NDArray[np.float64]:
    """TF-IDF of the sentences' words, each row of length 1 (or 0)."""
    import numpy as np

    frequency = Counter(root for sentence in roots for root in set(sentence))
    column = {root: number for number, root in enumerate(frequency)}
    matrix = np.zeros((len(roots), max(len(column), 1)))
    for row, sentence in enumerate(roots):
        for root, uses in Counter(sentence).items():
            rarity = math.log(1 + len(roots) / frequency[root])
            matrix[row, column[root]] = (1 + math.log(uses)) * rarity
    lengths = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    scaled: NDArray[np.float64] = matrix / np.where(lengths > 0, lengths, 1.0)
    return scaled


def _choose(table: _Table, most: int) -> list[int]:
    """Take the best again and again, less what the chosen ones already say; the best first."""
    import numpy as np

    ratings = table.ratings()
    closest = np.zeros(len(ratings))
    chosen: list[int] = []
    barred = np.array([not is_clear(str(s)) for s in table.sentences])
    out = np.zeros(len(ratings), dtype=bool)
    while len(chosen) < most:
        value = ratings * (1 - REPEATS * closest)
        value[out | barred] = -1.0
        best = int(np.argmax(value))
        if value[best] < 0:
            break
        out[best] = True
        if any(_repeats(table.bags[best], table.bags[other]) for other in chosen):
            continue
        chosen.append(best)
        closest = np.maximum(closest, table.matrix @ table.matrix[best])
        if best + 1 < len(barred) and table.ranks[best + 1] > 0:
            barred[best + 1] = False
    return chosen or [int(np.argmax(ratings))]


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= TOO_ALIKE * shorter
