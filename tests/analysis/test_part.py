"""The part of a store around one document: all of its citations, those to it, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

import recalling
from recalling.analysis import open_corpus, part_around
from recalling.api import Around, export_store
from recalling.model.errors import GraphError
from recalling.pipeline import Options, build_store, find_inputs
from recalling.store import run_query, to_rdflib

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
#: an invented later resolution that cites the bundled one
LATER = """United Nations A/RES/79/901

General Assembly

Resolution adopted by the General Assembly on 1 October 2024

79/901. Follow-up

The General Assembly,

Recalling its resolutions 78/265 of 21 March 2024 and 70/1 of 25 September 2015,

1. Decides to remain seized of the matter.
"""
_WHAT = """SELECT DISTINCT ?citing ?cited {
  ?c cito:hasCitingEntity/dcterms:identifier ?citing ; cito:hasCitedEntity ?x .
  ?x dcterms:identifier ?cited }"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("part")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    inputs = find_inputs([EXAMPLE, folder / "later.txt"])
    report = build_store(folder / "store", inputs, Options(), jobs=1)
    assert not report.failed
    return folder / "store"


def _edges(graph):
    return {tuple(row) for row in run_query(_WHAT, graph).texts()}


def test_a_document_comes_with_what_it_cites_and_who_cites_it(store):
    edges = _edges(part_around(open_corpus(store), "A/RES/78/265"))
    assert ("A/RES/79/901", "A/RES/78/265") in edges
    assert {"A/RES/70/1", "A/RES/69/313", "A/HRC/RES/17/4"} <= {
        cited for citing, cited in edges if citing == "A/RES/78/265"
    }
    assert ("A/RES/79/901", "A/RES/70/1") not in edges


def test_an_instrument_without_its_text_comes_with_who_cites_it(store):
    edges = _edges(part_around(open_corpus(store), "A/RES/70/1"))
    assert edges == {("A/RES/79/901", "A/RES/70/1"), ("A/RES/78/265", "A/RES/70/1")}


def test_two_steps_follow_what_the_cited_cite(store):
    edges = _edges(part_around(open_corpus(store), "A/RES/79/901", steps=2))
    assert ("A/RES/78/265", "A/RES/69/313") in edges
    assert ("A/RES/78/265", "A/RES/69/313") not in _edges(
        part_around(open_corpus(store), "A/RES/79/901")
    )


def test_a_language_leaves_out_the_texts_in_others(store):
    edges = _edges(part_around(open_corpus(store), "A/RES/70/1", language="en"))
    assert edges == {("A/RES/79/901", "A/RES/70/1")}


def test_one_text_of_each_document_that_cites_it_is_in_english_where_there_is_one(made, tmp_path):
    made.document("A/RES/70/1")
    made.document("A/RES/77/172")
    made.document("A/RES/77/173")
    made.cite("A/RES/70/1", "A/RES/69/315", "69/315", languages=["en", "fr"])
    made.cite("A/RES/77/172", "A/RES/70/1", "70/1")
    made.cite("A/RES/77/173", "A/RES/70/1", "70/1", languages=["fr", "es"])
    corpus = open_corpus(made.write(tmp_path))

    def texts(**asked):
        found = part_around(corpus, "A/RES/70/1", **asked)
        query = "SELECT DISTINCT ?p { ?c a cito:Citation ; rec:inParagraph ?p }"
        return {row[0].rpartition("/doc/A/RES/")[2] for row in run_query(query, found).texts()}

    own = {"70/1/en#pp1", "70/1/fr#pp1"}
    assert texts(one_text=True) == own | {"77/172/en#pp1", "77/173/es#pp1"}
    assert texts(one_text=True, language="fr") == {
        "70/1/fr#pp1", "77/172/fr#pp1", "77/173/fr#pp1",
    }  # fmt: skip
    assert len(texts()) == len(own) + 6 + 2


def test_things_have_their_names_and_citations_their_paragraphs(store):
    graph = part_around(open_corpus(store), "A/RES/78/265")
    bare = """SELECT ?c { ?c cito:hasCitedEntity ?x ; rec:inParagraph ?p
      FILTER(NOT EXISTS { ?x rec:kind/skos:prefLabel ?k } || NOT EXISTS { ?p rec:text ?t }) }"""
    assert run_query(bare, graph).texts() == ()


def test_the_page_of_a_part_shows_it(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = recalling.view(store, around=Around("A/RES/70/1"))
    assert page == Path("A_RES_70_1.around.html")
    assert "A/RES/79/901" in page.read_text(encoding="utf-8")


def test_a_whole_store_is_no_page_and_says_what_to_do(store, tmp_path):
    with pytest.raises(GraphError, match="--around"):
        recalling.view(store)
    with pytest.raises(GraphError, match="nt, ttl, trig: for csv name one document"):
        export_store(store, "csv", tmp_path / "all.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["nt", "ttl", "trig"])
def test_a_whole_store_is_written_as_it_stands(store, tmp_path, format_):
    written = tmp_path / f"all.{format_}"
    export_store(store, format_, written)
    assert _edges(open_store(written)) == _edges(open_store(store))
    assert [path.name for path in tmp_path.iterdir()] == [written.name]


def open_store(path):
    """A store or a graph file, for queries."""
    return open_corpus(path).store


def test_a_part_goes_on_as_an_rdflib_graph(store):
    part = part_around(open_corpus(store), "A/RES/70/1")
    assert len(to_rdflib(part)) == len(part)
