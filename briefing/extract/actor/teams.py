"""Teams: bodies called by a plural, alone or behind their town: "the Bears", "Elma Bears"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.actor.mention import occurrences
from briefing.extract.known import given_names, table
from briefing.extract.parse import NAMING, PLURALS
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDINGS = ("s", "x")  # "Rovers", "Sox"


def is_team(words: tuple[str, ...], *, has_article: bool) -> bool:
    """Whether a plural stands behind a town: "Boston Rovers", "the Austin Rovers"."""
    known, last = table(), words[-1]
    if len(words) < 2 or not last.endswith(_ENDINGS):
        return False
    if not has_article and (words[0] in known.unsure or words[0] in given_names()):
        return False
    is_other = last in known.place_heads | known.sites | known.occasions
    return not is_other and any(_is_town(words[:width]) for width in (1, 2) if width < len(words))


def is_short_for_team(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the long name is a town's and its team's: "Elma Bears" for "Bears"."""
    width, name, known = len(short), " ".join(short), table()
    is_tail = long[-width:] == short and short[-1].endswith(_ENDINGS)
    is_other = name in known.kinds or short[-1] in known.body_heads or name in known.people
    return is_tail and not is_other and _is_town(long[:-width])


def is_team_alone(doc: Doc, i: int) -> bool:
    """Whether the token is a plural with an article, as teams are called: "the Bears"."""
    token, known = doc[i], table()
    is_one = token.tag_ == "NNPS" and token.text.istitle() and i > 0 and doc[i - 1].lower_ == "the"
    ends = i + 1 >= len(doc) or doc[i + 1].tag_ not in NAMING
    return is_one and ends and token.text not in known.occasions | known.place_heads


def is_team_of_office(token: Token) -> bool:
    """Whether the plural of an office stands behind a town somewhere: "the Elma Cardinals"."""
    if token.tag_ not in PLURALS or not token.text.istitle():
        return False
    doc = token.doc
    return any(i and _is_town((doc[i - 1].text,)) for i in occurrences(doc)[token.text])


def _is_town(words: tuple[str, ...]) -> bool:
    return table().kinds.get(" ".join(words)) is Kind.PLACE
