"""A stranger may not lead into the reader's own network."""

from __future__ import annotations

import pytest

from briefing.gather.neighbours import is_private, leads_home


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1/", True),
        ("http://192.168.1.1:8080/x", True),
        ("http://[::1]/", True),
        ("http://[fe80::1%25eth0]/", True),
        ("http://localhost./", True),
        ("http://printer.local/", True),
        ("http://169.254.169.254/latest", True),
        ("https://8.8.8.8/", False),
        ("https://herald.example/", False),
        ("https://localhost.example/", False),
        ("http://[broken/", False),
    ],
)
def test_an_address_of_the_readers_network_is_known_by_its_words(url, private):
    assert is_private(url) == private


async def test_only_what_comes_from_outside_leads_home():
    outside, home = "https://8.8.8.8/feed", "http://127.0.0.1/feed"

    assert await leads_home(home, outside)
    assert not await leads_home(home, "http://192.168.1.1/feed")
    assert not await leads_home(outside, "https://8.8.4.4/feed")
    assert not await leads_home(outside, home)
