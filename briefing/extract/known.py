"""Known words: the lists of `lexicon/*.toml` as sets and tables that the rules ask.

Names are kept as they are written, other words in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.word_lists import read_list
from briefing.model import Kind


@dataclass(frozen=True, slots=True)
class Titles:
    """What people are called in front of and behind their names."""

    honorifics: frozenset[str]
    short: frozenset[str]
    pairs: frozenset[str]
    letters: frozenset[str]
    initials: frozenset[str]
    heads: frozenset[str]
    modifiers: frozenset[str]
    opinions: frozenset[str]
    kin: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    called: Mapping[str, frozenset[str]]  # a word for an office -> other words for the same

    def is_title(self, word: str) -> bool:
        """Whether the word may stand between a sentence's start and a name: 'Mrs', 'President'."""
        low = word.casefold()
        is_rank = low in self.short or word in self.letters
        return is_rank or low in self.honorifics or self.is_head(low)

    def is_head(self, word: str) -> bool:
        """Whether the word, of any number and case, is the head noun of an office."""
        return singular(word) in self.heads or word.casefold() in self.heads

    def sex_of(self, word: str) -> str:
        """What a word for people, in lower case, tells of their sex; "" when nothing."""
        return "female" if word in self.female else "male" if word in self.male else ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that bring words in quotation marks."""

    saying: frozenset[str]
    bringing: frozenset[str]
    nouns: frozenset[str]
    speakers: frozenset[str]
    works: frozenset[str]
    naming: frozenset[str]
    messages: frozenset[str]
    words: frozenset[str]
    bodies: frozenset[str]
    issuing: frozenset[str]
    receiving: frozenset[str]
    kickers: frozenset[str]
    outright: frozenset[str]
    humans: frozenset[str]
    groups: frozenset[str]
    phrasal: frozenset[str]
    causing: frozenset[str]
    instruments: frozenset[str]
    concluding: frozenset[str]
    claims: frozenset[str]
    stances: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Names whose kind is known, and the names that mean the same."""

    kinds: Mapping[str, Kind]  # a name as written -> what it is
    unsure: frozenset[str]  # names that the context decides about
    same: Mapping[str, str]  # a name -> the name it is an alias of
    people: Mapping[str, str]  # "French" -> "France"; "" for no country
    capitals: Mapping[str, str]  # "Paris" -> "France"
    countries: frozenset[str]
    longest: int  # words of the longest name
    body_heads: frozenset[str]
    place_heads: frozenset[str]
    sites: frozenset[str]  # heads that are places whatever stands before them
    occasions: frozenset[str]  # heads that are events, works and laws: no actors
    firms: frozenset[str]  # legal forms
    dropped: frozenset[str]  # what short forms leave out, in lower case
    seated: frozenset[str]  # heads that stand for one body each
    ranked: frozenset[str]  # these and other heads that end a name


def singular(word: str) -> str:
    """The word in lower case without the ending of a plural."""
    low = word.casefold()
    if low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


@lru_cache(maxsize=1)
def titles() -> Titles:
    """The list `titles`."""
    lists = read_list("titles")
    groups = (
        "honorifics", "short", "pairs", "letters", "initials", "heads", "modifiers", "opinions",
        "kin", "female", "male",
    )  # fmt: skip
    pairs = (line.split(":") for line in lists["called"])
    return Titles(
        **{name: frozenset(lists[name]) for name in groups},
        called={word.strip(): frozenset(others.split()) for word, others in pairs},
    )


@lru_cache(maxsize=1)
def speech() -> Speech:
    """The list `speech`."""
    lists = read_list("speech")
    groups = (
        "saying", "bringing", "nouns", "speakers", "works", "naming", "messages", "words", "bodies",
        "issuing", "receiving", "kickers", "outright", "humans", "groups", "phrasal", "causing",
        "instruments", "concluding", "claims", "stances",
    )  # fmt: skip
    return Speech(*(frozenset(lists[name]) for name in groups))


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Given name, in lower case -> "female" or "male"; names of both are left out."""
    lists = read_list("names")
    return {name.casefold(): sex for sex in ("female", "male") for name in lists[sex]}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Every given name we know, as written."""
    lists = read_list("names")
    return frozenset(name for sex in ("female", "male", "either") for name in lists[sex])


@lru_cache(maxsize=1)
def leading_surnames() -> frozenset[str]:
    """Family names that stand in front of the given name: "Xi" of "Xi Jinping"."""
    return frozenset(read_list("names")["first"])


@lru_cache(maxsize=1)
def never_names() -> frozenset[str]:
    """Words, in lower case, that are never a name by themselves."""
    return frozenset(read_list("names")["never"])


@lru_cache(maxsize=1)
def honours() -> frozenset[str]:
    """What people write behind their names: "QC"."""
    return frozenset(read_list("names")["honours"])


@lru_cache(maxsize=1)
def full_given_names() -> Mapping[str, str]:
    """Nickname -> the full name it is short for, both in lower case."""
    lists = read_list("names")["nicknames"]
    return {short: full for full, shorts in lists.items() for short in shorts.split()}


@lru_cache(maxsize=1)
def table() -> Table:
    """The lists `demonyms`, `places` and `bodies` as one table."""
    kinds: dict[str, Kind] = {}
    same: dict[str, str] = {}
    people: dict[str, str] = {}
    capitals: dict[str, str] = {}
    places, bodies, countries = read_list("places"), read_list("bodies"), read_list("demonyms")
    for name, facts in countries["countries"].items():
        for form in (name, *facts.get("aliases", ())):
            kinds[form] = Kind.PLACE
            same[form] = name
        people.update(_with_plurals(facts.get("people", ()), name))
        if capital := facts.get("capital"):
            kinds[capital] = Kind.PLACE
            capitals[capital] = name
    people.update(_with_plurals(countries["more"]["people"], ""))
    for group in ("states", "cities", "regions"):
        kinds.update(dict.fromkeys(places[group], Kind.PLACE))
    same.update(places["short"])
    kinds.update(dict.fromkeys(places["short"], Kind.PLACE))
    kinds.update(dict.fromkeys(bodies["known"], Kind.ORGANISATION))
    for name, forms in bodies["aliases"].items():
        same.update(dict.fromkeys((name, *forms), name))
    return Table(
        kinds=kinds,
        unsure=frozenset(places["unsure"]),
        same=same,
        people=people,
        capitals=capitals,
        countries=frozenset(countries["countries"]),
        longest=max(len(name.split()) for name in kinds),
        body_heads=frozenset(bodies["heads"]),
        place_heads=frozenset(bodies["places"]),
        sites=frozenset(bodies["sites"]),
        occasions=frozenset(bodies["occasions"]),
        firms=frozenset(bodies["firms"]),
        dropped=frozenset(bodies["dropped"]),
        seated=frozenset(bodies["seated"]),
        ranked=frozenset(bodies["seated"]) | frozenset(bodies["ranked"]),
    )


@lru_cache(maxsize=1)
def topics() -> frozenset[str]:
    """Words that end the parts of a committee's or ministry's title: "Labour", "Affairs"."""
    return frozenset(read_list("bodies")["topics"])


@lru_cache(maxsize=1)
def titled_bodies() -> frozenset[str]:
    """Heads of bodies that are called after what they are for: "Committee", "Ministry"."""
    return frozenset(read_list("bodies")["titled"])


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """States and provinces that a town is placed by."""
    return frozenset(read_list("places")["states"]) | frozenset({"Georgia", "Virginia"})


@lru_cache(maxsize=1)
def place_openers() -> frozenset[str]:
    """Words that open the name of a place: "Mount", "Lake"."""
    return frozenset(read_list("classes")["cues"]["place_openers"])


def _with_plurals(words: tuple[str, ...], country: str) -> dict[str, str]:
    found = {}
    for word in words:
        found[word] = country
        if word.endswith("man"):
            found[word[:-3] + "men"] = country
        elif not word.endswith(("s", "sh", "ch", "ese")):
            found[word + "s"] = country
    return found
