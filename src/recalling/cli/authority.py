"""`recalling authority`: what the footnotes say that names stand for, until it is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.cli.analysis_options import OutputOption, put_or_write
from recalling.cli.build_store import store_progress
from recalling.cli.console import DONE, FINDINGS, put_table, say, say_trouble, table_text
from recalling.cli.library import api
from recalling.cli.options import examples

_NEW = ("new", "new name")

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The candidates that `harvest` wrote.")
]


def register(app: typer.Typer) -> None:
    """Add the group of commands to `app`."""
    group = typer.Typer(
        no_args_is_help=True,
        help="Collect what footnotes say that names stand for, list it, and accept what is right.",
        epilog=examples(
            "recalling authority harvest un -o candidates.ttl",
            "recalling authority review candidates.ttl --new --at-least 5",
            "recalling authority accept candidates.ttl bridgetown-covenant",
        ),
    )
    group.command(
        "harvest",
        epilog=examples(
            "recalling authority harvest un -o candidates.ttl           a store, as build made it",
            "recalling authority harvest sessions/ -o candidates.ttl    a folder of texts",
            "recalling authority harvest un --least 10 --format jsonl",
        ),
    )(_harvest)
    group.command(
        "review",
        epilog=examples(
            "recalling authority review candidates.ttl --new --at-least 5",
            "recalling authority review candidates.ttl --conflicts --language en",
            "recalling authority review candidates.ttl --format csv -o candidates.csv",
        ),
    )(_review)
    group.command(
        "accept",
        epilog=examples(
            "recalling authority accept candidates.ttl bridgetown-covenant",
            "recalling authority accept candidates.ttl arms-trade-treaty --contender "
            "arms-trade-treaty",
            'recalling authority accept candidates.ttl staff-regulations --without "Statut"',
        ),
    )(_accept)
    app.add_typer(group, name="authority")


def _harvest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="STORE", help="A store or a graph file; or files and folders of texts."
        ),
    ],
    least: Annotated[
        int, typer.Option("--least", min=1, help="Documents that must attest a candidate.")
    ] = 3,
    form: Annotated[
        Literal["ttl", "csv", "json", "jsonl"], typer.Option("--format", help="What to write.")
    ] = "ttl",
    output: OutputOption = None,
) -> None:
    """Collect names with what their notes give: symbol, treaty number, part, in each language.

    The languages are joined through the same note of the same document. What comes out is SKOS in
    Turtle, with how often and where each name was read; a name that stands for several things is
    shown with all of them. Nothing is settled, and nothing is written into the authority.
    """
    with store_progress() as step:
        found, failed = api.harvest_candidates(paths, least, step)
    text = api.encode_candidates(list(enumerate(found, 1)), form)
    put_or_write(text, output)
    _say_counts(found)
    for one in failed:
        say_trouble(one.sentence)
    raise typer.Exit(FINDINGS if failed else DONE)


def _review(
    path: FileArgument,
    new: Annotated[
        bool,
        typer.Option("--new", help="Only what the authority lacks: an instrument, or a name."),
    ] = False,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            help="Only new, new name (of a known instrument), elsewhere (the authority has the "
            "names for something else) or known; again for more.",
            show_default=False,
        ),
    ] = None,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Only names that stand for several things.")
    ] = False,
    least: Annotated[
        int, typer.Option("--at-least", min=1, help="Documents that must attest a candidate.")
    ] = 1,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            help="Only candidates with a name in this language, and no other column of names; "
            "again for more.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Literal["table", "ttl", "csv", "json", "jsonl"],
        typer.Option("--format", help="How to print."),
    ] = "table",
    output: OutputOption = None,
) -> None:
    """List candidates: how often, their names in six languages, what they stand for, conflicts.

    The rank is that in the file. The id is what `accept` asks for; --format json has all evidence.
    """
    found = api.select_candidates(
        api.read_candidates(path),
        least=least,
        status=status or (_NEW if new else ()),
        conflicts=conflicts,
        languages=language or (),
    )
    if form != "table":
        put_or_write(api.encode_candidates(found, form), output)
        return
    columns = {"languages": language} if language else {}
    table = api.record_table(api.candidate_row(rank, one, **columns) for rank, one in found)
    if output is None:
        put_table(table)
    else:
        put_or_write(table_text(table), output)
    _say_counts([one for _, one in found])


def _accept(
    path: FileArgument,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Candidates to accept.")],
    into: Annotated[
        Path, typer.Option("--into", metavar="FOLDER", help="The folder of the authority.")
    ] = Path("ontology/authority"),
    contender: Annotated[
        list[str] | None,
        typer.Option(
            "--contender",
            metavar="ID",
            help="What a disputed name stands for: the candidate, which then keeps it, or "
            "another; again for more.",
            show_default=False,
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="NAME",
            help="A name to leave out; again for more.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write candidates into the authority: an entry each, and a row for each name attested.

    A known instrument gets the names that it lacks. All are written or none; what is there stays,
    so that a second run changes nothing. A name that stands for several things is refused unless
    --contender says which.
    """
    for one in api.accept_candidates(
        path, ids, into, contenders=contender or (), without=without or ()
    ):
        names = len(one.names)
        what = f"new entry, {names} names" if one.new else f"{names} names more"
        say(f"{one.key}: {what if names else 'there already'}")


def _say_counts(found: list[api.Candidate]) -> None:
    counts = {status: sum(one.status == status for one in found) for status in api.STATUSES}
    said = ", ".join(f"{count:,} {status}" for status, count in counts.items())
    disputed = sum(bool(one.conflicts) for one in found)
    say(f"{len(found):,} candidates: {said}; {disputed:,} with a disputed name")
