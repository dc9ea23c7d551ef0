"""`recalling view`: the interactive page of a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.console import say
from recalling.cli.library import api
from recalling.cli.options import (
    AroundOption,
    InLanguageOption,
    StepsOption,
    examples,
    refuse_without,
)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "view",
        epilog=examples(
            "recalling view --open                       all graphs in graphs/, in one page",
            "recalling view graphs/A_RES_78_265.ttl -o page.html",
            "recalling view un --around A/RES/70/1 --language en     of a store of many documents",
        ),
    )(_view)


def _view(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A graph file, a folder of graphs, or a store.")
    ] = Path("graphs"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.html",
            help="Where to write it; beside the graph when not given, here with --around.",
        ),
    ] = None,
    around: AroundOption = None,
    steps: StepsOption = 1,
    language: InLanguageOption = None,
    opened: Annotated[
        bool, typer.Option("--open", help="Open it in the browser when it is written.")
    ] = False,
) -> None:
    """Write the page of a graph: one file that opens from disk and needs no network.

    With --around, what other documents say is shown of one text each: the English one where there
    is one, or that in --language.
    """
    if around is None:
        refuse_without(context, "--around SYMBOL", "steps", "language")
    part = api.Around(around, steps, language) if around else None
    page = api.view(path, output, part)
    say(f"wrote {page}")
    if opened:
        typer.launch(page.resolve().as_uri())
