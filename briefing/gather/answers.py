"""Answers: what a feed's server said, and what follows: success, failure, a pause, the end.

Pure rules; the network is `fetch`. Errors are whole sentences for people and say what to do.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from socket import gaierror

from briefing import text as texts
from briefing.gather.credentials import Shown
from briefing.gather.schedule import schedule_of
from briefing.model import Feed

FIRST_PAUSE = timedelta(minutes=5)  # after one failure; doubled with each that follows
LONGEST_PAUSE = timedelta(days=1)
LONGEST_REST = timedelta(days=1)  # however long an answer says that it is fresh
LONGEST_WAIT = timedelta(days=7)  # however long a server asks to wait
# How the error of a feed begins whose server set the time of the next try; others are tried sooner
# when the reader asks.
ASKED_TO_WAIT = "The server asks to wait"

_STATUS = {
    204: "The server sent nothing. Try again later.",
    304: "The server says that nothing changed, but nothing was read before. Try again later.",
    400: "The server does not understand the request (400). Check the address.",
    401: "The feed needs a login (401). `briefing feed login ADDRESS` gives it one.",
    402: "The feed must be paid for (402). Only open feeds can be read.",
    403: "The server refuses to hand out the feed (403). Open it in a browser: if that asks for a"
    " login, `briefing feed login ADDRESS` gives it one; else remove the feed.",
    404: "There is no feed at this address (404). Look for its new address on the site.",
    405: "The server refuses the request (405). Check the address.",
    408: "The server waited too long for the request (408). Try again later.",
    410: "The feed is gone for good (410) and will not be asked again. Remove it.",
    429: "The server has been asked too often (429). It is left alone for a while.",
    451: "The feed is withheld for legal reasons (451). Remove it, or look for another source.",
}
# … where it was shown a login, or one that the keyring did not give is kept for it.
_REFUSED_LOGIN = {
    (401, Shown.SENT): "The server does not accept the login (401). `briefing feed login ADDRESS`"
    " gives it another.",
    (403, Shown.SENT): "The server refuses the feed to this login (403). Check what the login may"
    " read; `briefing feed login ADDRESS` gives it another.",
    (401, Shown.LOCKED): "The feed needs a login (401), which the system's keyring did not give."
    " Open the keyring and try again; `briefing doctor` says more.",
}
_REFUSED_LOGIN[403, Shown.LOCKED] = _REFUSED_LOGIN[401, Shown.LOCKED].replace("401", "403")


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking one feed brought; `feed` already bears the outcome and is to be stored."""

    feed: Feed
    url: str  # where the answer was found, after redirects
    headers: Mapping[str, str] = field(default_factory=dict)  # lower-case names; for `read_feed`
    body: bytes | None = None  # None: nothing to read
    unchanged: bool = False  # 304, or nothing sent: what is stored stands
    asked: bool = True  # False: left alone, for its server asked to wait or it is gone
    moved: str | None = None  # the new address, when every redirect on the way was permanent


def succeeded(feed: Feed, now: datetime) -> Feed:
    """The feed after an answer; its validators are the caller's to set."""
    return replace(
        feed, checked=now, succeeded=now, error=None, failures=0, next_try=None, retired=False
    )


def failed(feed: Feed, error: str, now: datetime) -> Feed:
    """The feed after a failure, with a pause that doubles each time."""
    pause = min(FIRST_PAUSE * 2 ** min(feed.failures, 12), LONGEST_PAUSE)
    return replace(feed, checked=now, error=error, failures=feed.failures + 1, next_try=now + pause)


def rested(feed: Feed, headers: Mapping[str, str], now: datetime) -> Feed:
    """The feed after a good answer, with the time until which that is fresh (RFC 9111 §4.2).

    Only a refresh that nobody asked for waits until then.
    """
    rest = _freshness(headers, now)
    return replace(feed, next_try=now + min(rest, LONGEST_REST)) if rest > timedelta() else feed


def paused(feed: Feed, now: datetime) -> Feed:
    """The feed that says itself how long it rests; what its server says may be longer."""
    if not feed.schedule:
        return feed
    schedule = schedule_of(feed.schedule)
    until = schedule.after(now)
    if feed.next_try and feed.next_try > until:
        until = replace(schedule, minutes=0).after(feed.next_try)
    return replace(feed, next_try=until) if until > now else feed


def is_due(feed: Feed, now: datetime) -> bool:
    """Whether to ask although nobody wishes it: what is gone, fails or is fresh is left alone."""
    return not feed.retired and (feed.next_try is None or feed.next_try <= now)


def refused(
    feed: Feed, status: int, retry_after: str, now: datetime, login: Shown = Shown.NONE
) -> Feed:
    """The feed after an answer that is an error; `retry_after` is that header's value or ""."""
    after = failed(feed, status_words(status, login), now)
    if status == 410:
        return replace(after, retired=True, next_try=None)
    wait = _wait(retry_after, now) if status in {429, 503} else None
    if wait is None:
        return after
    until = now + wait
    words = (
        f"{ASKED_TO_WAIT} until {until:%d %b %H:%M} UTC ({status}). It is left alone until then."
    )
    return replace(after, error=words, next_try=until)


def may_be_asked(feed: Feed, now: datetime) -> bool:
    """Whether to ask on the reader's wish: what is gone or asked for a pause is left alone."""
    if feed.retired:
        return False
    has_pause = feed.next_try is not None and feed.next_try > now
    return not (has_pause and (feed.error or "").startswith(ASKED_TO_WAIT))


def asked_to_wait(feed: Feed) -> datetime | None:
    """Until when the feed's server asks to be left alone; None where it does not.

    Being asked too often is such a wish, though it names no time: then our own pause counts.
    """
    error = feed.error or ""
    return feed.next_try if error.startswith(ASKED_TO_WAIT) or "(429)" in error else None


def status_words(status: int, login: Shown = Shown.NONE) -> str:
    """What an error status means for the reader; `login` says whether the server was shown one."""
    if (status, login) in _REFUSED_LOGIN:
        return _REFUSED_LOGIN[status, login]
    if status in _STATUS:
        return _STATUS[status]
    if 500 <= status < 600:
        return f"The server is in trouble ({status}). It will be tried again later."
    return f"The server gave an answer that is no feed ({status}). Check the address."


def failure_words(error: BaseException) -> str:
    """What went wrong on the way, told from the causes of an exception."""
    causes = tuple(_causes(error))
    words = " ".join(str(cause) for cause in causes)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        reason = re.search(r"certificate verify failed: ([^(]+)", words)
        why = f": {texts.one_line(reason[1], 80).lower()}" if reason else ""
        return f"The server's certificate cannot be trusted{why}. Check the address, or try later."
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return "A secure connection cannot be made. Check whether the address begins with http://."
    if any(isinstance(cause, gaierror) for cause in causes):
        return "The server's name is not known. Check the address and the network connection."
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return "The server refuses the connection. Check the address, or try again later."
    names = {type(cause).__name__ for cause in causes}
    if "ConnectTimeout" in names:
        return "The server cannot be reached in time. Check the network, or try again later."
    if any(
        isinstance(cause, TimeoutError) or "Timeout" in type(cause).__name__ for cause in causes
    ):
        return "The server does not answer in time. Try again later."
    if "UnsupportedProtocol" in names:
        return "The server leads to an address that is none. Look for the feed on its site."
    if "ProxyError" in names:
        return "The proxy refuses the connection. Check the proxy settings."
    if names & {"RemoteProtocolError", "LocalProtocolError", "DecodingError"}:
        return "The server's answer is broken. Try again later, or remove the feed."
    if names & {"ReadError", "WriteError", "CloseError"}:
        return "The connection broke off. Try again later."
    return "The server cannot be reached. Check the address and the network connection."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The exception and all that led to it."""
    waiting, seen = [error], 0
    while waiting and seen < 50:
        cause = waiting.pop(0)
        if cause is None:
            continue
        seen += 1
        yield cause
        waiting += [cause.__cause__, cause.__context__]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions


def _freshness(headers: Mapping[str, str], now: datetime) -> timedelta:
    control = headers.get("cache-control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return timedelta()
    if found := re.search(r"(?<![\w-])max-age\s*=\s*\"?(\d{1,9})", control):
        age = re.fullmatch(r"\s*(\d{1,9})\s*", headers.get("age", ""))
        return timedelta(seconds=int(found[1]) - (int(age[1]) if age else 0))
    expires = _moment(headers.get("expires", ""))
    return expires - (_moment(headers.get("date", "")) or now) if expires else timedelta()


def _wait(retry_after: str, now: datetime) -> timedelta | None:
    """How long a `Retry-After` asks to wait (RFC 9110 §10.2.3); None when it says no time."""
    retry_after = retry_after.strip()
    if re.fullmatch(r"\d{1,12}", retry_after):
        wait = timedelta(seconds=min(int(retry_after), LONGEST_WAIT.total_seconds()))
    else:
        moment = _moment(retry_after)
        if moment is None:
            return None
        wait = min(moment - now, LONGEST_WAIT)
    return wait if wait > timedelta() else None


def _moment(words: str) -> datetime | None:
    """The moment of a date as HTTP writes it."""
    try:
        moment = parsedate_to_datetime(words.strip())
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
