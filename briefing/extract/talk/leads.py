"""Talk leads: how the subject of a coming occasion is told, the fullest way first.

By its own phrase, shorter and shorter; by the names that stand in it; a pronoun by the name of the
actor whom it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.known import titles
from briefing.extract.parse import DATES, NOUNS
from briefing.extract.talk.cast import Cast
from briefing.extract.talk.names import MARKS, plain_edge
from briefing.extract.talk.pairs import pair_meant
from briefing.extract.talk.subjects import antecedent_of
from briefing.extract.talk.wording import Wording, asides_of
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = frozenset({"in", "at", "for", "from", "on", "over", "about", "into", "of"})
_NO_NAMES = frozenset({"EVENT", "WORK_OF_ART"})
_LONGEST_TITLE = 12  # tokens


def leads(
    subject: Token | None, verb: Token, start: int, wording: Wording, cast: Cast
) -> Iterator[str]:
    """How the subject may be told, the fullest first: its phrase, a name in it, its own name."""
    if subject is not None and subject.tag_ == "PRP":
        antecedent = antecedent_of(subject)
        name = told_name(subject, cast) if antecedent is None else ""
        if name and not subject.n_rights:
            yield name
        elif antecedent is not None:
            subject = antecedent
    if subject is None:
        if verb.pos_ in NOUNS:  # the parse takes "the top ten face off" for one noun
            first = _without_article(verb.left_edge, verb.i)
            if first < verb.i:
                yield wording.text(first, verb.i - 1)
    elif subject.tag_ != "PRP" or subject.n_rights:
        yield from _phrases(subject, verb, start, wording)


def _phrases(subject: Token, verb: Token, start: int, wording: Wording) -> Iterator[str]:
    """A noun phrase: the names in it, its words without asides, the name at its end."""
    title = _title_before(start, wording)
    if title is not None and title[0] <= subject.i <= title[1]:
        yield wording.text(*title)
    if (told := _names_alone(subject, start, wording)) is not None:
        yield told
    first, last = _start_of_phrase(subject), subject.right_edge.i
    if any(child.tag_ == "WP$" for child in subject.children):
        owner = _relative_head(verb)  # "the union, whose members walk out"
        if owner is not None and owner.i < subject.i:
            yield wording.text(_without_article(owner.left_edge, owner.i), last)
        first = min(first + 1, subject.i)
    if first <= start <= last:  # the clause of the verb describes the noun
        last = max(subject.i, min(start - 1, plain_edge(subject)))
    asides = asides_of(subject, frozenset({verb.i}))
    whole = replace(wording, left_out=wording.left_out | asides)
    yield whole.text(first, last)
    for at in ends_before_asides(subject, last):
        yield whole.text(first, at)
    yield wording.text(_name_start(subject), subject.i)


def _names_alone(subject: Token, start: int, wording: Wording) -> str | None:
    """The names of those whose offices are told too: "the premier, Ana Ruiz, and her husband, …".

    None where they are names already, or where one of them has none.
    """
    joined = _joined(subject)
    named = [name for each in joined if (name := _name_in(each, start)) is not None]
    if len(named) < len(joined) or named == joined:
        return None
    kept = {i for name in named for i in range(_name_start(name), name.i + 1)}
    first, last = min(kept), max(kept)
    for name in named[1:]:  # the "and" before it, or the comma
        between = range(_name_start(name) - 1, first, -1)
        ands = (i for i in between if wording.doc[i].dep_ == "cc")
        kept.add(next(ands, _name_start(name) - 1))
    others = frozenset(range(first, last + 1)) - kept
    return replace(wording, left_out=wording.left_out | others).text(first, last)


def ends_before_asides(subject: Token, last: int) -> Iterator[int]:
    """Where a long phrase may stop: "opening statements in the trial" without "of …"."""
    for token in reversed(subject.doc[subject.i + 1 : last + 1]):
        is_in_name = (
            token.nbor(-1).pos_ == token.nbor(1).pos_ == "PROPN" if token.i < last else True
        )
        if token.dep_ == "prep" and token.lower_ in _STOPS and not is_in_name:
            yield token.i - 1


def _title_before(start: int, wording: Wording) -> tuple[int, int] | None:
    """The title in marks right before the verb: "“Blue Hour: Part Two” opens"."""
    doc, last = wording.doc, start - 1
    while last > 0 and (doc[last].text == "," or doc[last].tag_ in {"RB", "WDT"}):
        last -= 1
    if last < 1 or doc[last].text not in {'"', "”"}:
        return None
    for first in range(last - 1, max(-1, last - _LONGEST_TITLE), -1):
        if doc[first].text in {'"', "“"}:
            return first, last
    return None


def _joined(subject: Token) -> list[Token]:
    """The subject and all that "and" joins to it."""
    further = next((c for c in subject.rights if c.dep_ == "conj"), None)
    named = next((c for c in subject.rights if c.dep_ == "appos"), None)
    if further is None and named is not None:  # the parse joins the second office to the name
        further = next((c for c in named.rights if c.dep_ == "conj"), None)
    return [subject, *(_joined(further) if further is not None else ())]


def _name_in(subject: Token, start: int) -> Token | None:
    """The name, also behind what its bearer is: "the manager, Ana Ruiz, will meet"."""
    is_office = titles().is_head(subject.lower_)
    if subject.pos_ == "PROPN" and not is_office and subject.ent_type_ not in _NO_NAMES:
        return subject
    for child in subject.rights:
        is_name = child.pos_ == "PROPN" and child.ent_type_ in {"PERSON", "ORG", ""}
        if child.dep_ == "appos" and is_name and child.i < start:
            return child
    return None


def _start_of_phrase(subject: Token) -> int:
    """Where its own words begin: "to show solidarity, schools" begins with the schools."""
    doc, first = subject.doc, subject.left_edge.i
    for i in range(first + 1, subject.i):
        if doc[i].text == "," and doc[i - 1].pos_ in NOUNS:
            first = i + 1
    return _without_article(doc[_start_of_entity(doc[first])], subject.i)


def _start_of_entity(token: Token) -> int:
    """Where the name begins that the parse cuts: "Summer" of "Summer Jam"."""
    at = token.i
    while token.doc[at].ent_iob_ == "I" and token.ent_type_ not in DATES:
        at -= 1
    return at


def _without_article(first: Token, last: int) -> int:
    """Where a phrase begins without "the", "her" or a joining word before it."""
    doc, i = first.doc, first.i
    while i < last and (
        doc[i].lower_ in MARKS
        or doc[i].lower_ in {"the", "a", "an", "this", "that", "these", "those"}
        or doc[i].tag_ == "PRP$"
    ):
        i += 1
    return i


def _relative_head(verb: Token) -> Token | None:
    while verb.dep_ in {"xcomp", "acomp", "conj"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _name_start(subject: Token) -> int:
    """The first token of the name or compound the subject ends."""
    first = subject.i
    for child in subject.lefts:
        if child.dep_ in {"compound", "amod"} and child.i < first:
            first = min(first, child.left_edge.i)
    return _without_article(subject.doc[_start_of_entity(subject.doc[first])], subject.i)


def told_name(token: Token, cast: Cast) -> str:
    """The names of those whom a pronoun means; "" when nobody can tell."""
    name = cast.meant_by(token)
    if name is not None or token.lower_ == "it":
        return name or ""
    pair = pair_meant(cast.page, token, cast.actors)
    people = {actor.name for actor in cast.actors if actor.kind is Kind.PERSON}
    return " and ".join(_surname(each) if each in people else each for each in pair)


def _surname(name: str) -> str:
    words = [word for word in name.split() if word.strip(".") not in {"Jr", "Sr", "II", "III"}]
    return words[-1] if words else name
