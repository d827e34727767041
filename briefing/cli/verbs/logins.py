"""`feed login` and `feed logout`: logins of feeds that are not open, in the system's keyring."""

from __future__ import annotations

import sys

import click

from briefing.cli.context import Call


@click.command("login")
@click.argument("place", metavar="HOST|URL")
@click.option("--user", metavar="NAME", help="The user name; its password is asked for.")
@click.option("--token", "is_token", is_flag=True, help="A token is asked for (Bearer).")
@click.option("--header", metavar="NAME", help="The value of this header is asked for.")
@click.pass_obj
def login_command(
    call: Call, place: str, user: str | None, is_token: bool, header: str | None
) -> None:
    """Keep the login of a feed, or of all feeds of a host, in the system's keyring.

    What is secret is asked for, or read as a line of stdin; it is never an argument.

    \b
    Example:  briefing feed login https://example.org/feed.xml --user reader
    """
    if sum((user is not None, is_token, header is not None)) > 1:
        raise click.UsageError("One of --user, --token and --header is enough.")
    if is_token:
        entries = {"token": _secret("Token")}
    elif header is not None:
        entries = {"header": header, "value": _secret(header)}
    else:
        named = click.prompt("User name", err=True) if user is None else user
        entries = {"user": named, "password": _secret("Password")}
    with call.desk() as desk:
        kept_for = desk.feeds.log_in(place, entries)
    call.say(f"The login of {kept_for} is kept in the system's keyring.")


@click.command("logout")
@click.argument("place", metavar="HOST|URL")
@click.pass_obj
def logout_command(call: Call, place: str) -> None:
    """Take a login out of the system's keyring.

    \b
    Example:  briefing feed logout https://example.org/feed.xml
    """
    with call.desk() as desk:
        kept_for = desk.feeds.log_out(place)
    call.say(f"The login of {kept_for} is forgotten.")


def _secret(what: str) -> str:
    """What is typed without being shown, or the next line of a pipe."""
    if sys.stdin.isatty():
        words: str = click.prompt(what, hide_input=True, err=True)
        return words
    return sys.stdin.readline().rstrip("\r\n")
