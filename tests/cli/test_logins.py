"""Logins from the command line: kept in the keyring, shown to their server, told to nobody else."""

import json
import sys
from base64 import b64encode

import pytest

from tests.gather.conftest import Reply, server
from tests.terminal import Terminal

__all__ = ["server"]  # the fixture

pytest.importorskip("keyring")

SECRET = "s3cret-word"
NO_KEYRING = "keyring.backends.fail.Keyring"


@pytest.fixture
def run(run, tmp_path):
    keyring = {
        "PYTHON_KEYRING_BACKEND": "tests.keyrings.FileKeyring",
        "TEST_KEYRING": str(tmp_path / "keyring"),
    }
    return lambda *words, **environ: run(*words, **{**keyring, **environ})


@pytest.fixture
def closed(server):
    """The address of a feed that is shown to reader:s3cret-word alone."""
    wanted = f"Basic {b64encode(f'reader:{SECRET}'.encode()).decode()}"

    def look() -> None:
        _, headers = server.requests[-1]
        server.replies["/feed"].status = 200 if headers.get("authorization") == wanted else 401

    server.replies["/feed"] = Reply(before=look)
    return f"{server.url}/feed"


def test_a_login_is_kept_in_the_keyring_and_found_nowhere_else(run, closed, tmp_path):
    refused = run("feed", "add", closed)
    assert refused.returncode == 1
    assert "briefing feed login" in refused.stderr

    kept = run("feed", "login", closed, "--user", "reader", stdin=f"{SECRET}\n")
    done = [
        kept,
        run("feed", "add", closed),
        run("-v", "refresh", "--no-read", "--json"),
        run("feed", "list"),
        run("feed", "list", "--json"),
        run("feed", "check", closed, "--json"),
        run("opml", "export"),
        run("doctor"),
        run("articles", "--json"),
    ]

    assert kept.stderr == f"The login of {closed} is kept in the system's keyring.\n"
    assert SECRET in (tmp_path / "keyring").read_text()
    assert [each.returncode for each in done] == [0] * len(done)
    assert not any(SECRET in each.stdout + each.stderr for each in done)
    assert not any(SECRET.encode() in file.read_bytes() for file in (tmp_path / "data").iterdir())
    assert f"login     {closed}" in done[7].stdout

    gone = run("feed", "logout", closed)

    assert gone.stderr == f"The login of {closed} is forgotten.\n"
    assert run("refresh", "--no-read").returncode == 3
    assert "No login for" in run("feed", "logout", closed).stderr


def test_a_login_typed_with_an_address_moves_to_the_keyring(run, closed, tmp_path):
    typed = closed.replace("://", f"://reader:{SECRET}@")

    added = run("feed", "add", typed)
    listed = run("feed", "list", "--json")

    assert added.returncode == 0
    assert json.loads(listed.stdout)[0]["url"] == closed
    assert not any(SECRET in each.stdout + each.stderr for each in (added, listed))
    assert not any(SECRET.encode() in file.read_bytes() for file in (tmp_path / "data").iterdir())
    assert run("refresh", "--no-read").returncode == 0


def test_without_a_keyring_a_typed_login_is_refused_with_what_to_do(run, closed):
    typed = closed.replace("://", f"://reader:{SECRET}@")

    refused = run("feed", "add", typed, PYTHON_KEYRING_BACKEND=NO_KEYRING)

    assert refused.returncode == 1
    assert "no keyring" in refused.stderr
    assert f'[logins."{closed.removesuffix("/feed")}"]' in refused.stderr
    assert SECRET not in refused.stderr
    assert run("feed", "list", "--json").stdout.strip() == "[]"


def test_the_settings_hold_logins_too_and_must_be_closed_to_others(run, closed, tmp_path):
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    server = closed.removesuffix("/feed")
    file.write_text(f'[logins."{server}"]\nuser = "reader"\npassword = "{SECRET}"\n')
    file.chmod(0o644)

    added = run("feed", "add", closed, PYTHON_KEYRING_BACKEND=NO_KEYRING)
    refreshed, checked, doctor = run("refresh", "--no-read"), run("config", "check"), run("doctor")

    assert added.returncode == 0
    assert refreshed.returncode == 0
    for each in (refreshed, checked, doctor):
        assert f"chmod 600 {file}" in each.stderr
        assert SECRET not in each.stdout + each.stderr
    file.chmod(0o600)
    assert "chmod" not in run("refresh", "--no-read").stderr
    assert run("config", "check").returncode == 0
    assert "Take it out there" in run("feed", "logout", server).stderr


def test_a_locked_keyring_is_said_in_words(run, closed):
    run("feed", "login", closed, "--user", "reader", stdin=f"{SECRET}\n")
    run("feed", "add", closed)

    refreshed = run("refresh", "--no-read", TEST_KEYRING="locked")
    doctor = run("doctor", TEST_KEYRING="locked")

    assert refreshed.returncode == 3
    assert "which the system's keyring did not give" in refreshed.stderr
    assert "The system's keyring is locked." in doctor.stderr
    assert f"login     {closed} (not to be had)" in doctor.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["https://u:pw@paper.example/", "--token"], "neither a host nor the address"),
        (["paper.example", "--token", "--user", "u"], "One of --user, --token and --header"),
        (["paper.example", "--header", "Host"], "a header that cannot be sent"),
    ],
)
def test_a_login_that_cannot_be_kept_is_refused(run, words, said):
    refused = run("feed", "login", *words, stdin=f"{SECRET}\n")

    assert refused.returncode != 0
    assert said in refused.stderr
    assert SECRET not in refused.stderr
    assert "pw@" not in refused.stderr


@pytest.mark.parametrize("login", ["1", '"text"', "{ token = 7 }", '{ user = "u" }', "[1]"])
def test_wrong_logins_of_the_settings_are_named_without_their_words(run, tmp_path, login):
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text(f'[logins]\n"paper.example" = {login}\n')

    done = [run("config", "check"), run("doctor"), run("feed", "add", "https://paper.example/")]

    for each in done:
        assert each.returncode == 1
        assert str(file) in each.stderr
        assert "Traceback" not in each.stderr


def test_a_refresh_with_wrong_logins_is_refused_in_words(run, server, tmp_path):
    run("feed", "add", server.says("/feed"))
    file = tmp_path / "config" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'[logins."paper.example"]\nuser = "{SECRET}"\n')
    file.chmod(0o600)

    refused = run("refresh", "--no-read")

    assert refused.returncode == 1
    assert refused.stderr == (
        f"briefing: {file}: The login of https://paper.example needs user and password, or token,"
        " or header and value.\n"
    )


@pytest.mark.parametrize("words", ["7", "[]", "{}", '{"user": 1, "password": 2}', "no json", ""])
def test_a_login_that_the_keyring_has_spoilt_is_said(run, closed, tmp_path, words):
    run("feed", "login", closed, "--user", "reader", stdin=f"{SECRET}\n")
    keyring = tmp_path / "keyring"
    (name,) = json.loads(keyring.read_text())
    keyring.write_text(json.dumps({name: words}))

    doctor = run("doctor")

    assert "Traceback" not in doctor.stderr
    assert f"login     {closed} (not to be had)" in doctor.stdout


def test_without_the_package_the_way_to_install_it_is_said(monkeypatch, tmp_path):
    from briefing.errors import SourceError
    from briefing.gather import keychain

    monkeypatch.setitem(sys.modules, "keyring", None)

    with pytest.raises(SourceError) as refusal:
        keychain.remember(tmp_path, "https://paper.example", {"token": SECRET})

    assert "pip install keyring" in str(refusal.value)
    assert keychain.places(tmp_path) == ()
    (tmp_path / keychain.FILE).write_text('["https://paper.example"]')
    assert keychain.recalled(tmp_path).locked == {"https://paper.example"}


def test_the_doctor_names_the_proxy_without_its_login(run):
    doctor = run(
        "doctor", HTTPS_PROXY=f"http://me:{SECRET}@gate.example:3128", NO_PROXY="a.example"
    )

    assert "proxy     https: http://gate.example:3128" in doctor.stdout
    assert "proxy     not for: a.example" in doctor.stdout
    assert SECRET not in doctor.stdout + doctor.stderr


def test_a_password_is_typed_unseen(tmp_path):
    places = {
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
        "PYTHON_KEYRING_BACKEND": "tests.keyrings.FileKeyring",
        "TEST_KEYRING": str(tmp_path / "keyring"),
    }
    command = [sys.executable, "-m", "briefing", "feed", "login", "paper.example"]

    with Terminal(command, 100, 30, places) as terminal:
        terminal.wait_for("User name:")
        terminal.press("reader", "enter")
        terminal.wait_for("Password:")
        terminal.press(SECRET, "enter")
        terminal.wait_for("The login of https://paper.example is kept")
        assert terminal.wait() == 0

    assert SECRET not in terminal.raw.decode()
    (kept,) = json.loads((tmp_path / "keyring").read_text()).values()
    assert json.loads(kept) == {"user": "reader", "password": SECRET}
