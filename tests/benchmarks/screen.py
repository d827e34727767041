"""How long the screen's event loop is held up: every callback's CPU time while keys are pressed.

    python -m tests.benchmarks.screen [--articles 3000] [--limit 16] [--store FOLDER]

A callback that takes more than some 16 ms is a key that waits for a frame. Each is printed with the
key that was pressed last and the line of ours, or else of Textual, that it spent its time in. With
`--store` the screen runs over a copy of that data folder and really reads while the keys are
pressed; without, over invented news that are read beforehand, with a job that posts its steps.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import threading
import time
from asyncio import events
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from briefing.desk import Desk
from briefing.model import Step
from briefing.settings import Settings
from briefing.tui.app import BriefingApp
from tests.desks import at
from tests.tui.desks import EVENING, a_full_desk, settled

SIZES = ((80, 24), (140, 40), (200, 60))
KEYS = (
    "j j j j G g ctrl+d space n N w j j w 2 j j 3 j v escape 4 j v n escape 5 j 1 m u s plus plus"
    " minus minus left_square_bracket right_square_bracket enter j space n G q 3 enter tab j q"
    " f e a escape slash h a r b down escape S j escape C tab tab escape D j escape L escape"
    " T down escape e escape a escape question_mark G escape z z tab tab ctrl+p escape"
).split()


@dataclass
class Probe:
    """What was slow, and where."""

    limit: float
    key: str = "start"
    slow: list[tuple[float, str, str]] = field(default_factory=list)  # ms, key, place
    runs: int = 0
    longest: float = 0.0
    _samples: list[str] = field(default_factory=list)

    @contextmanager
    def watching(self):
        """Every callback of the loop is timed, and looked into from a second thread."""
        run = events.Handle._run
        loop_thread = threading.get_ident()
        over = threading.Event()

        def timed(handle):
            begun = time.thread_time()
            self._samples.clear()
            try:
                return run(handle)
            finally:
                took = (time.thread_time() - begun) * 1000
                self.runs += 1
                self.longest = max(self.longest, took)
                if took > self.limit:
                    places = Counter(self._samples).most_common(2)
                    where = "; ".join(f"{place} ×{many}" for place, many in places)
                    self.slow.append((took, self.key, where))

        def look():
            while not over.wait(0.003):
                frame = sys._current_frames().get(loop_thread)
                self._samples.append(_place(frame))

        events.Handle._run = timed
        looker = threading.Thread(target=look, daemon=True)
        looker.start()
        try:
            yield self
        finally:
            over.set()
            looker.join()
            events.Handle._run = run


def _place(frame: FrameType | None) -> str:
    """The innermost line of ours on the stack, before it Textual's innermost."""
    ours = theirs = ""
    while frame is not None:
        name, code = frame.f_code.co_filename, frame.f_code
        if "/briefing/" in name and not ours:
            ours = f"{name.rpartition('/briefing/')[2]}:{frame.f_lineno} {code.co_name}"
        if "/textual/" in name and not theirs:
            theirs = f"{name.rpartition('/textual/')[2]}:{code.co_name}"
        frame = frame.f_back
    return f"{ours} < {theirs}" if ours else theirs


class Busy(Desk):
    """A desk whose job posts the steps of reading, and reads nothing."""

    async def refresh(self, **_):
        names = [entry.id for entry in self.entries(limit=600)]
        for done, name in enumerate(names, 1):
            await asyncio.sleep(0.01)
            yield Step("read", done, len(names), "a title", articles=(name,), stories=(name,))


def invented(folder: Path, articles: int) -> Desk:
    """A desk of one day with so many articles, four in five of them in stories of two."""
    stories = articles * 3 // 5
    titles = tuple(
        (f"Story number {n} of this day", 1 + (n < articles - stories)) for n in range(stories)
    )
    desk = a_full_desk(folder, titles)
    return Busy(desk.settings, desk._store, clock=at(EVENING))


async def press_all(desk: Desk, size: tuple[int, int], probe: Probe) -> None:
    """Every key, while the job runs."""
    app = BriefingApp(desk)
    app.has_the_process = True
    async with app.run_test(size=size) as pilot:
        if isinstance(desk, Busy):
            await settled(pilot)
        else:
            await pilot.pause(2)
        with probe.watching():
            app.start_refresh()
            for key in KEYS:
                probe.key = key
                app.simulate_key(key)  # the pilot would wait until the process is idle
                await asyncio.sleep(0.15)
        app.workers.cancel_all()


def main() -> None:
    """Print what was slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--limit", type=float, default=16.0, help="ms of CPU")
    parser.add_argument("--store", type=Path, help="a data folder; it is copied")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.store:
            shutil.copytree(options.store, folder / "data")
            desk = Desk.open(Settings(folder / "config", folder / "data"))
        else:
            desk = invented(folder, options.articles)
        print(desk.counts())
        for size in SIZES[1:2] if options.store else SIZES:
            probe = Probe(options.limit)
            asyncio.run(press_all(desk, size, probe))
            print(
                f"\n{size[0]}×{size[1]}: {probe.runs:,} callbacks, longest {probe.longest:.0f} ms,"
            )
            print(f"{len(probe.slow)} above {options.limit:.0f} ms")
            for took, key, where in sorted(probe.slow, reverse=True)[:25]:
                print(f"{took:6.0f} ms  {key:<22} {where}")
        desk.close()


if __name__ == "__main__":
    main()
