"""Quotes: who said what, in their own words.

The words are copied from the article, never rebuilt, so every quote points at its place.
Who is an actor is decided in `actors`; this module only chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract import attribution, borrowed
from briefing.extract.known import speech
from briefing.extract.marks import Stretch, find_stretches
from briefing.extract.speakers import Attribution, Speakers
from briefing.model import Actor, Quote
from briefing.sentences import Part, paragraphs

if TYPE_CHECKING:
    from briefing.extract.page import Page

_SHORT = 3  # words; so few in marks are speech only where a cue says so
_SIGNATURE = re.compile(
    r"[^\S\n]{0,3}(―|—|–|--?)[^\S\n]{0,3}(?=[^\W\d_a-z])"
)  # “We go.” — Ana Ruiz


@dataclass(frozen=True, slots=True)
class _Placed:
    """A stretch with its tokens and what its own surroundings say of it."""

    stretch: Stretch
    first: int
    last: int
    found: Attribution | None


def find_quotes(page: Page, actors: Sequence[Actor]) -> tuple[Quote, ...]:
    """Every stretch of speech in marks, in order, each with its speaker if one is known."""
    stretches = [s for s in find_stretches(page.text) if page.words(s.start, s.end)]
    if not stretches:
        return ()
    ensemble = Speakers(page, actors, _quoted(page, stretches))
    placed = [p for p in _all_placed(page, stretches, ensemble) if _is_speech(page, p)]
    return tuple(_quote(page, p) for p in _carried(page, placed, ensemble))


def _all_placed(page: Page, stretches: list[Stretch], ensemble: Speakers) -> list[_Placed]:
    """The stretches in order; each speaker found is remembered for the pronouns to come."""
    found = []
    for stretch in stretches:
        placed = _placed(page, stretch, ensemble)
        if placed.found and placed.found.speaker.actor is not None:
            ensemble.has_spoken(placed.last - 1, placed.found.speaker.actor)
        found.append(placed)
    return found


def _quoted(page: Page, stretches: list[Stretch]) -> frozenset[int]:
    found: set[int] = set()
    for stretch in stretches:
        words = page.words(stretch.start, stretch.end)
        is_said = page.text[stretch.end - 1] in ",.!?"
        is_long = len(page.text[stretch.start : stretch.end].split()) > _SHORT
        if words is not None and (is_said or is_long):
            found.update(range(words.start, words.end))
    return frozenset(found)


def _placed(page: Page, stretch: Stretch, ensemble: Speakers) -> _Placed:
    words = page.words(stretch.start, stretch.end)
    assert words is not None
    return _Placed(
        stretch,
        words.start,
        words.end,
        _own_attribution(page, stretch, words.start, words.end, ensemble),
    )


def _own_attribution(
    page: Page, stretch: Stretch, first: int, last: int, ensemble: Speakers
) -> Attribution | None:
    """What stands right behind, in front of or around the stretch, the surest first."""
    doc = page.doc
    after = _token_after(page, stretch.closes)
    end = page.text[stretch.end - 1]
    goes_on = end in ",?!—-–…" or page.text[stretch.closes : stretch.closes + 1] == ","
    start = _frame_start(page, stretch, first)
    dash = _SIGNATURE.match(page.text, stretch.closes)
    signed = dash and borrowed.signed(doc, _token_after(page, dash.end()), dash.group(1), ensemble)
    if signed:
        return signed
    labelled = borrowed.labelled_inside(doc, first, ensemble)
    if labelled:
        return labelled
    opening = attribution.before(doc, _token_after(page, stretch.opens), last, start, ensemble)
    is_introduced = page.text[max(0, stretch.opens - 4) : stretch.opens].rstrip()[-1:] in {":", ","}
    closing = (
        attribution.behind(doc, after, ensemble)
        if after < len(doc) and not stretch.is_open
        else None
    )
    same_line = "\n" not in page.text[stretch.end : doc[after].idx] if after < len(doc) else False
    if closing and same_line and goes_on:
        return closing
    if opening and (opening.is_close or is_introduced):
        return opening
    if closing and same_line and not doc[after].is_sent_start:
        return closing
    inside = attribution.around(doc, first, last, ensemble)
    return inside or opening


def _token_after(page: Page, offset: int) -> int:
    """The first token that begins at or behind the offset."""
    doc = page.doc
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < offset:
            low = middle + 1
        else:
            high = middle
    while low < len(doc) and doc[low].is_space:
        low += 1
    return low


def _frame_start(page: Page, stretch: Stretch, first: int) -> int:
    """The first token of the sentence that leads to the stretch."""
    segment = page.segment_at(stretch.opens)
    start = segment.start if segment else stretch.opens
    return min(_token_after(page, start), first)


def _is_speech(page: Page, placed: _Placed) -> bool:
    """Whether words in marks are said at all: no title, nickname or scare quote."""
    stretch = placed.stretch
    words = page.text[stretch.start : stretch.end].split()
    close = placed.found is not None and placed.found.is_close
    if _is_work(page, placed, words):
        return False
    segment = page.segment_at(stretch.opens)
    in_heading = segment is not None and segment.part is Part.HEADING
    if len(words) > _SHORT and (not _is_title(words) or (in_heading and placed.found)):
        return True
    if stretch.is_open:
        return True
    ends = page.text[stretch.end - 1] in ",.!?"
    is_led = page.doc[max(0, placed.first - 2)].lower_ in {"as", ":", ",", "that", "said", "says"}
    if _is_title(words):
        return close and page.text[stretch.end - 1] in ",!?"
    return close and (ends or is_led)


def _is_work(page: Page, placed: _Placed, words: Sequence[str]) -> bool:
    """Whether the words are the title of what stands in front of them: 'the film “The Way”'."""
    at = _token_after(page, placed.stretch.opens) - 1
    if at > 0 and page.doc[at].text == ",":
        at -= 1
    if at < 0:
        return False
    before = page.doc[at]
    if _is_title(words):
        return before.pos_ == "ADP" or before.lower_ in speech().works
    is_said = placed.found is not None and placed.found.cue in speech().saying
    return before.lower_ in speech().works and not is_said


def _is_title(words: Sequence[str]) -> bool:
    """Whether the words are capitalised like the name of a book or film."""
    large = [w for w in words if len(w) > 3 or w[0].isupper()]
    if len(words) < 2 or not words[0][0].isupper():
        return False
    return all(w[0].isupper() for w in large if w[0].isalpha()) and len(large) > 1


def _carried(page: Page, placed: list[_Placed], ensemble: Speakers) -> list[_Placed]:
    """The stretches, those without an attribution of their own taking a neighbour's."""
    done: list[_Placed] = []
    for number, own in enumerate(placed):
        if own.found is not None:
            done.append(own)
            continue
        found = _from_neighbours(page, placed, number, done[-1] if done else None, ensemble)
        done.append(replace(own, found=found))
    return done


def _from_neighbours(
    page: Page, placed: list[_Placed], number: int, last: _Placed | None, ensemble: Speakers
) -> Attribution | None:
    own = placed[number]
    paragraph = own.stretch.paragraph
    if last is not None and last.stretch.paragraph == paragraph and last.found:
        return _told_between(page, last, own, ensemble) or last.found
    for other in placed[number + 1 :]:
        if other.stretch.paragraph != paragraph:
            break
        if other.found:
            return other.found
    if last is not None and last.stretch.is_open and last.stretch.paragraph == paragraph - 1:
        return last.found
    led = _introduced(page, paragraph, ensemble)
    if led is not None:
        return led
    if last is not None and last.found and paragraph - last.stretch.paragraph == 1:
        return last.found
    told = _subject_before(page, own, ensemble)
    if told is not None:
        return told
    return last.found if last is not None and paragraph - last.stretch.paragraph == 2 else None


def _subject_before(page: Page, own: _Placed, ensemble: Speakers) -> Attribution | None:
    """The person whom the sentence before is about."""
    if own.first == 0:
        return None
    segment = page.segment_at(own.stretch.opens)
    start = _token_after(page, segment.start if segment else own.stretch.opens)
    if start == 0:
        return None
    root = page.doc[start - 1].sent.root
    if attribution.is_cue(root):
        speaker = attribution.spoken_by(root, ensemble)
        if speaker is not None and speaker.actor is not None:
            return Attribution(speaker, root.text, is_close=False)
    for child in root.children:
        if child.dep_ == "nsubj" and child.i not in ensemble.quoted:
            speaker = ensemble.speaker(child)
            if speaker is not None and speaker.actor is not None:
                return Attribution(speaker, None, is_close=False)
    return None


def _told_between(
    page: Page, last: _Placed, own: _Placed, ensemble: Speakers
) -> Attribution | None:
    """The person who speaks in a whole sentence between two quotes of a paragraph."""
    told = _subject_before(page, own, ensemble)
    if told is None or told.speaker.actor is None:
        return None
    segment = page.segment_at(told.speaker.start)
    if segment is None or segment.start < last.stretch.closes or not told.cue:
        return None
    return told if ensemble.is_person(_token_after(page, told.speaker.start)) else None


def _introduced(page: Page, paragraph: int, ensemble: Speakers) -> Attribution | None:
    """The speaker of a paragraph before that ends with a colon."""
    blocks = paragraphs(page.text)
    if paragraph == 0:
        return None
    start, end = blocks[paragraph - 1]
    if not page.text[start:end].endswith(":"):
        return None
    segment = page.segment_at(end - 1)
    first = _token_after(page, segment.start if segment else start)
    last = _token_after(page, end)
    return attribution.before(page.doc, last, last, first, ensemble)


def _quote(page: Page, placed: _Placed) -> Quote:
    stretch, found = placed.stretch, placed.found
    start, end = stretch.start, stretch.end
    while start < end and page.text[start].isspace():
        start += 1
    while end > start and page.text[end - 1].isspace():
        end -= 1
    speaker = found.speaker if found else None
    return Quote(
        words=page.text[start:end],
        at=page.span(start, end),
        sentence=page.sentence_of(stretch.opens, stretch.closes),
        speaker=(speaker.name or None) if speaker else None,
        speaker_at=page.span(speaker.start, speaker.end) if speaker else None,
        cue=found.cue if found else None,
    )
