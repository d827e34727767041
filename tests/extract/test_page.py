"""The parsed page keeps the article's own offsets and sentences."""

from __future__ import annotations

from briefing.sentences import split_sentences
from tests.builders import an_article


def test_the_model_sees_a_text_of_the_same_length(page_of):
    text = "Ana Ruiz’s\N{NO-BREAK SPACE}office said ‘yes’.  Then it closed.\n\nThe end came."

    page = page_of(text)

    assert len(page.doc.text) == len(text)
    assert all(
        text[t.idx : t.idx + len(t)].casefold()[:1] == t.text[0].casefold()
        for t in page.doc
        if t.text[0].isalpha()
    )


def test_sentences_begin_where_ours_do(page_of):
    text = "Mr. Berg met Dr. Ruiz.\nBridge Talks to Continue\nThey talked about the old bridge for hours."

    page = page_of(text)

    starts = {sent.start_char for sent in page.doc.sents}
    assert {start for start, _ in split_sentences(text)} <= starts
    assert [(s.start, s.end) for s in page.sentences] == split_sentences(text)


def test_an_empty_article_is_a_page_without_sentences(page_of):
    assert page_of(an_article("")).sentences == ()


def test_a_heading_is_known_by_its_tokens(page_of):
    text = (
        "The council met and agreed on it.\nBridge Talks Go On\nThe council will meet again in May."
    )

    page = page_of(text)

    assert [t.text for t in page.doc if page.is_heading(t)] == ["Bridge", "Talks", "Go", "On"]
