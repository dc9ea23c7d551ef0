"""What a store keeps of a document: a part of its graph, and everything that queries ask for."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from recalling.authority import load_authority
from recalling.graph import TRIG_HEAD, assemble, assemble_lean, graph_iri, trig
from recalling.pipeline import Options, Processed, process, read_input

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
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
