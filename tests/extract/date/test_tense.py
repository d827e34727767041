"""On which side of the publication day a sentence puts its date."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.date.grammar import phrases
from briefing.extract.date.sense import Tense
from briefing.extract.date.tense import tense_of_date
from briefing.extract.dates import find_dates
from tests.builders import an_article

WEDNESDAY, LAST, NEXT = date(2026, 11, 18), "2026-11-13", "2026-11-20"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        # The verb of the date decides.
        ("Rebels attacked the town on Friday.", Tense.PAST),
        ("The envoys will meet on Friday.", Tense.FUTURE),
        ("The envoys have been meeting on Friday.", Tense.PAST),
        ("City play in Rome on Friday.", Tense.PRESENT),
        ("The council is meeting on Friday.", Tense.PRESENT),
        ("Talks held on Friday brought nothing.", Tense.PAST),
        # A verb of planning points ahead even when it is past.
        ("The team planned to leave on Friday.", Tense.FUTURE),
        ("The vote is scheduled for Friday.", Tense.FUTURE),
        ("The team was due to leave on Friday.", Tense.PLANNED),
        ("The team was due to leave on Friday but stayed.", Tense.PAST),
        ("The team began to leave on Friday.", Tense.PAST),
        # What was said that day is past, what was said of it is not.
        ("The minister said Friday he will resign.", Tense.PAST),
        ("The minister said he would resign on Friday.", Tense.FUTURE),
        # Words before the date come first.
        ("The shop was shut until Friday.", Tense.FUTURE),
        ("He must answer by Friday.", Tense.FUTURE),
        ("He trained ahead of Friday's game.", Tense.FUTURE),
        ("Rain has fallen since Friday.", Tense.PAST),
        ("Following Friday's defeat the coach will rest.", Tense.PAST),
        # A date inside a noun phrase is that of its noun.
        ("He will discuss Friday's attack.", Tense.UNKNOWN),
        ("He will miss Friday's game.", Tense.FUTURE),
        ("Friday's attack raises fears.", Tense.UNKNOWN),
        ("Friday's concert has been cancelled.", Tense.FUTURE),
        ("Three wounded on Friday.", Tense.PAST),
    ],
)
def test_the_sentence_tells_on_which_side_its_date_lies(parse, text, tense):
    page = parse(text)
    (phrase,) = phrases(text)
    words = page.words(phrase.start, phrase.end)

    assert tense_of_date(words, coming=frozenset({"game", "concert"})) is tense


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The insurer set that record in June when it agreed to pay.", "2026-06"),
        ("The court set a hearing in June.", "2027-06"),
        ("The bank proposed a tax in December.", "2025-12"),
        ("The bank proposed a tax for December.", "2026-12"),
        ("A judge in December dismissed the claims.", "2025-12"),
        ("The judge will rule in December.", "2026-12"),
    ],
)
def test_a_plan_made_in_a_month_is_of_that_month(page_of, text, value):
    page = page_of(an_article(text, dated=date(2026, 11, 18)))

    assert [found.value for found in find_dates(page)] == [value]


def friday_of(parse, text):
    page = parse(an_article(text, dated=WEDNESDAY))
    return next(found.value[:10] for found in find_dates(page) if "Friday" in found.words)


@pytest.mark.parametrize(
    "text",
    [
        "A nurse helps a man leave a clinic on Friday after a roof collapsed in Lima.",
        "Tom Berg reaches for the ball while being held by Paul Odera on Friday in Leeds.",
        "Firefighters carry a ladder on Friday after a roof collapsed in Lima.",
        "Ana Ruiz speaks during a news conference in Rome on Friday.",
        "Children are seen near the harbour in Oslo on Friday.",
        "Fans wave flags before the match on Friday.",
        "Tom Berg waves to supporters in Leeds on Friday.",
        "A man walks past a polling station in Quito on Friday.",
        "Ana Ruiz, left, is pictured with Tom Berg in Rome on Friday.",
        "People queue outside a bank in Athens on Friday.",
        "Tom Berg looks on as Ana Ruiz signs the bill on Friday.",
        "Two more bridges collapsed by Friday night.",
        "The appeal had 900 signatures by Friday afternoon.",
        "By Friday, officials had hardened their stance.",
        "By Friday evening the fire was under control.",
        "The talks went on until Friday.",
        "He worked there until Friday.",
        "Rescuers searched until Friday morning.",
        "The army did not try to shoot down the rocket on Friday.",
        "They were not able to retrieve the wreck Friday.",
        "The spokesman sought to quell the rumours on Friday.",
        "He was booked in Elma Friday on charges of theft.",
        "Shots could be heard from the court Friday evening.",
        "The show was not broadcast as scheduled Friday.",
        "As of Friday evening, there were few clues.",
        "The owner could not be reached on Friday.",
        "The company couldn't be reached for comment Friday.",
        "Firefighters could not reach the village on Friday.",
        "The bank declined to comment Friday.",
        "The minister refused to answer questions on Friday.",
        "She managed to leave the city on Friday.",
        "He failed to appear in court on Friday.",
        "He was forced to resign on Friday.",
        "The minister Friday vowed to cut the tax.",
        "The council Friday scheduled a hearing for next month.",
        "The company Friday announced plans to close the plant.",
        "A judge Friday ordered the trial to begin in May.",
        "The mayor invited them Friday to visit the new museum.",
        "The union urged members Friday to reject the offer.",
        "Tom Berg asked the union to end its strike after Friday's ruling.",
        "The government will appeal Friday's ruling.",
        "The meeting on Friday was cancelled.",
        "Friday's meeting ended without a deal.",
        "They met on Friday and will meet again on Monday.",
        "He was arrested Friday and is due in court on Monday.",
        "The minister, who resigned on Friday, will give evidence next month.",
        "Officials said Friday that the bridge would close.",
        "The report, published on Friday, is critical.",
        "The report released Friday shows a rise.",
        "According to a statement on Friday, the talks will resume.",
        "In an interview on Friday, she said she would run.",
        "The attack on Friday killed five people.",
        "The attack, which killed five on Friday, will be debated in parliament.",
        "Parliament will debate Friday's attack.",
        "Markets fell on Friday.",
        "Since Friday, 20 people have died.",
        "He arrived in Rome on Friday for a three-day visit.",
        "He has been in Rome since Friday.",
        "The ruling came on Friday.",
        "She told reporters on Friday she planned to run.",
        "He was hurt in Friday's game.",
        "He missed Friday's game.",
        "Leeds beat Hull on Friday to reach the final.",
        "Voters headed to the polls on Friday.",
        "The shooting happened on Friday as the market was about to open.",
    ],
)
def test_what_has_happened_was_last_friday(parse, text):
    assert friday_of(parse, text) == LAST


@pytest.mark.parametrize(
    "text",
    [
        "Parliament votes on the bill on Friday.",
        "The band plays in Leeds on Friday.",
        "The film opens in cinemas on Friday.",
        "Leeds face Hull on Friday.",
        "The summit starts on Friday.",
        "The deadline expires on Friday.",
        "The exhibition runs until Friday.",
        "Her trial begins on Friday.",
        "The new law comes into force on Friday.",
        "Officials must decide by Friday.",
        "She has until Friday to appeal.",
        "The rebels were given until Friday to surrender.",
        "He asked them to reply by Friday.",
        "The fire was expected to be under control by Friday.",
        "The store will stay closed until Friday.",
        "The strike could begin on Friday.",
        "She could face charges as early as Friday.",
        "They decided to meet again on Friday.",
        "They agreed to meet on Friday.",
        "He promised to resign on Friday.",
        "The court was asked to rule on Friday.",
        "Talks will resume after Friday's vote.",
        "He will be buried on Friday.",
        "The two are to meet on Friday.",
        "The two were to meet on Friday.",
        "A meeting was scheduled for Friday.",
        "A meeting scheduled for Friday was cancelled.",
        "Friday's meeting was cancelled.",
        "Friday's meeting will be brief.",
        "The bridge would close on Friday, officials said.",
        "Officials said the bridge would close on Friday.",
        "The agency said it will publish the report on Friday.",
        "The report, to be published on Friday, is critical.",
        "The report due Friday is expected to show a rise.",
        "Markets are closed on Friday.",
        "Rain is expected on Friday.",
        "Rain was expected on Friday.",
        "It will rain on Friday, forecasters said on Monday.",
        "Polls open at 7 a.m. on Friday.",
        "Starting Friday, visitors must pay.",
        "Beginning Friday, buses will run later.",
        "She is scheduled to fly home Friday.",
        "Her flight home is on Friday.",
        "He arrives in Rome on Friday for a three-day visit.",
        "The ruling is expected Friday.",
        "The ruling, expected Friday, could take weeks.",
        "The vote, originally planned for Friday, was moved to May.",
        "She plans to vote on Friday.",
        "She planned to vote on Friday.",
        "He hopes to be fit for Friday's game.",
        "He will miss Friday's game.",
        "Leeds need to beat Hull on Friday to reach the final.",
        "Leeds have to win on Friday.",
        "The winner will be announced on Friday.",
        "Voters head to the polls on Friday.",
        "Tickets go on sale on Friday.",
        "The mayor will try to meet the union on Friday.",
        "The band was booked for Friday.",
    ],
)
def test_what_is_to_come_is_next_friday(parse, text):
    assert friday_of(parse, text) == NEXT
