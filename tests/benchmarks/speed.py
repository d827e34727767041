"""How fast and how small it is, each figure beside a peer or a bound in the same run.

    python tests/benchmarks/speed.py help
    python tests/benchmarks/speed.py first-start            the sample articles, in a pseudo-terminal
    python tests/benchmarks/speed.py cold  --gold FOLDER --py-reader PYTHON    newsboat and `reader`
    python tests/benchmarks/speed.py warm  --gold FOLDER --py-reader PYTHON    beside `reader`
    python tests/benchmarks/speed.py delay --gold FOLDER                       50 ms and none
    python tests/benchmarks/speed.py hang  --gold FOLDER                       one host that hangs
    python tests/benchmarks/speed.py many  --gold FOLDER                       1,000 feeds
    python tests/benchmarks/speed.py titles --gold FOLDER                      beside a Textual table
    python tests/benchmarks/speed.py reading --gold FOLDER                     3,000 articles, minutes
    python tests/benchmarks/speed.py cost   --gold FOLDER                      beside the pipeline

FOLDER holds `peers/` with `feedserver.py`, `reload.py` and `startup.py`, and annotated articles for
`cost`; it is not part of this project. `--py-reader` is a Python that has the package `reader`. The exit status is 1 when a figure
is over its bound, 2 when something to measure with is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
BRIEFING = [sys.executable, "-m", "briefing"]


def main() -> int:
    """Run one measure and print its figures."""
    from tests.benchmarks import gathering, reading_cost

    measures = {
        "help": measure_help,
        "first-start": measure_first_start,
        "titles": lambda: measure_titles(options.gold),
        "reading": lambda: measure_reading(options.gold),
        "cost": lambda: reading_cost.measure_cost(options.gold),
    }
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=[*measures, *gathering.MEASURES])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--py-reader", default=sys.executable)
    options = parser.parse_args()
    missing = ""
    if options.what in ("titles", "reading", "cost"):
        missing = _missing(options.gold)
    elif options.what in gathering.MEASURES:
        missing = gathering.missing(options.gold, options.py_reader, options.what)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    if options.what in gathering.MEASURES:
        return int(not gathering.MEASURES[options.what](options.gold, options.py_reader))
    return int(not measures[options.what]())


def measure_help() -> bool:
    """CPU of `briefing --help`, beside `import click` in a bare Python."""
    ours = min(_cpu([*BRIEFING, "--help"]) for _ in range(RUNS))
    bare = min(_cpu([sys.executable, "-c", "import click"]) for _ in range(RUNS))
    print(f"--help {1000 * ours:.0f} ms CPU (bound 100), import click alone {1000 * bare:.0f} ms")
    return ours <= 0.1


def measure_first_start(limit: float = 120.0) -> bool:
    """Seconds to the first titles and to filled panes, and the peak memory of the screen itself."""
    from tests.terminal import Terminal

    with tempfile.TemporaryDirectory() as folder:
        places = {"BRIEFING_DATA_DIR": f"{folder}/data", "BRIEFING_CONFIG_DIR": f"{folder}/config"}
        began = time.perf_counter()
        with Terminal(BRIEFING, columns=140, rows=40, environ=places) as terminal:
            terminal.wait_for(r"● ", seconds=limit)
            titles = time.perf_counter() - began
            terminal.wait_for(r"3 Actors · \d", seconds=limit)
            terminal.wait_for(r"4 Quotes · \d", seconds=limit)
            terminal.wait_for(r"5 Upcoming · \d", seconds=limit)
            panes = time.perf_counter() - began
            terminal.wait_until(lambda screen: "reading" not in screen, seconds=limit)
            everything = time.perf_counter() - began
            status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
            peak = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
    print(
        f"first start: titles {titles:.1f} s, every pane {panes:.1f} s, all read {everything:.1f} s, "
        f"the screen's own peak {peak:.0f} MB (bound 120)"
    )
    return peak <= 120


def measure_titles(gold: Path) -> bool:
    """Seconds to the first titles with 3,000 stored articles, beside a bare Textual table."""
    rows = _peers(gold, "startup.py", "--peers", "floor,ours", "--py-floor", sys.executable)
    ours, floor = (_median(rows, peer, "ready") for peer in ("ours", "floor"))
    print(f"titles: {ours:.2f} s, a bare table {floor:.2f}, ratio {ours / floor:.2f} (bound 1.5)")
    return ours <= 1.5 * floor


def measure_reading(gold: Path) -> bool:
    """Seconds until 3,000 stored articles of some 600 words are read; no bound, only stated."""
    with tempfile.TemporaryDirectory() as folder:
        port_file = Path(folder, "port")
        server = subprocess.Popen(
            [sys.executable, gold / "peers" / "feedserver.py", "--port-file", port_file],
            stdout=subprocess.DEVNULL,
        )
        try:
            while not port_file.exists() or not port_file.read_text():
                time.sleep(0.1)
            environ = {
                **os.environ,
                "BRIEFING_DATA_DIR": f"{folder}/data",
                "BRIEFING_CONFIG_DIR": f"{folder}/config",
            }
            urls = [f"http://127.0.0.1:{port_file.read_text()}/feed/{n}.xml" for n in range(100)]
            outlines = "".join(f'<outline type="rss" xmlUrl="{url}"/>' for url in urls)
            opml = Path(folder, "feeds.opml")
            opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
            for words in (["opml", "import", str(opml)], ["refresh", "--no-read"]):
                subprocess.run([*BRIEFING, "-q", *words], env=environ, check=True)
        finally:
            server.terminate()
            server.wait()
        began = time.perf_counter()
        subprocess.run([*BRIEFING, "-q", "refresh"], env=environ, check=False)
        seconds = time.perf_counter() - began
        listed = subprocess.run(
            [*BRIEFING, "articles", "--count"],
            env=environ,
            check=True,
            capture_output=True,
            text=True,
        )
    print(f"reading {listed.stdout.strip()} articles: {seconds:.0f} s")
    return True


def _missing(gold: Path | None) -> str:
    if gold is None:
        return "No --gold FOLDER given: the peers and the feed server are not part of this project."
    if not (gold / "peers" / "reload.py").is_file():
        return f"{gold / 'peers' / 'reload.py'} is missing: there is no peer to measure beside."
    return ""


def _peers(gold: Path, script: str, *words: str) -> list[dict[str, float | str]]:
    """The raw rows of a peer script run with this program as `ours`."""
    program = " ".join(BRIEFING)
    work = Path(tempfile.mkdtemp())
    try:
        subprocess.run(
            [
                sys.executable,
                gold / "peers" / script,
                *("--work", work, *words),
                *("--ours", f"{program} refresh --no-read"),
                *("--ours-setup", f"{program} opml import {{opml}}"),
                *("--ours-count", f"{program} articles --count"),
                *("--ours-tui", program),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        lines = (work / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return [json.loads(line) for line in lines]


def _median(rows: list[dict[str, float | str]], peer: str, figure: str) -> float:
    return statistics.median(float(row[figure]) for row in rows if row["peer"] == peer)


def _cpu(command: list[str]) -> float:
    """CPU seconds of one run, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    # Run as a script from the top folder, its own helpers lie under `tests`.
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main())
