"""Robots: what a site asks programs to leave alone (RFC 9309).

The rules with the longest pattern decide, and allowing ones win a draw; `*` and `$` have their
meaning. A site without such a file allows everything; one whose server is in trouble allows
nothing until it can be asked again. The asking itself is done by `fetch`, like all other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from briefing.gather.decode import decode

if TYPE_CHECKING:
    from briefing.gather.answers import Answer

NAME = "briefing"  # who we are in such a file
LIFE = timedelta(days=1)  # how long what a site asks is taken to hold (RFC 9309 §2.4)
MOST_BYTES = 512 * 1024  # of such a file that are read; RFC 9309 §2.5 asks for 500 KiB
MOST_RULES = 5000
MOST_PATTERN = 2000
MOST_DELAY = 86_400.0  # seconds between two pages, whatever is asked
_STATUS = re.compile(r"\((\d{3})\)")
_SAFE = "/*$?&=;:@!'(),+~"  # as written; the rest is compared percent-encoded


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks of us: patterns of paths, each with whether they may be fetched."""

    lines: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0  # seconds between two pages (`Crawl-delay`)

    def allow(self, url: str) -> bool:
        """Whether that address of the site may be fetched."""
        parts = urlsplit(url)
        path = _written(urlunsplit(("", "", parts.path or "/", parts.query, "")))
        decision, length = True, -1
        for is_allowed, pattern in self.lines:
            is_stronger = len(pattern) > length or (len(pattern) == length and is_allowed)
            if is_stronger and _matches(pattern, path):
                decision, length = is_allowed, len(pattern)
        return decision


EVERYTHING = Rules()
NOTHING = Rules(((False, "/"),))


def robots_address(url: str) -> str:
    """Where the rules for an http(s) address lie."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


def rules_in(answer: Answer) -> Rules | None:
    """The rules that a server's answer means; None when it is in trouble and nothing is known."""
    if answer.body is not None:
        return read_rules(answer.body)
    error = answer.feed.error
    if error is None:
        return EVERYTHING  # it sent nothing, and so asks nothing
    status = _STATUS.search(error)
    # Being asked too often is no permission, whatever the class of its number.
    return EVERYTHING if status and status[1][0] == "4" and status[1] != "429" else None


def read_rules(body: bytes, name: str = NAME) -> Rules:
    """The rules for the program of that name, else those for all; never fails."""
    groups: dict[str, list[tuple[bool, str]]] = {}
    delays: dict[str, float] = {}
    named: list[str] = []  # the programs that the rules being read are for
    has_rules = True  # whether the group has begun to say what it asks
    for key, value in _lines(decode(body[:MOST_BYTES])):
        if key == "user-agent":
            named = [] if has_rules else named
            has_rules = False
            agent = _agent(value)
            named.append(agent)
            groups.setdefault(agent, [])
        elif key in {"allow", "disallow"}:
            has_rules = True
            if not value or len(value) > MOST_PATTERN:
                continue  # an empty rule forbids nothing
            for agent in named:
                groups[agent].append((key == "allow", _written(value)))
        elif key == "crawl-delay":
            has_rules = True
            for agent in named:
                delays.setdefault(agent, _seconds(value))
    chosen = name if name in groups else "*"
    return Rules(tuple(groups.get(chosen, ())[:MOST_RULES]), delays.get(chosen, 0.0))


def _lines(text: str) -> Iterable[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(value: str) -> float:
    """A delay as it is written; 0 where it is no number of seconds."""
    found = re.match(r"\d{1,9}(?:\.\d{1,3})?(?![\w.])", value)
    return min(float(found[0]), MOST_DELAY) if found else 0.0


def _agent(value: str) -> str:
    """The product of "Briefing/1.0 (+https://…)" in lower case, or the asterisk."""
    if value.startswith("*"):
        return "*"
    found = re.match(r"[A-Za-z_-]+", value)
    return found[0].lower() if found else ""


def _written(path: str) -> str:
    """A path or pattern in the one form in which two are compared."""
    return quote(unquote(path, errors="surrogateescape"), safe=_SAFE, errors="surrogateescape")


def _matches(pattern: str, path: str) -> bool:
    """Whether the path begins as the pattern says; no pattern takes more than one walk along it."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not is_whole or path == first
    at = len(first)
    last = others.pop() if is_whole else ""
    for piece in others:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return path.endswith(last) and len(path) - len(last) >= at
