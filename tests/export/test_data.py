from __future__ import annotations

import json

import pytest

from briefing.export import render
from tests.export.hostile import PIECES, a_hostile_brief
from tests.export.morning import the_morning


def test_every_span_reads_as_its_finding_says():
    brief = json.loads(render(the_morning(), "json"))
    texts = {a["id"]: a["text"] for story in brief["stories"] for a in story["articles"]}
    texts |= {article["id"]: article["text"] for article in brief["background"]}

    told = [span for story in brief["stories"] for span in story["summary"]]
    told += brief["quotes"] + [talk["sentence"] for talk in brief["talks"]]

    assert len(told) > 20
    for span in told:
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]


def test_the_keys_keep_their_order():
    keys = list(json.loads(render(the_morning(), "json")))

    assert keys[:5] == ["version", "day", "window", "made", "is_sample"]


def test_a_short_brief_is_as_whole_as_a_long_one():
    assert render(the_morning(), "json", short=True) == render(the_morning(), "json")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:24])
def test_offsets_hold_after_cleaning(piece):
    brief = json.loads(render(a_hostile_brief(piece), "json"))
    (story,) = brief["stories"]
    text = story["articles"][0]["text"]

    for span in story["summary"] + story["quotes"]:
        assert text[span["start"] : span["end"]] == span["text"]
