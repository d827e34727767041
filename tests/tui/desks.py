"""A desk for the screen: a real store full of invented news, read, grouped and told beforehand."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefing import extract
from briefing.desk import Desk
from briefing.model import Article, Feed, Kind, Precision, Quote, Reading, Status, Story, Talk, When
from briefing.tui.app import BriefingApp
from tests.builders import DAY, a_quote, a_reading, a_story, an_actor, an_article, span_of
from tests.desks import at, settings_in

EVENING = datetime(2026, 11, 20, 18, 2, tzinfo=UTC)

TEXT = (
    "GENEVA — Varenia and Kastovia agreed on Friday to hold a third round of strait talks in Geneva"
    " on Monday at 10:00, officials of both sides said.\n\n"
    "“The map on the table is not serious, and everybody in that room knew it before they sat"
    " down,” Foreign Minister Milena Dravec told reporters. Her counterpart, Envoy Corvin Aldane,"
    " called the meeting “a step that was long overdue.”\n\n"
    "Diplomats said that the fishing lanes remain the main obstacle. A senior official said the"
    " sides were “closer than at any time since the spring.”\n\n"
    "The Harbour Council will debate the draft on Tuesday. A report on the wrecks is expected in"
    " December. The vote in Port Halden was postponed.\n\n"
    "“We are not bargaining against a clock,” Aldane said."
)

TITLES = (
    ("Varenia and Kastovia to hold third round of strait talks", 5),
    ("Parliament rejects the budget by three votes", 3),
    ("Dockers of Aldersburg win in court and stay out", 2),
    ("Maravia's run-off goes to the wire as both camps claim momentum in the final week", 2),
    ("日本銀行、追加利上げを見送り　総裁「慎重に見極める」と述べ市場は円安で反応した模様", 2),
    ("Storm Ines: ferries stay in port, 40,000 homes dark 🌪️🇮🇪", 1),
    ("\x1b]52;c;aGVsbG8=\x07[b]Hostile[/b] [@click=app.quit]title[/] \u202egnitset", 1),
    ("Zürich: Café-Besitzer protestieren gegen Überstunden (naïve façade)", 1),
    ("Fisheries accord nears after night of bargaining", 1),
    ("Port strike ends", 1),
    ("Museum returns bronzes", 1),
    ("Court clears path for coastal railway", 1),
    ("Grain prices slip as harvest outlook brightens", 1),
    ("الأمم المتحدة تدعو إلى وقف إطلاق النار", 1),
    ("Central bank keeps rates steady", 1),
    ("Parliament debates new press law", 1),
)
SOURCES = ("Meridian Wire", "The Harbour Courier", "Ledger", "Kastovia Today")


def a_reading_of(article: Article) -> Reading:
    """What a reader finds in `TEXT`."""
    return a_reading(
        article,
        actors=(
            an_actor(article, "Milena Dravec", role="Foreign Minister"),
            an_actor(article, "Corvin Aldane", role="Envoy"),
            an_actor(article, "Harbour Council", Kind.ORGANISATION),
            an_actor(article, "Geneva", Kind.PLACE),
            an_actor(article, "Varenia", Kind.PLACE),
        ),
        quotes=_quotes(article),
        talks=_talks(article),
        version=extract.VERSION,
    )


def _quotes(article: Article) -> tuple[Quote, ...]:
    map_words = (
        "The map on the table is not serious, and everybody in that room knew it before they sat"
        " down,"
    )
    return (
        a_quote(article, map_words, "Milena Dravec"),
        a_quote(article, "a step that was long overdue.", "Corvin Aldane"),
        a_quote(article, "closer than at any time since the spring.", None),
        a_quote(article, "We are not bargaining against a clock,", "Corvin Aldane"),
    )


def _talks(article: Article) -> tuple[Talk, ...]:
    def at_words(words: str) -> Talk:
        return Talk(words, When(), span_of(article, words))

    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    return (
        replace(
            at_words("third round of strait talks"),
            when=When("Monday", None, monday, monday, Precision.DAY, "10:00"),
            where="Geneva",
        ),
        replace(
            at_words("debate the draft"),
            when=When("Tuesday", None, tuesday, tuesday, Precision.DAY),
        ),
        replace(
            at_words("report on the wrecks"),
            when=When("in December", None, date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH),
        ),
        replace(at_words("vote in Port Halden"), where="Port Halden", status=Status.POSTPONED),
    )


def articles_of(number: int, title: str, many: int) -> tuple[Article, ...]:
    """The articles of the story of that number, newest first."""
    newest = EVENING - timedelta(minutes=22 + 50 * number)
    return tuple(
        an_article(
            TEXT if number == 0 else f"{title}.\n\n{TEXT}",
            id=f"a{number}-{nth}",
            title=title if nth == 0 else f"More on it, part {nth}",
            source=SOURCES[(number + nth) % len(SOURCES)],
            feed="https://meridian.example/feed.xml",
            url=f"https://meridian.example/{number}/{nth}",
            published=newest - timedelta(minutes=35 * nth),
            dated=DAY,
        )
        for nth in range(many)
    )


def a_full_desk(folder: Path, titles: tuple[tuple[str, int], ...] = TITLES) -> Desk:
    """A desk of one day with many stories, of which the third is saved and two are read."""
    desk = Desk.open(settings_in(folder), clock=at(EVENING))
    store = desk._store
    stories: list[Story] = []
    for number, (title, many) in enumerate(titles):
        articles = articles_of(number, title, many)
        found = [a_reading_of(article) for article in articles]
        store.articles.put(articles)
        store.findings.put(found)
        store.stories.assign({article.id: articles[0].id for article in articles})
        stories.append(_told(articles, found[0], float(len(titles) - number)))
    store.stories.put(stories)
    _older(desk)
    _feeds(desk)
    store.index()
    names = [story.id for story in stories]
    if len(names) > 9:
        desk.save(names[2])
        desk.mark_read((names[3], names[9]))
    return desk


def _told(articles: tuple[Article, ...], reading: Reading, rank: float) -> Story:
    return a_story(
        *articles,
        summary=(reading.sentences[0], reading.sentences[-1]),
        actors=reading.actors,
        quotes=reading.quotes,
        talks=reading.talks,
        rank=rank,
    )


def _older(desk: Desk) -> None:
    """One story of two days before, with nothing found in it."""
    article = an_article(
        "A storm closed the harbour of Brennick.",
        id="storm",
        title="Storm closes harbour",
        published=EVENING - timedelta(days=2),
        dated=date(2026, 11, 18),
        url="javascript:alert(1)",
    )
    desk._store.articles.put((article,))
    desk._store.findings.put((a_reading(article, version=extract.VERSION),))
    desk._store.stories.assign({"storm": "storm"})
    desk._store.stories.put((a_story(article),))


def _feeds(desk: Desk) -> None:
    hour = EVENING - timedelta(hours=1)
    well = Feed("https://meridian.example/feed.xml", "Meridian Wire", checked=hour, succeeded=hour)
    failing = Feed(
        "https://gone.example/feed.xml",
        "Gone Gazette",
        checked=hour,
        error="The server answers 404: there is no feed at this address.",
        failures=3,
        next_try=EVENING + timedelta(hours=2),
    )
    desk._store.feeds.put((well, failing))


@asynccontextmanager
async def on_screen(desk: Desk, size: tuple[int, int] = (120, 36)):
    """The screen over the desk, every first question answered: `(app, pilot)`."""
    app = BriefingApp(desk)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for _ in range(100):  # a busy machine may not have come to the first question yet
            if app.dashboard._is_started:
                break
            await settled(pilot)
        yield app, pilot


async def settled(pilot) -> None:
    """Wait until every question is answered and painted."""
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot, *keys: str) -> None:
    """Press the keys and wait for what comes of them; a key that is no letter waits for the ones
    before, as a person waits to see what there is to move through.
    """
    for key in keys:
        if len(key) > 1:
            await settled(pilot)
        await pilot.press(key)
    await settled(pilot)


def lines_of(app: BriefingApp) -> list[str]:
    """What stands on the screen, line by line."""
    height = app.size.height
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips][:height]


def text_of(app: BriefingApp) -> str:
    """What stands on the screen."""
    return "\n".join(lines_of(app))


def said(app: BriefingApp) -> str:
    """The messages shown in a corner, oldest first."""
    return "\n".join(notice.message for notice in app._notifications)
