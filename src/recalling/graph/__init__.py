"""Floor 3: citations become RDF: identifiers, triples, shapes, canonical Turtle."""

from __future__ import annotations

from recalling.graph.assemble import assemble
from recalling.graph.blocks import BLOCKS_HEAD, Block, block
from recalling.graph.identifiers import (
    document_link,
    expression_iri,
    fragment,
    instrument_iri,
    work_iri,
)
from recalling.graph.lean import assemble_lean
from recalling.graph.shapes import ShapeFinding, check_graph
from recalling.graph.terms import Triple, ntriples
from recalling.graph.turtle import write_turtle
from recalling.graph.vocabulary import BASE, PREFIXES, camel

__all__ = [
    "BASE",
    "BLOCKS_HEAD",
    "PREFIXES",
    "Block",
    "ShapeFinding",
    "Triple",
    "assemble",
    "assemble_lean",
    "block",
    "camel",
    "check_graph",
    "document_link",
    "expression_iri",
    "fragment",
    "instrument_iri",
    "ntriples",
    "work_iri",
    "write_turtle",
]
