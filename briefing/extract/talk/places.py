"""Talk places: where a coming occasion is held, from its own phrases with "in", "at" and "to".

A place elsewhere in the sentence is not that of the occasion; where it names none, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import occurrences
from briefing.extract.date.sense import Tense
from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.known import table, titles
from briefing.extract.parse import CLAUSES, NOUNS, SUBJECTS, VERBS
from briefing.extract.talk.firmness import completed, verb_above
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import is_date, is_occasion_noun, subject_of
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.place_before import is_in_caption, place_before, place_just_told
from briefing.extract.talk.place_words import (
    city_of_dateline,
    entity_at,
    name_of_area,
    place_words,
)
from briefing.extract.talk.plannable import acts_in_public
from briefing.extract.talk.sites import (
    SHOWN,
    is_country,
    is_hosting,
    is_journey_noun,
    is_known_place,
    is_place,
    is_site,
    is_venue,
    leads_to_place,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

# Phrases that may hold the place in turn: "talks with members of the council in Rome".
_WITH_PEOPLE = frozenset(
    [
        *["with", "between", "against", "by", "among", "and", "versus", "vs"],
        *["of", "for", "to", "on", "before"],
    ]
)
_WITHIN = frozenset({"at", "during", "in"})  # "at the summit in Rome", "in the final in Lima"
_BEING = frozenset({"is", "are", "was", "were", "be", "arrived", "arrives", "arrive"})
_VENUES = frozenset({"venue", "site", "setting", "location", "host"})
_HELD = frozenset({"hosted", "held", "staged", "organised", "organized", "convened"})
# Who does these does them where they are: courts, voters, strikers.
_SEATED = frozenset({"court", "vote", "decision", "debate", "protest"})
_FAR = 12  # tokens before its head that a phrase may stand


def where(page: Page, occasion: Occasion, places: frozenset[str] = frozenset()) -> str | None:
    """The place named by the occasion's own "in" or "at": a city with its country.

    "Here" is the city of the dateline; `places` are names that the article uses for places.
    """
    venue = next((c for c in occasion.head.children if is_venue(c)), None)
    if venue is not None:
        return place_words(page, venue)
    for preposition in _own_prepositions(occasion):
        place = _place_after(page, preposition, occasion, places)
        if place is not None:
            return place
    there = _where_clause(occasion, places)
    if there is not None:
        return place_words(page, there)
    for head in dict.fromkeys(_own_heads(occasion)):
        host = next((c for c in head.children if _is_host(c, occasion, places)), None)
        host = host or _host_above(head, occasion, places)
        if host is not None:
            return place_words(page, host)
        if any(child.lower_ == "here" for child in head.children):
            return city_of_dateline(page)
    if occasion.family == "vote":
        return _place_of_vote(page, occasion, places)
    place = _seat(page, occasion, places)
    if place is None and occasion.is_noun:
        place = _city(page, occasion) or _place_elsewhere(page, occasion, places)
    return place or place_before(page, occasion, places)


def _place_elsewhere(page: Page, occasion: Occasion, places: frozenset[str]) -> str | None:
    """The place that "the talks" have where the article names them again: "the talks in Oslo".

    Only where all such phrases name the same one, and none is of a past occasion.
    """
    head, found = occasion.head, dict[str, None]()
    if not any(child.lower_ in {"the", "that"} for child in head.lefts):
        return None
    written = dict.fromkeys((head.text, head.lower_, head.lower_.capitalize()))
    for noun in (page.doc[i] for word in written for i in occurrences(page.doc).get(word, ())):
        if noun == head or noun.pos_ not in NOUNS or is_in_caption(page, noun):
            continue
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
                place = _place_after(page, child, occasion, places)
                verb = verb_above(noun)
                if place is not None and verb is not None and tense_of_verb(verb) is Tense.PAST:
                    return None
                found |= {place: None} if place else {}
    return next(iter(found)) if len(found) == 1 else None


def _where_clause(occasion: Occasion, places: frozenset[str]) -> Token | None:
    """The place that a clause is about: "to Warsaw, where he will meet Holm on Monday"."""
    for verb in (occasion.head, occasion.verb, occasion.head.head):
        is_there = verb is not None and verb.dep_ in {"relcl", "advcl"}
        if verb is None or not is_there or all(c.lower_ != "where" for c in verb.children):
            continue
        if is_place(verb.head, places):
            return verb.head
        for preposition in verb.head.children:
            if preposition.dep_ == "prep" and preposition.lower_ in {"to", "in", "at", "for"}:
                goal = next((c for c in preposition.children if is_place(c, places)), None)
                if goal is not None:
                    return goal
    return None


def _is_host(child: Token, occasion: Occasion, places: frozenset[str]) -> bool:
    """Whether it is the place that is visited, or the city or hall that is the host."""
    if not is_place(child, places):
        return False
    if child.tag_ == "NNPS" and child.left_edge.lower_ == "the":
        return False  # a team: "visit the Bears"
    if child.dep_ == "dobj":
        return occasion.family == "visit" and child.head.lower_.startswith(("visit", "tour"))
    is_hall = child.ent_type_ == "FAC" or child.text in table().sites
    is_host = child.dep_ == "nsubj" and is_hosting(child.head)
    return is_host and (occasion.is_noun or is_hall)


def _host_above(verb: Token, occasion: Occasion, places: frozenset[str]) -> Token | None:
    """The host of "Vienna is to host", and that of "Vienna is the venue for"."""
    if verb.lower_ == "host" and verb.dep_ == "xcomp" and occasion.is_noun:
        subject = subject_of(verb)
        return subject if subject is not None and is_place(subject, places) else None
    above = verb.head.head if verb.dep_ == "pobj" else verb
    if above.dep_ == "attr" and above.lower_ in _VENUES:
        subject = subject_of(above.head)
        return subject if subject is not None and is_place(subject, places) else None
    return None


def _own_prepositions(occasion: Occasion) -> Iterator[Token]:
    """The prepositions of the noun, of the verb, and of the phrases these have."""
    last, first_day = _next_date(occasion), occasion.first_day
    if first_day is not None:
        yield from _behind_date(occasion, last)
    for preposition in _prepositions(occasion):
        if preposition.i < last and (first_day is None or preposition.idx < first_day.start):
            yield preposition


def _behind_date(occasion: Occasion, last: int) -> Iterator[Token]:
    """The preposition right behind a further day: "on Friday in Leeds and Monday in Hull"."""
    root, date = occasion.date_root, occasion.date
    if root is None or date is None:
        return
    near = root.doc[root.i : last]
    after = next((t for t in near if t.idx >= date.end), None)
    if after is not None and after.dep_ == "prep" and after.i < last:
        yield after


def _next_date(occasion: Occasion) -> int:
    """Where the next day or hour is named: what stands behind it may be of another occasion."""
    doc, date = occasion.head.doc, occasion.date
    if date is None or date.start < occasion.head.idx:
        return len(doc)
    end = date.end
    for token in doc[occasion.head.i + 1 : occasion.head.sent.end]:
        if token.idx < end or not is_date(token):
            continue
        if not _continues(token, end):
            return token.i
        end = token.idx + len(token)
    return len(doc)


def _continues(token: Token, end: int) -> bool:
    """Whether an hour or a part of the day still belongs to the date: "on Friday at noon"."""
    between = token.doc.text[end : token.idx].strip()
    if not between and token.ent_iob_ == "I":
        return True
    return (token.ent_type_ == "TIME" and between.lower() in {"", ",", "at", "from", "in the"}) or (
        between.lower() in {"to", "through", "until", "and", "-", "–", "or"}
    )


def _prepositions(occasion: Occasion) -> Iterator[Token]:
    for head in dict.fromkeys(_own_heads(occasion)):
        for child in head.children:
            if child.dep_ == "prep" and child.i > min(head.i, occasion.head.i) - _FAR:
                yield child
                yield from _further(child)
            elif child.lower_ in {"away", "back"} or child.dep_ == "dobj":
                for inner in child.children:
                    if inner.dep_ == "prep":
                        yield inner
                        yield from _further(inner)


def _further(preposition: Token) -> Iterator[Token]:
    """The prepositions of who or what follows: "talks with Peru in Rome", "at an event in Rome"."""
    for noun in preposition.children:
        if noun.dep_ == "pobj" and (
            (preposition.lower_ in _WITH_PEOPLE and _may_be_with(preposition, noun))
            or (preposition.lower_ in _WITHIN and _is_gathering(noun))
        ):
            yield from _prepositions_below(noun)


def _may_be_with(preposition: Token, noun: Token) -> bool:
    """Whether it is somebody that one is with: not "with coverage of races in Rome"."""
    if preposition.lower_ not in {"with", "between", "among", "by"}:
        return True
    if noun.pos_ in {"PROPN", "PRON"} or acts_in_public(noun):
        return True
    return titles().is_head(noun.lower_) or noun.lower_ in occasion_words().crowds


def _is_gathering(noun: Token) -> bool:
    is_event = noun.ent_type_ == "EVENT"  # "at the Rose Cup in Lima"
    return is_event or is_occasion_noun(noun) or noun.lower_ in occasion_words().generic


def _own_heads(occasion: Occasion) -> Iterator[Token]:
    """The noun or verb of the occasion, its clauses, the verbs around it, and its date."""
    yield occasion.head
    for child in occasion.head.children:
        if child.dep_ in CLAUSES:
            yield child
            yield completed(child)
    for child in occasion.head.subtree:
        if child.dep_ == "acl" and child.lower_ in _HELD:
            yield child
    verb = occasion.verb
    if verb is not None:
        yield verb
        yield from (c for c in verb.children if c.dep_ in {"xcomp", "acomp", "acl"})
        if verb.dep_ == "xcomp":
            yield verb.head
    above = occasion.head.head
    if above.lower_ == "for" and above.head.lower_ in _BEING:
        yield above.head  # "is in Rome for talks that begin on Friday"
    if occasion.is_noun and occasion.head.dep_ in SUBJECTS and above.pos_ in VERBS:
        inner = completed(above)
        is_held = {above.lower_, inner.lower_} & occasion_words().holding or above.pos_ == "AUX"
        if is_held and tense_of_verb(above) is not Tense.PAST:
            yield from dict.fromkeys((above, inner))  # "the talks, set for May, will be in Rome"
    root = occasion.date_root
    if root is not None:
        if root.head.pos_ == "VERB":
            yield root.head
        yield from (c for c in root.children if c.dep_ == "pobj")  # "on Tuesday in Geneva"


def _prepositions_below(noun: Token) -> Iterator[Token]:
    """The prepositions of a noun and of its people: "members of the leadership in Washington"."""
    for child in noun.children:
        if child.dep_ == "prep":
            yield child
            if child.lower_ in {"of", "with", "between"}:
                for inner in child.children:
                    yield from _prepositions_below(inner)
        elif child.dep_ == "conj":
            yield from _prepositions_below(child)


def _place_after(
    page: Page, preposition: Token, occasion: Occasion, places: frozenset[str]
) -> str | None:
    if not leads_to_place(preposition, occasion):
        return None
    for noun in preposition.children:
        if _is_in_title(noun, occasion.head):
            return None
        is_itself = noun == occasion.head and noun.ent_type_ == "EVENT"  # "at the Lima Olympics"
        if noun.dep_ != "pobj" or is_itself:
            continue
        if is_site(noun, preposition, occasion, places):
            return None if _is_of_topic(noun, preposition) else place_words(page, noun)
        if noun.lower_ in occasion_words().areas:
            named = name_of_area(noun)
            return place_words(page, named) if named else place_just_told(page, noun, places)
    return None


def _is_in_title(place: Token, head: Token) -> bool:
    """Whether it is part of a title in marks: "the sequel to “A Night in Lima” opens"."""
    first, last = min(place.i, head.i), max(place.i, head.i)
    marks = [token.text for token in place.doc[first:last] if token.text in {'"', "“", "”"}]
    return len(marks) % 2 == 1


def _is_of_topic(place: Token, preposition: Token) -> bool:
    """Whether the place belongs to what is talked about: "talks on the war in Sudan"."""
    topic = preposition.head
    if is_journey_noun(topic):
        return False  # "on a trip to Peru"
    if topic.dep_ != "pobj" or topic.head.lower_ not in {"on", "about", "over", "for", "of"}:
        return False
    if topic.lower_ in occasion_words().happenings:
        return True
    return topic.head.lower_ != "of" and is_country(place) and not acts_in_public(topic)


def _place_of_vote(page: Page, occasion: Occasion, places: frozenset[str]) -> str | None:
    """A vote is held in the place it is named after, or that holds it."""
    for child in _with_inner(occasion.head):
        is_owner = child.dep_ in {"compound", "poss", "nmod"}
        if is_owner and (child.ent_type_ == "GPE" or is_known_place(child, places)):
            return entity_at(page, child)
    subject = occasion.subject
    if subject is None:
        return None
    if subject.ent_type_ == "GPE" or is_known_place(subject, places):
        return entity_at(page, subject)
    return _seat(page, occasion, places)


def _seat(page: Page, occasion: Occasion, places: frozenset[str]) -> str | None:
    """Where those sit who act: "a court in Milan", "voters in Chile", "workers at the port"."""
    subject = _summoner(occasion) or occasion.subject
    if subject is None or subject.pos_ != "NOUN":
        return None
    is_somebody = acts_in_public(subject) or subject.lower_ in occasion_words().crowds
    is_seated = occasion.family in _SEATED and is_somebody
    # "The museum in Oslo opens", "the truce in Gaza expires"
    is_thing = occasion.family in {"release", "measure"} and not is_somebody
    if not is_seated and not is_thing:
        return None
    for child in subject.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "at", "outside", "across", "throughout"}:
            place = _place_after(page, child, occasion, places)
            if place is not None:
                return place
    return None


def _summoner(occasion: Occasion) -> Token | None:
    """The court that orders somebody to appear: "a court in Leeds summoned Holm to testify"."""
    head = occasion.head
    if occasion.family != "court" or head.dep_ != "xcomp" or occasion.is_noun:
        return None
    asked = occasion.subject
    is_asked = asked is not None and asked.head == head.head and asked.dep_ == "dobj"
    return subject_of(head.head) if is_asked else None


def _with_inner(head: Token) -> Iterator[Token]:
    """What belongs to the noun, or to the vote whose round it is."""
    yield from head.children
    if head.lower_ in occasion_words().portions:
        for child in head.children:
            yield from (c for inner in child.children for c in inner.children)


def _city(page: Page, occasion: Occasion) -> str | None:
    """The Geneva talks are in Geneva; the Iran talks are about Iran."""
    known = table()
    for child in occasion.head.children:
        is_before = child.dep_ in {"compound", "nmod"}
        is_before |= child.dep_ == "poss" and occasion.family in SHOWN
        if is_before and (child.ent_type_ == "GPE" or is_known_place(child, frozenset())):
            name = entity_at(page, child)
            if known.same.get(name, name) not in set(known.people.values()):
                return name
    return None
