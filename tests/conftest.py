"""The sample articles, read once by the real reader for all tests that look at them."""

import asyncio
from datetime import UTC, datetime

import pytest

from briefing.desk import Desk
from tests.desks import settings_in

MORNING = datetime(2026, 11, 21, 7, tzinfo=UTC)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """A desk on the sample articles, all read and told, and the steps of its refresh."""
    folder = tmp_path_factory.mktemp("seeded")
    desk = Desk.open(settings_in(folder), samples=True, clock=lambda: MORNING)

    async def collect():
        return [step async for step in desk.refresh()]

    steps = asyncio.run(collect())
    yield desk, steps
    desk.close()
