"""`recalling outline`: the structure that was recovered, one record a paragraph or note."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.cli.console import put, put_table
from recalling.cli.library import api
from recalling.cli.options import InputPaths, LanguageOption, SymbolOption, examples
from recalling.cli.stream import show_each, write_each

_OPENING = 60  # characters of a paragraph's text that the table shows


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "outline",
        epilog=examples(
            "recalling outline A_RES_79_1.en.txt",
            "recalling outline texts/ --format jsonl -o outlines",
        ),
    )(_outline)


def _outline(
    paths: InputPaths,
    form: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", help="How to print.")
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write one <stem>.outline.jsonl for each input file instead of printing.",
        ),
    ] = None,
    language: LanguageOption = None,
    symbol: SymbolOption = None,
) -> None:
    """Show the paragraphs, points and footnotes, each with its label, place and leading verb."""
    options = api.Options(language=language, symbol=symbol)
    inputs = api.find_inputs(paths)
    if output is not None:
        write_each(
            inputs,
            options,
            output,
            ".outline.jsonl",
            lambda result: api.encode_rows(result.outline, "jsonl"),
        )
    elif form == "table":
        show_each(inputs, options, lambda _, result: _put_table(result))
    else:
        show_each(inputs, options, lambda _, r: put(api.encode_rows(r.outline, "jsonl")))


def _put_table(result: api.Result) -> None:
    texts = {p.label: p.flow.text for p in result.document.paragraphs}
    rows = (
        {
            "label": row.label,
            "role": row.role,
            "verb": row.verb,
            "function": row.function,
            "notes": " ".join(row.notes),
            "opens with": texts[row.label][:_OPENING],
        }
        for row in result.outline
    )
    put_table(api.record_table(rows, title=result.name))
