"""Files and folders become articles; a bad one costs itself alone."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.gather.archive import read_line
from briefing.gather.files import read_archive, read_file, read_source
from briefing.model import Article, Trouble
from tests.builders import NOON


@pytest.fixture
def file_of(tmp_path):
    """A file of that name and content."""

    def write(name: str, content: str | bytes):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_header_lines_on_top_are_read_in_any_order_and_case(file_of):
    path = file_of(
        "a.txt",
        "source: The Herald\nTITLE: Council meets\nDate: 2026-03-02 10:00 CET\n"
        "url: https://herald.example/1\nAuthor: By Ann Lee and Bo Ek\n\nIt met.\n\nIt talked.\n",
    )

    article = read_file(path, NOON)

    assert (article.title, article.source) == ("Council meets", "The Herald")
    assert article.published == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert article.dated == date(2026, 3, 2)
    assert article.url == "https://herald.example/1"
    assert article.authors == ("Ann Lee", "Bo Ek")
    assert article.text == "It met.\n\nIt talked."
    assert not article.title_is_made


def test_the_first_line_that_is_no_header_ends_them(file_of):
    article = read_file(file_of("a.txt", "Title: Council\nIt met.\nDate: later\n"), NOON)

    assert article.text == "It met.\n\nDate: later"
    assert article.dated is None


def test_a_text_without_headers_is_called_by_its_own_words_and_stays_undated(file_of):
    path = file_of("notes.txt", "The council met on Friday to talk about the budget.\n")
    os.utime(path, (NOON.timestamp() - 3600,) * 2)

    article = read_file(path, NOON)

    assert article.title_is_made
    assert article.title in article.text
    assert (article.published, article.dated, article.has_time) == (None, None, False)
    assert article.arrived == NOON - timedelta(hours=1)


def test_a_file_time_that_lies_ahead_is_now(file_of):
    path = file_of("a.txt", "It met.")
    os.utime(path, (NOON.timestamp() + 9e6,) * 2)

    assert read_file(path, NOON).arrived == NOON


@pytest.mark.parametrize(
    "content",
    [
        "Café: the minister said “no”.".encode(),
        b"\xef\xbb\xbf" + "Café: the minister said “no”.".encode(),
        "Café: the minister said “no”.".encode("cp1252"),
        b"\xff\xfe" + "Café: the minister said “no”.".encode("utf-16-le"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "Windows-1252", "UTF-16"],
)
def test_every_common_encoding_is_read(file_of, content):
    assert read_file(file_of("a.txt", content), NOON).text == "Café: the minister said “no”."


def test_markdown_becomes_plain_text(file_of):
    path = file_of(
        "a.md",
        "---\ntitle: 'Council meets'\ndate: 2026-03-02\ntags: [a, b]\n---\n\n# Other words\n\n"
        "The *council* met on\n**Friday** [here](https://a.example/x_(y)).\n\n## What next\n\n"
        "> It is `over`, she said.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "![photo](x.png)\n\n```\ncode_x\n```\nsnake_case_word 2 * 3 * 4 \\*star\\*\n",
    )

    article = read_file(path, NOON)

    assert article.title == "Council meets"
    assert article.dated == date(2026, 3, 2)
    assert article.text == (
        "The council met on Friday here.\n\nWhat next\n\nIt is over, she said.\n\none\n\ntwo\n\n"
        "a | b\n\n1 | 2\n\ncode_x\n\nsnake_case_word 2 * 3 * 4 *star*"
    )


def test_the_first_heading_of_markdown_is_the_title(file_of):
    article = read_file(file_of("a.md", "# Council *meets*\n\nIt met.\n"), NOON)

    assert (article.title, article.text) == ("Council meets", "It met.")


@pytest.mark.parametrize(
    "date_mark",
    [
        '<meta property="article:published_time" content="2026-03-02T10:00:00Z">',
        '<meta name="date" content="2026-03-02 10:00">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-03-02T10:00Z"}]}</script>',
        '<time datetime="2026-03-02T10:00:00Z">today</time>',
    ],
)
def test_a_page_gives_its_article_with_title_and_date(file_of, date_mark):
    page = (
        "<html lang=en><head><title>Council meets - The Herald</title>"
        f'<meta property="og:title" content="Council &amp; mayor meet">{date_mark}</head><body>'
        f"<nav>Home</nav><article><h1>Council &amp; mayor meet</h1><p>{'It met. ' * 40}</p></article>"
        "<footer>Imprint</footer></body></html>"
    )

    article = read_file(file_of("a.html", page), NOON)

    assert article.title == "Council & mayor meet"
    assert article.text == ("It met. " * 40).strip()
    assert article.published == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_a_letter_is_an_article(file_of):
    letter = (
        'From: "The Herald" <news@herald.example>\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n'
        "Date: Mon, 02 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nIt met.\n"
    )

    article = read_file(file_of("a.eml", letter), NOON)

    assert (article.title, article.source, article.text) == ("Grüße", "The Herald", "It met.")
    assert article.dated == date(2026, 3, 2)


def test_a_folder_gives_its_articles_in_order_and_loses_none_to_a_bad_file(file_of, tmp_path):
    file_of("b.txt", "It met in b.")
    file_of("a/c.md", "It met in c.")
    file_of("binary.txt", b"\x7fELF\0\0\0")
    file_of("empty.txt", "")
    file_of("picture.png", b"\x89PNG")
    file_of(".hidden.txt", "no")
    file_of(".git/x.txt", "no")

    articles, troubles = read_source(tmp_path, NOON)

    assert [article.text for article in articles] == ["It met in b.", "It met in c."]
    assert [trouble.where.rpartition("/")[2] for trouble in troubles] == ["binary.txt", "empty.txt"]
    assert "is not text" in troubles[0].what
    assert "is empty" in troubles[1].what


def test_a_folder_without_articles_says_what_is_read(tmp_path):
    articles, (trouble,) = read_source(tmp_path, NOON)

    assert articles == ()
    assert ".md" in trouble.what


def test_a_link_out_of_the_folder_is_not_followed(file_of, tmp_path):
    outside = file_of("outside/secret.txt", "no")
    inside = file_of("inside/a.txt", "It met.")
    inside.with_name("link.txt").symlink_to(outside)
    inside.with_name("folder").symlink_to(outside.parent)

    articles, _ = read_source(inside.parent, NOON)

    assert [article.text for article in articles] == ["It met."]


def test_a_file_keeps_its_name_when_it_is_edited(file_of):
    first = read_file(file_of("a.txt", "It met."), NOON)
    second = read_file(file_of("a.txt", "It met again."), NOON)

    assert first.id == second.id


def test_what_is_not_there_is_an_error_that_says_so(tmp_path):
    with pytest.raises(SourceError, match="no file or folder"):
        read_source(tmp_path / "nothing", NOON)


def test_a_file_that_is_no_article_is_an_error_for_who_asked_for_it(file_of):
    with pytest.raises(SourceError, match="is not text"):
        read_file(file_of("a.txt", b"\0\1\2"), NOON)


# ---- archives


def test_an_archive_keeps_ids_and_the_length_of_texts(file_of):
    text = "One\x1b[31m\r\ntwo\u202e."
    lines = [
        json.dumps(
            {"id": "x/1", "title": None, "text": text, "published": "2026-03-02", "source": "Wire"}
        ),
        "",
        "nonsense",
        '{"id": "2"}',
        json.dumps({"id": 3, "title": "Third", "text": "It met."}),
    ]

    first, bad, empty, third = read_archive(file_of("a.jsonl", "\n".join(lines)), NOON)

    assert (first.id, first.source, first.dated) == ("x/1", "Wire", date(2026, 3, 2))
    assert len(first.text) == len(text)
    assert "\x1b" not in first.text
    assert isinstance(bad, Trouble)
    assert bad.where.endswith("line 3")
    assert empty.where.endswith("line 4")
    assert (third.id, third.title) == ("3", "Third")


@given(
    st.text()
    | st.dictionaries(
        st.sampled_from(["id", "title", "text", "published", "url"]),
        st.none() | st.integers() | st.text(),
    ).map(json.dumps)
)
def test_no_line_breaks_an_archive(line):
    found = read_line(line, "here", NOON)

    assert isinstance(found, Article | Trouble)


def test_no_file_of_any_ending_breaks_the_reader(tmp_path):
    hostile = [
        b"\x1b[2J",
        b"---\n---\n",
        b"<",
        b"# ",
        b"{",
        b"[" * 50_000,
        b"From: \n\n\xff",
        b"*" * 9999,
        b"[" * 9999 + b"](" * 9999,
    ]
    for number, body in enumerate(hostile):
        for ending in ("txt", "md", "html", "eml", "json", "jsonl"):
            (tmp_path / f"{number}.{ending}").write_bytes(body)

    articles, troubles = read_source(tmp_path, NOON)

    assert len(articles) + len(troubles) >= len(hostile) * 6 - 2
    assert all("\x1b" not in article.text + article.title for article in articles)
