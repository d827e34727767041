"""Mentions: the stretches of a page that name a person, a body or a place, and which of the three.

The model's entities are where it begins. The word tables, titles in front of names and the
document as a whole then correct it: a name is one thing throughout an article, and what is known
from one sentence is found again in the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from briefing.extract.actor.entities import from_model
from briefing.extract.actor.evidence import (
    from_brackets,
    from_datelines,
    from_given_names,
    from_heads,
    from_initials,
    from_titles,
)
from briefing.extract.actor.kinds import settled
from briefing.extract.actor.long_names import (
    from_fellowships,
    from_halves,
    from_joints,
    from_letters,
    from_lone_heads,
    from_nicknames,
    from_saints,
    without_laws,
)
from briefing.extract.actor.mention import (
    PARTICLES,
    SUFFIXES,
    Mention,
    capitals,
    is_title,
    mention_of,
    merged,
    occurrences,
)
from briefing.extract.actor.particles import is_noble_surname, with_particles
from briefing.extract.actor.portfolios import from_portfolios, without_topics
from briefing.extract.actor.runs import from_pairs, from_runs, from_subjects
from briefing.extract.actor.tabled import from_table
from briefing.extract.actor.weeding import weeded, without_peoples
from briefing.extract.furniture import furniture_tokens
from briefing.extract.known import given_names, leading_surnames, never_names, table
from briefing.extract.parse import NAMING, PROPER
from briefing.model import Kind
from briefing.sentences import Part

# "Ana", "DeRay", "J.D.", "JB".
_GIVEN = re.compile(r"[^\W\d_a-z][\w'’]*[a-z]+|(?:[^\W\d_a-z]\.){1,3}|[A-Z]{1,2}")
_INITIAL = re.compile(r"[^\W\d_a-z]\.?")


if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefing.extract.page import Page


def find_mentions(page: Page) -> list[Mention]:
    """Every name on the page in order, without titles, articles and possessives; none overlap."""
    doc = page.doc
    loud = _loud_tokens(page)
    skipped = _byline_tokens(page) | furniture_tokens(page)
    found = [m for m in from_model(doc, loud) if m.first not in skipped]
    found = merged(found, from_table(doc, loud, found))
    found = merged(found, from_initials(doc, found, loud))
    found = merged(found, from_titles(doc, found, loud))
    found = merged(found, from_given_names(doc, found, loud))
    found = merged(found, from_heads(doc, found, loud))
    found = merged(found, from_pairs(doc, found, loud))
    found = merged(found, from_runs(doc, found, loud))
    found = merged(found, from_subjects(doc, found, loud))
    found = merged(found, from_nicknames(doc, found))
    found = merged(found, [*from_letters(doc, found), *from_saints(doc), *from_joints(doc)])
    found = merged(found, [*from_fellowships(doc), *from_halves(doc, found)])
    found = merged(found, from_lone_heads(doc, found))
    found = merged(found, from_portfolios(doc, found))
    found = merged(found, from_brackets(doc, found))
    found = [m for m in found if m.first not in skipped]
    found = _with_second_names(doc, without_peoples(found))
    found = _with_given_names(doc, with_particles(doc, found))
    found = weeded(doc, without_topics(without_laws(doc, found)))
    inside = {i for m in found if len(m.words) > 1 for i in range(m.first, m.last)}
    found = settled(doc, found)
    # No name is sought inside a work's or a ship's: "Ana" in the film "Only Ana".
    skipped |= inside - {i for m in found for i in range(m.first, m.last)}
    found = _completed(doc, found)
    found = _believed(page, found)
    found = merged(found, _again(doc, found, loud, skipped))
    found = merged(found, from_datelines(page))
    return sorted(found, key=lambda m: m.first)


# ---- where names may stand


def _loud_tokens(page: Page) -> frozenset[int]:
    """The tokens of lines in capitals."""
    found: set[int] = set()
    for segment in page.segments:
        words = page.words(segment.start, segment.end)
        letters = [c for c in page.text[segment.start : segment.end] if c.isalpha()]
        if words and len(letters) > 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            found.update(range(words.start, words.end))
    return frozenset(found) | _shouted_tokens(page.doc)


def _shouted_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of runs in capitals within other lines: menus, kickers, links to other pages."""
    length = {
        i: len(word)
        for word, at in occurrences(doc).items()
        if word.isupper() and word.isalpha()
        for i in at
    }
    found: set[int] = set()
    for i in length:
        if i - 1 not in length:
            end = next(j for j in count(i) if j not in length)
            long = sum(1 for j in range(i, end) if length[j] > 3)
            if end - i > 2 and long > 1:
                found.update(range(i, end))
    return frozenset(found)


def _byline_tokens(page: Page) -> frozenset[int]:
    found: set[int] = set()
    for segment in page.segments:
        if segment.part is Part.BYLINE:
            words = page.words(segment.start, segment.end)
            found.update(range(words.start, words.end) if words else ())
    return frozenset(found)


def _with_second_names(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Single names with the one capital behind them that the model left out: "Ana Ruiz"."""
    covered = {i for m in found for i in range(m.first, m.last)}
    return [
        mention_of(doc, m.first, m.last + 1, m.kind, m.weight)
        if len(m.words) == 1
        and m.kind is not Kind.PLACE
        and (m.kind is Kind.PERSON or doc[m.last : m.last + 1].text.casefold() not in never_names())
        and not m.is_loud
        and m.text not in table().kinds
        and m.text.istitle()
        and _is_second_name(doc, m.last, covered)
        else m
        for m in found
    ]


def _is_second_name(doc: Doc, i: int, covered: set[int]) -> bool:
    """Whether the token is a capital that ends a name and no word of its own."""
    if i >= len(doc) or i in covered or doc[i].is_sent_start or doc[i].tag_ != "NNP":
        return False
    text = doc[i].text
    ends = i + 1 >= len(doc) or doc[i + 1].tag_ not in NAMING | {"HYPH", "CD"}
    known = table()
    is_other = text in known.kinds or text in known.people or text in known.occasions
    return ends and text.istitle() and not is_other and not is_title(doc[i])


def _with_given_names(doc: Doc, found: list[Mention]) -> list[Mention]:
    """People with the capitals in front of their surname that the model left out."""
    covered = {i for m in found for i in range(m.first, m.last)}
    whole = []
    for mention in found:
        first = mention.first
        is_bare = len(mention.words) == 1 or mention.words[1].casefold() in SUFFIXES
        is_bare = is_bare or _INITIAL.fullmatch(mention.words[0]) is not None
        is_bare = is_bare or _is_double(doc, first) or is_noble_surname(mention.words)
        if mention.kind is Kind.PERSON and not mention.is_loud and is_bare:
            while mention.first - first < 2 and _is_given(doc, first - 1, covered):
                first -= 1
            while first < mention.first and _is_joined(doc, first, covered):
                first -= 2
        words = tuple(t.text for t in doc[first : mention.last])
        whole.append(replace(mention, first=first, words=words))
    return whole


def _is_double(doc: Doc, i: int) -> bool:
    """Whether the token and the one in front are given names, as in "Ana Maria Ruiz"."""
    return i > 0 and {doc[i - 1].text, doc[i].text} <= given_names() and not doc[i].is_sent_start


def _is_joined(doc: Doc, i: int, covered: set[int]) -> bool:
    """Whether a hyphen joins a first half to the given name at `i`: "Ta-Nehisi"."""
    if i < 2 or doc[i - 1].text != "-" or not covered.isdisjoint((i - 1, i - 2)):
        return False
    half = doc[i - 2]
    return not half.whitespace_ and half.text.istitle() and not is_title(half)


def _is_given(doc: Doc, i: int, covered: set[int]) -> bool:
    """Whether the token in front of a surname can be a given name."""
    if i < 0 or i in covered or doc[i + 1].is_sent_start:
        return False
    token = doc[i]
    if token.tag_ != "NNP" or not _GIVEN.fullmatch(token.text) or is_title(token):
        return False
    known = table()
    return not (
        token.text in known.people or token.text in known.kinds or token.lower_ in never_names()
    )


# ---- one kind for one name throughout the article


def _completed(doc: Doc, found: list[Mention]) -> list[Mention]:
    """With the full name of those whom the article else calls by surname, wherever it is hidden.

    The model tends to lose it in a longer name: "the Ana Ruiz Memorial Cup".
    """
    people = [m for m in found if m.kind is Kind.PERSON]
    holders = {i: m for m in found for i in range(m.first, m.last)}
    bare = {m.text for m in people if len(m.words) == 1} - given_names()
    hidden = []
    for token in (doc[i] for i in capitals(doc) if i):
        is_half = token.i + 1 < len(doc) and doc[token.i + 1].text == "-"  # of "Smith-Jones"
        if token.text in bare and not token.is_sent_start and not is_half:
            first = token.i - 1
            first -= first > 0 and _INITIAL.fullmatch(doc[first].text) is not None
            holder = holders.get(token.i)
            # One word more may be a second surname, as in "Ana Ruiz Beltrán".
            is_lost = holder is None or holder.last > token.i + 2 or holder.first > first
            is_lost = is_lost or (holder is not None and holder.kind is not Kind.PERSON)
            is_month = doc[first].ent_type_ == "DATE"
            if is_lost and doc[first].text in given_names() and not is_month:
                hidden.append(mention_of(doc, first, token.i + 1, Kind.PERSON, 5.0))
    return merged(found, hidden) if hidden else found


def _believed(page: Page, found: list[Mention]) -> list[Mention]:
    """The mentions without those of headings that nothing in the body or the tables confirms."""
    body: set[str] = set()
    for mention in found:
        if not mention.is_loud and not page.is_heading(page.doc[mention.first]):
            body.add(mention.text.casefold())
            body.add(mention.words[-1].casefold())
    return [
        m
        for m in found
        if m.text.casefold() in body
        or (m.kind is Kind.PERSON and m.words[-1].casefold() in body)
        or m.weight > 2
        or m.text in table().kinds
        or (not m.is_loud and not page.is_heading(page.doc[m.first]))
        or (not m.is_loud and m.kind is Kind.PERSON and m.words[0] in given_names())
    ]


# ---- names found again


def _again(
    doc: Doc, found: list[Mention], loud: frozenset[int], skipped: frozenset[int]
) -> Iterator[Mention]:
    """Places where a name that is known by now stands unseen by the model."""
    names = _names_to_look_for(found)
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(names, key=len, reverse=True):
        starts[words[0]].append(words)
    shouted = {tuple(w.upper() for w in words): words for words in names}
    covered = {i for m in found for i in range(m.first, m.last)}
    seen = occurrences(doc)
    for i in sorted(loud.union(*(seen.get(word, ()) for word in starts))):
        if i in covered or i in skipped:
            continue
        if i in loud:
            yield from _shouted_at(doc, i, shouted, names, covered)
            continue
        for words in starts.get(doc[i].text, ()):
            last = i + len(words)
            if tuple(t.text for t in doc[i:last]) == words and covered.isdisjoint(range(i, last)):
                if _is_whole(doc, i, last, covered):
                    covered.update(range(i, last))
                    yield mention_of(doc, i, last, names[words])
                break


def _shouted_at(
    doc: Doc,
    i: int,
    shouted: Mapping[tuple[str, ...], tuple[str, ...]],
    names: Mapping[tuple[str, ...], Kind],
    covered: set[int],
) -> Iterator[Mention]:
    for length in (4, 3, 2, 1):
        words = tuple(t.text for t in doc[i : i + length])
        if len(words) == length and words in shouted:
            covered.update(range(i, i + length))
            yield replace(mention_of(doc, i, i + length, names[shouted[words]]), is_loud=True)
            return


def _names_to_look_for(found: list[Mention]) -> dict[tuple[str, ...], Kind]:
    names: dict[tuple[str, ...], Kind] = {}
    for mention in found:
        if mention.is_loud:
            continue
        if len(mention.words) > 1 or len(mention.text) > 2:
            names.setdefault(mention.words, mention.kind)
        if mention.kind is Kind.PERSON and len(mention.words) > 1:
            words = mention.words
            if len(words) > 2 and words[-1].casefold() in SUFFIXES:
                names.setdefault(words[-2:], Kind.PERSON)
                words = words[:-1]
            if words[-2] == "-" and len(words) > 3:
                names.setdefault(words[-3:], Kind.PERSON)  # "Ruiz-Berg"
            first, *middle, surname = words
            if len(surname) > 2 and surname[0].isupper() and surname.casefold() not in SUFFIXES:
                names.setdefault((surname,), Kind.PERSON)
            if first in leading_surnames() or (first.istitle() and first not in given_names()):
                names.setdefault((first,), Kind.PERSON)
            if len(middle) == 1 and first in given_names() and _is_surname(middle[0]):
                names.setdefault((middle[0],), Kind.PERSON)
    return names


def _is_surname(middle: str) -> bool:
    """Whether the middle word of a name may be the first of two surnames: "Quiroga"."""
    return len(middle) > 3 and middle.istitle() and middle not in given_names() | PARTICLES


def _is_whole(doc: Doc, first: int, last: int, covered: set[int]) -> bool:
    """Whether the stretch is no part of a longer run of capitalised words."""
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    if before is not None and not doc[first].is_sent_start and before.i not in covered:
        joined = before.tag_ in PROPER and before.text[0].isupper()
        if joined and not is_title(before) and before.text not in table().people:
            return False
    if after is not None and not after.is_sent_start and after.i not in covered:
        return not (after.tag_ in PROPER and after.text[0].isupper())
    return True
