from time import perf_counter

import pytest
from textual.app import App

from briefing.tui.rows import Rows, flow


class Numbers(Rows[int]):
    """Numbers; every tenth may be a heading, and heights may differ."""

    stays_on_top = False
    headings = False

    def key(self, item):
        return str(item)

    def is_row(self, item):
        return not (self.headings and item % 10 == 0)

    def words(self, item):
        return f"row {item}"

    def lines(self, item, width):
        return ((("row ", "muted"), (f"{item}", "strong")),)


class Tall(Numbers):
    """Rows of one to three lines."""

    row_height = None

    def lines(self, item, width):
        return tuple((((f"row {item} line {n}"), ""),) for n in range(item % 3 + 1))


def screen_of(rows):
    class Screen(App[None]):
        CSS = "Rows { height: 1fr; }"
        COMMAND_PALETTE_BINDING = "f12"

        def compose(self):
            yield rows

    return Screen()


def lines_of(rows):
    return [
        "".join(part.text for part in rows.render_line(y)).rstrip() for y in range(rows.size.height)
    ]


async def test_the_cursor_stays_on_its_row_when_rows_come_in_above():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.show(range(10, 60))
        await pilot.press("j", "j")
        rows.show(range(60))
        await pilot.pause()

        assert rows.current == 12
        assert "row 12" in lines_of(rows)


async def test_the_row_under_the_cursor_stays_on_its_line_of_the_screen():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 10)) as pilot:
        rows.show(range(100, 200))
        rows.go(50)
        await pilot.pause()
        before = lines_of(rows).index("row 150")

        rows.show(range(200))
        await pilot.pause()

        assert lines_of(rows).index("row 150") == before


async def test_a_row_that_is_gone_leaves_the_cursor_where_it_was():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.show(range(10))
        rows.go(4)
        rows.show([0, 1, 2, 3, 5, 6])
        await pilot.pause()

        assert rows.current == 5


async def test_the_cursor_passes_over_headings():
    rows = Numbers()
    rows.headings = True
    async with screen_of(rows).run_test(size=(20, 30)) as pilot:
        rows.show(range(25))
        assert rows.current == 1

        await pilot.press(*"jjjjjjjjj")
        assert rows.current == 11

        await pilot.press("k", "g")
        assert rows.current == 1


@pytest.mark.parametrize("kind", [Numbers, Tall])
async def test_every_move_keeps_the_cursor_in_sight(kind):
    rows = kind()
    async with screen_of(rows).run_test(size=(30, 8)) as pilot:
        rows.show(range(100))
        for key in ("G", "k", "ctrl+u", "pageup", "g", "j", "ctrl+d", "space", "j"):
            await pilot.press(key)
            assert any(line.startswith(f"row {rows.current}") for line in lines_of(rows)), key


async def test_rows_of_different_heights_show_all_their_lines():
    rows = Tall()
    async with screen_of(rows).run_test(size=(30, 6)) as pilot:
        rows.show(range(3))
        await pilot.pause()

        assert lines_of(rows) == [
            "row 0 line 0", "row 1 line 0", "row 1 line 1",
            "row 2 line 0", "row 2 line 1", "row 2 line 2",
        ]  # fmt: skip


async def test_a_filter_keeps_rows_that_hold_every_word():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.show(range(30))
        rows.filter("ROW 2")
        assert list(rows.items) == [2, 12, *range(20, 30)]

        rows.show(range(5))
        assert list(rows.items) == [2]

        rows.filter("")
        await pilot.pause()
        assert len(rows.items) == 5


async def test_an_empty_list_says_what_to_do():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.empty = "Nothing here. a adds a source."
        await pilot.press("j", "k", "G", "g", "space", "ctrl+d")

        assert lines_of(rows)[:2] == [" Nothing here. a", " adds a source."]
        assert rows.current is None


async def test_the_wheel_scrolls_without_moving_the_cursor():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.show(range(100))
        await pilot.pause()
        rows._on_mouse_scroll_down(_wheel(rows))
        await pilot.pause(0.3)

        assert rows.scroll_offset.y > 0
        assert rows.cursor == 0


def _wheel(rows):
    from textual.events import MouseScrollDown

    return MouseScrollDown(rows, 1, 1, 0, 1, 0, False, False, False)


async def test_a_hundred_thousand_rows_are_shown_at_once():
    rows = Numbers()
    async with screen_of(rows).run_test(size=(80, 40)) as pilot:
        begun = perf_counter()
        rows.show(range(100_000))
        lines_of(rows)
        assert perf_counter() - begun < 5

        begun = perf_counter()
        rows.action_move_bottom()
        lines_of(rows)
        assert perf_counter() - begun < 5
        await pilot.pause()
        assert rows.current == 99_999


async def test_rows_are_painted_anew_for_another_width():
    rows = Flowing()
    async with screen_of(rows).run_test(size=(40, 6)) as pilot:
        rows.show(["one two three four five six seven eight"])
        await pilot.pause()
        assert lines_of(rows)[0].startswith("one two three four five six seven")

        await pilot.resize_terminal(15, 6)
        await pilot.pause()
        assert lines_of(rows)[:2] == ["one two three", "four five six"]


class Flowing(Rows[str]):
    """Rows that wrap."""

    row_height = None

    def key(self, item):
        return item

    def lines(self, item, width):
        return flow(item, width)


async def test_the_heading_above_a_row_comes_into_sight_with_it():
    rows = Numbers()
    rows.headings = True
    async with screen_of(rows).run_test(size=(20, 5)) as pilot:
        rows.show(range(25))
        await pilot.press("G")
        for _ in range(12):
            await pilot.press("k")

        assert rows.current == 11
        assert lines_of(rows)[0] == "row 10"


async def test_the_end_of_a_long_list_of_uneven_rows_is_reached_before_all_are_measured():
    rows = Tall()
    async with screen_of(rows).run_test(size=(30, 8)) as pilot:
        rows.show(range(5_000))
        assert not rows._heights.is_complete

        rows.action_move_bottom()
        assert lines_of(rows)[-1] == "row 4999 line 1"
        await pilot.pause()


async def test_a_long_list_of_uneven_rows_is_measured_bit_by_bit():
    rows = Tall()
    async with screen_of(rows).run_test(size=(30, 8)) as pilot:
        rows.show(range(600))
        while not rows._heights.is_complete:
            await pilot.pause(0.02)

        assert rows.virtual_size.height == 1200
