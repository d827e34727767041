"""What the top bar of the dashboard says: the day, how much there is, how the sources are."""

from __future__ import annotations

from briefing.text import counted
from briefing.tui.bars import Bit
from briefing.tui.views import DayView, Surroundings
from briefing.tui.wording import short_day

QUIET = "$foreground-muted"


def day_bits(today: DayView | None, around: Surroundings | None, width: int) -> tuple[Bit, ...]:
    """`Sun 22 Nov  Today ▾  14 stories · 9 unread`; each bit may be left out for want of room."""
    if today is None:
        return (("opening …", QUIET),)
    if today.day is None:
        return (("no articles yet", QUIET),)
    unread = sum(1 for headline in today.headlines if headline.unread)
    return (
        (short_day(today.day), "bold"),
        (f"  {which_day(today, around, width)} ▾", "$text-accent"),
        (f"  {counted(len(today.headlines), 'story', 'stories')}", QUIET),
        (f" · {unread:,} unread", QUIET),
    )


def which_day(today: DayView, around: Surroundings | None, width: int) -> str:
    """`Today`, `Latest day` when today has no stories, `Earlier day`; with the days before it."""
    wider = f" and {counted(width - 1, 'day')} before" if width > 1 else ""
    if today.day == today.now.date():
        return f"Today{wider}"
    days = around.days if around else ()
    is_latest = not days or today.day == days[0]
    return ("Latest day" if is_latest else "Earlier day") + wider


def source_bits(
    today: DayView | None, around: Surroundings | None, troubles: int = 0
) -> tuple[Bit, ...]:
    """`↻06:02 · 2 failing · 3 troubles`: when a source last answered, how many do not, and what
    else went wrong.
    """
    if today is None or around is None:
        return ()
    bits: list[Bit] = []
    checked = [feed.checked for feed in around.feeds if feed.checked]
    if checked:
        last = max(checked).astimezone(today.now.tzinfo)
        clock = f"{last:%H:%M}" if last.date() == today.now.date() else short_day(last.date())
        bits.append((f"↻{clock}", QUIET))
    if around.counts.failing:
        between = " · " if bits else ""
        bits.append((f"{between}{around.counts.failing} failing", "$text-warning"))
    if troubles:
        between = " · " if bits else ""
        bits.append((f"{between}{counted(troubles, 'trouble')}", "$text-warning"))
    return tuple(bits)
