"""Page: an article with its parsed document and its sentences, read once and shared by the finders.

Offsets are those of the article's own text: the model sees a text of the same length, in which
only single characters stand for others. Sentence breaks are ours (`sentences`), not the parser's.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.errors import SettingsError
from briefing.model import Article, Span
from briefing.sentences import Part, Segment, segments

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

# The lemmatizer costs a quarter of the pipeline and no rule of ours asks for it.
_UNUSED = ("lemmatizer", "senter")
# The model was trained on straight apostrophes and marks; one character for one keeps the offsets.
_PLAINER = str.maketrans({"’": "'", "‘": "'", "\N{NO-BREAK SPACE}": " "})
_NO_START = 2**64 - 1  # -1 as spaCy wants it: "here begins no sentence", where 0 leaves it open


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what the model sees in it."""

    article: Article
    doc: Doc  # its text has the length of `article.text`; offsets are the same
    segments: tuple[Segment, ...]  # sentences, headings, bylines and items, in order
    sentences: tuple[Span, ...]  # headings are none

    @property
    def text(self) -> str:
        """The article's text as it was written."""
        return self.article.text

    def span(self, start: int, end: int) -> Span:
        """A stretch of this article."""
        return Span(self.article.id, start, end)

    def words(self, start: int, end: int) -> Words | None:
        """The whole tokens that the stretch touches; None when there are none."""
        return self.doc.char_span(start, end, alignment_mode="expand") if end > start else None

    def token_after(self, offset: int) -> int:
        """The first token that begins at or behind the offset."""
        doc = self.doc
        found = bisect_left(doc, offset, key=lambda token: token.idx)
        while found < len(doc) and doc[found].is_space:
            found += 1
        return found

    def segment_at(self, offset: int) -> Segment | None:
        """The sentence, heading or byline that holds the offset."""
        low, high = 0, len(self.segments)
        while low < high:
            middle = (low + high) // 2
            if self.segments[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.segments) and self.segments[low].start <= offset:
            return self.segments[low]
        return None

    def sentence_of(self, start: int, end: int) -> Span:
        """The sentence that holds the stretch, or all of them when it spans several."""
        first, last = self.segment_at(start), self.segment_at(max(start, end - 1))
        return self.span(first.start if first else start, last.end if last else end)

    def is_heading(self, token: Token) -> bool:
        """Whether the token stands in a headline or section heading."""
        segment = self.segment_at(token.idx)
        return segment is not None and segment.part is Part.HEADING


@lru_cache(maxsize=4)
def pipeline_of(name: str) -> Language:
    """The installed spaCy pipeline of that name without the pipes we do not use; loaded once."""
    import spacy

    try:
        return spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise SettingsError(
            f"The language pipeline {name!r} is not installed. Install it: "
            f"pip install {name.replace('_', '-')}, or name another in the settings."
        ) from error


def page_of(article: Article, pipeline: str) -> Page:
    """The article parsed: one document whose sentences begin where ours do."""
    model = pipeline_of(pipeline)
    found = segments(article.text)
    doc = model.make_doc(article.text.translate(_PLAINER))
    _preset_starts(doc, found)
    for _name, pipe in model.pipeline:
        doc = pipe(doc)
    sentences = tuple(Span(article.id, s.start, s.end) for s in found if s.part is Part.SENTENCE)
    return Page(article, doc, found, sentences)


def _preset_starts(doc: Doc, found: tuple[Segment, ...]) -> None:
    """Let a sentence begin at the first token, and at those in which a segment does."""
    import numpy as np

    if not len(doc):
        return
    places = doc.to_array(["IDX", "LENGTH"]).astype("int64")
    first = np.searchsorted(places.sum(axis=1), [s.start for s in found], side="right")
    starts = np.full(len(doc), _NO_START, dtype="uint64")
    starts[[0, *first[first < len(doc)]]] = 1
    doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # numpy is what it takes
