"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from recalling.model.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Writes UTF-8 text beside `path` and moves it into place; an interruption leaves no half.

    Raises OutputError when the folder does not exist or cannot be written to.
    """
    path = Path(path)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{path} cannot be written ({reason}): give a folder that exists and is writable"
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    """The mask for new files, which a temporary file does not follow."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
