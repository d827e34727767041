"""Stories: members, headlines, what they tell, and when that is stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import NOON, a_quote, a_reading, a_story, an_actor, an_article

HOUR = timedelta(hours=1)


@pytest.fixture
def grouped(store):
    """Four articles an hour apart; a0 and a1 are story s, a2 and a3 are story t."""
    store.articles.put(
        an_article("Ana said “yes”.", id=f"a{n}", title=f"Title {n}", published=NOON + n * HOUR,
                   source=f"Paper {n % 3}")
        for n in range(4)
    )  # fmt: skip
    store.stories.assign({"a0": "s", "a1": "s", "a2": "t", "a3": "t"})
    return store


def ids(values) -> list[str]:
    return [value.id for value in values]


def tell(store, name: str, **fields) -> None:
    articles = store.articles.get_many(store.stories.members(name))
    unread = len(articles) - len(store.findings.get_many(ids(articles)))
    store.stories.put([a_story(*articles, id=name, unread_articles=unread, **fields)])


def test_a_story_bears_the_title_of_its_earliest_article_until_told(grouped):
    story = grouped.stories.get("s")

    assert (story.title, ids(story.articles)) == ("Title 0", ["a0", "a1"])
    assert (story.summary, story.unread_articles) == ((), 2)
    assert grouped.stories.get("nowhere") is None


def test_headlines_count_what_the_story_has(grouped):
    grouped.articles.mark_read(["a0"])
    grouped.articles.mark_saved(["a1"])

    newest, oldest = grouped.stories.headlines()

    assert (oldest.id, oldest.articles, oldest.sources, oldest.unread) == ("s", 2, 2, 1)
    assert (oldest.newest, oldest.is_saved, oldest.lead) == (NOON + HOUR, True, "a0")
    assert (newest.id, newest.unread, newest.is_saved) == ("t", 2, False)


def test_headlines_are_ranked_and_can_be_narrowed(grouped):
    headlines = grouped.stories.headlines
    tell(grouped, "s", rank=2.0)
    tell(grouped, "t", rank=1.0)
    grouped.articles.mark_read(["a0", "a1"])
    grouped.articles.mark_saved(["a0"])

    assert ids(headlines()) == ["s", "t"]
    assert ids(headlines(limit=1)) == ["s"]
    assert ids(headlines(unread=True)) == ["t"]
    assert ids(headlines(saved=True)) == ["s"]
    assert ids(headlines(NOON + HOUR, NOON + 2 * HOUR)) == ["s"]
    assert ids(headlines(NOON + 2 * HOUR, NOON + 9 * HOUR)) == ["t"]
    assert ids(grouped.stories.get_many_headlines(["t", "x", "s"])) == ["t", "s"]


def test_an_article_that_moves_is_counted_where_it_is(grouped):
    changed = grouped.stories.assign({"a1": "t", "a2": "t"})

    assert changed == ("s", "t")
    assert {each.id: each.articles for each in grouped.stories.headlines()} == {"s": 1, "t": 3}
    assert grouped.stories.of(["a0", "a1", "x"]) == {"a0": "s", "a1": "t"}


def test_a_story_that_loses_its_last_article_goes(grouped):
    grouped.stories.assign({"a0": "t", "a1": "t"})

    assert grouped.stories.count() == 1
    assert grouped.stories.get("s") is None
    assert grouped.stories.members("s") == ()
    assert grouped.stories.put([a_story(an_article(), id="s")]) == ()


def test_a_story_whose_lead_moves_away_takes_another_title(grouped):
    grouped.stories.assign({"a0": "t"})

    (headline,) = grouped.stories.get_many_headlines(["s"])
    assert (headline.lead, headline.title) == ("a1", "Title 1")


def test_unknown_articles_make_no_story(grouped):
    assert grouped.stories.assign({"x": "y", "a0": "s"}) == ()
    assert grouped.stories.count() == 2


def test_told_stories_have_their_lead_first_then_the_newest(grouped):
    grouped.stories.assign({"a2": "s"})
    first, second, third = grouped.articles.get_many(["a1", "a2", "a0"])
    told = a_story(first, second, third, id="s", title="Told", unread_articles=3)

    grouped.stories.put([told])

    assert grouped.stories.get("s") == told
    assert grouped.stories.members("s") == ("a1", "a2", "a0")


def test_a_story_is_stale_until_told_and_again_when_something_changes(grouped):
    assert grouped.stories.stale() == ("t", "s")

    tell(grouped, "s")
    tell(grouped, "t")
    assert grouped.stories.stale() == ()

    grouped.articles.mark_read(["a0"])
    assert grouped.stories.stale() == ()

    grouped.findings.put([a_reading(grouped.articles.get("a0"))])
    assert grouped.stories.stale() == ("s",)

    tell(grouped, "s")
    grouped.articles.put([an_article("Other words.", id="a2")])
    assert grouped.stories.stale() == ("t",)

    tell(grouped, "t")
    grouped.stories.assign({"a3": "s"})
    assert set(grouped.stories.stale()) == {"s", "t"}


def test_a_story_told_from_too_little_stays_stale(grouped):
    articles = grouped.articles.get_many(["a0", "a1"])
    grouped.findings.put([a_reading(articles[0])])

    grouped.stories.put([a_story(*articles, id="s", unread_articles=2)])
    assert "s" in grouped.stories.stale()

    grouped.stories.put([a_story(articles[0], id="s", unread_articles=0)])
    assert "s" in grouped.stories.stale()


def test_findings_of_an_article_that_left_are_left_out(grouped):
    old, new = grouped.articles.get_many(["a0", "a1"])
    actors = tuple(an_actor(article, "Ana") for article in (old, new))
    quotes = tuple(a_quote(article, "yes", "Ana") for article in (old, new))
    story = a_story(old, new, id="s", actors=actors, quotes=quotes, unread_articles=2)
    grouped.stories.put([story])

    grouped.articles.put([replace(old, text="Other words.")])

    left = grouped.stories.get("s")
    assert ids(left.articles) == ["a0~2", "a1"]
    assert (left.summary, left.actors, left.quotes) == ((), actors[1:], quotes[1:])
