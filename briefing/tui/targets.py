"""Where a row leads: the stretches of text behind it, and the article to open."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Actor, Headline, Span, Story, Talk
from briefing.tui.panes.quotes import QuoteRow
from briefing.tui.panes.story import Part


@dataclass(frozen=True, slots=True)
class Sight:
    """One place behind a row."""

    lit: Span  # what is lit: a sentence, or a mention whose sentence is to be looked up
    words: Span | None = None  # the words in it that the row is made of

    @property
    def is_mention(self) -> bool:
        """Whether the sentence around it is still to be found."""
        return self.lit == self.words


@dataclass(frozen=True, slots=True)
class Target:
    """The source of a row."""

    article: str = ""  # id; "" when the row has none
    sights: tuple[Sight, ...] = ()  # the first is lit when the article opens

    @property
    def lit(self) -> Span | None:
        """The first stretch to be lit."""
        return self.sights[0].lit if self.sights else None


def target_of(item: object, told: Story | None = None) -> Target:
    """The source of a row of any pane; a headline's is the summary of its story, when told."""
    match item:
        case Headline():
            spans = told.summary if told and told.id == item.id else ()
            return Target(item.lead, tuple(map(Sight, spans)))
        case Part():
            return Target(item.lead, (Sight(item.at),) if item.at else ())
        case Actor():
            places = (item.roles[0].at, *item.mentions) if item.roles else item.mentions
            sights = tuple(Sight(span, span) for span in dict.fromkeys(places))
            return Target(places[0].article if places else "", sights)
        case QuoteRow():
            return Target(item.quote.at.article, (Sight(item.quote.sentence, item.quote.at),))
        case Talk():
            return Target(item.sentence.article, (Sight(item.sentence, item.when.at),))
        case _:
            return Target()
