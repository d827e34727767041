"""Role heads: the last word of a role in front of a name, and what only looks like one.

"Sen.", "First Lady", "running back" end a role; in "the comedy stars Ana Ruiz" and "he had to guard
Ana Ruiz" a verb stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.known import titles
from briefing.extract.parse import FINITE
from briefing.extract.role.lists import role_lists
from briefing.extract.role.words import DETERMINERS, WORDS, RoleText

if TYPE_CHECKING:
    from spacy.tokens import Token


def ends_role(text: RoleText, token: Token) -> bool:
    """Whether a role in front of a name may end with the token."""
    low, known = token.lower_, titles()
    if _is_first_lady(text, token.i):
        return True
    if is_infinitive(text, token.i):
        return False
    if is_position(text, token.i):
        return True
    if low in known.honorifics and low not in known.heads:
        return False
    if token.text in {"PM", "AM"} or text.is_hyphened_head(token.i):
        return True
    if token.like_num or low in {"one", "two", "three"}:  # "world number one"
        before = [t.lower_ for t in text.doc[max(token.i - 2, 0) : token.i] if t.text != "."]
        return before[-1:] != [] and before[-1] in {"number", "no", "no."}
    return (
        low in known.short
        or token.text in known.letters
        or text.is_head(token.i)
        or low in {"staff", "state", "elect", "general", "law", "tempore", "tem"}
    )


def _is_first_lady(text: RoleText, i: int) -> bool:
    """Whether "lady" is an office and no courtesy."""
    words = {"first", "second"}
    return text.doc[i].lower_ == "lady" and i > 0 and text.doc[i - 1].lower_ in words


def is_position(text: RoleText, i: int) -> bool:
    """Whether it is where somebody plays: "running back", "Steelers safety"."""
    token, before = text.doc[i], text.doc[i - 1] if i else None
    if before is None or not token.is_lower:
        return False
    is_team = before.text[0].isupper() and before.tag_ in {"NNP", "NNPS", "NNS"}
    is_lone = token.lower_ in role_lists().lone_positions and is_team
    is_player = text.same_name(i + 1, i + 2, is_known=True) and before.tag_ != "POS"
    lists = role_lists()
    is_two = token.lower_ in lists.positions and before.lower_ in lists.kinds_of_position
    return is_two or (is_lone and is_player)


def is_infinitive(text: RoleText, i: int) -> bool:
    """Whether it is what is done: "he had to guard Ana Ruiz", "to transport President Ruiz"."""
    token, before = text.doc[i], [t.lower_ for t in text.doc[max(i - 2, 0) : i]]
    is_led = before[-1:] == ["to"] and before[0] not in {"according", "due", "thanks", "next"}
    return token.tag_ == "VB" and token.is_lower and is_led


def is_verb(text: RoleText, head: int) -> bool:
    """Whether "stars" is what a film does: "The new comedy stars Ana Ruiz and Tom Berg."

    It is when a subject stands before it, or when the names have no other verb.
    """
    token = text.doc[head]
    if token.lower_ not in role_lists().done_by_works or head == 0 or token.is_sent_start:
        return False
    if token.tag_ == "VBZ" and _has_subject(text, head):
        return True
    return not any(
        t.tag_ in FINITE and t.i != head and not _is_of_clause(text, t.i)
        for t in text.doc[token.sent.start : token.sent.end]
    )


def _has_subject(text: RoleText, verb: int) -> bool:
    """Whether the words before the verb begin like a subject: "The new comedy"."""
    i = verb - 1
    while i > 0 and not text.doc[i].is_sent_start and text.doc[i].tag_ in WORDS:
        i -= 1
    return text.doc[i].lower_ in DETERMINERS or text.doc[i].tag_ in {"POS", "''"}


def _is_of_clause(text: RoleText, i: int) -> bool:
    """Whether the verb is of a clause of its own: "who rob", "and was filmed"."""
    before = text.doc[i - 1] if i else None
    return before is not None and before.tag_ in {"WP", "WDT", "CC", "WRB", "PRP"}


def is_work_or_clock(text: RoleText, head: int) -> bool:
    """Whether the capital is of a work or an hour: "The Elma Men", "11:03 AM ET"."""
    token = text.doc[head]
    before = text.doc[head - 1] if head else None
    if token.text == "AM" and before is not None and (before.like_num or ":" in before.text):
        return True
    is_odd = (
        token.lower_ in role_lists().openers_of_works
        and token.text.istitle()
        and not token.is_sent_start
    )
    is_article = before is not None and before.lower_ in DETERMINERS
    if is_odd and (before is None or is_article or not before.text[0].isupper()):
        return True
    # "The elder Ruiz" is no elder of a tribe.
    return token.lower_ == "elder" and before is not None and before.lower_ == "the"
