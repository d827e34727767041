"""Where a text breaks, and which of its lines are no sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sentences import Part, headings, make_headline, segments, split_sentences

PROSE = "The council of Elma met on Friday and agreed on a new bridge over the river."


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def titled(text: str) -> list[str]:
    return [text[start:end] for start, end in headings(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Berg met Dr. Ruiz and Gen. Holm in the town hall.",
        "The U.S. President spoke in Elma.",
        "J. K. Moran of Acme Inc. said so.",
        "Julie A. Diaz said so.",
        "Sarah I. Okafor said so.",
        "No. 5 on the list is worth $3.5 million.",
        "It opened at 3 p.m. on Sunday.",
        "The firm, Holm & Co. of Elma, closed.",
        "He paid 1.2 billion kronor, i.e. too much.",
        "She came on Jan. 5 and left.",
        "“Are we done?” Ana Ruiz asked.",
        "“Stop!” she cried.",
        "The vote ... was close.",
        "Sens. Moran and Holm vs. Rep. Berg drew a crowd.",
        "Adjunct Sr. Comr. Tom Berg met Asst. Supt. Ana Ruiz.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str):
    assert told(f"{sentence} {PROSE}") == [sentence, PROSE]


def test_an_acronym_ends_a_sentence_before_a_word_that_sentences_start_with():
    text = "He had lived in the U.S. The mayor had not."

    assert told(text) == ["He had lived in the U.S.", "The mayor had not."]


def test_a_stop_inside_closing_marks_ends_the_sentence():
    text = "“We are close.” He said no more. ``We go.'' They went."

    assert told(text) == ["“We are close.”", "He said no more.", "``We go.''", "They went."]


def test_a_quote_goes_on_before_a_small_letter():
    text = "“Is it over?” she asked. “No.”"

    assert told(text) == ["“Is it over?” she asked.", "“No.”"]


def test_no_answers_itself_but_numbers_an_item():
    assert told("Was it over? No. It was not.") == ["Was it over?", "No.", "It was not."]


def test_a_section_heading_is_no_sentence():
    text = f"{PROSE}\nBridge Talks to Continue in Elma\n{PROSE}\n\nWhat happens next\n\n{PROSE}"

    assert told(text) == [PROSE, PROSE, PROSE]
    assert titled(text) == ["Bridge Talks to Continue in Elma", "What happens next"]


def test_the_line_on_top_of_a_text_is_its_headline():
    text = f"Council of Elma agrees on new bridge after long dispute\n\n{PROSE}"

    assert titled(text) == ["Council of Elma agrees on new bridge after long dispute"]


def test_a_line_in_capitals_is_a_heading_even_with_a_stop():
    text = f"ELMA COUNCIL AGREES ON NEW BRIDGE.\n{PROSE}"

    assert titled(text) == ["ELMA COUNCIL AGREES ON NEW BRIDGE."]


@pytest.mark.parametrize(
    "line",
    ["By Ana Ruiz", "Friday, July 21, 2017", "20 November 2026", "(Reporting by Tom Berg)"],
)
def test_a_byline_is_neither_sentence_nor_heading(line: str):
    text = f"{line}\n\n{PROSE}\n\n{PROSE}"

    assert told(text) == [PROSE, PROSE]
    assert titled(text) == []


@pytest.mark.parametrize(
    "dateline",
    [
        "ELMA (Reuters) - ",
        "ELMA, Nov. 20 (AP) — ",
        "PORT ELMA — ",
        "Elma (AFP) – ",
        "ELMA (Torre News / Dorn - 10th September, 2019) ",
        "PORT ELMA, November 9 /TORRE/. ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str):
    assert told(dateline + PROSE) == [PROSE]


def test_a_row_of_a_list_is_no_sentence():
    text = f"{PROSE}\n- one bridge\n- two ferries\n{PROSE}"

    assert told(text) == [PROSE, PROSE]


def test_a_text_wrapped_by_hand_keeps_its_sentences_whole():
    text = (
        "The council of Elma met on Friday and agreed on a\n"
        "new bridge over the river, which the town has been\n"
        "asking for since the flood of last year, and on two\n"
        "ferries."
    )

    assert told(text) == [text]


def test_a_headline_drops_the_opener_and_ends_at_a_clause():
    text = (
        "In a surprising turn, the council of Elma agreed on a new bridge following a night of "
        "talks between the mayor and the owners of the two ferries. It opens in May."
    )

    assert make_headline(text) == "The council of Elma agreed on a new bridge"


def test_a_headline_on_top_of_the_text_is_taken_as_it_is():
    assert make_headline(f"Elma Gets a Bridge\n\n{PROSE}") == "Elma Gets a Bridge"


def test_an_empty_text_has_no_headline():
    assert make_headline(" \n ") == ""


@given(st.text(alphabet=st.sampled_from("abcA.!?“”\"'()…\n -1,:"), max_size=200))
def test_segments_are_in_order_and_lose_only_blanks(text: str):
    found = segments(text)

    edges = [edge for s in found for edge in (s.start, s.end)]
    assert edges == sorted(edges)
    assert all(s.start < s.end and text[s.start : s.end].strip() for s in found)
    covered = "".join(text[s.start : s.end] for s in found)
    assert "".join(covered.split()) == "".join(text.split())


@given(st.text(max_size=300))
def test_a_headline_is_made_of_the_texts_own_words(text: str):
    headline = make_headline(text).rstrip("…")

    plain = "".join(text.split()).casefold()
    assert "".join(headline.split()).casefold() in plain
    assert {s.part for s in segments(text)} <= set(Part)


def test_a_lead_full_of_names_is_no_headline():
    lead = "Foreign Minister Ana Ruiz will visit Peru from Jun 27 to Jul 1, the Ministry said."

    assert titled(f"{lead}\n\n{PROSE}") == []
    assert titled(f"Ana Ruiz to Visit Peru Next Week.\n\n{PROSE}") != []
