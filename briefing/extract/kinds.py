"""Kinds: whether a name is a person, a body or a place, by all that the article says of it.

A name is one thing throughout an article. Its mentions vote as the model read them, the words
around them vote too, and a surname follows the full name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.classes import THING, thing_votes, told_by_nouns
from briefing.extract.entities import FIRMS, looks_personal
from briefing.extract.known import given_names, singular, speech, table, titles
from briefing.extract.mention import PARTICLES, Mention, is_acronym
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset({"in", "near", "across", "outside", "throughout"})
_AREAS = frozenset({"province", "city", "town", "village", "island", "islands", "region"}) | {
    "district", "capital", "port", "county", "suburb",
}  # fmt: skip
_STATE = frozenset({"government", "parliament", "capital", "coast", "border", "foreign"}) | {
    "finance", "transport", "prime", "army", "constitution",
}  # fmt: skip
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "ceo", "shares", "employees"})
_OWNED = frozenset({"a", "an", "the", "its", "his", "her", "their", "one"})


def settled(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Every name with the kind that it has by most votes; surnames follow the full name."""
    votes: dict[str, dict[Kind | None, float]] = defaultdict(dict)
    people = frozenset(m.first for m in found if m.kind is Kind.PERSON and len(m.words) > 1)
    for mention in found:
        count = votes[mention.text.casefold()]
        weight = 0.3 * mention.weight if mention.is_loud else mention.weight
        count[mention.kind] = count.get(mention.kind, 0.0) + weight
        if not _is_known(mention):
            for kind, weight in _told_around(doc, mention, people):
                count[kind] = count.get(kind, 0.0) + weight
    for name, weight in thing_votes(doc).items():
        if name in votes:
            votes[name][THING] = votes[name].get(THING, 0.0) + weight
    things = {name for name, count in votes.items() if _is_thing(count)}
    found = [m for m in found if m.text.casefold() not in things or _is_known(m)]
    kinds = {name: _kind(count) for name, count in votes.items()}
    kinds |= _full_names(found, kinds)
    kinds |= _tails(found, kinds)
    kinds |= _short_names(found, kinds)
    surnames = _surnames(found, kinds)
    final = []
    for mention in found:
        name = mention.text.casefold()
        kind = kinds[name]
        if not _is_known(mention) and name in surnames:
            kind = Kind.PLACE if _is_country_here(doc, mention, people) else Kind.PERSON
        final.append(replace(mention, kind=kind))
    return final


def _is_thing(count: Mapping[Kind | None, float]) -> bool:
    """Whether more speaks for a ship, a work or a product than for any actor."""
    return count.get(THING, 0.0) > max(w for kind, w in count.items() if kind is not THING)


def _kind(count: Mapping[Kind | None, float]) -> Kind:
    return max((k for k in count if k is not None), key=lambda k: count[k])


def _is_known(mention: Mention) -> bool:
    return table().kinds.get(mention.text) is not None and mention.text not in table().unsure


def _told_around(
    doc: Doc, mention: Mention, people: frozenset[int]
) -> Iterator[tuple[Kind | None, float]]:
    """The kinds that the words around a mention speak for, and how loudly."""
    if len(mention.words) > 1 and mention.words[-1] in table().body_heads:
        return
    yield from told_by_nouns(doc, mention)
    if _is_said_of_a_person(doc, mention) or _is_made_like_a_person(mention.words):
        yield Kind.PERSON, 2.0
    before = doc[mention.first - 1] if mention.first else None
    after = doc[mention.last] if mention.last < len(doc) else None
    if before is not None and before.lower_ in _INSIDE:
        yield Kind.PLACE, 1.0
    if after is not None and after.lower_ in _AREAS and after.tag_ == "NN":
        yield Kind.PLACE, 1.5
    if before is not None and before.lower_ == "of" and doc[mention.first - 2].lower_ in _AREAS:
        yield Kind.PLACE, 3.0
    if after is not None and after.text == "," and _word(doc, mention.last + 1) == "where":
        yield Kind.PLACE, 2.0
    if after is not None and after.tag_ == "POS" and _word(doc, after.i + 1) in _STATE:
        yield Kind.PLACE, 1.5  # "Georgia's parliament"
    if after is not None and after.tag_ == "POS" and after.i + 1 in people:
        yield Kind.ORGANISATION, 1.5  # "Acme's Ana Ruiz"
    if after is not None and after.lower_ in _SPOKESMEN:
        yield Kind.ORGANISATION, 1.0
    if (
        before is not None
        and before.lower_ in {"of", "for"}
        and _word(doc, mention.first - 2) in _SPOKESMEN
    ):
        yield Kind.ORGANISATION, 2.0


def _is_country_here(doc: Doc, mention: Mention, people: frozenset[int]) -> bool:
    """Whether a surname that is a country as well means the country at this place."""
    if mention.text not in table().countries:
        return False
    before, ruler = _word(doc, mention.first - 1), _word(doc, mention.first - 2)
    is_ruled = before == "of" and (titles().is_head(ruler) or ruler in _STATE | {"kingdom"})
    return is_ruled or any(kind is Kind.PLACE for kind, _ in _told_around(doc, mention, people))


def _word(doc: Doc, i: int) -> str:
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _is_said_of_a_person(doc: Doc, mention: Mention) -> bool:
    """Whether "who", an age, an office or kinship stands beside the name."""
    if not looks_human(mention.words):
        return False
    i = mention.last
    if _word(doc, i) in {"who", "whose"}:
        return True
    if _word(doc, i) == "," and i + 1 < len(doc):
        if _word(doc, i + 1) in {"who", "whose"}:
            return True
        if doc[i + 1].like_num and _word(doc, i + 2) == ",":
            return True
        if len(mention.words) > 1 and _word(doc, i + 1) in _OWNED and _leads_to_office(doc, i + 2):
            return True
    if len(mention.words) < 2:
        return False
    at = mention.first - 1
    if at > 0 and doc[at].text == ",":
        at -= 1
        is_led = any(t.lower_ in _OWNED for t in doc[max(0, at - 4) : at])
        return is_led and _is_office(doc[at])
    return at >= 0 and doc[at].tag_ == "NN" and _is_office(doc[at])


def _is_made_like_a_person(words: tuple[str, ...]) -> bool:
    """Whether it is initials, a double given name or one with a particle, and a surname.

    "E. J. Carver", "Jean-Pierre Laurent", "Charles de Villiers"; but "J. P. Morgan & Co" is none.
    """
    if len(words) < 3 or not looks_human(tuple(w for w in words if w != "-")):
        return False
    first, second = words[0], words[1]
    if all(len(w.rstrip(".")) == 1 and w.endswith(".") for w in (first, second)):
        return len(words) == 3
    is_double = second == "-" and first in given_names() and words[2] in given_names()
    is_noble = first in given_names() and second in PARTICLES and words[-1][0].isupper()
    return (is_double and len(words) > 3) or is_noble


def _is_office(token: Token) -> bool:
    """Whether the word is an office or a trade, and no relation that firms have as well."""
    word = singular(token.text)
    return token.is_lower and titles().is_head(word) and word not in titles().kin


def _leads_to_office(doc: Doc, i: int) -> bool:
    for token in doc[i : i + 5]:
        if token.is_punct or token.is_sent_start:
            return False
        if _is_office(token) and token.tag_ == "NN":
            return not (token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"NN", "NNS", "POS"})
        if token.lower_ in {"of", "in", "for", "that", "which"}:
            return False
    return False


def looks_human(words: tuple[str, ...]) -> bool:
    """Whether no word of the name marks it as a body, a place or an office."""
    heads = table().body_heads | table().place_heads | table().sites
    return len(words) <= 4 and all(
        (w[0].isupper() or w in PARTICLES)
        and w not in heads
        and singular(w) not in titles().heads
        and w.lower() not in speech().nouns
        for w in words[1:] or words
    )


def _full_names(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Longer names that end with what is a person wherever it stands alone."""
    alone = {
        m.text.casefold()
        for m in found
        if len(m.words) == 1 and kinds[m.text.casefold()] is Kind.PERSON
    }
    return {
        m.text.casefold(): Kind.PERSON
        for m in found
        if len(m.words) > 1
        and m.words[-1].casefold() in alone
        and looks_personal(m.words)
        and table().kinds.get(m.text) is None
    }


def _tails(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Surnames of several parts with the kind of the full name: "Patel-Greene", "al-Bakri"."""
    people = {m.words for m in found if kinds[m.text.casefold()] is Kind.PERSON}
    tails = {words[-2:] for words in people if len(words) > 2 and words[-2] in PARTICLES}
    tails |= {words[-3:] for words in people if len(words) > 3 and words[-2] == "-"}
    return {m.text.casefold(): Kind.PERSON for m in found if m.words in tails}


def _short_names(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Acronyms and short names of firms with the kind of what they stand for."""
    long = {m.words: kinds[m.text.casefold()] for m in found if len(m.words) > 1}
    firms = {w[:-1] for w, kind in long.items() if kind is Kind.ORGANISATION and w[-1] in FIRMS}
    heads = {w[-1:] for w, kind in long.items() if kind is Kind.ORGANISATION} & {
        (head,) for head in table().body_heads
    }
    short: dict[str, Kind] = {}
    for mention in found:
        if mention.words in firms | heads:
            short[mention.text.casefold()] = Kind.ORGANISATION
        elif len(mention.words) == 1 and mention.text.isupper() and not mention.is_loud:
            whole = (kind for words, kind in long.items() if is_acronym(mention.text, words))
            kind = next(whole, None)
            if kind is not None and kind is not Kind.PERSON and not _is_known(mention):
                short[mention.text.casefold()] = kind
    return short


def _surnames(found: list[Mention], kinds: Mapping[str, Kind]) -> frozenset[str]:
    people = [m for m in found if len(m.words) > 1 and kinds[m.text.casefold()] is Kind.PERSON]
    given = {m.words[0].casefold() for m in people if m.words[0] in given_names()}
    # Of "Inés Quiroga Beltrán" either surname may stand for her.
    return frozenset(given | {w.casefold() for m in people for w in m.words[1:] if len(w) > 2})
