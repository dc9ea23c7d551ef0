"""`recalling extract`: one record a mention."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.cli.console import put, put_table
from recalling.cli.library import api
from recalling.cli.options import (
    DEFAULT_BASE,
    BaseOption,
    InputPaths,
    LanguageOption,
    SymbolOption,
    examples,
)
from recalling.cli.stream import show_each, write_each


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "extract",
        epilog=examples(
            "recalling extract A_RES_79_1.en.txt",
            "recalling extract texts/ --format jsonl -o records",
            "cat A_RES_79_1.en.txt | recalling extract - --format jsonl",
        ),
    )(_extract)


def _extract(
    paths: InputPaths,
    form: Annotated[
        Literal["table", "jsonl", "csv"], typer.Option("--format", help="How to print.")
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write one <stem>.jsonl (or .csv) for each input file instead of printing.",
        ),
    ] = None,
    language: LanguageOption = None,
    symbol: SymbolOption = None,
    base: BaseOption = DEFAULT_BASE,
) -> None:
    """List every mention of an instrument: where it stands, its verb, and what it cites.

    Mentions that could not be identified are listed with the reason. A file that cannot be read,
    or only in part, is reported and does not stop the others: exit 1; when none could be read:
    exit 2.
    """
    options = api.Options(language=language, symbol=symbol, base=base)
    inputs = api.find_inputs(paths)
    written: api.RowFormat = "csv" if form == "csv" else "jsonl"

    def records(result: api.Result) -> tuple[api.Record, ...]:
        if len(inputs) == 1:
            result.require_citations()
        return result.records

    def encode(result: api.Result) -> str:
        return api.encode_rows(records(result), written)

    if output is not None:
        write_each(inputs, options, output, f".{written}", encode)
    elif form == "table":
        show_each(inputs, options, lambda _, r: _put_table(r.name, records(r)))
    else:
        show_each(inputs, options, lambda _, r: put(encode(r)))


def _put_table(name: str, records: tuple[api.Record, ...]) -> None:
    columns = ("paragraph", "verb", "cites", "part", "kind", "how", "text")
    put_table(api.record_table(api.record_rows(records), columns, name))
