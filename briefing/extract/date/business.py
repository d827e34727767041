"""Business dates: the quarters and years that companies report on.

"The year ended Sept. 30" is the calendar year in which it ends, a quarter the one of its last day.
"""

from __future__ import annotations

from briefing.extract.date.day_rules import UNDATED
from briefing.extract.date.grammar import Parts, Rule
from briefing.extract.date.sense import Scene, Sense, a_quarter, a_year


def period(_parts: Parts, scene: Scene) -> Sense | None:
    """The latest period: the quarter under report, else the one that ended last."""
    if scene.period is not None or scene.said_on is None:
        return scene.period or Sense(UNDATED["quarter"])
    return a_quarter(scene.said_on.year, (scene.said_on.month - 1) // 3)


def business_year(parts: Parts, scene: Scene) -> Sense | None:
    """The year ended Sept. 30: the calendar year in which it ends; the full year: the latest."""
    if scene.said_on is None:
        return Sense(UNDATED["year"])
    if "month" not in parts:
        start = scene.period
        return a_year(start.first.year if start and start.first else scene.said_on.year)
    if "year" in parts:
        return a_year(parts["year"].number)
    is_over = parts["month"].number <= scene.said_on.month
    return a_year(scene.said_on.year - (not is_over))


def business_quarter(parts: Parts, scene: Scene) -> Sense | None:
    """The quarter ended Sept. 30: the calendar quarter of that day."""
    year = business_year(parts, scene)
    if year is None or year.first is None:
        return Sense(UNDATED["quarter"])
    return a_quarter(year.first.year, (parts["month"].number + 2) // 3)


_ENDED = "(ended|ending) {month} {monthday} (comma? {year})?"

BUSINESS = (
    Rule("latest period", "the {latest} (quarter|period)", period),
    Rule(
        "business year",
        f"the? (full|fiscal)? year_unit (?={_ENDED})",
        business_year,
    ),
    Rule("full year", "the (full|fiscal) year_unit", business_year),
    Rule("business quarter", f"the? quarter (?={_ENDED})", business_quarter),
)
