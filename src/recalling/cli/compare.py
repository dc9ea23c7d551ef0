"""`recalling compare`: what two documents, or two languages of one, cite differently."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.analysis_options import FormatOption, OnOption, OutputOption, put_rows
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
    """Show what two documents cite differently, and under which verb each."""
    rows = api.compare(first, second, on, same=same)
    shown = (
        {
            "cited": row.cited,
            "differs in": row.what,
            first: _shown(row.first.evidence),
            second: _shown(row.second.evidence),
        }
        for row in rows
    )
    put_rows(rows, form, shown, output)


def _shown(evidence: Sequence[str]) -> str:
    """The evidence of one language, English where there is one, and of how many there is.

    Other formats have that of all.
    """
    by: dict[str, list[str]] = {}
    for words in evidence:
        by.setdefault(words.partition(" ")[0], []).append(words)
    shown = "; ".join(by.get("en") or next(iter(by.values()), []))
    return f"{shown} ({len(by)} languages)" if len(by) > 1 else shown
