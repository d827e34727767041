import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import extract
from briefing.errors import SettingsError
from briefing.extract.language import language_of
from tests.builders import an_article

FRENCH = (
    "Le ministre Jean Morel a rencontré jeudi à Genève la négociatrice Claire Dubois.\n\n"
    "« Nous ne signerons pas dans la précipitation », a déclaré Jean Morel devant la presse."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council met on Friday and said that it would vote on the plan.", "en"),
        (FRENCH, "fr"),
        (
            "Der Minister sagte am Freitag, die Gespräche mit den Nachbarn seien gut verlaufen.",
            "de",
        ),
        (
            "El presidente dijo el jueves que las negociaciones con los sindicatos continuarán.",
            "es",
        ),
        ("外交部发言人星期五在北京表示，谈判将于下周二继续举行，双方都希望尽快达成协议。", "zh"),
    ],
)
def test_the_language_of_a_text_is_known_from_its_words(text, language):
    assert language_of(text) == language


def test_a_text_too_short_to_tell_is_what_its_source_says():
    assert language_of("Oslo", "nb") == "nb"
    assert language_of("Bonn 3:1") == "en"


def test_english_full_of_foreign_names_is_english():
    text = (
        "Zelenskyy, Przewodniczący Kowalczyk and Señor Núñez met in Łódź; the talks with "
        "Bürgermeister Müller will go on in Košice, he said."
    )

    assert language_of(text) == "en"


def test_another_language_is_never_read_by_english_rules():
    article = an_article(FRENCH)

    reading = extract.read(article)

    assert reading.language == "fr"
    assert not reading.actors
    assert not reading.talks
    assert [quote.words.strip() for quote in reading.quotes] == [
        "Nous ne signerons pas dans la précipitation"
    ]
    assert len(reading.sentences) == 2


def test_a_pipeline_named_for_a_language_finds_its_names(pipeline):
    # Any installed pipeline will do to show that the setting is obeyed.
    reading = extract.read(an_article(FRENCH), {"fr": extract.DEFAULT_PIPELINE})

    assert "Jean Morel" in {actor.name for actor in reading.actors}


def test_a_pipeline_that_is_not_installed_is_named_with_what_to_do():
    with pytest.raises(SettingsError, match="pip install no-such-pipeline"):
        extract.read(an_article(FRENCH), {"fr": "no_such_pipeline"})


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_language(text):
    assert 2 <= len(language_of(text)) <= 3


def read_with(folder: Path, text: str) -> str:
    """The speakers found in a process of its own, for word lists are compiled once."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom briefing import extract\n"
        "from briefing.model import Article\n"
        "found = extract.read(Article('a', '', sys.argv[2]), lexicons=Path(sys.argv[1]))\n"
        "print([quote.cue for quote in found.quotes])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), text], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_a_word_of_the_users_own_adds_to_ours(tmp_path):
    (tmp_path / "speech.toml").write_text('saying = ["quacked"]')
    code = (
        "import sys\nfrom pathlib import Path\nfrom briefing.extract.word_lists import *\n"
        "add_lists(Path(sys.argv[1]))\nwords = read_list('speech')['saying']\n"
        "print('quacked' in words, 'said' in words)\n"
    )
    call = [sys.executable, "-c", code]

    without = subprocess.run(
        [*call, str(tmp_path / "none")], capture_output=True, text=True, check=False
    )
    with_it = subprocess.run([*call, str(tmp_path)], capture_output=True, text=True, check=False)

    assert without.stdout == "False True\n"
    assert with_it.stdout == "True True\n"


def test_a_word_list_of_the_users_own_that_is_wrong_is_named(tmp_path):
    (tmp_path / "speech.toml").write_text("saying = [")

    assert f"{tmp_path / 'speech.toml'} cannot be read" in read_with(
        tmp_path, "“Yes, we will go on,” he said."
    )


def test_a_word_list_of_another_kind_than_ours_is_named(tmp_path):
    (tmp_path / "speech.toml").write_text("saying = 3")

    assert "saying is of another kind" in read_with(tmp_path, "“Yes, we will go on,” he said.")
