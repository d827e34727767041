"""An archive of articles (JSON Lines) taken into the store, batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from briefing.errors import SourceError
from briefing.model import Article, Step, Trouble
from briefing.store import Store

BATCH = 500


def take_in(store: Store, path: Path, now: datetime) -> Iterator[Step | Trouble]:
    """Store the articles of the file; a bad line is a `Trouble` and stops nothing.

    Raises `SourceError` when the file cannot be read; what came before is kept.
    """
    from briefing.gather.files import read_archive

    batch: list[Article] = []
    done = 0
    try:
        for each in read_archive(str(path), now.astimezone(UTC)):
            if isinstance(each, Trouble):
                yield each
                continue
            batch.append(each)
            if len(batch) == BATCH:
                done += len(batch)
                store.articles.put(batch)
                batch = []
                yield Step("gather", done, 0)
    except OSError as error:
        reason = error.strerror or error
        raise SourceError(f"{path} cannot be read: {reason}. Check the path.") from error
    store.articles.put(batch)
    yield Step("gather", done + len(batch), done + len(batch))
