"""Classes: what the common noun beside a name says that it names.

"The ferry Kestrel", "Elma, a village in Ohio", "Acme is a maker of pumps": people, bodies and
places are actors; ships, works, products and storms are none, wherever they are named again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import OPENING, Mention, capitals
from briefing.extract.known import singular, titles
from briefing.extract.parse import COMMON, NAMING
from briefing.extract.word_lists import read_list
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THING = None  # the kind of what is no actor
_GROUPS: tuple[tuple[str, Kind | None], ...] = (
    ("people", Kind.PERSON),
    ("bodies", Kind.ORGANISATION),
    ("places", Kind.PLACE),
    ("things", THING),
)
_OPENS = frozenset({"a", "an", "the", "one", "another", "two", "both"})
_IN_PHRASE = frozenset({"DT", "JJ", "NN", "NNP", "PRP$", "POS"})
_IS = frozenset({"is", "was"})
# What the model knows to be no actor.
_THINGS_OF_MODEL = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"})


@lru_cache(maxsize=1)
def classes() -> Mapping[str, Kind | None]:
    """Common noun -> what bears it; None for what is no actor."""
    lists = read_list("classes")["nouns"]
    return {noun: kind for group, kind in _GROUPS for noun in lists[group]}


@lru_cache(maxsize=1)
def thing_openers() -> frozenset[str]:
    """The large words that open the name of a ship or storm."""
    return frozenset(read_list("classes")["nouns"]["openers"])


def told_by_nouns(doc: Doc, mention: Mention) -> Iterator[tuple[Kind | None, float]]:
    """The kinds that common nouns beside the mention speak for, and how loudly."""
    before = _noun_before(doc, mention.first)
    if before is not None and _is_of_office(before, mention.first):
        yield Kind.PERSON, 1.5
    elif before is not None:
        yield classes()[singular(before.text)], 3.0
    leader = _leader_of_list(doc, mention.first)
    is_owner = mention.last < len(doc) and doc[mention.last].tag_ == "POS"
    if leader is not None and not is_owner:
        yield classes()[singular(leader.text)], 2.5
    i = mention.last
    if i + 2 >= len(doc):
        return
    leads = (doc[i].text == "," and doc[i + 1].lower_ in _OPENS) or doc[i].lower_ in _IS
    if leads and doc[i + 1].lower_ in _OPENS:
        noun = _head_after(doc, i + 2)
        if noun is not None:
            yield classes()[singular(noun.text)], 2.5


def _noun_before(doc: Doc, first: int) -> Token | None:
    """The class noun directly in front of a name: "the cruise ship Kestrel"."""
    i = first - 1
    while i >= 0 and doc[i].text in OPENING | {","} and first - i < 3:
        i -= 1
    if i < 0 or doc[first].is_sent_start or doc[i].tag_ != "NN" or not _is_class(doc[i]):
        return None
    return doc[i] if doc[i].text != "," and doc[i - 1].text != "-" else None  # "Elma-area schools"


def _is_of_office(noun: Token, first: int) -> bool:
    """Whether the noun only tells whose officer is named: "a spokesman for the union, Tom Berg"."""
    doc, i = noun.doc, noun.i
    if doc[first - 1].text != ",":
        return False
    while i > 1 and doc[i - 1].tag_ in _IN_PHRASE:
        i -= 1
    return doc[i - 1].lower_ in {"of", "for", "at"} and titles().is_head(doc[i - 2].text)


def _leader_of_list(doc: Doc, first: int) -> Token | None:
    """The class noun whose examples begin here: "rivers such as the Elma", "firms including"."""
    i = first - 1 - (first > 0 and doc[first - 1].lower_ == "the")
    i -= i > 0 and doc[i].text in {",", ":"}
    if i < 2 or doc[first].is_sent_start:
        return None
    if doc[i].lower_ == "as" and doc[i - 1].lower_ == "such":
        i -= 1
    elif doc[i].lower_ not in {"including", "like", "namely"}:
        return None
    noun = doc[i - 2] if doc[i - 1].text == "," else doc[i - 1]
    return noun if noun.tag_ == "NNS" and _is_class(noun) else None


def _is_class(token: Token) -> bool:
    return token.tag_ in COMMON and token.is_lower and singular(token.text) in classes()


def _head_after(doc: Doc, i: int) -> Token | None:
    """The head of the phrase that follows an article, when it is a class noun."""
    for token in doc[i : i + 7]:
        if token.is_punct and token.text != "-" and not (token.text == "," and token.i < i + 3):
            return None
        if token.is_sent_start or token.tag_ in {"IN", "WDT", "WP", "VBZ", "VBD", "TO"}:
            return None
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        is_head = following is None or following.tag_ not in NAMING | {"POS"}
        if (
            token.tag_ in COMMON
            and is_head
            and not (following is not None and following.text == "-")
        ):
            return token if _is_class(token) else None
    return None


def things_of_model(doc: Doc) -> Counter[str]:
    """Name in lower case -> how often the model takes it for a product, a work or an event."""
    return Counter(
        " ".join(t.text for t in entity if t.lower_ not in {"the", "'s"}).casefold()
        for entity in doc.ents
        if entity.label_ in _THINGS_OF_MODEL
    )


def thing_votes(doc: Doc) -> dict[str, float]:
    """Name in lower case -> how loudly "Hurricane" or "HMS" in front say that it is no actor."""
    votes: dict[str, float] = {}
    for token in (doc[i] for i in capitals(doc)):
        if (
            token.text in thing_openers()
            and token.i + 1 < len(doc)
            and doc[token.i + 1].text[0].isupper()
        ):
            name = doc[token.i + 1].text.casefold()
            for form in (name, f"{token.lower_} {name}", f"space {token.lower_} {name}"):
                votes[form] = votes.get(form, 0.0) + 4.0
    return votes
