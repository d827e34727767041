"""One rich brief of an invented Sunday: every section, every kind of date and status is in it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from briefing.model import (
    Article,
    Brief,
    Kind,
    Precision,
    Status,
    Story,
    Talk,
    Trouble,
    When,
    Window,
)
from tests.builders import a_brief, a_quote, a_story, an_actor, an_article, span_of

SUNDAY = date(2026, 11, 22)
DAWN = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)
WINDOW = Window(
    SUNDAY,
    datetime(2026, 11, 21, 18, tzinfo=UTC),
    datetime(2026, 11, 23, tzinfo=UTC),
)


def when(
    words: str, first: date | None, last: date | None, precision: Precision, **fields: Any
) -> When:
    return When(words=words, first=first, last=last, precision=precision, **fields)


def ahead(article: Article, what: str, words: str, when: When, **fields: Any) -> Talk:
    """A talk told in the sentence of those words."""
    return Talk(what, when, span_of(article, words), **fields)


def a_report(name: str, title: str, source: str, text: str, **fields: Any) -> Article:
    host = source.lower().replace(" ", "").replace("’", "")
    known: dict[str, Any] = {
        "url": f"https://{host}.example/2026/11/{name}",
        "published": datetime(2026, 11, 21, 20, 30, tzinfo=UTC),
        "dated": date(2026, 11, 21),
    }
    return an_article(text, id=name, title=title, source=source, **(known | fields))


def the_dam() -> Story:
    lead = a_report(
        "dam-1",
        "Averia and Sorland agree to a third round of talks on the Kel dam",
        "The Harbour Times",
        "Averia and Sorland agreed on Saturday to hold a third round of talks on the Kel dam.\n"
        "“We have moved from numbers to dates,” said Ilse Marran, the Averian water minister.\n"
        "The two sides will meet in Port Lisse on Tuesday at 10:00.",
    )
    second = a_report(
        "dam-2",
        "Sorland keeps its claim to winter water",
        "Sorland Post",
        "Sorland keeps its claim to the winter water of the Kel, its government said.\n"
        "“No litre is given away,” Prime Minister Tomas Rehn told parliament.",
    )
    third = a_report(
        "dam-3",
        "What the Kel dam means for farmers",
        "Upland Radio",
        "Some 40,000 farms below the dam depend on the spring release.",
        url=None,
    )
    tuesday = date(2026, 11, 24)
    talk = ahead(
        lead,
        "third round of talks",
        "The two sides will meet in Port Lisse on Tuesday at 10:00.",
        when("on Tuesday", tuesday, tuesday, Precision.DAY, time="10:00"),
        where="Port Lisse",
        who=("Averia", "Sorland"),
    )
    return a_story(
        lead,
        second,
        third,
        summary=(
            span_of(lead, lead.text.split("\n")[0]),
            span_of(second, second.text.split("\n")[0]),
            span_of(third, third.text),
        ),
        actors=(
            an_actor(lead, "Ilse Marran", role="water minister"),
            an_actor(second, "Tomas Rehn", role="Prime Minister"),
            an_actor(lead, "Port Lisse", Kind.PLACE),
        ),
        quotes=(
            a_quote(lead, "We have moved from numbers to dates,", "Ilse Marran"),
            a_quote(second, "No litre is given away,", "Tomas Rehn", "told"),
        ),
        talks=(talk,),
        rank=9.0,
    )


def the_budget() -> Story:
    lead = a_report(
        "budget-1",
        "Council rejects the mayor’s budget hours before the vote",
        "The Sample Herald",
        "The city council of Ostry rejected the budget of Mayor Dana Wirth on Saturday.\n"
        "“This offer isn’t serious,” said council leader Pavel Oren.\n"
        "A new draft is due later this week; the vote of 30 November was called off.",
    )
    draft = ahead(
        lead,
        "A new draft",
        lead.text.split("\n")[2],
        when("later this week", date(2026, 11, 23), date(2026, 11, 29), Precision.WEEK),
        status=Status.TENTATIVE,
    )
    vote = ahead(
        lead,
        "the vote",
        lead.text.split("\n")[2],
        when("30 November", date(2026, 11, 30), date(2026, 11, 30), Precision.DAY),
        status=Status.CANCELLED,
        who=("city council of Ostry",),
    )
    return a_story(
        lead,
        actors=(
            an_actor(lead, "Dana Wirth", role="Mayor"),
            an_actor(lead, "Pavel Oren", role="council leader"),
        ),
        quotes=(a_quote(lead, "This offer isn’t serious,", "Pavel Oren"),),
        talks=(draft, vote),
        rank=7.0,
    )


def the_strike() -> Story:
    lead = a_report(
        "strike-1",
        "Port of Lisse: dockers and owners back at the table",
        "Sorland Post",
        "Dockers and port owners in Lisse return to the table from Wednesday to Friday.\n"
        "“I’d rather lose a week than a year,” a senior official said.",
    )
    talk = ahead(
        lead,
        "return to the table",
        lead.text.split("\n")[0],
        when("from Wednesday to Friday", date(2026, 11, 25), date(2026, 11, 27), Precision.DAY),
        where="Lisse",
        who=("Dockers", "port owners"),
    )
    return a_story(
        lead,
        quotes=(a_quote(lead, "I’d rather lose a week than a year,", "a senior official"),),
        talks=(talk,),
        rank=5.0,
    )


def the_election() -> Story:
    lead = a_report(
        "vote-1",
        "Verrin: run-off result to be certified in December",
        "Le Courrier d’Averia",
        "Verrin will certify the result of its run-off in December.\n"
        "A summit of the five river states was proposed for early January 2027.\n"
        "“Sunday” was named by no one as a day for the recount.",
    )
    certify = ahead(
        lead,
        "certify the result of its run-off",
        lead.text.split("\n")[0],
        when("in December", date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH),
        who=("Verrin",),
    )
    summit = ahead(
        lead,
        "summit of the five river states",
        lead.text.split("\n")[1],
        when("early January 2027", date(2027, 1, 1), date(2027, 1, 10), Precision.MONTH),
        status=Status.PROPOSED,
    )
    recount = ahead(
        lead,
        "the recount",
        lead.text.split("\n")[2],
        when("Sunday", None, None, Precision.UNKNOWN),
        status=Status.POSTPONED,
    )
    return a_story(lead, talks=(certify, summit, recount), rank=4.0)


def a_small_story(number: int) -> Story:
    subjects = ("ferry", "library", "orchard", "tramway", "lighthouse", "quarry", "bakery")
    subject = subjects[number % len(subjects)]
    article = a_report(
        f"small-{number}",
        f"The {subject} of Ostry opens again",
        "The Sample Herald",
        f"The {subject} of Ostry opens again after {number + 2} months of repairs.",
    )
    return a_story(article, rank=1.0 / (number + 1))


def the_morning(**fields: Any) -> Brief:
    """Eleven stories, ten talks, one failing feed."""
    stories = (
        the_dam(),
        the_budget(),
        the_strike(),
        the_election(),
        *(a_small_story(number) for number in range(7)),
    )
    old = a_report(
        "old-1",
        "Fisheries council sets its date",
        "The Harbour Times",
        "The fisheries council meets on 4 December in Sel.",
        published=datetime(2026, 11, 10, 9, tzinfo=UTC),
        dated=date(2026, 11, 10),
    )
    fisheries = ahead(
        old,
        "fisheries council",
        old.text,
        when("4 December", date(2026, 12, 4), date(2026, 12, 4), Precision.DAY),
        where="Sel",
    )
    known: dict[str, Any] = {
        "day": SUNDAY,
        "window": WINDOW,
        "made": DAWN,
        "talks": (*(talk for story in stories for talk in story.talks), fisheries),
        "background": (old,),
        "new_roles": ("Pavel Oren",),
        "troubles": (
            Trouble("Upland Radio", "the server answered 503; it is asked again at 07:00"),
        ),
    }
    return a_brief(*stories, **(known | fields))
