"""Where a row leads: the stretches of text behind it, and the article to open."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Actor, Entry, Headline, Span, Story, Talk
from briefing.tui.panes.quotes import QuoteRow
from briefing.tui.panes.story import Part


@dataclass(frozen=True, slots=True)
class Target:
    """The source of a row."""

    article: str = ""  # id; "" when the row has none
    spans: tuple[Span, ...] = ()  # what is lit: the first, then the others

    @property
    def lit(self) -> Span | None:
        """The first stretch to be lit."""
        return self.spans[0] if self.spans else None


def target_of(item: object, told: Story | None = None) -> Target:
    """The source of a row of any pane; a headline's is the summary of its story, when told."""
    match item:
        case Headline():
            spans = told.summary if told and told.id == item.id else ()
            return Target(item.lead, spans)
        case Part():
            return Target(item.lead, (item.at,) if item.at else ())
        case Actor():
            places = (item.roles[0].at, *item.mentions) if item.roles else item.mentions
            spans = tuple(dict.fromkeys(places))
            return Target(spans[0].article if spans else "", spans)
        case QuoteRow():
            return Target(item.quote.at.article, (item.quote.sentence,))
        case Talk():
            return Target(item.sentence.article, (item.sentence,))
        case Entry():
            return Target(item.id)
        case _:
            return Target()
