"""What extract and outline share: a run over many files that one bad file does not stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from recalling.cli.console import COULD_NOT_RUN, FINDINGS, progress, say_trouble
from recalling.cli.library import api
from recalling.model.files import check_folder, write_whole


def show_each(
    inputs: Sequence[str], options: api.Options, show: Callable[[str, api.Result], None]
) -> None:
    """Call `show` with each input and its result, in order; report what could not be read.

    Leaves the command at the end with exit 1 when some files failed or could be trusted in part
    only, 2 when all failed.
    """
    failures = doubts = 0
    with progress("reading", len(inputs)) as step:
        for path, outcome in api.extract_each(inputs, options):
            if isinstance(outcome, api.Failed):
                failures += 1
                say_trouble(outcome.sentence)
            else:
                show(path, outcome)
                for sentence in outcome.document.trouble:
                    doubts += 1
                    say_trouble(f"{path}: {sentence}")
            step()
    if failures == len(inputs):
        raise typer.Exit(COULD_NOT_RUN)
    if failures or doubts:
        raise typer.Exit(FINDINGS)


def write_each(
    inputs: Sequence[str],
    options: api.Options,
    folder: Path,
    suffix: str,
    encode: Callable[[api.Result], str],
) -> None:
    """Write what `encode` makes of each result into `folder`, one `<stem><suffix>` an input."""
    check_folder(folder)
    names = api.output_names(inputs, suffix)
    show_each(
        inputs,
        options,
        lambda path, result: write_whole(folder / names[path], encode(result).encode()),
    )
