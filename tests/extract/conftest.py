"""One parsed model for every test of the finders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract import DEFAULT_PIPELINE
from briefing.extract import page as pages
from briefing.extract.page import Page
from briefing.model import Article
from tests.builders import an_article


@pytest.fixture(scope="session")
def pipeline() -> str:
    """The name of the pipeline, loaded once a run."""
    pages.pipeline_of(DEFAULT_PIPELINE)
    return DEFAULT_PIPELINE


@pytest.fixture(scope="session")
def page_of(pipeline: str) -> Callable[[str | Article], Page]:
    """Make a page of a text or an article."""

    def make(text: str | Article) -> Page:
        article = text if isinstance(text, Article) else an_article(text)
        return pages.page_of(article, pipeline)

    return make


@pytest.fixture(scope="session")
def parse(page_of: Callable[[str | Article], Page]) -> Callable[[str | Article], Page]:
    """The same as `page_of`, for tests that import the function of that name."""
    return page_of
