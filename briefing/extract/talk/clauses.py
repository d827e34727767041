"""Talk clauses: what a coming occasion is called that a verb tells of: its subject to its object.

How the subject is told lies in `talk.leads`; a verb whose subject stands elsewhere ("was arrested
and will appear") gets it from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.parse import CLAUSES, SUBJECTS, has_child
from briefing.extract.talk.cast import Cast
from briefing.extract.talk.leads import ends_before_asides, leads, told_name
from briefing.extract.talk.names import ASIDE, MOST_WORDS, end_of_noun, plain_edge
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, subject_of
from briefing.extract.talk.subjects import doer_of, is_plan_noun
from briefing.extract.talk.wording import (
    DUE,
    Wording,
    carried,
    chain_of,
    dates_among,
    shortened,
    start_of_chain,
    tidy,
    without_future,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUT = frozenset({"relcl", "advcl", "ccomp", "punct", "parataxis", "appos", "mark", "cc", "conj"})
# Phrases worth telling even when the day comes before them: "will meet on Friday with …".
_WORTH = frozenset({"with", "on", "before", "over", "against", "for", "of", "between", "about"})
_LIKELY = frozenset({"Likely", "Expected", "Hoping", "Planning"})  # they begin a sentence
_FOR_PEOPLE = frozenset({"he", "she", "him", "her", "they"})


def told_by_verb(occasion: Occasion, cast: Cast) -> str:
    """The occasion as its subject, its verb and its object tell it."""
    head = occasion.head
    ends = list(_ends_of_clause(occasion))
    needed = next((end for end in reversed(ends) if end <= _end_of_object(head)), head.i)
    return _clause(head, occasion.subject, ends, needed, cast, occasion)


def told_with_verb(occasion: Occasion, cast: Cast) -> str | None:
    """A bare object with its verb and subject: "committee to open hearings"; else None."""
    head, verb = occasion.head, occasion.head.head
    if head.dep_ == "pobj" and verb.lower_ in {"on", "for"}:
        verb = due_above(verb) or verb.head  # "is scheduled for release", "goes on trial"
    if verb.i > head.i or (verb.pos_ != "VERB" and verb.lower_ not in DUE):
        return None
    last = end_of_noun(head, head.i)
    for child in verb.rights:  # "hold an inquest into the death"
        is_next = child.i == last + 1 and child.dep_ == "prep" and child.lower_ not in ASIDE
        if is_next and not any(is_date(t) for t in child.children):
            last = max(last, plain_edge(child))
    return _clause(verb, subject_of(verb), [head.i, last], last, cast, occasion)


def due_above(preposition: Token) -> Token | None:
    """The word of planning that "for" belongs to: "scheduled for release", "due in court for"."""
    above = preposition.head
    near = [above, *(c for c in above.children if c.dep_ == "acomp")]
    return next((t for t in near if _is_due(t) and t.i < preposition.i), None)


def _is_due(token: Token) -> bool:
    """Whether it is what is planned: "set for release", not "has set aside a day"."""
    is_active = any(c.dep_ == "dobj" or c.lower_ in {"has", "have"} for c in token.children)
    is_passive = has_child(token, "auxpass")
    return token.lower_ in DUE and (is_passive or not is_active)


def _clause(
    verb: Token,
    subject: Token | None,
    ends: list[int],
    needed: int,
    cast: Cast,
    occasion: Occasion,
) -> str:
    """The fullest wording of the subject that leaves room for the verb and what it needs."""
    plan = subject if subject is not None and is_plan_noun(subject) else None
    subject = doer_of(verb, subject)
    chain = chain_of(verb, subject)
    start = start_of_chain(chain) if plan is None or plan is subject else plan.i
    wording = _worded(chain, subject, cast, occasion)
    if (shared := carried(chain[0])) is not None:
        between = frozenset(range(shared.i + 1, start))
        start, wording = shared.i, replace(wording, left_out=wording.left_out | between)
    told = list(leads(subject, verb, start, wording, cast))
    for least in dict.fromkeys((needed, min(needed, _end_of_bare_object(verb)), verb.i)):
        for lead in told:
            room = MOST_WORDS - len(lead.split())
            if wording.length(start, least) <= room:
                last = _furthest(wording, start, room, ends)
                is_set = last == verb.i and verb.lower_ in DUE  # "the sequel is set for May 4"
                return lead if is_set else _after(lead, wording.text(start, last))
    start = next(i for i in range(start, verb.i + 1) if i not in wording.left_out)
    start = without_future(verb.doc, start)
    last = _furthest(wording, start, MOST_WORDS, ends)
    return (
        wording.text(start, max(last, needed)) if last >= verb.i else wording.text(verb.i, needed)
    )


def _after(lead: str, clause: str) -> str:
    """The subject with its clause, which may have begun the sentence or be shortened: "Ruiz’ll"."""
    first, *others = clause.split(" ")
    if first in _LIKELY:
        return tidy(" ".join((lead, first.lower(), *others)))
    gap = "" if clause[:1] in {"'", "’"} else " "
    return tidy(f"{lead}{gap}{clause}")


def _furthest(wording: Wording, start: int, room: int, ends: list[int]) -> int:
    """The last of the ends that leaves the stretch no longer than the room."""
    return max((end for end in ends if wording.length(start, end) <= room), default=start)


def _worded(chain: list[Token], subject: Token | None, cast: Cast, occasion: Occasion) -> Wording:
    """What is left out of the clause, and the names that stand in it for pronouns."""
    left_out = shortened(chain)
    for verb in chain:
        for child in verb.children:
            if child.i < chain[0].i or not _is_when(child, occasion):
                continue
            tokens = child.subtree
            left_out |= {t.i for t in tokens} if child.dep_ == "advmod" else {*dates_among(tokens)}
    wording = Wording(cast.page.text, chain[0].doc, frozenset(left_out))
    spoken = [*chain[-1].subtree, *(subject.subtree if subject is not None else ())]
    for token in spoken:
        is_pronoun = token.lower_ in _FOR_PEOPLE and token.tag_ == "PRP"
        if is_pronoun and (name := told_name(token, cast)):
            wording = replace(wording, instead={**wording.instead, token.i: name})
    return wording


def described(verb: Token) -> Token | None:
    """The noun that the clause of the verb describes."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    # The parse takes the "due" of "the talks, due to start on Monday" for a preposition.
    is_clause = verb.dep_ in CLAUSES or (verb.lower_ == "due" and verb.dep_ == "prep")
    is_clause = is_clause and verb.head.i < verb.i
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    is_own = any(c.tag_ not in {"WDT", "WP"} for c in own)
    return verb.head if is_clause and not is_own else None


def _end_of_object(verb: Token) -> int:
    """Where the object or the particle ends, without which the verb says nothing."""
    needed = {"dobj", "prt", "attr", "acomp", "dative"}
    return max([verb.i, *(plain_edge(child) for child in verb.rights if child.dep_ in needed)])


def _end_of_bare_object(verb: Token) -> int:
    """Where the object ends without the phrases behind it: "hear the appeal"."""
    near = takewhile(lambda child: not child.is_punct, verb.rights)
    return max([verb.i, *(c.i for c in near if c.dep_ in {"dobj", "prt", "attr"})])


def _ends_of_clause(occasion: Occasion) -> Iterator[int]:
    """Where the clause may end: after its verb or any of its phrases before the date."""
    head = occasion.head
    yield head.i
    yield _end_of_bare_object(head)
    last, is_bare, passed = head.i, True, False
    for child in head.rights:
        is_when = _is_when(child, occasion)
        if is_when and not is_bare:
            return
        if passed and not is_when and child.lower_ not in _WORTH:
            return
        if child.dep_ in _CUT and not _is_question(child):
            return
        edge = child.right_edge.i if is_when else plain_edge(child)
        if edge < child.i:
            return
        last, passed = max(last, edge), passed or is_when
        if not is_when:
            yield from sorted(ends_before_asides(child, edge))
            is_bare = is_bare and child.dep_ in {"advmod", "prt", "npadvmod"}
            yield last


def _is_when(child: Token, occasion: Occasion) -> bool:
    """Whether the phrase says when: it is a date or holds one."""
    if child.dep_ in {"dobj", "attr", "xcomp"}:
        near: Iterable[Token] = (child,)
    else:  # "as early as Friday" is deep
        near = child.subtree if child.dep_ == "advmod" else (child, *child.children)
    return any(_is_of_date(t, occasion) for t in near)


def _is_of_date(token: Token, occasion: Occasion) -> bool:
    date = occasion.date
    if token.dep_ in {"dobj", "attr"}:  # "the second season" is told, not when
        return date is not None and date.start <= token.idx < date.end
    return is_date(token) or (date is not None and date.start <= token.idx < date.end)


def _is_question(clause: Token) -> bool:
    """Whether the clause is what is decided or begun: "whether to repeat it", "begin reading"."""
    if clause.dep_ == "xcomp" and clause.tag_ == "VBG":
        return True
    return clause.dep_ in {"ccomp", "xcomp"} and clause.left_edge.lower_ in {
        "whether",
        "how",
        "who",
        "whom",
        "if",
        "to",
    }
