"""By which ways servers are reached: proxies of the environment, named without their logins."""

import pytest

from briefing.gather.ways import has_proxy, proxies

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_where_nothing_is_set_no_proxy_is_asked():
    assert proxies() == {}
    assert not has_proxy()


@pytest.mark.parametrize(
    ("proxy", "shown"),
    [
        ("http://gate.example:3128", "http://gate.example:3128"),
        ("http://me:s3cret@gate.example:3128/", "http://gate.example:3128"),
        ("me:s3cret@gate.example:3128", "http://gate.example:3128"),
        ("socks5://s3cret@gate.example", "socks5://gate.example"),
        ("http://[s3cret", "an address that is none"),
    ],
)
def test_a_proxy_is_named_without_its_login(monkeypatch, proxy, shown):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("NO_PROXY", "localhost,.home.example")

    assert proxies() == {"https": shown, "not for": "localhost,.home.example"}
    assert has_proxy()
