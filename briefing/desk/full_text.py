"""Full texts: teasers become articles, where their feed asks for it or the reader does.

Date and title stay those of the feed. A page that holds no more than the feed brought, or that
speaks of something else (a login, a choice of cookies), changes nothing.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.desk.gathering import Progress, gather
from briefing.desk.logins import written_in
from briefing.desk.pages import Fetched, fetch_pages
from briefing.errors import NotFound
from briefing.model import Article, Feed, Step, Trouble
from briefing.text import words_in

if TYPE_CHECKING:
    from briefing.gather.pages import Page
    from briefing.settings import Settings
    from briefing.store import Store
    from briefing.workers import Workers

BACK = timedelta(days=3)  # how long after it came a teaser's page is still fetched unasked
MOST_TRIES = 3  # at a page whose server is in trouble
MOST_PER_FEED = 100  # pages in one run, the newest first
LEAST_WORDS = 12  # of a text that is worth keeping
KEY = "pages"  # in the store's state: how often the page of an article was tried in vain

_STAYS = "What the feed brought stays."
_NO_MORE = "The page holds no more than what is here."
_OTHER = "The page speaks of something else, perhaps a login or a choice of cookies."
_WALL = re.compile(
    r"cookies?\b|javascript|captcha|consent|privacy|sign in|log in|login|subscribe|rgpd|gdpr|dsgvo"
    r"|datenschutz|anmelden|confidentialité|connexion|privacidad|privacybeleid|inloggen",
    re.IGNORECASE,
)


async def gather_in_full(
    store: Store, workers: Workers, settings: Settings, feeds: Sequence[Feed], now: datetime
) -> Progress:
    """Ask the feeds and store what they bring; then fetch the full texts that they want.

    Raises `SettingsError` when the logins of the settings are wrong.
    """
    written_in(settings)
    for stage in (gather, fetch_full_texts):
        async with aclosing(stage(store, workers, settings, feeds, now)) as steps:
            async for step in steps:
                yield step


async def fetch_full_texts(
    store: Store, workers: Workers, settings: Settings, feeds: Sequence[Feed], now: datetime
) -> Progress:
    """Fetch the pages of what those feeds brought lately as teasers, where they ask for it.

    What fails is told once a feed, and tried again at most twice, where that may help.
    """
    if not any(feed.full_text for feed in feeds):
        return
    tries, waiting = await asyncio.to_thread(_waiting, store, feeds, now)
    if not waiting:
        return
    done, failed = 0, Counter[str]()
    reasons: dict[str, str] = {}
    total = sum(map(len, waiting.values()))
    origins = {url: articles[0].feed for url, articles in waiting.items()}
    yield Step("pages", done, total)
    async with aclosing(fetch_pages(store.state, workers, settings, origins, now)) as landing:
        async for fetched in landing:
            for article in waiting[fetched.url]:
                kept = await asyncio.to_thread(_keep, store, article, fetched)
                done += 1
                if isinstance(kept, Trouble):
                    failed[article.feed] += 1
                    reasons.setdefault(article.feed, kept.what)
                    if not fetched.is_postponed:
                        tries[article.id] += 1 if fetched.is_passing else MOST_TRIES
                stored = () if isinstance(kept, Trouble) else (kept.id,)
                yield Step("pages", done, total, article.title, stored)
    await asyncio.to_thread(store.state.set, KEY, json.dumps(tries))
    for feed in await asyncio.to_thread(store.feeds.all) if failed else ():
        if count := failed[feed.url]:
            texts = "1 full text" if count == 1 else f"{count} full texts"
            yield Trouble(feed.name, f"{texts} could not be fetched. {reasons[feed.url]}")


async def fetch_full_text(
    store: Store, workers: Workers, settings: Settings, name: str, now: datetime
) -> Article | Trouble:
    """The article with the full text of its page, stored; else why it stays as it is."""
    article = await asyncio.to_thread(_current, store, name)
    if article is None:
        raise NotFound("article", name, "`briefing articles` lists them.")
    if not article.url:
        return Trouble(article.title, f"The article has no address to fetch. {_STAYS}")
    origins = {article.url: article.feed}
    async with aclosing(fetch_pages(store.state, workers, settings, origins, now)) as landing:
        # To the end: what robots.txt said is remembered only then.
        (fetched,) = [each async for each in landing]
    return await asyncio.to_thread(_keep, store, article, fetched)


def _waiting(
    store: Store, feeds: Iterable[Feed], now: datetime
) -> tuple[Counter[str], dict[str, list[Article]]]:
    """The teasers to fetch, by address, and how often each was tried in vain."""
    urls = [feed.url for feed in feeds if feed.full_text]
    teasers = store.articles.teasers(urls, now.astimezone(UTC) - BACK)
    known = json.loads(store.state.get(KEY) or "{}")
    tries = Counter({article.id: known[article.id] for article in teasers if article.id in known})
    waiting: dict[str, list[Article]] = defaultdict(list)
    taken = Counter[str]()
    for article in teasers:
        if article.url and tries[article.id] < MOST_TRIES and taken[article.feed] < MOST_PER_FEED:
            taken[article.feed] += 1
            waiting[article.url].append(article)
    return tries, waiting


def _keep(store: Store, article: Article, fetched: Fetched) -> Article | Trouble:
    """Store the page's text as the article's newest version; else why not."""
    page = fetched.page
    if page is None or fetched.problem:
        return Trouble(article.title, f"{fetched.problem} {_STAYS}")
    with store.batch():
        current = _current(store, article.id)
        if current is None:
            return Trouble(article.title, "The article was removed meanwhile.")
        if current.text == page.text:
            return current
        if problem := _unfit(current, page):
            return Trouble(article.title, f"{problem} {_STAYS}")
        put = store.articles.put([_with_text(current, page)])
        stored = store.articles.get(put.revised[0]) if put.revised else current
    assert stored is not None
    return stored


def _unfit(article: Article, page: Page) -> str:
    """Why the page's text is not the article's; "" when it is."""
    words = words_in(page.text)
    least = LEAST_WORDS if article.is_from_page else max(LEAST_WORDS, words_in(article.text) + 1)
    if words < least:
        return _NO_MORE
    named = set(re.findall(r"[^\W\d_]{4,}", article.title.casefold()))
    told = f"{page.title}\n{page.text}".casefold()
    # Some headlines play on words; a page with nothing of it that speaks of cookies is a wall.
    is_named = not named or any(name in told for name in named)
    is_wall = not is_named and _WALL.search(told) is not None
    return _OTHER if is_wall else ""


def _with_text(article: Article, page: Page) -> Article:
    """The article with the page's text, and with what its feed did not say."""
    full = replace(
        article,
        text=page.text,
        is_teaser=False,
        is_from_page=True,
        authors=article.authors or page.authors,
    )
    if article.title_is_made and page.title:
        full = replace(full, title=page.title, title_is_made=False)
    if article.dated is None and page.published.day:
        moment, day, has_time = page.published
        full = replace(full, published=moment, dated=day, has_time=has_time)
    return full


def _current(store: Store, name: str) -> Article | None:
    """The newest version of the article of that id."""
    newest = store.articles.current(name)
    return None if newest is None else store.articles.get(newest)
