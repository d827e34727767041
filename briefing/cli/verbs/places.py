"""What can be chosen, where things lie, and whether all is well."""

from __future__ import annotations

import click

from briefing.cli.context import Call, json_option, print_json
from briefing.errors import BriefingError
from briefing.settings import Settings, settings_file
from briefing.text import clean, one_line


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
    """Print where settings, store, themes and word lists lie.

    \b
    Example:  briefing locate
    """
    settings = call.settings
    places = {
        "settings": str(settings.file),
        "store": str(settings.store),
        "samples": str(settings.sample_store),
        "themes": str(settings.themes),
        "lexicon": str(settings.lexicons),
    }
    if as_json:
        print_json(places)
    else:
        click.echo("\n".join(f"{name:9} {place}" for name, place in places.items()))


@click.group("config")
def config_command() -> None:
    """Find, check and edit the settings."""


@config_command.command("path")
@click.pass_obj
def config_path(call: Call) -> None:
    """Print where the settings file lies, there or not.

    \b
    Example:  briefing config path
    """
    click.echo(str(call.settings.file))


@config_command.command("check")
@click.pass_obj
def config_check(call: Call) -> None:
    """Say what is wrong with settings, keys and themes.

    \b
    Example:  briefing config check
    """
    from briefing.desk.logins import exposed_words, written_in
    from briefing.palette import find_palette, wrong_palettes
    from briefing.tui.commands import key_problems

    settings = call.settings
    problems = [f"{settings.file}, [keys]: {each}" for each in key_problems(settings.keys)]
    problems += map(str, wrong_palettes(settings.themes))
    problems += filter(None, (exposed_words(settings),))
    try:
        written_in(settings)
    except BriefingError as error:
        problems.append(str(error))
    try:
        find_palette(settings.theme, settings.themes)
    except BriefingError as error:
        problems.append(f"{settings.file}: {error}")
    for problem in problems:
        click.echo(f"briefing: {problem}", err=True)
    if problems:
        raise SystemExit(1)
    call.say(
        f"{settings.file}: {'well' if settings.file.exists() else 'not there, defaults hold'}."
    )


@config_command.command("edit")
@click.pass_obj
def config_edit(call: Call) -> None:
    """Open the settings file in your editor ($VISUAL or $EDITOR).

    \b
    Example:  briefing config edit
    """
    # Not by way of the settings: a file that is wrong must be open to mending.
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    click.edit(filename=str(file))
    click.get_current_context().invoke(config_check)


@click.command("doctor")
@click.pass_obj
def doctor_command(call: Call) -> None:
    """Look at settings, store, language pipeline and sources, and say what is wrong.

    \b
    Example:  briefing doctor
    """
    from importlib.util import find_spec

    from briefing.cli.prose import health_line

    settings = call.settings
    wrong = []
    click.echo(f"settings  {settings.file}{'' if settings.file.exists() else ' (not there)'}")
    for language, pipeline in {**settings.pipelines, "en": settings.pipeline}.items():
        click.echo(f"language  {language}: {pipeline}")
        if find_spec(pipeline) is None:
            wrong.append(f"The pipeline {pipeline} is not installed. Install it with pip.")
    with call.desk() as desk:
        counts, feeds = desk.counts(), desk.feeds.all()
        per_day, now = desk.feeds.per_day(), desk.now()
        click.echo(
            f"store     {settings.store}: {counts.articles} articles, {counts.stories} stories, "
            f"{counts.unread_by_reader} still to be read"
        )
        wrong += [f"The store is damaged: {fault}" for fault in desk.faults()]
    click.echo(f"sources   {counts.feeds}, {counts.failing} failing")
    for feed in feeds:
        health = health_line(feed, per_day.get(feed.url), now)
        click.echo(f"          {one_line(feed.name)}: {health}")
    wrong += [f"{feed.name}: {feed.error}" for feed in feeds if feed.error]
    wrong += _ways(settings)
    for line in wrong:
        click.echo(f"briefing: {clean(line)}", err=True)
    if wrong:
        raise SystemExit(1)


def _ways(settings: Settings) -> list[str]:
    """Print by which ways the sources are reached, and return what is wrong with those."""
    from briefing.desk.logins import exposed_words, logins_of
    from briefing.gather.ways import has_http2, proxies

    for scheme, proxy in proxies().items():
        click.echo(f"proxy     {scheme}: {one_line(proxy)}")
    click.echo(f"http/2    {'where offered' if has_http2() else 'no; the package h2 brings it'}")
    wrong = list(filter(None, (exposed_words(settings),)))
    try:
        logins = logins_of(settings)
    except BriefingError as error:
        return [*wrong, str(error)]
    for place in sorted({*logins.known, *logins.locked}):
        click.echo(f"login     {place}{' (not to be had)' if place in logins.locked else ''}")
    return [*wrong, logins.problem] if logins.problem else wrong


@click.command("completions")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completions_command(shell: str) -> None:
    """Print completions for a shell.

    \b
    Example:  briefing completions bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from briefing.cli import briefing

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(briefing, {}, "briefing", "_BRIEFING_COMPLETE").source())
