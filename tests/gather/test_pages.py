"""Pages: the article among the furniture, and nothing that a page can do stops the reader."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.gather.pages import Page, read_article_page
from briefing.text import clean
from tests.builders import NOON

HTML = {"content-type": "text/html; charset=utf-8"}
ADDRESS = "https://herald.example/2026/envoys?utm_source=feed"
PARAGRAPH = "<p>The council votes on Tuesday on the plan, the mayor said in a statement.</p>"
ARTICLE = """<!doctype html><html lang="en"><head><title>Envoys meet | The Herald</title>
<meta property="og:title" content="Envoys meet in Geneva"><meta name="author" content="Mara Quill">
<meta property="article:published_time" content="2026-11-19T23:30:00-05:00">
<link rel="canonical" href="/2026/envoys"><script>var words = "<p>not this</p>";</script></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><main><h1>Envoys meet in Geneva</h1>
<div class="story"><p>Envoys of Varenia and Kastovia met in Geneva on Friday for
talks on the border treaty.</p><p>&ldquo;We will not sign in haste,&rdquo; said Foreign Minister Ana
Ruiz, <a href="/ruiz">who leads</a> the delegation.</p><h2>What comes next</h2>
<ul><li>A vote is due on 8 December.</li><li>A second round follows.</li></ul>
<p>Both sides spoke for nine hours behind closed doors.<br>They gave no date.</p></div></main>
<aside><h3>Most read</h3><a href="1">Storm closes harbour</a></aside><footer>© Herald</footer>
</body></html>"""


def read(markup: str | bytes, headers: dict[str, str] = HTML) -> Page:
    body = markup.encode() if isinstance(markup, str) else markup
    return read_article_page(body, ADDRESS, headers, NOON)


def test_the_article_is_found_among_the_furniture_as_clean_paragraphs():
    page = read(ARTICLE)

    assert page.text.split("\n\n") == [
        "Envoys of Varenia and Kastovia met in Geneva on Friday for talks on the border treaty.",
        "“We will not sign in haste,” said Foreign Minister Ana Ruiz, who leads the delegation.",
        "What comes next",
        "A vote is due on 8 December.",
        "A second round follows.",
        "Both sides spoke for nine hours behind closed doors.\nThey gave no date.",
    ]


def test_a_page_says_its_title_author_address_and_the_day_in_its_own_zone():
    page = read(ARTICLE)

    assert page.title == "Envoys meet in Geneva"
    assert page.authors == ("Mara Quill",)
    assert page.url == "https://herald.example/2026/envoys"
    assert page.published == (datetime(2026, 11, 20, 4, 30, tzinfo=UTC), date(2026, 11, 19), True)


def test_a_page_that_calls_no_address_its_own_keeps_the_one_it_was_found_at():
    page = read(
        f"<html><body>{PARAGRAPH * 5}<link rel=canonical href='javascript:1'></body></html>"
    )

    assert page.url == ADDRESS


@pytest.mark.parametrize(
    "markup",
    [
        PARAGRAPH,
        f"<article>{PARAGRAPH}</article>",
        "<div>" * 30_000 + PARAGRAPH,
        "Envoys met in Geneva. The council votes on Tuesday on the plan.",
    ],
    ids=["a fragment", "a short article", "too deep for a tree", "no markup"],
)
def test_where_no_article_is_found_all_of_the_text_stands(markup):
    assert "The council votes on Tuesday on the plan" in read(markup).text


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"%PDF-1.7 \0\1\2", {"content-type": "application/pdf"}),
        (b"%PDF-1.7 \0\1\2", {}),
        (b'{"a": 1}', {"content-type": "application/json"}),
        (b"", HTML),
        (b"<html><body></body></html>", HTML),
        (b"<script>only()</script>", HTML),
    ],
)
def test_what_is_no_page_is_said_in_words(body, headers):
    page = read(body, headers)

    assert page.text == ""
    assert page.problem.endswith(".")


def test_other_encodings_are_read():
    markup = f"<html><head><meta charset='iso-8859-1'></head><body>{PARAGRAPH * 3}<p>Café in Zürich"
    page = read(markup.encode("latin-1"), {"content-type": "text/html"})

    assert "Café in Zürich" in page.text


HOSTILE = {
    "deep": "<div>" * 200_000 + PARAGRAPH,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(200_000)) + ">" + PARAGRAPH * 30,
    "attributes in many": ("<div " + " ".join(f"a{n}=1" for n in range(1300)) + ">") * 250,
    "less-than": "<" * 2_000_000,
    "entities": "&" * 2_000_000,
    "articles": ("<article>" + PARAGRAPH * 40 + "</article>") * 1000,
    "nested tables": "<table><tr><td>" * 20_000,
    "open scripts": "<script>" * 200_000,
    "half-closed scripts": "<script></script" * 150_000,
    "comments": "<!--" * 400_000,
    "links": "<a href=x>y</a>" * 200_000,
    "linked data": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    "spans of cells": "<table>" + "<tr><td colspan=1000000 rowspan=65535>a</td>" * 500,
}


# The end of the budget may fall into a callback of the collector, which can only print it; it is
# raised again a moment later.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_given_up_with_a_word(name):
    start = time.process_time()

    page = read(HOSTILE[name])

    assert page.text or page.problem
    # Without its budget a page takes minutes; the budget itself is seconds on any machine.
    assert time.process_time() - start < 30


TAGS = st.sampled_from(
    "article main div p h1 table tr td ul li a b br script style svg title meta template q pre"
    " blockquote form time noscript iframe math select option textarea".split()
)
SCRAPS = st.one_of(
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.builds('<{} class="{}" datetime={} style="{}">'.format, TAGS, st.text(max_size=9), *[st.text(max_size=5)] * 2),
    st.builds('<meta property="{}" content="{}">'.format, st.sampled_from(["og:title", "og:url", "date", "author"]), st.text(max_size=20)),
    st.builds('<script type="application/ld+json">{}</script>'.format, st.text(max_size=30)),
    st.sampled_from([PARAGRAPH, "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#x202e;", "\x1b[31m", "<", "&amp;lt;b&gt;"]),
    st.text(max_size=20),
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_any_markup_is_read_and_comes_out_clean(markup):
    page = read(markup.encode("utf-8", "surrogatepass"))

    assert bool(page.text) is not bool(page.problem)
    for words in (page.title, page.text, *page.authors):
        assert words == clean(words)
    assert "\n" not in page.title
    assert not page.text or page.url.startswith(("http://", "https://"))


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_read(body):
    page = read(body, {})

    assert bool(page.text) is not bool(page.problem)
