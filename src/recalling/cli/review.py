"""`recalling review`: what an editor should look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recalling.cli.analysis_options import FormatOption, OnOption, OutputOption, put_report
from recalling.cli.console import DONE, FINDINGS, say
from recalling.cli.library import api
from recalling.cli.options import examples


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        "review",
        epilog=examples(
            "recalling review --on un                          every kind",
            "recalling review --on un --kind year --kind date",
            "recalling review --on un --format html -o review.html",
            "recalling review --on un --write                  then: query review --on un",
        ),
    )(_review)


def _review(
    on: OnOption = Path("graphs"),
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            help="One of link, year, language, impossible, date, note, repeated; all by default.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = "table",
    output: OutputOption = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Also write what is found into the store, as a graph of its own."
        ),
    ] = False,
) -> None:
    """List places in official texts that disagree with themselves: exit 1 when there are any.

    A link whose target disagrees with its words; a Security Council number with a year that is
    not its own; a text cited in five languages and missing in the sixth, or another number there; a
    number that its organ cannot have given; a date that is not the cited document's own, or that
    the other languages state otherwise, of what is cited or of the text itself; a footnote marker
    without a note; two files that claim to be one text. Each needs a second witness, because a
    false alarm is worse than a miss.
    """
    found = api.review(on, kinds or (), write=write)
    put_report(api.analysis_report(found), form, output)
    say(f"{len(found):,} places to look at")
    raise typer.Exit(FINDINGS if found else DONE)
