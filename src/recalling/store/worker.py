"""One query, evaluated in a process of its own that can be killed.

Started by `local` as a script, so it imports nothing of Recalling. Reads from standard input a
line of JSON (the request) and the dataset as N-Quads, or opens the store whose folder the request
names; writes one JSON document a line: the head, then a row a line, then the end.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

Cell = list[str | None] | None


def main() -> None:
    """Answer the one request on standard input."""
    request = json.loads(sys.stdin.buffer.readline())
    _limit_memory(request["bytes"])
    folder = request["folder"]
    if folder is None:
        store = ox.Store()
        store.bulk_load(sys.stdin.buffer, format=ox.RdfFormat.N_QUADS)
    else:
        store = ox.Store.read_only(folder)
    write = sys.stdout.write
    for message in answer(store, request):
        write(json.dumps(message, ensure_ascii=False) + "\n")


def answer(store: ox.Store, request: dict[str, Any]) -> Iterator[list[Any]]:
    """The messages that make up the answer; an error is a message too."""
    try:
        found = store.query(
            request["query"], prefixes=request["prefixes"], use_default_graph_as_union=True
        )
        if isinstance(found, ox.QueryBoolean):
            yield ["boolean", bool(found)]
            return
        if isinstance(found, ox.QueryTriples):
            yield ["triples", ["subject", "predicate", "object"]]
            rows = ([cell(t.subject), cell(t.predicate), cell(t.object)] for t in found)
        else:
            yield ["rows", [v.value for v in found.variables]]
            rows = ([cell(value) for value in row] for row in found)
        yield from _limited(rows, request["rows"])
    except SyntaxError as error:
        yield ["syntax", str(error)]
    except (OSError, ValueError, RuntimeError) as error:
        yield ["error", str(error)]


def cell(term: object) -> Cell:
    """A term as kind, text, language, datatype."""
    if isinstance(term, ox.NamedNode):
        return ["iri", term.value, None, None]
    if isinstance(term, ox.BlankNode):
        return ["blank", term.value, None, None]
    if isinstance(term, ox.Literal):
        plain = term.language is not None or term.datatype.value.endswith("#string")
        return ["literal", term.value, term.language, None if plain else term.datatype.value]
    return None if term is None else ["literal", str(term), None, None]


def _limited(rows: Iterator[list[Cell]], most: int) -> Iterator[list[Any]]:
    for count, row in enumerate(rows):
        if count == most:
            yield ["cut"]
            return
        yield ["row", row]
    yield ["end"]


def _limit_memory(most: int) -> None:
    """Bound the memory of this process where the system knows how to."""
    try:
        import resource
    except ImportError:  # a system without resource limits
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
