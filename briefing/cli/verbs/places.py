"""`themes`, `keys` and `locate`: what can be chosen, and where things lie."""

from __future__ import annotations

import click

from briefing.cli.context import Call, json_option, print_json


@click.command("themes")
@json_option
@click.pass_obj
def themes_command(call: Call, as_json: bool) -> None:
    """List the colour themes; a file in the settings folder's `themes` adds one.

    \b
    Example:  briefing themes
    """
    from briefing.palette import palettes

    settings = call.settings
    known = palettes(settings.themes)
    if as_json:
        print_json([{"name": each.name, "title": each.title} for each in known.values()])
        return
    for each in known.values():
        mark = "*" if each.name == settings.theme else " "
        click.echo(f"{mark} {each.name:18} {'dark ' if each.dark else 'light'}  {each.title}")


@click.command("keys")
@click.pass_obj
def keys_command(call: Call) -> None:
    """List the dashboard's keys; each can be set in `[keys]` of the settings.

    \b
    Example:  briefing keys
    """
    from briefing.tui.commands import key_problems, shown, with_keys

    chosen = call.settings.keys
    for problem in key_problems(chosen):
        click.echo(f"briefing: {problem}", err=True)
    for command in with_keys(chosen):
        keys = " ".join(shown(key) for key in command.keys)
        click.echo(f"{command.id:18} {keys:16} {command.help}")


@click.command("locate")
@json_option
@click.pass_obj
def locate_command(call: Call, as_json: bool) -> None:
    """Print where settings, store and themes lie.

    \b
    Example:  briefing locate
    """
    settings = call.settings
    places = {
        "settings": str(settings.file),
        "store": str(settings.store),
        "samples": str(settings.sample_store),
        "themes": str(settings.themes),
    }
    if as_json:
        print_json(places)
    else:
        click.echo("\n".join(f"{name:9} {place}" for name, place in places.items()))
