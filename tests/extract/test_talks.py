"""Coming occasions: what, when, where and who, and what is none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.extract.actors import find_actors
from briefing.extract.dates import find_dates
from briefing.extract.talks import find_talks
from briefing.model import Precision, Status
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)
WORD = re.compile(r"\w+")


@pytest.mark.parametrize(
    ("text", "what", "first"),
    [
        ("Lawmakers vote on the budget on Thursday.", "Lawmakers vote on the budget", "2026-11-19"),
        (
            "The trial of Marco Bellini is set for 3 February 2027.",
            "trial of Marco Bellini",
            "2027-02-03",
        ),
        ("The film opens in cinemas on Dec. 4.", "film opens in cinemas", "2026-12-04"),
        (
            "The court is due to rule on the appeal next week.",
            "court to rule on the appeal",
            "2026-11-23",
        ),
        ("The G20 summit takes place this weekend.", "G20 summit", "2026-11-21"),
        ("Tonight's debate will be broadcast live.", "debate", "2026-11-18"),
        ("Fans await the June 7 final.", "June 7 final", "2027-06-07"),
        ("He trained ahead of Sunday's game against Leeds.", "game against Leeds", "2026-11-22"),
        ("The ruling is expected by the end of the month.", "ruling", "2026-11-21"),
        ("Union leaders plan a march on Saturday.", "plan a march", "2026-11-21"),
        ("The president takes office in January.", "president takes office", "2027-01-01"),
        ("The winner is to be sworn in on 10 January.", "winner to be sworn in", "2027-01-10"),
    ],
)
def test_a_coming_occasion_is_told_in_the_words_of_the_text(talks_in, text, what, first):
    (talk,) = talks_in(text)

    assert what in talk.what
    assert set(WORD.findall(talk.what)) <= {"to", *WORD.findall(text)}
    assert len(talk.what.split()) <= 12
    assert str(talk.when.first) == first


@pytest.mark.parametrize(
    "text",
    [
        "Trade talks between Brazil and India have stalled.",
        "The results beat expectations, meeting forecasts for the third quarter.",
        "The Atlantic Coast Conference said on Monday it had suspended the player.",
        "The summit was held in Oslo on Monday.",
        "The king arrived on Sunday for a three-day visit.",
        "If the parties agree, talks will begin on Friday.",
        "Should the House vote to impeach on Friday, a trial will follow.",
        "No meeting is planned for this week.",
        "The two sides will not meet on Friday.",
        "He rejected a debate on Friday.",
        "The film was previously scheduled to open next month.",
        "He wants to do more on Friday.",
        "The plan would close the port in May.",
        "Some fear a prospective trial in January.",
        "They called Sunday's vote a farce.",
        "The council usually meets in May.",
        "He did not get to play on Wednesday.",
        "Negotiations will continue.",
        "In this Dec. 20, 2015, photo, the coach meets a player.",
        "It was the second launch in four days.",
    ],
)
def test_what_is_past_denied_or_only_possible_is_no_talk(talks_in, text):
    assert talks_in(text) == ()


def test_a_range_runs_from_its_first_day_to_its_last(talks_in):
    (talk,) = talks_in("The pope is to visit Kenya from Nov. 25 to Nov. 30.")

    assert (talk.when.first, talk.when.last) == (date(2026, 11, 25), date(2026, 11, 30))
    assert talk.when.words == "Nov. 25 to Nov. 30"


def test_what_is_left_of_this_week_begins_today(talks_in):
    (talk,) = talks_in("The parliament will debate the bill this week.")

    assert (talk.when.first, talk.when.last) == (WEDNESDAY, date(2026, 11, 22))
    assert talk.when.precision is Precision.WEEK


def test_in_an_undated_article_a_weekday_stays_a_word(talks_in):
    text = "Talks are set to take place in Jeddah, Saudi Arabia, on Sunday."

    (talk,) = talks_in(text, dated=None)

    assert (talk.when.words, talk.when.first, talk.when.last) == ("Sunday", None, None)
    assert talk.when.precision is Precision.UNKNOWN
    assert talk.where == "Jeddah, Saudi Arabia"


def test_every_talk_points_into_the_text(parse):
    text = "It rained. Ana Ruiz will meet Tom Berg in Rome on Friday at 9 a.m., aides said."
    page = parse(an_article(text, dated=WEDNESDAY))

    (talk,) = find_talks(page, find_actors(page))

    assert talk.when.at is not None
    assert text[talk.when.at.start : talk.when.at.end] == talk.when.words
    assert text[talk.sentence.start : talk.sentence.end] == text[len("It rained. ") :]
    assert talk.when.time == "09:00"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The committee will decide on the merger on Friday.", "committee will decide on the merger"),
        ("Ana Ruiz was ill. She is to meet Tom Berg on Monday.", "Ana Ruiz to meet Tom Berg"),
        ("The dockers, whose members walk out on Tuesday, want more pay.", "dockers, whose members walk out"),
        ("A judge allowed a dock strike in Oslo that will shut the port from Monday.", "dock strike"),
        ("Ana Ruiz and Tom Berg will face each other in the second round of the election on 6 December.", "second round of the election"),
        ("The Senate's final vote is set for 8 December.", "Senate's final vote"),
        ("That meeting, with the mediator, takes place on Saturday.", "meeting, with the mediator"),
        ("The winter fair, which was to open on 27 November, has been cancelled.", "winter fair"),
        ("A hearing before the Supreme Court is set for Friday.", "hearing before the Supreme Court"),
        ("The session in Geneva opens on Friday.", "session in Geneva"),
        ("Luis Marta goes on trial in Lima on Monday.", "Luis Marta goes on trial in Lima"),
        ("The coroner will hold an inquest into the death of Ana Ruiz next month.", "coroner will hold an inquest into the death of Ana Ruiz"),
        ("The Senate is expected to vote on it as early as Friday.", "Senate expected to vote on it"),
        ("Tesla is due to report earnings after the market closes on Thursday.", "Tesla to report earnings"),
        ("The vote comes ahead of a summit of EU leaders on Thursday.", "summit of EU leaders"),
        ("On Monday the judge must decide whether to repeat the vote.", "judge must decide whether to repeat the vote"),
        ("Leeds will meet either Hull or York in the semi-finals in March.", "Leeds will meet either Hull or York in the semi-finals"),
    ],
)  # fmt: skip
def test_what_reads_like_an_entry_of_a_calendar(talks_in, text, what):
    (talk,) = talks_in(text)

    assert talk.what == what


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Parliament will vote on the bill on Wednesday.", 1),
        ("Parliament votes on the bill on Wednesday.", 0),
        ("Parliament votes on the bill tonight.", 1),
    ],
)
def test_a_talk_of_the_day_itself_is_clearly_still_to_come(talks_in, text, count):
    assert len(talks_in(text)) == count


def test_an_hour_alone_belongs_to_the_occasion_that_was_told_before(talks_in):
    text = (
        "Peru and Chile will return to the table in Geneva on 24 November. "
        "The second round is to begin at 10:00."
    )

    (talk,) = talks_in(text)

    assert talk.what == "Peru and Chile will return to the table in Geneva"
    assert (talk.when.first, talk.when.time) == (date(2026, 11, 24), "10:00")
    assert talk.who == ("Peru", "Chile")


def test_an_envoy_who_speaks_of_the_negotiations_takes_part_in_them(talks_in):
    text = (
        "Talks on the border will take place in Oslo on Sunday. "
        "According to the special envoy, Lena Holm, the negotiations will be long. "
        "Tom Berg said he would wait."
    )

    (talk,) = talks_in(text)

    assert talk.who == ("Lena Holm",)


def test_what_is_counted_from_another_occasion_gets_no_day(talks_in):
    (talk,) = talks_in("Nobody leads just 75 days before primary voting begins.")

    assert (talk.when.words, talk.when.first) == ("75 days before primary voting begins", None)


def test_a_range_of_weekdays_ends_after_it_begins(talks_in):
    (talk,) = talks_in("Doctors will strike from Tuesday to Thursday.")

    assert (talk.when.first, talk.when.last) == (date(2026, 11, 24), date(2026, 11, 26))


def test_the_day_a_hearing_was_moved_from_is_not_told(talks_in):
    text = "A hearing, first set for next week, has been moved to 10 December."

    (talk,) = talks_in(text)

    assert (talk.when.first, talk.status) == (date(2026, 12, 10), Status.POSTPONED)


ODD = st.lists(
    st.sampled_from(
        [
            "Talks",
            "will",
            "begin",
            "on",
            "Friday",
            ".",
            ",",
            "“",
            "”",
            "\n\n",
            "If",
            "not",
            "in",
            "Rome",
            "by",
            "9",
            "a.m.",
            "to",
            "meet",
            "was",
            "put",
            "off",
            "until",
            "Dec.",
            "3",
            "the",
            "vote",
            "’s",
            "Ana",
            "Ruiz",
            "which",
            "set",
            "for",
            "next",
            "week",
            "cancelled",
            "–",
            "(",
            ")",
            "2027",
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(ODD, st.sampled_from([None, WEDNESDAY]))
def test_any_heap_of_such_words_is_read_without_failing(parse, text, dated):
    page = parse(an_article(text, dated=dated))

    for mention in find_dates(page):
        assert text[mention.at.start : mention.at.end] == mention.words
    for talk in find_talks(page, ()):
        assert set(WORD.findall(talk.what)) <= {"to", *WORD.findall(text)}
        assert 0 < len(talk.what.split()) <= 12
        if talk.when.first is not None:
            assert dated is None or talk.when.last >= dated


def test_an_hour_of_others_is_another_occasion_of_that_day(talks_in):
    text = (
        "The hearings will start on Monday morning. "
        "At 3 PM the Budget Committee will talk with Ana Ruiz, the candidate."
    )

    hearings, talk = talks_in(text)

    assert (hearings.when.time, hearings.who) == (None, ())
    assert (talk.when.time, talk.who) == ("15:00", ("Budget Committee", "Ana Ruiz"))


def test_what_will_also_be_is_another_occasion(talks_in):
    text = "Ana Ruiz will meet Tom Berg on Friday. She is also scheduled to meet Eva Lind."

    first, *_ = talks_in(text)

    assert first.who == ("Ana Ruiz", "Tom Berg")


def test_the_meeting_that_somebody_will_attend_is_the_one_told_before(talks_in):
    text = "The ministers will meet in Oslo on Friday. Tom Berg will also attend the meeting."

    (talk,) = talks_in(text)

    assert talk.who == ("Tom Berg",)


@pytest.mark.parametrize(
    "text",
    [
        "They planned to launch the probe on Friday, but the weather did not cooperate.",
        "The launch was set for 4:30 p.m. Friday, but has been pushed back to Saturday at 3 p.m.",
        "School officials are considering a possible rise of the fee for next year.",
    ],
)
def test_a_plan_that_came_otherwise_and_a_mere_thought_are_not_coming(talks_in, text):
    assert talks_in(text) == ()


def test_the_talks_that_are_due_to_start_are_told_by_their_name(talks_in):
    text = "The latest round of peace talks, due to start on Monday, will be about fish."

    (talk,) = talks_in(text)

    assert (talk.what, str(talk.when.first)) == ("latest round of peace talks", "2026-11-23")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The council will debate the plan on Friday and Saturday.", "2026-11-21"),
        ("The council will debate the plan on Friday and on Saturday.", "2026-11-21"),
        ("The council will debate the plan on Friday and Monday.", "2026-11-20"),
        (
            "The council will meet on Friday and on Saturday the mayor will open the fair.",
            "2026-11-20",
        ),
        ("The council will meet on Friday and Saturday will bring a vote.", "2026-11-20"),
    ],
)
def test_an_occasion_on_two_days_in_a_row_lasts_to_the_second(talks_in, text, last):
    assert str(talks_in(text)[0].when.last) == last
