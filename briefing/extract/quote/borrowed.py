"""Borrowed words: attributions that hang on no verb of saying.

"According to Ruiz", "as Ruiz put it", "in the words of Ruiz", a name behind a dash, a label before
a colon.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.known import singular, speech, titles
from briefing.extract.parse import NAMING, SUBJECTS, VERBS, child_of
from briefing.extract.quote.sayers import is_cue
from briefing.extract.quote.speaker import Attribution, Speaker
from briefing.extract.quote.speakers import Speakers
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HAVING = frozenset("has had have made makes gave gives offered offers issued issues sent".split())
_BEFORE_NAMES = NAMING | {"JJ"}
_CLAIM_REACH = 10  # tokens between a claim and its "that"
_TITLES = 7  # tokens in front of a name that signs
_BEFORE_NOUN = 4  # tokens: "a not so subtle hint at"


def according(token: Token, ensemble: Speakers) -> Attribution | None:
    """Who stands behind "according to"."""
    doc = token.doc
    for child in token.subtree:
        if child.dep_ == "pobj" and child.i > token.i and child.head.lower_ == "to":
            speaker = ensemble.speaker(child)
            if speaker is not None:
                return Attribution(speaker, doc[token.i : token.i + 2].text, is_close=True)
    return None


def according_behind(doc: Doc, first: int, ensemble: Speakers) -> Attribution | None:
    """Who stands behind "according to" further on in the sentence of token `first`."""
    for token in doc[first:]:
        if token.is_sent_start and token.i > first:
            return None
        if token.lower_ == "according" and token.i not in ensemble.quoted:
            found = according(token, ensemble)
            return found and replace(found, is_close=False)
    return None


def as_verdict(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Whose verdict the words before are: "“Dead” was Ruiz's verdict", "“…” is her motto"."""
    if doc[first].lower_ not in {"is", "was", "were", "are"}:
        return None
    for token in doc[first + 1 : min(last, first + 8)]:
        owner = child_of(token, "poss")
        if token.lower_ in speech().messages and owner is not None and owner.i > first:
            speaker = ensemble.speaker(owner)
            return Attribution(speaker, token.text, is_close=True) if speaker else None
    return None


def in_own_message(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Whose message a colon leads to: "Ruiz's answer was clear: “…”", "her advice: “…”"."""
    for token in doc[first:last]:
        if token.lower_ in speech().messages:
            owner = child_of(token, "poss")
            if owner is None and token.dep_ == "dobj" and token.head.lower_ in _HAVING:
                # "Ruiz made an appeal to the owners: “…”"
                owner = child_of(token.head, "nsubj")
            if owner is None or owner.i in ensemble.quoted:
                continue
            speaker = ensemble.speaker(owner)
            if speaker is not None:
                return Attribution(speaker, token.text, is_close=True)
        if token.text in {",", ";"}:
            return None
    return None


def as_put(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Who words are borrowed from: "as Ruiz put it", "per the report"."""
    if doc[first].lower_ not in {"as", "per"}:
        return None
    for token in doc[first + 1 : last]:
        is_end = doc[first].lower_ == "per" and token.dep_ == "pobj" and token.head.i == first
        is_put = token.lower_ in {"put", "puts"} and token.i + 1 < last
        if is_put and doc[token.i + 1].lower_ in {"it", "this"}:
            subject = next((c for c in token.children if c.dep_ == "nsubj"), doc[token.i - 1])
        elif is_end:
            subject = token
        else:
            continue
        speaker = ensemble.speaker(subject)
        cue = doc[first].text if is_end else token.text
        return Attribution(speaker, cue, is_close=True) if speaker else None
    return None


def in_words_of(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Whose words are borrowed: "in the words of Ruiz", "in Ruiz's phrase", "to her, “…”"."""
    if last - first > 2 and doc[last - 1].text == "," and doc[last - 3].lower_ in {"to", "for"}:
        speaker = ensemble.speaker(doc[last - 2]) if ensemble.is_human(doc[last - 2]) else None
        if speaker is not None:
            return Attribution(speaker, doc[last - 3].text, is_close=True)
    if last - first > 2 and doc[first].lower_ in {"to", "for"} and doc[last - 1].text == ",":
        named = ensemble.named_at(first + 1) if ensemble.is_person(first + 1) else None
        if named is not None and doc[named.last].text == ",":
            who = ensemble.named_speaker(named)
            return Attribution(who, doc[first].text, is_close=True)
    for token in doc[first:last]:
        if token.lower_ not in {"words", "phrase", "telling", "opinion", "view", "parlance"}:
            continue
        own = [c for c in token.children if c.dep_ == "poss"]
        own += [g for c in token.children if c.lower_ == "of" for g in c.children]
        for owner in own:
            speaker = ensemble.speaker(owner) if owner.i not in ensemble.quoted else None
            if speaker is not None and token.head.lower_ in {"in", "to"}:
                return Attribution(speaker, token.text, is_close=True)
    return None


def apposed(doc: Doc, first: int) -> Token | None:
    """The noun from token `first` on that says what the words before are: "“…,” words that hurt".

    "“…,” a statement from the mayor said" is none: there the noun itself speaks.
    """
    i, last = first, min(first + _BEFORE_NOUN, len(doc) - 2)
    while i < last and doc[i].tag_ in {"DT", "PRP$", "JJ", "RB"} and doc[i].lower_ != "the":
        i += 1
    if i > last:
        return None
    noun, after = doc[i], doc[i + 1]
    known = speech()
    is_words = noun.lower_ in known.words or singular(noun.text) in known.words
    if not is_words or noun.dep_ in SUBJECTS:
        return None
    if after.lower_ in {"that", "which"}:
        return noun  # often lost by the tagger
    return noun if noun.tag_ in {"NN", "NNS"} and after.tag_ in {"IN", "TO", "PRP", "VBN"} else None


def of_apposed(noun: Token, ensemble: Speakers) -> Attribution | None:
    """Whose words the noun tells them to be: "her words that", "remarks by Ruiz that"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [g for c in noun.children if c.lower_ in {"by", "from"} for g in c.children]
    for owner in owners:
        speaker = ensemble.speaker(owner)
        if speaker is not None:
            return Attribution(speaker, noun.text, is_close=True)
    return None


def claimed(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Whose claim the words are in: "denied Ruiz's claim that it was “a fraud”"."""
    if last <= first:
        return None
    for token in doc[first:last].root.ancestors:
        if is_cue(token) and token.i < first:
            break
        is_claim = token.tag_ == "NN" and token.i < first and token.lower_ in speech().claims
        if is_claim and any(t.lower_ == "that" for t in doc[token.i + 1 : first]):
            # "His" may be the one's who repeats or the one's who is denied.
            is_his = any(child.tag_ == "PRP$" for child in token.children)
            return None if is_his else of_apposed(token, ensemble)
    return _in_statement_before(doc, first, ensemble)


def _in_statement_before(doc: Doc, first: int, ensemble: Speakers) -> Attribution | None:
    """Whose statement leads to the words where the parser lost it: "a report by Ruiz that “…”"."""
    that = next((i for i in range(first - 1, max(0, first - 3), -1) if doc[i].is_alpha), 0)
    if doc[that].lower_ != "that":
        return None
    for token in reversed(doc[max(0, that - _CLAIM_REACH) : that]):
        if token.is_punct or token.pos_ in VERBS:
            return None
        if token.lower_ in speech().claims and doc[token.i + 1].lower_ in {"by", "from"}:
            return of_apposed(token, ensemble)
    return None


def told_by_that(doc: Doc, first: int, last: int, ensemble: Speakers) -> Attribution | None:
    """Whose the words before are by "That was how Ruiz put it", "Those were Ruiz's words"."""
    if doc[first].lower_ not in {"that", "those", "this", "these", "such", "thus", "so"}:
        return None
    is_told = any(
        t.lower_ in {"words", "put", "view", "verdict", "message"} for t in doc[first:last]
    )
    is_said = first + 1 < last and doc[first + 1].lower_ in speech().saying
    is_told |= is_said and doc[first].lower_ in {"so", "thus"}
    named = next((t for t in doc[first:last] if ensemble.is_person(t.i)), None)
    speaker = ensemble.speaker(named) if is_told and named is not None else None
    return Attribution(speaker, doc[first].text, is_close=True) if speaker else None


def signed(doc: Doc, first: int, dash: str, ensemble: Speakers) -> Attribution | None:
    """A name behind a dash, from token `first` on, signs the words in front of it."""
    last = first
    while last < len(doc) and last - first < 6 and not doc[last].is_sent_start:
        if not (doc[last].text[0].isupper() or doc[last].text in {".", "-"}):
            break
        last += 1
    ends = (
        last >= len(doc) or doc[last].is_sent_start or doc[last].is_space or doc[last].text == ","
    )
    while last > first and doc[last - 1].text == ".":
        last -= 1
    bearer = titled(doc, first, ensemble)
    if bearer is not None:
        return Attribution(bearer, dash, is_close=True)
    named = next((t for t in doc[first:last] if t.i in ensemble.at), None)
    speaker = ensemble.speaker(named) if named is not None and (ends or named.i == first) else None
    whole = doc[first:last].text
    # A signature that is a line of its own is the full name, whatever part of it was read as one.
    if ends and 2 <= last - first <= 5 and (speaker is None or _is_part(speaker.name, whole)):
        speaker = Speaker(whole, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    return Attribution(speaker, dash, is_close=True) if speaker else None


def titled(doc: Doc, first: int, ensemble: Speakers) -> Speaker | None:
    """The person behind titles at token `first`: "— Elma captain Ana Ruiz on her goal"."""
    for token in doc[first + 1 : first + _TITLES]:
        named, office = ensemble.named_at(token.i), doc[token.i - 1]
        is_behind = titles().is_head(office.text)
        if named is not None and ensemble.is_person(token.i):
            return ensemble.named_speaker(named) if is_behind else None
        if token.is_title and is_behind and office.is_lower:
            # The model saw no person there.
            name = list(takewhile(lambda t: t.is_title, doc[token.i : token.i + 3]))
            words = doc[token.i : name[-1].i + 1]
            return Speaker(words.text, words.start_char, words.end_char)
        is_title = token.tag_ in _BEFORE_NAMES or token.is_title or titles().is_head(token.text)
        if token.is_sent_start or not (is_title or token.text in {".", "-"}):
            return None
    return None


def _is_part(name: str, whole: str) -> bool:
    """Whether the name is part of a longer one; titles in front make none longer."""
    words = whole.split()
    while words and (titles().is_title(words[0]) or words[0].casefold() in titles().modifiers):
        words = words[1:]
    rest = " ".join(words)
    return len(name) < len(rest) and f" {name.casefold()} " in f" {rest.casefold()} "


def labelled(doc: Doc, colon: int, start: int, ensemble: Speakers) -> Attribution | None:
    """The name that labels a quote: "Ruiz: “…”", "Ruiz on the vote: “…”"."""
    if colon == start + 1 and doc[start].text == "A":
        return _answer(doc, start, ensemble)
    subject = child_of(doc[colon].sent.root, "nsubj")
    if subject is not None and start <= subject.i < colon and ensemble.is_person(subject.i):
        speaker = ensemble.speaker(subject)
        return Attribution(speaker, ":", is_close=False) if speaker else None
    for token in doc[start : min(colon, start + 4)]:
        if token.i in ensemble.at and not ensemble.is_possessor(token.i):
            speaker = ensemble.speaker(token)
            if speaker is not None:
                return Attribution(speaker, ":", is_close=colon - start <= 8)
    # A label in capitals, where the model sees no names: "RUIZ: “…”".
    is_loud = all(t.is_upper for t in doc[start:colon] if t.is_alpha)
    return _by_label(doc, start, colon, ensemble) if is_loud and colon > start else None


def bracketed(doc: Doc, bracket: int, ensemble: Speakers) -> Attribution | None:
    """The person in front of a bracket with words: "Ruiz (“I will never go”) was cheered"."""
    if bracket < 1 or doc[bracket].text != "(" or not ensemble.is_person(bracket - 1):
        return None
    speaker = ensemble.speaker(doc[bracket - 1])
    return Attribution(speaker, None, is_close=False) if speaker else None


def _answer(doc: Doc, label: int, ensemble: Speakers) -> Attribution | None:
    """The person whom an interview is with answers under the label "A:"."""
    guests = (n for n, actor in enumerate(ensemble.actors) if actor.kind is Kind.PERSON)
    guest = next(guests, None)
    if guest is None:
        return None
    at = doc[label].idx
    return Attribution(Speaker(ensemble.actors[guest].name, at, at + 1, guest), ":", is_close=True)


def labelled_inside(doc: Doc, first: int, ensemble: Speakers) -> Attribution | None:
    """The speaker that a transcript names inside the marks: "RUIZ: We are close."."""
    for token in doc[first : first + 3]:
        if token.text == ":" and token.i > first:
            return _by_label(doc, first, token.i, ensemble)
        if not token.is_upper:
            return None
    return None


def _by_label(doc: Doc, first: int, colon: int, ensemble: Speakers) -> Attribution | None:
    surname = doc[colon - 1].lower_
    for number, actor in enumerate(ensemble.actors):
        if actor.name.casefold().split()[-1] == surname:
            start, end = doc[first].idx, doc[colon - 1].idx + len(doc[colon - 1])
            return Attribution(Speaker(actor.name, start, end, number), ":", is_close=True)
    return None
