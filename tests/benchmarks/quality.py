"""How right the reading is: each gold set's own scorer asks the installed program and judges it.

    python tests/benchmarks/quality.py --gold FOLDER [--only quotes,talks] [--limit N]

FOLDER holds `quotes/`, `actors/`, `talks/`, `summaries/` and `stories/`, each with an `evaluate.py`
that takes `--json FILE`. The exit status is 1 when a figure lies below its floor, 2 when a set is
missing. The gold data is not part of this project.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure out of a scorer's answer, and the floor it must not fall below."""

    name: str
    find: Callable[[Figures], float]
    floor: float


F1, SHARE = 2, 4  # in a row of (precision, recall, F1, how many, share of the found)


def row(*path: str, column: int = F1) -> Callable[[Figures], float]:
    """The number at that path of keys, in points; of a row, the column."""

    def find(figures: Figures) -> float:
        value: Any = figures
        for key in path:
            value = value[key]
        return 100 * float((value[column] or 0.0) if isinstance(value, list) else value)

    return find


def over_lead(name: str) -> Callable[[Figures], float]:
    """R-1 minus that of the lead, in points."""
    return lambda figures: float(figures[name]["r1_over_lead"][0])


SETS: dict[str, tuple[list[str], list[Measure]]] = {
    "quotes": (
        [],
        [
            Measure("quotes: canonical, end to end", row("speaker: canonical"), 50),
            Measure("quotes: found", row("found"), 90),
            Measure("quotes: word for word", row("  word for word", column=SHARE), 100),
        ],
    ),
    "actors": (
        ["--genre", "news"],
        [
            Measure("actors: set, wire", row("wire", "set"), 80),
            Measure("actors: set, web", row("web", "set"), 65),
            Measure("roles: exact", row("roles", "role exact"), 70),
        ],
    ),
    "talks": (
        [],
        [
            Measure("dates: value F1", row("dates", "value_f1"), 60),
            Measure("dates: upcoming", row("dates", "upcoming"), 60),
            Measure("talks: dated F1", row("events", "dated_f1"), 45),
        ],
    ),
    "summaries": (
        [],
        [
            Measure("summaries: R-1 over lead, cnn", over_lead("cnn"), 0),
            Measure("summaries: R-1 over lead, mixed", over_lead("mixed"), 0),
        ],
    ),
    "stories": ([], [Measure("stories: B-cubed F1", row("stories", "b3_f1"), 85)]),
}


def main() -> int:
    """Run the sets asked for and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, help="the folder of the gold sets and their scorers")
    parser.add_argument("--only", default=",".join(SETS), help="names of sets, commas between")
    parser.add_argument("--limit", type=int, help="the first so many articles of each set")
    options = parser.parse_args()
    names = options.only.split(",")
    missing = list(_missing(options.gold, names))
    if missing:
        print("\n".join(missing), file=sys.stderr)
        return 2
    is_low = False
    for name in names:
        extra, measures = SETS[name]
        figures = _evaluate(options.gold / name / "evaluate.py", extra, options.limit)
        for measure in measures:
            value = measure.find(figures)
            low = value < measure.floor
            is_low |= low
            print(
                f"{measure.name:36} {value:7.1f}   floor {measure.floor:5.1f}  {'LOW' if low else ''}"
            )
    return int(is_low)


def _missing(gold: Path | None, names: list[str]) -> Iterator[str]:
    if gold is None:
        yield "No --gold FOLDER given: the gold sets are not part of this project."
        return
    for name in names:
        if name not in SETS:
            yield f"There is no set {name!r}. Known are: {', '.join(SETS)}."
        elif not (gold / name / "evaluate.py").is_file():
            yield f"{gold / name / 'evaluate.py'} is missing: {name} cannot be measured."


def _evaluate(script: Path, extra: list[str], limit: int | None) -> Figures:
    command = os.environ.get("BRIEFING_CMD") or f"{sys.executable} -m briefing"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        words = [sys.executable, str(script), *extra, "--json", str(out)]
        if limit:
            words += ["--limit", str(limit)]
        subprocess.run(words, check=True, env={**os.environ, "BRIEFING_CMD": command})
        figures = json.loads(out.read_text(encoding="utf-8"))
    assert isinstance(figures, dict)
    return figures


if __name__ == "__main__":
    sys.exit(main())
