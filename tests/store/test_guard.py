"""Which queries are refused, however they are spelled, and which are not."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.model.errors import QueryError
from recalling.store.guard import LONGEST, guard

REFUSED = [
    ("SELECT * { SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { service silent <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * {SERVICE<http://e/>{?s ?p ?o}}", "SERVICE"),
    ("PREFIX : <http://e/> SELECT * { SERVICE:x { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?a ?b 1.SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?a ?b ex:c.SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { FILTER(?a<?b) SERVICE ?x { } FILTER(?c>?d) }", "SERVICE"),
    ("SELECT * { \\u0053ERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { \\U00000053ERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * # { \n { SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p '#' . SERVICE <http://e/> { } }", "SERVICE"),
    ("SELECT * { ?s ?p '''a'b''' . SERVICE <http://e/> { } }", "SERVICE"),
    ('SELECT * { ?s ?p "\\"" . SERVICE <http://e/#"> { } }', "SERVICE"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
    ("SELECT * from named <http://e/> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
    ("ASK FROM<http://e/>{}", "FROM"),
    ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT"),
    ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
    ("WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "DELETE, WITH"),
    ("LOAD <http://e/>", "LOAD"),
    ("CLEAR ALL", "CLEAR"),
    ("DROP GRAPH <a:g>", "DROP"),
    ("CREATE GRAPH <a:g>", "CREATE"),
    ("COPY <a:g> TO <a:h>", "COPY"),
    ("MOVE <a:g> TO <a:h>", "MOVE"),
    ("ADD <a:g> TO <a:h>", "ADD"),
    ("SELECT * { } ; DROP ALL", "DROP"),
    ("", "SELECT, ASK, CONSTRUCT and DESCRIBE"),
    ("hello", "SELECT, ASK, CONSTRUCT and DESCRIBE"),
]

ACCEPTED = [
    "SELECT * { ?s ?p ?o }",
    "SELECT ?service ?from ?load { ?service ?from $load }",
    'SELECT * { ?s ?p "SERVICE <http://e/> FROM DROP" }',
    "SELECT * { ?s ?p '''SERVICE\nFROM''' } # SERVICE FROM DROP",
    "SELECT * { ?s <http://e/SERVICE/FROM/DROP> ?o }",
    "PREFIX rec: <http://e/> SELECT * { ?s rec:from rec:service ; rec:insert 'x'@en }",
    "DESCRIBE <http://e/x>",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?added) { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
]


@pytest.mark.parametrize(("query", "says"), REFUSED)
def test_what_reaches_beyond_the_graph_is_refused(query, says):
    with pytest.raises(QueryError, match=says):
        guard(query)


@pytest.mark.parametrize("query", ACCEPTED)
def test_what_only_reads_the_graph_is_not(query):
    assert guard(query) == query


def test_a_query_beyond_all_measure_is_refused():
    with pytest.raises(QueryError, match="characters"):
        guard("SELECT * { " + "?s ?p ?o . " * LONGEST + "}")


@pytest.mark.parametrize("sign", ['"', "'", "<", "a", "a:", "\\", '"""', "?", "@", "#", "a.", "_:"])
def test_no_query_takes_long_to_read(sign):
    query = (sign * LONGEST)[: LONGEST - 10]
    began = time.perf_counter()
    with pytest.raises(QueryError):
        guard(query)
    assert time.perf_counter() - began < 2


@given(st.text(max_size=60))
def test_any_text_is_refused_or_returned(text):
    with contextlib.suppress(QueryError):
        assert guard(text) == text
