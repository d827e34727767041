"""Role in a statement: what a sentence says that somebody is, was made or goes on as.

"Ana Ruiz is the mayor of Elma", "Ruiz was named head of Acme", "she served as ambassador to Spain".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention
from briefing.extract.parse import SUBJECTS, child_of
from briefing.extract.role.found import FoundRole
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.words import DETERMINERS, RoleText

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = 24  # tokens of a clause about somebody
_ASIDE = 16  # tokens of an aside behind a name
_BEING = frozenset({"is", "was", "became", "becomes", "remains"})
_BREAKS = frozenset({":", ";", "“", "”", '"'})
_AUXILIARIES = frozenset({"will", "is", "was", "has", "had", "been"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ", "MD"})
ADVERBS = frozenset({"also", "now", "currently", "then", "once", "still", "recently", "later"}) | {
    "previously", "formerly", "already",
}  # fmt: skip


def is_a(text: RoleText, mention: Mention) -> FoundRole | None:
    """A plain statement: "Ana Ruiz is the mayor of Elma", "Ruiz was named head of Acme"."""
    i = past_being(text, _past_aside(text, mention)) or _past_replacing(text, mention.last)
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
    behind = _past_commas(text, last, "as") or last
    if doc[behind].lower_ == "as":
        return noun_phrase(text, behind + 1)
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
        if doc[i].tag_ in _VERBS or doc[i].text in _BREAKS:
            return None
    return None


def _past_commas(text: RoleText, i: int, word: str) -> int | None:
    """Where the word follows an aside, or the comma at token `i`: ", a lawyer, as"."""
    doc = text.doc
    if i >= len(doc) or doc[i].text != ",":
        return None
    for j in range(i, min(i + _ASIDE, len(doc) - 1)):
        if doc[j].is_sent_start or doc[j].text in _BREAKS:
            return None
        if doc[j].text == "," and doc[j + 1].lower_ == word:
            return j + 1
        if j > i and doc[j].text == ",":
            return None
    return None


def _past_aside(text: RoleText, mention: Mention) -> int:
    """The token behind an aside: "Ana Ruiz, who grew up in Elma, is …"; the next without one.

    A comma further on ends it where the parse takes the name for what the verb there tells of.
    """
    doc, i = text.doc, mention.last
    if i >= len(doc) or doc[i].text != ",":
        return i
    commas = 0
    for j in range(i, min(i + 2 * _ASIDE, len(doc) - 1)):
        if doc[j].is_sent_start or doc[j].text in _BREAKS:
            return i
        if doc[j].text == "," and past_being(text, j + 1) is not None:
            is_first = 1 <= commas < 2 and j < i + _ASIDE
            if is_first or _tells_of(doc[j + 1], mention):
                return j + 1
        commas += doc[j].text == ","
    return i


def _tells_of(token: Token, mention: Mention) -> bool:
    """Whether the verb that begins at the token has the name as its subject."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    subject = child_of(verb, *SUBJECTS)
    if subject is None:
        return False
    name = subject.doc[mention.last - 1]
    is_beside = name.dep_ == "appos" and name.head.i == subject.i  # "the minister, Ana Ruiz, was"
    return is_beside or mention.first <= subject.i < mention.last


def _past_replacing(text: RoleText, i: int) -> int | None:
    """The token behind "replaces Tom Berg as"; None where nobody is replaced."""
    doc = text.doc
    i += i < len(doc) and doc[i].lower_ == "will"
    if i >= len(doc) or doc[i].lower_ not in role_lists().replacing:
        return None
    for j in range(i + 1, min(i + 10, len(doc) - 1)):
        if doc[j].lower_ == "as":
            return j + 1
        if doc[j].is_sent_start or doc[j].is_punct or doc[j].tag_ in _VERBS:
            return None
    return None


def past_being(text: RoleText, i: int) -> int | None:
    """The token behind "is", "has been", "served as", "was named"; None where none stands."""
    words = [t.lower_ for t in text.doc[i : i + 7]]
    step = 0
    if words[:1] and words[0] in {"has", "had"} and "been" in words[1:3]:
        step = words.index("been") + 1
    elif words[:1] and words[0] in _BEING:
        step = 1
    elif words[:2] in (["will", "be"], ["will", "become"]):
        step = 2
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
        if doc[j].is_sent_start or doc[j].text in {*_BREAKS, ",", "who"}:
            return None
        if doc[j].lower_ == "and" and doc[j + 2].lower_ in DETERMINERS:
            return past_being(text, j + 1)
    return None
