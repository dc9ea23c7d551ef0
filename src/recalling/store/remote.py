"""Queries on a SPARQL 1.1 endpoint, through SPARQLWrapper."""

from __future__ import annotations

import ast
import json
import re
import time
import urllib.error
import urllib.parse
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse
from typing import Any

import pyoxigraph as ox
from SPARQLWrapper import GET, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from recalling.graph import PREFIXES
from recalling.model.errors import EndpointError, QueryError, RecallingError
from recalling.store.guard import guard
from recalling.store.local import DEFAULT_LIMITS, Limits
from recalling.store.packaged import bind
from recalling.store.results import Results, Row, Value
from recalling.store.worker import cell

_LONGEST_GET = 1500  # characters of a query that every server takes in an address
_MOST_BYTES = 256 << 20
_GRAPH_FORM = re.compile(r"\b(?:CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_ROWS_FORM = re.compile(r"\b(?:SELECT|ASK)\b", re.IGNORECASE)
_KINDS = {"uri": "iri", "bnode": "blank", "literal": "literal", "typed-literal": "literal"}
_REMEDY = "check the address, or ask a graph at hand with --on PATH"


def run_remote_query(
    endpoint: str,
    text: str,
    parameters: Mapping[str, str] | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> Results:
    """The answer of the endpoint at an http or https address to a SPARQL query.

    Parameters and prefixes as in `run_query`; the limit on memory is the endpoint's own affair.
    Raises QueryError when the query is refused here or does not parse there, EndpointError when
    the endpoint is down, too slow, or answers something else than SPARQL results.
    """
    if urllib.parse.urlsplit(endpoint).scheme not in {"http", "https"}:
        raise EndpointError(f"{endpoint} is no endpoint: an http or https address is accepted.")
    query = _with_prefixes(guard(bind(text, parameters or {})))
    wants_graph = _asks_for_graph(query)
    body, media_type = _ask(endpoint, query, wants_graph, limits)
    try:
        if wants_graph:
            return _triples(body, media_type, limits)
        return _rows(json.loads(body), limits)
    except (SyntaxError, ValueError, KeyError, TypeError, AttributeError) as error:
        what = "a web page" if "html" in media_type else f"{media_type or 'something'}"
        raise EndpointError(
            f"{endpoint} answers {what} that is not SPARQL results: {_REMEDY}."
        ) from error


def _ask(endpoint: str, query: str, wants_graph: bool, limits: Limits) -> tuple[bytes, str]:
    """The body of the answer and its media type."""
    wrapper = SPARQLWrapper(endpoint, returnFormat=TURTLE if wants_graph else JSON)
    wrapper.setOnlyConneg(True)
    wrapper.setMethod(GET if len(query) <= _LONGEST_GET else POST)
    wrapper.setTimeout(max(1, int(limits.seconds)))
    wrapper.setQuery(query)
    until = time.monotonic() + limits.seconds
    try:
        response = wrapper.query().response
        return _body(endpoint, response, until, limits), response.headers.get_content_type()
    except (SPARQLWrapperException, OSError, HTTPException, ValueError) as error:
        raise _explained(endpoint, error, limits) from error


def _explained(endpoint: str, error: Exception, limits: Limits) -> RecallingError:
    """What went wrong between here and the endpoint, as a person understands it."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return _slow(endpoint, limits)
    if isinstance(error, QueryBadFormed):
        return QueryError(f"{endpoint} says that the query does not parse: {_first(error)}.")
    if isinstance(error, SPARQLWrapperException):
        return EndpointError(f"{endpoint} answers with an error ({_first(error)}): {_REMEDY}.")
    if isinstance(error, urllib.error.HTTPError):
        said = f"answers HTTP {error.code} {error.reason}"
        return EndpointError(f"{endpoint} {said}: {_REMEDY}.")
    return EndpointError(f"{endpoint} cannot be reached ({reason}): {_REMEDY}.")


def _slow(endpoint: str, limits: Limits) -> EndpointError:
    return EndpointError(
        f"{endpoint} did not answer within {limits.seconds:g} seconds: ask for less, or later."
    )


def _body(endpoint: str, response: HTTPResponse, until: float, limits: Limits) -> bytes:
    """The whole body, within the time and a bounded size."""
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read1(1 << 16):
        size += len(chunk)
        if size > _MOST_BYTES:
            raise EndpointError(
                f"{endpoint} answers more than {_MOST_BYTES >> 20} MiB: ask for less."
            )
        if time.monotonic() > until:
            raise _slow(endpoint, limits)
        chunks.append(chunk)
    return b"".join(chunks)


def _with_prefixes(query: str) -> str:
    """The query with those of our prefixes declared that it uses; its own come later and win."""
    used = [p for p in PREFIXES if re.search(rf"(?<![\w.-]){p}:", query)]
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in used) + query


def _asks_for_graph(query: str) -> bool:
    """Whether the first form of the query answers with triples."""
    graph, rows = _GRAPH_FORM.search(query), _ROWS_FORM.search(query)
    return graph is not None and (rows is None or graph.start() < rows.start())


def _rows(answer: dict[str, Any], limits: Limits) -> Results:
    """Results from SPARQL JSON; what is not of that shape raises KeyError or TypeError."""
    if "boolean" in answer:
        return Results(kind="boolean", boolean=bool(answer["boolean"]))
    variables = tuple(str(v) for v in answer["head"]["vars"])
    bindings = answer["results"]["bindings"]
    rows = tuple(
        tuple(_value(binding[v]) if v in binding else None for v in variables)
        for binding in bindings[: limits.rows]
    )
    return Results(kind="rows", variables=variables, rows=rows, cut=len(bindings) > limits.rows)


def _value(said: dict[str, str]) -> Value:
    return Value(
        _KINDS[said["type"]],  # type: ignore[arg-type]
        str(said["value"]),
        said.get("xml:lang"),
        said.get("datatype"),
    )


def _triples(body: bytes, media_type: str, limits: Limits) -> Results:
    format_ = ox.RdfFormat.from_media_type(media_type) or ox.RdfFormat.TURTLE
    rows: list[Row] = []
    cut = False
    for quad in ox.parse(body, format=format_):
        if len(rows) == limits.rows:
            cut = True
            break
        cells = (cell(quad.subject), cell(quad.predicate), cell(quad.object))
        rows.append(tuple(None if c is None else Value(*c) for c in cells))  # type: ignore[arg-type]
    names = ("subject", "predicate", "object")
    return Results(kind="triples", variables=names, rows=tuple(rows), cut=cut)


def _first(error: Exception) -> str:
    """The first line of what an endpoint says of an error, short."""
    # SPARQLWrapper keeps the body of the answer as the representation of its bytes
    said = str(error).partition("Response:\n")[2].strip() or str(error)
    if said[:2] in {"b'", 'b"'}:
        said = ast.literal_eval(said).decode("utf-8", "replace")
    line = next((line.strip() for line in said.splitlines() if line.strip()), "no reason given")
    return line[:200].rstrip(".")
