from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.cells import fit, pad, width_of, wrap

HOSTILE = "\x1b]0;gone\x07[b]bold[/b]\u202eltr\u2066\x9b31m"
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
ANY_TEXT = st.text(max_size=120)


@given(ANY_TEXT, st.integers(0, 60))
def test_fitted_words_never_take_more_cells_than_there_are(words, width):
    assert cell_len(fit(words, width)) <= width


@given(ANY_TEXT, st.integers(0, 60))
def test_padded_words_take_all_cells_exactly(words, width):
    assert cell_len(pad(words, width)) == width
    assert cell_len(pad(words, width, right=True)) == width


@pytest.mark.parametrize(
    ("words", "width", "fitted"),
    [
        ("short", 10, "short"),
        ("a longer headline", 9, "a longer…"),
        ("a longer headline", 10, "a longer…"),
        ("日本銀行の決定", 7, "日本銀…"),
        ("日本銀行の決定", 8, "日本銀…"),
        ("line\none\ttwo", 20, "line one two"),
        ("anything", 1, "…"),
        ("", 4, ""),
    ],
)
def test_what_is_cut_ends_with_an_ellipsis(words, width, fitted):
    assert fit(words, width) == fitted


def test_nothing_that_steers_a_terminal_is_painted():
    painted = fit(HOSTILE, 200)

    assert not any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in painted)
    assert not set(painted) & set("\u202e\u2066")
    assert "[b]bold[/b]" in painted


def test_an_emoji_is_painted_in_the_form_whose_width_terminals_agree_on():
    assert fit("🌪\ufe0f👩\u200d🚒👍🏽", 20) == "🌪👩🚒👍"


def test_a_joiner_between_letters_stays():
    assert fit("می\u200cخواهم", 20) == "می\u200cخواهم"


def test_a_title_of_a_megabyte_is_cut_at_once():
    assert width_of(fit("word " * 200_000, 40)) <= 40


@given(st.text(alphabet=st.sampled_from("ab 日é\u0301\n\t-“"), max_size=200), st.integers(2, 30))
def test_wrapped_lines_hold_every_letter_once_and_fit(words, width):
    lines = wrap(words, width)

    kept = "".join(words[start:end] for start, end in lines)
    assert kept.split() == words.split() or "".join(kept.split()) == "".join(words.split())
    assert all(width_of(words[start:end].replace("\t", " ")) <= width for start, end in lines)
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


def test_paragraphs_begin_lines_and_an_empty_one_is_an_empty_line():
    text = "one two\n\nthree"

    assert [text[start:end] for start, end in wrap(text, 5)] == ["one", "two", "", "three"]


def test_a_word_longer_than_the_line_is_broken():
    text = "https://example.org/a/very/long/path end"

    assert [text[start:end] for start, end in wrap(text, 20)] == [
        "https://example.org/",
        "a/very/long/path end",
    ]
