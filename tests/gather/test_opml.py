"""Subscription lists: broken ones are read, ours are read by others."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.opml import read_opml, write_opml
from briefing.model import Feed, SourceKind


def opml(outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()


def urls(body: bytes) -> list[str]:
    return [feed.url for feed in read_opml(body)]


def test_a_list_gives_feeds_with_title_site_and_folders():
    body = opml(
        '<outline text="World"><outline text="Europe"><outline type="rss" text="The &amp;amp; Herald"'
        ' xmlUrl="https://herald.example/feed" htmlUrl="https://herald.example/"/></outline></outline>'
    )

    (feed,) = read_opml(body)

    assert feed.title == "The & Herald"
    assert (feed.url, feed.site) == ("https://herald.example/feed", "https://herald.example/")
    assert feed.tags == ("World", "Europe")


def test_one_feed_in_three_folders_is_one_feed_with_three_tags():
    body = opml(
        "".join(
            f'<outline text="f{n}"><outline xmlUrl="http://a.example/"/></outline>'
            for n in range(3)
        )
    )

    (feed,) = read_opml(body)

    assert feed.tags == ("f0", "f1", "f2")


@pytest.mark.parametrize(
    ("outlines", "found"),
    [
        ('<outline xmlUrl="http://a.example/?a=1&b=2"/>', ["http://a.example/?a=1&b=2"]),
        ('<outline xmlurl="http://a.example/1"/><outline XMLURL="http://a.example/2"/>', ["http://a.example/1", "http://a.example/2"]),
        ('<outline type="rss" url="http://a.example/"/><outline type="link" url="http://b.example/"/>', ["http://a.example/"]),
        ('<outline xmlUrl="feed://a.example/x"/><outline xmlUrl="feed:https://b.example/"/>', ["http://a.example/x", "https://b.example/"]),
        ('<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:x"/><outline xmlUrl=""/>', []),
        ('<outline type="include" url="http://a.example/list.opml"/>', []),
        ('<outline text="a < b" xmlUrl="http://a.example/"/><outline xmlUrl="http://b.example/">', ["http://a.example/", "http://b.example/"]),
        ('<outline text="f">' * 2000 + '<outline xmlUrl="http://a.example/"/>' + "</outline>" * 2000, ["http://a.example/"]),
    ],
    ids=["bare ampersand", "any case", "url with a type", "feed scheme", "other schemes", "include", "broken", "deep"],
)  # fmt: skip
def test_lists_are_read_however_they_are_written(outlines, found):
    assert urls(opml(outlines)) == found


def test_a_login_in_an_address_is_left_out_and_told():
    (feed,) = read_opml(opml('<outline text="Mine" xmlUrl="https://ann:secret@a.example/feed"/>'))

    assert feed.url == "https://a.example/feed"
    assert "briefing feed login https://a.example/feed" in feed.error
    assert "secret" not in repr(feed)


def test_a_list_that_ends_in_the_middle_gives_what_came():
    assert urls(opml('<outline xmlUrl="http://a.example/"/>')[:-15] + b"<outl") == [
        "http://a.example/"
    ]


def test_what_is_written_is_what_is_read():
    feeds = (
        Feed("https://b.example/?a=1&b=2", 'The "B" & <Co>', tags=("World",)),
        Feed("https://a.example/", "A\x1b", site="https://a.example/home"),
    )

    written = write_opml(feeds)

    assert ET.fromstring(written).get("version") == "2.0"
    assert {(f.url, f.tags) for f in read_opml(written)} == {(f.url, f.tags) for f in feeds}
    assert {f.title for f in read_opml(written)} == {'The "B" & <Co>', "A"}


def test_files_of_this_disk_are_not_handed_to_others():
    assert b"/home" not in write_opml([Feed("/home/me/news", kind=SourceKind.FOLDER)])


@given(
    st.binary()
    | st.text().map(
        lambda words: opml(f'<outline text="{words}" xmlUrl="http://a.example/{words}"/>')
    )
)
def test_no_bytes_break_the_reader(body):
    for feed in read_opml(body):
        assert feed.url.startswith(("http://", "https://"))


@given(
    st.lists(
        st.builds(
            Feed,
            st.just("https://a.example/"),
            st.text(),
            tags=st.lists(st.text(), max_size=2).map(tuple),
        )
    )
)
def test_no_words_break_what_is_written(feeds):
    ET.fromstring(write_opml(feeds))
