"""Talk wording: how a stretch of the text is told in a label, shortened as a headline is.

Words are left out, those that only say that it is coming ("is set to", "will") become "to", and a
pronoun is told by the name of the actor it means. Every other word is the article's own, in its
own order, so that the sentence beside the label bears it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.extract.date.verb_tense import VERBS
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
    """Which words of a sentence a label leaves out, and what stands for others."""

    source: str  # the text, whose marks may be others than those that were parsed
    doc: Doc
    left_out: frozenset[int] = frozenset()
    instead: Mapping[int, str] = field(default_factory=dict)

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


def shortened(chain: list[Token]) -> tuple[set[int], dict[int, str]]:
    """What a chain of verbs leaves out and what becomes "to": "is set to", "will"."""
    top = chain[0]
    helping = [c for c in top.lefts if c.dep_ in _HELPING]
    if any(c.dep_ == "neg" for verb in chain for c in verb.children):
        return set(), {}
    if any(c.tag_ == "MD" and c.lower_ not in _WILL for c in helping):
        return set(), {}  # "may", "should be able to" say how firm it is
    will = next((c for c in helping if c.lower_ in _WILL), None)
    if will is not None:
        return {will.i, *_without_also(chain)}, _with_to(will)
    if top.tag_ == "VB" and top.dep_ == "conj" and not helping:
        return _without_also(chain), {top.i: f"to {top.text}"}  # "will be free and be ready"
    short = {c.i for c in helping if c.lower_ in _BEING and c.text[0] in "'’"}
    if short and top == chain[-1]:
        return short | _without_also(chain), {}  # "he's testifying"
    has_infinitive = any(c.tag_ == "TO" for verb in chain[1:] for c in verb.children)
    is_plain = top.lower_ in _BEING | DUE or any(c.lower_ in _BEING for c in helping)
    if not has_infinitive and chain[-1].lower_ in DUE:  # "is due in court for a hearing"
        is_being = {v.i for v in chain[:-1] if v.lower_ in _BEING}
        return is_being | {c.i for c in helping if c.lower_ in _BEING} | _without_also(chain), {}
    if not (has_infinitive and is_plain):
        return _without_also(chain), {}
    out = {c.i for c in helping if c.tag_ != "TO"} | _without_also(chain)
    for verb in chain[:-1]:
        if verb.lower_ in _BEING | DUE:
            out.add(verb.i)
            out |= {c.i for c in verb.children if c.dep_ == "advmod" and c.i < chain[-1].i}
        else:
            break  # "expected to", "likely to" say how firm it is
    return out, {}


def _with_to(will: Token) -> dict[int, str]:
    """The word behind "will" gets "to": "to meet", and "reportedly to meet"."""
    after = will.nbor(1) if will.i + 1 < len(will.doc) else will
    while after.dep_ == "advmod" and after.i < will.head.i:
        after = after.nbor(1)
    return {after.i: f"to {after.text}"}


def _without_also(chain: list[Token]) -> set[int]:
    return {c.i for verb in chain for c in verb.children if c.lower_ in _LOOSE}


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
        is_aside |= is_clause and _is_set_off(token)
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
