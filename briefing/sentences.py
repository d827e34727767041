"""Sentences: where a text breaks, and which of its lines are no sentences at all.

Pure rules, no model: paragraphs, section headings, bylines and datelines first, then the stops
inside a paragraph. Every answer is offsets into the text as given; nothing is normalised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

HEADLINE_LENGTH = 90
_LONGEST_HEADING = 14  # words of a heading inside a text
_LONGEST_TITLE = 26  # words of a headline on top of a text
# Verbs that a title in capitals would write with one: "Ruiz will visit Rome, the Ministry said."
_TELLING = re.compile(r"\b(?:will|said|says|told|has|was|were)\b")
_WRAPPED_AT = 100  # no line of a text wrapped by hand is longer


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# Before a name or a number: a stop after these never ends a sentence.
_ALWAYS_INSIDE = _words("""
    mr mrs ms messrs mme mlle dr prof rev hon sen sens rep reps gov govs gen lt col maj sgt
    cpl pte pvt pfc capt cmdr comdr comr commr adm brig lieut supt asst adj const det insp cllr
    ald pres amb atty st mt ft vs v cf al approx fig figs vol pp ed eds dept univ assn ave blvd rd
""")
_LATIN = _words("vs v cf al approx")
# These end a sentence only where the next word is one that sentences start with.
_MAY_END = _words("""
    inc corp co cos ltd plc llc bros jr sr esq etc jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla
    ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt
    wash wis wyo est ext min max hr hrs ph d e.g i.e
""")
_STARTERS = _words("""
    a about after all also although among an and another any as at because before but by
    despite during each earlier even every few following for from given he her here his how
    however i if in instead is it its last later many meanwhile more most much neither no nor
    not now of on one only or other our over perhaps she since so some such than that the
    their then there these they this those though through thus to under unlike until we what
    when where whether which while who why with without yet you your yes
""")
_SAYING = _words("""
    said says say asked asks added adds told tells wrote writes tweeted posted replied
    answered shouted cried exclaimed wondered demanded insisted declared joked quipped
    continued recalled stated explained remarked yelled chanted screamed whispered snapped
    warned
""")
_SMALL_WORDS = _words("""
    a an the and or but nor as at by for from in into of on onto per to via vs with over is
    are be after amid than that
""")

_STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)|[.!?…]['\"”’»]+(?=[A-Z“\"])")
_WORD = re.compile(r"[^\W\d_][\w’'&.-]*")
_LETTERS = re.compile(r"[^\W\d_]")
_ENDS = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")
_ENDS_FULLY = re.compile(r"[.!?…][\"”’'»)\]]*$")
_ACRONYM = re.compile(r"(?:^|[\s(“\"‘'/-])((?:[^\W\d_]\.)+[^\W\d_])$")
_LAST_WORD = re.compile(r"([\w.]*\w)$")
# "Julie A. Diaz", "Sarah I. Holm", but "Vitamin A. Doctors", "World War I. Soldiers".
_INITIAL_OF = re.compile(
    r"\b(?!(?:Vitamin|Hepatitis|Plan|Class|Group|Serie|Grade|Type|Division|League|Section|War|Part|"
    r"Phase|Chapter|Book|Act|King|Queen|Pope|Title|Schedule|Should|Can|Do|Did|Am|And|But)\b)"
    r"[^\W\d_a-z][^\W\d_]+ [AI]$"
)
_NEXT_WORD = re.compile(r"[\s\"“‘'«„(\[`]*([^\W_][\w’'-]*)")
_CLAUSE_END = re.compile(r"[,;:!?“\"]|(?<=[a-z]{3})\.")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][A-Z.'’-]*)*(?:, [A-Z][\w.]+){0,2}"
    r"|(?:[A-Z][\w.’'-]+[ ,]+){1,4}(?=\())?"
    rf"(?:,? ?{_MONTH} \d{{1,2}})?(?:,? ?\([A-Z][\w ./]*\))?)\s*(?:-{{1,2}}|–|—)\s+(?=[\w“\"‘])"
    # "MOSCOW (Torre News - 10th September, 2019) …", "MOSCOW, November 9 /TASS/. …"
    r"|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)* \([A-Z][^()\n]{2,50}\d{4}\)\s+(?=[A-Z“\"‘])"
    rf"|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)*, {_MONTH} \d{{1,2}}\.? /[A-Z][\w -]+/\.?\s+"
)
_BYLINE = re.compile(
    r"(?:By|BY|Words by|Written by|Posted by|Photo(?:graph)?s? by)\s+[A-Z][^.!?]*$"
    r"|\(?(?:Additional |Extra )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|REPORTING) (?:by|BY)\b.*$"
    rf"|{_DAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?"
    rf"|\d{{1,2}} {_MONTH},?(?: \d{{4}})?)"
    r"(?:[,|·] .{0,40})?$"
    r"|(?:[A-Z][A-Z ,'’/-]*)?\d{4}-\d\d-\d\d$"
    r"|(?:Published|Updated|Last updated|First published|Posted|Modified)\b[^.!?]*\d[^.!?]*$"
)
_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦]|\(?\d{1,2}[.)])\s+")
_CUT = re.compile(
    r",? (?:following|after|before|as|while|when|because|since|amid|although|though|whereas|which"
    r"|who|whose|where|unless|until|despite|during|according|saying)\b"
    r"|, (?:and|but|with|if|so)\b|[;:] |, | [–—-]{1,2} | \("
)
_OPENER = re.compile(
    r"(?:In|On|At|After|Following|Despite|With|As|For|While|When|Amid|By|Before|During|Since|From"
    r"|According to|Under|Because|Although|Though|Speaking|Citing|Meanwhile|However|Earlier|Over"
    r"|Within|Across|Among|Just|Shortly|Only|Once|Yesterday|Today|Late|Early|Last)\b[^,;:.]*, "
)


class Part(StrEnum):
    """What a stretch of a text is."""

    SENTENCE = "sentence"
    HEADING = "heading"
    BYLINE = "byline"  # author, agency, place or date, and nothing else
    ITEM = "item"  # a row of a list or table that is no sentence


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text without its outer blanks."""

    start: int
    end: int
    part: Part


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, in order; headings, bylines and datelines are none."""
    return [(s.start, s.end) for s in segments(text) if s.part is Part.SENTENCE]


def headings(text: str) -> list[tuple[int, int]]:
    """Start and end of every headline and section heading, in order."""
    return [(s.start, s.end) for s in segments(text) if s.part is Part.HEADING]


def segments(text: str) -> tuple[Segment, ...]:
    """The whole text but its blanks, cut into sentences, headings, bylines and list items."""
    blocks = paragraphs(text)
    found: list[Segment] = []
    for number, (start, end) in enumerate(blocks):
        before = blocks[number - 1] if number else None
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        part = _part(text, (start, end), before, after)
        body = _after_dateline(text, start, end) if part is Part.SENTENCE else start
        if body > start:
            found.append(_trimmed(text, start, body, Part.BYLINE))
        cuts = _sentences(text, body, end) if part is not Part.BYLINE else [(start, end)]
        for first, last in cuts:
            own = Part.BYLINE if _BYLINE.match(text[first:last]) else part
            found.append(Segment(first, last, own))
    return tuple(found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph, without outer blanks.

    A blank line ends one, and so does a single newline, except in a text wrapped by hand.
    """
    breaks = r"\n[^\S\n]*\n" if _is_wrapped(text) else r"\n"
    found, start = [], 0
    for gap in [*re.finditer(breaks, text), None]:
        end = gap.start() if gap else len(text)
        block = _trimmed(text, start, end, Part.SENTENCE)
        if block.end > block.start:
            found.append((block.start, block.end))
        start = gap.end() if gap else end
    return found


def make_headline(text: str) -> str:
    """A headline of the text's own words for an article that has no title; "" for an empty text.

    The headline that stands on top of the text, else its first sentence without the opener and
    cut at a clause. Only the case of the first letter and the blanks may differ from the text.
    """
    found = segments(text)
    if not found:
        return ""
    if found[0].part is Part.HEADING:
        return _shortened(_one_line(text, found[0]).rstrip("."))
    first = next((s for s in found if s.part is Part.SENTENCE), found[0])
    line = _without_opener(_one_line(text, first))
    headline = _shortened(line.rstrip(" .,;:"))
    return headline[:1].upper() + headline[1:]


# ---- paragraphs and what they are


def _is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines: most of them end in mid-sentence."""
    if "\n" not in text.strip():
        return False
    lines = text.strip().split("\n")
    if max(map(len, lines)) > _WRAPPED_AT:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    broken = sum(1 for a, b in pairs if len(a) > 45 and not _ENDS_FULLY.search(a.rstrip()))
    return len(pairs) >= 2 and broken > 0.6 * len(pairs)


def _part(
    text: str, block: tuple[int, int], before: tuple[int, int] | None, after: tuple[int, int] | None
) -> Part:
    line = text[block[0] : block[1]]
    if _BYLINE.match(line):
        return Part.BYLINE
    words = line.split()
    has_end = bool(_ENDS.search(line))
    is_first = before is None and after is not None
    is_title = _is_title_case(line) and _TELLING.search(line) is None
    is_titled = not has_end or _is_shouted(line) or is_title
    if is_first and is_titled and len(words) <= _LONGEST_TITLE:
        return Part.HEADING
    if _BULLET.match(line) and not _ENDS_FULLY.search(line):
        return Part.ITEM
    if len(words) > _LONGEST_HEADING:
        return Part.SENTENCE
    if has_end and not (line.endswith((":", "?")) and _is_title_case(line) and len(words) > 1):
        is_loud = _is_shouted(line) and before is not None and _is_full(text, after)
        return Part.HEADING if is_loud else Part.SENTENCE
    if _is_full(text, after) and not line[0].islower():
        return Part.HEADING
    if before is None and after is None:
        return Part.SENTENCE
    return Part.HEADING if after and (_is_title_case(line) or _is_shouted(line)) else Part.ITEM


def _is_full(text: str, block: tuple[int, int] | None) -> bool:
    """Whether the block is a paragraph of prose."""
    if block is None:
        return False
    line = text[block[0] : block[1]]
    return len(line.split()) >= 6 and bool(_ENDS.search(line) or len(line) > 200)


def _after_dateline(text: str, start: int, end: int) -> int:
    """Where a paragraph begins to tell, behind 'LONDON (Reuters) - '."""
    dateline = _DATELINE.match(text, start, end)
    return dateline.end() if dateline and dateline.end() - start > 3 else start


def _is_title_case(line: str) -> bool:
    words = [w for w in _WORD.findall(line) if w.casefold() not in _SMALL_WORDS]
    capitals = sum(1 for w in words if w[0].isupper())
    return bool(words) and capitals >= 0.75 * len(words) and words[0][0].isupper()


def _is_shouted(line: str) -> bool:
    letters = _LETTERS.findall(line)
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def _trimmed(text: str, start: int, end: int, part: Part) -> Segment:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Segment(start, end, part)


# ---- sentences of a paragraph


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for stop in [*_stops(text, start, end), end]:
        cut = _trimmed(text, start, stop, Part.SENTENCE)
        if cut.end > cut.start:
            found.append((cut.start, cut.end))
        start = stop
    return found


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets between two sentences of one paragraph."""
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, start, end, stop):
            yield stop.end()


def _ends_sentence(text: str, start: int, end: int, stop: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), end)
    word = following.group(1) if following else ""
    if not word:
        return _opens_next(text, stop.end(), end)
    if word[0].islower():
        return False
    marks = stop.group()
    starts = word.casefold() in _STARTERS
    if marks.startswith("...") or marks[0] == "…":
        return starts or len(marks.rstrip(".…")) < len(marks) - 3
    if marks[0] in "!?":
        return len(marks) == 1 or not _is_attribution(
            text[following.start(1) : end][:90] if following else ""
        )
    if len(marks.rstrip("\"”’'»)]")) != len(marks):
        return True
    return _ends_after(text[max(start, stop.start() - 40) : stop.start()], word, starts)


def _opens_next(text: str, at: int, end: int) -> bool:
    """Whether what follows, though no word, may begin a sentence: a mark, a sum of money."""
    rest = text[at:end].lstrip()
    return bool(rest) and rest[0] in '“"‘«„([$£€¥#@—–-•'


def _ends_after(before: str, word: str, starts: bool) -> bool:
    """Whether a single stop ends a sentence: after no abbreviation, initial or number."""
    if _ACRONYM.search(before):
        return starts and word != "I"
    last = _LAST_WORD.search(before)
    if not last:
        return True
    final = last.group(1)
    if final in {"A", "I"} and not starts and _INITIAL_OF.search(before):
        return False
    if len(final) == 1 and final.isupper() and final not in {"I", "A"}:
        return starts and before[: last.start()].rstrip()[-1:].islower()
    known = final.casefold()
    if known == "no":
        return not word[0].isdigit()
    if known in _LATIN or (known in _ALWAYS_INSIDE and final[0].isupper()):
        return False
    if known in _MAY_END and (final[0].isupper() or "." in final):
        return starts
    return True


def _is_attribution(rest: str) -> bool:
    """Whether the words after a closing mark only say who spoke: 'Smith asked'."""
    clause = _CLAUSE_END.split(rest)[0]
    return any(word.strip(".") in _SAYING for word in clause.split()[1:7])


# ---- headlines


def _one_line(text: str, segment: Segment) -> str:
    return re.sub(r"\s+", " ", text[segment.start : segment.end]).strip()


def _without_opener(line: str) -> str:
    opener = _OPENER.match(line)
    if not opener or len(opener.group().split()) > 16:
        return line
    rest = line[opener.end() :]
    listed = re.match(r"(?:[A-Z][\w.]+,? )+(?:and|or) ", rest)  # "In Paris, Rome and Bonn, …"
    return line if listed or len(rest.split()) < 5 else rest


def _shortened(line: str) -> str:
    """The line up to its last clause boundary within the length, else up to a word."""
    if len(line) <= HEADLINE_LENGTH:
        return line
    cuts = [m.start() for m in _CUT.finditer(line) if m.start() <= HEADLINE_LENGTH]
    whole = [at for at in cuts if len(line[:at].split()) >= 5 and _is_balanced(line[:at])]
    if whole:
        return line[: whole[-1]].rstrip(" ,;:–—-")
    return line[: line.rfind(" ", 0, HEADLINE_LENGTH)].rstrip(" ,;:–—-") + "…"


def _is_balanced(words: str) -> bool:
    """Whether no mark is left open."""
    return (
        words.count("“") == words.count("”")
        and words.count('"') % 2 == 0
        and words.count("(") == words.count(")")
    )
