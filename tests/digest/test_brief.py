"""Stories told, ranked and made into the day's brief."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

from briefing.digest import digest, rank, tell, whole
from briefing.model import Kind
from tests.builders import (
    DAY,
    NOON,
    a_feed,
    a_quote,
    a_reading,
    a_story,
    a_talk,
    a_window,
    an_actor,
    an_article,
)

NIGHT = a_window().end
TEXT = (
    "Mayor Ana Ruiz opened the bridge in Merrin on Friday. “It will stand for a century,” she said."
)


def a_brief_of(*stories, **fields):
    return digest(stories, day=DAY, window=a_window(), now=NOON, **fields)


# ---- rank


def test_two_papers_count_more_than_two_articles_of_one():
    one = [an_article(id="a"), an_article(id="b")]
    two = [an_article(id="a"), an_article(id="b", source="The Other Paper")]

    assert rank(two, end=NIGHT) > rank(one, end=NIGHT) > rank(one[:1], end=NIGHT)


def test_a_story_falls_back_as_it_ages():
    fresh, old = an_article(), an_article(published=NOON - timedelta(days=2))

    assert rank([fresh], end=NIGHT) > rank([old], end=NIGHT) > 0


def test_what_there_is_to_quote_decides_between_equals():
    assert rank([an_article()], end=NIGHT, quotes=2) > rank([an_article()], end=NIGHT)


def test_a_page_without_news_leads_no_day():
    page = tell([an_article("Sign up for our newsletter today.")], {}, now=NIGHT)

    assert tell([an_article(TEXT)], {}, now=NIGHT).rank > page.rank > 0


# ---- tell


def test_a_story_bears_the_headline_of_its_most_central_article():
    bridge = an_article(TEXT, id="a", title="Mayor opens bridge in Merrin")
    also = an_article(TEXT + " Merrin cheered.", id="b", title="Merrin cheers its new bridge")
    aside = an_article("Bakers sold 900 rolls in Merrin.", id="c", title="Rolls for all in town")

    story = tell([aside, also, bridge], {}, now=NIGHT)

    assert story.title in {bridge.title, also.title}
    assert story.articles[0].title == story.title
    assert story.id == "a"


def test_a_made_headline_never_leads_where_there_is_a_real_one():
    made = an_article(TEXT, id="a", title="Mayor Ana Ruiz opened the bridge", title_is_made=True)
    real = an_article("Bakers sold 900 rolls.", id="b", title="Rolls for all in Merrin")

    assert tell([made, real], {}, now=NIGHT).title == real.title


def test_the_articles_after_the_lead_are_newest_first():
    articles = [an_article(TEXT, id=str(n), published=NOON - timedelta(hours=n)) for n in range(4)]

    rest = tell(articles, {}, now=NIGHT).articles[1:]

    assert [a.published for a in rest] == sorted((a.published for a in rest), reverse=True)


def test_an_article_not_read_yet_is_told_by_its_sentences_and_counted():
    story = tell([an_article(TEXT)], {}, now=NIGHT)

    assert story.unread_articles == 1
    assert story.words(story.summary[0]).startswith("Mayor Ana Ruiz opened")
    assert story.quotes == ()


def test_what_the_readings_say_is_in_the_story():
    article = an_article(TEXT)
    ruiz = an_actor(article, "Ana Ruiz", role="Mayor")
    quote = a_quote(article, "It will stand for a century,", "Ana Ruiz")
    reading = a_reading(article, actors=(ruiz,), quotes=(quote,))

    story = tell([article], {article.id: reading}, now=NIGHT)

    assert (story.actors, story.quotes, story.unread_articles) == ((ruiz,), (quote,), 0)


# ---- digest


def test_the_stories_are_ranked():
    low = a_story(an_article(id="a"), rank=1.0)
    high = a_story(an_article(id="b"), rank=2.0)

    assert a_brief_of(low, high).stories == (high, low)


def test_every_story_gives_its_best_quote_before_any_gives_a_second():
    article = an_article(
        "“One is here,” he said. “Two is here,” he said. “Three is here,” he said."
    )
    one, two, three = (
        a_quote(article, f"{number} is here,", "Ana") for number in ("One", "Two", "Three")
    )
    first = a_story(article, rank=2.0, quotes=(one, two))
    second = a_story(replace(article, id="b"), rank=1.0, quotes=(three,))

    assert a_brief_of(first, second).quotes == (one, three, two)


def test_people_with_a_role_open_the_list_of_names():
    article = an_article("Merrin Council met. Mayor Ana Ruiz spoke. Luis Ferro listened.")
    council = replace(an_actor(article, "Merrin Council", Kind.ORGANISATION), salience=0.9)
    ruiz = replace(an_actor(article, "Ana Ruiz", role="Mayor"), salience=0.2)
    ferro = an_actor(article, "Luis Ferro")
    story = a_story(article, actors=(council, ferro, ruiz))

    brief = a_brief_of(story)

    assert [actor.name for actor in brief.actors] == ["Ana Ruiz", "Luis Ferro", "Merrin Council"]


def test_a_role_is_new_when_another_one_was_known():
    article = an_article("Mayor Ana Ruiz met Judge Luis Ferro.")
    cast = (
        an_actor(article, "Ana Ruiz", role="Mayor"),
        an_actor(article, "Luis Ferro", role="Judge"),
    )
    story = a_story(article, actors=cast)

    known = {"Ana Ruiz": "Senator", "Luis Ferro": "judge"}

    assert a_brief_of(story, known_roles=known).new_roles == ("Ana Ruiz",)
    assert a_brief_of(story).new_roles == ()


def test_talks_before_the_day_are_left_out_and_undated_ones_stand_last():
    article = an_article()
    past = a_talk(article, "budget vote", DAY - timedelta(days=1))
    today = a_talk(article, "council meeting", DAY)
    undated = a_talk(article, "state visit")
    story = a_story(article, talks=(undated, past, today))

    assert a_brief_of(story).talks == (today, undated)


def test_an_older_article_stands_in_the_background_when_a_talk_points_into_it():
    older, idle = an_article("A summit is planned.", id="older"), an_article(id="idle")
    summit = a_talk(older, "summit on fishing", date(2026, 12, 1))
    readings = [(older, a_reading(older, talks=(summit,))), (idle, a_reading(idle))]

    brief = a_brief_of(a_story(an_article()), background=readings)

    assert brief.talks == (summit,)
    assert brief.background == (older,)
    assert brief.words(summit.sentence) == older.text


def test_the_head_counts_what_the_stories_are_told_from():
    old = an_article(id="old", published=NOON - timedelta(days=9))

    assert a_brief_of(a_story(an_article(), old), feeds=[a_feed()]).articles == 2


def test_a_day_without_stories_is_an_empty_brief():
    assert a_brief_of().stories == ()


def test_the_whole_day_is_one_story_with_everything_in_it():
    article = an_article(TEXT)
    quote = a_quote(article, "It will stand for a century,", "Ana Ruiz")
    stories = [
        a_story(article, quotes=(quote,)),
        a_story(an_article(id="b"), talks=(a_talk(article, "vote", DAY),)),
    ]

    day = whole(stories)

    assert day.id == ""
    assert {a.id for a in day.articles} == {"a1", "b"}
    assert (len(day.quotes), len(day.talks), len(day.summary)) == (1, 1, 2)


def test_importing_the_digest_loads_nothing_heavy():
    code = "import sys, briefing.digest; print({'numpy', 'sumy', 'nltk'} & set(sys.modules))"

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "set()"
