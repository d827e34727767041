"""On which side of the publication day a sentence puts its date."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.date.grammar import phrases
from briefing.extract.date.sense import Tense
from briefing.extract.date.tense import tense_of_date
from briefing.extract.dates import find_dates
from tests.builders import an_article


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
