"""Role in a statement: what a sentence says that somebody is, was made or goes on as.

"Ana Ruiz is the mayor of Elma", "Ruiz was named head of Acme", "she served as ambassador to Spain".
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.actor.mention import Mention
from briefing.extract.role.found import FoundRole
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.words import DETERMINERS, RoleText

_CLAUSE = 24  # tokens of a clause about somebody
_ASIDE = 16  # tokens of an aside behind a name
_BEING = frozenset({"is", "was", "became", "becomes", "remains"})
_AUXILIARIES = frozenset({"will", "is", "was", "has", "had", "been"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ", "MD"})
ADVERBS = frozenset({"also", "now", "currently", "then", "once", "still", "recently", "later"}) | {
    "previously", "formerly", "already",
}  # fmt: skip


def is_a(text: RoleText, last: int) -> FoundRole | None:
    """A plain statement: "Ana Ruiz is the mayor of Elma", "Ruiz was named head of Acme"."""
    i = past_being(text, _past_aside(text, last))
    if i is None:
        return None
    role = noun_phrase(text, i)
    if role is None or text.doc[i].lower_ in {"the", "a", "an"}:
        return role
    is_made = text.doc[i - 1].lower_ in {"as", *role_lists().chosen}
    return role if role.first == i and (is_made or role.affiliation is not None) else None


def is_made(text: RoleText, mention: Mention) -> FoundRole | None:
    """What somebody is made by another: "named Ana Ruiz as minister of health"."""
    doc, last = text.doc, mention.last
    chosen = _choosing_before(text, mention.first)
    if chosen is None or last >= len(doc):
        return None
    if doc[last].lower_ == "as":
        return noun_phrase(text, last + 1)
    # "A man named Tom Berg" is made nothing.
    if doc[chosen].tag_ == "VBN" and doc[chosen - 1].lower_ not in {"has", "have", "had"}:
        return None
    role = noun_phrase(text, last)
    after = doc[role.last] if role is not None and role.last < len(doc) else None
    is_closed = after is None or after.is_punct or after.tag_ in {"CC", "IN", "TO"}
    return role if is_closed and (after is None or after.lower_ != "of") else None


def _choosing_before(text: RoleText, first: int) -> int | None:
    """The verb of choosing before the name in its sentence, with no other verb between."""
    doc = text.doc
    if first == 0 or doc[first].is_sent_start or doc[first - 1].tag_ == "IN":
        return None
    for i in range(first - 1, doc[first].sent.start, -1):
        if doc[i].lower_ in role_lists().choosing:
            return i
        if doc[i].tag_ in _VERBS or doc[i].text in {":", ";", "“", "”", '"'}:
            return None
    return None


def _past_aside(text: RoleText, i: int) -> int:
    """The token behind an aside: "Ana Ruiz, who grew up in Elma, is …"; `i` without one."""
    doc = text.doc
    if i >= len(doc) or doc[i].text != ",":
        return i
    for j in range(i + 1, min(i + _ASIDE, len(doc))):
        if doc[j].is_sent_start or doc[j].text in {":", ";", "“", '"'}:
            return i
        if doc[j].text == ",":
            return j + 1
    return i


def past_being(text: RoleText, i: int) -> int | None:
    """The token behind "is", "has been", "served as", "was named"; None where none stands."""
    words = [t.lower_ for t in text.doc[i : i + 7]]
    step = 0
    if words[:1] and words[0] in {"has", "had"} and "been" in words[1:3]:
        step = words.index("been") + 1
    elif words[:1] and words[0] in _BEING:
        step = 1
    step = _past_serving(words) or step
    if not step:
        return None
    step += words[step : step + 1] != [] and words[step] in ADVERBS
    if words[step : step + 1] and words[step] in role_lists().chosen:
        step += 1
        step += words[step : step + 1] == ["as"]
    return i + step if i + step < len(text.doc) else None


def _past_serving(words: Sequence[str]) -> int:
    """The number of words in "served as", "will continue as", "was sworn in as", else 0."""
    step = next((n for n, word in enumerate(words) if word not in _AUXILIARIES), len(words))
    if words[step : step + 1] == [] or words[step] not in role_lists().serving:
        return 0
    step += 1
    step += words[step : step + 1] != [] and words[step] in {"on", "over", "in"}
    return step + 1 if words[step : step + 1] == ["as"] else 0


def past_second_being(text: RoleText, i: int) -> int | None:
    """The token behind "is" in "who made the film and is a teacher"; None without one."""
    doc = text.doc
    for j in range(i, min(i + _CLAUSE, len(doc) - 2)):
        if doc[j].is_sent_start or doc[j].text in {":", ";", "“", '"', ",", "who"}:
            return None
        if doc[j].lower_ == "and" and doc[j + 2].lower_ in DETERMINERS:
            return past_being(text, j + 1)
    return None
