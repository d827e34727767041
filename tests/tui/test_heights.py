import pytest

from briefing.tui.heights import Heights

LINES = [1, 3, 2, 1, 4]


def counted(asked):
    def height_of(index):
        asked.append(index)
        return LINES[index]

    return height_of


def test_rows_begin_where_those_above_end():
    heights = Heights(5, LINES.__getitem__)

    assert [heights.top(index) for index in range(6)] == [0, 1, 4, 6, 7, 11]
    assert heights.is_complete
    assert heights.total == 11


@pytest.mark.parametrize(
    ("line", "row"), [(0, 0), (1, 1), (3, 1), (4, 2), (10, 4), (11, 5), (99, 5)]
)
def test_the_row_on_a_line_is_found(line, row):
    assert Heights(5, LINES.__getitem__).row_at(line) == row


def test_no_height_is_asked_for_before_it_is_needed_and_none_twice():
    asked = []
    heights = Heights(5, counted(asked))

    heights.top(2)
    heights.learn(1)
    heights.top(1)

    assert asked == [0, 1, 2]
    assert heights.total == 6 * 5 // 3


def test_no_rows_have_no_height():
    heights = Heights(0, LINES.__getitem__)

    assert heights.is_complete
    assert (heights.total, heights.top(0), heights.row_at(0)) == (0, 0, 0)
