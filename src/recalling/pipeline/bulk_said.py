"""What the files of a store say: taken from shards to be put into it, and to be taken out again.

A store holds each statement once, however many files say it, and keeps the shards. So a file's
statements can be taken out exactly: all but those that a file which stays says as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from recalling.graph import BLOCKS_HEAD
from recalling.pipeline.bulk_work import Row, Shard, shard_name

HEAD = BLOCKS_HEAD.encode()
_REMEMBERED = 200_000  # lines, some 30 MB


class Fresh:
    """Reads shards for loading; what several texts say of a work comes out once, or nearly so.

    (Loading it again would change nothing, but takes its time. Lines are remembered up to a
    number, so that memory does not grow with the corpus.)
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said: set[bytes] = set()

    def of(self, shard: Shard) -> bytes:
        """The statements of a shard that have not come lately, as Turtle to stand below `HEAD`."""
        data = (self._folder / shard_name(shard.key)).read_bytes()
        pieces: list[bytes] = []
        for row in shard.rows:
            begin, middle, end = row.place
            fresh = set(data[middle:end].splitlines(keepends=True)) - self._said
            self._said |= fresh
            pieces += (data[begin:middle], *fresh)
        if len(self._said) > _REMEMBERED:
            self._said.clear()
        return b"".join(pieces)


def only_said_by(folder: Path, gone: Sequence[Row], kept: Sequence[Row]) -> Iterator[ox.Quad]:
    """The statements of the files `gone` that none of the files `kept` says as well.

    `folder` has the shards of all of them. Held in memory are the statements that the files
    `gone` may share with others.
    """
    shared = {line for _, lines in _blocks(folder, gone) for line in lines}
    for _, lines in _blocks(folder, kept):
        shared.difference_update(lines)
    yield from _parsed(b"".join(shared))
    for row in gone:  # another file may claim to be the same text: nearly always none does
        twins = [r for r in kept if (r.document, r.language) == (row.document, row.language)]
        left = {quad for own, _ in _blocks(folder, [row]) for quad in _parsed(own)}
        for own, _ in _blocks(folder, twins):
            left.difference_update(_parsed(own))
        yield from left


def shared_lines(folder: Path, rows: Iterable[Row]) -> Iterator[list[bytes]]:
    """What each of these files says of works and instruments, a statement a line (see `block`)."""
    return (lines for _, lines in _blocks(folder, rows))


def _blocks(folder: Path, rows: Iterable[Row]) -> Iterator[tuple[bytes, list[bytes]]]:
    """The own statements of each file, and the lines of those that it may share."""
    read = sorted((row for row in rows if row.shard), key=_shard)
    for shard, its in groupby(read, key=_shard):
        with (folder / shard_name(shard)).open("rb") as file:
            for row in its:
                begin, middle, end = row.place
                file.seek(begin)
                yield file.read(middle - begin), file.read(end - middle).splitlines(keepends=True)


def _parsed(block: bytes) -> Iterator[ox.Quad]:
    return ox.parse(HEAD + block, format=ox.RdfFormat.TURTLE, lenient=True)


def _shard(row: Row) -> str:
    return row.shard
