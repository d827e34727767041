"""Codec: findings as compact JSON and back, exactly.

A value is a list of its fields in order. A span is [start, end], with the number of its article in
the list of names when that is not the first: [start, end, 2]. `FORMAT` stands first, so that a
later form can be told from this one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefing.model import (
    Actor,
    DateMention,
    Kind,
    Precision,
    Quote,
    Reading,
    Role,
    Span,
    Status,
    Talk,
    When,
)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Digest:
    """What a story tells: the findings of `model.Story` without its articles."""

    summary: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    talks: tuple[Talk, ...] = ()

    def within(self, articles: set[str]) -> Digest:
        """What of it points into these articles."""
        actors = (
            replace(
                actor,
                roles=tuple(role for role in actor.roles if role.at.article in articles),
                mentions=tuple(span for span in actor.mentions if span.article in articles),
            )
            for actor in self.actors
        )
        return Digest(
            tuple(span for span in self.summary if span.article in articles),
            tuple(actor for actor in actors if actor.mentions),
            tuple(quote for quote in self.quotes if quote.at.article in articles),
            tuple(talk for talk in self.talks if talk.sentence.article in articles),
        )


def pack_reading(reading: Reading) -> str:
    """The reading as JSON."""
    pack = _Packer(reading.article)
    fields = [
        reading.language,
        reading.version,
        pack.each(pack.span, reading.sentences),
        pack.each(pack.actor, reading.actors),
        pack.each(pack.quote, reading.quotes),
        pack.each(pack.talk, reading.talks),
        [[mention.words, pack.span(mention.at), mention.value] for mention in reading.dates],
    ]
    return _json([FORMAT, list(pack.names), *fields])


def unpack_reading(packed: str) -> Reading:
    """The reading that `pack_reading` was given."""
    _, names, language, version, sentences, actors, quotes, talks, dates = json.loads(packed)
    unpack = _Unpacker(names)
    return Reading(
        article=names[0],
        sentences=unpack.each(unpack.span, sentences),
        actors=unpack.each(unpack.actor, actors),
        quotes=unpack.each(unpack.quote, quotes),
        talks=unpack.each(unpack.talk, talks),
        dates=tuple(DateMention(words, unpack.span(at), value) for words, at, value in dates),
        language=language,
        version=version,
    )


def unpack_actor(packed: str, nth: int) -> Actor:
    """One actor of a packed reading."""
    fields = json.loads(packed)
    return _Unpacker(fields[1]).actor(fields[5][nth])


def unpack_talk(packed: str, nth: int) -> Talk:
    """One talk of a packed reading."""
    fields = json.loads(packed)
    return _Unpacker(fields[1]).talk(fields[7][nth])


def pack_digest(digest: Digest) -> str:
    """The digest as JSON."""
    pack = _Packer()
    fields = [
        pack.each(pack.span, digest.summary),
        pack.each(pack.actor, digest.actors),
        pack.each(pack.quote, digest.quotes),
        pack.each(pack.talk, digest.talks),
    ]
    return _json([FORMAT, list(pack.names), *fields])


def unpack_digest(packed: str, articles: set[str]) -> Digest:
    """What of the digest that `pack_digest` was given points into these articles."""
    _, names, summary, actors, quotes, talks = json.loads(packed)
    unpack = _Unpacker(names)
    digest = Digest(
        unpack.each(unpack.span, summary),
        unpack.each(unpack.actor, actors),
        unpack.each(unpack.quote, quotes),
        unpack.each(unpack.talk, talks),
    )
    return digest if articles.issuperset(names) else digest.within(articles)


def _json(fields: list[Any]) -> str:
    words = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    if words.isascii():
        return words
    try:
        words.encode()
    except UnicodeEncodeError:
        # Half characters have no UTF-8, but JSON can escape them.
        return json.dumps(fields, separators=(",", ":"))
    return words


class _Packer:
    """Values to lists; `names` grows by the articles that their spans point into."""

    def __init__(self, *names: str) -> None:
        self.names = {name: number for number, name in enumerate(names)}

    def each(self, one: Callable[[Any], Any], values: Iterable[Any]) -> list[Any]:
        return [one(value) for value in values]

    def span(self, span: Span) -> list[int]:
        number = self.names.setdefault(span.article, len(self.names))
        return [span.start, span.end, number] if number else [span.start, span.end]

    def span_or_none(self, span: Span | None) -> list[int] | None:
        return None if span is None else self.span(span)

    def actor(self, actor: Actor) -> list[Any]:
        return [
            actor.name,
            actor.kind.value,
            actor.aliases,
            [[role.title, role.affiliation, self.span(role.at)] for role in actor.roles],
            actor.salience,
            self.each(self.span, actor.mentions),
        ]

    def quote(self, quote: Quote) -> list[Any]:
        return [
            quote.words,
            self.span(quote.at),
            self.span(quote.sentence),
            quote.speaker,
            self.span_or_none(quote.speaker_at),
            quote.cue,
        ]

    def talk(self, talk: Talk) -> list[Any]:
        when = talk.when
        return [
            talk.what,
            [
                when.words,
                self.span_or_none(when.at),
                when.first and when.first.isoformat(),
                when.last and when.last.isoformat(),
                when.precision.value,
                when.time,
            ],
            self.span(talk.sentence),
            talk.where,
            talk.who,
            talk.status.value,
        ]


class _Unpacker:
    """Lists to values, given the names of the articles."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def each(self, one: Callable[[Any], Any], fields: Iterable[Any]) -> tuple[Any, ...]:
        return tuple([one(field) for field in fields])

    def span(self, fields: list[int]) -> Span:
        return Span(self.names[fields[2] if len(fields) > 2 else 0], fields[0], fields[1])

    def span_or_none(self, fields: list[int] | None) -> Span | None:
        return None if fields is None else self.span(fields)

    def actor(self, fields: list[Any]) -> Actor:
        name, kind, aliases, roles, salience, mentions = fields
        return Actor(
            name,
            Kind(kind),
            tuple(aliases),
            tuple(Role(title, affiliation, self.span(at)) for title, affiliation, at in roles),
            salience,
            self.each(self.span, mentions),
        )

    def quote(self, fields: list[Any]) -> Quote:
        words, at, sentence, speaker, speaker_at, cue = fields
        speaker_span = self.span_or_none(speaker_at)
        return Quote(words, self.span(at), self.span(sentence), speaker, speaker_span, cue)

    def talk(self, fields: list[Any]) -> Talk:
        what, when, sentence, where, who, status = fields
        return Talk(what, self.when(when), self.span(sentence), where, tuple(who), Status(status))

    def when(self, fields: list[Any]) -> When:
        words, at, first, last, precision, time = fields
        return When(
            words,
            self.span_or_none(at),
            first and date.fromisoformat(first),
            last and date.fromisoformat(last),
            Precision(precision),
            time,
        )
