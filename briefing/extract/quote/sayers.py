"""Sayers: who says what a verb of saying brings.

Its subject, the agent of a passive, the name right before it, the one whom a paper quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.actor.mention import is_title
from briefing.extract.known import singular, speech
from briefing.extract.parse import AUXILIARIES, CLAUSES, DATES, NOUNS, child_of, has_child
from briefing.extract.quote.speaker import Speaker
from briefing.extract.quote.speakers import Speakers
from briefing.extract.quote.voices import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARD = frozenset({"quoted", "heard", "overheard", "recorded", "cited"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_OWN = frozenset({"nsubj", "nsubjpass", "auxpass"})
_CLIMBED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "auxpass", "dep", "ccomp"})


def spoken_by(verb: Token, ensemble: Speakers) -> Speaker | None:
    """Who does what the verb says: its subject, the agent of a passive, or the subject above it."""
    token = verb
    other = heard(verb, ensemble)
    if other is not None:
        return ensemble.speaker(other)
    named = _right_before(verb, ensemble) or _before_aside(verb, ensemble)
    named = named or _phrase_before(verb, ensemble) or _made_to_say(verb, ensemble)
    if named is not None:
        return ensemble.speaker(named)
    passing = _said_in_passing(verb, ensemble)
    if passing is not None and passing.i not in ensemble.quoted and can_speak(passing, ensemble):
        return ensemble.speaker(passing)
    for _ in range(5):
        is_passive = has_child(token, "auxpass", "nsubjpass")
        agent = _agent(token)
        if agent is not None:
            return ensemble.speaker(agent)
        for child in token.children:
            is_heard = token.lower_ in _HEARD or (token is not verb and verb.tag_ == "VBG")
            fits = child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and is_heard)
            if fits and child.lower_ in {"that", "which"} and token.dep_ == "relcl":
                break  # "a text that read"
            if fits and child.i not in ensemble.quoted:
                may_speak = can_speak(child, ensemble) or (token is verb and _says(verb, child))
                return ensemble.speaker(child) if may_speak else None
        if is_passive and token.lower_ not in _HEARD:
            return None
        if token.dep_ in CLAUSES:
            return _of_noun(token.head, ensemble)
        if token.dep_ not in _CLIMBED or token.head.i == token.i:
            return None
        token = token.head
    return None


def is_cue(token: Token) -> bool:
    """Whether the token is a verb that brings words."""
    known = speech()
    is_verb = token.tag_.startswith("VB") or token.pos_ == "VERB"
    return is_verb and (token.lower_ in known.saying or token.lower_ in known.bringing)


# ---- helpers


def _says(verb: Token, subject: Token) -> bool:
    """Whether a noun of any kind says it outright: "the pamphlet said", "what it calls"."""
    if subject.lower_ == "it":
        return verb.lower_ in {"calls", "called"}
    is_time = subject.ent_type_ in DATES and not subject.n_lefts  # "Theresa May" is none
    is_noun = subject.pos_ in NOUNS and not is_time
    return is_noun and verb.lower_ in speech().outright and verb.tag_ in {"VBD", "VBZ", "VBP"}


def _phrase_before(verb: Token, ensemble: Speakers) -> Token | None:
    """The head of the phrase in front of a verb that the parser left without a subject.

    "In a statement to the Herald, a spokesman for Ruiz said".
    """
    if verb.lower_ not in speech().outright or has_child(verb, *_OWN):
        return None
    doc, i = verb.doc, verb.i - 1
    start = verb.sent.start
    comma = next((j for j in range(i, start, -1) if doc[j].text == ","), start)
    head = doc[i] if i > start else None
    while head is not None and comma < head.head.i < head.i and head.pos_ != "VERB":
        head = head.head
    if head is None or head.pos_ != "NOUN" or head.i in ensemble.quoted:
        return None
    is_whole = head.left_edge.i == comma + 1 and head.left_edge.dep_ == "det"
    return head if is_whole and can_speak(head, ensemble) else None


def _made_to_say(verb: Token, ensemble: Speakers) -> Token | None:
    """Whom something makes say it: "this led Berg to resign and the mayor of Elma to say"."""
    doc, i = verb.doc, verb.i - 2
    is_infinitive = verb.tag_ == "VB" and i > 0 and doc[i + 1].lower_ == "to"
    if not is_infinitive or has_child(verb, *_OWN):
        return None
    if not any(t.lower_ in speech().causing for t in verb.ancestors):
        return None
    head = doc[i]
    while head.dep_ in {"pobj", "prep", "compound"} and head.head.i < head.i:
        head = head.head
    is_noun = head.pos_ in NOUNS and head.i not in ensemble.quoted
    return head if is_noun and can_speak(head, ensemble) else None


def heard(verb: Token, ensemble: Speakers) -> Token | None:
    """Whom another quotes: Ruiz in "the Herald quoted Ruiz as saying", "Ruiz was quoted as"."""
    doc, main = verb.doc, verb
    if verb.i > 0 and doc[verb.i - 1].lower_ == "as" and verb.tag_ == "VBG":
        main = next(
            (t for t in reversed(doc[max(0, verb.i - 14) : verb.i]) if _is_relaying(t)), verb
        )
    if not _is_hearing(main) and main is verb:
        return None
    is_passive = has_child(main, "auxpass", "nsubjpass")
    wanted = {"nsubjpass", "nsubj"} if is_passive else {"dobj", "nsubj"}
    people = [c for c in main.children if c.dep_ in wanted and c.i not in ensemble.quoted]
    if not is_passive:
        people = [c for c in people if c.i > main.i]
        # The parser may hang the one quoted on "as saying".
        people += [t for t in doc[main.i + 1 : main.i + 6] if ensemble.is_person(t.i)]
    spoken = next((c for c in people if can_speak(c, ensemble) or c.tag_ == "NNP"), None)
    is_told = verb is not main or _is_told_as_saying(main)
    return spoken if is_told or is_passive else None


def _is_told_as_saying(verb: Token) -> bool:
    """Whether another's words follow: "quoted Ruiz as", but not "cited his family as a reason"."""
    for token in verb.doc[verb.i + 1 : verb.i + 14]:
        if token.lower_ == "as":
            return verb.lower_.startswith("quot") or token.nbor().tag_ == "VBG"
    return False


def _is_hearing(token: Token) -> bool:
    return token.lower_ in _HEARD or token.lower_ in {"quotes", "quoting", "cites", "citing"}


def _is_relaying(token: Token) -> bool:
    """Whether it brings another's words behind "as saying": "the Herald reports him as saying"."""
    return _is_hearing(token) or token.lower_ in {"reports", "reported"}


def _said_in_passing(verb: Token, ensemble: Speakers) -> Token | None:
    """The subject of a participle: the name right before it, else that of the main clause."""
    doc = verb.doc
    if verb.tag_ != "VBG" or verb.i == 0:
        return None
    before = doc[verb.i - 1]
    if before.i in ensemble.at and before.i not in ensemble.quoted and before.dep_ != "poss":
        return before
    if before.text == ",":
        root = verb.sent.root
        return next((c for c in root.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    return None


def _right_before(verb: Token, ensemble: Speakers) -> Token | None:
    """The name directly in front of a finite verb, unless a preposition stands before it."""
    doc, i = verb.doc, verb.i - 1
    # A past tense is often taken for a participle; one with an auxiliary is a participle.
    is_past = verb.tag_ == "VBN" and not has_child(verb, *AUXILIARIES)
    if not (verb.tag_ in {"VBD", "VBZ", "VBP"} or is_past) or verb.is_sent_start:
        return None
    while i > 0 and (doc[i].pos_ == "ADV" or doc[i].lower_ in _SELVES):
        i -= 1
    if not ensemble.is_person(i) or i in ensemble.quoted:
        return None
    start = i
    while start > 0 and (
        ensemble.is_person(start - 1)
        or doc[start - 1].tag_ in {"NNP", "JJ"}
        or doc[start - 1].text in {".", "-"}
    ):
        start -= 1
    before = doc[start - 1] if start else None
    listed = doc[i]
    while listed.dep_ == "conj" and listed.head.i < listed.i:
        listed = listed.head
    if listed.i < i and listed.dep_ == "pobj":
        return None  # "the lawyer of Ruiz and Berg said"
    is_object = (
        before is not None
        and not doc[start].is_sent_start
        and before.pos_ in {"ADP", "PART", "VERB"}
    )
    return None if is_object and before is not None and before.lower_ != "that" else doc[i]


def _before_aside(verb: Token, ensemble: Speakers) -> Token | None:
    """The person an aside between commas stands behind, or is: "Ana Ruiz, the mayor, said"."""
    doc, i = verb.doc, verb.i - 1
    if verb.tag_ not in {"VBD", "VBZ"} or i < 3:
        return None
    i -= doc[i].pos_ == "ADV"
    if doc[i].text != ",":
        return None
    comma = next(
        (j for j in range(i - 1, max(i - 22, verb.sent.start), -1) if doc[j].text == ","), None
    )
    if comma is None or any(j in ensemble.quoted for j in range(comma, i)):
        return None
    if all(ensemble.is_person(j) or is_title(doc[j]) for j in range(comma + 1, i)):
        return doc[i - 1]
    while comma > verb.sent.start:
        is_clause = any(t.tag_ in {"VBD", "VBZ"} for t in doc[comma + 1 : i])
        if is_clause and doc[comma + 1].lower_ not in {"who", "whose"}:
            return None
        if ensemble.is_person(comma - 1):
            return doc[comma - 1]
        comma = next((j for j in range(comma - 1, i - 22, -1) if doc[j].text == ","), -1)
    return None


def _of_noun(noun: Token, ensemble: Speakers) -> Speaker | None:
    """Who says what stands in a noun: the sender of "a letter saying", else the noun itself."""
    holds_words = noun.lower_ in speech().nouns or singular(noun.text) in speech().nouns
    if holds_words and noun.dep_ in {"dobj", "pobj"}:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.lower_ in speech().receiving:
            return ensemble.speaker(noun)
        subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.i not in ensemble.quoted)
        sender = next((c for c in subjects if can_speak(c, ensemble)), None)
        if sender is not None:
            return ensemble.speaker(sender)
    return ensemble.speaker(noun) if can_speak(noun, ensemble) else None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return child_of(child, "pobj")
    return None
