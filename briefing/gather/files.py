"""Files: articles that lie on this disk, one a file, or many in an archive of JSON Lines.

A file is read by its ending: `.txt` and `.md` with header lines on top, `.html`, `.eml`, and
`.json` or `.jsonl` archives. What cannot be read becomes a `Trouble`; the others are read all the
same. An undated file stays undated: its file time orders it, and dates nothing that it says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing import text as texts
from briefing.errors import SourceError
from briefing.gather.archive import read_lines
from briefing.gather.clean import plain
from briefing.gather.dates import UNKNOWN, parse_date
from briefing.gather.decode import decode, is_text
from briefing.gather.entries import article_id
from briefing.gather.links import clean_url
from briefing.gather.manuscript import Manuscript, read_mail, read_text
from briefing.gather.markdown import read_markdown
from briefing.gather.webpage import read_page
from briefing.model import Article, Trouble

ENDINGS = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".eml",
    ".json",
    ".jsonl",
    ".ndjson",
)
MOST_BYTES = 10_000_000  # of one file; an archive is read line by line and may be larger
MOST_FILES = 50_000
_ARCHIVES = frozenset({".json", ".jsonl", ".ndjson"})
_READERS = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".eml": read_mail,
}


def read_source(
    path: str | Path, arrived: datetime
) -> tuple[tuple[Article, ...], tuple[Trouble, ...]]:
    """Every article of a file, or of a folder and the folders in it, and what could not be read.

    `SourceError` when there is nothing at `path`.
    """
    place = Path(path).expanduser()
    if not place.exists():
        raise SourceError(
            f"There is no file or folder {str(path)!r}. Check the spelling of the path."
        )
    articles: list[Article] = []
    troubles: list[Trouble] = []
    files = tuple(files_in(place)) if place.is_dir() else (place,)
    if not files:
        kinds = ", ".join(ENDINGS)
        troubles.append(
            Trouble(str(place), f"The folder holds no articles. Files that are read: {kinds}.")
        )
    for file in files:
        for found in _read(file, arrived, feed=str(place.absolute())):
            (articles if isinstance(found, Article) else troubles).append(found)  # type: ignore[arg-type]
    return tuple(articles), tuple(troubles)


def read_file(path: str | Path, arrived: datetime) -> Article:
    """The article in one file; `SourceError` when it is none, with what to do about it."""
    file = Path(path)
    found = _one(file, arrived, feed="")
    if isinstance(found, Trouble):
        raise SourceError(f"{found.where}: {found.what}")
    return found


def read_archive(path: str | Path, arrived: datetime) -> Iterator[Article | Trouble]:
    """The articles of an archive, one JSON object a line: {"id", "title", "text", "published", …}.

    Ids are kept and texts keep their length, so that offsets made elsewhere hold. A line that is no
    article is a `Trouble` with its number. `SourceError` when the file cannot be opened.
    """
    try:
        with Path(path).open("rb") as lines:
            yield from read_lines(lines, str(path), arrived)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {_reason(error)}.") from error


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder that may be articles, in order of their paths.

    Hidden files and folders are passed over, and so is a link that leads out of the folder.
    """
    inside = folder.resolve()
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if name.startswith(".") or file.suffix.lower() not in ENDINGS:
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(inside):
                continue
            yield file
            count += 1
            if count >= MOST_FILES:
                return


def _read(file: Path, arrived: datetime, feed: str) -> Iterator[Article | Trouble]:
    if file.suffix.lower() not in _ARCHIVES:
        yield _one(file, arrived, feed)
        return
    try:
        for found in read_archive(file, arrived):
            yield replace(found, feed=feed) if isinstance(found, Article) else found
    except SourceError as error:
        yield Trouble(str(file), str(error))


def _one(file: Path, arrived: datetime, feed: str) -> Article | Trouble:
    """The article in a file that holds one."""
    body = _bytes(file)
    if isinstance(body, Trouble):
        return body
    ending = file.suffix.lower()
    manuscript = _READERS.get(ending, read_text)(
        decode(body) if ending != ".eml" else body.decode("latin-1")
    )
    if not manuscript.text:
        return Trouble(str(file), "There is no text in it. Give the file an article, or remove it.")
    return _article(manuscript, file, arrived, feed)


def _bytes(file: Path) -> bytes | Trouble:
    """The bytes of a text file, or why it is none."""
    try:
        if not file.is_file():
            return Trouble(str(file), "It is no file. Name a file or a folder of articles.")
        with file.open("rb") as stream:
            body = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return Trouble(str(file), f"It cannot be read: {_reason(error)}.")
    if not body.strip():
        return Trouble(str(file), "The file is empty. Give it an article, or remove it.")
    if len(body) > MOST_BYTES:
        return Trouble(
            str(file), f"It is larger than {MOST_BYTES // 1_000_000} MB. Split it into articles."
        )
    if not is_text(body):
        return Trouble(str(file), f"{file.name} is not text. Save it as text, Markdown or HTML.")
    return body


def _article(manuscript: Manuscript, file: Path, arrived: datetime, feed: str) -> Article:
    from briefing.sentences import make_headline

    title = plain(manuscript.title)
    published = parse_date(manuscript.date, arrived) if manuscript.date else UNKNOWN
    path = str(file.absolute())
    return Article(
        id=article_id(path),
        title=title or plain(make_headline(manuscript.text)) or plain(file.stem),
        text=manuscript.text,
        feed=feed,
        source=plain(manuscript.source)[:200] or plain(file.absolute().parent.name),
        url=clean_url(manuscript.url),
        published=published.moment,
        dated=published.day,
        has_time=published.has_time,
        arrived=_arrived(file, arrived),
        authors=tuple(filter(None, map(plain, manuscript.authors))),
        language=manuscript.language or "en",
        title_is_made=not title,
    )


def _arrived(file: Path, now: datetime) -> datetime:
    """The file's own time, for it orders an undated article; never ahead of now."""
    try:
        return min(datetime.fromtimestamp(file.stat().st_mtime, UTC), now)
    except (OSError, ValueError, OverflowError):
        return now


def _reason(error: OSError) -> str:
    return texts.one_line((error.strerror or str(error)).lower(), 200)
