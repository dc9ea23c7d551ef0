"""What the commands on many documents share: where they look, and how they print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.text import Text

from recalling.cli.console import put, put_table, say, table_text
from recalling.cli.library import api
from recalling.model.files import check_folder, write_whole

OnOption = Annotated[
    Path,
    typer.Option("--on", metavar="PATH", help="A store, a graph file, or a folder of graphs."),
]
FormatOption = Annotated[
    Literal["table", "csv", "json", "jsonl", "html"],
    typer.Option("--format", help="How to print; html is a page that opens from disk."),
]


def _writable(output: Path | None) -> Path | None:
    """Raises OutputError for a file that could not be written, before the work."""
    if output is not None:
        check_folder(output.parent)
    return output


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write into a file instead.",
        callback=_writable,
        show_default=False,
    ),
]


def put_report(
    report: api.AnalysisReport,
    form: Literal["table", "csv", "json", "jsonl", "html"],
    output: Path | None,
) -> None:
    """Print what an analysis found in a format, or write it into a file."""
    if form != "table":
        put_or_write(api.encode_analysis(report, form), output)
        return
    tables = [
        api.record_table(one.rows, title=one.title) if one.rows else Text(f"{one.title}: none\n")
        for one in report.lists
    ]
    if output is not None:
        put_or_write("\n".join(map(table_text, tables)), output)
    for table in tables if output is None else ():
        put_table(table)


def put_or_write(text: str, output: Path | None) -> None:
    """Text on standard output, or into a file, whole or not at all. Raises OutputError."""
    if output is None:
        put(text)
    else:
        write_whole(output, text.encode())
        say(f"wrote {output}")
