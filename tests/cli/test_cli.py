import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import VERBS
from tests.desks import a_desk
from tests.terminal import Terminal


@pytest.fixture
def filled(tmp_path):
    a_desk(tmp_path).close()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(run, verb):
    shown = run(verb, "--help").stdout

    assert "Usage: briefing" in shown
    if verb in ("feed", "opml", "config"):
        shown = run(verb, "check", "--help").stdout
    assert "Example:  briefing" in shown


def test_help_lists_every_verb(run):
    shown = run("--help").stdout

    assert all(verb in shown for verb in VERBS)


def test_a_word_that_is_no_verb_is_a_usage_error(run):
    done = run("refersh")

    assert done.returncode == 2
    assert "refersh" in done.stderr


def test_counts_are_plain_numbers(run, filled):
    assert run("articles", "--count").stdout == "4\n"
    assert run("stories", "--count").stdout == "3\n"


def test_stories_are_listed_with_ids_that_show_takes(run, filled):
    listed = run("stories", "--day", "2026-11-20").stdout
    shown = run("show", "talks-1").stdout

    assert "[talks-1]" in listed
    assert "Ana Ruiz — Foreign Minister" in shown
    assert "We will not sign in haste," in shown


def test_all_stories_as_json_hold_every_article_once(run, filled):
    stories = json.loads(run("stories", "--all", "--json").stdout)

    assert sorted(name for story in stories for name in story["articles"]) == [
        "budget",
        "storm",
        "talks-1",
        "talks-2",
    ]
    assert all(story["summary"] for story in stories)


@pytest.mark.parametrize("verb", ["actors", "quotes", "talks"])
def test_findings_are_listed_as_lines_and_as_json(run, filled, verb):
    lines = run(verb, "--day", "2026-11-20").stdout
    values = json.loads(run(verb, "--day", "2026-11-20", "--json").stdout)

    assert lines.strip()
    assert values


def test_quotes_by_one_speaker_are_found_on_any_day(run, filled):
    (quote,) = json.loads(run("quotes", "--by", "Tom Berg", "--json").stdout)

    assert quote["text"] == "It was close,"


def test_search_prints_where_the_words_stand(run, filled):
    assert "haste" in run("search", "haste").stdout


@pytest.mark.parametrize("form", ["md", "html", "txt", "json", "ics"])
def test_a_brief_is_exported_to_a_file_and_to_stdout(run, filled, tmp_path, form):
    place = tmp_path / f"brief.{form}"

    to_file = run(
        "--now", "2026-11-21T07:00+00:00", "export", "--format", form, "--output", str(place)
    )
    to_pipe = run("--now", "2026-11-21T07:00+00:00", "export", "--format", form, "--output", "-")

    assert to_file.returncode == 0, to_file.stderr
    assert place.read_bytes().decode() == to_pipe.stdout.replace(
        "\n", "\r\n" if form == "ics" else "\n"
    )


def test_a_brief_is_exported_as_pdf(run, filled, tmp_path):
    place = tmp_path / "brief.pdf"

    done = run("export", "--format", "pdf", "--output", str(place))

    assert done.returncode == 0, done.stderr
    assert place.read_bytes().startswith(b"%PDF-")


def test_a_pdf_is_not_poured_into_a_terminal(tmp_path):
    places = {f"BRIEFING_{kind}_DIR": str(tmp_path / kind) for kind in ("CONFIG", "DATA")}
    command = [sys.executable, "-m", "briefing", "export", "--format", "pdf", "--output", "-"]

    with Terminal(command, 100, 30, places) as terminal:
        status = terminal.wait(60)

    assert status == 2
    assert "Name a file: --output brief.pdf" in terminal.text
    assert b"%PDF" not in terminal.raw


def test_an_unknown_format_names_the_known_ones(run):
    done = run("export", "--format", "pfd", "--output", "-")

    assert done.returncode == 2
    assert "ics, json, md" in done.stderr


def test_an_export_into_a_folder_that_is_not_there_is_refused(run, filled, tmp_path):
    done = run("export", "--format", "md", "--output", str(tmp_path / "none" / "brief.md"))

    assert done.returncode == 1
    assert "no folder" in done.stderr


def test_an_export_that_fails_leaves_the_old_file(run, filled, tmp_path):
    folder = tmp_path / "brief.md"
    folder.mkdir()

    done = run("export", "--format", "md", "--output", str(folder))

    assert done.returncode == 1
    assert folder.is_dir()


def test_a_store_full_of_garbage_is_named_and_left_alone(run, tmp_path):
    store = tmp_path / "data" / "briefing.db"
    store.parent.mkdir()
    store.write_bytes(b"this is no database" * 100)

    done = run("articles")

    assert done.returncode == 1
    assert str(store) in done.stderr
    assert "Traceback" not in done.stderr
    assert store.read_bytes() == b"this is no database" * 100


def test_a_data_folder_that_cannot_be_made_is_named(run, tmp_path):
    (tmp_path / "file").write_text("in the way")

    done = run("articles", BRIEFING_DATA_DIR=str(tmp_path / "file" / "data"))

    assert done.returncode == 1
    assert "file" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_settings_are_named(run, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("theem = 'x'")

    done = run("articles")

    assert done.returncode == 1
    assert "theem" in done.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--now", "soon", "articles"), "soon"),
        (("stories", "--day", "someday"), "someday"),
        (("show", "nowhere"), "nowhere"),
        (("feed", "remove", "https://nowhere.example"), "nowhere.example"),
        (("feed", "add", "/no/such/folder"), "/no/such/folder"),
        (("feed", "add", "ftp://x.example/feed"), "http and https"),
        (("opml", "check", "/no/such/list"), "/no/such/list"),
        (("analyse", "/no/such/file.txt"), "/no/such/file.txt"),
        (("analyse",), "Name a file"),
    ],
)
def test_what_cannot_be_meant_is_said_without_a_traceback(run, words, named):
    done = run(*words)

    assert done.returncode != 0
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_no_source_says_what_to_do(run):
    done = run("refresh")

    assert done.returncode == 0
    assert "briefing feed add" in done.stderr


def test_an_archive_is_imported_and_its_ids_are_kept(run, tmp_path):
    archive = tmp_path / "archive.jsonl"
    rows = [
        {
            "id": f"n{n}",
            "title": f"Title {n}",
            "text": "A text of one sentence.",
            "published": f"2020-01-{n + 10}T08:00:00+00:00",
        }
        for n in range(3)
    ]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows))

    done = run("import", str(archive))
    stories = json.loads(run("stories", "--all", "--json").stdout)

    assert done.returncode == 0, done.stderr
    assert sorted(name for story in stories for name in story["articles"]) == ["n0", "n1", "n2"]


def test_output_cut_short_by_the_reader_is_no_error(tmp_path, filled):
    places = {
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
    }
    command = f"{sys.executable} -m briefing stories --all --json | head -c 10"

    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **places},
    )

    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_the_module_and_the_script_are_one_command(run):
    assert "briefing, version" in run("--version").stdout
    assert Path(sys.executable).exists()


def test_the_doctor_says_that_all_is_well(run, filled):
    done = run("doctor")

    assert done.returncode == 0, done.stderr
    assert "4 articles" in done.stdout


def test_the_doctor_names_what_is_wrong(run, filled, tmp_path):
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "settings.toml").write_text('pipeline = "no_such_pipeline"')

    done = run("doctor")

    assert done.returncode == 1
    assert "no_such_pipeline is not installed" in done.stderr


def test_settings_are_checked_down_to_keys_and_themes(run, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('theme = "none"\n[keys]\nsave = "m"')

    done = run("config", "check")

    assert done.returncode == 1
    assert "none" in done.stderr
    assert "'save'" in done.stderr


def test_the_settings_path_is_printed_even_when_nothing_is_there(run, tmp_path):
    assert run("config", "path").stdout.strip() == str(tmp_path / "config" / "settings.toml")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_printed_for_each_shell(run, shell):
    assert "_BRIEFING_COMPLETE" in run("completions", shell).stdout
