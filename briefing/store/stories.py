"""Stories: which articles are one event, and what they tell together.

Which article is in which story is set by `assign`; what a story tells by `put`. The counts of a
headline are kept by the store itself. A story without articles is no story: its row goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from briefing.model import Headline, Story
from briefing.store.database import Database


class StoryTable:
    """The stories, each known by its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def assign(self, stories: Mapping[str, str]) -> tuple[str, ...]:
        """Puts articles (ids) into stories (ids), new or known; the ids of stories that changed.

        A new story bears the title of its earliest article until it is told. Unknown and superseded
        articles are passed over; articles not named stay where they are.
        """
        raise NotImplementedError

    def put(self, stories: Iterable[Story]) -> tuple[str, ...]:
        """Stores what the stories tell, their lead, title and rank; the ids stored.

        Who is in a story is not touched: see `assign`. A story that is no longer in the store is
        passed over; one told from other articles or readings than it has by now stays stale.
        """
        raise NotImplementedError

    def rerank(self, ranks: Mapping[str, float]) -> None:
        """Sets the ranks of those stories."""
        raise NotImplementedError

    def headlines(
        self,
        start: datetime | None = None,
        end: datetime | None = None,
        *,
        unread: bool = False,
        saved: bool = False,
        limit: int | None = None,
    ) -> tuple[Headline, ...]:
        """The stories that have an article between the two (as in `articles.between`), by rank.

        Without a start or an end, all of them. `unread` keeps those with an article not read.
        """
        raise NotImplementedError

    def get_many_headlines(self, stories: Iterable[str]) -> tuple[Headline, ...]:
        """The headlines of those stories, in that order; unknown ids are passed over."""
        raise NotImplementedError

    def get(self, story: str) -> Story | None:
        """The story with all its articles: lead first, then newest first; None when there is none.

        Findings of an article that has left the story since it was told are left out, so every span
        in it points into one of its articles.
        """
        raise NotImplementedError

    def members(self, story: str) -> tuple[str, ...]:
        """The ids of its articles, lead first, then newest first; empty when there is no such story."""
        raise NotImplementedError

    def of(self, articles: Iterable[str]) -> dict[str, str]:
        """The stories (ids) of those articles (ids); those in none are left out."""
        raise NotImplementedError

    def stale(self) -> tuple[str, ...]:
        """The ids of stories not told yet, or told before their articles or readings changed.

        Those with the newest article come first.
        """
        raise NotImplementedError

    def count(self) -> int:
        """How many stories there are."""
        raise NotImplementedError
