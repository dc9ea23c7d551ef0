"""`recalling authority`: what the footnotes say that names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from recalling.cli.analysis_options import FormatOption, OutputOption, put_rows
from recalling.cli.console import DONE, FINDINGS, progress, say_trouble
from recalling.cli.library import api
from recalling.cli.options import InputPaths, examples

_LANGUAGES = ("en", "zh", "fr", "es", "ru", "ar")


def register(app: typer.Typer) -> None:
    """Add the group of commands to `app`."""
    group = typer.Typer(
        no_args_is_help=True,
        help="Collect what footnotes say that names stand for, and list it for a decision.",
        epilog=examples(
            "recalling authority harvest sessions/ --format jsonl -o candidates.jsonl",
            "recalling authority review candidates.jsonl",
        ),
    )
    group.command(
        "harvest",
        epilog=examples(
            "recalling authority harvest sessions/ --least 10",
            "recalling authority harvest sessions/ --format jsonl -o candidates.jsonl",
        ),
    )(_harvest)
    group.command(
        "review",
        epilog=examples("recalling authority review candidates.jsonl"),
    )(_review)
    app.add_typer(group, name="authority")


def _harvest(
    paths: InputPaths,
    least: Annotated[
        int, typer.Option("--least", min=1, help="Places that must attest a candidate.")
    ] = 3,
    form: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Collect names with what their notes give: symbol, treaty number, part, in each language.

    The languages are joined through the same note of the same resolution; other notes that stand
    behind the same name are shown as conflicts.
    """
    inputs = api.find_inputs(paths)
    with progress("reading", len(inputs)) as step:
        found, failed = api.harvest_names(inputs, least, step)
    put_rows(found, form, map(_shown, found), output)
    for one in failed:
        say_trouble(one.sentence)
    raise typer.Exit(FINDINGS if failed else DONE)


def _review(
    path: Annotated[Path, typer.Argument(help="What harvest wrote as JSON Lines.")],
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Only names with several identities.")
    ] = False,
) -> None:
    """List candidates with their evidence: names by language, places, conflicts, what is known."""
    found = [c for c in api.read_candidates(path) if c.conflicts or not conflicts]
    put_rows(found, "table", map(_shown, found))


def _shown(candidate: Any) -> Mapping[str, Any]:  # noqa: ANN401 (the library is loaded later)
    names = {
        language: candidate.names[language][0][0] if candidate.names.get(language) else ""
        for language in _LANGUAGES
    }
    return {
        "note": candidate.note,
        **names,
        "places": len(candidate.places),
        "known": api.known_name(names["en"]),
        "seen in": candidate.places[0].symbol,
        "conflicts": "; ".join(candidate.conflicts),
    }
