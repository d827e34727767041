import pytest

from tests.tui.desks import a_full_desk


@pytest.fixture
def desk(tmp_path):
    opened = a_full_desk(tmp_path)
    yield opened
    opened.close()
