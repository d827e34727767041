"""Talk wording: how a stretch of the text is told in a label, shortened as a headline is.

A label drops words and puts none in: "is set to meet" loses all but its "to", "will meet" stays.
What it keeps are the article's own words in the order of their sentence. Two things alone may
differ: the name of an actor stands for a pronoun, and who does it comes first where the sentence
begins with what is done ("Due to reopen in May, the museum …").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.parse import VERBS
from briefing.extract.talk.occasion_parse import is_date

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WILL = frozenset({"will", "shall", "'ll", "’ll", "would"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re", "am"})
DUE = frozenset({"set", "due", "scheduled", "slated", "poised", "going", "supposed"})
_LOOSE = frozenset({"also", "then", "therefore", "sometime", "still", "now", "there"})
_HELPING = frozenset({"aux", "auxpass"})
_LINKS = frozenset({"xcomp", "acomp", "oprd"})
_PAIRS = {'"': '"', "“": "”", "(": ")", "[": "]", "‘": "’"}
_SINGLE = frozenset({"‘", "’"})  # also an apostrophe: told to be a mark by its tag


@dataclass(frozen=True, slots=True)
class Wording:
    """Which words of a sentence a label leaves out, and the names that stand for pronouns."""

    source: str  # the text, whose marks may be others than those that were parsed
    doc: Doc
    left_out: frozenset[int] = frozenset()
    instead: Mapping[int, str] = field(default_factory=dict)  # the names told for pronouns

    def text(self, first: int, last: int) -> str:
        """The stretch as it is told."""
        parts = []
        for token in self.doc[first : last + 1]:
            if token.i in self.left_out:
                parts.append(" ")
            elif token.i in self.instead:
                parts.append(f" {self.instead[token.i]} ")
            else:
                start = token.idx
                parts.append(self.source[start : start + len(token.text_with_ws)])
        return tidy("".join(parts))

    def length(self, first: int, last: int) -> int:
        """How many words, as people count them, the stretch has when it is told."""
        return len(self.text(first, last).split())


def tidy(words: str) -> str:
    """The words without double spaces, loose marks at the ends and marks that are not closed."""
    plain = " ".join(words.split())
    for opening, closing in _PAIRS.items():
        if opening in _SINGLE:
            continue
        is_whole = plain.count(opening) == plain.count(closing)
        if opening == closing:
            is_whole = plain.count(opening) % 2 == 0
        if not is_whole:
            plain = plain.replace(opening, "").replace(closing, "")
    for mark in ",;:":
        plain = plain.replace(f" {mark}", mark)
    for mark in '"”':  # '"Blue Hour," will open'
        plain = f"{plain} ".replace(f",{mark} ", f"{mark} ").rstrip()
    return " ".join(plain.split()).strip(" ,;:–—-")


def chain_of(verb: Token, subject: Token | None) -> list[Token]:
    """The verbs from the one that has the subject down to this: "is", "due", "meet"."""
    chain = [verb]
    while verb.dep_ in _LINKS and verb.head.i < verb.i and not _has(verb, subject):
        verb = verb.head
        if verb.pos_ not in VERBS and verb.dep_ not in _LINKS and verb.lower_ in DUE:
            break  # "Due to reopen in May, the museum"
        if subject is not None and subject.head == verb and subject.dep_ in {"dobj", "attr"}:
            break  # "summoned him to testify"
        chain.insert(0, verb)
    return chain


def _has(verb: Token, subject: Token | None) -> bool:
    return subject is not None and subject.head == verb and subject.dep_ != "ROOT"


def start_of_chain(chain: list[Token]) -> int:
    """The first of the auxiliaries right before the first verb; its infinitive mark is one."""
    top = chain[0]
    first = top.i
    helping = {c.i for c in top.lefts if c.dep_ in {*_HELPING, "neg", "advmod"}}
    while first - 1 in helping:
        first -= 1
    while first < top.i and top.doc[first].dep_ == "advmod":
        first += 1
    return first


def shortened(chain: list[Token]) -> set[int]:
    """What a chain of verbs leaves out: "is set" before "to meet", "is" before "due in court"."""
    top, last = chain[0], chain[-1]
    loose = {c.i for verb in chain for c in verb.children if c.lower_ in _LOOSE}
    helping = [c for c in top.lefts if c.dep_ in _HELPING]
    if any(c.dep_ == "neg" for verb in chain for c in verb.children):
        return set()
    if any(c.tag_ == "MD" for c in helping):
        return loose  # "will" and "may" say how firm it is
    being = {c.i for c in helping if c.lower_ in _BEING}
    if top == last and any(top.doc[i].text[0] in "'’" for i in being):
        return being | loose  # "he's testifying"
    has_infinitive = any(c.tag_ == "TO" for verb in chain[1:] for c in verb.children)
    if not has_infinitive and last.lower_ in DUE:  # "is due in court for a hearing"
        return being | loose | {v.i for v in chain[:-1] if v.lower_ in _BEING}
    if not has_infinitive or not (being or top.lower_ in _BEING | DUE):
        return loose
    planned = list(takewhile(lambda verb: verb.lower_ in _BEING | DUE, chain[:-1]))
    asides = {c.i for v in planned for c in v.children if c.dep_ == "advmod" and c.i < last.i}
    return being | loose | asides | {v.i for v in planned}  # "expected to" says how firm it is


def carried(verb: Token) -> Token | None:
    """The "will" or "to" that a verb shares with the one before: "will meet Berg and open"."""
    before = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VB" or before.i > verb.i:
        return None
    if any(c.dep_ in {*_HELPING, "neg"} for c in verb.children):
        return None
    own = (c for c in before.lefts if c.tag_ in {"MD", "TO"} and c.dep_ == "aux")
    return next(own, None) or carried(before)


def without_future(doc: Doc, first: int) -> int:
    """Where a label begins that names nobody: behind the "will" or "to"."""
    token = doc[first]
    return first + 1 if token.dep_ == "aux" and token.lower_ in {"to", *_WILL} else first


def dates_among(tokens: Iterable[Token]) -> Iterator[int]:
    """The words of dates, with the preposition before them: "on Friday", "as early as Friday"."""
    for token in tokens:
        if not is_date(token):
            continue
        yield token.i
        above = token.head
        if above.dep_ == "prep" and token.dep_ in {"pobj", "pcomp"} and above.i < token.i:
            yield above.i
            if above.dep_ == "prep" and above.head.dep_ == "advmod":
                yield from (t.i for t in above.head.subtree if t.i < token.i)


def asides_of(noun: Token, kept: frozenset[int]) -> set[int]:
    """The clauses, appositions and brackets of a phrase, with their commas, but for those kept."""
    out: set[int] = set()
    doc = noun.doc
    for token in noun.subtree:
        is_aside = token.dep_ == "relcl" or (token.dep_ == "appos" and not _is_name(token, noun))
        is_clause = token.dep_ in {"acl", "advcl"} or token.lower_ == "including"
        is_home = token.dep_ == "prep" and token.lower_ in {"of", "from"}  # "Ruiz, of Park Road,"
        is_aside |= (is_clause or is_home) and _is_set_off(token)
        if not is_aside or token.i <= noun.i or token.head.i > token.i:
            continue
        first, last = token.left_edge.i, token.right_edge.i
        if kept & set(range(first, last + 1)):
            continue
        if first and doc[first - 1].text in {",", "(", "–", "—"}:
            first -= 1
        if last + 1 < len(doc) and doc[last + 1].text in {",", ")", "–", "—"}:
            last += 1
        out |= set(range(first, last + 1))
    return out


def _is_set_off(clause: Token) -> bool:
    start = clause.left_edge.i
    return start > 0 and clause.doc[start - 1].text in {",", "–", "—"}


def _is_name(apposition: Token, noun: Token) -> bool:
    """Whether it names who holds the office: "the prime minister, Ana Ruiz"."""
    return apposition.ent_type_ == "PERSON" and noun.ent_type_ != "PERSON"
