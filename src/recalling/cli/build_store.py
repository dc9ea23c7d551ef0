"""`recalling build --store`: thousands of texts into one store, with progress and a summary."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from recalling.cli.console import DONE, FINDINGS, put_table, say, say_failed
from recalling.cli.library import api
from recalling.model.errors import InputError

_EVERY = 5.0  # seconds between two plain lines of progress


class _Rate(ProgressColumn):
    """Files a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last stretch."""
        return Text(f"{task.speed:,.0f} files/s" if task.speed else "")


def build_into_store(
    store: Path,
    inputs: Sequence[str],
    options: api.Options,
    *,
    prune: bool,
    scheduler: str | None,
    jobs: int,
) -> None:
    """Build `inputs` into `store` and print the summary; leaves with the exit code.

    Raises RecallingError when it could not run.
    """
    if "-" in inputs:
        raise InputError("--store takes files and folders: standard input has no place in it.")
    with store_progress() as step:
        report = api.build_store(
            inputs, store, options, scheduler=scheduler, jobs=jobs, prune=prune, step=step
        )
    for some in (report.partly, report.failed):
        say_failed((one.path, one.sentence) for one in some)
    put_table(summary(report))
    if report.vanished and not prune:
        say(f"{report.vanished:,} files of the store were not given; --prune forgets what is gone.")
    raise typer.Exit(FINDINGS if report.failed or report.partly else DONE)


def summary(report: api.StoreReport) -> Table:
    """What the store holds, what was done now, and where the time went."""
    table = Table(show_header=False, box=None)
    totals = report.totals
    rows: list[tuple[str, str]] = [
        ("works", f"{totals.works:,}"),
        ("expressions", f"{totals.expressions:,}"),
        ("files", f"{totals.files:,}"),
        ("  that repeat another's text", f"{totals.repeated:,}"),
        ("  read in part only", f"{totals.partly:,}"),
        ("statements of all files together", f"{totals.statements:,}"),
        ("citations", f"{totals.identified + sum(totals.unresolved.values()):,}"),
        ("  identified", f"{totals.identified:,}"),
    ]
    rows += [(f"  unresolved: {reason}", f"{n:,}") for reason, n in totals.unresolved.items()]
    rows += [
        ("links that disagree with the words", f"{totals.disagreements:,}"),
        ("files read now", f"{report.worked:,}"),
        ("files known by their content", f"{report.unchanged:,}"),
        ("files forgotten", f"{report.forgotten:,}"),
        ("files that could not be read", f"{len(report.failed):,}"),
    ]
    rows += [(f"time: {stage}", f"{s:,.1f} s") for stage, s in report.seconds.items()]
    for name, value in rows:
        table.add_row(name, Text(value, justify="right"))
    return table


@contextmanager
def store_progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with rate and time left on a terminal, else a plain line every few seconds."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain()
        return
    columns = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), _Rate())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task("building", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _plain() -> Callable[[int, int], None]:
    began = last = time.monotonic()

    def step(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done and (now - last >= _EVERY or done == total):
            last = now
            rate = done / max(now - began, 1e-6)
            left = (total - done) / rate
            words = f"{done:,} of {total:,} files, {rate:,.0f} files/s, {left:,.0f} s left\n"
            sys.stderr.write(words)

    return step
