"""The work of one process in a build of many: a chunk of files becomes a shard.

A shard is two files: `<key>.ttl`, what each file says, one after the other, and `<key>.rows`, what
came of each file. The rows are written last, so a shard that has them is whole. The key comes from
the contents and from the program, so that a build that was killed finds again what it had finished.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec

from recalling import __version__
from recalling.authority import load_authority
from recalling.graph import Block, assemble_lean, block, expression_iri
from recalling.model.errors import RecallingError
from recalling.model.files import write_whole
from recalling.pipeline.manifest import knowledge_digest
from recalling.pipeline.process import Options, Processed, process, read_input

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOMS = ("model", "text", "authority", "grammar", "readers", "extractors", "resolver", "graph")

STAGES = ("read", "find and identify", "assemble", "write")


class Row(msgspec.Struct, frozen=True, array_like=True):
    """What is remembered of one file: its content, where its statements lie, what came of it.

    `shard` names the shard whose bytes `place[0]:place[1]` are its own statements and
    `place[1]:place[2]` those that other texts may share (see `graph.blocks`). `shard` and
    `document` are empty, and `failed` is the sentence that says why, when it could not be read.
    `unresolved` counts mentions by reason; `trouble` says what of it could not be read or trusted.
    """

    path: str
    digest: str
    shard: str = ""
    place: tuple[int, int, int] = (0, 0, 0)
    document: str = ""
    language: str = ""
    statements: int = 0
    identified: int = 0
    unresolved: dict[str, int] = {}
    disagreements: int = 0
    trouble: tuple[str, ...] = ()
    failed: str = ""


class Shard(msgspec.Struct, frozen=True):
    """The rows of a finished chunk, and the seconds that each stage took."""

    key: str
    program: str
    rows: tuple[Row, ...]
    seconds: dict[str, float]


class Chunk(msgspec.Struct, frozen=True):
    """Files to be worked on together: (path, SHA-256 of the content), in order."""

    files: tuple[tuple[str, str], ...]
    program: str
    options: Options

    @property
    def key(self) -> str:
        """The name of the shard that it becomes."""
        contents = "".join(digest for _, digest in self.files)
        return hashlib.sha256((self.program + contents).encode()).hexdigest()[:32]


@cache
def program_digest(options: Options) -> str:
    """What decides the statements besides the texts: our code, our knowledge, the options."""
    digest = hashlib.sha256(f"{__version__} {knowledge_digest()} {options!r}".encode())
    for room in _ROOMS:
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            digest.update(path.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def content_digest(path: str) -> str:
    """SHA-256 of a file's content. Raises OSError."""
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def work_on(chunk: Chunk, folder: str) -> Shard:
    """Read, find, identify and assemble each file of a chunk, and write the shard into `folder`.

    A file that cannot be read is a row that says why. Raises OutputError.
    """
    with _uncollected():
        return _work_on(chunk, folder)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave cycles of garbage until the chunk is done.

    What a file is read into has none: looking for them takes a twentieth of the work, and finds
    nothing. What there may be is found when the collector runs again.
    """
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()


def _work_on(chunk: Chunk, folder: str) -> Shard:
    seconds: defaultdict[str, float] = defaultdict(float)
    rows: list[Row] = []
    parts: list[bytes] = []
    at = 0
    for path, digest in chunk.files:
        try:
            row, said = _one(path, digest, chunk.options, seconds)
            own, shared = said.own.encode(), said.shared.encode()
            place = (at, at + len(own), at + len(own) + len(shared))
            row = msgspec.structs.replace(row, shard=chunk.key, place=place)
            parts += (own, shared)
            at = place[2]
        except RecallingError as error:
            row = Row(path, digest, failed=str(error))
        except Exception as error:  # one file must never end a build of thousands
            why = f"{type(error).__name__}: {error}"
            row = Row(path, digest, failed=f"{path} could not be processed ({why}): report it.")
        rows.append(row)
    began = time.perf_counter()
    write_whole(Path(folder) / shard_name(chunk.key), b"".join(parts))
    seconds["write"] += time.perf_counter() - began
    shard = Shard(chunk.key, chunk.program, tuple(rows), dict(seconds))
    write_whole(Path(folder) / f"{chunk.key}.rows", msgspec.msgpack.encode(shard))
    return shard


def _one(
    path: str, digest: str, options: Options, seconds: defaultdict[str, float]
) -> tuple[Row, Block]:
    """One file's row and what it says; adds the time of each stage."""
    times = [time.perf_counter()]
    document = read_input(path, options)
    times.append(time.perf_counter())
    processed = process(document, governing=True)  # a store keeps no others
    times.append(time.perf_counter())
    triples = assemble_lean(document, processed.resolution, load_authority(), base=options.base)
    said = block(expression_iri(document, options.base), triples)
    times.append(time.perf_counter())
    for stage, start, end in zip(STAGES, times, times[1:], strict=False):
        seconds[stage] += end - start
    return _row(path, digest, processed, said.statements), said


def _row(path: str, digest: str, processed: Processed, statements: int) -> Row:
    document, resolution = processed.document, processed.resolution
    return Row(
        path=path,
        digest=digest,
        document=document.cover.symbol or document.name,
        language=document.language,
        statements=statements,
        identified=len(resolution.citations),
        unresolved=dict(sorted(Counter(u.reason for u in resolution.unresolved).items())),
        disagreements=sum(c.disagreement is not None for c in resolution.citations),
        trouble=document.trouble,
    )


def finished_shards(folder: Path, program: str, wanted: frozenset[str]) -> list[Shard]:
    """Shards that a killed build left whole and that this one can use; the others are removed.

    `wanted` are the digests of the contents still to be worked on.
    """
    found: list[Shard] = []
    keep: set[str] = set()
    taken: set[str] = set()
    for path in sorted(folder.glob("*.rows")) if folder.is_dir() else ():
        try:
            shard = msgspec.msgpack.decode(path.read_bytes(), type=Shard)
        except (OSError, msgspec.DecodeError):
            continue
        digests = {row.digest for row in shard.rows}
        fresh = shard.program == program and digests <= wanted and not digests & taken
        if fresh and (folder / shard_name(shard.key)).is_file():
            found.append(shard)
            taken |= digests
            keep |= {path.name, shard_name(shard.key)}
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in keep:
            path.unlink(missing_ok=True)
    return found


def shard_name(key: str) -> str:
    """The name of the file with the statements of a shard."""
    return f"{key}.ttl"


def chunks(
    files: Sequence[tuple[str, str]], size: int, program: str, options: Options
) -> list[Chunk]:
    """The files in chunks of `size`, in order."""
    return [
        Chunk(tuple(files[at : at + size]), program, options) for at in range(0, len(files), size)
    ]


def default_jobs() -> int:
    """How many processes to use when nobody says: one for each processor we may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
