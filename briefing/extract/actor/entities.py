"""Entities: the model's names, cut where two were taken for one and freed of what is no name.

A name bears no article, mark, possessive or title at its edges; its own words may tell its kind
better than the model does ("… University", a given name, a country).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.cuts import holds_post, parts
from briefing.extract.actor.mention import (
    PARTICLES,
    Mention,
    is_half_title,
    is_title,
    looks_personal,
)
from briefing.extract.actor.teams import is_team_of_office
from briefing.extract.known import (
    Table,
    given_names,
    never_names,
    place_openers,
    singular,
    table,
    titles,
)
from briefing.extract.parse import PROPER
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}
# Adverbs and conjunctions that a sentence begins with.
_OPENING = frozenset({
    "later", "earlier", "meanwhile", "afterwards", "then", "still", "even", "however", "like",
    "yesterday", "today", "tonight", "also", "both", "unlike", "when", "while", "although",
    "since", "after", "before", "if", "but", "and", "as", "so", "yet", "once", "under",
})  # fmt: skip
_REGIONS = frozenset("Central Northern Southern Eastern Western Greater Upper Lower".split())
# Offices that end no body's name.
_POSTS = frozenset(
    "Officer Secretary Minister Commissioner Inspector Superintendent Manager".split()
)
LEANINGS = frozenset(["pro", "anti", "pan", "non", "ex", "then"])
# Endings of beliefs and attitudes, which no body bears alone: "Islamophobia".
BELIEFS = ("ism", "phobia")
# "C-4", "F-16", "A380": explosives, aircraft and roads.
_MODEL = re.compile(r"[A-Z]{1,2}-?\d+[A-Z]?s?")
# Second halves of compounds that describe: "the Ana Ruiz-led party".
TAILS = frozenset(["led", "run", "era", "like", "style", "born", "based", "owned", "made", "type"])


def from_model(doc: Doc, loud: frozenset[int]) -> Iterator[Mention]:
    """The model's people, bodies and places as clean mentions."""
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None or (entity.start > 1 and _is_leaning(doc, entity.start)):
            continue
        for first, last in parts(doc, entity.start, entity.end, kind, loud):
            mention = _cleaned(doc, first, last, kind)
            if mention is not None:
                yield replace(mention, is_loud=first in loud)


def _cleaned(doc: Doc, first: int, last: int, kind: Kind) -> Mention | None:
    """The name without article, mark, possessive and title; None if nothing is left."""
    first, last = _without_edges(doc, first, last, kind)
    last = _with_second_half(doc, first, last, kind)
    if kind is not Kind.PERSON and (
        _is_addressed(doc, first, last) or holds_post(doc, first, last)
    ):
        kind = Kind.PERSON
    if kind is not Kind.PLACE and _is_of_rank(doc, first, last):
        kind, first = Kind.PERSON, first + 1
    if kind is Kind.PERSON and last - first == 2 and doc[first].text in _REGIONS:
        kind = Kind.PLACE  # "Central Java"
    if kind is Kind.PERSON:
        first = _after_titles(doc, first, last)
        last = _before_occasion(doc, first, last)
    elif kind is Kind.ORGANISATION:
        last = _before_titles(doc, first, _before_bearer(doc, first, last))
        first, last = _without_kind_words(doc, first, last)
    is_rank = all(is_title(token) or token.lower_ == "staff" for token in doc[first:last])
    if is_rank and last - first > 1 and kind is Kind.PERSON:
        return None  # "Staff Sgt"
    if first >= last or (_is_office(doc, first, last) and kind is not Kind.PERSON):
        return None
    words = tuple(t.text for t in doc[first:last])
    if not _may_name(words, kind):
        return None
    own = _own_kind(doc, first, words, kind)
    if len(words) == 1 and not _may_be_one_word(doc[first], own):
        return None
    if len(words) == 1 and own is Kind.PERSON and words[0].isupper() and 1 < len(words[0]) < 7:
        own = Kind.ORGANISATION
    return Mention(first, last, own, words, 3.0 if own is not kind else 1.0)


def _without_edges(doc: Doc, first: int, last: int, kind: Kind) -> tuple[int, int]:
    """The name without what describes it, marks, articles and days at its edges."""
    first = _after_leaning(doc, first, last)
    while first < last and _is_edge(doc[first], kind, at_start=True):
        first += 1
    while last > first and (
        _is_edge(doc[last - 1], kind, at_start=False) or _is_count(doc, first, last, kind)
    ):
        last -= 1
    while first < last - 1 and (
        doc[first].lower_ in never_names()
        or (doc[first].text == doc[first + 1].text and len(doc[first]) > 3)
    ):
        first += 1  # a caption glued to what it stands beside: "Acme Acme said"
    return first, last


def _is_count(doc: Doc, first: int, last: int, kind: Kind) -> bool:
    """Whether the last word is a score or a number that no name ends in: "Oslo 3-1", "Ruiz 2"."""
    text = doc[last - 1].text
    if last - first < 2 or not text[0].isdigit():
        return False
    is_number = text.isdigit() or text.replace("-", "").replace(",", "").isdigit()
    return is_number and ("-" in text or kind is Kind.PERSON)


def _may_name(words: tuple[str, ...], kind: Kind) -> bool:
    """Whether the words can be a name: no people, day, occasion, belief, model or mark."""
    name, known = " ".join(words), table()
    if not any(word[0].isalpha() for word in words):
        return False
    if name in known.people or name.casefold() in never_names() or _is_occasion(words, kind):
        return False
    if not any(word[0].isupper() for word in words) and known.kinds.get(name) is None:
        return False
    if len(words) == 1 and kind is Kind.ORGANISATION and name.endswith(BELIEFS):
        return False
    is_model = len(name) == 1 or _MODEL.fullmatch("".join(words)) is not None
    return name in known.kinds or not is_model


def _own_kind(doc: Doc, first: int, words: tuple[str, ...], kind: Kind) -> Kind:
    """The kind that the name itself tells, else the given one; "at Roland Garros" is a place."""
    own = _kind_by_words(words, kind, table())
    if own is not Kind.PERSON or first == 0:
        return own
    before = doc[first - 1].lower_
    is_held_there = kind is Kind.PLACE and before in {"at", "in"}
    is_team = before == "the" and len(words) > 1 and words[-1].endswith("s")  # "Carolina Bears"
    return kind if is_held_there or is_team else own


def _is_occasion(words: tuple[str, ...], kind: Kind) -> bool:
    """Whether it names an event, a work or a law; "Ana Law" does not."""
    is_bearer = kind is Kind.PERSON and len(words) == 2 and words[0] in given_names()
    return words[-1] in table().occasions and not is_bearer


def _after_leaning(doc: Doc, first: int, last: int) -> int:
    """The first token behind "pro-Elma" and the like, which describes and does not name."""
    if last - first > 2 and doc[first].lower_ in LEANINGS and doc[first + 1].text == "-":
        return first + 3
    return first + 1 if "-" in doc[first].text and _leans(doc[first]) else first


def _is_leaning(doc: Doc, i: int) -> bool:
    """Whether "pro-" or the like stands in front: "Pro-Moscow" describes."""
    return doc[i - 1].text == "-" and doc[i - 2].lower_ in LEANINGS and not doc[i - 1].whitespace_


def _leans(token: Token) -> bool:
    head, _, rest = token.lower_.partition("-")
    return head in LEANINGS and bool(rest)


def _before_bearer(doc: Doc, first: int, last: int) -> int:
    """The end of a body's name that ran into a person's: "House of Commons Ana Ruiz"."""
    known = table()
    heads = known.body_heads | known.sites | known.occasions
    for at in range(last - 1, first + 1, -1):
        before = " ".join(t.text for t in doc[first:at])
        tail = tuple(t.text for t in doc[at:last])
        is_body = known.kinds.get(before) is Kind.ORGANISATION
        is_body = is_body or doc[at - 1].text in heads or doc[first].text in heads
        if is_body and len(before.split()) > 2 and looks_personal(("", *tail)):
            is_bearer = tail[0] in given_names() and len(tail) > 1
            if is_bearer or (len(tail) == 1 and before in known.kinds):
                return at
    return last


def _before_titles(doc: Doc, first: int, last: int) -> int:
    """The end of a body's name without the office behind it: "State Department Spokesperson"."""
    at = last
    while at > first + 1 and _is_post(doc[at - 1].text):
        at -= 1
    rest = doc[first:at].text
    is_body = doc[at - 1].text in table().body_heads or rest in table().kinds
    is_cut = at < last and is_body and not is_team_of_office(doc[last - 1])
    return at if is_cut else last


def _is_post(text: str) -> bool:
    """Whether the word is an office or a rank: "Spokesperson", "Col"."""
    return singular(text) in titles().heads or text.casefold() in titles().short


def _with_second_half(doc: Doc, first: int, last: int, kind: Kind) -> int:
    """The end of a person's name that the model cut at a hyphen: "Park Ji" of "Park Ji-hoon"."""
    if kind is not Kind.PERSON or last - first < 2 or last + 1 >= len(doc):
        return last
    is_joined = doc[last].text == "-" and not (doc[last - 1].whitespace_ or doc[last].whitespace_)
    half = doc[last + 1].text
    is_syllable = half.islower() and half.isalpha() and len(half) < 6 and half not in TAILS
    is_name = half.istitle() and half.isalpha()
    return last + 2 if is_joined and (is_syllable or is_name) else last


def _is_addressed(doc: Doc, first: int, last: int) -> bool:
    """Whether courtesy opens the name: "Doña Pilar Montt" is no body."""
    known = titles()
    word = doc[first].lower_ if last - first > 1 else ""
    if word in {"st", "st.", "saint"} or word not in known.honorifics:
        return False
    return looks_personal(tuple(t.text for t in doc[first:last]))


def _is_of_rank(doc: Doc, first: int, last: int) -> bool:
    """Whether letters of a rank lead a name behind an office: "the spokesman, SP Ola Bright"."""
    if last - first != 3 or first == 0 or doc[first - 1].text != ",":
        return False
    rank, names = doc[first], doc[first + 1 : last]
    if not (rank.is_upper and 1 < len(rank) < 4):
        return False
    at = first - 2
    at -= 3 if at > 3 and doc[at].text == ")" else 0  # "Officer (PRO), SP Ola Bright"
    is_led = at >= 0 and titles().is_head(doc[at].text)
    return is_led and all(t.text.istitle() and t.is_alpha for t in names)


def _before_occasion(doc: Doc, first: int, last: int) -> int:
    """The end of a person's name that ran into an event: "Ana Ruiz Election Day"."""
    is_run = last - first > 3 and doc[first].text in given_names()
    return first + 2 if is_run and doc[last - 1].text in table().occasions else last


def _without_kind_words(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A body's name without what only tells its kind and seat: "Socialist CFDT union"."""
    for i in range(first + 1, last - 1):
        if doc[i].text in table().firms and (
            doc[i + 1].lower_ in {"of", "in"} or doc[i + 1].text in table().kinds
        ):
            last = i + 1
            break
    while last > first + 1 and doc[last - 1].text.islower() and doc[last - 2].text != "-":
        last -= 1
    if last == first + 2 and doc[first].text in table().people and doc[first + 1].is_upper:
        first += 1
    return first, last


def _is_office(doc: Doc, first: int, last: int) -> bool:
    """Whether it is an office and no body: "Archbishop of Elma", "Public Relations Officer"."""
    if last - first > 1 and doc[last - 1].text in _POSTS:
        return True
    return last - first > 2 and doc[first + 1].lower_ == "of" and titles().is_head(doc[first].text)


def _may_be_one_word(token: Token, kind: Kind) -> bool:
    """Whether a single word can be a name: no bare title, no product number."""
    if token.text in table().kinds:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.lower_ in titles().modifiers and following is not None:
        return not titles().is_head(following.text)
    has_digit = any(c.isdigit() for c in token.text)
    if kind is not Kind.ORGANISATION and has_digit:
        return False
    if token.text in given_names() or is_team_of_office(token):
        return True
    return not (titles().is_title(token.text) or is_half_title(token))


def _is_edge(token: Token, kind: Kind, *, at_start: bool) -> bool:
    """Whether the token at an end of a name is no part of it: a mark, an article, a small word."""
    text = token.text
    if text in {"'s", "’s", "'"} or not any(c.isalnum() for c in text):
        return True
    if at_start:
        return _only_leads(token, kind)
    is_tail = token.i > 0 and token.nbor(-1).text == "-"
    return text.islower() and kind is not Kind.ORGANISATION and not is_tail


def _only_leads(token: Token, kind: Kind) -> bool:
    """Whether the first word of a name only leads to it: "the", "Later", "German"."""
    text, low = token.text, token.lower_
    if low in {"the", "a", "an"} or (token.is_sent_start and low in _OPENING):
        return True
    is_joined = token.i + 1 < len(token.doc) and token.nbor().text == "-"
    is_part = "-" in text or (low in {"al", "el", "ul"} and is_joined)
    is_part = is_part or (kind is Kind.PERSON and low in PARTICLES)
    if text.islower() and not is_part:
        return True
    is_given = text in given_names() and not _leads_given_name(token)
    is_people = text in table().people and not is_given
    return is_people and kind is not Kind.ORGANISATION and not _names_state(token)


def _leads_given_name(token: Token) -> bool:
    """Whether given name and surname follow: "German Anton Weber" is no Mr German."""
    behind = token.doc[token.i + 1 : token.i + 3]
    is_given = len(behind) == 2 and behind[0].text in given_names()
    return is_given and behind[1].tag_ in PROPER and behind[1].text.istitle()


def _names_state(token: Token) -> bool:
    """Whether the word for a people is half of a country's name: "Chechen Republic"."""
    return token.i + 1 < len(token.doc) and token.nbor().text in {"Republic", "Federation"}


def _after_titles(doc: Doc, first: int, last: int) -> int:
    """The first token behind the titles, unless they are all there is."""
    at = first
    while at < last - 1 and is_title(doc[at]) and doc[at].text not in given_names():
        at += 1
        if doc[at].text == "." or not doc[at].text[0].isalnum():
            at += 1
    return at if at < last else first


def _kind_by_words(words: tuple[str, ...], kind: Kind, known: Table) -> Kind:
    """The kind that the words of the name themselves tell, else the given one."""
    name = " ".join(words)
    sure = known.kinds.get(name) or (known.kinds.get(name.title()) if len(name) > 4 else None)
    if sure is not None and name not in known.unsure:
        return sure
    if len(words) < 2:
        return kind
    if words[-1].isupper() and known.kinds.get(words[-1]) is Kind.ORGANISATION:
        return Kind.ORGANISATION  # "Elma County GOP"
    if words[-1] == "State" and kind is Kind.PERSON and words[0] not in given_names():
        return Kind.PLACE  # "Gombe State"
    if words[-1] in known.body_heads or (words[0] in known.body_heads and "of" in words[1:3]):
        return Kind.ORGANISATION
    if kind is Kind.PERSON and len(words) == 2 and words[0] in known.countries - known.unsure:
        return Kind.ORGANISATION  # "France Info"
    if words[0] in place_openers() and kind is not Kind.PLACE and len(words) < 4:
        return Kind.PLACE
    if words[0] in known.sites and words[1] == "of":
        return Kind.PLACE
    if known.kinds.get(" ".join(words[-2:])) is Kind.ORGANISATION:
        return kind  # "10 Downing Street"
    if words[-1] in known.sites or (
        words[-1] in known.place_heads and kind is Kind.PERSON and words[0] not in given_names()
    ):
        return Kind.PLACE
    if kind is not Kind.PERSON and words[0] in given_names() and looks_personal(words):
        return Kind.PERSON
    return kind
