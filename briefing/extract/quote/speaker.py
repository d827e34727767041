"""Speaker: who speaks, and by which words the article says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and the offsets of the words that say so."""

    name: str  # "" for a pronoun that nobody named fits
    start: int
    end: int
    actor: int | None = None  # number of the actor; None for one without a name


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a stretch is ascribed to, by which words, and how surely."""

    speaker: Speaker
    cue: str | None
    is_close: bool  # the cue stands right at the marks
