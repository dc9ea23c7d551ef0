"""What a query answers: rows, triples, or yes and no; and how that is written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from recalling.graph import write_turtle
from recalling.graph.terms import literal
from recalling.model.errors import QueryError


class Value(msgspec.Struct, frozen=True):
    """One RDF term of an answer.

    `text` is the IRI, the words of the literal, or the label of the blank node.
    """

    kind: Literal["iri", "literal", "blank"]
    text: str
    language: str | None = None
    datatype: str | None = None

    def __str__(self) -> str:
        return self.text

    def ntriples(self) -> str:
        """The term as N-Triples writes it."""
        if self.kind == "iri":
            return f"<{self.text}>"
        if self.kind == "blank":
            return f"_:{self.text}"
        if self.language is None and self.datatype is not None:
            return f"{literal(self.text)}^^<{self.datatype}>"
        return literal(self.text, self.language)


Row = tuple[Value | None, ...]


class Results(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one query.

    SELECT: `variables` and `rows`, a value or None for each variable. CONSTRUCT and DESCRIBE:
    `kind` is "triples", the variables are subject, predicate, object, and each row is a triple.
    ASK: `kind` is "boolean" and `boolean` the answer. `cut` is true when rows beyond the limit
    were left out.
    """

    kind: Literal["rows", "triples", "boolean"]
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    cut: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as plain text, the empty string for what is unbound."""
        return tuple(tuple("" if v is None else v.text for v in row) for row in self.rows)

    def column(self, variable: str) -> tuple[str, ...]:
        """One variable's values as plain text, in the order of the rows."""
        at = self.variables.index(variable)
        return tuple("" if row[at] is None else str(row[at]) for row in self.rows)


def results_csv(results: Results) -> str:
    """SPARQL 1.1 Query Results CSV: plain text, CR LF, https://www.w3.org/TR/sparql11-results-csv-tsv/."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(results.variables or ("answer",))
    if results.kind == "boolean":
        writer.writerow((str(results.boolean).lower(),))
    writer.writerows(
        tuple("" if v is None else ("_:" if v.kind == "blank" else "") + v.text for v in row)
        for row in results.rows
    )
    return out.getvalue()


def results_tsv(results: Results) -> str:
    """SPARQL 1.1 Query Results TSV: terms as Turtle writes them."""
    lines = ["\t".join(f"?{v}" for v in results.variables or ("answer",))]
    if results.kind == "boolean":
        lines.append(str(results.boolean).lower())
    lines += ["\t".join("" if v is None else v.ntriples() for v in row) for row in results.rows]
    return "\n".join(lines) + "\n"


def results_json(results: Results) -> str:
    """SPARQL 1.1 Query Results JSON: https://www.w3.org/TR/sparql11-results-json/."""
    if results.kind == "boolean":
        return json.dumps({"head": {}, "boolean": results.boolean}) + "\n"
    bindings = [
        {
            variable: _json_value(value)
            for variable, value in zip(results.variables, row, strict=True)
            if value is not None
        }
        for row in results.rows
    ]
    answer = {"head": {"vars": list(results.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def results_ttl(results: Results) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle.

    Raises QueryError for rows, which Turtle cannot hold, and for blank nodes.
    """
    if results.kind != "triples":
        raise QueryError(
            "Turtle can only hold triples: ask with CONSTRUCT or DESCRIBE, "
            "or choose the format table, csv, tsv or json."
        )
    try:
        return write_turtle(_triples(results.rows))
    except ValueError as error:
        raise QueryError(f"{error}: choose the format tsv or json.") from error


WRITERS: Mapping[str, Callable[[Results], str]] = {
    "csv": results_csv,
    "tsv": results_tsv,
    "json": results_json,
    "ttl": results_ttl,
}
"""How an answer is written, by the name of the format."""


def _triples(rows: Iterable[Row]) -> Iterable[tuple[str, str, str]]:
    for row in rows:
        subject, predicate, object_ = (v.ntriples() for v in row if v is not None)
        yield subject, predicate, object_


def _json_value(value: Value) -> dict[str, str]:
    kind = {"iri": "uri", "blank": "bnode", "literal": "literal"}[value.kind]
    said = {"type": kind, "value": value.text}
    if value.language is not None:
        said["xml:lang"] = value.language
    elif value.datatype is not None:
        said["datatype"] = value.datatype
    return said
