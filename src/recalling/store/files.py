"""Graph files and folders of graph files, opened as a store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from recalling.model.errors import GraphError

FORMATS: Mapping[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
_ACCEPTED = "Turtle (.ttl), N-Triples (.nt), TriG (.trig), RDF/XML (.rdf) or JSON-LD (.jsonld)"
_REMEDY = "mend it there, or make it anew with `recalling build`"


def load_graph(path: Path | str) -> ox.Store:
    """The graph in a file, or in all the Turtle files of a folder together, in memory.

    Raises GraphError, which names file and line, when there is nothing to read or it does not
    parse.
    """
    path = Path(path)
    store = ox.Store()
    for file in graph_files(path):
        _load(store, file)
    if len(store) == 0:
        raise GraphError(f"{path} holds no statements: {_REMEDY}.")
    return store


def graph_files(path: Path) -> tuple[Path, ...]:
    """The files of a graph: the file itself, or the Turtle files of a folder, in order of name.

    Raises GraphError when there are none.
    """
    if path.is_dir():
        files = tuple(sorted(p for p in path.glob("*.ttl") if p.is_file()))
        if not files:
            raise GraphError(
                f"{path} holds no Turtle files (*.ttl): make some with `recalling build -o {path}`."
            )
        return files
    if not path.exists():
        raise GraphError(
            f"{path} does not exist: name a graph file or a folder of them, "
            "or make one with `recalling build`."
        )
    if path.suffix.lower() not in FORMATS:
        raise GraphError(f"{path} is not a graph file: {_ACCEPTED} would be read.")
    return (path,)


def _load(store: ox.Store, file: Path) -> None:
    try:
        store.bulk_load(
            path=str(file), format=FORMATS[file.suffix.lower()], base_iri=file.resolve().as_uri()
        )
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise GraphError(f"{file}{line}: does not parse ({error.msg}); {_REMEDY}.") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{file} cannot be read ({error}): {_REMEDY}.") from error
