"""The commands of the screen, each listed once: the footer, the palette, the help screen and the
README are made of this table.

A binding is known by its id, and the settings may give it other keys (`key_problems` says what is
wrong with them). This module imports nothing of Textual, so that the command line can print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

EVERYWHERE = "everywhere"
LISTS = "lists"
DASHBOARD = "dashboard"
ARTICLE = "article"
ACTOR = "actor"
FEEDS = "sources"
CALENDAR = "calendar"
LOG = "log"
PLACES = (DASHBOARD, ARTICLE, ACTOR, FEEDS, CALENDAR, LOG)

_READING = (DASHBOARD, ARTICLE, ACTOR, CALENDAR)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the screen can do."""

    id: str
    keys: tuple[str, ...]
    name: str  # two words at most, for the footer
    help: str  # one sentence without a full stop
    action: str  # `action_…` of the screen (or of the list, for those in LISTS)
    where: tuple[str, ...]
    group: str
    footer: int = 0  # the lower, the further left; 0: not in the footer
    footer_at: tuple[str, ...] = ()  # the only screens whose footer has it; none: all
    in_palette: bool = True

    def is_at(self, place: str) -> bool:
        """Whether it can be given on the screen of that name."""
        return place in self.where or EVERYWHERE in self.where


def _moves() -> Iterator[Command]:
    for name, keys, words in (
        ("down", "j down", "One row down"),
        ("up", "k up", "One row up"),
        ("top", "g home", "To the first row"),
        ("bottom", "G end", "To the last row"),
        ("half_down", "ctrl+d", "Half a page down"),
        ("half_up", "ctrl+u", "Half a page up"),
        ("page_down", "space pagedown", "A page down"),
        ("page_up", "pageup", "A page up"),
    ):
        yield Command(
            f"move.{name}", tuple(keys.split()), words, words, f"move_{name}",
            (LISTS,), "Moving", in_palette=False,
        )  # fmt: skip


def _panes() -> Iterator[Command]:
    for number, name in enumerate(("Stories", "Story", "Actors", "Quotes", "Upcoming"), 1):
        yield Command(
            f"pane.{name.lower()}", (str(number),), name, f"Go to the pane {name}",
            f"pane({number})", (DASHBOARD,), "Panes",
        )  # fmt: skip
    yield Command("pane.next", ("tab", "l", "right"), "Next pane", "To the next pane", "pane_by(1)",
                  (DASHBOARD, ARTICLE), "Panes", in_palette=False)  # fmt: skip
    yield Command("pane.previous", ("shift+tab", "h", "left"), "Previous pane",
                  "To the previous pane", "pane_by(-1)", (DASHBOARD, ARTICLE), "Panes",
                  in_palette=False)  # fmt: skip
    yield Command("pane.zen", ("z",), "Zen", "Give the pane the whole screen, and back", "zen",
                  (DASHBOARD, ARTICLE), "Panes")  # fmt: skip


def _others() -> Iterator[Command]:
    listed: tuple[tuple[str, str, str, str, str, tuple[str, ...], str, int], ...] = (
        # id, keys, name, help, action, where, group, footer
        ("open", "enter", "Open", "Open the row: a story, an actor, the article of a quote or talk",
         "open", _READING, "Reading", 1),
        ("back", "escape backspace", "Back", "Back to where you came from; never quits",
         "back", (EVERYWHERE,), "Reading", 0),
        ("evidence", "v", "Source", "Show the sentence behind the row, lit in its paragraph",
         "evidence", _READING, "Reading", 5),
        ("whole_day", "w", "Whole day", "Widen the panes from the story to the whole day, and back",
         "whole_day", (DASHBOARD,), "Reading", 0),
        ("unread.next", "n", "Next unread", "To the next unread story",
         "unread(1)", (DASHBOARD,), "Reading", 0),
        ("unread.previous", "N", "Previous unread", "To the previous unread story",
         "unread(-1)", (DASHBOARD,), "Reading", 0),
        ("article.next", "n", "Next", "The next article of the story, or match of a search",
         "turn(1)", (ARTICLE,), "Reading", 2),
        ("article.previous", "p N", "Previous", "The previous article, or match",
         "turn(-1)", (ARTICLE,), "Reading", 2),
        ("browser", "o", "Browser", "Open the article in the web browser",
         "browser", _READING, "Reading", 2),
        ("browser.all", "O", "All sources", "Open every article of the story in the web browser",
         "browser_all", (DASHBOARD, ARTICLE), "Reading", 0),
        ("full_text", "F", "Full text", "Fetch the full text of a teaser from its page",
         "full_text", (ARTICLE,), "Reading", 0),
        ("read", "m", "Read", "Mark read, or unread again",
         "read", (DASHBOARD, ARTICLE), "Keeping", 3),
        ("read.all", "M", "All read", "Mark every story of the day read (asks first)",
         "read_all", (DASHBOARD,), "Keeping", 0),
        ("undo", "u", "Undo", "Take the last marking back",
         "undo", (DASHBOARD, ARTICLE), "Keeping", 0),
        ("save", "s", "Save", "Save the story with a star, or take the star off",
         "save", (DASHBOARD, ARTICLE), "Keeping", 4),
        ("tag", "t", "Tag", "Tag the source of this row; f finds its stories by the tag",
         "tag", (DASHBOARD, ARTICLE, FEEDS), "Keeping", 5),
        ("copy.link", "y", "Copy link", "Copy the article's link",
         "copy_link", _READING, "Keeping", 0),
        ("copy.quote", "Y", "Copy quote", "Copy the quote with its speaker and source",
         "copy_quote", (DASHBOARD, ACTOR), "Keeping", 0),
        ("export", "e", "Export", "Write the day's brief to a file",
         "export", (DASHBOARD,), "Keeping", 6),
        ("search", "slash", "Search", "Search articles, quotes, actors and talks",
         "search", PLACES, "Finding", 7),
        ("filter", "f", "Filter", "Show only the rows that hold some words",
         "filter", (DASHBOARD, ACTOR, FEEDS, CALENDAR, LOG), "Finding", 0),
        ("day.previous", "left_square_bracket", "Day before", "To the day before that has articles",
         "day_by(1)", (DASHBOARD,), "Time", 0),
        ("day.next", "right_square_bracket", "Day after", "To the day after that has articles",
         "day_by(-1)", (DASHBOARD,), "Time", 0),
        ("days", "D", "Days", "All days that have articles, with how many",
         "days", (DASHBOARD,), "Time", 0),
        ("window.wider", "plus equals_sign", "Wider", "One day more in the window",
         "window_by(1)", (DASHBOARD,), "Time", 0),
        ("window.narrower", "minus", "Narrower", "One day less in the window",
         "window_by(-1)", (DASHBOARD,), "Time", 0),
        ("calendar", "C", "Calendar", "All coming talks by day, week and month",
         "calendar", (DASHBOARD, ARTICLE, ACTOR), "Finding", 0),
        ("calendar.period", "tab", "Day, week, month", "Group by day, by week or by month",
         "period", (CALENDAR,), "Finding", 3),
        ("refresh.feed", "r", "Refresh feed", "Refresh the feed of this row",
         "refresh_feed", (DASHBOARD, FEEDS), "Sources", 3),
        ("refresh", "R", "Refresh", "Refresh all sources and read what is new",
         "refresh", (EVERYWHERE,), "Sources", 0),
        ("add", "a", "Add source", "Add a feed, a file, a folder or an OPML list",
         "add", (DASHBOARD, FEEDS), "Sources", 2),
        ("remove", "d delete", "Remove", "Remove the source (asks first)",
         "remove", (FEEDS,), "Sources", 4),
        ("feeds", "S", "Sources", "The sources: health, last error, next try",
         "feeds", (DASHBOARD, ARTICLE, ACTOR, CALENDAR), "Sources", 0),
        ("palette", "ctrl+p colon", "Commands", "Find a command by its name",
         "command_palette", (EVERYWHERE,), "The rest", 0),
        ("theme", "T", "Theme", "Choose the colours",
         "theme", (EVERYWHERE,), "The rest", 0),
        ("log", "L", "Log", "What was done and what went wrong in this session",
         "log", (EVERYWHERE,), "The rest", 0),
        ("help", "question_mark f1", "Help", "Every key on one page",
         "help", (EVERYWHERE,), "The rest", 8),
        ("quit", "q", "Quit", "Back, or quit from the dashboard",
         "back_or_quit", (EVERYWHERE,), "The rest", 9),
        ("leave", "ctrl+q ctrl+c", "Leave", "Quit from anywhere",
         "leave", (EVERYWHERE,), "The rest", 0),
        ("suspend", "ctrl+z", "Suspend", "To the shell for a while; fg comes back",
         "suspend", (EVERYWHERE,), "The rest", 0),
    )  # fmt: skip
    for command, keys, name, words, action, where, group, footer in listed:
        yield Command(
            command, tuple(keys.split()), name, words, action, where, group, footer,
            (FEEDS,) if command in {"add", "refresh.feed", "tag"} else (),
            in_palette=command not in {"palette", "back"},
        )  # fmt: skip


COMMANDS: tuple[Command, ...] = (*_moves(), *_panes(), *_others())
GROUPS = tuple(dict.fromkeys(command.group for command in COMMANDS))

_SIGNS = {
    "enter": "⏎", "escape": "esc", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "question_mark": "?", "slash": "/", "colon": ":", "plus": "+", "minus": "−",
    "equals_sign": "=", "left_square_bracket": "[", "right_square_bracket": "]",
    "pagedown": "pgdn", "pageup": "pgup", "delete": "del", "full_stop": ".", "comma": ",",
}  # fmt: skip


def shown(key: str) -> str:
    """The key as people write it: `ctrl-d`, `⏎`, `?`."""
    *modifiers, last = key.split("+")
    return "-".join((*modifiers, _SIGNS.get(last, last)))


def with_keys(keys: Mapping[str, str]) -> tuple[Command, ...]:
    """The table with the keys of the settings (id → keys, comma-separated) in place."""
    return tuple(
        replace(command, keys=_split(keys[command.id])) if command.id in keys else command
        for command in COMMANDS
    )


def key_problems(keys: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with the keys of the settings, each with what to do; empty when all is well."""
    known = {command.id for command in COMMANDS}
    problems = [
        f"No command is called {name!r}. `briefing keys` lists them."
        for name in keys
        if name not in known
    ]
    problems += [
        f"The command {name!r} has no key. Name one, or leave the line out."
        for name, value in keys.items()
        if name in known and not _split(value)
    ]
    table = with_keys(keys)
    for place in PLACES:
        problems += _clashes([each for each in table if each.is_at(place) or each.is_at(LISTS)])
    return tuple(dict.fromkeys(problems))


def at(place: str, commands: Iterable[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands of one screen."""
    return tuple(command for command in commands if command.is_at(place))


def _clashes(commands: Iterable[Command]) -> Iterator[str]:
    taken: dict[str, Command] = {}
    for command in commands:
        for key in command.keys:
            other = taken.setdefault(key, command)
            if other is not command:
                yield (
                    f"The key {shown(key)} is asked for by {other.id!r} and {command.id!r}."
                    " Give one of them another key."
                )


def _split(keys: str) -> tuple[str, ...]:
    return tuple(_long_name(key.strip()) for key in keys.split(",") if key.strip())


def _long_name(key: str) -> str:
    *modifiers, last = (
        key.replace("ctrl-", "ctrl+").replace("shift-", "shift+").split("+")
        if (len(key) > 1)
        else [key]
    )
    names = {sign: name for name, sign in _SIGNS.items()} | {"-": "minus", "esc": "escape"}
    return "+".join((*modifiers, names.get(last, last)))
