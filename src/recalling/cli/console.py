"""How the command line speaks: data on standard output, words for people on standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

DONE, FINDINGS, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_FEW_ALIKE = 3  # files that failed alike, each with a line of its own
_WIDE = 160  # columns of a table that goes into a file or a pipe


def say(sentence: str, style: str = "") -> None:
    """One line for a person, on standard error; never taken as markup.

    A file's name may hold line ends and signs that command a terminal: they are shown as "?".
    """
    line = _CONTROL.sub("?", sentence)
    Console(stderr=True, soft_wrap=True, highlight=False).print(Text(line, style=style))


def say_trouble(sentence: str) -> None:
    """One sentence on what went wrong."""
    say(sentence, "red")


def say_failed(failed: Iterable[tuple[str, str]]) -> None:
    """What went wrong with files, given as path and sentence: a line each.

    Many of one folder that failed for one reason are said together, each by its name: a hundred
    equal lines hide the one that differs.
    """
    alike: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for path, sentence in failed:
        folder, name = os.path.split(path)
        alike.setdefault((folder, sentence.replace(path, "")), []).append((name, sentence))
    for (folder, why), files in sorted(alike.items(), key=lambda one: len(one[1])):
        if len(files) <= _FEW_ALIKE:
            for _, sentence in files:
                say_trouble(sentence)
        else:
            names = ", ".join(name for name, _ in files)
            say_trouble(f"{folder or '.'}: {len(files):,} files{why} ({names})")


def put(data: str) -> None:
    """Data on standard output, as it is, in UTF-8 whatever the terminal's own encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode())
    sys.stdout.flush()


def put_table(table: Table | Text) -> None:
    """A table on standard output: as wide as the terminal, or of a fixed width in a pipe."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDE)
    console.print(table)


def table_text(table: Table | Text) -> str:
    """A table as plain text of a fixed width, for a file."""
    console = Console(highlight=False, width=_WIDE, color_system=None)
    with console.capture() as text:
        console.print(table)
    return text.get()


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, on a terminal and for more than one step only.

    Yields the function to call after each step.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal or total < 2,
    )
    with bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
