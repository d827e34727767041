"""One rich morning in every format, byte for byte; `redraw` writes the files anew."""

from __future__ import annotations

import pytest

from tests.export.redraw import GOLDEN, pages


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    return pages()


@pytest.mark.parametrize("file", sorted(GOLDEN.iterdir()), ids=lambda file: file.name)
def test_the_morning_reads_as_it_did(file, drawn):
    assert drawn[file.name].decode() == file.read_bytes().decode()


def test_every_page_has_its_golden_file(drawn):
    assert sorted(drawn) == sorted(file.name for file in GOLDEN.iterdir())


def test_the_same_brief_gives_the_same_bytes(drawn):
    assert pages() == drawn
