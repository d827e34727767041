import os
import threading

import pytest

from briefing.desk.output import write_file
from briefing.errors import ExportError


def test_a_new_file_holds_the_words_and_nothing_is_left_beside_it(tmp_path):
    write_file(tmp_path / "brief.md", b"words")

    assert (tmp_path / "brief.md").read_bytes() == b"words"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_there_keeps_its_permissions(tmp_path):
    place = tmp_path / "brief.md"
    place.write_bytes(b"old")
    place.chmod(0o640)

    write_file(place, b"new")

    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_one(tmp_path):
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    write_file(tmp_path / "link.md", b"words")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"words"


def test_a_pipe_is_written_through_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    listener = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    listener.start()

    write_file(pipe, b"words")
    listener.join(timeout=10)

    assert got == [b"words"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", ["folder", "none/brief.md", "file/brief.md"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"kept")

    with pytest.raises(ExportError, match=place.split("/")[0]):
        write_file(tmp_path / place, b"words")

    assert (tmp_path / "file").read_bytes() == b"kept"
