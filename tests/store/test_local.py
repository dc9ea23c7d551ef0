"""Queries on a graph at hand: answers, and limits that hold."""

from __future__ import annotations

import time

import pyoxigraph as ox
import pytest

from recalling.model.errors import QueryError
from recalling.store import Limits, Value, run_query
from recalling.store.results import results_csv, results_json, results_tsv, results_ttl

DATA = """
@prefix x: <http://x/> .
x:a x:p "one", "un"@fr, 1 ; x:q x:b .
x:b x:p 2.5, true ; x:q x:c .
"""


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    made.load(DATA, format=ox.RdfFormat.TURTLE)
    return made


def test_rows_have_a_value_or_none_for_each_variable(store):
    found = run_query(
        "SELECT ?s ?o ?n { ?s <http://x/q> ?o OPTIONAL { ?o <http://x/q> ?n } } ORDER BY ?s", store
    )
    assert found.variables == ("s", "o", "n")
    assert found.texts() == (
        ("http://x/a", "http://x/b", "http://x/c"),
        ("http://x/b", "http://x/c", ""),
    )
    assert found.rows[1][2] is None


def test_literals_keep_language_and_datatype(store):
    found = run_query("SELECT ?o { <http://x/a> <http://x/p> ?o } ORDER BY STR(?o)", store)
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert [row[0] for row in found.rows] == [
        Value("literal", "1", None, integer),
        Value("literal", "one"),
        Value("literal", "un", "fr"),
    ]


def test_a_question_is_answered_yes_or_no(store):
    assert run_query("ASK { <http://x/a> ?p ?o }", store).boolean is True
    assert run_query("ASK { <http://x/z> ?p ?o }", store).boolean is False


def test_triples_are_written_as_turtle(store):
    found = run_query("CONSTRUCT { ?o <http://x/r> ?s } WHERE { ?s <http://x/q> ?o }", store)
    assert found.kind == "triples"
    read = {str(q.subject) for q in ox.parse(results_ttl(found), format=ox.RdfFormat.TURTLE)}
    assert read == {"<http://x/b>", "<http://x/c>"}


def test_rows_are_not_written_as_turtle(store):
    with pytest.raises(QueryError, match="CONSTRUCT or DESCRIBE"):
        results_ttl(run_query("SELECT * { ?s ?p ?o }", store))


@pytest.mark.parametrize(
    ("write", "format_"),
    [
        (results_json, ox.QueryResultsFormat.JSON),
        (results_tsv, ox.QueryResultsFormat.TSV),
    ],
)
def test_other_programs_read_the_answers(store, write, format_):
    query = "SELECT ?s ?o ?none { ?s <http://x/p> ?o } ORDER BY ?s STR(?o)"
    read = ox.parse_query_results(write(run_query(query, store)).encode(), format=format_)
    expected = [(str(r["s"]), str(r["o"]), r["none"]) for r in store.query(query)]
    assert [(str(r["s"]), str(r["o"]), r["none"]) for r in read] == expected


def test_csv_quotes_what_needs_it(store):
    found = run_query('SELECT ("a, \\"b\\"" AS ?x) (1 AS ?y) {}', store)
    assert results_csv(found) == 'x,y\r\n"a, ""b""",1\r\n'


def test_our_prefixes_need_not_be_declared(store):
    assert len(run_query("SELECT * { ?s a cito:Citation ; rec:quote ?q }", store)) == 0


def test_a_query_that_does_not_parse_is_said_with_its_place(store):
    with pytest.raises(QueryError, match=r"line 2, column \d+"):
        run_query("SELECT * {\n ?s ?p }", store)


def test_a_query_that_runs_for_ever_is_stopped(store):
    endless = (
        "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(14)) + " } ORDER BY ?a1"
    )
    began = time.monotonic()
    with pytest.raises(QueryError, match="longer than 1 seconds and was stopped"):
        run_query(endless, store, limits=Limits(seconds=1))
    assert time.monotonic() - began < 5


def test_a_packaged_query_that_was_stopped_says_what_would_narrow_it(store):
    endless = "SELECT * { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(14))
    parameters = "\n VALUES ?document { UNDEF }  # parameter\n VALUES ?least { 2 }  # parameter\n"
    query = endless + parameters + "} ORDER BY ?a1"
    with pytest.raises(QueryError, match=r"was stopped: narrow it with --document\.$"):
        run_query(query, store, limits=Limits(seconds=1))
    with pytest.raises(QueryError, match=r"was stopped: ask for less"):
        run_query(query, store, {"document": "A/RES/70/1"}, limits=Limits(seconds=1))


def test_a_query_that_needs_too_much_memory_is_stopped(store):
    everything = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(14))
    greedy = f"SELECT * {{ {everything} }} ORDER BY ?a1"  # holds every row to sort it
    with pytest.raises(QueryError, match=r"stopped: it needed more than the 300 MiB"):
        run_query(greedy, store, limits=Limits(seconds=20, memory=300 << 20))


def test_rows_beyond_the_limit_are_left_out_and_that_is_said(store):
    found = run_query("SELECT * { ?s ?p ?o }", store, limits=Limits(rows=3))
    assert (len(found), found.cut) == (3, True)
    assert run_query("SELECT * { ?s ?p ?o }", store, limits=Limits(rows=7)).cut is False


def test_a_store_in_a_folder_is_asked_without_being_changed(tmp_path, store):
    kept = ox.Store(str(tmp_path / "kept"))
    kept.extend(store)
    kept.flush()
    del kept
    assert len(run_query("SELECT * { ?s ?p ?o }", tmp_path / "kept")) == 7
