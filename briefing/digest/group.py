"""Stories: which articles tell of the same event.

Here is decided which articles are compared at all: versions of one article stay together, settled
stories are kept, and of very many articles some thousands are looked at together, in the order of
time, each lot beside the stories around it. `cosines` and `joining` do the rest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from briefing.model import Article

AT_ONCE = 3000  # articles without a story; memory grows with their square
AROUND = 2  # times as many settled ones beside them

_DAY = 86_400.0


def group_stories(
    articles: Sequence[Article], settled: Mapping[str, str] = {}, *, at_once: int = AT_ONCE
) -> dict[str, str]:
    """The story id of each article id; a story bears the id of its earliest article.

    Articles with a story in `settled` keep it, and two settled stories are never joined; the
    others join those stories or form new ones. The order of the articles does not matter. Of more
    than `at_once` articles without a story, the earlier ones are settled before the later ones.
    """
    by_id = {article.id: article for article in sorted(articles, key=_by_text)}
    newest = max((_days(article) or 0.0 for article in by_id.values()), default=0.0)
    # An article of unknown time belongs to now.
    placed = sorted(
        ((_days(article) or newest, article.id, article) for article in by_id.values()),
        key=lambda entry: entry[:2],
    )
    ordered = [article for _, _, article in placed]
    names = set(settled.values())
    # A story's own first article belongs to it even when its row was lost.
    stories = {
        article.id: settled.get(article.id) or article.id
        for article in ordered
        if article.id in names or settled.get(article.id)
    }
    line = _Line(ordered, [day for day, _, _ in placed], stories)
    for lot in _lots(_loose(ordered, stories), at_once):
        line.settle(lot, AROUND * at_once)
    return stories


def _by_text(article: Article) -> tuple[str, str]:
    return article.title, article.text


def _days(article: Article) -> float | None:
    return article.moment.timestamp() / _DAY if article.moment else None


def _loose(ordered: Sequence[Article], stories: dict[str, str]) -> list[list[int]]:
    """The articles in no story, each with its versions; versions of settled ones are settled."""
    place = {article.id: number for number, article in enumerate(ordered)}
    waiting = {
        number: place.get(article.replaces or "")
        for number, article in enumerate(ordered)
        if article.id not in stories
    }
    units: dict[int, list[int]] = {}
    for number in waiting:
        oldest = _oldest_version(number, waiting)
        if oldest in waiting:
            units.setdefault(oldest, []).append(number)
        else:
            stories[ordered[number].id] = stories[ordered[oldest].id]
    return sorted(units.values())


def _oldest_version(number: int, replaced: Mapping[int, int | None]) -> int:
    """The end of the chain of versions; of a ring of versions the first in time."""
    seen = [number]
    while (older := replaced.get(seen[-1])) is not None:
        if older in seen:
            return min(seen)
        seen.append(older)
    return seen[-1]


def _lots(units: Sequence[list[int]], at_once: int) -> list[list[list[int]]]:
    """The units in lots of about that many articles."""
    lots: list[list[list[int]]] = []
    room = 0
    for unit in units:
        if room <= 0:
            lots.append([])
            room = at_once
        lots[-1].append(unit)
        room -= len(unit)
    return lots


class _Line:
    """The articles in the order of time, with their days and the stories known so far."""

    def __init__(
        self, ordered: Sequence[Article], days: Sequence[float], stories: dict[str, str]
    ) -> None:
        self.ordered, self.days, self.stories = ordered, days, stories

    def settle(self, units: Sequence[list[int]], most: int) -> None:
        """Find the stories of these articles, with at most so many settled ones in view."""
        known: dict[str, list[int]] = {}
        for number in self._around(sorted(chain.from_iterable(units)), most):
            known.setdefault(self.stories[self.ordered[number].id], []).append(number)
        groups = [*units, *known.values()]
        names = [None] * len(units) + list(known)
        into = self._join(groups, len(units))
        found: dict[int, list[int]] = {}
        for unit, story in zip(units, into, strict=False):
            found.setdefault(story, []).extend(unit)
        for story, members in found.items():
            name = names[story] or self.ordered[min(members)].id
            self.stories.update((self.ordered[number].id, name) for number in members)

    def _around(self, loose: Sequence[int], most: int) -> list[int]:
        """The settled articles nearest to those in time."""
        known = [n for n, article in enumerate(self.ordered) if article.id in self.stories]
        if len(known) <= most:
            return known

        def distance(number: int) -> int:
            next_one = bisect_left(loose, number)
            return min(abs(number - other) for other in loose[max(next_one - 1, 0) : next_one + 1])

        return sorted(sorted(known, key=distance)[:most])

    def _join(self, groups: Sequence[Sequence[int]], rows: int) -> list[int]:
        """For each group the one it is part of when all that are alike are joined."""
        import numpy as np

        from briefing.digest.cosines import cross_sums, inner_sums
        from briefing.digest.joining import Joining
        from briefing.digest.vectors import vectors

        weighed = vectors([self.ordered[number] for group in groups for number in group])
        sizes = np.array([len(group) for group in groups])
        starts = np.concatenate([[0], np.cumsum(sizes)])
        first = np.array([min(self.days[number] for number in group) for group in groups])
        last = np.array([max(self.days[number] for number in group) for group in groups])
        cross = cross_sums(weighed, starts, rows)
        return Joining(cross, inner_sums(weighed, starts), sizes, first, last).run()
