"""The README says what is there: its keys are the table's, its commands and pictures exist."""

import re
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli import VERBS, briefing
from briefing.desk.logins import logins_of
from briefing.settings import Settings, load_settings
from briefing.tui.commands import COMMANDS, GROUPS, key_problems, shown

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")


def keys_table() -> str:
    """The table of keys as the README shows it."""
    lines = ["| keys | what they do |", "| --- | --- |"]
    for group in GROUPS:
        lines.append(f"| **{group}** | |")
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{shown(key)}`" for key in command.keys)
                lines.append(f"| {keys} | {command.help} |")
    return "\n".join(lines)


def test_the_keys_are_those_of_the_screen():
    printed = re.search(r"<!-- keys:.*?-->\n(.*?)\n?<!-- /keys -->", README, re.DOTALL)

    assert printed is not None
    assert printed[1].strip() == keys_table()


def test_every_verb_it_names_is_there():
    named = set(re.findall(r"`?briefing ([a-z]+)\b", README)) - {"into"}

    assert named
    assert named <= set(VERBS)


def test_every_option_it_names_is_there():
    context = click.Context(briefing)
    known = {"--now"}
    for verb in ("export", "brief", "analyse", "stories", "refresh"):
        command = briefing.get_command(context, verb)
        known |= {option for param in command.params for option in param.opts}

    assert set(re.findall(r"--[a-z]+", README)) - {"--"} <= known | {"--json"}


def test_its_pictures_are_tested_snapshots():
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)

    assert pictures
    assert all((TOP / picture).is_file() and "__snapshots__" in picture for picture in pictures)


def test_its_two_commands_need_python_alone():
    commands = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)

    assert len(commands) == 2
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)


def test_its_settings_are_the_defaults_and_its_keys_are_free(tmp_path):
    example, _, _ = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (command, key) = re.search(r'`\[keys\]`, then `(\w+) = "([^"]+)"`', README).groups()
    (tmp_path / "settings.toml").write_text(f'{example}\n[keys]\n{command} = "{key}"', "utf-8")
    places = {"BRIEFING_CONFIG_DIR": str(tmp_path), "BRIEFING_DATA_DIR": str(tmp_path)}

    settings = load_settings(places)

    assert key_problems(settings.keys) == ()
    assert replace(settings, keys={}) == Settings(tmp_path, tmp_path)


def test_its_language_gets_the_pipeline_that_is_named(tmp_path):
    *_, example = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "settings.toml").write_text(example, "utf-8")
    places = {"BRIEFING_CONFIG_DIR": str(tmp_path), "BRIEFING_DATA_DIR": str(tmp_path)}

    assert load_settings(places).pipelines == {"fr": "fr_core_news_sm"}
    assert "download fr_core_news_sm" in README


def test_the_word_lists_it_names_are_there():
    named = re.search(r"\(`meetings`, ([^)]*)\)", README).group(0)

    for name in re.findall(r"`(\w+)`", named):
        assert (TOP / f"briefing/extract/lexicon/{name}.toml").is_file()


def test_its_login_is_one_that_a_server_is_shown(tmp_path):
    _, example, _ = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "settings.toml").write_text(example, "utf-8")
    places = {"BRIEFING_CONFIG_DIR": str(tmp_path), "BRIEFING_DATA_DIR": str(tmp_path)}

    logins = logins_of(load_settings(places))

    assert logins.headers("https://example.org/feed.xml", "https://example.org/feed.xml")
    assert not logins.headers("https://example.com/feed.xml", "https://example.com/feed.xml")
