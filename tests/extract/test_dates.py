"""What date expressions mean, alone and in their sentences."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.date.sense import Tense
from briefing.extract.dates import find_dates, resolve
from briefing.model import Precision
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)


def on(day, text):
    return an_article(text, dated=day)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("Nov. 26, 2026", "2026-11-26", "2026-11-26", "day"),
        ("26 November", "2026-11-26", "2026-11-26", "day"),
        ("2026-11-26", "2026-11-26", "2026-11-26", "day"),
        ("11/26/2026", "2026-11-26", "2026-11-26", "day"),
        ("26-11-2026", "2026-11-26", "2026-11-26", "day"),
        ("26.11.2026", "2026-11-26", "2026-11-26", "day"),
        ("the 26th of November", "2026-11-26", "2026-11-26", "day"),
        ("tomorrow", "2026-11-19", "2026-11-19", "day"),
        ("the day after tomorrow", "2026-11-20", "2026-11-20", "day"),
        ("Friday", "2026-11-20", "2026-11-20", "day"),
        ("next Friday", "2026-11-27", "2026-11-27", "day"),
        ("this Friday", "2026-11-20", "2026-11-20", "day"),
        ("last Friday", "2026-11-13", "2026-11-13", "day"),
        ("a week from Monday", "2026-11-30", "2026-11-30", "day"),
        ("this weekend", "2026-11-21", "2026-11-22", "week"),
        ("later this week", "2026-11-19", "2026-11-22", "week"),
        ("earlier this week", "2026-11-16", "2026-11-17", "week"),
        ("next week", "2026-11-23", "2026-11-29", "week"),
        ("the week of Dec. 7", "2026-12-07", "2026-12-13", "week"),
        ("in two weeks", "2026-11-30", "2026-12-06", "week"),
        ("next month", "2026-12-01", "2026-12-31", "month"),
        ("mid-December", "2026-12-11", "2026-12-21", "month"),
        ("the end of January", "2027-01-22", "2027-01-31", "month"),
        ("the third quarter of 2027", "2027-07-01", "2027-09-30", "quarter"),
        ("next spring", "2027-03-01", "2027-05-31", "season"),
        ("the first half of next year", "2027-01-01", "2027-06-30", "year"),
        ("early next year", "2027-01-01", "2027-04-30", "year"),
        ("2028", "2028-01-01", "2028-12-31", "year"),
        ("Christmas Eve", "2026-12-24", "2026-12-24", "day"),
        ("Easter Monday", "2027-03-29", "2027-03-29", "day"),
        ("Thanksgiving", "2026-11-26", "2026-11-26", "day"),
        ("three days ago", "2026-11-15", "2026-11-15", "day"),
        ("from Nov. 20 to Dec. 11", "2026-11-20", "2026-12-11", "day"),
        ("20-22 November", "2026-11-20", "2026-11-22", "day"),
        ("28-2 December", "2026-11-28", "2026-12-02", "day"),
        ("Nov. 28-2", "2026-11-28", "2026-12-02", "day"),
        ("31-1 March", "2027-03-31", "2027-03-31", "day"),  # there is no 31 February
        ("this coming Sunday, November 22nd", "2026-11-22", "2026-11-22", "day"),
        ("January nineteen ninety-seven", "1997-01-01", "1997-01-31", "month"),
    ],
)
def test_words_said_on_a_wednesday_of_what_is_coming(words, first, last, precision):
    when = resolve(words, WEDNESDAY, Tense.FUTURE)

    assert when is not None
    assert (str(when.first), str(when.last), when.precision.value) == (first, last, precision)


@pytest.mark.parametrize(
    ("words", "first", "time"),
    [
        ("Friday at 9:30 a.m.", "2026-11-20", "09:30"),
        ("7 p.m. EST on Friday", "2026-11-20", "19:00"),
        ("noon Saturday", "2026-11-21", "12:00"),
        ("Nov. 26 at 21:00", "2026-11-26", "21:00"),
        ("12:15 a.m. tomorrow", "2026-11-19", "00:15"),
        ("tonight at 8 o'clock", "2026-11-18", "20:00"),
        ("Friday at two in the afternoon", "2026-11-20", "14:00"),
        ("Friday at ten in the morning", "2026-11-20", "10:00"),
    ],
)
def test_a_time_beside_a_day_is_kept(words, first, time):
    when = resolve(words, WEDNESDAY, Tense.FUTURE)

    assert when is not None
    assert (str(when.first), when.time) == (first, time)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will visit Oslo at a wish uttered during the talks in July.", "2026-07"),
        ("They will discuss plans for a summit in May.", "2027-05"),
        ("He will speak at a summit in Oslo in May.", "2027-05"),
    ],
)
def test_a_month_of_what_a_plan_comes_from_is_the_nearest(page_of, text, value):
    (found,) = find_dates(page_of(on(WEDNESDAY, text)))

    assert found.value == value


def test_an_hour_leans_on_a_day_told_just_before_it_and_on_none_farther_away(page_of):
    near = "The trial will open on Monday. Ana Ruiz will lead it. It will begin at 9 a.m."
    far = (
        "The unions will strike from Monday. Talks failed. The mayor was angry. Nobody gave in. "
        "They will speak at 4 p.m."
    )

    assert find_dates(page_of(on(WEDNESDAY, near)))[-1].value == "2026-11-23T09:00"
    assert find_dates(page_of(on(WEDNESDAY, far)))[-1].value == "2026-11-18T16:00"


def test_a_time_before_the_following_day_is_of_that_day(page_of):
    text = "Buses stop on December 2, and trains will stop from 7 a.m. on the following day."

    values = [each.value for each in find_dates(page_of(on(WEDNESDAY, text)))]

    assert values == ["2026-12-02", "2026-12-03T07:00", "2026-12-03"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Thursday, December 3", "2026-12-03"),
        ("Saturday, December 3", "2026-12-03"),  # it is a Thursday
        ("Saturday, April 3", "2027-04-03"),
        ("Saturday, April 4", "2026-04-04"),
    ],
)
def test_a_weekday_beside_a_day_tells_the_year_of_a_far_day_only(words, first):
    when = resolve(words, WEDNESDAY, Tense.FUTURE)

    assert when is not None
    assert str(when.first) == first


@pytest.mark.parametrize(
    "words", ["Sunday", "tomorrow", "next month", "3 December", "in two weeks", "this summer"]
)
def test_without_a_publication_day_nothing_relative_gets_a_day(words):
    when = resolve(words, None, Tense.FUTURE)

    assert when is not None
    assert (when.first, when.last, when.precision) == (None, None, Precision.UNKNOWN)
    assert when.words == words


def test_a_full_date_needs_no_publication_day():
    when = resolve("3 December 2026", None)

    assert when is not None
    assert when.first == date(2026, 12, 3)


@pytest.mark.parametrize("words", ["two weeks", "every Friday", "soon", ""])
def test_words_that_name_no_day_are_no_when(words):
    assert resolve(words, WEDNESDAY) is None


def test_said_on_a_sunday_later_this_week_is_the_week_that_begins():
    when = resolve("later this week", date(2026, 11, 22), Tense.FUTURE)

    assert when is not None
    assert (when.first, when.last) == (date(2026, 11, 23), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police arrested him Friday.", ["2026-11-13"]),
        ("The two will meet Friday.", ["2026-11-20"]),
        ("Officials said Wednesday it had rained.", ["2026-11-18"]),
        ("She said on Monday that he would resign on Friday.", ["2026-11-16", "2026-11-20"]),
        ("He has been in jail since Friday.", ["2026-11-13"]),
        ("The offer is open until Friday.", ["2026-11-20"]),
        ("In June the river rose.", ["2026-06"]),
        ("The law will change in June.", ["2027-06"]),
        ("The group was founded in the 1990s.", ["199"]),
        ("The third quarter was weak; a year earlier it was strong.", ["2026-Q3", "2025-Q3"]),
        ("He died in 1999. The following year his son took over.", ["1999", "2000"]),
        ("It opened on 3 May 2024 and closed the same day.", ["2024-05-03", "2024-05-03"]),
        ("It is now too late.", ["PRESENT_REF"]),
        ("They left on Friday night.", ["2026-11-13TNI"]),
        ("The blast came at 10:35 a.m. on Sunday.", ["2026-11-15T10:35"]),
        ("Rain fell last week.", ["2026-W46"]),
        ("Nobody knows its future.", ["FUTURE_REF"]),
        ("Sales fell in the year ended Sept. 30.", ["2026", "2026-09-30"]),
        ("For the quarter ended June 30, sales fell.", ["2026-Q2", "2026-06-30"]),
        ("In the third quarter it lost. Sales in the latest period fell.", ["2026-Q3", "2026-Q3"]),
        ("The strike is to last for three days from Monday.", ["2026-11-23"]),
        ("He invited both sides to talks on Saturday.", ["2026-11-21"]),
        ("Peru goes into Tuesday's talks with hope.", ["2026-11-24"]),
    ],
)
def test_dates_of_a_sentence_have_their_timex_values(parse, text, values):
    page = parse(on(WEDNESDAY, text))

    assert [mention.value for mention in find_dates(page)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They meet on Sunday.", ["XXXX-WXX-7"]),
        ("It snowed last week.", ["XXXX-WXX"]),
        ("It ends on 3 December.", ["XXXX-12-03"]),
        ("It began in 2019.", ["2019"]),
    ],
)
def test_an_undated_article_keeps_what_is_known_of_a_date(parse, text, values):
    page = parse(on(None, text))

    assert [mention.value for mention in find_dates(page)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke.",
        "About 2000 people came.",
        "Troops march north.",
        "The Winter Olympics drew crowds.",
        "The visit lasted two weeks.",
        'ABC\'s show "This Week" was on.',
        "It was printed in USA Today.",
        "They are the leaders of tomorrow.",
        "What do today's children read?",
        "They took part in the annual March for Life.",
        "The winter fair was full.",
        'They marked the anniversary of "Bloody Sunday" in Elma.',
        "China will launch its Long March 9 rocket.",
        "Her new film is Independence Day 2.",
        "She did little in coming weeks.",
        "They wrote of it under #Friday.",
    ],
)
def test_names_and_numbers_are_no_dates(parse, text):
    assert find_dates(parse(on(WEDNESDAY, text))) == ()


def test_every_date_reads_as_its_place_in_the_text(parse):
    page = parse("On Friday, Nov. 20,\n2026, at 9 a.m. they met; later that year he left.")

    for mention in find_dates(page):
        assert page.text[mention.at.start : mention.at.end] == mention.words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She left in March 2003. The next day her son left.", ["2003-03", "2003-03-XX"]),
        ("She left in 2003. That month her son left.", ["2003", "2003-XX"]),
        ("She left on March 4, 2003. That same day it rained.", ["2003-03-04", "2003-03-04"]),
    ],
)
def test_a_day_of_a_month_that_is_not_said_is_not_its_first(page_of, text, values):
    assert [found.value for found in find_dates(page_of(on(WEDNESDAY, text)))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It may be built in a year or two.", ["FUTURE_REF"]),
        ("It was built a year or two ago.", ["PAST_REF"]),
        ("It rained on the morning of Nov. 3.", ["2026-11-03TMO"]),
        ("The week before last was cold.", ["2026-W45"]),
        ("The deal was signed in '98.", ["1998"]),
        ("He was on ''60 Minutes''.", []),
        ("He won the 2010 World Cup.", ["2010"]),
        ("Profit fell in the final quarter of 2025.", ["2025-Q4"]),
        ("Profit fell in the last quarter of 2025.", ["2025-Q4"]),
        ("Sales rose in the closing quarter of last year.", ["2025-Q4"]),
        ("They won in the final quarter of the game.", []),
        ("The contract expires in June.", ["2027-06"]),
        ("In his film a man dies in June.", ["2026-06"]),
        ("In January the firm should’ve warned its clients.", ["2026-01"]),
        ("The town remains scarred after the May shooting.", ["2026-05"]),
        ("They will meet after the May election.", ["2027-05"]),
        ("He died on Wednesday and was buried on Thursday.", ["2026-11-11", "2026-11-12"]),
        ("It rose on Wednesday after it fell on Tuesday.", ["2026-11-18", "2026-11-17"]),
    ],
)
def test_vague_counts_parts_of_days_and_short_years(page_of, text, values):
    assert [found.value for found in find_dates(page_of(on(WEDNESDAY, text)))] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tax will rise beginning in January.", "January"),
        ("The show will close May 3.", "May 3"),
        ("He will sing at the end of next week.", "the end of next week"),
        ("It will start early in the week.", "early in the week"),
        ("It will end in mid-May.", "mid-May"),
    ],
)
def test_only_what_is_of_a_month_is_a_border_of_it(page_of, text, words):
    (found,) = find_dates(page_of(on(WEDNESDAY, text)))

    assert found.words == words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A Christmas tree fell on a Christmas market.", []),
        ("The Easter eggs are sold out.", []),
        ("A Christmas concert will be held.", ["2026-12-25"]),
        ("They will meet on Christmas Day.", ["2026-12-25"]),
    ],
)
def test_a_feast_before_a_thing_is_no_day(page_of, text, values):
    assert [found.value for found in find_dates(page_of(on(WEDNESDAY, text)))] == values


def test_a_plan_of_this_tuesday_was_one_of_this_week(page_of):
    text = "The sale was first planned to take place this Tuesday."

    (found,) = find_dates(page_of(on(date(2026, 11, 19), text)))

    assert found.value == "2026-11-17"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday. She will speak to the press by 4pm today.", "2026-11-18T16:00"),
        ("They met on Monday. The leaders will speak to the press by 4pm.", "2026-11-18T16:00"),
        ("They will meet on Friday. The session will open at 4pm.", "2026-11-20T16:00"),
        ("They will meet on Friday. It must vote by 4pm.", "2026-11-20T16:00"),
        ("They will meet on Friday. It has rained. Bids are due by 4pm.", "2026-11-18T16:00"),
    ],
)
def test_a_time_to_come_never_takes_a_day_that_is_over_or_far(page_of, text, value):
    assert find_dates(page_of(on(WEDNESDAY, text)))[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ana Ruiz will visit Oslo next week. On Friday she will meet the king.", "2026-11-27"),
        ("Ana Ruiz will visit Oslo from next Monday to Thursday.", "2026-11-26"),
        ("Ana Ruiz will visit Oslo next week. The union will strike on Friday.", "2026-11-20"),
        ("Ana Ruiz will visit Oslo next week. She spoke on Friday.", "2026-11-13"),
        ("Ana Ruiz will visit Oslo on 3-6 December. On Friday she will sing.", "2026-12-04"),
        ("Ana Ruiz will visit Oslo from 3 to 20 December. On Friday she will sing.", "2026-11-20"),
        (
            "Ana Ruiz will visit Oslo from 3 to 6 December. The union will vote Friday.",
            "2026-11-20",
        ),
        (
            "Ana Ruiz will tour from December 3 to December 6. She will sing in Oslo on Friday.",
            "2026-12-04",
        ),
        ("Elma Folk Festival returns next month. The festival starts on Friday.", "XXXX-WXX-5"),
        (
            "The fair will return next month. The fair will open on Friday at 8pm.",
            "XXXX-WXX-5T20:00",
        ),
    ],
)
def test_a_bare_weekday_of_what_comes_next_week_is_of_that_week(page_of, text, value):
    assert find_dates(page_of(on(WEDNESDAY, text)))[-1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "It starts at 9 p.m. local time (0200 GMT Friday).",
            ["2026-11-19T21:00", "2026-11-20T02:00"],
        ),
        (
            "It will start at 2 a.m. local time (2100 GMT Friday).",
            ["2026-11-21T02:00", "2026-11-20T21:00"],
        ),
        (
            "It will start at 9 p.m. local time (1900 GMT Friday).",
            ["2026-11-20T21:00", "2026-11-20T19:00"],
        ),
    ],
)
def test_a_local_hour_may_be_of_the_day_beside_that_in_brackets(page_of, text, values):
    assert [each.value for each in find_dates(page_of(on(WEDNESDAY, text)))] == values


def test_a_range_of_weekdays_runs_forward_from_its_first_day(page_of):
    text = "The summit will be held from Friday to Tuesday."

    values = [each.value for each in find_dates(page_of(on(WEDNESDAY, text)))]

    assert values == ["2026-11-20", "2026-11-24"]
