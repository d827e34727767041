"""Tense words: the lists of `lexicon/tenses.toml`, which put a date before or behind today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.extract.word_lists import read_list


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words that tell on which side of today a date lies."""

    future: frozenset[str]
    past: frozenset[str]
    before_dates: frozenset[str]
    plans: frozenset[str]
    weak: frozenset[str]
    done: frozenset[str]
    speech: frozenset[str]
    spoken: frozenset[str]  # verbs whose gerund is only spoken or thought of
    off: frozenset[str]
    ahead: frozenset[str]
    afterwards: frozenset[str]
    timetable: frozenset[str]
    facing: frozenset[str]
    hoped: frozenset[str]  # past verbs of a mere plan, which a "but" overturns
    intended: frozenset[str]
    festive: frozenset[str]  # things that a feast only describes
    origins: frozenset[str]  # prepositions of where a thing comes from
    examples: frozenset[str]  # what is made of a thing that is over
    granting: frozenset[str]  # past verbs that set a term: "gave until Friday"
    captions: frozenset[str]  # present verbs of what a picture shows
    perceived: frozenset[str]  # what one could see and hear then
    counted: frozenset[str]  # figures of a month that is over
    timed: frozenset[str]  # verbs whose present tense puts a month ahead: "expires in June"
    named: frozenset[str]  # what a day of the week is called by in history
    fixtures: frozenset[str]  # what one team does with another: "host"
    sides: frozenset[str]  # nouns of teams
    openings: frozenset[str]  # verbs of beginning and ending in the plural
    ages: frozenset[str]  # what belongs to an age rather than to a day


@lru_cache(maxsize=1)
def tense_words() -> TenseWords:
    """The lists, read once."""
    tables = read_list("tenses")

    def words(table: str, key: str) -> frozenset[str]:
        entries = tables[table][key]
        return frozenset(entries.split() if isinstance(entries, str) else entries)

    ahead = ("afterwards", "timetable", "facing", "intended", "origins", "hoped")
    return TenseWords(
        future=words("before", "future"),
        past=words("before", "past"),
        before_dates=words("before", "dates"),
        plans=words("plans", "verbs"),
        weak=words("plans", "weak"),
        done=words("done", "verbs"),
        speech=words("speech", "verbs"),
        spoken=words("speech", "spoken"),
        off=words("off", "verbs"),
        ahead=words("ahead", "words"),
        perceived=words("done", "perceived"),
        counted=words("ahead", "counted"),
        timed=words("ahead", "timed"),
        named=words("ages", "days"),
        fixtures=words("mended", "fixtures"),
        sides=words("mended", "sides"),
        openings=words("mended", "openings"),
        ages=words("ages", "nouns"),
        festive=words("festive", "nouns"),
        examples=words("ahead", "examples"),
        granting=words("granting", "verbs"),
        captions=words("captions", "verbs"),
        **{name: words("ahead", name) for name in ahead},
    )
