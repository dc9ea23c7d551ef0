"""Floor 3: citations become RDF: identifiers, triples, shapes, canonical Turtle."""

from __future__ import annotations

from recalling.graph.identifiers import (
    document_link,
    expression_iri,
    fragment,
    instrument_iri,
    work_iri,
)
from recalling.graph.vocabulary import BASE, PREFIXES, camel

__all__ = [
    "BASE",
    "PREFIXES",
    "camel",
    "document_link",
    "expression_iri",
    "fragment",
    "instrument_iri",
    "work_iri",
]
