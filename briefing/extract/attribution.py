"""Attribution: the verb of speech that a stretch of quoted words hangs on, and that verb's subject.

Looked for where newspapers put it: behind the closing mark ("…," she said), in front of the opening
one (she said: "…"), and around a fragment (she called it "…").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.borrowed import (
    according,
    as_put,
    as_verdict,
    in_own_message,
    in_words_of,
    labelled,
)
from briefing.extract.known import singular, speech
from briefing.extract.mention import is_title
from briefing.extract.offices import is_age
from briefing.extract.speaker import Attribution, Speaker
from briefing.extract.speakers import Speakers, can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 30  # tokens between a mark and its verb
_HEARD = frozenset({"quoted", "heard", "overheard", "recorded", "cited"})
_CLIMBED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "auxpass", "dep", "ccomp"})


def behind(doc: Doc, first: int, ensemble: Speakers) -> Attribution | None:
    """The attribution that follows a closing mark: `first` is the first token after it."""
    i = first
    while (
        i < len(doc)
        and doc[i].text in {",", ".", "''", '"', "'", "”", "’", "?", "!"}
        and i < first + 2
    ):
        i += 1
    if i >= len(doc) or doc[i].i in ensemble.quoted:
        return None
    last = _frame_end(doc, i, ensemble.quoted)
    if doc[i].lower_ == "according" and i + 1 < last:
        return according(doc[i], ensemble)
    put = as_put(doc, i, last, ensemble)
    if put is not None:
        return put
    verb = _first_verb(doc, i, last)
    if verb is None:
        return as_verdict(doc, i, last, ensemble)
    heard = _heard(verb, ensemble)
    if heard is not None:
        speaker = ensemble.speaker(heard)
        return Attribution(speaker, verb.text, is_close=True) if speaker else None
    subject = _inverted(verb, i, last) or _subject_between(verb, i, ensemble)
    speaker = ensemble.speaker(subject) if subject is not None else None
    return Attribution(speaker, verb.text, is_close=True) if speaker else None


def before(doc: Doc, first: int, last: int, start: int, ensemble: Speakers) -> Attribution | None:
    """The attribution in tokens `start` to `first`, in front of a stretch `first` to `last`."""
    i = first - 1
    while i >= start and (doc[i].is_punct or doc[i].is_space) and doc[i].text not in {":", ","}:
        i -= 1
    if i < start:
        return None
    mark = doc[i].text
    verbs = [t for t in doc[start:first] if is_cue(t) and t.i not in ensemble.quoted]
    saying = [t for t in verbs if t.lower_ in speech().saying]
    if mark in {":", ","}:
        verbs = saying[::-1]
    else:
        verbs = _nearest_first(doc, first, last, verbs)
    for verb in verbs:
        speaker = spoken_by(verb, ensemble)
        if speaker is not None:
            is_close = mark in {":", ","} or first - verb.i <= 6
            return Attribution(speaker, verb.text, is_close=is_close)
    told = next((t for t in doc[start:first] if t.lower_ == "according"), None)
    if told is not None:
        return according(told, ensemble)
    worded = in_words_of(doc, start, first, ensemble)
    if worded is not None:
        return worded
    if mark == ":":
        messaged = in_own_message(doc, start, i, ensemble)
        if messaged is not None:
            return messaged
    colon = next((t.i for t in doc[start : i + 1] if t.text == ":"), None)
    return labelled(doc, colon, start, ensemble) if colon is not None else None


def around(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """The verb that governs a fragment, and its subject: tokens `first` to `last` are the words."""
    known = speech()
    verbs = _above(doc, first, last, ensemble)
    saying = [t for t in verbs if t.lower_ in known.saying]
    bringing = [t for t in verbs if t.lower_ in known.bringing]
    for verb in [*_reported(saying, first)[:1], *bringing[:1], *verbs]:
        speaker = spoken_by(verb, ensemble)
        if speaker is not None:
            return Attribution(speaker, verb.text, is_close=is_cue(verb))
    return None


def governing(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """The verb of saying in front that the fragment hangs on: "Berg said he was “tired”"."""
    verbs = _above(doc, first, last, ensemble)
    saying = [t for t in verbs if t.i < first and t.lower_ in speech().saying]
    for verb in _reported(saying, first):
        speaker = spoken_by(verb, ensemble)
        if speaker is not None and speaker.name:
            return Attribution(speaker, verb.text, is_close=True)
    return None


def is_touching(doc: Doc, first: int, start: int) -> bool:
    """Whether a finite verb of saying stands directly in front of token `first`: "she said “…”"."""
    i = first - 1
    if i > start and doc[i].lower_ == "that":
        i -= 1
    is_finite = i > start and doc[i].tag_ in {"VBD", "VBZ", "VBP"}
    return is_finite and doc[i].lower_ in speech().saying


def is_cue(token: Token) -> bool:
    """Whether the token is a verb that brings words."""
    known = speech()
    is_verb = token.tag_.startswith("VB") or token.pos_ == "VERB"
    return is_verb and (token.lower_ in known.saying or token.lower_ in known.bringing)


def spoken_by(verb: Token, ensemble: Speakers) -> Speaker | None:
    """Who does what the verb says: its subject, the agent of a passive, or the subject above it."""
    token = verb
    heard = _heard(verb, ensemble)
    if heard is not None:
        return ensemble.speaker(heard)
    named = _right_before(verb, ensemble) or _before_aside(verb, ensemble)
    if named is not None:
        return ensemble.speaker(named)
    passing = _said_in_passing(verb, ensemble)
    if passing is not None and passing.i not in ensemble.quoted and can_speak(passing, ensemble):
        return ensemble.speaker(passing)
    for _ in range(5):
        is_passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
        agent = _agent(token)
        if agent is not None:
            return ensemble.speaker(agent)
        for child in token.children:
            fits = child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and token.lower_ in _HEARD)
            if fits and child.i not in ensemble.quoted:
                return ensemble.speaker(child) if can_speak(child, ensemble) else None
        if is_passive and token.lower_ not in _HEARD:
            return None
        if token.dep_ in {"relcl", "acl"}:
            return _of_noun(token.head, ensemble)
        if token.dep_ not in _CLIMBED or token.head.i == token.i:
            return None
        token = token.head
    return None


# ---- helpers


def _above(doc: Doc, first: int, last: int, ensemble: Speakers) -> list[Token]:
    """The verbs outside marks that the words hang on, the nearest first."""
    if last <= first:
        return []
    above = doc[first:last].root.ancestors
    return [t for t in above if t.i not in ensemble.quoted and t.pos_ in {"VERB", "AUX"}]


def _reported(saying: list[Token], first: int) -> list[Token]:
    """Verbs of saying, those last that only tell what others say was agreed, asked or ordered.

    "Ruiz said that both had agreed to settle it “in a calm way”": the words are hers.
    """
    inner = [
        verb
        for verb in saying[:-1]
        if _is_told(verb) and any(c.dep_ == "xcomp" and c.i < first for c in verb.children)
    ]
    return [verb for verb in saying if verb not in inner] + inner


def _is_told(verb: Token) -> bool:
    """Whether the verb stands in a clause that somebody says."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ccomp"


def _nearest_first(doc: Doc, first: int, last: int, verbs: list[Token]) -> list[Token]:
    """The verbs that a fragment can hang on: one right before it, then those that govern it."""
    near = [verb for verb in verbs[-1:] if first - verb.i <= 3]
    above = {t.i for t in doc[first:last].root.ancestors} if last > first else set()
    governors = [verb for verb in reversed(verbs) if verb.i in above]
    saying = [verb for verb in governors if verb.lower_ in speech().saying]
    return near + _reported(saying, first) + governors + verbs[::-1]


def _heard(verb: Token, ensemble: Speakers) -> Token | None:
    """Whom another quotes: Ruiz in "the Herald quoted Ruiz as saying", "Ruiz was quoted as"."""
    doc, main = verb.doc, verb
    if verb.i > 0 and doc[verb.i - 1].lower_ == "as" and verb.tag_ == "VBG":
        main = next(
            (t for t in reversed(doc[max(0, verb.i - 14) : verb.i]) if _is_hearing(t)), verb
        )
    if not _is_hearing(main):
        return None
    is_passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in main.children)
    wanted = {"nsubjpass", "nsubj"} if is_passive else {"dobj", "nsubj"}
    people = [c for c in main.children if c.dep_ in wanted and c.i not in ensemble.quoted]
    if not is_passive:
        people = [c for c in people if c.i > main.i]
        # The parser may hang the one quoted on "as saying".
        people += [t for t in doc[main.i + 1 : main.i + 6] if ensemble.is_person(t.i)]
    spoken = next((c for c in people if can_speak(c, ensemble)), None)
    is_told = verb is not main or any(t.lower_ == "as" for t in doc[main.i : main.i + 14])
    return spoken if is_told or is_passive else None


def _is_hearing(token: Token) -> bool:
    return token.lower_ in _HEARD or token.lower_ in {"quotes", "quoting", "cites", "citing"}


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
    is_past = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    if not (verb.tag_ in {"VBD", "VBZ", "VBP"} or is_past) or verb.is_sent_start:
        return None
    if i > 0 and doc[i].pos_ == "ADV":
        i -= 1
    if not ensemble.is_person(i) or i in ensemble.quoted:
        return None
    start = i
    while start > 0 and (
        ensemble.is_person(start - 1)
        or doc[start - 1].tag_ in {"NNP", "JJ"}
        or doc[start - 1].text == "."
    ):
        start -= 1
    before = doc[start - 1] if start else None
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
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _frame_end(doc: Doc, i: int, quoted: frozenset[int]) -> int:
    last = i
    while last < len(doc) and last - i < _REACH and last not in quoted:
        if last > i and doc[last].is_sent_start:
            break
        if "\n" in doc[last].text:
            break
        last += 1
    return last


def _first_verb(doc: Doc, first: int, last: int) -> Token | None:
    """The first verb of saying of the frame, unless another clause comes before it."""
    for token in doc[first:last]:
        if token.lower_ in {"while", "whereas", "although"}:
            return None
        is_lost = token.i - first <= 1 and token.lower_ not in speech().nouns  # by the tagger
        if token.lower_ in speech().saying and (is_cue(token) or is_lost):
            return token
        if token.text in {";", ":"} or (token.lower_ in {"but", "because"} and token.i > first):
            return None
    return None


def _inverted(verb: Token, first: int, last: int) -> Token | None:
    """The subject behind its verb: "said Ana Ruiz, the mayor"."""
    if verb.i > first + 1:
        return None
    if verb.i == first + 1 and verb.doc[first].pos_ in {"PRON", "PROPN", "NOUN"}:
        return None
    for child in verb.children:
        if (
            child.dep_ in {"nsubj", "dobj", "attr", "oprd"}
            and verb.i < child.i < last
            and child.dep_ == "nsubj"
        ):
            return child
    for token in verb.doc[verb.i + 1 : last]:
        if token.pos_ in {"PROPN", "NOUN", "PRON"} and token.dep_ != "compound":
            return token if token.ent_type_ not in {"DATE", "TIME"} else None
        if token.is_punct or token.pos_ in {"ADP", "VERB", "SCONJ"}:
            return None
    return None


def _subject_between(verb: Token, first: int, ensemble: Speakers) -> Token | None:
    """The subject between the mark and its verb: by the parse, else the first that can speak."""
    leading = _leading_name(verb.doc, first, verb.i, ensemble)
    if leading is not None:
        return leading
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and first <= child.i < verb.i:
            return child
    for token in verb.doc[first : verb.i]:
        is_inside = token.dep_ in {"compound", "poss", "amod", "pobj"} and not is_age(token)
        if can_speak(token, ensemble) and not is_inside:
            return token
    above = verb
    while above.dep_ in {"conj", "xcomp", "advcl"} and above.head.i != above.i:
        above = above.head
        for child in above.children:
            if child.dep_ == "nsubj" and child.i not in ensemble.quoted:
                return child
    return None


def _leading_name(doc: Doc, first: int, last: int, ensemble: Speakers) -> Token | None:
    """The person that the frame begins with, its titles aside: "Police Chief Ana Ruiz, …, said"."""
    for token in doc[first:last]:
        if ensemble.is_person(token.i):
            return ensemble.head_of_run(token)
        if token.is_punct and token.text not in {".", "-"}:
            return None
        if token.pos_ in {"VERB", "AUX", "ADP", "PRON", "SCONJ"}:
            return None
    return None
