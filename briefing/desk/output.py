"""Writing a file that somebody owns: whole or not at all, and through what is no ordinary file."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from briefing.errors import ExportError


def write_file(path: Path, words: bytes) -> None:
    """Write beside the place and move into it, so that a failure leaves what was there.

    A link is followed, an existing file keeps its permissions, and a device or pipe is written
    through, never replaced. Raises `ExportError` that names the place and what to do.
    """
    try:
        place = path.resolve()
        known = place.stat() if place.exists() else None
        if known is not None and not stat.S_ISREG(known.st_mode):
            if stat.S_ISDIR(known.st_mode):
                raise ExportError(f"{path} is a folder. Name a file in it.")
            with place.open("wb", buffering=0) as stream:
                stream.write(words)
            return
        _replace(place, words, stat.S_IMODE(known.st_mode) if known else _ordinary_mode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"Cannot write {path}: {reason}. Choose another place.") from error


def _replace(place: Path, words: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:50]}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(words)
        Path(name).chmod(mode)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _ordinary_mode() -> int:
    """What the user's umask leaves of a new file's permissions."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
