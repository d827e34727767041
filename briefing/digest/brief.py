"""The day's brief, and the day as one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import zip_longest

from briefing.digest.merge import merge_actors, merge_talks
from briefing.model import (
    Actor,
    Article,
    Brief,
    Feed,
    Kind,
    Quote,
    Reading,
    Story,
    Talk,
    Trouble,
    Window,
)
from briefing.text import fold

MOST_QUOTES = 40


def digest(
    stories: Sequence[Story],
    *,
    day: date,
    window: Window,
    now: datetime,
    background: Sequence[tuple[Article, Reading]] = (),
    known_roles: Mapping[str, str] = {},
    feeds: Sequence[Feed] = (),
    troubles: Sequence[Trouble] = (),
    is_sample: bool = False,
) -> Brief:
    """The brief of the day, made of its stories.

    Talks are those ahead of `day`, of the stories and, when dated, of the `background`: older
    articles with their readings. `known_roles` maps a name to the role it had on the days before;
    while it is empty nothing is called new.
    """
    ranked = tuple(sorted(stories, key=lambda story: (-story.rank, story.id)))
    actors = whos_who(ranked)
    talks = ahead(ranked, background, day)
    told = {article.id for story in ranked for article in story.articles}
    pointed = {talk.sentence.article for talk in talks} - told
    return Brief(
        day=day,
        window=window,
        made=now,
        stories=ranked,
        articles=len(told),
        quotes=quotes_of_the_day(ranked),
        actors=actors,
        new_roles=_new_roles(actors, known_roles),
        talks=talks,
        background=tuple(article for article, _ in background if article.id in pointed),
        feeds=tuple(feeds),
        troubles=tuple(troubles),
        is_sample=is_sample,
    )


def whole(stories: Sequence[Story], *, title: str = "", day: date | None = None) -> Story:
    """Everything that the stories tell, merged, as one story with id "".

    Its summary is the first sentence of each story's, the highest ranked first; its talks are
    those ahead of `day`, or all.
    """
    ranked = sorted(stories, key=lambda story: (-story.rank, story.id))
    articles = {article.id: article for story in ranked for article in story.articles}
    return Story(
        id="",
        title=title,
        articles=tuple(articles.values()),
        summary=tuple(story.summary[0] for story in ranked if story.summary),
        actors=whos_who(ranked),
        quotes=tuple(_in_turn(story.quotes for story in ranked)),
        talks=ahead(ranked, (), day),
        rank=max((story.rank for story in ranked), default=0.0),
        unread_articles=sum(story.unread_articles for story in ranked),
    )


def whos_who(stories: Sequence[Story]) -> tuple[Actor, ...]:
    """The actors of the stories told once: people with a role first, most salient first.

    What somebody is in the leading story counts more than the same in the last one.
    """
    highest = max((story.rank for story in stories), default=0.0) or 1.0
    casts = (
        tuple(
            replace(actor, salience=actor.salience * (0.5 + 0.5 * story.rank / highest))
            for actor in story.actors
        )
        for story in stories
    )
    return tuple(sorted(merge_actors(casts, is_one_story=False), key=_people_first))


def _people_first(actor: Actor) -> tuple[bool, bool]:
    is_person = actor.kind is Kind.PERSON
    return not (is_person and actor.roles), not is_person


def _new_roles(actors: Sequence[Actor], known: Mapping[str, str]) -> tuple[str, ...]:
    if not known:
        return ()
    before = {fold(name): fold(role) for name, role in known.items()}
    return tuple(
        actor.name
        for actor in actors
        if actor.role and before.get(fold(actor.name)) not in {fold(r.title) for r in actor.roles}
    )


def quotes_of_the_day(stories: Sequence[Story]) -> tuple[Quote, ...]:
    """The best quote of each story, then the second of each …, at most 40; named speakers only."""
    named = [[quote for quote in story.quotes if quote.speaker] for story in stories]
    return tuple(_in_turn(named))[:MOST_QUOTES]


def _in_turn(rows: Iterable[Sequence[Quote]]) -> Iterator[Quote]:
    seen = set()
    for turn in zip_longest(*rows):
        for quote in turn:
            if quote is not None and fold(quote.words) not in seen:
                seen.add(fold(quote.words))
                yield quote


def ahead(
    stories: Sequence[Story], background: Sequence[tuple[Article, Reading]], day: date | None
) -> tuple[Talk, ...]:
    """The talks whose last day is not before `day`, by day, undated last, the same told once."""
    older = [talk for _, reading in background for talk in reading.talks if talk.when.first]
    talks = [*older, *(talk for story in reversed(stories) for talk in story.talks)]
    return tuple(talk for talk in merge_talks(talks) if day is None or _is_ahead(talk, day))


def _is_ahead(talk: Talk, day: date) -> bool:
    last = talk.when.last or talk.when.first
    return last is None or last >= day
