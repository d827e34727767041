"""One parsed model for every test of the finders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import DEFAULT_PIPELINE
from briefing.extract.page import Page, page_of
from briefing.model import Article
from tests.builders import an_article


@pytest.fixture(scope="session")
def parse() -> Callable[[str | Article], Page]:
    """Make a page of a text or an article; the model is loaded once a run."""

    def make(text: str | Article) -> Page:
        article = text if isinstance(text, Article) else an_article(text)
        return page_of(article, DEFAULT_PIPELINE)

    return make
