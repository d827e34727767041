"""The command line: one door to the desk. A verb's module is imported when the verb is used.

Results go to stdout, messages to stderr. Exit: 0 done, 1 error, 2 usage, 3 some feeds failed,
130 interrupted. Without a verb the dashboard opens, or, where there is no terminal, today's brief
is printed.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from briefing import __version__
from briefing.errors import BriefingError

# verb -> (module under briefing.cli.verbs, one line of help)
VERBS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Open the dashboard on the sample articles."),
    "refresh": ("refresh", "Ask every source for news and read it."),
    "brief": ("brief", "Print the day's brief."),
    "export": ("brief", "Write the day's brief to a file: md, html, pdf, txt, json, ics."),
    "stories": ("listings", "List the stories of a day."),
    "articles": ("listings", "List the stored articles."),
    "show": ("listings", "Print one story or article in full."),
    "actors": ("listings", "List who acts, with their roles."),
    "quotes": ("listings", "List who said what."),
    "talks": ("listings", "List what is coming."),
    "search": ("listings", "Search articles, quotes, actors and talks."),
    "feed": ("feeds", "Add, list, remove and check sources."),
    "article": ("pages", "Look at the web page of an article."),
    "opml": ("feeds", "Take subscription lists in and out."),
    "import": ("archive", "Bring an archive of articles (JSON Lines) into the store."),
    "analyse": ("analyse", "Read articles and print what is found; nothing is stored."),
    "themes": ("places", "List the colour themes."),
    "keys": ("places", "List the dashboard's keys."),
    "locate": ("places", "Print where settings, store and themes lie."),
    "config": ("places", "Find, check and edit the settings."),
    "doctor": ("places", "Look at everything and say what is wrong."),
    "completions": ("places", "Print completions for a shell."),
}


class LazyGroup(click.Group):
    """A group that knows its verbs by name and imports only the one that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of a working day."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, imported now."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"briefing.cli.verbs.{VERBS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs from the table, importing none."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, line) for name, (_, line) in VERBS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a verb the dashboard opens. `briefing VERB --help` shows an example of each.",
)
@click.version_option(__version__, prog_name="briefing")
@click.option("--now", metavar="MOMENT", help="Set the clock, e.g. 2026-11-22T06:00.")
@click.option("--theme", metavar="NAME", help="Colours of the dashboard and of HTML.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say more of what is done.")
@click.pass_context
def briefing(ctx: click.Context, /, **given: Any) -> None:
    """Your morning's news in a terminal: who acts, who said what, what is coming."""
    from briefing.cli.context import Call

    ctx.obj = Call(**given)
    if ctx.invoked_subcommand is None:
        from briefing.cli.verbs.demo import open_screen

        open_screen(ctx.obj)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        code = briefing.main(prog_name="briefing", standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except KeyboardInterrupt:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BriefingError as error:
        click.echo(f"briefing: {error}", err=True)
        code = error.exit_code
    except BrokenPipeError:
        # The reader of our output has left (`| head`): no message, and none at shutdown either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
