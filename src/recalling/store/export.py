"""A graph in other serialisations, and as the rdflib graph that users go on with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from recalling.graph import BASE, PREFIXES, Triple, ntriples, write_turtle
from recalling.graph.terms import iri, literal
from recalling.model.errors import GraphError
from recalling.model.files import whole_file
from recalling.store.embedded import statements_folder
from recalling.store.files import load_graph

if TYPE_CHECKING:
    import rdflib

_TRIPLE_TERMS = "The graph holds triple terms, which none of the formats can express."


def triples(store: ox.Store) -> Iterator[Triple]:
    """The triples of all graphs of a store as N-Triples terms, in no order.

    Raises GraphError for a triple term (RDF 1.2), which none of our formats can express.
    """
    for quad in store:
        subject, object_ = quad.subject, quad.object
        if isinstance(subject, ox.Triple) or isinstance(object_, ox.Triple):
            raise GraphError(_TRIPLE_TERMS)
        yield _term(subject), iri(quad.predicate.value), _term(object_)


def to_rdflib(graph: Path | str | ox.Store) -> rdflib.Graph:
    """The graph of a file, a folder or a store as an rdflib Graph with our prefixes bound.

    Raises GraphError when it cannot be read.
    """
    import rdflib  # here: loading it takes half a second, which queries need not wait for

    store = graph if isinstance(graph, ox.Store) else load_graph(graph)
    found = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    terms: dict[ox.NamedNode | ox.BlankNode | ox.Literal, rdflib.term.Node] = {}

    def term(said: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
        if isinstance(said, ox.Triple):
            raise GraphError(_TRIPLE_TERMS)
        if said not in terms:
            terms[said] = _rdflib_term(said)
        return terms[said]

    for quad in store:  # not through a format: rdflib reads it four times as slowly
        found.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return found


def _rdflib_term(said: ox.NamedNode | ox.BlankNode | ox.Literal) -> rdflib.term.Node:
    import rdflib

    if isinstance(said, ox.NamedNode):
        return rdflib.URIRef(said.value)
    if isinstance(said, ox.BlankNode):
        return rdflib.BNode(said.value)
    if said.language is not None or said.datatype.value.endswith("XMLSchema#string"):
        return rdflib.Literal(said.value, lang=said.language)
    return rdflib.Literal(said.value, datatype=rdflib.URIRef(said.datatype.value))


def export(store: ox.Store, format_: str, base: str = BASE) -> bytes:
    """The graph in one of `EXPORTS`, in UTF-8; the same triples give the same bytes.

    Raises GraphError for another format and for what the format cannot hold.
    """
    write = EXPORTS.get(format_)
    if write is None:
        raise GraphError(f"{format_!r} is no format of graphs: {', '.join(EXPORTS)} are.")
    try:
        return write(store, base)
    except ValueError as error:
        raise GraphError(f"The graph cannot be written as {format_}: {error}.") from error


def dump(folder: Path, format_: str, path: Path) -> None:
    """Write all statements of a store of many documents into a file, whole or not at all.

    In the store's own order, without holding them in memory. `format_` is one of `DUMPS`: TriG
    keeps the graph of each document; the others repeat what several documents state. Raises
    GraphError for another format or where there is no store, OutputError for the file.
    """
    if format_ not in DUMPS:
        raise GraphError(
            f"A whole store is written as {', '.join(DUMPS)}: for {format_} name one document "
            "with --around."
        )
    store = ox.Store.read_only(str(statements_folder(folder)))
    form, prefixes = DUMPS[format_], dict(sorted(PREFIXES.items()))
    said: Iterable[ox.Quad] | Iterable[ox.Triple] = store
    if not form.supports_datasets:
        said = (quad.triple for quad in store)
    with whole_file(path) as file:
        ox.serialize(said, output=file, format=form, prefixes=prefixes)


DUMPS: Mapping[str, ox.RdfFormat] = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
}
"""Serialisations that can be written statement by statement."""


def _turtle(store: ox.Store, base: str) -> bytes:
    return write_turtle(triples(store), base).encode()


def _ntriples(store: ox.Store, _: str) -> bytes:
    return ntriples(sorted(set(triples(store)))).encode()


def _trig(store: ox.Store, base: str) -> bytes:
    """Turtle is TriG; graphs with names of their own stand in blocks."""
    if not any(True for _ in store.named_graphs()):
        return _turtle(store, base)
    return _serialized(store, ox.RdfFormat.TRIG)


def _jsonld(store: ox.Store, _: str) -> bytes:
    return _serialized(store, ox.RdfFormat.JSON_LD)


def _rdfxml(store: ox.Store, _: str) -> bytes:
    return _serialized(store, ox.RdfFormat.RDF_XML)


def _serialized(store: ox.Store, format_: ox.RdfFormat) -> bytes:
    """Through Oxigraph, sorted first, because its order is that of the statements."""
    quads: Iterable[ox.Quad] = sorted(store, key=str)
    if not format_.supports_datasets:
        quads = [ox.Quad(q.subject, q.predicate, q.object) for q in quads]
    prefixes = dict(sorted(PREFIXES.items()))
    return ox.serialize(quads, format=format_, prefixes=prefixes) or b""


EXPORTS: Mapping[str, Callable[[ox.Store, str], bytes]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdfxml": _rdfxml,
    "trig": _trig,
}
"""Serialisations by the name that the command line gives them."""


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    if isinstance(term, ox.NamedNode):
        return iri(term.value)
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    if term.language is not None:
        return literal(term.value, term.language)
    if term.datatype.value.endswith("XMLSchema#string"):
        return literal(term.value)
    return f"{literal(term.value)}^^<{term.datatype.value}>"
