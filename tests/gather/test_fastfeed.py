"""The fast way through a feed gives what feedparser gives, or leaves the feed to it."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.gather import fastfeed, fastnames, feeds
from tests.builders import NOON

NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "own": "http://herald.example/ns",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def an_rss(items: str, head: str = "<title>The Herald</title>", attributes: str = DECLARED) -> str:
    return f'<rss version="2.0" {attributes}><channel>{head}{items}</channel></rss>'


def an_atom(entries: str, head: str = "<title>The Herald</title>", attributes: str = "") -> str:
    namespaces = f'xmlns="http://www.w3.org/2005/Atom" {DECLARED} {attributes}'
    return f"<feed {namespaces}>{head}{entries}</feed>"


def both(document: str):
    """What is read of a document the usual way, and by feedparser alone; None: not fast."""
    body, url = document.encode(), "https://herald.example/feed.xml"
    usual = feeds.read_feed(body, url, {}, NOON)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fastfeed, "parse", lambda _: None)
        slow = feeds.read_feed(body, url, {}, NOON)
    is_fast = fastfeed.parse(f'<?xml version="1.0" encoding="utf-8"?>{document}') is not None
    return usual, slow, is_fast


RSS_ITEM = """<item><title>Council &amp; court</title><link>https://herald.example/1?a=1&amp;b=2</link>
<guid isPermaLink="false">1</guid><dc:creator>Ana Ruiz</dc:creator><category>News</category>
<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>A &lt;b&gt;vote&lt;/b&gt;.</description>
<content:encoded><![CDATA[<p>The council – met.</p>]]></content:encoded>
<media:content url="https://herald.example/1.jpg"><media:title>Picture</media:title></media:content>
</item>"""
ATOM_ENTRY = """<entry><title type="html">Council &amp;amp; court</title><id>urn:1</id>
<link rel="alternate" href="https://herald.example/1"/><link rel="self" href="/e/1"/>
<author><name>Ana Ruiz</name><email>ana@herald.example</email></author>
<updated>2026-03-02T10:00:00Z</updated><published>2026-03-01T10:00:00+01:00</published>
<summary>A vote.</summary><content type="html">&lt;p&gt;The council met.&lt;/p&gt;</content></entry>"""


@pytest.mark.parametrize(
    "document",
    [
        an_rss(RSS_ITEM),
        an_atom(ATOM_ENTRY),
        an_atom(ATOM_ENTRY, attributes='xml:lang="de-AT"'),
        an_rss("<item><title>T</title><guid>https://herald.example/1</guid></item>"),
        an_rss("<item><title>T</title><description>D</description><author>Ana</author></item>"),
        an_rss("<item><title/><description>The council met on Friday.</description></item>"),
        an_rss("<item><link>https://a.example/?x=1&amp;copy=2&amp;b;</link></item>"),
        an_rss("<item><title>T</title><source url='https://b.example/'>Courier</source></item>"),
        an_rss("<item><title>Ã¼ber</title><guid isPermaLink='false'> é </guid></item>"),
        an_rss("<item><title>T</title><own:note>n</own:note><own:a><own:b/></own:a></item>"),
        an_rss("<item><title>T</title><site xmlns='urn:x'>12</site></item>"),
        an_rss("<item><title>T</title><atom:link href='/a' type='text/html'/></item>"),
        an_rss("<item><title>T</title><media:description>D</media:description></item>"),
        an_rss(
            "",
            "<image><title>I</title><link>https://i.example</link></image><title>H</title>"
            "<language>de</language><link>https://herald.example/</link>",
        ),
        an_rss("", "<title>H</title><itunes:owner><itunes:name>N</itunes:name></itunes:owner>"),
        an_atom("", "<title>H</title><author><name>N</name></author><id>urn:h</id>"),
    ],
)
def test_usual_feeds_are_read_fast_and_as_feedparser_reads_them(document):
    usual, slow, is_fast = both(document)

    assert usual == slow
    assert is_fast


@pytest.mark.parametrize(
    "document",
    [
        an_rss("<item><title>A</title><title>B</title></item>"),
        an_rss("<item><title>A</title></item>", "<link>https://a.example/?b&amp;amp;lt;</link>"),
        an_rss("<item><dc:title>A</dc:title><title>B</title></item>"),
        an_rss("<item><media:title>A</media:title></item>"),
        an_rss("<item><title>T</title><author>ana@herald.example (Ana Ruiz)</author></item>"),
        an_rss("<item><title>T</title><description>A <b>vote</b></description></item>"),
        an_rss("<item><title>T</title><date>2026-03-02</date></item>"),
        an_rss("<item><title>T</title><links>x</links></item>"),
        an_rss("<item><title>T</title><guid>http:////herald.example/1</guid></item>"),
        an_rss("<item xml:base='https://b.example/'><title>T</title><link>1</link></item>"),
        an_rss("<item><title>T</title><media:content lang='de'><media:description>D"
               "</media:description></media:content></item>"),
        an_rss("<item><title>T\x9a</title></item>"),
        an_rss("<item><title>T</title><content>A &amp;lt; B</content></item>"),
        an_rss("<item><title>T</title></item>", attributes='xmlns:media="urn:other"'),
        an_rss("<item><title>T</title></item>", attributes='xmlns:x="http://purl.org/rss/1.0/"'),
        an_rss("<item><title>T</title></item>", attributes='xmlns="urn:other" xmlns:o="urn:other"'),
        an_atom('<entry><title>T</title><content type="xhtml"><div>A <b>v</b></div></content></entry>'),
        an_atom("<entry><title>T</title><source><title>S</title></source></entry>"),
        "<rss version='2.0'><channel><title>H</title></channel><item><title>T</title></item></rss>",
        "<rss version='2.0'><channel><title>H</title><item><title>Cut",
    ],
)  # fmt: skip
def test_what_is_odd_is_left_to_feedparser(document):
    usual, slow, is_fast = both(document)

    assert usual == slow
    assert not is_fast


WORDS = st.sampled_from(
    [
        "", " ", "News", "1", "<p>The council met.</p>", "A & B", "&amp;lt;", "é", "Ã©", "\x91q\x92",
        "https://herald.example/1", "/a?b=1&amp;c;d", "http:///x", "ana@herald.example (Ana)", "de",
        "2026-03-02T10:00:00Z", "Mon, 02 Mar 2026 10:00:00 GMT", "javascript:x", " T\n ", "x" * 500,
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    sorted(
        {name.replace("_", ":", 1) for name in fastnames.HANDLED if name.split("_")[0] in NAMESPACES}
        | {name for name in fastnames.HANDLED if "_" not in name} - {"rss", "feed", "channel"}
        | {"atom:link", "own:x", "slash:comments", "ttl", "feedburner:origLink", "pubDate", "a", "b"}
    )
)  # fmt: skip
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "type",
            "rel",
            "href",
            "url",
            "isPermaLink",
            "xml:lang",
            "lang",
            "xml:base",
            "own:x",
            "src",
        ]
    ),
    st.sampled_from(
        ["html", "text", "xhtml", "alternate", "self", "false", "true", "de", "https://a.example/"]
    ),
    max_size=2,
)


def an_element(parts) -> str:
    name, attributes, content = parts
    named = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    inside = "".join(content) if isinstance(content, list) else escape(content)
    return f"<{name}{named}>{inside}</{name}>"


LEAVES = st.tuples(NAMES, st.just({}) | ATTRIBUTES, WORDS).map(an_element)
PLAIN = st.tuples(
    st.sampled_from(
        [
            "title",
            "link",
            "guid",
            "pubDate",
            "description",
            "content:encoded",
            "dc:creator",
            "summary",
        ]
    ),
    st.just({}),
    WORDS,
).map(an_element)
ELEMENTS = st.recursive(
    PLAIN | PLAIN | LEAVES,
    lambda inner: st.tuples(NAMES, st.just({}) | ATTRIBUTES, st.lists(inner, max_size=3)).map(
        an_element
    ),
    max_leaves=6,
)
ITEMS = st.lists(ELEMENTS, max_size=7).map("".join)


@settings(max_examples=150)
@given(st.lists(ITEMS, max_size=3), st.lists(ELEMENTS, max_size=4).map("".join), st.booleans())
def test_both_ways_give_the_same_of_any_feed(items, head, is_atom):
    name = "entry" if is_atom else "item"
    inside = "".join(f"<{name}>{item}</{name}>" for item in items)
    document = an_atom(inside, head) if is_atom else an_rss(inside, head)

    usual, slow, _ = both(document)

    assert usual == slow


def test_the_names_are_feedparsers_own():
    """An element or namespace that a release of feedparser treats in a new way must be looked at."""
    from feedparser.mixin import _FeedParserMixin as Mixin

    handlers = {
        name.split("_", 2)[2].lower()
        for name in dir(Mixin)
        if name.startswith(("_start_", "_end_"))
    }
    prefixes = {name.partition("_")[0] for name in handlers if "_" in name}
    known = {
        uri.lower(): prefix
        for uri, prefix in Mixin.namespaces.items()
        if uri and (not prefix or prefix.lower() in prefixes)
    }

    assert handlers <= fastnames.HANDLED
    assert known == fastnames.NAMESPACES
    assert fastnames.PASSIVE_IN_ENTRY | fastnames.PASSIVE_IN_FEED <= fastnames.HANDLED
