"""Names printed above, below or behind speeches that stand alone: one rule a test."""

from __future__ import annotations


def test_a_name_that_ends_the_paragraph_signs_the_speech(speakers_in):
    text = "“It is over. I hated it.” Ana Ruiz (Elma News)\n\n“I cried when I saw him.” Tom Berg"

    assert speakers_in(text) == ["Ana Ruiz", "Tom Berg"]


def test_a_sentence_behind_a_speech_signs_nothing(speakers_in):
    text = "Ana Ruiz was asked again.\n\n“It is over. I hated it.” Tom Berg left."

    assert speakers_in(text) == ["Ana Ruiz"]


def test_lines_below_speeches_tell_who_speaks(speakers_in):
    text = (
        "“It is hard to stop him for a whole game.”\nElma captain Tom Berg on the match with Oslo\n\n"
        "“We are a country of few players.”\nElma coach Paul Holm on his plans\n\n"
        "“I wear them for comfort.”\n\nAna Ruiz"
    )

    assert speakers_in(text) == ["Tom Berg", "Paul Holm", "Ana Ruiz"]


def test_sentences_below_speeches_tell_of_nobody(speakers_in):
    text = (
        "Ana Ruiz spoke in Elma.\n\n“It is hard to stop him for a whole game.”\n\n"
        "Tom Berg went home on Monday.\n\n“We are a country of few players,” Ana Ruiz said."
    )

    assert speakers_in(text) == ["Ana Ruiz", "Ana Ruiz"]


def test_captions_below_speeches_are_none_of_theirs(speakers_in):
    text = (
        "“We go,” Ana Ruiz said.\n\n“It is hard to stop him for a whole game.”\n\nTom Berg in Elma\n\n"
        "“We are a country of few players.”\n\nPaul Holm in Oslo\n\nThe end came on Monday."
    )

    assert speakers_in(text)[:2] == ["Ana Ruiz", "Ana Ruiz"]
