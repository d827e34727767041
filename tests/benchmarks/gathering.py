"""How fast feeds are gathered, beside newsboat and `reader` on the same server in the same run.

Called by `speed.py`. Peers take turns with this program, so that noise hits all alike; each figure
is the median of `RUNS` runs, and what counts are the ratios. CPU is that of the whole process tree.
"""

from __future__ import annotations

import html
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
FEEDS = 100
BRIEFING = [sys.executable, "-m", "briefing"]
REFRESH = [*BRIEFING, "-q", "refresh", "--no-read"]
NEWSBOAT = ["newsboat", "-C", "config", "-u", "urls", "-c", "cache.db", "-x", "reload"]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    cpu: float  # seconds
    wall: float  # seconds


class Server:
    """The peers' feed server, with feeds of 30 entries spread over 50 loopback addresses."""

    def __init__(self, gold: Path, folder: Path, feeds: int = FEEDS) -> None:
        port = folder / "port"
        self._process = subprocess.Popen(
            [
                *(sys.executable, gold / "peers" / "feedserver.py"),
                *("--feeds", str(feeds), "--port-file", port),
            ],
            stdout=subprocess.DEVNULL,
        )
        while not (port.exists() and port.read_text()):
            time.sleep(0.1)
        self._base = f"http://127.0.0.1:{port.read_text()}"
        self.urls = self.ask("urls").decode().split()

    def ask(self, path: str) -> bytes:
        """What the server says of itself."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        return opener.open(f"{self._base}/{path}", timeout=60).read()

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait()


@contextmanager
def serving(gold: Path, feeds: int = FEEDS) -> Iterator[tuple[Server, Path]]:
    """A server and a folder to work in."""
    folder = Path(tempfile.mkdtemp())
    server = Server(gold, folder, feeds)
    try:
        yield server, folder
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def measure_cold(gold: Path, py_reader: str) -> bool:
    """CPU beside newsboat and wall time beside `reader`, with nothing stored before."""
    with serving(gold) as (server, folder):
        seed = _seed(folder / "seed", server.urls)
        runs: dict[str, list[Run]] = {"newsboat": [], "reader": [], "ours": []}
        for number in range(RUNS):
            for peer, taken in runs.items():
                home = folder / f"{peer}-{number}"
                shutil.copytree(seed, home)
                taken.append(_run(_command(peer, gold, py_reader), home))
                shutil.rmtree(home)
    ours, newsboat, reader = (runs[peer] for peer in ("ours", "newsboat", "reader"))
    cpu = _median(ours, "cpu") / _median(newsboat, "cpu")
    wall = _median(ours, "wall") / _median(reader, "wall")
    print(
        f"cold: {_median(ours, 'cpu'):.2f} s CPU, newsboat {_median(newsboat, 'cpu'):.2f}, "
        f"ratio {cpu:.2f} (bound 2); {_median(ours, 'wall'):.2f} s, reader "
        f"{_median(reader, 'wall'):.2f}, ratio {wall:.2f} (bound 0.33)"
    )
    return cpu <= 2 and wall <= 1 / 3


def measure_warm(gold: Path, py_reader: str) -> bool:
    """CPU beside `reader` when nothing has changed since the last time."""
    with serving(gold) as (server, folder):
        runs: dict[str, list[Run]] = {"reader": [], "ours": []}
        for peer in runs:
            _seed(folder / peer, server.urls)
            for _ in range(2):  # some keep validators only from the second run on
                _run(_command(peer, gold, py_reader), folder / peer)
        server.ask("stats/reset")
        for _ in range(RUNS):
            for peer, taken in runs.items():
                taken.append(_run(_command(peer, gold, py_reader), folder / peer))
        stats = json.loads(server.ask("stats"))
    ours, reader = _median(runs["ours"], "cpu"), _median(runs["reader"], "cpu")
    is_unchanged = stats["n304"] == stats["requests"] == 2 * RUNS * FEEDS
    print(
        f"warm: {ours:.2f} s CPU, reader {reader:.2f}, ratio {ours / reader:.2f} (bound 1.2), "
        f"every answer 304: {is_unchanged}"
    )
    return ours <= 1.2 * reader and is_unchanged


def measure_delay(gold: Path, _: str) -> bool:
    """How much longer it takes when each server waits 50 ms before it answers."""
    with serving(gold) as (server, folder):
        seed = _seed(folder / "seed", server.urls)
        runs: dict[int, list[Run]] = {0: [], 50: []}
        for number in range(RUNS):
            for delay, taken in runs.items():
                server.ask(f"delay/{delay}")
                home = folder / f"{delay}-{number}"
                shutil.copytree(seed, home)
                taken.append(_run(REFRESH, home))
    at_once, late = _median(runs[0], "wall"), _median(runs[50], "wall")
    print(
        f"delay: {late:.2f} s when servers wait 50 ms, {at_once:.2f} when they do not, "
        f"ratio {late / at_once:.2f} (bound 1.3)"
    )
    return late <= 1.3 * at_once


def measure_hang(gold: Path, _: str) -> bool:
    """When the articles of 99 feeds are stored, with and without a host that never answers."""
    with serving(gold) as (server, folder), socket.create_server(("127.0.0.99", 0)) as silent:
        others = server.urls[1:]
        hanging = f"http://127.0.0.99:{silent.getsockname()[1]}/feed.xml"
        lists = {"without": others, "with": [hanging, *others]}
        seeds = {name: _seed(folder / name, urls) for name, urls in lists.items()}
        took: dict[str, list[float]] = {"without": [], "with": []}
        for number in range(RUNS):
            for name, seconds in took.items():
                home = folder / f"{name}-{number}"
                shutil.copytree(seeds[name], home)
                seconds.append(_until_stored(home, 30 * len(others)))
    plain, late = (statistics.median(took[name]) for name in ("without", "with"))
    print(
        f"hang: the other 99 are stored after {late:.2f} s beside a host that hangs, "
        f"{plain:.2f} without it, ratio {late / plain:.2f} (bound 1.1)"
    )
    return late <= 1.1 * plain


def measure_many(gold: Path, _: str) -> bool:
    """The largest memory of the main process in one run over 1,000 feeds."""
    with serving(gold, feeds=1000) as (server, folder):
        home = _seed(folder / "home", server.urls)
        peak, began = 0.0, time.perf_counter()
        with _started(REFRESH, home) as process:
            while process.poll() is None:
                peak = max(peak, _peak_mb(process.pid))
                time.sleep(0.02)
        seconds = time.perf_counter() - began
        count = _stored(home)
    print(
        f"many: 1,000 feeds, {count:,} articles in {seconds:.0f} s, peak {peak:.0f} MB (bound 150)"
    )
    return peak < 150 and count == 30_000


MEASURES = {
    "cold": measure_cold,
    "warm": measure_warm,
    "delay": measure_delay,
    "hang": measure_hang,
    "many": measure_many,
}


def missing(gold: Path | None, py_reader: str, what: str) -> str:
    """What cannot be measured with, in plain words; "" when all is there."""
    if gold is None or not (gold / "peers" / "feedserver.py").is_file():
        return "The feed server is not part of this project: give --gold FOLDER with peers/ in it."
    if what == "cold" and shutil.which("newsboat") is None:
        return "newsboat is missing: install it to have a peer for a cold run."
    if what in {"cold", "warm"}:
        asked = subprocess.run([py_reader, "-c", "import reader"], capture_output=True, check=False)
        if asked.returncode:
            return "--py-reader names no Python that has the package reader."
    return ""


def _seed(home: Path, urls: Sequence[str]) -> Path:
    """A folder in which every peer knows the feeds and has fetched none."""
    home.mkdir()
    (home / "urls").write_text("\n".join(urls) + "\n", encoding="utf-8")
    (home / "config").write_text("download-retries 1\nreload-threads 16\n", encoding="utf-8")
    outlines = "".join(f'<outline type="rss" xmlUrl="{html.escape(url)}"/>' for url in urls)
    opml = home / "feeds.opml"
    opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    _run([*BRIEFING, "-q", "opml", "import", str(opml)], home)
    return home


def _command(peer: str, gold: Path, py_reader: str) -> list[str]:
    if peer == "newsboat":
        return NEWSBOAT
    if peer == "reader":
        return [py_reader, str(gold.absolute() / "peers" / "peer_reader.py"), "r.db", "urls", "16"]
    return REFRESH


@contextmanager
def _started(command: Sequence[str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    environ = {
        key: value for key, value in os.environ.items() if not key.endswith(("proxy", "PROXY"))
    }
    environ |= {
        "HOME": str(home),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "BRIEFING_DATA_DIR": str(home / "data"),
        "BRIEFING_CONFIG_DIR": str(home / "settings"),
    }
    with subprocess.Popen(
        command, cwd=home, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        yield process


def _run(command: Sequence[str], home: Path) -> Run:
    """Run to the end; a status that is not 0 ends everything."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with _started(command, home) as process:
        process.wait()
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def _until_stored(home: Path, articles: int) -> float:
    """Seconds until so many articles are stored; what runs on is ended then."""
    began = time.perf_counter()
    with _started(REFRESH, home) as process:
        while _stored(home) < articles and process.poll() is None:
            time.sleep(0.01)
        took = time.perf_counter() - began
        process.send_signal(signal.SIGINT)
    return took


def _stored(home: Path) -> int:
    with suppress(sqlite3.OperationalError):
        connection = sqlite3.connect(f"file:{home / 'data' / 'briefing.db'}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
        finally:
            connection.close()
    return 0


def _peak_mb(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _median(runs: Sequence[Run], figure: str) -> float:
    return statistics.median(getattr(run, figure) for run in runs)
