"""HTML and titles become plain text that hides nothing and breaks nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import text as texts
from briefing.gather import clean
from briefing.gather.clean import MOST_TITLE, html_to_text, plain, plain_to_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One.<br>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree."),
        ("<h2>Talks go on</h2><p>They met.</p>", "Talks go on\n\nThey met."),
        ("<ul><li>one</li><li>two</ul>", "one\n\ntwo"),
        ("<table><tr><th>Year<th>Deaths</tr><tr><td>2025</td><td>12</td></tr></table>", "Year | Deaths\n\n2025 | 12"),
        ("<table><tr><td><p>A page.</p><p>In a table.</p></td><td></td></tr></table>", "A page.\n\nIn a table."),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("She said <q>yes</q>.", "She said “yes”."),
        ("a <b>bo</b>ld <i>word</i>", "a bold word"),
        ("<p>a\n  b\tc\xa0d&nbsp;e</p>", "a b c d e"),
        ("<p>a\r\nb</p>\r<p>c</p>", "a b\n\nc"),
        ("<script>x()</script><style>p{}</style>text", "text"),
        ("<nav><a>Home</a></nav><p>text</p>", "text"),
        ("<figure><img><figcaption>A photo</figcaption></figure><p>text</p>", "text"),
        ('<p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no</p><p>text</p>', "text"),
        ("<iframe srcdoc='<p>no</p>'></iframe>text", "text"),
        ("<p>AT&amp;T &amp;amp; &amp;#8217;s &eacute;&#146;</p>", "AT&T & ’s é’"),
        ("AT&amp;T &lt;3", "AT&T <3"),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
        ("x < y and y > z", "x < y and y > z"),
        ("<p>Pre\u00adsi\u200bdent\ufeff\u200e</p>", "President"),
        ("<p>a\x1b[31mb\u202ec</p>", "a\N{REPLACEMENT CHARACTER}[31mbc"),
        ("10 ft<sup>2</sup> and 19<sup>th</sup>", "10 ft 2 and 19th"),
        ("<div><p><b>text <i>more", "text more"),
        ("text</div></body></html><script>x</script>more", "text\n\nmore"),
        ("<p>They met.</p><p>The post They met appeared first on The Herald.</p>", "They met."),
        ("<p>They met.</p><a>Read more…</a>", "They met."),
        ("", ""),
        ("<!-- x -->", ""),
        ("<script>", ""),
    ],
)  # fmt: skip
def test_markup_becomes_paragraphs(markup, text):
    assert html_to_text(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote>" * 20_000 + "deep" + "</blockquote>" * 20_000,
        "<img src='data:image/png;base64," + "A" * 2_000_000 + "'>deep",
        "<p " + " ".join(f"a{number}='1'" for number in range(50_000)) + ">deep",
        "<" * 100_000 + "p>deep",
        "&" * 100_000 + " deep",
        "<!--" + "-" * 1_000_000 + "--><p>deep",
    ],
    ids=["nesting", "picture", "attributes", "brackets", "ampersands", "comment"],
)
def test_no_markup_is_too_large(markup):
    assert "deep" in html_to_text(markup)


def test_lines_broken_at_a_fixed_width_are_one_paragraph():
    wrapped = "The council of the city met on Friday to talk about the\nbudget of the coming year and the year after that one.\n\nIt will\nmeet again."

    assert plain_to_text(wrapped) == (
        "The council of the city met on Friday to talk about the budget of the coming year and the "
        "year after that one.\n\nIt will\n\nmeet again."
    )


def test_lines_that_are_paragraphs_stay_apart():
    assert plain_to_text("The council met.\nIt talked.") == "The council met.\n\nIt talked."


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("AT&amp;T <b>wins</b>", "AT&T wins"),
        ("&amp;lt;i&amp;gt;Times&amp;lt;/i&amp;gt; wins", "Times wins"),
        ("Ministers [sic] said [1]", "Ministers [sic] said [1]"),
        ("a < b > c", "a < b > c"),
        ("one\ntwo\x0bthree\u2028four", "one two three four"),
        ("<script>alert(1)</script>text", "text"),
        ("One<br>two", "One two"),
        ("\xa0\u2003\u3000", ""),
        ("\x1b]52;c;Q0FO\x07", "\N{REPLACEMENT CHARACTER}]52;c;Q0FO\N{REPLACEMENT CHARACTER}"),
        ("&amp;#27;[2J&#x9b;31m", "[2J›31m"),
        ("+ADw-script+AD4-", "+ADw-script+AD4-"),
    ],
)
def test_a_title_is_one_plain_line(words, title):
    assert plain(words) == title


def test_marks_stacked_on_one_letter_are_cut():
    assert len(plain("Z" + "\u0301\u0316" * 3000)) < 10


@given(st.text())
def test_whatever_the_markup_the_text_is_clean(markup):
    for text in (html_to_text(markup), html_to_text(f"<p>{markup}</p>"), plain_to_text(markup)):
        assert texts.clean(text) == text
        assert "\n\n\n" not in text
        assert all(line == " ".join(line.split()) for line in text.split("\n"))


@given(st.text())
def test_whatever_the_words_a_title_is_one_clean_line(words):
    title = plain(words)

    assert texts.one_line(title) == title
    assert len(title) <= MOST_TITLE


@given(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=200))
def test_plain_words_come_through_unharmed(words):
    expected = " ".join(unicodedata.normalize("NFC", words).split())

    assert html_to_text(f"<p>{words}</p>") == expected


@given(
    st.sampled_from(
        [chr(code) for code in range(0x300, 0xFE30) if clean._STACKED.search(chr(code) * 9)]
    )
)
def test_no_more_than_four_marks_are_stacked_whichever_they_are(mark):
    assert clean._may_stack(f"a{mark * 9}")
    assert len(clean.tidy(f"a{mark * 9}")) <= 6


@given(
    st.lists(
        st.lists(
            st.text(st.sampled_from("ab é“—…\u0301\u200b\x07\t\n&.|\xa0\xad"), max_size=30)
            | st.sampled_from(["Read more", "Read more ...", "a &amp; b", "x" * 600 + " . ."]),
            min_size=1,
            max_size=2,
        ),
        max_size=5,
    )
)
def test_paragraphs_with_nothing_to_clean_are_what_cleaning_makes_of_them(found):
    found = [kept for lines in found if (kept := [line for line in lines if line.strip()])]
    usual = clean._usual(found)

    assert usual is None or usual == clean._joined(clean._tidy_lines(lines) for lines in found)


def test_every_character_that_counts_as_usual_stays_as_it_is():
    usual = [chr(code) for code in range(0x110000) if not clean._UNUSUAL.search(chr(code))]

    assert all(each.isprintable() and unicodedata.normalize("NFC", each) == each for each in usual)
    assert not any(clean._UNSEEN.search(each) or clean._C1.search(each) for each in usual)
    assert not any(unicodedata.combining(each) for each in usual)
