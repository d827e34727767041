"""Evidence: names that the words around them prove, whatever the model saw.

The capitals behind a title, a given name or a head; the short form that an article
gives in brackets; the place of a dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.entities import TAILS
from briefing.extract.actor.mention import (
    PARTICLES,
    SUFFIXES,
    Mention,
    capitals,
    is_acronym,
    is_half_title,
    is_title,
    mention_of,
)
from briefing.extract.furniture import is_credit
from briefing.extract.known import (
    given_names,
    leading_surnames,
    never_names,
    singular,
    table,
    titles,
)
from briefing.extract.parse import COMMON, PROPER
from briefing.model import Kind
from briefing.sentences import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.page import Page


_INITIAL = re.compile(r"[^\W\d_a-z]\.")
_SEATS_OF = frozenset({"Port", "City", "House", "University", "Bank", "Department", "Ministry"})


def from_titles(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """A capitalised run behind a capitalised title is a person: "Chancellor Merkel"."""
    ends = {m.first: m for m in found}
    for at in capitals(doc):
        i = at + 1
        if i >= len(doc) or i in loud or not _titles_a_name(doc[at]):
            continue
        if doc[at].ent_type_ == doc[i].ent_type_ == "WORK_OF_ART":
            continue
        if doc[i].text == "." and i + 1 < len(doc):
            i += 1
        last = i
        while last < len(doc) and last - i < 4 and _continues_name(doc, i, last):
            last += 1
        while last > i and doc[last - 1].text.casefold() in PARTICLES:
            last -= 1
        if _is_hyphened(doc, i, last):
            last += 2
        if last == i or (last == i + 1 and (_is_of_a_body(doc, at, i) or _goes_on(doc, at, last))):
            continue
        held = ends.get(i)
        longest = max(last, held.last) if held and held.kind is Kind.PERSON else last
        yield mention_of(doc, i, longest, Kind.PERSON, 4.0)


def from_given_names(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """A known given name and the capitals behind it, where the model saw nothing."""
    covered = {i for m in found for i in range(m.first, m.last)}
    weak = {m.first for m in found if len(m.words) == 1 and m.weight <= 1}
    starts = given_names() | leading_surnames()
    for i in capitals(doc):
        token = doc[i]
        if token.text in given_names() and _bears_month(doc, i):
            if i not in covered or i in weak:
                yield mention_of(doc, i, i + 2, Kind.PERSON, 2.0)
            continue
        if i in covered or i in loud or token.text not in starts:
            continue
        last = i + 1
        while last < len(doc) and last - i < 4 and _continues_name(doc, i + 1, last):
            last += 1
        while last > i + 1 and doc[last - 1].text.casefold() in PARTICLES:
            last -= 1
        if last > i + 1 and _is_hyphened(doc, i, last):
            last += 2
        is_alone = i == 0 or token.is_sent_start or doc[i - 1].tag_ not in PROPER
        is_alone = is_alone or is_credit(doc, i - 1) or _ends_realm(doc, i - 1, covered)
        if (
            last > i + 1
            and covered.isdisjoint(range(i, last))
            and (is_alone or is_title(doc[i - 1]))
        ):
            yield mention_of(doc, i, last, Kind.PERSON, 2.0)


def _ends_realm(doc: Doc, i: int, covered: set[int]) -> bool:
    """Whether a named land or body of an office ends there: "envoy to Peru Zhang Ruolan"."""
    first = i
    while first > 0 and first in covered:
        first -= 1
    is_of = first < i and doc[first].lower_ in {"to", "of", "for", "in"}
    return is_of and first > 0 and titles().is_head(doc[first - 1].text)


def _bears_month(doc: Doc, i: int) -> bool:
    """Whether the word behind a given name is a surname that is a month too: "Theresa May"."""
    if i + 2 >= len(doc) or doc[i + 1].text not in {"May", "March"}:
        return False
    return doc[i + 1].ent_type_ != "DATE" and not doc[i + 2].like_num


def from_initials(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """A given name, an initial and a surname are a person whatever else the words may mean.

    "August J. Fisher", "Austin L. Temple"; a title is no given name: "Judge J. Banks".
    """
    holders = {i: m for m in found for i in range(m.first, m.last) if m.kind is Kind.PERSON}
    for i in capitals(doc):
        if (
            i + 2 < len(doc)
            and i not in loud
            and _INITIAL.fullmatch(doc[i + 1].text)
            and _is_initialled(doc, i)
        ):
            first, last = i, i + 3
            while first > 0 and _is_given_before(doc, first):
                first -= 1
            if i in holders and holders[i].last >= last:
                first = min(first, holders[i].first)  # "Jo Ann M. Smith"
            while last + 1 < len(doc) and doc[last].text == "-" and doc[last + 1].text[0].isupper():
                last += 2
            if last < len(doc) and doc[last].lower_ in SUFFIXES:
                last += 1
            if not (last < len(doc) and _continues_name(doc, i, last)):
                yield mention_of(doc, first, last, Kind.PERSON, 4.0)


def _is_given_before(doc: Doc, i: int) -> bool:
    """Whether the token in front belongs to a given name of two words: "Jo Ann"."""
    before = doc[i - 1]
    if doc[i].is_sent_start:
        return False
    return before.text in given_names() or (before.text == "-" and not before.whitespace_)


def _is_initialled(doc: Doc, i: int) -> bool:
    """Whether the token is a given name with an initial and a surname behind it."""
    first, initial, surname = doc[i : i + 3]
    if initial.is_sent_start or surname.is_sent_start or (i and doc[i - 1].text in {"&", "-"}):
        return False
    is_name = first.text.istitle() and first.is_alpha and first.tag_ in PROPER
    is_given = first.text in given_names() or (is_name and not is_title(first))
    return is_given and surname.is_alpha and surname.text[0].isupper() and not surname.is_upper


def from_heads(doc: Doc, found: list[Mention], loud: frozenset[int]) -> Iterator[Mention]:
    """A capitalised run with the head of a body in it: "Dockers' Union of Elma"."""
    holders = {i: m for m in found for i in range(m.first, m.last)}
    heads = table().body_heads
    for token in (doc[i] for i in capitals(doc)):
        if token.text not in heads or token.i in loud:
            continue
        first = _run_start(doc, token.i)
        if token.i in holders and holders[token.i].kind is Kind.ORGANISATION:
            first = min(first, holders[token.i].first)
        last = _run_end(doc, token.i + 1)
        if last < len(doc) and doc[last].text in table().occasions:
            continue  # "the Home Electronics Show"
        held = {holders[i].kind for i in range(first, last) if i in holders}
        is_new = last - first > 1 and any(i not in holders for i in range(first, last))
        if is_new and Kind.PERSON not in held and (last > token.i + 1 or held or first < token.i):
            yield mention_of(doc, first, last, Kind.ORGANISATION, 2.0)


def _run_start(doc: Doc, i: int) -> int:
    """Where the capitals in front of a head begin, titles and their bearers left out."""
    first = i
    while first > 0 and not doc[first].is_sent_start:
        token = doc[first - 1]
        is_name = token.tag_ in PROPER and token.text[0].isupper()
        is_owner = token.tag_ == "POS" and doc[first].text in table().body_heads
        if token.lower_ == "of" and first > 1 and doc[first - 2].text in _SEATS_OF:
            first -= 2
            continue
        if _joins_lands(doc, first - 1):
            first -= 2  # "US-Pakistan Business Council"
            continue
        is_trade = doc[first].tag_ == "POS" and token.text.endswith("s")  # "Dockers' Union"
        is_other = is_title(token) and not is_trade
        if not (is_name or is_owner) or is_other or token.lower_ in never_names():
            break
        first -= 1
    while first < i and (doc[first].tag_ == "POS" or not doc[first].text[0].isalnum()):
        first += 1
    return first


def _joins_lands(doc: Doc, i: int) -> bool:
    """Whether the token is a hyphen between a country and another name."""
    if i < 2 or doc[i].text != "-" or doc[i - 1].whitespace_ or doc[i].whitespace_:
        return False
    for start in (i - 1, i - 2):
        if table().same.get(doc[start:i].text) in table().countries:
            return start == 0 or doc[start - 1].lower_ != "of"  # "the Party of Russia-Party of X"
    return False


def _run_end(doc: Doc, i: int) -> int:
    """The end of "of Elma" behind a head; where the head ends if there is none."""
    if i + 1 >= len(doc) or doc[i - 1].text in table().firms:
        return i
    is_for = doc[i].lower_ == "for" and doc[i - 1].text in _DEVOTED
    if doc[i].lower_ != "of" and not (is_for and doc[i + 1].text not in table().kinds):
        return i
    is_aim = is_for and doc[i + 1].lower_ == "the"
    first = last = i + 1 + is_aim
    while last < len(doc) and last - i < 7 and not doc[last].is_sent_start:
        if is_aim and last > first and doc[last].lower_ == "of" and _is_large(doc, last + 1):
            last += 1  # "Office for the Protection of Rivers"
        if not (doc[last].tag_ in PROPER and doc[last].text[0].isupper()):
            break
        if last > i + 1 and doc[last].text in given_names():
            break  # "Council of Europe Ana Ruiz"
        last += 1
    return last if last > first else i


def _is_large(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].tag_ in PROPER and doc[i].text[0].isupper()


# Bodies whose name goes on with what they are for: "Campaign for Better Buses".
_DEVOTED = frozenset(
    "Campaign Center Centre Institute Department Council Society Foundation Association Alliance "
    "Coalition Committee Office Agency Network Ministry Movement Union Court".split()
)


def _is_hyphened(doc: Doc, i: int, last: int) -> bool:
    """Whether a hyphen joins half a name to the last word: "Kim Do-hee", "Ana Ruiz-Berg"."""
    if last == i or last + 1 >= len(doc) or doc[last].text != "-":
        return False
    half, after = doc[last + 1], doc[last + 2 : last + 3]
    if doc[last].whitespace_ or doc[last - 1].whitespace_ or not half.is_alpha:
        return False
    if half.text.istitle():  # "the Ruiz-Berg summit" is of two people
        return not any(t.tag_ in COMMON or t.text in {"-", "–"} for t in after)
    return last > i + 1 and half.is_lower and len(half) < 6 and half.text not in TAILS


# Titles that open the names of bodies and places as well.
_HALF_TITLES = frozenset("great envoy star champion investor guard legend singer cardinal".split())


def _is_of_a_body(doc: Doc, at: int, i: int) -> bool:
    """Whether the model sees the title's word and the one behind in one body: "Envoy Air"."""
    return doc[at].lower_ in _HALF_TITLES and any(
        entity.start <= at and i < entity.end and entity.label_ in {"ORG", "FAC", "GPE", "LOC"}
        for entity in doc[at : i + 1].sent.ents
    )


def _goes_on(doc: Doc, at: int, last: int) -> bool:
    """Whether an office or occasion follows: "the Republican Primary Election", no Mr Primary."""
    is_bare = doc[at].lower_ in titles().heads and last < len(doc)
    if not is_bare or doc[last].is_sent_start or not doc[last].text[0].isupper():
        return False
    return doc[last].text in table().occasions or is_title(doc[last])


def _titles_a_name(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    low, known = token.lower_, titles()
    is_half = is_half_title(token)
    is_behind_person = token.i > 0 and token.doc[token.i - 1].ent_type_ == "PERSON" and not is_half
    if token.text in given_names() or is_behind_person or low in {"st", "st."}:
        return False
    is_rank = low in known.short or token.text in known.letters or is_half
    return is_rank or low in known.honorifics or low in known.heads


def _continues_name(doc: Doc, first: int, i: int) -> bool:
    token = doc[i]
    if token.is_sent_start or "\n" in token.text:
        return False
    if i > first and token.lower_ in PARTICLES:
        return True
    text, known = token.text, table()
    if (
        text in known.people
        or text in known.occasions | {"Memorial"}
        or token.lower_ in never_names()
    ):
        return False
    if text in known.body_heads or singular(text).capitalize() in known.body_heads:
        return False
    if is_title(token) and text not in given_names():
        return False
    is_name = (
        text[0].isupper() and text.replace("-", "").replace("'", "").replace(".", "").isalpha()
    )
    if i == first and text in known.kinds and text not in known.unsure:
        return False
    return (is_name and token.tag_ in {"NNP", "NNPS", "NN", "JJ"} and len(text) > 1) or (
        i > first and is_name and len(text) <= 2 and text.isupper()
    )


def from_brackets(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """The short form that an article gives behind a name: "European Union (EU)"."""
    for mention in found:
        i = mention.last
        if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
            short = doc[i + 1].text
            if short.isupper() and 2 <= len(short) <= 8 and is_acronym(short, mention.words):
                yield mention_of(doc, i + 1, i + 2, mention.kind, 2.0)


def from_datelines(page: Page) -> Iterator[Mention]:
    """The place at the head of a dateline: "LONDON (Reuters) -"."""
    for segment in page.segments:
        if segment.part is not Part.BYLINE or page.text.startswith(("By ", "BY "), segment.start):
            continue
        words = page.words(segment.start, segment.end)
        last = words.start if words else 0
        while words and last < words.end and page.doc[last].is_upper and page.doc[last].is_alpha:
            last += 1
        if words and last > words.start and last - words.start <= 3:
            name = page.doc[words.start : last].text.title()
            kind = table().kinds.get(name, Kind.PLACE)  # "UNITED NATIONS" is none
            yield replace(mention_of(page.doc, words.start, last, kind, 3.0), is_loud=True)
