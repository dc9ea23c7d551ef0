"""`recalling build`: texts in, one graph and one page a document out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.build_store import build_into_store
from recalling.cli.console import (
    COULD_NOT_RUN,
    DONE,
    FINDINGS,
    progress,
    put_table,
    say,
    say_failed,
    say_trouble,
)
from recalling.cli.library import api
from recalling.cli.options import (
    DEFAULT_BASE,
    BaseOption,
    LanguageOption,
    SymbolOption,
    examples,
    refuse_beside,
    refuse_without,
)

_FEW = 6  # documents whose citations are printed one by one


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "build",
        epilog=examples(
            "recalling build                            the bundled resolution, into graphs/",
            "recalling build A_RES_79_1.en.txt -o out   one text",
            "recalling build texts/ -o out              every readable file below texts/",
            "recalling build sessions/ --store un       whole sessions, into one store",
        ),
    )(_build)


def _build(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...",
            help="Files or folders; - is standard input; without any, the bundled resolution.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write into.")
    ] = Path("graphs"),
    language: LanguageOption = None,
    symbol: SymbolOption = None,
    base: BaseOption = DEFAULT_BASE,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store",
            metavar="STORE",
            help="Build into one Oxigraph store in this folder, instead of files a document.",
            show_default=False,
        ),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="With --store: forget the files that are gone.")
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", min=0, help="With --store: processes; 0 is one a processor."),
    ] = 0,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help="With --store: work on the Dask cluster at tcp://… (needs recalling[cluster]).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write the graph (Turtle) and the page (HTML) of each document, and MANIFEST.toml.

    Prints what is cited, under which verb, where. A file that cannot be read, or only in part, is
    reported and the others are built: exit 1. When none could be built: exit 2.

    With --store, thousands of files become one graph: in several processes, only what is new or
    changed by its content, and a build that is killed goes on where it was.
    """
    if store is None:
        refuse_without(context, "--store STORE", "prune", "jobs", "scheduler")
    else:
        refuse_beside(context, "--store", "output")
    inputs = api.find_inputs(paths or [])
    if store is not None:
        options = api.Options(language=language, symbol=symbol, base=base)
        build_into_store(store, inputs, options, prune=prune, scheduler=scheduler, jobs=jobs)
    with progress("building", len(inputs)) as step:
        report = api.build(inputs, output, language=language, symbol=symbol, base=base, each=step)
    _put_tables(report.built)
    troubles = [sentence for one in report.built for sentence in one.trouble]
    for sentence in troubles:
        say_trouble(sentence)
    say_failed((failed.path, failed.sentence) for failed in report.failed)
    if not report.built:
        raise typer.Exit(COULD_NOT_RUN)
    raise typer.Exit(FINDINGS if report.failed or troubles else DONE)


def _put_tables(built: Sequence[api.Built]) -> None:
    """What each document cites, or, of many documents, how much."""
    if len(built) <= _FEW:
        for graph in dict.fromkeys(one.turtle for one in built):
            put_table(api.citation_table(graph))
    else:
        put_table(
            api.record_table(
                {
                    "document": one.symbol or one.name,
                    "language": one.language,
                    "mentions": len(one.records),
                    "unresolved": sum(r.unresolved is not None for r in one.records),
                    "graph": one.turtle,
                }
                for one in built
            )
        )
    for turtle, page in dict.fromkeys((one.turtle, one.page) for one in built):
        say(f"wrote {turtle} and {page}")
