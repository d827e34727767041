"""Text that tries to be more than text, and briefs that carry it in every place."""

from __future__ import annotations

from datetime import date

from briefing.model import Actor, Brief, Kind, Precision, Quote, Role, Span, Talk, Trouble, When
from tests.builders import a_brief, a_story, an_article, span_of

PIECES = (
    "\x1b]52;c;aGVsbG8=\x07 \x1b[2J",
    "\u009b31m\u009d0;t\u009c",
    "one\ntwo\r\nthree\u2028four\x0b\x0c",
    "\u202etxt.exe\u2066 \u200f",
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "</style></p></article><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;amp; &#27;",
    "](http://evil.example) [x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "# heading",
    "- item",
    "1. item",
    "> quoted",
    "``` fence",
    "| a | b |",
    "***",
    "<javascript:alert(1)>",
    "http://evil.example www.evil.example evil.example a@evil.example",
    "{{ 7 * 7 }} {% raw %}",
    "a;b,c\\d:e\\n",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:injected",
    "{0} %s {title!r} ${HOME}",
    "Z" + "\u0301" * 500,
    "新华社北京三月二日电",
    "x" * 3000,
    "word " * 400,
)


def a_hostile_brief(piece: str, url: str | None = "https://herald.example/a?b=1&c=2") -> Brief:
    """A brief with the piece in every text that a format shows."""
    quoted = f"We said {piece} twice"
    talk, role = f"talks on {piece}", f"{piece} secretary"
    text = f"{talk} begin.\n“{quoted},” said Ana {piece}, the {role}."
    article = an_article(text, title=piece, source=piece, url=url, authors=(piece,))
    first = Span(article.id, 0, len(talk) + 7)
    day = date(2026, 11, 23)
    story = a_story(
        article,
        summary=(first,),
        quotes=(Quote(quoted, span_of(article, quoted), first, f"Ana {piece}"),),
        actors=(
            Actor(
                f"Ana {piece}",
                Kind.PERSON,
                roles=(Role(role, piece, span_of(article, role)),),
            ),
        ),
        talks=(
            Talk(
                talk,
                When(piece, None, day, day, Precision.DAY, piece),
                first,
                where=piece,
                who=(f"Bo {piece}",),
            ),
            Talk(talk, When(piece), first, where=piece),
        ),
    )
    return a_brief(story, troubles=(Trouble(piece, piece),), new_roles=(f"Ana {piece}",))
