"""Role in the lead: who is told by the office first and named in the sentence behind it.

"Elma's prime minister will fly to Spain. Ana Ruiz is to meet the king." Only near the top, for an
office that one person holds, and where the second sentence says nothing in her own words. The
other way round, who was just named may be told of by the age: "The 46-year-old is head of Acme".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import occurrences
from briefing.extract.known import speech
from briefing.extract.parse import SUBJECTS, child_of
from briefing.extract.role.found import FoundRole
from briefing.extract.role.lists import role_lists
from briefing.extract.role.nouns import noun_phrase
from briefing.extract.role.statements import past_being
from briefing.extract.role.words import WORDS, RoleText
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from briefing.extract.actor.names import Cast

_SENTENCES = 4  # of the lead


def lead_roles(text: RoleText, casts: Sequence[Cast]) -> Iterator[tuple[int, FoundRole]]:
    """The role and the number of the person among the casts whom the next sentence is about."""
    sentences = list(islice(text.doc.sents, _SENTENCES))
    for sentence, following in pairwise(sentences):
        role = _described(text, sentence)
        person = _introduced(text, following)
        if role is not None and person is not None:
            yield next(n for n, cast in enumerate(casts) if cast is person), role


def roles_by_age(text: RoleText, casts: Sequence[Cast]) -> Iterator[tuple[int, FoundRole]]:
    """The role and the number of the only person named right before "The 46-year-old is …"."""
    doc = text.doc
    for old in occurrences(doc).get("old", ()):
        first = old - 5  # "The", "46", "-", "year", "-", "old"
        if first < 1 or doc[first].text != "The" or not doc[first].is_sent_start:
            continue
        end = next((i for i in range(old + 1, len(doc)) if doc[i].tag_ not in WORDS), old + 1)
        at = past_being(text, end)
        role = noun_phrase(text, at) if at is not None else None
        person = _only_person(text, doc[first - 1].sent)
        if role is not None and role.affiliation is not None and person is not None:
            yield next(n for n, cast in enumerate(casts) if cast is person), role


def _only_person(text: RoleText, sentence: Span) -> Cast | None:
    """The person whom the sentence names, when it names one alone."""
    casts = {id(cast): cast for t in sentence if (cast := text.named.get(t.i)) is not None}
    people = [cast for cast in casts.values() if cast.kind is Kind.PERSON]
    return people[0] if len(people) == 1 else None


def _described(text: RoleText, sentence: Span) -> FoundRole | None:
    """The office of somebody without a name that the sentence is about."""
    subject = _subject(sentence)
    if subject is None or subject.lower_ not in role_lists().single or subject.i in text.named:
        return None
    named = (text.named.get(t.i) for t in sentence)
    if any(cast is not None and cast.kind is Kind.PERSON for cast in named):
        return None
    role = noun_phrase(text, subject.left_edge.i)
    is_whole = role is not None and role.head == subject.i and role.affiliation is not None
    is_new = subject.left_edge.lower_ in {"a", "an", "another"}
    return role if is_whole and not is_new else None


def _introduced(text: RoleText, sentence: Span) -> Cast | None:
    """The person whom the sentence is about and who is named there first, by the full name."""
    subject = _subject(sentence)
    cast = text.named.get(subject.i) if subject is not None else None
    if cast is None or cast.kind is not Kind.PERSON or len(cast.words) < 2:
        return None
    known = speech()
    is_said = sentence.root.lower_ in known.saying | known.bringing
    return cast if min(m.first for m in cast.mentions) >= sentence.start and not is_said else None


def _subject(sentence: Span) -> Token | None:
    """What the main clause of the sentence is about."""
    return child_of(sentence.root, *SUBJECTS)
