"""`recalling query`: a packaged query, a file, or standard input, on a graph or an endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Literal

import typer

from recalling.cli.console import put, put_table, say
from recalling.cli.library import api
from recalling.cli.options import examples
from recalling.model.errors import QueryError

_MOST_SHOWN = 1_000  # rows of a table: a hundred thousand take half a minute to lay out


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "query",
        epilog=examples(
            "recalling query --list                      what can be asked",
            "recalling query cited-by --instrument A/RES/70/1",
            "recalling query my-question.rq --on graphs --format csv",
            "recalling query cites --on https://example.org/sparql",
        ),
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )(_query)


def _names(incomplete: str) -> list[str]:
    return [q.name for q in api.queries() if q.name.startswith(incomplete)]


def _query(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME | FILE.rq | -",
            help="A packaged query's name, a file, or - for standard input.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str,
        typer.Option(
            "--on", metavar="PATH|URL", help="A graph file, a folder of graphs, or an endpoint."
        ),
    ] = "graphs",
    form: Annotated[
        Literal["table", "csv", "tsv", "json", "ttl"],
        typer.Option("--format", help="How to print; ttl for CONSTRUCT and DESCRIBE."),
    ] = "table",
    listing: Annotated[
        bool, typer.Option("--list", help="Say which queries are packaged, and stop.")
    ] = False,
) -> None:
    """Ask a graph a question in SPARQL.

    A packaged query takes its parameters as options of the same name: --instrument A/RES/70/1.
    """
    if listing:
        _put_list()
        return
    if what is None:
        raise QueryError(
            "There is no query to run: give a packaged query's name (recalling query --list), "
            "a file, or - for standard input."
        )
    results = api.query(what, on, _parameters(context.args))
    if form != "table":
        put(api.WRITERS[form](results))
    elif results.boolean is not None:
        put(f"{'yes' if results.boolean else 'no'}\n")
    else:
        rows = (dict(zip(results.variables, row, strict=True)) for row in results.texts())
        put_table(api.record_table(islice(rows, _MOST_SHOWN), results.variables))
    _say_rest(results, shown=_MOST_SHOWN if form == "table" else len(results.rows))


def _say_rest(results: api.Results, shown: int) -> None:
    """Say of an answer that it has more rows than were printed, and how to see them."""
    if len(results.rows) > shown:
        count = f"{'more than ' if results.cut else ''}{len(results.rows):,}"
        say(
            f"These are the first {shown:,} rows of {count}: narrow the query with its "
            "parameters, or print more with --format csv."
        )
    elif results.cut:
        say("There are more rows than are shown: ask for fewer with LIMIT.")


def _put_list() -> None:
    rows = (
        {
            "name": q.name,
            "what it answers": q.question,
            "它回答什么": q.question_zh,
            "parameters": " ".join(f"--{p.name.replace('_', '-')}" for p in q.parameters),
        }
        for q in api.queries()
    )
    put_table(api.record_table(rows))


def _parameters(words: Sequence[str]) -> dict[str, str]:
    """`--instrument A/RES/70/1 --steps=3` as names and values. Raises QueryError."""
    given: dict[str, str] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name or not (equals or left):
            raise QueryError(
                f"{word} is not understood: a parameter of a query is given as --name value."
            )
        given[name.replace("-", "_")] = value if equals else left.pop(0)
    return given
