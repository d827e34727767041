"""Waits: the sites that asked not to be asked for a page until later, remembered in the store."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.store.state import StateTable

KEY = "waits"  # in the store's state
MOST_SITES = 500  # that are remembered


class Waits:
    """Until when each site is left alone, in one run."""

    def __init__(self, state: StateTable | None, now: datetime) -> None:
        self._state = state  # None: nothing is remembered
        self._now = now
        self._until: dict[str, datetime] | None = None

    async def until(self, site: str) -> datetime | None:
        """When the site may be asked again; None when it may be now."""
        if self._until is None:
            loaded = await asyncio.to_thread(self._load)
            # Another site's task may have been quicker, and have noted something.
            self._until = loaded if self._until is None else self._until
        found = self._until.get(site)
        return found if found is not None and found > self._now else None

    def note(self, site: str, until: datetime) -> None:
        """Leave the site alone until then, unless it is left alone for longer."""
        known = self._until = self._until or {}
        known[site] = max(until, known.get(site, until))

    async def save(self) -> None:
        """Remember them for the next run."""
        if self._state is not None and self._until is not None:
            await asyncio.to_thread(self._save, self._state, self._until)

    def _load(self) -> dict[str, datetime]:
        words = self._state.get(KEY) if self._state else None
        known = json.loads(words) if words else {}
        return {site: datetime.fromtimestamp(until, UTC) for site, until in known.items()}

    def _save(self, state: StateTable, known: dict[str, datetime]) -> None:
        ahead = {site: until.timestamp() for site, until in known.items() if until > self._now}
        longest = sorted(ahead, key=ahead.__getitem__, reverse=True)[:MOST_SITES]
        words = json.dumps({site: ahead[site] for site in longest}) if longest else None
        if words != state.get(KEY):
            state.set(KEY, words)
