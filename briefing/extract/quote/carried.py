"""Carried speakers: whose words they are when no verb stands beside the marks.

A neighbour in the paragraph, the open quote of the paragraph before, a colon, the person whom the
sentence before or behind is about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.extract.actor.ensemble import PRONOUNS
from briefing.extract.known import singular, speech
from briefing.extract.parse import FINITE, NOUNS, SUBJECTS, child_of
from briefing.extract.quote import attribution
from briefing.extract.quote.borrowed import according_behind, apposed
from briefing.extract.quote.labels import Placed, blocks_of, headed
from briefing.extract.quote.marks import Stretch, is_caption
from briefing.extract.quote.sayers import is_cue, spoken_by
from briefing.extract.quote.speaker import Attribution
from briefing.extract.quote.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_ASKING = frozenset({"asked", "asks", "questioned"})
_FINITE = FINITE | {"VBN"}
_BESIDE = frozenset({"nsubj", "prep", "npadvmod", "advmod"})  # who, where and when
_CAPTIONS = 2  # lines between two paragraphs of one speech


def carried(page: Page, placed: list[Placed], ensemble: Speakers) -> list[Placed]:
    """The stretches, those without an attribution of their own taking a neighbour's."""
    done: list[Placed] = []
    labelled = headed(page, placed, ensemble)
    for number, own in enumerate(placed):
        is_named = own.found is not None and own.found.speaker.actor is not None
        if not is_named and _is_kicker(page, own.stretch):
            done.append(replace(own, found=None))
            continue
        if own.found is not None:
            done.append(own)
            continue
        found = labelled.get(number) or _from_neighbours(
            page, placed, number, done[-1] if done else None, ensemble
        )
        done.append(replace(own, found=found))
    return done


def _is_kicker(page: Page, stretch: Stretch) -> bool:
    """Whether the sentence only leads to another article: "Opinion: Is it “a good deal”?"."""
    segment = page.segment_at(stretch.opens)
    if segment is None:
        return False
    front = page.text[segment.start : stretch.opens]
    label = re.split(r"[:|»>]|(?<=[A-Z]{4}) (?=\W)", front, maxsplit=1)
    words = label[0].strip(" -–—•*").casefold()
    return words in speech().kickers and (len(label) > 1 or label[0].strip().isupper())


def _from_neighbours(
    page: Page, placed: list[Placed], number: int, last: Placed | None, ensemble: Speakers
) -> Attribution | None:
    own = placed[number]
    paragraph = own.stretch.paragraph
    if _has_own_subject(page, own, ensemble):
        return None
    if last is not None and last.stretch.paragraph == paragraph and last.found:
        told = (
            _asked(page, last, own, ensemble)
            or _told_between(page, last, own, ensemble)
            or _told_by_another(page, last, own, ensemble)
        )
        return told or last.found
    for other in placed[number + 1 :]:
        if other.stretch.paragraph != paragraph:
            break
        if other.found:
            return other.found
    done = _owner_before(page, own, ensemble) or _done_behind(page, own, ensemble)
    if done is not None:
        return done
    if last is not None and last.stretch.is_open and _is_next(page, last.stretch, own.stretch):
        return last.found
    told = _told_where_it_ends(page, placed[number:])
    if told is not None:
        return told
    led = _introduced(page, paragraph, ensemble)
    if led is not None:
        return led
    if last is not None and last.found and paragraph - last.stretch.paragraph == 1:
        told = _told_between(page, last, own, ensemble) or _led_in(page, own, ensemble)
        return told or _told_by_another(page, last, own, ensemble) or last.found
    told = _subject_before(page, own, ensemble)
    if told is not None:
        return told
    return last.found if last is not None and paragraph - last.stretch.paragraph == 2 else None


def _has_own_subject(page: Page, own: Placed, ensemble: Speakers) -> bool:
    """Whether the words are part of a sentence that tells of something else than the one before.

    "The film was called “a waste of time”": its own subject is no pronoun for who spoke.
    """
    segment = page.segment_at(own.stretch.opens)
    words = page.words(segment.start, segment.end) if segment is not None else None
    if words is None:
        return False
    told = [
        t
        for t in words
        if t.dep_ in {"nsubj", "nsubjpass", "expl"}
        and not {t.i, t.head.i} & ensemble.quoted
        and not own.first <= t.i < own.last
    ]
    if any(t.lower_ == "it" and is_cue(t.head) for t in told):
        return False
    return any(
        (t.pos_ in NOUNS or t.dep_ == "expl") and t.head.tag_ in {*_FINITE, "VB"} for t in told
    )


def _told_where_it_ends(page: Page, rest: list[Placed]) -> Attribution | None:
    """The speaker told behind the last paragraph of a speech whose first is `rest[0]`."""
    for own, following in pairwise(rest):
        if not (own.stretch.is_open and _is_next(page, own.stretch, following.stretch)):
            return None
        if following.found is not None:
            return following.found
    return None


def _is_next(page: Page, left: Stretch, stretch: Stretch) -> bool:
    """Whether the stretch goes on where another was left open, captions in between aside."""
    between = blocks_of(page.text)[left.paragraph + 1 : stretch.paragraph]
    return len(between) <= _CAPTIONS and all(is_caption(page.text[a:b]) for a, b in between)


def _subject_before(page: Page, own: Placed, ensemble: Speakers) -> Attribution | None:
    """The person whom the sentence before is about."""
    if own.first == 0:
        return None
    segment = page.segment_at(own.stretch.opens)
    begins = segment.start if segment else own.stretch.opens
    start = page.token_after(_before_captions(page, own.stretch, begins))
    if start == 0:
        return None
    root = page.doc[start - 1].sent.root
    asked = child_of(root, "dobj", "dative")
    if root.lower_ in _ASKING and asked is not None and ensemble.is_person(asked.i):
        speaker = ensemble.speaker(asked)
        return Attribution(speaker, root.text, is_close=False) if speaker else None
    source = according_behind(page.doc, root.sent.start, ensemble)
    if source is not None and source.speaker.actor is not None:
        return source
    if is_cue(root):
        speaker = spoken_by(root, ensemble)
        if speaker is not None and speaker.actor is not None:
            return Attribution(speaker, root.text, is_close=False)
    for child in root.children:
        if child.dep_ in SUBJECTS and child.i not in ensemble.quoted:
            speaker = ensemble.speaker(child)
            if speaker is not None and speaker.actor is not None:
                return Attribution(speaker, None, is_close=False)
    return _for_whom(page, root.sent.start, ensemble)


def _before_captions(page: Page, stretch: Stretch, begins: int) -> int:
    """Where the stretch's sentence begins, or the captions right in front of its paragraph."""
    blocks = blocks_of(page.text)
    number = stretch.paragraph
    if begins > blocks[number][0]:
        return begins
    while number > 1 and is_caption(page.text[slice(*blocks[number - 1])]):
        number -= 1
    return blocks[number][0]


def _for_whom(page: Page, first: int, ensemble: Speakers) -> Attribution | None:
    """The person for whom the sentence holds: "For Ruiz, the matter is simple."."""
    named = ensemble.named_at(first + 1) if page.doc[first].lower_ == "for" else None
    if named is None or not ensemble.is_person(first + 1) or page.doc[named.last].text != ",":
        return None
    speaker = ensemble.speaker(page.doc[named.last - 1])
    return Attribution(speaker, None, is_close=False) if speaker else None


def _owner_before(page: Page, own: Placed, ensemble: Speakers) -> Attribution | None:
    """Whose words they are by the sentence before: "Ruiz regrets her slur. “…,” a slur that"."""
    noun = apposed(page.doc, page.token_after(own.stretch.closes))
    begins = page.doc[own.first].sent.start
    if noun is None or begins == 0:
        return None
    for token in page.doc[begins - 1].sent:
        owner = child_of(token, "poss")
        is_same = singular(token.text) == singular(noun.text) and token.i not in ensemble.quoted
        speaker = ensemble.speaker(owner) if is_same and owner is not None else None
        if speaker is not None:
            return Attribution(speaker, noun.text, is_close=False)
    return None


def _done_behind(page: Page, own: Placed, ensemble: Speakers) -> Attribution | None:
    """The person who does something right behind the words: "“Why not?” Ruiz shrugged."."""
    after = page.token_after(own.stretch.closes)
    if own.stretch.is_open or after >= len(page.doc) or not page.doc[after].is_sent_start:
        return None
    if "\n" in page.text[own.stretch.closes : page.doc[after].idx]:
        return None
    root = page.doc[after].sent.root
    if not is_cue(root) or root.i - after > 6:
        return None
    if not ensemble.is_person(after) and not _says_no_more(root):
        return None
    speaker = spoken_by(root, ensemble)
    is_known = speaker is not None and (speaker.actor is not None or _says_no_more(root))
    return Attribution(speaker, root.text, is_close=False) if is_known and speaker else None


def _says_no_more(verb: Token) -> bool:
    """Whether a sentence only tells who spoke the words before it: "The firm said in a letter."."""
    is_plain = verb.lower_ in speech().outright and verb.tag_ in {"VBD", "VBZ"}
    return is_plain and all(c.dep_ in _BESIDE or c.text == "." for c in verb.children)


def _asked(page: Page, last: Placed, own: Placed, ensemble: Speakers) -> Attribution | None:
    """Whom a question was put to that these words answer: "“Why?” Ruiz asked Berg. “…”"."""
    if page.text[last.stretch.end - 1] != "?" or page.text[own.stretch.end - 1] == "?":
        return None
    for token in page.doc[last.last : own.first]:
        asked = child_of(token, "dobj", "dative") if token.lower_ in _ASKING else None
        if asked is not None and asked.i > token.i and ensemble.is_person(asked.i):
            speaker = ensemble.speaker(asked)
            return Attribution(speaker, token.text, is_close=False) if speaker else None
    return None


def _told_between(page: Page, last: Placed, own: Placed, ensemble: Speakers) -> Attribution | None:
    """The person who speaks in a whole sentence between two quotes of a paragraph."""
    told = _subject_before(page, own, ensemble)
    if told is None or told.speaker.actor is None:
        return None
    segment = page.segment_at(told.speaker.start)
    if segment is None or segment.start < last.stretch.closes or not told.cue:
        return None
    subject = page.token_after(told.speaker.start)
    if ensemble.is_person(subject):
        return told
    before = page.token_after(last.stretch.closes)
    is_new = any(
        ensemble.is_person(i) and last.found and ensemble.at[i] != last.found.speaker.actor
        for i in range(before, subject)
    )
    # "He said" means the one who spoke, unless somebody else has been named since.
    return told if is_new and ensemble.is_human(page.doc[subject]) else None


def _told_by_another(
    page: Page, last: Placed, own: Placed, ensemble: Speakers
) -> Attribution | None:
    """Who speaks in the sentence before under a pronoun that is not for the last speaker."""
    begins = page.doc[own.first].sent.start
    if begins <= last.last or last.found is None or last.found.speaker.actor is None:
        return None
    root = page.doc[begins - 1].sent.root
    subject = child_of(root, "nsubj") if root.lower_ in speech().saying else None
    sex = PRONOUNS.get(subject.lower_) if subject is not None else None
    if subject is None or not sex or ensemble.genders[last.found.speaker.actor] in {"", sex}:
        return None
    speaker = ensemble.speaker(subject)
    return Attribution(speaker, root.text, is_close=False) if speaker else None


def _led_in(page: Page, own: Placed, ensemble: Speakers) -> Attribution | None:
    """The person whom the paragraph is about that ends in the words: "Ruiz smiled. “…”"."""
    told = _subject_before(page, own, ensemble)
    starts = blocks_of(page.text)[own.stretch.paragraph][0]
    if told is None or told.speaker.start < starts:
        return None
    return told if ensemble.is_person(page.token_after(told.speaker.start)) else None


def _introduced(page: Page, paragraph: int, ensemble: Speakers) -> Attribution | None:
    """The speaker of a paragraph before that ends with a colon."""
    blocks = blocks_of(page.text)
    if paragraph == 0:
        return None
    start, end = blocks[paragraph - 1]
    if not page.text[start:end].endswith(":"):
        return None
    segment = page.segment_at(end - 1)
    first = page.token_after(segment.start if segment else start)
    last = page.token_after(end)
    return attribution.before(page.doc, last, last, first, ensemble)
