import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import clean, counted, fold, local, one_line, pace_words, updated_words


@given(st.text())
def test_cleaning_keeps_the_length_so_that_offsets_hold(text):
    assert len(clean(text)) == len(text)


@given(st.text())
def test_cleaning_leaves_no_control_character_but_tab_and_line_feed(text):
    assert all(
        character in "\t\n" or unicodedata.category(character) not in ("Cc", "Cs")
        for character in clean(text)
    )


@pytest.mark.parametrize(
    "hostile",
    ["\x1b]52;c;Q0FO\x07", "\x9b31m", "\u202eexe.txt", "\u2066x\u2069", "\U000e0041", "a\x00b\x7f"],
)
def test_escape_and_bidi_characters_are_replaced(hostile):
    assert "\N{REPLACEMENT CHARACTER}" in clean(hostile)
    assert not set("\x1b\x9b\u202e\u2066\u2069\U000e0041\x00\x7f\x07") & set(clean(hostile))


def test_letters_of_every_script_stay():
    words = "Zürich, 北京, القاهرة, 😀 naïve\tand\nlines"

    assert clean(words) == words


def test_a_long_line_ends_in_an_ellipsis():
    assert one_line("one two\n three four", 9) == "one two…"
    assert one_line("  short\n\n line ") == "short line"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the White House", "White House"),
        ("Zelenskyy’s", "zelenskyy"),
        ("São Tomé", "sao tome"),
        ("U.S.", "u s"),
        ("the Ministers'", "ministers"),
    ],
)
def test_names_fold_to_one_form(one, other):
    assert fold(one) == fold(other)


def test_what_knows_only_its_day_keeps_it_in_every_zone():
    dated = datetime(2026, 11, 23, tzinfo=UTC)
    timed = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    west = timezone(timedelta(hours=-5))

    assert local(dated, west) == (date(2026, 11, 23), "")
    assert local(timed, west) == (date(2026, 11, 22), "21:30")


def test_counts_agree_with_their_noun():
    assert counted(1, "story", "stories") == "1 story"
    assert counted(2, "story", "stories") == "2 stories"
    assert counted(1200, "article") == "1,200 articles"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 13, 2, tzinfo=UTC), "updated 14:02"),
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "updated 00:30"),
        (datetime(2026, 11, 3, 8, 5, tzinfo=UTC), "updated 3 Nov 09:05"),
        (datetime(2025, 11, 24, 13, 2, tzinfo=UTC), "updated 24 Nov 2025 14:02"),
    ],
)
def test_an_edit_is_told_by_the_readers_clock(moment, words):
    now = datetime(2026, 11, 24, 18, tzinfo=timezone(timedelta(hours=1)))

    assert updated_words(moment, now) == words


@pytest.mark.parametrize(
    ("per_day", "words"),
    [
        (0, "nothing new for weeks"),
        (1 / 28, "1 new in 28 days"),
        (0.7, "1 new in 2 days"),
        (1, "1 new a day"),
        (1.46, "1.5 new a day"),
        (42.4, "42 new a day"),
    ],
)
def test_how_much_a_source_brings_is_told_in_few_words(per_day, words):
    assert pace_words(per_day) == words
