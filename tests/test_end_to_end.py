"""One morning with the real program in a real pseudo-terminal, on the sample articles."""

import os
import re
import signal
import sys
from pathlib import Path

from tests.terminal import Terminal

EVIDENCE = r"esc +close"
BRIEFING = [sys.executable, "-m", "briefing"]


def test_a_morning_at_the_dashboard(tmp_path):
    places = {
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
        "HOME": str(tmp_path),
    }
    with Terminal(BRIEFING, columns=140, rows=40, environ=places) as terminal:
        terminal.wait_for(r"1 Stories · \d")
        terminal.wait_for("Sample articles")
        terminal.wait_for(r"3 Actors · \d", seconds=90)
        terminal.wait_for(r"4 Quotes · \d", seconds=90)

        terminal.press("4", "v")
        terminal.wait_for(EVIDENCE)
        terminal.press("esc")
        terminal.wait_until(lambda screen: re.search(EVIDENCE, screen) is None)
        terminal.press("1", "enter")
        terminal.wait_for(r"\d of \d")
        terminal.press("esc")
        terminal.wait_for(r"1 Stories · \d")

        terminal.resize(80, 24)
        terminal.wait_for("5 Upcoming")
        terminal.press("2")
        terminal.wait_for("2 Story")
        terminal.press("esc", "?")
        terminal.wait_for("One row down")
        terminal.press("esc")
        terminal.wait_until(lambda screen: "One row down" not in screen)
        terminal.press("esc")
        terminal.wait_for("1 Stories")
        terminal.press("q")

        assert terminal.wait() == 0
        raw = bytes(terminal.raw)

    assert b"Traceback" not in raw
    assert raw.rfind(b"\x1b[?1049l") > raw.rfind(b"\x1b[?1049h"), "the alternate screen is left"
    assert raw.rfind(b"\x1b[?25h") > raw.rfind(b"\x1b[?25l"), "the cursor is shown again"
    assert Path(tmp_path, "data", "samples.db").exists()


def test_a_request_to_end_leaves_the_terminal_clean(tmp_path):
    places = {
        "BRIEFING_DATA_DIR": str(tmp_path / "data"),
        "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
    }
    with Terminal(BRIEFING, columns=100, rows=30, environ=places) as terminal:
        terminal.wait_for(r"1 Stories · \d")

        os.kill(terminal.pid, signal.SIGTERM)

        assert terminal.wait() == 128 + signal.SIGTERM
        raw = bytes(terminal.raw)

    assert raw.rfind(b"\x1b[?1049l") > raw.rfind(b"\x1b[?1049h"), "the alternate screen is left"
    assert raw.rfind(b"\x1b[?25h") > raw.rfind(b"\x1b[?25l"), "the cursor is shown again"
