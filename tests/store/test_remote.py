"""Remote endpoints, asked over a real connection to a server of our own."""

from __future__ import annotations

import socket
import time

import pyoxigraph as ox
import pytest
from werkzeug import Request, Response

from recalling.model.errors import EndpointError, QueryError
from recalling.store import Limits, Value, run_remote_query

DATA = '<http://x/a> <http://x/p> "un"@fr, 1 . <http://x/b> <http://x/p> <http://x/c>, _:b .'
SELECT = "SELECT ?s ?o { ?s <http://x/p> ?o } ORDER BY STR(?o)"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def endpoint(httpserver) -> str:
    """A SPARQL endpoint with four triples, whose answers Oxigraph writes."""
    store = ox.Store()
    store.load(DATA, format=ox.RdfFormat.TURTLE)

    def answer(request: Request) -> Response:
        try:
            found = store.query(request.values["query"])
        except SyntaxError as error:
            return Response(f"Malformed query: {error}", status=400)
        if isinstance(found, ox.QueryTriples):
            return Response(found.serialize(format=ox.RdfFormat.TURTLE), mimetype="text/turtle")
        return Response(
            found.serialize(format=ox.QueryResultsFormat.JSON),
            mimetype="application/sparql-results+json",
        )

    httpserver.expect_request("/sparql").respond_with_handler(answer)
    return str(httpserver.url_for("/sparql"))


def answers(httpserver, body: str | bytes, **options: object) -> str:
    httpserver.expect_request("/odd").respond_with_data(body, **options)
    return str(httpserver.url_for("/odd"))


def test_rows_come_back_with_their_terms(endpoint):
    found = run_remote_query(endpoint, SELECT)
    assert found.variables == ("s", "o")
    terms = {row[1] for row in found.rows if row[1] is not None and row[1].kind != "blank"}
    assert terms == {
        Value("literal", "un", "fr"),
        Value("literal", "1", None, "http://www.w3.org/2001/XMLSchema#integer"),
        Value("iri", "http://x/c"),
    }


def test_a_question_is_answered(endpoint):
    assert run_remote_query(endpoint, "ASK { <http://x/a> ?p 1 }").boolean is True


def test_triples_come_back(endpoint):
    found = run_remote_query(endpoint, "CONSTRUCT WHERE { <http://x/a> ?p ?o }")
    assert (found.kind, len(found)) == ("triples", 2)


def test_our_prefixes_are_declared_for_the_endpoint(endpoint):
    assert len(run_remote_query(endpoint, "SELECT * { ?c a cito:Citation ; rec:quote ?q }")) == 0


def test_a_long_query_is_posted(endpoint):
    assert len(run_remote_query(endpoint, SELECT + "#" * 5000)) == 4


def test_parameters_are_bound(endpoint):
    query = 'SELECT ?s { VALUES ?o { "x"@en } ?s ?p ?o }'
    assert len(run_remote_query(endpoint, query)) == 0
    bound = "SELECT ?x {\n  VALUES ?x { UNDEF }  # parameter\n}"
    assert run_remote_query(endpoint, bound, {"x": 'a"b'}).texts() == (('a"b',),)


def test_rows_beyond_the_limit_are_left_out(endpoint):
    found = run_remote_query(endpoint, SELECT, limits=Limits(rows=2))
    assert (len(found), found.cut) == (2, True)


def test_a_query_that_does_not_parse_there_is_the_querys_fault(endpoint):
    with pytest.raises(QueryError, match="says that the query does not parse: Malformed"):
        run_remote_query(endpoint, "SELECT * { ?s ?p }")


def test_a_refused_query_never_leaves(httpserver):
    with pytest.raises(QueryError, match="refused"):
        run_remote_query(httpserver.url_for("/sparql"), "SELECT * FROM <file:///x> { ?s ?p ?o }")
    assert httpserver.log == []


def test_an_endpoint_that_is_down_is_said_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(EndpointError, match="cannot be reached"):
        run_remote_query(f"http://127.0.0.1:{port}/sparql", SELECT)


def test_a_web_page_is_no_answer(httpserver):
    page = answers(httpserver, "<html><body>Hello</body></html>", content_type="text/html")
    with pytest.raises(EndpointError, match="answers a web page that is not SPARQL results"):
        run_remote_query(page, SELECT)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"head": {}}',
        '{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": 3}]}}',
        '{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "?", "value": ""}}]}}',
        b"\xff\xfe",
    ],
)
def test_what_only_looks_like_an_answer_is_said_so(httpserver, body):
    odd = answers(httpserver, body, content_type="application/sparql-results+json")
    with pytest.raises(EndpointError, match="not SPARQL results"):
        run_remote_query(odd, SELECT)


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_an_error_of_the_endpoint_is_said_so(httpserver, status):
    odd = answers(httpserver, "no", status=status)
    with pytest.raises(EndpointError, match="answers"):
        run_remote_query(odd, SELECT)


def test_an_endpoint_that_does_not_answer_in_time_is_left(httpserver):
    def slow(_: Request) -> Response:
        time.sleep(3)
        return Response("late")

    httpserver.expect_request("/slow").respond_with_handler(slow)
    with pytest.raises(EndpointError, match="did not answer within 1 seconds"):
        run_remote_query(httpserver.url_for("/slow"), SELECT, limits=Limits(seconds=1))


def test_an_endpoint_that_drips_is_left(httpserver):
    def drip(_: Request) -> Response:
        def drops():
            for _ in range(40):
                time.sleep(0.1)
                yield b" "

        return Response(drops(), mimetype="application/sparql-results+json")

    httpserver.expect_request("/drip").respond_with_handler(drip)
    began = time.monotonic()
    with pytest.raises(EndpointError, match="did not answer within 1 seconds"):
        run_remote_query(httpserver.url_for("/drip"), SELECT, limits=Limits(seconds=1))
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x/y", "graphs", ""])
def test_only_web_addresses_are_endpoints(address):
    with pytest.raises(EndpointError, match="http or https"):
        run_remote_query(address, SELECT)
