"""Tabled: known countries, places and bodies that stand on their own, outside any longer name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.actor.entities import LEANINGS
from briefing.extract.actor.mention import Mention, capitals, is_title, mention_of, occurrences
from briefing.extract.known import Table, table
from briefing.extract.parse import PROPER

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PIECES = re.compile(r"\w+|[^\w\s]")


def from_table(doc: Doc, loud: frozenset[int], found: list[Mention]) -> Iterator[Mention]:
    """Known names that stand on their own, outside any longer name."""
    known = table()
    covered = {i: m for m in found for i in range(m.first, m.last)}
    end = 0
    for i in (i for i in _name_starts(doc) if i >= end):
        length = _known_at(doc, i, known, is_loud=i in loud)
        end = i + length
        if length:
            holder = covered.get(i)
            name = _table_name(doc, i, length, is_loud=i in loud)
            is_sure = name not in known.unsure
            is_free = holder is None and _stands_alone(doc, i, i + length, covered)
            is_free = is_free or (
                holder is None and name in known.same and _leads_no_body(doc, i + length)
            )
            is_longer = holder is not None and holder.last - holder.first < length
            if (is_free and (is_sure or doc[i].ent_type_ in {"GPE", "LOC"})) or is_longer:
                weight = 3.0 if is_sure else 1.0
                mention = mention_of(doc, i, i + length, known.kinds[name], weight)
                yield replace(mention, is_loud=i in loud)


def _name_starts(doc: Doc) -> list[int]:
    """Where known names may begin: at capitals, and at the "al-" of some bodies."""
    articles = (i for word, at in occurrences(doc).items() if word.startswith("al") for i in at)
    return sorted({*capitals(doc), *articles})


def _known_at(doc: Doc, i: int, known: Table, *, is_loud: bool) -> int:
    """How many tokens from `i` on are a known name; 0 when none."""
    text = doc[i].text
    if not text[0].isupper() and text[:3] != "al-" and text != "al":
        return 0
    longest = known.longest + 2
    if not is_loud and text[:3] != "al-":
        longest = _longest_from().get(text, 0)
    for length in range(min(longest, len(doc) - i), 0, -1):
        if _table_name(doc, i, length, is_loud=is_loud) in known.kinds:
            return length
    return 0


@lru_cache(maxsize=1)
def _longest_from() -> Mapping[str, int]:
    """First word of known names -> tokens of the longest; the model may cut at a hyphen or mark."""
    longest: dict[str, int] = {}
    for name in table().kinds:
        first = name.split()[0]
        length = len(_PIECES.findall(name))
        for start in {first, *re.split(r"(?=['’.-])|(?<=-)", first)}:
            longest[start] = max(longest.get(start, 0), length)
    return longest


def _table_name(doc: Doc, i: int, length: int, *, is_loud: bool) -> str:
    name = str(doc[i : i + length])
    if is_loud and len(name) > 3 and name.isupper():
        name = " ".join(
            w.capitalize() if w not in {"OF", "AND"} else w.lower() for w in name.split()
        )
    return name


def _leads_no_body(doc: Doc, i: int) -> bool:
    """Whether the capitalised run behind a country names no body or place of its own."""
    heads = table().body_heads | table().place_heads
    for token in doc[i : i + 4]:
        if token.text in heads:
            return False
        if token.tag_ not in PROPER:
            break
    return True


def _stands_alone(doc: Doc, first: int, last: int, covered: Mapping[int, Mention]) -> bool:
    """Whether no capitalised word joins the stretch to a longer name."""
    before = doc[first - 1] if first and not doc[first].is_sent_start else None
    after = doc[last] if last < len(doc) and not doc[last].is_sent_start else None
    if before is not None and before.text == "-" and doc[first - 2].lower_ in LEANINGS:
        return False
    if after is not None and after.i in covered:
        after = None
    if (
        before is not None
        and before.i not in covered
        and before.tag_ in PROPER
        and not is_title(before)
    ):
        return before.text in table().people
    if after is not None and after.tag_ in PROPER:
        heads = table().body_heads | table().place_heads
        return is_title(after) and after.text not in heads
    return True
