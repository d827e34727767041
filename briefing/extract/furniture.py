"""Furniture: words of a page that are not the article's own.

Credits under pictures run into the names beside them where a page lost its line breaks; captions
repeat what the text tells; a line that thanks reporters or sells a newsletter names no actor.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import occurrences
from briefing.extract.word_lists import read_list

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefing.extract.page import Page
    from briefing.sentences import Segment

_BOX = re.compile(
    r"contributed (?:to this (?:report|story|article)|reporting\b)"
    r"|\b[Ss]ign up (?:for|to|here)\b.{0,60}\b(?:newsletter|e-?mail|alert|briefing|bulletin)s?\b"
    r"|\b[Cc]lick here (?:for|to)\b|\b[Ss]ubscribe to our\b"
    r"|^(?:Follow|Like) .{0,80}\b(?:on (?:Twitter|Facebook|Instagram)|@\w+)"
    r"|^(?:Email|E-mail|Contact) (?:us|her|him|them|the (?:author|writer|reporter)) at\b"
)
# What ends the name of a body that bears an agency's: "Reuters Institute".
_OF_AGENCIES = frozenset(
    "Institute Foundation News Group Images Agency Television TV Ltd Inc Inc. plc Pictures Sport "
    "Pool Health Poll Graphics Photo Video".split()
)
_SELLS_NEWS = re.compile(r"^Interested in .{0,60}\?$")
_PICTURE_BY = re.compile(
    r"[([](?:[Pp]hotos?|Photographs?|Pictures?|Images?|Illustration|[Cc]redit|PHOTO|CREDIT)"
    r" ?(?::|by|courtesy(?: of)?|[Cc]redit:)(?:\s[A-Z][\w.’'-]*){0,3}[,/]?$"
)
_GALLERY = re.compile(
    r"\b[Pp]lay [Ss]lide ?show\b|(?<=[A-Z]{2} )\d{1,3} of \d{1,3}\b|^\d{1,3}/\d{1,3} \d"
)


@lru_cache(maxsize=1)
def credits_of_pictures() -> frozenset[str]:
    """The words that tell whose picture it is, as written under pictures."""
    return frozenset(read_list("names")["credits"])


@lru_cache(maxsize=1)
def agencies() -> frozenset[str]:
    """Agencies and those who sell pictures, by the short names that stand beside captions."""
    return frozenset(read_list("names")["agencies"])


def is_byline_of_agency(doc: Doc, first: int, last: int) -> bool:
    """Whether an agency stands in front of a caption it has run into: "Reuters Carver waves"."""
    rest = [t.text for t in doc[first + 1 : last]]
    is_run = doc[first].text in agencies() and bool(rest) and not rest[0].islower()
    return is_run and _OF_AGENCIES.isdisjoint(rest)


def is_picture_credit(doc: Doc, first: int, last: int) -> bool:
    """Whether the name tells whose picture it is.

    A stroke joins it to an agency: "Ana Ruiz/Pool via AP", "AFP/Getty"; or it stands behind the
    word for a picture: "(Photo: Ana Ruiz, AP)", "Photo by Ana Ruiz".
    """
    strokes_at, brackets_at = _marks_at(doc)
    front = range(max(0, first - 6), first)
    if not brackets_at.isdisjoint(front) and _PICTURE_BY.search(doc[front.start : first].text):
        return True
    beside = range(max(0, first - 2), last + 2)
    if strokes_at.isdisjoint(beside):
        return False
    strokes = re.finditer(r"(\w+) ?/ ?(\w+)", doc[beside.start : beside.stop].text)
    sellers = agencies() | {"Photo", "Photos"}  # "AP Photo/Ana Ruiz"
    return any(not sellers.isdisjoint(stroke.groups()) for stroke in strokes)


@lru_cache(maxsize=1)
def _marks_at(doc: Doc) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens with a stroke in them, and the opening brackets."""
    words = occurrences(doc)
    strokes = frozenset(i for word, at in words.items() if "/" in word for i in at)
    return strokes, frozenset((*words.get("(", ()), *words.get("[", ())))


def is_tag(doc: Doc, first: int) -> bool:
    """Whether it is no name but a tag or an account: "#ElmaRising", "@elma"."""
    before = doc[first - 1] if first else None
    is_marked = before is not None and before.text in {"#", "@"} and not before.whitespace_
    return is_marked or doc[first].text[0] in "#@"


def is_credit(doc: Doc, i: int) -> bool:
    """Whether the token is a picture's credit or counter, which is part of no name."""
    text = doc[i].text
    if text in credits_of_pictures():
        return True
    following = doc[i + 1].text if i + 1 < len(doc) else ""
    if text.isdigit() or text == "of":
        first = i if text.isdigit() else i - 1
        return _is_counter(doc, first) or _is_counter(doc, i - 2)
    return text == "Play" and following.casefold() in {"slideshow", "slide", "video"}


def _is_counter(doc: Doc, i: int) -> bool:
    """Whether "1 of 31" stands at `i` behind a credit."""
    if i < 1 or i + 2 >= len(doc):
        return False
    one, of, many = doc[i : i + 3]
    return one.text.isdigit() and of.text == "of" and many.text.isdigit() and doc[i - 1].is_upper


def is_caption(page: Page, segment: Segment) -> bool:
    """Whether the line or sentence bears a picture's credit or counter."""
    line = page.text[segment.start : segment.end]
    if _GALLERY.search(line):
        return True
    return any(word.strip("()[]|,.:") in credits_of_pictures() for word in line.split())


def caption_tokens(page: Page) -> frozenset[int]:
    """The tokens of captions."""
    return _tokens(page, [s for s in page.segments if is_caption(page, s)])


def furniture_tokens(page: Page) -> frozenset[int]:
    """The tokens of lines in which the page speaks of itself."""
    found = []
    for segment in page.segments:
        line = page.text[segment.start : segment.end]
        if _BOX.search(line) or _SELLS_NEWS.search(line):
            found.append(segment)
    return _tokens(page, found)


def _tokens(page: Page, found: list[Segment]) -> frozenset[int]:
    words = [page.words(segment.start, segment.end) for segment in found]
    return frozenset(i for span in words if span for i in range(span.start, span.end))
