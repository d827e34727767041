"""Deeds: what the sentence says is done by a name, done to it, or owned by it.

Only people marry, smile and have funerals; one flies from a town to another; a bank has shares
but no daughter. The parse is asked, so that words may stand between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.known import given_names, singular, speech, states, table
from briefing.extract.parse import COMMON, SUBJECTS
from briefing.extract.word_lists import read_list
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.actor.mention import Mention

_SHARES = frozenset({"%", "percent", "per", "pct"})
_WAYS = frozenset({"to", "from", "into", "through", "via", "toward", "towards", "in"})


def told_by_deeds(doc: Doc, mention: Mention) -> Iterator[tuple[Kind | None, float]]:
    """The kinds that verbs and owners around a mention speak for, and how loudly."""
    head = doc[mention.first : mention.last].root
    words = _deeds()
    if head.dep_ in SUBJECTS and head.head.lower_ in words[head.dep_]:
        yield Kind.PERSON, 1.5
    if len(mention.words) == 2 and _reports_for(doc, mention, head):
        yield Kind.PERSON, 1.5
    if head.dep_ == "nsubj" and _trades(head.head, words) and mention.words[0] not in given_names():
        yield Kind.ORGANISATION, 2.0
    if _is_of_shares(doc, mention, words["of_firms"]):
        yield Kind.ORGANISATION, 2.5  # against the place that "in" tells of
    if head.dep_ == "nsubj" and head.head.lower_ in words["of_ships"]:
        yield None, 1.5
    if _owns(doc, mention, words["owned"]):
        yield Kind.PERSON, 1.5
    if len(mention.words) < 3 and _follows_kin(doc, mention.first, words["family"]):
        yield Kind.PERSON, 2.5
    if _is_end_of_way(head, words["ways"]):
        yield Kind.PLACE, 1.5
    if _leads_state(doc, mention):
        yield Kind.PLACE, 2.0


def _reports_for(doc: Doc, mention: Mention, head: Token) -> bool:
    """Whether a known body's own says or reports something: "NPR's Ofelia Quint reports"."""
    if mention.first < 2 or doc[mention.first - 1].tag_ != "POS" or head.dep_ != "nsubj":
        return False
    is_body = table().kinds.get(doc[mention.first - 2].text) is Kind.ORGANISATION
    return is_body and head.head.lower_ in speech().saying | {"reports", "reported", "contributed"}


def _trades(verb: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it rises or falls by so many per cent, or reports a profit or loss."""
    behind = verb.doc[verb.i + 1 : verb.i + 6]
    if verb.lower_ in words["on_exchanges"]:
        return any(t.lower_ in _SHARES for t in behind)
    return verb.lower_ in words["of_accounts"] and any(
        t.lower_ in words["accounts"] for t in behind
    )


def _is_of_shares(doc: Doc, mention: Mention, of_firms: frozenset[str]) -> bool:
    """Whether shares of it are told of, or it has what firms have: "Acme's shareholders"."""
    i, before = mention.last, [t.lower_ for t in doc[max(0, mention.first - 2) : mention.first]]
    if before in (["shares", "in"], ["shares", "of"], ["stake", "in"]):
        return True
    is_owner = i + 1 < len(doc) and doc[i].tag_ == "POS"
    if before[-1:] in (["a"], ["the"]) and i < len(doc) and doc[i].tag_ in COMMON:
        return singular(doc[i].text) in of_firms  # "a Dell shareholder"
    return is_owner and any(t.lower_ in of_firms for t in doc[i + 1 : i + 3])


def _owns(doc: Doc, mention: Mention, owned: frozenset[str]) -> bool:
    """Whether only a person has what stands behind the possessive: "Carver's funeral"."""
    i = mention.last
    is_owner = i + 2 < len(doc) and doc[i].tag_ == "POS" and doc[i + 1].lower_ in owned
    is_ship = mention.first > 0 and doc[mention.first - 1].lower_ == "the"
    return is_owner and not is_ship and doc[i + 2].tag_ not in COMMON


def _follows_kin(doc: Doc, i: int, family: frozenset[str]) -> bool:
    """Whether the name is told behind somebody's relative: "their 10-year-old son, Eli"."""
    at = i - 2 if i > 1 and doc[i - 1].text == "," else i - 1
    if at < 1 or doc[i].is_sent_start:
        return False
    if doc[at].lower_ in {"years", "months"} and at > 3 and doc[at - 2].lower_ == "of":
        at -= 3  # "his wife of 17 years, Dina"
    return doc[at].lower_ in family and any(_is_owner(t) for t in doc[max(0, at - 8) : at])


def _is_owner(token: Token) -> bool:
    return token.tag_ in {"PRP$", "POS"}


def _is_end_of_way(head: Token, ways: frozenset[str]) -> bool:
    """Whether one goes there or comes from there: "It flew on Monday from Elma to Weston"."""
    if head.dep_ != "pobj" or head.head.lower_ not in _WAYS:
        return False
    verb = head.head.head
    if verb.dep_ in {"prep", "pobj"} and verb.lower_ in _WAYS | {"from"}:
        verb = verb.head  # "from Elma to Weston" hangs together
    return verb.lower_ in ways


def _leads_state(doc: Doc, mention: Mention) -> bool:
    """Whether a comma, a state and another comma or a stop follow: "the Weston, Ohio, branch"."""
    i = mention.last
    if i + 1 >= len(doc) or doc[i].text != "," or not 0 < len(mention.words) < 3:
        return False
    known = table()
    for length in (1, 2, 3):
        name = " ".join(t.text for t in doc[i + 1 : i + 1 + length])
        end = i + 1 + length
        is_state = known.kinds.get(name) is Kind.PLACE and name not in known.capitals
        if is_state and end < len(doc) and doc[end].text in {",", "."}:
            return name in states() and not _is_listed(doc, mention)
    return False


def _is_listed(doc: Doc, mention: Mention) -> bool:
    """Whether the name stands in a row with others: "Acme, Weston, Ohio, and Utah"."""
    before = doc[mention.first - 1].text if mention.first else ""
    return before == ","


@lru_cache(maxsize=1)
def _deeds() -> Mapping[str, frozenset[str]]:
    """What people do and own, by where it stands in the sentence."""
    return {name: frozenset(words) for name, words in read_list("classes")["deeds"].items()}
