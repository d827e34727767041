from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.shown import safe_link, shown


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://herald.example/a?b=1&c=2#d", "https://herald.example/a?b=1&c=2#d"),
        ("http://herald.example:8080/a", "http://herald.example:8080/a"),
        ("HTTPS://Herald.Example/A", "https://herald.example/A"),
        ("https://h.example/a b", None),
        (
            "https://h.example/a)b](http://e.example)",
            "https://h.example/a%29b%5D%28http://e.example%29",
        ),
        ('https://h.example/"onmouseover="x', "https://h.example/%22onmouseover=%22x"),
        ("https://h.example/<script>", "https://h.example/%3Cscript%3E"),
        ("https://h.example/50%25/100%", "https://h.example/50%25/100%25"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("https://user:secret@h.example/", None),
        ("https://h.example:x/", None),
        ("https:///a", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//h.example/a", None),
        ("http://h.example/\x1b]0;t\x07", None),
        ("http://h.example/a\r\nX: 1", None),
        ("https://h.example/" + "a" * 3000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_is_a_plain_web_address_or_none(url, link):
    assert safe_link(url) == link


@given(st.text(max_size=60))
def test_no_tail_of_an_address_can_leave_its_link(tail):
    link = safe_link(f"https://h.example/{tail}")

    assert link is None or (link.isascii() and not set(link) & set("\"'<>()[]{}\\` \n\t|^"))


@given(st.text(max_size=60))
def test_a_safe_link_stays_as_it_is(tail):
    link = safe_link(f"https://h.example/{tail}")

    assert link is None or safe_link(link) == link


def test_a_pile_of_accents_is_cleared_but_an_accent_stays():
    assert shown("e\u0301" + "Z" + "\u0301" * 900) == "e\u0301" + "Z" + "\u0301" * 5


def test_a_long_title_is_cut_with_an_ellipsis():
    assert shown("word " * 100, 10) == "word word…"
