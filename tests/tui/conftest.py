import pytest

from briefing.tui.app import BriefingApp
from tests.tui.desks import a_full_desk


@pytest.fixture(autouse=True)
def messages_that_stay(monkeypatch):
    """On a busy machine a message must not be gone before a test looks."""
    monkeypatch.setattr(BriefingApp, "HINT_TIMEOUT", 60)
    monkeypatch.setattr(BriefingApp, "NOTIFICATION_TIMEOUT", 60)


@pytest.fixture
def desk(tmp_path):
    opened = a_full_desk(tmp_path)
    yield opened
    opened.close()
