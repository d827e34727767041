"""Cuts: where the model took two names for one, or a name for more than it is.

Marks, small words, credits and the joint of two bodies end a name; who is named behind them is
another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import PARTICLES, is_title, looks_personal, occurrences
from briefing.extract.furniture import agencies, is_byline_of_agency, is_credit
from briefing.extract.known import given_names, table, titles
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Words that stand in no name of a body but behind "Council", "Committee" and the like.
_CUTTING = frozenset(["the", "on", "to", "by", "from", "as", "after", "before", "with"])
_LINKS = frozenset(["of", "for", "in", "and", "on", "&"])
_OF_POSTS = frozenset(["of", "for", "to", "in"])
_SIDES = frozenset(["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"])
_BREAKS = frozenset({"—", "--", "(", ")", "[", "]", ":"})
# Page furniture that runs into names where captions lost their line breaks.
_CAPTIONS = frozenset(
    ["Image", "Images", "Photo", "Photograph", "Picture", "Video", "File", "Credit", "Contributor"]
)
# "6/8" of the pictures of a gallery, "10/03/2017".
_COUNTER = re.compile(r"\d{1,4}(?:/\d{1,4}){1,2}")


def parts(
    doc: Doc, first: int, last: int, kind: Kind, loud: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """An entity cut into the names in it; `loud` are the tokens of lines in capitals."""
    for start, end in _of_one_loudness(first, last, loud):
        yield from _parts(doc, start, end, kind)


def _of_one_loudness(first: int, last: int, loud: frozenset[int]) -> Iterator[tuple[int, int]]:
    """An entity cut where a run of capitals ends: "THE DAY AT THE MILL Ana Ruiz"."""
    start = first
    for i in range(first + 1, last):
        if (i in loud) is not (i - 1 in loud):
            yield start, i
            start = i
    yield start, last


def _parts(doc: Doc, first: int, last: int, kind: Kind) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one."""
    start = first
    if last - first == 4 and doc[first].text in _SIDES and doc[first + 1].lower_ in {"and", "&"}:
        yield first + 2, last  # "North and South Korea"
        return
    bearer, post = _bearer_end(doc, first, last), _post_end(doc, first, last)
    if bearer or (post and table().kinds.get(doc[post - 1].text) is Kind.PLACE):
        yield first, bearer or post
    start = first = bearer or post or first
    if is_byline_of_agency(doc, first, last):
        start = first = first + 1
    elif kind is Kind.PERSON and last - first == 2 and _is_broadcaster(doc[first].text):
        yield first, first + 1  # "he told CNN Ruiz was wrong"
        start = first = first + 1
    for i in range(first, last):
        if kind is not Kind.PERSON and i == first and _owns_department(doc, i, last):
            yield first, first + 1
            start = first + 1
        if _is_mark_of_cut(doc, first, i) or _is_cut(doc, first, i, last, kind):
            yield start, i
            start = i + 1
    is_caption = last - start == 1 and start > 0 and _is_beside_caption(doc[start - 1].text)
    if start < last and not is_caption:
        yield start, last


def _is_mark_of_cut(doc: Doc, first: int, i: int) -> bool:
    """Whether the token ends a name of any kind: a bracket, a line, a credit, a dash, a count."""
    text = doc[i].text
    if text in _BREAKS or "\n" in text or text in _CAPTIONS:
        return True
    if _COUNTER.fullmatch(text):
        return True
    # "American - Islamic Relations" is one name, however it is typed.
    is_apart = i > first and bool(doc[i].whitespace_) and doc[i - 1].text not in table().people
    is_dash = text == "-" and is_apart and (doc[i - 1].is_upper or bool(doc[i - 1].whitespace_))
    return is_dash or is_credit(doc, i) or _is_flight(doc, i)


def _is_cut(doc: Doc, first: int, i: int, last: int, kind: Kind) -> bool:
    """Whether another name begins behind the token."""
    text = doc[i].text
    if kind is Kind.PERSON:
        is_joint = text == "-" and _joins_two(doc, first, i, last)
        return text in {",", "and", "&", "/", "–"} or is_joint
    is_inside = first < i < last - 1
    if is_inside and (_ends_body(doc, first, i, last) or _is_list(doc, first, i, last)):
        return True
    if text == "and" and _joins_bodies(doc, first, i, last):
        return True
    if text in _CUTTING and is_inside and doc[i - 1].lower_ not in _LINKS:
        return doc[i - 1].text not in table().body_heads
    if doc[i].tag_ == "POS" and is_inside:
        heads = table().body_heads | table().place_heads | table().sites | {"Congress"}
        return not any(t.text in heads for t in doc[i + 1 : last])
    return False


def _is_beside_caption(text: str) -> bool:
    """Whether a caption begins behind the word, large and no name: "Reuters Troops wait"."""
    return text in _CAPTIONS or text in agencies()


def _owns_department(doc: Doc, i: int, last: int) -> bool:
    return doc[i].text in {"US", "U.S.", "UK", "U.K."} and doc[last - 1].text == "Department"


def _is_broadcaster(text: str) -> bool:
    """Whether the letters are those of a known body: "CNN"."""
    return text.isupper() and table().kinds.get(text) is Kind.ORGANISATION


def _ends_body(doc: Doc, first: int, i: int, last: int) -> bool:
    """Whether a title or body begins behind the comma, or the land that owns it ends here.

    "Weston Bank, Elma University", "Norway's Ministry of Safety".
    """
    if doc[i].tag_ == "POS":
        return table().kinds.get(doc[first:i].text) is Kind.PLACE
    if doc[i].text != ",":
        return False
    heads = table().body_heads
    is_titled = doc[i + 1].text.istitle() and titles().is_title(doc[i + 1].text)
    return is_titled or (doc[i - 1].text in heads and doc[last - 1].text in heads)


def _is_list(doc: Doc, first: int, i: int, last: int) -> bool:
    """Whether the comma stands between two names of one word each: "Bradley, Hernandez"."""
    is_pair = doc[i].text == "," and last == i + 2 and i == first + 1
    return is_pair and doc[first].text.istitle() and doc[i + 1].text.istitle()


def _is_flight(doc: Doc, i: int) -> bool:
    """Whether it is the "Flight" of an airline with its number behind."""
    return doc[i].text == "Flight" and i + 1 < len(doc) and doc[i + 1].text[0].isdigit()


def _bearer_end(doc: Doc, first: int, last: int) -> int:
    """The end of a person's name in front of a known body: "Ana Ruiz Supreme Court"; else 0."""
    at = first + 2
    is_run = last - at > 1 and doc[first].text in given_names()
    rest = doc[at:last].text
    is_body = is_run and table().kinds.get(rest) is Kind.ORGANISATION
    return at if is_body and looks_personal((doc[first].text, doc[first + 1].text)) else 0


def _post_end(doc: Doc, first: int, last: int) -> int:
    """The end of what an office is of, before who holds it: "envoy for Oslo Ana Ruiz"; else 0."""
    at = first + 1 + (doc[first].lower_ in {"the", "a"})
    return at if at < last and holds_post(doc, at, last) else 0


def holds_post(doc: Doc, first: int, last: int) -> bool:
    """Whether a person's name follows its office: "mayor of Oslo X", "chair of the Board X"."""
    has_article = first > 1 and doc[first - 2].lower_ in {"the", "a"}
    at = first - 1 - has_article
    if at < 2 or doc[at - 1].lower_ not in _OF_POSTS or not titles().is_head(doc[at - 2].lower_):
        return False
    seat = doc[first - 1].text
    # "The head of the Boston Training Programme" has no Mr Programme.
    is_seat = seat in table().ranked if has_article else table().kinds.get(seat) is Kind.PLACE
    words = tuple(t.text for t in doc[first:last] if t.text not in PARTICLES)
    return is_seat and len(words) > 1 and words[0].istitle() and looks_personal(words)


def _joins_bodies(doc: Doc, first: int, i: int, last: int) -> bool:
    """Whether "and" stands between two bodies: "University of Elma and Oslo State University"."""
    if first == i or last - i < 3:
        return False
    left = doc[first + 1].text if doc[first].lower_ == "the" else doc[first].text
    if i - first > 1 and doc[i - 1].text in table().ranked and doc[last - 1].text in table().ranked:
        return True  # "Port Authority and Water Commissioner's Office"
    return (left in table().seated or doc[i - 1].text in table().seated) and doc[
        last - 1
    ].text in table().seated


def _joins_two(doc: Doc, first: int, i: int, last: int) -> bool:
    """Whether the hyphen at `i` stands between two people: "Ruiz-Berg call", not "Jean-Claude"."""
    is_pair = i == first + 1 and last == i + 2 and doc[i + 1].text[0].isupper()
    return is_pair and doc[first].text not in given_names() and not _is_double(doc, first)


def _is_double(doc: Doc, first: int) -> bool:
    """Whether a given name stands before the pair somewhere: "Ana Ruiz-Berg" is one person."""
    pair = [t.text for t in doc[first : first + 3]]
    return any(
        at > 0
        and [t.text for t in doc[at : at + 3]] == pair
        and doc[at - 1].tag_ == "NNP"
        and not doc[at].is_sent_start
        and not is_title(doc[at - 1])
        for at in occurrences(doc)[pair[0]]
    )
