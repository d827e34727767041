from pathlib import Path

import pytest

from briefing.errors import SettingsError
from briefing.settings import asset, load_settings


def places(tmp_path: Path, **more: str) -> dict[str, str]:
    return {
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
        **more,
    }


def write(tmp_path: Path, words: str) -> None:
    (tmp_path / "config").mkdir(exist_ok=True)
    (tmp_path / "config" / "settings.toml").write_text(words, encoding="utf-8")


def test_without_a_file_the_defaults_hold(tmp_path):
    settings = load_settings(places(tmp_path))

    assert settings.theme == "paper-dark"
    assert settings.store == tmp_path / "data" / "briefing.db"


def test_a_flag_outranks_the_environment_which_outranks_the_file(tmp_path):
    write(tmp_path, 'theme = "from-file"\ntimeout = 5.5')
    environ = places(tmp_path, BRIEFING_THEME="from-environment")

    assert load_settings(places(tmp_path)).theme == "from-file"
    assert load_settings(environ).theme == "from-environment"
    assert load_settings(environ, theme="from-flag").theme == "from-flag"
    assert load_settings(environ, theme=None).theme == "from-environment"
    assert load_settings(environ).timeout == 5.5


def test_keys_are_a_table_of_bindings(tmp_path):
    write(tmp_path, '[keys]\nsave = "S"')

    assert load_settings(places(tmp_path)).keys == {"save": "S"}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("theem = 'x'", "theem"),
        ("timeout = 'soon'", "timeout"),
        ("timeout = 0", "timeout"),
        ("workers = -1", "workers"),
        ("workers = true", "workers"),
        ("brief_words = 0", "brief_words"),
        ("refresh_on_start = 1", "refresh_on_start"),
        ("keys = 'x'", "keys"),
        ("theme = ", "settings.toml"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file(tmp_path, words, named):
    write(tmp_path, words)

    with pytest.raises(SettingsError, match=named) as caught:
        load_settings(places(tmp_path))

    assert "settings.toml" in str(caught.value)


def test_a_wrong_environment_variable_is_named(tmp_path):
    with pytest.raises(SettingsError, match="workers"):
        load_settings(places(tmp_path, BRIEFING_WORKERS="many"))


def test_yes_and_no_are_understood_in_the_environment(tmp_path):
    assert load_settings(places(tmp_path, BRIEFING_REFRESH_ON_START="yes")).refresh_on_start
    assert not load_settings(places(tmp_path, BRIEFING_REFRESH_ON_START="0")).refresh_on_start


@pytest.mark.parametrize("name", ["themes", "seeds"])
def test_shipped_files_are_found(name):
    assert any(asset(name).iterdir())
