"""Generations: nobody sees one before it is whole, and the last answers until then."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from recalling.model.errors import GraphError, OutputError
from recalling.store import is_store, replace_graph, run_query, statements_folder
from recalling.store.embedded import Generation, kept_files, only_builder, read_ledger

NT = ox.RdfFormat.N_TRIPLES
COUNT = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


def line(number: int) -> bytes:
    return f"<urn:a> <urn:p> <urn:{number}> .\n".encode()


def make(folder: Path, graph: str, *numbers: int, empty: bool = False) -> None:
    with only_builder(folder):
        generation = Generation(folder, empty=empty)
        generation.load(b"".join(map(line, numbers)), NT, graph)
        generation.finish(b"ledger of " + graph.encode())


def counts(folder: Path) -> list[tuple[str, ...]]:
    return list(run_query(COUNT, statements_folder(folder)).texts())


def test_a_generation_adds_to_the_last(tmp_path):
    make(tmp_path / "s", "urn:g", 1, 2)
    make(tmp_path / "s", "urn:h", 3)
    assert counts(tmp_path / "s") == [("urn:g", "2"), ("urn:h", "1")]
    assert read_ledger(tmp_path / "s") == b"ledger of urn:h"
    assert [p.name for p in (tmp_path / "s").glob("generation*")] == ["generation-2"]


def test_an_empty_one_begins_anew(tmp_path):
    make(tmp_path / "s", "urn:g", 1, 2)
    make(tmp_path / "s", "urn:h", 3, empty=True)
    assert counts(tmp_path / "s") == [("urn:h", "1")]


def test_files_are_kept_with_a_generation_and_carried_on(tmp_path):
    (tmp_path / "one").write_text("1")
    (tmp_path / "two").write_text("2")
    with only_builder(tmp_path / "s"):
        generation = Generation(tmp_path / "s", empty=True)
        generation.keep(tmp_path / "one")
        generation.keep(tmp_path / "two")
        generation.finish(b"")
    make(tmp_path / "s", "urn:g", 1)
    assert {p.name: p.read_text() for p in kept_files(tmp_path / "s").iterdir()} == {
        "one": "1", "two": "2"
    }  # fmt: skip
    with only_builder(tmp_path / "s"):
        generation = Generation(tmp_path / "s", empty=False)
        generation.keep_only({"two"})
        assert len(list(kept_files(tmp_path / "s").iterdir())) == 2
        generation.finish(b"")
    assert [p.name for p in kept_files(tmp_path / "s").iterdir()] == ["two"]


def test_statements_are_taken_out_of_the_next_generation_only(tmp_path):
    make(tmp_path / "s", "urn:g", 1, 2)
    with only_builder(tmp_path / "s"):
        generation = Generation(tmp_path / "s", empty=False)
        graph = ox.NamedNode("urn:g")
        generation.remove(
            ox.Quad(q.subject, q.predicate, q.object, graph) for q in ox.parse(line(1), NT)
        )
        assert counts(tmp_path / "s") == [("urn:g", "2")]
        generation.finish(b"")
    assert counts(tmp_path / "s") == [("urn:g", "1")]


def test_what_is_abandoned_was_never_there(tmp_path):
    make(tmp_path / "s", "urn:g", 1, 2)
    with only_builder(tmp_path / "s"):
        generation = Generation(tmp_path / "s", empty=False)
        generation.forget(["urn:g"])
        assert counts(tmp_path / "s") == [("urn:g", "2")]
        generation.abandon()
    assert counts(tmp_path / "s") == [("urn:g", "2")]


def test_a_graph_is_replaced_and_the_ledger_kept(tmp_path):
    make(tmp_path / "s", "urn:g", 1, 2)
    for number in (7, 8):
        replace_graph(tmp_path / "s", "urn:rank", line(number), NT)
    assert counts(tmp_path / "s") == [("urn:g", "2"), ("urn:rank", "1")]
    assert read_ledger(tmp_path / "s") == b"ledger of urn:g"


def test_what_does_not_parse_changes_nothing(tmp_path):
    make(tmp_path / "s", "urn:g", 1)
    with pytest.raises(GraphError, match="does not parse"):
        replace_graph(tmp_path / "s", "urn:rank", b"<urn:a> nonsense", NT)
    assert counts(tmp_path / "s") == [("urn:g", "1")]
    assert [p.name for p in (tmp_path / "s").glob("generation*")] == ["generation-1"]


def test_a_store_has_one_builder(tmp_path):
    with (
        only_builder(tmp_path / "s"),
        pytest.raises(OutputError, match="another process"),
        only_builder(tmp_path / "s"),
    ):
        pass


def test_no_store_is_said_so(tmp_path):
    assert not is_store(tmp_path)
    assert read_ledger(tmp_path) is None
    with pytest.raises(GraphError, match="recalling build FOLDER --store"):
        statements_folder(tmp_path)
