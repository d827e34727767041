"""What an empty pane says: why nothing is there, and the key that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.text import counted

if TYPE_CHECKING:
    from briefing.desk import Counts
    from briefing.tui.views import DayView, StoryView


def no_stories(today: DayView | None, counts: Counts | None, *, is_busy: bool) -> str:
    """Why the list of stories is empty; nothing while that is not known."""
    if today is None:
        return ""
    if today.day is not None:
        return "No stories on this day. [ and ] go to other days, + widens the window, R refreshes."
    if counts is None:
        return ""
    if is_busy:
        return "No articles yet. The sources are being asked."
    if not counts.feeds:
        return "No articles yet. a adds a feed, a folder or an OPML file."
    sources = counted(counts.feeds, "source")
    if counts.failing == counts.feeds:
        only = {1: "The only source", 2: "Both sources"}.get(counts.feeds, f"All {sources}")
        return f"No articles yet. {only} failed: S shows why, R asks again, a adds another."
    if counts.failing:
        failing = f"{counts.failing} of {sources} failed"
        return f"No articles yet. {failing}: S shows why, R asks again."
    return f"No articles yet from your {sources}. R asks them, a adds another."


def no_finds(noun: str, told: StoryView, *, is_whole_day: bool, is_busy: bool) -> str:
    """Why a pane beside a story is empty."""
    story = told.story
    if not story.unread_articles:
        # Words in quotation marks are found in every language, coming talks in English alone.
        if story.note and (noun != "quotes" or "quotes" not in story.note):
            return story.note if noun == "actors" else f"{story.note.partition('. ')[0]}."
        return f"No {noun} in this {'day' if is_whole_day else 'story'}."
    if is_busy:
        return f"Being read. The {noun} come in a moment."
    return "Not read yet. R reads it."
