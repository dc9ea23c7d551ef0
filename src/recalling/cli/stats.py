"""`recalling stats`: the size and shape of a graph of many documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.analysis_options import FormatOption, OnOption, OutputOption, put_report
from recalling.cli.console import say
from recalling.cli.library import api
from recalling.cli.options import examples


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "stats",
        epilog=examples(
            "recalling stats --on un                 size, coverage, most cited, unresolved names",
            "recalling stats --on un --most 100 --format csv -o stats.csv",
            "recalling stats --on un --write-ranks   PageRank and communities, into the store",
        ),
    )(_stats)


def _stats(
    on: OnOption = Path("graphs"),
    most: Annotated[int, typer.Option("--most", min=1, help="Rows of each list.")] = 20,
    form: FormatOption = "table",
    output: OutputOption = None,
    write_ranks: Annotated[
        bool,
        typer.Option(
            "--write-ranks",
            help="Rank the network and write ranks and communities into the store, as a graph.",
        ),
    ] = False,
) -> None:
    """Count what a graph holds, and rank it.

    Size, coverage, the most cited and most reaffirmed, by year, organ, verb and language, and the
    unresolved names by how many documents have them.
    """
    if write_ranks:
        ranking = api.rank(on, write=True)
        say(f"wrote the ranks of {len(ranking.things):,} documents into {on}")
    put_report(api.analysis_report(api.stats(on, most)), form, output)
