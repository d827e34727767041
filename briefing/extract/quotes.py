"""Quotes: who said what, in their own words.

The words are copied from the article, never rebuilt, so every quote points at its place.
Who is an actor is decided in `actors`; this module only chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.parse import FINITE
from briefing.extract.quote import attribution, borrowed
from briefing.extract.quote.carried import carried
from briefing.extract.quote.labels import Placed, named_behind
from briefing.extract.quote.marks import Stretch, find_stretches
from briefing.extract.quote.scare_quotes import SHORT, is_speech
from briefing.extract.quote.speaker import Attribution
from briefing.extract.quote.speakers import Speakers
from briefing.model import Actor, Quote

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

    from briefing.extract.page import Page

_SPOKEN = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})
_SIGNATURE = re.compile(
    r"(?:[^\S\n]{0,3}(?:https?://|pic\.twitter\.com/|t\.co/)\S{1,200})*"  # the links of a tweet
    r"[^\S\n]{0,3}(―|—|–|--?)[^\S\n]{0,3}(?=[^\W\d_a-z])"
)  # “We go.” — Ana Ruiz


def find_quotes(page: Page, actors: Sequence[Actor]) -> tuple[Quote, ...]:
    """Every stretch of speech in marks, in order, each with its speaker if one is known."""
    stretches = [s for s in find_stretches(page.text) if page.words(s.start, s.end)]
    if not stretches:
        return ()
    ensemble = Speakers(page, actors, _quoted(page, stretches))
    placed = [p for p in _all_placed(page, stretches, ensemble) if is_speech(page, p)]
    return tuple(_quote(page, p) for p in carried(page, placed, ensemble))


def _all_placed(page: Page, stretches: list[Stretch], ensemble: Speakers) -> list[Placed]:
    """The stretches in order; each speaker found is remembered for the pronouns to come."""
    found = []
    for stretch in stretches:
        placed = _placed(page, stretch, ensemble)
        if placed.found and placed.found.speaker.name:
            ensemble.hears(placed.found.speaker, placed.last)
        found.append(placed)
    return found


def _quoted(page: Page, stretches: list[Stretch]) -> frozenset[int]:
    """The tokens that are somebody's speech."""
    found: set[int] = set()
    for stretch in stretches:
        words = page.words(stretch.start, stretch.end)
        is_said = page.text[stretch.end - 1] in ",.!?"
        is_long = len(page.text[stretch.start : stretch.end].split()) > SHORT
        if words is not None and (is_said or is_long) and not _is_narrated(words, stretch):
            found.update(range(words.start, words.end))
    return frozenset(found)


def _is_narrated(words: Words, stretch: Stretch) -> bool:
    """Whether a paragraph left open is another paper's report, and nobody's speech.

    It tells of the past and nobody in it is "I" or "you"; its people may speak further on.
    """
    if not stretch.is_open or any(t.lower_ in _SPOKEN for t in words):
        return False
    tenses = [t.tag_ for t in words if t.tag_ in FINITE]
    return len(tenses) > 0 and tenses.count("VBD") > 0.7 * len(tenses)


def _placed(page: Page, stretch: Stretch, ensemble: Speakers) -> Placed:
    words = page.words(stretch.start, stretch.end)
    assert words is not None
    return Placed(
        stretch,
        words.start,
        words.end,
        _own_attribution(page, stretch, words.start, words.end, ensemble),
    )


def _own_attribution(
    page: Page, stretch: Stretch, first: int, last: int, ensemble: Speakers
) -> Attribution | None:
    """What stands right behind, in front of or around the stretch, the surest first."""
    labelled = _signed(page, stretch, ensemble) or borrowed.labelled_inside(
        page.doc, first, ensemble
    )
    if labelled:
        return labelled
    claimed = borrowed.claimed(page.doc, first, last, ensemble)
    if claimed:
        return claimed
    start = _frame_start(page, stretch, first)
    opens = page.token_after(stretch.opens)
    opening = attribution.before(page.doc, opens, last, start, ensemble)
    closing = _closing(page, stretch, ensemble)
    if closing and closing.cue and closing.cue.casefold().startswith("according"):
        # Who carries a report is not who made it.
        closing = attribution.governing(page.doc, first, last, ensemble) or closing
    is_touching = attribution.is_touching(page.doc, opens, start)
    if closing and _goes_on(page, stretch) and not (opening and is_touching):
        return closing
    is_introduced = page.text[max(0, stretch.opens - 4) : stretch.opens].rstrip()[-1:] in {":", ","}
    if opening and (opening.is_close or is_introduced):
        return opening
    begins = page.doc[page.token_after(stretch.closes)].is_sent_start if closing else False
    if closing and not begins:
        return closing
    told = _told_behind(page, stretch, ensemble) if not _goes_on(page, stretch) else None
    around = attribution.around(page.doc, first, last, ensemble)
    if told or (around and around.is_close):
        return told or around
    return _according_behind(page, stretch, ensemble) or around or opening


def _signed(page: Page, stretch: Stretch, ensemble: Speakers) -> Attribution | None:
    """The name behind a dash that signs the stretch."""
    dash = _SIGNATURE.match(page.text, stretch.closes)
    if not dash:
        return named_behind(page, stretch, ensemble)
    return borrowed.signed(page.doc, page.token_after(dash.end()), dash.group(1), ensemble)


def _closing(page: Page, stretch: Stretch, ensemble: Speakers) -> Attribution | None:
    """The attribution behind the stretch on the same line."""
    after = page.token_after(stretch.closes)
    if stretch.is_open or not _is_same_line(page, stretch, after):
        return None
    return attribution.behind(page.doc, after, ensemble)


def _according_behind(page: Page, stretch: Stretch, ensemble: Speakers) -> Attribution | None:
    """Who stands behind an "according to" that ends the sentence of the stretch."""
    after = page.token_after(stretch.closes)
    if stretch.is_open or not _is_same_line(page, stretch, after):
        return None
    if page.doc[after].is_sent_start and page.text[stretch.end - 1] in ".!?":
        return None
    return borrowed.according_behind(page.doc, after, ensemble)


def _told_behind(page: Page, stretch: Stretch, ensemble: Speakers) -> Attribution | None:
    """The sentence behind that says whose words these were: "Those were Ruiz's words"."""
    after = page.token_after(stretch.closes)
    if stretch.is_open or not _is_same_line(page, stretch, after):
        return None
    last = next(
        (i for i in range(after + 1, len(page.doc)) if page.doc[i].is_sent_start), len(page.doc)
    )
    return borrowed.told_by_that(page.doc, after, last, ensemble)


def _is_same_line(page: Page, stretch: Stretch, token: int) -> bool:
    doc = page.doc
    return token < len(doc) and "\n" not in page.text[stretch.end : doc[token].idx]


def _goes_on(page: Page, stretch: Stretch) -> bool:
    """Whether the sentence goes on behind the stretch."""
    is_cut = page.text[stretch.closes : stretch.closes + 1] == ","
    return page.text[stretch.end - 1] in ",?!—-–…" or is_cut


def _frame_start(page: Page, stretch: Stretch, first: int) -> int:
    """The first token of the sentence that leads to the stretch."""
    segment = page.segment_at(stretch.opens)
    start = segment.start if segment else stretch.opens
    return min(page.token_after(start), first)


def _quote(page: Page, placed: Placed) -> Quote:
    stretch, found = placed.stretch, placed.found
    speaker = found.speaker if found else None
    return Quote(
        words=page.text[stretch.start : stretch.end],
        at=page.span(stretch.start, stretch.end),
        sentence=page.sentence_of(stretch.opens, stretch.closes),
        speaker=(speaker.name or None) if speaker else None,
        speaker_at=page.span(speaker.start, speaker.end) if speaker else None,
        cue=found.cue if found else None,
    )
