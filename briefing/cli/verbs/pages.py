"""`article check`: the article of a web page, read without storing it."""

from __future__ import annotations

import click

from briefing.cli.context import Call, json_option, print_json
from briefing.cli.shapes import moment
from briefing.desk.pages import check_page
from briefing.text import clean


@click.group("article")
def article_command() -> None:
    """Look at the web page of an article.

    \b
    Example:  briefing article check page.html --url https://example.org/2026/vote
    """


@article_command.command("check")
@click.argument("place", metavar="FILE.html|URL")
@click.option("--url", default="", help="Where the page in the file was found.")
@json_option
@click.pass_obj
def article_check(call: Call, place: str, url: str, as_json: bool) -> None:
    """Read a page as an article without storing anything, and say what is in it.

    \b
    Example:  briefing article check https://example.org/2026/vote --json
    """
    page = check_page(place, url, call.settings, call.moment)
    if as_json:
        print_json(
            {
                "title": page.title,
                "text": page.text,
                "published": moment(page.published.moment),
                "day": page.published.day and page.published.day.isoformat(),
                "authors": list(page.authors),
                "url": page.url,
                "problems": [page.problem] if page.problem else [],
            }
        )
        return
    if page.text:
        day = page.published.day.isoformat() if page.published.day else "undated"
        byline = ", ".join((day, *page.authors))
        click.echo(clean(f"{page.title}\n{byline}\n\n{page.text}"))
    if page.problem:
        call.say(f"{place}: {page.problem}")
