"""`recalling export`: a graph in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.cli.console import put, say
from recalling.cli.library import api
from recalling.cli.options import examples
from recalling.model.files import write_whole


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "export",
        epilog=examples(
            "recalling export graphs/A_RES_78_265.ttl --to graphml -o network.graphml",
            "recalling export graphs --to csv > edges.csv",
        ),
    )(_export)


def _export(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A graph file or a folder of graphs.")
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
) -> None:
    """Write a graph in another format: RDF in five serialisations, GraphML, or CSV."""
    content = api.export(path, to)
    if output is None:
        put(content)
    else:
        write_whole(output, content.encode())
        say(f"wrote {output}")
