import pytest

from briefing.tui import commands
from briefing.tui.actor import ActorScreen
from briefing.tui.article import ArticleScreen
from briefing.tui.calendar import CalendarScreen
from briefing.tui.commands import COMMANDS, LISTS, key_problems, shown, with_keys
from briefing.tui.dashboard import Dashboard
from briefing.tui.feeds import FeedsScreen
from briefing.tui.log import LogScreen
from briefing.tui.prose import Prose
from briefing.tui.rows import Rows

SCREENS = (Dashboard, ArticleScreen, ActorScreen, FeedsScreen, CalendarScreen, LogScreen)


def test_no_two_commands_of_one_screen_share_a_key():
    assert key_problems({}) == ()


def test_every_command_has_an_id_of_its_own():
    ids = [command.id for command in COMMANDS]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_a_screen_has_its_action_there(screen):
    for command in commands.at(screen.place):
        assert hasattr(screen, "action_" + command.action.partition("(")[0]), command.id


@pytest.mark.parametrize("widget", [Rows, Prose])
def test_every_move_can_be_made_in_lists_and_in_texts(widget):
    for command in commands.at(LISTS):
        if LISTS in command.where:
            assert hasattr(widget, "action_" + command.action)


def test_help_is_one_sentence_without_its_full_stop():
    for command in COMMANDS:
        assert command.help[0].isupper()
        assert not command.help.endswith(".")


def test_a_key_of_the_settings_takes_the_place_of_the_usual_one():
    table = {command.id: command for command in with_keys({"save": "x, ctrl-s"})}

    assert table["save"].keys == ("x", "ctrl+s")
    assert table["read"].keys == ("m",)


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        (
            {"save": "m"},
            "The key m is asked for by 'read' and 'save'. Give one of them another key.",
        ),
        ({"search": "?"}, "The key ? is asked for by 'search' and 'help'."),
        ({"save": "j"}, "The key j is asked for by"),
        ({"sing": "x"}, "No command is called 'sing'."),
        ({"save": " "}, "The command 'save' has no key."),
    ],
)
def test_keys_that_cannot_be_are_told_with_what_to_do(keys, problem):
    assert any(problem in said for said in key_problems(keys))


def test_two_commands_may_swap_their_keys():
    assert key_problems({"save": "m", "read": "s"}) == ()


def test_the_same_key_may_serve_on_different_screens():
    assert key_problems({"remove": "e"}) == ()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("enter", "⏎"),
        ("ctrl+d", "ctrl-d"),
        ("question_mark", "?"),
        ("G", "G"),
        ("shift+tab", "shift-tab"),
        ("minus", "−"),
    ],
)
def test_keys_are_shown_as_people_write_them(key, said):
    assert shown(key) == said
