import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """Run the program with folders of its own; the words of its end and of its streams."""

    def call(*words: str, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        places = {
            "BRIEFING_CONFIG_DIR": str(tmp_path / "config"),
            "BRIEFING_DATA_DIR": str(tmp_path / "data"),
            "TERM": "dumb",
        }
        return subprocess.run(
            [sys.executable, "-m", "briefing", *words],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env={**os.environ, **places, **environ},
        )

    return call
