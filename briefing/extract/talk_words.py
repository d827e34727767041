"""Talk words: what a coming occasion is called, in one stretch of the text of at most twelve words.

A noun is told with what stands before it and with the phrases that say of what, on what and with
whom; a verb from its subject to its object. Dates are left out where the stretch allows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing.extract.occasion import Occasion
from briefing.extract.occasion_parse import is_date, subject_of
from briefing.extract.occasion_words import occasion_words
from briefing.extract.verb_tense import is_plan

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.dates import FoundDate
    from briefing.extract.page import Page

_MOST_WORDS = 12
_MARKS = frozenset({"when", "as", "that", "which", "where", "while", "and", "but"})
_CUT = frozenset({"relcl", "advcl", "ccomp", "punct", "parataxis", "appos", "mark", "cc", "conj"})
# Phrases that say when or where rather than what; they only stand inside a name.
_ASIDE = frozenset({"in", "at", "since", "until", "after", "from", "during", "within", "near"})
_OPEN_ENDS = frozenset({"cc", "prep", "case", "det", "mark", "aux", "auxpass", "poss", "nummod"})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
# Phrases worth telling even when the day comes before them: "will meet on Friday with …".
_WORTH = frozenset({"with", "on", "before", "over", "against", "for", "of", "between", "about"})
_ENDING = frozenset({"end", "ends", "expire", "expires", "close", "closes", "lapse", "lapses"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you"})


def what(page: Page, occasion: Occasion) -> str:
    """The occasion in words of the text, one stretch of it, at most twelve words."""
    first, last = _of_noun(occasion) if occasion.is_noun else _of_verb(occasion)
    first, last = _trimmed(occasion, first, last)
    doc = page.doc
    return " ".join(page.text[doc[first].idx : doc[last].idx + len(doc[last])].split())


def is_thin(occasion: Occasion, name: str) -> bool:
    """Whether the name tells no more than the kind of occasion: "talks", "second round"."""
    lists = occasion_words()
    plain = lists.another | lists.coming | lists.generic | {"first", "last", "final", "new"}
    words = [word.strip("’'\"“”,").lower() for word in name.split()]
    return occasion.is_noun and all(w in plain or w in lists.nouns for w in words)


def _trimmed(occasion: Occasion, first: int, last: int) -> tuple[int, int]:
    """The stretch without loose marks and joining words at its ends."""
    doc, head = occasion.head.doc, occasion.head
    while first < last and (
        doc[first].is_punct or doc[first].lower_ in _MARKS or doc[first].tag_ in {"POS", "WP$"}
    ):
        first += 1
    while last > max(first, head.i) and (doc[last].is_punct or doc[last].dep_ in _OPEN_ENDS):
        last -= 1
    while first < head.i and _length(head, first, last) > _MOST_WORDS:
        first += 1
    while last > head.i and _length(head, first, last) > _MOST_WORDS:
        last -= 1
    return first, last


def _length(head: Token, first: int, last: int) -> int:
    """How many words, as people count them, the stretch has."""
    return len(head.doc[first : last + 1].text.split())


# ---- a noun


def _of_noun(occasion: Occasion) -> tuple[int, int]:
    """The noun with what stands before it and its telling phrases; no date, no clause."""
    head = occasion.head
    first = _start_of_noun(head, occasion.date)
    last = _end_of_noun(head, first)
    if last == head.i or (first == head.i and _is_only_place(head, last)):
        is_bare = first == head.i or _is_counted(head, first)
        clause = _with_verb(occasion, first) if is_bare else None
        if clause is not None:
            return clause
    if first == last == head.i:
        first = _with_date(head, occasion.date)
    return first, last


def _is_only_place(head: Token, last: int) -> bool:
    """Whether only a place follows the noun."""
    phrases = [c for c in head.rights if c.dep_ == "prep" and c.i <= last]
    return all(child.lower_ in _ASIDE for child in phrases)


def _is_counted(head: Token, first: int) -> bool:
    """Whether the noun is told only by its number: "a second round"."""
    another = occasion_words().another
    return all(t.lower_ in another for t in head.doc[first : head.i])


def _start_of_noun(head: Token, date: FoundDate | None = None) -> int:
    """Where the phrase begins: its article is left out, that of a possessor is kept."""
    doc, first = head.doc, head.left_edge.i
    for child in head.lefts:
        if child.dep_ in {"relcl", "advcl"}:
            first = max(first, child.right_edge.i + 1)
    for i in range(head.i - 1, first - 1, -1):
        if _is_season(doc[i]):
            continue
        is_day = date is not None and date.rule != "holiday"  # "Christmas concert" keeps its feast
        is_said = is_day and date is not None and date.start <= doc[i].idx < date.end
        if is_said or is_date(doc[i]) or (doc[i].tag_ in {"PRP$", "POS"} and is_date(doc[i - 1])):
            first = i + 1
            break
        if doc[i].is_punct and doc[i].text not in "-'\"‘’“”":
            first = i + 1
            break
    while first < head.i and (
        (doc[first].dep_ in {"det", "predet"} and doc[first].head == head)
        or doc[first].tag_ in {"PRP$", "POS"}
        or (is_date(doc[first]) and not _is_season(doc[first]))
    ):
        first += 1
    return first


def _is_season(token: Token) -> bool:
    """Whether a season belongs to the name: "the winter fair"."""
    return token.dep_ in {"compound", "nmod", "amod"} and token.lower_ in _SEASONS


def _with_date(head: Token, date: FoundDate | None) -> int:
    """A bare noun is told with the date right before it: "June 7 primary"."""
    doc, i = head.doc, head.i
    gap = doc.text[date.end : head.idx].strip() if date is not None else None
    start = date.start if date is not None and gap in {"", "'s", "'"} else head.idx
    while i > head.sent.start and (
        is_date(doc[i - 1]) or doc[i - 1].tag_ == "POS" or doc[i - 1].idx >= start
    ):
        i -= 1
    return i if i < head.i and (is_date(doc[i]) or doc[i].idx == start) else head.i


def _end_of_noun(head: Token, first: int) -> int:
    """The end of the last telling phrase; a place may stand before it: "talks in Rome on fish"."""
    reached = last = head.i
    for child in head.rights:
        if child.is_punct and child.i == reached + 1 and last == head.i == first:
            reached = child.i  # "that meeting, with the mediator, is on Saturday"
            continue
        if child.i != reached + 1 or not _is_phrase(child):
            break
        reached = _plain_edge(child)
        if reached <= child.i or _length(head, first, reached) > _MOST_WORDS:
            break
        is_place = child.lower_ in _ASIDE or (child.lower_ == "before" and _is_bare_place(child))
        if not is_place:
            last = reached
        elif first == head.i == last and _has_name(child):
            return reached  # "session in Geneva" where the noun alone would say little
    return last


def _has_name(preposition: Token) -> bool:
    return any(child.ent_type_ in {"GPE", "LOC", "FAC"} for child in preposition.children)


def _is_phrase(child: Token) -> bool:
    """Whether it is a phrase that may belong to a name: with a preposition or "to" and a verb."""
    if any(is_date(token) for token in child.children):
        return False
    if child.dep_ in {"acl", "advcl"}:
        return child.tag_ == "VB" and child.left_edge.lower_ == "to"
    return child.dep_ == "prep"


def _is_bare_place(preposition: Token) -> bool:
    return not any(child.ent_type_ == "ORG" for child in preposition.children)


def _with_verb(occasion: Occasion, first: int) -> tuple[int, int] | None:
    """A bare object is told with its verb and subject: "the committee will open hearings"."""
    head, verb = occasion.head, occasion.head.head
    if head.dep_ == "pobj" and verb.lower_ == "on" and verb.i == head.i - 1:
        verb = verb.head  # "goes on trial"
    elif head.dep_ != "dobj" or not _is_of_occasion(verb):
        return None  # "is expected to dominate a summit" is no name of the summit
    if verb.i > head.i or verb.pos_ != "VERB":
        return None
    last = _end_of_noun(head, head.i)
    for child in verb.rights:  # "hold an inquest into the death"
        is_next = child.i == last + 1 and child.dep_ == "prep" and child.lower_ not in _ASIDE
        if is_next and not any(is_date(t) for t in child.children):
            last = max(last, _plain_edge(child))
    starts: Iterable[int] = _starts_of_clause(verb, subject_of(verb))
    if first < head.i:  # "a separate meeting" is better than a verb without its subject
        starts = (start for start in starts if start < _start_of_verb(verb))
    for start in starts:
        is_short = _length(head, start, last) <= _MOST_WORDS
        if is_short and not any(is_date(token) for token in head.doc[start : head.i]):
            return start, last
    return None


def _is_of_occasion(verb: Token) -> bool:
    """Whether the verb tells that its object is held, decided or planned."""
    lists = occasion_words()
    return verb.lower_ in lists.holding or verb.lower_ in lists.verbs or is_plan(verb)


# ---- a verb


def _of_verb(occasion: Occasion) -> tuple[int, int]:
    """From the subject to the object, or from the verb when that is too long."""
    head, doc = occasion.head, occasion.head.doc
    ends = list(_ends_of_clause(occasion))
    needed = next((end for end in reversed(ends) if end <= _end_of_object(head)), head.i)
    thing = _described(head) if max(ends) == head.i else None
    if thing is not None and (_is_headline(head, thing) or head.lower_ in _ENDING):
        first = _start_of_noun(thing)  # "Falcon to launch", "the truce, which is to expire"
        if _length(head, first, head.i) <= _MOST_WORDS:
            return first, head.i
    if thing is not None:  # "the winter fair, which was to open"
        return _start_of_noun(thing), _end_of_noun(thing, thing.i)
    for first in _starts_of_clause(head, occasion.subject):
        if _length(head, first, needed) > _MOST_WORDS:
            continue
        fitting = max(end for end in ends if _length(head, first, end) <= _MOST_WORDS)
        further = max(end for end in ends if _length(head, first, end) <= _MOST_WORDS + 1)
        is_article = doc[first].dep_ == "det"  # let it go when the place then fits
        return (first + 1, further) if further > fitting and is_article else (first, fitting)
    return head.i, needed


def _is_headline(verb: Token, thing: Token) -> bool:
    """Whether "to" and the verb tell all: "Probe to launch next month"."""
    return verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl"} and thing.dep_ == "ROOT"


def _described(verb: Token) -> Token | None:
    """The noun that the clause of the verb describes."""
    while verb.dep_ in {"xcomp", "acomp"} and verb.head != verb:
        verb = verb.head
    is_clause = verb.dep_ in {"relcl", "acl"} and verb.head.i < verb.i
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    is_own = any(c.tag_ not in {"WDT", "WP"} for c in own)
    return verb.head if is_clause and not is_own else None


def _end_of_object(verb: Token) -> int:
    """Where the object or the particle ends, without which the verb says nothing."""
    needed = {"dobj", "prt", "attr", "acomp", "dative"}
    return max([verb.i, *(_plain_edge(child) for child in verb.rights if child.dep_ in needed)])


def _ends_of_clause(occasion: Occasion) -> Iterator[int]:
    """Where the clause may end: after its verb or any of its phrases before the date."""
    head = occasion.head
    yield head.i
    last, is_bare, passed = head.i, True, False
    for child in head.rights:
        if child.dep_ in {"dobj", "attr"}:
            near: Iterable[Token] = (child,)
        else:  # "as early as Friday" is deep
            near = child.subtree if child.dep_ == "advmod" else (child, *child.children)
        is_when = any(_is_of_date(t, occasion) for t in near)
        if is_when and not is_bare:
            return
        if passed and not is_when and child.lower_ not in _WORTH:
            return
        if child.dep_ in _CUT and not _is_question(child):
            return
        edge = child.right_edge.i if is_when else _plain_edge(child)
        if edge < child.i:
            return
        last, passed = max(last, edge), passed or is_when
        if not is_when:
            is_bare = is_bare and child.dep_ in {"advmod", "prt", "npadvmod"}
            yield last


def _is_of_date(token: Token, occasion: Occasion) -> bool:
    date = occasion.date
    if token.dep_ in {"dobj", "attr"}:  # "the second season" is told, not when
        return date is not None and date.start <= token.idx < date.end
    return is_date(token) or (date is not None and date.start <= token.idx < date.end)


def _is_question(clause: Token) -> bool:
    """Whether the clause is what is decided: "whether to repeat the vote"."""
    return clause.dep_ in {"ccomp", "xcomp"} and clause.left_edge.lower_ in {
        "whether",
        "how",
        "who",
        "whom",
        "if",
        "to",
    }


def _starts_of_clause(verb: Token, subject: Token | None) -> Iterator[int]:
    """Where the clause may begin, the fullest start first: its subject, a name in it, the verb."""
    if subject is not None and subject.i < verb.i and not _is_further_verb(verb):
        first = subject.left_edge.i
        while first < subject.i and subject.doc[first].lower_ in _MARKS:
            first += 1
        if any(child.tag_ == "WP$" for child in subject.children):
            owner = _relative_head(verb)  # "the union, whose members walk out"
            if owner is not None and owner.i < subject.i:
                yield owner.left_edge.i
                first += 1
        if subject.lower_ not in _PRONOUNS or subject.n_rights or verb.i - subject.i <= 4:
            yield first
        for child in subject.rights:
            if child.dep_ == "appos" and child.i < verb.i:
                yield child.left_edge.i
        if subject.right_edge.i < verb.i and subject.lower_ not in _PRONOUNS:
            yield _name_start(subject)
    elif subject is None and verb.pos_ in {"NOUN", "PROPN"}:
        first = verb.left_edge.i  # the parse takes "the top ten face off" for one noun
        while first < verb.i and verb.doc[first].lower_ in _MARKS:
            first += 1
        yield first
    yield _start_of_verb(verb)
    yield verb.i


def _start_of_verb(verb: Token) -> int:
    """The first of the auxiliaries right before the verb; its infinitive mark is none."""
    first = verb.i
    helping = {c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO"}
    while first - 1 in helping:
        first -= 1
    return first


def _relative_head(verb: Token) -> Token | None:
    while verb.dep_ in {"xcomp", "acomp", "conj"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


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


def _is_name_after(token: Token, comma: int) -> bool:
    """Whether the name of a person of that office follows: "the prime minister, Ana Ruiz"."""
    doc, last = token.doc, token.right_edge.i
    after = next((t for t in doc[comma + 1 : last + 1] if t.dep_ == "appos"), None)
    return (
        after is not None
        and after.ent_type_ == "PERSON"
        and all(t.ent_type_ == "PERSON" for t in doc[comma + 1 : after.i + 1])
    )


def _plain_edge(token: Token) -> int:
    """Where a phrase ends before its clauses, dates and asides."""
    doc = token.doc
    for i in range(token.i + 1, token.right_edge.i + 1):
        near = doc[i]
        if is_date(near):
            return i - 1 if doc[i - 1].dep_ != "prep" else i - 2
        if near.text == "," and _is_name_after(token, i):
            continue
        is_named = near.dep_ == "appos" and near.ent_type_ == "PERSON"
        if near.dep_ == "relcl" or (near.dep_ == "appos" and not is_named):
            return i - 1
        if near.text in ",;:()—–":
            return i - 1
        if near.dep_ == "nsubj" or near.tag_ in {"WDT", "WP", "WRB"}:
            return i - 1
    return token.right_edge.i
