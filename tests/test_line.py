"""The whole line with the real reader: sources in, panes and brief out."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.errors import WorkersError
from briefing.model import Step, Trouble
from briefing.settings import asset
from tests.desks import settings_in

MORNING = datetime(2026, 11, 21, 7, tzinfo=UTC)


def run(steps):
    async def collect():
        return [step async for step in steps]

    return asyncio.run(collect())


def test_every_sample_article_is_read_and_every_story_told(seeded):
    desk, steps = seeded

    assert not [step for step in steps if isinstance(step, Trouble)]
    assert desk.counts().unread_by_reader == 0
    assert not desk._store.stories.stale()
    assert all(desk.story(headline.id).summary for headline in desk.headlines())


def test_progress_counts_up_to_the_total_in_every_stage(seeded):
    _, steps = seeded
    reading = [step for step in steps if isinstance(step, Step) and step.stage == "read"]

    assert [step.done for step in reading] == list(range(len(reading)))
    assert reading[-1].done == reading[-1].total == 16


def test_articles_on_one_event_are_one_story(seeded):
    desk, _ = seeded
    stories = desk.headlines()

    assert sum(headline.articles > 1 for headline in stories) >= 3
    assert sum(headline.articles for headline in stories) == desk.counts().articles


def test_every_pane_of_the_leading_story_is_filled(seeded):
    desk, _ = seeded
    headlines = desk.headlines(desk.window(desk.day()))
    story = desk.story(headlines[0].id)

    assert story.actors
    assert story.quotes
    assert story.talks
    assert all(quote.speaker for quote in story.quotes)


def test_every_finding_reads_in_the_text_as_it_says(seeded):
    desk, _ = seeded

    for entry in desk.entries():
        text, reading = desk.article(entry.id).text, desk.reading(entry.id)
        for quote in reading.quotes:
            assert text[quote.at.start : quote.at.end] == quote.words
        for talk in reading.talks:
            if talk.when.at:
                assert text[talk.when.at.start : talk.when.at.end] == talk.when.words
        for mention in reading.dates:
            assert text[mention.at.start : mention.at.end] == mention.words
    for headline in desk.headlines():
        story = desk.story(headline.id)
        assert all(story.words(span).strip() == story.words(span) for span in story.summary)


def test_a_second_refresh_reads_nothing_again(seeded):
    desk, _ = seeded

    assert run(desk.refresh()) == []


def test_another_name_speaker_and_date_in_a_sample_change_every_pane(tmp_path):
    """No finding is stored in the package: what is shown comes from the words alone."""
    folder = tmp_path / "articles"
    folder.mkdir()
    original = next(asset("seeds").glob("06-*.txt")).read_text(encoding="utf-8")
    changed = original.replace("Rosalind Teague", "Katherine Maddox").replace("Teague", "Maddox")
    changed = changed.replace("26 November", "27 November")
    (folder / "changed.txt").write_text(changed, encoding="utf-8")
    desk = Desk.open(settings_in(tmp_path), clock=lambda: MORNING)
    asyncio.run(desk.feeds.add(str(folder)))

    run(desk.refresh())
    (headline,) = desk.headlines()
    story = desk.story(headline.id)

    assert "Katherine Maddox" in {actor.name for actor in story.actors}
    assert not [actor for actor in story.actors if "Teague" in actor.name]
    assert "Katherine Maddox" in {quote.speaker for quote in story.quotes}
    assert date(2026, 11, 27) in {talk.when.first for talk in story.talks}
    assert date(2026, 11, 26) not in {talk.when.first for talk in story.talks}
    desk.close()


def test_a_folder_is_looked_at_again_and_an_edited_file_is_a_new_version(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "one.txt"
    file.write_text(
        "Title: One\nDate: 2026-11-20\n\nThe council of Brennick met on Friday.", encoding="utf-8"
    )
    desk = Desk.open(settings_in(tmp_path), clock=lambda: MORNING)
    asyncio.run(desk.feeds.add(str(folder)))
    (entry,) = desk.entries()

    file.write_text(
        "Title: One\nDate: 2026-11-20\n\nThe council of Brennick met again.", encoding="utf-8"
    )
    (folder / "two.md").write_text("# Two\n\nThe harbour is open.", encoding="utf-8")
    run(desk.refresh(read=False))

    assert {each.title for each in desk.entries()} == {"One", "Two"}
    newest = next(each for each in desk.entries() if each.title == "One")
    assert desk.article(newest.id).replaces == entry.id
    assert "Friday" in desk.article(entry.id).text
    desk.close()


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("binary.txt", bytes(range(256)) * 8, "not text"),
        ("empty.txt", b"", "empty"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_the_others_come_in(tmp_path, name, body, said):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / name).write_bytes(body)
    (folder / "good.txt").write_text("Title: Good\n\nThe harbour is open.", encoding="utf-8")
    desk = Desk.open(settings_in(tmp_path), clock=lambda: MORNING)
    asyncio.run(desk.feeds.add(str(folder)))

    troubles = [step for step in run(desk.refresh(read=False)) if isinstance(step, Trouble)]

    assert len(troubles) == 1
    assert name in troubles[0].where + troubles[0].what
    assert said in troubles[0].what
    assert [entry.title for entry in desk.entries()] == ["Good"]
    desk.close()


def test_leaving_in_the_middle_keeps_what_is_read(tmp_path):
    desk = Desk.open(settings_in(tmp_path), samples=True, clock=lambda: MORNING)

    async def leave_after_two():
        done = 0
        steps = desk.refresh()
        async for step in steps:
            if isinstance(step, Step) and step.stage == "read" and step.articles:
                done += 1
                if done == 2:
                    break
        await steps.aclose()

    asyncio.run(leave_after_two())

    assert desk.counts().unread_by_reader == 14
    desk.close()
    assert Path(tmp_path / "data" / "samples.db").exists()


def test_a_reader_at_fault_stops_the_reading_and_blames_no_article(tmp_path):
    settings = replace(settings_in(tmp_path), read_seconds=0.001)
    desk = Desk.open(settings, samples=True, clock=lambda: MORNING)

    with pytest.raises(WorkersError, match="briefing doctor"):
        run(desk.refresh())

    assert desk.counts().unread_by_reader >= 13
    desk.close()
