"""`recalling lineage`: what a document rests on, what rests on it, its series."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.analysis_options import FormatOption, OnOption, OutputOption, put_report
from recalling.cli.library import api
from recalling.cli.options import examples


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "lineage",
        epilog=examples(
            "recalling lineage A/RES/77/172 --on un",
            "recalling lineage A/RES/70/1 --on un --steps 2 --format html -o lineage.html",
            "recalling view un --around A/RES/77/172 --open       the same as a graph",
        ),
    )(_lineage)


def _lineage(
    symbol: Annotated[str, typer.Argument(help="Symbol, name or slug of a document.")],
    on: OnOption = Path("graphs"),
    steps: Annotated[int, typer.Option("--steps", min=1, help="How far to follow.")] = 1,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Follow the citations of a document both ways, and find the series it belongs to.

    Direct citations come with their paragraph, verb and words.
    """
    put_report(api.analysis_report(api.lineage(symbol, on, steps)), form, output)
