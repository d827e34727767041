"""Identity: an article that comes under another name than before is still the same article.

Some feeds give their entries new guids at every fetch, and papers put one article into several
feeds. What has the title and the address of a stored article goes by that one's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefing.model import Article

if TYPE_CHECKING:
    from briefing.store import Store

AROUND = timedelta(days=3)  # how far from it another feed's copy of an article may be dated


def settled(store: Store, articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one feed under the ids that they have in the store, new ones as they are.

    What another feed has brought before is left out, unless it brought but a teaser of it.
    """
    unknown = set(store.articles.unknown(article.id for article in articles))
    new = [article for article in articles if article.id in unknown and article.url]
    moments = [article.moment for article in new if article.moment]
    if not moments:
        return tuple(articles)
    titles = {article.title for article in new}
    start, end = min(moments) - AROUND, max(moments) + AROUND
    twins = store.articles.titled(titles, new[0].feed, start, end)
    if not twins:
        return tuple(articles)
    return tuple(_named(articles, unknown, twins))


def _named(
    articles: Sequence[Article], unknown: set[str], twins: Sequence[Article]
) -> Iterator[Article]:
    known = {_place(twin): twin for twin in twins if twin.url}
    # A twin that stands in the feed under its own name is another article of the same title.
    present = {article.id for article in articles} - unknown
    for article in articles:
        twin = known.get(_place(article)) if article.id in unknown and article.url else None
        if twin is None or twin.id in present:
            yield article
        elif twin.feed == article.feed or (twin.is_teaser and not article.is_teaser):
            present.add(twin.id)
            yield replace(article, id=twin.id)


def _place(article: Article) -> tuple[str, str]:
    from briefing.gather.links import same_article

    return same_article(article.url or ""), article.title
