"""A store in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store import Store


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "briefing.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    store = Store.open(place)
    yield store
    store.close()
