"""A store of many documents in a folder: whole generations, and a pointer to the one that answers.

    STORE/CURRENT                     the name of the generation that answers
    STORE/generation-7/oxigraph/      its statements; never written to once it is current
    STORE/generation-7/ledger         what the builder wants to remember of it, in its own form
    STORE/generation-7/kept/          files that the builder keeps with it
    STORE/generation-8.part/          one that is being made, or whose making was killed

A new generation starts as a copy of the last one by hard links, so that little is copied however
big it is; what changed is replaced in it, and a rename of the pointer makes it current. Killed at
any moment, the folder answers as before or as after.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from recalling.model.errors import GraphError, OutputError
from recalling.model.files import check_folder, write_whole

CURRENT = "CURRENT"
_KEPT = "kept"
_PREFIX, _PART = "generation-", ".part"


def is_store(folder: Path | str) -> bool:
    """Whether this folder holds a store of ours."""
    return (Path(folder) / CURRENT).is_file()


def statements_folder(folder: Path | str) -> Path:
    """The Oxigraph folder that answers for a store, for `run_query` and `pyoxigraph`.

    Raises GraphError when there is none.
    """
    return _current(Path(folder)) / "oxigraph"


def read_ledger(folder: Path) -> bytes | None:
    """What was remembered with the current generation; None where there is no store yet.

    Raises GraphError when the pointer names what is not there.
    """
    if not is_store(folder):
        return None
    try:
        return (_current(folder) / "ledger").read_bytes()
    except OSError as error:
        raise GraphError(
            f"{folder} is a store whose ledger cannot be read: remove it and build it anew."
        ) from error


def kept_files(folder: Path) -> Path:
    """The folder of the files that the builder keeps with the current generation.

    Raises GraphError when there is no store.
    """
    return _current(folder) / _KEPT


def _current(folder: Path) -> Path:
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(
            f"{folder} holds no store: make one with `recalling build FOLDER --store {folder}`."
        ) from error
    generation = folder / name
    if not name.startswith(_PREFIX) or "/" in name or not generation.is_dir():
        raise GraphError(f"{folder} is a store without its statements: build it anew.")
    return generation


@contextmanager
def only_builder(folder: Path) -> Iterator[None]:
    """Hold a store for building; what a killed build left half-made is removed first.

    Raises OutputError when another build holds it, when the folder cannot be written, or when it
    holds other things than a store.
    """
    check_folder(folder)
    if folder.is_dir() and not is_store(folder):
        strange = [p.name for p in folder.iterdir() if not _is_ours(p.name)]
        if strange:
            raise OutputError(
                f"{folder} is no store but holds {min(strange)}: name another folder with --store."
            )
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        _hold(lock.fileno(), folder)
        _sweep(folder)
        yield


def _is_ours(name: str) -> bool:
    return name in ("lock", "shards") or name.startswith((_PREFIX, ".recalling-"))


def _hold(descriptor: int, folder: Path) -> None:
    """Lock a file until it is closed, however the process ends."""
    try:
        import fcntl
    except ImportError:  # no such locks here; Oxigraph's own guards a generation's folder
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputError(
            f"{folder} is being built by another process: wait for it, or name another folder."
        ) from error


def _sweep(folder: Path) -> None:
    """Remove every generation but the current one, and files whose writing was killed."""
    current = _current(folder).name if is_store(folder) else None
    for path in folder.iterdir():
        if path.name.startswith(_PREFIX) and path.name != current:
            shutil.rmtree(path, ignore_errors=True)
        elif path.name.startswith(".recalling-"):
            path.unlink(missing_ok=True)


class Generation:
    """A generation in the making: empty, or a copy of the current one by hard links.

    Nobody sees it before `finish`. Use within `only_builder`.
    """

    def __init__(self, folder: Path, *, empty: bool) -> None:
        """Start it. Raises OutputError when there is no room or no right to write."""
        self._folder = folder
        number = 1
        if is_store(folder):
            number += int(_current(folder).name.removeprefix(_PREFIX))
        self._name = f"{_PREFIX}{number}"
        self._part = folder / (self._name + _PART)
        try:
            shutil.rmtree(self._part, ignore_errors=True)
            self.kept.mkdir(parents=True)
            if not empty and is_store(folder):
                before = ox.Store.read_only(str(statements_folder(folder)))
                before.backup(str(self._part / "oxigraph"))
                for file in kept_files(folder).iterdir():
                    self.keep(file)
            self._store: ox.Store | None = ox.Store(str(self._part / "oxigraph"))
        except OSError as error:
            raise OutputError(f"{folder} cannot be written to ({error}).") from error

    @property
    def store(self) -> ox.Store:
        """The statements so far, for reading and for small changes."""
        assert self._store is not None, "a finished generation is not changed"  # noqa: S101
        return self._store

    @property
    def kept(self) -> Path:
        """The folder of the files that are kept with it."""
        return self._part / _KEPT

    def select(self, query: str) -> Iterator[ox.QuerySolution]:
        """The rows of a SELECT query on the default graph.

        The store finds and counts ten times as fast as we could over its statements.
        """
        rows = self.store.query(query)
        assert isinstance(rows, ox.QuerySolutions)  # noqa: S101
        return rows

    def forget(self, graphs: Iterable[str]) -> None:
        """Remove these named graphs with all their statements."""
        for graph in graphs:
            self.store.remove_graph(ox.NamedNode(graph))

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Remove these statements."""
        for quad in quads:
            self.store.remove(quad)

    def keep(self, file: Path) -> None:
        """Keep a file, which nobody will change, under its own name: by a hard link if it can be.

        Raises OutputError when there is no room.
        """
        to = self.kept / file.name
        try:
            try:
                os.link(file, to)
            except OSError:  # a file system without links, or another one
                shutil.copyfile(file, to)
        except OSError as error:
            raise OutputError(f"{self._folder} cannot be written to ({error}).") from error

    def keep_only(self, names: Set[str]) -> None:
        """Drop the kept files that have other names."""
        for file in self.kept.iterdir():
            if file.name not in names:
                file.unlink()

    def load(self, data: bytes, form: ox.RdfFormat, graph: str | None = None) -> None:
        """Add statements; triples go into the named graph `graph`, or into the default one.

        Raises GraphError when they do not parse, OutputError when there is no room.
        """
        to = None if graph is None else ox.NamedNode(graph)
        try:
            self.store.bulk_load(input=data, format=form, to_graph=to, lenient=True)
        except SyntaxError as error:
            raise GraphError(f"what is to be stored does not parse: {error}") from error
        except OSError as error:
            raise OutputError(f"{self._folder} cannot be written to ({error}).") from error

    def finish(self, ledger: bytes) -> None:
        """Make it the current generation and remove the one before."""
        self.store.flush()
        self._store = None  # closes it
        before = _current(self._folder) if is_store(self._folder) else None
        write_whole(self._part / "ledger", ledger)
        os.replace(self._part, self._folder / self._name)
        write_whole(self._folder / CURRENT, f"{self._name}\n".encode())
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)

    def abandon(self) -> None:
        """Leave the store as it was."""
        self._store = None
        shutil.rmtree(self._part, ignore_errors=True)


def replace_graph(folder: Path, graph: str, data: bytes, form: ox.RdfFormat) -> None:
    """Replace one named graph of a store by the triples of `data`, in one step.

    Raises GraphError where there is no store or the data does not parse, and OutputError.
    """
    ledger = read_ledger(folder)
    if ledger is None:
        raise GraphError(
            f"{folder} holds no store: make one with `recalling build FOLDER --store {folder}`."
        )
    with only_builder(folder):
        generation = Generation(folder, empty=False)
        try:
            generation.forget([graph])
            generation.load(data, form, graph)
            generation.finish(ledger)
        except BaseException:
            generation.abandon()
            raise
