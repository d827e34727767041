import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from briefing.desk import Desk
from briefing.errors import NotFound, SourceError, UnknownFormat
from briefing.model import Step, Trouble
from tests.desks import MORNING, a_desk, articles, at, settings_in


@pytest.fixture
def desk(tmp_path):
    opened = a_desk(tmp_path)
    yield opened
    opened.close()


def run(steps):
    async def collect():
        return [step async for step in steps]

    return asyncio.run(collect())


def test_the_day_is_the_latest_that_has_stories(desk):
    assert desk.day() == date(2026, 11, 20)
    assert desk.day(date(2026, 11, 18)) == date(2026, 11, 18)
    assert desk.days() == (date(2026, 11, 20), date(2026, 11, 18))


def test_an_empty_desk_has_no_day(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at())

    assert desk.day() is None
    assert desk.headlines() == ()
    desk.close()


def test_headlines_are_those_of_the_window(desk):
    titles = [headline.id for headline in desk.headlines(desk.window(date(2026, 11, 20)))]

    assert sorted(titles) == ["budget", "talks-1"]
    assert len(desk.headlines(desk.window(date(2026, 11, 20), 4))) == 3
    assert len(desk.headlines()) == 3


def test_the_evening_before_belongs_to_the_morning(desk):
    window = desk.window(date(2026, 11, 20))

    assert window.start == datetime(2026, 11, 19, 18, tzinfo=UTC)
    assert window.end == datetime(2026, 11, 21, tzinfo=UTC)


def test_a_story_tells_what_its_articles_tell_together(desk):
    story = desk.story("talks-1")

    assert len(story.articles) == 2
    assert next(actor.name for actor in story.actors) == "Ana Ruiz"
    assert [quote.speaker for quote in story.quotes] == ["Ana Ruiz"]
    assert story.unread_articles == 0
    assert all(story.words(span) for span in story.summary)


def test_an_article_not_grouped_yet_stands_as_a_story_of_its_own(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at())
    desk._store.articles.put(articles())

    assert len(desk.headlines()) == 4
    assert desk.story("budget").title == "Budget fails"
    assert desk.counts().stories == 4
    assert desk.mark_read(["budget"]) == ("budget",)
    desk.close()


def test_what_is_named_and_not_there_is_said_with_what_to_do(desk):
    with pytest.raises(NotFound, match="briefing stories"):
        desk.story("nowhere")
    with pytest.raises(NotFound, match="briefing articles"):
        desk.article("nowhere")
    with pytest.raises(NotFound, match="briefing search"):
        desk.about("Nobody")


def test_the_whole_day_is_one_story_with_all_its_talks(desk):
    day = desk.whole_day(desk.window(date(2026, 11, 20)))

    assert {actor.name for actor in day.actors} >= {"Ana Ruiz", "Tom Berg"}
    assert {quote.speaker for quote in day.quotes} == {"Ana Ruiz", "Tom Berg"}
    assert [talk.when.first for talk in day.talks] == [date(2026, 11, 24), date(2026, 12, 8)]
    assert all(day.words(talk.sentence) for talk in day.talks)


def test_upcoming_is_counted_from_the_day_asked_for(desk):
    assert len(desk.upcoming(date(2026, 11, 20))) == 2
    assert [talk.what for talk in desk.upcoming(date(2026, 11, 25))] == ["vote on the treaty"]
    assert desk.upcoming(date(2026, 12, 9)) == ()


def test_an_actor_has_every_story_quote_and_talk_of_theirs(desk):
    profile = desk.about("ana ruiz")

    assert profile.actor.name == "Ana Ruiz"
    assert [headline.id for headline in profile.stories] == ["talks-1"]
    assert [quote.words for quote in profile.quotes] == ["We will not sign in haste,"]


def test_a_place_has_the_talks_that_are_held_there(desk):
    profile = desk.about("Varenia")

    assert "Envoys of Varenia and Kastovia will meet" in {talk.what for talk in profile.talks}


def test_search_finds_articles_quotes_and_actors(desk):
    kinds = {hit.kind for hit in desk.search("haste")} | {hit.kind for hit in desk.search("ruiz")}

    assert {"article", "quote", "actor"} <= kinds
    assert desk.search('"(*') == ()


def test_marks_are_kept_and_told_for_an_undo(desk):
    changed = desk.mark_read(["talks-1"])

    assert set(changed) == {"talks-1", "talks-2"}
    assert [h.id for h in desk.headlines(unread=True)] != ["talks-1"]
    desk.mark_articles(changed, False)
    assert desk.counts().unread == 4

    desk.save("budget")
    assert next(h for h in desk.headlines() if h.id == "budget").is_saved


def test_the_brief_is_the_same_bytes_for_the_same_store_and_clock(desk, tmp_path):
    async def rendered():
        return [await desk.export(await desk.brief(), name) for name in desk.formats()]

    assert asyncio.run(rendered()) == asyncio.run(rendered())


def test_the_brief_names_feeds_that_failed(desk):
    from tests.builders import a_feed

    desk._store.feeds.put([a_feed(error="The server answered 404: the feed is not there.")])

    words = asyncio.run(desk.export(asyncio.run(desk.brief()), "txt")).decode()

    assert "404" in words


def test_an_unknown_format_is_refused_before_the_work(desk):
    with pytest.raises(UnknownFormat, match="pfd"):
        desk.check_format("pfd")


def test_every_span_of_the_store_reads_as_its_finding_says(desk):
    for entry in desk.entries():
        article, reading = desk.article(entry.id), desk.reading(entry.id)
        for quote in reading.quotes:
            assert article.text[quote.at.start : quote.at.end] == quote.words
        for actor in reading.actors:
            for mention in actor.mentions:
                assert article.text[mention.start : mention.end] in (actor.name, *actor.aliases)


def test_the_samples_step_aside_when_there_is_something_of_ones_own(tmp_path):
    desk = Desk.open(settings_in(tmp_path), samples=None, clock=at())
    assert desk.is_sample
    assert len(desk.entries()) >= 10
    assert desk.day() == date(2026, 11, 20)
    assert desk.own.counts().articles == 0
    desk.close()

    a_desk(tmp_path).close()
    own = Desk.open(settings_in(tmp_path), samples=None, clock=at())
    assert not own.is_sample
    own.close()


def test_an_archive_comes_in_and_a_bad_line_stops_nothing(tmp_path):
    archive = tmp_path / "archive.jsonl"
    archive.write_text(
        '{"id": "a", "title": "One", "text": "The council met.", "published": "2026-11-20"}\n'
        "not json\n"
        '{"id": "b", "title": null, "text": "The vote is near.", "published": null}\n'
    )
    desk = Desk.open(settings_in(tmp_path), clock=at())

    steps = run(desk.import_archive(archive))

    assert [type(step) for step in steps] == [Trouble, Step]
    assert "2" in steps[0].where + steps[0].what
    assert {entry.id for entry in desk.entries()} == {"a", "b"}
    desk.close()


def test_an_archive_that_is_not_there_is_said(tmp_path):
    desk = Desk.open(settings_in(tmp_path), clock=at())

    with pytest.raises(SourceError, match=r"missing\.jsonl"):
        run(desk.import_archive(tmp_path / "missing.jsonl"))
    desk.close()


def test_the_clock_can_be_set(desk):
    assert desk.now() == MORNING


def test_an_older_brief_tells_only_what_had_come_by_then(desk):
    later = replace(
        articles()[1],
        id="talks-3",
        title="Talks are over",
        text="The Geneva meeting of Varenia and Kastovia is over.",
        published=MORNING + timedelta(hours=1),
    )
    desk._store.articles.put([later])
    desk._store.stories.assign({"talks-3": "talks-1"})

    brief = asyncio.run(desk.brief(date(2026, 11, 20)))
    (story,) = [each for each in brief.stories if each.id == "talks-1"]

    assert {article.id for article in story.articles} == {"talks-1", "talks-2"}
    assert story.title != "Talks are over"
    assert story.summary
    assert {quote.speaker for quote in story.quotes} == {"Ana Ruiz"}
