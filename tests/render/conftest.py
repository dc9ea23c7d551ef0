"""Graphs to render: the sample of the contract, and made ones of any size or malice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

_SAMPLE = Path(__file__).resolve().parents[1] / "graph" / "sample.ttl"

_HEAD = """
@base <https://w3id.org/recalling/> .
@prefix rec: <https://w3id.org/recalling/ontology#> .
@prefix fn: <https://w3id.org/recalling/function/> .
@prefix kind: <https://w3id.org/recalling/kind/> .
@prefix body: <https://w3id.org/recalling/body/> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix frbr: <http://purl.org/vocab/frbr/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""

_VERBS = [
    ("reaffirms", "Reaffirming"), ("recalls", "Recalling"), ("takes-note-of", "Taking note of"),
    ("welcomes", "Welcoming"), ("recognizes", "Recognizing"), ("calls-upon", "Calls upon"),
    ("expresses-concern", "Expressing concern at"), ("looks-forward-to", "Looking forward to"),
    ("guided-by", "Guided by"),
]  # fmt: skip


def made_turtle(documents: int, instruments: int, each: int, title: str = "Instrument") -> str:
    """`documents` resolutions that cite `each` of `instruments` others, under verbs in turn."""
    blocks = [_HEAD]
    for number in range(instruments):
        blocks.append(
            f"<doc/A/RES/50/{number}> a rec:Resolution ; rec:kind kind:resolution ;\n"
            f'  dcterms:identifier "A/RES/50/{number}" ; rec:adoptedBy body:ga ;\n'
            f'  dcterms:date "{1990 + number % 30}-01-02"^^xsd:date ;\n'
            f'  dcterms:title "{title} {number}"@en ;\n'
            f"  rdfs:seeAlso <https://docs.un.org/en/A/RES/50/{number}> .\n"
        )
    for document in range(documents):
        work, text = f"<doc/A/RES/60/{document}>", f"doc/A/RES/60/{document}/en"
        blocks.append(
            f"{work} a rec:Resolution ; rec:kind kind:resolution ; frbr:realization <{text}> ;\n"
            f'  dcterms:identifier "A/RES/60/{document}" ; dcterms:title "{title}s"@en .\n'
            f"<{text}> a frbr:Expression ; frbr:realizationOf {work} .\n"
        )
        for at in range(each):
            function, verb = _VERBS[(at * len(_VERBS)) // each]
            cited = (document * 7 + at * (document % 5 + 1)) % instruments
            quote = f"resolution 50/{cited}"
            sentence = f"{verb} its {quote} of 2 January,"
            start = 1000 * at
            blocks.append(
                f"<{text}#pp{at}> a rec:Paragraph ; dcterms:isPartOf <{text}> ;\n"
                f'  rec:label "pp{at}" ; rec:role "pp" ; rec:order {at} ;\n'
                f'  rec:text "{sentence}"@en ;\n'
                f"  rec:start {start} ; rec:end {start + len(sentence)} .\n"
                f"<{text}#pp{at}-{start}-{start + 9}> a cito:Citation ;\n"
                f"  cito:hasCitingEntity {work} ;\n"
                f"  cito:hasCitedEntity <doc/A/RES/50/{cited}> ; rec:function fn:{function} ;\n"
                f'  rec:verb "{verb}"@en ; rec:quote "{quote}"@en ;\n'
                f"  rec:inParagraph <{text}#pp{at}> ; rec:start {start + len(verb) + 5} .\n"
                f"{work} cito:cites <doc/A/RES/50/{cited}> .\n"
            )
    return "".join(blocks)


@pytest.fixture(scope="session")
def sample() -> Graph:
    """Two invented resolutions that show every feature of the shape."""
    return Graph().parse(_SAMPLE)


@pytest.fixture(scope="session")
def made() -> Callable[..., Graph]:
    """A function that makes a graph of so many documents and instruments."""

    def make(documents: int, instruments: int, each: int, title: str = "Instrument") -> Graph:
        turtle = made_turtle(documents, instruments, each, title)
        return Graph().parse(data=turtle, format="turtle")

    return make
