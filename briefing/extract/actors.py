"""Actors: who and what acts in an article, each under one full name, the most salient first.

Which stretches are names is decided in `mentions`, which of them mean the same in `names`, and
what people are in `roles`; this module puts them together and weighs them.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import Mention, occurrences
from briefing.extract.actor.mentions import find_mentions
from briefing.extract.actor.names import Cast, group, plain
from briefing.extract.furniture import caption_tokens
from briefing.extract.known import table
from briefing.extract.parse import DOERS
from briefing.extract.roles import find_roles
from briefing.model import Actor, Kind, Span
from briefing.sentences import Part

if TYPE_CHECKING:
    from briefing.extract.page import Page


def find_actors(page: Page) -> tuple[Actor, ...]:
    """The people, bodies and places of the article with their roles, most salient first."""
    casts = group(page.doc, find_mentions(page))
    if not casts:
        return ()
    captions = caption_tokens(page)
    weights = [_weight(page, cast, captions) for cast in casts]
    most = max(weights)
    roles = find_roles(page, casts)
    names = [_name(page, cast, captions) for cast in casts]
    actors = [
        Actor(
            name=names[number],
            kind=cast.kind,
            aliases=_aliases(page, cast, names[number]),
            roles=roles.get(number, ()),
            salience=round(weight / most, 4),
            mentions=tuple(_span(page, m) for m in cast.mentions),
        )
        for number, (cast, weight) in enumerate(zip(casts, weights, strict=True))
    ]
    return tuple(sorted(actors, key=lambda a: (-a.salience, a.mentions[0].start)))


def _span(page: Page, mention: Mention) -> Span:
    start = page.doc[mention.first].idx
    last = page.doc[mention.last - 1]
    return page.span(start, last.idx + len(last))


def _form(page: Page, mention: Mention) -> str:
    span = _span(page, mention)
    return " ".join(page.text[span.start : span.end].split())


def _name(page: Page, cast: Cast, captions: frozenset[int]) -> str:
    """The longest form in use, not in capitals or a caption if any other is.

    A caption may be the only one to give the full name of a person.
    """
    told = [m for m in cast.mentions if m.first not in captions and m not in cast.slips]
    if cast.kind is Kind.PERSON and all(len(m.words) == 1 for m in told):
        told = [m for m in cast.mentions if m not in cast.slips]
    told = told or cast.mentions
    forms = Counter(_form(page, m) for m in told)
    calm = {_form(page, m) for m in cast.mentions if not m.is_loud}
    if cast.kind is Kind.PERSON:
        # "Henry of Wales", told once, is no name for one who is "Harry" ever after.
        most = max(forms.values())
        usual = {f: n for f, n in forms.items() if n == most or " of " not in f}
        forms = Counter(usual)
    if all(form.isupper() for form in calm) and any(" " in f for f in forms.keys() - calm):
        calm = set()  # "U.N." is no better than "UNITED NATIONS"
    name = max(forms, key=lambda form: (form in calm, len(plain(form)), forms[form], form))
    if name in calm or len(name) < 4:
        return name
    return " ".join(_calmed(word) for word in name.split())


def _calmed(word: str) -> str:
    """A word of a line in capitals as it stands in other lines."""
    small = word.lower() in {"of", "and", "for", "the", "in"}
    return word.lower() if small else word.capitalize() if word.isupper() else word


def _aliases(page: Page, cast: Cast, name: str) -> tuple[str, ...]:
    """The other forms, and the full name of a country that only a short one stands for."""
    forms = dict.fromkeys(_form(page, m) for m in cast.mentions)
    known = table().same.get(name)
    if cast.kind is Kind.PLACE and known:
        forms[known] = None
    return tuple(form for form in forms if form != name)


def _is_in_title(cast: Cast, title: str) -> bool:
    """Whether the headline names the actor: a form of the name as a whole, or a surname."""
    words = [word.strip("’'\".,:;!?()“”‘") for word in title.split()]
    words = [word.removesuffix("'s").removesuffix("’s") for word in words]
    line = f" {' '.join(plain(word) for word in words if word[:1].isupper())} "
    forms = {tuple(plain(word) for word in mention.words) for mention in cast.mentions}
    if cast.kind is Kind.PERSON:
        forms.add((plain(cast.words[-1]),))
    return any(f" {' '.join(form)} " in line for form in forms if form)


def _weight(page: Page, cast: Cast, captions: frozenset[int]) -> float:
    """How much the article is about the actor: often, early, in the headline, as a subject.

    Nobody comes early by standing in a caption.
    """
    doc = page.doc
    count = 0.0
    for mention in cast.mentions:
        head = doc[mention.last - 1]
        count += 1.5 if head.dep_ in DOERS else 1.0
    count += 0.5 * _times_described(page, cast)
    told = [m for m in cast.mentions if m.first not in captions] or cast.mentions[-1:]
    first = doc[told[0].first]
    before = sum(1 for s in page.sentences if s.end <= first.idx)
    early = 1.0 + 10.0 / (2.0 + before)
    opening = page.segments[0]
    top = opening.end if opening.part is Part.HEADING else 0
    titled = first.idx < top or _is_in_title(cast, page.article.title)
    kind = {Kind.PERSON: 1.1, Kind.ORGANISATION: 1.0, Kind.PLACE: 0.8}[cast.kind]
    # A name told ten times matters more than one told twice, but not five times as much.
    return (math.pow(count, 0.7) + (1.5 if titled else 0.0)) * early * kind


def _times_described(page: Page, cast: Cast) -> int:
    """How often the actor is called by the common noun that ends its name: "the museum"."""
    noun = cast.words[-1].casefold()
    is_named = len(cast.words) > 1 and len(cast.mentions) > 1 and cast.words[-1].istitle()
    if cast.kind is Kind.PERSON or not is_named:
        return 0
    doc, first = page.doc, cast.mentions[0].first
    at = occurrences(doc).get(noun, ())
    times = sum(1 for i in at if i > first and doc[i - 1].lower_ in {"the", "this"})
    return min(times, len(cast.mentions))  # "the beach" may be another than the one named
