"""Which articles become one story."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.digest.group import group_stories
from tests.builders import NOON, an_article

FERRY = an_article(
    "The ferry Halcyon ran aground off Port Merrin on Thursday with 212 people on board. "
    "Lifeboats from Merrin and Castle Bay took the passengers ashore, the coastguard said. "
    "The Halcyon's captain, Jorun Tveit, said a rudder had jammed.",
    id="ferry-1",
    title="Ferry Halcyon runs aground off Port Merrin",
)
FERRY_AGAIN = an_article(
    "All 212 people on the Halcyon are safe after lifeboats brought them to Castle Bay. "
    "The ferry struck rocks near Port Merrin when its rudder jammed, Captain Jorun Tveit said.",
    id="ferry-2",
    title="Passengers of stranded ferry Halcyon brought ashore",
    published=NOON + timedelta(hours=3),
)
BUDGET = an_article(
    "Parliament in Ostrava passed the budget by four votes. Finance Minister Petr Dolezal had "
    "promised to resign if the fuel levy failed.",
    id="budget",
    title="Budget passes by four votes",
)


def test_articles_on_one_event_are_one_story_named_after_the_earliest():
    stories = group_stories([FERRY_AGAIN, BUDGET, FERRY])

    assert stories == {"ferry-1": "ferry-1", "ferry-2": "ferry-1", "budget": "budget"}


def test_the_order_of_the_articles_does_not_matter():
    articles = [FERRY, FERRY_AGAIN, BUDGET]

    assert group_stories(articles) == group_stories(articles[::-1])


def test_the_same_city_is_not_the_same_event():
    mayor = an_article(
        "The mayor of Port Merrin, Elin Aske, opened a library on Thursday. It cost 4 million "
        "crowns and holds 60,000 books in nine languages.",
        id="library",
        title="Port Merrin opens its library",
    )

    assert group_stories([FERRY, FERRY_AGAIN, mayor])["library"] == "library"


def test_what_two_pages_say_of_themselves_makes_them_no_story():
    furniture = (
        " You can add location information to your Tweets, such as your city, from the web.\n"
        "You always have the option to delete your Tweet location history.\n"
        "We use cookies to show advertisement partners what visitors of Herald read.\n" * 3
    )
    pages = [replace(each, text=each.text + furniture) for each in (FERRY, BUDGET)]

    assert len(set(group_stories(pages).values())) == 2


def test_a_settled_article_keeps_its_story_and_a_new_one_joins_it():
    stories = group_stories([FERRY, FERRY_AGAIN], {"ferry-1": "older"})

    assert stories == {"ferry-1": "older", "ferry-2": "older"}


def test_two_settled_stories_are_never_joined():
    settled = {"ferry-1": "one", "ferry-2": "two"}

    assert group_stories([FERRY, FERRY_AGAIN], settled) == settled


def test_a_story_takes_back_its_own_first_article():
    stories = group_stories([BUDGET, FERRY, FERRY_AGAIN], {"ferry-2": "budget"})

    assert stories["budget"] == "budget"


def test_a_newer_version_stays_with_the_one_it_replaces_whatever_it_says():
    newer = replace(BUDGET, id="newer", replaces="ferry-1", published=NOON + timedelta(days=1))

    assert group_stories([newer, FERRY])["newer"] == "ferry-1"


def test_versions_that_replace_one_another_in_a_ring_are_one_story():
    one, other = replace(FERRY, replaces="budget"), replace(BUDGET, replaces="ferry-1")

    assert len(set(group_stories([one, other]).values())) == 1


@pytest.mark.parametrize(("days", "stories"), [(1, 1), (90, 2)])
def test_the_same_words_months_later_are_another_event(days, stories):
    later = replace(FERRY, id="later", published=NOON + timedelta(days=days))

    assert len(set(group_stories([FERRY, later]).values())) == stories


def test_an_article_without_a_time_belongs_to_now():
    undated = replace(FERRY_AGAIN, published=None, arrived=None)

    assert group_stories([FERRY, undated])["ferry-2"] in {"ferry-1", "ferry-2"}
    assert len(set(group_stories([FERRY, undated]).values())) == 1


def a_field_of_news(articles, chance=7):
    """Articles of one topic area: each on its own matter, with three of ten officials."""
    random_words = random.Random(chance)
    officials = [f"{name}son" for name in ("Ki", "Stein", "Tana", "Demi", "Berth", "Sand")]
    officials += [f"{name}ez" for name in ("Ibarr", "Dub", "Hadd", "Mor")]
    field = []
    for number in range(articles):
        spoken = 2 * random_words.sample(officials, 3)
        spoken += [f"word{random_words.randrange(300)}" for _ in range(20)]
        random_words.shuffle(spoken)
        published = NOON + timedelta(minutes=number)
        text = " ".join(spoken) + "."
        field.append(an_article(text, id=f"{number:04}", title="", published=published))
    return field


def test_articles_that_share_a_few_names_do_not_chain_into_one_story():
    stories = group_stories(a_field_of_news(120))

    assert max(Counter(stories.values()).values()) <= 20


@pytest.mark.parametrize("at_once", [1, 7, 50])
def test_many_articles_are_settled_in_lots(at_once):
    days = [
        replace(
            article, id=f"{article.id}-{day}", published=article.published + timedelta(days=day)
        )
        for day in range(0, 400, 80)
        for article in (FERRY, FERRY_AGAIN, BUDGET)
    ]

    stories = group_stories(days, at_once=at_once)

    assert stories == group_stories(days)
    assert stories["ferry-2-80"] == stories["ferry-1-80"] == "ferry-1-80"


def test_a_newer_version_in_a_later_lot_stays_with_the_one_it_replaces():
    newer = replace(BUDGET, id="newer", replaces="ferry-1", published=NOON + timedelta(days=9))

    assert group_stories([newer, FERRY, FERRY_AGAIN], at_once=1)["newer"] == "ferry-1"


def test_a_few_new_articles_join_the_stories_of_many():
    field = a_field_of_news(120)
    settled = group_stories(field[:110])

    stories = group_stories(field, settled)

    assert {name: stories[name] for name in settled} == settled
    assert set(stories.values()) - set(settled.values()) <= {article.id for article in field[110:]}
    assert any(stories[article.id] in settled for article in field[110:])


def test_nothing_makes_no_stories():
    assert group_stories([]) == {}


WORDS = st.sampled_from(
    [
        "Halcyon",
        "ferry",
        "Merrin",
        "budget",
        "vote",
        "Dolezal",
        "the",
        "of",
        "in",
        "12",
        "’",
        "\n",
        ".",
        "É",
        "北京",
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
ARTICLES = st.lists(
    st.builds(
        lambda title, text, hours, replaced: an_article(
            text,
            title=title,
            published=None if hours is None else NOON + timedelta(hours=hours),
            replaces=replaced,
        ),
        TEXTS,
        TEXTS | st.text(max_size=60),
        st.none() | st.integers(-2000, 2000),
        st.none() | st.sampled_from(["0", "1", "2", "gone"]),
    ),
    max_size=9,
).map(lambda articles: [replace(each, id=str(n)) for n, each in enumerate(articles)])


@settings(deadline=None, max_examples=60)
@given(
    ARTICLES,
    st.dictionaries(st.sampled_from("01234"), st.sampled_from("abcde0")),
    st.randoms(),
    st.integers(1, 9),
)
def test_every_article_is_in_one_story_whatever_order_they_come_in(
    articles, settled, chance, at_once
):
    stories = group_stories(articles, settled, at_once=at_once)
    shuffled = list(articles)
    chance.shuffle(shuffled)

    assert set(stories) == {article.id for article in articles}
    assert group_stories(shuffled, settled, at_once=at_once) == stories
    assert all(stories[name] == settled[name] for name in settled if name in stories)
    assert set(stories.values()) <= {*stories, *settled.values()}
