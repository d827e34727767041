"""What the desk answers of a day that is over, of old readings, and of what could not be read."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing import extract
from briefing.desk import Desk
from briefing.errors import NotFound
from briefing.model import Feed
from tests.builders import NOON, a_reading, a_story, an_actor, an_article
from tests.desks import MORNING, a_desk, articles, at, readings, settings_in

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path):
    opened = a_desk(tmp_path)
    yield opened
    opened.close()


def with_a_later_article(desk):
    later = replace(
        articles()[1],
        id="talks-3",
        title="Talks are over",
        source="Gazette",
        text="The Geneva meeting of Varenia and Kastovia is over.",
        published=MORNING + timedelta(hours=1),
    )
    desk._store.articles.put([later])
    desk._store.stories.assign({"talks-3": "talks-1"})
    before = desk.story("talks-1")
    others = [each for each in before.articles if each.id != later.id]
    desk._store.stories.put((replace(before, title=later.title, articles=(later, *others)),))


def test_on_an_older_day_a_headline_counts_what_had_come_by_then(desk):
    with_a_later_article(desk)

    (then,) = [one for one in desk.headlines(desk.window(FRIDAY)) if one.id == "talks-1"]
    (now,) = [one for one in desk.headlines() if one.id == "talks-1"]

    assert (then.articles, then.sources) == (2, 2)
    assert then.newest == NOON + timedelta(hours=2)
    assert (now.articles, now.sources) == (3, 3)


def test_a_story_can_be_had_as_it_stood_at_a_moment(desk):
    with_a_later_article(desk)
    end = desk.window(FRIDAY).end

    cut = desk.story("talks-1", end)
    told = asyncio.run(desk.story_by("talks-1", end))

    for story in (cut, told):
        assert {article.id for article in story.articles} == {"talks-1", "talks-2"}
        assert "Talks are over" not in story.title
        assert {quote.speaker for quote in story.quotes} == {"Ana Ruiz"}
    assert len(desk.story("talks-1").articles) == 3


def test_marking_an_older_day_read_leaves_what_came_later_unread(desk):
    with_a_later_article(desk)

    changed = desk.mark_read(["talks-1"], until=desk.window(FRIDAY).end)

    (now,) = [one for one in desk.headlines() if one.id == "talks-1"]
    assert set(changed) == {"talks-1", "talks-2"}
    assert now.unread == 1


def test_the_whole_of_an_older_day_tells_only_what_had_come_by_then(desk):
    with_a_later_article(desk)

    whole = desk.whole_day(desk.window(FRIDAY))

    assert "talks-3" not in {article.id for article in whole.articles}


def test_the_stories_of_an_actor_are_told_newest_first(desk):
    for hours in (3, 30, 10):
        article = an_article(
            "Tom Berg came.", id=f"came-{hours}", published=NOON - timedelta(hours=hours)
        )
        desk._store.articles.put([article])
        found = a_reading(article, actors=(an_actor(article, "Tom Berg"),))
        desk._store.findings.put([found])
        desk._store.stories.assign({article.id: article.id})

    told = [story.id for story in desk.about("Tom Berg").stories]

    assert told == ["budget", "came-3", "came-10", "came-30"]


def test_readings_of_older_rules_are_counted_apart_from_none(desk):
    chosen = articles()
    old = [replace(each, version=extract.VERSION - 1) for each in readings(chosen)[:3]]
    desk._store.findings.put(old)
    desk._store.articles.put([an_article("Nobody has read this.", id="fresh")])

    counts = desk.counts()

    assert (counts.unread_by_reader, counts.to_read_again) == (4, 3)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "python -m spacy download fr_core_news_sm"),
        ("ja", "python -m spacy download ja_core_news_sm"),
        ("ar", "There is no spaCy pipeline for it"),
    ],
)
def test_a_story_in_a_language_without_a_pipeline_says_what_actors_need(tmp_path, language, words):
    desk = Desk.open(settings_in(tmp_path), clock=at())
    article = an_article("Le conseil se réunit mardi.", id="conseil", language=language)
    desk._store.articles.put([article])
    found = a_reading(article, language=language, version=extract.VERSION)
    desk._store.findings.put([found])
    desk._store.stories.assign({"conseil": "conseil"})
    untold = desk.story("conseil").note
    desk._store.stories.put([a_story(article, summary=found.sentences)])

    assert words in desk.story("conseil").note
    assert words in untold
    desk.close()


def test_a_story_whose_reading_failed_says_that_its_text_is_there(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at())
    article = an_article("Words that hang a reader.", id="odd")
    desk._store.articles.put([article])
    desk._store.findings.put([replace(a_reading(article), sentences=(), version=extract.VERSION)])
    desk._store.stories.assign({"odd": "odd"})

    assert "could not be read closely" in desk.story("odd").note
    desk.close()


def test_a_story_bears_the_tags_of_the_sources_that_tell_it(desk):
    window = desk.window(FRIDAY)
    untagged = desk.tags(window)
    desk._store.feeds.put([Feed("https://herald.example/feed"), Feed("https://other.example/feed")])
    desk._store.articles.put(
        [
            an_article("The ferry is late.", id="ferry", feed="https://herald.example/feed"),
            an_article("The train is late.", id="train", feed="https://other.example/feed"),
        ]
    )

    desk.feeds.tag("https://herald.example/feed", ["world", "sea", "world"])

    assert untagged == {}
    assert desk.tags(window) == {"ferry": ("world", "sea")}


def test_only_a_source_that_is_there_can_be_tagged(desk):
    with pytest.raises(NotFound, match="nowhere"):
        desk.feeds.tag("https://nowhere.example/", ["world"])
