"""`recalling compare`: what two documents, or two languages of one, cite differently."""

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
        "compare",
        epilog=examples(
            "recalling compare A/RES/76/129 A/RES/77/172 --on un      two years of one item",
            "recalling compare A/RES/77/172/en A/RES/77/172/fr --on un   two languages",
        ),
    )(_compare)


def _compare(
    first: Annotated[str, typer.Argument(help="Symbol, with a language for one text only.")],
    second: Annotated[str, typer.Argument(help="What to compare it with.")],
    on: OnOption = Path("graphs"),
    same: Annotated[bool, typer.Option("--same", help="Also what both cite alike.")] = False,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show what two documents cite differently, and under which verb each.

    Where both cite a thing, what only one of them does with it is shown. A table and a page show
    the evidence of one language, the other formats that of all.
    """
    rows = api.compare(first, second, on, same=same)
    put_report(api.analysis_report(rows, (first, second)), form, output)
