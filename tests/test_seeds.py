"""The sample articles: the shape that the first start and the demo count on."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.text import clean, words_in

FOLDER = Path(__file__).parents[1] / "seeds"
FILES = sorted(FOLDER.glob("*.txt"))
REAL_EVENTS = "01-jeddah-talks-harbour-courier.txt"
REAL_PEOPLE = ("Trump", "Zelenskyy", "Putin", "Leavitt", "Witkoff")
STORIES = {
    "strait talks": ("03-strait-talks", "04-strait-talks", "05-strait-talks"),
    "budget vote": ("06-budget-vote", "07-budget-vote"),
    "run-off in Maravia": ("08-maravia-runoff", "09-maravia-runoff"),
    "port strike": ("10-port-strike", "11-port-strike"),
}
SUBJECT = re.compile(r"\d\d-([a-z]+-[a-z]+)-")


class Sample(NamedTuple):
    headers: dict[str, str]
    body: str

    @property
    def published(self) -> datetime:
        return datetime.strptime(self.headers["Date"], "%Y-%m-%d %H:%M %z")

    @property
    def day(self) -> date:
        return self.published.date()


def sample(path: Path) -> Sample:
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    return Sample(dict(line.split(": ", 1) for line in head.splitlines()), body)


def recent() -> dict[str, Sample]:
    return {path.name: sample(path) for path in FILES if path.name != REAL_EVENTS}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    return chosen


def test_there_are_enough_articles_from_several_papers():
    papers = {sample(path).headers["Source"] for path in FILES}

    assert 14 <= len(FILES) <= 16
    assert 5 <= len(papers) <= 6


def test_the_header_lines_are_complete_and_known(path):
    headers = sample(path).headers

    assert {"Title", "Source", "Date"} <= set(headers) <= {"Title", "Source", "Date", "URL"}
    assert all(value.strip() for value in headers.values())
    assert sample(path).published.tzinfo is not None


def test_the_paper_is_marked_as_a_sample_and_its_address_leads_nowhere(path):
    headers = sample(path).headers

    assert headers["Source"].endswith(" (sample)")
    assert re.match(r"https://[a-z-]+\.example/", headers.get("URL", "https://none.example/"))


def test_an_article_has_250_to_600_words_in_paragraphs(path):
    body = sample(path).body

    assert 250 <= words_in(body) <= 600
    assert all(part and "\n" not in part for part in body.removesuffix("\n").split("\n\n"))
    assert clean(body) == body


def test_the_invented_news_falls_on_three_days_and_the_last_is_the_fullest():
    days = Counter(article.day for article in recent().values())
    last = max(days)
    subjects = {SUBJECT.match(name)[1] for name, it in recent().items() if it.day == last}

    assert set(days) == {last - timedelta(days=back) for back in range(3)}
    assert days[last] >= 8
    assert len(subjects) >= 6


def test_the_real_events_keep_their_own_date():
    assert sample(FOLDER / REAL_EVENTS).day == date(2025, 3, 20)


def test_real_people_appear_in_the_report_of_real_events_alone():
    assert all(name in sample(FOLDER / REAL_EVENTS).body for name in REAL_PEOPLE)
    for name, article in recent().items():
        assert not any(person in article.body for person in REAL_PEOPLE), name


@pytest.mark.parametrize("prefixes", STORIES.values(), ids=STORIES)
def test_a_shared_story_is_told_by_different_papers(prefixes):
    told = [sample(path) for path in FILES if path.name.startswith(prefixes)]

    assert len(told) == len(prefixes) >= 2
    assert len({article.headers["Source"] for article in told}) == len(told)


def test_one_paper_prints_straight_quotation_marks_and_the_others_curly_ones():
    for path in FILES:
        body = sample(path).body
        is_straight = "northern-dispatch" in path.name

        assert ('"' in body) is is_straight, path.name
        assert ("“" in body) is not is_straight, path.name
        assert ("'" in body) is is_straight, path.name


def test_no_two_articles_open_alike():
    openings = {" ".join(sample(path).body.split()[:2]) for path in FILES}
    titles = {sample(path).headers["Title"] for path in FILES}

    assert len(openings) == len(titles) == len(FILES)


def test_some_articles_have_section_headings():
    def has_heading(body: str) -> bool:
        return any(part[-1] not in '.!?”"' for part in body.strip().split("\n\n"))

    assert sum(has_heading(sample(path).body) for path in FILES) >= 4
