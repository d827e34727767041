"""Robots: what sites allow us to fetch, asked once a day and remembered in the store."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from briefing.desk.waits import Waits
from briefing.model import Feed

if TYPE_CHECKING:
    from briefing.gather.fetch import FetchOptions
    from briefing.gather.robots import Rules
    from briefing.store.state import StateTable

KEY = "robots"  # in the store's state
MOST_SITES = 500  # that are remembered
MOST_LINES = 1000  # of one site; one that asks for more is asked again at each run
ASKING_SECONDS = 10.0


class RobotsBook:
    """What each site asks, in one run."""

    def __init__(
        self, state: StateTable | None, options: FetchOptions, now: datetime, waits: Waits
    ) -> None:
        self._state = state  # None: nothing is remembered
        self._waits = waits
        self._now = now
        self._options = replace(options, timeout=min(options.timeout, ASKING_SECONDS))
        self._rules: dict[str, Rules | None] = {}  # by address of the file; None: in trouble
        self._asked: dict[str, datetime] = {}

    async def sites(self, urls: Iterable[str]) -> AsyncGenerator[list[str], None]:
        """The addresses in groups whose rules are known, as soon as they are."""
        from briefing.gather.answers import asked_to_wait
        from briefing.gather.fetch import fetch
        from briefing.gather.robots import robots_address, rules_in

        await asyncio.to_thread(self._load)
        sites: dict[str, list[str]] = {}
        for url in urls:
            sites.setdefault(robots_address(url), []).append(url)
        for site in sites:
            if site not in self._rules and await self._waits.until(site):
                self._rules[site] = None
        if known := [url for site in sites if site in self._rules for url in sites[site]]:
            yield known
        unknown = [Feed(site) for site in sites if site not in self._rules]
        async with aclosing(fetch(unknown, self._options, self._now)) as landing:
            async for answer in landing:
                site = answer.feed.url
                self._note(site, rules_in(answer))
                if until := asked_to_wait(answer.feed):
                    self._waits.note(site, until)
                yield sites[site]

    async def rules(self, url: str) -> Rules | None:
        """What the site of that address asks; None when that cannot be known now."""
        from briefing.gather.robots import robots_address

        site = robots_address(url)
        if site not in self._rules:
            async with aclosing(self.sites([url])) as asking:
                async for _ in asking:
                    pass
        return self._rules[site]

    async def save(self) -> None:
        """Remember what was asked."""
        await asyncio.to_thread(self._save)

    def _note(self, site: str, rules: Rules | None) -> None:
        self._rules[site] = rules
        self._asked[site] = self._now

    def _load(self) -> None:
        from briefing.gather.robots import LIFE, Rules

        for site, (asked, lines, *delay) in _entries(self._state).items():
            moment = datetime.fromtimestamp(asked, UTC)
            if site not in self._rules and moment <= self._now < moment + LIFE:
                allowed = tuple((bool(each), path) for each, path in lines)
                self._rules[site] = Rules(allowed, *delay)
                self._asked[site] = moment

    def _save(self) -> None:
        if self._state is None:
            return
        newest = sorted(self._asked, key=self._asked.__getitem__, reverse=True)[:MOST_SITES]
        entries = {
            site: [int(self._asked[site].timestamp()), rules.lines, rules.delay]
            for site in newest
            if (rules := self._rules[site]) is not None and len(rules.lines) <= MOST_LINES
        }
        self._state.set(KEY, json.dumps(entries))


def _entries(state: StateTable | None) -> dict[str, Any]:
    words = state.get(KEY) if state else None
    entries: dict[str, Any] = json.loads(words) if words else {}
    return entries
