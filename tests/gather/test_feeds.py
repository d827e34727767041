"""Feeds of every format become articles; what is wrong with one is told and loses nothing else."""

from __future__ import annotations

import gzip
import json
import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import text as texts
from briefing.gather.entries import MOST_ENTRIES
from briefing.gather.feeds import read_feed
from tests.builders import NOON

URL = "https://herald.example/feeds/all.xml"
BODY = "The council met on Friday and agreed on the budget. " * 30


def read(body: str | bytes, url: str = URL, **headers: str):
    raw = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    return read_feed(raw, url, {k.replace("_", "-"): v for k, v in headers.items()}, NOON)


def rss(*items: str, head: str = "<title>The Herald</title>") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"{head}{''.join(items)}</channel></rss>"
    )


def item(title: str = "Council meets", guid: str = "1", link: str = "/1", more: str = "") -> str:
    return (
        f'<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{guid}</guid>'
        f"{more}</item>"
    )


def test_an_rss_item_becomes_an_article():
    feed = rss(
        item(
            "AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;",
            link="/news/1?utm_source=rss",
            more="<pubDate>Mon, 02 Mar 2026 01:00:00 +0900</pubDate><dc:creator>Ann Lee</dc:creator>"
            f"<description>Short.</description><content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded>",
        ),
        head="<title>The Herald</title><link>https://herald.example/</link><language>en-GB</language>",
    )

    content = read(feed)
    (article,) = content.articles

    assert (content.title, content.site, content.format) == (
        "The Herald",
        "https://herald.example/",
        "RSS 2.0",
    )
    assert content.problems == ()
    assert article.title == "AT&T wins"
    assert article.text == BODY.strip()
    assert article.url == "https://herald.example/news/1?utm_source=rss"
    assert article.published == datetime(2026, 3, 1, 16, tzinfo=UTC)
    assert (article.dated, article.has_time) == (date(2026, 3, 2), True)
    assert (article.source, article.feed, article.authors) == ("The Herald", URL, ("Ann Lee",))
    assert (article.language, article.arrived) == ("en", NOON)
    assert not article.is_teaser
    assert not article.title_is_made
    assert content.guids == ("1",)


def test_an_atom_entry_becomes_an_article():
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/base/">
      <title type="html">&lt;b&gt;The&lt;/b&gt; Herald</title><entry><id>urn:x:1</id>
      <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">1 &lt; <em>2</em></div></title>
      <updated>2026-03-02T10:00:00+01:00</updated><link rel="self" href="self"/>
      <link rel="enclosure" href="e.mp3"/><link href="article"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
      </content></entry></feed>"""

    (article,) = read(feed).articles

    assert article.title == "1 < 2"
    assert article.text == "One.\n\nTwo."
    assert article.url == "https://herald.example/base/article"
    assert article.published == datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_a_json_feed_becomes_articles():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Herald",
        "home_page_url": "https://herald.example/",
        "authors": [{"name": "The Desk"}],
        "items": [
            {
                "id": 7,
                "url": "/7",
                "title": "Council meets",
                "content_html": "<p>One.</p>",
                "date_published": "2026-03-02T10:00:00Z",
            },
            None,
            {
                "id": "b",
                "content_text": "The council met on Friday.",
                "authors": [{"name": "Ann Lee"}],
            },
        ],
    }

    content = read(json.dumps(feed))
    first, second = content.articles

    assert (content.title, content.format, content.site) == (
        "The Herald",
        "JSON Feed 1.1",
        "https://herald.example/",
    )
    assert content.guids == ("7", "b")
    assert (first.title, first.text, first.url) == (
        "Council meets",
        "One.",
        "https://herald.example/7",
    )
    assert first.dated == date(2026, 3, 2)
    assert first.authors == ("The Desk",)
    assert second.authors == ("Ann Lee",)
    assert second.title_is_made
    assert second.title == "The council met on Friday"


@pytest.mark.parametrize(
    "document",
    [
        '{"error": "rate limited"}',
        '{"version": "https://jsonfeed.org/version/1", "items": {"0": {}}}',
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        "[1, 2",
        "[]",
    ],
)
def test_json_that_is_no_feed_is_told(document):
    content = read(document)

    assert content.articles == ()
    assert content.problems


def test_figures_without_end_and_half_characters_break_no_json_feed():
    feed = '{"items": [{"id": %s, "title": "\\ud800 lone", "content_text": "The council met."}]}'

    (article,) = read(feed % ("9" * 10_000)).articles

    assert article.title.endswith("lone")
    article.title.encode("utf-8")


def test_an_item_without_title_is_called_by_its_own_words():
    (article,) = read(
        rss("<item><description>The council met on Friday.</description></item>")
    ).articles

    assert article.title_is_made
    assert article.title in article.text


def test_an_empty_item_is_passed_over():
    content = read(rss("<item/>", item()))

    assert len(content.articles) == 1


def test_a_short_summary_alone_is_a_teaser():
    short, cut, full = read(
        rss(
            item("a", "1", "/1", "<description>The council met.</description>"),
            item("b", "2", "/2", f"<description>{BODY}[&amp;#8230;]</description>"),
            item("c", "3", "/3", f"<description>{BODY}</description>"),
        )
    ).articles

    assert short.is_teaser
    assert cut.is_teaser
    assert cut.text.endswith("…")
    assert not full.is_teaser


def test_a_collected_item_names_its_own_paper():
    (article,) = read(
        rss(item(more='<source url="https://times.example/">The Times</source>'))
    ).articles

    assert article.source == "The Times"


# ---- identity


def test_an_article_is_the_same_at_each_reading_and_in_each_feed_another():
    feed = rss(item())

    first, again, elsewhere = read(feed), read(feed), read(feed, url="https://times.example/feed")

    assert first.articles[0].id == again.articles[0].id
    assert first.articles[0].id != elsewhere.articles[0].id


def test_a_new_title_under_one_guid_is_the_same_article():
    assert read(rss(item("Old"))).articles[0].id == read(rss(item("New"))).articles[0].id


def test_where_the_feed_was_found_changes_no_name():
    moved = read(rss(item()), content_location="https://new.example/feed")

    assert moved.articles[0].id == read(rss(item())).articles[0].id
    assert moved.articles[0].url == "https://new.example/1"


def test_tracking_makes_no_second_article():
    links = [
        "https://a.example/x",
        "https://a.example/x?utm_medium=x&amp;fbclid=1",
        "https://a.example/x/#top",
    ]

    content = read(rss(*(item("One", guid=link, link=link) for link in links)))

    assert len(content.articles) == 1


def test_one_item_ten_times_is_one_article():
    assert len(read(rss(*[item()] * 10)).articles) == 1


def test_items_of_one_name_that_say_more_or_less_are_entries_of_one_article():
    short = {"id": "1", "title": "One", "content_text": "Words.", "url": "https://a.example/1"}
    long = short | {"attachments": [{"url": "https://a.example/1.mp3"}]}

    content = read(json.dumps({"items": [short, long, short]}))

    assert len(content.articles) == len(content.guids) == 2
    assert len({article.id for article in content.articles}) == 1


def test_an_item_nested_without_end_is_compared_with_no_other():
    deep = '{"a":' * 900 + "1" + "}" * 900

    items = ",".join(f'{{"id": "1", "title": "T", "x": {deep}}}' for _ in "ab")

    content = read(f'{{"items": [{items}]}}')

    assert len(content.articles) <= 1


def test_two_articles_under_one_guid_are_both_kept():
    content = read(rss(item("One", link="/1"), item("Two", link="/2")))

    assert len({article.id for article in content.articles}) == 2


def test_of_two_under_one_guid_neither_takes_the_name_of_the_other_when_they_change_places():
    one, two = item("One", link="/1"), item("Two", link="/2")

    down, up = read(rss(one, two)).articles, read(rss(two, one)).articles

    assert {article.id: article.title for article in down} == {
        article.id: article.title for article in up
    }


def test_guids_that_differ_in_case_are_two():
    assert len(read(rss(item("One", "abc", "/1"), item("Two", "ABC", "/2"))).articles) == 2


def test_without_guid_and_link_title_and_date_are_the_name():
    feed = rss("<item><title>One</title><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate></item>")

    assert read(feed).articles[0].id == read(feed).articles[0].id


# ---- what is wrong with a feed


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\0" * 65536, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
        (b"<html><body><form>Sign in</form></body></html>", "web page, not a feed"),
        (b"rate limited", "begins with"),
        (rss().encode(), "no entries"),
        pytest.param(gzip.compress(b" " * 21_000_000), "more than 20 MB", id="packed"),
    ],
)
def test_a_body_that_is_no_feed_is_told_in_words(body, words):
    content = read(body)

    assert content.articles == ()
    assert words in content.problems[0]


def test_a_web_page_offers_the_feeds_that_it_names():
    content = read(
        '<!doctype html><html><head><title>x</title><link rel="alternate" '
        'type="application/rss+xml" href="/all.xml"><link rel=stylesheet href="/x.css"></head></html>'
    )

    assert content.links == ("https://herald.example/all.xml",)
    assert "https://herald.example/all.xml" in content.problems[0]


def test_a_page_may_write_its_links_without_quotation_marks():
    content = read("<html><link rel=alternate type=application/rss+xml href=/all.xml></html>")

    assert content.links == ("https://herald.example/all.xml",)


def test_a_feed_cut_in_the_middle_keeps_what_came_and_says_so():
    feed = rss(
        *(
            item(f"Title {n}", str(n), f"/{n}", f"<description>{BODY}</description>")
            for n in range(5)
        )
    )

    content = read(feed[: len(feed) // 2])

    assert content.articles[0].title == "Title 0"
    assert any("broken" in problem for problem in content.problems)


@pytest.mark.parametrize(
    "feed",
    [
        "\r\n \n" + rss(item()),
        "<br />\n<b>Warning</b>: in /x.php<br />\n" + rss(item()),
        rss(item()) + "<!-- cached --><script>x()</script>\0\0",
        rss(item(more="<description>AT&T &nbsp;&rsquo;&bad; ?a=1&b=2</description>")),
        rss(item(more="<foo:bar>x</foo:bar>")),
        rss(item(more="<content:encoded><![CDATA[<!h<!h<!h<]]></content:encoded>")),
        rss(item(more="<description>&#1114112;&#55296;&bad;</description>")),
        '<!DOCTYPE rss [\n<!ENTITY path "C:\\data">\n]>\n' + rss(item(more="<category>&path;</category>")),
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + rss(item(more="<category>&x;</category>")),
        rss(item()).replace("<rss", "<rss:rss").replace("</rss", "</rss:rss").replace("<title", "<title"),
        rss(item(more="<author>" + "a@" + "a." * 20_000 + "!</author>")),
        rss("<item " + " ".join(f'a{n}="{n}"' for n in range(20_000)) + "><title>x</title></item>", item()),
        rss(item(more="<description>" + "<" * 10_000 + "</description>")),
        rss(item(more="<description>" + "&lt;blockquote&gt;" * 20_000 + "</description>")),
    ],
)  # fmt: skip
def test_a_broken_or_crafted_feed_keeps_its_good_item(feed):
    assert "Council meets" in [article.title for article in read(feed).articles]


def test_entities_that_grow_do_not_grow():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]>' + rss(item("&l9;", "2", "/2"), item())

    assert sum(len(article.title) + len(article.text) for article in read(feed).articles) < 10_000


def test_of_a_feed_without_end_the_first_entries_are_read_and_it_is_said():
    feed = {"items": [{"id": str(n), "title": str(n)} for n in range(MOST_ENTRIES + 5)]}

    content = read(json.dumps(feed))

    assert len(content.articles) == MOST_ENTRIES
    assert str(MOST_ENTRIES + 5) in content.problems[0]


def test_of_an_xml_feed_without_end_no_more_is_parsed_than_is_read():
    feed = rss(*(item(f"T{n}", str(n), f"/{n}") for n in range(MOST_ENTRIES + 2_000)))

    content = read(feed)

    assert len(content.articles) == MOST_ENTRIES
    assert str(MOST_ENTRIES + 2_000) in content.problems[0]
    assert len(content.problems) == 1


def test_a_headline_repeated_on_top_of_the_text_is_told_once():
    (article,) = read(
        rss(item(more="<description>&lt;h1>Council meets&lt;/h1>&lt;p>It met.</description>"))
    ).articles

    assert (article.title, article.text) == ("Council meets", "It met.")


def test_links_that_are_not_of_the_web_are_left_out():
    links = ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "http://[::1/"]

    content = read(rss(*(item(f"T{n}", f"g{n}", link) for n, link in enumerate(links))))

    assert [article.url for article in content.articles] == [None] * 4


def test_a_guid_that_is_no_address_is_no_link():
    (article,) = read(rss("<item><title>One</title><guid>abc-1</guid></item>")).articles

    assert article.url is None


WORDS = st.text(max_size=30)
ITEMS = st.builds(
    item, WORDS, WORDS, WORDS, st.builds("<description>{}</description>".format, WORDS)
)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(ITEMS, max_size=3).map(lambda items: rss(*items).encode("utf-8", "replace"))
    | st.recursive(
        st.none() | st.booleans() | st.integers() | WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
            st.sampled_from(["items", "id", "url", "title", "content_html", "authors", "name", "date_published"]), inner, max_size=5
        ),
        max_leaves=20,
    ).map(lambda value: json.dumps({"items": [value, value]}).encode())
)  # fmt: skip
def test_no_bytes_break_the_reader_and_what_it_reads_is_clean(body):
    content = read(body)

    assert content.articles or content.problems
    assert pickle.loads(pickle.dumps(content)) == content
    assert len({article.id for article in content.articles}) == len(content.articles)
    for article in content.articles:
        assert article.title
        assert texts.one_line(article.title) == article.title
        assert texts.clean(article.text) == article.text
        assert article.url is None or article.url.startswith(("http://", "https://"))
