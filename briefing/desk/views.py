"""Questions to the store that need more than one of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from briefing.desk.values import Counts, Hit, Profile
from briefing.errors import NotFound
from briefing.model import Actor, Entry, Headline, Reading, Span, Story, Talk, Window
from briefing.store import Store
from briefing.text import fold

TALKS_BACK = timedelta(days=14)  # how old an article's undated talk may be to be still ahead
PROFILE_ARTICLES = 200
# Languages, beside English, that spaCy publishes pipelines for.
PIPELINE_LANGUAGES = frozenset(
    "ca da de el es fi fr hr it ja ko lt mk nb nl pl pt ro ru sl sv uk zh".split(" ")
)


def counts_of(store: Store) -> Counts:
    """How much is stored."""
    from briefing import extract

    unread = len(store.articles.unread_by_reader(extract.VERSION))
    return Counts(
        articles=store.articles.count(),
        stories=store.stories.count() + len(store.articles.without_story()),
        unread=store.articles.count(unread=True),
        feeds=store.feeds.count(),
        failing=store.feeds.count(failing=True),
        unread_by_reader=unread,
        to_read_again=unread - len(store.articles.unread_by_reader(0)),
    )


def headlines_in(store: Store, window: Window | None, *, unread: bool) -> tuple[Headline, ...]:
    """The stories of the window, the leading one first, then the articles not grouped yet.

    Each is counted as it stood at the window's end.
    """
    start, end = (window.start, window.end) if window else (None, None)
    grouped = store.stories.headlines(start, end, unread=unread)
    if end is not None:
        grouped = tuple(_headline_by(store, each, end) for each in grouped)
    loose = set(store.articles.without_story())
    if not loose:
        return grouped
    entries = store.articles.entries(start=start, end=end, unread=unread)
    return (*grouped, *(_headline(entry) for entry in entries if entry.id in loose))


def _headline_by(store: Store, headline: Headline, end: datetime) -> Headline:
    """The headline without the articles that came later."""
    if headline.newest < end:
        return headline
    entries = [each for each in store.articles.entries(story=headline.id) if each.moment < end]
    if not entries:
        return headline
    lead = next((each for each in entries if each.id == headline.lead), None)
    return replace(
        headline,
        title=headline.title if lead else entries[0].title,
        newest=entries[0].moment,
        articles=len(entries),
        sources=len({each.source for each in entries}),
        unread=sum(not each.is_read for each in entries),
        lead=(lead or entries[0]).id,
    )


def story_of(store: Store, name: str, until: datetime | None = None) -> Story:
    """The story as far as it is told; a loose article is one alone. Raises `NotFound`.

    With `until`, without the articles that came later and what they alone tell.
    """
    story = _story(store, name)
    return story if until is None else _story_by(store, story, until)


def _story_by(store: Store, story: Story, until: datetime) -> Story:
    """The story cut to what was there; its sentences are those left, not chosen anew."""
    articles = tuple(each for each in story.articles if each.moment is None or each.moment < until)
    if not articles or len(articles) == len(story.articles):
        return story
    left = {article.id for article in articles}
    has_lead = articles[0] is story.articles[0]
    readings = store.findings.get_many(left)
    cut = replace(
        story,
        title=story.title if has_lead else articles[0].title,
        articles=articles,
        summary=tuple(span for span in story.summary if span.article in left),
        unread_articles=len(left) - len(readings),
    )
    oldest_first = [readings[each.id] for each in articles[::-1] if each.id in readings]
    return _merged(cut, oldest_first)


def _story(store: Store, name: str) -> Story:
    stored = store.stories.get(name)
    if stored is None:
        article = store.articles.get(name)
        if article is None:
            raise NotFound("story", name, "`briefing stories` lists them.")
        stored = Story(name, article.title, (article,), unread_articles=1)
    if stored.unread_articles == len(stored.articles):
        return stored
    if stored.summary:
        return stored if stored.actors else replace(stored, note=empty_note(store, stored))
    readings = store.findings.get_many(article.id for article in stored.articles)
    oldest_first = [readings[each.id] for each in stored.articles[::-1] if each.id in readings]
    merged = _merged(stored, oldest_first)
    is_read = not stored.unread_articles and not merged.actors
    return replace(merged, note=empty_note(store, stored)) if is_read else merged


def empty_note(store: Store, story: Story) -> str:
    """Why nothing was found: no reading, or a language that no pipeline reads; or ""."""
    readings = store.findings.get_many(article.id for article in story.articles)
    if not any(each.sentences for each in readings.values()):
        return "It could not be read closely. The text itself is here: ⏎ opens it."
    languages = sorted({each.language for each in readings.values()} - {"en"})
    if not languages:
        return ""
    named = f"In another language ({', '.join(languages)}): summary and quotes only."
    code = next((language for language in languages if language in PIPELINE_LANGUAGES), None)
    if code is None:
        return f"{named} There is no spaCy pipeline for it that we know of."
    pipeline = f"{code}_core_{'web' if code == 'zh' else 'news'}_sm"
    return (
        f"{named} Actors need a pipeline for it: python -m spacy download {pipeline}, "
        f'then [pipelines] {code} = "{pipeline}" in the settings, then briefing refresh --again.'
    )


def profile_of(store: Store, name: str) -> Profile:
    """All that is stored about the actor of that name or alias. Raises `NotFound`."""
    from briefing.digest.cast import merge_actors
    from briefing.digest.merge import merge_quotes, merge_talks

    ids = store.findings.by_actor(name, limit=PROFILE_ARTICLES)
    readings = store.findings.get_many(ids)
    cast = merge_actors((reading.actors for reading in readings.values()), is_one_story=False)
    wanted = fold(name)
    found = next((each for each in cast if wanted in map(fold, (each.name, *each.aliases))), None)
    if found is None:
        raise NotFound("actor", name, "`briefing search` finds names.")
    names = frozenset(map(fold, (found.name, *found.aliases)))
    known = [readings[each] for each in ids if each in readings]
    quotes = [q for each in known for q in each.quotes if q.speaker and fold(q.speaker) in names]
    talks = [talk for each in known[::-1] for talk in each.talks if _concerns(talk, names, found)]
    headlines = store.stories.get_many_headlines(store.stories.of(ids).values())
    return Profile(
        found,
        tuple(sorted(headlines, key=lambda each: each.newest, reverse=True)),
        merge_quotes(quotes, (found,)),
        merge_talks(talks),
        store.articles.get_many(ids),
    )


def search_in(store: Store, words: str, limit: int) -> tuple[Hit, ...]:
    """Where the words stand."""
    return tuple(
        Hit(each.kind, each.words, Span(each.article, each.start, each.end), each.title, each.story)
        for each in store.search(words, limit)
    )


def tags_in(store: Store, window: Window) -> dict[str, tuple[str, ...]]:
    """The tags of the sources that tell each story (id) of the window; none without."""
    tagged = {feed.url: feed.tags for feed in store.feeds.all() if feed.tags}
    found: dict[str, dict[str, None]] = {}
    entries = store.articles.entries(start=window.start, end=window.end) if tagged else ()
    for entry in entries:
        if entry.feed in tagged:
            known = found.setdefault(entry.story or entry.id, {})
            known.update(dict.fromkeys(tagged[entry.feed]))
    return {story: tuple(tags) for story, tags in found.items()}


def _concerns(talk: Talk, names: frozenset[str], actor: Actor) -> bool:
    """Whether the actor takes part in the talk, is its place, or is named in its sentence."""
    if any(fold(who) in names for who in talk.who):
        return True
    place = fold(talk.where or "")
    if place and any(f" {name} " in f" {place} " for name in names):
        return True
    return any(talk.sentence.holds(mention) for mention in actor.mentions)


def ahead_of(store: Store, day: date, end: datetime, limit: int) -> tuple[Talk, ...]:
    """What was known by `end` to lie ahead of the day, soonest first, repeats told once."""
    from briefing.digest.merge import merge_talks

    talks = store.findings.ahead(
        day, told_before=end, undated_since=end - TALKS_BACK, limit=limit * 3
    )
    stories = store.stories.of({talk.sentence.article for talk in talks})
    by_story: dict[str, list[Talk]] = {}
    for talk in talks:
        name = talk.sentence.article
        by_story.setdefault(stories.get(name, name), []).append(talk)
    told = [each for same in by_story.values() for each in merge_talks(same, is_one_story=True)]
    return merge_talks(told)[:limit]


def _headline(entry: Entry) -> Headline:
    """An article that is in no story yet, as one."""
    return Headline(
        entry.id,
        entry.title,
        entry.moment,
        articles=1,
        sources=1,
        unread=0 if entry.is_read else 1,
        is_saved=entry.is_saved,
        lead=entry.id,
    )


def _merged(story: Story, readings: Sequence[Reading]) -> Story:
    """The story with what its readings tell so far; its summary waits until it is told."""
    from briefing.digest.merge import merge_readings

    found = merge_readings(readings)
    return replace(story, actors=found.actors, quotes=found.quotes, talks=found.talks)
