"""The sample articles: what the first start shows, in a store of their own."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from briefing.settings import asset
from briefing.store import Store


def lay_out_samples(store: Store, now: datetime) -> None:
    """Put the sample articles into their store, once for each edition of them."""
    from briefing.gather.files import read_file

    files = sorted(asset("seeds").glob("*.txt"))
    edition = hashlib.sha256()
    for file in files:
        edition.update(file.read_bytes())
    if store.state.get("samples") == edition.hexdigest():
        return
    articles = [read_file(str(file), now.astimezone(UTC)) for file in files]
    with store.batch():
        store.articles.put(articles)
        store.state.set("samples", edition.hexdigest())
