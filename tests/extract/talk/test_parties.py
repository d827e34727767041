"""Who takes part in a coming occasion: subject, object, partners, leaders, hosts, senders."""

from __future__ import annotations

from datetime import date

import pytest

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Talks led by Ana Ruiz will begin on Friday.", ("Ana Ruiz",)),
        ("A conference attended by Ana Ruiz and Tom Berg opens on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("A delegation led by Ana Ruiz will travel to Cairo on Friday.", ("Ana Ruiz",)),
        ("Ana Ruiz will chair the summit, which opens in Ottawa on Friday.", ("Ana Ruiz",)),
        ("Ana Ruiz will be joined by Tom Berg at a rally in Ohio on Friday.", ("Ana Ruiz", "Tom Berg")),
    ],
)  # fmt: skip
def test_who_leads_holds_or_attends_it_takes_part(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Representatives of Iran and the United States will meet in Muscat on Saturday.", ("Iran", "United States")),
        ("Envoys from Peru will meet Tom Berg on Friday.", ("Peru", "Tom Berg")),
        ("The Milan court will rule on the appeal on Friday.", ()),
    ],
)  # fmt: skip
def test_unnamed_envoys_stand_for_those_who_sent_them(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Ruiz is to visit Warsaw on Monday, where she will meet Tom Berg.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz flies to Warsaw on Monday to meet Tom Berg.", ("Ana Ruiz", "Tom Berg")),
    ],
)  # fmt: skip
def test_whom_a_traveller_meets_takes_part_in_the_visit(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Wembley Stadium hosts the final on Saturday.", ()),
        ("Spain take on France in Madrid on Saturday.", ("Spain", "France")),
        ("Spain's match against France in Madrid is on Saturday.", ("Spain", "France")),
        ("Saturday's final between Iga Swiatek and Coco Gauff will be played indoors.", ("Iga Swiatek", "Coco Gauff")),
        ("Ana Ruiz will testify before the Senate on Tuesday.", ("Ana Ruiz", "Senate")),
        ("Ana Ruiz's trial starts on Monday.", ("Ana Ruiz",)),
        ("Friday's meeting between Ana Ruiz and Tom Berg will be brief.", ("Ana Ruiz", "Tom Berg")),
    ],
)  # fmt: skip
def test_both_sides_take_part_and_a_hall_does_not(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Tom Berg will receive Ana Ruiz in Vienna on Friday.", ("Tom Berg", "Ana Ruiz"), "Vienna"),
        ("Tom Berg will welcome Ana Ruiz to the White House on Friday.", ("Tom Berg", "Ana Ruiz"), "White House"),
        ("Negotiators return to the Egyptian resort of Sharm el-Sheikh on Sunday.", (), "Sharm el-Sheikh"),
        ("Taylor Swift will perform in Tokyo on Friday.", ("Taylor Swift",), "Tokyo"),
        ("Ana Ruiz's new novel comes out on Friday.", ("Ana Ruiz",), None),
        ("The rocket will lift off from Cape Canaveral on Monday.", (), "Cape Canaveral"),
        ("Saturday's final at Wembley is sold out.", (), "Wembley"),
    ],
)  # fmt: skip
def test_guests_shows_starts_and_finals_are_occasions(talks_in, text, who, where):
    (talk,) = talks_in(text)

    assert (talk.who, talk.where) == (who, where)


def test_a_payment_received_is_no_visit(talks_in):
    assert talks_in("Tom Berg will receive the money on Friday.") == ()


def test_names_listed_after_the_people_meant_take_part(talks_in):
    text = "Ana Ruiz will hold talks with the party leaders, Paul Odera and Marco Bellini."

    (talk,) = talks_in(text)

    assert talk.who == ("Ana Ruiz", "Paul Odera", "Marco Bellini")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Ruiz, Tom Berg and Lena Holm will take part in a debate on Friday.", ("Ana Ruiz", "Tom Berg", "Lena Holm")),
        ("The debate on Friday will feature Ana Ruiz and Tom Berg.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz and Tom Berg are to face each other in a debate on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("A meeting of Ana Ruiz and Tom Berg is set for Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz is to hold a meeting on Friday with Tom Berg.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz will be in Oslo on Friday for a meeting with Tom Berg.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz will meet separately with Tom Berg and Lena Holm on Friday.", ("Ana Ruiz", "Tom Berg", "Lena Holm")),
        ("A summit between Ana Ruiz and Tom Berg will be held on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz has agreed to meet Tom Berg on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz accepted an invitation to meet Tom Berg in Oslo on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz said she would meet Tom Berg on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Ana Ruiz told reporters that she will meet Tom Berg on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("Lena Holm said Ana Ruiz would meet Tom Berg on Friday.", ("Ana Ruiz", "Tom Berg")),
        ("The Supreme Court will hear Tom Berg's appeal on Friday.", ("Supreme Court", "Tom Berg")),
        ("The Supreme Court will rule on Friday in a case brought by Tom Berg.", ("Supreme Court",)),
        ("Tom Berg will be sentenced on Friday for killing Lena Holm.", ("Tom Berg",)),
        ("Tom Berg, accused of killing Lena Holm, goes on trial on Friday.", ("Tom Berg",)),
        ("The trial of Tom Berg for the murder of Lena Holm opens on Friday.", ("Tom Berg",)),
        ("Ana Ruiz's funeral will be held on Friday.", ("Ana Ruiz",)),
        ("A memorial for Ana Ruiz will be held on Friday.", ("Ana Ruiz",)),
        ("The film, starring Emma Stone, opens on Friday.", ("Emma Stone",)),
        ("The film, directed by Greta Gerwig, opens on Friday.", ("Greta Gerwig",)),
        ("Greta Gerwig's film opens on Friday.", ("Greta Gerwig",)),
        ("Microsoft and OpenAI will announce a deal on Friday.", ("Microsoft", "OpenAI")),
        ("Microsoft will hold its annual conference in Seattle in May.", ("Microsoft",)),
        ("The United Nations Security Council will meet on Friday at the request of Russia.", ("United Nations Security Council",)),
        ("China and India will hold border talks on Friday.", ("China", "India")),
        ("Chinese President Xi Jinping will visit France on Friday.", ("Xi Jinping",)),
        ("Xi Jinping will visit France on Friday at the invitation of Emmanuel Macron.", ("Xi Jinping",)),
        ("The talks, mediated by Qatar, resume on Friday.", ("Qatar",)),
        ("Qatar will mediate talks between Hamas and Israel on Friday.", ("Qatar", "Hamas", "Israel")),
        ("Hamas and Israel will resume talks on Friday under Qatari mediation.", ("Hamas", "Israel")),
        ("U.S. Secretary of State Antony Blinken arrives in Cairo on Friday.", ("Antony Blinken",)),
        ("Joe Biden will host Japanese Prime Minister Fumio Kishida at the White House on Friday.", ("Joe Biden", "Fumio Kishida")),
        ("Fumio Kishida will be hosted by Joe Biden at the White House on Friday.", ("Fumio Kishida", "Joe Biden")),
        ("Elon Musk is due to give a deposition on Friday.", ("Elon Musk",)),
    ],
)  # fmt: skip
def test_whoever_the_sentence_puts_there_takes_part(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The NATO chief will speak in Oslo on Friday.", ("NATO",)),
        ("Serena Williams will play for the United States in Rome on Friday.", ("Serena Williams", "United States")),
        ("Lena Holm will make way for the library on Friday.", None),
    ],
)  # fmt: skip
def test_a_chief_stands_for_the_body_and_a_player_for_the_side(talks_in, text, who):
    assert [talk.who for talk in talks_in(text)] == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The fourth film from director Ana Ruiz opens on 4 December.", ("Ana Ruiz",)),
        ("Ana Ruiz, whose trial begins on Friday, denies it.", ("Ana Ruiz",)),
        ("Ann Bell, the singer, will perform in Lima on Sunday.", ("Ann Bell",)),
        ("Tom Berg is booked to headline the Elma Festival on Friday.", ("Tom Berg",)),
        ("Likely to launch her campaign in May, Ana Ruiz smiled.", ("Ana Ruiz",)),
        ("Norway says it will launch a probe on Friday.", ("Norway",)),
        ("The jury is expected to hear from Tom Berg on Friday.", ("Tom Berg",)),
        ("Lena Holm will hold meetings on Friday with the union leaders, Ana Ruiz and Tom Berg.", ("Lena Holm", "Ana Ruiz", "Tom Berg")),
    ],
)  # fmt: skip
def test_who_stands_elsewhere_in_the_sentence_takes_part(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


def test_a_team_is_told_by_its_whole_name_where_only_the_town_is_known(talks_in):
    (talk,) = talks_in("Ann Bell will miss Sunday's game against the Chicago Herons.")

    assert talk.who[-1] == "Chicago Herons"


def test_the_country_of_a_tour_is_no_guest(talks_in):
    (talk,) = talks_in("Ana Ruiz will undertake an official tour of Norway in May.")

    assert talk.who == ("Ana Ruiz",)


def test_who_only_acts_before_the_occasion_takes_no_part(talks_in):
    text = "Ahead of the election on Sunday, Ana Ruiz has toured the north."

    (talk,) = talks_in(text)

    assert talk.who == ()


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
def test_only_those_take_part_whom_the_sentence_says_so(talks_in, text, who):
    (talk,) = talks_in(text)

    assert talk.who == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme Space will launch a Hansa roadster on Friday. Hansa makes cars.", ("Acme Space",)),
        ("The Rose Agency's probe will land on Friday, the Rose Agency said.", ("Rose Agency",)),
    ],
)
def test_what_is_launched_takes_no_part(talks_in, text, who):
    assert talks_in(text)[0].who == who


def test_whom_one_meets_on_another_day_is_another_talk(talks_in):
    text = (
        "President Ana Ruiz will hold summit talks with Tom Berg on Dec. 9 and with Niels Holm on "
        "Dec. 11."
    )

    assert [(t.what, t.when.words, t.who) for t in talks_in(text)] == [
        ("summit talks with Tom Berg", "Dec. 9", ("Ana Ruiz", "Tom Berg")),
        ("summit talks with Niels Holm", "Dec. 11", ("Ana Ruiz", "Niels Holm")),
    ]


def test_luck_on_another_day_is_no_partner(talks_in):
    text = "The hearing will be held in Leeds on Saturday and with luck on Monday."

    assert [t.what for t in talks_in(text)] == ["hearing"]
