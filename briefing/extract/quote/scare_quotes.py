"""Scare quotes: whether words in marks are said at all, or are a title, a nickname, a term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.known import speech
from briefing.extract.parse import NAMING, VERBS, has_child
from briefing.extract.quote.labels import Placed
from briefing.sentences import Part

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

# Written large in any sentence.
_LARGE = re.compile(
    r"(?:I|January|February|March|April|May|June|July|August|October|(?:Sept|Nov|Dec)ember"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\W|$)"
)
_JUDGING = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RB"})
_GLOSSES = frozenset({"a term", "a word", "a phrase", "a name", "a nickname", "an expression"})
SHORT = 3  # words; so few in marks are speech only where a cue says so


def is_speech(page: Page, placed: Placed) -> bool:
    """Whether words in marks are said at all: no title, nickname or scare quote."""
    stretch = placed.stretch
    words = page.text[stretch.start : stretch.end].split()
    close = placed.found is not None and placed.found.is_close
    if _is_work(page, placed, words) or _is_instrument(page, placed):
        return False
    segment = page.segment_at(stretch.opens)
    in_heading = segment is not None and segment.part is Part.HEADING
    if _is_sentence(page, placed) and not _is_title(words):
        return True
    if len(words) > SHORT and (not _is_title(words) or (in_heading and placed.found)):
        return True
    if stretch.is_open:
        return True
    ends = page.text[stretch.end - 1] in ",.!?"
    lead = page.doc[max(0, placed.first - 2)]
    is_led = lead.lower_ in {":", ",", "that", "said", "says"} or _is_told_as(lead)
    if _is_term(page, placed) or _is_gloss(page, placed):
        return False
    if close and _is_judgement(page, placed):
        return True
    if _is_title(words):
        # The comma inside may be the printer's: a title is named, where a speech is led or ended.
        is_ended = placed.found is not None and placed.found.speaker.start > stretch.opens
        mark = page.text[stretch.end - 1]
        return close and (mark in "!?" or (mark == "," and (is_led or is_ended)))
    return close and (ends or is_led or _is_said_apart(page, placed, words))


def _is_said_apart(page: Page, placed: Placed, words: Sequence[str]) -> bool:
    """Whether some words stand for themselves behind a verb of saying: 'he said it was “bad news”'.

    Words that describe the noun behind them are a term: 'he said the “smart” lights failed'.
    """
    cue = placed.found.cue if placed.found is not None else None
    after = page.token_after(placed.stretch.closes)
    following = page.doc[after] if after < len(page.doc) else None
    if following is not None and following.lower_ in {"is", "was"} and len(words) > 1:
        return True  # "“Dead on arrival” was her verdict"
    if cue is None or cue.casefold() not in speech().saying - {"call"} or len(words) < 2:
        return False  # one who may "call a “special meeting”" says nothing
    ends = following is None or following.is_punct or following.is_sent_start
    return ends or (following is not None and following.tag_ in {"CC", "IN", "TO", "WDT", "WP"})


def _is_told_as(lead: Token) -> bool:
    """Whether the word leads to what somebody is held to be: "described the plan as".

    Or to what somebody is blamed for: "slammed Ruiz for".
    """
    verb = lead.head if lead.head.pos_ == "VERB" else lead.head.head
    if lead.lower_ == "for":
        return verb.lower_ in speech().bringing
    return lead.lower_ == "as" and verb.lower_ in speech().saying | speech().bringing


def _is_judgement(page: Page, placed: Placed) -> bool:
    """Whether few words are what somebody says of a thing: 'he said it was “absurd”'.

    Or what it must do: 'they had to “step up”'. Words that only describe a noun are a term.
    """
    found, doc = placed.found, page.doc
    if found is None or not found.speaker.name or (found.cue or "").lower() not in speech().saying:
        return False
    if page.text[placed.stretch.start].isupper():
        return False
    root = doc[placed.first : placed.last].root
    after = page.token_after(placed.stretch.closes)
    before = doc[max(0, page.token_after(placed.stretch.opens) - 1)]
    modifies = after < len(doc) and doc[after].tag_ in NAMING and not doc[after].is_sent_start
    if modifies:
        is_graded = doc[placed.first].tag_ == "RB" and root.tag_ in _JUDGING
        return is_graded and before.lower_ in {"a", "an"}
    if before.lower_ == "to" or before.tag_ == "MD":
        return root.tag_ == "VB"
    is_called = root.dep_ == "oprd" and before.lower_ not in {"the", "a", "an"}
    is_judging = root.tag_ in _JUDGING or (is_called and root.i > root.head.i + 1)
    return is_judging and root.dep_ in {"acomp", "oprd", "attr", "xcomp", "ccomp"}


def _is_gloss(page: Page, placed: Placed) -> bool:
    """Whether the words only name what is told of: 'a “road tax,” which is new', 'the word “no”'.

    The comma inside the marks is the printer's: the one who speaks is named in front.
    """
    doc, stretch, found = page.doc, placed.stretch, placed.found
    before = doc[max(0, page.token_after(stretch.opens) - 1)]
    if before.lower_ in {"word", "words", "term", "phrase"} and before.head.lower_ != "in":
        return True
    after = page.token_after(stretch.closes)
    if page.text[stretch.end - 1] == "," and doc[after : after + 2].text in _GLOSSES:
        return True  # "“hawks,” a term for"
    if found is None or found.speaker.start > stretch.opens:
        return False
    inside = doc[placed.first : placed.last]
    is_inside = page.text[stretch.end - 1] == ","
    if is_inside and inside.root.tag_ in NAMING and not any(t.pos_ == "VERB" for t in inside):
        is_told_of = after < len(doc) and doc[after].tag_ == "WDT"
        is_one = " " not in page.text[stretch.start : stretch.end]
        is_apart = before.text == "," and before.nbor(-1).lower_ not in speech().saying
        return is_apart or (before.pos_ == "DET" and (is_told_of or is_one))
    is_described = after < len(doc) and doc[after].tag_ in NAMING and not doc[after].is_sent_start
    return is_described and before.text == "," and not is_inside


def _is_term(page: Page, placed: Placed) -> bool:
    """Whether a few words hang on an article or preposition: 'the “War on Rats,”', 'in “13th.”'."""
    at = page.token_after(placed.stretch.opens) - 1
    if at < 1:
        return False
    before = page.doc[at]
    is_called = placed.found is not None and placed.found.cue in {"called", "calls", "calling"}
    is_in = before.lower_ in {"in", "on", "from", "by", "at", "with", "since", "after", "of", "for"}
    is_article = before.lower_ in {"the", "a", "an", "this", "its", "their", "his", "her"}
    is_name = page.text[placed.stretch.start].isupper() or page.text[placed.stretch.start].isdigit()
    is_owned = (
        before.tag_ == "POS" and " " not in page.text[placed.stretch.start : placed.stretch.end]
    )
    return is_name and not is_called and (is_in or is_article or is_owned)


def _is_instrument(page: Page, placed: Placed) -> bool:
    """Whether the words name what is signed or agreed to: 'to sign a “memorandum of peace”'."""
    inside, known = page.doc[placed.first : placed.last], speech()
    root = inside.root
    if root.lower_ not in known.instruments or any(t.pos_ in VERBS for t in inside):
        return False
    before = page.doc[max(0, page.token_after(placed.stretch.opens) - 1)]
    above = next((t for t in root.ancestors if t.pos_ in VERBS), None)
    is_concluded = above is not None and above.lower_ in known.concluding
    return is_concluded and before.lower_ in {"a", "an", "the", "this", "their", "its"}


def _is_sentence(page: Page, placed: Placed) -> bool:
    """Whether the marks hold a whole short sentence beside other words: "It was hard."."""
    segment, stretch = page.segment_at(placed.stretch.opens), placed.stretch
    if segment is None or segment.start != stretch.opens or stretch.closes < segment.end:
        return False
    return page.text[stretch.end - 1] in ".!?" and segment.part is Part.SENTENCE


def _is_work(page: Page, placed: Placed, words: Sequence[str]) -> bool:
    """Whether the words are the title of what stands in front of them: 'the film “The Way”'."""
    at = page.token_after(placed.stretch.opens) - 1
    if at > 0 and page.doc[at].text == ",":
        at -= 1
    if at < 0:
        return False
    before = page.doc[at]
    if before.lower_ in {"as", "the", "a"} and page.doc[at - 1].lower_ in speech().naming:
        return True
    if _is_named_by(before) or (
        before.lower_ in speech().naming
        or page.doc[max(0, at - 2) : at + 1].text.casefold() == "so-called"
    ):
        return True
    is_prize = before.lower_ in {"for", "of"} and page.doc[at - 1].lower_ in speech().works
    if is_prize and not (placed.found and placed.found.is_close):
        return True
    if _is_title(words):
        return before.pos_ == "ADP" or before.lower_ in speech().works
    is_said = placed.found is not None and placed.found.cue in speech().saying
    return before.lower_ in speech().works and not is_said


def _is_named_by(participle: Token) -> bool:
    """Whether it names the noun in front: 'the raid, dubbed “Dawn”', 'a book called “Dusk”'."""
    is_naming = participle.lower_ in {"called", "dubbed", "named", "termed"}
    return is_naming and participle.dep_ == "acl" and not has_child(participle, "agent", "nsubj")


def _is_title(words: Sequence[str]) -> bool:
    """Whether the words are capitalised like the name of a book or film."""
    large = [w for w in words if (len(w) > 3 or w[0].isupper()) and not _LARGE.match(w)]
    if len(words) < 2 or not words[0][0].isupper():
        return False
    if any(len(w) > 3 and w[-1] in ".!?" for w in words[:-1]):  # several sentences
        return False
    return all(w[0].isupper() for w in large if w[0].isalpha()) and len(large) > 1
