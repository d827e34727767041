from datetime import date

from briefing.export.ahead import week_of
from briefing.export.sources import Citations
from briefing.model import Status
from tests.builders import DAY, a_brief, a_story, a_talk, an_article

LEAD, OTHER = an_article(id="lead"), an_article(id="other")
PLACES = {"lead": 0, "other": 1}
TUESDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 27)


def told(*talks, most):
    brief = a_brief(a_story(LEAD), a_story(OTHER))
    week = week_of(talks, DAY, most, Citations(brief), PLACES)
    return [meeting.what for days in week for meeting in days.meetings]


def test_when_not_all_fit_each_story_keeps_its_fullest_talk():
    minor = a_talk(LEAD, "tickets go on sale", date(2026, 11, 21))
    main = a_talk(LEAD, "third round", TUESDAY, where="Geneva", who=("Ana Ruiz",))
    other = a_talk(OTHER, "vote", FRIDAY)

    assert told(minor, main, other, most=2) == ["third round", "vote"]
    assert told(minor, main, other, most=3) == ["tickets go on sale", "third round", "vote"]


def test_the_leading_story_comes_before_the_others():
    assert told(a_talk(OTHER, "vote", TUESDAY), a_talk(LEAD, "round", FRIDAY), most=1) == ["round"]


def test_what_is_called_off_gives_way_to_what_will_be_held():
    off = a_talk(LEAD, "fair", TUESDAY, where="Brennick", status=Status.CANCELLED)
    held = a_talk(OTHER, "vote", FRIDAY)

    assert told(off, held, most=1) == ["vote"]
