"""`recalling check`: the shapes that every graph has to fit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.console import FINDINGS, put, say
from recalling.cli.library import api
from recalling.cli.options import examples


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "check",
        epilog=examples("recalling check graphs", "recalling check graphs/A_RES_78_265.ttl"),
    )(_check)


def _check(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A graph file or a folder of graphs.")
    ],
) -> None:
    """Check a graph against the SHACL shapes of the ontology.

    Prints what does not fit, in words, and exits 1; prints nothing on standard output and exits 0
    when everything fits; exits 2 when the graph cannot be checked.
    """
    findings = api.check(path)
    for finding in findings:
        put(f"{finding}\n")
    if findings:
        say(f"{path} breaks the shapes in {len(findings)} places.")
        raise typer.Exit(FINDINGS)
    say(f"{path} fits the shapes.")
