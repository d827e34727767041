"""Where a coming occasion is held: every place in a sentence that news puts it in."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("On Tuesday in Geneva, foreign ministers will discuss the crisis.", "Geneva"),
        ("In Brussels, EU leaders will hold a summit on Thursday.", "Brussels"),
        ("The leaders will meet on Thursday at the UN headquarters in New York.", "UN headquarters in New York"),
        ("The meeting, planned for Friday, will take place in Ottawa.", "Ottawa"),
        ("The festival runs from Nov. 27 to Nov. 29 in Austin, Texas.", "Austin, Texas"),
        ("The council will meet at 7 p.m. Tuesday in the town hall.", "town hall"),
        ("A public hearing is set for 7 p.m. Monday at the Springfield library.", "Springfield library"),
        ("Talks are to start on Sunday in the Qatari capital, Doha.", "Doha"),
        ("A summit of African leaders opens in Nairobi, Kenya, on Monday.", "Nairobi, Kenya"),
        ("The hearing at the Hague tribunal is set for Monday.", "Hague tribunal"),
        ("A meeting is planned for Friday in Ottawa between Ana Ruiz and Tom Berg.", "Ottawa"),
        ("Iran will hold a new round of talks with the United States in Muscat on Saturday.", "Muscat"),
        ("Apple is expected to unveil a phone on Thursday at an event in Cupertino.", "Cupertino"),
    ],
)  # fmt: skip
def test_a_place_before_or_behind_the_day_and_the_verb(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Oslo hosts the conference on Friday.", "Oslo"),
        ("The Royal Albert Hall will host a concert on Saturday.", "Royal Albert Hall"),
        ("Moldova will hold parliamentary elections on Sunday.", "Moldova"),
        ("Moldova's presidential election is on Sunday.", "Moldova"),
        ("The Geneva talks will resume on Monday.", "Geneva"),
        ("A court in Milan will hear the case on Friday.", "Milan"),
        ("A judge in Texas is expected to rule on the ban on Friday.", "Texas"),
        ("Workers at the port of Gdansk will strike on Monday.", "port of Gdansk"),
    ],
)
def test_who_holds_it_says_where(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A march through central London is planned for Saturday.", "central London"),
        ("Workers will rally outside the parliament in Athens on Thursday.", "parliament in Athens"),
    ],
)  # fmt: skip
def test_a_march_is_held_where_it_leads(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the war in Sudan will begin on Friday.",
        "The bank's board, based in Frankfurt, meets on Thursday.",
        "The minister said in Paris that talks would begin on Friday.",
        "Speaking in London, Ana Ruiz said the vote would take place on Friday.",
        "Ana Ruiz, who lives in Paris, will give a lecture on Friday.",
        "Arsenal will play against the Celtics on Friday.",
    ],
)
def test_a_place_of_something_else_is_not_that_of_the_occasion(talks_in, text):
    (talk,) = talks_in(text)

    assert talk.where is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Saturday's trip to Anfield will be tough.", "Anfield"),
        ("Leeds face a trip to Anfield on Saturday.", "Anfield"),
        ("He is preparing for a visit to London next week.", "London"),
        ("The UK general election is on December 12.", "UK"),
        ("The U.S. presidential election in November 2027 will be close.", "U.S."),
        ("He hopes to play at the Tokyo Olympics in July.", "Tokyo"),
        ("The Miami Grand Prix is on Sunday.", "The Miami Grand Prix"),
        ("The COP31 climate summit begins in Belem on Monday.", "Belem"),
        ("Leaders gather at the World Economic Forum in Davos next week.", "World Economic Forum in Davos"),
        ("He will appear before magistrates in Leeds on Friday.", "Leeds"),
        ("He will appear before a court in Milan on Friday.", "Milan"),
        ("He is due to appear at Inner London Crown Court on 3 December.", "Inner London Crown Court"),
        ("He will appear in Manchester Crown Court on Friday.", "Manchester Crown Court"),
        ("She will testify on Capitol Hill on Tuesday.", "Capitol Hill"),
        ("The play opens on Broadway in March.", "Broadway"),
        ("A rally is planned for Saturday on the National Mall.", "National Mall"),
        ("Protests are planned across France on Saturday.", "France"),
        ("Protests are planned throughout Wales on Saturday.", "Wales"),
        ("The UN Security Council will meet on Friday in New York to discuss the crisis.", "New York"),
        ("NATO leaders will hold a summit at the alliance's headquarters in Brussels on Monday.", "alliance's headquarters in Brussels"),
        ("Voters go to the polls in Poland on Sunday.", "Poland"),
        ("The French presidential election takes place in April.", None),
        ("Poland's parliament will vote on the bill on Friday.", None),
        ("A hearing in the case is scheduled for Friday in Boston.", "Boston"),
        ("The hearing in federal court in Boston is set for Friday.", "federal court in Boston"),
        ("Jury selection is scheduled to begin on Monday in Houston.", "Houston"),
        ("The concert, part of a world tour, takes place at Madison Square Garden on Friday.", "Madison Square Garden"),
        ("The band will bring its show to Glasgow on Friday.", "Glasgow"),
        ("The show comes to the Palace Theatre in Manchester on 2 December.", "Palace Theatre in Manchester"),
        ("The exhibition will move to Madrid in May.", "Madrid"),
        ("The next round of talks will be in Vienna on Nov. 29.", "Vienna"),
        ("Vienna is to host the next round of talks on Nov. 29.", "Vienna"),
        ("The summit, to be hosted by Italy in Rome, is set for May.", "Rome"),
        ("The G20 summit, being held in Johannesburg, starts on Saturday.", "Johannesburg"),
        ("Johannesburg will be the venue for the summit on Saturday.", "Johannesburg"),
        ("Ana Ruiz will be sentenced in Paris on Friday.", "Paris"),
        ("Ana Ruiz will speak to reporters in Paris on Friday.", "Paris"),
        ("Ana Ruiz will hold a news conference in Paris on Friday.", "Paris"),
        ("Ana Ruiz will address a joint session of Congress on Tuesday.", None),
        ("Ana Ruiz is set to campaign in Ohio on Friday.", "Ohio"),
        ("Ana Ruiz plans to attend a conference in Lagos next month.", "Lagos"),
        ("Delegates from 50 countries are expected at the conference in Lagos next month.", "Lagos"),
        ("More than 200 delegates will attend the Lagos conference next month.", "Lagos"),
        ("The court case resumes in The Hague on Monday.", "The Hague"),
        ("The next race is in Monaco on May 23.", "Monaco"),
        ("Scotland play Italy at Murrayfield on Saturday.", "Murrayfield"),
        ("Scotland's next game is against Italy in Rome on Saturday.", "Rome"),
        ("The visitors play their next match in Rome on Saturday.", "Rome"),
        ("The Giants play the Eagles in Philadelphia on Sunday.", "Philadelphia"),
        ("A memorial service is planned for 2 p.m. Saturday at Trinity Church.", "Trinity Church"),
        ("The museum in Oslo will open on Friday.", "Oslo"),
        ("The new stadium in Leeds will open in May.", "Leeds"),
        ("The company will open a store in Berlin in May.", "Berlin"),
        ("The factory in Turin will close in May.", "Turin"),
        ("A strike at Heathrow airport is set to begin on Friday.", "Heathrow airport"),
        ("Rail workers in Italy will strike on Friday.", "Italy"),
        ("Teachers across England will walk out on Friday.", "England"),
        ("The ceasefire in Gaza is due to expire on Sunday.", "Gaza"),
        ("The launch is scheduled for Friday at 3:10 p.m. from Kennedy Space Center in Florida.", "Kennedy Space Center in Florida"),
        ("The film will premiere at the Toronto International Film Festival in September.", "Toronto International Film Festival"),
        ("The auction will be held at Sotheby's in London on Dec. 9.", "Sotheby"),
        ("The painting goes on display at the Prado in Madrid on Friday.", "Prado in Madrid"),
        ("Meetings are planned in Bonn, Cologne and Berlin next week.", "Bonn, Cologne and Berlin"),
        ("The parade starts at 10 a.m. Thursday on Main Street.", "Main Street"),
        ("A town hall meeting will be held Monday at Lincoln High School.", "Lincoln High School"),
        ("The board will meet Monday at its offices in Dayton.", "offices in Dayton"),
        ("Ministers from the 27 countries meet in Luxembourg on Monday.", "Luxembourg"),
        ("Ana Ruiz and Tom Berg will meet for the first time on Friday, in Helsinki.", "Helsinki"),
        ("Ana Ruiz and Tom Berg will meet in the Finnish capital on Friday.", None),
        ("In a speech in Berlin on Friday, Ana Ruiz will call for calm.", "Berlin"),
    ],
)  # fmt: skip
def test_a_place_is_found_in_news_of_every_kind(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ana Ruiz will join Tom Berg on a trip to Peru at the end of April.", "Peru"),
        ("Princess Ana will undertake an official tour of Norway in May.", "Norway"),
        ("Ana Ruiz plans to visit Chile, Peru and Norway in May.", "Chile, Peru and Norway"),
        ("Ana Ruiz is in Geneva for talks that begin on Friday.", "Geneva"),
        ("A court in Leeds summoned Tom Berg to testify on 8 December.", "Leeds"),
    ],
)
def test_the_goal_of_a_journey_and_the_seat_of_a_court_are_the_place(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ana Ruiz flew to Oslo on Monday. She will meet Tom Berg there on Friday.", "Oslo"),
        ("The club is based in Leeds and set to host the final in the city next week.", "Leeds"),
        ("The envoys have arrived in Geneva. The talks begin on Friday.", "Geneva"),
    ],
)
def test_there_and_the_city_are_the_one_place_told_just_before(talks_in, text, where):
    assert talks_in(text)[-1].where == where


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz flew from Rome to Oslo on Monday. She will meet Tom Berg there on Friday.",
        "Ana Ruiz praised Norway. She will meet Tom Berg in the city on Friday.",
        "The envoys live in Geneva. The talks begin on Friday.",
        "The envoys have arrived in Geneva. A vote on the budget will be held on Friday.",
        "A race starts on Friday, with coverage of storms in Peru.",
    ],
)
def test_two_places_or_another_matter_leave_the_place_open(talks_in, text):
    assert talks_in(text)[-1].where is None


def test_a_place_in_a_title_is_none(talks_in):
    (talk,) = talks_in("Acme will release a sequel to “A Night in Lima” on Friday.")

    assert talk.where is None


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
def test_the_place_is_that_of_the_occasion_itself(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


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
def test_a_place_is_also_known_by_the_host_the_goal_and_the_dateline(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where


def test_a_place_behind_the_next_hour_belongs_to_something_else(talks_in):
    text = "Members are to vote on 4 December, those of the other club two hours later in Oslo."

    (talk,) = talks_in(text)

    assert talk.where is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The band will play The Apex in Lima on 3 December.", "The Apex in Lima"),
        ("The singer plays the Rose Theatre on Friday.", "Rose Theatre"),
        ("The orchestra will perform at The Apex on Friday.", "The Apex"),
        ("Torre City will play Elma United at The Valley on Saturday.", "The Valley"),
        # A team plays a team, and an actor a part.
        ("Spain will play The Gambia on Friday.", None),
        ("Ana Ruiz will play The Duchess in the film on Friday.", None),
    ],
)
def test_the_hall_that_a_band_plays_is_the_place_and_takes_no_part(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where
    assert where is None or not any(where.startswith(name) for name in talk.who)


def test_what_is_being_staged_on_a_coming_day_is_told(talks_in):
    (talk,) = talks_in(
        "The festival, being staged in Lima on Saturday 28 November, will show films."
    )

    assert (talk.what, str(talk.when.first), talk.where) == ("festival", "2026-11-28", "Lima")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The talks are to take place in Porto (Portugal) on 6 December.", "Porto (Portugal)"),
        ("The trial will be held at the same court on 19 December.", None),
    ],
)
def test_a_place_is_told_whole_or_not_at_all(talks_in, text, where):
    assert talks_in(text)[0].where == where


@pytest.mark.parametrize(
    "text",
    [
        "Ministers are at the talks in Rome, Italy. (AP Photo/Ann Bell)\n\nThe talks will resume on Friday.",
        "Envoys arrive in Rome. [Photo: Getty Images]\n\nThe talks will resume on Friday.",
        "GETTY Envoys at the talks in Rome\n\nThe talks will resume on Friday.",
    ],
)  # fmt: skip
def test_a_caption_gives_no_place(talks_in, text):
    (talk,) = [each for each in talks_in(text) if each.when.first]

    assert talk.where is None


def test_the_text_itself_still_gives_one(talks_in):
    (talk,) = talks_in("The talks in Rome are hard.\n\nThe talks will resume on Friday.")

    assert talk.where == "Rome"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Oslo's largest art festivals kick off on Friday.", "Oslo"),
        ("The Rose Stadium will play host to the next two matches on Friday.", "Rose Stadium"),
        ("Norway's festivals kick off on Friday.", None),
    ],
)
def test_what_a_town_or_a_hall_holds_is_held_there(talks_in, text, where):
    (talk,) = talks_in(text)

    assert talk.where == where
