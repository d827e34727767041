"""Talk parties: who takes part in a coming occasion, from its own subject, object and partners.

Only actors of the article are named; "he" and "the prime minister" are looked up among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.extract.date.verb_tense import tense_of_verb
from briefing.extract.known import table, titles
from briefing.extract.parse import (
    CLAUSES,
    COMMON,
    NOUNS,
    PROPER,
    SUBJECTS,
    VERBS,
    child_of,
    has_child,
    is_next_step,
)
from briefing.extract.talk.cast import Cast, inside, named
from briefing.extract.talk.days_apart import end_of_day
from briefing.extract.talk.happening import happenings
from briefing.extract.talk.occasion import Occasion
from briefing.extract.talk.occasion_parse import family_of_verb, is_date, subject_of
from briefing.extract.talk.occasion_words import occasion_words
from briefing.extract.talk.pairs import pair_meant
from briefing.extract.talk.plannable import acts_in_public
from briefing.extract.talk.sites import is_hosting, is_place, is_team, is_venue
from briefing.extract.talk.subjects import antecedent_of, doer_of, is_plan_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.extract.page import Page

_PARTNERS = frozenset(
    ["with", "between", "against", "by", "among", "and", "versus", "vs", "of", "for"]
)
_OBJECTS = frozenset({"dobj", "poss", "compound", "nmod", "agent", "dative"})
_EFFORTS = frozenset(
    [
        "attempt",
        "bid",
        "effort",
        "request",
        "plea",
        "plan",
        "plans",
        "push",
        "refusal",
        "invitation",
        "offer",
    ]
)


def who(page: Page, occasion: Occasion, cast: Cast) -> tuple[str, ...]:
    """The actors in the occasion's own subject, object and partners, in order of the text."""
    parties = list(_parties(occasion, cast.places))
    tokens = {t.i for part in parties for t in inside(part) if not is_date(t)}
    found = named(page, tokens, cast.actors)
    for part in _each(parties):
        if is_date(part):
            continue  # "celebrate New Year's Eve"
        own = named(page, {t.i for t in inside(part)} - _joined_to(part), cast.actors)
        team = _team(part, own) if occasion.family == "match" else None
        if team is not None:
            found = {name: at for name, at in found.items() if name not in own}
            found.setdefault(*team)
        if own:
            continue
        name = cast.meant_by(part)
        pair = pair_meant(page, part, cast.actors) if name is None else ()
        sent = named(page, {t.i for t in _senders(part)}, cast.actors)
        meant = {name: part.idx} if name is not None else sent
        meant = dict.fromkeys(pair, part.idx) or meant
        found |= {each: at for each, at in meant.items() if each not in found}
    end = end_of_day(page, occasion.date) if occasion.date is not None else None
    own_day = {name: at for name, at in found.items() if end is None or at < end}
    if occasion.partners is not None:  # not those of the first day
        words = page.words(*occasion.partners) or ()
        own_day = {name: at for name, at in own_day.items() if at < occasion.head.idx}
        own_day |= named(page, {t.i for t in words}, cast.actors)
    return tuple(sorted(own_day, key=lambda name: own_day[name]))


def _team(part: Token, named_in: Mapping[str, int]) -> tuple[str, int] | None:
    """The team of which only the town is known: "the Chicago Herons", with its offset."""
    first = part.i
    while first > part.left_edge.i and part.doc[first - 1].dep_ == "compound":
        first -= 1
    name = part.doc[first : part.i + 1]
    is_longer = len(named_in) == 1 and name.text.startswith(f"{next(iter(named_in))} ")
    is_team = part.tag_ in PROPER and all(token.text[0].isupper() for token in name)
    return (name.text, name[0].idx) if is_longer and is_team else None


def _joined_to(part: Token) -> set[int]:
    """The tokens of everybody that "and" joins to the part."""
    return {t.i for child in part.children if child.dep_ == "conj" for t in child.subtree}


def _senders(part: Token) -> Iterator[Token]:
    """The countries or bodies that unnamed people come from: "envoys from Peru and Chile"."""
    if part.tag_ not in COMMON or not acts_in_public(part):
        return
    # "OPEC ministers" and "the NATO chief", but not "the Milan court"
    is_for_others = part.tag_ == "NNS" or titles().is_head(part.lower_)
    for child in part.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            yield from (t for noun in child.children for t in inside(noun))
        elif child.dep_ == "compound" and child.ent_type_ in {"ORG", "GPE"} and is_for_others:
            yield child


def _each(parties: Iterable[Token]) -> Iterator[Token]:
    """The parties with everybody they are joined to: "he and the premier"."""
    for part in parties:
        yield part
        yield from (c for c in part.subtree if c.dep_ == "conj" and c.head in {part, part.head})


def _parties(occasion: Occasion, places: frozenset[str]) -> Iterator[Token]:
    """The heads of the noun phrases that take part."""
    subject = _doer(occasion)
    if subject is not None and subject != occasion.head and _is_of_subject(occasion):
        yield from _subjects(occasion, subject, places)
        yield from _leaders(subject)
    yield from _holders_of(occasion, places)
    if any(child.tag_ == "WP$" for child in occasion.head.children):
        clause = occasion.head.head  # "Ana Ruiz, whose trial begins"
        yield from [clause.head] if clause.dep_ == "relcl" else []
    heads = [occasion.head]
    if occasion.verb is not None and _is_of_subject(occasion):
        heads.append(occasion.verb)
    yield from _owners_of_efforts(occasion)
    yield from _leaders(occasion.head)
    for head in dict.fromkeys(heads):
        yield from _beside(occasion, head, places)
    if occasion.family == "visit":
        yield from _met_there(occasion)


def _doer(occasion: Occasion) -> Token | None:
    """Who does it, also where his name stands elsewhere and "it" points back to it."""
    verb = occasion.verb if occasion.is_noun else occasion.head
    subject = occasion.subject
    if not occasion.is_noun and subject is None and occasion.head.pos_ in NOUNS:
        return subject_of(occasion.head)  # a verb that the parse takes for a noun
    if verb is None or (occasion.is_noun and occasion.head.dep_ != "dobj"):
        return subject
    if subject is not None and is_plan_noun(subject):
        return subject  # whose plan it is, is told with all other efforts
    subject = doer_of(verb, subject)
    return (antecedent_of(subject) if subject is not None else None) or subject


def _beside(occasion: Occasion, head: Token, places: frozenset[str]) -> Iterator[Token]:
    """The objects, owners and partners of the noun or verb."""
    for child in head.children:
        if child.dep_ in _OBJECTS and child != occasion.head and not is_venue(child):
            # "The Oslo summit" is in Oslo, not with it; Oslo's election is held there.
            is_somewhere = is_place(child, places)
            if child.tag_ == "PRP$" and _is_of_own_clause(occasion):
                continue
            is_owner = child.dep_ == "poss" and occasion.family != "vote"
            if child.dep_ == "dobj" and _is_brought_out(child, occasion):
                continue
            is_visited = child.dep_ == "dobj" and occasion.family != "visit"
            if is_visited or is_owner or not is_somewhere:
                yield child
        elif child.dep_ == "prep" and _is_partner(child, occasion):
            for party in (c for c in child.children if c.dep_ == "pobj"):
                is_somebody = acts_in_public(party) or is_place(party, places)
                if child.lower_ == "for" and not is_somebody:
                    continue  # "the trial for the murder of Holm"
                yield party
                yield from _leaders(party)
                yield from _listed_after(party)
        elif child.dep_ == "prep" and child.lower_ == "before" and occasion.family == "court":
            yield from (c for c in child.children if c.ent_type_ in {"ORG", "PERSON"})
        elif occasion.family == "match" and child.lower_ == "to" and head.pos_ == "AUX":
            yield from (c for c in child.children if c.dep_ == "pobj")  # "at home to Leeds"
        elif occasion.family == "match" and child.lower_ == "at" and not _has_opponent(head):
            yield from (c for c in child.children if is_team(c))
        elif occasion.family == "match" and child.lower_ in {"away", "home"}:
            yield from _hosts(child)


def _is_of_own_clause(occasion: Occasion) -> bool:
    """Whether "his" is the named subject of its clause: "while Holm will be on his first visit"."""
    subject = child_of(occasion.verb, *SUBJECTS) if occasion.verb is not None else None
    return subject is not None and subject.pos_ == "PROPN" and _is_of_subject(occasion)


def _is_brought_out(thing: Token, occasion: Occasion) -> bool:
    """Whether it is what is launched or shown, which takes no part: "launch an Elma Rover"."""
    is_freed = thing.head.lower_.startswith("release") and thing.ent_type_ == "PERSON"
    return occasion.family == "release" and not is_freed


def _has_opponent(verb: Token) -> bool:
    """Whether the other side is named, so that "at the Emirates" is where they play."""
    return any(c.dep_ == "dobj" or c.lower_ in {"against", "with"} for c in verb.children)


def _listed_after(people: Token) -> Iterator[Token]:
    """The names behind a comma that the parse leaves loose: "with the leaders, Odera and …"."""
    at = people.right_edge.i + 1
    if people.tag_ != "NNS" or at + 1 >= len(people.doc) or people.doc[at].text != ",":
        return
    for token in people.doc[at + 1 : people.sent.end]:
        if token.pos_ != "PROPN":
            return
        if token.dep_ in {"dep", "appos", "npadvmod", "conj"}:
            yield token
            return


def _is_partner(preposition: Token, occasion: Occasion) -> bool:
    """Whether those after it take part; after a verb, "for" leads to a day or a place too."""
    if preposition.lower_ == "for" and preposition.head.pos_ in VERBS:
        is_side = occasion.family == "match"  # "will play for Leeds"
        return is_side or any(child.ent_type_ == "PERSON" for child in preposition.children)
    if preposition.lower_ == "from":
        return occasion.family == "court" and preposition.head.lower_ == "hear"
    return preposition.lower_ in _PARTNERS


def _leaders(noun: Token) -> Iterator[Token]:
    """Who leads, holds or attends it: "a delegation led by Holm"."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.lower_ in {"starring", "featuring", "involving"}:
            yield from (c for c in clause.children if c.dep_ == "dobj")
        if clause.dep_ == "acl" and clause.lower_ in occasion_words().led:
            for by in clause.children:
                if by.dep_ == "agent":
                    yield from (c for c in by.children if c.dep_ == "pobj")


def _holders_of(occasion: Occasion, places: frozenset[str]) -> Iterator[Token]:
    """Who "will chair the summit", when the day is said in a clause of its own."""
    above = occasion.head.head
    if not occasion.is_noun or occasion.head.dep_ != "dobj" or above == occasion.verb:
        return
    subject = subject_of(above)
    is_held = above.lower_ in occasion_words().holding and tense_of_verb(above).is_ahead
    if is_held and subject is not None and not is_place(subject, places):
        yield subject


def _met_there(occasion: Occasion) -> Iterator[Token]:
    """Whom the traveller meets: "flies to Rome to meet Holm", "Rome, where she will meet Holm"."""
    for verb in occasion.head.subtree if not occasion.is_noun else ():
        is_purpose = verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VB"
        is_there = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)
        is_meeting = family_of_verb(verb) in {"talks", "ceremony"}
        if (is_purpose or is_there) and is_meeting and not _is_next(verb, occasion.head):
            for child in verb.children:
                if child.dep_ == "dobj":
                    yield child
                elif child.lower_ == "with":
                    for party in (c for c in child.children if c.dep_ == "pobj"):
                        yield party
                        yield from (c for c in party.children if c.dep_ == "appos")


def _is_next(verb: Token, journey: Token) -> bool:
    """Whether it is done on the next journey: "before flying to Rome to meet Holm"."""
    above = (verb, *verb.ancestors)
    between = above[: above.index(journey)] if journey in above else above
    return any(map(is_next_step, between))


def _subjects(occasion: Occasion, subject: Token, places: frozenset[str]) -> Iterator[Token]:
    """The subject; where "which" stands for a long phrase, also the name that begins it."""
    verbs = {subject.head, occasion.head, occasion.verb, occasion.head.head}
    is_host = occasion.family == "vote" or any(
        verb is not None and is_hosting(verb) for verb in verbs
    )
    is_team_town = occasion.family == "match" and subject.text not in table().sites
    if is_host and not is_team_town and is_place(subject, places):
        return  # it is held there
    if subject.lower_ in happenings().craft or _is_thing(occasion, subject):
        makers = [c for c in subject.children if c.dep_ == "poss" or c.ent_type_ == "ORG"]
        for child in subject.children:
            if child.lower_ in {"from", "by"}:  # "the second film from Ana Ruiz"
                makers += [c for c in child.children if c.dep_ == "pobj"]
        yield from (c for c in makers if not is_place(c, places))
        return
    yield subject
    outer = subject
    while outer.dep_ in {"pobj", "prep", "compound", "appos"} and outer.head != outer:
        if outer.dep_ == "appos":
            yield outer.head
        outer = outer.head


def _is_thing(occasion: Occasion, subject: Token) -> bool:
    """Whether the subject is what comes out, not who takes part: "Berg’s film opens"."""
    if occasion.family == "measure" and not occasion.is_noun:
        is_alone = not has_child(occasion.head, "dobj", "xcomp", "prt")
        return is_alone and subject.ent_type_ != "PERSON"  # "The Rose Jam will begin"
    if occasion.family != "release":
        return False
    if has_child(subject, "poss"):
        return True
    if occasion.head.lower_.startswith("perform"):
        return False
    has_object = occasion.is_noun or has_child(occasion.head, "dobj")
    return not has_object and subject.ent_type_ not in {"PERSON", "ORG"}


def _owners_of_efforts(occasion: Occasion) -> Iterator[Token]:
    """Who wants it so: "Holm's attempt to delay the hearing"."""
    verb = occasion.head.head if occasion.is_noun else occasion.head
    effort = verb.head
    if verb.dep_ in CLAUSES and effort.lower_ in _EFFORTS:
        yield from (child for child in effort.children if child.dep_ == "poss")
        if effort.dep_ == "dobj":  # "the agency unveiled plans to launch the probe"
            subject = subject_of(effort.head)
            yield from [subject] if subject is not None else []


def _hosts(adverb: Token) -> Iterator[Token]:
    """Whose ground it is: "away to Leeds"."""
    for child in adverb.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "pobj":
            yield child


def _is_of_subject(occasion: Occasion) -> bool:
    """Whether the subject of the verb takes part, not only acts before or because of it."""
    head = occasion.head
    if not occasion.is_noun or head.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}:
        return True
    return (
        head.dep_ == "pobj"
        and head.head.lower_ in {"at", "in", "to", "for", "with", "on"}
        and (head.head.head == occasion.verb or head.head.head.pos_ in {"VERB", "AUX", "NOUN"})
    )
