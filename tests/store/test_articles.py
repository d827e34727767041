"""Articles: versions, lists, days and marks."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from briefing.store import PutResult
from tests.builders import DAY, NOON, a_reading, an_article

HOUR = timedelta(hours=1)
NEW_YORK = ZoneInfo("America/New_York")
AUCKLAND = ZoneInfo("Pacific/Auckland")


def a_dated_article(name: str, day: date = DAY):
    midnight = NOON.replace(day=day.day, hour=0)
    return an_article(id=name, published=midnight, dated=day, has_time=False)


def ids(values) -> list[str]:
    return [value.id for value in values]


def test_the_same_article_again_changes_nothing(store):
    assert store.articles.put([an_article()]) == PutResult(new=("a1",))
    assert store.articles.put([an_article()]) == PutResult(unchanged=1)


def test_twice_the_same_in_one_batch_is_stored_once(store):
    assert store.articles.put([an_article(), an_article()]) == PutResult(new=("a1",), unchanged=1)


def test_other_words_are_a_new_version_in_the_place_of_the_old(store):
    store.articles.put([an_article("First words.")])
    store.stories.assign({"a1": "a1"})
    store.articles.mark_read(["a1"])
    store.articles.mark_saved(["a1"])

    put = store.articles.put([an_article("Second words.", title="Council met")])

    assert put == PutResult(revised=("a1~2",))
    assert store.articles.get("a1").text == "First words."
    assert store.articles.get("a1~2").replaces == "a1"
    assert store.articles.current("a1") == "a1~2"
    (entry,) = store.articles.entries()
    assert (entry.id, entry.story, entry.is_read, entry.is_saved) == ("a1~2", "a1", True, True)
    (headline,) = store.stories.headlines()
    assert (headline.lead, headline.title, headline.articles) == ("a1~2", "Council met", 1)


def test_versions_count_on_whichever_id_they_come_under(store):
    store.articles.put([an_article("One.")])
    store.articles.put([an_article("Two.")])
    store.articles.put([an_article("Three.", id="a1~2")])
    put = store.articles.put([an_article("Four."), an_article("Five.")])

    assert put.revised == ("a1~4", "a1~5")
    assert store.articles.get("a1~5").replaces == "a1~4"
    assert ids(store.articles.entries()) == ["a1~5"]


def test_a_version_takes_no_id_that_another_article_bears(store):
    store.articles.put([an_article(id="a1"), an_article(id="a1~2")])

    assert store.articles.put([an_article("Other words.")]).revised == ("a1~3",)
    assert ids(store.articles.entries()) == ["a1~3", "a1~2"]


def test_a_teaser_never_replaces_the_full_text(store):
    store.articles.put([an_article("A teaser …", is_teaser=True)])
    store.articles.put([an_article("The full text of it.")])

    assert store.articles.put([an_article("A teaser …", is_teaser=True)]).unchanged == 1
    assert store.articles.put([an_article("A teaser …", is_teaser=True)]).revised == ()


def test_get_many_keeps_the_order_and_passes_over_unknown_ids(store):
    store.articles.put(an_article(id=name) for name in "abc")

    assert ids(store.articles.get_many(["c", "x", "a"])) == ["c", "a"]


def test_entries_are_newest_first_and_can_be_narrowed(store):
    store.articles.put(an_article(id=f"a{n}", published=NOON + n * HOUR) for n in range(5))
    store.stories.assign({"a1": "s", "a3": "s"})
    store.articles.mark_read(["a3"])
    store.articles.mark_saved(["a0"])
    entries = store.articles.entries

    assert ids(entries()) == ["a4", "a3", "a2", "a1", "a0"]
    assert ids(entries(limit=2)) == ["a4", "a3"]
    assert ids(entries(story="s")) == ["a3", "a1"]
    assert ids(entries(story="s", unread=True)) == ["a1"]
    assert ids(entries(saved=True)) == ["a0"]
    assert ids(entries(start=NOON + HOUR, end=NOON + 3 * HOUR)) == ["a2", "a1"]
    assert ids(entries(start=NOON + 3 * HOUR)) == ["a4", "a3"]
    assert ids(entries(story="nowhere")) == []


def test_an_article_without_any_moment_is_listed_last(store):
    store.articles.put([an_article(id="lost", published=None, arrived=None), an_article()])

    assert ids(store.articles.entries()) == ["a1", "lost"]


@pytest.mark.parametrize("zone", [UTC, NEW_YORK, AUCKLAND, timezone(timedelta(hours=-12))])
def test_an_article_that_knows_only_its_day_is_of_that_day_everywhere(store, zone):
    store.articles.put([a_dated_article("dated")])
    start = NOON.replace(hour=0, tzinfo=zone)
    day = timedelta(days=1)

    assert ids(store.articles.between(start, start + day)) == ["dated"]
    assert store.articles.between(start - day, start) == ()
    assert store.articles.between(start + day, start + 2 * day) == ()
    assert store.articles.days(zone) == {DAY: 1}


def test_days_are_those_of_the_readers_zone(store):
    late = NOON.replace(hour=23)
    store.articles.put([an_article(id="late", published=late), an_article(id="noon")])

    assert store.articles.days(UTC) == {DAY: 2}
    assert store.articles.days(AUCKLAND) == {DAY + timedelta(days=1): 2}
    assert list(store.articles.days(ZoneInfo("Asia/Kathmandu"))) == [DAY + timedelta(days=1), DAY]


def test_a_mark_tells_which_articles_it_changed(store):
    store.articles.put(an_article(id=name) for name in "abc")
    store.articles.mark_read(["b"])

    assert store.articles.mark_read(["a", "b", "x"]) == ("a",)
    assert store.articles.count(unread=True) == 1
    assert store.articles.mark_read(["a", "b"], is_read=False) == ("a", "b")
    assert store.articles.mark_saved(["c"]) == ("c",)
    assert store.articles.mark_saved([]) == ()


def test_articles_without_a_reading_of_these_rules_wait_newest_first(store):
    articles = [an_article(id=f"a{n}", published=NOON + n * HOUR) for n in range(3)]
    store.articles.put(articles)
    store.findings.put([a_reading(articles[0], version=2), a_reading(articles[1], version=1)])

    assert store.articles.unread_by_reader(1) == ("a2",)
    assert store.articles.unread_by_reader(2) == ("a2", "a1")
    assert store.findings.count(2) == 1


def test_a_superseded_article_waits_for_no_reading(store):
    store.articles.put([an_article("One.")])
    store.articles.put([an_article("Two.")])

    assert store.articles.unread_by_reader(1) == ("a1~2",)
    assert store.articles.without_story() == ("a1~2",)
    assert store.articles.count() == 1


def test_ids_that_nobody_bears_are_told(store):
    store.articles.put([an_article()])

    assert store.articles.unknown(["b", "a1", "c", "b"]) == ("b", "c")


def test_the_articles_of_a_feed_are_found_by_title(store):
    store.articles.put(
        [
            an_article(id="own", feed="f"),
            an_article(id="elsewhere", feed="g"),
            an_article(id="other", feed="f", title="Another title"),
        ]
    )

    assert ids(store.articles.titled(["Council meets"], "f")) == ["own"]


def test_a_text_from_the_page_stands_though_the_feed_says_its_own_again(store):
    from_feed = an_article("The council met.")
    store.articles.put([from_feed])
    page = an_article("The council met and voted.", is_from_page=True)

    assert store.articles.put([page]).revised == ("a1~2",)
    assert store.articles.put([from_feed, page]) == PutResult(unchanged=2)
    assert store.articles.get("a1~2").is_from_page

    edited = store.articles.put([an_article("The council met. Corrected.")])
    assert edited.revised == ("a1~3",), "what the feed says anew is news"


def test_the_teasers_of_some_feeds_are_those_that_have_no_full_text_yet(store):
    store.articles.put(
        [
            an_article(id="old", feed="f", is_teaser=True, arrived=NOON - 30 * HOUR),
            an_article(id="teaser", feed="f", is_teaser=True),
            an_article(id="whole", feed="f"),
            an_article(id="other", feed="g", is_teaser=True),
            an_article(id="done", feed="f", is_teaser=True),
            an_article("All of it.", id="done", feed="f", is_from_page=True),
        ]
    )

    assert ids(store.articles.teasers(["f"], NOON - 24 * HOUR)) == ["teaser"]


def test_an_article_whose_words_were_changed_says_when(store):
    store.articles.put([an_article("First words.", arrived=NOON)])
    assert store.articles.get("a1").updated is None

    store.articles.put([an_article("Second words.", arrived=NOON + HOUR)])

    assert store.articles.get("a1~2").updated == NOON + HOUR
    (entry,) = store.articles.entries()
    assert entry.updated == NOON + HOUR


def test_a_teaser_that_is_completed_was_not_changed(store):
    store.articles.put([an_article("Teaser.", is_teaser=True)])
    store.articles.put([an_article("A longer text.", arrived=NOON + HOUR)])

    assert store.articles.get("a1~2").updated is None


def test_the_text_of_the_page_keeps_the_moment_of_the_change_before_it(store):
    store.articles.put([an_article("First teaser.", is_teaser=True)])
    store.articles.put([an_article("Second teaser.", is_teaser=True, arrived=NOON + HOUR)])
    store.articles.put([an_article("Page.", is_from_page=True, arrived=NOON + 2 * HOUR)])

    assert store.articles.get("a1~3").updated == NOON + HOUR
