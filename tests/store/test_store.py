"""Opening: what is found in the file, and what is done to it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.store import Store
from briefing.store.database import Database
from briefing.store.schema import MIGRATIONS
from briefing.store.times import moment
from tests.builders import an_article

WRITE_WITHOUT_END = """
import sys
from pathlib import Path
from briefing.store import Store
from tests.builders import an_article

store = Store.open(Path(sys.argv[1]))
for batch in range(int(sys.argv[3])):
    store.articles.put(
        an_article("word " * 300, id=f"{sys.argv[2]}-{batch}-{n}") for n in range(10)
    )
    if batch == 3:
        print("writing", flush=True)
"""


def a_writer(place: Path, name: str, batches: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITE_WITHOUT_END, str(place), name, str(batches)],
        stdout=subprocess.PIPE,
        text=True,
    )


def the_error(place: Path) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(place).articles.count()
    return str(caught.value)


def test_a_new_store_is_made_with_its_folder(place):
    Store.open(place).close()

    assert place.is_file()


def test_what_was_stored_is_there_when_opened_again(place):
    store = Store.open(place)
    store.articles.put([an_article()])
    store.close()

    assert Store.open(place).articles.get("a1") == an_article()


def test_an_empty_file_becomes_a_store(place):
    place.parent.mkdir()
    place.touch()

    assert Store.open(place).articles.count() == 0


@pytest.mark.parametrize("size", [1, 10, 99, 100, 511, 512, 5000])
def test_a_file_of_garbage_is_named_and_left_as_it_is(place, size):
    place.parent.mkdir()
    garbage = b"no store at all! "[: size % 17] + b"x" * (size - size % 17)
    place.write_bytes(garbage)

    message = the_error(place)

    assert str(place) in message
    assert "BRIEFING_DATA_DIR" in message
    assert place.read_bytes() == garbage


def test_a_database_of_another_program_is_left_as_it_is(place):
    place.parent.mkdir()
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE songs (title)")
    other.close()
    before = place.read_bytes()

    assert "another program" in the_error(place)
    assert place.read_bytes() == before


def test_a_store_of_a_newer_program_says_so(place):
    Store.open(place).close()
    newer = sqlite3.connect(place)
    newer.execute("PRAGMA user_version = 99")
    newer.close()

    assert "newer briefing" in the_error(place)


def test_a_damaged_store_says_so(place):
    store = Store.open(place)
    store.articles.put(an_article("word " * 900, id=f"a{n}") for n in range(40))
    store.close()
    whole = place.read_bytes()
    place.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    assert "damaged" in the_error(place)


def test_a_folder_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    message = the_error(tmp_path / "file" / "data" / "briefing.db")

    assert "cannot be made" in message
    assert "BRIEFING_DATA_DIR" in message


def test_a_folder_in_the_place_of_the_store_says_so(place):
    place.mkdir(parents=True)

    assert "is a folder" in the_error(place)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no /proc here")
def test_a_folder_that_takes_no_files_says_so():
    message = the_error(Path("/proc/self/briefing.db"))

    assert "/proc/self" in message
    assert "BRIEFING_DATA_DIR" in message


def test_a_read_only_folder_says_so(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)
    try:
        (folder / "probe").touch()
    except PermissionError:
        assert "cannot be written" in the_error(folder / "briefing.db")
    else:
        pytest.skip("this user may write everywhere")


def test_a_full_disk_keeps_what_was_stored(place):
    database = Database(place)
    store = Store(database)
    store.articles.put([an_article()])
    pages = database.number("PRAGMA page_count")
    database.connection().execute(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(StoreError, match="disk is full"):
        store.articles.put(an_article("word " * 2000, id=f"b{n}") for n in range(50))

    assert store.articles.count() == 1


def test_an_older_store_is_copied_before_it_is_brought_up_to_date(tmp_path, place):
    store = Store.open(place)
    store.state.set("kept", "yes")
    store.close()
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    for script in MIGRATIONS.glob("*.sql"):
        (migrations / script.name).write_bytes(script.read_bytes())
    version = len(list(migrations.iterdir()))
    (migrations / "0999_more.sql").write_text(
        "CREATE TABLE more (a);\nINSERT INTO more VALUES (7);\n"
    )

    newer = Database(place, migrations)

    assert newer.number("SELECT a FROM more") == 7
    assert newer.number("PRAGMA user_version") == version + 1
    copy = Store.open(place.with_name(f"briefing.db.v{version}.bak"))
    assert copy.state.get("kept") == "yes"


def test_a_step_that_fails_leaves_the_older_store(tmp_path, place):
    Store.open(place).close()
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    for script in MIGRATIONS.glob("*.sql"):
        (migrations / script.name).write_bytes(script.read_bytes())
    (migrations / "0999_more.sql").write_text("CREATE TABLE more (a);\nNO SQL AT ALL;\n")

    with pytest.raises(StoreError):
        Database(place, migrations)

    assert Store.open(place).articles.count() == 0


def test_a_store_that_was_killed_while_writing_opens_whole(place):
    writer = a_writer(place, "a", 100_000)
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.kill()
    writer.communicate()

    database = Database(place)

    assert database.row("PRAGMA integrity_check") == ("ok",)
    count = Store(database).articles.count()
    assert count >= 40
    assert count % 10 == 0, "a batch is stored whole or not at all"


def test_two_processes_write_at_once(place):
    writers = [a_writer(place, name, 20) for name in ("a", "b")]
    for writer in writers:
        writer.communicate(timeout=60)

    assert [writer.returncode for writer in writers] == [0, 0]
    assert Store.open(place).articles.count() == 400


def test_a_store_that_another_program_holds_says_so(place):
    store = Store(Database(place, patience=0.05))
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="in use by another program"):
        store.articles.put([an_article()])

    assert store.articles.count() == 0, "reading goes on meanwhile"
    other.execute("ROLLBACK")
    store.articles.put([an_article()])
    other.close()


def test_threads_write_at_once(store):
    def write(name: str) -> None:
        for batch in range(10):
            store.articles.put([an_article(id=f"{name}{batch}")])

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.articles.count() == 40


def test_a_batch_that_fails_keeps_nothing(store):
    def fail_half_way() -> None:
        with store.batch():
            store.articles.put([an_article()])
            store.state.set("key", "value")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert store.articles.count() == 0
    assert store.state.get("key") is None


def test_a_closed_store_says_so(store):
    store.close()

    with pytest.raises(StoreError, match="closed"):
        store.articles.count()


def test_state_is_set_changed_and_taken_away(store):
    store.state.set("samples", "shown")
    store.state.set("samples", "aside")
    assert store.state.get("samples") == "aside"

    store.state.set("samples", None)
    assert store.state.get("samples") is None


def test_importing_the_store_loads_little():
    code = (
        "import sys; before = set(sys.modules); import briefing.store;"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before})"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"spacy", "httpx", "textual", "hashlib", "logging"} & set(loaded)


def test_a_store_of_the_first_version_keeps_its_feeds_and_articles(tmp_path, place):
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    first = "0001_first.sql"
    (migrations / first).write_bytes((MIGRATIONS / first).read_bytes())
    old = Database(place, migrations)
    with old.writing() as connection:
        connection.execute(
            "INSERT INTO feeds VALUES (1,'u','t','feed',NULL,'[]',NULL,NULL,NULL,NULL,NULL,0,NULL,0)"
        )
        connection.execute(
            "INSERT INTO articles VALUES (1,'a1','a1',1,'t','u','s',NULL,NULL,NULL,0,NULL,'[]','en',0,1,NULL,0,NULL,NULL,1,0,0,NULL)"
        )
        connection.execute("INSERT INTO texts VALUES (1,'t','words')")
    old.close()

    store = Store.open(place)

    assert not store.feeds.get("u").full_text
    assert store.articles.get("a1").text == "words"
    assert not store.articles.get("a1").is_from_page
    assert store.articles.get("a1").updated is None
    assert store.articles.put([an_article("More words.", is_from_page=True)]).revised == ("a1~2",)


def test_a_store_of_the_second_version_says_which_of_its_articles_were_changed(tmp_path, place):
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    for name in ("0001_first.sql", "0002_full_text.sql"):
        (migrations / name).write_bytes((MIGRATIONS / name).read_bytes())
    old = Database(place, migrations)
    with old.writing() as connection:
        for row in (
            "1,'a','a',1,'t','u','s',NULL,NULL,NULL,0,5,'[]','en',0,0,NULL,0,NULL,NULL,0,0,0,NULL,0",
            "2,'a~2','a',2,'t','u','s',NULL,NULL,NULL,0,7,'[]','en',0,0,'a',0,NULL,NULL,1,0,0,NULL,0",
            "3,'b','b',1,'t','u','s',NULL,NULL,NULL,0,5,'[]','en',0,1,NULL,0,NULL,NULL,0,0,0,NULL,0",
            "4,'b~2','b',2,'t','u','s',NULL,NULL,NULL,0,7,'[]','en',0,0,'b',0,NULL,NULL,1,0,0,NULL,1",
        ):
            connection.execute(f"INSERT INTO articles VALUES ({row})")
            connection.execute(f"INSERT INTO texts VALUES ({row[0]},'t','words')")
    old.close()

    store = Store.open(place)

    assert store.articles.get("a~2").updated == moment(7)
    assert store.articles.get("a").updated is None
    assert store.articles.get("b~2").updated is None
