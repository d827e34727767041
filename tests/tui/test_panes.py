from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len

from briefing.model import (
    Actor,
    Headline,
    Kind,
    Precision,
    Quote,
    Role,
    Span,
    Status,
    Talk,
    When,
)
from briefing.tui.panes.actors import ActorsPane
from briefing.tui.panes.quotes import QuotesPane, once, quote_rows
from briefing.tui.panes.stories import StoriesPane
from briefing.tui.panes.story import StoryPane, parts_of
from briefing.tui.panes.talks import TalksPane
from briefing.tui.wording import role_words
from tests.builders import a_story, an_actor, an_article

NOW = datetime(2026, 11, 22, 7, 2, tzinfo=UTC)
TODAY = NOW.date()
HOSTILE = "\x1b]52;c;eA==\x07[red]x[/red] 日本語 " + "w" * 300


def painted(pane, items, width=60):
    pane.prepare(items, width)
    return [
        "".join(words for words, _ in line).rstrip()
        for item in items
        for line in pane.lines(item, width)
    ]


def a_headline(title="Talks", **fields):
    known = {
        "id": "s",
        "newest": datetime(2026, 11, 22, 5, tzinfo=UTC),
        "articles": 12,
        "sources": 3,
        "unread": 1,
    }
    return Headline(title=title, **(known | fields))


def stories(*headlines, width=60, day=TODAY):
    pane = StoriesPane()
    pane.day, pane.now = day, NOW
    return painted(pane, headlines, width)


def test_a_story_shows_its_mark_count_age_and_title():
    assert stories(
        a_headline("Unread"),
        a_headline("Saved", is_saved=True, articles=5),
        a_headline("Seen", unread=0, articles=1),
    ) == ["● 12  2h  Unread", "★  5  2h  Saved", "   1  2h  Seen"]


def test_on_an_older_day_stories_show_the_hour():
    assert stories(a_headline("Talks"), day=date(2026, 11, 22)) == ["● 12  2h  Talks"]
    newest = datetime(2026, 11, 20, 16, 5, tzinfo=UTC)
    assert stories(a_headline("Talks", newest=newest), day=date(2026, 11, 20)) == [
        "● 12 16:05  Talks"
    ]


def test_an_actor_shows_kind_name_role_and_how_often_it_is_named():
    article = an_article(
        "Press Secretary Karoline Leavitt met Ana Ruiz. Leavitt of NATO. Ana Ruiz left Rome."
    )
    actors = (
        an_actor(article, "Karoline Leavitt", role="Press Secretary"),
        an_actor(article, "Ana Ruiz"),
        an_actor(article, "NATO", Kind.ORGANISATION),
        an_actor(article, "Rome", Kind.PLACE),
    )

    lines = painted(ActorsPane(), actors, 50)

    assert [line.split() for line in lines] == [
        ["P", "Karoline", "Leavitt", "Press", "Secretary", "1"],
        ["P", "Ana", "Ruiz", "2"],
        ["O", "NATO", "1"],
        ["L", "Rome", "1"],
    ]
    assert len({len(line) for line in lines}) == 1


def a_quote_row(words="We are close", speaker="Ana Ruiz"):
    quote = Quote(words, Span("a", 30, 42), Span("a", 20, 60), speaker)
    sentences = {"a": (Span("a", 0, 19), Span("a", 20, 60))}
    return quote_rows((quote,), {"a": "AP"}, sentences)[0]


def test_a_quote_shows_its_words_and_then_speaker_source_and_sentence():
    assert painted(QuotesPane(), (a_quote_row(),)) == ["“We are close”", "   Ana Ruiz · AP · s2"]


def test_a_quote_without_a_speaker_says_so():
    assert (
        painted(QuotesPane(), (a_quote_row(speaker=None),))[1] == "   speaker not named · AP · s2"
    )


def test_a_long_quote_is_cut_after_a_whole_word_and_keeps_its_mark():
    lines = painted(QuotesPane(), (a_quote_row("one two three four five " * 9),), 40)

    assert lines[0].startswith("“one two three")
    assert lines[-2].endswith(" …”")


def test_words_quoted_by_several_articles_are_shown_once_with_how_many_more():
    quotes = [
        Quote(words, Span(article, 30, 42), Span(article, 20, 60), "Ana Ruiz")
        for article, words in (("a", "We are close,"), ("b", "We are close."), ("b", "No."))
    ]

    rows = once(quote_rows(quotes, {"a": "AP", "b": "BBC"}, {}))

    assert painted(QuotesPane(), rows) == [
        "“We are close,”", "   Ana Ruiz · AP +1", "“No.”", "   Ana Ruiz · BBC",
    ]  # fmt: skip


def a_talk_on(first, last=None, precision=Precision.DAY, **fields):
    when = When(None, None, first, last or first, precision, fields.pop("time", None))
    return Talk("the vote", when, Span("a", 0, 5), **fields)


def test_talks_show_day_hour_place_and_what_in_columns():
    pane = TalksPane()
    pane.day = NOW.date()
    talks = (
        a_talk_on(date(2026, 11, 23), time="10:00", where="Geneva"),
        a_talk_on(date(2026, 11, 24), where="Riyadh"),
        a_talk_on(date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH),
        a_talk_on(None, None, Precision.UNKNOWN, status=Status.POSTPONED),
    )

    assert painted(pane, talks) == [
        "Mon 23 10:00  Geneva  the vote",
        "Tue 24 —      Riyadh  the vote",
        "~Dec                  the vote",
        "—                     postponed · the vote",
    ]


def test_a_later_day_has_its_weekday_where_it_fits_and_a_place_most_do_not_know_no_column():
    pane = TalksPane()
    pane.day = NOW.date()
    talks = (
        a_talk_on(date(2026, 11, 27), time="09:30"),
        a_talk_on(date(2026, 12, 4), where="Vienna"),
        a_talk_on(date(2026, 12, 4), time="09:30"),
        a_talk_on(date(2026, 11, 24), date(2026, 11, 26)),
    )

    assert painted(pane, talks) == [
        "Fri 27 09:30  the vote",
        "Fri 4 Dec     the vote · Vienna",
        "4 Dec  09:30  the vote",
        "24–26  —      the vote",
    ]
    assert painted(pane, talks, 90)[2] == "Fri 4 Dec  09:30  the vote"


def test_a_long_place_is_told_in_full_where_the_rest_leaves_it_room():
    pane = TalksPane()
    pane.day = NOW.date()
    talks = (
        a_talk_on(date(2026, 11, 23), time="10:00", where="Port Halden harbour"),
        a_talk_on(date(2026, 11, 24), where="Riyadh"),
    )

    assert painted(pane, talks, 60)[0] == "Mon 23 10:00  Port Halden harbour  the vote"
    assert painted(pane, talks, 40)[0] == "Mon 23 10:00  Port Halden har…  the vote"


def test_without_any_hour_the_days_have_their_column_alone():
    pane = TalksPane()
    pane.day = NOW.date()
    talks = (
        a_talk_on(date(2026, 11, 30), date(2026, 12, 4)),
        a_talk_on(date(2026, 11, 23), where="Riyadh"),
    )

    assert painted(pane, talks) == [
        "30 Nov–4 Dec          the vote",
        "Mon 23        Riyadh  the vote",
    ]


def test_actors_who_act_come_first():
    article = an_article("Rome, NATO and Ana Ruiz. Tom Berg left Rome.")
    pane = ActorsPane()

    pane.show(
        (
            an_actor(article, "Rome", Kind.PLACE),
            an_actor(article, "NATO", Kind.ORGANISATION),
            an_actor(article, "Tom Berg"),
            an_actor(article, "Ana Ruiz"),
        )
    )

    assert [actor.name for actor in pane.items] == ["Tom Berg", "Ana Ruiz", "NATO", "Rome"]


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("chief executive", "Halden Maritime", "chief executive, Halden Maritime"),
        (
            "chief of the Halden Maritime line",
            "Halden Maritime",
            "chief of the Halden Maritime line",
        ),
        ("Varenian envoy", "Varenia", "Varenian envoy"),
        ("spokesman", None, "spokesman"),
    ],
)
def test_a_role_is_told_with_its_body_once(title, body, said):
    assert role_words(Role(title, body, Span("a", 0, 1))) == said


def test_a_role_is_cut_by_its_cells():
    actor = Actor("Ana Ruiz", Kind.PERSON, roles=(Role("大統領" * 20, "Rome", Span("a", 0, 1)),))

    (line,) = painted(ActorsPane(), (actor,), 40)

    assert cell_len(line) <= 40
    assert "…" in line


def test_a_story_shows_its_sentences_with_their_source_and_then_the_sources():
    article = an_article("The council met on Friday.\nIt voted.", source="Herald")
    pane = StoryPane()
    pane.now = NOW

    lines = painted(pane, tuple(parts_of(a_story(article), NOW)), 50)

    assert lines[0] == "Council meets"
    assert lines[1] == "1 article · 1 source · first Fri 20 Nov"
    assert lines[3] == "• The council met on Friday. [1]"
    assert lines[5].startswith("[1] Herald  Council meets")
    assert lines[5].endswith("43h")


@pytest.mark.parametrize("width", [8, 20, 39, 80, 200])
def test_no_row_is_wider_than_its_pane_whatever_the_title(width):
    article = an_article(f"{HOSTILE}\n{HOSTILE}", title=HOSTILE, source=HOSTILE)
    actor = an_actor(article, HOSTILE, role=HOSTILE)
    talk = a_talk_on(date(2026, 11, 23), where=HOSTILE, status=Status.TENTATIVE)
    story = a_story(article)
    for pane, items in (
        (StoriesPane(), (a_headline(HOSTILE),)),
        (ActorsPane(), (actor,)),
        (QuotesPane(), (a_quote_row(HOSTILE, HOSTILE),)),
        (TalksPane(), (talk,)),
        (StoryPane(), tuple(parts_of(story, NOW))),
    ):
        lines = painted(pane, items, width)
        if width >= 39:
            assert max(map(cell_len, lines)) <= width, type(pane)
        assert not any(
            letter < " " or "\x7f" <= letter <= "\x9f" for line in lines for letter in line
        )
