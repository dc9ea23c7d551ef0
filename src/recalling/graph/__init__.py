"""Floor 3: citations become RDF: identifiers, triples, shapes, canonical Turtle."""

from __future__ import annotations

from recalling.graph.assemble import assemble
from recalling.graph.identifiers import (
    document_link,
    expression_iri,
    fragment,
    instrument_iri,
    work_iri,
)
from recalling.graph.lean import TRIG_HEAD, assemble_lean, graph_iri, trig
from recalling.graph.shapes import ShapeFinding, check_graph
from recalling.graph.terms import Triple, ntriples
from recalling.graph.turtle import write_turtle
from recalling.graph.vocabulary import BASE, PREFIXES, camel

__all__ = [
    "BASE",
    "PREFIXES",
    "TRIG_HEAD",
    "ShapeFinding",
    "Triple",
    "assemble",
    "assemble_lean",
    "camel",
    "check_graph",
    "document_link",
    "expression_iri",
    "fragment",
    "graph_iri",
    "instrument_iri",
    "ntriples",
    "trig",
    "work_iri",
    "write_turtle",
]
