"""What a store keeps of a document: a part of its graph, and everything that queries ask for."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from recalling.authority import load_authority
from recalling.graph import TRIG_HEAD, assemble, assemble_lean, graph_iri, trig
from recalling.pipeline import Options, Processed, process, read_input
from recalling.store import packaged_queries, packaged_query, run_query

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
NT = ox.RdfFormat.N_TRIPLES
CITATION = "<http://purl.org/spar/cito/Citation>"


@pytest.fixture(scope="module")
def processed() -> Processed:
    return process(read_input(str(EXAMPLE), Options()))


def test_it_says_nothing_that_the_graph_does_not(processed: Processed) -> None:
    authority = load_authority()
    lean = list(assemble_lean(processed.document, processed.resolution, authority))
    whole = set(assemble(processed.document, processed.resolution, authority))
    assert set(lean) < whole
    assert len(lean) == len(set(lean)) < len(whole) / 2


def test_no_citation_is_lost(processed: Processed) -> None:
    authority = load_authority()
    lean = set(assemble_lean(processed.document, processed.resolution, authority))
    whole = set(assemble(processed.document, processed.resolution, authority))
    cited = [t for t in whole if t[2] == CITATION or "hasCitedEntity" in t[1]]
    assert len(cited) > 40
    assert set(cited) <= lean
    assert {t for t in whole if t[1].endswith("/cites>")} <= lean


def test_the_graph_is_named_by_text_and_content(processed: Processed) -> None:
    """Not by where the file lies."""
    name = graph_iri(processed.document)
    assert name.startswith("https://w3id.org/recalling/doc/A/RES/78/265/zh#graph-")
    assert name.endswith(processed.document.digest[:16])


def test_trig_says_the_same_triples(processed: Processed) -> None:
    triples = list(assemble_lean(processed.document, processed.resolution, load_authority()))
    text = TRIG_HEAD + trig("urn:g", triples) + trig("urn:empty", [])
    read = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(text, format=ox.RdfFormat.TRIG)
    }
    again = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(
            "".join(f"{s} {p} {o} .\n" for s, p, o in triples), format=ox.RdfFormat.N_TRIPLES
        )
    }
    assert read == again
    assert len(read) == len(triples)


@pytest.mark.parametrize("name", [query.name for query in packaged_queries()])
def test_every_packaged_query_answers_alike(processed: Processed, name: str) -> None:
    """On the graph of a file, and on what a store keeps of it beside the names."""
    authority = load_authority()
    whole = ox.Store()
    triples = assemble(
        processed.document, processed.resolution, authority, clauses=processed.finding.clauses
    )
    whole.bulk_load("".join(f"{s} {p} {o} .\n" for s, p, o in triples), format=NT)
    store = ox.Store()
    lean = assemble_lean(processed.document, processed.resolution, authority)
    store.bulk_load("".join(f"{s} {p} {o} .\n" for s, p, o in lean), format=NT)
    names = [q for q in whole if q.predicate.value.endswith(("prefLabel", "altLabel"))]
    store.bulk_extend(names)
    query = packaged_query(name)
    one, two = (run_query(query.text, graph) for graph in (whole, store))
    passage = "passage" in one.variables and one.variables.index("passage")
    drop = () if passage is False else (passage,)
    rows = [
        sorted(
            tuple(cell for at, cell in enumerate(row) if at not in drop) for row in found.texts()
        )
        for found in (one, two)
    ]
    assert rows[0] == rows[1]
