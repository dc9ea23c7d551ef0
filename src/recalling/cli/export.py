"""`recalling export`: a graph in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.cli.console import put, say
from recalling.cli.library import api
from recalling.cli.options import (
    AroundOption,
    InLanguageOption,
    StepsOption,
    examples,
    refuse_without,
)
from recalling.model.files import write_whole


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "export",
        epilog=examples(
            "recalling export graphs/A_RES_78_265.ttl --to graphml -o network.graphml",
            "recalling export graphs --to csv > edges.csv",
            "recalling export un --around A/RES/70/1 --to ttl        one document of a store",
            "recalling export un --to trig -o un.trig                a whole store",
        ),
    )(_export)


def _export(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A graph file, a folder of graphs, or a store.")
    ],
    to: Annotated[
        Literal["ttl", "nt", "jsonld", "rdfxml", "trig", "graphml", "csv"],
        typer.Option("--to", help="The format: RDF, or the network as GraphML or CSV."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it; standard output when not given.",
        ),
    ] = None,
    around: AroundOption = None,
    steps: StepsOption = 1,
    language: InLanguageOption = None,
) -> None:
    """Write a graph in another format: RDF in five serialisations, GraphML, or CSV.

    A whole store is written into a file, as nt, ttl or trig; with --around, what is said of one
    document, in any format.
    """
    if around is None:
        refuse_without(context, "--around SYMBOL", "steps", "language")
    if around is None and output is not None and api.is_store(path):
        api.export_store(path, to, output)
        say(f"wrote {output}")
        return
    part = api.Around(around, steps, language) if around else None
    content = api.export(path, to, part)
    if output is None:
        put(content)
    else:
        write_whole(output, content.encode())
        say(f"wrote {output}")
