"""What a store keeps of a document: a part of its graph, and everything that queries ask for."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.authority import load_authority
from recalling.graph import BLOCKS_HEAD, assemble, assemble_lean, block, expression_iri
from recalling.graph.terms import integer, literal, ntriples
from recalling.graph.vocabulary import REC
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
    lean = set(assemble_lean(processed.document, processed.resolution, authority))
    whole = set(assemble(processed.document, processed.resolution, authority))
    assert lean < whole
    assert len(lean) < len(whole) / 2


def test_no_citation_is_lost(processed: Processed) -> None:
    authority = load_authority()
    lean = set(assemble_lean(processed.document, processed.resolution, authority))
    whole = set(assemble(processed.document, processed.resolution, authority))
    cited = [t for t in whole if t[2] == CITATION or "hasCitedEntity" in t[1]]
    assert len(cited) > 40
    assert set(cited) <= lean
    assert {t for t in whole if t[1].endswith("/cites>")} <= lean


def test_a_date_is_that_of_the_own_cover(processed: Processed) -> None:
    """What citations state of other documents' dates stays with the citations."""
    lean = set(assemble_lean(processed.document, processed.resolution, load_authority()))
    dates = {(s, o[1:11]) for s, p, o in lean if p == "<http://purl.org/dc/terms/date>"}
    work = "https://w3id.org/recalling/doc/A/RES/78/265"
    assert dates == {(f"<{work}>", "2024-03-21"), (f"<{work}/zh>", "2024-03-21")}
    assert any(p.endswith("#statedDate>") and o.startswith('"2015-09-25"') for _, p, o in lean)


def terms(text: str, form: ox.RdfFormat) -> set[tuple[str, str, str]]:
    quads = ox.parse(text, format=form)
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads}


def test_a_block_says_the_same_triples(processed: Processed) -> None:
    triples = list(assemble_lean(processed.document, processed.resolution, load_authority()))
    said = block(expression_iri(processed.document), triples)
    read = terms(BLOCKS_HEAD + said.own + said.shared, ox.RdfFormat.TURTLE)
    assert read == terms("".join(f"{s} {p} {o} .\n" for s, p, o in triples), NT)
    assert len(read) == said.statements


def test_a_block_parts_what_only_the_text_can_say(processed: Processed) -> None:
    """Its paragraphs and citations are its own; each of the other statements is one line."""
    text = expression_iri(processed.document)
    triples = list(assemble_lean(processed.document, processed.resolution, load_authority()))
    said = block(text, triples)
    own = terms(BLOCKS_HEAD + said.own, ox.RdfFormat.TURTLE)
    assert {s.partition("#")[0].strip("<>") for s, _, _ in own} == {text}
    shared = said.shared.splitlines()
    assert len(shared) == len(set(shared)) == said.statements - len(own)
    assert "<https://w3id.org/recalling/doc/A/RES/78/265> cito:cites " in said.shared


@pytest.mark.parametrize("fragment", ["pp1", "op4-b", "a.", ".b", "-c", "%E4%B8%80", "cover%232"])
def test_a_block_names_places_as_turtle_can(fragment: str) -> None:
    """A local name may not begin with a hyphen or end in a dot: such a place has its whole IRI."""
    node = f"<urn:t#{fragment}>"
    said = block("urn:t", [(node, "<http://purl.org/dc/terms/isPartOf>", node)])
    assert terms(BLOCKS_HEAD + said.own, ox.RdfFormat.TURTLE) == {
        (node, "<http://purl.org/dc/terms/isPartOf>", node)
    }


@given(label=st.text(min_size=1, max_size=12), words=st.text(max_size=40))
def test_a_block_says_any_label_and_any_words(label: str, words: str) -> None:
    """Escapes and local names of Turtle mean what N-Triples means."""
    node = f"<urn:t#{quote(label, safe='-._~:', errors='replace')}>"
    triples = [(node, f"<{REC}text>", literal(words, "zh")), (node, f"<{REC}start>", integer(7))]
    triples.append((node, f"<{REC}inParagraph>", node))
    said = block("urn:t", triples)
    assert terms(BLOCKS_HEAD + said.own, ox.RdfFormat.TURTLE) == terms(ntriples(triples), NT)


def test_an_empty_block_is_no_statement() -> None:
    said = block("urn:t", [])
    assert terms(BLOCKS_HEAD + said.own + said.shared, ox.RdfFormat.TURTLE) == set()


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
    # in the graphs of what is known beside texts, and from citations only
    said_once = ("prefLabel", "altLabel", "/date", "statedTitle")
    names = [q for q in whole if q.predicate.value.endswith(said_once)]
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
