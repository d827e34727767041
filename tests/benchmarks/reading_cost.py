"""What reading costs beside the spaCy pipeline alone, on the same texts in the same run."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from briefing.model import Article

ROUNDS = 5
BOUND = 1.25
FILES = {"quotes": "dev.jsonl", "actors": "gum_news.jsonl", "talks": "events.jsonl"}
MOST = 10  # articles of each file


def measure_cost(gold: Path) -> bool:
    """CPU of the whole reading and of the pipeline by turns, both warm; the least of each."""
    from briefing import extract
    from briefing.extract.page import pipeline_of

    articles = list(_articles(gold))
    pipeline_itself = pipeline_of(extract.DEFAULT_PIPELINE)

    def alone() -> None:
        for article in articles:
            pipeline_itself(article.text)

    def whole() -> None:
        for article in articles:
            extract.read(article)

    alone()
    whole()
    rounds = [(_cpu(alone), _cpu(whole)) for _ in range(ROUNDS)]
    pipeline, reading = (min(seconds) for seconds in zip(*rounds, strict=True))
    ratio = reading / pipeline
    print(
        f"reading {len(articles)} articles {reading:.2f} s CPU, the pipeline alone "
        f"{pipeline:.2f}, ratio {ratio:.2f} (bound {BOUND})"
    )
    return ratio <= BOUND


def _articles(gold: Path) -> Iterator[Article]:
    for folder, name in FILES.items():
        lines = (gold / folder / "data" / name).read_text(encoding="utf-8").splitlines()
        for line in lines[:MOST]:
            row = json.loads(line)
            day = row.get("published")
            moment = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
            yield Article(
                row["id"], "", row["text"], published=moment, dated=moment and moment.date()
            )


def _cpu(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
