"""Documents: who issued "the statement", "the letter" or "the report" that speaks.

The article tells it where the document comes in: "a statement from Ruiz", "Ruiz said in a letter",
"Acme published a report", "a report by Acme". So it does with "the spokesman" of somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.known import speech
from briefing.extract.parse import CLAUSES, has_child

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 4  # narrated sentences from a document back to what brought it in
_CITING = frozenset({"citing", "cites", "cited", "quoting", "quotes", "quoted"})
# What a verb is made of: one who "tweeted" issued "the tweet".
_PLATFORMS = frozenset({"tweet", "post", "email", "text", "message", "blog"})
# What one writes in one's own name, whoever hands it on.
_PERSONAL = frozenset(
    "letter note email e-mail essay op-ed diary memoir message post poem book text".split()
)
_HANDING_ON = frozenset(
    "released published shared distributed circulated posted unveiled obtained".split()
)
_MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Many make these; who signs one does not speak in it.
_SHARED = frozenset(
    "law laws bill rule rules bylaws constitution treaty agreement contract".split()
)


def issuers(noun: Token, quoted: frozenset[int]) -> Iterator[Token]:
    """The tokens that may name who issued the document `noun`, the surest first.

    First what the phrase itself says, then where the same word stands before.
    """
    yield from _own(noun, quoted)
    is_known = any(c.lower_ in {"the", "this", "that", "same"} for c in noun.children)
    if not is_known or noun.lower_ in _SHARED:
        return
    for before in _narrated_before(noun, quoted):
        if before.lower_ == noun.lower_:
            found = list(_own(before, quoted))
            yield from found
            if any(token.dep_ not in {"compound", "nmod"} for token in found):
                return
        elif _makes(before, noun):
            yield from _subjects(before, quoted)
            return


def spokesman_before(noun: Token, quoted: frozenset[int]) -> Token | None:
    """Where it was told for whom "the spokesman" speaks: in "a spokesman for Acme"."""
    if noun.lower_ not in _MOUTHS:
        return None
    before = next((t for t in _narrated_before(noun, quoted) if t.lower_ in _MOUTHS), None)
    return before if before is not None and _is_owned(before) else None


def introduced_before(noun: Token, quoted: frozenset[int]) -> Token | None:
    """Where one without a name came in under the same word: "a senior official", "the official"."""
    if noun.tag_ != "NN" or noun.lower_ not in speech().speakers:
        return None
    same = (t for t in _narrated_before(noun, quoted) if t.lower_ == noun.lower_)
    fuller = next((t for t in same if t.n_lefts > 1 or t.n_rights), None)
    is_new = fuller is not None and noun.doc[fuller.left_edge.i].lower_ in {"a", "an", "one"}
    return fuller if is_new else None


def _is_owned(noun: Token) -> bool:
    """Whether the phrase tells whose it is: "the premier's aide", "a spokesman for Acme"."""
    is_behind = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in {"for", "of"}
    return is_behind or has_child(noun, "poss", "compound", "nmod")


def _narrated_before(noun: Token, quoted: frozenset[int]) -> Iterator[Token]:
    """The tokens outside marks in front of the noun, back to where it may have come in."""
    sentences, doc = 0, noun.doc
    for i in range(noun.i - 1, -1, -1):
        if i in quoted:
            continue
        sentences += bool(doc[i + 1].is_sent_start)
        if sentences > _REACH:
            return
        yield doc[i]


def _own(noun: Token, quoted: frozenset[int]) -> Iterator[Token]:
    """Who issued it by the words around it; of what is handed on first who wrote it."""
    clauses = [c for c in noun.children if c.dep_ in CLAUSES and c.lower_ in _HANDING_ON]
    if noun.lower_ in _PERSONAL and clauses:
        yield from _said_in(noun, quoted)
    for child in noun.children:
        if child.dep_ in {"poss", "compound", "nmod"} and child.i not in quoted:
            yield child
        elif child.lower_ in {"from", "by"} and noun.lower_ not in _SHARED:
            yield from _objects(child)
        elif child.dep_ in CLAUSES and child.lower_ in speech().issuing:
            yield from _agents(child)
    if noun.lower_ in _SHARED:
        return
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.lower_ in {"from", "by"} and behind.head.i != noun.i:
        yield from _objects(behind)  # the parser tends to hang it on the verb
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lower_ in speech().issuing:
        yield from _subjects(verb, quoted)
    elif noun.dep_ == "nsubjpass" and verb.lower_ in speech().issuing:
        yield from _agents(verb)
    else:
        yield from _said_in(noun, quoted)


def _said_in(noun: Token, quoted: frozenset[int]) -> Iterator[Token]:
    """Who says something in it: "Ruiz said in a letter"."""
    verb = noun.head
    if noun.dep_ != "pobj" or verb.lower_ not in {"in", "via", "through"}:
        return
    said = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    if said.pos_ != "VERB":  # "Ruiz, the mayor of Elma, in a statement, said"
        said = noun.sent.root
    if said.lower_ in _CITING:  # "Elnews, citing the ministry in a statement"
        yield from (c for c in said.children if c.dep_ == "dobj")
    elif said.lower_ in speech().saying | speech().bringing:
        yield from _subjects(said, quoted)


def _makes(verb: Token, noun: Token) -> bool:
    """Whether the verb is made of the document's word: "Ruiz tweeted …", "the tweet"."""
    low = noun.lower_
    return (
        low in _PLATFORMS
        and verb.tag_ in {"VBD", "VBN", "VBZ"}
        and verb.lower_ in {f"{low}ed", f"{low}s"}
    )


def _subjects(verb: Token, quoted: frozenset[int]) -> Iterator[Token]:
    """The subject of the verb, or of the verb that it hangs on."""
    for _ in range(4):
        own = [c for c in verb.children if c.dep_ == "nsubj" and c.i not in quoted]
        yield from own
        if own or verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i == verb.i:
            return
        verb = verb.head


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or child.lower_ == "by":
            yield from _objects(child)


def _objects(preposition: Token) -> Iterator[Token]:
    yield from (c for c in preposition.children if c.dep_ == "pobj")
