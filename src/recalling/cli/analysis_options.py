"""What the commands on many documents share: where they look, and how they print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from recalling.cli.console import put, put_table, say
from recalling.cli.library import api
from recalling.model.files import write_whole

OnOption = Annotated[
    Path,
    typer.Option("--on", metavar="PATH", help="A store, a graph file, or a folder of graphs."),
]
RowsFormat = Literal["table", "csv", "json", "jsonl"]
FormatOption = Annotated[RowsFormat, typer.Option("--format", help="How to print.")]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write into a file instead.", show_default=False
    ),
]


def put_rows(
    rows: Iterable[Any],
    form: Literal["table", "csv", "json", "jsonl", "html"],
    shown: Iterable[Mapping[str, Any]],
    output: Path | None = None,
    title: str | None = None,
) -> None:
    """Print rows in a format; `shown` is what a table shows of them."""
    if form == "table":
        put_table(api.record_table(shown, title=title))
        return
    text = api.encode_analysis(rows, form)
    if output is None:
        put(text)
    else:
        write_whole(output, text.encode())
        say(f"wrote {output}")
