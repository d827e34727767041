"""Sentences of the kind newspapers announce things in, from courts to concerts, read whole."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "what", "first", "where", "who"),
    [
        ("PARIS (AP) — France and Germany will present a joint plan for the euro zone at a summit of European leaders in Brussels next week, officials said Wednesday.", "summit of European leaders", "2026-11-23", "Brussels", ("France", "Germany")),
        ("Prime Minister Ana Ruiz will travel to Washington on Monday for talks with President Tom Berg at the White House, her office said.", "talks with President Tom Berg", "2026-11-23", "White House", ("Ana Ruiz", "Tom Berg")),
        ("Tom Berg, 34, of Dayton, is scheduled to be arraigned Thursday in Montgomery County Common Pleas Court.", "Tom Berg to be arraigned", "2026-11-19", "Montgomery County Common Pleas Court", ("Tom Berg",)),
        ("A preliminary hearing for Berg is scheduled for Dec. 3 before District Judge Lena Holm.", "preliminary hearing for Berg", "2026-12-03", None, ("Berg", "Lena Holm")),
        ("The Springfield City Council will hold a public hearing on the proposed budget at 7 p.m. Tuesday at City Hall.", "public hearing on the proposed budget", "2026-11-24", "City Hall", ("Springfield City Council",)),
        ("Funeral services for Lena Holm will be held at 11 a.m. Saturday at First Baptist Church in Mobile, Ala.", "Funeral services for Lena Holm", "2026-11-21", "First Baptist Church in Mobile, Ala.", ("Lena Holm",)),
        ("The school board meets next on Dec. 8.", "school board meets next", "2026-12-08", None, ()),
        ("The trial of the former mayor, Marco Bellini, is due to open on Monday in Palermo.", "trial of the former mayor, Marco Bellini", "2026-11-23", "Palermo", ("Marco Bellini",)),
        ("Jurors are expected to begin deliberating on Friday.", "Jurors expected to begin deliberating", "2026-11-20", None, ()),
        ("The U.S. Supreme Court will hear arguments on Dec. 1 in the case of Holm v. Ohio.", "U.S. Supreme Court will hear arguments", "2026-12-01", None, ("U.S. Supreme Court",)),
        ("The European Central Bank, which next meets on Dec. 10 in Frankfurt, is expected to leave rates unchanged.", "European Central Bank meets", "2026-12-10", "Frankfurt", ("European Central Bank",)),
        ("Apple will report fourth-quarter results after the markets close on Thursday.", "Apple will report fourth-quarter results", "2026-11-19", None, ("Apple",)),
        ("Shareholders of Siemens will vote on the merger at the annual meeting in Munich on 3 February.", "annual meeting", "2027-02-03", "Munich", ("Siemens",)),
        ("The company's annual general meeting is on 3 December.", "company's annual general meeting", "2026-12-03", None, ()),
        ("The new iPhone goes on sale on Friday.", "new iPhone goes on sale", "2026-11-20", None, ()),
        ("Netflix will release the second season of the show on Dec. 4.", "Netflix will release the second season of the show", "2026-12-04", None, ("Netflix",)),
        ("The band's new album, 'Blue Hour', is out on Friday.", "band's new album", "2026-11-20", None, ()),
        ("An exhibition of Frida Kahlo's paintings opens at Tate Modern in London on 2 December and runs until 5 April.", "exhibition of Frida Kahlo's paintings", "2026-12-02", "Tate Modern in London", ("Frida Kahlo",)),
        ("The choir will perform Handel's Messiah at St. John's Cathedral on Sunday.", "choir will perform Handel's Messiah at St. John's Cathedral", "2026-11-22", "St. John's Cathedral", ()),
        ("Serena Williams faces Venus Williams in the semi-final on Thursday.", "Serena Williams faces Venus Williams in the semi-final", "2026-11-19", None, ("Serena Williams", "Venus Williams")),
        ("The World Cup kicks off in Mexico City on June 11.", "World Cup", "2027-06-11", "Mexico City", ()),
        ("The marathon takes place in Boston on Sunday.", "marathon", "2026-11-22", "Boston", ()),
        ("Polls open at 7 a.m. on Sunday across Portugal.", "Polls open", "2026-11-22", "Portugal", ()),
        ("Chileans vote on Sunday in a run-off between Ana Ruiz and Tom Berg.", "run-off between Ana Ruiz and Tom Berg", "2026-11-22", None, ("Ana Ruiz", "Tom Berg")),
        ("The second and final debate between Ana Ruiz and Tom Berg is set for Tuesday in Denver.", "second and final debate between Ana Ruiz and Tom Berg", "2026-11-24", "Denver", ("Ana Ruiz", "Tom Berg")),
        ("Georgia's runoff elections are scheduled for Jan. 5.", "Georgia's runoff elections", "2027-01-05", "Georgia", ()),
        ("Parliament is to vote on Thursday on whether to lift the ban.", "Parliament to vote on whether to lift the ban", "2026-11-19", None, ("Parliament",)),
        ("UN Secretary-General Lena Holm will address the General Assembly on Tuesday.", "UN Secretary-General Lena Holm will address the General Assembly", "2026-11-24", None, ("Lena Holm", "General Assembly")),
        ("Foreign Minister Tom Berg is due in Moscow on Thursday to discuss the pipeline with his Russian counterpart, Sergei Lavrov.", "Foreign Minister Tom Berg is due in Moscow", "2026-11-19", "Moscow", ("Tom Berg", "Sergei Lavrov")),
        ("Tom Berg is expected in Ankara on Friday.", "Tom Berg is expected in Ankara", "2026-11-20", "Ankara", ("Tom Berg",)),
        ("Ana Ruiz will be in Tokyo on Friday to sign a trade deal with Japan.", "Ana Ruiz will be in Tokyo", "2026-11-20", "Tokyo", ("Ana Ruiz", "Japan")),
        ("Leaders of the G7 gather in Kananaskis, Canada, from June 15 to 17.", "Leaders of the G7 gather in Kananaskis", "2027-06-15", "Kananaskis, Canada", ("G7",)),
        ("Pope Leo will visit Turkey and Lebanon from Nov. 27 to Dec. 2, the Vatican said.", "Pope Leo will visit Turkey and Lebanon", "2026-11-27", "Turkey and Lebanon", ("Leo",)),
        ("The funeral of the king will be held at Westminster Abbey on Monday. World leaders including Emmanuel Macron and Joe Biden will attend.", "funeral of the king", "2026-11-23", "Westminster Abbey", ("Emmanuel Macron", "Joe Biden")),
        ("Train drivers will walk out for 24 hours from midnight on Thursday, the union Aslef said.", "Train drivers will walk out", "2026-11-19", None, ()),
        ("Farmers plan to block roads around Paris on Monday.", "Farmers plan to block roads around Paris", "2026-11-23", "Paris", ()),
        ("A vigil for the victims will be held at 6pm on Thursday in George Square, Glasgow.", "vigil for the victims", "2026-11-19", "George Square", ()),
        ("SpaceX is scheduled to launch four astronauts to the International Space Station on Saturday from Florida.", "SpaceX to launch four astronauts to the International Space Station", "2026-11-21", "Florida", ("SpaceX",)),
        ("The talks, the third between the two sides since May, will take place in Doha on Sunday and Monday.", "talks", "2026-11-22", "Doha", ()),
        ("Envoys from Ethiopia, Egypt and Sudan will resume talks on the Nile dam in Kinshasa on Sunday.", "talks on the Nile dam in Kinshasa", "2026-11-22", "Kinshasa", ("Ethiopia", "Egypt", "Sudan")),
        ("Ukrainian and American officials are to meet in Geneva on Sunday to discuss the plan.", "Ukrainian and American officials to meet in Geneva", "2026-11-22", "Geneva", ()),
        ("Mexico's president, Claudia Sheinbaum, and Canada's prime minister, Mark Carney, plan to meet in Mexico City on Friday.", "Claudia Sheinbaum and Mark Carney plan to meet in Mexico City", "2026-11-20", "Mexico City", ("Claudia Sheinbaum", "Mark Carney")),
        ("A judge in Miami set a trial date of March 8 for Tom Berg.", "trial date", "2027-03-08", "Miami", ("Tom Berg",)),
        ("Sentencing is set for Jan. 14.", "Sentencing", "2027-01-14", None, ()),
        ("Lawyers for both sides will return to court on Monday.", "Lawyers for both sides will return to court", "2026-11-23", None, ()),
        ("The inquest into her death will be held in Leeds in February.", "inquest into her death", "2027-02-01", "Leeds", ()),
        ("He is expected to miss Sunday's game with a knee injury.", "game", "2026-11-22", None, ()),
    ],
)  # fmt: skip
def test_an_announcement_tells_what_when_where_and_who(talks_in, text, what, first, where, who):
    (talk,) = talks_in(text)

    assert (talk.what, str(talk.when.first), talk.where, talk.who) == (what, first, where, who)


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Geneva broke down on Tuesday.",
        "Ana Ruiz met Tom Berg in Rome on Friday.",
        "The mayor said the city would recover.",
        "Rain is expected in the north on Friday.",
        "The price will rise to $5 on Friday.",
        "He will turn 50 on Friday.",
        "She hopes to be home by Christmas.",
        "Analysts expect the economy to grow 2% next year.",
        "The sun will set at 4.15 on Friday.",
        "He has been told to pay the fine by Friday.",
        "The election of 2024 was close.",
        "If elected in May, she will cut taxes.",
        "The court heard the case on Friday.",
        "The council blocked the plan in May.",
        "The party has campaigned in Ohio since May.",
        "She received the award on Friday.",
        "They welcomed the news on Friday.",
        "Doctors performed surgery on him on Friday.",
        "The firm will receive the money by Friday.",
        "The bank will send the letters on Friday.",
        "He will come home on Friday.",
        "The storm will bring rain on Friday.",
        "She will bring her children on Friday.",
        "The baby is due in May.",
        "He is expected home on Friday.",
        "He will be in bed on Friday.",
        "The temperature will be in the 30s on Friday.",
        "He will be 40 in May.",
        "Prices will come down in May.",
        "The plant is expected in bloom in May.",
        "He goes to work on Monday.",
        "The bus leaves at 9 a.m. on Monday.",
        "The shop opens at 9 a.m. every Monday.",
        "He was due in court on Monday but failed to appear.",
        "The summit was due to start on Monday but was called off a month ago.",
        "He could have played on Friday.",
        "He would have met her on Friday.",
        "Had they met on Friday, it would be over.",
        "No date has been set for the trial.",
        "No talks are planned.",
        "There will be no election this year.",
        "Unless a deal is reached by Friday, the strike will go ahead.",
        "The election in 2024 was held in May.",
        "The talks, held in May, failed.",
        "The conference of bishops has said it will sue.",
        "The Friday Club was founded in May.",
        "He won the race on Friday.",
        "In the race for mayor, he leads.",
        "The show must go on.",
        "The race against time continues.",
        "He is running in Sunday's marathon, he said last year.",
        "Talks with the bank will continue, he said.",
        "It is the first visit by a pope since May.",
        "A visit to the doctor can be costly.",
        "The trip will cost $500.",
        "She may visit in the future.",
        "He is meeting the costs himself.",
        "Meeting the target by May will be hard.",
        "A deadline of Friday was missed.",
        "The deadline passed on Friday.",
        "The vote on Friday was 51 to 49.",
        "The vote, on Tuesday, was close.",
        "Interest rates will rise in December.",
        "Police will question him on Friday.",
        "He will learn his fate on Friday.",
        "I will see you on Friday.",
        "We will know more on Friday.",
    ],
)
def test_no_announcement_is_made_of_what_is_over_or_of_the_weather(talks_in, text):
    assert talks_in(text) == ()


def test_whose_coming_the_next_sentence_tells_takes_part(talks_in):
    text = "The funeral will be held in Oslo on Monday. Ana Ruiz and Tom Berg will attend."

    (talk,) = talks_in(text)

    assert talk.who == ("Ana Ruiz", "Tom Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The probe will land on Friday.",
        "The lander is due to touch down on Friday.",
        "The capsule is expected to splash down on Friday.",
        "A rocket carrying two satellites will blast off from Baikonur on Friday.",
        "Ruiz is due to attend a pre-trial review on December 9.",
        "Leeds City face Hull in the second leg on Monday.",
    ],
)
def test_the_coming_of_craft_reviews_in_court_and_second_legs_are_told(talks_in, text):
    assert len(talks_in(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The plane will land on Friday.",
        "The blow will land on Friday.",
        "The lawyers wrote a review of the trial on Friday.",
        "They face charges in the second case on Monday.",
    ],
)
def test_a_plane_a_blow_and_a_written_review_are_not(talks_in, text):
    assert talks_in(text) == ()
