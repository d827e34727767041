"""Talk place words: how the place of an occasion is told: its name with what narrows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.talk.occasion_parse import is_date
from briefing.extract.talk.sites import PLACES

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_DATELINE = re.compile(
    r"([A-Z][\w.'’ -]+?)(?:,[^(—–/-]*)?\s*(?:\([^)]*\)\s*)?(?:—|–|--|-|(?<=\))|/[\w -]+/\.?)$"
)


def place_words(page: Page, noun: Token) -> str:
    """The name with what narrows it: "Jeddah, Saudi Arabia", "the City Hall in Leeds"."""
    doc = noun.doc
    first = noun.left_edge.i
    while first < noun.i and doc[first].pos_ in {"DET", "PRON", "PUNCT"}:
        if doc[first].text == "The" and not doc[first].is_sent_start:
            break  # "at The Apex"
        first += 1
    last = _end_of_place(noun)
    if last + 2 < len(doc) and doc[last + 1].lower_ == "in":  # "the parliament in Athens"
        city = next((c for c in doc[last + 1].children if c.dep_ == "pobj"), None)
        is_beside = city is not None and city.left_edge.i == last + 2 and city.ent_type_ in PLACES
        last = _end_of_place(city) if city is not None and is_beside else last
    is_open = any(token.text == "(" for token in doc[first : last + 1])
    if is_open and last + 1 < len(doc) and doc[last + 1].text == ")":
        last += 1  # "Porto (Portugal)"
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(page.text[start:end].split())


def _end_of_place(noun: Token) -> int:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in {"appos", "npadvmod", "conj"} and child.ent_type_ in PLACES:
            last = _end_of_list(child) if child.i <= last + 4 else last
        elif child.dep_ == "prep" and child.lower_ in {"in", "of"}:
            last = max([last, *(_end_of_place(t) for t in child.children if _is_named(t))])
    doc = noun.doc
    if last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].ent_type_ == "GPE":
        last += 2
    while (
        last + 1 < len(doc) and doc[last + 1].ent_type_ in PLACES and doc[last + 1].ent_iob_ == "I"
    ):
        last += 1
    return last


def _end_of_list(place: Token) -> int:
    """The last of the places joined to it: "Norway, Peru and Chile"."""
    for child in place.rights:
        if child.dep_ == "conj" and child.ent_type_ in PLACES:
            return max(place.i, _end_of_list(child))
    return place.i


def _is_named(token: Token) -> bool:
    if token.dep_ == "pobj" and token.ent_type_ in PLACES | {"ORG"}:
        return True
    return token.pos_ == "PROPN" and not is_date(token)


def name_of_area(noun: Token) -> Token | None:
    """The name of a city or region: "the Swiss city of Geneva", "the port city, Gdansk"."""
    for child in noun.rights:
        if child.dep_ == "appos" and child.ent_type_ in PLACES:
            return child
        if child.lower_ == "of":
            return next((c for c in child.children if c.pos_ == "PROPN"), None)
    return None


def city_of_dateline(page: Page) -> str | None:
    """The city at the head of the text: "LISBON (Reuters) — …"."""
    head = page.text[: page.sentences[0].start] if page.sentences else ""
    found = _DATELINE.match(head.strip())
    if found is None:
        return None
    name = found.group(1).strip(" ,")
    return name.title() if name.isupper() and len(name) > 3 else name


def entity_at(page: Page, token: Token) -> str:
    """The whole name of the place that the token belongs to."""
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end and entity.label_ in PLACES:
            name = page.text[entity.start_char : entity.end_char]
            return name.removesuffix("'s").removesuffix("’s")
    return token.text
