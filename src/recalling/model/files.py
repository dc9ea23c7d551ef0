"""Writing files so that a reader sees the old bytes or the new ones, never half of either."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from recalling.model.errors import OutputError


def check_folder(folder: Path) -> None:
    """Make sure, before any work, that files can be written into `folder`; it is not made yet.

    Raises OutputError when it is a file or lies where nothing can be written.
    """
    there = folder
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        raise _unwritable(folder, error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all: a file beside it, then a rename.

    Raises OutputError when the place cannot be written; what was there before stays as it was.
    """
    write_together(path.parent, {path.name: content})


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which takes its name only when all of it is on the disk.

    Raises OutputError when the place cannot be written; what was there before stays as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".recalling-", suffix=".part")
        try:
            with _settled(handle, temporary) as file:
                yield file
            os.replace(temporary, path)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
    except OSError as error:
        raise _unwritable(path.parent, error) from error


def write_together(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write several files of one folder: all are on the disk before the first takes its name.

    `contents` maps file names to bytes. A failure or an interruption before the first rename
    leaves the folder as it was; no file is ever half-written. Raises OutputError.
    """
    waiting: list[tuple[str, str]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            handle, temporary = tempfile.mkstemp(dir=folder, prefix=".recalling-", suffix=".part")
            waiting.append((temporary, name))
            with _settled(handle, temporary) as file:
                file.write(content)
        while waiting:
            temporary, name = waiting[0]
            os.replace(temporary, folder / name)
            waiting.pop(0)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                os.unlink(temporary)


@contextmanager
def _settled(handle: int, temporary: str) -> Iterator[BinaryIO]:
    """A file beside its place: on the disk, and with the user's file mode, when it is left."""
    with os.fdopen(handle, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    os.chmod(temporary, 0o666 & ~_umask())


def _umask() -> int:
    """The process's file mode mask, which mkstemp does not follow."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(folder: Path, error: OSError) -> OutputError:
    if isinstance(error, FileExistsError | NotADirectoryError):
        why = "a file stands there or on the way to it"
    else:
        why = (error.strerror or type(error).__name__).lower()
    return OutputError(f"{folder} cannot be written to ({why}): name another folder with -o.")
