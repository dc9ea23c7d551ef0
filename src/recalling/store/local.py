"""Queries on a graph at hand: in a process of their own, with limits on time, memory and rows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec
import pyoxigraph as ox

from recalling.graph import PREFIXES
from recalling.model.errors import QueryError
from recalling.store.guard import guard
from recalling.store.packaged import bind, unbound
from recalling.store.results import Results, Row, Value

_PLACE = re.compile(r"^error at (\d+):(\d+):")
_WORKER = Path(__file__).with_name("worker.py")


class Limits(msgspec.Struct, frozen=True):
    """How far a query may go: seconds, rows of the answer, bytes of memory."""

    seconds: float = 60.0
    rows: int = 100_000
    memory: int = 4 << 30


DEFAULT_LIMITS = Limits()


def run_query(
    text: str,
    graph: ox.Store | Path,
    parameters: Mapping[str, str] | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> Results:
    """The answer to a SPARQL query on a store in memory, or on the store in a folder.

    `parameters` replace the values of the parameters that the query declares (see `packaged`).
    The prefixes of our graphs need not be declared. The default graph is the union of all graphs.
    Raises QueryError when the query does not parse, is refused, or exceeds `limits`.
    """
    query = guard(bind(text, parameters or {}))
    request = {
        "query": query,
        "prefixes": dict(PREFIXES),
        "rows": limits.rows,
        "bytes": limits.memory,
        "folder": str(graph) if isinstance(graph, Path) else None,
    }
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answered:
        asked.write(json.dumps(request).encode() + b"\n")
        if isinstance(graph, ox.Store):
            graph.dump(asked, format=ox.RdfFormat.N_QUADS)
        asked.seek(0)
        _evaluate(asked, answered, limits, unbound(query))
        answered.seek(0)
        return _read(answered)


def _evaluate(asked: IO[bytes], answered: IO[bytes], limits: Limits, free: Sequence[str]) -> None:
    """Run the worker from one file into another; kill it when its time is over.

    `free` are the parameters that would narrow the query.
    """
    try:
        done = subprocess.run(  # noqa: S603 (our own worker, without a shell)
            [sys.executable, "-P", str(_WORKER)],
            stdin=asked,
            stdout=answered,
            stderr=subprocess.PIPE,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        remedy = "ask for less, or for fewer steps"
        if free:
            remedy = f"narrow it with {' or '.join(f'--{one}' for one in free)}"
        raise QueryError(
            f"The query took longer than {limits.seconds:g} seconds and was stopped: {remedy}."
        ) from error
    if done.returncode != 0:
        raise QueryError(
            f"The query was stopped: it needed more than the {limits.memory >> 20:,} MiB of "
            "memory that it may have, or the store cannot be opened. Ask for less."
        )


def _placed(said: str) -> str:
    """What the parser says, its place in words: "error at 2:9: expected …"."""
    return _PLACE.sub(
        r"something is wrong or missing at line \1, column \2, the parser", said, count=1
    )


def _read(answered: IO[bytes]) -> Results:
    """The answer from the worker's messages."""
    head: list[Any] = json.loads(answered.readline() or b'["error", "no answer"]')
    if head[0] == "syntax":
        raise QueryError(f"The query does not parse: {_placed(head[1])}.")
    if head[0] == "error":
        raise QueryError(f"The query cannot be answered: {head[1]}.")
    if head[0] == "boolean":
        return Results(kind="boolean", boolean=head[1])
    rows: list[Row] = []
    cut = False
    for line in answered:
        message = json.loads(line)
        if message[0] == "row":
            rows.append(tuple(None if c is None else Value(*c) for c in message[1]))
        elif message[0] == "cut":
            cut = True
        elif message[0] == "error":
            raise QueryError(f"The query cannot be answered: {message[1]}.")
    return Results(kind=head[0], variables=tuple(head[1]), rows=tuple(rows), cut=cut)
