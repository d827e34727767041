"""Talks: the meetings, votes, hearings, matches and releases that an article says are coming.

One occasion is told once, from the sentence that dates it most exactly. What is over, only
possible on a condition, or denied is no talk; a cancelled one is kept with its status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.extract.date.grammar import TIMES
from briefing.extract.date.period import JOINING_RANGE
from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.dates import FoundDate, found_dates
from briefing.extract.parse import VERBS
from briefing.extract.talk.cast import Cast, inside, named
from briefing.extract.talk.days_apart import is_between
from briefing.extract.talk.firmness import is_unreal, planning
from briefing.extract.talk.fixtures import fixtures
from briefing.extract.talk.merging import Told, merged
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_before import told_before
from briefing.extract.talk.occasion_parse import subject_of
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.occasions import find_occasions
from briefing.extract.talk.parties import who
from briefing.extract.talk.places import where
from briefing.extract.talk.words import is_thin, what
from briefing.model import Actor, Precision, Span, Talk, When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page


_AND = "and"
_ATTENDING = frozenset({"attend", "participate"})
_IT = frozenset({"it", "them", "meeting", "event", "summit", "talks", "ceremony"})
_OF_THINGS = frozenset({"release", "measure", ""})  # told by a verb that says nothing alone
_POINTING = frozenset({"the", "that", "this", "its", "their"})


def find_talks(
    page: Page, actors: Sequence[Actor], found: Sequence[FoundDate] | None = None
) -> tuple[Talk, ...]:
    """The coming occasions of the article in the order of their sentences.

    `found` is what `found_dates` says of the page, where it is known already.
    """
    dates = found_dates(page) if found is None else found
    cast = Cast(page, actors)
    told = [
        each
        for occasion in find_occasions(page, dates)
        if _is_worth_telling(each := _told(page, occasion, dates, cast), occasion)
    ]
    told += fixtures(page, dates, cast)
    talks = [_with_negotiators(page, talk, cast) for talk in merged(told)]
    talks = [_with_guests(page, talk, cast) for talk in talks]
    return tuple(sorted(talks, key=lambda talk: (talk.sentence.start, talk.when.first is None)))


def _is_worth_telling(told: Told, occasion: Occasion) -> bool:
    """Whether there is more to it than a word: a day, a place or somebody who takes part."""
    talk = told.talk
    is_verb = occasion.family in _OF_THINGS and talk.what == occasion.head.text
    if is_verb and not talk.who and occasion.head.pos_ in VERBS:
        return False  # "screens": nobody knows what
    return talk.when.words is not None or talk.where is not None or bool(talk.who)


def _told(page: Page, occasion: Occasion, dates: Sequence[FoundDate], cast: Cast) -> Told:
    start = occasion.head.idx
    name, parties = what(occasion, cast), who(page, occasion, cast)
    is_named_before = occasion.is_noun and occasion.date is None and _is_definite(occasion.head)
    thin = is_thin(occasion, name) or is_named_before  # "will attend the meeting"
    is_pointing = not occasion.is_noun or (thin and not parties)
    before = told_before(page, occasion) if is_pointing else None
    place = where(page, occasion, cast.places)
    if before is not None:
        place = place or where(page, before, cast.places)
        name, parties, thin = what(before, cast), who(page, before, cast), False
    sentence = page.sentence_of(start, start + len(occasion.head))
    talk = Talk(
        what=name,
        when=_when(page, occasion, dates),
        sentence=sentence,
        where=place,
        who=parties,
        status=occasion.status,
    )
    return Told(
        talk,
        occasion.family,
        _is_another(occasion),
        thin,
        _is_detail(occasion, dates, sentence),
        not occasion.is_noun,
    )


def _is_another(occasion: Occasion) -> bool:
    """Whether it is told as one more: "a separate meeting", "will also meet"."""
    another, verb = occasion_words().another, occasion.verb
    verbs = () if verb is None or verb.lower_ in _ATTENDING else (verb, planning(verb))
    return any(c.lower_ in another for c in occasion.head.children) or any(
        c.lower_ == "also" for each in verbs for c in each.children
    )


def _is_detail(occasion: Occasion, dates: Sequence[FoundDate], sentence: Span) -> bool:
    """Whether only the hour is said, of a day that an earlier sentence names."""
    found = occasion.date
    if found is None or found.rule not in TIMES:
        return False
    if occasion.is_noun and not any(c.lower_ in _POINTING for c in occasion.head.lefts):
        return False  # "a 3 a.m. call" is no detail of what was told before
    inside = [d for d in dates if sentence.start <= d.start < sentence.end]
    return all(each.rule in TIMES for each in inside)


def _with_negotiators(page: Page, talk: Talk, cast: Cast) -> Talk:
    """The talk with the envoys who speak of it, there or where "the negotiations" means it."""
    lists = occasion_words()
    if not set(talk.what.casefold().split()) & {
        n for n in lists.nouns if lists.nouns[n] == "talks"
    }:
        return talk
    said = [talk.sentence]
    after = [each for each in page.sentences if each.start >= talk.sentence.end][:1]
    for each in after:
        words = page.words(each.start, each.end) or ()
        if any(t.lower_ in lists.generic and _is_definite(t) for t in words):
            said.append(each)
    tokens = (t for each in said for t in page.words(each.start, each.end) or ())
    everybody = dict.fromkeys((*talk.who, *cast.negotiators(tokens)))
    return replace(talk, who=tuple(everybody))


def _with_guests(page: Page, talk: Talk, cast: Cast) -> Talk:
    """The talk with those of whom the next sentence says that they will attend."""
    after = next((each for each in page.sentences if each.start >= talk.sentence.end), None)
    words = page.words(after.start, after.end) if after is not None else None
    for verb in words or ():
        if verb.lower_ not in _ATTENDING or tense_of_verb(verb) is not Tense.FUTURE:
            continue
        if any(child.dep_ == "dobj" and child.lower_ not in _IT for child in verb.children):
            continue
        subject = subject_of(verb)
        if subject is not None and not is_unreal(verb, verb):
            guests = named(page, {t.i for t in inside(subject)}, cast.actors)
            return replace(talk, who=tuple(dict.fromkeys((*talk.who, *guests))))
    return talk


def _is_definite(noun: Token) -> bool:
    """Whether "the" alone stands before the noun: it means what was told before."""
    return [child.lower_ for child in noun.lefts] == ["the"] and noun.dep_ in {
        "nsubj",
        "nsubjpass",
        "pobj",
        "dobj",
    }


def _when(page: Page, occasion: Occasion, dates: Sequence[FoundDate]) -> When:
    found = occasion.date
    if occasion.lead is not None:
        return When(page.text[slice(*occasion.lead)], page.span(*occasion.lead))
    if found is None:
        return When()
    last = _range_end(page, found, dates)
    start, end = _words_of(page, found, last, dates)
    sense, said_on = found.sense, page.article.dated
    first, until = sense.first, (last.sense.last if last else sense.last)
    precision = sense.precision if first is not None else Precision.UNKNOWN
    if first is not None and until is not None and said_on is not None and first < said_on <= until:
        first = said_on  # "this week" of a coming talk is what is left of it
    time = sense.time
    return When(page.text[start:end], page.span(start, end), first, until, precision, time)


def _words_of(
    page: Page, found: FoundDate, last: FoundDate | None, dates: Sequence[FoundDate]
) -> tuple[int, int]:
    """The words that tell the day; a number alone with the day that names its month."""
    start, end = found.start, (last or found).end
    if not found.words.isdigit():
        return start, end
    near = (d for d in dates if page.text[min(d.end, end) : max(d.start, start)].strip() == _AND)
    beside = next(near, found)
    return min(start, beside.start), max(end, beside.end)


def _range_end(page: Page, found: FoundDate, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date that ends a range: "from Nov. 20 to Dec. 11", "on Tuesday and Wednesday"."""
    for other in dates:
        first, last = found.sense.first, other.sense.last
        if other.start <= found.end or first is None or last is None:
            continue
        gap = page.text[found.end : other.start].strip().lower()
        if gap in JOINING_RANGE or (gap == _AND and is_between(page, found)):
            is_later = last > first or (last == first and other.sense.time is not None)
            return other if is_later else None
        is_two_days = gap in {"and", "and on", "and again on"} and _is_joined(page, found, other)
        return other if is_two_days and last - first == timedelta(days=1) else None
    return None


def _is_joined(page: Page, found: FoundDate, other: FoundDate) -> bool:
    """Whether "and" joins the two days, and not two clauses: "on Friday and Saturday"."""
    one, two = page.words(found.start, found.end), page.words(other.start, other.end)
    if one is None or two is None or not (found.sense.is_day and other.sense.is_day):
        return False
    if two.end < len(page.doc) and page.doc[two.end].pos_ in VERBS:
        return False  # "will meet on Friday and Saturday will bring a vote"
    joined = two.root.head if two.root.dep_ == "pobj" else two.root
    return joined.dep_ == "conj" and joined.head in {*one, one.root.head}
