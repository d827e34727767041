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


def talks_of(parse, text, dated=WEDNESDAY):
    page = parse(an_article(text, dated=dated))
    return find_talks(page, find_actors(page))


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
def test_a_coming_occasion_is_told_in_the_words_of_the_text(parse, text, what, first):
    (talk,) = talks_of(parse, text)

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
def test_what_is_past_denied_or_only_possible_is_no_talk(parse, text):
    assert talks_of(parse, text) == ()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The envoys will meet in Jeddah, Saudi Arabia, on Sunday.", "Jeddah, Saudi Arabia"),
        (
            "The hearing is scheduled for Friday at the High Court in London.",
            "High Court in London",
        ),
        ("Germany and France meet in the final on Sunday in Lisbon.", "Lisbon"),
        ("A public meeting will be held in the sports hall on Saturday.", "sports hall"),
        ("The minister will fly to Cairo on Friday.", "Cairo"),
        ("The Iowa caucuses are on Jan. 15.", "Iowa"),
        ("The council will meet on Friday.", None),
        ("The council will meet in December.", None),
    ],
)
def test_the_place_is_that_of_the_occasion_itself(parse, text, where):
    (talk,) = talks_of(parse, text)

    assert talk.where == where


def test_those_who_take_part_are_named_in_full(parse):
    text = "Emmanuel Macron arrived at noon. Macron will meet Chancellor Olaf Scholz on Friday."

    (talk,) = talks_of(parse, text)

    assert talk.who == ("Emmanuel Macron", "Olaf Scholz")


def test_an_office_names_its_only_holder_and_nobody_among_several(parse):
    one = "Chancellor Olaf Scholz was ill. The chancellor will meet union leaders on Friday."
    two = (
        "President Joe Biden called President Emmanuel Macron. The president will speak on Friday."
    )

    assert [talk.who for talk in talks_of(parse, one)] == [("Olaf Scholz",)]
    assert [talk.who for talk in talks_of(parse, two)] == [()]


def test_a_pronoun_is_looked_up_among_the_actors(parse):
    text = "Angela Merkel was in Rome. She will visit Paris on Friday."

    (talk,) = talks_of(parse, text)

    assert talk.who[0] == "Angela Merkel"


def test_who_only_acts_before_the_occasion_takes_no_part(parse):
    text = "Ahead of the election on Sunday, Ana Ruiz has toured the north."

    (talk,) = talks_of(parse, text)

    assert talk.who == ()


@pytest.mark.parametrize(
    ("text", "status", "first"),
    [
        ("The talks will resume on Friday.", Status.SCHEDULED, "2026-11-20"),
        ("The talks could resume as early as Friday.", Status.TENTATIVE, "2026-11-20"),
        ("Friday's concert has been cancelled.", Status.CANCELLED, "2026-11-20"),
        (
            "A protest by farmers, called for Sunday, has been cancelled.",
            Status.CANCELLED,
            "2026-11-22",
        ),
        (
            "The strike, due to begin on Thursday, has been called off.",
            Status.CANCELLED,
            "2026-11-19",
        ),
        (
            "The hearing, set for Friday, has been postponed until 2 December.",
            Status.POSTPONED,
            "2026-12-02",
        ),
        (
            "The release is no longer scheduled for December.",
            Status.CANCELLED,
            "2026-12-01",
        ),
    ],
)
def test_how_firm_a_talk_is(parse, text, status, first):
    (talk,) = talks_of(parse, text)

    assert (talk.status, str(talk.when.first)) == (status, first)


def test_the_same_occasion_is_told_once_with_its_most_exact_day(parse):
    text = (
        "The two governments will hold talks next week. "
        "The talks will begin in Geneva on 24 November, officials said."
    )

    (talk,) = talks_of(parse, text)

    assert talk.when.first == date(2026, 11, 24)
    assert talk.where == "Geneva"


def test_another_meeting_is_another_talk(parse):
    text = (
        "Ana Ruiz will meet Tom Berg on Friday. "
        "Ana Ruiz and Lena Holm will also hold a separate meeting."
    )

    assert [talk.when.first for talk in talks_of(parse, text)] == [date(2026, 11, 20), None]


def test_a_range_runs_from_its_first_day_to_its_last(parse):
    (talk,) = talks_of(parse, "The pope is to visit Kenya from Nov. 25 to Nov. 30.")

    assert (talk.when.first, talk.when.last) == (date(2026, 11, 25), date(2026, 11, 30))
    assert talk.when.words == "Nov. 25 to Nov. 30"


def test_what_is_left_of_this_week_begins_today(parse):
    (talk,) = talks_of(parse, "The parliament will debate the bill this week.")

    assert (talk.when.first, talk.when.last) == (WEDNESDAY, date(2026, 11, 22))
    assert talk.when.precision is Precision.WEEK


def test_in_an_undated_article_a_weekday_stays_a_word(parse):
    text = "Talks are set to take place in Jeddah, Saudi Arabia, on Sunday."

    (talk,) = talks_of(parse, text, dated=None)

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
def test_what_reads_like_an_entry_of_a_calendar(parse, text, what):
    (talk,) = talks_of(parse, text)

    assert talk.what == what


def test_the_hearing_is_the_one_of_the_sentence_before(parse):
    text = "The court will hear the appeal of Ana Ruiz. The hearing has been moved to 1 December."

    (talk,) = talks_of(parse, text)

    assert talk.what == "court will hear the appeal of Ana Ruiz"
    assert talk.who == ("Ana Ruiz",)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, the minister, flies home from Lisbon on Saturday.",
        "The first money leaves the bank on Friday.",
        "The club doctor will examine him on Monday.",
        "The authority will decide on Friday.",
        "He will go to school on Monday.",
    ],
)
def test_what_nobody_could_attend_or_wait_for_is_no_talk(parse, text):
    assert talks_of(parse, text) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Parliament will vote on the bill on Wednesday.", 1),
        ("Parliament votes on the bill on Wednesday.", 0),
        ("Parliament votes on the bill tonight.", 1),
    ],
)
def test_a_talk_of_the_day_itself_is_clearly_still_to_come(parse, text, count):
    assert len(talks_of(parse, text)) == count


def test_an_hour_alone_belongs_to_the_occasion_that_was_told_before(parse):
    text = (
        "Peru and Chile will return to the table in Geneva on 24 November. "
        "The second round is to begin at 10:00."
    )

    (talk,) = talks_of(parse, text)

    assert talk.what == "Peru and Chile will return to the table in Geneva"
    assert (talk.when.first, talk.when.time) == (date(2026, 11, 24), "10:00")
    assert talk.who == ("Peru", "Chile")


def test_the_fuller_name_and_the_hour_come_together(parse):
    text = (
        "Peru goes into Tuesday's negotiations on the border with hope. "
        "The session in Geneva opens on 24 November at 10:00."
    )

    (talk,) = talks_of(parse, text)

    assert (talk.what, talk.where) == ("negotiations on the border", "Geneva")
    assert talk.when.time == "10:00"


def test_two_matches_of_one_day_are_two(parse):
    text = "Peru will play Chile in Lima on Saturday. Kenya will play Ghana on Saturday."

    assert len(talks_of(parse, text)) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("US President Joe Biden met French President Emmanuel Macron. The US president will speak on Friday.", ("Joe Biden",)),
        ("Amina Odera, Kenya's minister, will meet Tom Berg on Friday.", ("Amina Odera", "Tom Berg")),
        ("Envoys from Peru and Chile will meet on Friday.", ("Peru", "Chile")),
        ("The judge rejected Tom Berg's bid to delay the hearing, which is set for Friday.", ("Tom Berg",)),
        ("Mozambique will hold an election on Friday.", ()),
        ("The committee has called Tom Berg to testify on 2 December.", ("Tom Berg",)),
        ("Lena Holm will visit Cairo on Friday.", ("Lena Holm",)),
    ],
)  # fmt: skip
def test_only_those_take_part_whom_the_sentence_says_so(parse, text, who):
    (talk,) = talks_of(parse, text)

    assert talk.who == who


def test_the_president_is_that_of_the_one_who_speaks(parse):
    text = (
        "US President Joe Biden called Ukrainian President Volodymyr Zelenskyy.\n\n"
        "“The President will meet his cabinet on Friday,” "
        "White House Press Secretary Karoline Leavitt said."
    )

    (talk,) = talks_of(parse, text)

    assert "Joe Biden" in talk.who
    assert "Volodymyr Zelenskyy" not in talk.who


def test_an_envoy_who_speaks_of_the_negotiations_takes_part_in_them(parse):
    text = (
        "Talks on the border will take place in Oslo on Sunday. "
        "According to the special envoy, Lena Holm, the negotiations will be long. "
        "Tom Berg said he would wait."
    )

    (talk,) = talks_of(parse, text)

    assert talk.who == ("Lena Holm",)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The minister will fly to Oslo on Friday for talks with the king.", "Oslo"),
        ("Lisbon will host the summit on Friday.", "Lisbon"),
        ("Ana Ruiz will visit Peru on Friday.", "Peru"),
        ("Voters in Chile go to the polls on Sunday.", "Chile"),
        ("OSLO (Newswire) — The envoys will meet here on Friday.", "Oslo"),
        ("The envoys will hold negotiations on the Black Sea on Friday.", None),
        ("The hearing will resume on Thursday in the Swiss city of Geneva.", "Geneva"),
        ("Tom Berg will be sentenced on 3 December at the Old Bailey.", "Old Bailey"),
        ("The impeachment trial in the Senate will begin on Friday.", "Senate"),
        ("Ana Ruiz will meet leaders in Congress on Friday.", None),
        ("NASA plans to launch the probe from Cape Canaveral on Monday.", "Cape Canaveral"),
    ],
)
def test_a_place_is_also_known_by_the_host_the_goal_and_the_dateline(parse, text, where):
    (talk,) = talks_of(parse, text)

    assert talk.where == where


def test_what_is_counted_from_another_occasion_gets_no_day(parse):
    (talk,) = talks_of(parse, "Nobody leads just 75 days before primary voting begins.")

    assert (talk.when.words, talk.when.first) == ("75 days before primary voting begins", None)


def test_a_range_of_weekdays_ends_after_it_begins(parse):
    (talk,) = talks_of(parse, "Doctors will strike from Tuesday to Thursday.")

    assert (talk.when.first, talk.when.last) == (date(2026, 11, 24), date(2026, 11, 26))


def test_the_day_a_hearing_was_moved_from_is_not_told(parse):
    text = "A hearing, first set for next week, has been moved to 10 December."

    (talk,) = talks_of(parse, text)

    assert (talk.when.first, talk.status) == (date(2026, 12, 10), Status.POSTPONED)


def test_a_meeting_without_a_day_is_not_taken_for_any_other(parse):
    text = "The cabinet meets on Monday. Ana Ruiz and Tom Berg are to meet in Geneva."

    assert [talk.where for talk in talks_of(parse, text)] == [None, "Geneva"]


def test_a_place_behind_the_next_hour_belongs_to_something_else(parse):
    text = "Members are to vote on 4 December, those of the other club two hours later in Oslo."

    (talk,) = talks_of(parse, text)

    assert talk.where is None


def test_whoever_suggests_that_he_could_meet_somebody_is_he(parse):
    text = (
        "Kenya's president, Paul Odera, has suggested that he and Lena Holm could meet next month."
    )

    (talk,) = talks_of(parse, text)

    assert talk.who == ("Paul Odera", "Lena Holm")


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


def test_an_hour_of_others_is_another_occasion_of_that_day(parse):
    text = (
        "The hearings will start on Monday morning. "
        "At 3 PM the Budget Committee will talk with Ana Ruiz, the candidate."
    )

    hearings, talk = talks_of(parse, text)

    assert (hearings.when.time, hearings.who) == (None, ())
    assert (talk.when.time, talk.who) == ("15:00", ("Budget Committee", "Ana Ruiz"))


def test_what_will_also_be_is_another_occasion(parse):
    text = "Ana Ruiz will meet Tom Berg on Friday. She is also scheduled to meet Eva Lind."

    first, *_ = talks_of(parse, text)

    assert first.who == ("Ana Ruiz", "Tom Berg")


def test_the_meeting_that_somebody_will_attend_is_the_one_told_before(parse):
    text = "The ministers will meet in Oslo on Friday. Tom Berg will also attend the meeting."

    (talk,) = talks_of(parse, text)

    assert talk.who == ("Tom Berg",)
