"""Names: which mentions are one person, body or place.

A full name gathers its surnames, initials and nicknames; a body its acronym and its short form; a
country its aliases. Two people of one surname stay two.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.actor.mention import SUFFIXES, Mention, is_acronym, occurrences
from briefing.extract.actor.spellings import joined_spellings
from briefing.extract.actor.teams import is_short_for_team
from briefing.extract.known import full_given_names, genders, given_names, singular, table, titles
from briefing.extract.parse import DOERS
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?){1,3}")  # "J.", "H.W."
_SEATS = re.compile(r"^(?:State|City|Province|Republic|Kingdom|Commonwealth|Town) of (?=[A-Z])")
# What one writer leaves out of a body's name and another does not: "New People['s] Party".
_UNHEARD = frozenset({"the", "&", "and", "'s", "’s", "'"})
_RANKS = frozenset({"prince", "princess", "king", "queen", "duke", "duchess"})
_OWNERS = frozenset({"his", "her", "their", "'s"})
_SIDES = frozenset({"north", "south", "east", "west"})


@dataclass(slots=True)
class Cast:
    """The mentions of one actor; `words` is its longest name so far."""

    kind: Kind
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""  # "female", "male" or "" when unknown
    slips: list[Mention] = field(default_factory=list)  # mentions with a letter wrong

    def add(self, mention: Mention) -> None:
        """Take the mention in, and its name if that is fuller."""
        self.mentions.append(mention)
        longer = (len(mention.words), len(mention.text)) > (
            len(self.words),
            len(" ".join(self.words)),
        )
        if longer and not mention.is_loud:
            self.words = mention.words

    def take_slip(self, other: Cast) -> None:
        """Take in the mentions of one whose name is this one with a letter wrong."""
        self.mentions += other.mentions
        self.slips += other.mentions


def group(doc: Doc, found: Sequence[Mention]) -> list[Cast]:
    """The mentions gathered by whom they mean, in order of first mention."""
    casts = [
        *_people(doc, [m for m in found if m.kind is Kind.PERSON]),
        *_bodies(doc, [m for m in found if m.kind is Kind.ORGANISATION]),
        *_places([m for m in found if m.kind is Kind.PLACE]),
    ]
    casts = joined_spellings(casts)
    for cast in casts:
        cast.mentions.sort(key=lambda m: m.first)
    return sorted(casts, key=lambda cast: cast.mentions[0].first)


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word of a name without case, accents and dots."""
    if word.isascii():
        return word.casefold().replace(".", "")
    letters = unicodedata.normalize("NFKD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold().replace(".", "")


def titles_before(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """The title words directly in front of a name, in lower case, the nearest first."""
    found: list[str] = []
    i = mention.first - 1
    while i >= 0 and len(found) < 4 and not doc[i + 1].is_sent_start:
        low = doc[i].lower_
        if doc[i].text != ".":
            if not (titles().is_title(low) or low in titles().modifiers):
                break
            found.append(low)
        i -= 1
    return tuple(found)


def gender_of(doc: Doc, mention: Mention) -> str:
    """What a mention's title or given name tells: "female", "male" or ""."""
    by_title = _title_gender(doc, mention)
    if by_title or len(mention.words) < 2:
        return by_title
    return genders().get(mention.words[0].casefold(), "")


def _title_gender(doc: Doc, mention: Mention) -> str:
    for word in titles_before(doc, mention):
        for form in (word, singular(word)):
            if form in titles().female:
                return "female"
            if form in titles().male:
                return "male"
    return ""


# ---- people


def _people(doc: Doc, found: list[Mention]) -> list[Cast]:
    casts: list[Cast] = []
    bare = {m.words for m in found if len(_core(m.words)) > 1}
    found = [_without_nickname(m, bare) for m in found]
    full = sorted(
        (m for m in found if len(_core(m.words)) > 1), key=lambda m: (-len(m.words), m.first)
    )
    for mention in full:
        own = next((c for c in casts if _is_same_person(c.words, mention.words)), None)
        if own is None:
            own = Cast(Kind.PERSON, mention.words)
            casts.append(own)
        own.add(mention)
        own.gender = own.gender or gender_of(doc, mention)
    bare_names = [m for m in found if len(_core(m.words)) == 1]
    # "Mr. Ruiz" may be another one than the only Ruiz named in full: titles come first.
    for mention in sorted(bare_names, key=lambda m: not _title_gender(doc, m)):
        own = _bearer(doc, mention, casts)
        if own is None:
            own = Cast(Kind.PERSON, mention.words)
            casts.append(own)
        own.add(mention)
        own.gender = own.gender or gender_of(doc, mention)
    return casts


def _without_nickname(mention: Mention, bare: set[tuple[str, ...]]) -> Mention:
    """A name without the word or rank in front that the article leaves out: "CP Ruiz"."""
    words = mention.words[1:]
    if len(words) == 1 and mention.words[0] in titles().initials:
        others = {w[0] for w in bare if w[-1:] == words and w != mention.words}
        # "CP Ruiz" may be Carla Ruiz, so that the letters are initials.
        is_rank = bool(others) and not any(w[0] == mention.words[0][0] for w in others)
        return replace(mention, first=mention.first + 1, words=words) if is_rank else mention
    is_name = len(words) > 1 and words in bare and words[0] in given_names()
    if is_name and mention.words[0] not in given_names():
        return replace(mention, first=mention.first + 1, words=words)
    return mention


@lru_cache(maxsize=4096)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The name's words folded, without suffixes and middle initials."""
    core = tuple(plain(w) for w in words if w.casefold() not in SUFFIXES and w[0].isalnum())
    if len(core) > 2:
        core = (core[0], *(w for w in core[1:-1] if len(w) > 1), core[-1])
    return core


def _is_same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's."""
    if _suffix(a) != _suffix(b) or _initials_differ(a, b):
        return False  # father and son
    one, other = _core(a), _core(b)
    if one == other:
        return True
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if not short:
        return False
    if long[-1] == short[-1] and _is_same_given(long[0], short[0]):
        return True
    width = len(short)
    return width > 1 and width < len(long) and (long[-width:] == short or long[:width] == short)


def _suffix(words: tuple[str, ...]) -> str:
    """The "jr" of a son who bears his father's name, else ""."""
    return plain(words[-1]) if words[-1].casefold() in SUFFIXES else ""


def _initials_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have a middle name and not the same: "George H.W." and "George W."."""
    middles = [[w for w in words[1:-1] if w[0].isalpha() and w[0].isupper()] for words in (a, b)]
    if not all(len(middle) == 1 for middle in middles):
        return False
    (one,), (other,) = middles
    return (_INITIALS.fullmatch(one) or _INITIALS.fullmatch(other)) is not None and one[0] != other[
        0
    ]


def _is_same_given(one: str, other: str) -> bool:
    full = full_given_names()
    if one == other or full.get(one, one) == full.get(other, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _bearer(doc: Doc, mention: Mention, casts: list[Cast]) -> Cast | None:
    """The person that a single name means; None for one who has no fuller name."""
    name = _core(mention.words)[-1] if _core(mention.words) else plain(mention.words[-1])
    by_surname = [
        c for c in casts if _core(c.words)[-1] == name or name in _core(c.words)[-1].split("-")
    ]
    fitting = by_surname or [c for c in casts if _core(c.words)[0] == name]
    fitting = fitting or [c for c in casts if name in _core(c.words)]
    fitting = fitting or [c for c in casts if _is_of_rank(doc, c, mention)]
    fitting = fitting or [c for c in casts if any(m.words == mention.words for m in c.mentions)]
    if _suffix(mention.words):
        fitting = [c for c in fitting if _suffix(c.words) == _suffix(mention.words)]
    fitting = _agreeing(doc, mention, fitting)
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    office = set(titles_before(doc, mention))
    of_office = [c for c in fitting if any(office & set(titles_before(doc, m)) for m in c.mentions)]
    if len(of_office) == 1:
        return of_office[0]
    # Who came in as somebody's wife or brother goes by the given name from then on.
    fitting = [c for c in fitting if not _is_relative(doc, c)] or fitting
    return max(
        fitting, key=lambda c: (_presence(doc, c, mention), -min(m.first for m in c.mentions))
    )


def _agreeing(doc: Doc, mention: Mention, fitting: list[Cast]) -> list[Cast]:
    """Those of them whose sex is not another than the mention tells.

    A given name is a weaker witness than "Mr.": the only bearer may have a rare one. It is none
    where the surname comes first: newspapers begin with the full name.
    """
    told = gender_of(doc, mention)
    if not told:
        return fitting
    agreeing = [c for c in fitting if c.gender in {told, ""}]
    if agreeing or len(fitting) != 1:
        return agreeing
    return [
        c
        for c in fitting
        if any(len(m.words) > 1 and m.first < mention.first for m in c.mentions)
        and not any(_title_gender(doc, m) for m in c.mentions)
    ]


def _is_of_rank(doc: Doc, cast: Cast, mention: Mention) -> bool:
    """Whether a single name is another form of one of the same rank: "Prince Harry"."""
    if cast.words[1:2] not in {(), ("of",)} or not _is_same_given(
        plain(cast.words[0]), plain(mention.words[0])
    ):
        return False
    rank = set(titles_before(doc, mention)) & _RANKS
    return any(rank & set(titles_before(doc, m)) for m in cast.mentions)


def _is_relative(doc: Doc, cast: Cast) -> bool:
    """Whether the article names the person as a relative of another: "his wife Ana"."""
    kin = titles().kin
    return any(
        any(doc[i].lower_ in kin for i in (at - 1, at - 2))
        and any(doc[i].lower_ in _OWNERS for i in (at - 2, at - 3))
        for at in occurrences(doc).get(cast.words[0], ())
        if at >= 3
    )


def _presence(doc: Doc, cast: Cast, mention: Mention) -> float:
    """How much a person is on the reader's mind at a mention: near, as a subject, often."""
    nearest = 0.0
    for own in cast.mentions:
        distance = mention.first - own.first
        if distance > 0:
            is_subject = doc[own.last - 1].dep_ in DOERS
            nearest = max(nearest, (2.0 if is_subject else 1.0) / (1.0 + distance / 30.0))
    return nearest * math.sqrt(len(cast.mentions))


# ---- bodies and places


def _bodies(doc: Doc, found: list[Mention]) -> list[Cast]:
    casts: list[Cast] = []
    defined = _defined(doc, found)
    for mention in sorted(found, key=lambda m: (-len(m.words), m.first)):
        own = next((c for c in casts if _is_same_body(c, mention)), None)
        if own is None and mention.text in defined:
            own = next((c for c in casts if _is_named(c, defined[mention.text])), None)
        if own is None:
            fitting = [c for c in casts if _is_short_form(mention.words, c.words)]
            own = fitting[0] if len(fitting) == 1 else None
        if own is None:
            own = Cast(Kind.ORGANISATION, mention.words)
            casts.append(own)
        own.add(mention)
    return casts


def _defined(doc: Doc, found: list[Mention]) -> dict[str, str]:
    """Short form -> name, where the article gives one in brackets: "Homeland Union (TS)"."""
    at = {m.first: m for m in found}
    pairs: dict[str, str] = {}
    for mention in found:
        i = mention.last
        other = at.get(i + 1) if i < len(doc) and doc[i].text == "(" else None
        if other is None or other.last >= len(doc) or doc[other.last].text != ")":
            continue
        one, two = sorted((mention, other), key=lambda m: (len(m.words), -m.first))
        if len(one.words) == 1 and one.text.isupper() and one.text != two.text:
            pairs.setdefault(one.text, two.text)
    return pairs


def _is_named(cast: Cast, name: str) -> bool:
    return any(m.text == name for m in cast.mentions)


def _is_same_body(cast: Cast, mention: Mention) -> bool:
    same = table().same
    name = mention.text
    for words in {cast.words, *(m.words for m in cast.mentions)}:
        other = " ".join(words)
        if _folded(name) == _folded(other) or same.get(name, name) == same.get(other, other):
            return True
    if len(mention.words) == 1 and name.isupper():
        return is_acronym(name, cast.words)
    return False


def _is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the article may call the body so once it has been named in full."""
    known = table()
    if long[0] in known.people or known.same.get(long[0]) in known.countries:
        long = long[1:]
        if short == long:
            return True
    width = len(short)
    if width >= len(long):
        return False
    if is_short_for_team(short, long):
        return True
    if len(long) == width + 2 and long[1] == "of" and long[2:] == short:
        return long[0] in known.body_heads  # "Church of Elma": "Elma" where it is a body
    if long[:width] == short and long[width] in {"of", "in", "for"}:
        return short[-1] in known.body_heads
    if tuple(map(plain, long[:width])) == tuple(map(plain, short)):
        rest = long[width:]
        is_rest_dropped = all(plain(w) in known.dropped for w in rest)
        return is_rest_dropped or (width == 1 and _is_distinctive(short[0], long))
    if width > 1 or short[0] not in known.body_heads or short[0] not in long:
        return False
    rest = long[long.index(short[0]) + 1 :]
    return not rest or rest[0] in {"of", "for"}


def _is_distinctive(word: str, name: tuple[str, ...]) -> bool:
    """Whether the first word of a body's name means it alone: "Nordavo" of Nordavo Properties.

    A well-known name is a body of its own beside what belongs to it: "Google", "Google Play".
    """
    known = table()
    if word not in known.kinds:
        is_sited = not known.place_heads.isdisjoint(name)  # "Elma Airport Police"
        return not word.isupper() or (len(name) < 4 and not is_sited)
    return " ".join(name) in known.kinds


def _folded(name: str) -> str:
    return " ".join(plain(w) for w in name.split() if w.casefold() not in _UNHEARD)


def _places(found: list[Mention]) -> list[Cast]:
    same = table().same
    casts: dict[str, Cast] = {}
    for mention in sorted(found, key=lambda m: (3 - min(len(m.words), 3), m.first)):
        name = same.get(mention.text) or same.get(mention.text.title(), mention.text)
        key = _folded(_SEATS.sub("", name))
        if key in _SIDES:
            whole = [k for k in casts if k.startswith(f"{key} ") and len(k.split()) == 2]
            key = whole[0] if len(whole) == 1 else key
        if name.isupper() and key not in casts:
            key = next((k for k, c in casts.items() if is_acronym(name, c.words)), key)
        casts.setdefault(key, Cast(Kind.PLACE, mention.words)).add(mention)
    capital = casts.get("washington")
    district = casts.get("washington dc") or casts.get("washington d.c")
    if capital is not None and district is not None and capital is not district:
        for mention in capital.mentions:
            district.add(mention)
        casts.pop("washington")
    return list(casts.values())
