"""Talk owners: whose a bare "her trial" or "its annual meeting" is, told in front of the noun.

The name of an actor stands for "his" and "her"; the body that "its" points back to, and the one
"whose" meeting it is, stand in the same sentence, and what is between them is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.parse import CLAUSES, NOUNS, PROPER, child_of
from briefing.extract.talk.cast import Cast
from briefing.extract.talk.firmness import verb_above
from briefing.extract.talk.names import MOST_WORDS
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, subject_of
from briefing.extract.talk.wording import Wording
from briefing.model import Actor, Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = frozenset({"his", "her"})
_OF_BODIES = frozenset({"its", "their"})


def owned(occasion: Occasion, cast: Cast, stretch: tuple[int, int]) -> str | None:
    """The noun with its owner in front: "Ana Ruiz trial"; None when it names one or has none."""
    head, (first, last) = occasion.head, stretch
    pronoun = child_of(head, "poss")
    if pronoun is None or any(_is_name(t) for t in head.doc[first : last + 1]):
        return None
    left_out = range(pronoun.i + 1, first)
    if pronoun.lower_ in _PERSONAL:
        name = _person(pronoun, cast)
        instead = {pronoun.i: name} if name is not None else {}
        wording = Wording(cast.page.text, head.doc, frozenset(left_out), instead)
        told = wording.text(pronoun.i, last) if name is not None else None
    else:
        told = _behind_owner(_body(pronoun, occasion), cast, stretch)
    return told if told is not None and len(told.split()) <= MOST_WORDS else None


def _person(pronoun: Token, cast: Cast) -> str | None:
    """Whom "his" means: somebody of its own sentence, else the one person of that before."""
    name = cast.meant_by(pronoun)
    sentence = cast.page.sentence_of(pronoun.idx, pronoun.idx + len(pronoun))
    people = [actor for actor in cast.actors if actor.kind is Kind.PERSON]
    own = {a.name for a in people if _is_in(a, sentence.start, pronoun.idx)}
    if name is None or name in own:
        return name
    before = [each for each in cast.page.sentences if each.end <= sentence.start][-1:]
    told = own | {a.name for a in people if any(_is_in(a, s.start, s.end) for s in before)}
    return name if told == {name} else None


def _is_in(actor: Actor, start: int, end: int) -> bool:
    return any(start <= mention.start < end for mention in actor.mentions)


def _behind_owner(owner: Token | None, cast: Cast, stretch: tuple[int, int]) -> str | None:
    """The owner's name and the noun, with nothing of what stands between them."""
    if owner is None:
        return None
    start = owner.i
    while start > owner.left_edge.i and owner.doc[start - 1].dep_ == "compound":
        start -= 1
    between = frozenset(range(owner.i + 1, stretch[0]))
    return Wording(cast.page.text, owner.doc, between).text(start, stretch[1])


def _body(pronoun: Token, occasion: Occasion) -> Token | None:
    """The name that "its" or "whose" means: the subject before it, or what the clause describes."""
    verb = verb_above(occasion.head)
    if verb is None:
        return None
    if pronoun.tag_ == "WP$":
        owner: Token | None = verb.head if verb.dep_ in CLAUSES else None
    elif pronoun.lower_ in _OF_BODIES:
        owner = subject_of(verb)
    else:
        return None
    if owner is None or owner.i > pronoun.i:
        return None
    if pronoun.tag_ == "WP$":
        return owner if owner.pos_ in NOUNS else None
    others = any(_is_name(token) for token in owner.doc[owner.i + 1 : pronoun.i])
    is_body = owner.tag_ in PROPER and owner.ent_type_ != "PERSON"
    return owner if is_body and not others else None


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and not is_date(token)
