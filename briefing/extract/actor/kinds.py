"""Kinds: whether a name is a person, a body or a place, by all that the article says of it.

A name is one thing throughout an article. Its mentions vote as the model read them, the words
around them vote too, and a surname follows the full name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.actor.classes import THING, thing_votes, things_of_model
from briefing.extract.actor.cues import STATE, looks_human, told_around, word_at
from briefing.extract.actor.deeds import told_by_deeds
from briefing.extract.actor.lists import told_by_lists
from briefing.extract.actor.mention import PARTICLES, Mention, is_acronym, looks_personal
from briefing.extract.known import given_names, place_openers, table, titles
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

Votes = dict[Kind | None, float]
_USED = 1.5  # of votes for a place or a body: the words around are sure that it is one
_SEATED = frozenset({"university", "bank", "party", "news"})  # called after a place
_LIKENESS = 0.4  # how alike the model's votes for one name are: 0 not at all, 1 all the same


def settled(doc: Doc, found: list[Mention]) -> list[Mention]:
    """Every name with the kind that it has by most votes; surnames follow the full name."""
    people = frozenset(m.first for m in found if m.kind is Kind.PERSON and len(m.words) > 1)
    told = _told(doc, found, people)
    for name, kind, weight in told_by_lists(doc, found, told):
        _add(told[name], kind, weight)
    votes = _added(_votes_of_model(doc, found), told)
    things = {name for name, count in votes.items() if _is_thing(count)}
    found = [m for m in found if m.text.casefold() not in things or _is_known(m)]
    kinds = {name: _kind(count) for name, count in votes.items()}
    kinds |= _full_names(found, kinds)
    kinds |= _tails(found, kinds)
    kinds |= _short_names(found, kinds, told)
    kinds |= _families(found, kinds)
    kinds |= _undotted(kinds)
    surnames = _surnames(found, kinds) | _first_names(found, kinds, told)
    final = []
    for mention in found:
        name = mention.text.casefold()
        kind = kinds[name]
        if not _is_known(mention) and name in surnames:
            kind = Kind.PLACE if _is_country_here(doc, mention, people) else Kind.PERSON
            kind = Kind.ORGANISATION if _is_firm_here(doc, mention) else kind
        final.append(_without_demonym(replace(mention, kind=kind)))
    return final


def _without_demonym(mention: Mention) -> Mention:
    """A person's name without the word for a people in front: "American Rod Alder"."""
    first, *rest = mention.words
    is_led = first in table().people and first not in given_names() and len(rest) > 1
    if mention.kind is not Kind.PERSON or not is_led:
        return mention
    return replace(mention, first=mention.first + 1, words=tuple(rest))


def _told(doc: Doc, found: list[Mention], people: frozenset[int]) -> dict[str, Votes]:
    """Name in lower case -> what its own words and those around its mentions say it is."""
    votes: dict[str, Votes] = {mention.text.casefold(): {} for mention in found}
    for mention in found:
        count = votes[mention.text.casefold()]
        if mention.weight > 1:
            _add(count, mention.kind, 0.3 * mention.weight if mention.is_loud else mention.weight)
        if not _is_known(mention):
            for kind, weight in told_around(doc, mention, people):
                _add(count, kind, weight)
    for name, weight in _called_by_last(doc, found):
        _add(votes[name], Kind.PERSON, weight)
    for name in votes.keys() & _named_by_schools(found):
        _add(votes[name], Kind.PLACE, _USED)
    for name, weight in thing_votes(doc).items():
        if name in votes:
            _add(votes[name], THING, weight)
    return votes


def _named_by_schools(found: list[Mention]) -> frozenset[str]:
    """What a school is called after, mostly its place: "Elma Hook" of "Elma Hook High School"."""
    schools = (m.words[:-2] for m in found if m.words[-1] == "School" and len(m.words) > 2)
    return frozenset(
        " ".join(words).casefold() for words in schools if words[0] not in given_names()
    )


def _votes_of_model(doc: Doc, found: list[Mention]) -> dict[str, Votes]:
    """What the model alone takes each name for; of many votes each counts less.

    It errs alike wherever a name stands, so that what one sentence proves outweighs ten of them.
    """
    votes: dict[str, Votes] = defaultdict(dict)
    for mention in found:
        if mention.weight <= 1:
            _add(votes[mention.text.casefold()], mention.kind, 0.3 if mention.is_loud else 1.0)
    for name, often in things_of_model(doc).items():
        if name in votes:
            _add(votes[name], THING, often)
    for count in votes.values():
        share = max(1.0, sum(count.values())) ** -_LIKENESS
        count.update({kind: weight * share for kind, weight in count.items()})
    return votes


def _added(votes: dict[str, Votes], more: Mapping[str, Votes]) -> dict[str, Votes]:
    """Both counts together."""
    for name, count in more.items():
        for kind, weight in count.items():
            _add(votes[name], kind, weight)
    return votes


def _add(count: Votes, kind: Kind | None, weight: float) -> None:
    count[kind] = count.get(kind, 0.0) + weight


def _called_by_last(doc: Doc, found: list[Mention]) -> Iterator[tuple[str, float]]:
    """Names that go by their last word from then on, and it: people, for firms keep the first.

    "Adaro Benko was early. Benko sat down": nobody knows the words, but this is a person.
    """
    alone: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        if len(mention.words) == 1 and not _is_known(mention):
            alone[mention.text].append(mention)
    for mention in {m.words: m for m in found if 1 < len(m.words) < 4}.values():
        short = alone.get(mention.words[-1], [])
        if _is_like_a_person(mention) and _act(doc, [mention, *short]):
            weight = 1.0 + 0.6 * len(short)  # against the model, which errs alike at each
            yield mention.text.casefold(), weight
            yield mention.words[-1].casefold(), weight


def _is_like_a_person(mention: Mention) -> bool:
    """Whether the words may be a given name and a surname, and nothing says otherwise."""
    words, known = mention.words, table()
    if len(words) == 3 and words[0] not in given_names() and words[1] not in PARTICLES:
        return False
    is_other = words[0] in known.people or words[0] in known.kinds or words[0] in place_openers()
    is_named = all(w.istitle() or w in PARTICLES for w in words) and looks_personal(words)
    return is_named and not is_other and not _is_known(mention)


def _act(doc: Doc, named: list[Mention]) -> bool:
    """Whether the shorter ones do something, oftener than any has an article or is gone to."""
    does = sum(1 for m in named[1:] if doc[m.first].dep_ == "nsubj")
    bad = sum(1 for m in named if word_at(doc, m.first - 1) in {"the", "in", "at", "near"})
    return does > 2 * bad


def _is_thing(count: Mapping[Kind | None, float]) -> bool:
    """Whether more speaks for a ship, a work or a product than for any actor."""
    return count.get(THING, 0.0) > max(w for kind, w in count.items() if kind is not THING)


def _kind(count: Mapping[Kind | None, float]) -> Kind:
    return max((k for k in count if k is not None), key=lambda k: count[k])


def _is_known(mention: Mention) -> bool:
    return table().kinds.get(mention.text) is not None and mention.text not in table().unsure


def _is_country_here(doc: Doc, mention: Mention, people: frozenset[int]) -> bool:
    """Whether a surname that is a country as well means the country at this place."""
    if mention.text not in table().countries:
        return False
    before, ruler = word_at(doc, mention.first - 1), word_at(doc, mention.first - 2)
    is_ruled = before == "of" and (titles().is_head(ruler) or ruler in STATE | {"kingdom"})
    return is_ruled or any(kind is Kind.PLACE for kind, _ in told_around(doc, mention, people))


def _is_firm_here(doc: Doc, mention: Mention) -> bool:
    """Whether a founder's name means the firm at this place: "a Dell shareholder"."""
    return len(mention.words) == 1 and any(
        kind is Kind.ORGANISATION and weight > _USED for kind, weight in told_by_deeds(doc, mention)
    )


def _full_names(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Longer names that end with what is a person wherever it stands alone."""
    alone = {
        m.text.casefold()
        for m in found
        if len(m.words) == 1 and kinds[m.text.casefold()] is Kind.PERSON
    }
    return {
        m.text.casefold(): Kind.PERSON
        for m in found
        if len(m.words) > 1
        and m.words[-1].casefold() in alone
        and looks_personal(m.words)
        and table().kinds.get(m.text) is None
    }


def _tails(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Surnames of several parts with the kind of the full name: "Patel-Greene", "al-Bakri"."""
    people = {m.words for m in found if kinds[m.text.casefold()] is Kind.PERSON}
    tails = {words[-2:] for words in people if len(words) > 2 and words[-2] in PARTICLES}
    tails |= {words[-3:] for words in people if len(words) > 3 and words[-2] == "-"}
    return {m.text.casefold(): Kind.PERSON for m in found if m.words in tails}


def _families(found: list[Mention], kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Surnames in the plural: "the Ruizes" of Ana Ruiz."""
    surnames = _surnames(found, kinds)
    return {
        m.text.casefold(): Kind.PERSON
        for m in found
        if len(m.words) == 1
        and not _is_known(m)
        and any(m.text.casefold() in {name + "s", name + "es"} for name in surnames)
    }


def _undotted(kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """Names without the dots that make them a person's elsewhere: "AJ Carver"."""
    dotted = {n.replace(".", "") for n, k in kinds.items() if "." in n and k is Kind.PERSON}
    return {name: Kind.PERSON for name in kinds if name in dotted and " " in name}


def _short_names(
    found: list[Mention], kinds: Mapping[str, Kind], told: Mapping[str, Votes]
) -> dict[str, Kind]:
    """Acronyms and short names of firms with the kind of what they stand for."""
    long = {m.words: kinds[m.text.casefold()] for m in found if len(m.words) > 1}
    firms = {
        w[:-1] for w, kind in long.items() if kind is Kind.ORGANISATION and w[-1] in table().firms
    }
    heads = {w[-1:] for w, kind in long.items() if kind is Kind.ORGANISATION} & {
        (head,) for head in table().body_heads
    }
    short = {
        w[0].casefold(): Kind.ORGANISATION
        for w, kind in long.items()
        if kind is Kind.ORGANISATION
        and all(word.casefold() in table().dropped - _SEATED for word in w[1:])
        and w[0] not in table().kinds
        and told.get(w[0].casefold(), {}).get(Kind.PLACE, 0.0) < _USED
    }
    for mention in found:
        if mention.words in firms | heads:
            short[mention.text.casefold()] = Kind.ORGANISATION
        elif len(mention.words) == 1 and mention.text.isupper() and not mention.is_loud:
            whole = (kind for words, kind in long.items() if is_acronym(mention.text, words))
            kind = next(whole, None)
            if kind is not None and kind is not Kind.PERSON and not _is_known(mention):
                short[mention.text.casefold()] = kind
    return short


def _surnames(found: list[Mention], kinds: Mapping[str, Kind]) -> frozenset[str]:
    people = [m for m in found if len(m.words) > 1 and kinds[m.text.casefold()] is Kind.PERSON]
    given = {m.words[0].casefold() for m in people if m.words[0] in given_names()}
    # Of "Inés Quiroga Beltrán" either surname may stand for her, of "Jan de Wit" also "De Wit".
    last = {w.casefold() for m in people for w in m.words[1:] if len(w) > 2}
    return frozenset(given | last | {tail for m in people for tail in _particle_tails(m.words)})


def _particle_tails(words: tuple[str, ...]) -> Iterator[str]:
    """The surname from its small word on, in lower case: "de wit"."""
    for i in range(1, len(words) - 1):
        if words[i].casefold() in PARTICLES:
            yield " ".join(words[i:]).casefold()


def _first_names(
    found: list[Mention], kinds: Mapping[str, Kind], told: Mapping[str, Votes]
) -> frozenset[str]:
    """First words of one person's name where nothing around them tells of a place or body.

    Whose family name comes first, or who has two, goes by the first word: "Park Ji-hoon", "Park".
    """
    whole = {m.words for m in found if len(m.words) > 1}
    named = {w for w in whole if kinds[" ".join(w).casefold()] is Kind.PERSON}
    # "Prayut Chan-o-cha": what the hyphens join on tells nothing.
    people = {w for w in named if looks_human(w[: w.index("-")] if "-" in w[1:] else w)}
    first = {words[0].casefold() for words in people}
    others = {words[0].casefold() for words in whole - people}
    return frozenset(
        word
        for word in first & told.keys() - others - PARTICLES
        if not titles().is_title(word)
        and max(told[word].get(Kind.PLACE, 0.0), told[word].get(Kind.ORGANISATION, 0.0)) < _USED
    )
