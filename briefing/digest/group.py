"""Stories: which articles tell of the same event.

Articles are joined from the most alike downwards (agglomerative clustering). How alike two
stories are is a geometric mean of the average cosine of their articles and the cosine of their
sums: the first alone tears wide stories apart, the second alone lets them swallow their
neighbours. Two stories must be the more alike the further apart they lie in time, and the more
alike the articles inside them are: what only shares a city with a tight story is not part of it.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.digest.vectors import cosines, vectors
from briefing.model import Article

# Found on news of 2013 to 2018; a wrong merge is worse than a missed one, so on the strict side.
ALIKE = 0.12  # that two articles of the same time must be
TIGHTER = 0.15  # more, times the average cosine inside the tighter story …
TIGHTEST = 0.5  # … up to this, or copies of one text would shut out all others
AVERAGE = 0.4  # the part of the average cosine in the geometric mean
# The sums of two large stories are alike whatever they are about, so the average has a floor too,
# and a higher one the larger the story gets: without it, a day's politics ends in one story.
FLOOR = 0.08
RISING = 0.01  # more, each time the number of articles doubles
STRICTER = 0.03  # more, each time the gap doubles …
PATIENCE = 3.0  # … from this many days on
LONGEST_GAP = 60.0  # days

_DAY = 86_400.0


@dataclass(slots=True)
class _Cluster:
    """A story in the making: its articles, by their place in time, and what it is compared by."""

    members: list[int]
    name: str | None  # of a settled story
    first: float  # days
    last: float
    inner: float  # sum of the cosines of all ordered pairs of members, themselves included
    near: dict[int, float] = field(default_factory=dict)  # other cluster -> sum of cosines
    version: int = 0

    @property
    def tightness(self) -> float:
        """The average cosine of two different members; 0 for one alone."""
        size = len(self.members)
        return max(self.inner - size, 0.0) / (size * (size - 1)) if size > 1 else 0.0


def group_stories(articles: Sequence[Article], settled: Mapping[str, str] = {}) -> dict[str, str]:
    """The story id of each article id; a story bears the id of its earliest article.

    Articles with a story in `settled` keep it, and two settled stories are never joined; the
    others join those stories or form new ones. The order of the articles does not matter.
    """
    by_id = {article.id: article for article in sorted(articles, key=_by_text)}
    newest = max((_days(article) or 0.0 for article in by_id.values()), default=0.0)
    # An article of unknown time belongs to now.
    placed = sorted(
        ((_days(article) or newest, article.id, article) for article in by_id.values()),
        key=lambda entry: entry[:2],
    )
    days = [day for day, _, _ in placed]
    ordered = [article for _, _, article in placed]
    clusters = _first_clusters(ordered, days, settled)
    _compare(clusters, ordered, days)
    _join(clusters)
    return {
        ordered[member].id: cluster.name or ordered[min(cluster.members)].id
        for cluster in clusters.values()
        for member in cluster.members
    }


def _by_text(article: Article) -> tuple[str, str]:
    return article.title, article.text


def _days(article: Article) -> float | None:
    return article.moment.timestamp() / _DAY if article.moment else None


def _first_clusters(
    ordered: Sequence[Article], days: Sequence[float], settled: Mapping[str, str]
) -> dict[int, _Cluster]:
    """The settled stories, and every other article alone or with the version it replaces."""
    names = set(settled.values())
    home: dict[str, int] = {}  # settled story or article -> cluster
    place = {article.id: number for number, article in enumerate(ordered)}
    clusters: dict[int, _Cluster] = {}
    unsettled: list[int] = []
    for number, article in enumerate(ordered):
        # A story's own first article belongs to it even when its row was lost.
        name = settled.get(article.id) or (article.id if article.id in names else None)
        if name is None:
            unsettled.append(number)
        elif name in home:
            _add(clusters[home[name]], number, days)
        else:
            home[name] = number
            clusters[number] = _Cluster([number], name, days[number], days[number], 0.0)
    of_article = {member: key for key, cluster in clusters.items() for member in cluster.members}
    waiting = {number: place.get(ordered[number].replaces or "") for number in unsettled}
    for number in unsettled:
        older = _oldest_version(number, waiting)
        key = of_article.get(older)
        if key is None:
            key = older
            clusters[key] = _Cluster([older], None, days[older], days[older], 0.0)
            of_article[older] = key
        if number not in of_article:
            _add(clusters[key], number, days)
            of_article[number] = key
    return clusters


def _oldest_version(number: int, replaced: Mapping[int, int | None]) -> int:
    """The end of the chain of versions; of a ring of versions the first in time."""
    seen = [number]
    while (older := replaced.get(seen[-1])) is not None:
        if older in seen:
            return min(seen)
        seen.append(older)
    return seen[-1]


def _add(cluster: _Cluster, number: int, days: Sequence[float]) -> None:
    cluster.members.append(number)
    cluster.first = min(cluster.first, days[number])
    cluster.last = max(cluster.last, days[number])


def _compare(
    clusters: dict[int, _Cluster], ordered: Sequence[Article], days: Sequence[float]
) -> None:
    """Fill in how alike the clusters are, inside and to one another."""
    weighed = vectors(ordered)
    home = {member: key for key, cluster in clusters.items() for member in cluster.members}
    for cluster in clusters.values():
        cluster.inner = _inner(weighed, cluster.members)
    asked = [
        member
        for cluster in clusters.values()
        if cluster.name is None
        for member in cluster.members
    ]
    asked.sort()
    for (one, other), cosine in cosines(weighed, asked, _reach(clusters, home, days)).items():
        a, b = home[one], home[other]
        if a != b:
            clusters[a].near[b] = clusters[a].near.get(b, 0.0) + cosine
            clusters[b].near[a] = clusters[b].near.get(a, 0.0) + cosine


def _inner(weighed: Sequence[dict[str, float]], members: Sequence[int]) -> float:
    if len(members) == 1:
        return 1.0
    total: dict[str, float] = {}
    for member in members:
        for root, weight in weighed[member].items():
            total[root] = total.get(root, 0.0) + weight
    return sum(weight * weight for weight in total.values()) or 1.0


def _reach(
    clusters: Mapping[int, _Cluster], home: Mapping[int, int], days: Sequence[float]
) -> list[tuple[int, int]]:
    """Every article may meet every other: a story grows, and its far end may lie near.

    Only what no chain of gaps can bridge is left out.
    """
    bounds = []
    start = 0
    for number in range(1, len(days) + 1):
        if number == len(days) or days[number] - days[number - 1] > LONGEST_GAP:
            bounds += [(start, number)] * (number - start)
            start = number
    widest = {key: bounds[key] for key in clusters}
    for number, key in home.items():
        low, high = widest[key]
        first, last = bounds[number]
        widest[key] = (min(low, first), max(high, last))
    return [widest[home[number]] for number in range(len(days))]


def _join(clusters: dict[int, _Cluster]) -> None:
    """Join the two clusters most alike until none are alike enough."""
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(a: int, b: int) -> None:
        a, b = min(a, b), max(a, b)
        excess = _excess(clusters[a], clusters[b], clusters[a].near[b])
        if excess > 0:
            heapq.heappush(heap, (-excess, a, b, clusters[a].version, clusters[b].version))

    for a in sorted(clusters):
        for b in clusters[a].near:
            if a < b:
                offer(a, b)
    while heap:
        _, a, b, version_a, version_b = heapq.heappop(heap)
        if a in clusters and b in clusters:
            one, other = clusters[a], clusters[b]
            if one.version == version_a and other.version == version_b:
                _absorb(clusters, a, b)
                for c in one.near:
                    offer(a, c)


def _excess(one: _Cluster, other: _Cluster, cross: float) -> float:
    """How much more alike two clusters are than they must be; 0 or less keeps them apart.

    `cross` is the sum of the cosines of the articles of one with those of the other.
    """
    gap = max(one.first - other.last, other.first - one.last, 0.0)
    if gap > LONGEST_GAP or (one.name and other.name):
        return -1.0
    average = cross / (len(one.members) * len(other.members))
    if average < FLOOR + RISING * math.log2(len(one.members) + len(other.members)):
        return -1.0
    of_sums = cross / math.sqrt(one.inner * other.inner)
    tightness = min(max(one.tightness, other.tightness), TIGHTEST)
    needed = ALIKE + TIGHTER * tightness + STRICTER * math.log2(1 + gap / PATIENCE)
    return float(average**AVERAGE * of_sums ** (1 - AVERAGE)) - needed


def _absorb(clusters: dict[int, _Cluster], a: int, b: int) -> None:
    one, other = clusters[a], clusters.pop(b)
    cross = one.near.pop(b)
    del other.near[a]
    one.inner += other.inner + 2 * cross
    one.members += other.members
    one.name = one.name or other.name
    one.first, one.last = min(one.first, other.first), max(one.last, other.last)
    one.version += 1
    for c, cosine in other.near.items():
        neighbour = clusters[c].near
        del neighbour[b]
        one.near[c] = neighbour[a] = one.near.get(c, 0.0) + cosine
