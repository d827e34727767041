"""A filled desk without a language model: real store, invented articles, built readings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefing import extract
from briefing.desk import Desk
from briefing.model import Article, Kind, Reading, Story
from briefing.settings import Settings
from tests.builders import NOON, a_quote, a_reading, a_talk, an_actor, an_article

MORNING = datetime(2026, 11, 21, 7, tzinfo=UTC)

TALKS_TEXT = (
    "Envoys of Varenia and Kastovia will meet in Geneva on Tuesday.\n\n"
    "“We will not sign in haste,” said Foreign Minister Ana Ruiz.\n\n"
    "A vote on the treaty is due on 8 December."
)
AGAIN_TEXT = (
    "The Geneva meeting of Varenia and Kastovia stands, Foreign Minister Ana Ruiz said.\n\n"
    "“We will not sign in haste,” she told reporters."
)
BUDGET_TEXT = (
    "Parliament rejected the budget by three votes.\n\n“It was close,” said Speaker Tom Berg."
)
OLD_TEXT = "A storm closed the harbour of Brennick."


def settings_in(folder: Path) -> Settings:
    """Settings whose every place lies in that folder."""
    return Settings(folder / "config", folder / "data", workers=1)


def at(moment: datetime = MORNING) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: moment


def articles() -> tuple[Article, ...]:
    """Four articles: two on one event, one on another, one of two days before."""
    return (
        an_article(TALKS_TEXT, id="talks-1", title="Envoys to meet in Geneva", source="Herald"),
        an_article(
            AGAIN_TEXT,
            id="talks-2",
            title="Geneva meeting stands",
            source="Courier",
            url="https://courier.example/geneva",
            published=NOON + timedelta(hours=2),
        ),
        an_article(BUDGET_TEXT, id="budget", title="Budget fails", source="Herald", url=None),
        an_article(
            OLD_TEXT,
            id="storm",
            title="Storm closes harbour",
            source="Ledger",
            published=NOON - timedelta(days=2),
            dated=date(2026, 11, 18),
        ),
    )


def readings(chosen: tuple[Article, ...]) -> tuple[Reading, ...]:
    """What a reader finds in `articles()`."""
    talks, again, budget, storm = chosen
    ruiz = "Foreign Minister"
    found = (
        a_reading(
            talks,
            actors=(
                an_actor(talks, "Ana Ruiz", role=ruiz),
                an_actor(talks, "Varenia", Kind.PLACE),
                an_actor(talks, "Kastovia", Kind.PLACE),
            ),
            quotes=(a_quote(talks, "We will not sign in haste,", "Ana Ruiz"),),
            talks=(
                a_talk(
                    talks,
                    "Envoys of Varenia and Kastovia will meet",
                    date(2026, 11, 24),
                    where="Geneva",
                ),
                a_talk(talks, "vote on the treaty", date(2026, 12, 8)),
            ),
        ),
        a_reading(
            again,
            actors=(an_actor(again, "Ana Ruiz", role=ruiz),),
            quotes=(a_quote(again, "We will not sign in haste,", "Ana Ruiz", "told"),),
        ),
        a_reading(
            budget,
            actors=(an_actor(budget, "Tom Berg", role="Speaker"),),
            quotes=(a_quote(budget, "It was close,", "Tom Berg"),),
        ),
        a_reading(storm, actors=(an_actor(storm, "Brennick", Kind.PLACE),)),
    )
    return tuple(with_version(each) for each in found)


def with_version(reading: Reading) -> Reading:
    """The reading as made by the present rules."""
    from dataclasses import replace

    return replace(reading, version=extract.VERSION)


def a_desk(folder: Path, clock: Callable[[], datetime] | None = None) -> Desk:
    """A desk whose store holds `articles()`, read, grouped and told."""
    from dataclasses import replace

    from briefing import digest

    desk = Desk.open(settings_in(folder), clock=clock or at())
    chosen = articles()
    found = {reading.article: reading for reading in readings(chosen)}
    store = desk._store
    store.articles.put(chosen)
    store.findings.put(found.values())
    stories = {"talks-1": "talks-1", "talks-2": "talks-1", "budget": "budget", "storm": "storm"}
    store.stories.assign(stories)
    told: list[Story] = []
    for name in dict.fromkeys(stories.values()):
        members = [article for article in chosen if stories[article.id] == name]
        known = {article.id: found[article.id] for article in members}
        told.append(replace(digest.tell(members, known, now=NOON), id=name))
    store.stories.put(told)
    return desk
