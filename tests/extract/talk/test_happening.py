"""What happens on a coming day, whatever its verb, and what only seems to."""

from __future__ import annotations

from datetime import date

import pytest

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The old satellite will fall to Earth sometime in March.", "2027-03-01"),
        ("The museum is to be open on Sunday.", "2026-11-29"),
        ("Letters of the bishop are to be made public in January.", "2027-01-01"),
        ("Her lawyers expect to respond next week.", "2026-11-30"),
        ("He will take up the post of curator in August.", "2027-08-01"),
        ("The princess will undertake an official tour of Norway in May.", "2027-05-01"),
        ("The League is expected to give its blessing to the force on Monday.", "2026-11-30"),
        ("The findings are due to be presented to the director next week.", "2026-11-30"),
        ("A deal is supposed to be concluded by June 30.", "2027-06-30"),
        ("The duchess is scheduled to give birth in late April.", "2027-04-21"),
        ("The port's new canal will be formally completed in June.", "2027-06-01"),
        ("The tram will be removed tomorrow, police said.", "2026-11-27"),
        ("The two men will be extradited to Spain next week.", "2026-11-30"),
        ("The power station will go dark on Friday.", "2026-11-27"),
        ("The mayor said the city would sell the stadium in May.", "2027-05-01"),
    ],
)
def test_what_surely_happens_on_a_day_is_told_whatever_its_verb(talks_in, text, first):
    (talk,) = talks_in(text, THURSDAY)

    assert str(talk.when.first) == first


@pytest.mark.parametrize(
    "text",
    [
        "The price of gas will rise in January.",
        "Sales are expected to fall next month.",
        "The bank is expected to report a loss of $5 million in January.",
        "The dollar will strengthen in January, the bank said.",
        "Temperatures will drop below zero on Sunday.",
        "The storm will reach the coast on Monday.",
        "Clouds will clear on Saturday.",
        "I will call you on Friday.",
        "Her son will turn 18 in May.",
        "She will know more on Monday.",
        "Children will eat their lunch in the hall on Monday.",
        "The team will be without Jones on Saturday.",
        "The question will be answered on Monday.",
        "If the talks fail, the port will close on Monday.",
        "The pressure will grow next week.",
        "The awards are to be paid next month.",
        "It will take until Friday to clear the road.",
        "The plan would remove the tram on Friday.",
        "The tram will not be removed on Friday.",
    ],
)
def test_forecasts_states_thoughts_and_private_doings_are_no_talks(talks_in, text):
    assert talks_in(text, THURSDAY) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Prosecutors have until Friday to appeal.", "2026-11-27"),
        ("A sequel is already set for May 3, 2027.", "2027-05-03"),
        ("The final report is due in January.", "2027-01-01"),
        ("His review, which is to be published in early April, names nobody.", "2027-04-01"),
        ("Qualifying for Sunday's race gets underway on Saturday.", "2026-11-28"),
        ("The city is proud of the Final Four, which it is hosting this weekend.", "2026-11-28"),
        ("There are two slalom events in Norway next week.", "2026-11-30"),
        ("The singer will be performing a show of her hits on Saturday.", "2026-11-28"),
        ("The minister will travel to the crash site on Monday.", "2026-11-30"),
        ("The airline is cutting its flights to Rome on Monday.", "2026-11-30"),
        ("The two brothers will be tried on Monday.", "2026-11-30"),
        ("The exhibition opens on Friday, Nov. 27, 2026, at the museum.", "2026-11-27"),
        ("The flight is scheduled to take off again on Monday.", "2026-11-30"),
        ("Poland is scheduled to become a full member of the pact in April.", "2027-04-01"),
        ("The bill will become law on Monday.", "2026-11-30"),
        ("Carl Jones will return in September.", "2027-09-01"),
        ("The new capsule makes its debut on Monday.", "2026-11-30"),
        ("The film will be in theaters on May 4.", "2027-05-04"),
        ("The study is set to wrap up in January.", "2027-01-01"),
        ("The strike will go ahead on Monday.", "2026-11-30"),
        ("His body will lie in state at the palace from Monday.", "2026-11-30"),
        ("Negotiators sit down in Lausanne on Monday.", "2026-11-30"),
        ("His performance is on Saturday.", "2026-11-28"),
        ("The mayor will meet the bishop and bless the fleet on Monday.", "2026-11-30"),
        ("Prosecutors expect to receive a preliminary report next week.", "2026-11-30"),
    ],
)
def test_what_is_due_has_a_term_or_is_no_more_than_an_event(talks_in, text, first):
    (talk,) = talks_in(text, THURSDAY)

    assert str(talk.when.first) == first


@pytest.mark.parametrize(
    "text",
    [
        "The baby is due in May.",
        "The money is due on Friday.",
        "They had until Friday to appeal.",
        "The situation in France demonstrates the price of failure today.",
        "The greatest challenge facing the prime minister after May 7 is trade.",
        "The champion faces a tough task on Saturday.",
        "It looks like he is going to have the votes.",
        "He'd love to see Rovers play United for the title in May.",
        "He planned what would have been a major attack to take place in Rome on January 20.",
        "She decided to end it over the weekend.",
        "The ruling party pulled off a victory in Tuesday's election.",
        "The carrier is celebrating with cheap fares in January.",
        "Take a look at the games coming to shops in 2027.",
        "The union hopes to reach a deal and avoid a strike by Monday.",
        "Carl Jones will fly home on Monday.",
        "The king extended the ban, which was due to end on Monday, by three months.",
        "The ban, which is due to expire on Monday, will be extended by a year.",
        "He should be able to compete through December.",
        "They should discuss sending a delegation to Oslo in May.",
        "The mummy, originally scheduled to be on display until May, has been removed.",
        "The numbers for the left in Tuesday's election suggest a close race.",
        "She will be on holiday on Monday.",
        "Does the council expect him to speak on Monday?",
        "In the event of a strike in May the port would close.",
        "The forces are closing in on the city this week.",
        "People visit the beach in December.",
        "She will try again on Monday.",
        "Saturday's march in Rome is just one example.",
        "The speech is a reaction to the sanctions of Monday.",
        "The mayor is criticizing the plan on Sunday.",
        "Members are counting on him on Sunday.",
        "A man walks past a model of the launch in Rome, November 27, 2026.",
        "Leaders gather for a summit in Rome on Friday, Nov. 27, 2026. (Photo by Tom Berg)",
        "Our reporter speaks at ten pic.twitter.com/abc — Ana Ruiz (@anaruiz) November 27, 2026",
        "2027 stretches the symbolic May celebration out a little longer.",
    ],
)
def test_habits_examples_questions_and_stamps_are_no_talks(talks_in, text):
    assert talks_in(text, THURSDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Parliament will have the opportunity to review the plans until next Tuesday.",
        "The outcome of tomorrow’s will determine our next step.",
        "Storm Ana will hit the coast on Tuesday.",
        "Hurricane Berg will arrive in Ireland on Tuesday.",
        "Parliament will vote on the budget law of 2027.",
        "The council will vote on the 2027 budget.",
        "The bank will release trade figures for September.",
    ],
)
def test_a_chance_an_outcome_a_storm_and_what_a_year_names_are_no_occasion(talks_in, text):
    assert talks_in(text, THURSDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The agency will try again on 3 December.",
        "Storm captain Ana Ruiz will visit Leeds on Tuesday.",
        "Parliament will hold a vote on the budget law of 2027 next Monday.",
        "The bank will release trade figures in September.",
    ],
)
def test_what_looks_like_them_is_told(talks_in, text):
    (talk,) = talks_in(text, THURSDAY)

    assert talk.when.first is not None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The parade was due on Sunday. The parade will not take place on Sunday.", "cancelled"),
        ("Acme said it has postponed its annual meeting scheduled for Tuesday.", "postponed"),
        ("A judge refused to delay the hearing, which will open on Tuesday.", "scheduled"),
    ],
)
def test_what_is_said_of_its_being_held_is_its_status(talks_in, text, status):
    (talk,) = talks_in(text, THURSDAY)

    assert talk.status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "The vote will not take place before Tuesday.",
        "No strike will take place on Tuesday.",
        "The strikes were supposed to take place on Saturday.",
    ],
)
def test_what_is_not_yet_or_was_only_meant_to_be_is_no_talk(talks_in, text):
    assert talks_in(text, THURSDAY) == ()


def test_the_day_of_its_verb_is_told_and_not_the_year_or_feast_that_names_it(talks_in):
    text = "The Christmas concert, which this year will be held on December 20, is sold out."

    (talk,) = talks_in(text, THURSDAY)

    assert talk.when.words == "December 20"


@pytest.mark.parametrize(
    "text",
    [
        "An open day will be held at Rose School on December 5.",
        "The Winter Market will be held on Friday.",
        "A quiz night will be held at the Rose Inn on Friday.",
    ],
)
def test_what_people_come_to_is_told_when_it_will_be_held(talks_in, text):
    assert len(talks_in(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The suspect will be held in custody until Friday.",
        "The hostages will be held until Friday.",
        "The money will be held in trust until December.",
    ],
)
def test_who_is_held_captive_is_no_occasion(talks_in, text):
    assert talks_in(text) == ()
