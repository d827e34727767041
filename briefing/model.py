"""The nouns of the house: frozen values that every stage speaks.

A value here is complete and never changes; a new one is made with `dataclasses.replace`.
Offsets are Python `str` indices into `Article.text`, which never changes after `gather`.
Times are aware and in UTC; a *day* is a `date` where the news or the reader is.
This module imports nothing but the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one article's text: `text[start:end]`, the link from a finding to its source."""

    article: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end


# ---- what comes in


class SourceKind(StrEnum):
    """What stands behind a `Feed`: something on the network, or something on this disk."""

    FEED = "feed"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Feed:
    """A source that `refresh` asks: a feed's address, or the path of a file or folder."""

    url: str  # the address or the absolute path; the identity of the feed
    title: str = ""
    kind: SourceKind = SourceKind.FEED
    site: str | None = None  # the human page of a feed
    tags: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None  # as the server wrote it
    checked: datetime | None = None  # last asked
    succeeded: datetime | None = None  # last answered well, 304 included
    error: str | None = None  # why the last try failed, in plain words; None after a success
    failures: int = 0  # in a row
    next_try: datetime | None = None  # not to be asked before (Retry-After, back-off)
    retired: bool = False  # answered 410 Gone: never asked again
    full_text: bool = False  # whether the pages of its teasers are fetched
    schedule: str = ""  # when it says that it is asked, as `gather.schedule` writes it
    origin: str | None = None  # its first address, where it has moved; the ids of its articles last

    @property
    def name(self) -> str:
        """What to call it on screen: its title, else its address."""
        return self.title or self.url


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source."""

    id: str
    title: str
    text: str  # clean paragraphs separated by "\n\n" or "\n"; never changes
    feed: str = ""  # `Feed.url` it came by; "" when imported or analysed alone
    source: str = ""  # the paper or site that published it, for people
    url: str | None = None  # http(s) only
    published: datetime | None = (
        None  # the moment; midnight UTC of `dated` when only the day is known
    )
    dated: date | None = (
        None  # the publication day where it was published; relative dates count from it
    )
    has_time: bool = False  # whether `published` knows the hour
    arrived: datetime | None = (
        None  # when it came in: orders an undated article, never dates its talks
    )
    authors: tuple[str, ...] = ()
    language: str = "en"
    title_is_made: bool = False  # the source gave none: the headline is the article's own words
    is_teaser: bool = False  # the feed carried only a summary
    is_from_page: bool = False  # the text was taken from its web page, not from the feed
    replaces: str | None = None  # id of the older version of this article
    updated: datetime | None = None  # when its source last changed its words; None: never seen to

    @property
    def moment(self) -> datetime | None:
        """When to place it in time: published, else arrived."""
        return self.published or self.arrived


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a list shows it: no text, with the reader's marks."""

    id: str
    title: str
    source: str
    feed: str
    url: str | None
    moment: datetime
    dated: date | None
    story: str | None
    is_read: bool = False
    is_saved: bool = False
    has_reading: bool = False
    updated: datetime | None = None  # when its source last changed its words


# ---- what a reading finds


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is said to be: "White House Press Secretary"."""

    title: str  # the words of the text
    affiliation: str | None  # the body or country it is held at, when the text names one
    at: Span  # the role's words in the text


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts in an article, under one full name."""

    name: str  # the longest form the article uses
    kind: Kind
    aliases: tuple[str, ...] = ()  # the other forms, as written
    roles: tuple[Role, ...] = ()
    salience: float = 0.0  # 0 to 1; how much the article is about them
    mentions: tuple[Span, ...] = ()  # names only, in order; no pronouns

    @property
    def role(self) -> str:
        """The first role as words for a line, or ""."""
        return self.roles[0].title if self.roles else ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks that somebody said or wrote."""

    words: str  # verbatim, without the outer marks
    at: Span  # of the words
    sentence: Span  # the sentence or paragraph part that holds them
    speaker: str | None = (
        None  # full name of the actor, else the text's words ("a senior official")
    )
    speaker_at: Span | None = None  # the words in the text ("he", "Leavitt")
    cue: str | None = None  # the verb of speech, as written


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """The days a talk is on: a range from `first` to `last`, both included."""

    words: str | None = None  # of the text
    at: Span | None = None
    first: date | None = None  # None: the words name no day that can be known
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    time: str | None = None  # "HH:MM" at the place of the talk


class Status(StrEnum):
    """How firm a talk is."""

    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    TENTATIVE = "tentative"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Talk:
    """A coming meeting, vote, summit, hearing …"""

    # The article's own words in their order: some are dropped, and none is put in but the name of
    # an actor for a pronoun.
    what: str
    when: When
    sentence: Span
    where: str | None = None
    who: tuple[str, ...] = ()  # names of actors, else words of the text
    status: Status = Status.SCHEDULED


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time expression with its TIMEX3 value ("2026-11-26", "2026-W48", …)."""

    words: str
    at: Span
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article yields."""

    article: str
    sentences: tuple[Span, ...]  # headings are none
    actors: tuple[Actor, ...] = ()  # most salient first
    quotes: tuple[Quote, ...] = ()  # in order of the text
    talks: tuple[Talk, ...] = ()  # in order of the text
    dates: tuple[DateMention, ...] = ()
    language: str = "en"
    version: int = 0  # `extract.VERSION` of the rules that made it


# ---- what the day is made of


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time a brief covers: from `start` (included) to `end` (excluded)."""

    day: date  # the brief's day, the last one in it
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Headline:
    """One story as the list shows it."""

    id: str
    title: str
    newest: datetime  # moment of its newest article
    articles: int
    sources: int
    unread: int = 0  # articles not yet read
    is_saved: bool = False
    rank: float = 0.0  # higher leads
    lead: str = ""  # id of the article whose title it bears


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one event, with what they tell together."""

    id: str
    title: str
    articles: tuple[Article, ...]  # the lead article first, then newest first
    summary: tuple[Span, ...] = ()  # verbatim sentences, in reading order
    actors: tuple[Actor, ...] = ()  # merged over the articles
    quotes: tuple[Quote, ...] = ()  # best first, repeats told once
    talks: tuple[Talk, ...] = ()  # by day, repeats told once
    rank: float = 0.0
    unread_articles: int = 0  # how many of its articles have no reading yet
    note: str = ""  # for people: why a pane is empty, and what to do

    @property
    def sources(self) -> tuple[str, ...]:
        """The papers and sites that tell it, in the order of its articles."""
        return tuple(dict.fromkeys(article.source for article in self.articles))

    def article(self, name: str) -> Article:
        """The article of that id; `KeyError` when it is not in this story."""
        for article in self.articles:
            if article.id == name:
                return article
        raise KeyError(name)

    def words(self, span: Span) -> str:
        """The text at a span of one of its articles."""
        return self.article(span.article).text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault of the world, as a value: what failed and why, for people."""

    where: str  # the feed, file or article
    what: str  # what happened and what to do about it


@dataclass(frozen=True, slots=True)
class Step:
    """What a long job says while it runs."""

    stage: str  # "gather", "group", "read", "digest"
    done: int
    total: int
    what: str = ""  # the thing just done, for people
    articles: tuple[str, ...] = ()  # ids that this step stored or read
    stories: tuple[str, ...] = ()  # ids that this step grouped or told


@dataclass(frozen=True, slots=True)
class Brief:
    """The day, ready to be shown or exported. Everything in it is verbatim from `articles`."""

    day: date
    window: Window
    made: datetime  # the `now` it was made at
    stories: tuple[Story, ...]  # ranked; the exporters decide how many are told in full
    articles: int  # that its stories are told from
    quotes: tuple[Quote, ...] = ()  # of the day, best first, at most one a story first
    actors: tuple[Actor, ...] = ()  # who's who: people with a role first, most salient first
    new_roles: tuple[
        str, ...
    ] = ()  # names of `actors` whose role is new or changed since the days before
    talks: tuple[
        Talk, ...
    ] = ()  # ahead of `day`, by day, undated last; may point into `background`
    background: tuple[Article, ...] = ()  # older articles that `talks` points into
    feeds: tuple[Feed, ...] = ()  # the sources of the stories
    troubles: tuple[Trouble, ...] = ()  # feeds that failed
    is_sample: bool = False  # made of the sample articles

    def article(self, name: str) -> Article:
        """The article of that id; `KeyError` when it is not in this brief."""
        for story in self.stories:
            for article in story.articles:
                if article.id == name:
                    return article
        for article in self.background:
            if article.id == name:
                return article
        raise KeyError(name)

    def words(self, span: Span) -> str:
        """The text at a span of one of its articles."""
        return self.article(span.article).text[span.start : span.end]
