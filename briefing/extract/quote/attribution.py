"""Attribution: the verb of speech that a stretch of quoted words hangs on, and that verb's subject.

Looked for where newspapers put it: behind the closing mark ("…," she said), in front of the opening
one (she said: "…"), and around a fragment (she called it "…").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.known import speech
from briefing.extract.parse import DATES, SUBJECTS, VERBS, child_of
from briefing.extract.quote.borrowed import (
    according,
    apposed,
    as_put,
    as_verdict,
    bracketed,
    in_own_message,
    in_words_of,
    labelled,
    of_apposed,
)
from briefing.extract.quote.offices import is_age
from briefing.extract.quote.sayers import heard, is_cue, spoken_by
from briefing.extract.quote.speaker import Attribution, Speaker
from briefing.extract.quote.speakers import Speakers
from briefing.extract.quote.voices import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORT_FRAME = 12  # tokens
_OBJECTS = frozenset(
    {"dobj", "attr", "oprd", "acomp", "ccomp", "xcomp", "appos", "nmod", "amod", "conj", "compound"}
)
_BEING = frozenset("be is are was were been being am have has had having".split())
_PARTICLES = frozenset({"out", "on", "back", "in", "up"})
_REACH = 30  # tokens between a mark and its verb


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
    noun = apposed(doc, i)
    if noun is not None:
        return of_apposed(noun, ensemble)
    last = _frame_end(doc, i, ensemble.quoted)
    if doc[i].lower_ == "according" and i + 1 < last:
        return according(doc[i], ensemble)
    put = as_put(doc, i, last, ensemble)
    if put is not None:
        return put
    verb = _first_verb(doc, i, last)
    if verb is None:
        return as_verdict(doc, i, last, ensemble)
    other = heard(verb, ensemble)
    if other is not None:
        speaker = ensemble.speaker(other)
        return Attribution(speaker, verb.text, is_close=True) if speaker else None
    subject = _inverted(verb, i, last) or _subject_between(verb, i, ensemble)
    speaker = ensemble.speaker(subject) if subject is not None else None
    if speaker is None and subject is not None and subject.lower_ in {"i", "we", "it"}:
        # Whoever wrote the article or a body speaks, not the one before.
        speaker = Speaker("", subject.idx, subject.idx + len(subject))
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
    found, they = _by_verbs(doc, first, start, verbs, ensemble, is_led=mark in {":", ","})
    if found is not None:
        return found
    held = bracketed(doc, first - 1, ensemble)
    if held is not None:
        return held
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
    label = labelled(doc, colon, start, ensemble) if colon is not None else None
    return label or they


def _by_verbs(
    doc: Doc, first: int, start: int, verbs: list[Token], ensemble: Speakers, *, is_led: bool
) -> tuple[Attribution | None, Attribution | None]:
    """Who speaks by the first of the verbs that tells it, and "they" where nobody knows who.

    Whom "he" means in "the minister said he thought “…”" the verb above may tell.
    """
    source = according(doc[start], ensemble) if doc[start].lower_ == "according" else None
    nobody: Attribution | None = None
    lost: Token | None = None
    for verb in verbs:
        speaker = spoken_by(verb, ensemble)
        if speaker is None:
            continue
        if source is not None and verb.dep_ == "relcl" and speaker.actor is None:
            return source, None  # "According to Ruiz, he is a man who says “no” to all"
        if not speaker.name:
            is_they = _are_they(verb, speaker)
            nobody = nobody or Attribution(speaker, verb.text, is_close=not is_they)
            lost = lost if is_they else lost or verb
        elif lost is None or verb.is_ancestor(lost):
            return Attribution(speaker, verb.text, is_close=is_led or first - verb.i <= 6), None
    return (None, nobody) if lost is None else (nobody, None)


def around(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """The verb that governs a fragment, and its subject: tokens `first` to `last` are the words."""
    known = speech()
    verbs = _above(doc, first, last, ensemble)
    saying = [t for t in verbs if t.lower_ in known.saying or _is_stance(t, first)]
    bringing = [t for t in verbs if t.lower_ in known.bringing]
    words = doc[first:last].root if verbs else None
    others = [t for t in verbs if words and (is_cue(t) or _is_in_object(words, t))]
    nobody: Attribution | None = None
    for verb in [*_reported(saying, first)[:1], *bringing[:1], *others]:
        speaker = spoken_by(verb, ensemble)
        if speaker is not None and not _are_they(verb, speaker):
            found = Attribution(speaker, verb.text, is_close=is_cue(verb))
            if speaker.name:
                return found
            nobody = nobody or found
    return nobody


def _is_stance(verb: Token, first: int) -> bool:
    """Whether it tells what somebody holds: "Berg was adamant that it was “a good deal”"."""
    held = child_of(verb, "acomp") if verb.lower_ in _BEING else None
    return held is not None and held.i < first and held.lower_ in speech().stances


def _is_in_object(word: Token, verb: Token) -> bool:
    """Whether the word is in what the verb does: "Berg penned a “song of hope”".

    Not so in where, when and why one does something, nor in what one has: nobody says that.
    """
    if verb.lower_ in _BEING:
        return False
    while word.i != verb.i and (word.dep_ in _OBJECTS or "as" in {word.lower_, word.head.lower_}):
        word = word.head
    return word.i == verb.i


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


# ---- helpers


def _are_they(verb: Token, speaker: Speaker) -> bool:
    """Whether "they" speak and nobody knows who."""
    is_they = any(t.idx == speaker.start and t.lower_ == "they" for t in verb.sent)
    return is_they and not speaker.name


def _above(doc: Doc, first: int, last: int, ensemble: Speakers) -> list[Token]:
    """The verbs outside marks that the words hang on, the nearest first."""
    if last <= first:
        return []
    above = doc[first:last].root.ancestors
    return [t for t in above if t.i not in ensemble.quoted and t.pos_ in VERBS]


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
    return _first_of(verb).dep_ == "ccomp"


def _outer(verb: Token) -> Token:
    """The verb that the clause of this one hangs on."""
    return _first_of(verb).head


def _first_of(verb: Token) -> Token:
    """The first of the verbs that "and" joins."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _nearest_first(doc: Doc, first: int, last: int, verbs: list[Token]) -> list[Token]:
    """The verbs that a fragment can hang on: one right before it, then those that govern it."""
    near = [verb for verb in verbs[-1:] if first - verb.i <= 3]
    above = {t.i for t in doc[first:last].root.ancestors} if last > first else set()
    governors = [verb for verb in reversed(verbs) if verb.i in above]
    saying = [verb for verb in governors if verb.lower_ in speech().saying]
    return near + _reported(saying, first) + governors + verbs[::-1]


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
        if token.lower_ in {"while", "whereas", "although", "because"}:
            return None
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.lower_ in speech().nouns:
            continue  # "A petition posted on a website hopes"
        # Lost by the tagger; a form like the infinitive may be another word: "state bodies".
        is_base = f"{token.lower_}s" in speech().saying
        is_lost = token.i - first <= 1 and token.lower_ not in speech().nouns and not is_base
        if token.lower_ in speech().saying and (is_cue(token) or is_lost):
            return token
        if _is_phrasal(doc, token.i, last):
            return token
        if token.lower_ in speech().bringing and _is_whole_frame(token, first, last):
            return token
        if token.text in {";", ":"} or (token.lower_ == "but" and token.i > first):
            return None
    return None


def _is_phrasal(doc: Doc, i: int, last: int) -> bool:
    """Whether a verb and its particle say it: "Ruiz, the mayor, pointed out."."""
    particle = doc[i + 1].lower_ if i + 1 < last else ""
    if particle not in _PARTICLES or f"{doc[i].lower_} {particle}" not in speech().phrasal:
        return False
    behind = doc[i + 2] if i + 2 < last else None
    return behind is None or behind.is_punct or behind.lower_ in {"in", "during", "after", "when"}


def _is_whole_frame(verb: Token, first: int, last: int) -> bool:
    """Whether a verb and its subject are all that stands behind the marks: "recommends Ruiz."."""
    doc = verb.doc
    if verb.tag_ not in {"VBD", "VBZ"} or last - first > _SHORT_FRAME:
        return False
    subject = child_of(verb, "nsubj")
    if subject is None or subject.i < first:
        return False
    ends = max(verb.i, subject.right_edge.i) + 1
    return min(verb.i, subject.left_edge.i) == first and (ends >= last or doc[ends].is_punct)


def _inverted(verb: Token, first: int, last: int) -> Token | None:
    """The subject behind its verb: "said Ana Ruiz, the mayor"."""
    if verb.i > first + 1 or verb.doc[first].tag_ == "CC" or verb.tag_ == "VBG":
        return None  # "and called Ruiz a friend", "describing the scene": who does so is in front
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
            return token if token.ent_type_ not in DATES else None
        if token.is_punct or token.pos_ in {"ADP", "VERB", "SCONJ"}:
            return None
    return None


def _subject_between(verb: Token, first: int, ensemble: Speakers) -> Token | None:
    """The subject between the mark and its verb: by the parse, else the first that can speak."""
    leading = leading_name(verb.doc, first, verb.i, ensemble)
    if leading is not None:
        return leading
    for child in verb.children:
        if child.dep_ in SUBJECTS and first <= child.i < verb.i:
            return child
    for token in verb.doc[first : verb.i]:
        is_inside = token.dep_ in {"compound", "poss", "amod", "pobj"} and not is_age(token)
        if can_speak(token, ensemble) and not is_inside:
            return token
    above = verb
    while above.dep_ in {"conj", "xcomp", "advcl"} and above.head.i != above.i:
        above = above.head
        while verb.tag_ == "VBG" and _is_told(above) and _outer(above).lower_ in speech().saying:
            above = _outer(above)  # "Berg said many had left, adding": who adds is Berg
        for child in above.children:
            is_heard = child.dep_ == "nsubjpass" and verb.tag_ == "VBG"  # "was heard saying"
            if (child.dep_ == "nsubj" or is_heard) and child.i not in ensemble.quoted:
                return child
    return None


def leading_name(doc: Doc, first: int, last: int, ensemble: Speakers) -> Token | None:
    """The person that the frame begins with, its titles aside: "Police Chief Ana Ruiz, …, said"."""
    for token in doc[first:last]:
        if ensemble.is_person(token.i):
            return ensemble.head_of_run(token)
        if token.is_punct and token.text not in {".", "-"}:
            return None
        if token.pos_ in {"VERB", "AUX", "ADP", "PRON", "SCONJ"}:
            return None
    return None
