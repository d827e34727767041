"""Writing a file that somebody owns: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing.errors import ExportError


def write_file(path: Path, words: bytes) -> None:
    """Write beside the place and move into it, so that a failure leaves what was there.

    Raises `ExportError` that names the place and what to do.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(words)
            # mkstemp makes private files; an export is an ordinary one.
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"Cannot write {path}: {reason}. Choose another place.") from error
