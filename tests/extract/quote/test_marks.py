"""What stands in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.quote.marks import find_stretches


def stretches(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_stretches(text)]


@pytest.mark.parametrize(
    "quote",
    [
        "“We go,”",
        '"We go,"',
        "„We go,“",
        "«We go,»",
        "``We go,''",
        "‘We go,’",
        "'We go,'",
        "„We go,”",
        "”We go,”",
        "''We go,''",
        "»We go,«",
        "‹We go,›",
        "‚We go,‘",
    ],
)
def test_every_pair_of_marks_holds_a_stretch(quote: str):
    assert stretches(f"Then {quote} she said.") == ["We go,"]


def test_an_apostrophe_opens_nothing():
    assert stretches("The dogs' owner can't go; '90s kids didn't, 'tis said.") == []


def test_a_possessive_does_not_close_single_marks():
    text = "He said: ‘The workers’ union agrees to it.’ Then he left."

    assert stretches(text) == ["The workers’ union agrees to it."]


def test_marks_inside_marks_belong_to_the_outer_stretch():
    text = "“She told me ‘we are close’ and “soon” twice,” he said."

    assert stretches(text) == ["She told me ‘we are close’ and “soon” twice,"]


def test_a_quote_over_several_paragraphs_is_one_stretch_each():
    text = "“We are close.\n\n“We are very close,” she said."

    first, second = find_stretches(text)

    assert (first.is_open, second.is_open) == (True, False)
    assert stretches(text) == ["We are close.", "We are very close,"]


def test_two_apostrophes_are_marks_and_no_singles():
    text = "''It's the workers' bridge,'' she said. ''We built it.''"

    assert stretches(text) == ["It's the workers' bridge,", "We built it."]


def test_a_closing_mark_in_front_of_a_paragraph_opens_it():
    text = "“We go,” said one.\n\n”We stay with him.” ― Ana Ruiz"

    assert stretches(text) == ["We go,", "We stay with him."]


def test_an_inch_mark_opens_nothing():
    assert stretches('A 6" pipe and an 8" pipe.') == []


@given(st.text(alphabet=st.sampled_from("ab “”\"'‘’«»„\n.,"), max_size=80))
def test_stretches_never_overlap_and_stay_in_their_paragraph(text: str):
    found = find_stretches(text)

    assert all(a.closes <= b.opens for a, b in pairwise(found))
    assert all(s.opens < s.start < s.end <= s.closes for s in found)
    assert all("\n" not in text[s.start : s.end] for s in found)


def test_a_speech_goes_on_behind_a_caption():
    text = 'He said: "There will be rain.\n\nA boat on the lake\n\n"It will be cold."'

    assert stretches(text) == ["There will be rain.", "It will be cold."]


def test_a_speech_ends_before_a_whole_sentence_without_marks():
    text = 'Then "rain was told.\n\nA boat lay on the lake.\n\n"It will be cold," he said.'

    assert stretches(text) == ["It will be cold,"]


def test_a_paragraph_in_single_marks_goes_on_in_the_next():
    text = "'We asked a lot of him.\n\nBerg with the cup\n\n'He was very good,' she said."

    first, second = find_stretches(text)

    assert (first.is_open, second.is_open) == (True, False)
    assert text[first.start : first.end] == "We asked a lot of him."


def test_a_clipped_word_at_the_head_of_a_paragraph_opens_no_speech():
    assert stretches("'Tis a fine day for the owners' boats.\n\nThey sail.") == []


def test_a_straight_mark_behind_a_stop_closes_a_curly_one():
    text = '“It is too good," Ana Ruiz said. "Never give out your number.”'

    assert stretches(text) == ["It is too good,", "Never give out your number."]


def test_straight_marks_inside_curly_ones_close_only_themselves():
    text = '“He told me "no," and then he left,” she said.'

    assert stretches(text) == ['He told me "no," and then he left,']


def test_a_mark_never_closed_in_its_bracket_opens_nothing():
    assert stretches('The firm ("The Long Road) made "The End" and sold it.') == ["The End"]


def test_a_straight_mark_may_close_a_curly_one_behind_any_word():
    assert stretches('He wrote, “I tell you how it was before". Then he left.') == [
        "I tell you how it was before"
    ]


def test_blanks_inside_the_marks_are_none_of_the_words():
    assert stretches("« We go on », said Ana Ruiz.") == ["We go on"]


def test_a_mark_behind_a_colon_that_is_never_closed_runs_to_the_end_of_its_paragraph():
    text = "Ruiz said: “We are close. We will sign.\n\nThe talks go on."

    (stretch,) = find_stretches(text)

    assert text[stretch.start : stretch.end] == "We are close. We will sign."
    assert stretch.is_open


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('It said no, saying it "has no value for the town.', "has no value for the town."),
        ("She called it “a slap in the face of the poor…", "a slap in the face of the poor…"),
        ('She said "no way. The board meets on Friday again.', ""),
        ('She called the "big tent and left.', ""),
        ('The pipe is "twelve inches wide at its end.', ""),
    ],
)
def test_a_speech_led_by_a_verb_may_lack_its_closing_mark(text: str, words: str):
    assert "".join(text[s.start : s.end] for s in find_stretches(text)) == words


def test_marks_set_the_wrong_way_round_hold_a_speech_each():
    text = "”We are very close,“ she said, adding: ”It could be far.”"

    assert [text[s.start : s.end] for s in find_stretches(text)] == [
        "We are very close,",
        "It could be far.",
    ]
