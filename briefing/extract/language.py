"""The language a text is written in, so that no other is read by English rules.

English is known by its small words, which costs nothing; only a text without them is shown to the
language identifier (py3langid), whose model takes half a second to load.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.extract.word_lists import read_list

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_SHARE = 0.2  # of small words in English prose
_FEWEST = 8  # words below which no guess is worth anything
_LOOKED_AT = 3000  # letters
_SURE = 0.9
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str = ENGLISH) -> str:
    """The ISO 639-1 code of the text's language; `stated` by the source when it is too short."""
    head = text[:_LOOKED_AT]
    words = [word.lower() for word in _WORD.findall(head)]
    is_latin = 2 * sum(word.isascii() or word[0] < "\u0250" for word in words) >= len(words)
    if is_latin and len(words) < _FEWEST:
        return stated
    small = frozenset(read_list("language")["small"])
    if sum(word in small for word in words) >= _SHARE * len(words):
        return ENGLISH
    code, share = _identifier().classify(head)
    # What is not in Latin letters is not English, however unsure the identifier is.
    return str(code) if share >= _SURE or not is_latin else stated


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
