"""Discovery: the feeds of a site, from what its page names or from where feeds usually lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from briefing.gather.content import FeedContent
from briefing.gather.links import same_article

# From the root of a site; beside the page itself the first one is tried too.
WELL_KNOWN = (
    "feed",
    "rss",
    "rss.xml",
    "feed.xml",
    "atom.xml",
    "index.xml",
    "feed.json",
    "feeds/posts/default?alt=rss",
)
_COMMENTS = re.compile(r"comments?(?:/|$|[-_.])", re.IGNORECASE)
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)


def is_feed(content: FeedContent) -> bool:
    """Whether what was read is a feed, be it without an entry today."""
    return bool(content.articles or content.format)


def is_opml(body: bytes) -> bool:
    """Whether the document is a subscription list."""
    return _OPML.search(body[:2000]) is not None


def offered(links: Iterable[str]) -> tuple[str, ...]:
    """The feeds that a page names, each once; those of comments only where there is no other."""
    named: dict[str, str] = {}
    for link in links:
        named.setdefault(same_article(link), link)
    feeds = tuple(named.values())
    return tuple(link for link in feeds if not _COMMENTS.search(link)) or feeds


def well_known(page: str) -> tuple[str, ...]:
    """Where the feeds of a site lie whose page names none."""
    beside = urljoin(page if page.endswith("/") else f"{page}/", WELL_KNOWN[0])
    return tuple(dict.fromkeys((beside, *(urljoin(page, f"/{path}") for path in WELL_KNOWN))))
