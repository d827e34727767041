"""Talk clauses: what a coming occasion is called that a verb tells of: its subject to its object.

The subject is told by its own words, a pronoun by the name of the actor it means, and a verb whose
subject stands elsewhere ("was arrested and will appear") gets it from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.known import titles
from briefing.extract.parse import CLAUSES, NOUNS, SUBJECTS, has_child
from briefing.extract.talk.cast import Cast
from briefing.extract.talk.names import ASIDE, MARKS, MOST_WORDS, end_of_noun, plain_edge
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, subject_of
from briefing.extract.talk.pairs import pair_meant
from briefing.extract.talk.subjects import antecedent_of, doer_of, is_plan_noun
from briefing.extract.talk.wording import (
    DUE,
    Wording,
    asides_of,
    carried,
    chain_of,
    dates_among,
    shortened,
    start_of_chain,
    tidy,
    without_future,
)
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUT = frozenset({"relcl", "advcl", "ccomp", "punct", "parataxis", "appos", "mark", "cc", "conj"})
# Phrases worth telling even when the day comes before them: "will meet on Friday with …".
_WORTH = frozenset({"with", "on", "before", "over", "against", "for", "of", "between", "about"})
_STOPS = frozenset({"in", "at", "for", "from", "on", "over", "about", "into", "of"})
_NO_NAMES = frozenset({"EVENT", "WORK_OF_ART"})
_LONGEST_TITLE = 12  # tokens
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
    leads = list(_leads(subject, verb, start, wording, cast))
    for least in dict.fromkeys((needed, min(needed, _end_of_bare_object(verb)), verb.i)):
        for lead in leads:
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


# ---- the subject


def _leads(
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
    for at in _ends_before_asides(subject, last):
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


def _ends_before_asides(subject: Token, last: int) -> Iterator[int]:
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
    return _without_article(doc[first], subject.i)


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
    return first


# ---- the verb and what follows it


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
