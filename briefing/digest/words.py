"""The words of a text, folded so that two articles on one thing meet in them.

Stop words come from sumy's lists, read as a file, for importing sumy costs more than reading a
day's articles. `common.txt` names words so frequent in English news that they tell no two events
apart; it stands in for the statistics that a small store does not have.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_LANGUAGES = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "uk": "ukrainian",
}


def words(text: str) -> list[str]:
    """The words of the text as written, marks left out; "Leavitt's" is one word."""
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The word in small letters without possessive and plural endings."""
    plain = word.lower().replace("’", "'")
    plain = plain.removesuffix("'s").replace("'", "")
    if len(plain) < 5:
        return plain
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-1]
    return plain


@cache
def stop_words(language: str = "en") -> frozenset[str]:
    """The roots of the words that carry no topic in that language (ISO 639-1); may be empty."""
    name = _LANGUAGES.get(language.lower()[:2])
    if name is None:
        return frozenset()
    listed = resources.files("sumy") / "data" / "stopwords" / f"{name}.txt"
    return frozenset(
        form
        for word in listed.read_text(encoding="utf-8").split()
        for form in (word.lower(), root(word))
    )


@cache
def common_words() -> frozenset[str]:
    """The roots of words that much of the news uses whatever it is about."""
    listed = resources.files(__package__ or "briefing.digest") / "common.txt"
    return frozenset(root(word) for word in listed.read_text(encoding="utf-8").split())


@lru_cache(maxsize=200_000)
def telling_root(word: str, language: str = "en") -> str:
    """The root of the word, or "" when it carries no topic."""
    plain = root(word)
    return plain if len(plain) > 1 and plain not in stop_words(language) else ""


def telling_roots(text: str, language: str = "en") -> list[str]:
    """The root of each word that carries a topic, in order."""
    return [plain for word in words(text) if (plain := telling_root(word, language))]
