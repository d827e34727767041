"""A reading of any text whatever holds together."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.extract import VERSION, read
from briefing.model import Article

WORDS = st.sampled_from(
    """Ana_Ruiz Mr._Berg the_U.S. Elma’s President Sens. said told “We go” " ' ‘ ’ `` '' « » — , . ! ?
    ... ¶ ¶¶ (EU) European_Union she who of the mayor on_Friday according_to WASHINGTON_(AP)_— 3.5
    \u200b \ufffd \U0001f600 é 中国 - 's By_Tom_Holm : RUIZ: later_this_week""".replace(
        "¶", "\n"
    ).split(" ")
)


@pytest.fixture(scope="module", autouse=True)
def _warm(pipeline):
    return pipeline


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=40).map(lambda words: " ".join(words).replace("_", " ")))
@example("")
@example("\n")
@example("“")
@example("“”")
@example("Ana Ruiz")
@example("AAAA. " * 50)
def test_every_span_reads_as_its_finding_says(text):
    reading = read(Article("a", "", text))

    for span in reading.sentences:
        assert text[span.start : span.end].strip()
    for actor in reading.actors:
        assert actor.mentions
        for span in actor.mentions:
            assert 0 <= span.start < span.end <= len(text)
        for role in actor.roles:
            assert " ".join(text[role.at.start : role.at.end].split()) == role.title
    for quote in reading.quotes:
        assert text[quote.at.start : quote.at.end] == quote.words
        assert quote.sentence.holds(quote.at)
        if quote.speaker_at:
            assert text[quote.speaker_at.start : quote.speaker_at.end].strip()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_no_text_is_too_odd_to_read(text):
    assert read(Article("a", "", text)).article == "a"


def test_the_same_article_gives_the_same_reading():
    article = Article("a", "", "Ana Ruiz met Tom Berg. “We are close,” she said. Berg agreed.")

    assert read(article) == read(article)
    assert read(article).version == VERSION
