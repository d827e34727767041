from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.export.draw import Limits, draw
from briefing.model import Actor, Kind, Precision, Role, Span, Status, When
from tests.builders import a_brief, a_quote, a_story, a_talk, an_actor, an_article
from tests.export.morning import the_morning

FULL = Limits()


def test_sources_are_numbered_in_the_order_of_reading():
    outline = draw(the_morning(), FULL)

    assert [source.number for source in outline.sources] == list(range(1, 15))
    assert outline.stories[0].source == 1
    assert [sentence.source for sentence in outline.stories[0].sentences] == [1, 2, 3]


def test_every_line_has_the_number_of_a_source():
    outline = draw(the_morning(), FULL)
    known = {source.number for source in outline.sources}

    lines = [
        *outline.stories,
        *(sentence for story in outline.stories for sentence in story.sentences),
        *(story.quote for story in outline.stories if story.quote),
        *(story.next for story in outline.stories if story.next),
        *outline.more,
        *outline.quotes,
        *outline.people,
        *(meeting for days in outline.week for meeting in days.meetings),
    ]

    assert len(lines) > 30
    assert {line.source for line in lines} <= known


def test_the_head_counts_stories_articles_and_sources():
    assert draw(the_morning(), FULL).count == "11 stories from 13 articles of 5 sources"


def test_one_is_counted_in_the_singular():
    assert draw(a_brief(a_story(an_article())), FULL).count == "1 story from 1 article of 1 source"


def test_a_quote_that_a_sentence_has_told_is_not_told_again():
    article = an_article("“We are close,” said Ana Ruiz.\n“It is late,” she added.")
    told = a_quote(article, "We are close,", "Ana Ruiz")
    other = a_quote(article, "It is late,", "Ana Ruiz")

    outline = draw(a_brief(a_story(article, quotes=(told, other))), FULL)

    assert outline.stories[0].quote.words == "It is late"


def test_the_quotes_of_the_day_leave_out_those_told_with_their_story():
    outline = draw(the_morning(), FULL)

    with_story = {story.quote.words for story in outline.stories if story.quote}
    of_day = {quote.words for quote in outline.quotes}

    assert of_day == {"No litre is given away"}
    assert not with_story & of_day


def test_a_sentence_too_long_to_tell_is_left_out_and_never_cut():
    article = an_article("word " * 120 + "end.\nThe council met.")
    long, short = Span("a1", 0, 604), Span("a1", 605, 621)

    outline = draw(a_brief(a_story(article, summary=(long, short))), FULL)

    assert [s.words for s in outline.stories[0].sentences] == ["The council met."]


def test_what_is_next_is_never_what_is_over_or_cancelled():
    article = an_article()
    over = a_talk(article, "over", date(2026, 11, 1))
    cancelled = a_talk(article, "off", date(2026, 11, 23), status=Status.CANCELLED)
    coming = a_talk(article, "on", date(2026, 11, 24))

    outline = draw(a_brief(a_story(article, talks=(over, cancelled, coming))), FULL)

    assert outline.stories[0].next.what == "on"
    assert [m.what for days in outline.week for m in days.meetings] == ["off", "on"]


def test_who_s_who_has_only_people_with_a_role():
    article = an_article("Mayor Dana Wirth met Bo Lund.")
    actors = (an_actor(article, "Bo Lund"), an_actor(article, "Dana Wirth", role="Mayor"))

    outline = draw(a_brief(a_story(article, actors=actors), new_roles=("Dana Wirth",)), FULL)

    assert [(p.name, p.role, p.is_new) for p in outline.people] == [("Dana Wirth", "Mayor", True)]


def test_a_role_names_its_body_once():
    article = an_article("Ana Ruiz")
    at = Span("a1", 0, 3)
    roles = (Role("White House spokeswoman", "the White House", at), Role("spokesman", "UN", at))
    actors = tuple(Actor(f"A{n}", Kind.PERSON, roles=(role,)) for n, role in enumerate(roles))

    outline = draw(a_brief(a_story(article, actors=actors)), FULL)

    assert [person.role for person in outline.people] == [
        "White House spokeswoman",
        "spokesman, UN",
    ]


def test_the_week_goes_by_day_then_later_then_undated():
    outline = draw(the_morning(), FULL)

    assert [days.title for days in outline.week] == [
        "Tue 24 Nov",
        "25–27 Nov",
        "Later this week, 23–29 Nov",
        "Later",
        "No date given",
    ]
    later = [(meeting.beside, meeting.lead) for meeting in outline.week[3].meetings]
    assert later == [
        ("Mon 30 Nov", "cancelled:"),
        ("Fri 4 Dec", ""),
        ("Dec", ""),
        ("early January 2027, 1–10 Jan", "proposed:"),
    ]
    assert outline.week[4].meetings[0].beside == "“Sunday”"


def test_the_talks_of_a_day_go_by_the_hour():
    article = an_article()
    day = date(2026, 11, 23)
    late, early = (
        replace(a_talk(article, hour), when=When("x", None, day, day, Precision.DAY, hour))
        for hour in ("15:00", "09:30")
    )

    outline = draw(a_brief(a_story(article, talks=(late, early))), FULL)

    assert [meeting.line for meeting in outline.week[0].meetings] == ["09:30 09:30", "15:00 15:00"]


def test_who_and_where_are_told_unless_the_words_have_them():
    article = an_article()
    talk = a_talk(article, "Iran talks in Geneva", date(2026, 11, 23), where="Geneva")
    talk = replace(talk, who=("Iran", "Norway"))

    outline = draw(a_brief(a_story(article, talks=(talk,))), FULL)

    assert outline.week[0].meetings[0].line == "Iran talks in Geneva (Norway)"


def test_what_points_outside_the_brief_is_not_told():
    article, stranger = an_article(), an_article("“No.” he said.", id="gone")
    quote = a_quote(stranger, "No.")
    talk = a_talk(stranger, "vote", date(2026, 11, 23))

    outline = draw(a_brief(a_story(article, quotes=(quote,), talks=(talk,))), FULL)

    assert outline.stories[0].quote is None
    assert outline.quotes == ()
    assert outline.week == ()


def test_what_the_limits_leave_out_is_counted():
    outline = draw(the_morning(), Limits(stories=2, more=3, talks=4))

    assert len(outline.more) == 3
    assert outline.untold == 6
    assert outline.more_talks == 4
