"""Labels: the names that newspapers print above, below or behind speeches that stand alone.

"Ana Ruiz (Elma)" above each answer, "Elma captain Ana Ruiz on her last goal" below each, a name
that ends the paragraph of a speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.quote.attribution import leading_name
from briefing.extract.quote.borrowed import titled
from briefing.extract.quote.marks import Stretch
from briefing.extract.quote.speaker import Attribution, Speaker
from briefing.extract.quote.speakers import Speakers
from briefing.sentences import paragraphs

if TYPE_CHECKING:
    from briefing.extract.page import Page

# A name with what it is of: "Ana Ruiz (Elma)", "Ana Ruiz, Elma coach".
_LABEL = re.compile(r"((?:[^\W\d_a-z][\w.'’-]* ?){2,4})(?<! )(?: ?\([^()]+\)|, [^,.!?\n]{1,40})?:?")
_SIGNED = 80  # letters of a name behind a speech
_STOPS = frozenset(".!?:…\"”’'»")


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch with its tokens and what its own surroundings say of it."""

    stretch: Stretch
    first: int
    last: int
    found: Attribution | None


def headed(page: Page, placed: list[Placed], ensemble: Speakers) -> dict[int, Attribution]:
    """Who speaks where every speech has a line with its speaker above or below: "Ana Ruiz (Elma)".

    A single such line is rather the caption of a picture, and so is one below a speech in an
    article that tells of others in its sentences who speaks.
    """
    blocks = blocks_of(page.text)
    is_list = not any(own.found for own in placed)
    above: dict[int, Attribution] = {}
    below: dict[int, Attribution] = {}
    for number, own in enumerate(placed):
        paragraph = own.stretch.paragraph
        if own.found is not None or (own.stretch.opens, own.stretch.closes) != blocks[paragraph]:
            continue
        label = _LABEL.fullmatch(page.text, *blocks[paragraph - 1]) if paragraph else None
        if label is not None:
            above[number] = _by_label(page, *label.span(1), ensemble)
        told = _told_below(page, paragraph + 1, ensemble) if is_list else None
        if told is not None:
            below[number] = told
    found = max(above, below, key=len)
    return found if len(found) > 1 else {}


def _told_below(page: Page, paragraph: int, ensemble: Speakers) -> Attribution | None:
    """Whom a line that is no sentence tells of: "Elma captain Ana Ruiz on her last goal"."""
    blocks = blocks_of(page.text)
    if paragraph >= len(blocks) or page.text[blocks[paragraph][1] - 1] in _STOPS:
        return None
    label = _LABEL.fullmatch(page.text, *blocks[paragraph])
    if label is not None:
        return _by_label(page, *label.span(1), ensemble)
    first, last = (page.token_after(at) for at in blocks[paragraph])
    named = leading_name(page.doc, first, last, ensemble)
    speaker = ensemble.speaker(named) if named is not None else titled(page.doc, first, ensemble)
    return Attribution(speaker, None, is_close=True) if speaker is not None else None


def named_behind(page: Page, stretch: Stretch, ensemble: Speakers) -> Attribution | None:
    """The name that ends the paragraph behind a speech: "“It is over.” Ana Ruiz (Elma News)"."""
    start, end = blocks_of(page.text)[stretch.paragraph]
    rest = page.text[stretch.closes : end]
    is_speech = stretch.opens == start and page.text[stretch.end - 1] in ".!?"
    if not is_speech or not rest[:1].isspace() or len(rest) > _SIGNED:
        return None
    label = _LABEL.fullmatch(page.text, stretch.closes + len(rest) - len(rest.lstrip()), end)
    return _by_label(page, *label.span(1), ensemble) if label is not None else None


def _by_label(page: Page, start: int, end: int, ensemble: Speakers) -> Attribution:
    """The person named there, else the words themselves."""
    named = ensemble.named_at(page.token_after(start))
    if named is not None and ensemble.is_person(named.first):
        name = ensemble.actors[named.actor].name
        return Attribution(Speaker(name, start, end, named.actor), None, is_close=True)
    return Attribution(Speaker(page.text[start:end], start, end), None, is_close=True)


@lru_cache(maxsize=1)
def blocks_of(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, found once."""
    return paragraphs(text)
