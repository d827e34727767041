"""Which stories lead the day."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from briefing.model import Article, Entry

HALF_LIFE = 18.0  # hours after which an article counts a half


def rank(
    articles: Sequence[Article | Entry],
    *,
    end: datetime,
    quotes: int = 0,
    talks: int = 0,
    people: int = 0,
    sentences: int = 3,
) -> float:
    """How much a story matters at the end of a window; higher leads, 0 or more.

    Every article weighs w = ½ ^ (hours before `end` / 18); one without a time is taken for a day
    old, one after `end` for new. With A the sum of all weights and S the sum of the freshest
    weight of each source, of `quotes` in the story, of `talks` ahead in it and of `people` with a
    role,

        rank = (2 · log2(1 + S) + log2(1 + A)) · (1 + (q + t + p) / 10) · (1 + s) / 2

    where q = min(quotes, 3) / 3, t = min(talks, 2) / 2, p = min(people, 3) / 3 and, of the whole
    `sentences` its summary has, s = min(sentences, 3) / 3. So two papers count more than two
    texts of one, a running story falls back as soon as nobody writes, what there is to quote and
    to expect only decides between equals, and a page without news leads no day.
    """
    freshest: dict[str, float] = {}
    everything = 0.0
    for article in articles:
        weight = _weight(article, end)
        everything += weight
        source = article.source or article.feed
        freshest[source] = max(freshest.get(source, 0.0), weight)
    coverage = 2 * math.log2(1 + sum(freshest.values())) + math.log2(1 + everything)
    substance = min(quotes, 3) / 3 + min(talks, 2) / 2 + min(people, 3) / 3
    return coverage * (1 + substance / 10) * (1 + min(sentences, 3) / 3) / 2


def _weight(article: Article | Entry, end: datetime) -> float:
    if article.moment is None:
        hours = 24.0
    else:
        hours = max((end - article.moment).total_seconds() / 3600, 0.0)
    return float(0.5 ** (hours / HALF_LIFE))
