"""Verbs that the parse takes for nouns where a sentence has no other."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.date.mending import mend_verbs
from briefing.extract.dates import find_dates
from tests.builders import an_article

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Leeds host Hull on Saturday.", "2026-11-21"),
        ("It rained. The Bears host the Lions on Sunday. All is well.", "2026-11-22"),
        ("Second-placed Elma host Torre on Sunday.", "2026-11-22"),
        ("Ruiz's side host Torre on Sunday.", "2026-11-22"),
        ("Hull travel to Leeds on Saturday.", "2026-11-21"),
        ("Torre welcome champions Elma on Friday.", "2026-11-20"),
        ("Nominations open on Monday.", "2026-11-23"),
        ("Applications close on Friday.", "2026-11-20"),
        # Another verb tells what happened, or nobody plays.
        ("Leeds hosted Hull on Saturday and lost.", "2026-11-14"),
        ("Leeds host Ana Ruiz said on Saturday that it was over.", "2026-11-14"),
        ("Radio host Ana Ruiz spoke on Saturday.", "2026-11-14"),
    ],
)
def test_a_fixture_lies_ahead_though_its_verb_looks_like_a_noun(parse, text, value):
    page = parse(an_article(text, dated=WEDNESDAY))

    assert [each.value for each in find_dates(page)] == [value]


def test_mending_twice_changes_nothing(parse):
    page = parse(an_article("Leeds host Hull on Saturday.", dated=WEDNESDAY))
    mend_verbs(page.doc)
    once = [(t.tag_, t.dep_, t.head.i) for t in page.doc]

    mend_verbs(page.doc)

    assert [(t.tag_, t.dep_, t.head.i) for t in page.doc] == once
