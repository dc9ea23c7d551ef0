"""Other serialisations: the same triples in each, and the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from recalling.model.errors import GraphError
from recalling.store import EXPORTS, export, load_graph, to_rdflib

SAMPLE = Path(__file__).parents[1] / "graph" / "sample.ttl"
READERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml", "trig": "trig"}


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(SAMPLE)


@pytest.mark.parametrize("format_", EXPORTS)
def test_every_format_holds_the_same_triples(format_, graph):
    dataset = rdflib.Dataset() if format_ == "trig" else rdflib.Graph()
    dataset.parse(data=export(load_graph(SAMPLE), format_), format=READERS[format_])
    read = rdflib.Graph()
    for subject, predicate, object_, *_ in dataset:
        read.add((subject, predicate, object_))
    assert isomorphic(read, graph)


@pytest.mark.parametrize("format_", EXPORTS)
def test_the_same_graph_gives_the_same_bytes(format_):
    again = ox.Store()
    again.extend(sorted(load_graph(SAMPLE), key=lambda quad: str(quad)[::-1]))
    assert export(again, format_) == export(load_graph(SAMPLE), format_)


def test_a_format_that_is_none_is_answered_with_those_there_are():
    with pytest.raises(GraphError, match="ttl, nt, jsonld, rdfxml, trig"):
        export(load_graph(SAMPLE), "docx")


def test_a_blank_node_has_no_canonical_turtle():
    store = ox.Store()
    store.load("_:b <http://x/p> 1 .", format=ox.RdfFormat.TURTLE)
    with pytest.raises(GraphError, match="cannot be written as ttl"):
        export(store, "ttl")
    assert b"http://x/p" in export(store, "nt")


def test_rdflib_gets_the_whole_graph_with_our_prefixes(graph):
    made = to_rdflib(SAMPLE)
    assert isomorphic(made, graph)
    assert dict(made.namespaces())["rec"] == rdflib.URIRef("https://w3id.org/recalling/ontology#")
