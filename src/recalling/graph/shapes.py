"""The SHACL shapes of `ontology/shapes.ttl`, and what breaks them, in words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from recalling.graph.vocabulary import FRBR, RDF, REC, SH
from recalling.model.errors import GraphError
from recalling.model.resources import resource

if TYPE_CHECKING:
    import rdflib


class ShapeFinding(msgspec.Struct, frozen=True, order=True):
    """One place where a graph breaks a shape: which node, what is wrong, the value if it is one.

    Its text is a sentence: `<…/zh#pp1-109-116> must cite one instrument (cito:hasCitedEntity).`
    """

    node: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        value = "" if self.value is None else f": {self.value}"
        return f"<{self.node}> {self.message}{value}."


def check_graph(graph: rdflib.Graph) -> tuple[ShapeFinding, ...]:
    """What in `graph` breaks the shapes, in order of node; empty when nothing does.

    Raises GraphError for a graph with neither the text of a document nor a candidate for the
    authority, which is none of ours.
    """
    import rdflib  # here and below: loading them takes a second, which only this door needs
    from pyshacl import validate

    ours = (rdflib.URIRef(FRBR + "Expression"), rdflib.URIRef(REC + "Candidate"))
    if not any((None, rdflib.URIRef(RDF + "type"), class_) in graph for class_ in ours):
        raise GraphError(
            "The graph holds no text of a resolution (frbr:Expression), so there is nothing to "
            "check: give a graph that `recalling build` made."
        )
    conforms, report, _ = validate(graph, shacl_graph=_shapes(), inference="none")
    if conforms:
        return ()
    if not isinstance(report, rdflib.Graph):
        raise GraphError(f"The shapes cannot be checked: {report}.")
    results = report.subjects(rdflib.URIRef(RDF + "type"), rdflib.URIRef(SH + "ValidationResult"))
    return tuple(sorted({_finding(report, result) for result in results}, key=_order))


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(resource("ontology", "shapes.ttl"))


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> ShapeFinding:
    import rdflib

    message = report.value(result, rdflib.URIRef(SH + "resultMessage"))
    value = report.value(result, rdflib.URIRef(SH + "value"))
    node = report.value(result, rdflib.URIRef(SH + "focusNode"))
    shown = None if value is None or value == node else value.n3()
    return ShapeFinding(str(node), str(message), shown)


def _order(finding: ShapeFinding) -> tuple[str, str, str]:
    return finding.node, finding.message, finding.value or ""
