"""One parsed model for every test of the finders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.extract import DEFAULT_PIPELINE
from briefing.extract import page as pages
from briefing.extract.actors import find_actors
from briefing.extract.page import Page
from briefing.extract.quotes import find_quotes
from briefing.extract.talks import find_talks
from briefing.model import Article, Quote, Talk
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)


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


@pytest.fixture(scope="session")
def quotes_in(page_of: Callable[[str | Article], Page]) -> Callable[[str], tuple[Quote, ...]]:
    """Find the quotes of a text."""

    def find(text: str) -> tuple[Quote, ...]:
        page = page_of(text)
        return find_quotes(page, find_actors(page))

    return find


@pytest.fixture(scope="session")
def speakers_in(
    quotes_in: Callable[[str], tuple[Quote, ...]],
) -> Callable[[str], list[str | None]]:
    """Name the speakers of a text's quotes, in order."""
    return lambda text: [quote.speaker for quote in quotes_in(text)]


@pytest.fixture(scope="session")
def roles_in(
    page_of: Callable[[str | Article], Page],
) -> Callable[[str], dict[str, list[tuple[str, str | None]]]]:
    """Name each actor of a text with the titles and affiliations of its roles."""

    def find(text: str) -> dict[str, list[tuple[str, str | None]]]:
        return {
            actor.name: [(role.title, role.affiliation) for role in actor.roles]
            for actor in find_actors(page_of(text))
        }

    return find


@pytest.fixture(scope="session")
def talks_in(page_of: Callable[[str | Article], Page]) -> Callable[..., tuple[Talk, ...]]:
    """Find the talks of a text; `dated` is its publication day, a Wednesday unless told."""

    def find(text: str, dated: date | None = WEDNESDAY) -> tuple[Talk, ...]:
        page = page_of(an_article(text, dated=dated))
        return find_talks(page, find_actors(page))

    return find
