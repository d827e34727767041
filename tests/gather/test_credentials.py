"""Logins: what they are kept for, who is shown them, and that nobody else sees them."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SettingsError, UsageError
from briefing.gather.credentials import (
    Login,
    Logins,
    Shown,
    logins_in,
    place_of,
    split_login,
    without_login,
)
from briefing.gather.fetch import fetch
from briefing.model import Feed
from tests.builders import NOON
from tests.gather.conftest import Reply
from tests.gather.test_fetch import QUICK

SECRET = "s3cret-word"
BASIC = {"user": "reader", "password": SECRET}


def basic(user: str, password: str) -> str:
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


async def asked(url: str, logins: Logins):
    options = replace(QUICK, logins=logins)
    (answer,) = [each async for each in fetch([Feed(url)], options, NOON)]
    return answer


@pytest.mark.parametrize(
    ("entries", "header", "value"),
    [
        (BASIC, "authorization", basic("reader", SECRET)),
        ({"user": "é", "password": "ü:x"}, "authorization", basic("é", "ü:x")),
        ({"token": SECRET}, "authorization", f"Bearer {SECRET}"),
        ({"header": "X-Api-Key", "value": SECRET}, "x-api-key", SECRET),
    ],
)
async def test_a_server_is_shown_its_login(server, entries, header, value):
    url = server.says("/feed")

    answer = await asked(url, logins_in({server.url: entries}))

    ((_, headers),) = server.requests
    assert headers[header] == value
    assert answer.feed.error is None


async def test_a_feed_may_have_a_login_of_its_own(server):
    own, other = server.says("/own"), server.says("/other")
    logins = logins_in({server.url: {"token": "all"}, own: {"token": "own"}})

    await asked(own, logins)
    await asked(other, logins)

    assert [headers["authorization"] for _, headers in server.requests] == [
        "Bearer own",
        "Bearer all",
    ]


async def test_a_login_is_dropped_where_a_redirect_leads_to_another_host(server):
    port = server.url.rpartition(":")[2]
    server.says("/there")
    url = server.says("/feed", b"", 302, Location=f"http://localhost:{port}/there")
    logins = logins_in({server.url: {"token": SECRET}, f"http://localhost:{port}": {"token": "x"}})

    await asked(url, logins)

    (_, first), (_, second) = server.requests
    assert first["authorization"] == f"Bearer {SECRET}"
    assert "authorization" not in second


async def test_a_login_stays_where_a_redirect_stays(server):
    server.says("/there")
    url = server.says("/feed", b"", 302, Location="/there")

    await asked(url, logins_in({url: {"token": SECRET}}))

    assert [headers["authorization"] for _, headers in server.requests] == [f"Bearer {SECRET}"] * 2


async def test_a_feed_with_a_login_of_its_own_keeps_its_address(server):
    server.says("/there")
    url = server.says("/feed", b"", 301, Location="/there")

    assert (await asked(url, logins_in({url: {"token": "x"}}))).moved is None
    assert (
        await asked(url, logins_in({server.url: {"token": "x"}}))
    ).moved == f"{server.url}/there"


@pytest.mark.parametrize(
    ("url", "feed", "is_shown"),
    [
        ("https://paper.example/feed", "https://paper.example/feed", True),
        ("https://PAPER.example:443/feed", "https://paper.example/feed", True),
        ("https://paper.example/feed", "http://paper.example/feed", True),  # led to the safe one
        ("http://paper.example/feed", "https://paper.example/feed", False),
        ("https://paper.example:8443/feed", "https://paper.example/feed", False),
        ("https://www.paper.example/feed", "https://paper.example/feed", False),
        ("https://paper.example.evil.example/feed", "https://paper.example/feed", False),
        ("https://paper.example/feed", "https://evil.example/feed", False),
        ("https://paper.example@evil.example/feed", "https://paper.example/feed", False),
        ("https://[/feed", "https://[/feed", False),
        ("nonsense", "nonsense", False),
    ],
)
def test_only_the_server_it_belongs_to_is_shown_a_login(url, feed, is_shown):
    logins = logins_in({"paper.example": BASIC})

    assert bool(logins.headers(url, feed)) is is_shown
    assert (logins.shown(url, feed) is Shown.SENT) is is_shown


@pytest.mark.parametrize(
    ("status", "logins", "words"),
    [
        (401, "none", "needs a login (401). `briefing feed login ADDRESS`"),
        (403, "none", "refuses to hand out the feed (403)"),
        (401, "sent", "does not accept the login (401)"),
        (403, "sent", "refuses the feed to this login (403)"),
        (401, "locked", "which the system's keyring did not give"),
        (403, "locked", "which the system's keyring did not give"),
    ],
)
async def test_a_refusal_says_what_to_do_about_the_login(server, status, logins, words):
    url = server.says("/feed", b"no", status)
    known = {
        "sent": logins_in({server.url: {"token": SECRET}}),
        "locked": Logins(locked=frozenset({server.url})),
    }

    answer = await asked(url, known.get(logins, Logins()))

    assert words in answer.feed.error
    assert SECRET not in repr(answer)


async def test_a_server_asks_for_a_login_and_gets_it(server):
    def look() -> None:
        _, headers = server.requests[-1]
        server.replies["/feed"].status = 200 if "authorization" in headers else 401

    server.replies["/feed"] = Reply(before=look)
    url = f"{server.url}/feed"

    assert "(401)" in (await asked(url, Logins())).feed.error
    assert (await asked(url, logins_in({server.url: BASIC}))).body


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("paper.example", "https://paper.example"),
        ("Paper.Example/", "https://paper.example"),
        ("paper.example:8443", "https://paper.example:8443"),
        ("https://paper.example:443/", "https://paper.example"),
        ("http://localhost:8080/a?b=1", "http://localhost:8080/a?b=1"),
        ("feed:https://paper.example/feed#top", "https://paper.example/feed"),
        ("http://[::1]:80/", "http://[::1]"),
    ],
)
def test_a_place_has_one_form(words, place):
    assert place_of(words) == place
    assert place_of(place) == place


@pytest.mark.parametrize(
    "words",
    ["", "ftp://paper.example", "https://", "a b", "https://u:pw@paper.example/", "u:pw@x.y"],
)
def test_what_is_no_place_is_refused_without_its_password(words):
    with pytest.raises(UsageError) as refusal:
        place_of(words)

    assert "pw" not in str(refusal.value)


@pytest.mark.parametrize(
    ("typed", "place", "login"),
    [
        ("https://u:pw@paper.example/feed", "https://paper.example/feed", ("u", "pw")),
        ("https://u%40x:p%2Fw@paper.example/", "https://paper.example/", ("u@x", "p/w")),
        ("https://u:p@w@paper.example/", "https://paper.example/", ("u", "p@w")),
        ("https://token@paper.example/", "https://paper.example/", ("token", "")),
        ("feed://u:pw@paper.example/feed", "feed://paper.example/feed", ("u", "pw")),
        ("feed:https://u:pw@paper.example/", "feed:https://paper.example/", ("u", "pw")),
        (" u:pw@paper.example/feed", "https://paper.example/feed", ("u", "pw")),
        ("https://paper.example/@someone", "https://paper.example/@someone", None),
        ("https://paper.example/?to=a:b@c", "https://paper.example/?to=a:b@c", None),
        ("me@paper.example", "me@paper.example", None),
        ("/home/me/a:b@c", "/home/me/a:b@c", None),
    ],
)
def test_a_login_is_split_off_an_address(typed, place, login):
    entries = None if login is None else {"user": login[0], "password": login[1]}

    assert split_login(typed) == (place, entries)


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"user": SECRET},
        {"token": SECRET, "user": "u"},
        {"token": f"{SECRET}\r\nX-Evil: 1"},
        {"user": "a:b", "password": SECRET},
        {"header": "X Key", "value": SECRET},
        {"header": "Host", "value": SECRET},
        {"header": "", "value": SECRET},
        {"header": "X-Key", "value": f"{SECRET}\x00"},
    ],
)
def test_a_login_that_cannot_be_sent_is_named_without_its_words(entries):
    with pytest.raises(SettingsError) as refusal:
        logins_in({"paper.example": entries})

    assert "https://paper.example" in str(refusal.value)
    assert SECRET not in str(refusal.value)


def test_no_login_prints_its_words():
    logins = logins_in({"paper.example": {"token": SECRET}})

    assert SECRET not in repr(logins)
    assert SECRET not in str(replace(QUICK, logins=logins))
    assert SECRET not in f"{Login('X-Key', SECRET)}"


@given(st.text(), st.text())
def test_no_address_breaks_the_look_for_a_login(url, feed):
    logins = logins_in({"paper.example": BASIC})

    assert not logins.headers(url, feed)
    assert logins.shown(url, feed) is Shown.NONE
    split_login(url)
    without_login(url)


@given(st.text(min_size=1), st.text())
def test_whatever_is_split_off_is_not_in_the_address_that_is_kept(user, password):
    from urllib.parse import quote

    typed = f"https://{quote(user, safe='')}:{quote(password, safe='')}@paper.example/feed"

    assert split_login(typed) == (
        "https://paper.example/feed",
        {"user": user, "password": password},
    )
