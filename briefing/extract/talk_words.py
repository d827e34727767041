"""Talk words: what a coming occasion is called, where it is and who takes part.

All three are read from the occasion's own syntax: the noun phrase or the clause, its phrases with
"in" and "at", its subject and its partners. Nothing is taken from elsewhere in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.extract.firmness import completed
from briefing.extract.known import titles
from briefing.extract.occasion_words import occasion_words
from briefing.extract.occasions import Occasion, is_date, subject_of
from briefing.extract.speakers import Speakers
from briefing.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.extract.page import Page

_MOST_WORDS = 12
_PRONOUNS = frozenset({"he", "she", "him", "his", "her"})
_PARTNERS = frozenset(
    {"with", "between", "against", "by", "among", "and", "versus", "vs", "of", "for"}
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset(
    {
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
    }
)
_LEADING = frozenset({"'s", "'", "the", "a", "an", "when", "as", "that", "which"})
_CUT = frozenset({"relcl", "advcl", "ccomp", "punct", "parataxis", "appos", "mark"})


class Cast:
    """The actors of a page, asked who a pronoun or "the prime minister" is."""

    def __init__(self, page: Page, actors: Sequence[Actor]) -> None:
        self.page = page
        self.actors = actors
        self._speakers: Speakers | None = None

    def meant_by(self, head: Token) -> str | None:
        """The actor meant by a pronoun or an office; None for anybody else."""
        if head.lower_ not in _PRONOUNS and not titles().is_head(head.lower_):
            return None
        if self._speakers is None:
            self._speakers = Speakers(self.page, self.actors, frozenset())
        speaker = self._speakers.speaker(head)
        return speaker.name if speaker is not None and speaker.actor is not None else None


def what(page: Page, occasion: Occasion) -> str:
    """The occasion in words of the text, one stretch of it, at most twelve words."""
    first, last = _of_noun(occasion) if occasion.is_noun else _of_verb(occasion)
    doc, date = page.doc, occasion.date
    if date is not None and date.start > occasion.head.idx:
        while last > occasion.head.i and doc[last].idx + len(doc[last]) > date.start:
            last -= 1
    if first == last and not occasion.is_noun:
        last = _beyond_date(occasion)
    while first < last and (
        doc[first].is_punct or doc[first].lower_ in _LEADING or doc[first].tag_ in {"PRP$", "WP$"}
    ):
        first += 1
    while last > first and (
        doc[last].is_punct or doc[last].dep_ in {"cc", "prep", "case", "det", "mark"}
    ):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(page.text[start:end].split())


def _beyond_date(occasion: Occasion) -> int:
    """A bare verb is told with its day and what follows it: "testify Tuesday before the Senate"."""
    head = occasion.head
    last = head.i
    for child in head.rights:
        if child.dep_ not in {"prep", "npadvmod", "dobj", "prt", "advmod"}:
            break
        edge = child.right_edge.i if is_date(child.right_edge) else _plain_edge(child)
        if edge - head.i >= _MOST_WORDS:
            break
        last = edge
    return last


def _of_noun(occasion: Occasion) -> tuple[int, int]:
    """The noun with what stands before it and its "of", "on" and "with"; no date, no clause."""
    head = occasion.head
    first = head.left_edge.i
    for child in head.lefts:
        if child.dep_ in {"relcl", "advcl"}:
            first = max(first, child.right_edge.i + 1)
    doc = head.doc
    for i in range(head.i - 1, first - 1, -1):
        if is_date(doc[i]) or doc[i].tag_ in {"PRP$", "POS"} and is_date(doc[i - 1]):
            first = i + 1
            break
        if doc[i].is_punct and doc[i].text not in "-'\"‘’“”":
            first = i + 1
            break
    while first < head.i and (doc[first].dep_ == "det" or doc[first].tag_ in {"PRP$", "POS"}):
        first += 1
    first = max(first, head.i - _MOST_WORDS + 1)
    if first == head.i:
        first = _with_date(head)
    last = _end_of_noun(head, first)
    return (_with_verb(occasion) or (first, last)) if first == last else (first, last)


def _with_verb(occasion: Occasion) -> tuple[int, int] | None:
    """A bare object is told with its verb and subject: "the committee will open hearings"."""
    head, verb = occasion.head, occasion.head.head
    if head.dep_ != "dobj" or verb.i > head.i:
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON" or subject.i > verb.i:
        return verb.i, head.i
    first = subject.left_edge.i
    return (first, head.i) if head.i - first < _MOST_WORDS else (verb.i, head.i)


def _with_date(head: Token) -> int:
    """A bare noun is told with the date right before it: "June 7 primary"."""
    doc, i = head.doc, head.i
    while i > head.sent.start and (is_date(doc[i - 1]) or doc[i - 1].tag_ == "POS"):
        i -= 1
    return i if i < head.i and is_date(doc[i]) else head.i


def _end_of_noun(head: Token, first: int) -> int:
    last = head.i
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ in {
            "in",
            "at",
            "since",
            "until",
            "after",
            "before",
            "from",
        }:
            break
        if child.i != last + 1 or any(is_date(t) for t in child.children):
            break
        edge = _plain_edge(child)
        if edge - first >= _MOST_WORDS:
            break
        last = edge
    return last


def _plain_edge(token: Token) -> int:
    """Where a phrase ends before its clauses, dates and asides."""
    doc = token.doc
    for i in range(token.i + 1, token.right_edge.i + 1):
        near = doc[i]
        if is_date(near) or near.dep_ in {"relcl", "appos"} or near.text in ",;:()—–":
            return i - 1
        if near.dep_ == "nsubj" or near.tag_ in {"WDT", "WP", "WRB", "TO"}:
            return i - 1
    return token.right_edge.i


def _of_verb(occasion: Occasion) -> tuple[int, int]:
    """From the subject to the object, or from the verb when that is too long."""
    head = occasion.head
    last = head.i
    for child in head.rights:
        if child.dep_ in _CUT or is_date(child) or child.dep_ == "cc":
            break
        if child.dep_ == "prep" and any(is_date(t) for t in child.children):
            break
        last = max(last, min(_plain_edge(child), head.i + _MOST_WORDS - 1))
    subject = _subject(occasion)
    if subject is None or subject.i > head.i or _is_further_verb(head):
        return head.i, last
    first = subject.left_edge.i
    while first < subject.i and subject.doc[first].lower_ in {"when", "as", "that"}:
        first += 1
    if subject.pos_ == "PRON" and last > head.i:
        return head.i, last
    if last - first < _MOST_WORDS:
        return first, last
    if last - subject.i < _MOST_WORDS and subject.right_edge.i < head.i:
        return _name_start(subject), last
    is_passive = any(child.dep_ == "auxpass" for child in head.children)
    if last == head.i and is_passive and not subject.ent_type_:
        return first, min(_plain_edge(subject), first + _MOST_WORDS - 1)
    return head.i, last


def _is_further_verb(verb: Token) -> bool:
    """Whether another verb stands between it and its subject: "was arrested and will appear"."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _name_start(subject: Token) -> int:
    """The first token of the name or compound the subject ends."""
    first = subject.i
    for child in subject.lefts:
        if child.dep_ in {"compound", "amod"} and child.i < first:
            first = min(first, child.left_edge.i)
    return first


def _subject(occasion: Occasion) -> Token | None:
    """Whose doing it is: the subject of the verb, of the plan above it, or what a clause describes."""
    for verb in (occasion.head, occasion.verb):
        if verb is not None and verb.pos_ not in {"NOUN", "PROPN"}:
            subject = subject_of(verb)
            if subject is not None and subject != occasion.head:
                return subject
    return None


# ---- where


def where(page: Page, occasion: Occasion) -> str | None:
    """The place named by the occasion's own "in" or "at": a city with its country."""
    for preposition in _own_prepositions(occasion):
        place = _place_after(page, preposition, occasion)
        if place is not None:
            return place
    if occasion.family == "vote" and occasion.is_noun:
        return _place_of_vote(page, occasion)
    return None


def _own_prepositions(occasion: Occasion) -> Iterator[Token]:
    """The prepositions of the noun, of the verb, and of the phrases these have."""
    heads = [occasion.head]
    for child in occasion.head.children:
        if child.dep_ in {"acl", "relcl"}:
            heads += [child, completed(child)]
    token = occasion.verb
    if token is not None:
        heads.append(token)
        heads += [c for c in token.children if c.dep_ in {"xcomp", "acomp", "acl"}]
        if token.dep_ == "xcomp":
            heads.append(token.head)
    if occasion.date_root is not None and occasion.date_root.head.pos_ == "VERB":
        heads.append(occasion.date_root.head)
    for head in dict.fromkeys(heads):
        for child in head.children:
            if child.dep_ == "prep" and child.i > min(head.i, occasion.head.i) - 12:
                yield child
                if child.lower_ in _PARTNERS | {"to", "on"}:
                    for noun in child.children:
                        yield from _prepositions_below(noun)
            elif child.lower_ in {"away", "back"}:
                yield from (c for c in child.children if c.dep_ == "prep")


def _prepositions_below(noun: Token) -> Iterator[Token]:
    """The prepositions of a noun and of its "of": "members of the House leadership in Washington"."""
    for child in noun.children:
        if child.dep_ == "prep":
            yield child
            if child.lower_ == "of":
                for inner in child.children:
                    yield from _prepositions_below(inner)


def _place_after(page: Page, preposition: Token, occasion: Occasion) -> str | None:
    word = preposition.lower_
    if word not in {"in", "at", "outside", "inside", "near", "to", "on"}:
        return None
    for noun in preposition.children:
        if noun.dep_ != "pobj" or noun.ent_type_ in _NO_PLACE:
            continue
        is_place = noun.ent_type_ in _PLACES or (word == "at" and noun.ent_type_ == "ORG")
        if word == "in" and noun.ent_type_ == "ORG" and noun.text[:1].isupper():
            is_place = False
        if word == "to" and not (
            occasion.family in {"visit", "match"} and noun.ent_type_ in _PLACES | {"ORG"}
        ):
            continue
        if word == "on" and noun.ent_type_ not in {"FAC", "LOC"}:
            continue
        is_kind = noun.lower_ in occasion_words().places and noun.left_edge.i < noun.i
        is_place = is_place or (word != "to" and is_kind)
        if is_place or (word == "to" and noun.ent_type_):
            return _place_words(page, noun)
    return None


def _place_words(page: Page, noun: Token) -> str:
    """The name with what narrows it: "Jeddah, Saudi Arabia", "the City Hall in Leeds"."""
    doc = noun.doc
    first = noun.left_edge.i
    while first < noun.i and doc[first].pos_ in {"DET", "PRON", "PUNCT"}:
        first += 1
    last = _end_of_place(noun)
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(page.text[start:end].split())


def _end_of_place(noun: Token) -> int:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in {"appos", "npadvmod", "conj"} and child.ent_type_ in _PLACES:
            last = child.i if child.i <= last + 4 else last
        elif child.dep_ == "prep" and child.lower_ in {"in", "of"}:
            last = max([last, *(_end_of_place(t) for t in child.children if _is_named(t))])
    doc = noun.doc
    if last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].ent_type_ == "GPE":
        last += 2
    while (
        last + 1 < len(doc) and doc[last + 1].ent_type_ in _PLACES and doc[last + 1].ent_iob_ == "I"
    ):
        last += 1
    return last


def _is_named(token: Token) -> bool:
    return (
        token.dep_ == "pobj"
        and token.ent_type_ in _PLACES | {"ORG"}
        or token.pos_ == "PROPN"
        and not is_date(token)
    )


def _place_of_vote(page: Page, occasion: Occasion) -> str | None:
    """A vote is held in the place it is named after, or that holds it."""
    head = occasion.head
    inside = [
        c for c in head.children if c.dep_ in {"compound", "poss", "nmod"} and c.ent_type_ == "GPE"
    ]
    subject = _subject(occasion)
    if not inside and subject is not None:
        if subject.ent_type_ == "GPE":
            inside = [subject]
    return _entity(page, inside[0]) if inside else None


def _entity(page: Page, token: Token) -> str:
    for entity in token.sent.ents:
        if entity.start <= token.i < entity.end:
            return page.text[entity.start_char : entity.end_char]
    return token.text


# ---- who


def who(page: Page, occasion: Occasion, cast: Cast) -> tuple[str, ...]:
    """The actors in the occasion's own subject, object and partners, in order of the text."""
    parties = list(_parties(occasion))
    found = _named(page, {t.i for part in parties for t in _inside(part)}, cast.actors)
    for part in parties:
        if not any(part.left_edge.idx <= at <= part.right_edge.idx for at in found.values()):
            name = cast.meant_by(part)
            if name is not None:
                found.setdefault(name, part.idx)
    return tuple(sorted(found, key=lambda name: found[name]))


def _named(page: Page, tokens: set[int], actors: Sequence[Actor]) -> dict[str, int]:
    """The actors named by any of the tokens, with the offset of the name."""
    doc: Doc = page.doc
    found: dict[str, int] = {}
    if not tokens:
        return found
    start, end = doc[min(tokens)].idx - 40, doc[max(tokens)].idx + 40
    for actor in actors:
        for mention in actor.mentions:
            if not start <= mention.start < end:
                continue
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and any(t.i in tokens for t in span):
                found.setdefault(actor.name, mention.start)
    return found


def _parties(occasion: Occasion) -> Iterator[Token]:
    """The heads of the noun phrases that take part."""
    subject = _subject(occasion)
    if subject is not None and subject != occasion.head and _is_of_subject(occasion):
        yield subject
        if subject.dep_ == "appos":
            yield subject.head
    heads = [occasion.head]
    if occasion.verb is not None and _is_of_subject(occasion):
        heads.append(occasion.verb)
    for head in dict.fromkeys(heads):
        for child in head.children:
            is_object = child.dep_ in {"dobj", "poss", "compound", "nmod", "agent", "dative"}
            if is_object and child != occasion.head and child.ent_type_ not in _PLACES:
                yield child
            elif is_object and child.dep_ in {"dobj", "poss"} and child != occasion.head:
                yield child
            elif child.dep_ == "prep" and child.lower_ in _PARTNERS:
                yield from (c for c in child.children if c.dep_ == "pobj")


def _is_of_subject(occasion: Occasion) -> bool:
    """Whether the subject of the verb takes part, not only acts before or because of it."""
    head = occasion.head
    if not occasion.is_noun or head.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}:
        return True
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"at", "in", "to", "for", "with"}
        and (head.head.head == occasion.verb or head.head.head.pos_ in {"VERB", "AUX", "NOUN"})
    )


def _inside(head: Token) -> Iterator[Token]:
    """The tokens of a noun phrase and of what it is joined to, without its clauses and places."""
    yield head
    for child in head.children:
        if child.dep_ in {"relcl", "acl", "advcl", "ccomp"}:
            continue
        if child.dep_ == "prep" and child.lower_ not in {"of", "and", "with", "between"}:
            continue
        yield from _inside(child)
