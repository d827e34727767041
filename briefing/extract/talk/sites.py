"""Talk sites: which noun after which preposition is somewhere that an occasion can be held.

A place with a name, a hall, a square or a court is; a topic, a body and a person are none. The
nouns are data (`lexicon/meetings.toml`, table `places`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.known import table
from briefing.extract.parse import NOUNS, VERBS
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, is_occasion_noun, subject_of
from briefing.extract.talk.occasion_words import occasion_words
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset(
    [
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "CARDINAL",
        "ORDINAL",
        "QUANTITY",
        "PERSON",
        "NORP",
        "EVENT",
    ]
)
_BEFORE_PLACES = frozenset(
    {"in", "at", "outside", "inside", "near", "to", "on", "across", "throughout"}
)
# Where people walk or run: "a march through Berlin".
_ALONG = frozenset({"through", "around", "along", "past"})
# What a town owns is held there: "London's festivals"; "London's talks" may be anywhere.
SHOWN = frozenset({"release", "ceremony", "conference"})
_WALKED = frozenset({"protest", "ceremony", "match"})
# "Leaders in Congress" belong to it; only these are held in a house.
_IN_HOUSES = frozenset({"court", "vote", "debate", "decision"})


# Verbs of what is brought from place to place: "the show comes to Leeds".
_MOVING = frozenset(
    "come comes coming bring brings brought move moves moved go goes transfer transfers".split()
)
_TRIPS = frozenset({"visit", "visits", "trip", "trips", "tour", "tours"})
# Where one is "on": "on Capitol Hill".
_OPEN_SITES = frozenset("Hill Mall Street Avenue Square Broadway Lawn Island Plaza Road".split())
_FOR_PLACES = frozenset(
    ["set", "scheduled", "planned", "slated", "booked", "leave", "leaves", "depart", "departs"]
)


def leads_to_place(preposition: Token, occasion: Occasion) -> bool:
    """Whether a place may follow the preposition in what is told of such an occasion."""
    low = preposition.lower_
    if low in _ALONG:
        return occasion.family in _WALKED
    if low == "from":
        return occasion.family == "release"
    if low == "of":  # "a tour of Peru"
        journey = preposition.head
        is_own = occasion.head in {journey, journey.head}
        return is_own and is_journey_noun(journey)
    if low == "for":  # "a summit set for Lima", "leaves for Lima"
        return preposition.head.pos_ in VERBS and preposition.head.lower_ in _FOR_PLACES
    return low in _BEFORE_PLACES


def is_site(noun: Token, preposition: Token, occasion: Occasion, places: frozenset[str]) -> bool:
    """Whether something can be held there: a place with a name, a hall, "at" a court."""
    kind, low = noun.ent_type_, preposition.lower_
    if low in {"in", "at"} and is_known_place(noun, places):
        return True
    if low == "at" and occasion.family == "match" and noun.pos_ == "PROPN" and not is_date(noun):
        return not is_team(noun)
    is_named_so = noun.pos_ == "PROPN" and noun.left_edge.lower_ == "the"
    if low == "at" and is_named_so and kind in {"PERSON", ""}:
        return True  # "at the Old Bailey"
    if low == "to" and _is_goal(noun, preposition, occasion, places):
        return True
    if low == "of":
        return is_place(noun, places)
    if kind in _NO_PLACE:
        return False
    lists = occasion_words()
    if low == "in" and noun.lower_ in lists.houses:
        is_own = preposition.head in {occasion.head, occasion.verb}
        return is_own and occasion.family in _IN_HOUSES
    if low == "to":
        is_journey = preposition.head.lower_ in lists.travelling
        return (is_journey or occasion.family in {"visit", "match"}) and kind in PLACES | {"ORG"}
    if low == "for":
        return is_place(noun, places)
    if low == "on":
        if noun.pos_ == "PROPN" and noun.text in _OPEN_SITES:
            return True
        return kind == "FAC" or (kind == "LOC" and preposition.head.pos_ not in NOUNS)
    if kind in PLACES or (kind == "ORG" and low == "at"):
        return True
    is_again = any(c.lower_ == "same" for c in noun.lefts)  # "at the same court" tells nothing
    return noun.lower_ in lists.places and noun.left_edge.i < noun.i and not is_again


def _is_goal(noun: Token, preposition: Token, occasion: Occasion, places: frozenset[str]) -> bool:
    """Whether it is where somebody or something goes: "comes to Leeds", "the trip to Anfield"."""
    goer = preposition.head
    is_moving = goer.lower_ in occasion_words().travelling or goer.lower_ in _MOVING
    if is_moving and is_place(noun, places):
        return True
    if is_journey_noun(goer) and noun.ent_type_ in PLACES:
        return True  # "during a visit to Cairo, he will meet"
    is_trip = goer == occasion.head and occasion.is_noun and occasion.family == "visit"
    is_one_name = noun.pos_ == "PROPN" and noun.left_edge == noun  # no "Ana Ruiz"
    return is_trip and is_one_name and noun.ent_type_ in {"", "PERSON"}


def is_journey_noun(noun: Token) -> bool:
    """Whether the noun is one of going somewhere: "a trip", "the tour"."""
    return noun.lower_ in _TRIPS and is_occasion_noun(noun)


def is_place(token: Token, places: frozenset[str]) -> bool:
    """Whether the token is the head of the name of a place or of a hall."""
    return token.ent_type_ in PLACES or is_known_place(token, places)


def is_known_place(noun: Token, places: frozenset[str]) -> bool:
    """Whether the article or our list knows the name as that of a place, or it ends in "Hall"."""
    if noun.pos_ != "PROPN":
        return noun.text in places
    known, name = table(), _name(noun)
    if noun.text in places or name in places:
        return True
    if noun.i > noun.left_edge.i and noun.text in known.sites:
        return True
    return known.kinds.get(name) is Kind.PLACE and name not in known.unsure


def is_venue(noun: Token) -> bool:
    """Whether somebody performs there: "plays the Rose Theatre", "the band plays The Apex"."""
    verb = noun.head
    is_played = noun.dep_ == "dobj" and verb.lower_.startswith(("play", "headline"))
    if not is_played or noun.pos_ != "PROPN" or noun.tag_ == "NNPS":
        return False
    performer = subject_of(verb)
    is_performer = performer is not None and performer.lower_ in occasion_words().performers
    is_hall = noun.i > noun.left_edge.i and noun.text in table().sites
    return is_hall or (is_performer and noun.left_edge.lower_ == "the")


def is_hosting(verb: Token) -> bool:
    """Whether its subject is where it is held: "will host", "will play host to"."""
    if verb.lower_ in {"play", "plays", "playing"}:
        return any(c.dep_ == "dobj" and c.lower_ == "host" for c in verb.children)
    return verb.lower_ in {"host", "hosts", "hosting"}


def is_country(noun: Token) -> bool:
    """Whether it names a country or a part of the world, which are more often a topic."""
    known, name = table(), _name(noun)
    return known.same.get(name, name) in known.countries or noun.ent_type_ == "LOC"


def is_team(noun: Token) -> bool:
    """Whether it is a team by its form: "the Celtics"."""
    return noun.tag_ == "NNPS" and noun.left_edge.lower_ == "the"


def _name(noun: Token) -> str:
    first = noun.left_edge.i
    while first < noun.i and noun.doc[first].pos_ != "PROPN":
        first += 1
    return noun.doc[first : noun.i + 1].text
