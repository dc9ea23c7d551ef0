"""`recalling lineage`: what a document rests on, what rests on it, its series."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import typer

from recalling.cli.analysis_options import OnOption
from recalling.cli.console import put, put_table
from recalling.cli.library import api
from recalling.cli.options import examples

_HEADS = {
    "oldest": "back to the oldest instrument reached",
    "series": "the series of its item",
    "rests_on": "what it rests on",
    "rested_on_by": "what rests on it",
}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "lineage",
        epilog=examples(
            "recalling lineage A/RES/77/172 --on un",
            "recalling lineage A/RES/70/1 --on un --steps 1 --format json",
        ),
    )(_lineage)


def _lineage(
    symbol: Annotated[str, typer.Argument(help="Symbol, name or slug of a document.")],
    on: OnOption = Path("graphs"),
    steps: Annotated[int, typer.Option("--steps", min=1, help="How far to follow.")] = 1,
    form: Annotated[Literal["table", "json"], typer.Option("--format", help="How to print.")] = (
        "table"
    ),
) -> None:
    """Follow the citations of a document both ways, and find the series it belongs to.

    Direct citations come with their paragraph, verb and words.
    """
    found = api.lineage(symbol, on, steps)
    if form == "json":
        put(msgspec.json.format(msgspec.json.encode(found)).decode() + "\n")
        return
    for name, title in _HEADS.items():
        put_table(api.record_table(_shown(getattr(found, name)), title=title))


def _shown(steps: Sequence[Any]) -> list[dict[str, Any]]:
    return [msgspec.structs.asdict(step) for step in steps]
